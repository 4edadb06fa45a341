"""Where the output goes nowhere: a full disk, a closed file, a pipe nobody reads."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import PYTHON

FULL = Path("/dev/full")
COMMANDS = [
    "paths", "keys", "list --json", "export opml", "refresh 1", "refresh --json 1",
    "pack --json heat", "pack heat", "--help", "show 1", "doctor --json",
]  # fmt: skip

full = pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full, which only Linux has")


@full
@pytest.mark.parametrize("words", COMMANDS)
def test_a_full_disk_under_the_output_is_one_sentence(library: Path, words: str) -> None:
    with FULL.open("wb") as out:
        ran = subprocess.run([*PYTHON, *words.split()], stdout=out, stderr=subprocess.PIPE, text=True)
    assert (ran.returncode, ran.stderr) == (
        1,
        "What there was to say could not be written (No space left on device); free some space there, "
        "or send it elsewhere.\n",
    )


@full
def test_a_full_disk_under_the_remarks_too_is_silence(library: Path) -> None:
    with FULL.open("wb") as nowhere:
        assert subprocess.run([*PYTHON, "paths"], stdout=nowhere, stderr=nowhere).returncode == 1


@full
def test_what_is_done_is_done_though_no_remark_can_be_written(library: Path) -> None:
    with FULL.open("wb") as nowhere:
        ran = subprocess.run([*PYTHON, "refresh", "999"], stdout=subprocess.PIPE, stderr=nowhere)
        assert (ran.returncode, ran.stdout) == (1, b"")
        ran = subprocess.run([*PYTHON, "list", "nothing"], stdout=subprocess.PIPE, stderr=nowhere)
    assert (ran.returncode, ran.stdout) == (0, b"")


@pytest.mark.parametrize("closed", [0, 1, 2])
@pytest.mark.parametrize("words", ["list --json", "refresh --json 1", "export opml"])
def test_a_closed_file_is_no_place_for_one_of_ours(library: Path, words: str, closed: int) -> None:
    code = f"import os, sys; os.close({closed}); os.execv(sys.executable, sys.argv[1:])"
    ran = subprocess.run(
        [sys.executable, "-c", code, *PYTHON, *words.split()], capture_output=True, text=True, env=os.environ
    )
    assert (ran.returncode in (0, 3), "Something went wrong" in ran.stderr) == (True, False)
    assert (library / "state/refresh.lock").exists() == words.startswith("refresh")
    if words.startswith("refresh"):
        assert (library / "state/refresh.lock").read_text().isdigit()


def test_a_pipe_that_nobody_reads_ends_in_silence(library: Path) -> None:
    for words in ("keys", "list --json", "export opml"):
        with subprocess.Popen(
            [*PYTHON, *words.split()], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as ran:
            assert ran.stdout is not None
            assert ran.stderr is not None
            ran.stdout.close()
            assert (ran.stderr.read(), ran.wait(10)) == (b"", 0)
