"""What keys do with the article in hand: wide tables scrolled, the measure kept, a file saved."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.document import Document, Paragraph, Span, Table
from reader.incoming import ParsedFeed
from reader.library import Library
from reader.text.naming import file_name
from reader.ui.saving import save
from tests.ui.conftest import NOW, Start, answer, entry
from tests.ui.stage import article

WIDE = Table(tuple(tuple((Span(f"{column}-{'x' * 14}"),) for column in range(12)) for _ in range(3)), 1)


@pytest.fixture
def with_table(library: Library) -> Library:
    """The filled library, and an article with a table no pane is wide enough for."""
    feed = library.find_feed("Slate Line")
    table = entry("A table of everything", NOW - 10, 99)
    text = Document(blocks=(Paragraph((Span("Wide."),)), WIDE))
    entries = (msgspec.structs.replace(table, document=text),)
    library.save_feed(feed.id, ParsedFeed(format="rss 2.0", title=feed.title, entries=entries), answer())
    return library


async def test_a_wide_table_is_scrolled_and_comes_back(start: Start, with_table: Library) -> None:
    async with start() as reader:
        await reader.press("enter")
        assert reader.shown == "A table of everything"
        assert " 0-xxxx" in reader.screen_text()
        await reader.press(*[">"] * 20)
        text = reader.screen_text()
        assert (" 0-xxxx" in text, "11-xxxx" in text) == (False, True)
        await reader.press(*["<"] * 20)
        assert " 0-xxxx" in reader.screen_text()
        await reader.press("h", "j", "enter", ">")
        assert reader.status == "Nothing here is wider than the pane."


@pytest.mark.parametrize(("measure", "widest"), [(44, 44), (60, 60), (120, 120)])
async def test_the_measure_is_as_set(start: Start, measure: int, widest: int) -> None:
    async with start(size=(260, 40), measure=measure) as reader:
        await reader.press("enter")
        lines = reader.main.article_view.lines
        assert widest - 12 < max(line.cells for line in lines) <= widest


async def test_an_article_is_saved_once_and_never_over_another(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    async with start() as reader:
        await reader.press("S")
        await reader.settle()
        (file,) = (tmp_path / "here").iterdir()
        assert reader.status == f"Saved as {file}"
        head, byline, first = file.read_text().split("\n\n")[:3]
        title = "Mann says Heat 2 is what he shoots next"
        assert head == f"# [{title}](https://example.org/1)"
        assert byline == "The Backlot Reporter · Ana Ruiz · 12 Oct 2026, 09:40"
        assert (
            first
            == f"{title}: so it begins, and the [novel](https://example.org/one) goes both ways in time."
        )
        file.write_text("mine")
        await reader.press("S")
        assert reader.status == f"{file} is there already and was left as it is."
        assert file.read_text() == "mine"


async def test_where_nothing_can_be_written_that_is_said(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    async with start() as reader:
        await reader.press("S")
        await reader.settle()
        assert reader.status == (
            "The article could not be saved here (No such file or directory);"
            " start Newsreel in another folder."
        )


def test_a_planted_link_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    known = article(title="../../etc/passwd")
    first = Path(save(known, Document()).removeprefix("Saved as "))
    assert (first.parent, first.name[:11]) == (tmp_path, "etc-passwd-")
    first.unlink()
    first.symlink_to(tmp_path / "elsewhere")
    assert save(known, Document()) == f"{first} is there already and was left as it is."
    told = save(known, Document(), hidden=True)
    assert told == f"Its file in {first.parent} is there already and was left as it is."
    assert not (tmp_path / "elsewhere").exists()


@given(st.text(max_size=200))
def test_names_are_plain_and_short(title: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*-[0-9a-f]{8}\.md", file_name(title, title, "md"))
    assert len(file_name(title, title, "md")) <= 72


def test_names_are_read_at_a_glance() -> None:
    assert file_name("Amélie’s Café: “Heat 2”, again", "x", "md") == "amelies-cafe-heat-2-again-2d711642.md"
    assert file_name("映画館の灯り", "x", "md") == "article-2d711642.md"
