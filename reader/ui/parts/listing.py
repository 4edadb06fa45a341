"""Which list is open, how it fills, and what has come in since."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual.worker import get_current_worker

from reader.errors import NewsreelError, QueryError
from reader.model import Key, View
from reader.ui.compositing import paint_soon
from reader.ui.drawing import number
from reader.ui.folding import Folding
from reader.ui.messages import KeysFailed, KeysLoaded
from reader.ui.parts.part import Part

if TYPE_CHECKING:
    from reader.ui.screens.main import MainScreen

FOLDED = ("today", "unread", "all", "folder", "follow")
"""The lists with one row for each story; an outlet's own list and what is found show every article."""
FIRST, CHUNK, LOOK, LOOKS = 200, 1000, 500, 20
"""Keys read before the first paint; in each step after it; when looking for what is new, and how often."""
PATIENCE = 0.2
"""Seconds that a worker waits for what it read to be taken in: so no more than one step is in memory."""


class Listing(Part):
    """The list that is open. A token tells its own answers from those to earlier questions."""

    view = View("unread")
    before = View("unread")
    """The list to go back to after a search."""
    token = 0
    loaded: Key | None = None
    """The present when the list was read: a later article is not marked with it."""
    keep: Key | None = None
    live = False
    """Whether the last word of the query is still being typed."""
    begun = False
    """Whether words that the last one begins were found, while it was typed."""
    waits = False
    """Whether a search was asked for and has not answered yet."""
    then: Callable[[], object] | None = None
    """What a key asked for meanwhile: done once the answer is here."""
    early = False
    """Whether it was read before everything marked was written."""
    more = False
    """Whether anything came in since the list was read."""
    touched = False
    """Whether the person has done anything yet; until then the list fills by itself."""
    filling = False
    """Whether the first news there ever was is coming in: then it does so while no article is open."""

    def __init__(self, screen: MainScreen) -> None:
        super().__init__(screen)
        self._taken = Event()
        self._tells = False

    def open(self, view: View, keep: Key | None = None, *, live: bool = False) -> None:
        """Show another list, or this one again, with the cursor at `keep` or at the top."""
        self.token += 1
        self.view, self.keep, self.live, self.begun = view, keep, live, False
        self.screen.list.kind = view.kind
        self.waits, self.then, self._tells = False, None, True
        self.early, self.more = bool(self.screen.mark.pending), False
        try:
            self.loaded = self.library.newest()
            folding = self._folding(view)
            if view.query or view.kind in ("search", "follow"):
                self._read_on(view, None, folding)
            elif keep is not None:
                self._read_on(view, None, folding, whole=True)
            else:
                self._fill_now(view, folding)
        except NewsreelError as error:
            self.say(str(error), trouble=True)
        self.screen.sidebar.mark(view)
        self.screen.numbers.show()
        self.screen.status.show(new=0)

    def _folding(self, view: View) -> Folding | None:
        if not self.screen.config.stories or view.kind not in FOLDED or view.query:
            return None
        within = {feed.id for feed in self.screen.feeds if view.folder and feed.folder == view.folder}
        return Folding(self.library.stories_of, within)

    def _fill_now(self, view: View, folding: Folding | None) -> None:
        keys = self.screen.unread_only.keys(view, limit=FIRST)
        self.screen.list.fill(folding.fold(keys) if folding else keys, folding=folding)
        if len(keys) == FIRST:
            self._read_on(view, keys[-1], folding)

    def resume(self, view: View, keys: list[Key], loaded: Key) -> None:
        """Go on with a list as it was left: these rows, then what follows them."""
        self.token += 1
        self.view, self.loaded, self.touched = view, loaded, True
        folding = self._folding(view)
        if folding:
            folding.fold(keys)
        self.screen.list.folding = folding
        self._read_on(view, keys[-1], folding)
        self.screen.sidebar.mark(view)
        self.screen.numbers.show()
        self.screen.attempt(self.look)

    def reload(self, *, asked: bool = False) -> None:
        """Read this list again, the cursor staying with its article.

        `asked`: by the query itself, so that what is found is told; else the status line keeps what was done.
        """
        try:
            self.loaded = self.library.newest()
        except NewsreelError as error:
            self.say(str(error), trouble=True)
            return
        # A cursor in the answer to an earlier question is of no place in this one.
        self.keep = None if self.waits else self.screen.list.key()
        self._tells = asked
        self.token += 1
        self._read_on(self.view, None, self._folding(self.view), whole=True)

    def typed_out(self) -> None:
        """Take the last word of the query for whole: from now on it matches itself, not what it begins."""
        if self.live:
            self.live, self.begun = False, bool(self.screen.list.length)
            self.reload(asked=True)

    def _read_on(
        self, view: View, after: Key | None, folding: Folding | None, *, whole: bool = False
    ) -> None:
        if view.kind == "search" and not view.query.strip():
            self.screen.list.fill(())
            return
        self.waits = after is None and bool(view.query)
        read = partial(self._read, self.token, view, after, folding, whole=whole)
        run = partial(self.screen.run_worker, thread=True, group="list", exclusive=True, exit_on_error=False)
        self.screen.leaving.once_settled(partial(run, read))

    def _read(
        self, token: int, view: View, after: Key | None, folding: Folding | None, *, whole: bool
    ) -> None:
        """Read keys on a worker's thread; the whole list in one answer where the old one stays on show."""
        worker, held, first = get_current_worker(), list[Key](), after is None
        try:
            while not worker.is_cancelled:
                limit = FIRST if first and not whole else CHUNK
                keys = self.screen.unread_only.keys(view, after=after, limit=limit, live=self.live)
                last = len(keys) < limit
                held += folding.fold(keys) if folding else keys
                if not whole or last:
                    self._taken.clear()
                    news = KeysLoaded(token, held, folding, first=first or whole, last=last)
                    self.screen.post_message(news)
                    held = []
                if last:
                    return
                self._taken.wait(0 if whole else PATIENCE)
                after, first = keys[-1], False
        except NewsreelError as error:
            self.screen.post_message(KeysFailed(token, error))

    def take(self, event: KeysLoaded) -> None:
        """Take in what a worker read, unless another list has been asked for since."""
        if event.token != self.token:
            return
        if event.first:
            self.screen.list.fill(self._with_kept(event), self.keep, folding=event.folding)
            self.keep = None
            self._remark()
            paint_soon(self.screen.list)
            self.screen.call_after_refresh(self._taken.set)  # what is out of sight waits for what is in it
        else:
            self.screen.list.extend(event.keys)
            self._taken.set()
        self.screen.numbers.show()
        if event.last and self.view.query and self._tells:
            self._tell_found(self.screen.list.length)
        if event.first and (then := self._answered()):
            then()

    def _with_kept(self, event: KeysLoaded) -> Sequence[Key]:
        """Return the keys with that of the row in hand: read meanwhile, it stays while it is looked at."""
        keys, keep = event.keys, self.keep
        narrowed = self.screen.unread_only.holds(self.view) and not self.view.query
        if keep is None or not (narrowed or self.view == View("unread")):
            return keys
        at = bisect_left(keys, (-keep.sort, -keep.id), key=lambda key: (-key.sort, -key.id))
        if at == len(keys) and not event.last:
            return keys  # further down, where it may be among those to come
        (row,) = self.library.rows([keep.id]) or (None,)
        followed = row is not None and any(feed.id == row.feed_id for feed in self.screen.feeds)
        if keep in keys[at : at + 1] or not followed or (event.folding and not event.folding.fold([keep])):
            return keys
        return [*keys[:at], keep, *keys[at:]]

    def _tell_found(self, count: int) -> None:
        """Say how many were found; of none, the list says so itself."""
        if count:
            self.say(f"{number(count)} found")
        else:
            self.screen.status.quiet()

    def _answered(self) -> Callable[[], object] | None:
        """Wait no longer; return what was to be done then."""
        then, self.waits, self.then = self.then, False, None
        return then

    def _remark(self) -> None:
        """Say what in the query may not be meant as it is read; nothing where all is well."""
        doubt = self.library.doubt(self.view.query, live=self.live)
        self.screen.query_bar.explain(str(doubt or ""), doubt.position if doubt else 0)

    def fail(self, event: KeysFailed) -> None:
        """Say why a list could not be read; a wrong query under the place where it is wrong."""
        if event.token != self.token:
            return
        self._answered()
        if isinstance(event.error, QueryError):
            self.screen.query_bar.explain(str(event.error), event.error.position)
            self._tell_found(0)
            self.screen.list.fill(())
        else:
            self.say(str(event.error), trouble=True)

    def look(self) -> None:
        """See what came in since the list was read; it waits to be asked for."""
        if self.view.kind == "search" or self.view.query:
            # What is found while still typing, or not at all yet, comes in by itself.
            if self.screen.query_bar.has_focus_within or not self.screen.list.length:
                self.reload(asked=True)
            return
        if self.view.kind in ("bookmarks", "follow"):
            return
        new = self._new(self.view)
        self.more = bool(new)
        stale = new or self._regrouped(self.screen.unread_only.keys(self.view, limit=FIRST))
        if (stale and not self.touched) or (new and not self.screen.list.length):
            self.open(self.view)
        elif stale and self.filling and self.screen.article_view.article is None:
            self.reload()
        else:
            self.screen.status.show(new=self._unread(new))

    def _new(self, view: View) -> set[int]:
        """Return what of a list came in since it was read: from its top, for as long as there is any."""
        new, after = set[int](), None
        for _ in range(LOOKS if self.loaded else 0):
            keys = self.screen.unread_only.keys(view, after=after, limit=LOOK)
            before, after = len(new), keys[-1] if keys else None
            new.update(key.id for key in keys if self.loaded and key.id > self.loaded.id)
            if len(new) == before or len(keys) < LOOK:
                break
        return new

    def _unread(self, new: set[int]) -> int:
        """Count what is news to the person: of a first fetch most comes in as read."""
        if not new or self.view.kind == "unread":
            return len(new)
        return len(self._new(replace(self.view, kind="unread")) & new)

    def take_in(self) -> bool:
        """Show what came in since, if anything did, from the top; tell whether there was any."""
        there = self.more
        if there:
            self.open(self.view)
        return there

    def let_go(self) -> None:
        """Take away what is of an outlet no longer followed; where this list was its own, open the first."""
        feeds = self.screen.feeds
        here = self.view.feed_id in (None, *(feed.id for feed in feeds))
        if here and self.view.folder in (None, *(feed.folder for feed in feeds)):
            self.reload()
        else:
            self.screen.searching.forget()
            self.open(View(self.screen.config.start_view))

    def _regrouped(self, keys: Sequence[Key]) -> bool:
        """Tell whether the rows at the top would be folded otherwise now."""
        folding = self.screen.list.folding
        return folding is not None and folding.is_stale([key.id for key in keys])
