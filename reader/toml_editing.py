"""A value put into a TOML text, or taken out of it; comments, order and spacing stay as they were written."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from reader.toml_lines import first_table


def put(text: str, keys: Sequence[str], value: object) -> str:
    """Return the text with the value that these names lead to set."""
    import tomlkit  # where nobody waits for it

    document: Any = tomlkit.parse(text)
    table = document
    for name in keys[:-1]:
        table = table.setdefault(name, tomlkit.table())
    if table is document and keys[-1] not in document and (draft := _before_tables(text, keys[-1], value)):
        return draft
    table[keys[-1]] = value
    return tomlkit.dumps(document)


def drop(text: str, keys: Sequence[str], instead: object = None) -> str:
    """Return the text without a value; where a comment would go with its line, with another `instead`."""
    import tomlkit

    document: Any = tomlkit.parse(text)
    table = document
    for name in keys[:-1]:
        table = table.get(name, {})
    if keys[-1] not in table:
        return text
    if instead is not None and table.item(keys[-1]).trivia.comment:
        table[keys[-1]] = instead
    else:
        table.remove(keys[-1])
    return tomlkit.dumps(document)


def _before_tables(text: str, name: str, value: object) -> str | None:
    """Return the text with a new value after the last that is in no table; None where that goes wrong.

    tomlkit puts it between the first table and the comment above that, which then seems to be about it.
    """
    import tomlkit

    lines = text.splitlines(keepends=True)
    end = first_table(text)
    if end is None:
        return None
    for part in ("#", ""):
        while end and lines[end - 1].strip()[:1] == part:
            end -= 1
    gap = "" if end else "\n"
    draft = "".join((*lines[:end], tomlkit.dumps({name: value}), gap, *lines[end:]))
    with suppress(tomllib.TOMLDecodeError):  # what looked like a table was part of a value
        if tomllib.loads(draft) == {**tomllib.loads(text), name: value}:
            return draft
    return None
