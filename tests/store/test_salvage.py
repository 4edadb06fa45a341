"""What a damaged library still gives is in the one that takes its place."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import apsw
import pytest
from msgspec.structs import replace

from reader.errors import StoreError
from reader.library import Library
from reader.library.mending import restore
from reader.model import FullText, View
from tests.store.shelf import DAY, NOW, Clock, entry, save
from tests.torture.disk import faulty

FEED, OTHER = "https://film.test/feed", "https://other.test/feed"
CHOICES: tuple[FullText, ...] = ("always", "never", "auto")


def state(library: Library) -> dict[str, Any]:
    """What is the person's own, as it is read."""
    rows = library._db.rows
    follows = [replace(each, unread_stories=0, last_story=None) for each in library.following()]
    return {
        "feeds": [
            (feed.id, feed.url, feed.own_title, feed.folder, feed.full_text) for feed in library.feeds()
        ],
        "private": rows("SELECT id, private, removed_at FROM feed ORDER BY id"),
        "follows": [(each, library.follow_record(each.name).looked_at) for each in follows],
        "names": rows("SELECT key, follow_key FROM follow_key ORDER BY key, follow_key"),
        "pairs": rows("SELECT one, other, together, said_at FROM story_pair ORDER BY one, other"),
        "titles": rows("SELECT article_id, title FROM story_title ORDER BY article_id"),
        "reading": rows("SELECT article_id, position, at FROM reading ORDER BY article_id"),
        "marks": rows("SELECT id, feed_id, folder_id, hex(guid_key), read FROM status ORDER BY id"),
        "mutes": library.mutes(),
        "muted": rows("SELECT article_id, mute_id, was FROM muted ORDER BY article_id"),
        "bookmarks": [(mark.article_id, mark.note, mark.tags) for mark in library.bookmarks()],
        "quotes": {mark.article_id: mark.quotes for mark in library.bookmarks() if mark.quotes},
        "found by": [mark.article_id for mark in library.bookmarks("ferrari")],
    }


def group(library: Library) -> None:
    while library.group_batch():
        pass


def begin(library: Library) -> None:
    """A library on the day that its copy is made."""
    feed = library.subscribe(FEED, title="Mine", folder="Trade")
    save(library, feed, *(entry(str(n), title=f"Heat {n} is cast by Michael Mann") for n in range(4)))
    library.subscribe(OTHER)
    library.bookmark(1, note="kept")
    library.keep_quote(1, "Ferrari first", place=4)
    library.follow("Dune", kind="film", year=2026)
    library.mute("feed:2")
    library.mute("ferry")
    group(library)


def go_on(library: Library, clock: Clock) -> None:
    """And what the person says of it afterwards."""
    clock.now += DAY
    library.edit_feed(1, title="Theirs", folder="Abroad", full_text="never")
    library.unsubscribe(2)
    for number, choice in enumerate(CHOICES):
        feed = library.subscribe(f"https://new{number}.test/feed", folder="Abroad", full_text=choice)
    save(library, feed, entry("new", title="Opus opens the festival"))
    library.subscribe("http://192.168.1.5/feed", private=True, folder="At home")
    library.follow("Heat 2", aliases=["Heat II"], year=2027, guard="strict")
    library.follow("Opus", companions=["Ayo Edebiri"], excludes=["magnum opus"], kind="film")
    library.follow("Dune", kind="film", year=2026, seen=True)
    library.follow('venice OR title:"golden lion" -jury')
    library.look("Heat 2")
    group(library)
    library.part([1], [2, 3])
    library.tie([1], [4])
    group(library)
    library.rename_story(library.stories_of([1])[1], "What the person calls it")
    library.keep_position(5, 400)
    library.bookmark(5, note="later", tags=["new"])
    library.keep_quote(5, "After Ferrari")
    library.keep_quote(1, "Then this", place=2)
    library.mark([2], read=True)
    mute(library)


def mute(library: Library) -> None:
    """Mute this and that: of what is marked so, one article is touched afterwards."""
    while library.index_batch():
        pass
    library.mute("feed:2", until="2027-01-01")
    library.mute("nothing")
    library.unmute(3)
    assert library.mute("heat")[1] == 2
    library.mark([3], read=False)
    save(library, library.feed(3), entry("late", title="A ferry"))
    while library.index_batch():
        pass
    library.mute_arrived()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "home").mkdir()
    return tmp_path / "home" / "library.db"


def lived(path: Path, copied: Callable[[Library], object] = Library.back_up) -> dict[str, Any]:
    clock = Clock()
    with Library(path, clock=clock) as library:
        begin(library)
        copied(library)
        go_on(library, clock)
        library._db.connection().pragma("wal_checkpoint(TRUNCATE)")
        return state(library)


def no_copy(_: Library) -> None:
    """No copy was made yet."""


def run(path: Path, *statements: str) -> None:
    with closing(apsw.Connection(str(path))) as connection:
        for statement in statements:
            connection.execute(statement).fetchall()


