"""What comes from a file of another library, made as safe as what feeds say: anyone may have written it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from msgspec.structs import replace

from reader.feeds.opml import feed_url
from reader.library.quoting import LONGEST_QUOTE
from reader.model import Enclosure
from reader.store.carried import (
    Carried,
    CarriedBookmark,
    CarriedFeed,
    CarriedFollow,
    CarriedMark,
    CarriedMute,
    CarriedQuote,
)
from reader.store.mutes import is_query
from reader.store.query import LONGEST
from reader.text.clean import clean, one_line, safe_url
from reader.text.html import text_document
from reader.text.readmit import readmitted

EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
YEARS = range(1870, 2200)
MOST_BYTES = 1 << 53
MOST_SECONDS = 7 * 86_400
MOST_LETTERS = 1 << 31
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_GUARD = re.compile(r"on|strict|\d{4}-\d\d-\d\d")


def safe(carried: Carried, now: int) -> Carried:
    """Return it with clean text, web addresses and dates that may be; what has none of these is left out."""
    latest = datetime.fromtimestamp(now, UTC) + timedelta(days=1)
    return Carried(
        newsreel=1,
        feeds=[_feed(each) for each in carried.feeds if feed_url(each.url)],
        follows=[_follow(each, latest) for each in carried.follows],
        mutes=[mute for each in carried.mutes if (mute := _mute(each, latest))],
        marks=[_mark(each, latest) for each in carried.marks if feed_url(each.feed_url)],
        bookmarks=[_bookmark(each, latest) for each in carried.bookmarks],
    )


def _feed(feed: CarriedFeed) -> CarriedFeed:
    return replace(
        feed,
        url=feed_url(feed.url),
        title=_line(feed.title),
        folder=_line(feed.folder),
        named=_line(feed.named),
        site_url=safe_url(feed.site_url),
        former_url=feed_url(feed.former_url or ""),
    )


def _follow(follow: CarriedFollow, latest: datetime) -> CarriedFollow:
    return replace(
        follow,
        name=_line(follow.name) or "",
        aliases=_lines(follow.aliases),
        companions=_lines(follow.companions),
        excludes=_lines(follow.excludes),
        year=follow.year if follow.year in YEARS else None,
        guard=follow.guard if _GUARD.fullmatch(follow.guard or "") else None,
        followed_at=_past(follow.followed_at, latest),
        looked_at=_past(follow.looked_at, latest),
        title=_line(follow.title) if follow.kind == "topic" else None,
    )


def _mute(mute: CarriedMute, latest: datetime) -> CarriedMute | None:
    """Return a mute made safe; none of what asks for nothing, or ends on no day."""
    query = one_line(mute.query, LONGEST)
    if (
        not query
        or len(mute.query) > LONGEST
        or not is_query(query)
        or not _DAY.fullmatch(mute.until or "2000-01-01")
    ):
        return None
    return replace(mute, query=query, since=_past(mute.since, latest))


def _mark(mark: CarriedMark, latest: datetime) -> CarriedMark:
    return replace(
        mark,
        feed_url=feed_url(mark.feed_url),
        published=min(max(mark.published, EARLIEST), latest),
        first_seen=min(max(mark.first_seen, EARLIEST), latest),
        marked_at=_said(mark.marked_at, latest),
    )


def _bookmark(mark: CarriedBookmark, latest: datetime) -> CarriedBookmark:
    return replace(
        mark,
        title=_line(mark.title) or "",
        feed_url=feed_url(mark.feed_url or ""),
        url=safe_url(mark.url),
        feed_title=_line(mark.feed_title) or "",
        saved_at=min(max(mark.saved_at, EARLIEST), latest),
        tags=_lines(mark.tags),
        note=clean(mark.note or "").strip() or None,
        quotes=tuple(filter(None, (_quote(each, latest) for each in mark.quotes))),
        authors=_lines(mark.authors),
        published=_past(mark.published, latest),
        updated=_past(mark.updated, latest),
        first_seen=_past(mark.first_seen, latest),
        categories=_lines(mark.categories),
        summary=clean(mark.summary),
        image=safe_url(mark.image),
        enclosures=tuple(filter(None, map(_enclosure, mark.enclosures))),
        document=readmitted(mark.document) if mark.document else text_document(mark.text),
    )


def _quote(quote: CarriedQuote, latest: datetime) -> CarriedQuote | None:
    """Return a quote made safe; none of what has no words, or more than a person keeps."""
    text = clean(quote.text).strip()
    if not text or len(text) > LONGEST_QUOTE:
        return None
    place = quote.place if quote.place is not None and 0 <= quote.place < MOST_LETTERS else None
    return CarriedQuote(text=text, kept_at=_said(quote.kept_at, latest), place=place)


def _enclosure(file: Enclosure) -> Enclosure | None:
    length = file.length if file.length is not None and 0 <= file.length < MOST_BYTES else None
    duration = file.duration if 0 < (file.duration or 0) < MOST_SECONDS else None
    url = safe_url(file.url)
    return Enclosure(url, _line(file.type), length, duration) if url else None


def _line(text: str | None) -> str | None:
    return one_line(text or "") or None


def _lines(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(line for text in texts if (line := one_line(text)))


def _said(moment: datetime | None, latest: datetime) -> datetime | None:
    """Return when a person said something, now at the latest: by a clock that is ahead they said it, too."""
    now = latest - timedelta(days=1)
    return now if moment is not None and moment > latest else _past(moment, latest)


def _past(moment: datetime | None, latest: datetime) -> datetime | None:
    """Return a date that may be; one before all feeds or after tomorrow is none."""
    return moment if moment is not None and EARLIEST <= moment <= latest else None
