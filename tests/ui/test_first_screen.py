"""The first screen: painted before Textual, taken over without a blank, and gone without a trace."""

from __future__ import annotations

import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from reader import __version__, paths
from reader.library import Library
from reader.model import ParsedFeed
from tests.ui.conftest import NOW, answer, entry, fill
from tests.ui.tty import Tty

ALTERNATE, MODES = b"\x1b[?1049h", b"\x1b[?1004h"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with articles in its library, left once with the cursor on the second row."""
    monkeypatch.setenv("NEWSREEL_HOME", str(tmp_path))
    found = paths.find()
    found.create()
    found.config_file.write_text("auto_refresh = false\nstart_view = 'all'\n")
    with Library(found.library) as library:
        fill(library)
    with Tty(tmp_path) as tty:
        tty.shows("Mann says Heat 2")
        tty.press("j")
        leave(tty)
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
        first = tty.until(lambda written: b"Mann says" in written and written.count(b"\r\n") >= 39)
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
    with Tty(home) as tty:
        tty.until(lambda written: b"Mann says" in written)
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


def test_what_came_in_since_waits(home: Path) -> None:
    with Library(paths.find().library) as library:
        feed = library.feeds()[0]
        late = entry("A story of the night", NOW + 60, 900)
        library.save_feed(feed.id, ParsedFeed(format="rss 2.0", title=feed.title, entries=(late,)), answer())
    with Tty(home) as tty:
        tty.shows("1 new")
        shown = "\n".join(tty.screen())
        assert "A story of the night" not in shown
        assert "Mann says" in shown


def test_nothing_slow_is_imported_before_it() -> None:
    code = (
        "import sys, reader.__main__, reader.cli.opening, reader.ui.frame, reader.paths; reader.paths.find();"
        "print(sorted({'textual', 'rich', 'msgspec', 'apsw', 'click', 'lxml', 'json'} & sys.modules.keys()))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "[]\n"
