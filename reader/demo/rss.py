"""Writes the reel as RSS in the dialects that outlets send: 2.0, 1.0 and 0.92, tidy and odd."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from email.utils import format_datetime
from html import escape as escape_html
from xml.sax.saxutils import escape, quoteattr

from reader.demo import media
from reader.demo.outlets import Outlet
from reader.demo.reel import Article

_SPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "media": "http://search.yahoo.com/mrss/",
}
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def rss(outlet: Outlet, articles: Sequence[Article], root: str, *, encoding: str = "utf-8") -> bytes:
    """RSS 2.0 with whole articles in content:encoded."""
    return _channel(outlet, articles, root, _item, encoding=encoding)


def rss_latin1(outlet: Outlet, articles: Sequence[Article], root: str) -> bytes:
    """RSS 2.0 in Latin-1, said so in its first line; other letters are character references."""
    return rss(outlet, articles, root, encoding="iso-8859-1")


def rss_relative(outlet: Outlet, articles: Sequence[Article], root: str) -> bytes:
    """RSS 2.0 whose links and pictures are relative to an xml:base."""
    return _channel(outlet, articles, "", _item, base=f"{root}/{outlet.slug}/")


def rss_entities(outlet: Outlet, articles: Sequence[Article], root: str) -> bytes:
    """RSS 2.0 with teasers only, titles full of HTML entities, and no guid."""
    return _channel(outlet, articles, root, _teaser)


def rss_092(outlet: Outlet, articles: Sequence[Article], root: str) -> bytes:
    """RSS 0.92: title, link, description, category and date; no namespaces at all."""
    items = "".join(_bare_item(one, root) for one in articles)
    head = _head(outlet, root)
    text = f'<?xml version="1.0"?>\n<rss version="0.92"><channel>{head}\n{items}</channel></rss>\n'
    return text.encode("utf-8")


def rdf(outlet: Outlet, articles: Sequence[Article], root: str) -> bytes:
    """RSS 1.0: RDF, items beside the channel, Dublin Core for dates, authors and subjects."""
    spaces = f' xmlns="http://purl.org/rss/1.0/" xmlns:rdf="{_RDF}"{_namespaces()}'
    rows = "".join(f'<rdf:li rdf:resource="{root}{one.path}"/>' for one in articles)
    about = f"{root}{outlet.feed_path}"
    text = (
        f'<?xml version="1.0" encoding="utf-8"?>\n<rdf:RDF{spaces}>\n<channel rdf:about="{about}">'
        f"{_head(outlet, root)}\n<items><rdf:Seq>{rows}</rdf:Seq></items></channel>\n"
        f"{''.join(_rdf_item(one, root) for one in articles)}</rdf:RDF>\n"
    )
    return text.encode("utf-8")


def _channel(
    outlet: Outlet,
    articles: Sequence[Article],
    root: str,
    item: Callable[[Article, str], str],
    *,
    base: str = "",
    encoding: str = "utf-8",
) -> bytes:
    based = f' xml:base="{base}"' if base else ""
    itself = f'<atom:link rel="self" type="application/rss+xml" href="{root}{outlet.feed_path}"/>'
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?>\n<rss version="2.0"{_namespaces()}{based}><channel>'
        f"{_head(outlet, root)}{itself}<language>en</language><ttl>60</ttl>\n"
        f"{''.join(item(one, root) for one in articles)}</channel></rss>\n"
    )
    return text.encode(encoding, "xmlcharrefreplace")


def _namespaces() -> str:
    return "".join(f' xmlns:{name}="{uri}"' for name, uri in _SPACES.items())


def _head(outlet: Outlet, root: str) -> str:
    return (
        f"<title>{escape(outlet.name)}</title><link>{root}/{outlet.slug}/</link>"
        f"<description>{escape(outlet.tagline)}</description>"
    )


def _item(one: Article, root: str) -> str:
    return _wrap(
        f"<title>{escape(one.title)}</title>",
        f"<link>{root}{one.path}</link>",
        f'<guid isPermaLink="false">{one.guid}</guid>',
        f"<pubDate>{format_datetime(one.date)}</pubDate>",
        *(f"<dc:creator>{escape(name)}</dc:creator>" for name in one.authors),
        *(f"<category>{escape(tag)}</category>" for tag in one.tags),
        f"<description>{escape(one.summary)}</description>",
        f"<content:encoded><![CDATA[{placed(one.html, root)}]]></content:encoded>",
        _extras(one, root),
    )


def _teaser(one: Article, root: str) -> str:
    """An item as a careless publishing system writes it: HTML escaped once for HTML, once for XML."""
    named = escape_html(one.title, quote=False).encode("ascii", "xmlcharrefreplace").decode()
    return _wrap(
        f"<title>{escape(named)}</title>",
        f"<link>{root}{one.path}</link>",
        f"<pubDate>{format_datetime(one.date)}</pubDate>",
        *(f"<category>{escape(tag)}</category>" for tag in one.tags),
        f"<description>{escape(escape_html(one.summary, quote=False))} &amp;hellip;</description>",
        _extras(one, root),
    )


def _bare_item(one: Article, root: str) -> str:
    return _wrap(
        f"<title>{escape(one.title)}</title>",
        f"<link>{root}{one.path}</link>",
        f"<description>{escape(one.summary)}</description>",
        *(f"<category>{escape(tag)}</category>" for tag in one.tags),
        f"<pubDate>{format_datetime(one.date)}</pubDate>",
    )


def _rdf_item(one: Article, root: str) -> str:
    url = f"{root}{one.path}"
    inside = _wrap(
        f"<title>{escape(one.title)}</title><link>{url}</link>",
        f"<description>{escape(one.summary)}</description>",
        f"<dc:date>{w3c(one.date)}</dc:date>",
        *(f"<dc:creator>{escape(name)}</dc:creator>" for name in one.authors),
        *(f"<dc:subject>{escape(tag)}</dc:subject>" for tag in one.tags),
        f"<content:encoded><![CDATA[{placed(one.html, root)}]]></content:encoded>",
        _extras(one, root),
    )
    return inside.replace("<item>", f'<item rdf:about="{url}">', 1)


def _wrap(*parts: str) -> str:
    return f"<item>{''.join(parts)}</item>\n"


def _extras(one: Article, root: str) -> str:
    """The picture, trailer and sound that come with an article."""
    parts = []
    if one.picture_path:
        parts.append(f'<media:thumbnail url="{root}{one.picture_path}" width="480" height="270"/>')
    if one.trailer:
        film = f'{root}/trailers/{one.slug}.avi" type="video/x-msvideo" medium="video"'
        parts.append(f'<media:content url="{film} fileSize="{len(media.leader())}"/>')
    if one.audio:
        url = quoteattr(f"{root}/sound/{one.slug}.wav")
        parts.append(f'<enclosure url={url} length="{len(media.hum())}" type="audio/wav"/>')
    return "".join(parts)


def placed(html: str, root: str) -> str:
    """Give the links and pictures of an article's HTML the address of the server."""
    return html.replace('href="/', f'href="{root}/').replace('src="/', f'src="{root}/')


def w3c(date: datetime) -> str:
    """Write a date as Atom and Dublin Core do."""
    return date.strftime("%Y-%m-%dT%H:%M:%SZ")
