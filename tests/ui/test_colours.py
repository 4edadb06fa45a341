"""Colours: words are readable on every ground, and a terminal of few shows what is meant."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import Color as RichColor
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip
from textual.theme import BUILTIN_THEMES, Theme

from reader.library import Library
from reader.ui.few_colours import FewColours, nearest
from reader.ui.themes import THEMES, completed, contrast
from tests.library.test_news import NOW as MORNING
from tests.library.test_news import morning
from tests.library.test_reading import publish
from tests.ui.conftest import Reader, Start

BYTE = st.integers(0, 255)
INKS = ("foreground", "meta", "accent", "warning")
GROUNDS = ("background", "surface", "panel", "band", "band-quiet")
AMPLE, ENOUGH, AT_LEAST, DIM = 4.5, 4.0, 3.5, 3.0
"""What WCAG asks of text, what is left of it where there are few colours, and fewer; what steps back has."""


def seen(number: int) -> Color:
    return Color(*RichColor.from_ansi(number).get_truecolor())


def as_meant(color: Color) -> Color:
    return color


def among_few(color: Color) -> Color:
    return seen(nearest(*color.rgb))


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("shown", "least"), [(as_meant, AMPLE), (among_few, ENOUGH)], ids=["true", "256"])
def test_words_are_readable_on_every_ground(
    theme: Theme, shown: Callable[[Color], Color], least: float
) -> None:
    named = {name: theme.variables.get(name) or getattr(theme, name) for name in (*INKS, *GROUNDS)}
    colors = {name: shown(Color.parse(value)) for name, value in named.items()}
    pairs = product(INKS, GROUNDS)
    assert [pair for pair in pairs if contrast(colors[pair[0]], colors[pair[1]]) < least] == []
    assert theme.name == "high-contrast" or colors["surface"] != colors["panel"]  # fields of dialogs
    assert colors["surface"] != colors["band"]


@pytest.mark.parametrize("theme", BUILTIN_THEMES.values(), ids=lambda theme: theme.name)
def test_in_textuals_themes_what_is_quiet_is_not_lost(theme: Theme) -> None:
    variables = completed({**theme.to_color_system().generate(), **theme.variables})
    if theme.ansi:
        assert variables["meta"] == "ansi_default 50%"
        return
    color = {name: Color.parse(variables[name]) for name in (*INKS, *GROUNDS)}
    for ground in ("background", "surface", "band"):
        least = min(4.0, contrast(color["foreground"], color[ground]))
        assert contrast(color["meta"], color[ground]) >= least
    assert min(contrast(color["accent"], color[ground]) for ground in ("background", "surface")) >= 2.9


@pytest.mark.parametrize("theme", ["noir", "matinee", "high-contrast", "textual-dark"])
async def test_what_is_selected_can_be_read(start: Start, theme: str) -> None:
    async with start(theme=theme) as reader:
        await reader.press("enter")
        ground = reader.main.get_component_rich_style("screen--selection").bgcolor
        for pane in ("#list", "#article"):
            await reader.pilot.mouse_down(pane, offset=(3, 1))
            await reader.pilot.hover(pane, offset=(20, 1))
            await reader.pilot.mouse_up(pane, offset=(20, 1))
            await reader.pilot.pause()
            strips = reader.app.screen._compositor.render_strips()
            looks = {style for strip in strips for text, style, _ in strip if style and text.strip()}
            inks = {style.color for style in looks if style.bgcolor == ground}
            assert inks, pane
            for ink in inks:
                assert contrast(Color.from_rich_color(ink), Color.from_rich_color(ground)) > AMPLE
            reader.main.clear_selection()


@pytest.mark.parametrize("theme", ["noir", "matinee", "high-contrast"])
@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("/", "earch titles"),
        ("B", "ilter…"),
        ("colon", "ommand or outlet"),
        ("f", "ilter this list"),
        ("t", "heat #casting"),
        ("question_mark", "key, or words"),
    ],
)
async def test_what_a_line_is_for_can_be_read(start: Start, theme: str, key: str, words: str) -> None:
    async with start(theme=theme, size=(160, 40)) as reader:
        await reader.press(key)
        await reader.until(lambda: words in reader.screen_text())
        strips = reader.app.screen._compositor.render_strips()
        looks = {style for strip in strips for text, style, _ in strip if style and words in text}
    assert looks
    for look in looks:
        assert contrast(*(Color.from_rich_color(each) for each in (look.color, look.bgcolor))) >= AMPLE


@pytest.mark.parametrize("theme", ["noir", "matinee", "high-contrast", "textual-dark"])
@pytest.mark.parametrize("colours", ["truecolor", "standard"])
async def test_what_heads_and_divides_the_rows_of_a_dialog_can_be_read(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, theme: str, colours: str
) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", colours)
    with Library(morning(tmp_path / "dates.db"), clock=lambda: MORNING) as library:
        publish(library, "‘Abel’ to Open on 9 December 2025", published=MORNING - 60 * 86_400)
        publish(library, "‘Kestrel’ to Open on 18 December 2026")
        async with start(theme=theme, over=library) as reader:
            await reader.press("D")
            inks = inks_in_the_dialog(reader)
    shown = among_sixteen if colours == "standard" else as_meant
    ratios = {text: contrast(shown(ink), shown(ground)) for text, ink, ground in inks}
    assert {"Abel", "Kestrel"} <= ratios.keys()
    assert [text for text, ratio in ratios.items() if ratio < (AMPLE if text in "AbelKestrel" else DIM)] == []


def inks_in_the_dialog(reader: Reader) -> list[tuple[str, Color, Color]]:
    """Every piece of text in the dialog with its ink and its ground."""
    box = reader.app.screen.query_one(".dialog").region
    strips = reader.app.screen._compositor.render_strips()[box.y : box.bottom]
    pieces = (piece for strip in strips for piece in strip.crop(box.x, box.right))
    return [
        (text.strip(), Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor))
        for text, style, _ in pieces
        if style and text.strip()
    ]


@given(BYTE, BYTE, BYTE)
def test_no_grey_is_tinted_and_no_colour_is_far_off(red: int, green: int, blue: int) -> None:
    found = seen(nearest(red, green, blue)).rgb
    assert max(abs(a - b) for a, b in zip(found, (red, green, blue), strict=True)) <= 62
    grey = seen(nearest(red, red, red)).rgb
    assert len(set(grey)) == 1
    assert abs(grey[0] - red) <= 9


async def test_paper_is_not_pink_where_colours_are_few(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "256")
    async with start(theme="matinee", size=(80, 24)) as reader:
        strips = reader.app.screen._compositor.render_strips()
        styles = [style for strip in strips for _, style, _ in strip if style]
    grounds = {style.bgcolor.downgrade(ColorSystem.EIGHT_BIT) for style in styles if style.bgcolor}
    assert {name for name in grounds if len(set(seen(name.number or 0).rgb)) > 1} == set()


@pytest.mark.parametrize("theme", ["noir", "matinee", "high-contrast", "textual-light"])
async def test_of_sixteen_colours_each_ground_and_ink_has_its_own(
    start: Start, monkeypatch: pytest.MonkeyPatch, theme: str
) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "standard")
    async with start(theme=theme, size=(80, 24)) as reader:
        variables = reader.app.get_css_variables()
        lines = reader.app.screen._compositor.render_strips()
    color = {name: among_sixteen(Color.parse(variables[name])) for name in (*INKS, *GROUNDS)}
    assert len({color[name].rgb for name in ("surface", "band", "band-quiet")}) == 3
    pairs = product(INKS, ("background", "surface", "panel", "band"))
    assert [pair for pair in pairs if contrast(color[pair[0]], color[pair[1]]) < AT_LEAST] == []
    row, other = (next(line for line in lines if words in line.text) for words in ("Heat 2", "Venice"))
    assert (ground(row), ground(other)) == (color["band"].rgb, color["surface"].rgb)


def among_sixteen(color: Color) -> Color:
    return seen(color.rich_color.downgrade(ColorSystem.STANDARD).number or 0)


def ground(line: Strip) -> tuple[int, int, int]:
    """What the middle of a line stands on, where there are sixteen colours."""
    (middle,) = line.crop(40, 41)
    assert middle.style is not None
    assert middle.style.bgcolor is not None
    return among_sixteen(Color.from_rich_color(middle.style.bgcolor)).rgb


def test_looks_are_kept() -> None:
    style = Style(color="#ece5d8", bold=True, meta={"link": 1})
    (found,) = FewColours().apply([Segment("x", style)], Color(0, 0, 0))
    assert found.style == Style(color="color(254)", bold=True, meta={"link": 1})
