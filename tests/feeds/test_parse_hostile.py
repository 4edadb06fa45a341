"""Whatever comes in, a feed or a ParseError comes out, and nothing is fetched, expanded or raised."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import ParseError
from reader.feeds import parse_lenient, parse_strict
from reader.feeds.parse import parse
from reader.feeds.parse_bytes import to_text, to_xml
from reader.incoming import RawFeed

URL = "https://film.example/feed"
SEEDS = sorted((Path(__file__).parents[1] / "data" / "feeds").iterdir())


def outcome(data: bytes, content_type: str | None = None) -> RawFeed | ParseError:
    try:
        return parse(data, url=URL, content_type=content_type)
    except ParseError as error:
        return error


@pytest.mark.parametrize(
    "folder", ["hostile-made-here", "feeds-feedparser", "feeds-newsraft", "opml-samples"]
)
def test_no_file_of_the_corpora_gets_through(shared: Path, folder: str) -> None:
    files = [path for path in (shared / "corpora" / folder).rglob("*") if path.is_file()]
    strange = [path for path in files if not isinstance(outcome(path.read_bytes()), RawFeed | ParseError)]
    assert (len(files) > 5, strange) == (True, [])


NOT_FEEDS = {"not_empty.xml", "not_gzip_raw.xml", "not_html.xml", "not_json.xml", "not_png.xml"}


def test_every_attack_that_is_a_feed_is_read(shared: Path) -> None:
    files = (shared / "corpora" / "hostile-made-here" / "files").iterdir()
    assert {path.name for path in files if not isinstance(outcome(path.read_bytes()), RawFeed)} == NOT_FEEDS


ENCODED = ["bom_bom", "cp1252_claims_utf8", "latin1_nodecl", "nul", "unknown", "utf16_claims_utf8", "utf16le"]
ENCODED += ["utf32", "utf7", "utf8_claims_utf16", "ws_before_decl"]


@pytest.mark.parametrize("name", ENCODED)
def test_every_wrong_encoding_gives_the_title(shared: Path, name: str) -> None:
    feed = outcome((shared / "corpora" / "hostile-made-here" / "files" / f"enc_{name}.xml").read_bytes())
    assert isinstance(feed, RawFeed)
    assert [entry.title and entry.title.value for entry in feed.entries] == ["Amélie — “café” ’"]


SECRET = b"secret of this machine"


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY x SYSTEM "file://{path}">',
        '<!ENTITY % p SYSTEM "file://{path}"> %p;',
        '<!ENTITY x "{bomb}">',
    ],
)
@pytest.mark.parametrize("end", ["</rss>", ""])
def test_no_entity_is_expanded(tmp_path: Path, declared: str, end: str) -> None:
    path = tmp_path / "secret"
    path.write_bytes(SECRET)
    subset = declared.replace("{path}", str(path)).replace("{bomb}", SECRET.decode())
    channel = f"<channel><item><title>A&x;B</title></item></channel>{end}"
    text = f"<!DOCTYPE rss [{subset}]><rss version='2.0'>{channel}"
    found = outcome(text.encode())
    assert isinstance(found, RawFeed)
    assert [entry.title and entry.title.value for entry in found.entries] == ["A&x;B"]


def test_laughs_stay_words() -> None:
    names = [f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9)]
    text = f"<!DOCTYPE r [<!ENTITY a0 'lol'>{''.join(names)}]>"
    text += "<rss><channel><item><title>&a9;</title></item></channel></rss>"
    found = outcome(text.encode())
    assert isinstance(found, RawFeed)
    assert [entry.title and entry.title.value for entry in found.entries] == ["&a9;"]


LONG = [
    b"a",
    b"1",
    b" ",
    b"&#0",
    b"&#x",
    b"(",
    b"]",
    b"<b ",
    b"&a",
    b"a@",
    b"a.",
    b"http:/",
    b"<!--",
    b"<image>",
]


@pytest.mark.parametrize("piece", LONG)
@pytest.mark.parametrize("before", [b"", b"<!DOCTYPE a [", b"<?xml ", b"&#"])
def test_no_text_takes_long_to_look_at(piece: bytes, before: bytes) -> None:
    run = (before + piece * 300_000)[:300_000]
    fields = [b"title", b"author", b"pubDate", b"category", b"link", b"description", b"guid", b"image"]
    items = b"".join(b"<%b><![CDATA[%b]]></%b>" % (name, run, name) for name in fields)
    started = time.process_time()
    to_xml(to_text(run))
    feed = outcome(b"<rss><channel><item>" + items + b"</item></channel></rss>")
    assert (isinstance(feed, RawFeed), time.process_time() - started < 2) == (True, True)


# ---------------------------------------------------------------- feeds of our own, damaged


PIECES = rb"""
< > & ' " { } &#0; &#xD800; &#99999999999; ]]> <![CDATA[ <!-- --> ]> <!DOCTYPE </item> </entry> <item>
xml:base='%' xml:base='http://[' xmlns:a='' encoding='utf-16' type='xhtml' mode='base64' \ud800 1e999
<svg> </svg> <source> <image> <media:group>
""".split()
PIECES += [b"\0", b"\x1b[2J", b"\xff\xfe", b"\xed\xa0\x80"]


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    data = draw(st.sampled_from(SEEDS)).read_bytes()
    for _ in range(draw(st.integers(1, 6))):
        at, size = draw(st.integers(0, len(data))), draw(st.sampled_from([0, 0, 1, 2, 8, 60]))
        data = data[:at] + draw(st.sampled_from(PIECES) | st.binary(max_size=4)) + data[at + size :]
    return data[: draw(st.integers(0, len(data)))] if draw(st.booleans()) else data


quick = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@quick
@given(damaged(), st.sampled_from([None, "text/xml", "application/xml; charset=latin-1", "x; charset=utf-7"]))
def test_a_damaged_feed_is_read_or_refused(data: bytes, content_type: str | None) -> None:
    found = outcome(data, content_type)
    for entry in found.entries if isinstance(found, RawFeed) else ():
        texts = [entry.guid, entry.link, entry.image, *entry.authors, *entry.categories]
        # A lone half of a surrogate pair would stop the shelf: no database takes it.
        assert "".join(text for text in texts if text).encode("utf-8", "strict") is not None


# feedparser has faults of its own to find, so these are always the same cases.
@settings(quick, derandomize=True)
@given(damaged())
def test_what_the_strict_way_reads_has_the_same_entries_the_lenient_way(data: bytes) -> None:
    xml = to_xml(to_text(data))
    strict = parse_strict.parse(xml, url=URL) if xml.startswith("<") else None
    if strict is not None:
        lenient = parse_lenient.parse(xml, url=URL)
        assert lenient is not None
        assert [entry.guid for entry in lenient.entries] == [entry.guid for entry in strict.entries]


@quick
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    assert isinstance(outcome(data), RawFeed | ParseError)
