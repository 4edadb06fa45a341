"""`make bench`: medians over rounds, each work beside its peer in the same round, as a table and as JSON.

The control is `python -c "import textual.app"`: what any Textual program pays before its first line.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from tests.bench.corpus import FeedServer
from tests.bench.measure import Screen, run

_READER = [sys.executable, "-m", "reader"]
Figures = dict[str, list[float]]


def main() -> None:
    """Measure, print, and write the JSON where asked."""
    options = _options()
    figures: Figures = defaultdict(list)
    with FeedServer(options.feeds, options.entries, options.latency) as server:
        for _ in range(options.rounds):
            with tempfile.TemporaryDirectory() as folder:
                _newsreel(Path(folder), server, figures)
            if shutil.which("newsboat"):
                with tempfile.TemporaryDirectory() as folder:
                    _newsboat(Path(folder), server, figures)
    medians = {name: statistics.median(values) for name, values in figures.items()}
    print(_table(medians, options))
    if options.json:
        options.json.write_text(json.dumps({"options": vars(options), "medians": medians}, default=str))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--feeds", type=int, default=40)
    parser.add_argument("--entries", type=int, default=50)
    parser.add_argument("--latency", type=float, default=0.05, metavar="SECONDS")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", type=Path, metavar="FILE")
    return parser.parse_args()


def _newsreel(home: Path, server: FeedServer, figures: Figures) -> None:
    from reader import paths
    from reader.library import Library

    env = {**os.environ, "NEWSREEL_HOME": str(home), "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    os.environ["NEWSREEL_HOME"] = str(home)
    found = paths.find()
    found.create()
    found.config_file.write_text("allow_private = true\nauto_refresh = false\nstart_view = 'all'\n")
    with Library(found.library) as library:
        for url in server.urls:
            library.subscribe(url)
    figures["control: import textual"].append(run([sys.executable, "-c", "import textual.app"], env).wall)
    cold = run([*_READER, "refresh"], env)
    figures["cold refresh"].append(cold.wall)
    figures["cold refresh, CPU"].append(cold.cpu)
    figures["cold refresh, peak MiB"].append(cold.peak)
    figures["all unchanged"].append(run([*_READER, "refresh", "--force"], env).wall)
    screen = Screen(_READER, env)
    figures["start to list"].append(screen.until(b"Outlet"))
    screen.drain(0.5)
    figures["key to painted"].append(statistics.median(screen.key(b"j") for _ in range(30)))
    figures["resident, list open, MiB"].append(screen.resident())
    screen.close()


def _newsboat(home: Path, server: FeedServer, figures: Figures) -> None:
    (home / "urls").write_text("\n".join([*server.urls, '"query:All:unread = \\"yes\\""']))
    (home / "config").write_text("reload-threads 50\nprepopulate-query-feeds no\n")
    urls, cache, config = (str(home / name) for name in ("urls", "cache.db", "config"))
    command = ["newsboat", "-q", "-u", urls, "-c", cache, "-C", config]
    env = {**os.environ, "HOME": str(home), "TERM": "xterm-256color"}
    cold = run([*command, "-x", "reload"], env)
    figures["cold refresh, newsboat"].append(cold.wall)
    figures["cold refresh, CPU, newsboat"].append(cold.cpu)
    figures["cold refresh, peak MiB, newsboat"].append(cold.peak)
    run([*command, "-x", "reload"], env)  # its first refresh keeps no validators
    figures["all unchanged, newsboat"].append(run([*command, "-x", "reload"], env).wall)


def _table(medians: dict[str, float], options: argparse.Namespace) -> str:
    lines = [f"{options.feeds} feeds x {options.entries} entries, {options.rounds} rounds, medians"]
    for name, value in medians.items():
        if name.endswith(", newsboat"):
            continue
        peer = medians.get(f"{name}, newsboat")
        ratio = f"  {value / peer:5.2f} x newsboat" if peer else ""
        if name == "start to list":
            ratio = f"  {value / medians['control: import textual']:5.2f} x control"
        lines.append(f"{name:28} {value:9.3f}{ratio}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
