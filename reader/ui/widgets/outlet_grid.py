"""Outlets to tick, in groups and columns that follow the width."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import ClassVar, NamedTuple, Protocol

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.events import Click, Resize
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.text.clean import drawable
from reader.ui.drawing import cut, wrapped

_GROUP = 13
_NAME = 26


class Outlet(Protocol):
    """What is shown of an outlet."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def url(self) -> str:
        """Its feed."""

    @property
    def group(self) -> str:
        """The group it stands in."""

    @property
    def ticked(self) -> bool:
        """Whether it is ticked to begin with."""


class Row(NamedTuple):
    """One line: the group's name or nothing, and which outlets stand in it."""

    group: str
    items: range


def arrange(groups: Sequence[str], columns: int, beside: bool) -> list[Row]:
    """Return the rows for outlets in these groups; names of groups stand beside their rows or above."""
    rows: list[Row] = []
    start = 0
    for name, members in groupby(groups):
        end = start + len(list(members))
        items = [range(at, min(end, at + columns)) for at in range(start, end, columns)]
        labels = wrapped(name, _GROUP - 2, 3) if beside else []
        if rows:
            rows.append(Row("", range(0)))
        if not beside:
            rows.append(Row(name, range(0)))
        for at in range(max(len(labels), len(items))):
            label = labels[at] if at < len(labels) else ""
            rows.append(Row(label, items[at] if at < len(items) else range(0)))
        start = end
    return rows


class OutletGrid(ScrollView, can_focus=True):
    """Ticks and a cursor over a list of outlets, those of one group together."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"grid--group", "grid--off", "grid--on", "grid--cursor"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "move(-1)", show=False),
        Binding("right,l", "move(1)", show=False),
        Binding("up,k", "step(-1)", show=False),
        Binding("down,j", "step(1)", show=False),
        Binding("home,g", "go(0)", show=False),
        Binding("end,G", "go(-1)", show=False),
        Binding("space", "tick", show=False),
        Binding("a", "tick_all", show=False),
    ]

    class Ticked(Message):
        """The ticks changed."""

    def __init__(self, outlets: Sequence[Outlet], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        order = list(dict.fromkeys(outlet.group for outlet in outlets))
        self.outlets = sorted(outlets, key=lambda outlet: order.index(outlet.group))
        self.ticks = [outlet.ticked for outlet in self.outlets]
        self.cursor = 0
        self._rows: list[Row] = []
        self._wide = min(_NAME, max((cell_len(outlet.name) for outlet in outlets), default=1)) + 4
        self._beside, self._columns = True, 1

    @property
    def chosen(self) -> list[str]:
        """The addresses of the outlets ticked."""
        return [outlet.url for outlet, tick in zip(self.outlets, self.ticks, strict=True) if tick]

    # ------------------------------------------------------------ layout

    def _arrange(self, width: int) -> None:
        self._beside = width >= 64
        room = width - (_GROUP if self._beside else 2)
        self._columns = max(1, (room + 3) // (self._wide + 3))
        groups = [outlet.group for outlet in self.outlets]
        self._rows = arrange(groups, self._columns, self._beside)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return how many rows it takes at a width."""
        self._arrange(width)
        return len(self._rows)

    def on_resize(self, _: Resize) -> None:
        """Arrange the columns anew."""
        self._arrange(self.size.width)
        self.virtual_size = Size(self.size.width, len(self._rows))
        self._show_cursor()

    def _place(self, item: int) -> int:
        """Return the row an outlet stands in."""
        return next((y for y, row in enumerate(self._rows) if item in row.items), 0)

    def _left(self) -> int:
        return _GROUP if self._beside else 2

    # ------------------------------------------------------------ moving and ticking

    def action_move(self, by: int) -> None:
        """Move to the outlet before or after."""
        self._go(self.cursor + by)

    def action_go(self, item: int) -> None:
        """Move to an outlet; -1 is the last."""
        self._go(item % max(1, len(self.outlets)))

    def action_step(self, by: int) -> None:
        """Move a row up or down, in the same column where it reaches so far."""
        y = self._place(self.cursor)
        column = self.cursor - self._rows[y].items.start if self._rows else 0
        others = range(y + by, len(self._rows) if by > 0 else -1, by)
        row = next((self._rows[at] for at in others if self._rows[at].items), None)
        if row:
            self._go(min(row.items.start + column, row.items.stop - 1))

    def _go(self, item: int) -> None:
        if 0 <= item < len(self.outlets):
            self.cursor = item
            self._show_cursor()

    def _show_cursor(self) -> None:
        y = self._place(self.cursor)
        top = 0 if y <= 1 else y
        self.scroll_to_region(Region(0, top, self.size.width, y - top + 1), animate=False, force=True)
        self.refresh()

    def action_tick(self) -> None:
        """Tick the outlet under the cursor, or take its tick away."""
        if self.outlets:
            self.ticks[self.cursor] = not self.ticks[self.cursor]
            self._changed()

    def action_tick_all(self) -> None:
        """Tick every outlet, or none if every one is ticked."""
        self.ticks = [not all(self.ticks)] * len(self.ticks)
        self._changed()

    def _changed(self) -> None:
        self.refresh()
        self.post_message(self.Ticked())

    def on_click(self, event: Click) -> None:
        """Tick the outlet under the pointer."""
        item = event.style.meta.get("item")
        if item is not None:
            self.cursor = item
            self.action_tick()

    # ------------------------------------------------------------ drawing

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        at = y + self.scroll_offset.y
        base = self.rich_style
        if at >= len(self._rows):
            return Strip.blank(self.size.width, base)
        row = self._rows[at]
        group = cut(row.group.upper(), self.size.width)
        heading = self.get_component_rich_style("grid--group")
        parts = [Segment(group, heading), Segment(" " * (self._left() - cell_len(group)), base)]
        for item in row.items:
            parts += [self._cell(item), Segment("   ", base)]
        return Strip(parts).adjust_cell_length(self.size.width, base)

    def _cell(self, item: int) -> Segment:
        """Return the tick and name of one outlet."""
        name = cut(drawable(self.outlets[item].name), self._wide - 4)
        text = f"[{'x' if self.ticks[item] else ' '}] {name}"
        kind = "on" if self.ticks[item] else "off"
        style = self.get_component_rich_style(f"grid--{kind}")
        if item == self.cursor:
            style = self.get_component_rich_style("grid--cursor")
        return Segment(text + " " * (self._wide - cell_len(text)), style + Style(meta={"item": item}))
