"""S rows: what the person said is kept, whatever happens to the process, the disk or the file."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader import config
from reader.errors import DamagedError, NewsreelError, StoreError
from reader.library import Library
from reader.library.mending import restore
from reader.model import View
from reader.store.daily import KEPT
from tests.conftest import need
from tests.faults.conftest import HOUR, Home, clean_environ, rss
from tests.faults.terminal import NEWSREEL, ROOT
from tests.server import Reply, Server

DAY = 24 * HOUR


APART = "https://film-"
"""Every page on a host of its own: those of bookmarks are asked for, and of one host one in two seconds."""


@pytest.fixture
def filled(home: Home, server: Server) -> Home:
    """Twelve articles; the last one bookmarked with a note."""
    home.follow(
        server.add("/feed", Reply(rss(*(f"Story {n}" for n in range(12)), link=APART), etag='"1"')),
        title="Mine",
        folder="Trade",
    )
    home.refresh()
    with home.library() as library:
        library.bookmark(1, tags=["t"], note="kept")
    return home


def state(home: Home) -> tuple[object, ...]:
    """All that the person said."""
    with home.library() as library:
        assert library.faults() == []
        marks = [(mark.article_id, mark.title, mark.tags, mark.note) for mark in library.bookmarks()]
        texts = [library.document(mark[0]) for mark in marks]
        read = library._db.rows("SELECT id, read FROM status ORDER BY id")
        return [(f.url, f.title, f.folder) for f in library.feeds()], marks, texts, read


WRITES = """
import sys
from pathlib import Path
from reader.library import Library
with Library(Path(sys.argv[1])) as library:
    for n in range(1, 13):
        library.mark([n], read=True)
        print("mark", n, flush=True)
        library.bookmark(n, note=f"note {n}")
        print("bookmark", n, flush=True)
"""


def killed_at(home: Home, call: str, when: int) -> tuple[int, list[str]]:
    """Let a writer die at that system call; return its exit code and what it had acknowledged."""
    strace = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"inject={call}:signal=KILL:when={when}"]
    done = subprocess.run(
        [*strace, sys.executable, "-c", WRITES, str(home.paths.library)],
        capture_output=True, text=True, cwd=ROOT, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout.split("\n")[:-1]


def lost(home: Home, said: list[str]) -> list[str]:
    """Which acknowledged writes the library does not know."""
    with home.library() as library:
        assert library.faults() == []
        saved = {f"bookmark {mark.article_id}" for mark in library.bookmarks()}
        read = {f"mark {row[0]}" for row in library._db.rows("SELECT id FROM status WHERE read = 1")}
    return [line for line in said if line not in saved | read]


@pytest.mark.parametrize("call", ["pwrite64", "fdatasync"])
def test_S1_a_writer_killed_at_a_write_loses_nothing_acknowledged(filled: Home, call: str) -> None:
    need("strace")
    copy = filled.root / "copy.db"
    shutil.copy(filled.paths.library, copy)
    for when in random.Random(int(time.time()) // DAY).sample(range(1, 60), 6):
        for suffix in ("-wal", "-shm"):
            filled.paths.library.with_name(f"library.db{suffix}").unlink(missing_ok=True)
        shutil.copy(copy, filled.paths.library)
        _, said = killed_at(filled, call, when)
        assert lost(filled, said) == []


def test_S2_a_mark_is_on_the_disk_before_it_is_acknowledged(filled: Home) -> None:
    need("strace")
    trace = filled.root / "trace"
    calls = "trace=pwrite64,fdatasync,fsync,write"
    words = ["strace", "-f", "-qq", "-y", "-e", calls, "-o", str(trace)]
    subprocess.run([*words, sys.executable, "-c", WRITES, str(filled.paths.library)], check=True, cwd=ROOT,
                   capture_output=True)  # fmt: skip
    dirty, acknowledged = False, 0
    for line in trace.read_text().splitlines():
        if "library.db-wal" in line and "pwrite64" in line:
            dirty = True
        elif "sync(" in line and "library.db-wal" in line:
            dirty = False
        elif "write(1" in line and ("mark" in line or "bookmark" in line):
            acknowledged += 1
            assert not dirty, line
    assert acknowledged == 24


def test_S3_a_full_disk_is_said_and_loses_nothing(filled: Home, server: Server) -> None:
    before = state(filled)
    size = filled.paths.library.stat().st_size

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size // 2, size // 2))

    server.add("/feed", Reply(rss(*(f"New {n}" * 50 for n in range(300)))))
    ran = filled.run("refresh", "--force", preexec_fn=limit)
    assert ("Traceback" in ran.err, ran.code) in ((False, 1), (False, 3), (False, 0))
    assert ran.code or "articles" in ran.out
    filled.run("mark", "read", "story", preexec_fn=limit)
    assert state(filled)[:3] == before[:3]
    assert filled.refresh("--force")[1]["status"] == "updated"


@pytest.mark.parametrize(
    ("call", "fault"), [("fdatasync", "EIO"), ("pwrite64", "ENOSPC"), ("pread64", "EIO")]
)
def test_S4_an_error_of_the_disk_is_said(filled: Home, call: str, fault: str) -> None:
    need("strace")
    before = state(filled)
    for when in (1, 3):
        files = ["-P", str(filled.paths.library), "-P", f"{filled.paths.library}-wal"]
        inject = ["-e", f"inject={call}:error={fault}:when={when}+"]
        strace = ["strace", "-f", "-qq", "-o", "/dev/null", *files, *inject]
        ran = filled.run("bookmark", "2", before=strace)
        assert (ran.code in (0, 1), "Traceback" in ran.err) == (True, False)
        if ran.code == 0:
            assert lost(filled, ["bookmark 2"]) == []
        filled.run("bookmark", "2", "--remove")
    assert state(filled)[:2] == before[:2]


HAMMER = """
import sys, time
from pathlib import Path
from reader.library import Library
from reader.model import View
end = time.monotonic() + float(sys.argv[2])
done = 0
with Library(Path(sys.argv[1])) as library:
    while time.monotonic() < end:
        ids = [key.id for key in library.keys(View("all"), limit=20)]
        library.mark(ids, read=done % 2 == 0)
        library.bookmark(ids[done % len(ids)], note=f"{sys.argv[3]} {done}")
        library.rows(ids); library.counts(); library.search("story")
        done += 1
        time.sleep(0.002)
