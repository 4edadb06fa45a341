"""A document as text for people, scripts and the index. Nothing here needs lxml."""

from __future__ import annotations

from itertools import chain, groupby, repeat
from unicodedata import category, east_asian_width

from reader.document import Code, Document, Embed, Figure, Heading, Paragraph, Spans, Table
from reader.patterns import late
from reader.text.breaking import parts
from reader.text.characters import clean
from reader.text.flat import Leaf, leaves, spans_of, text_of
from reader.text.flow import flow
from reader.text.markdown import as_markdown
from reader.text.markup import as_html

__all__ = ["as_html", "as_markdown", "as_text", "lead", "plain", "words"]

MIN_WIDTH = 20
_IDEOGRAPHS = late("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def as_text(document: Document, width: int | None = None) -> str:
    """Write linear text, links numbered and listed at the end, wrapped at `width` cells if given."""
    lines: list[str] = []
    for leaf, first, rest, gap in flow(document.blocks):
        if gap is not None:
            lines.append(gap.rstrip())
        room = max(MIN_WIDTH, width - len(rest)) if width else None
        for place, line in enumerate(_lines(leaf, room)):
            lines.append(((rest if place else first) + line).rstrip())
    if document.links:
        lines += ["", "Links:", *(f"[{number}] {url}" for number, url in enumerate(document.links, 1))]
    return clean("\n".join(lines)) + ("\n" if lines else "")


def _lines(leaf: Leaf, room: int | None) -> list[str]:
    match leaf:
        case Paragraph(spans=spans) | Heading(spans=spans):
            return wrap(_numbered(spans), room)
        case Code(text=text):
            return ["    " + line for line in text.split("\n")]
        case Table():
            return _table(leaf, room)
        case Figure(alt=alt, caption=caption):
            alt = "" if alt == text_of(caption).strip() else alt
            return wrap(f"[Picture: {alt}] ".replace(": ]", "]") + _numbered(caption), room)
        case Embed(kind=kind, title=title, link=link):
            return wrap(f"[{kind.capitalize()}: {title}][{link + 1}]", room)
        case _:
            return ["* * *"]


def _table(table: Table, room: int | None) -> list[str]:
    lines = wrap(_numbered(table.caption), room) if table.caption else []
    for row in table.rows:
        lines += wrap(" | ".join(_numbered(cell).replace("\n", " / ") for cell in row), room)
    return lines


def _numbered(spans: Spans) -> str:
    """Running text with the number of each link behind it."""
    said: list[str] = []
    for link, group in groupby(spans, key=lambda span: span.link):
        text = "".join(span.text for span in group)
        words = text.rstrip()
        said.append(f"{words}[{link + 1}]{text[len(words) :]}" if link >= 0 else text)
    return "".join(said)


def wrap(text: str, width: int | None) -> list[str]:
    """Break text into lines of at most `width` cells; what may not be broken and is longer stands alone."""
    if width is None:
        return text.split("\n")
    lines: list[str] = []
    for line in text.split("\n"):
        lines += _wrapped(line.split(" "), width)
    return lines


def _wrapped(words: list[str], width: int) -> list[str]:
    lines, line, used = [], "", 0
    for at, word in enumerate(words):
        for glue, part in zip(chain((" "[: at > 0],), repeat("")), parts(word), strict=False):
            wide = cells(part)
            if line and used + len(glue) + wide > width:
                lines.append(line)
                line, used = part, wide
            else:
                line, used = f"{line}{glue}{part}", used + len(glue) + wide
    return [*lines, line]


def cells(text: str) -> int:
    """Return the columns a terminal gives to `text`."""
    if text.isascii():
        return len(text)
    return sum(
        2 if east_asian_width(character) in "WF" else 0 if category(character) in ("Mn", "Me", "Cf") else 1
        for character in text
    )


def plain(document: Document) -> str:
    """Return the words alone, a line for each run: what the index reads. Pull quotes repeat: left out."""
    runs = (spans for leaf in leaves(document.blocks, pulls=False) for spans in spans_of(leaf))
    return clean("\n".join(text for spans in runs if (text := text_of(spans))))


def lead(document: Document, limit: int) -> str:
    """Return the opening of the text in at most `limit` characters, cut at a word with …"""
    opening: list[str] = []
    length = 0
    for leaf in leaves(document.blocks, pulls=False):
        if length > limit:
            break
        if isinstance(leaf, Paragraph):
            opening.append(" ".join(text_of(leaf.spans).split()))
            length += 1 + len(opening[-1])
    text = clean(" ".join(filter(None, opening))) or " ".join(plain(document).split())
    return shorten(text, limit)


def shorten(text: str, limit: int) -> str:
    """Cut `text` to `limit` characters at a word, with … in place of the rest."""
    if len(text) <= limit:
        return text
    cut = text[:limit]
    at = cut.rfind(" ")
    cut = cut[:at] if at > limit // 2 else cut[:-1]
    return clean(cut.rstrip(" ,;:–—-(\xa0")) + "…"


def words(document: Document) -> int:
    """Count the words; scripts without spaces count two characters as one."""
    text = plain(document)
    ideographs = 0 if text.isascii() else len(_IDEOGRAPHS.findall(text))
    return (
        len(_IDEOGRAPHS.sub(" ", text).split()) + (ideographs + 1) // 2 if ideographs else len(text.split())
    )
