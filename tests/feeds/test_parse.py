"""Feeds of every kind, and what each of their parts becomes."""

from __future__ import annotations

import base64
import subprocess
import sys

import pytest

from reader.errors import ParseError
from reader.feeds.parse import parse
from reader.feeds.parse_entry import NEWEST
from reader.incoming import Hints, RawBody, RawEntry, RawFeed
from reader.model import Enclosure

URL = "https://film.example/feeds/all.xml"
SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom" '
    'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" '
    'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" '
    'xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"'
)


def rss(item: str, head: str = "<title>C</title><link>https://film.example/</link>") -> RawFeed:
    text = f'<rss version="2.0" {SPACES}><channel>{head}<item>{item}</item></channel></rss>'
    return parse(text.encode(), url=URL)


def atom(entry: str, head: str = "", attributes: str = "") -> RawFeed:
    text = f'<feed xmlns="http://www.w3.org/2005/Atom" {attributes}>{head}<entry>{entry}</entry></feed>'
    return parse(text.encode(), url=URL)


def one(feed: RawFeed) -> RawEntry:
    assert len(feed.entries) == 1
    return feed.entries[0]


def test_an_rss_feed_whole() -> None:
    head = "<title>Film &amp; Co</title><link>https://film.example/</link><ttl>30</ttl>"
    head += "<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>"
    feed = rss(
        '<guid isPermaLink="false">42</guid><link>https://film.example/heat-2</link><title>Heat 2</title>'
        "<dc:creator>Ana Ruiz</dc:creator><pubDate>Tue, 10 Oct 2023 09:12:00 +0200</pubDate>"
        "<category>News</category><category>Casting</category><description>Short.</description>"
        "<content:encoded><![CDATA[<p>Long.</p>]]></content:encoded>"
        '<enclosure url="https://film.example/a.mp3" type="audio/mpeg" length="12"/>'
        '<media:thumbnail url="https://film.example/t.jpg"/>',
        head,
    )
    page = "https://film.example/heat-2"
    assert feed == RawFeed(
        format="rss 2.0",
        title=RawBody("Film & Co", html=False),
        site_url="https://film.example/",
        hints=Hints(ttl=30, update_period=30),
        entries=(
            RawEntry(
                guid="42",
                link=page,
                title=RawBody("Heat 2", html=False),
                authors=("Ana Ruiz",),
                published=1696921920,
                categories=("News", "Casting"),
                summary=RawBody("Short.", html=False, base=page),
                content=(RawBody("<p>Long.</p>", html=True, base=page),),
                image="https://film.example/t.jpg",
                enclosures=(Enclosure("https://film.example/a.mp3", "audio/mpeg", 12),),
                base=page,
            ),
        ),
    )


def test_an_atom_feed_whole() -> None:
    feed = atom(
        '<id>tag:film.example,2023:42</id><link rel="alternate" href="/heat-2"/>'
        '<link rel="enclosure" type="video/mp4" href="/t.mp4" length="7"/>'
        '<title type="html">&lt;i&gt;Heat 2&lt;/i&gt;</title>'
        '<category term="c" label="Casting"/><published>2023-10-10T07:12:00Z</published>'
        "<updated>2023-10-11T00:00:00Z</updated><summary>1 &lt; 2</summary>",
        "<title>Film</title><author><name>Ana Ruiz</name></author><link href='https://film.example/'/>",
    )
    entry = one(feed)
    assert (feed.format, feed.title, feed.site_url) == (
        "atom 1.0",
        RawBody("Film", html=False),
        "https://film.example/",
    )
    assert (entry.guid, entry.link, entry.authors) == (
        "tag:film.example,2023:42",
        "https://film.example/heat-2",
        ("Ana Ruiz",),
    )
    assert (entry.title, entry.categories) == (RawBody("<i>Heat 2</i>", html=True), ("Casting",))
    assert (entry.published, entry.updated) == (1696921920, 1696982400)
    assert entry.summary == RawBody("1 < 2", html=False, base="https://film.example/heat-2")
    assert entry.enclosures == (Enclosure("https://film.example/t.mp4", "video/mp4", 7),)


