"""On which line each key of a TOML text stands: the parser does not say."""

from __future__ import annotations

import tomllib

from reader.patterns import late

_NAME = r"""(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[\w-]+)"""
_PATH = rf"{_NAME}(?:[ \t]*\.[ \t]*{_NAME})*"
_TABLE = late(rf"\s*\[\[?[ \t]*({_PATH})[ \t]*\]")
_KEY = late(rf"\s*({_PATH})[ \t]*=")

Path = tuple[str, ...]


class Lines:
    """The lines of keys and tables, as far as a scan can tell."""

    def __init__(self, text: str) -> None:
        self._found: dict[Path, int] = {}
        table: Path = ()
        for number, line in enumerate(text.splitlines(), 1):
            if header := _TABLE.match(line):
                table = path = _parts(header[1])
            elif key := _KEY.match(line):
                path = table + _parts(key[1])
            else:
                continue
            for end in range(1, len(path) + 1):
                self._found.setdefault(path[:end], number)

    def of(self, path: Path) -> int:
        """Return the line of a key, or of the nearest table around it (1 where the scan sees none)."""
        while path and path not in self._found:
            path = path[:-1]
        return self._found.get(path, 1)


def first_table(text: str) -> int | None:
    """Return the line, from 0, on which the first table begins, as far as a scan can tell; None for none."""
    return next((number for number, line in enumerate(text.splitlines()) if _TABLE.match(line)), None)


def _parts(text: str) -> Path:
    """Take a dotted key apart, quotes understood."""
    try:
        value: object = tomllib.loads(f"{text} = 0")
    except tomllib.TOMLDecodeError:
        return (text,)
    path: Path = ()
    while isinstance(value, dict):
        ((name, value),) = value.items()
        path += (name,)
    return path
