"""The readers measured: how each is set up over a folder and told to refresh."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from reader.library import Library
from reader.paths import Paths

Command = tuple[list[str], dict[str, str]]
"""Words and environment."""


class Peer(NamedTuple):
    """A reader by name, and how many refreshes it takes until it sends validators."""

    name: str
    program: str
    fills: int = 1


def peers(newsraft: str | None) -> list[Peer]:
    """Return those that are here, Newsreel first."""
    # newsboat's first refresh keeps no validators.
    known = [Peer("newsboat", "newsboat", fills=2), Peer("sfeed", "sfeed_update")]
    found = [peer for peer in known if shutil.which(peer.program)]
    return [Peer("newsreel", sys.executable), *found, *([Peer("newsraft", newsraft)] if newsraft else [])]


def prepare(peer: Peer, home: Path, urls: Sequence[str]) -> Command:
    """Subscribe a peer to feeds in an empty home; return how it is told to refresh."""
    env = {**os.environ, "HOME": str(home), "NEWSREEL_HOME": str(home), "TERM": "xterm-256color"}
    makers = {"newsreel": _newsreel, "newsboat": _newsboat, "sfeed": _sfeed, "newsraft": _newsraft}
    return [peer.program, *makers[peer.name](home, urls)], env


def _newsreel(home: Path, urls: Sequence[str]) -> list[str]:
    paths = Paths(*(home / name for name in ("config", "data", "cache", "state")))
    paths.create()
    paths.config_file.write_text("allow_private = true\nauto_refresh = false\nstart_view = 'all'\n")
    with Library(paths.library) as library:
        for url in urls:
            library.subscribe(url)
    return ["-m", "reader", "refresh", "--force", "--json"]


def _newsboat(home: Path, urls: Sequence[str]) -> list[str]:
    (home / "urls").write_text("\n".join([*urls, '"query:All:unread = \\"yes\\""']))
    (home / "config").write_text("reload-threads 50\nprepopulate-query-feeds no\n")
    files = {"-u": "urls", "-c": "cache.db", "-C": "config"}
    return [
        "-q",
        *(word for flag, name in files.items() for word in (flag, str(home / name))),
        "-x",
        "reload",
    ]


def _sfeed(home: Path, urls: Sequence[str]) -> list[str]:
    for name in ("feeds", "etags"):
        (home / name).mkdir()
    tag = f'{home}/etags/$(basename "$3")'
    fetch = f'curl -L -f -s -m 15 --compressed --etag-save "{tag}" --etag-compare "{tag}" "$2" 2>/dev/null'
    feeds = "\n".join(f"feed {number} {shlex.quote(url)}" for number, url in enumerate(urls))
    settings = f"sfeedpath={home}/feeds\nmaxjobs=32\nfetch() {{\n{fetch}\n}}\nfeeds() {{\n{feeds}\n}}\n"
    (home / "sfeedrc").write_text(settings)
    return [str(home / "sfeedrc")]


def _newsraft(home: Path, urls: Sequence[str]) -> list[str]:
    (home / "feeds").write_text("\n".join(urls) + "\n")
    (home / "config").write_text("\n")
    return ["-f", str(home / "feeds"), "-c", str(home / "config"), "-d", str(home / "db"), "-e", "reload-all"]