@pytest.mark.parametrize(
    ("text", "format_"),
    [
        ("<rss version='0.91'><channel><item><title>T</title></item></channel></rss>", "rss 0.91"),
        ("<rss version='0.92'><channel><item><title>T</title></item></channel></rss>", "rss 0.92"),
        ("<rss><channel><title>C</title></channel><item><title>T</title></item></rss>", "rss 2.0"),
        (
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
            "<channel><title>C</title></channel><item rdf:about='1'><title>T</title></item></rdf:RDF>",
            "rss 1.0",
        ),
        (
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
            'xmlns="http://my.netscape.com/rdf/simple/0.9/">'
            "<channel><title>C</title></channel><item><title>T</title></item></rdf:RDF>",
            "rss 0.90",
        ),
        (
            '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title>T</title></entry></feed>',
            "atom 0.3",
        ),
        ('{"version":"https://jsonfeed.org/version/1","items":[{"id":1,"title":"T"}]}', "json feed 1"),
        ('{"version":"https://jsonfeed.org/version/1.1","items":[{"id":1,"title":"T"}]}', "json feed 1.1"),
    ],
)
def test_every_format_is_known(text: str, format_: str) -> None:
    feed = parse(text.encode(), url=URL)
    assert (feed.format, one(feed).title) == (format_, RawBody("T", html=False))


def test_rdf_dates_people_and_ids() -> None:
    text = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>C</title></channel>'
        '<item rdf:about="https://film.example/1"><link>https://film.example/1</link><dc:date>2023-10-10</dc:date>'
        "<dc:creator>Ana</dc:creator><dc:creator>Bo</dc:creator><dc:subject>News</dc:subject></item></rdf:RDF>"
    )
    entry = one(parse(text.encode(), url=URL))
    assert (entry.guid, entry.published) == ("https://film.example/1", 1696896000)
    assert (entry.authors, entry.categories) == (("Ana", "Bo"), ("News",))


# ---------------------------------------------------------------- identity and links


@pytest.mark.parametrize(
    ("item", "link"),
    [
        ("<guid>https://film.example/1</guid>", "https://film.example/1"),
        ('<guid isPermaLink="false">https://film.example/1</guid><title>T</title>', None),
        ("<guid>one</guid><title>T</title>", None),
        ("<link>/1</link>", "https://film.example/1"),
        ("<link>  https://film.example/1\n </link>", "https://film.example/1"),
        ("<atom:link rel='alternate' href='https://film.example/1'/>", "https://film.example/1"),
        ("<atom:link rel='self' href='https://film.example/0'/><link>https://film.example/1</link>",
         "https://film.example/1"),
        ("<link>https://proxy.example/x</link><feedburner:origLink>https://film.example/1</feedburner:origLink>",
         "https://film.example/1"),
    ],
)  # fmt: skip
def test_the_page_of_an_entry(item: str, link: str | None) -> None:
    assert one(rss(item)).link == link


def test_a_relative_permalink_keeps_its_id_as_sent() -> None:
    assert one(atom("<id>/2023/heat</id><link href='/2023/heat'/>")).guid == "/2023/heat"


def test_bases_nest_and_reach_links_and_bodies() -> None:
    entry = one(
        atom(
            "<link href='heat'/><content type='html' xml:base='heat/'>&lt;p&gt;x&lt;/p&gt;</content>",
            attributes='xml:base="https://other.example/news/"',
        )
    )
    assert entry.link == "https://other.example/news/heat"
    assert [body.base for body in entry.content] == ["https://other.example/news/heat/"]


def test_a_base_that_is_no_address_is_passed_over() -> None:
    entry = one(atom("<link href='heat'/><title>T</title>", attributes='xml:base="javascript:x"'))
    assert entry.link == "https://film.example/feeds/heat"


def test_a_very_long_id_becomes_its_digest() -> None:
    guids = [one(rss(f"<guid>{'g' * 200_000}{n}</guid>")).guid for n in (1, 1, 2)]
    assert (guids[0] == guids[1], guids[1] == guids[2], len(guids[0] or "")) == (True, False, 71)


def test_an_entry_of_nothing_is_left_out() -> None:
    assert len(rss("</item><item><title>T</title>").entries) == 1


