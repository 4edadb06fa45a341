"""What the library knows a film as: by its title for a working one, in full for in short."""

from __future__ import annotations

from collections.abc import Iterable

from reader.store.learnt import Learnt
from reader.stories.films.titles import Titles
from reader.stories.films.wholes import whole
from reader.stories.memory import Memory
from reader.stories.phrases import key_of


def known_as(titles: Titles, names: Iterable[str]) -> dict[str, str]:
    """Return which of these names are one film's whose reports are told under another, and that one."""
    keys = {name: key_of(name) for name in names}
    return {name: titles.form(full) for name, key in keys.items() if (full := whole(titles, key)) != key}


def titles_of(learnt: Learnt) -> Titles:
    """Return the titles that the library has shown so far."""
    memory = Memory()
    for number in learnt.pieces():
        if packed := learnt.piece(number):
            memory.add(packed)
    return memory.names.titles
