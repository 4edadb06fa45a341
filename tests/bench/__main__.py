"""`make bench`, `make bench-full`: medians over rounds, each work beside its peers' in the same round.

The controls are `python -c "import textual.app"`, what any Textual program pays before its first line; a
Textual app with nothing in it; and Textual's own widget for texts.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from tests.bench import works
from tests.bench.growth import draw
from tests.bench.peers import Newsreel, Peer, peers
from tests.bench.server import FeedServer
from tests.bench.table import plain
from tests.bench.works import Figures

HERE = Path(__file__).parent
KEPT = HERE / "speed.json"
PICTURE = HERE.parent / "pictures" / "growth.svg"


class Size(NamedTuple):
    """A library: how many feeds of how many entries, whether peers are run on it, how often it is filled."""

    feeds: int
    entries: int
    peers: bool = True
    fills: int = 9


SMALL = (Size(40, 25),)
FULL = (
    Size(20, 50, peers=False),
    Size(200, 50),
    Size(200, 500, fills=1),
    Size(500, 50, peers=False, fills=1),
)


def main() -> None:
    """Measure, print, and write the JSON, the README's table and the drawing where asked."""
    options = _options()
    results = []
    with tempfile.TemporaryDirectory(prefix="newsreel-bench-") as folder:
        _warm_up(Path(folder) / "compiled")
        for size in FULL if options.full else SMALL:
            if size.feeds * size.entries > options.most:
                continue
            result = _measured(size, options, Path(folder))
            print(plain(result), flush=True)
            results.append(result)
    if options.json:
        options.json.write_text(json.dumps(results, indent=1))
    if options.readme:
        _keep(results)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--full", action="store_true", help="1,000, 10,000 and 100,000 articles")
    parser.add_argument("--most", type=int, default=100_000, metavar="ARTICLES", help="nothing larger")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--keys", type=int, default=60, help="how often a key is pressed in a round")
    parser.add_argument("--latency", type=float, default=0.05, metavar="SECONDS")
    parser.add_argument("--newsraft", metavar="PROGRAM")
    parser.add_argument("--json", type=Path, metavar="FILE", help="every value")
    parser.add_argument("--readme", action="store_true", help="put table and drawing into the README")
    return parser.parse_args()


def _warm_up(compiled: Path) -> None:
    """Have every program's bytecode at hand, as it is where it was installed."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(compiled)
    works.run([sys.executable, "-m", "compileall", "-q", str(HERE.parents[1] / "reader")], os.environ)
    for _ in range(2):
        works.controls(works.figures())


def _measured(size: Size, options: argparse.Namespace, folder: Path) -> dict[str, Any]:
    figures, began = works.figures(), time.perf_counter()
    readers = peers(options.newsraft) if size.peers else [Newsreel]
    filled: dict[str, Peer] = {}
    with FeedServer(size.feeds, size.entries, options.latency) as server:
        for turn in range(options.rounds):
            works.controls(figures)
            for make in readers:
                home = folder / f"{size.feeds}x{size.entries}-{turn}-{make.__name__}"
                if turn < size.fills:
                    filled[make.__name__] = _filled(make(home), server, figures, size)
                peer = filled[make.__name__]
                _try(partial(works.look, peer, figures, options.keys), peer.name)
            if size.peers:
                _try(partial(works.alone, _newsreel(filled), figures, options.keys), "Newsreel alone")
                works.first_headline(
                    Newsreel(folder / f"cold-{size.feeds}x{size.entries}-{turn}"), server, figures
                )
    return {
        "feeds": size.feeds,
        "entries": size.entries,
        "rounds": options.rounds,
        "machine": f"{os.cpu_count()} cores ({platform.machine()}), Python {platform.python_version()}",
        "date": time.strftime("%-d %B %Y"),
        "load": os.getloadavg()[0],
        "seconds": time.perf_counter() - began,
        "medians": works.medians(figures),
        "values": figures,
    }


def _filled(peer: Peer, server: FeedServer, figures: Figures, size: Size) -> Peer:
    peer.home.mkdir()
    works.fill(peer, server, figures)
    if size.fills > 1 or isinstance(peer, Newsreel):
        works.again(peer, server, figures)
    return peer


def _try(measure: Callable[[], None], name: str) -> None:
    """Measure; what shows nothing in a minute is named, and left out: the other figures are not lost."""
    try:
        measure()
    except TimeoutError as error:
        print(f"{name}: {error}", file=sys.stderr)


def _newsreel(filled: dict[str, Peer]) -> Newsreel:
    peer = filled["Newsreel"]
    assert isinstance(peer, Newsreel)
    return peer


def _keep(results: list[dict[str, Any]]) -> None:
    """Keep the medians, draw how costs grow, and write both into the README."""
    from tests.readme import README, written

    short = [{name: value for name, value in result.items() if name != "values"} for result in results]
    KEPT.write_text(json.dumps(short, indent=1) + "\n")
    PICTURE.write_text(draw(results))
    README.write_text(written(README.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
