"""Where things live. The only module that imports platformdirs."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from reader.errors import NewsreelError

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
        return self.config / "config.toml"

    @property
    def library(self) -> Path:
        """The one SQLite file."""
        return self.data / "library.db"

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
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def find() -> Paths:
    """Return the folders: under NEWSREEL_HOME if set, else where the system keeps such things."""
    if home := os.environ.get("NEWSREEL_HOME"):
        root = _rooted(home)
        return Paths(root / "config", root / "data", root / "cache", root / "state")
    import platformdirs

    dirs = platformdirs.PlatformDirs("newsreel", appauthor=False)
    return Paths(dirs.user_config_path, dirs.user_data_path, dirs.user_cache_path, dirs.user_state_path)


def _rooted(home: str) -> Path:
    try:
        return Path(home).expanduser().absolute()
    except (RuntimeError, OSError):  # ~ of nobody, or a name within a folder that is gone
        raise NewsreelError(
            f"NEWSREEL_HOME is “{home}”, which leads nowhere; set it to the full path of a folder."
        ) from None
