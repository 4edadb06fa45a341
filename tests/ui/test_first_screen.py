"""The first screen: painted before Textual, taken over without a blank, and gone without a trace."""

from __future__ import annotations

import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader import __version__, paths
from reader.incoming import ParsedFeed
from reader.library import Library
from reader.model import View
from tests.ui.conftest import answer, entry, fill
from tests.ui.tty import Tty

ALTERNATE, MODES = b"\x1b[?1049h", b"\x1b[?1004h"


@pytest.fixture(scope="session")
def left(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with articles in its library, left once with the cursor on the second row."""
    root = tmp_path_factory.mktemp("left")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEWSREEL_HOME", str(root))
        found = paths.find()
        found.create()
        found.config_file.write_text("auto_refresh = false\nstart_view = 'all'\n")
        with Library(found.library) as library:
            fill(library)
        with Tty(root, TZ="UTC") as tty:
            tty.shows("Mann says Heat 2")
            tty.press("j")
            leave(tty)
    return root


@pytest.fixture
def home(left: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NEWSREEL_HOME", str(tmp_path))
    shutil.copytree(left, tmp_path, dirs_exist_ok=True)
    frame = tmp_path / "state" / "frame"
    was, now = (b"%d" % (root / "data" / "library.db").stat().st_ino for root in (left, tmp_path))
    key, rest = frame.read_bytes().split(b"\n", 1)  # the key names the library by its inode
    frame.write_bytes(key.replace(was, now) + b"\n" + rest)
    return tmp_path


def leave(tty: Tty) -> None:
    tty.press("Q")
    assert tty.ended() == 0
    assert tty.attributes() == tty.before


def test_the_frame_is_kept_for_the_person_alone(home: Path) -> None:
    kept = home / "state" / "frame"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert kept.read_bytes().startswith(f"('{__version__}', 120, 40, ".encode())


def test_it_is_painted_first_and_taken_over_cell_by_cell(home: Path) -> None:
    with Tty(home) as tty:
        first = tty.until(lambda written: b"Mann says" in written and b"keys" in written)
        painted = tty.screen(first[: first.find(MODES)] if MODES in first else first)
        leave(tty)
        assert tty.written.count(ALTERNATE) == 1
        assert painted == tty.screen(tty.written[: tty.written.rfind(b"\x1b[?1049l")])
        assert any("Mann says Heat 2" in line for line in painted)


def test_no_moment_between_the_frames_is_blank(home: Path) -> None:
    with Tty(home) as tty:
        tty.until(lambda written: written.count(b"Mann says") >= 2)
        leave(tty)
        start = tty.written.index(b"Mann says") + 2000
        end = tty.written.rindex(b"\x1b[?1049l")
        for at in range(start, end, 1500):
            shown = "\n".join(tty.screen(tty.written[:at]))
            assert "Mann says" in shown, f"blank after {at} of {end} bytes"


def test_keys_typed_while_textual_loads_arrive(home: Path) -> None:
    with Tty(home) as tty:
        tty.until(lambda written: ALTERNATE in written)
        tty.press("j\x1b[B")
        tty.press("\r")
        tty.shows("Paragraph 0")
        tty.shows("read on")
        article = [line[70:110].rstrip() for line in tty.screen()[1:-1]]
        leave(tty)
    with Tty(home) as tty:
        tty.shows("read on")
        assert [line[70:110].rstrip() for line in tty.screen()[1:-1]] == article


@pytest.mark.parametrize("seconds", [0, 0.05, 0.2])
def test_a_row_chosen_so_early_is_opened(home: Path, seconds: float) -> None:
    with Library(paths.find().library) as library:
        [row] = library.rows([library.keys(View("all"))[10].id])
    with Tty(home) as tty:
        tty.press_at(seconds, "k\x04\x1b[B\r")  # up, half a page down, down, open
        tty.shows("read on")
        assert row.title[:20] in "\n".join(line[66:] for line in tty.screen())
        leave(tty)


@pytest.mark.parametrize("seconds", [0, 0.05, 0.2])
@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("/\x1b[200~venice\x1b[201~", "Search: venice"),
        ("\x1b", "a add feed"),
    ],
    ids=["paste", "Esc"],
)
def test_keys_typed_so_early_arrive(home: Path, seconds: float, keys: str, shown: str) -> None:
    with Tty(home) as tty:
        tty.press_at(seconds, keys)
        tty.shows(shown)
        tty.signal(signal.SIGTERM)
        assert tty.ended() == 128 + signal.SIGTERM
        assert tty.attributes() == tty.before


def test_a_letter_that_the_locale_has_not_takes_one_cell(home: Path) -> None:
    with Tty(home, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0") as tty:
        tty.shows("Mann says Heat 2")
        tty.press("?")
        tty.shows("Keys")
        tty.press("\x1b")
        leave(tty)
    assert b"\\u" not in tty.written


@pytest.mark.parametrize("seconds", [0, 0.05, 0.2])
def test_control_c_typed_so_early_ends_it_or_says_how(home: Path, seconds: float) -> None:
    with Tty(home) as tty:
        tty.press_at(seconds, "\x03")
        tty.until(lambda written: tty.process.poll() is not None or b"Q quits" in written)
        if tty.process.poll() is None:
            tty.press("Q")
        # 1 where Python itself was starting, and 0 where the reader was there already.
        assert tty.ended() in (0, 1, 130, -signal.SIGINT)
        assert tty.attributes() == tty.before


def textual_that(does: str, home: Path) -> str:
    """Put something else where Textual is looked for first; return the folder."""
    (home / "other" / "textual").mkdir(parents=True)
    (home / "other" / "textual" / "__init__.py").write_text(does)
    return str(home / "other")


def test_an_import_that_fails_gives_the_terminal_back(home: Path) -> None:
    with Tty(home, PYTHONPATH=textual_that("raise RuntimeError('out of tape')", home)) as tty:
        assert tty.ended() == 1
        assert tty.attributes() == tty.before
        assert tty.written.count(ALTERNATE) == tty.written.count(b"\x1b[?1049l") == 1
        assert b"out of tape" in tty.written[tty.written.index(b"\x1b[?1049l") :]


def test_a_command_has_the_terminal_as_it_was(home: Path) -> None:
    during = home / "during"
    with Tty(home) as tty:
        tty.until(lambda written: MODES in written)
        tty.press("\r|")
        tty.shows("Pipe the text")
        tty.press(f"stty -g < /dev/tty > {during}\r")
        tty.until(lambda written: b"Enter goes back" in written)
        tty.press("\r")
        tty.until(lambda written: written.count(ALTERNATE) == 2)
        leave(tty)
        assert tty.attributes() == tty.before
        after = subprocess.run(["stty", "-g"], stdin=tty.slave, capture_output=True, text=True)
    assert during.read_text() == after.stdout


@pytest.mark.parametrize("when", [ALTERNATE, MODES], ids=["while Textual loads", "under Textual"])
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_gives_the_terminal_back(home: Path, number: signal.Signals, when: bytes) -> None:
    with Tty(home) as tty:
        tty.until(lambda written: when in written and b"Mann says" in written)
        tty.signal(number)
        assert tty.ended() == 128 + number
        assert tty.attributes() == tty.before
        assert tty.written.count(b"\x1b[?1049l") == 1


def test_control_c_ends_a_slow_import(home: Path) -> None:
    with Tty(
        home, PYTHONPATH=textual_that("import signal; print('waiting', flush=True); signal.pause()", home)
    ) as tty:
        tty.until(lambda written: b"Mann says" in written and b"waiting" in written)
        tty.press("\x03")
        assert tty.ended() == 130
        assert tty.attributes() == tty.before
        assert b"Traceback" not in tty.written


@pytest.mark.parametrize("changed", [{"columns": 100}, {"NO_COLOR": "1"}, {"TERM": "xterm"}], ids=str)
def test_a_frame_that_would_not_be_true_is_not_shown(home: Path, changed: dict[str, object]) -> None:
    with Tty(home, **changed) as tty:  # type: ignore[arg-type]
        written = tty.until(lambda written: b"\x1b[?25l" in written)
        assert b"Mann" not in written[: written.index(MODES) if MODES in written else None]
        assert not (home / "state" / "frame").exists()


@pytest.mark.parametrize("what", ["pipe", "endless"])
def test_what_is_no_frame_keeps_nobody_waiting(home: Path, what: str) -> None:
    frame = home / "state" / "frame"
    frame.unlink()
    os.mkfifo(frame) if what == "pipe" else frame.symlink_to("/dev/zero")
    with Tty(home) as tty:
        tty.shows("Mann says Heat 2")
        leave(tty)
    assert frame.read_bytes().startswith(f"('{__version__}'".encode())


WRONG = (
    {"view": {"kind": "nowhere"}},
    {"keys": [["a"]]},
    {"keys": [], "cursor": 0},
    {"cursor": 10**6},
    {"cursor": -1},
    {"line": 10**30},
    {"pane": "cellar"},
    {"article": "x"},
    {"loaded": None},
)


@pytest.mark.parametrize(
    "wrong", [b"half a li", b"\xff", b'{"view": "\xff"}', b"7", b"null", b"{}", *WRONG], ids=str
)
def test_a_place_that_was_damaged_is_none(home: Path, wrong: bytes | dict[str, object]) -> None:
    frame = home / "state" / "frame"
    key, place, cells = frame.read_bytes().split(b"\n", 2)
    place = wrong if isinstance(wrong, bytes) else json.dumps(json.loads(place) | wrong).encode()
    frame.write_bytes(b"\n".join((key, place, cells)))
    with Tty(home) as tty:
        tty.until(lambda written: MODES in written)
        tty.shows("Mann says Heat 2")
        tty.press("j")
        leave(tty)


def test_an_article_that_hid_the_list_comes_back(home: Path) -> None:
    with Tty(home, columns=80, lines=24) as tty:
        tty.shows("Mann says")
        tty.press("\r")
        tty.shows("read on")
        leave(tty)
    with Tty(home, columns=80, lines=24) as tty:
        tty.shows("read on")
        tty.press("q")
        tty.shows("Enter open")
        assert "Mann says Heat 2" in "\n".join(tty.screen())
        leave(tty)


def test_what_came_in_since_waits(home: Path) -> None:
    with Library(paths.find().library) as library:
        feed = library.feeds()[0]
        late = entry("A story of the night", int(time.time()), 900)
        library.save_feed(feed.id, ParsedFeed(format="rss 2.0", title=feed.title, entries=(late,)), answer())
    with Tty(home) as tty:
        tty.shows("1 new")
        shown = "\n".join(tty.screen())
        assert "A story of the night" not in shown
        assert "Mann says" in shown


def test_nothing_slow_is_imported_before_it() -> None:
    code = (
        "import sys; before = set(sys.modules);"
        "import reader.__main__, reader.cli.opening, reader.ui.frame, reader.folders; reader.folders.find();"
        "print(*sorted(name for name in sys.modules.keys() - before if not name.startswith('reader')))"
    )
    environment = {name: value for name, value in os.environ.items() if name != "NEWSREEL_HOME"}
    found = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True)
    # Python 3.14 has `errno` from its own start.
    assert set(found.stdout.split()) | {"errno"} == {"__future__", "errno"}
