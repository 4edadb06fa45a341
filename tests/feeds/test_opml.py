"""Subscription lists in and out."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reader.errors import ParseError
from reader.feeds.opml import OpmlImport, Skipped, Subscription, read
from reader.feeds.opml_writing import write
from reader.model import Feed


def opml(body: str, before: str = '<?xml version="1.0"?>') -> OpmlImport:
    return read(
        f'{before}<opml version="2.0"><head><title>t</title></head><body>{body}</body></opml>'.encode()
    )


def one(row: str) -> Subscription:
    found = opml(row)
    assert (len(found.subscriptions), found.skipped) == (1, [])
    return found.subscriptions[0]


URL = "https://film.example/feed"


@pytest.mark.parametrize(
    ("row", "subscription"),
    [
        (f'<outline text="T" title="U" xmlUrl="{URL}" htmlUrl="https://film.example/"/>',
         Subscription(URL, "U", "https://film.example/")),
        (f"<outline TEXT='T' XMLURL='{URL}'></outline>", Subscription(URL, "T")),
        (f'<outline xmlUrl=" {URL}\n"/>', Subscription(URL)),
        (f'<outline text="A &gt; B > C &amp; &#8217; &eacute;" xmlUrl="{URL}"/>',
         Subscription(URL, "A > B > C & ’ é")),
        (f'<outline text="Q&A" xmlUrl="{URL}?a=1&copy=2&b=3"/>',
         Subscription(f"{URL}?a=1&copy=2&b=3", "Q&A")),
        (f'<outline text="x" xmlUrl="{URL}?a=1&amp;amp;b=2"/>', Subscription(f"{URL}?a=1&b=2", "x")),
        ('<outline text="x" xmlUrl="feed://film.example/feed"/>',
         Subscription("http://film.example/feed", "x")),
        ('<outline text="x" xmlUrl="feed:https://film.example/feed"/>', Subscription(URL, "x")),
        (f'<outline text="x" xmlUrl="{URL}" htmlUrl="javascript:x"/>', Subscription(URL, "x")),
        (f'<outline text="x" xmlUrl="{URL}" filtercmd="/bin/sh"/>', Subscription(URL, "x")),
        (f'<outline text="x" xmlUrl="{URL}" category="/Film/News,/Trade"/>',
         Subscription(URL, "x", folder="Film/News")),
        (f'<outline text="x&#27;[2J&#x9b;\u202ey" xmlUrl="{URL}"/>', Subscription(URL, "x[2J› y")),
        (f'<!-- <outline xmlUrl="https://old.example/"/> --><outline text="x" xmlUrl="{URL}"/>',
         Subscription(URL, "x")),
    ],
)  # fmt: skip
def test_a_row(row: str, subscription: Subscription) -> None:
    assert one(row) == subscription


def test_folders_nest_and_end() -> None:
    found = opml(
        '<outline text="A"><outline text="B"><outline text="1" xmlUrl="https://1.example/"/></outline>'
        '<outline text="2" xmlUrl="https://2.example/" category="/Other"/></outline>'
        '<outline text="3" xmlUrl="https://3.example/"><outline text="4" xmlUrl="https://4.example/"/></outline>'
        '<outline text=""><outline text="5" xmlUrl="https://5.example/"/></outline>'
    )
    assert [(row.title, row.folder) for row in found.subscriptions] == [
        ("1", "A/B"), ("2", "A"), ("3", None), ("4", None), ("5", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "skipped"),
    [
        ('<outline text="x" xmlUrl="exec:/bin/sh -c id"/>',
         Skipped("x", "“exec:/bin/sh -c id” is not an http or https address")),
        ('<outline text="x" xmlUrl="|/tmp/x"/>', Skipped("x", "“|/tmp/x” is not an http or https address")),
        ('<outline xmlUrl="file:///etc/passwd"/>',
         Skipped("file:///etc/passwd", "“file:///etc/passwd” is not an http or https address")),
        ('<outline text="x" xmlUrl="http://["/>', Skipped("x", "“http://[” is not an http or https address")),
        ('<outline text="x" type="include" url="https://e.example/more.opml"/>',
         Skipped("x", "it points to another list or page, which is not followed")),
        ('<outline text="x" type="link" url="https://e.example/"/>',
         Skipped("x", "it points to another list or page, which is not followed")),
        ('<outline text="just a note"/>', Skipped("just a note", "it names no feed")),
    ],
)  # fmt: skip
def test_a_row_left_out_is_reported(row: str, skipped: Skipped) -> None:
    assert opml(row) == OpmlImport([], [replace(skipped, line=1)])


@pytest.mark.parametrize(
    ("body", "skipped"),
    [
        ("", [("the list", "it is empty: no row in it names a feed", None)]),
        ('<outline text="A" type="rss" xmlUrl=""/>', [("A", "its address is empty", 2)]),
        ('\n<outline text="A" type="rss" xmlUrl=" ">\n</outline>',
         [("A", "it names no feed and holds none", 3)]),
        ('<outline text="A">\n<outline text="B"/>\n</outline>', [("B", "it names no feed", 3)]),
        ('<outline text="A">\n</outline>\n<outline/>', [("A", "it names no feed and holds none", 2),
                                                      ("a row", "it names no feed", 4)]),
        (f'<outline text="A" xmlUrl="{URL}"></outline><outline type="link" text="B"></outline>',
         [("B", "it points to another list or page, which is not followed", 2)]),
        (f'<outline text="A"><outline xmlUrl="{URL}"/></outline>', []),
    ],
)  # fmt: skip
def test_a_list_without_feeds_says_why(body: str, skipped: list[tuple[str, str, int | None]]) -> None:
    found = read(f"<opml>\n<body>{body}</body></opml>".encode()).skipped
    assert [(each.what, each.why, each.line) for each in found] == skipped


@pytest.mark.parametrize("text", ["<opml/>", "<opml></opml>", "<opml><head/></opml>", "<opml><body/></opml>"])
def test_a_list_without_a_body_is_called_empty(text: str) -> None:
    assert [each.what for each in read(text.encode()).skipped] == ["the list"]


def test_what_is_commented_out_is_left_out_and_counted() -> None:
    feed = '<outline text="{0}" xmlUrl="https://{0}.example/feed"/>'
    found = opml(
        f"""<outline text="News">
        <outline text="Old" isComment="true">
        {feed.format("a")}<outline text="Older">{feed.format("b")}</outline><outline text="A note"/>
        </outline>
        {feed.format("c")}
        </outline>
        <outline text="Alone" iscomment=" TRUE " xmlUrl="https://d.example/feed"/>
        <outline text="A remark" isComment="true"></outline>
        <outline text="One" isComment="true" xmlUrl="https://e.example/feed">{feed.format("f")}</outline>
        <outline text="g" isComment="false" xmlUrl="https://g.example/feed"/>{feed.format("a")}"""
    )
    assert [(each.url[8], each.folder) for each in found.subscriptions] == [
        ("c", "News"),
        ("g", None),
        ("a", None),
    ]
    assert found.skipped == [
        Skipped("Old", "it is commented out, with 2 feeds in it", 2),
        Skipped("Alone", "it is commented out", 7),
        Skipped("A remark", "it is commented out", 8),
        Skipped("One", "it is commented out, with 1 feed in it", 9),
    ]


def test_a_feed_listed_twice_comes_once() -> None:
    found = opml(
        '<outline text="a" xmlUrl="https://film.example/feed"/><outline text="b" xmlUrl="HTTPS://Film.example:443/feed#x"/>'
        '<outline text="c" xmlUrl="https://film.example/feed?x"/>'
    )
    assert [row.title for row in found.subscriptions] == ["a", "c"]
    assert found.skipped == [Skipped("b", "HTTPS://Film.example:443/feed#x is in the list already", 1)]


def test_a_list_that_breaks_off_keeps_what_came() -> None:
    text = f'<opml><body><outline text="x" xmlUrl="{URL}"/><outline text="y" xmlUrl="https://b'
    assert read(text.encode()) == OpmlImport(
        [Subscription(URL, "x")], [Skipped("the last row", "the file breaks off in the middle of it", 1)]
    )


def test_nothing_is_expanded_or_loaded() -> None:
    laughs = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    found = opml(f'<outline text="&a9;" xmlUrl="{URL}"/>', f'<!DOCTYPE o [<!ENTITY a0 "ha">{laughs}]>')
    assert [row.title for row in found.subscriptions] == ["&a9;"]


@pytest.mark.parametrize(
    "text", ["", "  ", "<html><body>x</body></html>", "https://film.example/feed\n", "{}", "<rss/>"]
)
def test_what_is_no_list(text: str) -> None:
    with pytest.raises(ParseError, match=r"^This is not an OPML file: .+\.$"):
        read(text.encode())


def test_every_sample_gives_a_list_or_one_sentence(shared: Path) -> None:
    results: list[OpmlImport | str] = []
    for path in sorted((shared / "corpora" / "opml-samples").rglob("*.opml")):
        try:
            results.append(read(path.read_bytes()))
        except ParseError as error:
            results.append(str(error))
    assert (len(results) > 75, sum(isinstance(result, str) for result in results)) == (True, 3)


@pytest.mark.parametrize(
    "piece", ["<outline ", '<outline "', "<outline '\"", "<!--", "<![CDATA[", "<?x ", "a" * 9, "&#1"]
)
def test_hostile_lists_take_no_time(piece: str) -> None:
    started = time.process_time()
    read(b"<opml><outline " + piece.encode() * (1_000_000 // len(piece)))
    assert time.process_time() - started < 2


def test_C3_an_address_without_end_is_skipped() -> None:
    found = read(f'<opml><body><outline xmlUrl="https://film.test/{"x" * 10_000}"/></body></opml>'.encode())
    assert (found.subscriptions, [skipped.line for skipped in found.skipped]) == ([], [1])


def test_any_depth(shared: Path) -> None:
    deep = 5000
    found = opml('<outline text="n">' * deep + f'<outline text="x" xmlUrl="{URL}"/>' + "</outline>" * deep)
    assert [row.folder for row in found.subscriptions] == ["/".join("n" * 16)]


# ---------------------------------------------------------------- there and back

SEEN = st.characters(exclude_categories=["Cc", "Cf", "Cs", "Cn", "Zl", "Zp"])
LINE = st.text(SEEN, min_size=1, max_size=20).map(lambda text: " ".join(text.split())).filter(bool)
NAME = LINE.map(lambda name: " ".join(name.replace("/", " / ").split()).strip("/ ")).filter(bool)
FOLDER = st.lists(NAME, min_size=1, max_size=3).map("/".join)
FEEDS = st.lists(
    st.builds(
        lambda n, title, folder, query: Feed(
            id=n,
            url=f"https://h{n}.example/?q={query}",
            title=title,
            folder=folder,
            site_url=f"https://h{n}.example/",
        ),
        n=st.integers(0, 10**6),
        title=LINE,
        folder=st.none() | FOLDER,
        query=st.sampled_from(["", "a&b", "'\"<>", "%20", "x;y"]),
    ),
    unique_by=lambda feed: feed.id,
    max_size=8,
)


@given(FEEDS, st.sampled_from([1, 2]))
def test_a_list_written_is_read_as_it_was(feeds: list[Feed], version: int) -> None:
    back = read(write(feeds, version=version))
    assert [each.what for each in back.skipped] == ([] if feeds else ["the list"])
    assert sorted((row.url, row.title, row.folder, row.site_url) for row in back.subscriptions) == sorted(
        (feed.url, feed.title, feed.folder, feed.site_url) for feed in feeds
    )
    assert write([as_feed(row) for row in back.subscriptions], version=version) == write(
        feeds, version=version
    )


def test_a_stroke_with_blanks_is_of_a_folders_name() -> None:
    feeds = [Feed(id=1, url=URL, title="A", folder="News / Reviews/Trade")]
    assert write(feeds).decode().count("</outline>") == 2
    assert [row.folder for row in read(write(feeds)).subscriptions] == ["News / Reviews/Trade"]


def as_feed(row: Subscription) -> Feed:
    return Feed(id=0, url=row.url, title=row.title or "", folder=row.folder, site_url=row.site_url)


@settings(deadline=None)  # the first call imports
@given(FEEDS)
def test_what_is_written_is_well_formed_xml(feeds: list[Feed]) -> None:
    from lxml import etree

    root = etree.fromstring(write(feeds))
    assert len(root.findall(".//outline[@xmlUrl]")) == len(feeds)


def test_the_list_as_written() -> None:
    feeds = [
        Feed(id=1, url="https://a.example/?x=1&y=2", title="A “b” <c>", site_url="https://a.example/"),
        Feed(id=2, url="https://b.example/", title="B", folder="Film/Trade"),
    ]
    assert write(feeds).decode() == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<opml version="2.0">\n'
        "  <head>\n"
        "    <title>Newsreel subscriptions</title>\n"
        "  </head>\n"
        "  <body>\n"
        '    <outline type="rss" text="A “b” &lt;c&gt;" title="A “b” &lt;c&gt;" xmlUrl="https://a.example/?x=1&amp;y=2"'
        ' htmlUrl="https://a.example/"/>\n'
        '    <outline text="Film" title="Film">\n'
        '      <outline text="Trade" title="Trade">\n'
        '        <outline type="rss" text="B" title="B" xmlUrl="https://b.example/"/>\n'
        "      </outline>\n"
        "    </outline>\n"
        "  </body>\n"
        "</opml>\n"
    )
    assert b'<opml version="1.0">' in write(feeds, version=1)


@given(st.binary(max_size=300))
def test_anything_is_read_or_refused(data: bytes) -> None:
    try:
        found = read(b"<opml>" + data)
    except ParseError:
        return
    assert isinstance(found, OpmlImport)
