"""The two single lines: the title at the top, and at the bottom what is going on and the keys that matter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from reader.ui.drawing import cut, number

Piece = tuple[str, str]
WHILE = 8.0
"""Seconds that something said stays on show."""


class Bar(Widget):
    """One line of pieces, each in the style of a component class."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *("bar--brand", "bar--title", "bar--meta", "bar--key", "bar--accent", "bar--warning")
    }

    def pieces(self, width: int) -> Sequence[Piece]:
        """Return what stands on the line, at most `width` cells wide."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width, ground = self.size.width, self.rich_style
        pieces = self.pieces(width) if y == 0 else ()
        segments = [Segment(text, ground + self._part(part)) for text, part in pieces]
        return Strip(segments).adjust_cell_length(width, ground)

    def _part(self, name: str) -> Style:
        return self.get_component_rich_style(f"bar--{name}", partial=True) if name else Style.null()


class TitleBar(Bar):
    """Newsreel, the list's title, and how much there is to read."""

    def __init__(self) -> None:
        super().__init__(id="title")
        self._title, self._facts = "", [""]

    def show(self, title: str, outlets: int, unread: int, time: str) -> None:
        """Take in what changed."""
        full = f"{number(outlets)} outlets · {number(unread)} unread · {time}"
        facts = [full, f"{number(unread)} · {time}"]
        if (title, facts) != (self._title, self._facts):
            self._title, self._facts = title, facts
            self.refresh()

    def pieces(self, width: int) -> Sequence[Piece]:
        """Return brand, title and facts; the brand and the long facts only where there is room."""
        wide = width >= 90
        brand: Piece = (f" {'Newsreel':<{self._column() - 1}}" if wide else " ", "brand")
        facts = f"{self._facts[0 if wide else -1]} "
        room = width - len(brand[0]) - cell_len(facts)
        title = cut(self._title, max(0, room - 1))
        return [brand, (title, "title"), (" " * (room - cell_len(title)), ""), (facts, "meta")]

    def _column(self) -> int:
        """Return where the title stands: over the list, right of the outlets where they are shown."""
        sidebar = self.screen.query_one("#sidebar")
        width = sidebar.styles.width
        return int(width.value) + 1 if sidebar.display and width else 11


class StatusLine(Bar):
    """What is going on, quietly; at the right three keys."""

    class NewAsked(Message):
        """The person clicked on “12 new ↑”."""

    def __init__(self) -> None:
        super().__init__(id="status")
        self._said, self._trouble = "", False
        self.new = 0
        self.progress = self.rest = self.pending = ""
        """The refresh under way; what to say when nothing happens; keys typed so far."""
        self.hints: Sequence[tuple[str, str]] = ()
        self._timer: Timer | None = None

    def say(self, text: str, *, trouble: bool = False) -> None:
        """Say something until the next key; what is no trouble, no longer than a while."""
        self._said, self._trouble = text, trouble
        if self._timer is not None:
            self._timer.stop()
        if text and not trouble:
            self._timer = self.set_timer(WHILE, self.quiet)
        self.refresh()

    def quiet(self) -> None:
        """Forget what was said."""
        if self._said:
            self.say("")

    def show(
        self,
        *,
        new: int | None = None,
        progress: str | None = None,
        rest: str | None = None,
        pending: str | None = None,
        hints: Sequence[tuple[str, str]] | None = None,
    ) -> None:
        """Take in what is given."""
        self.new = self.new if new is None else new
        self.progress = self.progress if progress is None else progress
        self.rest = self.rest if rest is None else rest
        self.pending = self.pending if pending is None else pending
        self.hints = self.hints if hints is None else hints
        self.refresh()

    @property
    def text(self) -> str:
        """What the left side says."""
        new = f"{number(self.new)} new ↑" if self.new else ""
        return " · ".join(filter(None, (new, self._said or self.progress))) or self.rest

    def pieces(self, width: int) -> Sequence[Piece]:
        """Return the news and as many hints as there is room for."""
        hints = list(self.hints) if not self.pending else [(self.pending, "…")]
        while hints and _width(hints) > max(20, width - cell_len(self.text) - 4) and not self.pending:
            hints.pop(0)
        room = width - _width(hints) - 2
        text = cut(self.text, max(0, room - 1))
        part = "warning" if self._said and self._trouble else "accent" if self._new_only() else "meta"
        right = [piece for key, label in hints for piece in ((f"{key} ", "key"), (f"{label}   ", "meta"))]
        return [(" ", ""), (text, part), (" " * (room - cell_len(text) + 1), ""), *right]

    def _new_only(self) -> bool:
        return bool(self.new) and not (self._said or self.progress)

    def on_click(self, event: events.Click) -> None:
        """Ask for what is new."""
        if self.new and event.x <= cell_len(self.text):
            self.post_message(self.NewAsked())


def _width(hints: Sequence[tuple[str, str]]) -> int:
    return sum(cell_len(key) + cell_len(label) + 4 for key, label in hints)
