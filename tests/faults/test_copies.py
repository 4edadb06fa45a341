"""S8, S10: a copy that is brought back may have been made by anyone, and is believed no more than a feed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import zlib
from contextlib import closing, suppress
from pathlib import Path

import apsw
import pytest

from reader.errors import DamagedError, StoreError
from reader.library import Library
from reader.library.mending import restore
from reader.model import View
from reader.store.genuine import is_marked
from tests.faults.conftest import Home
from tests.store.shelf import NOW, Clock, entry, save, text, titles


def filled(path: Path) -> Path:
    with Library(path, clock=Clock()) as library:
        feed = library.subscribe("https://film.test/feed")
        save(library, feed, *(entry(str(n), title=f"Heat {n}") for n in range(3)))
        library.bookmark(1, note="kept")
        library.follow("Heat 2")
        library._db.connection().pragma("wal_checkpoint(TRUNCATE)")
    return path


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled(tmp_path_factory.mktemp("sound") / "copy.db")


@pytest.fixture
def copy(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sound, tmp_path / "copy.db"))


@pytest.fixture
def mine(sound: Path, tmp_path: Path) -> Path:
    (tmp_path / "home").mkdir()
    return Path(shutil.copy(sound, tmp_path / "home" / "library.db"))


def change(path: Path, *statements: str) -> None:
    connection = apsw.Connection(str(path))
    connection.pragma("writable_schema", True)
    for statement in statements:
        connection.execute(statement).fetchall()
    connection.close()


LAST = (1 << 63) - 1
ALTERED = {
    "a trigger": "CREATE TRIGGER evil AFTER UPDATE OF read ON status BEGIN DELETE FROM bookmark; END",
    "an index": "CREATE UNIQUE INDEX evil ON bookmark (abs(article_id * 0))",
    "a check": "ALTER TABLE bookmark ADD COLUMN evil TEXT DEFAULT 'x' CHECK (article_id = 1)",
    "a generated column": "ALTER TABLE status ADD COLUMN evil TEXT AS (printf('%.*c', 100000000, 'x'))",
    "a view": "ALTER TABLE bookmark RENAME TO other; CREATE VIEW bookmark AS SELECT * FROM other",
    "a table less": "DROP TABLE reading",
    "a trigger less": "DROP TRIGGER status_marked",
    "any type": "UPDATE sqlite_schema SET sql = replace(sql, ' STRICT', '') WHERE name = 'article'",
    "other words": "UPDATE sqlite_schema SET sql = replace(sql, 'unicode61', 'x') WHERE name = 'search'",
    "a hold on rows": "CREATE TABLE evil (id REFERENCES status); INSERT INTO evil VALUES (1)",
    "an earlier schema": "PRAGMA user_version = 3",
    "no schema": "PRAGMA user_version = 0",
    "no ids left": f"UPDATE sqlite_sequence SET seq = {LAST}",
    "ids that are none": "UPDATE sqlite_sequence SET seq = 'x'",
    "an id that is the last": f"INSERT INTO feed (id, url, added_at) VALUES ({LAST}, 'https://x', 1)",
    "a time of no calendar": f"UPDATE follow SET followed_at = {1 << 50}",
}  # fmt: skip


@pytest.mark.parametrize("how", ALTERED)
def test_S10_a_copy_that_no_newsreel_made_is_refused(copy: Path, mine: Path, how: str) -> None:
    before = mine.read_bytes()
    change(copy, ALTERED[how])
    with pytest.raises(StoreError) as refused:
        restore(mine, copy, now=NOW)
    assert (mine.read_bytes(), list(mine.parent.iterdir())) == (before, [mine])
    assert "Newsreel makes them" in str(refused.value) or isinstance(refused.value, DamagedError)


def test_S10_what_lies_beside_our_tables_is_let_be(copy: Path, mine: Path) -> None:
    change(copy, "CREATE TABLE theirs (x); CREATE INDEX theirs_x ON theirs (x); CREATE VIEW seen AS SELECT 1")
    restore(mine, copy, now=NOW)
    with Library(mine, clock=Clock()) as library:
        assert (library.faults(), [mark.note for mark in library.bookmarks()]) == ([], ["kept"])


def test_S10_nobody_writes_between_what_is_kept_and_what_is_brought(copy: Path, mine: Path) -> None:
    """Whatever was acknowledged is in one of the two."""
    met: list[str] = []

    def write(event: str, words: tuple[object, ...]) -> None:
        if event == "os.rename" and str(words[1]).startswith(f"{mine.parent}/backups/before-restore"):
            with closing(apsw.Connection(str(mine))) as other:
                try:
                    met.append(str(other.execute("UPDATE status SET read = 1").get))
                except apsw.BusyError:
                    met.append("busy")

    sys.addaudithook(write)
    Library(mine, clock=Clock()).close()
    restore(mine, copy, now=NOW)
    assert met == ["busy"]


def test_S10_what_others_write_while_a_restore_waits_is_in_what_is_kept(copy: Path, mine: Path) -> None:
    """Another restore of that second, too: what it keeps is under a name of its own."""
    stamp = time.strftime("%Y-%m-%d-%H%M%S", time.localtime(NOW))
    others = mine.parent / f"backups/before-restore-{stamp}.db"
    acknowledged: list[int] = []

    def write(opened: apsw.Connection) -> None:
        if not opened.readonly("main") or Path(opened.filename).name != mine.name or others.exists():
            return
        others.parent.mkdir(exist_ok=True)
        others.write_bytes(b"what another kept")
        with closing(apsw.Connection(str(mine))) as other, suppress(apsw.BusyError):
            other.execute("UPDATE status SET read = 1 - read").fetchall()
            acknowledged.append(other.changes())

    Library(mine, clock=Clock()).close()
    before = reads(mine)
    apsw.connection_hooks.append(write)
    try:
        _, kept = restore(mine, copy, now=NOW)
    finally:
        apsw.connection_hooks.remove(write)
    assert kept is not None
    assert others.read_bytes() == b"what another kept"
    assert reads(kept) == ([1 - read for read in before] if acknowledged else before)


def reads(path: Path) -> list[int]:
    with closing(apsw.Connection(str(path))) as library:
        return [read for (read,) in library.execute("SELECT read FROM status ORDER BY rowid")]


@pytest.mark.parametrize("whose", ["copy", "mine"])
def test_S10_pages_of_another_size_keep_no_copy_out(copy: Path, mine: Path, whose: str) -> None:
    theirs = {"copy": copy, "mine": mine}[whose]
    change(theirs, "PRAGMA journal_mode = delete", "PRAGMA page_size = 512", "VACUUM")
    Library(mine, clock=Clock()).close()  # in WAL again: its pages are as they are
    restore(mine, copy, now=NOW)
    with Library(mine, clock=Clock()) as library:
        assert (library.faults(), library.count(View("all"))) == ([], 3)


def test_S8_doctor_tells_of_what_was_changed_in_the_library(mine: Path) -> None:
    change(mine, ALTERED["a trigger"])
    with Library(mine, clock=Clock()) as library:
        assert library.faults() == ["“evil” is not as Newsreel makes it"]


def test_S8_ids_that_were_used_up_are_there_again_after_restore(copy: Path, mine: Path) -> None:
    change(mine, ALTERED["no ids left"])
    restore(mine, copy, now=NOW)
    with Library(mine, clock=Clock()) as library:
        assert library.subscribe("https://other.test/feed").id < 100


@pytest.mark.parametrize("turn", [-1, -5])
def test_S8_what_waits_in_an_odd_turn_is_grouped_and_waits_no_more(copy: Path, mine: Path, turn: int) -> None:
    change(copy, f"UPDATE unfiled SET turn = {turn}", f"UPDATE unindexed SET turn = {turn}")
    restore(mine, copy, now=NOW)
    with Library(mine, clock=Clock()) as library:
        assert [library.group_batch(), library.group_batch()] == [False, False]
        assert [library.index_batch(), library.index_batch()] == [False, False]
        assert len(library.stories()) > 0


NO_TEXT = "CAST(x'48656174ff2032' AS TEXT)"


def test_S8_texts_that_are_no_text_cost_a_copy_one_letter(copy: Path, mine: Path) -> None:
    change(
        copy,
        f"UPDATE article SET title = {NO_TEXT} WHERE id = 2",
        f"UPDATE feed SET feed_title = {NO_TEXT}",
        "UPDATE bookmark SET note = printf('%.*c', 2000000, 'x')",
    )
    restore(mine, copy, now=NOW)
    with Library(mine, clock=Clock()) as library:
        assert library.faults() == []
        assert titles(library, View("all")) == ["Heat 0", "Heat� 2", "Heat 2"]
        assert [feed.title for feed in library.feeds()] == ["Heat� 2"]
        assert len(library.bookmarks()[0].note or "") == 1 << 20


def test_S8_a_library_with_such_a_text_is_damaged_and_loses_no_mark(copy: Path, mine: Path) -> None:
    with Library(mine, clock=Clock()) as library:
        library.bookmark(3, note="later")
        library._db.connection().pragma("wal_checkpoint(TRUNCATE)")
    change(mine, f"UPDATE article SET title = {NO_TEXT} WHERE id = 2")
    with Library(mine, clock=Clock()) as library:
        assert library.faults() == ["texts in “article” that cannot be read"]
    _, aside = restore(mine, copy, now=NOW)
    assert aside is not None
    assert aside.name.startswith("library-damaged-")
    with Library(mine, clock=Clock()) as library:
        assert {mark.note for mark in library.bookmarks()} == {"kept", "later"}


BOMBS = {
    "of memory": lambda: bytes(33 << 20),
    "of many": lambda: b"\x92\x91\x92\xa1p\xdd\x01\x31\x2d\x00" + b"\x91\xa0" * 20_000_000 + b"\x90",
    "of depth": lambda: b"\x92\x91" + b"\x92\xa1q\x91" * 900 + b"\x92\xa1p\x90\x90",
    "of some depth": lambda: b"\x92\x91" + b"\x92\xa1q\x91" * 300 + b"\x92\xa1p\x90\x90",
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_S10_a_text_that_unpacks_without_end_is_refused_and_costs_no_other(
    copy: Path, mine: Path, bomb: str
) -> None:
    packed = zlib.compress(BOMBS[bomb](), 9)
    connection = apsw.Connection(str(copy))
    connection.execute("UPDATE body SET tree = ?, source = ? WHERE article_id = 2", (packed,) * 2)
    connection.close()
    restore(mine, copy, now=NOW)
    with Library(mine, clock=Clock()) as library:
        for ask in (library.document, library.source):
            with pytest.raises(StoreError, match="damaged in the library"):
                ask(2)
        while library.index_batch():
            pass
        assert len(library.search("body")) == 2


@pytest.mark.parametrize("how", ["removed", "replaced", "moved aside by restore"])
def test_S8_a_mark_that_would_go_into_a_file_that_is_gone_is_refused(
    copy: Path, mine: Path, how: str
) -> None:
    with Library(mine, clock=Clock()) as library:
        library.mark([1], read=True)
        if how == "moved aside by restore":
            library._db.connection().pragma("wal_checkpoint(TRUNCATE)")
            change(mine, f"UPDATE article SET title = {NO_TEXT} WHERE id = 2")
            restore(mine, copy, now=NOW)
        else:
            mine.rename(mine.with_name("away.db"))
            if how == "replaced":
                shutil.copy(copy, mine)
        for write in (lambda: library.mark([2], read=True), lambda: library.bookmark(2)):
            with pytest.raises(StoreError, match="removed or replaced while it was open"):
                write()


def test_S8_of_a_damaged_copy_it_is_said_to_take_another(copy: Path, mine: Path) -> None:
    copy.write_bytes(copy.read_bytes()[:20_000])
    with pytest.raises(DamagedError, match="nothing in it was changed: name another copy"):
        restore(mine, copy, now=NOW)


def database(path: Path, *, ours: int = 0, mode: str = "delete") -> bytes:
    """Another program's database, or one that has `ours` for its mark."""
    with closing(apsw.Connection(str(path))) as other:
        other.pragma("journal_mode", mode)
        other.pragma("application_id", ours)
        other.execute("CREATE TABLE photos (name); INSERT INTO photos VALUES ('me')").fetchall()
    return path.read_bytes()


