"""Failures that may be the network's and not the feeds': judged once it is known how the others fared.

A network that wants a login first answers in everybody's name: with a page over http, with a certificate
of its own over https, with an address of its own for every name, with any status there is. It may be a
train's, and what it said of feeds must not outlast the ride.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from reader.errors import FetchError
from reader.feeds import failures, schedule
from reader.feeds.http import Response
from reader.feeds.schedule import Plan
from reader.feeds.target import parse as parse_url
from reader.refresh.answers import asked_url
from reader.refresh.hosts import host_name
from reader.refresh.impostors import leads_astray
from reader.refresh.outcomes import Outcome
from reader.store.values import FeedState

NO_FEED = "page"
"""The kind of a failure to read a feed in what came."""
LATELY = 3 * schedule.DAY
"""How long after their last good answer feeds that fail together are kept away rather than broken."""
HOSTS = 2
"""So many hosts that did well before must fail at once."""
_LOGIN = 511
_TELLING = ("tls", "redirect", NO_FEED)
_SPOKEN = ("http", "redirect", NO_FEED)


class Doubt(NamedTuple):
    """A failure that waits to be judged. `blame` notes it as the feed's own."""

    state: FeedState
    error: FetchError
    response: Response
    blame: Callable[[], Outcome]

    @property
    def is_telling(self) -> bool:
        """Whether it is what such a network makes of a feed, rather than what becomes of feeds."""
        known = self.error.kind in _TELLING or self.response.status == _LOGIN
        return known or leads_astray(self.response)

    @property
    def excuse(self) -> FetchError:
        """Why the feed was not to be had, where the network is to blame."""
        spoken = self.error.kind in _SPOKEN or leads_astray(self.response)
        if spoken or self.error.kind == "tls":
            return failures.in_the_way(parse_url(self.state.url), silent=not spoken)
        return self.error

    def plan(self, now: int) -> Plan:
        """When to ask again, where the network is to blame: soon, but no sooner than it was to be asked."""
        soon = now + schedule.OFFLINE_SECONDS
        if self.state.status == "gone":
            return Plan(None, "gone", counts=False)
        return Plan(max(soon, self.state.next_due or 0), counts=False)


def is_doubtful(state: FeedState, error: FetchError, response: Response) -> bool:
    """Whether a failure may be the network's, though somebody answered."""
    if response.status and asked_url(state).lower().startswith("https:") and not response.downgraded:
        return False  # its own host said so: over https none answers in its name
    if error.kind == "refused":
        return leads_astray(response)
    return str(error) != failures.NO_AUTHORITIES


def is_walled(
    doubts: Iterable[Doubt], unreached: Iterable[FeedState], every: Iterable[FeedState], now: int
) -> bool:
    """Tell whether the network keeps away feeds of which none answered well: those that did well lately.

    `every` feed that is followed tells whether others did well since these failed for the first time.
    """
    latest = max((each.last_success or 0 for each in every), default=0)
    sound = [each for each in doubts if _was_well(each.state, latest, now)]
    hosts = {host_name(each.state.url) for each in sound}
    if any(each.is_telling for each in sound):
        hosts |= {host_name(state.url) for state in unreached if _was_well(state, latest, now)}
    return len(hosts) >= HOSTS


def _was_well(state: FeedState, latest: int, now: int) -> bool:
    """Whether nothing but the network was wrong with a feed until now, as far as is known."""
    if state.failures or state.last_fetched is None:
        return not state.failures
    others_since = state.error is not None and latest > state.last_fetched
    return not others_since and state.last_success is not None and now - state.last_success < LATELY
