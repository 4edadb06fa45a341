"""Where things live."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from reader import folders

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED, _CHECKOUT = _PACKAGE / "styles", _PACKAGE.parent / "styles"
STYLES = _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT
"""The style sheets: inside the package in a wheel, beside it in a checkout."""


class Paths(NamedTuple):
    """The four folders and the files in them. Nothing is created until `create` is called."""

    config: Path
    data: Path
    cache: Path
    state: Path

    @property
    def config_file(self) -> Path:
        """The settings, written by hand or by `newsreel config`."""
        return self.config / folders.CONFIG_FILE

    @property
    def library(self) -> Path:
        """The one SQLite file."""
        return self.data / folders.LIBRARY

    @property
    def frame(self) -> Path:
        """What was on show on leaving, until it is shown again."""
        return self.state / folders.FRAME

    @property
    def searches(self) -> Path:
        """What was searched for: the last fifty queries, a line each."""
        return self.state / "searches"

    @property
    def backups(self) -> Path:
        """Daily copies of the reader's own data."""
        return self.data / "backups"

    @property
    def pages(self) -> Path:
        """Fetched pages; may be deleted at any time."""
        return self.cache / "pages"

    @property
    def images(self) -> Path:
        """Fetched pictures; may be deleted at any time."""
        return self.cache / "images"

    @property
    def log(self) -> Path:
        """The rotating log."""
        return self.state / "newsreel.log"

    @property
    def refresh_lock(self) -> Path:
        """Held by the one refresh that runs (flock)."""
        return self.state / "refresh.lock"

    def create(self) -> None:
        """Make the folders, for the person alone to read. Raises OSError."""
        for folder in self:
            make_private(folder)


def make_private(folder: Path) -> None:
    """Make a folder and those it is in that are not there, for the person alone to read. Raises OSError."""
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except FileNotFoundError:
        if folder.parent == folder:
            raise
        make_private(folder.parent)  # mkdir's own way with parents leaves those open to all
        folder.mkdir(mode=0o700, exist_ok=True)


def find() -> Paths:
    """Return the folders as they are now: see `folders`. Raises NewsreelError."""
    return Paths(*map(Path, folders.find()))
