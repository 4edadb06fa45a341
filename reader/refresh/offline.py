"""The worker's half of packing: choose, fetch what is missing, tell each page and picture, sum up."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from reader import clock as clocks
from reader import config
from reader.library import Library
from reader.model import PageState, View
from reader.pictures.shelf import Shelf
from reader.refresh.bookmark_pictures import keep_with_bookmarks
from reader.refresh.command import folders
from reader.refresh.limits import fetch_settings
from reader.refresh.outcomes import PageOutcome
from reader.refresh.packing import report
from reader.refresh.pages import Pages
from reader.refresh.pictures import PictureOutcome, Pictures, Wanted, token, wanted
from reader.refresh.wanting import may_ask_again
from reader.text.clean import escaped
from reader.text.teaser import is_teaser
from reader.worker.child import Worker

_FOLLOWED = View("search", query="is:followed")


def pack(worker: Worker) -> None:
    """Do the job the options name, telling how it goes."""
    paths = folders(worker.job.options["paths"])
    library = Library(paths.library, clock=clocks.clock())
    packing = _Packing(worker, library, config.load(paths.config_file), Shelf(paths.images))
    packing.run()
    while not worker.stopped() and library.index_batch():
        pass
    library.mute_arrived(worker.stopped)
    if not worker.stopped():
        library.close()


class _Packing:
    """One packing: what is wanted, and what was said of it so far."""

    def __init__(self, worker: Worker, library: Library, settings: config.Config, shelf: Shelf) -> None:
        options, limits = worker.job.options, fetch_settings(settings)
        self._worker, self._library, self._shelf = worker, library, shelf
        self._pages = Pages(library, limits, guard=worker.guard, stopped=worker.stopped)
        self._pictures = Pictures(library, shelf, limits, guard=worker.guard, stopped=worker.stopped)
        self._mode = options["pictures"] or settings.images
        self._only_pictures = bool(options["pictures"])
        self._json, self._whole = bool(options["json"]), bool(options["whole"])
        self._said_at, self._silent = time.monotonic(), float(options["silent_seconds"])
        self._line = not self._json and worker.rewrites()
        self._ids: Sequence[int] = options["ids"]
        self._room: int = options["bytes"]

    def run(self) -> None:
        """Fetch what is missing, texts before pictures, then say what can be read."""
        ids = self._chosen()
        finished = self._worker.hand.finished()
        missing = [] if self._only_pictures else self._lacking(ids, finished)
        if not finished and not self._worker.job.dead:
            self._event({"event": "start", "articles": len(ids), "missing": len(missing)})
        self._fetch(self._without_dead(missing))
        self._fetch_pictures(ids)
        if not self._worker.stopped():
            self._sum_up(ids)

    def _chosen(self) -> list[int]:
        options, library = self._worker.job.options, self._library
        if self._ids:
            return list(self._ids)
        if options["query"]:
            return [article.id for article in library.search(options["query"], limit=options["limit"])]
        saved = [bookmark.article_id for bookmark in library.bookmarks()]
        followed = [key.id for key in library.keys(_FOLLOWED, limit=options["limit"])]
        unread = [key.id for key in library.keys(View("unread"), limit=options["limit"])]
        return list(dict.fromkeys([*saved, *followed, *unread]))

    # ------------------------------------------------------------ texts

    def _lacking(self, ids: Sequence[int], finished: set[int]) -> list[PageState]:
        states = self._library.pages(ids)
        return [state for state in states if state.article_id not in finished and self._is_missing(state)]

    def _is_missing(self, state: PageState) -> bool:
        return bool(self._ids) or (not is_readable(state) and may_ask_again(state, self._library.clock()))

    def _without_dead(self, missing: list[PageState]) -> list[PageState]:
        if self._worker.job.dead is None:
            return missing
        dead, why = self._worker.job.dead
        for state in (state for state in missing if state.article_id == dead):
            self._tell(self._pages.died(state, why), 0, len(missing))
        return [state for state in missing if state.article_id != dead]

    def _fetch(self, states: list[PageState]) -> None:
        """Fetch until all is there, or as much as the size allows."""
        for count, outcome in enumerate(self._pages.outcomes(states), 1):
            self._tell(outcome, count, len(states))
            self._room -= outcome.stored
            if self._room <= 0:
                return

    def _tell(self, outcome: PageOutcome, count: int, total: int) -> None:
        self._told(outcome.article_id, "page", outcome)
        self._progress(f"fetching {count}/{total}")

    # ------------------------------------------------------------ pictures

    def _fetch_pictures(self, ids: Sequence[int]) -> None:
        """Fetch the pictures of what can be read, and copy those of bookmarks into the library."""
        states = self._library.pages(ids)
        pictures = wanted(self._library, states, self._mode)
        missing = self._lacking_pictures(pictures) if self._room > 0 else []
        for count, outcome in enumerate(self._pictures.outcomes(missing), 1):
            self._tell_picture(outcome)
            self._progress(f"pictures {count}/{len(missing)}")
            self._room -= outcome.stored
            if self._room <= 0:
                break
        leads = {each.article_id: each for each in reversed(pictures)}
        saved = {state.article_id for state in states if state.bookmarked}
        keep_with_bookmarks(self._library, self._shelf, [leads[n] for n in leads if n in saved])

    def _lacking_pictures(self, pictures: Sequence[Wanted]) -> list[Wanted]:
        finished = self._worker.hand.finished()
        missing = self._pictures.missing(pictures)
        dead, why = self._worker.job.dead or (0, "")
        for picture in (each for each in missing if token(each.url) == dead):
            self._tell_picture(self._pictures.died(picture, why))
        return [each for each in missing if token(each.url) not in finished | {dead}]

    def _tell_picture(self, outcome: PictureOutcome) -> None:
        self._told(token(outcome.url), "picture", outcome)

    # ------------------------------------------------------------ telling

    def _told(self, item: int, name: str, outcome: PageOutcome | PictureOutcome) -> None:
        self._worker.hand.finish(item)
        self._worker.hand.put("item", 0)
        self._event({"event": name, **msgspec.to_builtins(outcome)})

    def _sum_up(self, ids: Sequence[int]) -> None:
        """Count what can be read now, saved copies of articles that are gone among it."""
        states = self._library.pages(ids)
        lacking = [state for state in states if not is_readable(state)]
        missing = Counter(state.problem or ("size" if state.url else "no-link") for state in lacking)
        readable, why = len(ids) - len(lacking), _why_given_up(lacking)
        told = {"wanted": len(ids), "readable": readable, "missing": dict(missing), "why": why}
        self._event({"event": "done", **told})
        if self._whole:
            self._send({**told, "articles": [_lacks(state) for state in lacking]})
        elif not self._json:
            self._progress("")
            self._worker.send(report(readable, missing, why).encode())

    def _event(self, event: dict[str, object]) -> None:
        if self._json and not self._whole:
            self._send(event)

    def _send(self, told: dict[str, object]) -> None:
        self._worker.send(escaped(msgspec.json.encode(told).decode()).encode())

    def _progress(self, text: str) -> None:
        """Say how far it is: in one line of a terminal, else in a line now and then, in a log say."""
        if self._line:
            self._worker.remark(f"\r\x1b[K{text}")
        elif text and not self._json and time.monotonic() - self._said_at >= self._silent:
            self._said_at = time.monotonic()
            self._worker.remark(f"{text}\n")


def _lacks(state: PageState) -> dict[str, object]:
    """Say of an article why it cannot be read."""
    told = {"article_id": state.article_id, "title": state.title, "url": state.url}
    return {**told, "problem": state.problem, "error": state.why}


def _why_given_up(states: Iterable[PageState]) -> dict[str, str]:
    """Why pages were given up, by their problem."""
    told = {state.problem: state.why for state in states if state.problem in ("given-up", "unreadable")}
    return {name: why.partition("because ")[2].rstrip(".") for name, why in told.items() if name and why}


def is_readable(state: PageState) -> bool:
    """Tell whether an article is here to be read: its page's text, or all that the page says anyway."""
    return state.kept or state.problem == "no-more" or not is_teaser(state.document)
