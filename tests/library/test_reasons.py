"""Why a search found an article: the headline where that says it, else a passage of the text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.document import Document, Paragraph, Quote, Span
from reader.incoming import Entry, ParsedFeed
from reader.library import Library
from reader.rowstory import Reason
from reader.store.values import Answer
from tests.made import begun

TITLE = "Venice names\u200b its opening film"
TEXT = Document(
    (
        Paragraph((Span("Nothing of note."),)),
        Quote((Paragraph((Span("A pull quote of a lion"),)),), pull=True),
        Paragraph((Span("The golden "), Span("lion", 1), Span(" went to Amélie’s sequel."))),
    )
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(begun(tmp_path / "library.db")) as library:
        feed = library.subscribe("https://film.test/feed")
        said = Entry(
            guid="1", url=None, title=TITLE, authors=("Ana Ruiz",), categories=("Festivals",), document=TEXT
        )
        library.save_feed(feed.id, ParsedFeed(format="rss", title="F", entries=(said,)), Answer(next_due=9))
        yield library


def reason(library: Library, query: str, **how: bool) -> Reason:
    return library.reasons(query).of(library.rows([1])[0], **how)


def said(found: Reason) -> tuple[list[str], str, list[str]]:
    """The words set off in the headline, the passage, and those set off in that."""
    title = TITLE.replace("\u200b", "")
    passage = found.passage
    return [title[a:b] for a, b in found.title], passage, [passage[a:b] for a, b in found.marks]


SEQUEL = "The golden lion went to Amélie’s sequel."


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("venice opening", (["Venice", "opening"], "", [])),
        ("lion", ([], SEQUEL, ["lion"])),
        ("venice lion", (["Venice"], SEQUEL, ["lion"])),
        ('"golden lion" -jury', ([], SEQUEL, ["golden lion"])),
        ("amelie title:venice", (["Venice"], SEQUEL, ["Amélie"])),
        ("title:venice", (["Venice"], "", [])),
        ("body:venice", ([], "", [])),
        ("ruiz", ([], "by Ana Ruiz", ["Ruiz"])),
        ("author:ana", ([], "by Ana Ruiz", ["Ana"])),
        ("category:festivals", ([], "in Festivals", ["Festivals"])),
        ("is:unread", ([], "", [])),
        ("pull", ([], "", [])),
    ],
)
def test_why_an_article_was_found(
    library: Library, query: str, expected: tuple[list[str], str, list[str]]
) -> None:
    assert said(reason(library, query)) == expected


def test_where_no_passage_is_asked_for_no_text_is_read(library: Library) -> None:
    assert reason(library, "venice lion", passage=False) == Reason(title=((0, 6),))


def test_of_an_article_that_is_gone_its_headline_says_it(library: Library) -> None:
    (row,) = library.rows([1])
    library._db.connection().execute("UPDATE body SET tree = x'00'")
    assert library.reasons("venice lion").of(row) == Reason(title=((0, 6),))
