"""What a refresh tells: events as lines of JSON, or progress on a terminal and failures in words."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from reader import log
from reader.feeds.failures import MANY, of_many
from reader.model import Feed
from reader.refresh.outcomes import Outcome
from reader.text.clean import escaped, one_line
from reader.worker.child import Worker

NAMED = 4
"""Of the feeds that have one trouble in common, how many are named."""


class Teller:
    """Tells what becomes of each feed, and counts it where the command's own half reads the numbers."""

    def __init__(self, worker: Worker, log_file: Path, titles: dict[int, str]) -> None:
        self._worker = worker
        self._log = log_file
        self._titles = titles
        self._forced = worker.job.options["urgency"] == "force"
        self._reasons: set[str] = set()
        self._shared: dict[str, list[tuple[str, str]]] = {}
        """By what many may meet with: the titles of those that did, and what is said of each."""
        self._json = bool(worker.job.options["json"])
        self._line = not self._json and worker.rewrites()
        self._count = len(worker.hand.finished())
        self._total = self._count + len(titles)

    def start(self, feeds: int) -> None:
        """Say how many feeds there are; a worker that goes on for another says nothing."""
        if not self._worker.hand.get("started"):
            self._worker.hand.put("started", 1)
            if self._json:
                self._event({"event": "start", "feeds": feeds})

    def tell(self, outcome: Outcome) -> None:
        """Count an outcome, for all to see, and tell it."""
        hand = self._worker.hand
        hand.add(outcome.status)
        hand.add("new", outcome.new)
        hand.finish(outcome.feed_id)
        hand.put("item", 0)
        self._count += 1
        remark = _remark(outcome)
        if remark:
            log.note(self._log, f"feed {outcome.feed_id}: {remark}")
        if self._json:
            self._event({"event": "feed", **msgspec.to_builtins(outcome)})
            return
        if remark:
            self._say(one_line(self._titles.get(outcome.feed_id, outcome.url)), one_line(remark))
        if self._forced and outcome.status == "skipped":
            self._say_once(outcome.error or "")
        if self._line:
            self._write(f"refreshing {self._count}/{self._total} · {hand.get('new')} new")

    def recall(self, feeds: Iterable[Feed]) -> None:
        """Take up what a worker before this one held back and did not come to say."""
        done = self._worker.hand.finished()
        if self._json or not done or self._worker.hand.get("told"):
            return
        for feed in feeds:
            if feed.id in done and of_many(feed.error or ""):
                self._say(one_line(feed.title), one_line(feed.error or ""))

    def _say(self, title: str, remark: str) -> None:
        """Say what is to be known of a feed; at the end, where it may be said of many at once."""
        if why := of_many(remark):
            self._shared.setdefault(why, []).append((title, remark))
        else:
            self._write(f"{title}: {remark}\n")

    def _say_shared(self) -> None:
        """Say once what many have in common, and of the others what is wrong with each."""
        for why, feeds in self._shared.items():
            if len(feeds) < MANY:
                for title, remark in feeds:
                    self._write(f"{title}: {remark}\n")
            else:
                names = ", ".join(title for title, _ in feeds[:NAMED])
                self._write(f"{len(feeds)} feeds ({names}{', …' * (len(feeds) > NAMED)}): {why}\n")
        self._shared.clear()

    def _say_once(self, reason: str) -> None:
        """Say why feeds were not asked, however many there are of a host."""
        if reason not in self._reasons:
            self._reasons.add(reason)
            self._write(f"{one_line(reason)}\n")

    def warn(self, sentence: str) -> None:
        """Say something that concerns no feed."""
        log.note(self._log, sentence)
        self._write(f"{one_line(sentence)}\n")

    def end(self) -> None:
        """Take the progress line away, and say what was held back."""
        self._say_shared()
        self._worker.hand.put("told", 1)
        if self._line:
            self._write("")

    def searchable(self) -> None:
        """Say that all that came can be searched; once, however many workers it takes."""
        if self._json and not self._worker.hand.get("searchable"):
            self._worker.hand.put("searchable", 1)
            self._event({"event": "searchable"})

    def texts(self) -> None:
        """Say that all that came can be read."""
        if self._json:
            self._event({"event": "texts"})

    def _event(self, event: dict[str, Any]) -> None:
        self._worker.send(escaped(msgspec.json.encode(event).decode()).encode())

    def _write(self, text: str) -> None:
        start = "\r\x1b[K" if self._line else ""
        self._worker.remark(start + text)


def _remark(outcome: Outcome) -> str:
    """Return what a person should know of an outcome beside its numbers."""
    if outcome.status == "failed":
        return outcome.error or "failed"
    if outcome.left_out:
        return f"It sent so many articles that the {outcome.left_out} oldest were left out."
    return ""
