"""The first run: outlets to choose, a file to import, or the sample reel."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from reader.errors import NewsreelError
from reader.ui.messages import Landed
from reader.ui.own_child import started
from reader.ui.writer import Job

if TYPE_CHECKING:
    from reader.feeds.outlets import Outlet
    from reader.ui.app import ReaderApp
    from reader.ui.screens.main import MainScreen
    from reader.ui.screens.welcome import Choice

_Read = TypeVar("_Read")
DEMO = 64
"""What the reader answers when the person asked for the sample reel instead."""


class FirstRun:
    """Shown over an empty library, until there is something in it or the person looks around."""

    def __init__(self, app: ReaderApp, proposed: Sequence[Outlet] | None = None) -> None:
        self.app = app
        self._proposed = proposed

    @property
    def main(self) -> MainScreen:
        """The screen it is shown over."""
        return self.app.main_screen

    @cached_property
    def outlets(self) -> Sequence[Outlet]:
        """What is proposed: read only where it is to be shown."""
        from reader.feeds.outlets import outlets

        return outlets() if self._proposed is None else self._proposed

    def begin(self, notice: str = "") -> None:
        """Show the welcome if there are no subscriptions."""
        self.main.refreshing.expected = 0
        if self._read(self.app.library.feeds) == [] and not self.app.library.read_only:
            self.offer(notice)

    def offer(self, notice: str = "") -> None:
        """Show the outlets that are not followed; those proposed are ticked where none is."""
        at, followed = self._read(self.app.library.followed_at), self._read(self.app.library.feeds)
        if at is None or followed is None:
            return
        from reader.ui.screens.welcome import Welcome

        others = [outlet for outlet in self.outlets if not at(outlet.url)]
        if followed:
            others = [replace(outlet, ticked=False) for outlet in others]
        self.app.push_screen(Welcome(others, notice), self._chosen)

    def _read(self, ask: Callable[[], _Read]) -> _Read | None:
        """Return what is asked of the library; None where it cannot be read: nothing is to be made anew."""
        try:
            return ask()
        except NewsreelError as error:
            self.main.status.say(str(error), trouble=True)
            return None

    def _chosen(self, choice: Choice | None) -> None:
        match choice:
            case ("subscribe", urls):
                self._subscribe([outlet for outlet in self.outlets if outlet.url in set(urls)])
            case ("import", path):
                self.app.run_worker(self._import(path))
            case ("demo",):
                self.app.exit(DEMO)
            case _ if not self.main.feeds:
                self.main.status.say(f"No outlets yet: press {self.main.listing.key('feed.add')} to add one.")

    def _subscribe(self, chosen: list[Outlet]) -> None:
        """Subscribe to what is ticked, then ask for the news: the list fills as it comes."""
        library, post = self.app.library, self.main.post_message
        self.main.refreshing.expected = len(chosen)

        def write() -> None:
            for outlet in chosen:
                library.subscribe(outlet.url, title=outlet.name, folder=outlet.group)

        done, failed = self._subscribed, self._failed
        self.app.writer.submit(
            Job(write, lambda: post(Landed(done)), lambda error: post(Landed(lambda: failed(str(error)))))
        )

    def _subscribed(self) -> None:
        self.main.numbers.take()
        self.main.listing.open(self.main.listing.view)
        self.main.refreshing.start()

    async def _import(self, path: str) -> None:
        """Let `newsreel import` read the file."""
        child = await started("import", path)
        told, trouble = (some.decode(errors="replace").strip() for some in await child.communicate())
        lines = trouble.splitlines()
        if child.returncode in (0, 3) and bool(self._read(self.app.library.feeds)):
            self._subscribed()
            self._say(" ".join(told.splitlines()), [line for line in lines if line.startswith("Skipped ")])
        else:
            self._failed(lines[-1] if lines else f"{path} names no feeds; try another file.")

    def _failed(self, why: str) -> None:
        """Show the outlets again, and why that did not work."""
        self.main.refreshing.expected = 0
        self.offer(why)

    def _say(self, came: str, skipped: Sequence[str]) -> None:
        """Say what came of a file; what did not, and why, stays to be read again."""
        for line in skipped:
            self.main.status.say(line)
        why = f" {self.main.listing.key('app.messages')} tells why." if skipped else ""
        self.main.status.say(f"{came}{why}", trouble=bool(skipped))
