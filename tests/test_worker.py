"""The refresh as a real process: poison, bombs, kills, the leash, the lock, and what is kept."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from html import escape
from pathlib import Path
from typing import Any

import pytest

from reader.library import Library
from reader.paths import Paths
from reader.refresh import run
from reader.text.render import as_text
from reader.worker import Hand
from reader.worker.parent import Process, Supervisor, resident
from tests.server import Asked, Reply, Server
from tests.store.shelf import Clock, entry, save, text
from tests.store.test_merging import PARTS

PATIENCE = 15
"""Seconds: well under the 45 that a server which hangs is given, and well over what a busy machine takes."""
POISON = b"<rss><channel><item " + b" ".join(b"a%d='x'" % n for n in range(100_000)) + b"><title>x</title>"


needs_ps = pytest.mark.skipif(shutil.which("ps") is None, reason="needs ps")


def rss(title: str) -> bytes:
    """A feed of one item."""
    item = f"<item><guid>{title}</guid><title>{title}</title></item>"
    return f"<rss version='2.0'><channel><title>Feed {title}</title>{item}</channel></rss>".encode()


class Home:
    """A home with a library in it, and refreshes of it as processes."""

    def __init__(self, root: Path, server: Server) -> None:
        self.root, self.server = root, server
        self.paths = Paths(*(root / name for name in ("config", "data", "cache", "state")))
        self.paths.create()

    def follow(self, path: str, reply: Any) -> int:
        with Library(self.paths.library) as library:
            return library.subscribe(self.server.add(path, reply), private=True).id

    def titles(self) -> list[str]:
        with Library(self.paths.library) as library:
            return sorted(article.title for article in library.search(""))

    def errors(self) -> dict[int, str | None]:
        with Library(self.paths.library) as library:
            return {feed.id: feed.error for feed in library.feeds()}

    def start(
        self, call: str = "json=True", environ: Mapping[str, str] | None = None, **more: Any
    ) -> subprocess.Popen[bytes]:
        code = f"import sys; from reader.refresh import run; sys.exit(run({call}))"
        environ = {**os.environ, "NEWSREEL_HOME": str(self.root), **(environ or {})}
        pipes: dict[str, Any] = {
            "stdin": subprocess.DEVNULL,
            "stdout": subprocess.PIPE,
            "stderr": subprocess.PIPE,
        }
        return subprocess.Popen([sys.executable, "-c", code], env=environ, **{**pipes, **more})

    def run(self, call: str = "json=True", **more: Any) -> tuple[int, str, str]:
        """Refresh to the end; return exit code, stdout and stderr."""
        with self.start(call, **more) as process:
            out, err = process.communicate(timeout=30)
        return process.returncode, out.decode(), (err or b"").decode()

    @contextmanager
    def hung(
        self, *, call: str = "json=True", stdin: int = subprocess.DEVNULL, **more: Any
    ) -> Iterator[subprocess.Popen[bytes]]:
        """A refresh that has saved one feed and waits for another that says nothing."""
        asked = threading.Event()

        def hang(_: Asked) -> Reply:
            asked.set()
            return Reply(hang=True)

        self.follow("/good", Reply(rss("Good")))
        self.follow("/hang", hang)
        with self.start(call, stdin=stdin, **more) as process:
            assert process.stdout is not None
            assert [json.loads(process.stdout.readline())["event"] for _ in range(2)] == ["start", "feed"]
            assert asked.wait(10)
            try:
                yield process
            finally:
                process.kill()


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    with Server() as server:
        yield Home(tmp_path, server)


def events(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def by_feed(out: str) -> dict[int, str]:
    return {event["feed_id"]: event["status"] for event in events(out) if event["event"] == "feed"}


def worker_of(process: subprocess.Popen[bytes]) -> int:
    listed = subprocess.run(
        ["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True
    ).stdout
    pairs = [tuple(map(int, line.split())) for line in listed.splitlines()]
    return next(pid for pid, parent in pairs if parent == process.pid)


def test_events_are_the_contracts(home: Home) -> None:
    good, bad = home.follow("/good", Reply(rss("Good"))), home.follow("/bad", Reply(status=500))
    code, out, err = home.run()
    start, *feeds, searchable, texts, done = events(out)
    assert (code, err, searchable, texts) == (3, "", {"event": "searchable"}, {"event": "texts"})
    assert start == {"event": "start", "feeds": 2}
    assert {event["feed_id"]: event["status"] for event in feeds} == {good: "updated", bad: "failed"}
    keys = {
        "event",
        "feed_id",
        "url",
        "status",
        "new",
        "unread",
        "changed",
        "seconds",
        "error",
        "kind",
        "left_out",
    }
    assert [set(event) for event in feeds] == [keys, keys]
    assert {event["kind"] for event in feeds} == {None, "http"}
    assert done.pop("seconds") > 0
    assert done == {"event": "done", "updated": 1, "unchanged": 0, "failed": 1, "skipped": 0, "new": 1}


def test_in_words(home: Home) -> None:
    home.follow("/good", Reply(rss("Good")))
    home.follow("/bad", Reply(status=500))
    code, out, err = home.run("")
    assert (code, out) == (3, "2 feeds asked: 1 new article, 1 failed.\n")
    place = home.server.url("/bad").removeprefix("http://")
    why = f"The server of {place} has trouble of its own (500). It will be asked again later."
    assert err == f"{home.server.url('/bad')}: {why}\n"


def test_who_asks_for_what_is_held_is_told_why_it_was_left_alone(home: Home) -> None:
    home.follow("/busy", Reply(status=429, headers=[("Retry-After", "3600")]))
    assert home.run("")[0] == 3
    home.follow("/good", Reply(rss("Good")))
    code, out, err = home.run("force=True")
    assert (code, out) == (0, "No feed asked, 2 skipped.\n")
    (told,) = err.splitlines()
    assert told.startswith("127.0.0.1 asks to be left alone until ")
    assert home.run("")[1:] == ("Nothing is due; --force asks all the same.\n", "")
    assert home.run("")[:2] == (0, "Nothing is due; --force asks all the same.\n")


@pytest.mark.parametrize("call", ["force=True", "again=True", ""])
def test_where_nothing_is_followed_nothing_is_said_to_be_due_later(home: Home, call: str) -> None:
    told = "No feed is followed, so none was asked; `newsreel add URL` follows one.\n"
    assert home.run(call)[:2] == (0, told)


def test_a_refresh_that_failed_before_it_saved_says_that_alone(home: Home) -> None:
    home.follow("/a", Reply(rss("A")))
    with Library(home.paths.library) as library:
        refused = "CREATE TRIGGER refuse BEFORE UPDATE ON fetch BEGIN SELECT RAISE (ABORT, 'no'); END"
        library._db.connection().execute(refused)
    code, out, err = home.run("force=True")
    assert (code, out, err.count("\n")) == (1, "", 1)


def test_feeds_by_name(home: Home) -> None:
    home.follow("/a", Reply(rss("A")))
    home.follow("/b", Reply(rss("B")))
    assert home.run("['1'], json=True")[0] == 0
    assert home.server.paths() == ["/a"]
    code, out, err = home.run("['nobody']")
    assert (code, out) == (1, "")
    assert "nobody" in err
    assert err.count("\n") == 1


def test_poison_ends_the_worker_and_nothing_else(home: Home) -> None:
    good = [home.follow(f"/{n}", Reply(rss(f"T{n}"), etag=f'"{n}"')) for n in range(3)]
    poison = [home.follow(f"/p{n}", Reply(POISON)) for n in range(2)]
    code, out, _ = home.run("json=True, cpu_seconds=0.5")
    assert code == 3
    assert by_feed(out) == {**dict.fromkeys(good, "updated"), **dict.fromkeys(poison, "failed")}
    assert [event["event"] for event in events(out)].count("feed") == 5
    assert events(out)[-1]["new"] == 3
    assert home.titles() == ["T0", "T1", "T2"]
    assert "more than 0.5 s of computing" in (home.errors()[poison[0]] or "")
    assert sorted(home.server.paths())[:3] == ["/0", "/1", "/2"]
    assert len(home.server.paths()) <= 3 + 2 * len(poison)
    with Library(home.paths.library) as library:
        waits = [(library.feed(feed).next_due or 0) - time.time() for feed in poison]
    assert [23 * 3600 < wait < 25 * 3600 for wait in waits] == [True, True]


def test_a_feed_that_eats_memory_ends_the_worker_and_nothing_else(home: Home) -> None:
    good = home.follow("/good", Reply(rss("Good")))
    many = b"<rss version='2.0'><channel>" + b"<item><title>x</title></item>" * 600_000 + b"</channel></rss>"
    big = home.follow("/big", Reply(many, pack="gzip"))
    code, out, _ = home.run(f"json=True, memory={130 << 20}")
    assert (code, by_feed(out)) == (3, {good: "updated", big: "failed"})
    assert home.titles() == ["Good"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the memory in use is what counts")
def test_threads_that_look_names_up_take_little_of_the_memory() -> None:
    """Each of twenty may have a stack of eight megabytes, untouched, and the limit counts it all."""
    script = (
        "import re, threading; from pathlib import Path; from reader.worker.child import set_limits\n"
        "data = lambda: int(re.search(r'VmData:\\s+(\\d+)', Path('/proc/self/status').read_text())[1])\n"
        "set_limits(512 << 20); before = data(); end = threading.Event()\n"
        "for _ in range(20): threading.Thread(target=end.wait).start()\n"
        "print(data() - before); end.set()\n"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert int(ran.stdout) < 32_000


def test_the_index_is_merged_once_all_can_be_searched(home: Home) -> None:
    home.follow("/", Reply(rss("new")))
    with Library(home.paths.library, clock=Clock()) as library:
        feed = library.subscribe("https://film.test/feed")
        for n in range(20):
            save(library, feed, entry(str(n), document=text("Heat")))
            library.index_batch()
        assert library._db.value(PARTS) == 20
    home.run("json=True")
    with Library(home.paths.library) as library:
        assert library._db.value(PARTS) == 1


def test_a_text_that_ends_its_readers_is_given_up_and_no_other(home: Home) -> None:
    """So many articles that a second process helps: it dies of the text, the worker too, the next goes on."""
    text = escape("<i>a</i> " * 150_000)
    items = f"<item><guid>bad</guid><title>Bad</title><description>{text}</description></item>" + "".join(
        f"<item><guid>{n}</guid><title>Good {n}</title><description>reel</description></item>"
        for n in range(450)
    )
    home.follow("/", Reply(f"<rss version='2.0'><channel><title>F</title>{items}</channel></rss>".encode()))
    code, out, _ = home.run("json=True, cpu_seconds=0.3")
    assert (code, [event["event"] for event in events(out)]) == (
        0,
        ["start", "feed", "searchable", "texts", "done"],
    )
    with Library(home.paths.library) as library:
        (bad,) = library.search("bad")
        assert as_text(library.document(bad.id)) == (
            "The text of this article could not be read, because it took more than 0.3 s of computing. "
            "Open it in the browser.\n"
        )
        assert len(library.search("reel", limit=500)) == 450


def test_bombs_and_drips_are_failures(home: Home) -> None:
    good = home.follow("/good", Reply(rss("Good")))
    bomb = home.follow("/bomb", Reply(b"\0" * 60_000_000, pack="gzip"))
    endless = home.follow("/endless", Reply(b"x" * 65_536, endless=True))
    code, out, _ = home.run()
    assert (code, by_feed(out)) == (3, {good: "updated", bomb: "failed", endless: "failed"})


def test_the_same_feed_is_asked_once_a_run(home: Home) -> None:
    home.follow("/a", Reply(rss("A")))
    home.run("['1', '1'], force=True")
    assert home.server.paths() == ["/a"]


# ---------------------------------------------------------------- kills


def test_what_was_committed_stays_when_the_parent_is_killed(home: Home) -> None:
    with home.hung() as process:
        process.kill()
        process.wait(5)
        assert process.stdout is not None
        assert process.stdout.read() == b""  # ends when the worker, which holds it too, is gone
    assert home.titles() == ["Good"]
    home.server.add("/hang", Reply(rss("Late")))
    assert home.run()[0] == 0
    assert home.titles() == ["Good", "Late"]


def test_a_lock_goes_with_the_parent_that_was_killed(home: Home) -> None:
    asked = threading.Event()

    def poison(_: Asked) -> Reply:
        asked.set()
        return Reply(POISON)

    home.follow("/poison", poison)
    with home.start("json=True, cpu_seconds=2") as process:
        assert asked.wait(5)
        process.kill()
        process.wait(5)
        assert events(home.run("['nobody'], json=True")[1]) == []  # not busy: it looks for the feed
        assert process.stdout is not None
        process.stdout.read()  # ends when the worker does


@needs_ps
def test_a_killed_worker_is_replaced_once(home: Home) -> None:
    with home.hung() as process:
        home.server.add("/hang", Reply(rss("Late")))
        os.kill(worker_of(process), signal.SIGKILL)
        out, _ = process.communicate(timeout=10)
        assert process.returncode == 0
    assert [event["event"] for event in events(out.decode())] == ["feed", "searchable", "texts", "done"]
    assert home.server.paths().count("/good") == 1
    assert home.titles() == ["Good", "Late"]


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_signals_keep_what_is_saved(home: Home, number: signal.Signals, code: int) -> None:
    with home.hung() as process:
        process.send_signal(number)
        out, err = process.communicate(timeout=PATIENCE)
        assert (process.returncode, err) == (code, b"")
    assert [event["event"] for event in events(out.decode())] == ["done"]
    assert home.titles() == ["Good"]


def test_the_end_of_stdin_ends_it(home: Home) -> None:
    with home.hung(stdin=subprocess.PIPE) as process:
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(PATIENCE) == 130
    assert home.titles() == ["Good"]


def test_the_end_of_stdin_ends_it_even_while_a_library_computes(home: Home) -> None:
    home.follow("/good", Reply(rss("Good")))
    home.follow("/p", Reply(POISON))
    with home.start(stdin=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        assert [json.loads(process.stdout.readline())["event"] for _ in range(2)] == ["start", "feed"]
        process.stdin.close()
        assert process.wait(PATIENCE) == 130
    assert home.titles() == ["Good"]


def test_a_stdin_closed_from_the_start_says_nothing(home: Home) -> None:
    home.follow("/good", Reply(rss("Good")))
    closed, other = os.pipe()
    os.close(other)
    code, out, _ = home.run(stdin=closed)
    os.close(closed)
    assert (code, list(by_feed(out).values())) == (0, ["updated"])


def test_a_reader_that_stops_listening_ends_it(home: Home) -> None:
    with home.hung() as process:
        assert process.stdout is not None
        process.stdout.close()
        home.server.ending.set()  # the hung feed answers by closing, and its outcome finds nobody
        assert process.wait(5) in (0, 3, 130)
    assert home.titles() == ["Good"]


# ---------------------------------------------------------------- one at a time


def test_one_refresh_at_a_time(home: Home) -> None:
    with home.hung() as process:
        code, out, _ = home.run()
        assert (code, events(out)) == (0, [{"event": "busy", "pid": process.pid}])
        assert home.run("")[:2] == (0, f"Another refresh is under way (process {process.pid}).\n")
        process.terminate()
        process.wait(5)
    home.server.add("/hang", Reply(rss("Late")))
    assert home.run()[0] == 0


def test_one_that_has_yet_to_say_who_it_is_is_waited_for(
    home: Home, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    home.paths.create()
    lock = os.open(home.paths.refresh_lock, os.O_RDWR | os.O_CREAT)
    fcntl.flock(lock, fcntl.LOCK_EX)
    assert home.run("")[:2] == (0, "Another refresh is under way.\n")  # it never does
    monkeypatch.setattr(time, "sleep", lambda _: os.pwrite(lock, b"4711", 0))
    assert run(paths=home.paths) == 0
    assert capfd.readouterr().out == "Another refresh is under way (process 4711).\n"
    os.close(lock)


def test_the_parent_imports_next_to_nothing(home: Home) -> None:
    home.follow("/good", Reply(rss("Good")))
    _, out, _ = home.run("json=True) or print(*sys.modules")
    *lines, modules = out.splitlines()
    assert by_feed("\n".join(lines)) == {1: "updated"}
    heavy = {
        "apsw",
        "msgspec",
        "pycurl",
        "lxml",
        "feedparser",
        "click",
        "textual",
        "json",
        "subprocess",
        "dataclasses",
    }
    assert heavy & set(modules.split()) == set()


def test_a_home_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with Server() as server:
        home = Home(tmp_path / "ok", server)
        home.root = tmp_path / "file"
        code, out, err = home.run("")
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "cannot be written" in err


def test_a_wrong_setting_is_one_sentence(home: Home) -> None:
    home.paths.config_file.write_text("colour = 1\n")
    code, out, err = home.run("")
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "colour" in err


# ---------------------------------------------------------------- parts


def test_a_feed_has_settings_of_its_own(home: Home) -> None:
    own, usual = (home.follow(f"/{name}", Reply(rss(name))) for name in "ab")
    home.paths.config_file.write_text(
        f'refresh_minutes = 90\n[feeds.{own}]\ntitle = "Mine"\nrefresh_minutes = 240\n'
    )
    assert home.run()[0] == 0
    with Library(home.paths.library) as library:
        found = {feed.id: (feed.title, feed.interval_minutes) for feed in library.feeds()}
        waits = {feed.id: (feed.next_due or 0) - (feed.last_fetched or 0) for feed in library.feeds()}
    assert (found, waits) == (
        {own: ("Mine", 240), usual: ("Feed b", 90)},
        {own: 240 * 60, usual: 90 * 60},
    )


def test_the_map_outlives_its_writer(tmp_path: Path) -> None:
    hand = Hand.create(tmp_path)
    assert list(tmp_path.iterdir()) == []
    other = Hand(os.dup(hand.file))
    other.put("item", 7)
    other.add("new", 3)
    other.add("new", 2)
    for item in (5, 2**40, 5):
        other.finish(item)
    other.close()
    assert (hand.get("item"), hand.get("new"), hand.finished()) == (7, 5, {5, 2**40})
    hand.close()


def test_a_wait_that_is_over_takes_no_second_where_memory_is_watched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.worker.parent._MEMORY_IS_LIMITED", False)
    hand = Hand.create(tmp_path)
    alive, end = os.pipe()
    took = []
    for _ in range(3):
        began = time.monotonic()
        assert Supervisor(hand)._look(Process(os.getpid(), end, alive), None, 0.0) == set()
        took.append(time.monotonic() - began)
    for file in (alive, end):
        os.close(file)
    hand.close()
    assert min(took) < 1


@needs_ps
def test_how_much_memory_a_process_uses() -> None:
    assert 5_000_000 < resident(os.getpid()) < 5_000_000_000
    assert resident(2**22 + 1) == 0


def test_progress_on_a_terminal(home: Home) -> None:
    home.follow("/good", Reply(rss("Good")))
    terminal, end = os.openpty()
    code, out, _ = home.run("", stderr=end)
    os.close(end)
    shown = os.read(terminal, 4096).decode()
    os.close(terminal)
    assert (code, out) == (0, "1 feed asked: 1 new article.\n")
    assert shown == "\r\x1b[Krefreshing 1/1 · 1 new\r\x1b[K"


# ---------------------------------------------------------------- what goes wrong


def test_remarks_that_nobody_reads_end_nothing(home: Home) -> None:
    for n in range(12):
        home.follow(f"/{n}", Reply(rss(f"T{n}")) if n % 2 else Reply(status=500))
    read, write = os.pipe()
    os.close(read)
    code, out, _ = home.run("", stderr=write)
    os.close(write)
    assert (code, out) == (3, "12 feeds asked: 6 new articles, 6 failed.\n")
    assert len(home.server.log) == 12
    assert home.paths.log.read_text().count("trouble of its own") == 6


def test_a_fault_of_ours_leaves_its_trace(home: Home) -> None:
    code, out, err = home.run("", environ={"NEWSREEL_CLOCK_OFFSET": "soon"})
    assert (code, out) == (1, "")
    assert err == (
        "The refresh broke off because of a fault in this program; what was saved is kept. Try again.\n"
    )
    first = home.paths.log.read_text().splitlines()[0]
    assert "ValueError: could not convert string to float: 'soon' | Traceback" in first
    assert 'float(os.environ.get("NEWSREEL_CLOCK_OFFSET") or 0)' in first


def test_with_debug_a_fault_of_the_worker_is_printed_too(home: Home) -> None:
    environ = {**os.environ, "NEWSREEL_HOME": str(home.root), "NEWSREEL_CLOCK_OFFSET": "soon"}
    words = [sys.executable, "-m", "reader", "refresh", "--debug"]
    ran = subprocess.run(words, env=environ, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.startswith("Traceback (most recent call last):\n")
    assert "ValueError: could not convert string to float: 'soon'\n" in ran.stderr


def broken(home: Home, sql: str) -> None:
    """Damage a new library, after a feed was followed."""
    home.follow("/", Reply(rss("Good")))
    with Library(home.paths.library) as library, library._db.write() as write:
        write.execute(sql)


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("DROP TABLE story_learnt", "no such table: story_learnt"),
        ("DELETE FROM story_turn", "Grouping the news broke off by a fault inside Newsreel (TypeError: "),
    ],
)
def test_a_stage_that_goes_wrong_keeps_no_later_one_from_its_turn(home: Home, damage: str, said: str) -> None:
    broken(home, damage)
    code, out, err = home.run("")
    assert (code, out) == (1, "1 feed asked: 1 new article.\n")
    assert said in err
    assert said.rpartition("(")[2] in home.paths.log.read_text()
    assert len(list((home.paths.library.parent / "backups").glob("????-??-??.db"))) == 1


def test_a_stage_that_ends_the_worker_is_left_out_by_the_next(home: Home) -> None:
    lead = "a" * 30_000_000
    broken(home, f"INSERT INTO story_learnt (packed) VALUES (zeroblob({len(lead)}))")
    code, out, _ = home.run(f"memory={60 << 20}")
    assert (code, out) == (0, "1 feed asked: 1 new article.\n")
    assert "Grouping the news was left out" in home.paths.log.read_text()
    assert len(list((home.paths.library.parent / "backups").glob("????-??-??.db"))) == 1
