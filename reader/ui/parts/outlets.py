"""Outlets: added, edited, left and come back to, and how they are doing."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Literal

import msgspec

from reader.errors import NewsreelError
from reader.model import Feed as Outlet
from reader.model import View
from reader.ui.messages import OutletsWanted
from reader.ui.own_child import started
from reader.ui.parts.part import Part

if TYPE_CHECKING:
    from reader.ui.screens.add_feed import Candidate, Wanted
    from reader.ui.screens.edit_feed import Edited
    from reader.ui.screens.health import Health


class Feed(Part):
    """What can be done with subscriptions."""

    _health: Health | None = None
    """The dialog that tells how each outlet is doing, while it is open."""

    def next(self) -> None:
        """Open the next outlet with unread articles."""
        self._go(1)

    def previous(self) -> None:
        """Open the outlet before with unread articles."""
        self._go(-1)

    def _go(self, step: int) -> None:
        if view := next(self.others(step), None):
            self.screen.section.go_to(view)
        else:
            self.say("No other outlet has unread articles.")

    def others(self, step: int) -> Iterator[View]:
        """Yield the other outlets with unread articles, from the list that is open on and round, or back."""
        here, unread = self.screen.listing.view, self.screen.counts.feeds
        views = [section.view for section in self.screen.sidebar.every()][::step]
        start = views.index(here) + 1 if here in views else 0
        for view in (*views[start:], *views[:start]):
            if view.kind == "feed" and view != here and unread.get(view.feed_id or 0):
                yield view

    # ------------------------------------------------------------ subscribing

    def add(self, url: str = "") -> None:
        """Ask for an address and subscribe to what is there."""
        from reader.ui.screens.add_feed import AddFeed

        before = frozenset(feed.id for feed in self.screen.feeds)
        self.ask(AddFeed(self._subscribe, self.library.folders(), url), partial(self._added, before))

    async def _subscribe(self, wanted: Wanted) -> Outlet | Sequence[Candidate]:
        """Let `newsreel add` do it."""
        options = {"--title": wanted.title, "--folder": wanted.folder}
        extra = [word for name, value in options.items() if value for word in (name, value)]
        extra += ["--allow-private"] if wanted.private else []
        child = await started("add", "--json", *extra, "--", wanted.url)
        try:
            answer, trouble = await child.communicate()
        except asyncio.CancelledError:
            child.terminate()
            raise
        from reader.ui.typeset.blocks import host_of

        said = trouble.decode(errors="replace")
        place, near, _ = said.partition(" is on this computer")
        if near and host_of(wanted.url) in place and not wanted.private:
            from reader.ui.screens.add_feed import Refused

            raise Refused(said)
        return self._answer(answer, said)

    def _answer(self, answer: bytes, trouble: str) -> Outlet | Sequence[Candidate]:
        """Read what `add` said: a feed, or the feeds to choose from, or a sentence."""
        from reader.ui.screens.add_feed import Candidate

        try:
            said = msgspec.json.decode(answer) if answer.strip() else None
        except msgspec.DecodeError:
            said = None
        if isinstance(said, list):
            return [Candidate(feed["url"], feed.get("title") or "") for feed in said]
        if isinstance(said, dict) and "id" in said:
            return self.library.feed(said["id"])
        lines = trouble.strip().splitlines()
        raise NewsreelError(lines[-1] if lines else "That did not work; try the address of the feed itself.")

    def _added(self, before: frozenset[int], feed: Outlet | None) -> None:
        if feed is not None:
            self.screen.numbers.take()
            self.screen.section.go_to(View("feed", feed_id=feed.id))
            already = feed.id in before
            self.say(f"{feed.title} is subscribed to already" if already else f"Subscribed to {feed.title}")

    def choose(self) -> None:
        """Show the outlets that Newsreel knows and the person does not follow, as on the first run."""
        self.screen.post_message(OutletsWanted())

    # ------------------------------------------------------------ changing

    def edit(self, feed_id: int | None = None) -> None:
        """Change the outlet in hand, or the name of the folder."""
        if feed_id is None and (folder := self.screen.hand.folder()):
            self._rename(folder)
            return
        from reader.ui.screens.edit_feed import EditFeed, General

        feed = self.screen.hand.feed() if feed_id is None else self.library.feed(feed_id)
        if feed is not None:
            config = self.screen.config
            own = config.of(feed.id, feed.url)
            names = {"title": own.title, "folder": own.folder, "full text": own.full_text}
            fixed = ", ".join(name for name, value in names.items() if value is not None)
            general, minutes = General(config.full_text, config.refresh_minutes), own.refresh_minutes
            dialog = EditFeed(feed, self.library.folders(), general, minutes, fixed)
            self.ask(dialog, partial(self._edited, feed))

    def _edited(self, feed: Outlet, answer: Edited | Literal["unsubscribe"] | None) -> None:
        if answer is None:
            return
        if answer == "unsubscribe":
            leave, back = self.library.unsubscribe, self.library.resubscribe
            self.screen.mark.do_quietly(
                f"Unsubscribed from {feed.title}", partial(leave, feed.id), partial(back, feed.id)
            )
            return
        from reader.ui.parts.own_pace import OwnPace

        pace = OwnPace(self.screen, feed, answer.refresh_minutes)
        edit = partial(self.library.edit_feed, feed.id)
        put = partial(edit, title=answer.title, folder=answer.folder, full_text=answer.full_text)
        back = partial(edit, title=feed.own_title, folder=feed.folder, full_text=feed.full_text)
        name = f"Changed {answer.title or feed.title}"
        self.screen.mark.do_quietly(name, partial(pace.write_with, put), partial(pace.take_back_with, back))

    def _rename(self, folder: str) -> None:
        from reader.ui.parts.folders import Folders

        Folders(self.screen).rename(folder)

    def health(self) -> None:
        """Show how each outlet is doing."""
        from reader.ui.screens.health import Health

        quiet = self.library.gone_quiet()
        self._health = Health(self.screen.feeds, self.library.clock(), self._retry, quiet)
        self.ask(self._health, self._edit_from_health)

    def tell_health(self) -> None:
        """Tell how each outlet is doing now, where that is on show; while they are asked it shows whom."""
        if self._health is not None and not self.screen.refreshing.running:
            self.screen.attempt(self._update_health, self._health)

    def _update_health(self, health: Health) -> None:
        health.update_feeds(self.screen.feeds, self.library.clock(), self.library.gone_quiet())

    def _edit_from_health(self, feed_id: int | None) -> None:
        self._health = None
        if feed_id is not None:
            self.edit(feed_id)

    def _retry(self, feed_id: int) -> None:
        self.screen.refreshing.start((str(feed_id), "--force"))