def test_S10_a_copy_takes_the_place_of_no_other_programs_database(home: Home) -> None:
    home.library().close()
    for mark, name in ((0, "photos.db"), (0x0F055112, "fossil.db")):
        before = database(home.root / name, ours=mark)
        ran = home.run("backup", str(home.root / name))
        assert (ran.code, "is no backup" in ran.err) == (2, True)
        assert (home.root / name).read_bytes() == before
    for _ in range(2):
        assert home.run("backup", str(home.root / "mine.db")).code == 0


def test_S10_a_copy_takes_no_file_beside_it_and_leaves_none(home: Home) -> None:
    home.library().close()
    theirs = {
        home.root / f"mine.db{end}": end for end in (".part", ".part-wal", ".part-journal", ".restored")
    }
    for path, end in theirs.items():
        path.write_text(end)
    assert home.run("backup", str(home.root / "mine.db")).code == 0
    assert {path: path.read_text() for path in theirs} == theirs
    assert set(home.root.glob("mine.db*")) == {*theirs, home.root / "mine.db"}


@pytest.mark.parametrize("log", ["-wal", "-journal"])
def test_S10_a_copy_is_not_put_beside_a_log_that_would_be_read_into_it(home: Home, log: str) -> None:
    home.library().close()
    beside = home.root / f"mine.db{log}"
    beside.write_text("frames")
    ran = home.run("backup", str(home.root / "mine.db"))
    assert (ran.code, f"{beside} is there" in ran.err) == (1, True)
    assert list(home.root.glob("mine.db*")) == [beside]


