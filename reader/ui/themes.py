"""Newsreel's own colours. One accent; everything else is a shade of paper or of night."""

from __future__ import annotations

from collections.abc import Mapping

from textual.color import Color
from textual.theme import Theme

NOIR = Theme(
    name="noir",
    dark=True,
    primary="#d8a657",
    secondary="#a89984",
    accent="#d8a657",
    warning="#e0875f",
    error="#e0875f",
    success="#a3b18a",
    foreground="#d9d5cc",
    background="#131314",
    surface="#18181a",
    panel="#222225",
    variables={
        "meta": "#9a958b",
        "band": "#302d26",
        "band-quiet": "#232326",
        "hairline": "#2c2c30",
        "input-selection-background": "#d8a657 30%",
        "screen-selection-background": "#4a4130",
        "scrollbar": "#2c2c30",
        "scrollbar-hover": "#45433f",
        "scrollbar-active": "#d8a657",
        "scrollbar-background": "#18181a",
        "scrollbar-background-hover": "#18181a",
        "scrollbar-background-active": "#18181a",
    },
)

MATINEE = Theme(
    name="matinee",
    dark=False,
    primary="#9a3412",
    secondary="#7c6f64",
    accent="#9a3412",
    warning="#b3261e",
    error="#b3261e",
    success="#4d6b3c",
    foreground="#2b2622",
    background="#fbf8f1",
    surface="#f5f0e6",
    panel="#ece5d8",
    variables={
        "meta": "#685f55",
        "band": "#ebdec7",
        "band-quiet": "#ece6da",
        "hairline": "#ddd4c5",
        "input-selection-background": "#9a3412 25%",
        "screen-selection-background": "#e3cfae",
        "scrollbar": "#d8cfc5",
        "scrollbar-hover": "#b8afa2",
        "scrollbar-active": "#9a3412",
        "scrollbar-background": "#f5f0e6",
        "scrollbar-background-hover": "#f5f0e6",
        "scrollbar-background-active": "#f5f0e6",
    },
)

HIGH_CONTRAST = Theme(
    name="high-contrast",
    dark=True,
    primary="#ffd400",
    secondary="#ffffff",
    accent="#ffd400",
    warning="#ff9d5c",
    error="#ff9d5c",
    success="#7dff9b",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#141414",
    variables={
        "meta": "#d0d0d0",
        "band": "#002e7a",
        "band-quiet": "#2a2a2a",
        "hairline": "#8a8a8a",
        "input-selection-background": "#ffd400 40%",
        "screen-selection-background": "#002e7a",
        "scrollbar": "#8a8a8a",
        "scrollbar-hover": "#ffffff",
        "scrollbar-active": "#ffd400",
        "scrollbar-background": "#000000",
        "scrollbar-background-hover": "#000000",
        "scrollbar-background-active": "#000000",
    },
)

THEMES = (NOIR, MATINEE, HIGH_CONTRAST)

_MUTED = {"meta": "text-muted", "band": "primary-muted", "band-quiet": "panel", "hairline": "panel-lighten-1"}
_LEGIBLE = 4.2
"""The least contrast of quiet text under the cursor, where the theme's own ink has it."""


def completed(variables: Mapping[str, str]) -> dict[str, str]:
    """Return the variables of a theme with what one of Textual's lacks of ours, made of its own colours.

    Its muted text is known only over a ground, which a list lays later; its accents are grounds, not ink.
    What is selected is transparent with Textual, for words that it draws itself.
    """
    variables = {**variables, "screen-selection-foreground": variables["foreground"]}
    if "meta" in variables:
        return variables
    names = ("foreground", "surface", "primary")
    ink, ground, primary = (Color.parse(variables[name]) for name in names)
    if ink.ansi is not None or ground.ansi is not None:
        return {name: variables[other] for name, other in _MUTED.items()} | variables
    band = ground.blend(primary, 0.16)
    shades = (ground.blend(ink, share / 20) for share in range(14, 20))
    quiet = next((each for each in shades if contrast(each, band) >= _LEGIBLE), ink)
    ours = {
        "meta": quiet,
        "band": band,
        "band-quiet": ground.blend(ink, 0.07),
        "hairline": ground.blend(ink, 0.2),
    }
    inks = {"accent": variables["text-accent"], "warning": variables["text-warning"]}
    return {**variables, **inks, **{name: color.hex for name, color in ours.items()}}


def contrast(one: Color, other: Color) -> float:
    """Return how far apart two colours are in light, as WCAG counts it: from 1 to 21."""
    dark, light = sorted(map(_luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: Color) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color.normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
