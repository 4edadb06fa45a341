"""From what a feed said to what goes on the shelf: texts cleaned, addresses checked, dates judged."""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import blake2b, sha256
from html import escape, unescape
from urllib.parse import urlsplit

import msgspec
from msgspec.structs import replace

from reader.model import (
    Document,
    Enclosure,
    Entry,
    Figure,
    ParsedFeed,
    RawBody,
    RawEntry,
    RawFeed,
)
from reader.text.clean import one_line, safe_url
from reader.text.flat import leaves
from reader.text.html import parsable, strip_tags, text_document, text_source, to_document
from reader.text.media import is_beacon, is_picture_file, picture_url
from reader.text.plainly import (
    author_name,
    decoded,
    from_markup,
    has_escaped_markup,
    has_markup,
    slug_words,
    unique,
)
from reader.text.render import lead, shorten
from reader.text.teaser import breaks_off

EARLIEST = 631_152_000  # 1990-01-01: no feed is older
DAY = 86_400
MAX_BODY = 2_000_000
MAX_GUID = 1000
SUMMARY = 400
MAX_NAMES = 50
MAX_ENCLOSURES = 20

_TAGS = re.compile("<[^<>]*>")
_UNSEEN = re.compile("<(?:script|style)", re.IGNORECASE)
_encoder = msgspec.msgpack.Encoder()
_Reader = Callable[[RawBody, str | None], tuple[Document, str]]


def clean_feed(raw: RawFeed, *, url: str, now: int) -> ParsedFeed:
    """Make a feed safe and tidy. An entry that cannot be read whole is kept as far as it can be."""
    feed = clean_heads(raw, url=url, now=now)
    return replace(feed, entries=tuple(map(finished, feed.entries)))


def clean_heads(raw: RawFeed, *, url: str, now: int, known: frozenset[bytes] = frozenset()) -> ParsedFeed:
    """Make safe all that lists show. The texts, which take most of the time, stay drafts.

    Entries whose digests are `known` are passed over.
    """
    site_url = safe_url(raw.site_url, url)
    told = [(entry, _digest(entry)) for entry in raw.entries]
    base = site_url or safe_url(url)
    entries = (_head_or_none(entry, said, base, now) for entry, said in told if said not in known)
    return ParsedFeed(
        format=one_line(raw.format, 40),
        title=_line(raw.title) or urlsplit(site_url or url).netloc.removeprefix("www.") or one_line(url, 200),
        site_url=site_url,
        entries=tuple(entry for entry in entries if entry),
        hints=raw.hints,
        left_out=raw.left_out,
        truncated=raw.truncated,
        known=known.intersection(said for _, said in told),
    )


def finished(entry: Entry) -> Entry:
    """Return an entry with its text made."""
    if entry.draft is None:
        return entry
    made = read_draft(entry.draft)
    return replace(
        entry,
        title=entry.title or _made_title(made.summary, entry.url),
        summary=made.summary,
        image=entry.image or made.image or _enclosed_image(entry.enclosures),
        document=made.document,
        source=made.source,
        breaks_off=made.breaks_off,
        draft=None,
    )


def read_draft(draft: RawEntry) -> Entry:
    """Make the text of an entry; one that defeats the HTML reader keeps its words."""
    for read in (_read, _read_words):
        try:
            return _reading(draft, read)
        except MemoryError:
            raise  # ends the worker: the next one starts afresh
        except Exception:  # noqa: S112 -- whatever one entry holds must not cost the others
            continue
    return Entry(guid=None, url=None, title="")


def unreadable(draft: RawEntry, why: str) -> Entry:
    """Return what is shown of a draft that ended its reader. What was sent is kept, unread."""
    body = max((draft.summary, *draft.content), key=lambda body: len(body.value) if body else 0)
    said = text_document(
        f"The text of this article could not be read, because {why}. Open it in the browser."
    )
    return Entry(
        guid=None, url=None, title="", document=said, source=parsable(body.value[:MAX_BODY]) if body else ""
    )


