"""Real feeds and hostile ones, through the real parser and the whole intake."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from reader.errors import ParseError
from reader.feeds.parse import parse
from reader.incoming import Entry
from reader.text.clean import clean, safe_url
from reader.text.flat import leaves
from reader.text.intake import clean_feed
from reader.text.render import as_html, as_markdown, as_text, lead, plain, words
from tests.text.test_html import check

NOW = 1_790_000_000
URL = "https://a.example/feed"
BIGGEST = 150_000
"""Bytes of the largest capture read here: the larger ones are as the smaller, only slower."""


def entries(path: Path) -> tuple[Entry, ...]:
    return clean_feed(parse(path.read_bytes(), url=URL), url=URL, now=NOW).entries


def test_every_real_body_becomes_a_sound_document(shared: Path) -> None:
    corpora = shared / "corpora"
    names = (corpora / "real_captures.txt").read_text().split("\n")
    paths = [path for name in names if name and (path := corpora / name).stat().st_size < BIGGEST]
    seen: Counter[str] = Counter()
    for path in paths:
        try:
            found = entries(path)
        except ParseError:
            continue
        for entry in found:
            check(entry.document)
            assert clean(entry.title) == entry.title != ""
            assert lead(entry.document, 100) != "" or not words(entry.document)
            seen.update(type(leaf).__name__ for leaf in leaves(entry.document.blocks))
            seen["entries"] += 1
    assert {kind for kind, count in seen.items() if count < 10} <= {"Table", "Rule"}
    assert seen["entries"] > 1500
    assert seen["Paragraph"] > 5 * seen["Figure"] > 0


HOSTILE = ["html_deep10k", "html_evil", "id_200k", "id_missing_nolink", "xmlbase"]


@pytest.mark.parametrize("kind", ["html", "term", "markup", "link", "id", "date"])
def test_hostile_feeds_come_out_clean(shared: Path, kind: str) -> None:
    for path in sorted((shared / "corpora" / "hostile-made-here" / "files").glob(f"{kind}_*.xml")):
        for entry in entries(path):
            check(entry.document)
            document = entry.document
            written = [render(document) for render in (as_text, as_markdown, as_html, plain)]
            for text in [entry.title, entry.summary, entry.guid or "", *written]:
                assert text == clean(text), path.name
            assert entry.url is None or safe_url(entry.url) == entry.url
            assert entry.published is None or 631_152_000 <= entry.published <= NOW + 86_400


def only(shared: Path, name: str) -> Entry:
    return entries(shared / "corpora" / "hostile-made-here" / "files" / f"{name}.xml")[0]


def test_deep_html_keeps_its_text(shared: Path) -> None:
    assert plain(only(shared, "html_deep10k").document) == "TEXT"


def test_evil_html_is_harmless_and_not_lost(shared: Path) -> None:
    text = as_text(only(shared, "html_evil").document)
    assert "alert" not in text
    assert [word for word in ("TEXT", "1 | 2", "&bogus;[31m") if word not in text] == []


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, "[/] x"), (1, "[/red] x"), (2, "[@click=app.quit()]x[/]"), (7, "[Live] Variety"), (8, "[$foo]")],
)
def test_markup_is_only_text(shared: Path, number: int, expected: str) -> None:
    assert only(shared, f"markup_{number:02}").title == f"MARK {expected}"
