"""Names of other packages that may go: one test each, with the release it was checked with."""

from __future__ import annotations

import ast
import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module, metadata
from pathlib import Path

import pytest
import textual
from lxml import etree
from textual._compositor import Compositor
from textual._styles_cache import StylesCache
from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.drivers.web_driver import WebDriver
from textual.screen import Screen
from textual.strip import Strip

import reader.ui
from reader.ui.app import ReaderApp
from reader.ui.pictures.painting import _without_detection
from tests.ui.conftest import Start

ROOT = Path(__file__).resolve().parents[2]
KNOWN = {
    "_compositor",
    "_dirty_regions",
    "_on_timer_update",
    "_driver",
    "_sigtstp_application",
    "_sigcont_application",
    "_auto_restart",
    "_key_thread",
    "_Element",
    "_exit",
    "_replace",
    "_asdict",
}
"""Those below, and what the standard library documents in spite of its underscore."""


async def test_the_lines_on_the_screen_come_from_the_compositor(start: Start) -> None:
    """Screen._compositor.render_strips(): checked with Textual 8.2.8."""
    async with start(size=(80, 24)) as reader:
        strips = reader.app.screen._compositor.render_strips()
        assert (len(strips), {type(strip) for strip in strips}) == (24, {Strip}), textual.__version__


def test_the_driver_has_what_ours_changes() -> None:
    """LinuxDriver's attrs_before, start_application_mode and write: checked with Textual 8.2.8."""
    source = inspect.getsource(LinuxDriver)
    begin = inspect.getsource(LinuxDriver.start_application_mode)
    asked = ("self.attrs_before = termios.tcgetattr", 'self.write("\\x1b[?1049h")')
    assert [text in begin for text in asked] == [True, True], textual.__version__
    assert "self.attrs_before" in source.replace(begin, ""), textual.__version__  # given back at the end
    assert list(inspect.signature(LinuxDriver.write).parameters) == ["self", "data"]
    stops = (LinuxDriver._sigtstp_application, LinuxDriver._sigcont_application)
    assert [list(inspect.signature(stop).parameters) for stop in stops] == [["self", "_"]] * 2
    assert ReaderApp.get_line_filters.__name__ in dir(textual.app.App)
    made = ('getincrementaldecoder("utf-8")().decode', "XTermParser(")
    assert [text in source for text in made] == [True, True], textual.__version__


def test_a_driver_that_goes_on_has_what_ours_looks_at() -> None:
    """LinuxDriver's _key_thread, _auto_restart and _must_signal_resume: checked with Textual 8.2.8."""
    begin = inspect.getsource(LinuxDriver.start_application_mode)
    asked = ("self._key_thread.start()", "if self._must_signal_resume:")
    assert [text in begin for text in asked] == [True, True], textual.__version__
    assert "if self._auto_restart:" in inspect.getsource(LinuxDriver._sigcont_application)


def test_the_two_grounds_of_a_widget_are_asked_for_as_ours_answers() -> None:
    """StylesCache.get_inner_outer: checked with Textual 8.2.8."""
    source = inspect.getsource(StylesCache)
    asked = (
        "self.get_inner_outer(base_background, background)",
        "Style(background=base_background + background)",
    )
    assert [text in source for text in asked] == [True, True], textual.__version__


def test_the_driver_of_a_page_has_what_ours_changes() -> None:
    """WebDriver's _write, _size and _app, and what it begins with: checked with Textual 8.2.8."""
    source = inspect.getsource(WebDriver)
    made = ('getincrementaldecoder("utf-8")().decode', "XTermParser(", "partial(os.write, self.fileno)")
    begin = ("self._write(b", "Size(*self._size)", "self._key_thread.start()", "self._app.call_later(")
    assert [text in source for text in made + begin] == [True] * 7, textual.__version__


OVERRIDDEN = {
    (Screen, "_compositor_refresh"): ["self"],
    (Screen, "_screen_resized"): ["self", "size"],
    (Compositor, "_get_renders"): ["self", "crop"],
    (LinuxDriver, "_get_terminal_size"): ["self"],
    (XTermParser, "_parse_extended_key"): ["self", "sequence"],
    (XTermParser, "_sequence_to_key_events"): ["self", "sequence", "alt"],
}
"""Private methods that ours stand in for, and what they are given."""


