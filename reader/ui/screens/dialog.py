"""What every dialog shares: a title, a body, a line for trouble, a line of keys; Esc closes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Label, OptionList, Static
from textual.widgets.option_list import Option

from reader.text.clean import drawable

Result = TypeVar("Result")


def words(*parts: tuple[str, str] | str) -> Content:
    """Return text in styles, never read as markup; every part passes the cleaner."""
    styled = (part if isinstance(part, tuple) else (part, "") for part in parts)
    return Content.assemble(*((drawable(text), style) for text, style in styled))


def key_line(*pairs: tuple[str, str]) -> Content:
    """Return the quiet line of keys; it breaks between pairs only."""
    held = [(key.replace(" ", "\xa0"), label.replace(" ", "\xa0")) for key, label in pairs]
    parts = [((key, "bold"), (f"\xa0\xa0{label}", "")) for key, label in held]
    return Content("     ").join(Content.assemble(*part) for part in parts)


class Dialog(ModalScreen[Result]):
    """A calm box in the middle of the screen. Subclasses give `title_text`, `keys` and `body`."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "close", show=False)]

    title_text = ""
    keys: tuple[tuple[str, str], ...] = (("Enter", "accept"), ("Esc", "close"))

    def compose(self) -> ComposeResult:
        """Lay out title, body, trouble and keys."""
        with Vertical(classes="dialog"):
            yield Label(words(self.title_text), classes="dialog--title")
            yield from self.body()
            yield Label("", classes="dialog--trouble", markup=False)
            yield Static(key_line(*self.keys), classes="dialog--keys")

    def body(self) -> Iterable[Widget]:
        """Return the widgets between title and keys."""
        return ()

    def say(self, sentence: str, *, trouble: bool = True) -> None:
        """Show a sentence above the keys, or take it away."""
        label = self.query_one(".dialog--trouble", Label)
        label.update(words(sentence))
        label.set_class(bool(sentence), "-shown").set_class(not trouble, "-calm")

    def action_close(self) -> None:
        """Leave without a result."""
        self.dismiss(None)


def field(label: str, value: str = "", *, name: str, placeholder: str = "") -> Iterable[Widget]:
    """Return a label and the input below it."""
    yield Label(words(label), classes="dialog--label")
    yield Input(drawable(value), id=name, placeholder=placeholder, compact=True, select_on_focus=False)


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

    def fill(self, rows: Iterable[Content], highlighted: int = 0) -> None:
        """Show these rows instead, the cursor on one of them."""
        self.clear_options()
        self.add_options([Option(row) for row in rows])
        if self.option_count:
            self.highlighted = min(max(0, highlighted), self.option_count - 1)
