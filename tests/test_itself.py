"""What this program starts of itself is its own code, whatever lies in the folder it stands in."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from reader import paths
from reader.itself import own_command
from reader.ui.refresher import Refresher
from reader.worker import Hand
from reader.worker.child import CRASHED
from reader.worker.parent import Job, start
from tests.test_architecture import MODULES, relative

PLANTED = "import os; open(os.environ['PLANTED'], 'a').write(__name__); raise SystemExit('planted')"


@pytest.fixture
def planted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in, with modules of our names; the file that says which of them were run."""
    folder, run = tmp_path / "downloads", tmp_path / "run"
    (folder / "reader").mkdir(parents=True)
    for name in ("reader/__init__", "reader/__main__", "msgspec", "apsw", "click", "json"):
        (folder / f"{name}.py").write_text(PLANTED)
    run.touch()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PLANTED", str(run))
    monkeypatch.setenv("NEWSREEL_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("TEXTUAL_DRIVER", raising=False)
    paths.find().create()
    return run


def test_a_command_runs_nothing_of_the_current_folder(planted: Path) -> None:
    ran = subprocess.run(own_command("feeds", "--json"), capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr, planted.read_text()) == (0, "[]\n", "", "")


def test_a_command_is_found_from_a_checkout_that_is_nowhere_else(planted: Path) -> None:
    """As by `python -m reader` there: the path names that folder by being empty."""
    root = MODULES[0].parents[1]
    code = f"import sys; sys.path = ['', *(each for each in sys.path if each not in ('', {str(root)!r}))]; "
    code += "from reader.itself import own_command; print(*own_command('keys'), sep=chr(0), end='')"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
    ran = subprocess.run(told.stdout.split("\0"), capture_output=True, text=True, check=False)
    assert (ran.returncode, "move.down" in ran.stdout, planted.read_text()) == (0, True, "")


def test_the_refresh_of_the_reader_runs_nothing_of_the_current_folder(planted: Path) -> None:
    ended, said, events = threading.Event(), list[str](), list[object]()
    refresher = Refresher(
        lambda event: events.append(event["event"]), lambda trouble: (said.append(trouble), ended.set())
    )
    refresher.start()
    assert ended.wait(30)
    assert (said, events, planted.read_text()) == ([""], ["start", "done"], "")


def test_the_sample_reel_runs_nothing_of_the_current_folder(planted: Path, tmp_path: Path) -> None:
    environ = {**os.environ, "TMPDIR": str(tmp_path)}
    ran = subprocess.run(own_command("demo"), capture_output=True, text=True, env=environ, check=False)
    assert (ran.returncode, ran.stderr, planted.read_text()) == (0, "", "")
    assert "Heat 2" in ran.stdout


def test_a_worker_that_is_not_forked_runs_nothing_of_the_current_folder(planted: Path) -> None:
    hand = Hand.create(planted.parent)
    process = start(Job("nothing", {}), hand, 1, fresh=True)
    assert process.popen is not None
    assert process.popen.wait(30) == CRASHED, "there is no such job"
    for file in (process.leash, process.alive):
        os.close(file)
    hand.close()
    assert planted.read_text() == ""


def test_nothing_else_starts_a_python() -> None:
    starting = {relative(path) for path in MODULES if "sys.executable" in path.read_text("utf-8")}
    assert starting == {"reader/itself.py"}