def damage(path: Path) -> None:
    """Make the library one that is moved aside, though all that is the person's can be read."""
    run(path, "UPDATE article SET title = CAST(x'48656174e93220' AS TEXT) WHERE id = 2")


def brought_back(path: Path, source: Path | None = None) -> dict[str, Any]:
    _, aside = restore(path, source, now=NOW + 2 * DAY)
    assert aside is not None
    assert aside.name.startswith("library-damaged")
    with Library(path, clock=Clock()) as library:
        assert library.faults() == []
        return state(library)


def test_what_was_said_since_the_copy_of_the_day_comes_back(path: Path) -> None:
    said = lived(path)
    damage(path)
    assert brought_back(path) == said


def test_what_was_said_since_a_whole_copy_comes_back_for_the_stories_too(path: Path, tmp_path: Path) -> None:
    said = lived(path, lambda library: library.copy_to(tmp_path / "mine.db"))
    damage(path)
    assert brought_back(path, tmp_path / "mine.db") == said
    with Library(path, clock=Clock()) as library:
        group(library)
        story = library.stories_of([1, 2, 3, 4])
        assert (story[1] == story[4], story[1] in (story.get(2), story.get(3))) == (True, False)
        assert library.story(story[1]).story.title == "What the person calls it"
        assert library.count(View("feed", feed_id=2)) == 0


def test_what_was_muted_is_given_back_by_the_library_that_takes_its_place(path: Path) -> None:
    lived(path)
    damage(path)
    mutes = brought_back(path)["mutes"]
    assert [(each.id, each.query, each.muted) for each in mutes] == [
        (1, "feed:2", 0),
        (2, "ferry", 1),
        (4, "heat", 2),
    ]
    with Library(path, clock=Clock()) as library:
        assert library.mute("another")[0].id == 5
        assert (library.unmute(2)[1], library.unmute(4)[1]) == (0, 0)  # no feed has said them again yet
        read = dict(library._db.rows("SELECT id, read FROM status"))
        assert [read[number] for number in (2, 3, 4, 6)] == [1, 0, 0, 0]


def pages(path: Path, table: str) -> list[int]:
    """The pages that hold the rows of a table, in their order."""
    with closing(apsw.Connection(str(path))) as connection:
        sql = "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path"
        return [number for (number,) in connection.execute(sql, (table,))]


def blank(path: Path, *numbers: int) -> None:
    """What a bad disk does to pages."""
    with path.open("r+b") as file:
        for number in numbers:
            file.seek((number - 1) * 8192)
            file.write(bytes(8192))


def many(path: Path, feeds: int = 400) -> list[str]:
    """A library of many feeds and bookmarks, copied when it had but one."""
    with Library(path, clock=Clock()) as library:
        begin(library)
        library.back_up()
        urls = [f"https://film{number}.test/{'feed' * 20}" for number in range(feeds)]
        library.subscribe_all((url, None, None, None) for url in urls)
        save(library, library.feed(1), *(entry(f"more {n}", title=f"Opus {n}") for n in range(feeds)))
        for number in range(5, 5 + feeds):
            library.bookmark(number)
        library._db.connection().pragma("wal_checkpoint(TRUNCATE)")
    return urls


def test_pages_that_cannot_be_read_cost_what_is_on_them_and_nothing_between(path: Path) -> None:
    urls = many(path)
    with closing(apsw.Connection(str(path))) as connection:
        held = {
            table: dict(connection.execute(f"SELECT pageno, ncell FROM dbstat WHERE name = '{table}'"))
            for table in ("feed", "bookmark")
        }
    lost = {table: pages(path, table) for table in held}
    lost = {table: [numbers[1], numbers[-2]] for table, numbers in lost.items()}
    blank(path, *(number for numbers in lost.values() for number in numbers))
    cells = {table: sum(held[table][number] for number in numbers) for table, numbers in lost.items()}
    back = brought_back(path)
    assert len(back["feeds"]) == 2 + len(urls) - cells["feed"]
    assert len(back["bookmarks"]) == 1 + len(urls) - cells["bookmark"]


def test_a_file_that_breaks_off_gives_what_comes_before(path: Path) -> None:
    said = lived(path, no_copy)
    path.write_bytes(path.read_bytes()[:-8192])
    assert brought_back(path) == said


def test_what_cannot_be_read_is_as_it_is_in_the_copy(path: Path) -> None:
    said = lived(path)
    blank(path, *(number for table in ("feed", "follow", "folder") for number in pages(path, table)))
    back = brought_back(path)
    assert [feed[:4] for feed in back["feeds"]] == [(1, FEED, "Mine", "Trade"), (2, OTHER, None, None)]
    assert [follow.name for follow, _ in back["follows"]] == ["Dune"]
    assert back["bookmarks"] == said["bookmarks"]
    assert back["pairs"] == said["pairs"]


def test_a_library_with_no_copy_gives_what_can_be_read_of_it(path: Path) -> None:
    said = lived(path, no_copy)
    damage(path)
    assert brought_back(path) == said


