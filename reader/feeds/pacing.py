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
IN_MEMORY = 12_000_000
UNKNOWN_BODY = 500_000
"""How much may be under way, and what a body counts until the first came: a hundred kilobytes is usual."""
OFFLINE_LOOKUPS = 40
"""After so many lookups without an answer, and not one with, there is no network to wait for."""


class Pacing:
    """Counts what is under way and says what may start."""

    def __init__(self, settings: FetchSettings, clock: Callable[[], float] = time.monotonic) -> None:
        self._settings = settings
        self._clock = clock
        self._hosts: Counter[Origin] = Counter()
        self._silences: Counter[str] = Counter()
        self._under_way = 0
        self._resolving: set[int] = set()
        self._stuck: list[float] = []
        self._gave_up = 0
        self._found_a_name = False
        self._landed = self._received = 0
        self.held: dict[str, int | None] = dict(settings.held)
        """Host names that asked to be left alone, with their Retry-After."""

    @property
    def full(self) -> bool:
        """Whether nothing at all may start."""
        return self._under_way >= self._settings.in_flight

    def has_room(self, *, conditional: bool) -> bool:
        """Whether one body more is likely to fit in memory, going by those that came."""
        before = 0 if conditional else UNKNOWN_BODY
        usual = self._received / self._landed if self._landed else before
        return self._under_way * usual < IN_MEMORY

    def landed(self, size: int) -> None:
        """Note how large an answer was."""
        self._landed += 1
        self._received += size

    @property
    def offline(self) -> bool:
        """Whether names are asked for in vain."""
        return self._gave_up >= OFFLINE_LOOKUPS and not self._found_a_name

    def free_lookups(self) -> int:
        """Return how many more names may be looked up now."""
        now = self._clock()
        self._stuck = [until for until in self._stuck if until > now]
        room = min(self._settings.resolving, RESOLVER_THREADS - len(self._stuck))
        return room - len(self._resolving)

    def may_start(self, target: Target) -> bool:
        """Whether a request to `target` may be sent now."""
        settings, origin = self._settings, target.origin
        allowed = 1 if origin.host in settings.gentle else settings.per_host
        if self.full or self._hosts[origin] >= allowed:
            return False
        return not target.needs_lookup or self.free_lookups() > 0

    def is_silent(self, host: str) -> bool:
        """Whether a host has let so many requests in a row time out that no more are worth waiting for."""
        return 0 < self._settings.silences <= self._silences[host]

    def start(self, key: int, target: Target) -> None:
        """Count a request that is sent."""
        self._hosts[target.origin] += 1
        self._under_way += 1
        if target.needs_lookup:
            self._resolving.add(key)

    def resolved(self, key: int) -> None:
        """The name is known (or was not asked for): another may be looked up."""
        self._found_a_name = self._found_a_name or key in self._resolving
        self._resolving.discard(key)

    def finish(self, key: int, target: Target, *, timed_out: bool = False) -> bool:
        """The request is over; tell whether it gave up on a lookup, which goes on and is remembered."""
        self._hosts[target.origin] -= 1
        self._under_way -= 1
        self._silences[target.origin.host] = self._silences[target.origin.host] + 1 if timed_out else 0
        gave_up = timed_out and key in self._resolving
        if gave_up:
            self._gave_up += 1
            self._stuck.append(self._clock() + STUCK_SECONDS)
        self._resolving.discard(key)
        return gave_up
