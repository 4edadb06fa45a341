"""Full texts, as values: pages are asked for politely, read under guard, kept; an outcome per page."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from urllib.parse import urlsplit

from msgspec.structs import replace

from reader.errors import FetchError
from reader.feeds.failures import AGAIN
from reader.feeds.fetch import Fetcher
from reader.feeds.http import FetchSettings, Request, Response
from reader.feeds.parse_bytes import to_text
from reader.feeds.schedule import asks_one_a_minute
from reader.feeds.target import covers
from reader.incoming import Page
from reader.library import Library
from reader.model import PageState
from reader.refresh import impostors
from reader.refresh.failing import SLOW
from reader.refresh.hosts import Hosts, host_name
from reader.refresh.outcomes import PageOutcome
from reader.refresh.pipeline import Guard
from reader.text.render import words

APART = 2.0
"""Seconds between two pages of one host."""
AT_ONCE, FEWER = 8, 4
"""Hosts asked side by side; and how many times fewer once that was too much for the network."""
TOO_MUCH = 2
"""Hosts that time out side by side: all at once were too many, and these are asked again. Not where any page
was quick to come: then it is the hosts, and to ask fewer at once would make the others wait for nothing."""
SILENCES = 2
"""After so many pages in a row that timed out a host is asked for no more in a run: hundreds of them would
keep a refresh busy for an hour."""
RAW_BYTES, BODY_BYTES = 5_000_000, 15_000_000
LESS = 2
"""How many times longer than what its page says by now a text may be that is given up for that."""
_TICK = 0.1
_GONE, _REFUSED, _PAYWALL = (404, 410), (401, 403, 407, 451), (402,)
_KINDS = {
    "timeout": "timeout", "resolve": "unreachable", "connect": "unreachable", "tls": "unreachable",
    "files": "unreachable", "refused": "private", "held": "held", "silent": "silent", "too_big": "not-a-page",
}  # fmt: skip
_NOT_ASKED = ("held", "silent")
_NOT_ANSWERED = (*_NOT_ASKED, "timeout", "unreachable", "private", "portal", "failed", "cancelled")
_Address = tuple[str, bool]
"""Of a page; and whether it may be on this computer or the local network."""
_PAGES = ("text/html", "application/xhtml", "text/plain", "application/xml", "text/xml")


class Pages:
    """Fetches pages of one library's articles."""

    def __init__(
        self,
        library: Library,
        settings: FetchSettings,
        *,
        guard: Guard,
        stopped: Callable[[], bool] = lambda: False,
        apart: float = APART,
    ) -> None:
        self._library, self._guard, self._stopped, self._apart = library, guard, stopped, apart
        self._hosts = Hosts(library)
        self._settings = replace(
            settings, per_host=1, silences=SILENCES, raw_bytes=RAW_BYTES, body_bytes=BODY_BYTES
        )

    def outcomes(self, states: Sequence[PageState]) -> Iterator[PageOutcome]:
        """Fetch pages, one of each host in a round, and rounds so far apart that no host is pressed."""
        waiting, later = _in_turn([state for state in states if state.url])
        for state in later:
            yield self._fail(state, "held", "Its host is asked once a minute at most; try again later.", 0)
        # One for all rounds: each has threads of its own to look names up, which stay.
        limits = self._hosts.limits(self._settings)
        fetcher = Fetcher(limits, clock=self._library.clock, stopped=self._stopped)
        # Those that timed out go last: what keeps a host silent hides nothing else that it has.
        waiting.sort(key=lambda state: state.problem == "timeout")
        pressed, at_once, quick = float("-inf"), AT_ONCE, False
        while waiting and not self._stopped():
            began = self._wait_until(pressed + self._apart)
            now = {_address(state): list[PageState]() for state in _one_of_each_host(waiting, at_once)}
            for state in waiting:
                now.get(_address(state), []).append(state)
            waiting, late = [state for state in waiting if _address(state) not in now], list[PageOutcome]()
            for outcome in self._round(fetcher, now):
                pressed = pressed if outcome.problem in _NOT_ASKED else began
                quick = quick or _is_quick(outcome)
                if at_once > 1 and outcome.problem == "timeout":
                    late.append(outcome)
                else:
                    yield outcome
            if len({outcome.url for outcome in late}) >= TOO_MUCH and not quick:
                at_once = max(1, at_once // FEWER)
                tardy = {outcome.article_id for outcome in late}
                waiting += [state for states in now.values() for state in states if state.article_id in tardy]
            else:
                yield from late

    def died(self, state: PageState, why: str) -> PageOutcome:
        """Note that a worker died of a page; of the first time, it may have been the run and not the page."""
        problem = "unreadable" if state.problem == "given-up" else "given-up"
        return self._fail(state, problem, f"The page was given up, because {why}.", 0)

    def _wait_until(self, moment: float) -> float:
        """Return when it is time for the next round."""
        while (now := time.monotonic()) < moment and not self._stopped():
            time.sleep(_TICK)
        return now

    def _round(self, fetcher: Fetcher, pages: dict[_Address, list[PageState]]) -> Iterator[PageOutcome]:
        """Fetch pages, each with the articles that lead to it."""
        asked = list(pages.values())
        requests = [Request(n, url, private=near, accept="page") for n, (url, near) in enumerate(pages)]
        for response in fetcher.fetch(requests):
            if response.error is None or response.error.kind != "held":
                self._hosts.note(response)
            yield from (self._land(state, response) for state in asked[response.key])

    def _land(self, state: PageState, response: Response) -> PageOutcome:
        if response.error is not None:
            problem, why = trouble(response, response.error)
            return self._fail(state, problem, why, response.seconds)
        kind = (response.content_type or "text/html").partition(";")[0].strip().lower()
        if not kind.startswith(_PAGES):
            return self._fail(
                state, "not-a-page", f"The address leads to {kind}, not to a page.", response.seconds
            )
        with self._guard(state.article_id):
            return self._read(state, response)

    def _read(self, state: PageState, response: Response) -> PageOutcome:
        """Find the article in a page; it is kept only where it says more than what is there."""
        from reader.text.extract import extract
        from reader.text.walls import WHY

        text = to_text(response.body, response.content_type)
        if impostors.is_of_another(state, response, text):
            return self._fail(state, impostors.PROBLEM, impostors.WHY, response.seconds)
        found = extract(text, url=response.url)
        count, before = words(found.document), words(state.document)
        if found.problem is not None:
            return self._fail(state, found.problem, WHY[found.problem], response.seconds)
        if count <= before and not state.kept:
            return self._fail(state, "no-more", "The page says no more than the feed.", response.seconds)
        if count * LESS < before:
            return self._fail(
                state, "no-more", "The page says less by now; what is here stays.", response.seconds
            )
        page = Page(document=found.document, source=found.source, authors=found.authors, image=found.image)
        stored = self._library.save_page(state.article_id, page)
        kept = PageOutcome(article_id=state.article_id, url=state.url or "", seconds=response.seconds)
        return replace(kept, words=count, stored=stored)

    def _fail(self, state: PageState, problem: str, why: str, seconds: float) -> PageOutcome:
        if problem not in ("held", "cancelled"):
            self._library.save_page_failure(state.article_id, problem, why)
        return PageOutcome(
            article_id=state.article_id, url=state.url or "", problem=problem, error=why, seconds=seconds
        )


def _address(state: PageState) -> _Address:
    """An address that content chose may be private only where the person allowed the feed beside it."""
    url = state.url or ""
    return url, state.private and covers(state.feed_url, url)


def _in_turn(states: list[PageState]) -> tuple[list[PageState], list[PageState]]:
    """Leave pages for later that are more than their hosts bear at once: one each, of some."""
    now, later, hosts = list[PageState](), list[PageState](), set[str]()
    for state in states:
        host = urlsplit(state.url or "").hostname or ""
        (later if host in hosts else now).append(state)
        if asks_one_a_minute(host):
            hosts.add(host)
    return now, later


def _one_of_each_host(states: list[PageState], most: int) -> list[PageState]:
    first: dict[str, PageState] = {}
    for state in states:
        first.setdefault(urlsplit(state.url or "").netloc.lower(), state)
    return list(first.values())[:most]


def _is_quick(outcome: PageOutcome) -> bool:
    return outcome.problem not in _NOT_ANSWERED and outcome.seconds < SLOW


def trouble(response: Response, error: FetchError) -> tuple[str, str]:
    """Sort what went wrong, with the line that says so."""
    status = error.status or 0
    if impostors.leads_astray(response):
        return impostors.PROBLEM, impostors.ASTRAY.format(host=host_name(response.url))
    if status in _GONE:
        return "gone", f"The page is gone (status {status})."
    if status in _PAYWALL:
        return "paywall", "The page is for subscribers."
    if status in _REFUSED:
        return "refused", f"The site refuses to hand out the page (status {status}); open it in the browser."
    # What is said of feeds, which are asked for again by themselves.
    return _KINDS.get(error.kind, "failed"), str(error).replace(AGAIN, "Try again later.")
