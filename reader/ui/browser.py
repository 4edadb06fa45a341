"""Which command opens a link, and whether it needs the terminal. http and https only."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from typing import NamedTuple

CONSOLE = ("w3m", "lynx", "elinks", "links2", "links", "www-browser", "browsh", "carbonyl", "chawan", "cha")
GRAPHICAL = ("xdg-open", "gio open", "x-www-browser", "firefox", "chromium", "google-chrome")


class Browser(NamedTuple):
    """A command line with the link in it."""

    command: list[str]
    console: bool


def find(url: str, chosen: str = "") -> Browser | None:
    """Return the first browser there is: the chosen one, $BROWSER's, the system's; None without any."""
    if not url.startswith(("http://", "https://")):
        return None
    for candidate in _candidates(chosen):
        if words := command(candidate):
            return Browser(_with(url, words), os.path.basename(words[0]) in CONSOLE)  # noqa: PTH119
    return None


def command(line: str) -> list[str]:
    """Return the words of a command that is here; none of one that is not, or whose quotes do not close."""
    try:
        words = shlex.split(line)
    except ValueError:
        return []
    return words if words and shutil.which(words[0]) else []


def launch(browser: Browser) -> None:
    """Start a browser that needs no terminal; no stdin, and it outlives us. OSError if it cannot start."""
    quiet = subprocess.DEVNULL
    child = subprocess.Popen(browser.command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    threading.Thread(target=child.wait, name="browser", daemon=True).start()  # so that no zombie stays


def _candidates(chosen: str) -> Iterator[str]:
    yield chosen
    yield from os.environ.get("BROWSER", "").split(os.pathsep)
    if sys.platform == "darwin":
        yield "open"
    elif "WSL_DISTRO_NAME" in os.environ:
        yield "wslview"
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        yield from GRAPHICAL
    yield from CONSOLE


def _with(url: str, words: list[str]) -> list[str]:
    """Put the link where the command wants it (%s), or at its end."""
    return [word.replace("%s", url) for word in words] if any("%s" in w for w in words) else [*words, url]
