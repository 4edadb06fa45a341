"""The links of an article, by number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, Literal, NamedTuple

from rich.cells import cell_len
from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Key
from textual.widget import Widget
from textual.widgets import OptionList

from reader.text.hosts import from_its_end
from reader.ui.drawing import cut
from reader.ui.screens.dialog import Dialog, Picker, words
from reader.ui.typeset.blocks import host_of


class Link(NamedTuple):
    """An address and the words it stands under."""

    url: str
    text: str = ""


class LinkChoice(NamedTuple):
    """What to do with which link."""

    what: Literal["open", "copy"]
    url: str


class Links(Dialog[LinkChoice | None]):
    """Lists links with their hosts. Digits choose one: at once where no longer number begins so."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "copy", "copy", show=False),
        Binding("q", "close", "close", show=False),
    ]
    title_text = "Links"
    keys = (("1-9", "by number"), ("Enter", "open"), ("y", "copy"), ("Esc", "close"))

    def __init__(self, links: Sequence[Link]) -> None:
        super().__init__()
        self._links, self._typed = links, ""

    def body(self) -> Iterable[Widget]:
        """Return the list, or a sentence where there is nothing to list."""
        yield Picker(id="links")

    def on_mount(self) -> None:
        """Fill the list."""
        picker = self.query_one(Picker)
        picker.fill(lambda width: [self._row(at, link, width) for at, link in enumerate(self._links)])
        picker.display = bool(self._links)
        picker.focus()
        if not self._links:
            self.say("This article has no links.", trouble=False)

    def _row(self, at: int, link: Link, width: int) -> Content:
        """Return the number, the words or path of a link, and its host."""
        number = f"{at + 1:>{len(str(len(self._links)))}}  "
        host = cut(from_its_end(host_of(link.url), width // 2), width // 2)
        bare = link.url.partition("://")[2]
        said = link.text if link.text and link.text != link.url else bare.partition("/")[2] or bare
        room = width - len(number) - cell_len(host) - 2
        return words((number, "dim"), cut(said, room), (f"  {host}", "dim"))

    def on_key(self, event: Key) -> None:
        """Take digits as the number of a link."""
        if event.character is None or event.character not in "0123456789" or not self._links:
            self._typed = ""
            return
        event.stop()
        typed = int(self._typed + event.character)
        typed = typed if 1 <= typed <= len(self._links) else int(event.character)
        if not 1 <= typed <= len(self._links):
            return
        self._typed = str(typed)
        self.query_one(Picker).highlighted = typed - 1
        if typed * 10 > len(self._links):
            self._choose("open", typed - 1)

    @on(OptionList.OptionSelected)
    def open(self, event: OptionList.OptionSelected) -> None:
        """Open the link under the cursor."""
        self._choose("open", event.option_index)

    def action_copy(self) -> None:
        """Copy the link under the cursor."""
        at = self.query_one(Picker).highlighted
        if at is not None:
            self._choose("copy", at)

    def _choose(self, what: Literal["open", "copy"], at: int) -> None:
        self.dismiss(LinkChoice(what, self._links[at].url))
