"""What was collected, made into a `RawFeed`: one place where every choice is made, whoever collected it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence

from reader.feeds import parse_media
from reader.feeds.parse_dates import seconds
from reader.feeds.parse_parts import Attributes, EntryParts, FeedParts, Text, absolute
from reader.incoming import Hints, RawBody, RawEntry, RawFeed

NEWEST = 500
"""Entries kept of one feed: more than any outlet publishes between two fetches."""

_LONGEST_GUID = 1024
_MOST_CATEGORIES = 100


def feed(parts: FeedParts) -> RawFeed:
    """Make the feed of its parts, its newest entries only."""
    site = _main_link(parts.links, parts.url)
    base = site if site and parts.format.startswith("rss") else parts.url
    entries = [made for found in parts.entries if (made := _entry(found, parts, base))]
    return RawFeed(
        format=parts.format,
        title=_title(parts.title),
        site_url=site,
        entries=_newest(entries),
        left_out=max(0, len(entries) - NEWEST),
        hints=_hints(parts),
        truncated=parts.truncated,
    )


def _newest(entries: list[RawEntry]) -> tuple[RawEntry, ...]:
    """Return the newest entries in the feed's own order; those without a date count as the oldest."""
    if len(entries) <= NEWEST:
        return tuple(entries)
    rank = sorted(range(len(entries)), key=lambda at: -(entries[at].published or 0))[:NEWEST]
    return tuple(entries[at] for at in sorted(rank))


def _entry(parts: EntryParts, of: FeedParts, base: str) -> RawEntry | None:
    """Make one entry; None where there is nothing to keep."""
    link = _link(parts, base)
    body_base = link if link and _is_web(link) else base
    content = tuple(_body(text, body_base) for text in parts.content if text.value.strip())
    summary = _body(parts.summary, body_base) if parts.summary and parts.summary.value.strip() else None
    if summary and any(summary.value == body.value for body in content):
        summary = None
    title = _title(parts.title)
    if not (title or summary or content or link or parts.guid):
        return None
    image = parse_media.picture(parts, base)
    updated = seconds(parts.updated)
    return RawEntry(
        guid=_guid(parts.guid),
        link=link,
        title=title,
        authors=_authors(parts.authors or of.authors),
        published=updated if (published := seconds(parts.published)) is None else published,
        updated=updated,
        categories=_once(parts.categories)[:_MOST_CATEGORIES],
        summary=summary,
        content=content,
        image=image,
        enclosures=tuple(file for file in parse_media.enclosures(parts, base) if file.url != image),
        base=body_base,
    )


# ---------------------------------------------------------------- identity and links


def _guid(guid: str | None) -> str | None:
    """Return the id as sent; the digest of a very long one, which serves as well."""
    if not guid or len(guid) <= _LONGEST_GUID:
        return guid or None
    return "sha256:" + hashlib.sha256(guid.encode("utf-8", "replace")).hexdigest()


def _link(parts: EntryParts, base: str) -> str | None:
    """Return the entry's page: what a proxy hid, else its main link, else an id that is one."""
    if _is_web(parts.original):
        return parts.original
    link = _main_link(parts.links, base)
    if parts.permalink and not _is_web(link) and _is_web(parts.guid):
        return parts.guid
    return link


def _is_web(link: str | None) -> bool:
    return (link or "")[:8].lower().startswith(("http://", "https://"))


def _main_link(links: Sequence[Attributes], base: str) -> str | None:
    """Return the first link to a page, else the first to any other form of it."""
    pages = [
        link for link in links if link.get("rel", "alternate") == "alternate" and link.get("href", "").strip()
    ]
    html = [
        link
        for link in pages
        if link.get("type", "text/html") in ("text/html", "application/xhtml+xml", "html")
    ]
    return absolute((html or pages)[0]["href"], base) if pages else None


# ---------------------------------------------------------------- texts

_TAG = re.compile(
    r"</?(?:a|abbr|acronym|article|audio|b|big|blockquote|br|center|cite|code|dd|del|div|dl|dt|em|embed|figcaption|"
    r"figure|font|h[1-6]|hr|i|iframe|img|ins|kbd|li|mark|object|ol|p|pre|q|s|script|section|small|span|strike|strong|"
    r"style|sub|sup|table|tbody|td|th|time|tr|tt|u|ul|video|wbr)(?:\s[^<>]*)?/?>|<!--",
    re.I,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}\d?);", re.I)


def _title(text: Text | None) -> RawBody | None:
    return _body(text, None) if text and text.value.strip() else None


def _body(text: Text, base: str | None) -> RawBody:
    """Return the text with its kind settled: marked up where it says so, or where it shows."""
    value = text.value.strip()
    html = text.html
    if not html:
        # Text sent as plain whose only markup is character references was escaped once too often.
        html = bool(_ENTITY.search(value)) if html is False else False
        html = html and not _TAG.search(value)
        html = html or (text.html is None and bool(_TAG.search(value) or _ENTITY.search(value)))
    return RawBody(value=value, html=html, base=absolute(text.base, base) if text.base and base else base)


_LONGEST_AUTHOR = 1000
_MAIL = re.compile(r"[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}", re.I)


def _authors(names: Sequence[str]) -> tuple[str, ...]:
    return _once(filter(None, map(_author, names)))


def _author(text: str) -> str:
    """Return the name in `mail (Name)`, `Name <mail>` or `Name`; the address where there is no name."""
    text = text[:_LONGEST_AUTHOR]
    name = _MAIL.sub("", text).replace("mailto:", "")
    name = re.sub(r"[(<\[]\s*[)>\]]", "", name).strip(" \t\r\n,;")
    if name.startswith("(") and name.endswith(")"):
        name = name[1:-1].strip()
    return " ".join((name or text).split())


def _once(words: Iterable[str]) -> tuple[str, ...]:
    """Return the words trimmed, each once whatever its case, in order."""
    seen: dict[str, str] = {}
    for word in words:
        trimmed = " ".join(word.split())
        if trimmed:
            seen.setdefault(trimmed.casefold(), trimmed)
    return tuple(seen.values())


# ---------------------------------------------------------------- hints

_PERIODS = {"hourly": 60, "daily": 1440, "weekly": 10_080, "monthly": 43_200, "yearly": 525_600}
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _hints(parts: FeedParts) -> Hints:
    """Return what the feed says of when to ask; hour 24 is midnight, as the older RSS counts."""
    hours = {hour % 24 for text in parts.skip_hours if (hour := parse_media.whole(text)) is not None}
    days = {_DAYS.index(day) for text in parts.skip_days if (day := text.strip().lower()[:3]) in _DAYS}
    return Hints(parse_media.whole(parts.ttl), _period(parts), tuple(sorted(hours)), tuple(sorted(days)))


def _period(parts: FeedParts) -> int | None:
    minutes = _PERIODS.get((parts.period or "").strip().lower())
    return minutes and max(1, minutes // (parse_media.whole(parts.frequency) or 1))
