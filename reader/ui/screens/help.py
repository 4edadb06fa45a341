"""The keys in force and what the marks mean, searchable. All of it comes from the table of actions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from textual import events, on
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from reader.ui.actions import ARTICLE, GROUPS, LISTS, MARKS, ROWS, SIDEBAR, Action
from reader.ui.drawing import wrapped
from reader.ui.keymap import Keymap
from reader.ui.screens.dialog import Dialog

KEYS, NARROW = 20, 12
"""The width of the column of keys; and where the page leaves less than 30 beside it."""
WHERE = {SIDEBAR: "  outlets", ARTICLE: "  article", LISTS: "  lists", ROWS: "  lists"}
"""Where a key does something other than elsewhere."""


class Help(Dialog[None]):
    """Typing narrows it; arrows and pages scroll it."""

    title_text = "Keys"
    keys = (("type", "narrows"), ("↑ ↓", "scroll"), ("Esc", "close"))

    def __init__(self, keymap: Keymap, *, ascii_marks: bool = False) -> None:
        super().__init__(classes="-wide")
        self._keymap, self._ascii = keymap, ascii_marks

    def body(self) -> Iterable[Widget]:
        """Return the input and the pages below it."""
        yield Input(placeholder="a key, or words such as “unread”", compact=True, id="words")
        yield VerticalScroll(Static(markup=False), id="help", can_focus=False)

    def on_mount(self) -> None:
        """Show everything."""
        self.query_one("#words").focus()
        self._fill("")

    def _fit(self) -> None:
        super()._fit()
        self._fill(self.query_one("#words", Input).value)

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        """Show what has the words typed."""
        self._fill(event.value)

    @on(Input.Submitted)
    def close(self) -> None:
        """Close."""
        self.dismiss(None)

    def on_key(self, event: events.Key) -> None:
        """Scroll; a second ? closes."""
        page = self.query_one("#help", VerticalScroll)
        moves = {
            "down": page.scroll_down,
            "up": page.scroll_up,
            "pagedown": page.scroll_page_down,
            "pageup": page.scroll_page_up,
        }
        if move := moves.get(event.key):
            event.stop()
            event.prevent_default()
            move(animate=False)

    def _fill(self, wanted: str) -> None:
        parts = list(self._lines(wanted))
        text = Content("\n").join(parts) if parts else Content("Nothing goes by that.")
        self.query_one("#help Static", Static).update(text)

    def _lines(self, wanted: str) -> Iterator[Content]:
        for group, actions in GROUPS.items():
            rows = [row for action in actions if (row := self._row(action, group, wanted))]
            if rows:
                yield Content.styled(group, "bold")
                yield from rows
                yield Content("")
        found = (mark for mark in MARKS if _has(" ".join(mark), wanted))
        marks = [self._beside((mark[self._ascii], ""), mark[2]) for mark in found]
        if marks:
            yield Content.styled("Marks", "bold")
            yield from marks

    def _row(self, action: Action, group: str, wanted: str) -> Content | None:
        keys = " ".join(self._keymap.keys(action.id))
        pressed = wanted.strip()
        by_words = len(pressed) != 1 and _has(f"{action.label} {action.help} {group}", wanted)
        if not keys or not (by_words or pressed in keys.split()):
            return None
        return self._beside((keys, "bold"), action.help, WHERE.get(action.where, ""))

    def _beside(self, key: tuple[str, str], text: str, where: str = "") -> Content:
        """Return what a key or a mark says, hanging beside it; below it where it is too long."""
        column, room = self._columns()
        hang = "\n" + " " * column
        used = cell_len(key[0])
        gap = " " * (column - used) if used < column else hang
        return Content.assemble(key, gap, hang.join(wrapped(text, room - cell_len(where), 9)), (where, "dim"))

    def _columns(self) -> tuple[int, int]:
        """Return how wide the column of keys is, and what a key does beside it."""
        page = self.query_one("#help").scrollable_content_region.width or 200
        column = KEYS if page >= KEYS + 30 else NARROW
        return column, max(20, page - column)


def _has(text: str, wanted: str) -> bool:
    return all(word in text.casefold() for word in wanted.casefold().split())
