"""The one pipeline, as values: what is due is fetched, parsed, cleaned, saved; an outcome per feed.

It knows no screen and no process: the worker hands in its guard and when to stop.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from functools import partial

from msgspec.structs import replace

from reader.errors import ParseError
from reader.feeds import schedule
from reader.feeds.http import FetchSettings, Response
from reader.feeds.schedule import Urgency
from reader.incoming import Entry, ParsedFeed, RawFeed
from reader.library import Library
from reader.refresh.answers import answer_of, asked_url
from reader.refresh.asking import Asking
from reader.refresh.beside import Beside, Read, without
from reader.refresh.failing import Failing, outcome
from reader.refresh.hosts import Hosts
from reader.refresh.outcomes import Outcome, OutcomeStatus
from reader.refresh.turns import is_slow, turns
from reader.store.values import Answer, FeedState, Incomplete, Saved

LARGE = 250_000
"""Bodies over this that are read here wait until nothing is under way: one that ends the process then ends no
other fetch."""
WAITING_BYTES = 16_000_000


Guard = Callable[[int], AbstractContextManager[None]]


class Pipeline:
    """Refreshes feeds of one library."""

    def __init__(
        self,
        library: Library,
        settings: FetchSettings,
        *,
        minutes: int,
        guard: Guard,
        stopped: Callable[[], bool] = lambda: False,
        jitter: Callable[[], float] = lambda: 0.0,
        own_minutes: Mapping[int, int] | None = None,
        beside: Beside | None = None,
    ) -> None:
        self._library = library
        self._settings = settings
        self._usual_minutes = minutes
        self._own_minutes = own_minutes or {}
        self._guard = guard
        self._stopped = stopped
        self._hosts = Hosts(library)
        self._beside = beside or Beside()
        self._asking = Asking(library.clock, stopped, self._beside)
        self._later: list[Response] = []
        self._began = self._now()
        """When all that is new counts as first seen: articles without a date have one, however feeds came."""
        self._failing = Failing(library, self._hosts, minutes=self._minutes, jitter=jitter)

    def due(
        self, urgency: Urgency, feed_ids: Iterable[int] | None = None, *, without: Collection[int] = ()
    ) -> list[FeedState]:
        """Return the feeds to ask now."""
        now = self._now()
        self._library.settle_clock()
        states = self._library.due(force=urgency != "due", feed_ids=feed_ids)
        urgency = schedule.as_urgent(urgency, [state.error for state in states if state.last_fetched])
        return [
            state
            for state in states
            if state.feed_id not in without
            and (
                schedule.is_held(now, state.held_until)
                or schedule.may_ask(urgency, now, next_due=state.next_due, last_fetched=state.last_fetched)
            )
        ]

    def outcomes(self, states: Iterable[FeedState]) -> Iterator[Outcome]:
        """Ask for feeds and save what comes, yielding what became of each as soon as that is known."""
        return (outcome for outcome in self._asked(states) if outcome is not None)

    def _asked(self, states: Iterable[FeedState]) -> Iterator[Outcome | None]:
        """The same, with None for each of which it is not known yet."""
        now, waiting = self._turns(list(states))
        for state, turn in waiting:
            yield self._failing.postpone(state, turn)
        # Those that answered last time go first: a row of dead names keeps nobody waiting.
        asked = {state.feed_id: state for state in sorted(now, key=lambda state: state.failures > 0)}
        yield from self._take_all(asked, self._asking.at_once(asked.values(), self._limits))
        late = self._failing.too_many_at_once()
        yield from self._take_all(asked, self._asking.one_by_one(late, self._limits))
        self._beside.close()
        # Those that say they are pages may be of a network that wants a login, as others' were.
        yield from self._land_all(asked, filter(self._is_page, self._later))
        if others := [response for response in self._later if not self._is_page(response)]:
            self._failing.trust()
        if not self._stopped():
            yield from self._failing.judge()
        yield from self._land_all(asked, others)

    def _land_all(
        self, asked: Mapping[int, FeedState], responses: Iterable[Response]
    ) -> Iterator[Outcome | None]:
        """Save what waited, the most dangerous last."""
        for response in sorted(responses, key=self._danger):
            if self._stopped():
                return
            yield self._land(asked[response.key], response)

    def _take_all(
        self, asked: Mapping[int, FeedState], batches: Iterable[list[Response]]
    ) -> Iterator[Outcome | None]:
        """Save what lands; but what is large."""
        for landed in batches:
            self._failing.note(landed)
            yield from self._all_unchanged(
                asked, [response for response in landed if _is_unchanged(response)]
            )
            for response in landed:
                if not _is_unchanged(response):
                    yield from self._take(asked, response)
            yield from self._read_beside(asked, self._beside.is_ready)
        yield from self._read_beside(asked, lambda: True)

    def trust(self) -> None:
        """Know from a worker before this one that there is a network, which lets answers through."""
        self._failing.trust()

    def died(self, states: Iterable[FeedState], feed_id: int, why: str) -> Iterator[Outcome]:
        """Note that a worker died of a feed."""
        for state in states:
            if state.feed_id == feed_id:
                error = f"{state.title} was given up, because {why}. It will be asked again tomorrow."
                yield self._failing.note_failure(state, error, schedule.after_killed(self._now()))

    def group(self) -> None:
        """Group what is new into stories, in short steps, and mute what could not be told before."""
        try:
            while not self._stopped() and self._library.group_batch(self._stopped):
                pass
        finally:
            self._library.mute_arrived(self._stopped)

    # ------------------------------------------------------------ asking

    @property
    def _limits(self) -> FetchSettings:
        return self._hosts.limits(self._settings)

    def _turns(self, states: list[FeedState]) -> tuple[list[FeedState], list[tuple[FeedState, int]]]:
        if not any(map(is_slow, states)):
            return states, []
        return turns(states, self._library.due(force=True), self._now())

    # ------------------------------------------------------------ landing

    def _take(self, asked: Mapping[int, FeedState], response: Response) -> Iterator[Outcome | None]:
        """Have a feed read beside; else save what came, if it is not too large for now."""
        yield from self._read_beside(asked, lambda: self._beside.full)
        if response.error is None and self._beside.read(response, self._now()):
            return
        if len(response.body) > LARGE and sum(len(r.body) for r in self._later) < WAITING_BYTES:
            self._later.append(response)
        else:
            yield self._land(asked[response.key], response)

    def _danger(self, response: Response) -> tuple[bool, int]:
        """Return what puts those last that may end the process: then all others are saved."""
        return response is self._beside.suspect, len(response.body)

    def _is_page(self, response: Response) -> bool:
        page = (response.content_type or "").lower().startswith("text/html")
        return page and response is not self._beside.suspect

    def _read_beside(
        self, asked: Mapping[int, FeedState], go_on: Callable[[], bool]
    ) -> Iterator[Outcome | None]:
        """Save what was read beside. What was not, once the second process died, waits for the end."""
        while self._beside.busy and go_on() and not self._stopped():
            if came := self._beside.next():
                response, read = came
                if read is None:
                    self._later.append(response)
                else:
                    yield self._land(asked[response.key], response, read)

    def _land(self, state: FeedState, response: Response, read: Read | None = None) -> Outcome | None:
        """Save what came, whatever it is."""
        error = response.error
        if error is not None and error.kind == "held":
            return self._failing.skip(state, error, response)
        if error is not None and error.kind == "silent":
            return self._failing.pass_over(state, error)
        self._hosts.note(response)
        known = state.believed_at is not None and asked_url(state) == state.url
        if response.status == 304 and error is not None and known:
            return self._unchanged(state, response)  # it says so whatever it is asked
        if error is not None:
            return self._failing.fail(state, error, response)
        return self._read(state, response, read)

    def _all_unchanged(self, asked: Mapping[int, FeedState], landed: list[Response]) -> Iterator[Outcome]:
        """Note in one transaction which feeds have nothing new: that is most of them."""
        for response in landed:
            self._hosts.note(response)
        if landed:
            self._failing.trust()
            self._library.save_unchanged({r.key: self._same(asked[r.key], r) for r in landed})
        for response in landed:
            yield outcome(asked[response.key], "unchanged", response)

    def _unchanged(self, state: FeedState, response: Response) -> Outcome:
        """Believe that a feed has nothing new which says so whatever it is asked."""
        self._failing.trust()
        self._library.save_unchanged({state.feed_id: replace(self._same(state, response), believed=True)})
        return outcome(state, "unchanged", response)

    def _same(self, state: FeedState, response: Response) -> Answer:
        return answer_of(response, self._now(), self._minutes(state), state=state)

    def _read(self, state: FeedState, response: Response, read: Read | None) -> Outcome | None:
        """Parse, clean and save; the bytes are in a stranger's words until `guard` is left."""
        try:
            feed, saved = self._save(state, response, read)
        except ParseError as error:
            return self._failing.refuse(state, str(error), response)
        self._failing.trust()
        status: OutcomeStatus = "updated" if saved.new or saved.changed else "unchanged"
        told = {"new": saved.new, "unread": saved.unread, "changed": saved.changed, "left_out": feed.left_out}
        return replace(outcome(state, status, response), **told)

    def _save(
        self, state: FeedState, response: Response, read: Read | None, *, whole: bool = False
    ) -> tuple[ParsedFeed, Saved]:
        """Save what is new of a feed; the whole where it takes that to tell which is which."""
        with self._guard(state.feed_id):
            feed = self._ready(state.feed_id, response, read, whole=whole)
        answer = answer_of(response, self._now(), self._minutes(state), feed=feed, state=state)
        try:
            return feed, self._library.save_feed(state.feed_id, feed, answer, seen=self._began)
        except Incomplete:
            return self._save(state, response, read, whole=True)

    def _ready(self, feed_id: int, response: Response, read: Read | None, *, whole: bool) -> ParsedFeed:
        """Return what is to be saved. The texts of new articles wait until all feeds are listed."""
        if isinstance(read, ParseError):
            raise read
        known = partial(self._known, feed_id, whole=whole)
        feed = without(read, known(read)) if read else self._parse(response, known)
        later = self._library.can_wait(feed_id, feed.entries)
        entries = (entry if entry.digest in later else _finished(entry) for entry in feed.entries)
        return replace(feed, entries=tuple(entries))

    def _parse(self, response: Response, known: Callable[[RawFeed], frozenset[bytes]]) -> ParsedFeed:
        """Make safe what lists show."""
        # Imported by now only: most refreshes find most feeds unchanged.
        from reader.feeds.parse import parse
        from reader.text.intake import clean_heads

        raw = parse(response.body, url=response.url, content_type=response.content_type)
        return clean_heads(raw, url=response.url, now=self._now(), known=known(raw))

    def _known(self, feed_id: int, feed: RawFeed | ParsedFeed, *, whole: bool) -> frozenset[bytes]:
        """Return the digests of entries to pass over. Of a feed too long to keep, all kept are counted."""
        if whole or feed.left_out:
            return frozenset()
        return self._library.just_so(feed_id, 2 * len(feed.entries))

    def _minutes(self, state: FeedState) -> int:
        """Return the minutes between two requests, as set for this feed or for all."""
        return schedule.interval(self._own_minutes.get(state.feed_id, self._usual_minutes))

    def _now(self) -> int:
        return int(self._library.clock())


def _finished(entry: Entry) -> Entry:
    from reader.text.drafts import finished  # by now only: most entries are new

    return finished(entry)


def _is_unchanged(response: Response) -> bool:
    return response.error is None and response.status == 304
