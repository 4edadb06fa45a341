"""`python -m tests.bench.daily`: how well news is grouped that comes in day by day, as it does.

The labelled set among 2,000 headlines about other things, a refresh each day; `--days 0`: all at once.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from reader.incoming import ParsedFeed
from reader.library import Library
from reader.model import Article, View
from reader.store.values import Answer
from reader.stories.dates.claims import Claim
from reader.stories.filed import Told
from reader.stories.report import Report
from tests.bench.gold import DAY, Labelled, gold, shared
from tests.bench.stories import Partition, b_cubed, details, entry_of, print_figures


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.daily", description=__doc__)
    parser.add_argument("--gold", type=Path, default=shared() / "gold", help="another set of the same make")
    parser.add_argument("--days", type=float, default=1.0, help="between two refreshes")
    options = parser.parse_args()
    labelled = gold(2000, options.gold)
    partition, told = filed(labelled, options.days)
    figures: dict[str, Any] = {"stories newsreel": b_cubed(partition, labelled.stories())}
    print_figures(f"every {options.days:g} days", figures | details(labelled, told))


def filed(labelled: Labelled, days: float) -> tuple[Partition, dict[int, Told]]:
    """Return the stories and what is told of each report, after refreshes so many days apart."""
    now = [0]
    with (
        TemporaryDirectory() as folder,
        Library(Path(folder) / "library.db", clock=lambda: now[0]) as library,
    ):
        outlets = sorted({report.outlet for report in labelled.reports})
        feeds = {
            outlet: library.subscribe(f"https://outlet-{number}.test/feed", title=outlet).id
            for number, outlet in enumerate(outlets)
        }
        for until, reports in _portions(labelled.reports, days):
            now[0] = until
            for outlet in sorted({report.outlet for report in reports}):
                entries = tuple(entry_of(report) for report in reports if report.outlet == outlet)
                feed = ParsedFeed(format="rss 2.0", title=outlet, entries=entries)
                library.save_feed(feeds[outlet], feed, Answer(next_due=until))
            while library.group_batch():
                pass
        return _found(library)


def _portions(reports: Sequence[Report], days: float) -> Iterator[tuple[int, list[Report]]]:
    """What each refresh brings, and when it is: all that was published since the one before."""
    times = [report.published for report in reports]
    step = int(days * DAY) or max(times) - min(times) + 1
    for since in range(min(times), max(times) + 1, step):
        yield since + step, [report for report in reports if since <= report.published < since + step]


def _found(library: Library) -> tuple[Partition, dict[int, Told]]:
    articles = [library.article(key.id) for key in library.keys(View("all"), limit=1 << 20)]
    keyed = {int((one.url or "").rpartition("/")[2]): one for one in articles}
    return (
        {key: one.story_id or -one.id for key, one in keyed.items()},
        {key: _told(one) for key, one in keyed.items()},
    )


def _told(one: Article) -> Told:
    date = one.release_claim
    claim = Claim(date.date, date.region, date.moved_from) if date else None
    words, spoilt = ("said",) * one.rumour, ("told",) * bool(one.spoiler)
    return Told(one.films, (), one.people, one.beat or "other", (), words, spoilt, claim)


if __name__ == "__main__":
    main()
