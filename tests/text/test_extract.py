"""The article in a page: what is kept, what goes, what the page says about it, and why there may be none."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.extract import extract
from reader.text.html import to_document
from reader.text.render import as_text, plain
from tests.pages import FilmPage, crossed_pages, film_pages, kept, whole_pages

URL = "https://film.example/2026/10/salt-choir.html"
FORTY = list(film_pages())
WHOLE = list(whole_pages())
PAGES = list({page.name: page for page in (*FORTY, *crossed_pages())}.values())
PROSE = [
    f"Paragraph {number} of the piece tells of the harbour, the choir, and the {number} boats that listened."
    for number in range(1, 40)
]


def page(body: str, head: str = "") -> str:
    return f"<html><head><title>The Salt Choir</title>{head}</head><body>{body}</body></html>"


def linked(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def article(count: int) -> str:
    return (
        "<article><h1>The Salt Choir</h1>"
        + "".join(f"<p>{text}</p>" for text in PROSE[:count])
        + "</article>"
    )


@pytest.mark.parametrize("film", PAGES, ids=lambda film: film.name)
def test_film_pages_keep_their_shape_and_lose_what_is_around_them(film: FilmPage) -> None:
    document = extract(film.html, url=URL).document
    text = " ".join(plain(document).split())
    missed = [mark for mark in film.keep if not kept(document, *mark)]
    assert len(missed) <= max(1, 0.1 * len(film.keep)), missed
    left = [sentence for sentence in film.drop if " " in sentence and sentence in text]
    assert len(left) <= 1, left


def test_hardly_anything_around_the_articles_is_left() -> None:
    texts = [(film, " ".join(plain(extract(film.html, url=URL).document).split())) for film in FORTY]
    left = [
        sentence for film, text in texts for sentence in film.drop if " " in sentence and sentence in text
    ]
    assert len(left) <= 0.2 * len(FORTY), left


def test_whole_pages_keep_nearly_everything_and_leave_little() -> None:
    texts = [(film, extract(film.html, url=URL).document) for film in WHOLE]
    found = [kept(document, *mark) for film, document in texts for mark in film.keep]
    left = [
        sentence
        for film, document in texts
        for sentence in film.drop
        if " " in sentence and sentence in " ".join(plain(document).split())
    ]
    assert sum(found) >= 0.95 * len(found)
    assert len(left) <= len(WHOLE), left


def test_prose_speaks_where_a_choice_is_little_beside_it() -> None:
    story = "".join(
        f'<div class="step"><div><h2>Step {at}</h2><div>{text}</div></div></div>'
        for at, text in enumerate(PROSE)
    )
    praise = "<p>A short word of praise for the paper, for the people who make it and for its readers.</p>"
    aside = f"<article><h2>Readers say</h2>{praise * 4}</article>"
    text = plain(extract(page(aside + f"<div id=a>{story}</div>"), url=URL).document)
    assert [line for line in PROSE if line not in text] == []


def test_what_is_hidden_goes_but_a_slide_waits_for_its_turn() -> None:
    slides = "".join(
        f'<div class="slide"{" style=display:none" if at else ""}><p>{text}</p></div>'
        for at, text in enumerate(PROSE[:6])
    )
    hidden = (
        '<p style="display: none">Nobody was ever meant to read this sentence on the page of the choir.</p>'
    )
    text = plain(extract(page(f"<article>{article(6)}{hidden}{slides}</article>"), url=URL).document)
    assert "Nobody was ever" not in text
    assert [line for line in PROSE[:6] if line not in text] == []


def test_a_date_goes_over_the_text_and_stays_in_it() -> None:
    lines = ("10 October 2026, 09:12", PROSE[0], "Opens: 12.11.2026, 20:00", PROSE[1])
    body = f"<article>{''.join(f'<p>{line}</p>' for line in lines)}</article>"
    assert plain(extract(page(body), url=URL).document).split("\n") == [
        PROSE[0],
        "Opens: 12.11.2026, 20:00",
        PROSE[1],
    ]


def test_a_standfirst_is_kept_under_the_names() -> None:
    body = f'<article><h1>The Salt Choir</h1><p>By Ana Ruiz</p><div class="dek">{PROSE[20]}</div>'
    body += "".join(f"<p>{text}</p>" for text in PROSE[:9]) + "</article>"
    text = plain(extract(page(body), url=URL).document)
    assert PROSE[20] in text


def test_nearly_all_marks_of_all_film_pages_are_kept() -> None:
    found = [kept(extract(film.html, url=URL).document, *mark) for film in FORTY for mark in film.keep]
    assert len(FORTY) == 40
    assert sum(found) >= 0.95 * len(found)


def test_the_source_reads_as_the_document_again() -> None:
    for film in PAGES[::7]:
        found = extract(film.html, url=URL)
        assert to_document(found.source, base=URL) == found.document


def test_metadata_comes_from_json_ld_first() -> None:
    data = {
        "@graph": [
            {"@type": "Organization", "name": "Lanternlight"},
            {
                "@type": ["NewsArticle"],
                "headline": "The choir &amp; the sea",
                "datePublished": "2026-10-04T09:30:00+02:00",
                "author": [{"name": "Ines Okafor"}, {"name": "By Jonas Wray"}],
                "image": {"url": "/lead.jpg"},
                "articleSection": ["Film", "Reviews"],
            },
        ]
    }
    head = f'{linked(data)}<meta property="og:title" content="Other">'
    found = extract(page(article(12), head), url=URL)
    assert found.title == "The choir & the sea"
    assert found.authors == ("Ines Okafor", "Jonas Wray")
    assert found.published == 1791099000
    assert found.image == "https://film.example/lead.jpg"
    assert found.section == "Film"


def test_metadata_comes_from_open_graph_where_json_ld_is_broken() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", </script>'
        '<meta property="og:title" content="The Salt Choir opens"><meta name="author" content="Ines Okafor">'
        '<meta property="article:published_time" content="2026-10-04">'
        '<meta property="article:section" content="News">'
        '<meta property="og:image" content="javascript:alert(1)">'
    )
    found = extract(page(article(12), head), url=URL)
    assert (found.title, found.authors, found.published) == (
        "The Salt Choir opens",
        ("Ines Okafor",),
        1791072000,
    )
    assert (found.section, found.image) == ("News", None)


def test_the_text_in_json_ld_is_taken_where_the_page_shows_only_its_beginning() -> None:
    data = {"@type": "NewsArticle", "articleBody": "\n\n".join(PROSE[:30])}
    found = extract(page(article(6), linked(data)), url=URL)
    assert plain(found.document) == "\n".join(PROSE[:30])
    assert found.problem is None


def test_videos_are_gathered_as_links() -> None:
    players = (
        '<iframe src="https://www.youtube.com/embed/aaaaaaaaaaa?rel=0"></iframe>'
        '<iframe src="https://player.vimeo.com/video/123456"></iframe><iframe src="https://ads.example/x"></iframe>'
    )
    body = article(12).replace("<p>Paragraph 5", players + "<p>Paragraph 5")
    found = extract(page(body), url=URL)
    assert found.videos == ("https://www.youtube.com/watch?v=aaaaaaaaaaa", "https://vimeo.com/123456")


NOT_FREE = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>'


@pytest.mark.parametrize(
    ("html", "url", "problem"),
    [
        (page(article(30)), URL, None),
        (page(article(6), NOT_FREE), URL, "paywall"),
        (page(article(4) + "<div><p>Subscribe to continue reading this story.</p></div>"), URL, "paywall"),
        (page(article(4) + "<div class='article-paywall'></div>"), URL, "paywall"),
        (page("<p>We value your privacy. Accept all cookies?</p>"), URL, "consent"),
        (page("<p>Hello.</p>"), "https://consent.film.example/?to=x", "consent"),
        (page("<div id=root></div><script>start()</script>"), URL, "script-only"),
        (page("<noscript>Please enable JavaScript to read on.</noscript>"), URL, "script-only"),
        (page("<h1>Just a moment...</h1>"), URL, "script-only"),
        (page("<p>Nothing here.</p>"), URL, "empty"),
        ("", URL, "empty"),
        ("no markup at all", URL, "empty"),
    ],
)
def test_what_stands_in_the_way_is_named(html: str, url: str, problem: str | None) -> None:
    assert extract(html, url=url).problem == problem


@settings(max_examples=40, deadline=None)
@given(st.text("<>/pdivahref=\"' \n&;&#27;x{}[]tabl", max_size=400))
def test_no_page_is_too_broken(junk: str) -> None:
    found = extract(page(article(8) + junk) if len(junk) % 2 else junk, url=URL)
    assert "\x1b" not in as_text(found.document)


def test_a_deep_page_is_read_or_given_up() -> None:
    deep = "<div>" * 3000 + "<p>" + " ".join(PROSE) + "</p>" + "</div>" * 3000
    assert extract(page(deep), url=URL).problem in (None, "empty", "script-only")
