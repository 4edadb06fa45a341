"""The marks a row carries, as drawn and in plain ASCII."""

from __future__ import annotations

from typing import NamedTuple


class Glyphs(NamedTuple):
    """One set of marks."""

    unread: str
    bookmarked: str
    full_text: str
    trailer: str
    failing: str
    bar: str
    dot: str
    """Stands between outlet and age."""
    guarded: str
    rumour: str
    quote: str
    """Stands before words that were kept."""
    folded: str
    """Stands after the name of a folder whose outlets are not in sight."""


DRAWN = Glyphs("●", "◆", "≡", "▸", "!", "▌", "·", "◌", "~", "│", "▸")
ASCII = Glyphs("*", "+", "=", ">", "!", "|", "-", "?", "~", ">", ">")
