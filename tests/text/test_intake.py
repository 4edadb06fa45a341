"""What a feed said, made safe and tidy: one entry at a time, none at the cost of another."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reader.document import Document, List, Paragraph, Span
from reader.incoming import Entry, Hints, ParsedFeed, RawBody, RawEntry, RawFeed
from reader.model import Enclosure
from reader.text.clean import clean, safe_url
from reader.text.html import to_document
from reader.text.intake import clean_feed
from reader.text.plainly import author_name, from_markup, slug_words
from reader.text.render import plain
from tests.text.strategies import soup

NOW = 1_700_000_000
FEED = "https://a.example/feed"
PAGE = "https://a.example/2023/10/heat-2-is-next/"


def clean_entry(**fields: object) -> Entry:
    raw = RawFeed(format="rss 2.0", entries=(RawEntry(**fields),))  # type: ignore[arg-type]
    (entry,) = clean_feed(raw, url=FEED, now=NOW).entries
    return entry


def test_a_feed() -> None:
    raw = RawFeed(
        format="rss 2.0",
        title=RawBody(" Grain &amp; Light\n"),
        site_url="/",
        hints=Hints(ttl=30),
        truncated=True,
        entries=(
            RawEntry(
                guid=" tag:1 ",
                link="/x",
                title=RawBody("<i>Heat 2</i> &#8211; next"),
                authors=("desk@a.example (Ana Ruiz)", "By Ana Ruiz", "Bo"),
                published=NOW - 60,
                updated=NOW + 10**9,
                categories=("Film", "film", "News &amp; Views", ""),
                summary=RawBody("<p>In <b>short</b>.</p>"),
                content=(
                    RawBody('<p>The long text, with <a href="cast">a link</a>.</p><img src="/still.jpg">'),
                ),
                enclosures=(Enclosure("/t.mp4", "video/mp4", 9), Enclosure("file:///x"), Enclosure("/t.mp4")),
            ),
        ),
    )
    body = '<p>The long text, with <a href="cast">a link</a>.</p><img src="/still.jpg">'
    expected = ParsedFeed(
        format="rss 2.0",
        title="Grain & Light",
        site_url="https://a.example/",
        hints=Hints(ttl=30),
        truncated=True,
        entries=(
            Entry(
                guid="tag:1",
                url="https://a.example/x",
                title="Heat 2 – next",
                authors=("Ana Ruiz", "Bo"),
                published=NOW - 60,
                updated=None,
                categories=("Film", "News & Views"),
                summary="In short.",
                image="https://a.example/still.jpg",
                enclosures=(Enclosure("https://a.example/t.mp4", "video/mp4", 9),),
                document=to_document(body, base="https://a.example/x"),
                source=body,
            ),
        ),
    )
    found = clean_feed(raw, url=FEED, now=NOW)
    assert expected == replace(found, entries=tuple(replace(e, digest=b"") for e in found.entries))


def test_a_feed_without_a_title_goes_by_its_host() -> None:
    raw = RawFeed(format="atom 1.0", site_url="https://www.b.example/news")
    assert clean_feed(raw, url=FEED, now=NOW).title == "b.example"
    assert (
        clean_feed(RawFeed(format="atom 1.0", site_url="javascript:x"), url=FEED, now=NOW).title
        == "a.example"
    )


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("AT&amp;T", "AT&T"),
        ("Fast &amp;amp; Furious", "Fast & Furious"),
        ("&amp;#8217;tis", "’tis"),
        ("<em>Dune</em>: <b>Part</b><br>Three", "Dune: Part Three"),
        ("&lt;i&gt;Dune&lt;/i&gt;", "Dune"),
        ("1 < 2 & <Untitled> > x", "1 < 2 & <Untitled> > x"),
        ("[/red] [@click=app.quit()]x[/] {x!r} %s :bomb:", "[/red] [@click=app.quit()]x[/] {x!r} %s :bomb:"),
        ("a\n  b\tc", "a b c"),
        ("x &bogus; &copy 5", "x &bogus; &copy 5"),
        ("\x1b]0;pwn\x07T", "]0;pwnT"),
        ("&#27;[2J&#x9b;31m &#xD800;&#99999999999;x", "[2J›31m \ufffd&#99999999999;x"),
    ],
)
def test_titles(title: str, expected: str) -> None:
    assert clean_entry(guid="1", title=RawBody(title)).title == expected


def test_a_title_declared_plain_keeps_what_looks_like_one_tag() -> None:
    assert clean_entry(guid="1", title=RawBody("The <b> tag", html=False)).title == "The <b> tag"
    assert clean_entry(guid="1", title=RawBody("<b>Heat</b> 2", html=False)).title == "Heat 2"


def test_tags_that_never_end_take_no_time() -> None:
    started = process_time()
    clean_entry(guid="1", content=(RawBody("&lt;a " * 300_000),))
    assert process_time() - started < 3


def test_a_missing_title_is_made_of_the_text_or_the_address() -> None:
    body = RawBody("<h2>Head</h2><p>" + "word " * 30 + "</p>")
    made = clean_entry(guid="1", content=(body,)).title
    assert (made, len(made) <= 80) == ("word " * 15 + "word…", True)
    assert clean_entry(link=PAGE).title == "Heat 2 is next"
    assert clean_entry(guid="x", title=RawBody(" &nbsp; ")).title == "Untitled"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (PAGE, "Heat 2 is next"),
        ("https://a.example/the_salt%20road-1234567.html", "The salt road"),
        ("https://a.example/news/", ""),
        ("https://a.example/?p=5", ""),
    ],
)
def test_slug_words(url: str, expected: str) -> None:
    assert slug_words(url) == expected


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("desk@a.example (Ana Ruiz)", "Ana Ruiz"),
        ("Ana Ruiz <desk@a.example>", "Ana Ruiz"),
        ("Ana Ruiz (desk@a.example)", "Ana Ruiz"),
        ("By Ana Ruiz", "Ana Ruiz"),
        ("by ana", "ana"),
        ("Byron Hale", "Byron Hale"),
        ("By", "By"),
        ("desk@a.example", "desk@a.example"),
        ("O&#39;Neil &amp; Sons", "O'Neil & Sons"),
        ("<a href='/x'>Ana</a>", "Ana"),
        ("x" * 500, "x" * 199 + "…"),
    ],
)
def test_authors(author: str, expected: str) -> None:
    assert author_name(author) == expected


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (NOW, NOW),
        (631_152_000, 631_152_000),
        (631_151_999, None),
        (-62_135_596_800, None),
        (NOW + 86_400, NOW + 86_400),
        (NOW + 86_401, None),
        (None, None),
    ],
)
def test_dates(moment: int | None, expected: int | None) -> None:
    entry = clean_entry(guid="1", published=moment, updated=moment)
    assert (entry.published, entry.updated) == (expected, expected)


def test_the_body_that_says_most_wins() -> None:
    short, long = RawBody("<p>short</p>" + "<b></b>" * 20), RawBody("<p>this one says more</p>")
    assert plain(clean_entry(guid="1", content=(short, long)).document) == "this one says more"
    assert plain(clean_entry(guid="1", summary=long, content=(short,)).document) == "this one says more"
    entry = clean_entry(guid="1", summary=RawBody("lead"), content=(long,))
    assert (entry.summary, plain(entry.document)) == ("lead", "this one says more")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (RawBody("a <b>bold</b> claim", html=False), (Span("a "), Span("bold", 1), Span(" claim"))),
        (RawBody("a < b &amp; c", html=False), (Span("a < b & c"),)),
        (RawBody("a &amp; b\nc"), (Span("a & b c"),)),
        (
            RawBody("&lt;p&gt;a &lt;b&gt;bold&lt;/b&gt; claim&lt;/p&gt;"),
            (Span("a "), Span("bold", 1), Span(" claim")),
        ),
        (RawBody("use &lt;generics&gt; here"), (Span("use <generics> here"),)),
        (RawBody("two\nlines", html=False), (Span("two\nlines"),)),
    ],
)
def test_bodies_are_taken_for_what_they_are(body: RawBody, expected: tuple[Span, ...]) -> None:
    entry = clean_entry(guid="1", content=(body,))
    assert entry.document == Document((Paragraph(expected),))
    assert to_document(entry.source, base=entry.url) == entry.document


def test_links_are_resolved_against_the_nearest_base() -> None:
    body = RawBody("<a href=x>x</a>")
    assert clean_entry(link="/p/1", content=(body,)).document.links == ("https://a.example/p/x",)
    based = clean_entry(link="/p/1", base="https://b.example/q/", content=(body,))
    assert (based.url, based.document.links) == ("https://b.example/p/1", ("https://b.example/q/x",))
    own = clean_entry(link="/p/1", content=(RawBody("<a href=x>x</a>", base="https://c.example/r/"),))
    assert own.document.links == ("https://c.example/r/x",)
    for entry in (based, own):
        assert to_document(entry.source, base=entry.url).links == entry.document.links
    assert clean_entry(link="/p/1", base="javascript:x", content=(body,)).document.links == (
        "https://a.example/p/x",
    )


@pytest.mark.parametrize(
    ("guid", "link", "expected"),
    [
        ("https://a.example/1", None, ("https://a.example/1", "https://a.example/1")),
        ("https://a.example/1", "mailto:x@y", ("https://a.example/1", "https://a.example/1")),
        ("tag:1", None, ("tag:1", None)),
        ("a\x1bb", "/1", ("ab", "https://a.example/1")),
        ("   ", "/1", (None, "https://a.example/1")),
        ("/not-a-permalink", None, ("/not-a-permalink", None)),
    ],
)
def test_identity(guid: str, link: str | None, expected: tuple[str | None, str | None]) -> None:
    entry = clean_entry(guid=guid, link=link)
    assert (entry.guid, entry.url) == expected


def test_a_monstrous_id_is_hashed() -> None:
    guids = [clean_entry(guid="g" * 200_000 + end).guid for end in ("1", "2", "1")]
    assert guids[0] == guids[2] != guids[1]
    assert all(guid and guid.startswith("sha256:") and len(guid) == 71 for guid in guids)


@pytest.mark.parametrize(
    ("image", "body", "files", "expected"),
    [
        ("/lead.jpg", "<img src=/b.jpg>", (), "https://a.example/lead.jpg"),
        ("javascript:x", "<img src=/b.jpg>", (), "https://a.example/b.jpg"),
        ("https://pixel.wp.com/b.gif", "<img src=/b.jpg>", (), "https://a.example/b.jpg"),
        (None, "<img src=/dot.gif width=1><ul><li><img src=/b.jpg></ul>", (), "https://a.example/b.jpg"),
        (
            None,
            "text",
            (Enclosure("/a.mp3", "audio/mpeg"), Enclosure("/c.jpg", "image/jpeg")),
            "https://a.example/c.jpg",
        ),
        (None, "text", (Enclosure("/c.png"),), "https://a.example/c.png"),
        (None, "text", (), None),
    ],
)
def test_pictures(image: str | None, body: str, files: tuple[Enclosure, ...], expected: str | None) -> None:
    assert clean_entry(link="/1", image=image, content=(RawBody(body),), enclosures=files).image == expected


def test_an_empty_entry_is_left_out_and_a_bare_one_kept() -> None:
    raw = RawFeed(
        format="rss 2.0",
        entries=(RawEntry(), RawEntry(title=RawBody("T")), RawEntry(summary=RawBody("only body"))),
    )
    assert [entry.title for entry in clean_feed(raw, url=FEED, now=NOW).entries] == ["T", "only body"]


def test_what_is_too_long_is_cut() -> None:
    entry = clean_entry(
        link="/1",
        title=RawBody("t" * 20_000),
        content=(RawBody("<p>" + "w " * 2_000_000),),
        categories=tuple(f"{n}" for n in range(500)),
    )
    assert len(entry.title) == 1000
    assert len(entry.source) <= 2_000_000
    assert len(entry.categories) == 50
    assert len(entry.summary) <= 400


def test_a_nest_of_lists_keeps_its_text() -> None:
    entry = clean_entry(guid="1", content=(RawBody("<ul><li>" * 500 + "TEXT"),))
    assert isinstance(entry.document.blocks[0], List)
    assert plain(entry.document) == "TEXT"


@given(st.text(), soup)
@settings(deadline=None)
def test_whatever_comes_in_what_goes_out_is_clean(text: str, html: str) -> None:
    body = RawBody(html, html=text[:1] < "m", base=text)
    raw = RawFeed(
        format=text,
        title=RawBody(html),
        site_url=text,
        entries=(
            RawEntry(
                guid=html, link=text, title=RawBody(text), authors=(html, text), categories=(html,),
                summary=body, content=(RawBody(text),), image=html, base=html,
                enclosures=(Enclosure(text, html, -5),),
            ),
        ),
    )  # fmt: skip
    feed = clean_feed(raw, url=FEED, now=NOW)
    for entry in feed.entries:
        lines = [feed.title, feed.format, entry.title, entry.summary, *entry.authors, *entry.categories]
        assert [line for line in lines if line != clean(line) or "\n" in line] == []
        urls = [entry.url, entry.image, feed.site_url, *(file.url for file in entry.enclosures)]
        assert [url for url in urls if url and safe_url(url) != url] == []
        entry.source.encode()
        assert entry.title


def test_names_are_decoded_once_and_judged() -> None:
    assert from_markup("Q&amp;amp;amp;amp;A") == "Q&amp;A"
