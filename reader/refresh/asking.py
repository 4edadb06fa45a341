"""How feeds are asked: all at once, and what a slow network kept back once more, one by one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import partial

from msgspec.structs import replace

from reader.clock import Clock
from reader.feeds.fetch import Fetcher
from reader.feeds.http import FetchSettings, Response
from reader.refresh.answers import request_of
from reader.refresh.beside import Beside
from reader.store.values import FeedState

SILENCES = 4
"""Timeouts in a row, both connections twice, after which a host is asked for nothing more in this run."""
PATIENCE = 3
"""How much longer it may take to connect where the network is slow, and feeds are asked one by one."""
IN_VAIN = 2
"""So many in a row of whom nothing came end that."""
MANY = 8
"""Feeds that are sure to send something, from which on a second process is worth its start."""


class Asking:
    """Asks the feeds of one refresh; what lands is read by whoever goes through it."""

    def __init__(self, clock: Clock, stopped: Callable[[], bool], beside: Beside) -> None:
        self._clock, self._stopped, self._beside = clock, stopped, beside

    def at_once(self, states: Collection[FeedState], limits: FetchSettings) -> Iterator[list[Response]]:
        """Ask for feeds side by side, with the second process begun where it is worth it."""
        news = sum(not (state.etag or state.last_modified) for state in states)
        beside = news >= MANY and self._beside.begin()
        fetcher = Fetcher(
            replace(limits, silences=SILENCES),
            clock=self._clock,
            stopped=self._stopped,
            idle=partial(_be_ready, reading=not beside) if news else lambda: None,
            also=lambda: self._beside.file,
        )
        now = int(self._clock())
        return fetcher.batches(request_of(state, now) for state in states)

    def one_by_one(self, states: Collection[FeedState], limits: FetchSettings) -> Iterator[list[Response]]:
        """Ask for what timed out again, in turn and with more patience, until it is in vain."""
        if not states:
            return  # as most often: nothing is set up for it
        patient = replace(limits, in_flight=1, connect_seconds=PATIENCE * limits.connect_seconds)
        fetcher, in_vain = Fetcher(patient, clock=self._clock, stopped=self._stopped), 0
        for state in states:
            for landed in fetcher.batches([request_of(state, int(self._clock()))]):
                in_vain = 0 if any(map(_came, landed)) else in_vain + len(landed)
                yield landed
            if in_vain >= IN_VAIN:
                return


def _came(response: Response) -> bool:
    """Whether an answer came to its end."""
    late = response.error is not None and response.error.kind == "timeout"
    return bool(response.status) and not late


def _be_ready(*, reading: bool) -> None:
    """Import what saves feeds, and reads them: while servers think, where some are sure to send one."""
    import reader.store.just_so
    import reader.store.saving

    if reading:
        import reader.feeds.parse_strict
        import reader.text.intake  # noqa: F401 -- for those who read: they find it here
