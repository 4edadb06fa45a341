"""Which texts of feeds are only teasers: rules measured on feeds of film sites and of blogs."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.feeds.parse import parse
from reader.incoming import Entry
from reader.text.html import to_document
from reader.text.intake import clean_feed
from reader.text.render import words
from reader.text.teaser import BREAKS_OFF, SHORT, ends_open, is_teaser
from reader.text.teaser import LONG as LONG_TEASER

LONG = "The harbour hums and the choir answers it, as it has done each night since the cannery closed. " * 12


@pytest.mark.parametrize(
    ("html", "teaser"),
    [
        ("", True),
        ("<p>Two lines and no more.</p>", True),
        (f"<p>{LONG}</p>", False),
        (f"<p>{LONG} and then the […]</p>", True),
        (f"<p>{LONG} and then the […]</p><p>The post <a href='/1'>Choir</a> appeared first on "
         "<a href='/'>Lanternlight</a>.</p>", True),
        (f"<p>{LONG}</p><p>The post Choir appeared first on Lanternlight.</p>", False),
        (f"<p>{LONG} And so it was...See full article at Lanternlight.com</p>", True),
        (f"<p>{LONG} She wrote the full article. Then she slept.</p>", False),
        (f"<p>{LONG}</p><p><a href='https://film.example/1'>Read more »</a></p>", True),
        (f"<p>{LONG}</p><p>Continue reading at Lanternlight…</p>", True),
        (f"<p>{LONG}</p><p>She would read more. Then she slept for a day.</p>", False),
        (f"<p>{LONG * 4}</p><p>And so it goes on…</p>", False),
    ],
)  # fmt: skip
def test_a_teaser_is_short_or_breaks_off(html: str, teaser: bool) -> None:
    assert is_teaser(to_document(html)) is teaser


PIECES = st.sampled_from(
    (
        "…",
        "...",
        "[…]",
        "(more)",
        "read on",
        "Read the whole",
        "Story",
        "full ",
        "keep reading",
        "after the jump",
    )
) | st.sampled_from(("click here", " ", "\u2003", "»", ". ", ".", "\n", "word", " word" * 20, "." * 200))


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=9).map("".join))
def test_the_end_of_a_text_says_as_much_as_the_whole(text: str) -> None:
    assert ends_open(text) is (BREAKS_OFF.search(text) is not None)


def entries(folder: Path, pattern: str) -> list[Entry]:
    feeds = (parse(file.read_bytes(), url="https://x.example") for file in sorted(folder.glob(pattern)))
    return [each for feed in feeds for each in clean_feed(feed, url="https://x.example", now=0).entries]


def test_every_entry_of_the_film_captures_is_a_teaser(shared: Path) -> None:
    found = entries(shared / "corpora" / "feeds-film-captures" / "files", "*.xml")
    assert (len(found), [each.title for each in found if not is_teaser(each.document)]) == (17, [])


def test_every_item_of_film_news_that_an_aggregator_cut_off_is_a_teaser(shared: Path) -> None:
    """100 captured items of four outlets, about 500 characters each: 66 are as long as a short article."""
    files = (shared / "corpora" / "feeds-film-captures" / "files").glob("*.json")
    items = [item for file in sorted(files) for item in json.loads(file.read_text("utf-8"))]
    found = [to_document(f"<p>{escape(item['description'])}</p>") for item in items]
    short = sum(words(each) < SHORT for each in found)
    assert (len(found), short, sum(map(is_teaser, found))) == (100, 20, 100)


def test_whole_posts_of_a_blog_with_short_ones_are_no_teasers(shared: Path) -> None:
    """What is as long as a long teaser, and ends as itself."""
    found = entries(shared / "corpora" / "feeds-netnewswire" / "files", "**/DaringFireball.atom")
    whole = [each for each in found if SHORT <= words(each.document) < LONG_TEASER]
    assert (len(whole), [each.title for each in whole if is_teaser(each.document)]) == (22, [])
