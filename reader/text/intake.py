"""From what a feed said to what lists show of it: titles cleaned, addresses checked, dates judged."""

from __future__ import annotations

from hashlib import blake2b, sha256
from urllib.parse import urlsplit

import msgspec
from msgspec.structs import replace

from reader.incoming import Entry, ParsedFeed, RawBody, RawEntry, RawFeed
from reader.model import Enclosure
from reader.text.clean import one_line, safe_url
from reader.text.drafts import finished
from reader.text.pictures import is_beacon, picture_url
from reader.text.plainly import author_name, from_markup, unique

EARLIEST = 631_152_000  # 1990-01-01: no feed is older
DAY = 86_400
MAX_GUID = 1000
MAX_NAMES = 50
MAX_ENCLOSURES = 20

_encoder = msgspec.msgpack.Encoder()


def clean_feed(raw: RawFeed, *, url: str, now: int) -> ParsedFeed:
    """Make a feed safe and tidy. An entry that cannot be read whole is kept as far as it can be."""
    feed = clean_heads(raw, url=url, now=now)
    return replace(feed, entries=tuple(map(finished, feed.entries)))


def clean_heads(raw: RawFeed, *, url: str, now: int, known: frozenset[bytes] = frozenset()) -> ParsedFeed:
    """Make safe all that lists show. The texts, which take most of the time, stay drafts.

    Entries whose digests are `known` are passed over.
    """
    site_url = safe_url(raw.site_url, url)
    told = [(entry, _digest(entry, now)) for entry in raw.entries]
    base, title = site_url or safe_url(url), _line(raw.title)
    entries = (_head_or_none(entry, said, base, now) for entry, said in told if said not in known)
    return ParsedFeed(
        format=one_line(raw.format, 40),
        title=title or urlsplit(site_url or url).netloc.removeprefix("www.") or one_line(url, 200),
        named=bool(title),
        site_url=site_url,
        entries=tuple(entry for entry in entries if entry),
        hints=raw.hints,
        left_out=raw.left_out,
        truncated=raw.truncated,
        known=known.intersection(said for _, said in told),
    )


def _head_or_none(raw: RawEntry, digest: bytes, base: str | None, now: int) -> Entry | None:
    """Clean what lists show of an entry; one that defeats all is left out."""
    try:
        return _head(raw, digest, base, now)
    except MemoryError:
        raise
    except Exception:  # whatever one entry holds must not cost the others
        return None


def _head(raw: RawEntry, digest: bytes, feed_base: str | None, now: int) -> Entry | None:
    own_base = safe_url(raw.base, feed_base)
    url = safe_url(raw.link, own_base or feed_base) or _permalink(raw.guid)
    base = own_base or url or feed_base
    entry = Entry(
        guid=kept_guid(raw.guid),
        url=url,
        title=_line(raw.title),
        authors=unique([author_name(name) for name in raw.authors[: 2 * MAX_NAMES]], MAX_NAMES),
        published=_when(raw.published, now),
        updated=_when(raw.updated, now),
        categories=unique([from_markup(name, 100) for name in raw.categories[: 4 * MAX_NAMES]], MAX_NAMES),
        image=_named_image(raw.image, base),
        enclosures=_enclosures(raw, base),
        digest=digest,
        draft=RawEntry(summary=raw.summary, content=raw.content, base=base, link=url),
    )
    if entry.title and entry.digest:
        return entry
    entry = finished(entry)  # without a title it goes by the first words of its text
    if not (entry.title or entry.url or entry.guid):
        return None
    return replace(entry, title=entry.title or "Untitled")


def _digest(raw: RawEntry, now: int) -> bytes:
    """Return what tells whether an entry was edited; nothing for one that cannot be kept as it is.

    Its date of change alone is no edit; that its date, once too far ahead, can be believed by now is one.
    """
    try:
        plain = _encoder.encode(raw if raw.updated is None else replace(raw, updated=None))
    except UnicodeEncodeError:  # halves of characters
        return b""
    # What has no id may go by its date, and would be another entry with one.
    ahead = bool(raw.guid) and raw.published is not None and raw.published > now + DAY
    return blake2b(plain + b"ahead" if ahead else plain, digest_size=16).digest()


def _line(title: RawBody | None) -> str:
    return from_markup(title.value, html=title.html) if title else ""


def _permalink(guid: str | None) -> str | None:
    guid = (guid or "").strip()
    return safe_url(guid) if guid[:8].lower().startswith(("http://", "https://")) else None


def kept_guid(guid: str | None) -> str | None:
    """Return an id as sent but for what may not be stored; a monstrous one is replaced by its hash."""
    cleaned = one_line(guid or "", len(guid or "") + 1)
    if len(cleaned) > MAX_GUID:
        return "sha256:" + sha256(cleaned.encode()).hexdigest()
    return cleaned or None


def _when(moment: int | None, now: int) -> int | None:
    """Return a date a feed may have published something on; nonsense is no date."""
    return moment if moment is not None and EARLIEST <= moment <= now + DAY else None


def _enclosures(raw: RawEntry, base: str | None) -> tuple[Enclosure, ...]:
    kept: dict[str, Enclosure] = {}
    for enclosure in raw.enclosures:
        url = safe_url(enclosure.url, base)
        if url and len(kept) < MAX_ENCLOSURES:
            length = enclosure.length if 0 <= (enclosure.length or -1) < 1 << 53 else None
            kind = one_line(enclosure.type or "", 100) or None
            kept.setdefault(url, Enclosure(url, kind, length, enclosure.duration))
    return tuple(kept.values())


def _named_image(image: str | None, base: str | None) -> str | None:
    """Return the picture the feed names, unless it only counts readers."""
    named = picture_url(image, base)
    return None if named and is_beacon(named) else named
