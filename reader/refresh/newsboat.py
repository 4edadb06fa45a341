"""newsboat's `cache.db`: a worker reads it, as strangers wrote what it holds, and saves what is in it."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from pathlib import Path

import msgspec
from msgspec.structs import replace

from reader import clock as clocks
from reader.errors import NewsreelError
from reader.feeds.newsboat import own_guid
from reader.feeds.opml import Skipped, feed_url
from reader.incoming import Entry, RawBody, RawFeed
from reader.library import Library
from reader.paths import Paths
from reader.refresh import texts
from reader.refresh.adding import work
from reader.refresh.command import folders
from reader.refresh.making import DRAFTS, Making
from reader.store.identity import guid_key
from reader.store.newsboat import Cache, CachedArticle
from reader.store.taking_over import Kept, Took
from reader.worker import Job
from reader.worker.child import Worker
from reader.worker.parent import CPU_SECONDS

TAG = "newsboat"


class Taken(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a worker tells: how much came since it told last, what was left out, what went wrong."""

    took: Took = Took()
    skipped: list[Skipped] = []
    error: str | None = None


def take_in(file: Path, paths: Paths, *, cpu_seconds: float = CPU_SECONDS) -> Taken:
    """Take over the articles of the feeds that are followed. Raises NewsreelError; safe to do again."""
    options = {"file": str(file), "seen": int(clocks.clock()()), "paths": [str(each) for each in paths]}
    ending, written = work(Job("newsboat", options, cpu_seconds), paths, restart=True)
    told = [msgspec.json.decode(line, type=Taken) for line in written.splitlines()]
    if error := next((each.error for each in told if each.error), None):
        raise NewsreelError(error)
    if ending.stopped:
        raise KeyboardInterrupt
    if ending.died or ending.code:
        why = ending.died or "its process ended"
        raise NewsreelError(f"Taking over {file} broke off because {why}; what came is kept. Try again.")
    sums = (sum(getattr(each.took, name) for each in told) for name in Took.__struct_fields__)
    return Taken(took=Took(*sums), skipped=[each for some in told for each in some.skipped])


def take_over(worker: Worker) -> None:
    """Take over the file the options name, a line for every few articles."""
    try:
        with Cache(Path(worker.job.options["file"])) as cache:
            _TakingOver(worker, cache).run()
    except NewsreelError as error:
        worker.send(msgspec.json.encode(Taken(error=str(error))))


class _TakingOver:
    """The articles of a cache on their way to the library."""

    def __init__(self, worker: Worker, cache: Cache) -> None:
        self._worker, self._cache = worker, cache
        self._library = Library(folders(worker.job.options["paths"]).library, clock=clocks.clock())
        self._numbers = {feed.url: feed.id for feed in self._library.feeds()}
        self._followed_at = self._library.followed_at()
        self._homeless = self._empty = 0

    def run(self) -> None:
        """Take all of them, then make their texts: in steps that let everyone else pass."""
        self._leave_the_dead()
        self._name()
        others, after = self._keys(), 0
        while not self._worker.stopped() and (some := self._cache.articles(after)):
            for url, of_feed in groupby(some, key=attrgetter("feed_url")):
                self._save(url, list(of_feed), others)
            after = some[-1].number
            self._progress(f"taking over article {after}")
        self._name()  # once more: with it, all that came is on the disk
        if not self._worker.stopped():
            # Stories are left to the next refresh: of many old articles that takes minutes.
            self._progress("making their texts")
            texts.make(self._worker, self._library, self._making(), lambda: None)
            self._worker.send(msgspec.json.encode(Taken(skipped=self._skipped())))
        self._progress("")
        self._library.close()

    def _leave_the_dead(self) -> None:
        """See to it that what ended a worker before this one is not read again."""
        item, why = self._worker.job.dead or (0, "")
        if item > DRAFTS:
            self._making().give_up(item, why)
        elif item:
            self._worker.hand.finish(item)
            skipped = Skipped(f"article {item} of the cache", f"it was given up, because {why}")
            self._worker.send(msgspec.json.encode(Taken(skipped=[skipped])))
        self._dead = self._worker.hand.finished()

    def _keys(self) -> frozenset[bytes]:
        """Return the first keys of all articles: 16 bytes each, so that those of one link are told apart."""
        from reader.text.clean import safe_url
        from reader.text.intake import kept_guid

        told = (
            Entry(guid=kept_guid(own_guid(*names)), url=safe_url(names[1]), title="")
            for names in self._cache.names()
        )
        return frozenset(guid_key(each, by_link=False) for each in told if each.guid or each.url)

    def _save(self, url: str, articles: list[CachedArticle], others: frozenset[bytes]) -> None:
        feed_id = self._feed_id(url)
        if feed_id is None:
            self._homeless += sum(not article.deleted for article in articles)
            return
        kept = [each for article in articles if (each := self._cleaned(article))]
        self._worker.hand.put("item", 0)
        took = self._library.take_over(feed_id, kept, others=others, seen=self._worker.job.options["seen"])
        self._worker.send(msgspec.json.encode(Taken(took=took)))

    def _feed_id(self, url: str) -> int | None:
        address = feed_url(url)
        return self._numbers.get(self._followed_at(address) or "") if address else None

    def _cleaned(self, article: CachedArticle) -> Kept | None:
        """Make an article safe, as what a feed says; its text stays a draft, unless it is to be saved.

        What was deleted is as good as read, and was let go of with its flags.
        """
        from reader.text.drafts import finished
        from reader.text.intake import clean_heads

        if article.number in self._dead:
            return None
        guid = own_guid(article.entry.guid or "", article.entry.link or "", _said(article.entry.title))
        raw = RawFeed(format="newsboat", entries=(replace(article.entry, guid=guid),))
        with self._worker.guard(article.number):
            feed = clean_heads(raw, url=article.feed_url, now=self._worker.job.options["seen"])
            self._empty += not feed.entries and not article.deleted
            flags = "" if article.deleted else article.flags
            kept = [finished(each) if flags else each for each in feed.entries]
        read = article.read or article.deleted
        return Kept(kept[0], read=read, gone=article.deleted, tags=_tags(flags)) if kept else None

    def _name(self) -> None:
        """Give feeds that were never asked the title newsboat knows."""
        from reader.text.clean import safe_url
        from reader.text.plainly import from_markup

        named = ((self._feed_id(feed.url), feed) for feed in self._cache.feeds())
        self._library.name_taken(
            [(number, from_markup(feed.title), safe_url(feed.site_url)) for number, feed in named if number]
        )

    def _skipped(self) -> list[Skipped]:
        """Return what was left out, and why."""
        left = (
            (self._cache.deleted(), "deleted in newsboat"),
            (self._homeless, "of what is no feed here"),
            (self._empty, "nothing is said in them"),
        )
        return [Skipped(f"{n} article{'' if n == 1 else 's'}", why) for n, why in left if n]

    def _progress(self, text: str) -> None:
        if self._worker.rewrites():
            self._worker.remark(f"\r\x1b[K{text}")

    def _making(self) -> Making:
        return Making(self._library, guard=self._worker.guard, stopped=self._worker.stopped)


def _said(title: RawBody | None) -> str:
    return title.value if title else ""


def _tags(flags: str) -> tuple[str, ...]:
    """Return the tags of what was flagged: where it comes from, and each of newsboat's flags, a letter."""
    return (TAG, *dict.fromkeys(flag for flag in flags if flag.isascii() and flag.isalpha())) if flags else ()