def test_without_a_copy_a_sound_library_is_left_alone(path: Path) -> None:
    said = lived(path, no_copy)
    with pytest.raises(StoreError, match="No copy of the library has been made yet"):
        restore(path, None, now=NOW)
    with Library(path, clock=Clock()) as library:
        assert state(library) == said


def test_the_copy_of_another_library_keeps_what_is_its_own(path: Path, tmp_path: Path) -> None:
    said, theirs = lived(path), tmp_path / "theirs.db"
    damage(path)
    with Library(theirs, clock=Clock(NOW - 300 * DAY)) as library:
        for url in ("https://theirs.test/feed", FEED):
            save(library, library.subscribe(url), *(entry(f"x{n}", title=f"Theirs {n}") for n in range(2)))
        library.bookmark(1, note="theirs")
        library.keep_quote(1, "Their words")
        library.follow("Dune", guard="on")
        library.mute("gossip")
        library.mute("ferry", until="2027-01-01")
    back = brought_back(path, theirs)
    urls = {feed[1] for feed in said["feeds"]} | {"https://theirs.test/feed"}
    assert {feed[1] for feed in back["feeds"]} == urls
    assert {note for _, note, _ in back["bookmarks"]} == {"theirs", "kept", "later"}
    words = [[quote.text for quote in quotes] for quotes in back["quotes"].values()]
    assert sorted(words) == [["After Ferrari"], ["Their words"], ["Then this", "Ferrari first"]]
    assert len(back["found by"]) == 2
    assert {f.name: f.guard for f, _ in back["follows"]}["Dune"] == "on"
    assert {f.name for f, _ in back["follows"]} == {f.name for f, _ in said["follows"]}
    mutes = [(each.query, each.until or "", each.muted) for each in back["mutes"]]
    assert sorted(mutes) == [
        (f'feed:"{OTHER}"', "2027-01-01", 0),
        ("ferry", "2027-01-01", 1),
        ("gossip", "", 0),
        ("heat", "", 2),
    ]
    with Library(path, clock=Clock()) as library:
        notes = {mark.note: mark.title for mark in library.bookmarks()}
        assert notes == {
            "theirs": "Theirs 1",
            "kept": "Heat 3 is cast by Michael Mann",
            "later": "Opus opens the festival",
        }


def test_what_can_still_be_read_of_a_library_with_no_copy_is_offered(path: Path) -> None:
    lived(path, no_copy)
    blank(path, *pages(path, "feed"))
    with (
        Library(path, clock=Clock()) as library,
        pytest.raises(StoreError, match="`newsreel restore` moves it"),
    ):
        library.feeds()


def test_a_disk_that_fails_meanwhile_leaves_the_damaged_library_and_its_log(path: Path) -> None:
    said, log = lived(path), path.with_name("library.db-wal")
    damage(path)
    held = apsw.Connection(str(path))  # as a reader that is open: the log stays
    held.execute("UPDATE bookmark SET note = 'in the log' WHERE article_id = 1")
    before, failed = path.read_bytes(), 0
    for nth in range(1, 400, 20):
        with faulty() as disk, suppress(StoreError):
            disk.fail_at, disk.fault = nth, "ENOSPC"
            restore(path, None, now=NOW + 2 * DAY)
            break
        failed += 1
        assert (path.read_bytes() == before, log.stat().st_size > 0) == (True, True)
        assert [each.name for each in path.parent.iterdir() if "restored" in each.name] == []
    held.close()
    assert failed > 3
    with Library(path, clock=Clock()) as library:
        back = state(library)
    assert [note for _, note, _ in back.pop("bookmarks")] == ["later", "in the log"]
    said.pop("bookmarks")
    assert back == said


def test_what_is_said_while_a_damaged_library_is_moved_aside_is_in_the_new_one_or_refused(path: Path) -> None:
    lived(path)
    with Library(path, clock=Clock()) as library:
        damage(path)
        connection = library._db.connection()

        def moved(_: object, sql: str, __: object) -> bool:
            if sql.startswith("BEGIN"):  # it is there when this is asked, and is another when it is granted
                connection.exec_trace = None
                restore(path, None, now=NOW + 2 * DAY)
            return True

        connection.exec_trace = moved
        with pytest.raises(StoreError, match="was removed or replaced while it was open here"):
            library.bookmark(2, note="into the void")
    with Library(path, clock=Clock()) as library:
        assert {mark.note for mark in library.bookmarks()} == {"kept", "later"}


def test_while_a_damaged_library_is_salvaged_nobody_else_writes_to_it(path: Path) -> None:
    lived(path)
    damage(path)
    with Library(path, clock=Clock()) as library:
        busy = library._db.connection()
        busy.execute("BEGIN IMMEDIATE; UPDATE bookmark SET note = 'just now' WHERE article_id = 1").fetchall()
        busy_is_said = pytest.raises(StoreError, match="busy")
        with pytest.MonkeyPatch.context() as patch, busy_is_said:
            patch.setattr("reader.store.restore.BUSY_MS", 10)
            restore(path, None, now=NOW + 2 * DAY)
        busy.execute("COMMIT")
    assert "just now" in {note for _, note, _ in brought_back(path)["bookmarks"]}
