"""`make bench`, `make bench-full`: medians over rounds, each work beside its peers' in the same round.

The control is `python -c "import textual.app"`: what any Textual program pays before its first line.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from tests.bench.corpus import FeedServer
from tests.bench.growth import draw
from tests.bench.measure import Screen, refresh, run
from tests.bench.peers import Peer, peers, prepare

Figures = dict[tuple[str, str], list[float]]
"""Values by work and reader."""
SIZES = ((20, 50), (200, 50), (200, 500), (500, 200))
"""Feeds and entries of each in `--full`."""


def main() -> None:
    """Measure, print, and write the JSON and the drawing where asked."""
    options = _options()
    results = []
    for feeds, entries in SIZES if options.full else ((options.feeds, options.entries),):
        figures = _measured(feeds, entries, options)
        medians = {key: statistics.median(values) for key, values in figures.items()}
        print(_table(medians, f"{feeds} feeds x {entries} entries, medians of {options.rounds}"), flush=True)
        results.append(
            {
                "feeds": feeds,
                "entries": entries,
                "load": os.getloadavg(),
                "values": {f"{work}, {name}": values for (work, name), values in figures.items()},
            }
        )
    if options.json:
        options.json.write_text(json.dumps(results, indent=1))
    if options.svg:
        options.svg.write_text(draw(results))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--feeds", type=int, default=40)
    parser.add_argument("--entries", type=int, default=50)
    parser.add_argument("--latency", type=float, default=0.05, metavar="SECONDS")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--full", action="store_true", help="1,000, 10,000 and 100,000 articles")
    parser.add_argument("--newsraft", metavar="PROGRAM")
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--svg", type=Path, metavar="FILE")
    return parser.parse_args()


def _measured(feeds: int, entries: int, options: argparse.Namespace) -> Figures:
    figures: Figures = defaultdict(list)
    with FeedServer(feeds, entries, options.latency) as server:
        for _ in range(options.rounds):
            figures["import textual", "control"].append(
                run([sys.executable, "-c", "import textual.app"], os.environ).wall
            )
            for peer in peers(options.newsraft):
                server.change(0)
                with tempfile.TemporaryDirectory() as folder:
                    _refreshes(peer, Path(folder), server, figures)
    return figures


def _refreshes(peer: Peer, home: Path, server: FeedServer, figures: Figures) -> None:
    """Refresh from nothing, unchanged, and with a tenth of the feeds changed."""
    argv, env = prepare(peer, home, server.urls)
    cold = refresh(argv, env)
    figures["cold refresh", peer.name].append(cold.saved or cold.wall)
    figures["... searchable", peer.name].append(cold.wall)
    figures["... CPU", peer.name].append(cold.cpu)
    figures["... peak MiB", peer.name].append(cold.peak)
    for _ in range(peer.fills - 1):
        run(argv, env)
    figures["all unchanged", peer.name].append(run(argv, env).wall)
    server.change(5)
    figures["a tenth changed", peer.name].append(run(argv, env).wall)
    figures["disk MB", peer.name].append(sum(f.stat().st_size for f in home.rglob("*") if f.is_file()) / 1e6)
    if peer.name == "newsreel":
        _screen([peer.program, "-m", "reader"], env, figures)


def _screen(argv: list[str], env: dict[str, str], figures: Figures) -> None:
    """Start twice: the second time the last frame is there to be shown at once."""
    env = {**env, "COLORTERM": "truecolor"}
    for name in ("start without a frame", "start to headlines"):
        screen = Screen(argv, env)
        figures[name, "newsreel"].append(screen.until(b"Outlet"))
        screen.until(b"\x1b[?1004h")
        screen.drain(0.5)
        keys = sorted(screen.key(b"j") for _ in range(40))
        figures["key to painted, p50", "newsreel"].append(keys[20])
        figures["key to painted, p95", "newsreel"].append(keys[38])
        figures["resident MiB", "newsreel"].append(screen.resident())
        screen.leave(b"Q")


def _table(medians: dict[tuple[str, str], float], head: str) -> str:
    names = list(dict.fromkeys(name for _, name in medians if name not in ("newsreel", "control")))
    lines = [head, f"{'':24}{'newsreel':>10}" + "".join(f"{name:>11}{'ratio':>7}" for name in names)]
    for (work, name), value in medians.items():
        if name in ("newsreel", "control"):
            others = [medians.get((work, other)) for other in names] if name == "newsreel" else []
            ratios = (f"{other:11.3f}{value / other:7.2f}" if other else " " * 18 for other in others)
            lines.append(f"{work:24}{value:10.3f}" + "".join(ratios))
    return "\n".join(lines)


if __name__ == "__main__":
    main()
