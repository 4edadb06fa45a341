"""Names of one or more words, looked up in texts, longest first."""

from __future__ import annotations

from collections.abc import Iterator

from reader.stories.language.terms import AT_HAND
from reader.stories.language.tokens import Row, tokens

Found = tuple[int, str, int]
"""Where a phrase stands in a row, its key, the words it takes."""


class Phrases:
    """Names of one or more words, looked for in texts by their first word and their length."""

    def __init__(self) -> None:
        self._known: set[str] = set()
        self._lengths: dict[str, tuple[int, ...]] = {}
        self._found: dict[str, tuple[int, list[Found]]] = {}

    def add(self, key: str) -> None:
        """Take a phrase in."""
        if key in self._known:
            return
        self._known.add(key)
        parts = key.split()
        lengths = self._lengths.get(parts[0], ())
        if len(parts) not in lengths:
            self._lengths[parts[0]] = tuple(sorted((*lengths, len(parts)), reverse=True))

    def found(self, text: str) -> list[Found]:
        """Every phrase in a text: its place, its key, the words it takes; at one place the longest first.

        What was found is kept until a phrase is learnt: each text of a batch is asked several times.
        """
        version, found = self._found.get(text, (-1, []))
        if version != len(self._known):
            if len(self._found) > AT_HAND:
                self._found.clear()
            found = list(self._look(tokens(text)))
            self._found[text] = (len(self._known), found)
        return found

    def _look(self, row: Row) -> Iterator[Found]:
        keys, lengths, known, end = row.keys, self._lengths, self._known, len(row.keys)
        for place in row.places(lengths):
            for size in lengths[keys[place]]:
                key = keys[place] if size == 1 else " ".join(keys[place : place + size])
                if key in known and place + size <= end:
                    yield place, key, size
