"""The shapes an article is drawn with, for good terminals and for poor ones."""

from __future__ import annotations

from typing import NamedTuple

_SUPERIOR = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_INFERIOR = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_RAISED, _LOWERED = set("0123456789+-=()n"), set("0123456789+-=()")


class Glyphs(NamedTuple):
    """One set of shapes. `small` says whether digits have small forms."""

    bar: str
    kept: str
    """Stands beside lines that were kept as a quote."""
    bullets: tuple[str, ...]
    rule: str
    ornament: str
    picture: str
    play: str
    saved: str
    dot: str
    more: str
    left: str
    right: str
    small: bool

    def number(self, n: int) -> str:
        """Return the mark of link `n`: ⁵ or [5]."""
        return str(n).translate(_SUPERIOR) if self.small else f"[{n}]"

    def raised(self, text: str) -> str:
        """Return `text` in small raised forms where every letter has one."""
        return text.translate(_SUPERIOR) if self.small and _RAISED.issuperset(text) else text

    def lowered(self, text: str) -> str:
        """Return `text` in small lowered forms where every letter has one."""
        return text.translate(_INFERIOR) if self.small and _LOWERED.issuperset(text) else text


UNICODE = Glyphs("┃", "│", ("•", "◦", "▪"), "─", "·   ·   ·", "▪", "▸", "◆", "·", "…", "‹", "›", True)
ASCII = Glyphs("|", ">", ("*", "-", "+"), "-", "*   *   *", "#", ">", "+", "-", "...", "<", ">", False)
