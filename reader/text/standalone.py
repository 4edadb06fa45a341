"""Articles as a page of HTML and as a book (EPUB 3): read anywhere, asking the network for nothing."""

from __future__ import annotations

import io
import re
import uuid
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from html import escape

from reader.document import Document
from reader.model import Article
from reader.text.clean import clean, one_line
from reader.text.markup import as_html

# A page that asks for nothing: no script, no picture, no address told to anyone.
_HEAD = """<!DOCTYPE html>
<html><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>body {{ max-width: 40em; margin: 2em auto; padding: 0 1em; font: 1.1em/1.5 serif }}</style>
</head><body>
"""
_PICTURE = re.compile('<img src="[^"]*" alt="([^"]*)">')
_XHTML = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
    '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head>'
    "<title>{title}</title></head><body>\n{body}</body></html>\n"
)
_CONTAINER = (
    '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles>'
    "</container>"
)
_PACKAGE = """<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:{uid}</dc:identifier><dc:title>{title}</dc:title><dc:language>en</dc:language>
<meta property="dcterms:modified">{when:%Y-%m-%dT%H:%M:%SZ}</meta></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
{items}</manifest>
<spine>{spine}</spine></package>
"""


def html_article(article: Article, document: Document, line: str) -> str:
    """Write an article under its title, which links to it, and a line that says whose it is and of when."""
    title = escape(one_line(article.title) or "(untitled)")
    head = f'<a href="{escape(article.url)}">{title}</a>' if article.url else title
    body = as_html(document) or f"<p>{escape(article.summary)}</p>\n"
    return clean(f"<article>\n<h1>{head}</h1>\n<p>{escape(one_line(line))}</p>\n{body}</article>\n")


def html_page(title: str, articles: Iterable[str]) -> Iterator[str]:
    """Yield a page of articles, piece by piece."""
    yield _HEAD.format(title=escape(one_line(title)))
    yield from articles
    yield "</body></html>\n"


def book(title: str, chapters: Sequence[tuple[str, str]], when: datetime) -> bytes:
    """Return an EPUB of chapters, each a title and the HTML `html_article` wrote; pictures stay outside."""
    names = [f"c{number}.xhtml" for number in range(1, len(chapters) + 1)]
    lines = [
        f'<li><a href="{name}">{escape(one_line(head) or "(untitled)")}</a></li>'
        for name, (head, _) in zip(names, chapters, strict=True)
    ]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        archive.writestr("META-INF/container.xml", _CONTAINER)
        archive.writestr("book.opf", _package(title, names, [body for _, body in chapters], when))
        archive.writestr("nav.xhtml", _xhtml(title, f'<nav epub:type="toc"><ol>{"".join(lines)}</ol></nav>'))
        for name, (head, body) in zip(names, chapters, strict=True):
            archive.writestr(name, _xhtml(head, body))
    return made.getvalue()


def _package(title: str, names: Sequence[str], bodies: Sequence[str], when: datetime) -> str:
    items = (f'<item id="{name[:-6]}" href="{name}" media-type="application/xhtml+xml"/>' for name in names)
    return _PACKAGE.format(
        uid=uuid.uuid5(uuid.NAMESPACE_URL, "".join(bodies)),
        title=escape(one_line(title)),
        when=when,
        items="\n".join(items),
        spine="".join(f'<itemref idref="{name[:-6]}"/>' for name in names),
    )


def _xhtml(title: str, body: str) -> str:
    """Return our HTML as XML: what it leaves open is closed, and of a picture its words stay."""
    closed = _PICTURE.sub(r"<em>\1</em>", body).replace("<br>", "<br/>").replace("<hr>", "<hr/>")
    return _XHTML.format(title=escape(one_line(title) or "(untitled)"), body=closed)
