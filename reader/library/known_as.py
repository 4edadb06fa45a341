"""What the library knows a film as: by its title for a working one, in full for in short."""

from __future__ import annotations

from collections.abc import Iterable

from reader.store.learnt import Learnt
from reader.stories.films.canonical import canonical
from reader.stories.films.titles import Titles
from reader.stories.language.tokens import key_of
from reader.stories.memory import Memory


def known_as(titles: Titles, names: Iterable[str]) -> dict[str, str]:
    """Return which of these names are one film's whose reports are told under another, and that one."""
    wholes = {name: _known_as(titles, key_of(name)) for name in names}
    return {name: titles.form(full) for name, full in wholes.items() if full}


def _known_as(titles: Titles, key: str) -> str | None:
    """Return another title that a film goes by; one word may be what another film has behind its colon."""
    full = canonical(titles, key)
    sure = key in titles.renamed or (" " in key and titles.usual(full))
    return full if sure and full != key else None


def titles_of(learnt: Learnt) -> Titles:
    """Return the titles that the library has shown so far."""
    memory = Memory()
    for number in learnt.pieces():
        if packed := learnt.piece(number):
            memory.add(packed)
    return memory.names.titles
