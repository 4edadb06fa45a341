"""The one pipeline, as values: what is due is fetched, parsed, cleaned, saved; an outcome per feed.

It knows no screen and no process: the worker hands in its guard and when to stop.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager

from msgspec.structs import replace

from reader.errors import FetchError, ParseError
from reader.feeds import schedule
from reader.feeds.fetch import Fetcher
from reader.feeds.http import HOLDING, FetchSettings, Request, Response
from reader.feeds.schedule import Plan, Urgency
from reader.library import Library
from reader.model import Draft, Outcome, ParsedFeed, Reading
from reader.refresh.hosts import Hosts, host_name
from reader.store.values import Answer, FeedState
from reader.text.clean import one_line

LARGE = 250_000
"""Bodies over this wait until nothing is under way: one that ends the process then ends no other fetch."""
WAITING_BYTES = 16_000_000

DRAFTS = 1 << 40
"""In hand, an article whose text is being made has this added to its number: no feed has so high a one."""

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
    ) -> None:
        self._library = library
        self._settings = settings
        self._minutes = schedule.interval(minutes)
        self._guard = guard
        self._stopped = stopped
        self._jitter = jitter
        self._hosts = Hosts(library)
        self._answered = False
        self._unreached: list[tuple[FeedState, FetchError]] = []

    def due(
        self, urgency: Urgency, feed_ids: Iterable[int] | None = None, *, without: Collection[int] = ()
    ) -> list[FeedState]:
        """Return the feeds to ask now."""
        now = self._now()
        states = self._library.due(force=urgency != "due", feed_ids=feed_ids)
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
        """Ask for feeds and save what comes, yielding what became of each as soon as it is saved."""
        # Those that answered last time go first: a row of dead names keeps nobody waiting.
        asked = {state.feed_id: state for state in sorted(states, key=lambda state: state.failures > 0)}
        large: list[Response] = []
        for landed in self._fetch(asked.values()):
            self._answered = self._answered or any(response.status > 0 for response in landed)
            yield from self._unchanged(asked, [response for response in landed if _is_unchanged(response)])
            for response in landed:
                if len(response.body) > LARGE and sum(len(r.body) for r in large) < WAITING_BYTES:
                    large.append(response)
                elif not _is_unchanged(response):
                    yield self._land(asked[response.key], response)
        self._judge_unreached()
        for response in sorted(large, key=lambda response: len(response.body)):
            if self._stopped():
                return
            yield self._land(asked[response.key], response)

    def died(self, states: Iterable[FeedState], feed_id: int, why: str) -> Iterator[Outcome]:
        """Note that a worker died of a feed."""
        for state in states:
            if state.feed_id == feed_id:
                error = f"{state.title} was given up, because {why}. It will be asked again tomorrow."
                yield self._fail(state, error, schedule.after_killed(self._now()))

    def index(self) -> None:
        """Make the texts that wait, and teach the full-text index what is new, in small batches."""
        while not self._stopped() and self._library.make_batch(make_under(self._guard)):
            pass
        while not self._stopped() and self._library.index_batch():
            pass

    def give_up(self, article_id: int, why: str) -> None:
        """Note that a worker died of making the text of an article; what the feed sent is kept."""
        from reader.text.intake import unreadable

        self._library.make_one(article_id, lambda _, draft: unreadable(draft, why))

    def group(self) -> None:
        """Group what is new into stories, in short steps."""
        while not self._stopped() and self._library.group_batch(self._stopped):
            pass

    # ------------------------------------------------------------ asking

    def _fetch(self, states: Iterable[FeedState]) -> Iterator[list[Response]]:
        settings = self._hosts.limits(self._settings)
        fetcher = Fetcher(settings, clock=self._library.clock, stopped=self._stopped)
        return fetcher.batches(
            Request(state.feed_id, state.url, state.etag, state.last_modified, private=state.private)
            for state in states
        )

    # ------------------------------------------------------------ landing

    def _land(self, state: FeedState, response: Response) -> Outcome:
        """Save what came, whatever it is."""
        error = response.error
        if error is not None and error.kind == "held":
            return self._skip(state, error, response)
        self._hosts.note(response)
        if error is not None:
            outcome = self._fail(state, str(error), self._plan(state, error, response), response)
            return replace(outcome, kind=error.kind)
        return self._read(state, response)

    def _unchanged(self, asked: Mapping[int, FeedState], landed: list[Response]) -> Iterator[Outcome]:
        """Note in one transaction which feeds have nothing new: that is most of them."""
        if not landed:
            return
        now = self._now()
        for response in landed:
            self._hosts.note(response)
        self._library.save_unchanged({r.key: answer_of(r, now, self._minutes) for r in landed})
        for response in landed:
            yield _outcome(asked[response.key], "unchanged", response)

    def _read(self, state: FeedState, response: Response) -> Outcome:
        """Parse, clean and save; the bytes are in a stranger's words until `guard` is left."""
        try:
            with self._guard(state.feed_id):
                feed = self._parse(state.feed_id, response)
        except ParseError as error:
            plan = schedule.after_bad_feed(
                self._now(), failures=state.failures, minutes=self._minutes, jitter=self._jitter()
            )
            return self._fail(state, str(error), plan, response)
        answer = answer_of(response, self._now(), self._minutes, whole=not feed.truncated)
        saved = self._library.save_feed(state.feed_id, feed, answer)
        status = "updated" if saved.new or saved.changed else "unchanged"
        return replace(
            _outcome(state, status, response), new=saved.new, changed=saved.changed, left_out=feed.left_out
        )

    def _parse(self, feed_id: int, response: Response) -> ParsedFeed:
        """Make safe what lists show. The texts of a feed's first articles wait until all feeds are listed."""
        # Imported by now only: most refreshes find most feeds unchanged.
        from reader.feeds.parse import parse
        from reader.text.intake import clean_heads, finished

        raw = parse(response.body, url=response.url, content_type=response.content_type)
        feed = clean_heads(raw, url=response.url, now=self._now())
        later = self._library.can_wait(feed_id, feed.entries)
        entries = (entry if entry.digest in later else finished(entry) for entry in feed.entries)
        return replace(feed, entries=tuple(entries))

    # ------------------------------------------------------------ failing

    def _fail(self, state: FeedState, error: str, plan: Plan, response: Response | None = None) -> Outcome:
        sentence = one_line(error)
        self._library.save_failure(
            state.feed_id, sentence, next_due=plan.next_due, status=plan.status, counts=plan.counts
        )
        kind = response.error.kind if response and response.error else None
        return replace(_outcome(state, "failed", response), error=sentence, kind=kind)

    def _skip(self, state: FeedState, error: FetchError, response: Response) -> Outcome:
        """A held host is not asked; its feeds fall due when it may be, without blame."""
        until = self._hosts.held_until(response.url) or self._now() + schedule.HOLD_SECONDS
        if state.next_due is None or state.next_due < until:
            self._library.save_failure(state.feed_id, str(error), next_due=until, counts=False)
        return replace(_outcome(state, "skipped", response), error=str(error), kind=error.kind)

    def _plan(self, state: FeedState, error: FetchError, response: Response) -> Plan:
        """When to ask again. Of what could not be reached, that is told at the end, knowing of the others."""
        if response.status in HOLDING and (until := self._hosts.held_until(response.url)):
            return Plan(until, counts=False)
        if error.kind in schedule.CONNECTIVITY:
            self._unreached.append((state, error))
            return Plan(self._now() + schedule.OFFLINE_SECONDS, counts=False)
        return self._after_failure(state, error)

    def _after_failure(
        self, state: FeedState, error: FetchError, *, offline: bool = False, others_unknown: bool = False
    ) -> Plan:
        return schedule.after_failure(
            error,
            self._now(),
            failures=state.failures,
            minutes=self._minutes,
            jitter=self._jitter(),
            offline=offline,
            others_unknown=others_unknown,
        )

    def _judge_unreached(self) -> None:
        """Back off feeds that could not be reached, unless it was the network that could not."""
        hosts = {host_name(state.url) for state, _ in self._unreached}
        unknown = {host_name(state.url) for state, error in self._unreached if error.kind == "resolve"}
        offline = not self._answered and len(hosts) > 1
        if offline or self._stopped():
            return
        for state, error in self._unreached:
            plan = self._after_failure(state, error, others_unknown=len(unknown) > 1 or not self._answered)
            self._library.save_failure(
                state.feed_id, str(error), next_due=plan.next_due, status=plan.status, counts=plan.counts
            )

    def _now(self) -> int:
        return int(self._library.clock())


def make_under(guard: Guard) -> Callable[[int, Draft], Reading]:
    """Return what makes the text of an article, in hand while that lasts."""

    def make(article_id: int, draft: Draft) -> Reading:
        from reader.text.intake import read_draft  # by now only: most refreshes have no drafts

        with guard(DRAFTS + article_id):
            return read_draft(draft)

    return make


def _is_unchanged(response: Response) -> bool:
    return response.error is None and response.status == 304


def _outcome(state: FeedState, status: str, response: Response | None) -> Outcome:
    seconds = response.seconds if response else 0.0
    return Outcome(feed_id=state.feed_id, url=state.url, status=status, seconds=seconds)  # type: ignore[arg-type]


def answer_of(response: Response, now: int, minutes: int, *, whole: bool = True) -> Answer:
    """Return what a good answer says for next time. A feed that broke off is asked for whole again."""
    return Answer(
        next_due=schedule.after_answer(now, minutes, max_age=response.max_age, expires=response.expires),
        interval_minutes=minutes,
        etag=response.etag if whole else None,
        last_modified=response.last_modified if whole else None,
    )
