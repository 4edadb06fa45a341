"""Every setting on one screen, to see, to find and to change."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Label, OptionList
from textual.widgets.option_list import Option

from reader.errors import UsageError
from reader.ui.drawing import wrapped
from reader.ui.screens.dialog import Dialog, words
from reader.ui.screens.setting_desk import Desk, SettingRows
from reader.ui.screens.setting_rows import Entry, State, about, bounds, found, room_for, row

STEPS = {"refresh_minutes": 15}
"""How far a key moves a number, where not by one."""


class SettingsScreen(Dialog[None]):
    """A list with the settings; below it what the one in hand does, and what it may be."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "step(-1)", show=False),
        Binding("right,l,space", "step(1)", show=False),
        Binding("d,delete,backspace", "default", show=False),
        Binding("u,U", "undo", show=False),
        Binding("slash,f", "filter", show=False),
        Binding("e", "edit", show=False),
        Binding("q,comma", "leave", show=False),
    ]
    title_text = "Settings"
    keys = (
        ("← →", "change"),
        ("d", "reset"),
        ("u", "undo"),
        ("/", "filter"),
        ("e", "editor"),
        ("Esc", "close"),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(classes="-wide")
        self._desk = desk
        self._found: list[Entry] = []
        self._shown: list[Entry | None] = []
        """The setting of each row; None for a heading."""
        self._typing: Entry | None = None
        self._told: Entry | None = None
        """The setting that is told of."""
        self._said = ""
        """What stands above the keys and is not about the file."""
        self._line = ("", True)
        self._drawn: tuple[State, str] | None = None

    def body(self) -> Iterable[Widget]:
        """Return the filter, the list, and what is said of the setting in hand."""
        yield Input(placeholder="/ narrows them: a name, a word, a value", compact=True, id="words")
        yield SettingRows(id="settings")
        yield Label("", id="about", markup=False)
        yield Input(compact=True, id="value", select_on_focus=False)

    def on_mount(self) -> None:
        """Show all, the cursor on the first."""
        self.query_one("#value").display = False
        self._fill()
        self._rows_widget.focus()
        self.say("")

    # ------------------------------------------------------------ what is shown

    @property
    def _rows_widget(self) -> SettingRows:
        return self.query_one(SettingRows)

    @property
    def _wanted(self) -> str:
        return self.query_one("#words", Input).value.casefold()

    def show(self) -> None:
        """Draw everything as it is now, the cursor where it was."""
        now = self._desk.state(), self._desk.trouble
        if now != self._drawn and self.query(SettingRows):
            self._drawn = now
            self._rows_widget.redraw()
            self._tell()
            if not self._said:
                self.say("")

    def say(self, sentence: str, *, trouble: bool = True) -> None:
        """Show a sentence; in place of none, what is wrong with the file, as far as there is room."""
        self._said = sentence
        wrong = "" if sentence else "\n".join(wrapped(self._desk.trouble, self._width, self._lines))
        line = sentence or wrong, trouble or not sentence
        if line != self._line:  # each time costs a layout of the screen
            self._line = line
            super().say(line[0], trouble=line[1])

    @property
    def _width(self) -> int:
        return max(8, self._rows_widget.scrollable_content_region.width - 2)

    @property
    def _lines(self) -> int:
        """How many lines may say what is wrong with the file."""
        return 2 if self.has_class("-short") else 4

    def _fill(self, key: str = "") -> None:
        """Show what is wanted, the cursor on a setting, else on the first; it stays when it is changed."""
        self._found = found(self._wanted, self._desk.state())
        picker = self._rows_widget
        picker.fill(self._rows)
        keys = [entry.key if entry else "" for entry in self._shown]
        first = next((at for at, each in enumerate(keys) if each), None)
        picker.highlighted = keys.index(key) if key in keys and key else first
        self._tell()
        self.refit()

    def _rows(self, width: int) -> list[Content | Option]:
        state, rows, shelf = self._desk.state(), list[Content | Option](), ""
        self._shown = []
        for entry in self._found:
            if entry.shelf != shelf:
                shelf = entry.shelf
                rows.append(Option(words(("\n" * bool(rows) + shelf, "bold")), disabled=True))
                self._shown.append(None)
            rows.append(row(entry, state, width))
            self._shown.append(entry)
        return rows

    def _current(self) -> Entry | None:
        at = self._rows_widget.highlighted
        return self._shown[at] if at is not None and at < len(self._shown) else None

    @on(OptionList.OptionHighlighted)
    def _moved(self) -> None:
        entry = self._current()
        if entry != self._told:  # not drawn anew only, as for another width
            self._told = entry
            self.say("")
            if self._rows_widget.highlighted == 1:  # the first, below its heading
                self._rows_widget.scroll_home(animate=False)
        self._tell()

    def _tell(self) -> None:
        """Say below the list what the setting in hand is for."""
        entry, state = self._current(), self._desk.state()
        width, typing = self._width, self._typing is not None
        label = self.query_one("#about", Label)
        label.styles.height = room_for(width) - typing
        said = about(entry, state, width, typing=typing) if entry else words("Nothing goes by that.")
        label.update(said, layout=False)  # its height is the same whichever setting is in hand

    def _fit(self) -> None:
        self._tell()
        super()._fit()
        self.call_after_refresh(self._rows_widget.scroll_to_highlight)

    # ------------------------------------------------------------ changing

    def action_step(self, by: int) -> None:
        """Go to the next value, or the one before; of a text, type it; of a table, open the file."""
        entry = self._current()
        if entry is None:
            return
        now = self._desk.state().value(entry)
        if entry.choices:
            at = list(entry.choices).index(now) if now in entry.choices else -by
            self._change(entry, entry.choices[(at + by) % len(entry.choices)])
        elif entry.setting.least is not None:
            self._move(entry, now, by * STEPS.get(entry.key, 1))
        elif not entry.is_table:
            self._ask(entry)

    def _move(self, entry: Entry, now: int, by: int) -> None:
        least, most = entry.setting.least or 0, entry.setting.most or 0
        value = min(most, max(least, now + by))
        if value != now:
            self._change(entry, value)
        else:
            self.say(f"{'The least' if by < 0 else 'The most'} is {value}.", trouble=False)

    def _change(self, entry: Entry, value: Any) -> None:
        try:
            self._desk.change(entry.key, value)
        except UsageError as error:
            self.say(str(error))

    @on(OptionList.OptionSelected)
    def _accept(self) -> None:
        entry = self._current()
        if entry is not None and entry.is_table:
            self._desk.edit()
        elif entry is not None and entry.choices:
            self.action_step(1)
        elif entry is not None:
            self._ask(entry)

    def action_default(self) -> None:
        """Give the setting in hand its default again."""
        entry = self._current()
        if entry is None:
            return
        if entry.is_table:
            self.say(bounds(entry, self._desk.state()), trouble=False)
        elif self._desk.state().is_default(entry) and entry.key not in self._desk.state().faults:
            self.say("It has its default.", trouble=False)
        else:
            self._change(entry, None)

    def action_undo(self) -> None:
        """Take back the last change, and show where it was."""
        key = self._desk.undo()
        if not key:
            self.say("Nothing changed here is left to undo.", trouble=False)
        elif key in (keys := [entry.key if entry else "" for entry in self._shown]):
            self._rows_widget.highlighted = keys.index(key)

    def action_edit(self) -> None:
        """Open the file."""
        self._desk.edit()

    # ------------------------------------------------------------ typing

    def _ask(self, entry: Entry) -> None:
        """Let the value be typed."""
        self._typing = entry
        field = self.query_one("#value", Input)
        field.value = str(self._desk.state().value(entry))
        field.placeholder = "empty" if entry.setting.default == "" else str(entry.setting.default)
        field.cursor_position = len(field.value)
        field.display = True
        field.focus()
        self.say("")
        self._tell()

    def _end(self) -> None:
        self._typing = None
        self.query_one("#value").display = False
        self._rows_widget.focus()
        self._tell()
        self.say("")

    @on(Input.Submitted, "#value")
    def _take(self, event: Input.Submitted) -> None:
        if self._typing is None:
            return
        typed = event.value.strip()
        try:
            self._desk.type(self._typing.key, typed) if typed else self._desk.change(self._typing.key, None)
        except UsageError as error:
            self.say(str(error))
        else:
            self._end()

    def action_filter(self) -> None:
        """Let the settings be narrowed as one types."""
        self.query_one("#words").focus()

    @on(Input.Changed, "#words")
    def _narrow(self) -> None:
        current = self._current()
        self._fill(current.key if current else "")

    @on(Input.Submitted, "#words")
    def _to_the_rows(self) -> None:
        self._rows_widget.focus()

    def on_key(self, event: events.Key) -> None:
        """From the filter ↓ goes on to what it found, and Tab there and back."""
        if event.key in ("down", "tab") and self.focused is self.query_one("#words"):
            event.stop()
            event.prevent_default()
            self._rows_widget.focus()

    def action_close(self) -> None:
        """End what is being typed, then what narrows the list, then close."""
        words = self.query_one("#words", Input)
        if self._typing is not None:
            self._end()
        elif words.value or self.focused is words:
            words.value = ""
            self._rows_widget.focus()
        else:
            self.dismiss(None)

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)
