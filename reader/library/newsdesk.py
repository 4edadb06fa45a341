"""The part of the front desk that knows stories: the shelf's rows read with the room's rules."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec.structs import replace

from reader.clock import Clock
from reader.errors import NotFoundError, UsageError
from reader.library.following import Following
from reader.library.saying import said_of
from reader.library.timelines import Timelines
from reader.news import Coverage, StoryReport
from reader.store.candidates import Candidates
from reader.store.database import Database
from reader.store.follows import Follows
from reader.store.learnt import Learnt
from reader.store.pairs import Pairs
from reader.store.stories import StoryShelf
from reader.store.story_titles import StoryTitles
from reader.store.telling import Telling
from reader.stories.facts import Said, added
from reader.stories.reasons import together

MOST_ADDED = 6


class Newsdesk:
    """Stories, their coverage, and the person's word on them; who knows follows and timelines."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self.shelf = StoryShelf(db)
        self.pairs = Pairs(db, clock)
        self.learnt = Learnt(db)
        self.titles = StoryTitles(db)
        self.telling = Telling(db)
        self.follows = Follows(db, clock)
        self.candidates = Candidates(db)
        self.timelines = Timelines(db, clock)
        self.following = Following(db, clock)

    def coverage(self, story_id: int) -> Coverage:
        """Return a story with all its reports, what each adds and why they are together."""
        found = self.telling.resolve(story_id)
        told = self.telling.many([found])
        if not told:
            raise NotFoundError(
                f"Story {found} came in feeds that are followed no more; `newsreel stories` lists those here."
            )
        reports, said = self._adding(found)
        joined = self.pairs.joined(report.article_id for report in reports)
        why = together(said, joined=joined, outlets=[report.outlet for report in reports])
        return Coverage(story=told[0], reports=tuple(reports), why=tuple(why))

    def _adding(self, story_id: int) -> tuple[list[StoryReport], list[Said]]:
        """The reports of a story with what each adds to those before it, and what each says."""
        said = said_of(self.candidates.told([story_id]).get(story_id, ()), self.shelf)
        before: list[Said] = []
        reports = []
        for report in self.telling.reports(story_id):
            one = said.get(report.article_id) or Said(report.title, published=report.published)
            facts = added(before, one)
            reports.append(replace(report, adds=tuple(fact.text for fact in facts[:MOST_ADDED])))
            before.append(one)
        return reports, before

    def echoes(self, story_id: int, unread: Collection[int]) -> list[int]:
        """Return which of a story's unread reports only say again, in other words, what those before them do.

        Another kind of news, or a fact that makes a story new, is no echo; what follows it is unread, too.
        """
        told = self.candidates.told([story_id]).get(story_id, [])
        said = said_of(told, self.shelf)
        before: list[Said] = []
        found = []
        for report in told:
            one = said[report.article_id]
            if report.article_id in unread:
                new = any(fact.weighty for fact in added(before, one))
                if new or one.beat not in {each.beat for each in before}:
                    break
                found.append(report.article_id)
            before.append(one)
        return found

    def merge(self, story_id: int, other_id: int) -> set[int]:
        """Say that two stories are one; they join when these articles are next grouped."""
        one, other = self.telling.resolve(story_id), self.telling.resolve(other_id)
        if one == other:
            raise UsageError(f"Stories {story_id} and {other_id} are one already.")
        theirs, ours = self.telling.members(other), self.telling.members(one)
        return self.pairs.say({(ours[0], each): True for each in theirs}).articles

    def take_out(self, story_id: int, article_ids: Sequence[int]) -> set[int]:
        """Say that reports are not of this story; they part when these articles are next grouped."""
        members = self.telling.members(self.telling.resolve(story_id))
        if strange := [each for each in article_ids if each not in members]:
            raise NotFoundError(
                f"Article {strange[0]} is not of story {story_id}; "
                f"`newsreel story {story_id}` lists its reports."
            )
        rest = [each for each in members if each not in article_ids]
        return self.pairs.say({(each, other): False for each in article_ids for other in rest}).articles
