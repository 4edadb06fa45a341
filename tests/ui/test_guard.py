"""The spoiler guard on the screen: what it hides is said nowhere, until it is revealed or lifted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from reader.library import Library
from reader.model import Document, Enclosure, Paragraph, Span, View
from reader.news import Follow
from reader.ui.messages import RefreshEvent
from tests.library.test_news import NOW, fill
from tests.library.test_reading import REVIEW, publish
from tests.ui.conftest import Reader, Start

MASKED = "The Salt Road: review"
HIDES = "The spoiler guard hides this article: . shows it all the same."
ADDRESS = "https://other.test/the-salt-road-who-dies"
TEXT = Document(
    blocks=(Paragraph((Span("In the end the camel dies; see "), Span("how it dies", 0, 0), Span("."))),),
    links=("https://other.test/how",),
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """The news of one morning, and a review of a film that is guarded."""
    with Library(tmp_path / "library.db", clock=lambda: NOW) as library:
        fill(library)
        trailer = Enclosure(url=f"{ADDRESS}.mp4", type="video/mp4")
        publish(library, REVIEW, url=ADDRESS, document=TEXT, enclosures=(trailer,))
        library.follow("The Salt Road", kind="film", guard="on")
        yield library


@pytest.fixture
def review(library: Library) -> int:
    return next(each.id for each in library.search("is:guarded") if each.title == REVIEW)


async def to_review(reader: Reader, review: int) -> None:
    """Put the cursor on the review."""
    rows = reader.main.list
    at = next(n for n in range(rows.length) if (row := rows.row(n)) and row.id == review)
    await reader.press("g", "g", *("j",) * at)


def gives_away(reader: Reader) -> bool:
    """Whether anything on the screen, or that the status line said, tells what happens."""
    said = "\n".join((reader.screen_text(), *reader.main.status.before))
    return any(word in said for word in ("who dies", "who-dies", "camel", "how it dies"))


async def test_a_text_that_is_made_meanwhile_stays_hidden(start: Start, review: int) -> None:
    async with start(stories=False) as reader:
        await to_review(reader, review)
        await reader.press("enter")
        assert reader.shown == MASKED
        reader.main.post_message(RefreshEvent({"event": "searchable"}))
        await reader.settle()
        assert (reader.shown, gives_away(reader)) == (MASKED, False)
        await reader.press(".")
        assert reader.shown == REVIEW
