"""Which texts of feeds are only teasers: rules measured on feeds of film sites and of blogs."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.feeds.parse import parse
from reader.text.html import to_document
from reader.text.intake import clean_feed
from reader.text.teaser import is_teaser

LONG = "The harbour hums and the choir answers it, as it has done each night since the cannery closed. " * 12


@pytest.mark.parametrize(
    ("html", "teaser"),
    [
        ("", True),
        ("<p>Two lines and no more.</p>", True),
        (f"<p>{LONG}</p>", False),
        (f"<p>{LONG} and then the […]</p>", True),
        (f"<p>{LONG}</p><p><a href='https://film.example/1'>Read more »</a></p>", True),
        (f"<p>{LONG}</p><p>Continue reading at Lanternlight…</p>", True),
        (f"<p>{LONG}</p><p>She would read more. Then she slept for a day.</p>", False),
        (f"<p>{LONG * 4}</p><p>And so it goes on…</p>", False),
    ],
)  # fmt: skip
def test_a_teaser_is_short_or_breaks_off(html: str, teaser: bool) -> None:
    assert is_teaser(to_document(html)) is teaser


def test_every_entry_of_the_film_captures_is_a_teaser(shared: Path) -> None:
    for file in (shared / "corpora" / "feeds-film-captures" / "files").glob("*.xml"):
        feed = clean_feed(parse(file.read_bytes(), url="https://x.example"), url="https://x.example", now=0)
        assert feed.entries
        assert [entry.title for entry in feed.entries if not is_teaser(entry.document)] == []
