"""What every dialog shares: a title, a body, a line for trouble, a line of keys; Esc closes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, TypeVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.geometry import Size
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Input, Label, OptionList
from textual.widgets.option_list import Option

from reader.paths import STYLES
from reader.text.clean import clean, drawable

if TYPE_CHECKING:
    from textual.css.styles import RulesMap

Result = TypeVar("Result")
_GAP = 4
"""Cells between two pairs in a line of keys."""


class Fitted(Content):
    """Text whose lines are mostly cut to the width: how high it is then is counted, not wrapped."""

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return the lines it takes in so many cells."""
        lines = self.plain.split("\n")
        fits = max(map(cell_len, lines)) <= width
        return len(lines) if fits else super().get_height(rules, width)


def words(*parts: tuple[str, str] | str) -> Content:
    """Return text in styles, never read as markup; every part passes the cleaner."""
    styled = (part if isinstance(part, tuple) else (part, "") for part in parts)
    return Fitted.assemble(*((clean(text), style) for text, style in styled))


class KeyLine(Widget):
    """The quiet line of keys; where it is too long it breaks between pairs only."""

    def __init__(self, *pairs: tuple[str, str], id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes="keys")
        self.pairs = pairs

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return how many lines it takes at a width."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Draw key and label of every pair."""
        drawn = [
            Content(" " * _GAP).join(Content.assemble((key, "bold"), f"  {label}") for key, label in line)
            for line in self._lines(self.size.width)
        ]
        return Content("\n").join(drawn)

    def _lines(self, width: int) -> list[list[tuple[str, str]]]:
        lines: list[list[tuple[str, str]]] = [[]]
        used = 0
        for key, label in self.pairs:
            size = cell_len(key) + cell_len(label) + 2
            if used and used + size > width:
                lines.append([])
                used = 0
            lines[-1].append((key, label))
            used += size + _GAP
        return lines


def fit(box: Widget, flexible: Widget, rows: int) -> None:
    """Let `flexible` take what its neighbours leave of `rows`; it scrolls where that is too little."""
    shown = [child for child in box.children if child.display]
    if not shown:  # it is being taken away
        return
    taken = sum(child.outer_size.height for child in shown if child is not flexible)
    margins = [child.styles.margin for child in shown]
    between = sum(max(above.bottom, below.top) for above, below in pairwise(margins))  # they overlap
    outer = margins[0].top + margins[-1].bottom + box.styles.padding.height
    flexible.styles.max_height = max(3, rows - taken - between - outer)


