"""S2, S3, S4, S11 on a disk that fails when told to: short forms of what `make torture` does at length."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import apsw
import pytest

from reader.errors import StoreError
from reader.library import Library
from reader.library.mending import restore
from reader.store import migrations
from tests.faults.conftest import Home, clean_environ, rss
from tests.faults.terminal import NEWSREEL, ROOT
from tests.server import Reply, Server
from tests.store.shelf import Clock
from tests.torture.crashes import fresh, hurt, lost, migrate
from tests.torture.disk import faulty

TODAY = int(time.time()) // 86_400


@pytest.mark.parametrize("kind", ["power", "ENOSPC", "EIO", "short"])
def test_S2_S3_S4_nothing_acknowledged_is_lost_when_the_disk_fails(tmp_path: Path, kind: str) -> None:
    chance = random.Random(f"{TODAY} {kind}")
    results = [hurt(tmp_path / "library.db", chance, kind) for _ in range(8)]
    assert [gone for _, gone in results] == [0] * 8
    assert sum(said for said, _ in results) > 5


def test_S4_an_error_of_the_disk_at_the_start_is_a_sentence(tmp_path: Path) -> None:
    fresh(tmp_path / "library.db")
    with faulty() as disk:
        disk.fail_at = 1
        with pytest.raises(StoreError), Library(tmp_path / "library.db", clock=Clock()) as library:
            library.mark([1], read=True)
    assert lost(tmp_path / "library.db", []) == []


def test_S3_an_older_library_on_a_full_disk_asks_for_space(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    old = apsw.Connection(str(path))
    migrations._take(old, 1, migrations.steps()[0])
    old.close()
    with faulty() as disk:
        disk.fail_at, disk.fault = 1, "ENOSPC"
        said = r"older Newsreel and cannot be brought up to date: the disk is full; free some space and try"
        with pytest.raises(StoreError, match=said):
            Library(path, clock=Clock())
    with Library(path, clock=Clock()) as library:
        assert library.read_only is None


def test_S3_a_restore_that_finds_no_room_says_so_of_the_disk_of_the_library(tmp_path: Path) -> None:
    path, copy = tmp_path / "home" / "library.db", tmp_path / "stick" / "copy.db"
    for each in (path, copy):
        each.parent.mkdir()
        Library(each, clock=Clock()).close()
    with faulty() as disk:
        disk.fail_at, disk.fault = 1, "ENOSPC"
        with pytest.raises(StoreError, match=f"The disk that holds {path} is full"):
            restore(path, copy, now=Clock()())
    assert [each.name for each in path.parent.iterdir()] == ["library.db"]


def test_S11_a_migration_that_dies_leaves_the_old_or_the_new(tmp_path: Path) -> None:
    assert migrate(tmp_path / "library.db", random.Random(TODAY), share=0.3) > 3


def test_S11_every_schema_that_was_released_is_brought_up_to_date(tmp_path: Path) -> None:
    """A file of each older schema, with a row in it, opens as one of now."""
    for version in range(1, len(migrations.steps()) + 1):
        path = tmp_path / f"{version}.db"
        old = apsw.Connection(str(path))
        for number in range(1, version + 1):
            migrations._take(old, number, migrations.steps()[number - 1])
        old.execute("INSERT INTO feed (url, added_at) VALUES ('https://film.test/', 1)")
        old.execute("INSERT INTO fetch (feed_id, next_due) VALUES (1, 1)")
        old.close()
        with Library(path, clock=Clock()) as library:
            assert ([feed.url for feed in library.feeds()], library.faults()) == (["https://film.test/"], [])


@pytest.mark.parametrize("version", [0, 2], ids=["new", "older"])
def test_S11_several_programs_may_bring_a_library_up_to_date_at_once(tmp_path: Path, version: int) -> None:
    """One does, the others wait: nobody backs up what is half made, or over another's backup."""
    for number in range(2):
        path = tmp_path / str(number) / "library.db"
        path.parent.mkdir()
        if version:
            old = apsw.Connection(str(path))
            for step in range(1, version + 1):
                migrations._take(old, step, migrations.steps()[step - 1])
            old.close()
        opened = (
            "import sys; from pathlib import Path; from reader.library import Library; print(flush=True); "
            "sys.stdin.read(); library = Library(Path(sys.argv[1])); "
            "print(library.read_only, library.faults())"
        )
        several = [
            subprocess.Popen([sys.executable, "-c", opened, str(path)], stdin=subprocess.PIPE,
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT)
            for _ in range(4)
        ]  # fmt: skip
        for each in several:
            assert each.stdout is not None
            each.stdout.readline()  # all are at the door
        for each in several:
            assert each.stdin is not None
            each.stdin.close()
            each.stdin = None
        assert [each.communicate() for each in several] == [("None []\n", "")] * 4
        kept = sorted(file.suffix for file in path.parent.glob("backups/*"))
        assert kept == [".db"] * bool(version)


