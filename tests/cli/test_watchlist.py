"""Watchlists in, release dates out, guarded headlines masked, by command."""

from __future__ import annotations

import subprocess
import time
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from reader.cli.story_tables import timeline_table
from reader.library import Library
from reader.news import TimelineEntry
from reader.rowstory import Guarded
from tests.cli.conftest import PYTHON, Newsreel
from tests.cli.test_streams import FULL, full
from tests.library.test_news import NOW, morning
from tests.library.test_reading import REVIEW, publish

HEADS = "Date,Name,Year,Letterboxd URI\n"


@pytest.fixture
def news(home: Path) -> Path:
    """A home with the news of one morning, a review and a date."""
    path = home / "data" / "library.db"
    path.parent.mkdir(parents=True, exist_ok=True)
    with Library(morning(path), clock=lambda: NOW) as library:
        publish(library, REVIEW)
        publish(library, "‘Kestrel’ Moves From 9 October 2026 to 18 December 2026")
    return home


def test_a_watchlist_is_followed_and_seen_films_are_not_guarded(
    home: Path, newsreel: Newsreel, tmp_path: Path
) -> None:
    wanted, watched = tmp_path / "watchlist.csv", tmp_path / "watched.csv"
    wanted.write_text(
        "Date,Name,Year,Letterboxd URI\n2026-01-01,Heat 2,2026,u\n2026-01-01,Dune,2021,u\n,,,\n"
    )
    watched.write_text("Date,Name,Year,Letterboxd URI\n2026-01-01,Dune,2021,u\n")
    assert newsreel("import", str(wanted)).out == "2 films followed, 0 already, 0 of all seen, 0 skipped.\n"
    assert newsreel("import", str(watched), "--json").json == {
        "films": [{"title": "Dune", "year": 2021, "seen": True, "aliases": []}],
        "added": 0,
        "already": 1,
        "seen": 1,
        "skipped": [],
    }
    held = {
        each["name"]: (each["year"], each["guard"], each["seen"])
        for each in newsreel("following", "--json").json
    }
    assert held == {"Heat 2": (2026, "on", False), "Dune": (2021, None, True)}


