"""`mute`, `mutes` and `unmute`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.conftest import HEAT, Newsreel

MUTE = {"id": 1, "query": "heat 2", "until": "2023-12-31", "since": "2023-10-10T15:00:00Z", "muted": 1}


def test_muting_says_how_many_and_gives_them_back(library: Path, newsreel: Newsreel) -> None:
    assert newsreel("mute", "heat", "2").out == "“heat 2” is muted for good: 1 article marked read.\n"
    assert HEAT not in newsreel("list", "is:unread").out
    assert HEAT in newsreel("list").out
    assert newsreel("unmute", "1").out == "“heat 2” is muted no longer: 1 article is unread again.\n"
    assert HEAT in newsreel("list", "is:unread").out
    assert newsreel("mutes").out == ""


def test_the_json_is_that_of_the_contract(library: Path, newsreel: Newsreel) -> None:
    made = newsreel("mute", "heat", "2", "--until", "2023-12-31", "--json").json
    since = made.pop("since")
    assert since[:15] == "2023-10-10T15:0"
    assert made | {"since": MUTE["since"]} == MUTE
    assert newsreel("mutes", "--json").json == [made | {"since": since}]
    assert newsreel("mute", "heat 2", "--json").json["until"] is None
    assert newsreel("unmute", "1", "--json").json == made | {"since": since, "until": None, "unread": 1}
    assert newsreel("mutes", "--json").json == []


def test_a_wrong_query_gets_the_sentence_and_caret_that_list_gives(library: Path, newsreel: Newsreel) -> None:
    for words in (("after:soon",), ("heat", 'title:""')):
        refused = newsreel("mute", *words)
        assert (refused.code, refused.err) == (2, newsreel("list", *words).err)
        assert refused.err.splitlines()[-1].strip() == "^"
    assert newsreel("mutes").out == ""


def test_what_cannot_be_meant_is_refused(library: Path, newsreel: Newsreel) -> None:
    refused = [
        newsreel("mute", *words)
        for words in (
            ("",),
            ("heat", "--until", "soon"),
            ("heat", "--until", "2023-10-10"),
            ("heat", "--untl"),
        )
    ]
    assert [(each.code, each.out, each.err.count("Traceback")) for each in refused] == [(2, "", 0)] * 4
    assert "write it as 2026-01-31" in refused[1].err
    assert "is not ahead any more" in refused[2].err
    gone = newsreel("unmute", "7")
    assert (gone.code, gone.err) == (1, "There is no mute 7; `newsreel mutes` shows the numbers.\n")
    assert newsreel("unmute", "heat").code == 2


def test_a_mute_that_is_over_says_so(
    library: Path, newsreel: Newsreel, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsreel("mute", "heat", "--until", "2023-10-11")
    newsreel("mute", "-heat", "title:venice")
    assert newsreel("mutes").out == (
        "1  1  0 min  until 2023-10-11  heat\n2  1  0 min  for good          -heat title:venice\n"
    )
    offset = float(os.environ["NEWSREEL_CLOCK_OFFSET"]) + 86_400
    monkeypatch.setenv("NEWSREEL_CLOCK_OFFSET", str(offset))
    assert newsreel("mutes").out == (
        "1  1  Tue  over since 2023-10-11  heat\n2  1  Tue  for good               -heat title:venice\n"
    )


def test_nothing_muted_is_said(home: Path, newsreel: Newsreel) -> None:
    ran = newsreel("mutes")
    assert (ran.code, ran.out, ran.err[:18]) == (0, "", "Nothing is muted: ")
