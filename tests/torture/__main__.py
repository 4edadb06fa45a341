"""`make torture`: every torture in its full form, with the figures at the end. Half an hour at most.

python -m tests.torture [--seed N] [--share 0.1]     a share of every count, for a quick look
"""

from __future__ import annotations

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from reader.errors import ParseError
from tests.faults.conftest import HOSTILE, Home, rss
from tests.faults.test_network import high_water
from tests.faults.test_safety import APART, WRITES, damage, hammer, killed_at, lost
from tests.others import there
from tests.server import Reply, Server
from tests.torture.crashes import hurt, migrate

ROOT = Path(__file__).resolve().parents[2]
CORPORA = ROOT.parent / "shared" / "corpora"


def filled(root: Path, server: Server) -> Home:
    """A home with twelve articles."""
    home = Home(root)
    home.follow(server.add("/feed", Reply(rss(*(f"Story {n}" for n in range(12)), link=APART))))
    home.refresh()
    return home


def renew(home: Home, whole: bytes) -> None:
    """Put the library back as it was."""
    for beside in home.paths.data.glob("library.db*"):
        beside.unlink()
    home.paths.library.write_bytes(whole)


def kills(folder: Path, chance: random.Random, share: float) -> str:
    """Kill a writer at every write and every sync it makes, then at random moments."""
    with Server() as server:
        home = filled(folder, server)
    whole, killed, gone, said_in_all = home.paths.library.read_bytes(), 0, 0, 0
    step = max(1, round(1 / share))
    for call in ("pwrite64", "fdatasync"):
        for when in range(1, 1000, step):
            renew(home, whole)
            code, said = killed_at(home, call, when)
            if code == 0:
                break
            killed, gone, said_in_all = killed + 1, gone + len(lost(home, said)), said_in_all + len(said)
    for _ in range(int(60 * share)):
        renew(home, whole)
        words = [sys.executable, "-c", WRITES, str(home.paths.library)]
        with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, cwd=ROOT) as writer:
            assert writer.stdout is not None
            said = [writer.stdout.readline().strip()]
            time.sleep(chance.random() * 0.05)
            writer.send_signal(signal.SIGKILL)
            said += writer.stdout.read().split("\n")[:-1]
        killed, gone, said_in_all = killed + 1, gone + len(lost(home, said)), said_in_all + len(said)
    assert gone == 0
    return f"{killed} kills survived, {gone} of {said_in_all} acknowledged writes lost"


def disks(folder: Path, chance: random.Random, share: float) -> str:
    """Fail every kind of disk at random places."""
    results = {
        kind: [hurt(folder / "library.db", chance, kind) for _ in range(int(250 * share))]
        for kind in ("power", "ENOSPC", "EIO", "short")
    }
    gone = sum(lost_ for rounds in results.values() for _, lost_ in rounds)
    said = sum(said_ for rounds in results.values() for said_, _ in rounds)
    assert gone == 0
    return (
        f"{sum(map(len, results.values()))} failing disks survived, {gone} of {said} acknowledged writes lost"
    )


def migrations(folder: Path, chance: random.Random, share: float) -> str:
    """Let a migration die at each of its writes."""
    died = sum(migrate(folder / "library.db", chance) for _ in range(max(1, int(5 * share))))
    return f"{died} migrations killed, every library old or new"


def damages(folder: Path, chance: random.Random, share: float) -> str:
    """Damage the library and bring it back."""
    with Server() as server:
        home = filled(folder, server)
    home.run("bookmark", "1", "--note", "kept")
    rounds = int(200 * share)
    met, deleted = damage(home, rounds, chance)
    assert deleted == 0
    return f"{rounds} damaged files, {met} met and mended, {deleted} data files deleted"


def hammered(folder: Path, _: random.Random, share: float) -> str:
    """Two readers and a refresh on one library."""
    with Server() as server:
        home = filled(folder, server)
        rounds = hammer(home, 60 * share)
    with home.library() as library:
        assert library.faults() == []
    return f"two readers and a refresh for {60 * share:.0f} s: {sum(rounds)} rounds, no error"


def corpora(_: Path, __: random.Random, share: float) -> str:
    """Read every file there is."""
    from reader.feeds.parse import parse
    from reader.text.intake import clean_feed

    files = [f for f in sorted(there(CORPORA).rglob("*")) if f.is_file()][:: max(1, round(1 / share))]
    read = unexpected = 0
    for file in files:
        try:
            clean_feed(parse(file.read_bytes(), url="https://film.test/f"), url="https://film.test/f", now=1)
            read += 1
        except ParseError:
            pass
        except Exception as error:
            unexpected += 1
            print(f"{file}: {error!r}", file=sys.stderr)
    assert unexpected == 0
    return f"{len(files)} corpus files, {read} read as feeds, {unexpected} unexpected exceptions"


