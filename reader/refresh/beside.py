"""Feeds read beside: a second process parses them and makes them safe, while the worker fetches and saves.

It is started for many feeds only. Without it (a single processor, or it died) the worker reads them itself.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from functools import partial

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from reader.errors import ParseError
from reader.feeds.http import Response
from reader.forks import is_worth_it
from reader.incoming import ParsedFeed
from reader.worker.child import Worker
from reader.worker.second import ROOM, Second

Read = ParsedFeed | ParseError
"""A feed made safe, its texts still drafts; or why it is none."""


class _Task(Struct, array_like=True):
    url: str
    content_type: str | None
    now: int
    body: bytes


class _Said(Struct, array_like=True):
    feed: ParsedFeed | None
    error: str = ""


_encoder = msgspec.msgpack.Encoder()
_tasks, _answers = msgspec.msgpack.Decoder(_Task), msgspec.msgpack.Decoder(_Said)


class Beside:
    """What is read beside, in the order it was given; nothing where there is no second process.

    `start` starts one, where there may be one.
    """

    def __init__(
        self, start: Callable[[], Second] | None = None, stopped: Callable[[], bool] = lambda: False
    ) -> None:
        self._start = start
        self._stopped = stopped
        self.suspect: Response | None = None
        """What the second process was at when it died."""
        self._second: Second | None = None
        self._under_way: deque[Response | None] = deque()

    @property
    def busy(self) -> bool:
        """Whether anything was given that did not come back."""
        return bool(self._under_way)

    @property
    def full(self) -> bool:
        """Whether something must come back before more is given."""
        return self._second is not None and self._second.full

    @property
    def file(self) -> int | None:
        """The file that can be read when something comes back, where anything will."""
        return self._second.fileno() if self._second and self._under_way else None

    def begin(self) -> bool:
        """Start the second process, and have it import what it needs; false where there is none.

        To be called before there are threads or connections. An open library is no matter: it is not touched.
        """
        with suppress(OSError):
            self._second = self._start() if self._start else None
        return self._give(None, b"")

    def read(self, response: Response, now: int) -> bool:
        """Have a feed read; false where that is left to the worker."""
        if self._second is None or len(response.body) > ROOM:
            return False
        task = _Task(response.url, response.content_type, now, response.body)
        return self._give(response, _encoder.encode(task))

    def _give(self, response: Response | None, task: bytes) -> bool:
        given = self._second is not None and self._second.give(task)
        if given:
            self._under_way.append(response)
        return given

    def is_ready(self) -> bool:
        """Tell whether something has come back."""
        return self.busy and (self._second is None or self._second.is_ready())

    def next(self) -> tuple[Response, Read | None] | None:
        """Wait for what comes back next: a feed and what was read, None where it is still to be read."""
        said = self._said()
        response = self._under_way.popleft()
        return (response, _read(said)) if response else None

    def _said(self) -> bytes | None:
        while self._second and not self._second.is_ready(0.1):
            if self._stopped():
                return None
        said = self._second.take() if self._second else None
        if said is None and self._second:
            self.suspect = self._under_way[0]
            self.close()
        return said

    def close(self) -> None:
        """Do without the second process from now on."""
        if self._second:
            self._second.close()
            self._second = None


def beside(worker: Worker) -> Beside:
    """Return what reads feeds beside a worker, where it is worth it.

    Not after one that died: what it died of would end the second process first, and take twice as long.
    """
    if worker.job.dead or not is_worth_it():
        return Beside()
    return Beside(partial(Second, answer, worker.job.cpu_seconds), worker.stopped)


def answer(task: bytes) -> bytes:
    """Read a feed, in the second process; for no task, be ready to."""
    from reader.feeds import parse_strict  # noqa: F401
    from reader.feeds.parse import parse
    from reader.text.intake import clean_heads

    if not task:
        return b""
    given = _tasks.decode(task)
    try:
        raw = parse(given.body, url=given.url, content_type=given.content_type)
    except ParseError as error:
        return _encoder.encode(_Said(None, str(error)))
    return _encoder.encode(_Said(clean_heads(raw, url=given.url, now=given.now)))


def _read(said: bytes | None) -> Read | None:
    if said is None:
        return None
    try:
        told = _answers.decode(said)
    except (msgspec.MsgspecError, UnicodeDecodeError):  # what a stranger can do to a parser, who knows
        return None
    return told.feed or ParseError(told.error)


def without(feed: ParsedFeed, known: frozenset[bytes]) -> ParsedFeed:
    """Return a feed without the entries of these digests."""
    new = tuple(entry for entry in feed.entries if entry.digest not in known)
    return replace(feed, entries=new, known=known.intersection(entry.digest for entry in feed.entries))
