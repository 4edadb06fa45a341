"""The front desk's window for stories and follows. The library is one; this is where it answers for news."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from reader.clock import Clock
from reader.model import Key, Sort, View
from reader.news import Coverage, Follow, FollowKind, Story, TimelineEntry
from reader.store.database import Database
from reader.store.values import LAST

if TYPE_CHECKING:
    from reader.library.isolating import Isolating
    from reader.library.newsdesk import Newsdesk


class StoryDesk:
    """What `Library` answers about stories; what it asks is imported at the first question."""

    clock: Clock
    _db: Database

    def keys(
        self,
        view: View,
        *,
        after: Key | None = None,
        limit: int = 500,
        sort: Sort = "newest",
        live: bool = False,
    ) -> list[Key]:
        """Return the keys of a list: the library's own."""
        raise NotImplementedError

    @cached_property
    def _newsdesk(self) -> Newsdesk:
        from reader.library.newsdesk import Newsdesk

        return Newsdesk(self._db, self.clock)

    @cached_property
    def _grouping(self) -> Isolating:
        from reader.library.grouping import Grouping
        from reader.library.isolating import Isolating

        return Isolating(Grouping(self._newsdesk, self.clock))

    # ------------------------------------------------------------ stories

    def group_batch(self, stopped: Callable[[], bool] = lambda: False) -> bool:
        """Group articles that are in no story yet, in short steps; tell whether more wait."""
        if not self._db.value("SELECT 1 FROM unfiled LIMIT 1"):
            return False  # that is every quiet hour: nothing is imported for it
        return self._grouping.batch(stopped)

    def regroup(self, ids: Collection[int], stopped: Callable[[], bool] = lambda: False) -> None:
        """Group these articles anew where they wait for it; what else waits, a refresh groups."""
        from reader.library.grouping import Grouping
        from reader.library.isolating import Isolating

        grouping = Isolating(Grouping(self._newsdesk, self.clock, only=ids))
        while grouping.batch(stopped):
            pass

    def stories(self, query: str = "", *, since: int = 0, limit: int = 50) -> list[Story]:
        """Return stories, the newest first: all, or those with an article the query finds; QueryError."""
        if not query.strip():
            return self._newsdesk.telling.newest(since=since, limit=limit)
        keys = self.keys(View("search", query=query), limit=LAST)
        return self._newsdesk.telling.of_articles([key.id for key in keys], since=since)[:limit]

    def story(self, story_id: int) -> Coverage:
        """Return one story with all its reports; NotFoundError. The id of a merged one leads on."""
        return self._newsdesk.coverage(story_id)

    def rename_story(self, story_id: int, title: str) -> Coverage:
        """Give a story a title; an empty one gives the headline back."""
        from reader.library.typed import named

        self._newsdesk.titles.rename(
            self._newsdesk.telling.resolve(story_id), named(title, "A story's title")
        )
        return self.story(story_id)

    def merge_stories(self, story_id: int, other_id: int) -> Coverage:
        """Make two stories one, for good."""
        self.regroup(self._newsdesk.merge(story_id, other_id))
        return self.story(story_id)

    def split_story(self, story_id: int, article_ids: Iterable[int]) -> Coverage:
        """Take reports out of a story, for good."""
        self.regroup(self._newsdesk.take_out(story_id, list(article_ids)))
        return self.story(story_id)

    # ------------------------------------------------------------ following

    def follow(
        self,
        name: str,
        *,
        kind: FollowKind | None = None,
        aliases: Iterable[str] = (),
        year: int | None = None,
        guard: str | None = None,
        seen: bool = False,
        companions: Iterable[str] = (),
        excludes: Iterable[str] = (),
        forget: Iterable[str] = (),
        title: str | None = None,
        query: str | None = None,
    ) -> Follow:
        """Follow a film, a person or any words, or change how.

        `guard`: "on", or the day it ends; `seen` lifts it. `companions`: who is named with a film whose title
        is a mere word; `excludes`: what it is not; `forget`: those of all these to take away.
        `title`: what to call words or a query, empty for none; `query`: what to follow in its place.
        """
        return self._newsdesk.following.follow(
            name, kind=kind, aliases=tuple(aliases), companions=tuple(companions), excludes=tuple(excludes),
            forget=tuple(forget), year=year, guard=guard, seen=seen, title=title, query=query,
        )  # fmt: skip

    def unfollow(self, name: str) -> Follow:
        """Follow a name, or what it is an alias of, no longer; return how it was. NotFoundError."""
        return self._newsdesk.following.unfollow(name)

    def following(self, heed: Callable[[], None] = lambda: None) -> list[Follow]:
        """Return what is followed, by name, each with its new stories."""
        return self._newsdesk.timelines.following(heed)

    def timeline(self, name: str, *, new: bool = False, passing: bool = False) -> list[TimelineEntry]:
        """Return what happened to a followed name, oldest first; marks nothing. NotFoundError.

        `passing`: also stories about something else that name it.
        """
        return self._newsdesk.timelines.of(name, new=new, passing=passing)

    def look(self, name: str) -> None:
        """Note that a timeline was looked at: nothing on it is new any more. NotFoundError."""
        self._newsdesk.following.look(name)
