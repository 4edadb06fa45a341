"""`python -m tests.bench.stories`: how well and how fast news is grouped, beside two plainer ways.

On `shared/gold` alone and among 2,000 headlines about other things, and on the headlines of 2014. Figures
are also given by parts: `train` is what the rules were written looking at, `held` every fourth story.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from reader.document import EMPHASIS, Document, Paragraph, Span
from reader.incoming import Entry, ParsedFeed
from reader.library import Library
from reader.store.values import Answer
from reader.stories.filed import Filed, Told, slim
from reader.stories.language.tokens import key_of
from reader.stories.memory import Memory
from reader.stories.newsroom import Newsroom
from reader.stories.report import Report, in_order
from reader.stories.threads import Follow, Telling, belongs
from tests.bench.gold import Labelled, gold, reconstructed, shared, threads
from tests.bench.made import made_up
from tests.bench.plainer import THRESHOLDS, newsblur, plain_tfidf

Partition = dict[int, int]
Scores = dict[str, float]


def main() -> None:
    """Measure and print; exit with the figures as JSON where asked."""
    options = _options()
    figures: dict[str, Any] = {}
    if options.scale:
        figures["scale"] = scale(options.scale)
        print_figures("scale", figures["scale"])
        return
    for name, strangers in (("gold", 0), ("gold+2000", 2000)):
        figures[name] = _labelled(gold(strangers, options.gold), options.gold)
        print_figures(name, figures[name])
    figures["2014"] = _headlines()
    print_figures("2014", figures["2014"])
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.stories", description=__doc__)
    parser.add_argument("--gold", type=Path, default=shared() / "gold", help="another set of the same make")
    parser.add_argument("--scale", type=int, default=0, metavar="N", help="only time N made-up articles")
    parser.add_argument("--json", type=Path, metavar="FILE")
    return parser.parse_args()


# ---------------------------------------------------------------- running


def run(reports: Sequence[Report]) -> tuple[Partition, dict[int, Told]]:
    """Group a whole set as one refresh would."""
    room, batch = Newsroom(Memory()), in_order(reports)
    room.learn(batch)
    by_key = {report.key: report for report in batch}
    partition: Partition = {}
    told: dict[int, Told] = {}
    for story in room.stories(room.file(batch, {})):
        partition.update(dict.fromkeys(story, min(story)))
        told.update(zip(story, room.tell([by_key[key] for key in story]), strict=True))
    return partition, told


def _labelled(labelled: Labelled, folder: Path) -> dict[str, Any]:
    partition, told = run(labelled.reports)
    truth = labelled.stories()
    return {
        "stories": {"newsreel": b_cubed(partition, truth)}
        | {"plain TF-IDF": _plain(labelled), "NewsBlur": b_cubed(newsblur(labelled.reports), truth)},
        "stories train": b_cubed(partition, _half(truth, held=False)),
        "stories held": b_cubed(partition, _half(truth, held=True)),
        **details(labelled, told),
        **_threads(labelled, partition, told, folder),
    }


def _plain(labelled: Labelled) -> Scores:
    """Plain TF-IDF at its best threshold for the set, which no reader could know."""
    truth = labelled.stories()
    return max((b_cubed(plain_tfidf(labelled.reports, at), truth) for at in THRESHOLDS), key=lambda s: s["F"])


def _half(truth: Mapping[int, str | None], *, held: bool) -> dict[int, str | None]:
    return {
        key: story if story and (int(story[1:]) % 4 == 0) is held else None for key, story in truth.items()
    }


def _headlines() -> dict[str, Any]:
    sets = {f"day {number}": reconstructed(sample=number) for number in range(6)} | {"all": reconstructed()}
    scores = {
        "newsreel": {name: b_cubed(run(each.reports)[0], each.stories()) for name, each in sets.items()},
        "plain TF-IDF": {name: _plain(each) for name, each in sets.items()},
        "NewsBlur": {name: b_cubed(newsblur(each.reports), each.stories()) for name, each in sets.items()},
    }
    result: dict[str, Any] = {}
    for way, found in scores.items():
        whole, *days = [found[name] for name in sorted(found)]
        result[f"{way}, six days of it"] = {n: statistics.mean(day[n] for day in days) for n in whole}
        result[f"{way}, all of it"] = whole
    return result


# ---------------------------------------------------------------- measures


def b_cubed(partition: Partition, truth: Mapping[int, str | None]) -> Scores:
    """B-cubed and pairwise precision, recall and F; a stranger inside a story counts against precision."""
    clusters: dict[int, list[int]] = defaultdict(list)
    for key, cluster in partition.items():
        clusters[cluster].append(key)
    sizes = Counter(filter(None, truth.values()))
    precision = recall = true = wrong = missed = 0.0
    for key, story in truth.items():
        if story is None:
            continue
        cluster = clusters[partition[key]]
        same = sum(truth[other] == story for other in cluster)
        precision += same / len(cluster)
        recall += same / sizes[story]
        true, wrong, missed = true + same - 1, wrong + len(cluster) - same, missed + sizes[story] - same
    number = sum(sizes.values()) or 1
    return _prf(precision / number, recall / number) | {
        f"pair {name}": value
        for name, value in _prf(_ratio(true, true + wrong), _ratio(true, true + missed)).items()
    }


def _prf(precision: float, recall: float) -> Scores:
    return {"P": precision, "R": recall, "F": _ratio(2 * precision * recall, precision + recall)}


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _sets(pairs: Sequence[tuple[set[str], set[str]]]) -> Scores:
    right = sum(len(found & true) for found, true in pairs)
    return _prf(
        _ratio(right, sum(len(found) for found, _ in pairs)),
        _ratio(right, sum(len(true) for _, true in pairs)),
    )


def details(labelled: Labelled, told: Mapping[int, Told]) -> dict[str, Any]:
    """Names, beats, spoilers and claims, for all of the set and its halves."""
    result: dict[str, Any] = {}
    rows = [(told[key], label) for key, label in labelled.labels.items() if label]
    for half in ("all", "train", "held"):
        chosen = [
            row for row in rows if half == "all" or (int(row[1]["story"][1:]) % 4 == 0) is (half == "held")
        ]
        result[f"films {half}"] = _sets([(_keys(one.films), _keys(label["films"])) for one, label in chosen])
        result[f"people {half}"] = _sets(
            [(_keys(one.people), _keys(label["people"])) for one, label in chosen]
        )
        result[f"beats {half}"] = {
            "right": _ratio(sum(one.beat == label["beat"] for one, label in chosen), len(chosen))
        }
        result[f"spoilers {half}"] = _flags([(bool(one.spoiler), label["spoiler"]) for one, label in chosen])
        result[f"rumours {half}"] = _flags([(bool(one.rumour), label["rumour"]) for one, label in chosen])
        result[f"claims {half}"] = _claims(chosen)
    result["beats confused"] = Counter(
        f"{label['beat']} as {one.beat}" for one, label in rows if one.beat != label["beat"]
    ).most_common(8)
    return result


def _keys(names: Sequence[str]) -> set[str]:
    return set(map(key_of, names))


def _flags(pairs: Sequence[tuple[bool, bool]]) -> Scores:
    right = sum(found and true for found, true in pairs)
    return _prf(
        _ratio(right, sum(found for found, _ in pairs)), _ratio(right, sum(true for _, true in pairs))
    )


def _claims(rows: Sequence[tuple[Told, dict[str, Any]]]) -> Scores:
    """The share of stated release dates found exactly: film, date, region and what it moved from."""
    stated = [(one, label["release_claim"]) for one, label in rows if label["release_claim"]]
    found = [one for one, _ in rows if one.claim]
    exact = dated = 0
    for one, true in stated:
        if one.claim:
            film = key_of(one.films[0]) == key_of(true["film"])
            dated += film and one.claim.date == true["date"]
            exact += film and (one.claim.date, one.claim.region, one.claim.moved_from) == (
                true["date"],
                true["region"],
                true["moved_from"],
            )
    return {
        "exact": _ratio(exact, len(stated)), "film and date": _ratio(dated, len(stated)),
        "too many": _ratio(len(found) - sum(bool(one.claim) for one, _ in stated), len(found)),
    }  # fmt: skip


def _threads(
    labelled: Labelled, partition: Partition, told: Mapping[int, Told], folder: Path
) -> dict[str, Scores]:
    """Timelines: precision by the generous label, recall by the strict one."""
    stories: dict[int, list[int]] = defaultdict(list)
    by_key = {report.key: report for report in in_order(labelled.reports)}
    for key in by_key:
        stories[partition[key]].append(key)
    tellings = {story: [_telling(by_key[key], told[key]) for key in keys] for story, keys in stories.items()}
    true_story = {
        story: Counter(
            (label or {}).get("story", f"stranger {story}")
            for key in keys
            for label in [labelled.labels[key]]
        ).most_common(1)[0][0]
        for story, keys in stories.items()
    }
    truth, result = threads(folder), {}
    for kind, strict, wide in (("film", "films", "films"), ("person", "people", "people_wide")):
        right = got = core = core_found = 0
        for name, wanted in truth[strict].items():
            found = {
                true_story[story]
                for story, telling in tellings.items()
                if belongs(Follow(name, kind), telling)
            }
            right, got = right + len(found & set(truth[wide].get(name, wanted))), got + len(found)
            core, core_found = core + len(wanted), core_found + len(found & set(wanted))
        result[f"threads {kind}"] = _prf(_ratio(right, got), _ratio(core_found, core))
    return result


def _telling(report: Report, told: Told) -> Telling:
    films, mentioned, people = (
        tuple(map(key_of, names)) for names in (told.films, told.mentioned, told.people)
    )
    return Telling(report.title, report.lead, films, mentioned, people, told.beat, report.categories)


# ---------------------------------------------------------------- speed


def scale(number: int, *, batch: int = 40) -> Scores:
    """Time made-up articles, coming in as from a refresh each; then a first fill of a real library."""
    made = made_up(number)
    before = _resident()
    room = Newsroom(Memory())
    recent: dict[int, Filed] = {}
    times: list[float] = []
    for start in range(0, number, batch):
        reports = in_order(made[start : start + batch])
        begun = time.process_time()
        room.learn(reports)
        filed = room.file(reports, recent)
        times += [(time.process_time() - begun) / len(reports)] * len(reports)
        room.memory.forget_fresh()
        if room.memory.grown():
            room.memory = room.memory.forget_rare()
        oldest = reports[-1].published - 4 * 86_400
        recent = {key: slim(one) for key, one in (recent | filed).items() if one.time >= oldest}
        if start % 10_000 == 0:
            print(f"  {start:,}: {1000 * statistics.median(times):.2f} ms, {_resident():.0f} MB", flush=True)
    times.sort()
    figures = {
        "median ms": 1000 * statistics.median(times), "p99 ms": 1000 * times[int(0.99 * len(times))],
        "grown by MB": _resident() - before,
    }  # fmt: skip
    return figures | first_fill(made[: min(number, 10_000)])


def first_fill(made: Sequence[Report]) -> Scores:
    """Group a library that was just filled, as the worker does: read, grouped, told and saved."""
    now = max(report.published for report in made) + 3600
    with TemporaryDirectory() as folder, Library(Path(folder) / "library.db", clock=lambda: now) as library:
        by_outlet: dict[str, list[Report]] = defaultdict(list)
        for report in made:
            by_outlet[report.outlet].append(report)
        for number, (outlet, reports) in enumerate(by_outlet.items()):
            feed = library.subscribe(f"https://outlet-{number}.test/feed", title=outlet)
            entries = tuple(map(entry_of, reports))
            library.save_feed(
                feed.id, ParsedFeed(format="rss 2.0", title=outlet, entries=entries), Answer(next_due=now)
            )
        begun, cpu = time.perf_counter(), _computed()
        while library.group_batch():
            pass
        return {
            f"first fill of {len(made):,}, s": time.perf_counter() - begun,
            "of CPU of both processes, s": _computed() - cpu,
        }


def entry_of(report: Report) -> Entry:
    spans = (Span(report.lead), *(Span(text, EMPHASIS) for text in report.emphases))
    return Entry(
        guid=str(report.key), url=f"https://a.test/{report.key}", title=report.title,
        published=report.published, categories=report.categories, document=Document((Paragraph(spans),)),
    )  # fmt: skip


def _computed() -> float:
    """Seconds of CPU of this process and those it has waited for."""
    here, others = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return sum(each.ru_utime + each.ru_stime for each in (here, others))


def _resident() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def print_figures(name: str, figures: Mapping[str, Any]) -> None:
    print(f"\n{name}")
    for measure, value in figures.items():
        if isinstance(value, dict):
            for way, scores in (
                value.items() if any(isinstance(v, dict) for v in value.values()) else [("", value)]
            ):
                print(f"  {measure} {way}".ljust(36), "  ".join(f"{n} {v:.3f}" for n, v in scores.items()))
        else:
            print(f"  {measure}".ljust(36), f"{value:.2f}" if isinstance(value, float) else value)


if __name__ == "__main__":
    main()
