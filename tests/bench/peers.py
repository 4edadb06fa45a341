"""The readers measured: how each is set up over a folder, refreshed, opened on all articles, and searched."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from reader.library import Library
from reader.paths import Paths
from reader.store.database import Database
from tests.bench.corpus import MARK
from tests.bench.measure import Refreshed, refresh, run
from tests.bench.screen import Screen

Display = Sequence[str]


class Peer:
    """One reader, over a folder of its own."""

    name = program = ""
    fills = 1
    """How many refreshes it takes until it sends validators."""
    ready = rb""
    """What it writes before it reads keys."""
    in_list = b""
    """Keys to press until `j` moves in the list of articles."""

    def __init__(self, home: Path) -> None:
        self.home = home
        kept = {"PATH", "LANG", "LC_ALL", "TZ", "PYTHONPYCACHEPREFIX"}
        self.env = {name: value for name, value in os.environ.items() if name in kept}
        self.env |= {"HOME": str(home), "NEWSREEL_HOME": str(home)}

    def prepare(self, urls: Sequence[str]) -> None:
        """Subscribe it to feeds."""
        raise NotImplementedError

    def refresh(self) -> Refreshed:
        """Refresh to the end."""
        cost = run(self.asking(), self.env)
        return Refreshed(cost.wall, cost.wall, cost.wall, cost)

    def asking(self) -> list[str]:
        """Return the command that asks every feed."""
        raise NotImplementedError

    def listing(self) -> list[str]:
        """Return the command that opens it."""
        raise NotImplementedError

    def settle(self) -> None:
        """Be used once, as any reader has been when it is opened again."""

    def listed(self, screen: Screen) -> float:
        """Go to the list of all articles; return when its first row was there."""
        return screen.until(MARK)

    def cursor(self, display: Display) -> object:
        """Return what of a screen moves with the cursor."""
        return display

    def searching(self) -> list[str]:
        """Return the command that opens it for a search."""
        return self.listing()

    def found(self, word: str) -> float:
        """Search for a word; return the time from the key that asks for it until something is listed."""
        with Screen(self.searching(), self.env) as screen:
            screen.until(rb"Outlet|" + MARK)
            screen.settle()
            screen.press(b"/" + word.encode())
            return screen.press_until(b"\r", MARK)

    def stored(self) -> float:
        """Return the bytes it keeps."""
        return sum(file.stat().st_size for file in self.home.rglob("*") if file.is_file())


class Newsreel(Peer):
    """This one."""

    name, program = "newsreel", sys.executable
    ready = rb"\x1b\[\?1004h"

    @property
    def paths(self) -> Paths:
        """Its folders."""
        return Paths(*(self.home / name for name in ("config", "data", "cache", "state")))

    def prepare(self, urls: Sequence[str]) -> None:
        """Subscribe it to feeds."""
        self.paths.create()
        self.paths.config_file.write_text("allow_private = true\nauto_refresh = false\nstart_view = 'all'\n")
        with Library(self.paths.library) as library:
            for url in urls:
                library.subscribe(url)

    def refresh(self) -> Refreshed:
        """Refresh until the texts of all articles are made."""
        refreshed = refresh(self.asking(), self.env)
        with Library(self.paths.library) as library:
            while library.merge_index_batch():  # what it goes on with, and was not let
                pass
        return refreshed

    def asking(self) -> list[str]:
        """Return the command that asks every feed."""
        return [self.program, "-m", "reader", "refresh", "--force", "--json"]

    def listing(self) -> list[str]:
        """Return the command that opens it."""
        return [self.program, "-m", "reader"]

    def settle(self) -> None:
        """Be opened and left on the list: that keeps the frame that the next start shows."""
        with Screen(self.listing(), self.env) as screen:
            screen.until(self.ready)
            screen.settle(0.5)
            screen.press(b"gg")
            screen.settle()
            screen.leave(b"Q")

    def cursor(self, display: Display) -> object:
        """Return the rows beside the bar."""
        return [line[:80] for line in display if "▌" in line[:80]]

    def found(self, word: str) -> float:
        """Search as one types; return the time from the last letter until something is listed."""
        with Screen(self.listing(), self.env) as screen:
            screen.until(self.ready)
            screen.settle(0.5)
            screen.press(b"/")
            screen.settle()
            screen.press(word[:-1].encode())
            screen.settle(0.4)
            return screen.press_until(word[-1:].encode(), MARK)

    def parts(self) -> dict[str, float]:
        """Return the bytes of the search index and of everything else in the library."""
        sql = "SELECT name LIKE 'search%' OR name LIKE '%document%', sum(pgsize) FROM dbstat GROUP BY 1"
        with closing(Database(self.paths.library, time.time)) as database:
            rows = database.rows(sql)
        return {("index" if index else "articles"): float(size) for index, size in rows}


class Newsboat(Peer):
    """Its list of all articles is a query feed: one Enter into the list of feeds."""

    name = program = "newsboat"
    fills = 2  # its first refresh keeps no validators

    def prepare(self, urls: Sequence[str]) -> None:
        """Subscribe it to feeds."""
        (self.home / "urls").write_text("\n".join(['"query:Outlet all:unread = \\"yes\\""', *urls]))
        (self.home / "config").write_text(
            "reload-threads 50\nprepopulate-query-feeds no\nbind-key j down\nconfirm-exit no\n"
        )

    def asking(self) -> list[str]:
        """Return the command that asks every feed."""
        return [*self.listing(), "-x", "reload"]

    def listing(self) -> list[str]:
        """Return the command that opens it."""
        files = {"-u": "urls", "-c": "cache.db", "-C": "config"}
        return [
            "newsboat",
            "-q",
            *(word for flag, name in files.items() for word in (flag, str(self.home / name))),
        ]

    def listed(self, screen: Screen) -> float:
        """Go to the list of all articles; return when its first row was there."""
        screen.until(b"Outlet all")
        screen.press(b"\r")
        return screen.until(MARK)


class Newsraft(Peer):
    """Its list of all articles is what its setting `feeds-menu-paramount-explore` opens with."""

    name = "newsraft"

    def prepare(self, urls: Sequence[str]) -> None:
        """Subscribe it to feeds."""
        (self.home / "feeds").write_text("\n".join(urls) + "\n")
        (self.home / "config").write_text("feeds-menu-paramount-explore true\n")
        (self.home / "plain").write_text("\n")

    def asking(self) -> list[str]:
        """Return the command that asks every feed."""
        return [*self.listing(), "-e", "reload-all"]

    def listing(self) -> list[str]:
        """Return the command that opens it."""
        return self._with("config")

    def searching(self) -> list[str]:
        """Return the command that opens it for a search: from the list of feeds."""
        return self._with("plain")

    def _with(self, settings: str) -> list[str]:
        files = {"-f": "feeds", "-c": settings, "-d": "db"}
        return [
            self.program,
            *(word for flag, name in files.items() for word in (flag, str(self.home / name))),
        ]


class Sfeed(Peer):
    """Its list of all articles is one file, merged and sorted beforehand; its search is grep."""

    name, program = "sfeed", "sfeed_update"
    in_list = b"l"

    def prepare(self, urls: Sequence[str]) -> None:
        """Subscribe it to feeds, with the conditional requests of its manual."""
        for name in ("feeds", "etags"):
            (self.home / name).mkdir()
        tag = f'{self.home}/etags/$(basename "$3")'
        fetch = (
            f'curl -L -f -s -m 15 --compressed --etag-save "{tag}" --etag-compare "{tag}" "$2" 2>/dev/null'
        )
        feeds = "\n".join(f"feed {number} {shlex.quote(url)}" for number, url in enumerate(urls))
        settings = (
            f"sfeedpath={self.home}/feeds\nmaxjobs=32\nfetch() {{\n{fetch}\n}}\nfeeds() {{\n{feeds}\n}}\n"
        )
        (self.home / "sfeedrc").write_text(settings)

    def asking(self) -> list[str]:
        """Return the command that asks every feed."""
        return [self.program, str(self.home / "sfeedrc")]

    def listing(self) -> list[str]:
        """Return the command that opens it."""
        merged = self.home / "all"
        if not merged.exists():
            with merged.open("wb") as file:
                subprocess.run(["sort", "-t", "\t", "-k1rn,1", *self._files()], stdout=file, check=True)
        return ["sfeed_curses", str(merged)]

    def found(self, word: str) -> float:
        """Search its files with grep, which is what its manual offers."""
        return run(["grep", "-F", "-i", "-h", word, *self._files()], {**self.env, "LC_ALL": "C"}).wall

    def _files(self) -> list[str]:
        return [str(file) for file in sorted((self.home / "feeds").iterdir())]


def peers(newsraft: str | None) -> list[Callable[[Path], Peer]]:
    """Return those that are here, Newsreel first."""
    found: list[Callable[[Path], Peer]] = [Newsreel]
    found += [peer for peer in (Newsboat, Sfeed) if shutil.which(peer.program)]
    return [*found, type("Newsraft", (Newsraft,), {"program": newsraft})] if newsraft else found