@pytest.mark.parametrize(("owner", "name"), OVERRIDDEN, ids=str)
def test_what_ours_stands_in_for_is_given_what_it_was(owner: type, name: str) -> None:
    """All of them: checked with Textual 8.2.8."""
    given = list(inspect.signature(getattr(owner, name)).parameters)
    assert given == OVERRIDDEN[owner, name], textual.__version__


def test_no_other_private_method_of_another_package_is_overridden() -> None:
    assert set(_overridden()) == set(OVERRIDDEN)


def _overridden() -> Iterator[tuple[type, str]]:
    for found in pkgutil.walk_packages(reader.ui.__path__, "reader.ui."):
        module = import_module(found.name)
        for ours in vars(module).values():
            if inspect.isclass(ours) and ours.__module__ == module.__name__:
                yield from _of_others(ours)


def _of_others(ours: type) -> Iterator[tuple[type, str]]:
    """Yield the first class above ours that has a private method of the same name, if it is not ours, too."""
    for name, method in vars(ours).items():
        if inspect.isfunction(method) and name.startswith("_") and not name.startswith("__"):
            above = next((base for base in ours.__mro__[1:] if name in vars(base)), ours)
            if not above.__module__.startswith("reader."):
                yield above, name


async def test_what_is_to_be_drawn_is_kept_in_regions(start: Start) -> None:
    """Compositor._dirty_regions: checked with Textual 8.2.8."""
    async with start(size=(80, 24)) as reader:
        assert isinstance(reader.app.screen._compositor._dirty_regions, set), textual.__version__


async def test_a_screen_paints_what_changed_when_its_timer_says_so(start: Start) -> None:
    """Screen._on_timer_update, which paints at once: checked with Textual 8.2.8."""
    async with start(size=(80, 24)) as reader:
        screen = reader.app.screen
        assert list(inspect.signature(screen._on_timer_update).parameters) == [], textual.__version__
        screen._dirty_widgets.add(reader.main.list)
        screen._on_timer_update()
        assert screen._dirty_widgets == set(), textual.__version__


async def test_an_app_has_its_driver(start: Start) -> None:
    """App._driver, through which pictures are drawn: checked with Textual 8.2.8."""
    async with start(size=(80, 24)) as reader:
        assert isinstance(reader.app._driver, Driver), textual.__version__


def test_what_draws_for_sixel_and_kitty_is_where_it_was() -> None:
    """textual_image._sixel and the rows and columns of Kitty: checked with textual-image 0.12.0."""
    _without_detection()
    from textual_image._sixel import image_to_sixels
    from textual_image.renderable.tgp import _NUMBER_TO_DIACRITIC

    release = metadata.version("textual-image")
    assert list(inspect.signature(image_to_sixels).parameters)[:1] == ["image"], release
    assert len(_NUMBER_TO_DIACRITIC) >= 255, release


def test_elements_of_a_tree_have_a_class_to_name() -> None:
    """etree._Element, which lxml names in its documentation: checked with lxml 6.1.3."""
    assert isinstance(etree.fromstring(b"<a/>"), etree._Element), etree.__version__


def test_no_other_private_name_of_another_package_is_used() -> None:
    trees = {path: ast.parse(path.read_text("utf-8")) for path in (ROOT / "reader").rglob("*.py")}
    nodes = [(path, node) for path, tree in trees.items() for node in ast.walk(tree)]
    ours = {name for _, node in nodes for name in _named(node)}
    used = {
        (path.name, node.attr)
        for path, node in nodes
        if isinstance(node, ast.Attribute) and node.attr.startswith("_") and not node.attr.startswith("__")
    }
    assert {(path, name) for path, name in used if name not in ours | KNOWN} == set()


def _named(node: ast.AST) -> list[str]:
    """Return the names that a piece of our own code brings into being."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return [node.name]
    if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
        return [node.attr]
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        return [node.id]
    return []
