"""In which folders things live: as platformdirs says, and where NEWSREEL_HOME leads."""

from __future__ import annotations

import pwd
from pathlib import Path

import platformdirs
import pytest

from reader import folders
from reader.errors import NewsreelError

NAMES = ("NEWSREEL_HOME", "HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")


def put(monkeypatch: pytest.MonkeyPatch, **environment: str) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)


@pytest.mark.parametrize(
    "environment",
    [
        {"HOME": "/home/ada"},
        {"HOME": "/home/ada/"},
        {"HOME": "/"},
        {"HOME": "ada"},
        {"HOME": ""},
        {},
        {"HOME": "/home/ada", "XDG_CONFIG_HOME": "/etc/ada", "XDG_STATE_HOME": "/srv/ada/"},
        {"HOME": "/home/ada", "XDG_DATA_HOME": "data", "XDG_CACHE_HOME": ""},
    ],
    ids=str,
)
def test_they_are_where_platformdirs_would_have_them(
    environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    put(monkeypatch, **environment)
    dirs = platformdirs.PlatformDirs("newsreel", appauthor=False)
    said = (dirs.user_config_dir, dirs.user_data_dir, dirs.user_cache_dir, dirs.user_state_dir)
    assert folders.find() == said


@pytest.mark.parametrize(
    ("home", "root"),
    [
        ("/srv/news", "/srv/news"),
        ("~/news", "/home/ada/news"),
        ("news", "{here}/news"),
        ("./~", "{here}/./~"),
    ],
)
def test_a_home_apart(home: str, root: str, monkeypatch: pytest.MonkeyPatch) -> None:
    put(monkeypatch, HOME="/home/ada", NEWSREEL_HOME=home)
    root = root.format(here=Path.cwd())
    assert folders.find() == tuple(f"{root}/{name}" for name in ("config", "data", "cache", "state"))


def test_a_user_without_a_home_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a number that stands in no list of users, in a container or for a service."""
    put(monkeypatch)

    def unknown(number: int) -> None:
        raise KeyError(number)

    monkeypatch.setattr(pwd, "getpwuid", unknown)
    with pytest.raises(NewsreelError, match=r"HOME is not set.*; set it, or NEWSREEL_HOME, to the full path"):
        folders.find()


def test_a_home_that_leads_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(monkeypatch, NEWSREEL_HOME="~nobody-of-that-name/news")
    with pytest.raises(NewsreelError, match="leads nowhere"):
        folders.find()
    put(monkeypatch, NEWSREEL_HOME="news")
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    with pytest.raises(NewsreelError, match="leads nowhere"):
        folders.find()
