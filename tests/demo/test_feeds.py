"""Every feed of the reel is read, by the same code that reads the world's, as what was written."""

from __future__ import annotations

import pytest
from lxml import etree

from reader.demo.outlets import END, OUTLETS, Outlet
from reader.demo.reel import Article, articles, plain
from reader.demo.server import ReelServer
from reader.feeds.parse import parse
from reader.incoming import ParsedFeed
from reader.text.intake import clean_feed
from tests.demo.conftest import Client

EACH = pytest.mark.parametrize("outlet", OUTLETS, ids=lambda outlet: outlet.slug)
FORMATS = {
    "rss": "rss 2.0",
    "rss-latin1": "rss 2.0",
    "rss-relative": "rss 2.0",
    "rss-entities": "rss 2.0",
    "rss-0.92": "rss 0.92",
    "rdf": "rss 1.0",
    "atom": "atom 1.0",
    "atom-xhtml": "atom 1.0",
    "json": "json feed 1.1",
    "json-text": "json feed 1.1",
}


def read(outlet: Outlet, server: ReelServer, client: Client) -> ParsedFeed:
    response, body = client.get(outlet.feed_path)
    url = server.feed_url(outlet)
    raw = parse(body, url=url, content_type=response.headers["Content-Type"])
    return clean_feed(raw, url=url, now=int(END.timestamp()))


def facts(one: Article, root: str) -> tuple[str, str, int, tuple[str, ...]]:
    return one.title, root + one.path, int(one.date.timestamp()), one.tags


@EACH
def test_it_is_read_as_written(outlet: Outlet, server: ReelServer, client: Client) -> None:
    feed = read(outlet, server, client)
    expected = [facts(one, server.root) for one in articles(outlet.slug)]
    assert expected == [(one.title, one.url, one.published, one.categories) for one in feed.entries]
    assert (outlet.name, FORMATS[outlet.kind], False) == (feed.title, feed.format, feed.truncated)
    assert f"{server.root}/{outlet.slug}/" == feed.site_url


@EACH
def test_its_addresses_are_the_servers(outlet: Outlet, server: ReelServer, client: Client) -> None:
    for entry in read(outlet, server, client).entries:
        addresses = [
            *entry.document.links,
            *(file.url for file in entry.enclosures),
            entry.image or entry.url,
        ]
        for url in addresses:
            assert url is not None
            assert url.startswith(f"{server.root}/")
            assert client.get(url.removeprefix(server.root))[0].status == 200, url


@EACH
def test_it_has_whole_articles_or_says_not(outlet: Outlet, server: ReelServer, client: Client) -> None:
    for entry, one in zip(read(outlet, server, client).entries, articles(outlet.slug), strict=True):
        assert outlet.full == (len(entry.source) > 0.7 * len(plain(one.html))), one.path


def test_there_are_at_least_eight_kinds() -> None:
    assert len({outlet.kind for outlet in OUTLETS}) >= 8
    assert set(FORMATS.values()) == {FORMATS[outlet.kind] for outlet in OUTLETS}


def test_the_odd_ones_are_odd_and_honest(client: Client) -> None:
    by_kind = {outlet.kind: client.get(outlet.feed_path)[1] for outlet in OUTLETS}
    assert by_kind["rss-latin1"].startswith(b'<?xml version="1.0" encoding="iso-8859-1"?>')
    assert "é".encode("latin-1") in by_kind["rss-latin1"]
    assert b"&#9733;" in by_kind["rss-latin1"]
    assert b"xml:base=" in by_kind["rss-relative"]
    assert b"<link>/grain/" in by_kind["rss-relative"]
    assert b'type="xhtml"' in by_kind["atom-xhtml"]
    assert b"&amp;#8220;" in by_kind["rss-entities"]
    assert b"content_text" in by_kind["json-text"]
    for kind, body in by_kind.items():
        if not kind.startswith("json"):
            etree.fromstring(body)


def test_sound_and_trailers_come_along(server: ReelServer, client: Client) -> None:
    files = [
        file
        for outlet in OUTLETS
        for entry in read(outlet, server, client).entries
        for file in entry.enclosures
        if not (file.type or "").startswith("image/")
    ]
    assert {"audio/wav", "video/x-msvideo"} == {file.type for file in files}
    for file in files:
        response, body = client.get(file.url.removeprefix(server.root))
        assert (file.type, file.length) == (response.headers["Content-Type"], len(body))
