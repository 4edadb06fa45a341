"""S7, T1: what stands where a file of ours belongs keeps nobody waiting, and what it says is text."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.faults.conftest import Home, Ran, clean_environ, rss
from tests.faults.terminal import NEWSREEL, ROOT
from tests.faults.test_text import LIVE
from tests.server import Reply, Server

SOON = 30


def soon(home: Home, *words: str) -> Ran:
    """Run a command that may not wait for anybody."""
    env = {**clean_environ(), **home.environ}
    done = subprocess.run([*NEWSREEL, *words], capture_output=True, cwd=ROOT, env=env, timeout=SOON,
                          stdin=subprocess.DEVNULL, check=False)  # fmt: skip
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def pipe(path: Path) -> None:
    os.mkfifo(path)


def endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def loop(path: Path) -> None:
    path.symlink_to(path.name)


def huge(path: Path) -> None:
    path.write_bytes(b"#" * 20_000_000)


@pytest.mark.parametrize("what", [pipe, endless, loop, huge])
@pytest.mark.parametrize(
    "words", [("list",), ("refresh",), ("config", "theme", "matinee")], ids=lambda w: w[0]
)
def test_S7_what_is_no_settings_file_keeps_no_command(
    home: Home, what: object, words: tuple[str, ...]
) -> None:
    home.paths.create()
    what(home.paths.config_file)  # type: ignore[operator]
    ran = soon(home, *words)
    assert ("Traceback" in ran.err, ran.code in (0, 1), len(ran.err.splitlines()) <= 2) == (False, True, True)
    assert words != ("list",) or ran.code == 0


@pytest.mark.parametrize("what", [pipe, endless, loop])
def test_S7_what_is_no_log_keeps_no_refresh(home: Home, server: Server, what: object) -> None:
    home.follow(server.add("/feed", Reply(b"<html>")))
    home.follow(server.add("/fine", Reply(rss("A"))))
    what(home.paths.log)  # type: ignore[operator]
    ran = soon(home, "refresh")
    assert (ran.code, len(home.articles())) == (3, 1)


@pytest.mark.parametrize(
    "words", [("list",), ("refresh",), ("refresh", "--json"), ("config",), ("doctor",)], ids=" ".join
)
def test_T1_what_a_settings_file_says_is_text(home: Home, words: tuple[str, ...]) -> None:
    home.paths.create()
    evil = "\\u001b]0;x\\u0007\\u009b2J\\u202e"
    home.paths.config_file.write_text(f'"{evil}" = 1\ntheme = "{evil}"\n[keys]\n"{evil}" = "x"\n')
    ran = soon(home, *words)
    assert "unknown" in ran.err + ran.out
    assert LIVE.findall(ran.err + ran.out) == []
