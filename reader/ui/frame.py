"""The first screen: what was on show on leaving is painted again before anything slow is imported.

It is shown once: only the next clean leaving keeps another. Textual then takes over the same cells.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from types import TracebackType
from typing import Any

from reader import __version__
from reader.paths import Paths

_ENVIRONMENT = (
    *("TERM", "COLORTERM", "TERM_PROGRAM", "NO_COLOR", "LANG", "LC_ALL", "TZ"),
    *("TEXTUAL_COLOR_SYSTEM", "TEXTUAL_THEME", "TEXTUAL_FILTERS"),
)
LEAST = (20, 4)


class FirstScreen:
    """A context that paints the kept frame if it is still true, and leaves the terminal as it was."""

    def __init__(self, paths: Paths) -> None:
        self._paths = paths
        self.attributes: list[Any] | None = None
        """The terminal's own, if the frame is on show."""
        self.taken = False
        """Whether Textual has the terminal now: then it gives back the screen itself."""
        self._place = b""

    def __enter__(self) -> FirstScreen:
        try:
            with suppress(OSError, ValueError):  # it only saves a moment
                self._show()
        except BaseException:  # a signal
            self._give_back()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._give_back()

    def _give_back(self) -> None:
        if self.attributes is not None:
            import termios

            if not self.taken:
                os.write(2, b"\x1b[?1049l\x1b[?7h\x1b[?25h")
            termios.tcsetattr(0, termios.TCSADRAIN, self.attributes)

    def place(self) -> dict[str, Any] | None:
        """Return where the person was, if the frame of it is on show."""
        import json

        return json.loads(self._place) if self.attributes is not None else None

    def _show(self) -> None:
        if not all(map(os.isatty, (0, 1, 2))) or os.environ.get("TEXTUAL_DRIVER"):
            return
        size = _size()
        file = self._paths.state / "frame"
        kept = file.read_bytes()
        file.unlink()
        key, self._place, cells = kept.split(b"\n", 2)
        if key != _key(self._paths, size) or size < LEAST:
            return
        import signal

        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda number, _: sys.exit(128 + number))
        signal.signal(signal.SIGTSTP, signal.SIG_IGN)  # until Textual sets its own
        self._take_keys()
        cells = b"\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[H" + cells
        while cells:
            cells = cells[os.write(2, cells) :]

    def _take_keys(self) -> None:
        """Take keys as they come, unechoed. ^C still ends a slow import."""
        import termios

        self.attributes, new = termios.tcgetattr(0), termios.tcgetattr(0)
        new[0] &= ~(termios.ICRNL | termios.INLCR | termios.IGNCR | termios.IXON | termios.IXOFF)
        new[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
        new[6][termios.VMIN] = 1
        termios.tcsetattr(0, termios.TCSANOW, new)


def keep(paths: Paths, size: tuple[int, int], cells: bytes, place: dict[str, Any]) -> None:
    """Keep a frame for the next start, for the person alone to read."""
    import json

    file = paths.state / "frame"
    new = file.with_name(f"frame.{os.getpid()}")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as kept:
        kept.write(b"\n".join((_key(paths, size), json.dumps(place).encode(), cells)))
    new.replace(file)


def _size() -> tuple[int, int]:
    """Return columns and lines as `shutil.get_terminal_size` does, without its imports."""
    columns, lines = (int(os.environ.get(name) or 0) for name in ("COLUMNS", "LINES"))
    size = os.get_terminal_size(1)
    return (columns if columns > 0 else size[0], lines if lines > 0 else size[1])


def _key(paths: Paths, size: tuple[int, int]) -> bytes:
    """Return what may not differ between the frame and the one that Textual will draw."""
    files = []
    for path, field in ((paths.library, "st_ino"), (paths.config_file, "st_mtime_ns")):
        files.append(getattr(path.stat(), field) if path.exists() else None)
    environment = [os.environ.get(name) for name in _ENVIRONMENT]
    return repr((__version__, *size, time.localtime()[:3], environment, files)).encode()
