"""`bookmark` and `bookmarks`."""

from __future__ import annotations

import subprocess
from pathlib import Path

from reader import paths
from reader.library import Library
from tests.cli.conftest import HEAT, PYTHON, Newsreel

TEXT = "He gave the order of work: Ferrari first, then this.\n"


def test_a_bookmark_as_json(library: Path, newsreel: Newsreel) -> None:
    saved = newsreel("bookmark", "3", "--tag", "mann", "--tag", "heat", "--note", "read twice", "--json").json
    assert saved.pop("saved_at").startswith("2023-10-10T15:")
    assert saved == {
        "article_id": 3,
        "title": HEAT,
        "url": "https://backlot.test/39",
        "feed_title": "The Backlot",
        "tags": ["mann", "heat"],
        "note": "read twice",
        "quotes": [],
        "text": TEXT,
    }
    assert [each["article_id"] for each in newsreel("bookmarks", "--json").json] == [3]


def test_tags_add_up_and_a_note_is_replaced(library: Path, newsreel: Newsreel) -> None:
    newsreel("bookmark", "3", "--tag", "mann", "--note", "one")
    again = newsreel("bookmark", "3", "--tag", "heat", "--note", "two", "--json").json
    assert (again["tags"], again["note"]) == (["mann", "heat"], "two")


def test_a_tag_is_the_same_however_it_is_written(library: Path, newsreel: Newsreel) -> None:
    """As in the reader's dialog: it is shown with a #, and typed with one."""
    newsreel("bookmark", "3", "--tag", "#Mann", "--tag", "mann", "--tag", "two words")
    again = newsreel("bookmark", "3", "--tag", "MANN", "--tag", "#", "--tag", "#Two Words", "--json").json
    assert again["tags"] == ["Mann", "two words"]


def test_of_tags_that_are_added_at_once_none_is_lost(library: Path, newsreel: Newsreel) -> None:
    tags = [f"tag{n}" for n in range(6)]
    adding = [
        subprocess.Popen([*PYTHON, "bookmark", "3", "--tag", tag], stdout=subprocess.DEVNULL) for tag in tags
    ]
    assert [each.wait() for each in adding] == [0] * len(tags)
    (saved,) = newsreel("bookmarks", "--json").json
    assert sorted(saved["tags"]) == tags


def test_a_bookmark_that_was_given_up_comes_back_with_its_tags_and_more(
    library: Path, newsreel: Newsreel
) -> None:
    newsreel("bookmark", "3", "--tag", "mann")
    newsreel("bookmark", "3", "--remove")
    assert newsreel("bookmark", "3", "--tag", "heat", "--json").json["tags"] == ["mann", "heat"]


def test_the_list(library: Path, newsreel: Newsreel) -> None:
    assert newsreel("bookmarks").err.startswith("No bookmarks yet")
    saved = newsreel("bookmark", "3", "--tag", "mann", "--note", "for the train")
    assert saved.out == f"Bookmarked: {HEAT}\n"
    assert newsreel("bookmarks").out == f"3  0 min  The Backlot  {HEAT} · #mann · for the train\n"


def test_a_query_finds_texts_tags_and_notes(library: Path, newsreel: Newsreel) -> None:
    newsreel("bookmark", "3", "--tag", "mann", "--note", "for the train")
    newsreel("bookmark", "2")
    newsreel("list")
    index()
    for words, ids in {"ferry": [2], "train": [3], "tag:mann": [3], "-tag:mann": [2], "": [2, 3]}.items():
        assert [each["article_id"] for each in newsreel("bookmarks", words, "--json").json] == ids


def index() -> None:
    with Library(paths.find().library) as library:
        while library.index_batch():
            pass


def test_removing(library: Path, newsreel: Newsreel) -> None:
    newsreel("bookmark", "3")
    assert newsreel("bookmark", "3", "--remove").out == f"No longer bookmarked: {HEAT}\n"
    assert newsreel("bookmarks", "--json").json == []
    again = newsreel("bookmark", "3", "--remove")
    assert (again.code, again.err) == (1, "Article 3 is not bookmarked, so there is nothing to remove.\n")
    assert newsreel("bookmark", "3", "--remove", "--tag", "x").code == 2


def test_the_copy_stays_when_the_feed_goes(library: Path, newsreel: Newsreel) -> None:
    newsreel("bookmark", "3")
    assert newsreel("remove", "The Backlot").code == 0
    index()
    assert newsreel("show", "3", "--json").json["text"] == TEXT
    assert [each["id"] for each in newsreel("list", "ferrari", "--json").json] == [3]
    assert newsreel("list", "--json", "venice").json == []
