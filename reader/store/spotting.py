"""Where the words of a query stand in a text: told apart, folded and matched by the index's own tokenizer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

import apsw

from reader.store.database import Database
from reader.store.fts import COLUMNS
from reader.store.query import Node, Not, Term

TOKENIZER = "unicode61", ["remove_diacritics", "2"]
"""As the table `search` is made with."""

Token = tuple[int, int, str]
"""Where a word begins and ends, in bytes, and what it is to the index."""


class Spot(NamedTuple):
    """Characters `start` to `end` of a text, and which of the words asked for is there."""

    start: int
    end: int
    wanted: int


class Wanted(NamedTuple):
    """A word or a phrase that a query asks for. `field`: the column it must be in, empty for any."""

    words: tuple[str, ...]
    prefix: bool
    field: str

    def is_at(self, tokens: Sequence[Token], place: int) -> bool:
        """Tell whether the words stand here, side by side."""
        end = place + len(self.words)
        if end > len(tokens):
            return False
        *whole, last = (token[2] for token in tokens[place:end])
        met = last.startswith(self.words[-1]) if self.prefix else last == self.words[-1]
        return met and tuple(whole) == self.words[:-1]


class Spotter:
    """Finds in texts what one query asks for: never what it excludes, a field's words in that field only."""

    def __init__(self, db: Database, tree: Node) -> None:
        self._tokens = db.connection().fts5_tokenizer(*TOKENIZER)
        self.wanted = list(dict.fromkeys(self._wanted(tree)))

    def _wanted(self, node: Node) -> Iterator[Wanted]:
        if isinstance(node, Term):
            words = tuple(word for _, _, word in self._cut(node.value.encode()))
            if words and (not node.field or node.field in COLUMNS):
                yield Wanted(words, node.prefix, node.field)
        elif not isinstance(node, Not):
            for item in node.items:
                yield from self._wanted(item)

    def _cut(self, text: bytes) -> list[Token]:
        return cast("list[Token]", self._tokens(text, apsw.FTS5_TOKENIZE_DOCUMENT, None))

    def spots(self, text: str, field: str) -> list[Spot]:
        """Return where in a text of that field something is that was asked for, in order; none overlap."""
        asked = [(at, each) for at, each in enumerate(self.wanted) if each.field in ("", field)]
        return list(self._met(text.encode(), asked)) if asked else []

    def _met(self, text: bytes, asked: Sequence[tuple[int, Wanted]]) -> Iterator[Spot]:
        tokens, characters, counted, after = self._cut(text), 0, 0, 0
        for place in _worth_a_look(tokens, [each for _, each in asked]):
            met = [(len(each.words), -at) for at, each in asked if each.is_at(tokens, place)]
            start = tokens[place][0]
            if met and start >= after:
                count, at = max(met)
                characters += len(text[counted:start].decode())
                after = counted = tokens[place + count - 1][1]
                begin, characters = characters, characters + len(text[start:after].decode())
                yield Spot(begin, characters, -at)


def _worth_a_look(tokens: Sequence[Token], wanted: Sequence[Wanted]) -> list[int]:
    """Return the places of words that something asked for may begin with: a text has thousands of others."""
    whole = {each.words[0] for each in wanted}
    begun = tuple(each.words[0] for each in wanted if each.prefix and len(each.words) == 1)
    return [
        at for at, (_, _, word) in enumerate(tokens) if word in whole or (begun and word.startswith(begun))
    ]