def _reading(draft: RawEntry, read: _Reader) -> Entry:
    body = _longest(draft)
    base = _base(body, draft.base)
    document, source = read(body, base) if body else (Document(), "")
    return Entry(
        guid=None,
        url=None,
        title="",
        document=document,
        source=_with_base(source, base, draft.link),
        breaks_off=breaks_off(document),
        summary=_summary(draft.summary, body, draft.base, document, read),
        image=next((leaf.url for leaf in leaves(document.blocks) if isinstance(leaf, Figure)), None),
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
        guid=_guid(raw.guid),
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


def _digest(raw: RawEntry) -> bytes:
    """Return what tells whether an entry was edited; nothing for one that cannot be kept as it is.

    Its date of change alone is no edit.
    """
    try:
        plain = _encoder.encode(raw if raw.updated is None else replace(raw, updated=None))
    except UnicodeEncodeError:  # halves of characters
        return b""
    return blake2b(plain, digest_size=16).digest()


def _base(body: RawBody | None, base: str | None) -> str | None:
    return (safe_url(body.base, base) or base) if body else base


def _longest(raw: RawEntry) -> RawBody | None:
    """Return the body that says most; of equals the content, never merely the first."""
    bodies = [body for body in (*raw.content, raw.summary) if body and body.value.strip()]
    best, said = None, 0
    for body in bodies if len(bodies) > 1 else []:
        # No text is longer than its HTML.
        if len(body.value) > said and (length := _length(body)) > said:
            best, said = body, length
    return best or next(iter(bodies), None)


def _length(body: RawBody) -> int:
    value = body.value[:MAX_BODY]
    if "<" not in value:
        return len(value)
    return len(strip_tags(value)) if _UNSEEN.search(value) else len(_TAGS.sub("", value))


def _read(body: RawBody, base: str | None) -> tuple[Document, str]:
    """Return the tree of a body, and HTML it can be made from again."""
    value = parsable(body.value[:MAX_BODY])
    if has_escaped_markup(value):
        value = unescape(value)
    if has_markup(value) or (body.html and "<" in value):
        return to_document(value, base=base), value
    if body.html:
        return to_document(value), value
    value = decoded(value)
    return text_document(value), text_source(value)


def _read_words(body: RawBody, _base: str | None) -> tuple[Document, str]:
    """Return the bare words of a body, however broken."""
    text = strip_tags(parsable(body.value[:MAX_BODY]))
    return text_document(text), text_source(text)


def _with_base(source: str, base: str | None, url: str | None) -> str:
    """Note the base in the source where it is not the article's own address."""
    return f'<base href="{escape(base)}">{source}' if source and base and base != url else source


def _summary(
    summary: RawBody | None, body: RawBody | None, base: str | None, document: Document, read: _Reader
) -> str:
    if summary and summary is not body and summary.value.strip():
        own = lead(read(summary, _base(summary, base))[0], SUMMARY)
        if own:
            return own
    return lead(document, SUMMARY)


def _line(title: RawBody | None) -> str:
    return from_markup(title.value, html=title.html) if title else ""


def _made_title(summary: str, url: str | None) -> str:
    """The first words of the text, else those of the address."""
    return shorten(summary, 80) or (slug_words(url) if url else "")


def _permalink(guid: str | None) -> str | None:
    guid = (guid or "").strip()
    return safe_url(guid) if guid[:8].lower().startswith(("http://", "https://")) else None


def _guid(guid: str | None) -> str | None:
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
            kept.setdefault(url, Enclosure(url, one_line(enclosure.type or "", 100) or None, length))
    return tuple(kept.values())


def _named_image(image: str | None, base: str | None) -> str | None:
    """Return the picture the feed names, unless it only counts readers."""
    named = picture_url(image, base)
    return None if named and is_beacon(named) else named


def _enclosed_image(enclosures: tuple[Enclosure, ...]) -> str | None:
    return next((file.url for file in enclosures if _is_picture(file)), None)


def _is_picture(file: Enclosure) -> bool:
    return (file.type or "").startswith("image/") or (not file.type and is_picture_file(file.url))