print(done)
"""


def hammer(home: Home, seconds: float) -> list[int]:
    """Two readers and a refresh on one library for so long; return how many rounds each reader did."""
    env = {**clean_environ(), **home.environ}
    readers = [
        subprocess.Popen([sys.executable, "-c", HAMMER, str(home.paths.library), str(seconds), name],
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT, env=env)
        for name in "ab"
    ]  # fmt: skip
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        ran = home.run("refresh", "--force", "--json")
        assert (ran.code, ran.err) == (0, "")
    wrote = [reader.communicate() for reader in readers]
    assert [err for _, err in wrote] == ["", ""]
    return [int(out) for out, _ in wrote]


def test_S5_two_readers_and_a_refresh_share_one_library(filled: Home) -> None:
    # How often says how busy the machine is; the longer form is `make torture`.
    assert min(hammer(filled, 3)) > 1
    state(filled)


def test_S6_a_lock_dies_with_its_holder(filled: Home, server: Server) -> None:
    filled.follow(server.add("/hang", Reply(hang=True)))
    env = {**clean_environ(), **filled.environ}
    refresh = subprocess.Popen([*NEWSREEL, "refresh", "--json"], env=env, cwd=ROOT, stdout=subprocess.PIPE)
    assert refresh.stdout is not None
    assert b"start" in refresh.stdout.readline()
    assert filled.run("refresh", "--json").events[0]["event"] == "busy"
    refresh.kill()
    refresh.wait()
    with refresh.stdout as told:
        told.read()  # to its end: the worker, too, is gone
    assert "feed" in {event["event"] for event in filled.run("refresh", "1", "--force", "--json").events}


def as_nobody() -> list[str]:
    """Words before a command that take root's rights from it."""
    if os.getuid() != 0:
        return []
    need("setpriv")
    words = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    if subprocess.run([*words, sys.executable, "-c", ""], capture_output=True, check=False).returncode:
        pytest.skip("this Python stands where root alone may look")  # as one below /root does
    return words


@pytest.fixture
def public(tmp_path: Path) -> Iterator[Home]:
    """A home that anyone may reach."""
    root = Path("/tmp") / f"newsreel-{os.getpid()}-{time.monotonic_ns()}"
    home = Home(root)
    home.paths.create()
    with home.library() as library:
        library.subscribe("https://film.test/feed")
    root.chmod(0o755)
    yield home
    subprocess.run(["chmod", "-R", "u+rwX", str(root)], check=False)
    shutil.rmtree(root)


