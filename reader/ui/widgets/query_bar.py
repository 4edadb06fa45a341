"""The line where a search, a filter or a find is typed; a wrong query gets a caret and a sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from rich.cells import cell_len
from textual import events, on
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from reader.text.clean import drawable

Purpose = Literal["search", "filter", "find"]
PROMPTS: dict[Purpose, str] = {
    "search": "search titles and texts…",
    "filter": "filter this list…",
    "find": "find in this article…",
}


class QueryBar(Vertical):
    """Hidden until asked for, and empty: what is in it is made when it is first asked for."""

    class Typed(Message):
        """The text changed."""

        def __init__(self, purpose: Purpose, text: str) -> None:
            super().__init__()
            self.purpose, self.text = purpose, text

    class Left(Message):
        """The person is done typing: `kept` with Enter or ↓, given up with Esc."""

        def __init__(self, purpose: Purpose, text: str, *, kept: bool) -> None:
            super().__init__()
            self.purpose, self.text, self.kept = purpose, text, kept

    def __init__(self) -> None:
        super().__init__()
        self.purpose: Purpose = "search"
        self.former: Callable[[int, str], str | None] = lambda _by, _text: None
        """Returns the former query before (-1) or after what stands there, None where there is none."""
        self._field: Input | None = None

    def _filled(self) -> Input:
        """Return the input; below it there is a line for what is wrong."""
        if self._field is None:
            self._field = Input(compact=True, select_on_focus=False)
            self.mount(self._field, Static("", markup=False))
        return self._field

    @property
    def text(self) -> str:
        """What is typed."""
        return self._field.value if self._field else ""

    def ask(self, purpose: Purpose, text: str = "") -> None:
        """Show the bar and take the keys."""
        self.purpose = purpose
        self.add_class("-shown")
        field = self._filled()
        field.placeholder = PROMPTS[purpose]
        with field.prevent(Input.Changed):
            self._put(field, text)
        field.can_focus = True
        field.focus()
        self.explain("")

    def _put(self, field: Input, text: str) -> None:
        field.value = text
        field.cursor_position = len(text)

    def hide(self) -> None:
        """Put the bar away."""
        self.remove_class("-shown")
        self.leave()

    def leave(self) -> None:
        """Give the keys back, the text staying on show."""
        if self._field and self.screen.focused is self._field:
            self.screen.set_focus(None)

    def explain(self, sentence: str, position: int = 0) -> None:
        """Say what is wrong with the text, under the place."""
        if self._field is None:
            return
        self.set_class(bool(sentence), "-wrong")
        column = cell_len(drawable(self.text)[:position])
        line = f"{' ' * column}^\n{drawable(sentence)}"
        self.query_one(Static).update(Content(line) if sentence else "")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(self.purpose, event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self.screen.focused is event.input:
            self._done(kept=True)
        else:  # a second Enter, typed before the first had been seen to: it is for the list
            self.screen.post_message(events.Key("enter", "\r"))

    def on_key(self, event: events.Key) -> None:
        """Esc gives up; ↑ and ↓ bring back former queries, and ↓ else goes on to the results."""
        step = {"up": -1, "down": 1}.get(event.key, 0)
        if step and self._field and (text := self.former(step, self.text)) is not None:
            event.stop()
            event.prevent_default()
            self._put(self._field, text)
        elif event.key in ("escape", "down"):
            event.stop()
            event.prevent_default()
            self._done(kept=event.key == "down")

    def _done(self, *, kept: bool) -> None:
        self.leave()
        self.post_message(self.Left(self.purpose, self.text, kept=kept))
