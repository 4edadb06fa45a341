"""The file: what is set, who may open it, and what becomes of it when things go wrong."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import apsw
import pytest

from reader.errors import NewsreelError, StoreError
from reader.library import Library
from reader.model import View
from reader.store import migrations
from reader.store.salvage import salvage
from tests.store.shelf import NOW, Clock, entry, save, titles

ROOT = Path(__file__).resolve().parents[2]


def raw(path: Path) -> apsw.Connection:
    return apsw.Connection(str(path))


def filled(path: Path, *names: str) -> None:
    with Library(path, clock=Clock()) as library:
        save(library, library.subscribe("https://film.test/feed"), *(entry(name) for name in names))


# ---------------------------------------------------------------- what is set


def test_every_pragma_holds(library: Library) -> None:
    connection = library._db.connection()
    wanted = {
        "page_size": 8192,
        "journal_mode": "wal",
        "journal_size_limit": 16 << 20,
        "foreign_keys": 1,
        "temp_store": 2,
        "busy_timeout": 5000,
        "application_id": migrations.APPLICATION_ID,
        "user_version": len(migrations.steps()),
    }
    assert {name: connection.pragma(name) for name in wanted} == wanted


def test_the_persons_word_reaches_the_disk_and_a_feeds_may_wait(library: Library) -> None:
    seen = []
    for durable in (True, False, True):
        with library._db.write(durable=durable) as write:
            seen.append(write.pragma("synchronous"))
    assert seen == [2, 1, 2]


def test_the_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    with Library(tmp_path / "library.db") as library:
        library.subscribe("https://film.test/feed")
        modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
    assert modes == dict.fromkeys(("library.db", "library.db-wal", "library.db-shm"), 384)


def test_a_failed_write_leaves_nothing_behind(library: Library) -> None:
    with pytest.raises(StoreError), library._db.write() as write:
        write.execute("INSERT INTO folder (name) VALUES ('half'); INSERT INTO folder (name) VALUES ('half')")
    assert library._db.rows("SELECT name FROM folder") == []
    library.subscribe("https://film.test/feed", folder="whole")
    assert library.folders() == ["whole"]


def test_ids_are_never_used_again(library: Library) -> None:
    feed = library.subscribe("https://film.test/feed")
    save(library, feed, entry("a"))
    (old,) = library.keys(View("all"))
    with library._db.write() as write:
        write.execute("DELETE FROM status")
    save(library, feed, entry("b"))
    (new,) = library.keys(View("all"))
    assert new.id > old.id


# ---------------------------------------------------------------- threads, processes, forks


def test_each_thread_has_a_connection_and_all_are_closed(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.db")
    library.subscribe("https://film.test/feed")
    connections: list[apsw.Connection] = []

    def use() -> None:
        library.feeds()
        connections.append(library._db.connection())

    threads = [threading.Thread(target=use) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(map(id, [*connections, library._db.connection()]))) == 5
    library.close()
    library.close()
    for connection in connections:
        with pytest.raises(apsw.ConnectionClosedError):
            connection.pragma("user_version")
    with pytest.raises(StoreError, match="closed"):
        library.feeds()


def test_a_connection_at_work_is_left_to_its_thread(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.db")
    working, go_on, told = threading.Event(), threading.Event(), list[str]()

    def work() -> None:
        connection = library._db.connection()

        def pause() -> int:
            working.set()
            go_on.wait()
            return 1

        connection.create_scalar_function("pause", pause, 0)
        told.append(str(connection.execute("SELECT pause()").get))
        try:
            library.feeds()
        except StoreError as error:
            told.append(str(error))

    thread = threading.Thread(target=work)
    thread.start()
    working.wait()
    library.close()
    go_on.set()
    thread.join()
    assert told == ["1", f"The library at {tmp_path / 'library.db'} was closed; open it again."]


def test_opening_it_twice_in_one_process_keeps_the_locks(library: Library, tmp_path: Path) -> None:
    locked = f"import apsw; apsw.Connection({str(tmp_path / 'library.db')!r}).execute('BEGIN IMMEDIATE')"
    with library._db.write() as write:
        write.execute("INSERT INTO folder (name) VALUES ('mine')")
        Library(tmp_path / "library.db").close()
        other = subprocess.run([sys.executable, "-c", locked], capture_output=True, text=True, check=False)
    assert "BusyError" in other.stderr


def test_several_programs_may_make_the_library_at_once(tmp_path: Path) -> None:
    writers = [writer(tmp_path / "library.db", str(n), 1) for n in range(4)]
    assert [(p.communicate()[0], p.returncode) for p in writers] == [("0\n", 0)] * 4


def test_several_programs_may_begin_anew_at_once_beside_a_copy(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library(path) as library:
        library.back_up()
    path.unlink()
    writers = [writer(path, str(n), 0) for n in range(8)]
    assert [(p.communicate()[0], p.returncode) for p in writers] == [("", 0)] * 8


def test_another_connections_writing_is_noticed(library: Library, tmp_path: Path) -> None:
    before = library.data_version()
    library.feeds()
    assert library.data_version() == before
    with Library(tmp_path / "library.db") as other:
        other.subscribe("https://film.test/feed")
    assert library.data_version() != before


def test_a_library_opened_before_a_fork_refuses_to_work_after_it(library: Library) -> None:
    child = os.fork()
    if not child:
        try:
            library.feeds()
        except StoreError as error:
            os._exit(0 if "fork" in str(error) else 2)
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


WRITER = """
import sys
from pathlib import Path
from reader.library import Library
from reader.model import View
from tests.store.shelf import Clock, entry, save
name, count = sys.argv[2], int(sys.argv[3])
with Library(Path(sys.argv[1]), clock=Clock()) as library:
    feed = library.subscribe("https://film.test/" + name)
    for n in range(count):
        save(library, feed, entry(f"{name} {n}", url=None))
        (key,) = library.keys(View("feed", feed_id=feed.id), limit=1)
        library.mark([key.id], read=True)
        print(n, flush=True)
