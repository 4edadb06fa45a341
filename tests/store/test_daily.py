"""The daily copy of the person's own data."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.errors import DamagedError
from reader.library import Library
from reader.model import View
from reader.store.backup import unsound
from reader.store.daily import KEPT
from reader.store.faults import newest_copy
from tests.store.shelf import DAY, HOUR, NOW, Clock, answer, entry, parsed, save, text, titles, unread


def test_a_copy_a_day_is_kept_for_a_week(library: Library, clock: Clock, tmp_path: Path) -> None:
    made = []
    for _ in range(10):
        made.append(library.back_up())
        assert library.back_up() is None
        clock.now += DAY
    backups = tmp_path / "backups"
    assert sorted(backups.iterdir()) == made[-KEPT:]
    assert {path.stat().st_mode & 0o777 for path in (backups, *backups.iterdir())} == {0o700, 0o600}


def test_a_copy_from_before_an_upgrade_goes_after_a_week_of_sound_ones(
    library: Library, clock: Clock, tmp_path: Path
) -> None:
    before = tmp_path / "backups" / f"before-schema-12-{NOW}.db"
    library.copy_to(before)
    (tmp_path / "backups" / "before-schema-12-mine.db").write_bytes(b"no name of ours")
    there = []
    for day in range(KEPT + 3):
        made = library.back_up()
        assert made is not None
        if day == 2:
            made.write_bytes(made.read_bytes()[:5000])  # it counts for none while it is here
        there.append(before.exists())
        clock.now += DAY
    assert there == [True] * (KEPT + 2) + [False]
    assert len(list((tmp_path / "backups").iterdir())) == KEPT + 1


def test_a_copy_from_before_an_upgrade_outlives_a_library_that_is_not_sound(
    library: Library, clock: Clock, tmp_path: Path
) -> None:
    before = tmp_path / "backups" / f"before-schema-12-{NOW - 30 * DAY}.db"
    library.copy_to(before)
    for _ in range(KEPT - 1):
        library.back_up()
        clock.now += DAY
    connection = library._db.connection()
    connection.execute("PRAGMA foreign_keys = 0; INSERT INTO body VALUES (999, x'', x'')")
    library.back_up()
    assert before.exists()
    connection.execute("DELETE FROM body")
    clock.now += DAY
    library.back_up()
    assert not before.exists()


SAID: dict[str, Callable[[Library], object]] = {
    "a note": lambda library: library.bookmark(1, note="another"),
    "a tag": lambda library: library.bookmark(1, tags=["later"]),
    "a bookmark": lambda library: library.bookmark(2),
    "a quote": lambda library: library.keep_quote(1, "Ferrari first"),
    "a quote let go of": lambda library: library.drop_quotes(1, ["Then this"]),
    "a bookmark removed": lambda library: library.unbookmark(1),
    "a picture": lambda library: library.save_picture(1, "https://film.test/p", b"NRP1"),
    "a title": lambda library: library.edit_feed(1, title="Mine"),
    "a folder": lambda library: library.edit_feed(1, folder="Trade"),
    "a feed": lambda library: library.subscribe("https://other.test/feed"),
    "a feed left": lambda library: library.unsubscribe(1),
    "a follow": lambda library: library.follow("Heat 2"),
    "another name": lambda library: library.follow("Dune", aliases=["Arrakis"]),
    "a film that was seen": lambda library: library.follow("Dune", seen=True),
    "a follow given up": lambda library: library.unfollow("Dune"),
    "a mute": lambda library: library.mute("gossip"),
    "another date of a mute": lambda library: library.mute("dune", until="2027-01-01"),
    "a mute ended": lambda library: library.unmute(1),
}


@pytest.fixture
def lived_in(library: Library) -> Library:
    save(library, library.subscribe("https://film.test/feed"), entry("a"), entry("b"))
    library.bookmark(1, note="mine")
    library.keep_quote(1, "Then this")
    library.follow("Dune", kind="film")
    library.mute("dune")
    library.back_up()
    return library


@pytest.mark.parametrize("what", SAID)
def test_what_is_said_on_the_same_day_is_in_its_copy(
    lived_in: Library, clock: Clock, tmp_path: Path, what: str
) -> None:
    assert lived_in.back_up() is None
    SAID[what](lived_in)  # within the same second
    made = lived_in.back_up()
    assert made is not None
    assert (list(made.parent.iterdir()), lived_in.back_up()) == ([made], None)
    copied = Path(shutil.copy(made, tmp_path / "copied.db"))
    with Library(copied, clock=clock) as copy:
        assert (copy.bookmarks(), copy.following()) == (lived_in.bookmarks(), lived_in.following())
        assert copy.mutes() == lived_in.mutes()
        assert [(f.id, f.title, f.folder) for f in copy.feeds()] == [
            (f.id, f.title, f.folder) for f in lived_in.feeds()
        ]


def test_what_is_read_on_the_same_day_is_in_the_next_days_copy(lived_in: Library, clock: Clock) -> None:
    clock.now += HOUR
    lived_in.mark([1, 2], read=True)
    lived_in.keep_position(2, 500)
    lived_in.look("Dune")
    assert lived_in.back_up() is None
    clock.now += DAY
    assert lived_in.back_up() is not None


def test_a_copy_that_is_damaged_is_made_anew_on_the_same_day(lived_in: Library, tmp_path: Path) -> None:
    (copy,) = (tmp_path / "backups").iterdir()
    whole = copy.read_bytes()
    for bad in (b"", b"x" * 5000, whole[:5000]):
        copy.write_bytes(bad)
        assert lived_in.back_up() == copy
        assert (len(copy.read_bytes()), unsound(copy)) == (len(whole), [])


@pytest.mark.parametrize("log", ["-wal", "-journal", "-shm"])
@pytest.mark.parametrize("there", [True, False])
def test_what_was_left_beside_todays_copy_keeps_no_day_from_its_copy(
    lived_in: Library, tmp_path: Path, log: str, there: bool
) -> None:
    (copy,) = (tmp_path / "backups").iterdir()
    copy.write_bytes(b"x" * 5000)
    if not there:
        copy.unlink()
    copy.with_name(copy.name + log).write_bytes(b"frames")
    assert lived_in.back_up() == copy
    assert (list(copy.parent.iterdir()), unsound(copy)) == ([copy], [])


@pytest.mark.parametrize("years", [73, -50])
def test_S10_copies_of_a_wrong_clock_take_the_place_of_none(
    library: Library, clock: Clock, tmp_path: Path, years: int
) -> None:
    """Nine days of a clock that is far off, and then nine days of the right one."""
    feed = library.subscribe("https://film.test/feed")
    right = clock.now
    for day in range(18):
        clock.now = right + day * DAY + (years * 365 * DAY if day < 9 else 0)
        save(library, feed, entry(str(day)))
        made = library.back_up()
    backups = tmp_path / "backups"
    assert (len(list(backups.iterdir())), newest_copy(backups)) == (KEPT, made)
    assert {copy.stem[:4] for copy in backups.iterdir()} == {"2026"}


def test_copies_of_a_library_begun_anew_are_kept_and_the_last_of_the_one_before(
    library: Library, clock: Clock, tmp_path: Path
) -> None:
    feed = library.subscribe("https://film.test/feed")
    for day in range(KEPT + 2):
        save(library, feed, entry(f"a{day}"), entry(f"b{day}"))
        last = library.back_up()
        clock.now += DAY
    assert last is not None
    said = last.read_bytes()
    library.close()
    (tmp_path / "library.db").unlink()
    made = []
    with Library(tmp_path / "library.db", clock=clock) as anew:
        anew.subscribe("https://other.test/feed")  # nothing of it has come yet
        for _ in range(KEPT + 2):
            made.append(anew.back_up())
            assert newest_copy(tmp_path / "backups") == made[-1]
            clock.now += DAY
    kept = last.with_name(f"library-{last.stem}-000000.db")
    assert sorted((tmp_path / "backups").iterdir()) == [*made[-KEPT:], kept]
    assert kept.read_bytes() == said


def test_what_a_killed_copy_left_goes_with_the_next_day(
    library: Library, clock: Clock, tmp_path: Path
) -> None:
    backups = tmp_path / "backups"
    backups.mkdir()
    names = ["before-schema-2-1.db.part", "before-schema-2-1.db.part-journal", "library-x.db.part", "mine.db"]
    for name, age in zip(names, (2 * DAY, 2 * DAY, 60, 2 * DAY), strict=True):
        (backups / name).write_bytes(b"half")
        os.utime(backups / name, (clock.now - age, clock.now - age))
    made = library.back_up()
    assert sorted(backups.iterdir()) == [made, *(backups / name for name in names[2:])]


def test_a_copy_takes_the_place_of_a_lost_library(library: Library, clock: Clock, tmp_path: Path) -> None:
    feed = library.subscribe("https://film.test/feed", title="Mine", folder="Trade")
    entries = [entry("a"), entry("b"), entry("c")]
    save(library, feed, *entries)
    ids = [key.id for key in library.keys(View("all"))]
    library.mark(ids[:1], read=True)
    kept = library.bookmark(ids[1], tags=["t"], note="n")
    left = library.subscribe("https://film.test/left")
    library.unsubscribe(left.id)
    copy = library.back_up()
    assert copy is not None
    (tmp_path / "new").mkdir()
    copy = copy.rename(tmp_path / "new" / "library.db")
    with Library(copy, clock=clock) as restored:
        assert [(f.id, f.title, f.folder, f.total) for f in restored.feeds()] == [
            (feed.id, "Mine", "Trade", 0)
        ]
        assert (restored.bookmarks(), restored.document(ids[1])) == ([kept], text("Body of b"))
        assert save(restored, feed, *entries).new == 0
        assert titles(restored, View("all")) == titles(library, View("all"))
        assert unread(restored) == unread(library)
        assert restored.counts() == library.counts()
        assert restored._db.value("PRAGMA integrity_check") == "ok"


def test_a_copy_in_the_place_of_a_lost_library_asks_at_once_for_the_articles_that_are_not_in_it(
    library: Library, clock: Clock, tmp_path: Path
) -> None:
    answers, waits = library.subscribe("https://film.test/feed"), library.subscribe("https://slow.test/feed")
    library.save_feed(answers.id, parsed(entry("a")), answer(clock))
    library.save_failure(waits.id, "It asks to be left alone.", next_due=NOW + DAY)
    copy = library.back_up()
    assert copy is not None
    clock.now += 60
    with Library(copy.rename(tmp_path / "copy.db"), clock=clock) as restored:
        assert [each.feed_id for each in restored.due()] == [answers.id]


def test_a_copy_takes_along_what_is_muted_and_what_that_marked(
    library: Library, clock: Clock, tmp_path: Path
) -> None:
    feed, entries = library.subscribe("https://film.test/feed"), [entry("a"), entry("b")]
    save(library, feed, *entries)
    library.mute("feed:1")
    library.mute("ferry")
    library.unmute(2)
    copy = library.back_up()
    assert copy is not None
    (tmp_path / "new").mkdir()
    with Library(copy.rename(tmp_path / "new" / "library.db"), clock=clock) as restored:
        assert restored.mutes() == library.mutes()
        save(restored, feed, *entries, entry("c"))
        while restored.index_batch():
            pass
        restored.mute_arrived()
        assert unread(restored) == []
        assert restored.mute("ferry")[0].id == 3
        assert (restored.unmute(1)[1], len(unread(restored))) == (3, 3)


def test_of_a_damaged_library_it_is_said_that_this_is_damaged_not_its_copy(
    lived_in: Library, clock: Clock, tmp_path: Path
) -> None:
    clock.now += DAY
    connection = lived_in._db.connection()
    root = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'status'").get
    connection.pragma("wal_checkpoint(TRUNCATE)")
    lived_in.close()
    with (tmp_path / "library.db").open("r+b") as file:
        file.seek((root - 1) * 8192)
        file.write(bytes(8192))
    told = f"{tmp_path}/library.db is damaged .* `newsreel restore`"
    with Library(tmp_path / "library.db", clock=clock) as library, pytest.raises(DamagedError, match=told):
        library.back_up()
    assert len(list((tmp_path / "backups").iterdir())) == 1
