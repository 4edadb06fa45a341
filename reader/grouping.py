"""News grouped into stories, after the commit: the newsroom's findings put on the shelf in small steps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from reader.clock import Clock
from reader.model import Document
from reader.store.bodies import unpack
from reader.store.folding import name_key
from reader.store.stories import Grouped, GroupedStory, StoryShelf, Waiting
from reader.stories.copies import copies
from reader.stories.identity import Kept, settle
from reader.stories.memory import unpack as unpack_memory
from reader.stories.newsroom import REACH, Filed, Newsroom, Told, in_order
from reader.stories.phrases import key_of
from reader.stories.report import Report, emphases, lead_of

BATCH = 1_000
STEP = 20
REGROUPED_FOR = 7 * 86_400
"""Stories are regrouped until so long after their last report; then only the person moves them."""

_filed = msgspec.msgpack.Decoder(Filed)


class Grouping:
    """Groups what waits. Made for one refresh: what was learnt stays in mind between batches."""

    def __init__(self, shelf: StoryShelf, clock: Clock) -> None:
        self._shelf, self._clock = shelf, clock
        self._room = Newsroom(unpack_memory(shelf.memory()))

    def batch(self, stopped: Callable[[], bool] = lambda: False) -> bool:
        """Group the articles that wait, and tell whether more do."""
        waiting = self._shelf.waiting(BATCH)
        if not waiting:
            self._shelf.drop_gone()
            return False
        reports = {one.article_id: _report(one) for one in waiting}
        turns = {one.article_id: one.turn for one in waiting}
        self._learn([reports[one.article_id] for one in waiting if one.new])
        filed, before = self._around(reports.values())
        filed |= self._room.file(
            in_order(reports.values()), {k: f for k, f in filed.items() if k not in reports}
        )
        kept, aliases = self._settle(filed, before)
        sizes = Counter(before.values())
        changed = [story for story in kept if _changed(story, before, sizes, reports)]
        return self._save(changed, aliases, filed, reports, turns, stopped)

    def _learn(self, fresh: Sequence[Report]) -> None:
        if fresh:
            self._room.learn(in_order(fresh))
            self._shelf.remember(self._room.memory.pack())

    def _around(self, reports: Iterable[Report]) -> tuple[dict[int, Filed], dict[int, int]]:
        """What is filed of the same days, and the story of each."""
        times = [report.published for report in reports]
        rows = self._shelf.recent(min(times) - REACH, max(times) + REACH)
        return {key: _filed.decode(packed) for key, _, packed in rows}, {key: story for key, story, _ in rows}

    def _settle(
        self, filed: Mapping[int, Filed], before: Mapping[int, int]
    ) -> tuple[list[Kept], dict[int, int]]:
        together, apart = self._shelf.pairs(together=True), self._shelf.pairs(together=False)
        said = {key for pair in (*together, *apart) for key in pair}
        last: dict[int, int] = {}
        for key, story in before.items():
            last[story] = max(last.get(story, 0), filed[key].time)
        spoken = {before[key] for key in said if key in before}
        frozen = {
            story
            for story, time in last.items()
            if time < self._clock() - REGROUPED_FOR and story not in spoken
        }
        first: dict[int, int] = {}
        bound = [(first.setdefault(story, key), key) for key, story in before.items() if story in frozen]
        groups = self._room.stories(filed, together=[*bound, *together], apart=apart)
        return settle(groups, before, {key: one.time for key, one in filed.items()}, frozen)

    def _save(
        self, stories: Sequence[Kept], aliases: dict[int, int], filed: Mapping[int, Filed],
        reports: dict[int, Report], turns: Mapping[int, int], stopped: Callable[[], bool],
    ) -> bool:  # fmt: skip
        absent = {key for story in stories for key in story.keys} - reports.keys()
        reports |= {one.article_id: _report(one) for one in self._shelf.texts(absent)}
        for start in range(0, len(stories), STEP):
            if stopped():
                return False
            told = [self._told(story, filed, reports, turns) for story in stories[start : start + STEP]]
            self._shelf.save(told, aliases if start == 0 else {})
        return bool(self._shelf.waiting(1))

    def _told(
        self, story: Kept, filed: Mapping[int, Filed], reports: Mapping[int, Report], turns: Mapping[int, int]
    ) -> GroupedStory:
        ordered = in_order(reports[key] for key in story.keys if key in reports)
        told = dict(zip((report.key for report in ordered), self._room.tell(ordered), strict=True))
        copied = copies(ordered)
        grouped = [
            _grouped(r, told[r.key], filed[r.key], turns.get(r.key, -1), copied.get(r.key)) for r in ordered
        ]
        head = max(
            ordered, key=lambda report: (report.key not in copied, *_fullness(report, told[report.key]))
        )
        return GroupedStory(
            story_id=story.story_id,
            head=head.key,
            films=_most(one.films for one in told.values()),
            people=_most(one.people for one in told.values()),
            beat=_most([one.beat] for one in told.values())[0],
            reports=grouped,
        )


def _fullness(report: Report, told: Told) -> tuple[bool, int, int]:
    """How well a headline stands for its story: it names the film, and its report says much."""
    head = key_of(report.title)
    return any(key_of(film) in head for film in told.films) or not told.films, len(report.lead), -report.key


def _changed(
    story: Kept, before: Mapping[int, int], sizes: Mapping[int, int], reports: Mapping[int, Report]
) -> bool:
    """Tell whether a story has a new, changed or moved report, or lost one."""
    if story.story_id is None or len(story.keys) != sizes.get(story.story_id):
        return True
    return any(key in reports or before.get(key) != story.story_id for key in story.keys)


def _most(lists: Iterable[Sequence[str]]) -> list[str]:
    return [name for name, _ in Counter(name for names in lists for name in names).most_common()]


def _report(waiting: Waiting) -> Report:
    document = unpack(waiting.tree) if waiting.tree else Document()
    return Report(
        key=waiting.article_id,
        outlet=waiting.outlet,
        title=waiting.title,
        lead=lead_of(waiting.summary, document),
        emphases=emphases(document),
        categories=waiting.categories,
        published=waiting.published,
        url=waiting.url,
    )


def _grouped(report: Report, told: Told, filed: Filed, turn: int, copy_of: int | None) -> Grouped:
    claim = told.claim
    kinds = (("film", told.films), ("mention", told.mentioned), ("person", told.people))
    return Grouped(
        article_id=report.key,
        turn=turn,
        published=report.published,
        filed=msgspec.msgpack.encode(filed),
        outlet=report.outlet,
        films=told.films,
        mentioned=told.mentioned,
        people=told.people,
        keys=[(kind, name_key(name)) for kind, names in kinds for name in names],
        beat=told.beat,
        deciding=told.beat_words,
        rumour=told.rumour,
        spoiler=told.spoiler,
        claim=(claim.date, claim.region, claim.moved_from, claim.words) if claim else None,
        copy_of=copy_of,
    )
