"""Writes the reel as Atom 1.0, with HTML or with XHTML inside."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape as escape_html
from xml.sax.saxutils import escape, quoteattr

from reader.demo import media
from reader.demo.outlets import Outlet
from reader.demo.reel import Article
from reader.demo.rss import placed, w3c

_XHTML = '<div xmlns="http://www.w3.org/1999/xhtml">'


def atom(outlet: Outlet, articles: Sequence[Article], root: str) -> bytes:
    """Atom with escaped HTML: titles too, so that `&` is written three ways deep."""
    return _feed(outlet, articles, root, "", "".join(_html_entry(one, root) for one in articles))


def atom_xhtml(outlet: Outlet, articles: Sequence[Article], root: str) -> bytes:
    """Atom with XHTML titles and bodies, every link relative to the feed's xml:base."""
    base = f' xml:base="{root}/"'
    return _feed(outlet, articles, root, base, "".join(_xhtml_entry(one) for one in articles))


def _feed(outlet: Outlet, articles: Sequence[Article], root: str, base: str, entries: str) -> bytes:
    text = (
        f'<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom"{base} xml:lang="en">'
        f"<title>{escape(outlet.name)}</title><subtitle>{escape(outlet.tagline)}</subtitle>"
        f"<id>tag:{outlet.slug}.example,2023:feed</id><updated>{w3c(articles[0].date)}</updated>"
        f'<link rel="self" type="application/atom+xml" href="{root}{outlet.feed_path}"/>'
        f'<link rel="alternate" type="text/html" href="{root}/{outlet.slug}/"/>\n{entries}</feed>\n'
    )
    return text.encode("utf-8")


def _html_entry(one: Article, root: str) -> str:
    title = f'<title type="html">{escape(escape_html(one.title, quote=False))}</title>'
    summary = f"<summary>{escape(one.summary)}</summary>"
    content = f'<content type="html">{escape(placed(one.html, root))}</content>'
    return _entry(one, root, title, summary + content)


def _xhtml_entry(one: Article) -> str:
    title = f'<title type="xhtml">{_XHTML}{escape(one.title)}</div></title>'
    html = one.html.replace('href="/', 'href="').replace('src="/', 'src="')
    return _entry(one, "", title, f'<content type="xhtml">{_XHTML}{html}</div></content>')


def _entry(one: Article, root: str, title: str, body: str) -> str:
    authors = "".join(f"<author><name>{escape(name)}</name></author>" for name in one.authors)
    tags = "".join(f"<category term={quoteattr(tag)}/>" for tag in one.tags)
    return (
        f"<entry>{title}<id>{one.guid}</id>"
        f"<published>{w3c(one.date)}</published><updated>{w3c(one.updated or one.date)}</updated>"
        f'<link rel="alternate" type="text/html" href="{root}{one.path}"/>'
        f"{authors}{tags}{body}{_enclosures(one, root)}</entry>\n"
    )


def _enclosures(one: Article, root: str) -> str:
    links = ""
    if one.picture_path:
        links += f'<link rel="enclosure" type="image/png" href="{root}{one.picture_path}"/>'
    if one.trailer:
        size = len(media.leader())
        url = f"{root}/trailers/{one.slug}.avi"
        links += f'<link rel="enclosure" type="video/x-msvideo" length="{size}" href="{url}"/>'
    return links
