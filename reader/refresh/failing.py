"""What is noted of feeds that failed, and when they are asked again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from math import inf

from msgspec.structs import replace

from reader.addresses import masked
from reader.errors import FetchError
from reader.feeds import failures, schedule
from reader.feeds.http import HOLDING, Response
from reader.feeds.schedule import Plan
from reader.library import Library
from reader.refresh.answers import asked_url, where_before
from reader.refresh.doubts import HOSTS, NO_FEED, Doubt, is_doubtful, is_walled
from reader.refresh.hosts import Hosts, host_name
from reader.refresh.outcomes import Outcome, OutcomeStatus
from reader.store.values import FeedState
from reader.text.clean import one_line

SLOW = 1.0
"""Seconds for an answer. Where none came sooner, what timed out was too much at once."""
Late = tuple[FeedState, FetchError, Response]


class Failing:
    """The failures of one refresh. `minutes` tells how long a feed rests between two requests."""

    def __init__(
        self,
        library: Library,
        hosts: Hosts,
        *,
        minutes: Callable[[FeedState], int],
        jitter: Callable[[], float],
    ) -> None:
        self._library, self._hosts = library, hosts
        self._minutes, self._jitter = minutes, jitter
        self._answered = self._trusted = False
        self._unreached: list[tuple[FeedState, FetchError]] = []
        self._doubts: list[Doubt] = []
        self._late: dict[int, Late] = {}
        self._asked_again: set[int] = set()
        self._fastest = inf

    def note(self, landed: Collection[Response]) -> None:
        """Remember whether anybody has answered: then there is a network."""
        seconds = [response.seconds for response in landed if response.status > 0]
        self._answered = self._answered or bool(seconds)
        self._fastest = min([self._fastest, *seconds])
        self._asked_again.update(r.key for r in landed if self._late.pop(r.key, None))

    def too_many_at_once(self) -> list[FeedState]:
        """Return the feeds to ask once more, one by one: all were too much for a slow network.

        It is slow where nobody was quick to answer. What was not asked again is told of by `judge`.
        """
        late = [state for state, _, _ in self._late.values()]
        quick = self._fastest < SLOW
        others = not self._answered and (self._doubts or self._unreached)
        return [] if quick or others or len({host_name(each.url) for each in late}) < HOSTS else late

    def trust(self) -> None:
        """Know that the network lets answers through: from now on who fails is to blame."""
        self._trusted = True

    def fail(self, state: FeedState, error: FetchError, response: Response) -> Outcome | None:
        """Note that a feed could not be had; None where that is told later, by `judge`."""
        if error.kind == "timeout" and state.feed_id not in self._asked_again:
            self._late[state.feed_id] = (state, error, response)
            soon = Plan(self._now() + schedule.OFFLINE_SECONDS, counts=False)
            self.note_failure(state, str(error), soon)
            return None
        plain = error.kind in (*schedule.CONNECTIVITY, "files") or self._held_until(response)
        if plain or self._trusted or not is_doubtful(state, error, response):
            return self._blame(state, error, response)
        self._doubt(Doubt(state, error, response, lambda: self._blame(state, error, response)))
        return None

    def _blame(self, state: FeedState, error: FetchError, response: Response) -> Outcome:
        error = _gone_from_here(state, error)
        plan = self._plan(state, error, response)
        if until := self._held_until(response):
            error = failures.until(error, until, self._now())
        return replace(self.note_failure(state, str(error), plan, response), kind=error.kind)

    def refuse(self, state: FeedState, error: str, response: Response) -> Outcome | None:
        """Note that what came is no feed; None where that is told later, by `judge`."""
        no_feed, response = FetchError(error, kind=NO_FEED), replace(response, body=b"")
        if self._trusted or not is_doubtful(state, no_feed, response):
            return self._disown(state, error, response)
        self._doubt(Doubt(state, no_feed, response, lambda: self._disown(state, error, response)))
        return None

    def _doubt(self, doubt: Doubt) -> None:
        """Leave open whose failure it is, in the library too should the work be interrupted."""
        self._doubts.append(doubt)
        self.note_failure(doubt.state, str(doubt.error), doubt.plan(self._now()))

    def _disown(self, state: FeedState, error: str, response: Response) -> Outcome:
        plan = schedule.after_bad_feed(
            self._now(), failures=state.failures, minutes=self._minutes(state), jitter=self._jitter()
        )
        return self.note_failure(state, error, plan, response)

    def note_failure(
        self, state: FeedState, error: str, plan: Plan, response: Response | None = None
    ) -> Outcome:
        """Note what is wrong with a feed, in a sentence, and when it is asked again."""
        sentence = one_line(error)
        self._library.save_failure(
            state.feed_id, sentence, next_due=plan.next_due, status=plan.status, counts=plan.counts
        )
        kind = response.error.kind if response and response.error else None
        return replace(outcome(state, "failed", response), error=sentence, kind=kind)

    def skip(self, state: FeedState, error: FetchError, response: Response) -> Outcome:
        """A held host is not asked; its feeds fall due when it may be, without blame."""
        until = self._hosts.held_until(response.url) or self._now() + schedule.HOLD_SECONDS
        error = failures.until(error, until, self._now())
        if state.next_due is None or state.next_due < until:
            self._library.save_held(state.feed_id, str(error), next_due=until)
        return replace(outcome(state, "skipped", response), error=str(error), kind=error.kind)

    def pass_over(self, state: FeedState, error: FetchError) -> Outcome:
        """What others wait for in vain is not waited for; next time it comes before them."""
        self._library.postpone(state.feed_id, self._now() + schedule.OFFLINE_SECONDS)
        return replace(outcome(state, "skipped", None), error=str(error), kind=error.kind)

    def postpone(self, state: FeedState, turn: int) -> Outcome:
        """A host that bears one request a minute: its feeds take turns."""
        self._library.postpone(state.feed_id, turn)
        error = f"{host_name(state.url)} is asked once a minute at most; this feed has its turn later."
        return replace(outcome(state, "skipped", None), error=error, kind="held")

    def judge(self) -> Iterator[Outcome]:
        """Say of what failed before anybody answered well whose failure it is, knowing of the others."""
        for late in self._late.values():
            yield self._blame(*late)
        unreached = [state for state, _ in self._unreached]
        walled = not self._trusted and bool(self._doubts) and self._is_walled(unreached)
        for doubt in self._doubts:
            yield self._excuse(doubt) if walled else doubt.blame()
        if not walled:
            self._judge_unreached()
        self._trusted = True  # whatever comes now was too large for the others' sake

    def _is_walled(self, unreached: list[FeedState]) -> bool:
        return is_walled(self._doubts, unreached, self._library.due(force=True), self._now())

    def _excuse(self, doubt: Doubt) -> Outcome:
        error, response = doubt.excuse, doubt.response
        told = self.note_failure(doubt.state, str(error), doubt.plan(self._now()), response)
        return replace(told, kind=failures.PORTAL)

    def _judge_unreached(self) -> None:
        """Back off feeds that could not be reached, unless it was the network that could not."""
        hosts = {host_name(state.url) for state, _ in self._unreached}
        unknown = {host_name(state.url) for state, error in self._unreached if error.kind == "resolve"}
        if not self._answered and len(hosts) > 1:
            return
        for state, error in self._unreached:
            plan = self._after_failure(state, error, others_unknown=len(unknown) > 1 or not self._answered)
            self._library.save_failure(
                state.feed_id, str(error), next_due=plan.next_due, status=plan.status, counts=plan.counts
            )

    def _plan(self, state: FeedState, error: FetchError, response: Response) -> Plan:
        """When to ask again. Of what could not be reached, that is told at the end, knowing of the others."""
        if until := self._held_until(response):
            return Plan(until, counts=False)
        if error.kind in schedule.CONNECTIVITY:
            self._unreached.append((state, error))
        if error.kind in (*schedule.CONNECTIVITY, "files"):
            return Plan(self._now() + schedule.OFFLINE_SECONDS, counts=False)
        return self._after_failure(state, error)

    def _held_until(self, response: Response) -> int | None:
        return self._hosts.held_until(response.url) if response.status in HOLDING else None

    def _after_failure(self, state: FeedState, error: FetchError, *, others_unknown: bool = False) -> Plan:
        return schedule.after_failure(
            error,
            self._now(),
            failures=state.failures,
            minutes=self._minutes(state),
            jitter=self._jitter(),
            others_unknown=others_unknown,
        )

    def _now(self) -> int:
        return int(self._library.clock())


def _gone_from_here(state: FeedState, error: FetchError) -> FetchError:
    """Return an error with a feed that has moved not gone for good before its old address says so."""
    if error.status != 410 or not where_before(state) or asked_url(state) != state.url:
        return error
    told = str(error).replace("will not be asked again", "will be asked again, then where it was before")
    return FetchError(told, kind=error.kind, status=404)


def outcome(state: FeedState, status: OutcomeStatus, response: Response | None) -> Outcome:
    """Return what became of a feed, to be told."""
    seconds = response.seconds if response else 0.0
    return Outcome(feed_id=state.feed_id, url=masked(state.url), status=status, seconds=seconds)