class Once(Screen[Result]):
    """A screen that answers once: to a second Enter or Esc struck before it is gone it is deaf."""

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Answer and go. Textual would close whatever is on top by then, and end on finding nothing there."""
        return super().dismiss(result) if self.is_active else AwaitComplete()


class Dialog(ModalScreen[Result], Once[Result]):
    """A calm box in the middle of the screen. Subclasses give `title_text`, `keys` and `body`."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "close", show=False)]
    CSS_PATH = STYLES / "dialogs.tcss"

    HORIZONTAL_BREAKPOINTS = [(0, "-tight"), (120, "-ample"), (160, "-vast")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (26, "-tall")]  # noqa: RUF012 (an instance variable to Screen)

    title_text = ""
    keys: tuple[tuple[str, str], ...] = (("Enter", "accept"), ("Esc", "close"))
    _whole = False
    """Whether all have the room they need; what was painted before would jump."""

    def compose(self) -> ComposeResult:
        """Lay out title, body, trouble and keys."""
        with Vertical(classes="dialog"):
            yield Label(words(self.title_text), classes="dialog--title")
            yield from self.body()
            yield Label("", classes="dialog--trouble", markup=False)
            yield KeyLine(*self.keys)

    def body(self) -> Iterable[Widget]:
        """Return the widgets between title and keys."""
        return ()

    def on_resize(self, _: Resize) -> None:
        """Keep the whole dialog on the screen."""
        self.refit()

    def refit(self) -> None:
        """Give the list, if there is one, the room the rest leaves."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        rows = self.size.height * (100 if self.has_class("-short") else 92) // 100  # as dialogs.tcss says
        for picker in self.query(Picker):
            fit(self.query_one(".dialog"), picker, rows)
        if not self._whole:
            self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self._whole = True
        self.refresh()

    def _compositor_refresh(self) -> None:
        if self._whole:
            super()._compositor_refresh()

    def say(self, sentence: str, *, trouble: bool = True) -> None:
        """Show a sentence above the keys, or take it away."""
        label = self.query_one(".dialog--trouble", Label)
        label.update(words(sentence))
        label.set_class(bool(sentence), "-shown").set_class(not trouble, "-calm")
        self.refit()
        if sentence:
            self.call_after_refresh(label.scroll_visible, animate=False)

    def action_close(self) -> None:
        """Leave without a result."""
        self.dismiss(None)


def field(label: str, value: str = "", *, name: str, placeholder: str = "") -> Iterable[Widget]:
    """Return a label and the input below it."""
    yield Label(words(label), classes="dialog--label")
    yield Input(
        drawable(value), id=name, placeholder=drawable(placeholder), compact=True, select_on_focus=False
    )


Rows = Callable[[int], Iterable[Content | Option]]
"""The rows of a list in so many cells; an option where one cannot be chosen."""


class Picker(OptionList):
    """A list to choose from, moved in like every other list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", show=False),
        Binding("k", "cursor_up", show=False),
        Binding("g", "first", show=False),
        Binding("G", "last", show=False),
        Binding("ctrl+d", "page_down", show=False),
        Binding("ctrl+u", "page_up", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._rows: Rows = lambda _: ()
        self._top: tuple[int, int | None] = (0, -1)
        self._width = 0

    def fill(self, rows: Rows, highlighted: int = 0) -> None:
        """Show these rows instead, the cursor on one of them."""
        self._rows = rows
        self._width = self.scrollable_content_region.width
        self.clear_options()
        drawn = rows(max(8, self._width - 2))
        self.add_options([row if isinstance(row, Option) else Option(Fitted.assemble(row)) for row in drawn])
        if self.option_count:
            self.highlighted = min(max(0, highlighted), self.option_count - 1)

    def redraw(self) -> None:
        """Draw the rows anew, as many as they were, each where it is."""
        for at, row in enumerate(self._rows(max(8, self._width - 2))):
            if not isinstance(row, Option):
                self.replace_option_prompt_at_index(at, Fitted.assemble(row))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how high it would be; of more rows than the screen has, no row is looked at."""
        many = self.option_count > viewport.height
        return self.option_count if many else super().get_content_height(container, viewport, width)

    def begin_at(self, index: int) -> None:
        """Scroll so that a row is the first to be seen, until the cursor is moved."""
        self._top = (index, self.highlighted)
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        index, highlighted = self._top
        if highlighted == self.highlighted:
            above = sum(str(option.prompt).count("\n") + 1 for option in self.options[:index])
            self.scroll_to(y=above, animate=False)

    def action_page_down(self) -> None:
        """Move a page down. Textual 8.2.8 raises KeyError where rows are not laid out yet: then stay."""
        with suppress(KeyError):
            super().action_page_down()  # type: ignore[no-untyped-call]

    def action_page_up(self) -> None:
        """Move a page up, as `action_page_down` does."""
        with suppress(KeyError):
            super().action_page_up()  # type: ignore[no-untyped-call]

    def on_resize(self, _: Resize) -> None:
        """Fit the rows to the width."""
        self.call_after_refresh(self._begin)
        if self._width != self.scrollable_content_region.width:
            self.fill(self._rows, self.highlighted or 0)
            if isinstance(self.screen, Dialog):  # what says the width beside them may be as high as before
                self.screen.refit()
