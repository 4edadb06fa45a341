"""The screen in a terminal of sixteen colours: each role has one of them, in a light theme or a dark one.

The nearest would do for none: a band falls to the colour of its ground, and amber ink to yellow on white.
"""

from __future__ import annotations

from collections.abc import Mapping

from textual.theme import Theme

_BLACK, _WHITE, _LIGHT_GREY, _DARK_GREY = "#000000", "#ffffff", "#aaaaaa", "#555555"
_BLUE, _RED, _BRIGHT_RED, _BRIGHT_YELLOW = "#0000aa", "#aa0000", "#ff5555", "#ffff55"
"""As Rich knows the colours by their numbers; which they are, the terminal says."""

_GROUNDS = (
    *("background", "surface", "panel", "scrollbar-background"),
    *("scrollbar-background-hover", "scrollbar-background-active"),
)
_NIGHT = dict.fromkeys(_GROUNDS, _BLACK) | {
    "foreground": _WHITE,
    "meta": _LIGHT_GREY,
    "primary": _BRIGHT_YELLOW,
    "accent": _BRIGHT_YELLOW,
    "warning": _BRIGHT_RED,
    "error": _BRIGHT_RED,
    "band": _BLUE,
    "band-quiet": _DARK_GREY,
    "hairline": _DARK_GREY,
    "scrollbar": _DARK_GREY,
    "scrollbar-hover": _LIGHT_GREY,
    "scrollbar-active": _BRIGHT_YELLOW,
    "input-selection-background": _BLUE,
    "screen-selection-background": _BLUE,
    "screen-selection-foreground": _WHITE,
}
_DAY = dict.fromkeys(_GROUNDS, _WHITE) | {
    "foreground": _BLACK,
    "meta": _DARK_GREY,
    "primary": _RED,
    "accent": _RED,
    "warning": _RED,
    "error": _RED,
    "band": _BRIGHT_YELLOW,
    "band-quiet": _LIGHT_GREY,
    "hairline": _LIGHT_GREY,
    "scrollbar": _LIGHT_GREY,
    "scrollbar-hover": _DARK_GREY,
    "scrollbar-active": _RED,
    "input-selection-background": _BRIGHT_YELLOW,
    "screen-selection-background": _BRIGHT_YELLOW,
    "screen-selection-foreground": _BLACK,
}


def among_sixteen(theme: Theme, variables: Mapping[str, str]) -> dict[str, str]:
    """Return the variables of a theme in sixteen colours; one made of the terminal's own stays as it is."""
    if theme.ansi:
        return dict(variables)
    return {**variables, **(_NIGHT if theme.dark else _DAY)}