"""


def writer(path: Path, name: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), name, str(count)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_two_processes_write_at_once_and_nothing_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    writers = [writer(path, name, 60) for name in ("one", "two")]
    assert [process.communicate()[0].count("\n") for process in writers] == [60, 60]
    assert [process.returncode for process in writers] == [0, 0]
    with Library(path, clock=Clock()) as library:
        assert (library.counts().total, library.counts().unread) == (120, 0)
        assert library._db.value("PRAGMA integrity_check") == "ok"


def test_a_writer_killed_at_any_moment_loses_nothing_it_had_saved(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    for round_ in range(3):
        process = writer(path, f"round {round_}", 10_000)
        assert process.stdout is not None
        with process.stdout as lines:
            for _ in range(20 + 7 * round_):
                said = lines.readline()
            process.send_signal(signal.SIGKILL)
            process.wait()
            said = ([said, *lines.read().split()])[-1]
        with Library(path, clock=Clock()) as library:
            feed = library.find_feed(f"https://film.test/round {round_}")
            assert library._db.value("PRAGMA integrity_check") == "ok"
            assert library._db.rows("PRAGMA foreign_key_check") == []
            assert feed.total - feed.unread >= int(said) + 1
            assert feed.total == len(library.keys(View("feed", feed_id=feed.id), limit=10_000))


# ---------------------------------------------------------------- files that are not ours to change


def test_a_newer_library_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    filled(path, "a")
    with raw(path) as connection:
        connection.pragma("user_version", 99)
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"newer Newsreel \(schema 99; .* upgrade Newsreel"):
        Library(path)
    assert path.read_bytes() == before


def test_a_library_that_a_newer_one_changes_while_it_is_open_here_is_written_to_no_more(
    library: Library, tmp_path: Path
) -> None:
    """As by a refresh after an upgrade, beside a reader from before it: old words in new tables."""
    save(library, library.subscribe("https://film.test/feed"), entry("a"))
    newer = raw(tmp_path / "library.db")
    newer.pragma("user_version", len(migrations.steps()) + 1)
    newer.close()
    told = "brought up to date by a newer Newsreel while it was open here"
    for write in (lambda: library.bookmark(1), lambda: library.mark([1], read=True)):
        with pytest.raises(StoreError, match=told):
            write()
    with pytest.raises(StoreError, match=told):
        library.data_version()
    with ThreadPoolExecutor(1) as another, pytest.raises(StoreError, match=told):
        another.submit(library.bookmark, 1).result()  # by a connection of its own
    assert titles(library, View("all")) == ["Title a"]


def test_another_programs_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    connection = raw(path)
    connection.execute("CREATE TABLE theirs (x)").fetchall()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="belongs to another program"):
        Library(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "junk", [b"<html>" * 4000, b"SQLite format 3\0" + b"\xff" * 20_000], ids=["html", "torn"]
)
def test_a_file_that_is_no_library_is_refused_and_left_alone(tmp_path: Path, junk: bytes) -> None:
    path = tmp_path / "library.db"
    path.write_bytes(junk)
    with pytest.raises(StoreError, match=r"library\.db .*nothing in it was changed: there is no copy"):
        Library(path)
    assert path.read_bytes() == junk


def test_damage_found_while_reading_is_said_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    filled(path, *(str(n) for n in range(50)))
    data = bytearray(path.read_bytes())
    for page in range(8192 * 3, len(data), 8192):
        data[page : page + 64] = b"\xa5" * 64
    path.write_bytes(data)
    with pytest.raises(StoreError, match="is damaged"), Library(path) as library:
        library.rows([key.id for key in library.keys(View("all"))])
    assert path.read_bytes() == data


def test_damage_anywhere_is_met_with_a_sentence(tmp_path: Path) -> None:
    path, chance = tmp_path / "library.db", random.Random(8)
    filled(path, *(str(n) for n in range(12)))
    whole = path.read_bytes()
    met = 0
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(chance.choice([1, 8, 300])):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path.write_bytes(data[: chance.choice([len(data), len(data), chance.randrange(len(data))])])
        try:
            with Library(path, clock=Clock()) as library:
                library.feeds()
                for key in library.keys(View("all")):
                    library.article(key.id), library.document(key.id), library.source(key.id)
                library.mark_view(View("all"), read=True)
        except NewsreelError as error:
            met += "\n" not in str(error)
        for beside in ("library.db-wal", "library.db-shm"):
            (tmp_path / beside).unlink(missing_ok=True)
    assert met > 30


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"cannot be opened .*check that its folder exists"):
        Library(tmp_path / "nowhere" / "library.db")


READ_ONLY = """
import json, os, sys, zlib  # now: another user may not read where Python is
from pathlib import Path
from reader.errors import StoreError
from reader.library import Library
from reader.model import View
if os.getuid() == 0:
    os.setuid(65534)  # root may write anywhere