def test_nothing_is_guarded_where_that_is_not_wanted(home: Path, newsreel: Newsreel, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Title,Year\nHeat 2,2026\n\x1b[31mEvil,2020\n")
    newsreel("import", "--no-guard", str(file))
    assert [(e["name"], e["guard"]) for e in newsreel("following", "--json").json] == [
        ("[31mEvil", None),
        ("Heat 2", None),
    ]


def test_what_is_guarded_is_masked_where_people_read(news: Path, newsreel: Newsreel) -> None:
    assert REVIEW in newsreel("list", "salt").out
    newsreel("follow", "The Salt Road", "--kind", "film", "--strict")
    for command in (("list", "salt"), ("stories", "salt"), ("timeline", "The", "Salt", "Road"), ()):
        assert "who dies" not in newsreel(*command).out
    assert "◌ The Salt Road: " in newsreel("list", "salt").out
    newsreel("follow", "The Salt Road", "--seen")
    assert REVIEW in newsreel("list", "salt").out


@pytest.mark.parametrize(
    ("how", "said"),
    [
        (("--guard",), "guarded"),
        (("--strict",), "guarded strictly"),
        (("--guard-until", "2026-12-18"), "guarded until 2026-12-18"),
        (("--seen",), "seen"),
    ],
)
def test_what_is_followed_tells_its_guard(
    home: Path, newsreel: Newsreel, how: tuple[str, ...], said: str
) -> None:
    newsreel("follow", "The Salt Road", "--kind", "film", *how)
    assert newsreel("following").out.rstrip().endswith(f"The Salt Road · {said}")


def test_a_saved_copy_is_masked_like_its_article(news: Path, newsreel: Newsreel) -> None:
    (found,) = [each for each in newsreel("list", "salt", "--json").json if each["title"] == REVIEW]
    article = str(found["id"])
    newsreel("follow", "The Salt Road", "--kind", "film", "--guard")
    masked = "◌ The Salt Road: review"
    assert newsreel("bookmark", article, "--tag", "later").out == f"Bookmarked: {masked}\n"
    assert newsreel("bookmarks").out.rstrip().endswith(f"Other  {masked} · #later")
    assert newsreel("bookmarks", "--reveal").out.rstrip().endswith(f"Other  {REVIEW} · #later")
    assert newsreel("bookmarks", "--json").json[0]["title"] == REVIEW
    assert newsreel("bookmark", article, "--remove").out == f"No longer bookmarked: {masked}\n"


def test_what_reports_of_a_guarded_story_share_and_add_is_masked(news: Path, newsreel: Newsreel) -> None:
    with Library(news / "data" / "library.db", clock=lambda: NOW) as library:
        story = str(library.search("title:sundance")[0].story_id)
    newsreel("follow", "The Salt Road", "--kind", "film", "--strict")
    assert "Why together" not in newsreel("story", story).out
    assert "Why together" in newsreel("story", story, "--reveal").out


def test_who_is_in_a_guarded_story_is_masked(news: Path, newsreel: Newsreel) -> None:
    (found,) = [each for each in newsreel("list", "salt", "--json").json if each["title"] == REVIEW]
    story = str(found["story_id"])
    with closing(apsw.Connection(str(news / "data" / "library.db"))) as connection:
        connection.execute("UPDATE story SET people = ?", ('["Mara Quist"]',))
    newsreel("follow", "The Salt Road", "--kind", "film", "--guard")
    assert "Mara Quist" not in newsreel("story", story).out
    assert "Mara Quist" in newsreel("story", story, "--reveal").out


def test_what_a_guarded_report_adds_to_a_story_that_is_not_is_masked(
    home: Path, newsreel: Newsreel, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, now = home / "data" / "library.db", [NOW]
    path.parent.mkdir(parents=True, exist_ok=True)
    with Library(morning(path), clock=lambda: now[0]) as library:
        library.follow("Heat 2", guard="on")
        library.look("Heat 2")
        now[0] += 2 * 3600
        lead = (
            "She plays a safecracker in ‘Heat 2’, opposite Christian Bale; Michael Mann directs the sequel."
        )
        publish(library, "Ana de Armas joins Christian Bale in ‘Heat 2’", lead)
    monkeypatch.setenv("NEWSREEL_CLOCK_OFFSET", str(now[0] + 60 - time.time()))
    told = "(now also Ana de Armas)"
    assert told in newsreel("timeline", "Heat 2", "--new").out
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute("""UPDATE report SET spoiler = '["dies"]' WHERE article_id =
            (SELECT max(article_id) FROM report)""")
    masked = newsreel("timeline", "Heat 2", "--new").out
    assert ("Heat 2" in masked, told in masked) == (True, False)
    assert told in newsreel("timeline", "Heat 2", "--new", "--reveal").out


def test_what_came_to_a_guarded_story_since_is_masked(capsys: pytest.CaptureFixture[str]) -> None:
    entry = TimelineEntry(
        date=NOW, story_id=1, title=REVIEW, beat="review", outlets=2, new=True, facts=("the camel dies",)
    )
    timeline_table([entry], NOW, {1: Guarded("The Salt Road", "review")})
    timeline_table([entry], NOW, {})
    masked, shown = capsys.readouterr().out.splitlines()
    assert masked.endswith("◌ The Salt Road: review")
    assert shown.endswith(f"{REVIEW} (now also the camel dies)")


@pytest.mark.parametrize("form", [(), ("--markdown",), ("--html",)])
def test_a_guarded_text_is_shown_only_where_that_is_asked(
    news: Path, newsreel: Newsreel, form: tuple[str, ...]
) -> None:
    (found,) = [each for each in newsreel("list", "salt", "--json").json if each["title"] == REVIEW]
    article, story = str(found["id"]), str(found["story_id"])
    newsreel("follow", "The Salt Road", "--kind", "film", "--strict")
    shown = newsreel("show", article, *form)
    assert (shown.out.splitlines()[0], REVIEW in shown.out) == ("◌ The Salt Road: review", False)
    assert shown.err == f"The spoiler guard hides it; `newsreel show {article} --reveal` shows it.\n"
    assert REVIEW not in newsreel("story", story).out
    for command in (("show", article, *form), ("story", story), ("list", "salt")):
        assert REVIEW in newsreel(*command, "--reveal").out
    for command in (("show", article), ("story", story), ("list", "salt")):
        assert "who dies" in str(newsreel(*command, "--json").json)


@pytest.mark.parametrize("form", [[], ["--json"]], ids=str)
@full
def test_news_that_could_not_be_written_is_not_noted_as_read(
    news: Path, newsreel: Newsreel, monkeypatch: pytest.MonkeyPatch, form: list[str]
) -> None:
    monkeypatch.setenv("NEWSREEL_CLOCK_OFFSET", str(NOW + 60 - time.time()))
    newsreel("follow", "Kestrel")
    before = newsreel("timeline", "Kestrel", "--new", "--json").json
    with FULL.open("wb") as nowhere:
        ran = subprocess.run([*PYTHON, "timeline", "Kestrel", "--new", "--seen", *form], stdout=nowhere)
    assert (ran.returncode, len(before)) == (1, 1)
    assert newsreel("timeline", "Kestrel", "--new", "--seen", "--json").json == before
    assert newsreel("timeline", "Kestrel", "--new", "--json").json == []


@pytest.mark.parametrize("command", ["unfollow", "timeline"])
def test_a_name_that_is_not_followed_is_told_as_it_was_typed(
    home: Path, newsreel: Newsreel, command: str
) -> None:
    ran = newsreel(command, "Amélie", "& Co.")
    assert (ran.code, ran.err.partition(")")[0]) == (1, "Nothing of that name (“Amélie & Co.”")
    newsreel("follow", "Heat\u200b 2")
    assert newsreel(command, "He\xadat 2").code == 0


def test_release_dates_go_out_as_a_calendar(news: Path, newsreel: Newsreel, tmp_path: Path) -> None:
    file = tmp_path / "dates.ics"
    assert (
        newsreel("export", "releases", "--format", "ics", "-o", str(file)).err
        == f"1 date written to {file}.\n"
    )
    assert b"DTSTART;VALUE=DATE:20261218\r\n" in file.read_bytes()
    assert newsreel("export", "releases").out.count("BEGIN:VEVENT") == 1
    assert newsreel("export", "opml", "--format", "ics").code == 2


def test_no_dates_are_no_calendar(home: Path, newsreel: Newsreel) -> None:
    assert newsreel("export", "releases").err == (
        "No article states a release date yet; `newsreel refresh` fetches news.\n"
    )


def test_the_company_a_film_keeps(home: Path, newsreel: Newsreel) -> None:
    said = newsreel("follow", "Heat", "--with", "Michael Mann", "--with", "Al Pacino", "--json").json
    assert said["companions"] == ["Michael Mann", "Al Pacino"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "it is empty"),
        (b"Film;When\nHeat 2;2026\n", "its first line is “Film;When”"),
        (b"\x89PNG\r\n", "its first line is “"),
    ],
)
def test_a_table_that_is_no_watchlist_is_told_what_one_is(
    home: Path, newsreel: Newsreel, tmp_path: Path, content: bytes, says: str
) -> None:
    file = tmp_path / "films.csv"
    file.write_bytes(content)
    ran = newsreel("import", str(file))
    assert (ran.code, ran.out, "OPML" in ran.err, ran.err.count("\n")) == (1, "", False, 1)
    assert f"This is no watchlist: {says}" in ran.err
    assert "Name or Title and beside it Year or an address" in ran.err


def test_rows_that_are_not_understood_are_said_with_their_lines(
    home: Path, newsreel: Newsreel, tmp_path: Path
) -> None:
    file = tmp_path / "watchlist.csv"
    file.write_text('Name,Year\n"Heat 2,2026\nKestrel,2026\n???,2020\n')
    ran = newsreel("import", str(file))
    assert ran.out == "1 film followed, 0 already, 0 of all seen, 2 skipped.\n"
    assert "Skipped line 2: its quotation mark is never closed.\n" in ran.err
    assert "Skipped line 4, ???: its title holds no word to follow.\n" in ran.err
    assert [each["title"] for each in newsreel("import", str(file), "--json").json["films"]] == ["Kestrel"]


def test_nothing_is_said_to_be_hidden_of_films_that_were_seen(
    home: Path, newsreel: Newsreel, tmp_path: Path
) -> None:
    file = tmp_path / "watched.csv"
    file.write_text(f"{HEADS}2026-01-01,Dune,2021,u\n")
    assert newsreel("import", str(file)) == (
        0,
        "1 film followed, 0 already, 1 of all seen, 0 skipped.\n",
        "",
    )


def test_a_film_is_followed_by_its_title_in_its_own_language_too(
    home: Path, newsreel: Newsreel, tmp_path: Path
) -> None:
    file = tmp_path / "imdb.csv"
    file.write_text(
        "Const,Title,Original Title,Year\ntt1,Spirited Away,千と千尋の神隠し,2001\ntt2,Heat 2,heat 2,2026\n"
    )
    newsreel("import", str(file))
    assert [(each["name"], each["aliases"]) for each in newsreel("following", "--json").json] == [
        ("Heat 2", []),
        ("Spirited Away", ["千と千尋の神隠し"]),
    ]


@pytest.mark.parametrize("order", [("watchlist", "watched"), ("watched", "watchlist")])
def test_an_old_film_that_was_seen_lifts_no_guard_of_a_new_one(
    home: Path, newsreel: Newsreel, tmp_path: Path, order: tuple[str, str]
) -> None:
    (tmp_path / "watchlist.csv").write_text(f"{HEADS}2026-01-01,Nosferatu,2027,u\n")
    (tmp_path / "watched.csv").write_text(f"{HEADS}2026-01-01,Nosferatu,1922,v\n")
    for name in order:
        newsreel("import", str(tmp_path / f"{name}.csv"))
    held = [(e["name"], e["year"], e["guard"]) for e in newsreel("following", "--json").json]
    assert held == [("Nosferatu", 2027, "on"), ("Nosferatu (1922)", 1922, None)]
    exported = tmp_path / "all.json"
    newsreel("export", "all", "-o", str(exported))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEWSREEL_HOME", str(tmp_path / "other"))
        newsreel("follow", "Nosferatu", "--year", "1979", "--kind", "film")
        newsreel("import", str(exported))
        assert [e["name"] for e in newsreel("following", "--json").json] == [
            *("Nosferatu", "Nosferatu (1922)", "Nosferatu (1979)")
        ]


@pytest.mark.parametrize(("day", "code"), [("2026-01-09", 2), ("2026-01-10", 2), ("2026-01-11", 0)])
def test_a_guard_ends_on_a_day_that_is_ahead(news: Path, newsreel: Newsreel, day: str, code: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEWSREEL_CLOCK_OFFSET", str(NOW - time.time()))
        ran = newsreel("follow", "The Salt Road", "--kind", "film", "--guard-until", day)
    assert (ran.code, len(newsreel("following", "--json").json)) == (code, code == 0)
    assert ("is not ahead any more" in ran.err) == (code == 2)


def test_as_many_dates_are_said_to_be_written_as_are(news: Path, newsreel: Newsreel, tmp_path: Path) -> None:
    with Library(news / "data" / "library.db", clock=lambda: NOW) as library:
        for title in ("‘Heron’ to Open on 9 October 2026", "‘Heron’ Opens on 9 October 2026"):
            publish(library, title)
    file = tmp_path / "dates.ics"
    assert newsreel("export", "releases", "-o", str(file)).err == f"2 dates written to {file}.\n"
    assert file.read_bytes().count(b"BEGIN:VEVENT") == 2


def test_kinds_of_news_are_named_as_on_the_screen(news: Path, newsreel: Newsreel) -> None:
    (story,) = newsreel("stories", "title:kestrel", "--json").json
    newsreel("follow", "Kestrel", "--kind", "film")
    for command in (("stories", "kestrel"), ("story", str(story["id"])), ("timeline", "Kestrel")):
        out = newsreel(*command).out
        assert ("release date" in out, "release-date" in out) == (True, False)
    assert story["beat"] == "release-date"


@pytest.mark.parametrize("kind", ["film", "person", "topic"])
def test_of_names_that_are_given_at_once_none_is_lost(home: Path, newsreel: Newsreel, kind: str) -> None:
    newsreel("feeds")
    names = [f"Name {n}" for n in range(6)]
    giving = [
        subprocess.Popen(
            [*PYTHON, "follow", "Zendaya Coleman", "--kind", kind, "--alias", name],
            stdout=subprocess.DEVNULL,
        )
        for name in names
    ]
    assert [each.wait() for each in giving] == [0] * len(names)
    (followed,) = newsreel("following", "--json").json
    assert sorted(followed["aliases"]) == names


@pytest.mark.parametrize("how", ["followed", "listed", "carried"])
def test_a_film_that_is_guarded_leaves_no_frame_of_before_for_the_next_start(
    news: Path, newsreel: Newsreel, tmp_path: Path, how: str
) -> None:
    frame, file = news / "state" / "frame", tmp_path / "in"
    frame.parent.mkdir(exist_ok=True)
    frame.write_text(REVIEW)
    newsreel("follow", "Kestrel")
    assert frame.exists()
    if how == "followed":
        newsreel("follow", "The Salt Road", "--guard")
    else:
        file.write_text(f"{HEADS}2026-01-01,The Salt Road,2026,u\n")
        if how == "carried":
            file.write_text(
                '{"newsreel": 1, "follows": [{"name": "The Salt Road", "kind": "film", "guard": "on"}]}'
            )
        assert newsreel("import", str(file)).code == 0
    assert newsreel("list", "is:guarded").out != ""
    assert not frame.exists()
