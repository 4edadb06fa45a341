"""A value put into a TOML text, or taken out of it; comments, order and spacing stay as they were written."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import Any

from reader.toml_lines import first_table

Keys = Sequence[str]
"""The names that lead to a value: ("measure",), ("keys", "app.quit")."""


def put(text: str, keys: Keys, value: object) -> str:
    """Return the text with the value that these names lead to set. ValueError where that cannot be."""
    return _first(text, keys, value, (_before_tables, _in_place, _at_the_end))


def drop(text: str, keys: Keys, instead: object = None) -> str:
    """Return the text without a value; where a comment would go with its line, with another `instead`."""
    import tomlkit  # where nobody waits for it

    if _held(tomllib.loads(text), keys) is None:
        return text
    item: Any = tomlkit.parse(text).item(keys[0])
    if instead is not None and len(keys) == 1 and item.trivia.comment:
        return put(text, keys, instead)
    return _first(text, keys, None, (_without,))


def _first(
    text: str, keys: Keys, value: object, ways: Iterable[Callable[[str, Keys, object], str | None]]
) -> str:
    """Return what one of the ways makes of the text, if it says that and nothing else otherwise than before.

    Where tables stand in pieces or on one line, tomlkit raises, or takes later values into another table.
    """
    wanted = _changed(tomllib.loads(text), keys, value)
    for way in ways:
        with suppress(ValueError, KeyError, TypeError, AttributeError):
            draft = way(text, keys, value)
            if draft is not None and _full(tomllib.loads(draft)) == _full(wanted):
                return draft
    raise ValueError(f"{keys[0]} is written there in a way that only you can change")


def _in_place(text: str, keys: Keys, value: object) -> str:
    """Return the text with the value among its own."""
    import tomlkit

    document: Any = tomlkit.parse(text)
    table = document
    for name in keys[:-1]:
        table = table.setdefault(name, tomlkit.table())
    table[keys[-1]] = value
    return tomlkit.dumps(document)


def _at_the_end(text: str, keys: Keys, value: object) -> str:
    """Return the text with a table of its own for the value below it."""
    import tomlkit

    return f"{text.rstrip()}\n\n{tomlkit.dumps(_changed({}, keys, value))}"


def _without(text: str, keys: Keys, _: object) -> str:
    import tomlkit

    document: Any = tomlkit.parse(text)
    table = document
    for name in keys[:-1]:
        table = table[name]
    del table[keys[-1]]
    return tomlkit.dumps(document)


def _before_tables(text: str, keys: Keys, value: object) -> str | None:
    """Return the text with a new value after the last that is in no table; None where it is none of those.

    tomlkit puts it between the first table and the comment above that, which then seems to be about it.
    """
    import tomlkit

    lines, end = text.splitlines(keepends=True), first_table(text)
    if end is None or len(keys) > 1 or keys[0] in tomllib.loads(text):
        return None
    for part in ("#", ""):
        while end and lines[end - 1].strip()[:1] == part:
            end -= 1
    gap = "" if end else "\n"
    return "".join((*lines[:end], tomlkit.dumps({keys[0]: value}), gap, *lines[end:]))


def _held(values: Any, keys: Keys) -> object:
    for name in keys:
        values = values.get(name) if isinstance(values, dict) else None
    return values


def _changed(values: dict[str, Any], keys: Keys, value: object) -> dict[str, Any]:
    """Return the values with one of them set, or with None left out."""
    name, *others = keys
    if others:
        return {**values, name: _changed(values.get(name, {}), others, value)}
    left = {key: each for key, each in values.items() if key != name}
    return left if value is None else {**left, name: value}


def _full(values: dict[str, Any]) -> dict[str, Any]:
    """Return the values without tables that hold none."""
    told = ((name, _full(each) if isinstance(each, dict) else each) for name, each in values.items())
    return {name: each for name, each in told if each != {}}
