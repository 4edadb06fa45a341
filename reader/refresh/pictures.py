"""Pictures, as values: asked for politely, developed under guard, shelved; an outcome per picture."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from zlib import crc32

from msgspec import Struct
from msgspec.structs import replace

from reader.feeds.fetch import Fetcher
from reader.feeds.http import FetchSettings, Request, Response
from reader.feeds.target import covers
from reader.library import Library
from reader.model import PageState
from reader.pictures.choosing import Mode, choose
from reader.pictures.shelf import Kept, Shelf
from reader.refresh import impostors
from reader.refresh.hosts import Hosts
from reader.refresh.pages import SILENCES, trouble
from reader.refresh.pipeline import Guard
from reader.text.pictures import is_beacon

BYTES, SECONDS = 8_000_000, 30
AT_ONCE = 8
"""Pictures under way at a time, each from another host."""
LASTING = {
    "gone": "it is gone",
    "refused": "the site refuses it",
    "paywall": "it is for subscribers",
    "private": "it lies at a private address",
    "not-a-page": "it is too large",
    "unreadable": "",
}
"""What is not tried again within a week, and how it is said; anything else is tried the next time."""
PASSING = {
    "timeout": "its host took too long",
    "unreachable": "its host cannot be reached",
    "silent": "its host does not answer",
    "portal": "the network wants a login first",
}
WEEK = 7 * 86_400
FIRST_TOKEN = -(1 << 40)
LATELY = 86_400
"""Seconds in which what was tried in vain is asked for only after what was not."""
_IN_VAIN = "in vain: "
"""Before an address on the shelf: no picture has such a one."""


class Wanted(Struct, frozen=True):
    """A picture of an article. `private`: it may be on this computer, as the feed it came in is."""

    article_id: int
    url: str
    private: bool = False


class PictureOutcome(Struct, frozen=True, kw_only=True):
    """What became of one picture."""

    article_id: int
    url: str
    width: int = 0
    height: int = 0
    problem: str | None = None
    error: str | None = None
    stored: int = 0


def wanted(library: Library, states: Iterable[PageState], mode: Mode) -> list[Wanted]:
    """Return the pictures of articles, the leading ones of all first, each address once."""
    rows: list[list[Wanted]] = []
    for state in states:
        image = library.article(state.article_id).image
        urls = [url for url in choose(image, state.document, mode).urls if not is_beacon(url)]
        rows.append([Wanted(state.article_id, url, _near(state, url)) for url in urls])
    leads, others = [row[0] for row in rows if row], [each for row in rows for each in row[1:]]
    return list({each.url: each for each in reversed([*leads, *others])}.values())[::-1]


class Pictures:
    """Fetches pictures onto the shelf."""

    def __init__(
        self,
        library: Library,
        shelf: Shelf,
        settings: FetchSettings,
        *,
        guard: Guard,
        stopped: Callable[[], bool] = lambda: False,
    ) -> None:
        self._library, self._shelf, self._guard, self._stopped = library, shelf, guard, stopped
        self._hosts = Hosts(library)
        seconds = min(settings.total_seconds, SECONDS)
        limits = replace(settings, per_host=1, silences=SILENCES, in_flight=AT_ONCE, total_seconds=seconds)
        self._settings = replace(limits, raw_bytes=BYTES, body_bytes=BYTES)

    def missing(self, pictures: Iterable[Wanted], *, again: bool = False) -> list[Wanted]:
        """Return those to be fetched: not here, nor known not to be had; `again` asks for the latter too."""
        return [each for each in pictures if not self._is_settled(each, again)]

    def _is_settled(self, picture: Wanted, again: bool) -> bool:
        size = self._shelf.size(picture.url)
        if size is None:
            return False
        return size != (0, 0) or (not again and self._shelf.age(picture.url, self._library.clock()) < WEEK)

    def note_in_vain(self, url: str) -> None:
        """Remember, where a failure passes too, that others are to be asked for before it."""
        with suppress(OSError):
            self._shelf.put(_IN_VAIN + url, Kept(b""), now=self._library.clock())

    def was_in_vain(self, url: str) -> bool:
        """Tell whether a picture was asked for in vain lately."""
        return self._shelf.age(_IN_VAIN + url, self._library.clock()) < LATELY

    def outcomes(self, pictures: Sequence[Wanted]) -> Iterator[PictureOutcome]:
        """Fetch pictures, one of a host at a time, and yield what became of each."""
        asked = dict(enumerate(pictures))
        limits = self._hosts.limits(self._settings)
        fetcher = Fetcher(limits, clock=self._library.clock, stopped=self._stopped)
        requests = [
            Request(key, each.url, private=each.private, accept="picture") for key, each in asked.items()
        ]
        for response in fetcher.fetch(requests):
            if response.error is None or response.error.kind != "held":
                self._hosts.note(response)
            yield self._land(asked[response.key], response)

    def died(self, picture: Wanted, why: str) -> PictureOutcome:
        """Note that a worker died of a picture."""
        return self._fail(picture, "unreadable", f"it was given up, because {why}")

    def _land(self, picture: Wanted, response: Response) -> PictureOutcome:
        if response.error is not None:
            problem, sentence = trouble(response, response.error)
            why = LASTING.get(problem) or PASSING.get(problem) or sentence
            return self._fail(picture, problem, why)
        if impostors.is_no_picture(picture.url, response):
            return self._fail(picture, impostors.PROBLEM, PASSING[impostors.PROBLEM])
        from reader.pictures.develop import NotAPictureError, develop

        try:
            with self._guard(token(picture.url)):
                made = develop(response.body)
        except NotAPictureError as error:
            return self._fail(picture, "unreadable", str(error))
        return self._keep(picture, Kept(made.data, made.width, made.height))

    def _keep(self, picture: Wanted, kept: Kept) -> PictureOutcome:
        try:
            stored = self._shelf.put(picture.url, kept, now=self._library.clock())
        except OSError as error:
            return self._outcome(
                picture, "unwritable", f"{error.filename} cannot be written ({error.strerror})."
            )
        return replace(self._outcome(picture), width=kept.width, height=kept.height, stored=stored)

    def _fail(self, picture: Wanted, problem: str, why: str) -> PictureOutcome:
        """Remember a lasting failure, so that neither the reader waits nor the host is asked in vain."""
        if problem in LASTING:
            self._keep(picture, Kept(why.encode()))
        return self._outcome(picture, problem, why)

    def _outcome(self, picture: Wanted, problem: str | None = None, why: str | None = None) -> PictureOutcome:
        return PictureOutcome(article_id=picture.article_id, url=picture.url, problem=problem, error=why)


def token(url: str) -> int:
    """Return a picture's number while it is in hand: below all those of feeds and pages."""
    return FIRST_TOKEN - crc32(url.encode())


def _near(state: PageState, url: str) -> bool:
    """Content may lead to a private address only where the person allowed the feed beside it."""
    return state.private and covers(state.feed_url, url)
