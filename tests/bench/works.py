"""What is measured: of every reader, and of Newsreel alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from reader.feeds.parse import parse
from reader.library import Library
from reader.model import View
from reader.store.values import Answer
from reader.text.intake import clean_feed
from reader.text.render import as_markdown
from tests.bench.corpus import MARK, RARITY, long_reads, opening
from tests.bench.measure import run, share
from tests.bench.peers import Newsreel, Peer
from tests.bench.screen import Screen
from tests.bench.server import FeedServer

Figures = dict[str, dict[str, list[float]]]
"""Values by work and by who did it; seconds, MiB, bytes."""
EVERYWHERE, RARE = "cinema", "nitrate"
LONG = 12
NEW = 5


def figures() -> Figures:
    """Return room for values."""
    return defaultdict(lambda: defaultdict(list))


def controls(into: Figures) -> None:
    """Measure what Textual costs by itself."""
    into["start to first key"]["import textual"].append(
        run([sys.executable, "-c", "import textual.app"], os.environ).wall
    )
    with Screen([sys.executable, "-m", "tests.bench.control", "blank"], os.environ) as screen:
        screen.until(Newsreel.ready)
        screen.settle(0.5)
        into["resident"]["blank Textual app"].append(screen.resident())
        screen.leave(b"\x11")


def fill(peer: Peer, server: FeedServer, into: Figures) -> None:
    """Refresh from nothing."""
    server.change(0)
    peer.prepare(server.urls)
    done = peer.refresh()
    into["cold refresh, saved"][peer.name].append(done.saved)
    into["cold refresh, searchable"][peer.name].append(done.searchable)
    if isinstance(peer, Newsreel):
        into["cold refresh, texts made"][peer.name].append(done.made)
    into["cold refresh, CPU"][peer.name].append(done.ended.cpu)
    into["cold refresh, peak memory"][peer.name].append(done.ended.peak)
    into["disk per article"][peer.name].append(peer.stored() / server.articles)
    if isinstance(peer, Newsreel):
        for part, size in peer.parts().items():
            into[f"disk per article, {part}"][peer.name].append(size / server.articles)


def again(peer: Peer, server: FeedServer, into: Figures) -> None:
    """Refresh where nothing changed, then where a tenth of the feeds did."""
    for _ in range(peer.fills - 1):
        peer.refresh()
    into["all unchanged"][peer.name].append(peer.refresh().ended.wall)
    server.change(NEW)
    into["a tenth changed"][peer.name].append(peer.refresh().saved)


def look(peer: Peer, into: Figures, keys: int) -> None:
    """Open all articles, press keys, search."""
    peer.settle()
    with Screen(peer.listing(), peer.env) as screen:
        into["start to headlines"][peer.name].append(peer.listed(screen))
        if peer.in_list:
            screen.press(peer.in_list)
        into["start to first key"][peer.name].append(screen.handled(b"j", peer.ready, peer.cursor))
        screen.settle(0.7)
        into["resident"][peer.name].append(screen.resident())
        _keys("key", screen, b"j", keys, peer.name, into)
        screen.leave(b"Q")
    for name, word in (("search, rare word", RARE), ("search, word in all", EVERYWHERE)):
        into[name][peer.name].append(peer.found(word))


def _keys(name: str, screen: Screen, key: bytes, count: int, who: str, into: Figures) -> None:
    times = screen.latency(key, count)
    into[f"{name}, p50"][who].append(share(times, 0.5))
    into[f"{name}, p95"][who].append(share(times, 0.95))


# ---------------------------------------------------------------- Newsreel alone


def alone(peer: Newsreel, into: Figures, keys: int) -> None:
    """Measure what no peer has, or what only a control can be set beside."""
    while_refreshing(peer, into, keys)
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder) / "texts.json"
        texts.write_text(json.dumps(_add_long_reads(peer)))
        _articles(peer, into, keys)
        _markdown(texts, into)
    _ranked(peer, into)


def while_refreshing(peer: Newsreel, into: Figures, keys: int) -> None:
    """Press keys while a refresh of every feed runs, as nice as the reader starts it."""
    with Screen(peer.listing(), peer.env) as screen:
        screen.until(peer.ready)
        screen.settle(0.7)
        with _refresh_beside(peer):
            _keys("key during a refresh", screen, b"j", keys, peer.name, into)
        screen.leave(b"Q")


@contextmanager
def _refresh_beside(peer: Newsreel) -> Iterator[None]:
    child = subprocess.Popen(
        ["nice", "-n", "10", *peer.asking()], env=peer.env, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert child.stdin
    assert child.stdout
    child.stdout.readline()
    yield
    child.stdin.close()
    child.stdout.read()
    child.stdout.close()
    child.wait()


def first_headline(peer: Newsreel, server: FeedServer, into: Figures) -> None:
    """Press `R` over an empty library; measure until there is a headline."""
    server.change(0)
    peer.prepare(server.urls)
    with Screen(peer.listing(), peer.env) as screen:
        screen.until(peer.ready)
        screen.settle(0.5)
        into["R to first headline"][peer.name].append(screen.press_until(b"R", MARK))
        screen.leave(b"Q")


def _add_long_reads(peer: Newsreel) -> list[str]:
    """Put long texts on top of the list; return them as Markdown."""
    url = "http://127.0.0.1:9/long.xml"
    parsed = clean_feed(parse(long_reads(LONG), url=url), url=url, now=int(time.time()))
    with Library(peer.paths.library) as library:
        feed = library.subscribe(url)
        later = int(time.time()) + 86_400
        library.save_feed(feed.id, parsed, Answer(next_due=later, interval_minutes=60))
        keys = library.keys(View("all"), limit=LONG)
        for key in keys:
            library.keep_position(key.id, 0)  # a round before may have scrolled it
        return [as_markdown(library.document(key.id)) for key in keys]


def _articles(peer: Newsreel, into: Figures, keys: int) -> None:
    """Open one long text after another, then scroll the last.

    From the key: the text comes from the library, is marked read, and bars and list say so. The control's
    text is in its memory, and there is nothing else on its screen.
    """
    (peer.home / "state" / "frame").unlink(missing_ok=True)
    with Screen(peer.listing(), peer.env) as screen:
        screen.until(peer.ready)
        screen.settle(0.7)
        times = []
        for entry in range(LONG):
            times.append(screen.press_until(b"\r", opening(entry).encode()))
            if entry < LONG - 1:
                screen.press(b"h")
                screen.settle()
                screen.press(b"j")
        into["open an article"][peer.name].append(share(times, 0.5))
        screen.settle()
        _keys("scroll an article by a line", screen, b"j", keys // 2, peer.name, into)
        screen.leave(b"Q")


def _markdown(texts: Path, into: Figures) -> None:
    """Show the same texts in Textual's own widget."""
    with Screen([sys.executable, "-m", "tests.bench.control", "markdown", str(texts)], os.environ) as screen:
        screen.until(Newsreel.ready)
        screen.settle(0.7)
        times = [screen.press_until(b"j", opening(entry).encode()) for entry in range(LONG)]
        into["open an article"]["Textual's Markdown"].append(share(times, 0.5))
        screen.leave(b"\x11")


def _ranked(peer: Newsreel, into: Figures) -> None:
    """Ask for the best fifty instead of the newest, of the word in all texts: the most there is to rank."""
    with Library(peer.paths.library) as library:
        for _ in range(3):
            began = time.perf_counter()
            library.search(next(iter(RARITY)), sort="relevance", limit=50)
            into["search, best first"][peer.name].append(time.perf_counter() - began)


def medians(into: Figures) -> dict[str, dict[str, Sequence[float]]]:
    """Return median, least, most and number of each."""
    return {
        work: {who: (share(v, 0.5), min(v), max(v), len(v)) for who, v in by.items()}
        for work, by in into.items()
    }