def test_S10_what_a_killed_restore_left_is_read_into_no_other(copy: Path, mine: Path) -> None:
    for end in ("", "-journal", "-wal", ".part-0a"):
        mine.with_name(f"library.db.restored-0a{end}").write_bytes(b"half")
    restore(mine, copy, now=NOW)
    assert {each.name for each in mine.parent.iterdir()} <= {
        "library.db", "library.db-wal", "library.db-shm", "backups",
    }  # fmt: skip


def test_S10_what_another_restore_is_at_stays_while_that_one_lives(copy: Path, mine: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        half = mine.with_name(f"library.db.restored-{other.pid}-0a")
        half.write_bytes(b"half")
        restore(mine, copy, now=NOW)
        assert half.exists()
        other.kill()
    restore(mine, copy, now=NOW)
    assert not half.exists()


@pytest.mark.parametrize("how", ["sound", "damaged", "lost"])
def test_S10_where_the_library_is_a_link_the_file_it_leads_to_is_brought_back(
    copy: Path, mine: Path, how: str, tmp_path: Path
) -> None:
    real = tmp_path / "elsewhere" / "films.db"
    real.parent.mkdir()
    mine.rename(real)
    mine.symlink_to(real)
    with Library(mine, clock=Clock()) as library:  # its log lies beside the file
        library.bookmark(2, note="later")
        kept = restore(mine, copy, now=NOW)[1] if how == "sound" else None
    if how == "damaged":
        change(real, f"UPDATE article SET title = {NO_TEXT} WHERE id = 2")
    elif how == "lost":
        real.unlink()
    if how != "sound":
        restore(mine, copy, now=NOW)
    assert (mine.is_symlink(), real.is_file()) == (True, True)
    with Library(mine, clock=Clock()) as library:
        assert {mark.note for mark in library.bookmarks()} == (
            {"kept", "later"} if how == "damaged" else {"kept"}
        )
    if how == "sound":
        assert kept is not None
        with Library(kept, clock=Clock()) as library:
            assert {mark.note for mark in library.bookmarks()} == {"kept", "later"}


def test_S10_a_copy_named_by_a_link_goes_where_it_leads(home: Home, tmp_path: Path) -> None:
    home.library().close()
    real, link = tmp_path / "stick" / "mine.db", tmp_path / "mine.db"
    real.parent.mkdir()
    link.symlink_to(real)
    for _ in range(2):
        assert home.run("backup", str(link)).code == 0
        assert (link.is_symlink(), is_marked(real)) == (True, True)
    assert list(real.parent.iterdir()) == [real]


def test_S10_in_a_home_whose_name_is_not_utf8_copies_are_made_and_brought_back(
    copy: Path, tmp_path: Path
) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/h\xe4use/library.db"))
    path.parent.mkdir()
    shutil.copy(copy, path)
    with Library(path, clock=Clock()) as library:
        made = library.back_up()
        assert made is not None
        library.bookmark(2, note="later")
    _, kept = restore(path, None, now=NOW)
    assert kept is not None
    with Library(path, clock=Clock()) as library:
        assert {mark.note for mark in library.bookmarks()} == {"kept"}
    for source in (made, kept):
        path.write_bytes(path.read_bytes()[:20_000])
        restore(path, source, now=NOW)
        with Library(path, clock=Clock()) as library:
            assert (library.faults(), len(library.bookmarks())) == ([], 1 + (source == kept))


def test_S8_what_is_damaged_takes_no_text_and_no_picture_from_a_copy_that_has_them(
    copy: Path, mine: Path
) -> None:
    for path, shown in ((copy, (1, 2)), (mine, (1, 2, 3))):
        with Library(path, clock=Clock()) as library:
            for number in (1, 2, 3):
                library.bookmark(number, note=f"of {path.name}")
            for number in shown:
                library.save_picture(number, "https://film.test/p", b"NRP1 picture")
            library._db.connection().pragma("wal_checkpoint(TRUNCATE)")
    change(
        mine,
        f"UPDATE article SET title = {NO_TEXT} WHERE id = 2",
        "UPDATE bookmark_body SET tree = x'00' WHERE article_id = 1",
        f"UPDATE bookmark SET note = {NO_TEXT} WHERE article_id = 2",
        "DELETE FROM bookmark_picture WHERE article_id = 1",
    )
    change(copy, "PRAGMA foreign_keys = 1", "UPDATE status SET listed = 0", "DELETE FROM article")
    restore(mine, copy, now=NOW)
    with Library(mine, clock=Clock()) as library:
        assert library.faults() == []
        notes = {mark.article_id: mark.note for mark in library.bookmarks()}
        assert notes == {1: "of library.db", 2: "of copy.db", 3: "of library.db"}
        assert [library.document(number) for number in (1, 2, 3)] == [text(f"Body of {n}") for n in (2, 1, 0)]
        assert {library.picture(number, "https://film.test/p") for number in notes} == {b"NRP1 picture"}


def test_S10_the_log_of_a_library_that_is_gone_is_not_read_into_the_copy(copy: Path, mine: Path) -> None:
    held = apsw.Connection(str(mine))
    held.execute("PRAGMA journal_mode = wal; UPDATE bookmark SET note = 'of the log'").fetchall()
    log = mine.with_name("library.db-wal").read_bytes()
    held.close()
    mine.unlink()
    mine.with_name("library.db-wal").write_bytes(log)
    restore(mine, copy, now=NOW)
    with Library(mine, clock=Clock()) as library:
        assert (library.faults(), [mark.note for mark in library.bookmarks()]) == ([], ["kept"])
    assert [each.read_bytes() for each in mine.parent.glob("library-damaged-*-wal")] == [log]


def test_S10_a_library_whose_damage_says_that_it_is_only_to_be_read_is_restored(
    copy: Path, mine: Path
) -> None:
    harmed = bytearray(mine.read_bytes())
    harmed[18] = 0x7F  # the version of the file format to write: one of later days
    harmed[4096:8192] = bytes(4096)
    mine.write_bytes(harmed)
    restore(mine, copy, now=NOW)
    with Library(mine, clock=Clock()) as library:
        assert [bookmark.note for bookmark in library.bookmarks()] == ["kept"]
