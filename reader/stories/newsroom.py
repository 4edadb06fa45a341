"""Where reports become stories: a batch comes in, is learnt from, filed, grouped and told.

Nothing here keeps anything: what must outlive a batch is `Memory` and the `Filed` of recent reports.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from reader.halves import halved, heeding
from reader.stories import consensus
from reader.stories.centroids import Centroids, join_groups
from reader.stories.cluster import Kept, join_pairs
from reader.stories.dates.agreed import agreed, stated_first
from reader.stories.dates.claims import Asked, Claim, claim
from reader.stories.dates.stated import mark
from reader.stories.filed import Filed, Told
from reader.stories.films.series import series_named
from reader.stories.films.subjects import MANY as MANY_FILMS
from reader.stories.films.which_sequel import sequel_meant
from reader.stories.kinds.beats import Verdict, decide
from reader.stories.kinds.occasions import occasion
from reader.stories.kinds.own_pieces import own_piece
from reader.stories.kinds.rumours import DENIAL, rumour, stance
from reader.stories.kinds.spoilers import spoiler
from reader.stories.kinds.stages import stage
from reader.stories.language.spans import blank
from reader.stories.language.terms import stem
from reader.stories.language.tokens import key_of, word_counts
from reader.stories.memory import Memory
from reader.stories.names import Named
from reader.stories.neighbours import Neighbours
from reader.stories.report import Report, site_of
from reader.stories.similarity import Item
from reader.stories.weighed import dated, weighed

MANY, AT_HAND = 1_000, 1_000
"""So many reports too old to be compared are kept beside recent ones; so many are kept as they were read."""
STROLLS = frozenset({"interview", "list", "other"})
"""Kinds of news that walk through many films."""
LARGEST = 500
"""No news has more reports; what a feed says ten thousand times is cut, oldest first."""
SPELT = 4
"""Letters of a name that outlets spell alike."""
APART = -1e9
"""The likeness of two reports that the person keeps apart."""

Pair = tuple[int, int]


class Read(NamedTuple):
    """One report read by itself: what it names, its kind of news, how surely it is a piece of its own."""

    named: Named
    verdict: Verdict
    beat: str
    films: list[str]
    own: int
    stance: int


class Newsroom:
    """Files and tells reports with what a memory knows."""

    def __init__(self, memory: Memory, heed: Callable[[], None] = lambda: None) -> None:
        """`heed` is called between reports; what it raises ends the work, and what was under way is lost."""
        self.memory = memory
        self._heed = heed
        self._at_hand: dict[int, tuple[Named, Verdict]] = {}
        self._items: dict[int, Item] = {}
        self._neighbours = Neighbours()
        self._grouped: Kept = {}
        self._centres: Centroids = {}
        self._kept_apart: set[Pair] = set()

    def forget(self) -> None:
        """Forget the reports at hand, not what was learnt from them: others may have changed them."""
        self._at_hand.clear()
        self._items.clear()
        self._neighbours = Neighbours()
        self._forget_groups()

    def _forget_groups(self) -> None:
        self._grouped.clear()
        self._centres.clear()

    def learn(self, batch: Sequence[Report]) -> None:
        """Learn words, names and habits from reports never seen before."""
        for report in heeding(batch, self._heed):
            self.memory.rarity.learn(word_counts(report.title, report.lead))
        self.memory.houses.learn(batch)
        self.memory.names.learn(batch)

    def file(self, batch: Sequence[Report], recent: Mapping[int, Filed]) -> dict[int, Filed]:
        """Find what each report is like, among recent ones and those before it in its batch."""
        neighbours = self._around(recent, {report.key for report in batch})
        self._at_hand = dict(list(self._at_hand.items())[-AT_HAND:])
        filed: dict[int, Filed] = {}
        for report, read in zip(batch, halved(self._filing, batch, Read, self._heed), strict=True):
            self._at_hand[report.key] = (read.named, read.verdict)
            filed[report.key] = Filed(
                report.published, report.outlet, word_counts(report.title, report.lead), read.films,
                read.beat, {}, read.own, read.stance, site_of(report.url),
            )  # fmt: skip
        self.memory.names.forget_batch()
        items = [self._item(key, one) for key, one in filed.items()]
        for one, links in zip(filed.values(), _linked(neighbours, items, self._heed), strict=True):
            one.links = links
        return filed

    def _filing(self, report: Report) -> Read:
        named, verdict, beat = self._read(report)
        stands = stance(report.title, report.lead)
        own = 0 if stands == DENIAL else _own(report, named, beat)
        if not stands:
            stands = stage(report.title) if beat == "production" else occasion(report.title, beat)
        return Read(named, verdict, beat, _about(report, named, beat), own, stands)

    def _around(self, recent: Mapping[int, Filed], anew: set[int]) -> Neighbours:
        """The neighbours among recent reports, without those to be filed anew.

        They are kept from batch to batch: what has grown old is too far off to be like anything.
        """
        if len(self._items) > 2 * len(recent) + MANY or not anew.isdisjoint(self._items):
            if not anew.isdisjoint(self._items):
                self._forget_groups()
            self._items = {key: i for key, i in self._items.items() if key in recent and key not in anew}
            self._neighbours = Neighbours(self._items.values())
        for key in sorted(recent.keys() - self._items.keys() - anew):
            self._neighbours.add(self._item(key, recent[key]))
        return self._neighbours

    def _item(self, key: int, filed: Filed) -> Item:
        """A report as it is compared; how rare its words are is settled when it is first met."""
        if key not in self._items:
            vector = self.memory.rarity.vector(filed.words)
            films = frozenset(filed.films)
            words = frozenset(chain.from_iterable(map(_telling, films)))
            self._items[key] = Item(
                key,
                filed.time,
                vector,
                films,
                filed.beat,
                filed.outlet,
                filed.own,
                words,
                filed.stance,
                filed.site,
            )
        return self._items[key]

    def stories(
        self, filed: Mapping[int, Filed], *, together: Iterable[Pair] = (), apart: Iterable[Pair] = ()
    ) -> list[list[int]]:
        """Group reports into stories. The person's word, `together` and `apart`, wins over any likeness."""
        kept_apart = {
            pair
            for one, other in apart
            if one in filed and other in filed
            for pair in ((one, other), (other, one))
        }
        links = _links(filed, kept_apart)
        if kept_apart != self._kept_apart:
            self._forget_groups()
            self._kept_apart = kept_apart
        met = self._items
        items = {key: met.get(key) or self._item(key, one) for key, one in filed.items()}
        found = join_groups(join_pairs(items, links, self._grouped), items, self._centres)
        known = [pair for pair in together if pair[0] in filed and pair[1] in filed]
        by_time = {key: (one.time, key) for key, one in filed.items()}
        return [
            sorted(story[start : start + LARGEST])
            for whole in _bidden(found, known, kept_apart)
            for story in [sorted(whole, key=by_time.__getitem__)]
            for start in range(0, len(story), LARGEST)
        ]

    def recall(self, reports: Iterable[Report]) -> None:
        """Read again what is no more at hand."""
        absent = [report for report in reports if report.key not in self._at_hand]
        for report, read in zip(absent, halved(self._filing, absent, Read, self._heed), strict=True):
            self._at_hand[report.key] = (read.named, read.verdict)

    def tell(self, reports: Sequence[Report]) -> list[Told]:
        """Read the reports of one story together."""
        self.recall(reports)
        read = [self._at_hand[report.key] for report in reports]
        readings = consensus.read(reports, [n for n, _ in read], [v for _, v in read], self.memory.names)
        asked = [self._asked(report, reading) for report, reading in zip(reports, readings, strict=True)]
        alone = [claim(**ask._asdict()) if ask else None for ask in asked]
        stated = agreed(alone, asked, [reading.films for reading in readings])
        return list(map(self._told, reports, readings, stated))

    def _read(self, report: Report) -> tuple[Named, Verdict, str]:
        names = self.memory.names
        places = names.places(report)
        verdict = weighed(report, places)
        beat = decide(verdict).name
        return names.read(report, places, beat), verdict, beat

    def _asked(self, report: Report, reading: consensus.Reading) -> Asked | None:
        """What the date is read from that a report claims; None where it is about no film."""
        names, houses = self.memory.names, self.memory.houses
        own = {film: number for number, film in enumerate(reading.films, 1)}
        if not own:
            return None
        named, verdict = self._at_hand[report.key]
        places = ((m.where, m.start, own.get(sequel_meant(names.titles, m), 0)) for m in named.mentions)
        home, local = houses.home(report.outlet), houses.local(report.outlet)
        marks = mark(report.title, named.places, places)
        beat = dated(verdict, reading.beat.name)
        return Asked(report.title, report.lead, report.published, beat, home, local, marks)

    def _told(self, report: Report, reading: consensus.Reading, stated: Claim | None) -> Told:
        names, beat = self.memory.names, reading.beat.name
        return Told(
            tuple(map(names.film, stated_first(reading.films, stated))),
            tuple(map(names.film, reading.mentioned)),
            tuple(map(names.person, reading.people)),
            beat,
            reading.beat.words,
            rumour(report.title, report.lead, beat, deals=self.memory.houses.deals_in_hearsay(report.outlet)),
            spoiler(report.title, report.lead, beat),
            stated,
        )


