"""HTML becomes the document it means, and nothing in it gets further."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path
from time import process_time

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.document import (
    EMPHASIS,
    SUPERSCRIPT,
    Block,
    Code,
    Document,
    Embed,
    Figure,
    Heading,
    List,
    Paragraph,
    Quote,
    Span,
    Table,
)
from reader.text.clean import clean, safe_url
from reader.text.flat import leaves, spans_of
from reader.text.html import strip_tags, text_document, text_source, to_document
from reader.text.render import as_html, as_markdown, as_text, plain
from tests.text.strategies import nested_words, soup

DATA = Path(__file__).parent / "data"
BASE = "https://a.example/"


def depth(blocks: tuple[Block, ...]) -> int:
    deepest, waiting = 0, [(block, 1) for block in blocks]
    while waiting:
        block, level = waiting.pop()
        deepest = max(deepest, level)
        inner = block.blocks if isinstance(block, Quote) else ()
        if isinstance(block, List):
            inner = tuple(part for item in block.items for part in item)
        waiting.extend((part, level + 1) for part in inner)
    return deepest


def check(document: Document) -> None:
    """Hold a document to everything the model promises."""
    for url in document.links:
        assert safe_url(url) == url
    assert len(set(document.links)) == len(document.links)
    for leaf in leaves(document.blocks):
        for spans in spans_of(leaf):
            for span in spans:
                assert span.text == clean(span.text)
                assert -1 <= span.link < len(document.links)
        match leaf:
            case Paragraph(spans=spans) | Heading(spans=spans):
                assert "".join(span.text for span in spans).strip()
            case Figure(url=url, alt=alt):
                assert (safe_url(url), clean(alt)) == (url, alt)
            case Table(rows=rows):
                assert {len(row) for row in rows} == {len(rows[0])}
            case Code(text=text):
                assert "\t" not in text
            case Embed(link=link):
                assert link >= 0
    assert depth(document.blocks) <= 200
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(document), type=Document) == document


@pytest.mark.parametrize("name", sorted(path.stem for path in DATA.glob("*.html")))
def test_twins(name: str) -> None:
    expected = importlib.import_module(f"tests.text.data.{name}").expected
    actual = to_document((DATA / f"{name}.html").read_text(encoding="utf-8"), base=BASE)
    assert expected == actual
    check(actual)


@given(soup)
@settings(max_examples=400, deadline=None)
def test_soup_becomes_a_sound_document(html: str) -> None:
    check(to_document(html, base=BASE))


@given(st.text())
@settings(deadline=None)
def test_any_text_becomes_a_sound_document(text: str) -> None:
    check(to_document(text, base=BASE))
    check(text_document(text))


@given(nested_words())
@settings(deadline=None)
def test_every_word_is_kept_in_order(case: tuple[str, list[str]]) -> None:
    html, said = case
    assert said == plain(to_document(html)).split()


@given(st.text())
@settings(deadline=None)
def test_plain_text_can_be_read_again_from_its_source(text: str) -> None:
    assert text_document(text) == to_document(text_source(text)) or text_source(text) == ""


@pytest.mark.parametrize("tag", ["div", "blockquote", "b", "span", "ul", "li", "table", "q"])
@pytest.mark.parametrize("levels", [150, 255, 400, 1000, 10_000])
def test_no_depth_loses_the_text(tag: str, levels: int) -> None:
    document = to_document(f"<p>before</p>{f'<{tag}>' * levels}TEXT{f'</{tag}>' * levels}<p>after</p>")
    check(document)
    assert plain(document).replace("“", "").replace("”", "").split() == ["before", "TEXT", "after"]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("", ()),
        ("   \n ", ()),
        ("<!-- nothing -->", ()),
        ("<p></p><div> &nbsp; </div>", ()),
        ("Fast &amp; Furious &lt;3\nagain", (Paragraph((Span("Fast & Furious <3 again"),)),)),
        ("one\n \ntwo", (Paragraph((Span("one"),)), Paragraph((Span("two"),)))),
        ("<b>one</b>\n\ntwo", (Paragraph((Span("one", 1),)), Paragraph((Span("two"),)))),
        ("a<script>x", (Paragraph((Span("a"),)),)),
        ("a < b and c > d <b>e</b>", (Paragraph((Span("a < b and c > d "), Span("e", 1))),)),
        ("<p>curly &#147;quotes&#148; of old</p>", (Paragraph((Span("curly “quotes” of old"),)),)),
        ("<![CDATA[<p>twice wrapped</p>]]>", (Paragraph((Span("twice wrapped"),)),)),
        ("<svg><p>an unclosed drawing</p>", (Paragraph((Span("an unclosed drawing"),)),)),
    ],
)
def test_small_bodies(html: str, expected: tuple[Block, ...]) -> None:
    assert expected == to_document(html).blocks


def test_a_form_nobody_closed_keeps_the_article() -> None:
    text = "word " * 100
    assert plain(to_document(f"<form><p>{text}</p>")) == text.strip()
    assert to_document("<form><p>Subscribe!</p></form>") == Document()


def test_a_base_in_the_body_counts() -> None:
    body = '<base href="https://b.example/d/"><p><a href="x">x</a></p>'
    assert to_document(body, base=BASE).links == ("https://b.example/d/x",)
    assert to_document(body.replace("https", "javascript"), base=BASE).links == ("https://a.example/x",)


@pytest.mark.parametrize(
    "last",
    [
        'The post <a href="/x">X</a> appeared first on <a href="/">Y</a>.',
        "Der Beitrag X erschien zuerst auf Y.",
        "L’article X est apparu en premier sur Y.",
        "La entrada X se publicó primero en Y.",
        "L'articolo X proviene da Y.",
        "Het bericht X verscheen eerst op Y.",
        "O post X apareceu primeiro em Y.",
    ],
)
def test_the_line_that_blogs_append_is_dropped(last: str) -> None:
    expected = to_document('<p>Text <a href="/kept">kept</a>.</p>', base=BASE)
    assert expected == to_document(f'<p>Text <a href="/kept">kept</a>.</p><p>{last}</p>', base=BASE)
    inside = to_document(f"<p>{last}</p><p>Then more.</p>")
    assert len(inside.blocks) == 2


def test_plain_text_keeps_lines_and_finds_links() -> None:
    expected = Document(
        (
            Paragraph(
                (Span("Trailer:\n"), Span("https://b.example/a_(b)", link=0), Span(".\nmore <b>&amp;"))
            ),
            Paragraph((Span("Next."),)),
            Embed("video", "youtube.com", 1),
        ),
        ("https://b.example/a_(b)", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"),
    )
    text = "Trailer:\nhttps://b.example/a_(b).\r\nmore <b>&amp;\n\n\nNext.\n\nhttps://youtu.be/dQw4w9WgXcQ\n"
    assert expected == text_document(text)


def test_words_that_run_into_the_address_of_a_video_are_no_video() -> None:
    text = "Watch:https://youtu.be/dQw4w9WgXcQ"
    expected = Document(
        (Paragraph((Span("Watch:"), Span("https://youtu.be/dQw4w9WgXcQ", link=0))),),
        ("https://youtu.be/dQw4w9WgXcQ",),
    )
    assert expected == to_document(f"<p>{text}</p>", base="https://a.example/") == text_document(text)


def test_tags_stripped_without_a_tree() -> None:
    html = "<div>one<br>two</div><script>if (a < b) x</script><p>three &amp; <b>four</b> < five</p><style>x"
    assert strip_tags(html).split() == ["one", "two", "three", "&", "four", "<", "five"]


N = 30_000


@pytest.mark.parametrize(
    "html",
    [
        "x<wbr>" * N,
        "<b>x</b>" * N,
        "<form>" * N + "too little to be an article",
        "<form>" * N + "word " * 100,
        "<svg>" * N + "<p>x",
        '<blockquote class="twitter-tweet">' * N + "x" + "<a>" * N,
        '<a href="https://youtu.be/dQw4w9WgXcQ"><i>' * N + "x",
        "<object data=/x>" * N + "x",
        "<table><tr><td>" * N + "x",
        "<table>" + "<tr><td colspan=100 rowspan=100>x" * N,
        "<table><tr>" + "<td>x" * N,
        "<ul><li>" * N + "x",
        "<figure><figcaption>" * N + "x",
        "x<p " + " ".join(f"a{number}=1" for number in range(N)) + ">y</p>",
        "https://a.example/" + ")" * N,
        "(https://a.example/" * N + "<br>",
        "<" * N + "<b>x",
        "<!--" * N + "x<b>",
        "&#x9;&nbsp;" * N + "x<br>",
        "\n " * N + "<b>x",
        "<script>" * N + "</script>x<b>",
        "e\u0301" * N + "<b>x",
        "x" + "\u0301" * N + "<b>x",
        "<br>" * N + "x",
        "<pre>" + "<div>x" * N,
        '<img srcset="' + "a 1x, " * N + '">x',
    ],
    ids=range(26),
)
def test_no_body_takes_the_square_of_its_size(html: str) -> None:
    started = process_time()
    document = to_document(html, base=BASE)
    for render in (as_text, as_markdown, as_html, plain):
        render(document)
    assert process_time() - started < 3
    check(document)
    assert document.blocks or html.startswith(("<!--", "<form><form>"))


def test_rendering_needs_no_lxml() -> None:
    code = (
        "import sys, reader.text.render, reader.text.clean, reader.text.intake\nprint('lxml' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"


def test_a_link_in_two_styles_stays_one_link() -> None:
    html = '<p>See <a href="https://a.example/">the <em>Dune</em> story</a>.</p>'
    expected = (
        Span("See "),
        Span("the ", 0, 0),
        Span("Dune", EMPHASIS, 0),
        Span(" story", 0, 0),
        Span("."),
    )
    assert (Paragraph(expected),) == to_document(html).blocks


def test_a_pictures_address_that_was_escaped_twice_is_as_meant() -> None:
    html = '<img src="/a.jpg?w=600&amp;amp;h=400" alt="A">'
    (figure,) = to_document(html, base="https://film.example/").blocks
    assert figure == Figure("https://film.example/a.jpg?w=600&h=400", "A")


@pytest.mark.parametrize(
    "html",
    [
        '<div><img src="/a.jpg" alt="A"><figcaption>The steps.</figcaption></div>',
        '<img src="/a.jpg" alt="A"><div class="body-img-caption">The steps.</div>',
        '<p><img src="/a.jpg" alt="A"></p><p class="image-caption">The steps.</p>',
    ],
)
def test_a_caption_belongs_to_the_picture_over_it(html: str) -> None:
    (figure,) = to_document(html, base="https://film.example/").blocks
    assert figure == Figure("https://film.example/a.jpg", "A", (Span("The steps."),))


def test_a_box_called_caption_that_holds_a_picture_is_none() -> None:
    html = '<img src="/a.jpg" alt="A"><div class="with-caption"><img src="/b.jpg" alt="B"> Words.</div>'
    blocks = to_document(html, base="https://film.example/").blocks
    assert [type(block) for block in blocks] == [Figure, Figure, Paragraph]


def test_a_quotation_in_an_aside_is_a_pull_quote() -> None:
    (quote,) = to_document("<aside><blockquote>She films sand.</blockquote></aside>", base=None).blocks
    assert quote == Quote((Paragraph((Span("She films sand."),)),), pull=True)


def test_the_mark_of_a_footnote_is_no_number_of_a_link() -> None:
    html = 'Announced.<sup><a href="#fn1">1</a></sup> <a href="#top">Up</a> in <a href="#y">2026</a>'
    (paragraph,) = to_document(html, base="https://film.example/").blocks
    assert paragraph == Paragraph((Span("Announced."), Span("(1)", SUPERSCRIPT), Span(" Up in 2026")))
