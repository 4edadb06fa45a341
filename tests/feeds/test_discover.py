"""The feeds a page names."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.feeds.discover import FoundFeed, find_feeds

URL = "https://film.example/news/index.html"
RSS = "application/rss+xml"


def found(head: str, url: str = URL) -> list[FoundFeed]:
    return find_feeds(
        f"<html><head><title>Film  news</title>{head}</head><body>x</body></html>".encode(), url=url
    )


def test_each_feed_is_found_once_and_comments_come_last() -> None:
    page = (
        f'<link rel="alternate" type="{RSS}" title="Film » Comments Feed" href="/comments/feed/">'
        f'<link rel="alternate" type="{RSS}" title="Film » Feed" href="/feed/">'
        '<LINK REL="Alternate" TYPE="application/atom+xml; charset=utf-8" HREF="atom.xml">'
        '<link rel="alternate" type="application/feed+json" title="J" href="//film.example/feed.json">'
        f'<link rel="alternate" type="{RSS}" title="Again" href="/feed/">'
    )
    assert found(page) == [
        FoundFeed("https://film.example/feed/", "Film » Feed", RSS),
        FoundFeed("https://film.example/news/atom.xml", "Film news", "application/atom+xml"),
        FoundFeed("https://film.example/feed.json", "J", "application/feed+json"),
        FoundFeed("https://film.example/comments/feed/", "Film » Comments Feed", RSS),
    ]


@pytest.mark.parametrize(
    "link",
    [
        '<link rel="stylesheet" type="text/css" href="/a.css">',
        '<link rel="alternate" hreflang="de" href="/de/">',
        '<link rel="alternate" type="application/json" title="JSON" href="/wp-json/wp/v2/pages/1">',
        '<link rel="alternate" type="application/json+oembed" href="/oembed">',
        f'<link rel="alternate" type="{RSS}" href="javascript:alert(1)">',
        f'<link rel="alternate" type="{RSS}" href="file:///etc/passwd">',
        f'<link rel="alternate" type="{RSS}" href="http://[">',
        f'<link rel="alternate" type="{RSS}" href="">',
        f'<link rel="alternate" type="{RSS}">',
        f'<!-- <link rel="alternate" type="{RSS}" href="/old"> -->',
        f'<a rel="alternate" type="{RSS}" href="/a">feed</a>',
    ],
)
def test_what_is_no_feed(link: str) -> None:
    assert found(link) == []


@pytest.mark.parametrize(
    ("base", "url"),
    [
        ("/deep/", "https://film.example/deep/feed"),
        ("https://cdn.example/x/", "https://cdn.example/x/feed"),
        ("javascript:x", "https://film.example/news/feed"),
        ("http://[", "https://film.example/news/feed"),
    ],
)
def test_a_base_is_respected_where_it_is_one(base: str, url: str) -> None:
    page = f'<base href="{base}"><link rel="alternate" type="{RSS}" href="feed">'
    assert [feed.url for feed in found(page)] == [url]


@pytest.mark.parametrize(
    ("href", "url"),
    [("feed://film.example/rss", "http://film.example/rss"), ("feed:https://film.example/rss", "https://film.example/rss")],
)  # fmt: skip
def test_the_feed_scheme_is_taken_off(href: str, url: str) -> None:
    assert [feed.url for feed in found(f'<link rel="alternate" type="{RSS}" href="{href}">')] == [url]


def test_pages_in_other_encodings() -> None:
    page = f'<meta charset="windows-1251"><link rel="alternate" type="{RSS}" title="Кино" href="/k">'
    feeds = find_feeds(page.encode("cp1251"), url=URL)
    assert [feed.title for feed in feeds] == ["Кино"]


PAGES = {
    "DaringFireball": ["https://film.example/feeds/main"],
    "YouTubeTheVolvoRocks": ["https://www.youtube.com/feeds/videos.xml?channel_id=UCct7QF2jcWRY6dhXWMSq9LQ"],
    "coco": ["https://film.example/feed/all/", "https://film.example/feed/best-of/"],
    "furbo": ["http://furbo.org/feed/"],
    "inessential": ["http://inessential.com/xml/rss.xml"],
    "sixcolors": ["http://feedpress.me/sixcolors"],
}


@pytest.mark.parametrize("name", PAGES)
def test_real_pages(shared: Path, name: str) -> None:
    resources = "feeds-netnewswire/files/Modules/RSParser/Tests/RSParserTests/Resources"
    page = (shared / "corpora" / resources / f"{name}.html").read_bytes()
    assert [feed.url for feed in find_feeds(page, url="https://film.example/")] == PAGES[name]


@pytest.mark.parametrize(
    "page", [b"", b"\0\0", b"<", b"<link", b"<html>" + b"<div>" * 30_000, b"\x89PNG", b"{}"]
)
def test_no_page_is_no_feed(page: bytes) -> None:
    assert find_feeds(page, url=URL) == []


@given(st.binary(max_size=200), st.text(max_size=30))
def test_nothing_raises(page: bytes, href: str) -> None:
    feeds = find_feeds(
        page + f'<link rel=alternate type="{RSS}" href="{href}">'.encode(errors="replace"), url=URL
    )
    assert [feed for feed in feeds if not feed.url.lower().startswith(("http://", "https://"))] == []
