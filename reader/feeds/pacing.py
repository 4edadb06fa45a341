"""Who may go next: few connections per host, not too many in all, and few names being looked up.

libcurl looks names up on 20 threads, with the connect clock of those that wait running: too many dead
names at once make good ones fail. A lookup that timed out still holds its thread for a while.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable

from reader.feeds.http import FetchSettings
from reader.feeds.target import Origin, Target

RESOLVER_THREADS = 20
STUCK_SECONDS = 15.0
"""How long a lookup that was given up may go on: two name servers, asked twice, and then some."""


class Pacing:
    """Counts what is under way and says what may start."""

    def __init__(self, settings: FetchSettings, clock: Callable[[], float] = time.monotonic) -> None:
        self._settings = settings
        self._clock = clock
        self._hosts: Counter[Origin] = Counter()
        self._resolving: set[int] = set()
        self._stuck: list[float] = []
        self.held: dict[str, int | None] = dict(settings.held)
        """Host names that asked to be left alone, with their Retry-After."""

    def may_start(self, target: Target) -> bool:
        """Whether a request to `target` may be sent now."""
        settings, origin = self._settings, target.origin
        allowed = 1 if origin.host in settings.gentle else settings.per_host
        if self._hosts[origin] >= allowed or self._hosts.total() >= settings.in_flight:
            return False
        return target.is_address or self._free_lookups() > 0

    def start(self, key: int, target: Target) -> None:
        """Count a request that is sent."""
        self._hosts[target.origin] += 1
        if not target.is_address:
            self._resolving.add(key)

    def resolved(self, key: int) -> None:
        """The name is known (or was not asked for): another may be looked up."""
        self._resolving.discard(key)

    def finish(self, key: int, target: Target, *, timed_out: bool = False) -> bool:
        """The request is over; tell whether it gave up on a lookup, which goes on and is remembered."""
        self._hosts[target.origin] -= 1
        gave_up = timed_out and key in self._resolving
        if gave_up:
            self._stuck.append(self._clock() + STUCK_SECONDS)
        self._resolving.discard(key)
        return gave_up

    def _free_lookups(self) -> int:
        now = self._clock()
        self._stuck = [until for until in self._stuck if until > now]
        room = min(self._settings.resolving, RESOLVER_THREADS - len(self._stuck))
        return room - len(self._resolving)
