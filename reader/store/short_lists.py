"""Short lists as they lie in one column: JSON, readable by people who query the library."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from reader.model import Enclosure, KeptQuote

DAMAGED = (msgspec.MsgspecError, UnicodeDecodeError, TypeError, RecursionError)
"""What is raised where a stored value is not what was stored."""


def pack_list(values: Iterable[object]) -> str:
    """Return a short list as JSON, readable by people who query the library."""
    return msgspec.json.encode(list(values)).decode()


def unpack_words(stored: str) -> tuple[str, ...]:
    """Return a stored list of names; a damaged one is empty, so that it costs no list the article."""
    try:
        return msgspec.json.decode(stored, type=tuple[str, ...])
    except DAMAGED:
        return ()


def unpack_enclosures(stored: str) -> tuple[Enclosure, ...]:
    """Return a stored list of enclosures; a damaged one is empty."""
    try:
        return msgspec.json.decode(stored, type=tuple[Enclosure, ...])
    except DAMAGED:
        return ()


IN_ORDER = "place IS NULL, place, kept_at, rowid"
"""The order of quotes: that of the text where it is known, else of time."""


def quotes_of(article_id: str) -> str:
    """Return the SQL of the quotes kept of an article, as JSON."""
    columns = "'text', text, 'place', place, 'kept_at', kept_at"
    listed = f"json_group_array(json_object({columns}) ORDER BY {IN_ORDER})"
    return f"(SELECT {listed} FROM quote WHERE article_id = {article_id})"


def unpack_quotes(stored: str) -> tuple[KeptQuote, ...]:
    """Return quotes as `quotes_of` gives them; of damaged ones none."""
    try:
        return msgspec.json.decode(stored, type=tuple[KeptQuote, ...])
    except DAMAGED:
        return ()
