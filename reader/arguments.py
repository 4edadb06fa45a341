"""The words of a command line as text: they come as bytes, which the locale may not tell the letters of."""

from __future__ import annotations

import os

from reader.errors import UsageError

FILES = ("import", "export", "backup", "restore")
"""Commands that take the name of a file, which may be of any bytes."""


def texts(words: list[str]) -> list[str]:
    """Return a command and its words as text, but for one that takes the name of a file. See `as_text`."""
    return words if words[:1] and words[0] in FILES else [as_text(word) for word in words]


def as_text(word: str) -> str:
    """Return a word as the text that it is in UTF-8, whatever the locale is. Raises UsageError for none."""
    try:
        word.encode()
    except UnicodeEncodeError:
        return _read_again(word)
    return word


def _read_again(word: str) -> str:
    try:
        return os.fsencode(word).decode()
    except UnicodeError as error:
        shown = word.encode(errors="replace").decode()
        raise UsageError(
            f"“{shown}” holds bytes that are no text in UTF-8; type it again in UTF-8."
        ) from error
