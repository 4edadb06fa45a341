"""A draft made into a text: the body that says most read into a tree, with its summary and its picture."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape

from msgspec.structs import replace

from reader.document import Document, Figure
from reader.incoming import Entry, RawBody, RawEntry
from reader.model import Enclosure
from reader.text.clean import safe_url
from reader.text.flat import leaves
from reader.text.html import parsable, strip_tags, text_document, text_source, to_document
from reader.text.pictures import is_picture_file
from reader.text.plainly import decoded, has_escaped_markup, has_markup, slug_words
from reader.text.render import lead, shorten
from reader.text.teaser import breaks_off

MAX_BODY = 2_000_000
SUMMARY = 400
_TAGS = re.compile("<[^<>]*>")
_UNSEEN = re.compile("<(?:script|style)", re.IGNORECASE)
_Reader = Callable[[RawBody, str | None], tuple[Document, str]]


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
    body = longest(draft)
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


def _base(body: RawBody | None, base: str | None) -> str | None:
    return (safe_url(body.base, base) or base) if body else base


def longest(raw: RawEntry) -> RawBody | None:
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
    value, is_html = markup_of(body)
    if is_html:
        return to_document(value, base=base), value
    return text_document(value), text_source(value)


def markup_of(body: RawBody) -> tuple[str, bool]:
    """Return what a body says, and whether that is HTML: as often as not feeds declare it wrongly."""
    value = parsable(body.value[:MAX_BODY])
    if has_escaped_markup(value):
        value = unescape(value)
    is_html = body.html or has_markup(value)
    return (value if is_html else decoded(value)), is_html


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


def _made_title(summary: str, url: str | None) -> str:
    """The first words of the text, else those of the address."""
    return shorten(summary, 80) or (slug_words(url) if url else "")


def _enclosed_image(enclosures: tuple[Enclosure, ...]) -> str | None:
    return next((file.url for file in enclosures if _is_picture(file)), None)


def _is_picture(file: Enclosure) -> bool:
    return (file.type or "").startswith("image/") or (not file.type and is_picture_file(file.url))
