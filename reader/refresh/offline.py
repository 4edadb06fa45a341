"""The worker's half of packing: choose, fetch what is missing, tell each page, sum up."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Sequence

import msgspec

from reader import clock as clocks
from reader import config
from reader.library import Library
from reader.model import PageOutcome, PageState, View
from reader.refresh.command import folders
from reader.refresh.jobs import fetch_settings
from reader.refresh.packing import report
from reader.refresh.pages import Pages
from reader.text.teaser import is_teaser
from reader.worker.child import Worker

LASTING = frozenset(("paywall", "gone", "no-more", "not-a-page", "unreadable"))
"""What is not tried again within a day."""
DAY = 86_400


def pack(worker: Worker) -> None:
    """Do the job the options name, telling how it goes."""
    options = worker.job.options
    paths = folders(options["paths"])
    library = Library(paths.library, clock=clocks.clock())
    limits = fetch_settings(config.load(paths.config_file))
    packing = _Packing(worker, library, Pages(library, limits, guard=worker.guard, stopped=worker.stopped))
    packing.run()
    while not worker.stopped() and library.index_batch():
        pass
    if not worker.stopped():
        library.close()


class _Packing:
    """One packing: what is wanted, and what was said of it so far."""

    def __init__(self, worker: Worker, library: Library, pages: Pages) -> None:
        self._worker, self._library, self._pages = worker, library, pages
        self._json = bool(worker.job.options["json"])
        self._line = not self._json and sys.stderr.isatty()
        self._ids: Sequence[int] = worker.job.options["ids"]

    def run(self) -> None:
        """Fetch what is missing, then say what can be read."""
        ids = self._chosen()
        states = self._library.pages(ids)
        finished = self._worker.hand.finished()
        missing = [state for state in states if state.article_id not in finished and self._is_missing(state)]
        if not finished and not self._worker.job.dead:
            self._event({"event": "start", "articles": len(ids), "missing": len(missing)})
        if self._worker.job.dead is not None:
            dead, why = self._worker.job.dead
            for state in (state for state in missing if state.article_id == dead):
                self._tell(self._pages.died(state, why), 0, len(missing))
            missing = [state for state in missing if state.article_id != dead]
        self._fetch(missing)
        if not self._worker.stopped():
            self._sum_up(ids)

    def _chosen(self) -> list[int]:
        options, library = self._worker.job.options, self._library
        if self._ids:
            return list(self._ids)
        if options["query"]:
            return [article.id for article in library.search(options["query"], limit=options["limit"])]
        saved = [bookmark.article_id for bookmark in library.bookmarks()]
        unread = [key.id for key in library.keys(View("unread"), limit=options["limit"])]
        return list(dict.fromkeys([*saved, *unread]))

    def _is_missing(self, state: PageState) -> bool:
        if self._ids:
            return True
        lately = state.fetched_at is not None and self._library.clock() - state.fetched_at < DAY
        return not is_readable(state) and not (lately and state.problem in LASTING)

    def _fetch(self, states: list[PageState]) -> None:
        """Fetch until all is there, or as much as the size allows."""
        room = self._worker.job.options["bytes"]
        for count, outcome in enumerate(self._pages.outcomes(states), 1):
            self._tell(outcome, count, len(states))
            room -= outcome.stored
            if room <= 0:
                return

    def _tell(self, outcome: PageOutcome, count: int, total: int) -> None:
        self._worker.hand.finish(outcome.article_id)
        self._worker.hand.put("item", 0)
        if self._json:
            self._event({"event": "page", **msgspec.to_builtins(outcome)})
        elif self._line:
            self._write(f"\r\x1b[Kfetching {count}/{total}")

    def _sum_up(self, ids: Sequence[int]) -> None:
        """Count what can be read now, saved copies of articles that are gone among it."""
        states = self._library.pages(ids)
        lacking = [state for state in states if not is_readable(state)]
        missing = Counter(state.problem or ("size" if state.url else "no-link") for state in lacking)
        readable = len(ids) - len(lacking)
        if self._json:
            self._event({"event": "done", "wanted": len(ids), "readable": readable, "missing": dict(missing)})
            return
        if self._line:
            self._write("\r\x1b[K")
        self._worker.send(report(readable, missing).encode())

    def _event(self, event: dict[str, object]) -> None:
        if self._json:
            self._worker.send(msgspec.json.encode(event))

    def _write(self, text: str) -> None:
        os.write(2, text.encode())


def is_readable(state: PageState) -> bool:
    """Tell whether an article is here to be read: its page's text, or all that the page says anyway."""
    return state.kept or state.problem == "no-more" or not is_teaser(state.document)