@pytest.mark.parametrize("what", ["read-only", "missing", "a file", "another's", "closed"])
@pytest.mark.parametrize(
    "words", [("list",), ("add", "http://127.0.0.1:1/"), ("refresh",), ("doctor",)], ids=" ".join
)
def test_S7_folders_that_cannot_be_used_are_one_clear_line(
    public: Home, what: str, words: tuple[str, ...]
) -> None:
    root, before = public.root, as_nobody()
    if what == "read-only":
        subprocess.run(["chmod", "-R", "a+rX,a-w", str(root)], check=True)
        for folder in root.iterdir():
            folder.chmod(0o555)
    elif what in ("missing", "a file"):
        shutil.rmtree(root)
        root.parent.joinpath(root.name).mkdir(mode=0o555) if what == "missing" else root.write_text("x")
    elif what == "closed":
        root.chmod(0o000)
    environ = {"HOME": "/nonexistent", "PYTHONDONTWRITEBYTECODE": "1"}
    ran = public.run(*words, before=before, environ=environ)
    if root.is_file():
        root.unlink()
        root.mkdir()
    else:
        root.chmod(0o755)
    assert ("Traceback" in ran.err, "Something went wrong" in ran.err, ran.code in (0, 1)) == (
        False,
        False,
        True,
    )
    assert words[0] == "doctor" or len(ran.err.splitlines()) <= 2
    assert not (ran.code == 1 and not (ran.err + ran.out).strip())


