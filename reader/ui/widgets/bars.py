"""The two single lines: the title at the top, and at the bottom what is going on and the keys that matter."""

from __future__ import annotations

from collections import deque
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

from reader.ui.drawing import cut, number, wrapped

Piece = tuple[str, str]
NAME = 12
"""Columns of a list's name that stay beside what it leaves out."""
WHILE = 8.0
"""Seconds that something said stays on show."""
MOST = 8
"""Lines that a sentence may take."""


class Bar(Widget):
    """One line of pieces, each in the style of a component class."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *("bar--brand", "bar--title", "bar--meta", "bar--key", "bar--accent", "bar--warning")
    }

    def pieces(self, width: int, y: int) -> Sequence[Piece]:
        """Return what stands on line `y`, at most `width` cells wide."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width, ground = self.size.width, self.rich_style
        pieces = self.pieces(width, y)
        segments = [Segment(text, ground + self._part(part)) for text, part in pieces]
        return Strip(segments).adjust_cell_length(width, ground)

    def _part(self, name: str) -> Style:
        return self.get_component_rich_style(f"bar--{name}", partial=True) if name else Style.null()


class TitleBar(Bar):
    """Newsreel, the list's title, and how much there is to read."""

    def __init__(self) -> None:
        super().__init__(id="title")
        self._title, self._facts = ("", ""), [""]

    def show(self, name: str, narrowed: str, outlets: int, unread: int, time: str) -> None:
        """Take in what changed."""
        full = (
            f"{number(outlets)} {'outlet' if outlets == 1 else 'outlets'} · {number(unread)} unread · {time}"
        )
        facts = [full, f"{number(unread)} · {time}"]
        if ((name, narrowed), facts) != (self._title, self._facts):
            self._title, self._facts = (name, narrowed), facts
            self.refresh()

    def on_resize(self) -> None:
        """Stand over the list again, once that has taken its place."""
        self.call_after_refresh(self.refresh)

    def pieces(self, width: int, y: int) -> Sequence[Piece]:
        """Return brand, title and facts; the brand and the long facts only where there is room."""
        if y:
            return ()
        wide = width >= 90
        brand: Piece = (f" {'Newsreel':<{self._column() - 1}}" if wide else " ", "brand")
        facts = f"{self._facts[0 if wide else -1]} "
        room = width - len(brand[0]) - cell_len(facts)
        name, narrowed = self._title
        title = cut(cut(name, max(NAME, room - 1 - cell_len(narrowed))) + narrowed, max(0, room - 1))
        return [brand, (title, "title"), (" " * (room - cell_len(title)), ""), (facts, "meta")]

    def _column(self) -> int:
        """Return where the title stands: over the list, right of the outlets where they are shown."""
        sidebar = self.screen.query_one("#sidebar")
        width = sidebar.styles.width
        return int(width.value) + 1 if sidebar.display and width else 11