def _linked(
    neighbours: Neighbours, items: Sequence[Item], heed: Callable[[], None]
) -> list[dict[int, float]]:
    """Find what each report is like among those before it, and take it in."""
    waiting = deque(items)

    def link(item: Item) -> dict[int, float]:
        while waiting[0] is not item:
            neighbours.add(waiting.popleft())
        found = {other.key: odds for other, odds in neighbours.of(item)}
        neighbours.add(waiting.popleft())
        return found

    links = halved(link, items, dict[int, float], heed)
    for item in waiting:
        neighbours.add(item)
    return links


def _links(filed: Mapping[int, Filed], apart: set[Pair]) -> dict[int, dict[int, float]]:
    """The log-odds of every likely pair, by both keys; those the person keeps `apart` never are."""
    links: dict[int, dict[int, float]] = {}
    for key, report in filed.items():
        for other, odds in report.links.items():
            if other in filed:
                links.setdefault(key, {})[other] = links.setdefault(other, {})[key] = odds
    for one, other in apart:
        links.setdefault(one, {})[other] = APART
    return links


def _telling(film: str) -> Iterator[str]:
    """The words of what a report is about; of who has died the beginnings: the rest is often misspelt."""
    words = film.split()
    return (word[:SPELT] for word in words) if words[0] == "late" else map(stem, words)


