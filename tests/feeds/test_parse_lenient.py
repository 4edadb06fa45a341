"""Feeds with faults, and what feedparser would make of them if left to itself."""

from __future__ import annotations

import io
import sys
from typing import Any

import feedparser
import pytest

from reader.feeds import parse_lenient, parse_strict
from reader.feeds.parse import parse
from reader.feeds.parse_media import seconds_in
from reader.incoming import RawEntry, RawFeed
from reader.model import Enclosure

URL = "https://film.example/feed"
SPACES = (
    'xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def rss(item: str, more: str = "") -> str:
    return f'<rss version="2.0" {SPACES}><channel><title>C</title><item>{item}</item>{more}</channel></rss>'


def alone(xml: str) -> Any:
    return feedparser.parse(
        io.BytesIO(xml.encode()), sanitize_html=False, resolve_relative_uris=False
    ).entries[0]


def lenient(xml: str) -> RawEntry:
    feed = parse_lenient.parse(xml, url=URL)
    assert feed is not None
    return feed.entries[0]


def test_feedparser_reads_through_our_buffered_expat() -> None:
    """PREFERRED_XML_PARSERS is a private name: checked with feedparser 6.0.14."""
    made: list[parse_lenient._BufferedExpat] = []

    def create_parser() -> parse_lenient._BufferedExpat:
        made.append(parse_lenient._BufferedExpat())
        return made[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys.modules[feedparser.api.PREFERRED_XML_PARSERS[0]], "create_parser", create_parser)
        lenient(rss("<title>T</title>"))
    assert len(made) == 1, f"feedparser {feedparser.__version__} no longer asks this list"
    parser = made[0]
    parser.reset()
    assert (parser._parser.buffer_text, parser._parser.buffer_size) == (True, 65536)


CAPTION = (
    "<title>T</title><description>The article.</description><media:content url='https://film.example/p.jpg' "
    "medium='image'><media:title>Photo title</media:title><media:description type='plain'>A caption."
    "</media:description><media:text>Photo text</media:text></media:content>"
    "<itunes:summary>Other</itunes:summary>"
)


@pytest.mark.parametrize("way", [parse_strict.parse, parse_lenient.parse])
def test_a_caption_is_never_a_body(way: Any) -> None:
    xml = rss(CAPTION)
    entry = way(xml, url=URL).entries[0]
    assert (entry.title.value, entry.summary.value, entry.content) == ("T", "The article.", ())
    assert entry.image == "https://film.example/p.jpg"
    assert [body.value for body in alone(xml).content] == ["A caption."]


@pytest.mark.parametrize("way", [parse_strict.parse, parse_lenient.parse])
def test_files_say_how_long_they_last(way: Any) -> None:
    files = (
        "<title>T</title><itunes:duration>1:02:00</itunes:duration>"
        "<enclosure url='/a.mp3' type='audio/mpeg' length='48000000'/><enclosure url='/notes.pdf'/>"
        "<media:content url='/a.mp3' medium='audio' duration='3725'/>"
        "<media:content url='/t.mp4' type='video/mp4' fileSize='9' duration='95.5'/>"
    )
    assert way(rss(files), url=URL).entries[0].enclosures == (
        Enclosure("https://film.example/a.mp3", "audio/mpeg", 48_000_000, 3720),
        Enclosure("https://film.example/notes.pdf"),
        Enclosure("https://film.example/t.mp4", "video/mp4", 9, 95),
    )


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("3720", 3720), (" 62:00 ", 3720), ("1:02:00", 3720), ("95.5", 95), ("0", None), ("", None),
        (None, None), ("1:2:3:4", None), ("-5", None), ("an hour", None), ("9999999999", None), ("::", None),
        ("604800", None), ("²", None),
    ],
)  # fmt: skip
def test_how_long_a_file_lasts_is_said_in_several_ways(text: str | None, seconds: int | None) -> None:
    assert seconds_in(text) == seconds