def damaged(whole: bytes, chance: random.Random) -> bytes:
    """A file that a bad disk gives back: flipped bytes, a torn end, a junk head, nothing at all."""
    data = bytearray(whole)
    match chance.choice(["flip", "flip", "flip", "page", "cut", "head", "none"]):
        case "flip":
            for _ in range(chance.choice([1, 20, 400])):
                data[chance.randrange(len(data))] = chance.randrange(256)
        case "page":
            start = chance.randrange(len(data) // 8192) * 8192
            data[start : start + 8192] = bytes(8192)
        case "cut":
            data = data[: chance.randrange(len(data))]
        case "head":
            data[:100] = chance.randbytes(100)
        case "none":
            data = data[:0]
    return bytes(data)


def damage(home: Home, rounds: int, chance: random.Random) -> tuple[int, int]:
    """Damage the library again and again; return how often that was met, and how many files were deleted."""
    with home.library() as library:
        next(iter(home.paths.backups.glob("*.db")), home.paths.data / "none").unlink(missing_ok=True)
        library.back_up()
        marks = library.bookmarks()
        library._db.connection().pragma("wal_checkpoint(TRUNCATE)")
    whole, deleted, met = home.paths.library.read_bytes(), 0, 0
    for _ in range(rounds):
        bad = damaged(whole, chance)
        for suffix in ("", "-wal", "-shm"):
            home.paths.library.with_name(f"library.db{suffix}").unlink(missing_ok=True)
        home.paths.library.write_bytes(bad)
        before = {file.name for file in home.paths.data.rglob("*.db")}
        try:
            with home.library() as library:
                broken = bool(library.faults()) or library.bookmarks() != marks
        except NewsreelError as error:
            broken = "\n" not in str(error)
        if broken:
            met += 1
            _, kept = restore(home.paths.library, None, now=home.now())
            assert kept is None or kept.exists()
            with home.library() as library:
                assert (library.bookmarks(), library.faults()) == (marks, [])
        deleted += len(before - {file.name for file in home.paths.data.rglob("*.db")})
    return met, deleted


def test_S8_a_damaged_library_is_moved_aside_and_comes_back(filled: Home) -> None:
    met, deleted = damage(filled, 15, random.Random(int(time.time()) // DAY))
    assert (met > 3, deleted) == (True, 0)


def test_S8_damage_is_never_overwritten_and_restore_is_offered(filled: Home) -> None:
    with filled.library() as library:
        library.back_up()
    marks = state(filled)[1]
    junk = b"SQLite format 3\0" + random.Random(1).randbytes(30_000)
    for beside in filled.paths.data.glob("library.db-*"):
        beside.unlink()
    filled.paths.library.write_bytes(junk)
    for words in (["list"], ["refresh"], ["bookmark", "1"], []):
        ran = filled.run(*words)
        assert (ran.code, "newsreel restore" in ran.err, "Traceback" in ran.err) == (1, True, False)
        assert filled.paths.library.read_bytes() == junk
    assert filled.run("doctor").code == 1
    ran = filled.run("restore")
    assert ran.code == 0
    (aside,) = filled.paths.data.glob("library-damaged-*.db")
    assert aside.read_bytes() == junk
    assert state(filled)[1] == marks


def test_S8_an_empty_file_beside_backups_is_no_new_library(filled: Home) -> None:
    with filled.library() as library:
        library.back_up()
    for beside in filled.paths.data.glob("library.db-*"):
        beside.unlink()
    filled.paths.library.write_bytes(b"")
    assert "newsreel restore" in filled.run("list").err
    assert filled.paths.library.read_bytes() == b""


def test_S8_the_reader_offers_the_last_good_copy(filled: Home) -> None:
    with filled.library() as library:
        library.back_up()
    filled.paths.library.write_bytes(b"junk" * 5000)
    with filled.terminal() as terminal:
        terminal.wait("damaged", "[y/N]")
        terminal.type("y\r")
        terminal.wait("Today", "Unread") if terminal.screen.columns >= 120 else terminal.wait("Unread")
        terminal.signal(signal.SIGTERM)
        assert terminal.ended()[0] == 143
    assert len(list(filled.paths.data.glob("library-damaged-*.db"))) == 1
    assert [mark[3] for mark in state(filled)[1]] == ["kept"]


def test_S9_without_the_cache_nothing_of_the_persons_is_missing(filled: Home) -> None:
    before = state(filled)
    shutil.rmtree(filled.paths.cache)
    assert state(filled) == before
    assert "kept" in filled.run("bookmarks", "--json").out


def test_S10_a_refresh_makes_the_copy_of_the_day_and_keeps_seven(filled: Home) -> None:
    for _ in range(9):
        filled.refresh("--force")
        filled.later(DAY)
    copies = sorted(filled.paths.backups.glob("????-??-??.db"))
    assert len(copies) == KEPT
    assert {file.suffix for file in filled.paths.backups.iterdir()} == {".db"}
    before = state(filled)
    for file in filled.paths.data.glob("library.db*"):
        file.unlink()
    assert filled.run("restore").code == 0
    assert state(filled)[:3] == before[:3]
    filled.refresh()
    assert state(filled) == before
    with filled.library() as library:
        assert library.count(View("all")) == 12


def test_S10_a_copy_that_is_not_sound_is_not_kept_and_takes_no_place(filled: Home) -> None:
    with filled.library() as library:
        library._db.connection().pragma("wal_checkpoint(TRUNCATE)")
        page = 8192 * (library._db.value("SELECT rootpage FROM sqlite_schema WHERE name = 'body'") - 1)
    whole = filled.paths.library.read_bytes()
    filled.paths.library.write_bytes(whole[:page] + bytes(8192) + whole[page + 8192 :])
    with filled.library() as library:
        assert library.faults() != []
    ran = filled.run("backup", str(filled.root / "mine.db"))
    assert (ran.code, "damaged" in ran.err) == (1, True)
    assert list(filled.root.glob("mine*")) == []


def test_S10_backup_and_restore_by_hand(filled: Home) -> None:
    before, file = state(filled), filled.root / "mine.db"
    assert filled.run("backup", str(file)).code == 0
    assert file.stat().st_mode & 0o077 == 0
    filled.run("mark", "read", "story")
    filled.run("bookmark", "1", "--remove")
    told = filled.run("restore", str(file)).err
    assert state(filled) == before
    (aside,) = filled.paths.backups.glob("before-restore-*.db")
    assert f"What was there before is kept at {aside} until you remove it." in told
    for _ in range(20):  # what was said there is in no later copy: it goes by nobody's hand but the person's
        filled.later(DAY)
        with filled.library() as library:
            library.bookmark(1, note=f"{filled.offset}")
            library.back_up()
    assert len(list(filled.paths.backups.glob("????-??-??.db"))) == 7
    assert aside.exists()
    assert filled.run("restore", str(file)).code == 0
    notes = filled.root / "notes.txt"
    notes.write_text("mine")
    for words in (["backup", str(notes)], ["restore", str(notes)], ["restore", "/nowhere"],
                  ["backup", str(filled.paths.library)]):  # fmt: skip
        assert filled.run(*words).code in (1, 2)
    assert (notes.read_text(), state(filled)) == ("mine", before)


def test_S10_a_reader_that_is_open_sees_what_was_restored(filled: Home) -> None:
    file = filled.root / "mine.db"
    filled.run("backup", str(file))
    with filled.library() as library:
        seen = library.data_version()
        library.mark([3], read=not library.article(3).read)
        now = library.article(3).read
        filled.run("restore", str(file))
        assert library.data_version() != seen
        assert (library.article(3).read, library.faults()) == (not now, [])
        library.mark([3], read=now)


def test_S12_subscriptions_go_out_and_come_in_again(filled: Home, tmp_path: Path) -> None:
    opml = tmp_path / "out.opml"
    assert filled.run("export", "opml", "-o", str(opml)).code == 0
    other = Home(tmp_path / "other")
    for added in (1, 0):
        assert len(other.run("import", str(opml), "--json").json["added"]) == added
    assert state(other)[0] == state(filled)[0]


@pytest.mark.parametrize("text", ["ab\0cd", "a\ud800b", "\U0010ffff\ufffe"])
def test_S14_no_text_breaks_the_library(filled: Home, text: str) -> None:
    with filled.library() as library:
        saved = library.bookmark(1, tags=[text], note=text)
        assert library.bookmarks()[0] == saved
        assert ("a" in (saved.note or ""), len(saved.tags)) == ("a" in text, 1)
        assert library.search(f'"{text}"') is not None


def test_S15_settings_are_old_or_new_never_half(home: Home) -> None:
    need("strace")
    home.paths.create()
    old = '# mine\ntheme = "noir"\n'
    for call in ("fsync", "rename", "write"):
        home.paths.config_file.write_text(old)
        calls = "rename,renameat,renameat2" if call == "rename" else call
        strace = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"inject={calls}:signal=KILL:when=1"]
        home.run("config", "theme", "matinee", before=strace)
        text = home.paths.config_file.read_text()
        assert text in (old, old.replace("noir", "matinee"))
        config.load(home.paths.config_file)


def test_S17_files_are_the_persons_alone_and_hold_no_secrets(home: Home, server: Server) -> None:
    feed = home.follow(server.add("/feed?key=SECRET", Reply(b"<html>")).replace("//", "//me:SECRET@"))
    home.refresh()
    home.run("backup")
    home.run("config", "theme", "matinee")
    assert home.feed(feed).error
    log = home.paths.log.read_text()
    assert ("SECRET" in log, "feed 1" in log) == (False, True)
    modes = {str(f.relative_to(home.root)): f.stat().st_mode & 0o777 for f in home.root.rglob("*")}
    assert {name: mode for name, mode in modes.items() if mode & 0o077} == {}


@pytest.mark.parametrize("words", [("feeds",), ("config", "theme", "matinee"), ("refresh",), ("backup",)])
def test_S17_a_home_that_is_made_is_the_persons_alone(tmp_path: Path, words: tuple[str, ...]) -> None:
    home = Home(tmp_path / "new" / "home")
    assert home.run(*words).code == 0
    made = [tmp_path / "new", *(tmp_path / "new").rglob("*")]
    assert {str(path): oct(path.stat().st_mode) for path in made if path.stat().st_mode & 0o077} == {}


def test_S17_the_log_rotates(tmp_path: Path) -> None:
    from reader import log

    file = tmp_path / "newsreel.log"
    for n in range(900):
        log.note(file, f"{n} http://me:pw@film.test/feed?key=SECRET {'x' * 2000}\x1b]0;x\x07")
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "newsreel.log", "newsreel.log.1", "newsreel.log.2", "newsreel.log.3",
    ]  # fmt: skip
    assert sum(each.stat().st_size for each in tmp_path.iterdir()) < 5 * log.LARGEST
    text = file.read_text()
    assert ("SECRET" in text, "pw" in text, "\x1b" in text, "http://film.test/feed" in text) == (
        False, False, False, True,
    )  # fmt: skip


def test_a_fault_begins_with_what_went_wrong_however_many_lines_that_has(tmp_path: Path) -> None:
    from reader import log

    file = tmp_path / "newsreel.log"
    for error in ValueError("first\nsecond"), SyntaxError("third", ("a.py", 1, 1, "x\n")), KeyError():
        try:
            raise error
        except Exception as raised:  # with the trace that raising gives it
            log.fault(file, raised)
    began = [line.split(" ", 3)[3].split(" | ")[0] for line in file.read_text().splitlines()]
    assert began == ["ValueError: first second", "SyntaxError: third", "KeyError"]


def test_S17_no_address_is_seen_in_the_list_of_processes(filled: Home) -> None:
    from reader.ui import refresher

    assert "url" not in Path(refresher.__file__).read_text()


def test_S4_damage_has_an_error_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "library.db").write_bytes(b"x" * 9000)
    with pytest.raises(DamagedError) as raised:
        Library(tmp_path / "library.db")
    assert isinstance(raised.value, StoreError)


def test_S8_an_error_is_one_line_whatever_sqlite_says() -> None:
    import apsw

    from reader.store.faults import reason

    assert reason(apsw.CorruptError("malformed schema\n  (x)")) == "malformed schema (x)"
