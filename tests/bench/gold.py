"""The labelled sets of `shared/`, read into reports; and headlines about other things, mixed in."""

from __future__ import annotations

import html
import json
import random
from collections import defaultdict
from datetime import datetime
from pathlib import Path
from typing import Any

from reader.document import Document
from reader.stories.report import Report, emphases, lead_of
from reader.text.html import to_document
from tests.others import there

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
DAY = 86_400


class Labelled:
    """Reports with what is true of them: `label[key]` is the article of the set, None for a stranger."""

    def __init__(self, reports: list[Report], labels: dict[int, dict[str, Any] | None]) -> None:
        self.reports, self.labels = reports, labels

    def stories(self) -> dict[int, str | None]:
        """The true story of each report, None for a stranger."""
        return {key: label["story"] if label else None for key, label in self.labels.items()}


def shared() -> Path:
    """Where the labelled sets lie: beside the checkout, or beside its worktrees."""
    here = Path(__file__).resolve()
    return next((p / "shared" for p in here.parents if (p / "shared" / "gold").is_dir()), SHARED)


def gold(strangers: int = 0, folder: Path | None = None) -> Labelled:
    """The gold set, alone or among headlines of the same weeks about anything else."""
    lines = (there(folder or shared() / "gold") / "articles.jsonl").read_text("utf-8").splitlines()
    articles = [json.loads(line) for line in lines]
    reports = [_report(key, article) for key, article in enumerate(articles)]
    labels: dict[int, dict[str, Any] | None] = dict(enumerate(articles))
    others = _strangers(strangers, len(reports), *_span(reports)) if strangers else []
    return Labelled(reports + others, labels | {report.key: None for report in others})


def threads(folder: Path | None = None) -> dict[str, dict[str, list[str]]]:
    """The true timelines of films and people."""
    found: dict[str, dict[str, list[str]]] = json.loads(
        (there(folder or shared() / "gold") / "threads.json").read_text("utf-8")
    )
    return found


def reconstructed(*, sample: int | None = None) -> Labelled:
    """The labelled headlines of 2014: all of them in one day, or a reader's day of one to eight per story."""
    path = there(shared() / "corpora" / "feeds-film-reconstructed" / "uci_e_2014_labels.tsv")
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    chance = random.Random(13 if sample is None else sample)
    if sample is not None:
        rows = _day(rows, chance)
    chance.shuffle(rows)  # their order gives the label away
    reports = [
        Report(key, outlet, title, published=1_394_500_000 + key * DAY // len(rows), url=f"{host}/{key}")
        for key, (_, host, outlet, title) in enumerate(rows)
    ]
    return Labelled(reports, {key: {"story": row[0]} for key, row in enumerate(rows)})


def _day(rows: list[list[str]], chance: random.Random) -> list[list[str]]:
    by_story: dict[str, list[list[str]]] = defaultdict(list)
    for row in rows:
        by_story[row[0]].append(row)
    found = []
    for _, story in sorted(by_story.items()):
        outlets = {row[2]: row for row in chance.sample(story, len(story))}
        found += list(outlets.values())[: chance.choice([1, 2, 3, 3, 4, 4, 5, 6, 7, 8])]
    return found


def _report(key: int, article: dict[str, Any]) -> Report:
    document: Document = to_document(article["summary"], base=None)
    when = int(datetime.fromisoformat(article["published"]).timestamp())
    return Report(
        key, article["outlet"], article["title"], lead_of("", document), emphases(document),
        tuple(article["categories"]), when, article["url"],
    )  # fmt: skip


def _span(reports: list[Report]) -> tuple[int, int]:
    times = [report.published for report in reports]
    return min(times), max(times)


def _strangers(number: int, start: int, first: int, last: int) -> list[Report]:
    path = there(shared() / "corpora" / "headlines-unlabelled" / "headlines-2022-07-11.json")
    chance = random.Random(1)
    rows = chance.sample(json.loads(path.read_text("utf-8")), number)
    return [
        Report(
            start + n,
            row["domain"],
            html.unescape(row["title"]),
            published=chance.randint(first, last),
            url=row["link"],
        )
        for n, row in enumerate(rows)
    ]