with Library(Path(sys.argv[1])) as library:
    print(library.read_only)
    print([row.title for row in library.rows([key.id for key in library.keys(View("all"))])])
    try:
        library.mark([1], read=True)
    except StoreError as error:
        print(error)
"""


def test_a_folder_that_cannot_be_written_is_read(tmp_path: Path) -> None:
    path = shutil.copytree(tmp_path, Path("/tmp") / f"newsreel-{os.getpid()}-{NOW}") / "library.db"
    try:
        filled(path, "a", "b")
        path.chmod(0o444)
        path.parent.chmod(0o555)
        done = subprocess.run(
            [sys.executable, "-c", READ_ONLY, str(path)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        shutil.rmtree(path.parent)
    why = f"{path} cannot be written (Permission denied), so nothing you mark is kept"
    titles = "['Title a', 'Title b']"
    assert (done.stdout.splitlines(), done.stderr) == (
        [why, titles, f"{why}; give yourself the right to write there and try again."],
        "",
    )


def test_a_full_disk_is_said_and_loses_nothing(library: Library) -> None:
    feed = library.subscribe("https://film.test/feed")
    save(library, feed, entry("a"))
    connection = library._db.connection()
    connection.pragma("max_page_count", connection.pragma("page_count"))
    with pytest.raises(StoreError, match=r"disk that holds .* is full, so nothing more was saved"):
        save(library, feed, *(entry(str(n), source="".join(map(chr, range(200, 9000)))) for n in range(50)))
    assert titles(library, View("all")) == ["Title a"]
    connection.pragma("max_page_count", 1 << 30)
    assert save(library, feed, entry("b")).new == 1


def test_a_library_in_use_by_a_stuck_program_is_said(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.store.database.BUSY_MS", 1)
    other = raw(tmp_path / "library.db")
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match=r"is busy: another Newsreel .*try again"):
        library.subscribe("https://film.test/feed")
    other.close()
    assert library.subscribe("https://film.test/feed").id == 1


# ---------------------------------------------------------------- migrations


def test_an_older_library_is_backed_up_then_brought_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.db"
    filled(path, "a")
    steps = migrations.steps()
    monkeypatch.setattr(
        migrations, "steps", lambda: [*steps, "CREATE TABLE later (x); CREATE INDEX l ON later (x)"]
    )
    with Library(path, clock=Clock()) as library:
        assert (titles(library, View("all")), library._db.rows("SELECT * FROM later")) == (["Title a"], [])
    (copy,) = (tmp_path / "backups").iterdir()
    assert (copy.name, copy.stat().st_mode & 0o777) == (f"before-schema-{len(steps) + 1}-{NOW}.db", 0o600)
    monkeypatch.undo()
    with Library(copy, clock=Clock()) as library:
        assert titles(library, View("all")) == ["Title a"]


def test_bookmarks_of_a_damaged_older_library_are_salvaged(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    filled(path, "a")
    with Library(path, clock=Clock()) as library:
        library.bookmark(library.newest().id, note="mine")
        kept = library.bookmarks()
    old = raw(path)
    old.execute(
        "DROP INDEX list_bookmarks; ALTER TABLE bookmark DROP COLUMN micros; PRAGMA user_version = 11"
    )
    old.close()
    with Library(tmp_path / "new.db", clock=Clock()) as library:
        library.subscribe("https://film.test/feed")
        salvage(path, tmp_path / "new.db", NOW)
        assert library.bookmarks() == kept


def test_a_step_that_fails_leaves_the_library_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.db"
    filled(path, "a")
    steps = migrations.steps()
    with monkeypatch.context() as patched:
        twice = "CREATE TABLE later (x); CREATE TABLE later (x)"
        patched.setattr(migrations, "steps", lambda: [*steps, twice])
        with pytest.raises(StoreError):
            Library(path, clock=Clock())
    with Library(path, clock=Clock()) as library:
        assert titles(library, View("all")) == ["Title a"]
        assert library._db.rows("SELECT name FROM sqlite_schema WHERE name = 'later'") == []