def _about(report: Report, named: Named, beat: str) -> list[str]:
    """What sets a report apart: its films, or its series; of an obituary, whose it is."""
    if beat != "obituary":
        return list(named.films or series_named(report.title, named.places[0]))
    head = f" {key_of(report.title)} "
    return [f"late {person}" for person in named.people if f" {person} " in head][:1]


def _own(report: Report, named: Named, beat: str) -> int:
    """How surely a report is a piece of its own: by its form, as a list, or as a walk through many films."""
    own = own_piece(blank(report.title, named.places[0]), report.categories)
    strolls = beat in STROLLS and not named.films and len({m.key for m in named.mentions}) > MANY_FILMS
    return 2 if strolls else max(own, int(beat == "list"))


def _bidden(stories: list[list[int]], together: Sequence[Pair], apart: set[Pair]) -> list[list[int]]:
    """Obey the person: join what belongs together, and take out of a crowd what was kept apart from it."""
    whole: dict[int, list[int]] = {}
    for story in stories:
        kept: list[int] = []
        for key in story:
            if apart and any((key, other) in apart for other in kept):
                whole[key] = [key]
            else:
                kept.append(key)
                whole[key] = kept
    for one, other in together:
        if whole[one] is not whole[other]:
            joined = sorted(whole[one] + whole[other])
            whole.update(dict.fromkeys(joined, joined))
    return sorted({id(story): story for story in whole.values()}.values())
