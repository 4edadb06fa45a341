"""Edit a feed: its name, its folder, or the end of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, Literal, NamedTuple

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, Label

from reader.addresses import masked
from reader.model import Feed
from reader.ui.screens.dialog import Dialog, field, words


class Edited(NamedTuple):
    """What the feed is to be called and where it goes. None: its own title, no folder."""

    title: str | None
    folder: str | None


class EditFeed(Dialog[Edited | Literal["unsubscribe"] | None]):
    """Changes a subscription; the result says how."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+x", "unsubscribe", "unsubscribe", show=False, priority=True)
    ]
    title_text = "Edit feed"
    keys = (("Enter", "save"), ("ctrl+x", "unsubscribe, bookmarks stay"), ("Esc", "close"))

    def __init__(self, feed: Feed, folders: Sequence[str] = ()) -> None:
        super().__init__()
        self._feed, self._folders = feed, folders

    def body(self) -> Iterable[Widget]:
        """Return the address, the fields, and what is wrong with the feed if anything is."""
        folders = f"none, or such as {', '.join(self._folders[:3])}" if self._folders else "none"
        yield Label(words(masked(self._feed.url)), classes="dialog--quiet")
        yield from field("Title", self._feed.title, name="title", placeholder="the feed's own")
        yield from field("Folder", self._feed.folder or "", name="folder", placeholder=folders)

    def on_mount(self) -> None:
        """Start at the title, and say what is wrong with the feed."""
        self.query_one("#title").focus()
        if self._feed.error:
            self.say(self._feed.error)

    @on(Input.Submitted)
    def save(self) -> None:
        """Answer with what the fields say."""
        title, folder = (self.query_one(f"#{name}", Input).value.strip() for name in ("title", "folder"))
        self.dismiss(Edited(title or None, folder or None))

    def action_unsubscribe(self) -> None:
        """Answer that the feed is to go; `U` brings it back."""
        self.dismiss("unsubscribe")