def hostile(folder: Path, _: random.Random, __: float) -> str:
    """Subscribe to every hostile file and refresh once."""
    home, files = Home(folder), sorted(there(HOSTILE).iterdir())
    with Server() as server:
        ids = [home.follow(server.add(f"/{f.name}", Reply(f.read_bytes()))) for f in files]
        events = home.refresh()
    assert set(events) == set(ids)
    good = sum(event["status"] == "updated" for event in events.values())
    return (
        f"{len(ids)} hostile files tried, {len(events)} handled ({good} read, {len(events) - good} refused)"
    )


def bombs(folder: Path, _: random.Random, __: float) -> str:
    """Measure the memory that bombs take."""
    home = Home(folder)
    with Server() as server:
        home.follow(server.add("/fine", Reply(rss("Fine"))))
        idle = high_water(home, "refresh")
        for pack in ("gzip", "deflate", "gzip, gzip"):
            home.follow(server.add(f"/{len(pack)}{pack[0]}", Reply(b"<rss>" + b" " * 300_000_000, pack=pack)))
        home.follow(server.add("/endless", Reply(b"<item>" * 10_000, endless=True)))
        over = high_water(home, "refresh") - idle
    assert over < 100_000_000
    return f"bombs: {over >> 20} MB over idle ({idle >> 20} MB)"


def drips(folder: Path, _: random.Random, __: float) -> str:
    """Wait for a feed that never ends, and one that never begins."""
    home = Home(folder)
    with Server() as server:
        home.follow(server.add("/drip", Reply(drip=0.5)))
        home.follow(server.add("/hang", Reply(hang=True)))
        began = time.monotonic()
        events = home.refresh()
    took = time.monotonic() - began
    assert {event["status"] for event in events.values()} == {"failed"}
    assert took < 60
    return f"a drip and a silence ended after {took:.0f} s"


def leaving(folder: Path, _: random.Random, share: float) -> str:
    """End the reader just after a mark, and see how soon it is gone."""
    times = []
    with Server() as server:
        home = filled(folder, server)
    home.paths.config_file.write_text('auto_refresh = false\nstart_view = "all"\n')
    for _ in range(max(3, int(20 * share))):
        with home.terminal() as terminal:
            terminal.wait("Story 0")
            terminal.drain()
            terminal.type("m")
            terminal.signal(signal.SIGTERM)
            code, took = terminal.ended()
            assert code == 143
            times.append(took)
    times.sort()
    median = times[len(times) // 2]
    assert median < 2
    return f"{len(times)} times SIGTERM: gone after {median:.2f} s, {times[-1]:.2f} s at worst"


def life(_: Path, __: random.Random, share: float) -> str:
    """Live with a library at random, an oracle watching."""
    from hypothesis import settings
    from hypothesis.stateful import run_state_machine_as_test

    from tests.torture.machine import Life

    examples = max(5, int(300 * share))
    run_state_machine_as_test(
        Life, settings=settings(max_examples=examples, stateful_step_count=40, deadline=None)
    )
    return f"{examples} lives of up to 40 events, the oracle content"


Torture = Callable[[Path, random.Random, float], str]
TORTURES: tuple[Torture, ...] = (
    hostile, corpora, bombs, drips, kills, disks, migrations, damages, leaving, hammered, life,
)  # fmt: skip


def main() -> None:
    """Run them all, or those named."""
    asked = argparse.ArgumentParser()
    asked.add_argument("names", nargs="*")
    asked.add_argument("--seed", type=int, default=int(time.time()) // 86_400)
    asked.add_argument("--share", type=float, default=1.0)
    words = asked.parse_args()
    known = {torture.__name__: torture for torture in TORTURES}
    if unknown := set(words.names) - set(known):
        asked.error(f"there is no {', '.join(sorted(unknown))}; there are {', '.join(known)}")
    print(f"seed {words.seed}")
    for name, torture in known.items():
        if not words.names or name in words.names:
            began = time.monotonic()
            said = _outcome(torture, random.Random(words.seed), words.share, alone=bool(words.names))
            print(f"{name:>11}  {time.monotonic() - began:6.1f} s  {said}", flush=True)


def _outcome(torture: Torture, chance: random.Random, share: float, *, alone: bool) -> str:
    """Run one and return what came of it; among all others, what it needs and is not there stops none."""
    with tempfile.TemporaryDirectory(prefix="newsreel-torture-") as folder:
        try:
            return torture(Path(folder), chance, share)
        except SystemExit as absent:
            if alone:
                raise
            return str(absent)


if __name__ == "__main__":
    main()
