"""Add a feed: an address, and a name and folder if wanted."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import NamedTuple

from textual import on
from textual.widget import Widget
from textual.widgets import Input, OptionList

from reader.errors import NewsreelError
from reader.model import Feed
from reader.ui.drawing import cut
from reader.ui.screens.dialog import Dialog, Picker, field, words
from reader.ui.typeset.blocks import host_of


class Wanted(NamedTuple):
    """What the person asked to subscribe to."""

    url: str
    title: str | None = None
    folder: str | None = None
    private: bool = False
    """The person said that it may be on this computer or its local network."""


class Refused(NewsreelError):
    """The address typed is on this computer or its local network: the person has to say that it may be."""


class Candidate(NamedTuple):
    """One of several feeds a page names."""

    url: str
    title: str


Add = Callable[[Wanted], Awaitable[Feed | Sequence[Candidate]]]
"""Subscribes, or answers with the feeds to choose from; raises NewsreelError with a sentence."""


class AddFeed(Dialog[Feed | None]):
    """Asks for an address, looks there, and lets the person choose where a page names several feeds."""

    title_text = "Add a feed"
    keys = (("Enter", "add"), ("Tab", "next field"), ("Esc", "close"))

    def __init__(self, add: Add, folders: Sequence[str] = (), url: str = "") -> None:
        super().__init__()
        self._add, self._folders, self._url = add, folders, url
        self._candidates: Sequence[Candidate] = ()
        self._refused = self._allowed = ""
        """The address refused as private, and the host that was allowed all the same."""

    def body(self) -> Iterable[Widget]:
        """Return the fields, and the list that shows when there is something to choose."""
        folders = f"such as {', '.join(self._folders[:3])}" if self._folders else "none"
        yield from field("Address of a feed, or of a page that has one", self._url, name="url")
        yield from field("Title", name="title", placeholder="the feed's own")
        yield from field("Folder", name="folder", placeholder=folders)
        yield Picker(id="candidates")

    def on_mount(self) -> None:
        """Start at the address."""
        self.query_one("#candidates").display = False
        self.query_one("#url").focus()

    @on(Input.Submitted)
    def look(self) -> None:
        """Look at the address typed."""
        url = self._value("url")
        if not url:
            self.say("Type an address first, such as https://example.org/feed.")
            return
        if url == self._refused:
            self._allowed = host_of(url)
        self._look(url)

    @on(Input.Changed, "#url")
    def forget(self) -> None:
        """Another address: what was found at the last one is out of date."""
        self.query_one("#candidates").display = False
        self.say("")

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Subscribe to the candidate chosen."""
        self._look(self._candidates[event.option_index].url)

    def _look(self, url: str) -> None:
        private = bool(self._allowed) and host_of(url) == self._allowed
        wanted = Wanted(url, self._value("title") or None, self._value("folder") or None, private)
        self.say(f"Looking at {host_of(url)}…", trouble=False)
        self.run_worker(self._ask(wanted), exclusive=True)

    async def _ask(self, wanted: Wanted) -> None:
        try:
            answer = await self._add(wanted)
        except Refused:
            self._refused = wanted.url
            self.say(
                f"{host_of(wanted.url)} is on this computer or its local network. If that is right, Enter "
                "follows it; if not, change the address."
            )
            return
        except NewsreelError as error:
            self.say(str(error))
            return
        if isinstance(answer, Feed):
            self.dismiss(answer)
        else:
            self._offer(answer)

    def _offer(self, candidates: Sequence[Candidate]) -> None:
        """Show the feeds found."""
        self._candidates = candidates
        picker = self.query_one("#candidates", Picker)
        picker.fill(
            lambda width: (
                words(cut(feed.title, width), (f"\n{cut(feed.url, width)}", "dim")) for feed in candidates
            )
        )
        picker.display = bool(candidates)
        if candidates:
            picker.focus()
            self.say("This page names several feeds. Which one?", trouble=False)
        else:
            self.say("No feed was found there. Try the address of the feed itself.")

    def _value(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value.strip()