class StatusLine(Bar):
    """What is going on, quietly; at the right three keys. It grows for a sentence that needs more room."""

    class NewAsked(Message):
        """The person clicked on “12 new ↑”."""

    def __init__(self) -> None:
        super().__init__(id="status")
        self._said, self._trouble = "", False
        self.new, self.below = 0, False
        """How much came in, and whether it stands at the end of the list."""
        self.progress = self.rest = self.pending = ""
        """The refresh under way; what to say when nothing happens; keys typed so far."""
        self.hints: Sequence[tuple[str, str]] = ()
        self._timer: Timer | None = None
        self.before: deque[str] = deque(maxlen=50)
        """What was said, the latest first."""

    def say(self, text: str, *, trouble: bool = False) -> None:
        """Say something until the next key; what is no trouble, no longer than a while."""
        self._said, self._trouble = text, trouble
        self._keep(text)
        if self._timer is not None:
            self._timer.stop()
        if text and not trouble:
            self._timer = self.set_timer(WHILE, self.quiet)
        self._fit()

    def says(self, text: str) -> bool:
        """Tell whether that is what is said now."""
        return self._said == text

    def say_late(self, text: str) -> None:
        """Say what became of a key pressed before, but not over what a later one said."""
        if self._said:
            self._keep(text)
        else:
            self.say(text)

    def add(self, text: str) -> None:
        """Say something more of what the last key did, before what was said of it."""
        self.say(text if self._trouble else " · ".join(filter(None, (text, self._said))))

    def _keep(self, text: str) -> None:
        if text and text not in list(self.before)[:1]:
            self.before.appendleft(text)

    def quiet(self) -> None:
        """Forget what was said."""
        if self._said:
            self.say("")

    def show(
        self,
        *,
        new: int | None = None,
        below: bool | None = None,
        progress: str | None = None,
        rest: str | None = None,
        pending: str | None = None,
        hints: Sequence[tuple[str, str]] | None = None,
    ) -> None:
        """Take in what is given; the line is drawn again where that is something else."""
        before = self._shown()
        self.new = self.new if new is None else new
        self.below = self.below if below is None else below
        self.progress = self.progress if progress is None else progress
        self.rest = self.rest if rest is None else rest
        self.pending = self.pending if pending is None else pending
        self.hints = self.hints if hints is None else hints
        if self._shown() != before:
            self._fit()

    def _shown(self) -> tuple[object, ...]:
        return self.new, self.below, self.progress, self.rest, self.pending, *self.hints

    def on_resize(self) -> None:
        """Take the lines the sentence needs in this width."""
        self._fit()

    def _fit(self) -> None:
        self.styles.height = max(1, len(self._lines(self.size.width)))
        self.refresh()

    def _lines(self, width: int) -> list[str]:
        """Return what was said in lines, where one line cannot hold it; none where it can."""
        if not self._said or cell_len(self.text) <= width - 2 or width < 20:
            return []
        return wrapped(self.text, width - 2, MOST)

    @property
    def text(self) -> str:
        """What the left side says."""
        new = f"{number(self.new)} new {'↓' if self.below else '↑'}" if self.new else ""
        return " · ".join(filter(None, (new, self._said or self.progress))) or self.rest

    def pieces(self, width: int, y: int) -> Sequence[Piece]:
        """Return the news and as many hints as there is room for."""
        lines = self._lines(width)
        if y < len(lines) - 1:
            return [(" ", ""), (lines[y], self._part_said())]
        return self._last(lines[-1] if lines else self.text, width) if y <= len(lines) else ()

    def _last(self, said: str, width: int) -> Sequence[Piece]:
        """Return the line that the hints are on."""
        hints = list(self.hints) if not self.pending else [(self.pending, "…")]
        while hints and _width(hints) > self._spare(said, width) and not self.pending:
            hints.pop(0)
        room = width - _width(hints) - 2
        text = cut(said, max(0, room - 1))
        right = [piece for key, label in hints for piece in ((f"{key} ", "key"), (f"{label}   ", "meta"))]
        return [(" ", ""), (text, self._part_said()), (" " * (room - cell_len(text) + 1), ""), *right]

    def _spare(self, said: str, width: int) -> int:
        """Return the cells the hints may have: what was said goes before them, what goes on does not."""
        left = width - cell_len(said) - 4
        return left if self._said else max(20, left)

    def _part_said(self) -> str:
        return "warning" if self._said and self._trouble else "accent" if self._new_only() else "meta"

    def _new_only(self) -> bool:
        return bool(self.new) and not (self._said or self.progress)

    def on_click(self, event: events.Click) -> None:
        """Ask for what is new."""
        if self.new and event.x <= cell_len(self.text):
            self.post_message(self.NewAsked())


def _width(hints: Sequence[tuple[str, str]]) -> int:
    return sum(cell_len(key) + cell_len(label) + 4 for key, label in hints)