@pytest.mark.parametrize("way", [parse_strict.parse, parse_lenient.parse])
def test_dublin_core_serves_where_nothing_else_does(way: Any) -> None:
    core = "<dc:title>Core</dc:title><dc:author>Ana</dc:author><dc:description>Words</dc:description>"
    plain = way(rss(core), url=URL).entries[0]
    assert (plain.title.value, plain.authors, plain.summary.value) == ("Core", ("Ana",), "Words")
    both = way(rss(f"{core}<title>T</title><description>D</description>"), url=URL).entries[0]
    assert (both.title.value, both.summary.value, both.content) == ("T", "D", ())


@pytest.mark.parametrize("way", [parse_strict.parse, parse_lenient.parse])
def test_what_only_looks_encoded_twice_stays(way: Any) -> None:
    xml = rss("<title>Pourquoi Ã©crit-on ainsi</title><description>Ã©</description>")
    assert way(xml, url=URL).entries[0].title.value == "Pourquoi Ã©crit-on ainsi"
    assert alone(xml).title == "Pourquoi écrit-on ainsi"


@pytest.mark.parametrize("way", [parse_strict.parse, parse_lenient.parse])
def test_the_address_in_an_image_element_is_the_picture(way: Any) -> None:
    xml = rss("<title>T</title><image>https://film.example/p</image>")
    assert way(xml, url=URL).entries[0].image == "https://film.example/p"
    assert "image" not in alone(xml)


@pytest.mark.parametrize("way", [parse_strict.parse, parse_lenient.parse])
def test_a_description_of_the_media_serves_where_there_is_no_other_text(way: Any) -> None:
    media = "<media:title>T</media:title><media:description>What we see.</media:description>"
    entry = way(rss(f"<title>Trailer</title><media:group>{media}</media:group>"), url=URL).entries[0]
    assert (entry.title.value, entry.summary.value, entry.summary.html) == ("Trailer", "What we see.", False)


def test_a_feed_that_breaks_off_keeps_its_entries_and_says_so() -> None:
    whole = rss("<title>One</title><guid>1</guid>", "<item><title>Two</title><guid>2</guid></item>")
    feed = parse(whole.encode()[: -len("</item></channel></rss>")], url=URL)
    assert ([entry.guid for entry in feed.entries], feed.truncated) == (["1", "2"], True)
    assert parse(whole.encode(), url=URL).truncated is False


def test_an_entry_that_breaks_off_before_its_id_is_left_out() -> None:
    whole = rss("<title>One</title><guid>1</guid>", "<item><title>Two</title><guid>2</guid></item>")
    feed = parse(whole[: whole.index("<guid>2")].encode(), url=URL)
    assert ([entry.guid for entry in feed.entries], feed.truncated) == (["1"], True)


@pytest.mark.parametrize("junk", ["<script>x</script>", "\n<!-- ok --><p>Ad</p>", rss("<title>Two</title>")])
def test_junk_after_the_end_is_survived_and_reported(junk: str) -> None:
    feed = parse((rss("<title>One</title>") + junk).encode(), url=URL)
    assert (title(feed), feed.truncated) == ("One", True)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Tom & Jerry", "Tom & Jerry"),
        ("Caf&eacute; &mdash; bar", "Café — bar"),
        ("A <b>bold</i> word", "A <b>bold</i> word"),
        ("&undeclared; name", "&undeclared; name"),
    ],
)
def test_ill_formed_titles(written: str, read: str) -> None:
    assert title(parse(rss(f"<title>{written}</title>").encode(), url=URL)) == read


def test_undeclared_prefixes_mean_what_they_say() -> None:
    xml = "<rss version='2.0'><channel><item><title>T</title>"
    xml += "<content:encoded><![CDATA[<p>x</p>]]></content:encoded>"
    xml += "<dc:creator>Ana</dc:creator></item></channel></rss>"
    entry = parse(xml.encode(), url=URL).entries[0]
    assert ([body.value for body in entry.content], entry.authors) == (["<p>x</p>"], ("Ana",))


def test_inline_xhtml_has_no_stray_end_tags() -> None:
    xml = '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><content type="xhtml"><div>'
    xml += "one<br/>two<img src='p.jpg'/></div></content></entry></feed>"
    assert lenient(xml).content[0].value == 'one<br>two<img src="p.jpg">'


def title(feed: RawFeed) -> str:
    found = feed.entries[0].title
    assert found is not None
    return found.value
