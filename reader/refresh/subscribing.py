"""The worker's half of adding an address: fetch, parse or discover, follow, save."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from reader import clock as clocks
from reader import config
from reader.addresses import masked
from reader.errors import FetchError, NewsreelError, ParseError
from reader.feeds.discover import FoundFeed, find_feeds, to_choose_from
from reader.feeds.failures import until
from reader.feeds.fetch import Fetcher
from reader.feeds.http import Request, Response
from reader.feeds.parse import parse
from reader.feeds.target import as_asked, covers, place
from reader.incoming import ParsedFeed
from reader.library import Library
from reader.refresh.adding import answer_to
from reader.refresh.answers import answer_of
from reader.refresh.command import folders
from reader.refresh.hosts import Hosts
from reader.refresh.limits import fetch_settings
from reader.refresh.values import Added, Several
from reader.text.intake import clean_feed
from reader.worker.child import Worker

MOST = 50
"""Of the feeds a page names, how many a person is asked about."""


def subscribe(worker: Worker) -> None:
    """Add the address the options name, and write what came of it."""
    try:
        answer = msgspec.json.encode(_Adding(worker).add())
    except NewsreelError as error:
        answer = answer_to(error)
    worker.send(answer)


class _Adding:
    """One address on its way to a subscription."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._options = worker.job.options
        paths = folders(self._options["paths"])
        self._settings = config.load(paths.config_file)
        self._library = Library(paths.library, clock=clocks.clock())
        self._hosts = Hosts(self._library)
        limits = self._hosts.limits(fetch_settings(self._settings))
        self._fetcher = Fetcher(limits, clock=self._library.clock, stopped=worker.stopped)

    def add(self) -> Added | Several:
        """Follow the feed at the address, or the one feed it names."""
        typed = self._options["url"]
        private = bool(self._options["allow_private"]) or self._was_allowed(typed)
        response = self._get(typed, private=private)
        with self._worker.guard(1):
            feed, found = self._read(response)
        if feed is not None:
            # What was typed as https is not given up for http.
            url = (response.permanent_url if not response.downgraded else None) or typed
            if self._followed_at(url) is None and self._followed_at(typed):
                url = typed  # it says so at each refresh, too, and is believed the second time
            near = private and covers(typed, url)
            return self._follow(url, feed, response, private=near)
        if len(found) > 1:
            return Several(tuple(found[:MOST]))
        near = private and covers(response.url, found[0].url)
        response = self._get(found[0].url, private=near)
        with self._worker.guard(1):
            feed = self._parse(response)
        return self._follow(found[0].url, feed, response, private=near)

    def _was_allowed(self, typed: str) -> bool:
        """Tell whether the address is of a feed that the person follows on a private network."""
        asked = as_asked(typed)
        return any(each.private and as_asked(each.url) == asked for each in self._library.due(force=True))

    def _get(self, url: str, *, private: bool) -> Response:
        for response in self._fetcher.fetch([Request(1, url, private=private)]):
            self._hosts.note(response)
            if response.error is not None:
                held = self._hosts.held_until(response.url)
                raise until(response.error, held, self._library.clock()) if held else response.error
            return response
        raise FetchError(
            f"{masked(url)} was not fetched: the work was interrupted. Try again.", kind="cancelled"
        )

    def _read(self, response: Response) -> tuple[ParsedFeed | None, list[FoundFeed]]:
        """Return the feed, or the feeds that the page names. Raises ParseError where there is neither."""
        try:
            return self._parse(response), []
        except ParseError:
            found = find_feeds(response.body, url=response.url, content_type=response.content_type)
            others = to_choose_from([each for each in found if each.url != response.url])
            if not others:
                raise
            return None, others

    def _parse(self, response: Response) -> ParsedFeed:
        raw = parse(response.body, url=response.url, content_type=response.content_type)
        return clean_feed(raw, url=response.url, now=int(self._library.clock()))

    def _follow(self, url: str, feed: ParsedFeed, response: Response, *, private: bool) -> Added:
        options, library = self._options, self._library
        followed_at = self._followed_at(url)
        at = followed_at or url
        same = as_asked(at) == as_asked(url)
        # One that is followed over http is asked over https from now on; what is said over http instead of
        # https may be anybody's word.
        safer = not same and url.lower().startswith("https:")
        followed = library.subscribe(
            at,
            title=options["title"],
            folder=options["folder"],
            full_text=options["full_text"],
            private=private and (safer or covers(url, at)),
        )
        move = (url, at) if safer else (None, None)
        new = self._save(followed.id, feed, response, move) if same or safer else 0
        added = Added(library.feed(followed.id), new, followed_at is not None)
        library.close()
        return added

    def _followed_at(self, url: str) -> str | None:
        """Return where a feed is followed already: just there, or over the other of http and https."""
        followed = [each.url for each in self._library.feeds()]
        for same in (as_asked, place):
            if found := [each for each in followed if same(each) == same(url)]:
                return found[0]
        return None

    def _save(
        self, feed_id: int, feed: ParsedFeed, response: Response, move: tuple[str | None, str | None]
    ) -> int:
        """Save what a feed said, where it is from now on and where it was; return how much is new."""
        library, now = self._library, int(self._library.clock())
        chosen = library.settle(self._settings.feeds).get(feed_id)
        minutes = (chosen and chosen.refresh_minutes) or self._settings.refresh_minutes
        answer = answer_of(response, now, minutes, feed=feed)
        answer = replace(answer, url=move[0], former_url=move[1])
        saved = library.save_feed(feed_id, feed, answer)
        while not self._worker.stopped() and library.index_batch():
            pass
        while not self._worker.stopped() and library.group_batch(self._worker.stopped):
            pass
        library.mute_arrived(self._worker.stopped)
        return saved.new
