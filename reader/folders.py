"""In which folders things live, as plain names: the first screen is painted before pathlib is imported.

The only module that imports platformdirs.
"""

from __future__ import annotations

import os
import sys

from reader.errors import NewsreelError

Folders = tuple[str, str, str, str]
"""Those of settings, data, cache and state."""

CONFIG_FILE, LIBRARY, FRAME = "config.toml", "library.db", "frame"
"""Files in the first, the second and the last of them."""

_XDG = (
    ("XDG_CONFIG_HOME", ".config"),
    ("XDG_DATA_HOME", ".local/share"),
    ("XDG_CACHE_HOME", ".cache"),
    ("XDG_STATE_HOME", ".local/state"),
)


def find() -> Folders:
    """Return the folders: under NEWSREEL_HOME if set, else where the system keeps such things."""
    if chosen := os.environ.get("NEWSREEL_HOME"):
        root = _rooted(chosen)
        return f"{root}/config", f"{root}/data", f"{root}/cache", f"{root}/state"
    home = os.environ.get("HOME", "")
    if sys.platform == "linux" and home.startswith("/"):
        config, data, cache, state = (_xdg(name, home, under) for name, under in _XDG)
        return config, data, cache, state
    import platformdirs

    dirs = platformdirs.PlatformDirs("newsreel", appauthor=False)
    try:
        return dirs.user_config_dir, dirs.user_data_dir, dirs.user_cache_dir, dirs.user_state_dir
    except RuntimeError as error:
        raise NewsreelError(
            f"HOME is not set, and user {os.getuid()} has no home folder; set it, or NEWSREEL_HOME, to the "
            "full path of a folder."
        ) from error


def _xdg(name: str, home: str, under: str) -> str:
    """Return what platformdirs would, without its import: that takes as long as all else before a frame."""
    chosen = os.environ.get(name, "")
    base = chosen if chosen.startswith("/") else f"{home.rstrip('/')}/{under}"
    return f"{base.rstrip('/')}/newsreel"


def _rooted(chosen: str) -> str:
    """Return it as a full path. What leads nowhere: ~ of nobody, and a name within a folder that is gone."""
    root = os.path.expanduser(chosen)  # noqa: PTH111  # see above
    try:
        if not root.startswith("~"):
            return root if root.startswith("/") else f"{os.getcwd()}/{root}"  # noqa: PTH109
    except OSError:
        pass
    raise NewsreelError(
        f"NEWSREEL_HOME is “{chosen}”, which leads nowhere; set it to the full path of a folder."
    )