def test_the_newest_entries_are_kept_in_order() -> None:
    items = "</item><item>".join(
        f"<guid>{n}</guid><pubDate>{n % 28 + 1} Jan {2000 + n // 28} 00:00:00 GMT</pubDate>"
        for n in range(NEWEST + 60)
    )
    assert [entry.guid for entry in rss(items).entries] == [str(n) for n in range(60, NEWEST + 60)]


# ---------------------------------------------------------------- texts


def test_inline_xhtml_is_serialised_without_its_wrapper() -> None:
    entry = one(
        atom(
            '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <em>quiet</em> one</div></title>'
            '<content type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml">'
            "<x:p>a<x:br/>b &amp; c</x:p></x:div></content>"
        )
    )
    assert entry.title == RawBody("A <em>quiet</em> one", html=True)
    assert [body.value for body in entry.content] == ["<p>a<br>b &amp; c</p>"]


def test_markup_nobody_escaped_is_kept_as_markup() -> None:
    entry = one(rss("<description>A <b>loud</b> <i>film</i></description>"))
    assert (entry.summary and (entry.summary.value, entry.summary.html)) == (
        "A <b>loud</b> <i>film</i>",
        True,
    )


def test_base64_content_is_decoded() -> None:
    sent = base64.b64encode("<p>Amélie</p>".encode()).decode()
    content = f'<content type="text/html" mode="base64">{sent}</content>'
    text = f'<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry>{content}</entry></feed>'
    body = one(parse(text.encode(), url=URL)).content[0]
    assert (body.value, body.html) == ("<p>Amélie</p>", True)


@pytest.mark.parametrize(
    ("title", "html"),
    [("Heat 2", False), ("&lt;i&gt;Heat&lt;/i&gt;", True), ("AT&amp;amp;T", True), ("1 &lt; 2 &gt; 0", False),
     ("&lt;Blank&gt; is back", False)],
)  # fmt: skip
def test_a_title_is_markup_where_it_shows(title: str, html: bool) -> None:
    found = one(rss(f"<title>{title}</title>")).title
    assert found is not None
    assert found.html == html


def test_several_bodies_are_all_kept_and_none_twice() -> None:
    body = "&lt;p&gt;x&lt;/p&gt;"
    entry = one(rss(f"<content:encoded>{body}</content:encoded><description>{body}</description>"))
    assert (entry.summary, [body.value for body in entry.content]) == (None, ["<p>x</p>"])


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("<author>ana@film.example (Ana Ruiz)</author>", ("Ana Ruiz",)),
        ("<author>Ana Ruiz &lt;ana@film.example&gt;</author>", ("Ana Ruiz",)),
        ("<author>ana@film.example</author>", ("ana@film.example",)),
        ("<dc:creator>Ana Ruiz</dc:creator><dc:creator>Bo</dc:creator>", ("Ana Ruiz", "Bo")),
        ("<author>Ana Ruiz</author><dc:creator>ana ruiz</dc:creator>", ("Ana Ruiz",)),
        ("<itunes:author>The Show</itunes:author>", ("The Show",)),
        ("<itunes:author>The Show</itunes:author><dc:creator>Ana</dc:creator>", ("Ana",)),
        ("<atom:author><atom:name>Ana</atom:name></atom:author>", ("Ana",)),
        ("<author></author>", ()),
    ],
)
def test_authors(written: str, names: tuple[str, ...]) -> None:
    assert one(rss(f"<title>T</title>{written}")).authors == names


# ---------------------------------------------------------------- media


def test_youtube_pictures_and_words_are_found() -> None:
    entry = one(
        atom(
            "<id>yt:video:1</id><title>Trailer</title><link rel='alternate' href='https://video.example/1'/>"
            "<media:group><media:title>Trailer</media:title>"
            '<media:content url="https://video.example/v/1" type="application/x-shockwave-flash"/>'
            '<media:thumbnail url="https://video.example/1.jpg" width="480"/>'
            "<media:description>What we see.</media:description></media:group>",
            attributes='xmlns:media="http://search.yahoo.com/mrss/"',
        )
    )
    assert (entry.image, entry.enclosures) == ("https://video.example/1.jpg", ())
    assert entry.summary == RawBody("What we see.", html=False, base="https://video.example/1")


