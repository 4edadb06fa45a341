"""News grouped into stories, after the commit: the newsroom's findings put on the shelf in small steps."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from reader.bounded import bounded
from reader.clock import Clock
from reader.halves import halved, heeding
from reader.library.known_as import known_as
from reader.library.reports import filed_of, grouped, report_of
from reader.store.stories import Grouped, GroupedStory, Waiting
from reader.stories.copies import copies
from reader.stories.filed import Filed, Told, slim
from reader.stories.headline import representative
from reader.stories.memory import Memory
from reader.stories.newsroom import Newsroom
from reader.stories.report import Report, in_order
from reader.stories.similarity import REACH
from reader.stories.story_ids import Kept, assign_ids

if TYPE_CHECKING:
    from reader.library.newsdesk import Newsdesk

BATCH = 2_000
STEP = 50
"""Reports saved in one transaction, but for a larger story: some 10 ms."""
MANY_PIECES, AT_HAND = 24, 2_000
PATIENCE = 15.0
"""Seconds that a report, or what is done between two, may compute: thousands of times what it takes."""
REGROUPED_FOR = 7 * 86_400
"""Stories are regrouped until so long after their last report; then only the person moves them."""


class Stopped(Exception):
    """Told to leave amid a batch: what of it was not saved yet goes on waiting."""


class Grouping:
    """Groups what waits. Made for one refresh: what was learnt and read stays in mind between batches.

    Another process may do the same: what was learnt is kept in pieces that add up, and stories made from a
    library that has changed meanwhile are not saved but made again.
    """

    def __init__(self, desk: Newsdesk, clock: Clock, *, only: Collection[int] | None = None) -> None:
        """Group all that waits, or of it `only` some articles."""
        self._desk, self._shelf, self._clock, self._only = desk, desk.shelf, clock, only
        self._stopped: Callable[[], bool] = lambda: False
        self._begin_anew: Callable[[], object] = lambda: None
        self._turn = -1
        self._pieces: list[int] = []
        self._room = Newsroom(Memory(), self._heed)
        self._filed: dict[int, Filed] = {}
        self._reports: dict[int, Report] = {}
        self._saved: dict[int, Grouped] = {}
        self._home: dict[int, int] = {}
        self._packed: dict[int, bytes] = {}
        self.under_way: list[Waiting] = []
        """What the batch is of that was begun last."""
        self.left_out: set[int] = set()
        """Articles that go on waiting."""

    def batch(self, stopped: Callable[[], bool] = lambda: False, most: int = BATCH) -> bool:
        """Group so many articles that wait, and tell whether more do.

        Told to stop, leave within a report or two. Raises TooLong where one computes without an end.
        """
        self._stopped = stopped
        with _uncollected(), bounded(PATIENCE) as self._begin_anew:
            try:
                return self._batch(most)
            except Stopped:
                self._begin_again()
                return False

    def pass_over(self) -> None:
        """Have what was under way wait no longer, until it is changed."""
        self._shelf.pass_over(self.under_way)

    def leave_out(self) -> None:
        """Have what was under way go on waiting, and group what else does."""
        self.left_out.update(one.article_id for one in self.under_way)

    def begin_again(self) -> bool:
        """Go on as if nothing was under way; tell whether articles wait."""
        self._begin_again()
        return bool(self._waiting(1))

    def _waiting(self, most: int) -> list[Waiting]:
        waiting = self._shelf.waiting(most + len(self.left_out), self._only)
        return [one for one in waiting if one.article_id not in self.left_out][:most]

    def _heed(self) -> None:
        self._begin_anew()
        if self._stopped():
            raise Stopped

    def _batch(self, most: int) -> bool:
        self.under_way = []
        self._catch_up()
        self.under_way = waiting = self._waiting(most)
        if not waiting:
            self._rest()
            return False
        reports = {one.article_id: report_of(one) for one in heeding(waiting, self._heed)}
        turns = {one.article_id: one.turn for one in waiting}
        if not self._learn([reports[one.article_id] for one in waiting if one.new]):
            return True  # another has: begin again with what it learnt
        filed, before = self._around(reports.values())
        filed |= self._room.file(
            in_order(reports.values()), {k: f for k, f in filed.items() if k not in reports}
        )
        self._filed = filed
        self._packed = {key: msgspec.msgpack.encode(filed[key]) for key in reports}
        kept, aliases = self._settle(filed, before)
        self._filed = {key: slim(one) if one.words else one for key, one in filed.items()}
        sizes = self._shelf.sizes(set(before.values()))
        changed = [story for story in kept if _changed(story, before, sizes, reports)]
        self._home = before
        return self._save(changed, aliases, reports, turns)

    def _catch_up(self) -> None:
        """Forget what others may have changed, and learn what they have learnt."""
        turn, pieces = self._shelf.turn(), self._desk.learnt.pieces()
        if turn != self._turn:
            self._forget()
            self._turn = turn
        if self._pieces != pieces[: len(self._pieces)]:
            self._begin_again()
        for number in heeding(pieces[len(self._pieces) :], self._heed):
            packed = self._desk.learnt.piece(number)
            if packed is not None:
                self._room.memory.add(packed)
        self._pieces = pieces
        for title in self._desk.follows.titles():
            self._room.memory.names.titles.given(title)

    def _begin_again(self) -> None:
        """Learn anew what is kept: another has changed it."""
        self._room, self._pieces = Newsroom(Memory(), self._heed), []
        self._forget()

    def _forget(self) -> None:
        self._room.forget()
        for kept in (self._filed, self._reports, self._saved):
            kept.clear()

    def _rest(self) -> None:
        """Nothing waits: tidy up, and forget what was only of use while something did."""
        self._shelf.drop_gone()
        if len(self._pieces) > MANY_PIECES and self._only is None:
            self._join_pieces()
        self._forget()

    def _join_pieces(self) -> None:
        """Keep what was learnt in one piece again, without what was met once where that is too much."""
        if self._room.memory.grown():
            self._room.memory = self._room.memory.forget_rare()
        joined = self._desk.learnt.join(self._pieces, self._room.memory.whole())
        if joined is None:  # another was faster: take what it kept
            self._begin_again()
        else:
            self._pieces = [joined]

    def _learn(self, fresh: Sequence[Report]) -> bool:
        if not fresh:
            return True
        titles, followed = self._room.memory.names.titles, self._desk.follows.titles()
        new = self._desk.follows.new_titles()  # for what is followed since, all that is known is news
        before = known_as(titles, [each for each in followed if each not in new])
        self._room.learn(in_order(fresh))
        former, called = (
            self._room.memory.former_names(),
            dict(known_as(titles, followed).items() - before.items()),
        )
        keys = [report.key for report in fresh]
        number = self._desk.learnt.learn(self._room.memory.take(), keys, former, called)
        if number is None:
            self._begin_again()
            return False
        self._pieces.append(number)
        return True

    def _around(self, reports: Iterable[Report]) -> tuple[dict[int, Filed], dict[int, int]]:
        """What is filed of the same days, and the story of each."""
        before: dict[int, int] = {}
        for first, last in _spans([report.published for report in reports]):
            before |= self._shelf.recent(first - REACH, last + REACH)
        missing = self._shelf.filed(before.keys() - self._filed.keys())
        read = {key: filed_of(packed) for key, packed in missing.items()}
        filed = {key: one for key in before if (one := self._filed.get(key) or read.get(key))}
        return filed, {key: story for key, story in before.items() if key in filed}

    def _settle(
        self, filed: Mapping[int, Filed], before: Mapping[int, int]
    ) -> tuple[list[Kept], dict[int, int]]:
        together, apart = self._desk.pairs.all(together=True), self._desk.pairs.all(together=False)
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
        return assign_ids(groups, before, {key: one.time for key, one in filed.items()}, frozen)

    def _save(
        self, stories: Sequence[Kept], aliases: Mapping[int, int], reports: Mapping[int, Report],
        turns: Mapping[int, int],
    ) -> bool:  # fmt: skip
        self._remember(reports, {key for story in stories for key in story.keys})
        for step in _steps(self._tell(stories, turns)):
            self._heed()
            ids = {story.story_id for story in step}
            if not self._shelf.save(
                step, {old: new for old, new in aliases.items() if new in ids}, self._turn
            ):
                self._turn = -1  # another has grouped meanwhile: what waits is grouped anew
                return True
            self._turn += 1
            self._saved |= {
                one.article_id: replace(one, turn=-1, filed=b"") for each in step for one in each.reports
            }
        if self._waiting(1):
            if self._room.memory.grown() and self._only is None:
                self._join_pieces()
            return True
        self._rest()
        return False

    def _remember(self, reports: Mapping[int, Report], needed: set[int]) -> None:
        """Have the reports at hand that stories are told with."""
        self._reports = dict(list(self._reports.items())[-AT_HAND:]) | dict(reports)
        self._saved = dict(list(self._saved.items())[-AT_HAND:])
        absent = self._shelf.texts(needed - self._reports.keys())
        self._reports |= {one.article_id: report_of(one) for one in heeding(absent, self._heed)}

    def _tell(self, stories: Sequence[Kept], turns: Mapping[int, int]) -> list[GroupedStory]:
        """Read every story as a whole."""
        self._room.recall(report for story in stories for report in self._ordered(story))
        return halved(lambda story: self._told(story, turns), stories, GroupedStory, self._heed)

    def _ordered(self, story: Kept) -> list[Report]:
        return in_order(self._reports[key] for key in story.keys if key in self._reports)

    def _told(self, story: Kept, turns: Mapping[int, int]) -> GroupedStory:
        ordered = self._ordered(story)
        told = dict(zip((report.key for report in ordered), self._room.tell(ordered), strict=True))
        copied = copies(ordered)
        return GroupedStory(
            story_id=story.story_id,
            head=representative(ordered, told, copied),
            films=_most(one.films for one in told.values()),
            people=_most(one.people for one in told.values()),
            beat=_most([one.beat] for one in told.values())[0],
            reports=tuple(
                self._grouped(
                    report, told[report.key], turns.get(report.key, -1), copied.get(report.key), story
                )
                for report in ordered
            ),
        )

    def _grouped(self, report: Report, told: Told, turn: int, copy_of: int | None, story: Kept) -> Grouped:
        found = grouped(report, told, self._packed.get(report.key, b""), turn, copy_of)
        at_home = story.story_id is not None and self._home.get(report.key) == story.story_id
        return replace(found, saved=True) if at_home and found == self._saved.get(report.key) else found


def _spans(times: Iterable[int]) -> list[tuple[int, int]]:
    """The stretches of time that reports fall into: two years apart do not call up all between."""
    found: list[tuple[int, int]] = []
    for time in sorted(times):
        if found and time - found[-1][1] <= 2 * REACH:
            found[-1] = (found[-1][0], time)
        else:
            found.append((time, time))
    return found


@contextmanager
def _uncollected() -> Iterator[None]:
    """Do without the search for cycles meanwhile: there are none here, and it takes a tenth of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()  # what came about is taken for old: else it is looked through at once
        gc.unfreeze()
        if collecting:
            gc.enable()


def _steps(stories: Sequence[GroupedStory]) -> Iterator[list[GroupedStory]]:
    """Stories in steps of a few dozen reports each: a short transaction for each step."""
    step: list[GroupedStory] = []
    for story in stories:
        step.append(story)
        if sum(len(each.reports) for each in step) >= STEP:
            yield step
            step = []
    if step:
        yield step


def _changed(
    story: Kept, before: Mapping[int, int], sizes: Mapping[int, int], reports: Mapping[int, Report]
) -> bool:
    """Tell whether a story has a new, changed or moved report, or lost one."""
    if story.story_id is None or len(story.keys) != sizes.get(story.story_id):
        return True
    return any(key in reports or before.get(key) != story.story_id for key in story.keys)


def _most(lists: Iterable[Sequence[str]]) -> tuple[str, ...]:
    return tuple(name for name, _ in Counter(name for names in lists for name in names).most_common())
