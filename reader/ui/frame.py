"""The first screen: what was on show on leaving is painted again before anything slow is imported.

It is shown once: only the next clean leaving keeps another. Textual then takes over the same cells.
"""

from __future__ import annotations

import os
import sys
import time

from reader import __version__
from reader.folders import CONFIG_FILE, FRAME, LIBRARY, Folders

TYPE_CHECKING = False  # as in typing, whose import is a good part of the time until the frame
if TYPE_CHECKING:
    from types import TracebackType
    from typing import Any

    from reader.paths import Paths

_ENVIRONMENT = (
    *("TERM", "COLORTERM", "TERM_PROGRAM", "NO_COLOR", "LANG", "LC_ALL", "TZ"),
    *("TEXTUAL_COLOR_SYSTEM", "TEXTUAL_THEME", "TEXTUAL_FILTERS"),
)
LEAST = (20, 4)
LARGEST = 1 << 22
"""Bytes: a frame of a screen four thousand cells wide and high is smaller."""


class FirstScreen:
    """A context that paints the kept frame if it is still true, and leaves the terminal as it was."""

    def __init__(self, folders: Folders) -> None:
        self._folders = folders
        self.attributes: list[Any] | None = None
        """The terminal's own, if the frame is on show."""
        self.taken = False
        """Whether Textual has the terminal now: then it gives back the screen itself."""
        self._place = b""
        self._handlers: dict[int, Any] = {}
        """What signals did before."""

    def __enter__(self) -> FirstScreen:
        self._heed_signals()
        try:
            self._show()
        except (OSError, ValueError):
            pass  # it only saves a moment
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

    def place(self) -> bytes:
        """Return where the person was, if the frame of it is on show; else nothing."""
        return self._place if self.attributes is not None else b""

    def _show(self) -> None:
        if not all(map(os.isatty, (0, 1, 2))) or os.environ.get("TEXTUAL_DRIVER"):
            return
        size = _size()
        config, data, _, state = self._folders
        # A pipe or a device in its place keeps nobody waiting; pathlib would take a fifth more.
        with os.fdopen(os.open(f"{state}/{FRAME}", os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as file:
            kept = file.read(LARGEST)
        os.unlink(f"{state}/{FRAME}")  # noqa: PTH108
        key, self._place, cells = kept.split(b"\n", 2)
        if key != _key(f"{data}/{LIBRARY}", f"{config}/{CONFIG_FILE}", size) or size < LEAST:
            return
        _signals().signal(_signals().SIGTSTP, _signals().SIG_IGN)  # until Textual sets its own
        self._take_keys()
        cells = b"\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[H" + cells
        while cells:
            cells = cells[os.write(2, cells) :]

    def _heed_signals(self) -> None:
        """Give the screen back on the way out. An error amid the import of an extension could crash that."""
        signal = _signals()
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            self._handlers[number] = signal.signal(number, self._leave)

    def _leave(self, number: int, _: object) -> None:
        self._give_back()
        os._exit(128 + number)

    def loaded(self) -> None:
        """From now on a signal raises, so that what is open is closed: all that takes long is imported."""
        signal = _signals()
        for number, handler in self._handlers.items():
            shown = self.attributes is not None and number != signal.SIGINT
            signal.signal(number, _exit if shown else handler)

    def _take_keys(self) -> None:
        """Take keys as they come, unechoed. ^C still ends a slow import."""
        import termios

        self.attributes, new = termios.tcgetattr(0), termios.tcgetattr(0)
        new[0] &= ~(termios.ICRNL | termios.INLCR | termios.IGNCR | termios.IXON | termios.IXOFF)
        new[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
        new[6][termios.VMIN] = 1
        termios.tcsetattr(0, termios.TCSANOW, new)


def _exit(number: int, _: object) -> None:
    sys.exit(128 + number)


def _signals() -> Any:
    """Return what `signal` is made of: the enums it makes of the names take a fifth of the time until now."""
    try:
        import _signal  # type: ignore[import-not-found]
    except ImportError:
        import signal

        return signal
    return _signal


def keep(paths: Paths, size: tuple[int, int], cells: bytes, place: bytes) -> None:
    """Keep a frame for the next start, for the person alone to read. A place is one line."""
    file = paths.frame
    new = file.with_name(f"{FRAME}.{os.getpid()}")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as kept:
        key = _key(str(paths.library), str(paths.config_file), size)
        kept.write(b"\n".join((key, place, cells)))
    new.replace(file)


def _size() -> tuple[int, int]:
    """Return columns and lines as `shutil.get_terminal_size` does, without its imports."""
    columns, lines = (int(os.environ.get(name) or 0) for name in ("COLUMNS", "LINES"))
    size = os.get_terminal_size(1)
    return (columns if columns > 0 else size[0], lines if lines > 0 else size[1])


def _key(library: str, settings: str, size: tuple[int, int]) -> bytes:
    """Return what may not differ between the frame and the one that Textual will draw."""
    files = _fact(library, "st_ino"), _fact(settings, "st_mtime_ns")
    environment = [os.environ.get(name) for name in _ENVIRONMENT]
    return repr((__version__, *size, time.localtime()[:3], environment, files)).encode()


def _fact(file: str, field: str) -> int | None:
    try:
        return int(getattr(os.stat(file), field))  # noqa: PTH116
    except FileNotFoundError:
        return None
