"""What the terminal can show, by its own word and without asking it: nothing is written, nothing read.

textual-image would ask at its import, and take half a second and the person's next key for it.
"""

from __future__ import annotations

import fcntl
import os
import re
import struct
import sys
import termios
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, NamedTuple

Protocol = Literal["kitty", "sixel", "half"]

_PLACEHOLDERS = (0, 28)
"""The first version of Kitty whose cells stand for parts of a picture."""
_VERSION = re.compile(r"^version\b.*\bVersion\((\d+), (\d+)", re.MULTILINE)


class Cell(NamedTuple):
    """The size of a character cell in pixels."""

    width: int = 10
    height: int = 20


def protocol(chosen: str, environment: Mapping[str, str] = os.environ) -> Protocol:
    """Return how pictures are to be shown: as chosen, or as Kitty does where it is Kitty and no tmux."""
    if environment.get("TEXTUAL_DRIVER"):  # a page in a browser, which has nothing but cells
        return "half"
    if chosen in ("kitty", "sixel", "half"):
        return chosen  # type: ignore[return-value]  # one of these, as just seen
    kitty = "KITTY_WINDOW_ID" in environment or environment.get("TERM") == "xterm-kitty"
    inside = "TMUX" in environment or environment.get("TERM", "").startswith(("tmux", "screen"))
    return "kitty" if kitty and not inside and not _is_old(environment) else "half"


def _is_old(environment: Mapping[str, str]) -> bool:
    """Tell whether Kitty knows no placeholders yet and would draw boxes, as a file of its own says."""
    folder = environment.get("KITTY_INSTALLATION_DIR")
    try:
        text = Path(folder, "kitty", "constants.py").read_text("utf-8") if folder else ""
    except (OSError, ValueError):
        return False
    said = _VERSION.search(text)
    return said is not None and (int(said[1]), int(said[2])) < _PLACEHOLDERS


def cell_size() -> Cell:
    """Return the size of a cell as the terminal told the kernel; where it did not, twice as high as wide."""
    for stream in (sys.__stderr__, sys.__stdout__):
        try:
            asked = fcntl.ioctl(stream, termios.TIOCGWINSZ, bytes(8))  # type: ignore[arg-type]  # None raises
        except (OSError, TypeError, ValueError):
            continue
        rows, columns, width, height = struct.unpack("4H", asked)
        if rows and columns and width >= columns and height >= rows:
            return Cell(width // columns, height // rows)
    return Cell()