def apart() -> list[str]:
    """Words before a command that may mount disks, which nobody else sees."""
    private = ["unshare", "-Urm"]
    if not shutil.which("unshare") or subprocess.run([*private, "true"], capture_output=True).returncode:
        pytest.skip("needs unshare with user and mount namespaces")
    return private


READ_ONLY = """
set -e
mount -t tmpfs tmpfs "$1"
cp -r "$2/." "$1"
mount -o remount,ro "$1"
export NEWSREEL_HOME="$1"
shift 2
"$@" bookmark 1 || true
"$@" doctor || true
"$@" list
"""


def test_S7_a_disk_that_is_only_to_be_read_is_called_so(home: Home, server: Server) -> None:
    """No right to write helps there, and its person may well have it."""
    home.follow(server.add("/feed", Reply(rss("Story"))))
    home.refresh()
    disk, kept = home.root / "disk", home.root / "kept"
    disk.mkdir()
    for name in ("data", "config"):
        shutil.copytree(home.root / name, kept / name)
    words = [*apart(), "bash", "-c", READ_ONLY, "bash", str(disk), str(kept), *NEWSREEL]
    environ = {**clean_environ(), **home.environ}
    ran = subprocess.run(words, env=environ, cwd=ROOT, capture_output=True, text=True, timeout=60)
    mark, *looked = (ran.stderr + ran.stdout).splitlines()
    why = "cannot be written (Read-only file system)"
    assert mark == (
        f"{disk}/data/library.db {why}, so nothing you mark is kept; have its disk mounted for writing and "
        "try again."
    )
    assert sum(why in line for line in looked) == 2
    assert "Story" in looked[-1]


FULL = """
set -e
mount -t tmpfs -o size=6m tmpfs "$1"
cp -r "$2/." "$1"
cat /dev/zero > "$1/ballast" 2>/dev/null || true
export NEWSREEL_HOME="$1"
set +e
shift 2
run() { "$@" > "$OUT/$n.out" 2> "$OUT/$n.err"; echo $? >> "$OUT/codes"; n=$((n + 1)); }
n=0
run "$@" bookmark 1 --note full
run "$@" mark read story
run "$@" refresh --force
run "$@" list
run "$@" backup
run "$@" doctor
rm "$NEWSREEL_HOME/ballast"
run "$@" bookmark 2 --note roomy
run "$@" refresh --force
run "$@" bookmarks --json
run "$@" doctor
"""


def test_S3_a_disk_that_is_really_full_is_said_and_gone_on_from(home: Home, server: Server) -> None:
    """On a file system of six megabytes, filled to the last byte; then there is room again."""
    feed = server.add("/feed", Reply(rss(*(f"Story {n}" for n in range(12)))))
    home.follow(feed)
    home.refresh()
    home.run("bookmark", "3", "--note", "before")
    server.add("/feed", Reply(rss(*(f"New {n} {'x' * 500}" for n in range(100)))))
    small, out = home.root / "small", home.root / "out"
    small.mkdir(), out.mkdir()
    kept = home.root / "kept"
    shutil.copytree(home.paths.data, kept / "data")
    environ = {**clean_environ(), **home.environ, "OUT": str(out)}
    words = [*apart(), "bash", "-c", FULL, "bash", str(small), str(kept), *NEWSREEL]
    subprocess.run(words, env=environ, cwd=ROOT, check=True, timeout=120)
    codes = [int(code) for code in (out / "codes").read_text().split()]
    errors = [(out / f"{n}.err").read_text() for n in range(10)]
    assert [n for n, error in enumerate(errors) if "Traceback" in error or "went wrong" in error] == []
    assert codes[3] == 0, "what is there can be read"
    assert "Story" in (out / "3.out").read_text()
    assert 1 in codes[:3]
    assert "full" in "".join(errors[:3])
    assert codes[6:9] == [0, 0, 0]
    assert "sound" in (out / "9.out").read_text()
    notes = {each["note"] for each in json.loads((out / "8.out").read_text())}
    said = {"before", "roomy", *(["full"] if codes[0] == 0 else [])}
    assert notes == said
