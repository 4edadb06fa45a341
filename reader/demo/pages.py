"""The web pages of the outlets: what stands behind a link, with the furniture real pages have."""

from __future__ import annotations

from html import escape

from reader.demo.outlets import OUTLETS, Outlet
from reader.demo.reel import Article, articles

_TYPES = {"atom": "application/atom+xml", "json": "application/feed+json", "rdf": "application/rdf+xml"}


def home_page(outlet: Outlet) -> str:
    """The front page of an outlet: names its feed, lists its newest articles."""
    kind = _TYPES.get(outlet.kind.split("-")[0], "application/rss+xml")
    feed = f'<link rel="alternate" type="{kind}" title="{escape(outlet.name)}" href="{outlet.feed_path}">'
    rows = "".join(f"<li>{_link(one)}</li>" for one in articles(outlet.slug)[:10])
    return _page(outlet, outlet.name, feed, f"<h1>{escape(outlet.name)}</h1><ul>{rows}</ul>")


def article_page(outlet: Outlet, one: Article) -> str:
    """One article whole, between a menu, a plea for subscribers and a list of what others read."""
    tags = "".join(f"<span>{escape(tag)}</span> " for tag in one.tags)
    by = f'<p class="byline">By {escape(" and ".join(one.authors))}</p>' if one.authors else ""
    picture = f'<img class="lead" src="{one.picture_path}" alt="" width="480" height="270">'
    head = (
        f'<link rel="canonical" href="{one.path}"><meta name="description" content="{escape(one.summary)}">'
        f'<meta property="og:type" content="article"><meta property="og:title" content="{escape(one.title)}">'
        f'<meta property="article:published_time" content="{one.date:%Y-%m-%dT%H:%M:%SZ}">'
    )
    main = (
        f'<article><header><h1>{escape(one.title)}</h1>{by}<time datetime="{one.date:%Y-%m-%dT%H:%M:%SZ}">'
        f"{one.date:%d %B %Y, %H:%M}</time></header>{picture if one.picture else ''}\n"
        f'<div class="story-body">\n{one.html}\n</div>'
        f'<footer class="tags">{tags}</footer></article>'
    )
    return _page(outlet, f"{one.title} | {outlet.name}", head, main + _aside(outlet, one))


def trailer_page(one: Article) -> str:
    """The player that an article's frame holds."""
    film = f'<video controls src="/trailers/{one.slug}.avi"></video>'
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{escape(one.title)}</title>'
        f"</head><body>{film}</body></html>"
    )


def _page(outlet: Outlet, title: str, head: str, main: str) -> str:
    sections = "".join(f'<li><a href="/{one.slug}/">{escape(one.name)}</a></li>' for one in OUTLETS)
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>{head}'
        f'</head>\n<body><header class="site-header"><a href="/{outlet.slug}/">{escape(outlet.name)}</a>'
        f"<p>{escape(outlet.tagline)}</p></header>\n"
        '<nav class="menu"><ul><li>News</li><li>Reviews</li><li>Festivals</li><li>Sign in</li></ul></nav>\n'
        f"<main>{main}</main>\n"
        f'<footer class="site-footer"><p>Our neighbours on this reel:</p><ul>{sections}</ul>'
        f"<p>© 2023 {escape(outlet.name)}, an outlet that does not exist.</p></footer></body></html>\n"
    )


def _aside(outlet: Outlet, one: Article) -> str:
    others = [other for other in articles(outlet.slug) if other.slug != one.slug][:4]
    rows = "".join(f"<li>{_link(other)}</li>" for other in others)
    return (
        '<div class="newsletter"><h2>Morning list</h2><p>Get our headlines by post before the '
        "first coffee. No spam, one click to leave.</p></div>"
        f'<aside class="related"><h2>Most read</h2><ul>{rows}</ul></aside>'
    )


def _link(one: Article) -> str:
    return f'<a href="{one.path}">{escape(one.title)}</a>'
