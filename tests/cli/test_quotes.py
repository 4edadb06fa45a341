"""Quotes that were kept, in what commands print and write, and take in again."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from reader import paths
from reader.library import Library
from tests.cli.conftest import NOW, Newsreel

ONE, TWO = "Ferrari first, then *this*.", "He gave the order\n\nof work."
SAID = [{"text": text, "kept_at": "2023-10-10T15:00:00Z"} for text in (TWO, ONE)]


@pytest.fixture
def quoted(library: Path) -> Path:
    """Article 3 with two quotes, the later of the text kept first; it is bookmarked with a note."""
    with Library(paths.find().library, clock=lambda: NOW) as opened:
        opened.bookmark(3, tags=["mann"], note="for the essay")
        opened.keep_quote(3, ONE, place=30)
        opened.keep_quote(3, TWO, place=0)
    return library


def test_show_prints_them_below_the_note(quoted: Path, newsreel: Newsreel) -> None:
    shown = newsreel("show", "3").out.split("\n\n")
    assert shown[0].endswith("\n#mann  for the essay")
    assert shown[1:-1] == ["> He gave the order\n>\n> of work.", f"> {ONE}"]
    assert newsreel("show", "3", "--json").json["quotes"] == SAID
    assert newsreel("show", "2", "--json").json["quotes"] == []


def test_the_list_of_bookmarks_counts_them_and_its_json_has_them(quoted: Path, newsreel: Newsreel) -> None:
    assert newsreel("bookmarks").out.endswith(" · #mann · for the essay · 2 quotes\n")
    (saved,) = newsreel("bookmarks", "--json").json
    assert saved["quotes"] == SAID


def test_a_query_finds_their_words(quoted: Path, newsreel: Newsreel) -> None:
    with Library(paths.find().library) as opened:
        opened.keep_quote(2, "A gondola")
    assert [each["article_id"] for each in newsreel("bookmarks", "gondola", "--json").json] == [2]


@pytest.mark.parametrize(
    ("form", "written"),
    [
        ("markdown", "> \\#mann\n>\n> for the essay\n\n> He gave the order\n>\n> of work.\n\n"
                     "> Ferrari first, then \\*this\\*.\n\nHe gave the order of work"),
        ("html", "<blockquote>\n<p>#mann</p>\n<p>for the essay</p>\n</blockquote>\n"
                 "<blockquote>\n<p>He gave the order</p>\n<p>of work.</p>\n</blockquote>\n"
                 "<blockquote>\n<p>Ferrari first, then *this*.</p>\n</blockquote>\n<p>He gave"),
    ],
)  # fmt: skip
def test_they_are_written_as_block_quotes_above_the_text(
    quoted: Path, newsreel: Newsreel, form: str, written: str
) -> None:
    assert written in newsreel("export", "bookmarks", "--format", form).out


def test_a_book_has_them(quoted: Path, newsreel: Newsreel, tmp_path: Path) -> None:
    file = tmp_path / "mine.epub"
    assert newsreel("export", "bookmarks", "-o", str(file)).code == 0
    chapter = zipfile.ZipFile(file).read("c1.xhtml").decode()
    assert "<blockquote>\n<p>Ferrari first, then *this*.</p>\n</blockquote>" in chapter


def test_what_is_kept_of_a_headline_without_a_text_leaves_its_summary(
    library: Path, newsreel: Newsreel
) -> None:
    with Library(paths.find().library) as opened:
        opened.keep_quote(1, "wins the weekend")
        with opened._db.write() as write:
            write.execute("UPDATE article SET summary = 'It won.' WHERE id = 1")
    assert newsreel("export", "bookmarks", "--format", "markdown").out.endswith(
        "> wins the weekend\n\nIt won.\n"
    )


@pytest.mark.parametrize("what", ["all", "bookmarks", "listed"])
def test_json_takes_them_to_another_library(
    quoted: Path, newsreel: Newsreel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    file = tmp_path / "mine.json"
    if what == "listed":
        file.write_text(newsreel("bookmarks", "--json").out)
    else:
        newsreel("export", what, "-o", str(file))
    monkeypatch.setenv("NEWSREEL_HOME", str(tmp_path / "other"))
    for _ in range(2):
        assert newsreel("import", str(file)).code == 0
    (saved,) = newsreel("bookmarks", "--json").json
    assert sorted(each["text"] for each in saved["quotes"]) == sorted((ONE, TWO))
    if what != "listed":
        assert saved["quotes"] == SAID
