"""TOML as most settings files have it, a plain value a line: tomllib's import takes as long as SQLite's."""

from __future__ import annotations


def values(text: str) -> dict[str, object] | None:
    """Return the values by their keys; None where that takes a parser, or there is a fault."""
    found: dict[str, object] = {}
    for line in (line.strip(" \t") for line in text.split("\n")):
        if not line.isprintable():
            return None
        if not line or line[0] == "#":
            continue
        key, _, written = line.partition("=")
        key, value = key.rstrip(" \t"), _value(written.lstrip(" \t"))
        if value is None or key in found or not (key.isascii() and key.isidentifier()):
            return None
        found[key] = value
    return found


def _value(written: str) -> object:
    """Return what a value says; None for all but words, numbers and yes or no."""
    if written in ("true", "false"):
        return written == "true"
    if written.isascii() and written.isdigit() and len(written) < 19:
        return int(written) if written[0] != "0" or written == "0" else None
    quote, inside = written[:1], written[1:-1]
    closed = len(written) > 1 and written[-1] == quote and quote in ("'", '"')
    return inside if closed and quote not in inside and "\\" not in inside else None