@pytest.mark.parametrize(
    ("item", "image"),
    [
        ('<media:content url="/s.jpg" width="90" medium="image"/>'
         '<media:content url="/l.jpg" width="900" medium="image"/>',
         "https://film.example/l.jpg"),
        ('<media:content url="https://0.gravatar.com/avatar/1" medium="image"/>'
         '<media:thumbnail url="/t.jpg"/>',
         "https://film.example/t.jpg"),
        ('<enclosure url="/e.jpg" type="image/jpeg" length="0"/>', "https://film.example/e.jpg"),
        ('<itunes:image href="/i.jpg"/>', "https://film.example/i.jpg"),
        ("<image><url>/u.jpg</url></image>", "https://film.example/u.jpg"),
        ('<media:content url="/trailer.mp4" medium="video"/>', None),
    ],
)  # fmt: skip
def test_the_picture_of_an_entry(item: str, image: str | None) -> None:
    assert one(rss(f"<title>T</title>{item}")).image == image


def test_a_trailer_in_media_rss_is_an_enclosure() -> None:
    entry = one(rss('<title>T</title><media:content url="/t.mp4" type="video/mp4" fileSize="9"/>'))
    assert entry.enclosures == (Enclosure("https://film.example/t.mp4", "video/mp4", 9),)


# ---------------------------------------------------------------- JSON Feed


def test_a_json_feed_whole() -> None:
    feed = parse(
        b'{"version":"https://jsonfeed.org/version/1.1","title":"Film","home_page_url":"https://film.example/",'
        b'"authors":[{"name":"Ana"}],"items":[{"id":7,"url":"/7","title":"Heat 2","content_html":"<p>x</p>",'
        b'"content_text":"x","summary":"s","image":"/p.jpg","date_published":"2023-10-10T07:12:00Z",'
        b'"tags":["News"],"attachments":[{"url":"/a.mp3","mime_type":"audio/mpeg","size_in_bytes":5,"duration_in_seconds":90}]},'
        b'{"id":"8","external_url":"https://other.example/","title":"lone \\ud800 half",'
        b'"author":{"name":"Bo"}},null]}',
        url=URL,
    )
    first, second = feed.entries
    assert (feed.title, feed.site_url) == (RawBody("Film", html=False), "https://film.example/")
    assert (first.guid, first.link, first.authors) == ("7", "https://film.example/7", ("Ana",))
    assert [(body.value, body.html) for body in first.content] == [("<p>x</p>", True), ("x", False)]
    assert (first.image, first.published, first.categories) == (
        "https://film.example/p.jpg",
        1696921920,
        ("News",),
    )
    assert first.enclosures == (Enclosure("https://film.example/a.mp3", "audio/mpeg", 5, 90),)
    assert (second.link, second.authors) == ("https://other.example/", ("Bo",))
    assert second.title == RawBody("lone ? half", html=False)


# ---------------------------------------------------------------- what is no feed


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "nothing at all"),
        (b" \n\t", "nothing at all"),
        (b"<!doctype html><html><body><p>Just a moment</p></body></html>", "an HTML page"),
        (b"<!-- x --><html><channel>not a feed</channel></html>", "an HTML page"),
        (b"\x89PNG\r\n\x1a\n\0\0", "an image"),
        (b"\x1f\x8b\x08\0\0", "a compressed file"),
        (b"Not found", "plain text"),
        (b"<sitemap><url/></sitemap>", "XML of another kind"),
        (b"<channel>nothing in it</channel>", "XML of another kind"),
        (b'{"error": "x"}', "JSON that is not a JSON Feed"),
        (b'["a"]', "JSON that is not a JSON Feed"),
        (b'{"items": [', "broken JSON"),
        (b"[" * 100_000, "broken JSON"),
    ],
)
def test_what_is_no_feed_is_named(data: bytes, said: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse(data, url=URL)
    assert (said in str(caught.value), URL in str(caught.value)) == (True, True)


def test_an_empty_feed_is_a_feed() -> None:
    feed = parse(b"<rss version='2.0'><channel><title>C</title></channel></rss>", url=URL)
    assert (feed.title, feed.entries, feed.truncated) == (RawBody("C", html=False), (), False)


def test_importing_the_parser_loads_no_parser() -> None:
    code = "import sys, reader.feeds.parse, reader.feeds.discover, reader.feeds.opml\n"
    code += "print({'lxml', 'feedparser'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
