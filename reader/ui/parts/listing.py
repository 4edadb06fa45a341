"""Which list is open, and how it fills."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from reader.config import Order
from reader.errors import NewsreelError, QueryError
from reader.model import Key, View
from reader.ui.actions import BY_ID
from reader.ui.compositing import paint_soon
from reader.ui.drawing import number
from reader.ui.folding import Folding
from reader.ui.messages import KeysFailed, KeysLoaded
from reader.ui.parts.part import Part
from reader.ui.places import rank
from reader.ui.widgets.article_list import Whereto

if TYPE_CHECKING:
    from reader.ui.screens.main import MainScreen

FOLDED = ("today", "unread", "all", "folder", "follow")
"""The lists with one row for each story; an outlet's own list and what is found show every article."""
OF_ROWS = ("article", "url", "feed", "feeds")
"""What an action needs that is meant for the row under the cursor."""
FIRST, CHUNK = 200, 1000
"""Keys read before the first paint, and in each step after it."""
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
    order: Order = "newest"
    """Which of its articles stand first."""
    keep: Key | None = None
    whereto: Whereto = "stay"
    """What the cursor does at the row to keep."""
    live = False
    """Whether the last word of the query is still being typed."""
    begun = False
    """Whether words that the last one begins were found, while it was typed."""
    waits = False
    """Whether the rows on show are not yet those of the list, or of the search, that was asked for."""
    then: tuple[Callable[[], object], ...] = ()
    """What keys asked for meanwhile: done once the answer is here."""
    early = False
    """Whether it was read before everything marked was written."""
    touched = False
    """Whether the person has done anything yet; until then the list fills by itself."""
    coming = False
    """Whether rows are still being read."""
    wanted: Callable[[], object] | None = None
    """What a key asked for that takes all rows: done once they are here, unless another key comes first."""

    def __init__(self, screen: MainScreen) -> None:
        super().__init__(screen)
        self._taken = Event()
        self._tells = False

    def open(
        self, view: View, keep: Key | None = None, *, live: bool = False, whereto: Whereto = "stay"
    ) -> None:
        """Show another list, or this one again, with the cursor at `keep`, or where one begins to read."""
        self.token += 1
        self.view, self.keep, self.live, self.begun = view, keep, live, False
        self.order, self.whereto, self.coming = self.screen.order.of(view), whereto, False
        self.screen.list.kind = view.kind
        self.waits, self.then, self._tells = False, (), True
        self.early = bool(self.screen.mark.pending)
        try:
            self.loaded = self.library.newest()
            folding = self._folding(view)
            if view.query or view.kind in ("search", "follow"):
                self._read_on(view, None, folding)
            elif keep is not None:
                self._read_on(view, None, folding, whole=True)
            else:
                self.keep, self.whereto = self.screen.order.first(view), "begin"
                self._fill_now(view, folding)
        except NewsreelError as error:
            self.say(str(error), trouble=True)
        self.screen.sidebar.mark(view)
        self.screen.numbers.show()
        self.screen.arrivals.forget()

    def _folding(self, view: View) -> Folding | None:
        if not self.screen.config.stories or view.kind not in FOLDED or view.query:
            return None
        within = {feed.id for feed in self.screen.feeds if view.folder and feed.folder == view.folder}
        return Folding(self.library.stories_of, within)

    def _fill_now(self, view: View, folding: Folding | None) -> None:
        keys, keep = self.screen.unread_only.keys(view, limit=FIRST, sort=self.order), self.keep
        more = len(keys) == FIRST
        if more and keep and rank(keep, self.order) > rank(keys[-1], self.order):
            self._read_on(view, None, folding, whole=True)  # the list there was stays until it can be shown
            self.waits = True
            return
        self._show(folding.fold(keys) if folding else keys, folding)
        if more:
            self._read_on(view, keys[-1], folding)

    def _show(self, keys: Sequence[Key], folding: Folding | None) -> None:
        self.screen.list.fill(keys, self.keep, folding=folding, order=self.order, whereto=self.whereto)
        self.keep = None

    def resume(self, view: View, keys: list[Key], loaded: Key) -> None:
        """Go on with a list as it was left: these rows, then what follows them."""
        self.token += 1
        self.view, self.loaded, self.touched = view, loaded, True
        self.order = self.screen.list.places.order
        folding = self._folding(view)
        if folding:
            folding.fold(keys)
        self.screen.list.folding = folding
        self._read_on(view, keys[-1], folding)
        self.screen.sidebar.mark(view)
        self.screen.numbers.show()
        self.screen.attempt(self.screen.arrivals.look)

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
        if self.keep is None and not self.waits:
            self.keep, self.whereto = self.screen.list.key(), "stay"
        self.order = self.screen.order.of(self.view)
        self._tells = asked
        self.screen.arrivals.forget()
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
        self.coming = True
        self.waits = after is None and bool(view.query)
        read = partial(self._read, self.token, view, after, folding, self.order, whole=whole)
        run = partial(self.screen.run_worker, thread=True, group="list", exclusive=True, exit_on_error=False)
        self.screen.leaving.once_settled(partial(run, read))

    def _read(
        self,
        token: int,
        view: View,
        after: Key | None,
        folding: Folding | None,
        order: Order,
        *,
        whole: bool,
    ) -> None:
        """Read keys on a worker's thread; the whole list in one answer where the old one stays on show."""
        worker, held, first = get_current_worker(), list[Key](), after is None
        try:
            while not worker.is_cancelled:
                limit = FIRST if first and not whole else CHUNK
                keys = self.screen.unread_only.keys(
                    view, after=after, limit=limit, sort=order, live=self.live
                )
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
            self._show(self._with_kept(event), event.folding)
            self._remark()
            paint_soon(self.screen.list)
            self.screen.call_after_refresh(self._taken.set)  # what is out of sight waits for what is in it
        else:
            self.screen.list.extend(event.keys)
            self._taken.set()
        self.screen.numbers.show()
        if event.last and self.view.query and self._tells:
            self._tell_found(self.screen.list.length)
        for do in self._answered() if event.first else ():
            do()
        if event.last:
            self._all_here()

    def _with_kept(self, event: KeysLoaded) -> Sequence[Key]:
        """Return the keys with that of the row in hand: read meanwhile, it stays while it is looked at."""
        keys, keep = event.keys, self.keep
        narrowed = self.screen.unread_only.holds(self.view) and not self.view.query
        if keep is None or self.whereto != "stay" or not (narrowed or self.view == View("unread")):
            return keys
        at = bisect_left(keys, rank(keep, self.order), key=lambda key: rank(key, self.order))
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

    def _answered(self) -> tuple[Callable[[], object], ...]:
        """Wait no longer; return what was to be done then."""
        then, self.waits, self.then = self.then, False, ()
        return then

    def puts_off(self, action_id: str, do: Callable[[], object]) -> bool:
        """Keep for later what is meant for rows that are still to come; those on show are of another list."""
        of_rows = action_id.startswith(("move.", "read.", "rows.")) or BY_ID[action_id].needs in OF_ROWS
        later = self.waits and self.screen.pane == "list" and of_rows
        self.then += (do,) * later
        return later

    def touch(self) -> None:
        """Note that the person does something: what an earlier key still waits for is not done any more."""
        self.touched, self.wanted = True, None

    def once_whole(self, do: Callable[[], object]) -> None:
        """Do something once every row is here."""
        if self.coming:
            self.wanted = do
        else:
            do()

    def _all_here(self) -> None:
        self.coming, do, self.wanted = False, self.wanted, None
        if do is not None:
            do()

    def _remark(self) -> None:
        """Say what in the query may not be meant as it is read; nothing where all is well."""
        doubt = self.library.doubt(self.view.query, live=self.live)
        self.screen.query_bar.explain(str(doubt or ""), doubt.position if doubt else 0)

    def fail(self, event: KeysFailed) -> None:
        """Say why a list could not be read; a wrong query under the place where it is wrong."""
        if event.token != self.token:
            return
        self._answered()
        self.coming, self.wanted = False, None
        if isinstance(event.error, QueryError):
            self.screen.query_bar.explain(str(event.error), event.error.position)
            self._tell_found(0)
            self.screen.list.fill(())
        else:
            self.say(str(event.error), trouble=True)

    def let_go(self) -> None:
        """Take away what is of an outlet no longer followed; where this list was its own, open the first."""
        feeds = self.screen.feeds
        here = self.view.feed_id in (None, *(feed.id for feed in feeds))
        if here and self.view.folder in (None, *(feed.folder for feed in feeds)):
            self.reload()
        else:
            self.screen.searching.forget()
            self.open(View(self.screen.config.start_view))
