"""A document as Markdown (CommonMark with tables and strike-through), every character of the text escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from reader.document import (
    CODE,
    EMPHASIS,
    MARK,
    STRIKE,
    STRONG,
    SUBSCRIPT,
    SUPERSCRIPT,
    UNDERLINE,
    Code,
    Document,
    Embed,
    Figure,
    Heading,
    Paragraph,
    Span,
    Spans,
    Table,
)
from reader.model import Article
from reader.text.characters import clean, one_line
from reader.text.flat import Leaf
from reader.text.flow import flow

_SPECIAL = re.compile(r"[\\`*_\[\]<~]|&(?=#?\w{1,40};)")
_LINE_START = re.compile(r"^(?:([-+=>#])|(\d{1,9})([.)]))", re.MULTILINE)
_ENTITY = re.compile(r"&(?=#?\w{1,40};)")
_TICKS = re.compile("`+")
_TAGS = ((SUPERSCRIPT, "sup"), (SUBSCRIPT, "sub"), (UNDERLINE, "u"), (MARK, "mark"))
_WEIGHTS = ((EMPHASIS, "*", "em"), (STRONG, "**", "strong"))


def as_markdown(document: Document) -> str:
    """Write the document as Markdown."""
    lines: list[str] = []
    for leaf, first, rest, gap in flow(document.blocks):
        if gap is not None:
            lines.append(gap.rstrip())
        for place, line in enumerate(_lines(leaf, document.links)):
            lines.append(((rest if place else first) + line).rstrip())
    return clean("\n".join(lines)) + ("\n" if lines else "")


def markdown_page(article: Article, document: Document, line: str) -> str:
    """Write the article under its title, which links to it, and a line that says whose it is and of when."""
    title = escape(one_line(article.title) or "(untitled)")
    head = f"# [{title}]({destination(article.url)})" if article.url else f"# {title}"
    body = as_markdown(document) or escape(article.summary)
    return clean(f"{head}\n\n{escape(one_line(line))}\n\n{body}")


def _lines(leaf: Leaf, links: tuple[str, ...]) -> list[str]:
    match leaf:
        case Paragraph(spans=spans):
            return _text(spans, links).split("\n")
        case Heading(level=level, spans=spans):
            words = " ".join(_inline(spans, links).split())
            return [f"{'#' * min(max(level, 1), 6)} {re.sub(r'(#+)$', _escaped, words)}"]
        case Code(text=text):
            fence = "`" * max(3, 1 + max((len(run) for run in _TICKS.findall(text)), default=0))
            return [fence, *text.split("\n"), fence]
        case Table():
            return list(_table(leaf, links))
        case Figure(url=url, alt=alt, caption=caption):
            image = f"![{escape(' '.join(alt.split()))}]({destination(url)})"
            return [image + "\\", *_text(caption, links).split("\n")] if caption else [image]
        case Embed(kind=kind, title=title, link=link):
            return [f"{kind.capitalize()}: {_linked(escape(' '.join(title.split())), link, links)}"]
        case _:
            return ["___"]


def _text(spans: Spans, links: tuple[str, ...]) -> str:
    """A paragraph: what would begin a list, heading or quote is escaped, line ends are hard breaks."""
    lines = (_LINE_START.sub(_escaped, line.strip()) for line in _inline(spans, links).split("\n"))
    return "\\\n".join(line for line in lines if line)


def _escaped(found: re.Match[str]) -> str:
    if found.re.groups > 1 and found[2]:
        return f"{found[2]}\\{found[3]}"
    return "\\" + found[0]


def escape(text: str) -> str:
    """Return `text` so that Markdown shows it as it is."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def destination(url: str) -> str:
    """Return an address that nothing in Markdown ends early or rewrites."""
    return _ENTITY.sub("&amp;", url.replace("(", "%28").replace(")", "%29"))


def _inline(spans: Spans, links: tuple[str, ...]) -> str:
    """Running text; neighbours with one link share it. No "!" before a link makes a picture of it."""
    written = ""
    for link, group in groupby(enumerate(spans), key=lambda pair: pair[1].link):
        part = _linked("".join(_styled(spans, place) for place, _ in group), link, links)
        if part.startswith("[") and written.endswith("!"):
            written = written[:-1] + "\\!"
        written += part
    return written


def _linked(text: str, link: int, links: tuple[str, ...]) -> str:
    return f"[{text}]({destination(links[link])})" if 0 <= link < len(links) and text.strip() else text


def _styled(spans: Spans, place: int) -> str:
    span = spans[place]
    core = span.text.strip()
    if not core or not span.style:
        return escape(span.text)
    text = _code(core) if span.style & CODE else escape(core)
    stars = _stars_work(spans, place)
    for style, mark, tag in _WEIGHTS:
        if span.style & style:
            text = f"{mark}{text}{mark}" if stars else f"<{tag}>{text}</{tag}>"
    if span.style & STRIKE:
        text = f"~~{text}~~" if stars else f"<del>{text}</del>"
    for style, tag in _TAGS:
        if span.style & style:
            text = f"<{tag}>{text}</{tag}>"
    before, after = (
        span.text[: len(span.text) - len(span.text.lstrip())],
        span.text[len(span.text.rstrip()) :],
    )
    return before + text + after


def _code(text: str) -> str:
    ticks = "`" * (1 + max((len(run) for run in _TICKS.findall(text)), default=0))
    pad = " " if text[0] == "`" or text[-1] == "`" else ""
    return f"{ticks}{pad}{' '.join(text.split())}{pad}{ticks}"


def _stars_work(spans: Spans, place: int) -> bool:
    """Whether `*` opens and closes here: blanks outside, words inside, no other marks at hand."""
    span = spans[place]
    before = spans[place - 1] if place else Span(" ")
    after = spans[place + 1] if place + 1 < len(spans) else Span(" ")
    apart = (span.text[0].isspace() or (before.text[-1:].isspace() and not before.style)) and (
        span.text[-1].isspace() or (after.text[:1].isspace() and not after.style)
    )
    bare = not span.style & (SUPERSCRIPT | SUBSCRIPT | UNDERLINE | MARK)
    return (apart and bare and "\n" not in span.text and before.link == span.link == after.link == -1) or (
        not place and place + 1 == len(spans) and bare and "\n" not in span.text
    )


def _table(table: Table, links: tuple[str, ...]) -> Iterator[str]:
    width = max((len(row) for row in table.rows), default=0)
    if table.caption:
        yield from _text(table.caption, links).split("\n")
        yield ""
    if not width:
        return
    rows = [_row(row, width, links) for row in table.rows]
    yield rows.pop(0) if table.header else _row((), width, links)
    yield "|" + " --- |" * width
    yield from rows


def _row(row: tuple[Spans, ...], width: int, links: tuple[str, ...]) -> str:
    cells = [_inline(cell, links).replace("|", "\\|").replace("\n", "<br>") for cell in row]
    return "| " + " | ".join(cells + [""] * (width - len(cells))) + " |"
