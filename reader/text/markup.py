"""A document as HTML: our own elements only, every character escaped."""

from __future__ import annotations

from html import escape

from reader.document import (
    CODE,
    EMPHASIS,
    MARK,
    STRIKE,
    STRONG,
    SUBSCRIPT,
    SUPERSCRIPT,
    UNDERLINE,
    Block,
    Code,
    Document,
    Embed,
    Figure,
    Heading,
    List,
    Paragraph,
    Quote,
    Span,
    Spans,
    Table,
)
from reader.text.characters import clean

_TAGS = (
    (CODE, "code"),
    (EMPHASIS, "em"),
    (STRONG, "strong"),
    (STRIKE, "s"),
    (SUPERSCRIPT, "sup"),
    (SUBSCRIPT, "sub"),
    (UNDERLINE, "u"),
    (MARK, "mark"),
)


def as_html(document: Document) -> str:
    """Write the document as a fragment of HTML."""
    lines: list[str] = []
    waiting: list[Block | str] = list(reversed(document.blocks))
    while waiting:
        block = waiting.pop()
        if isinstance(block, str):
            lines.append(block)
        elif isinstance(block, Quote):
            lines.append('<blockquote class="pullquote">' if block.pull else "<blockquote>")
            waiting.extend(["</blockquote>", *reversed(block.blocks)])
        elif isinstance(block, List):
            waiting.extend(reversed(_list(block, document.links)))
        else:
            lines.append(_leaf(block, document.links))
    return clean("\n".join(lines)) + ("\n" if lines else "")


def _list(block: List, links: tuple[str, ...]) -> list[Block | str]:
    tag = "ul" if block.start is None else "ol"
    start = f' start="{block.start}"' if block.start not in (None, 1) else ""
    items = [part for item in block.items for part in _item(item, links)]
    return [f"<{tag}{start}>", *items, f"</{tag}>"]


def _item(item: tuple[Block, ...], links: tuple[str, ...]) -> tuple[Block | str, ...]:
    """An item of one paragraph needs no paragraph around it."""
    if len(item) == 1 and isinstance(item[0], Paragraph):
        return (f"<li>{_inline(item[0].spans, links)}</li>",)
    return ("<li>", *item, "</li>")


def _leaf(block: Block, links: tuple[str, ...]) -> str:
    match block:
        case Paragraph(spans=spans):
            return f"<p>{_inline(spans, links)}</p>"
        case Heading(level=level, spans=spans):
            return f"<h{level}>{_inline(spans, links)}</h{level}>"
        case Code(text=text):
            return f"<pre>{escape(text)}</pre>"
        case Table():
            return _table(block, links)
        case Figure(url=url, alt=alt, caption=caption):
            words = f"<figcaption>{_inline(caption, links)}</figcaption>" if caption else ""
            return f'<figure><img src="{escape(url)}" alt="{escape(alt)}">{words}</figure>'
        case Embed(title=title, link=link):
            return f"<p>{_inline((Span(title, link=link),), links)}</p>"
        case _:
            return "<hr>"


def _inline(spans: Spans, links: tuple[str, ...]) -> str:
    return "".join(_span(span, links) for span in spans)


def _span(span: Span, links: tuple[str, ...]) -> str:
    text = escape(span.text, quote=False).replace("\n", "<br>\n")
    for style, tag in _TAGS:
        if span.style & style:
            text = f"<{tag}>{text}</{tag}>"
    return f'<a href="{escape(links[span.link])}">{text}</a>' if 0 <= span.link < len(links) else text


def _table(table: Table, links: tuple[str, ...]) -> str:
    caption = f"<caption>{_inline(table.caption, links)}</caption>\n" if table.caption else ""
    rows = []
    for place, row in enumerate(table.rows):
        tag = "th" if place < table.header else "td"
        rows.append("<tr>" + "".join(f"<{tag}>{_inline(cell, links)}</{tag}>" for cell in row) + "</tr>\n")
    return f"<table>\n{caption}{''.join(rows)}</table>"
