"""The front desk's window for readers of stories: rows, guards, timelines, the person's last word."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec.structs import replace

from reader.errors import NotFoundError
from reader.library.stories import StoryDesk
from reader.model import Article, ArticleRow, Key, Sort, View
from reader.news import Follow, FollowKind, StatedDate, Timeline, TimelineEntry, Watched
from reader.rowstory import Guarded, RowStory
from reader.store.folding import name_key
from reader.store.values import LAST

if TYPE_CHECKING:
    from reader.store.follows import Followed
    from reader.store.guards import Guards
    from reader.store.pairs import Pair, Said
    from reader.store.rows_by_story import RowsByStory

COPIED_FOR = 14 * 86_400
"""Copies of what was read are looked for among the reports of so many seconds."""


class ReadingDesk(StoryDesk):
    """What `Library` answers about stories on the screen."""

    def rows(self, ids: Sequence[int]) -> list[ArticleRow]:
        """Return rows of articles: the library's own."""
        raise NotImplementedError

    @cached_property
    def _by_story(self) -> RowsByStory:
        from reader.store.rows_by_story import RowsByStory

        return RowsByStory(self._db)

    @cached_property
    def _guards(self) -> Guards:
        from reader.store.guards import Guards

        return Guards(self._db, self.clock)

    def group_batch(self, stopped: Callable[[], bool] = lambda: False) -> bool:
        """Group articles that are in no story yet; once all are, what only repeats what was read is read."""
        more = super().group_batch(stopped)
        if not more and not stopped():
            self._read_echoes(int(self.clock()) - COPIED_FOR)
        return more

    def _read_echoes(self, since: int) -> None:
        """Mark copies of what was read, and reports that say the same in other words."""
        from reader.store.echoes import Echoes

        echoes = Echoes(self._db)
        echoes.read_copies(since)
        for story, unread in echoes.since_read(since).items():
            if repeated := self._newsdesk.echoes(story, unread):
                echoes.read(repeated)

    # ------------------------------------------------------------ rows

    def stories_of(self, ids: Iterable[int]) -> dict[int, int]:
        """Return the story of each article that is not alone in its own."""
        return self._by_story.stories(ids)

    def story_rows(
        self,
        ids: Sequence[int],
        *,
        folded: Collection[int] = (),
        prefer: Sequence[str] = (),
        within: Collection[int] = (),
    ) -> dict[int, ArticleRow]:
        """Return the row of each article; of those `folded`, their story's, where there are more reports.

        Such a row is that of the article whose headline stands for the story, at the place asked for, and
        unread while any report is. `within`: the feeds whose headline stands for a story first of all.
        """
        told = self._by_story.told(ids, prefer, within)
        heads = {told[each].head for each in folded if each in told}
        rows = {row.id: row for row in self.rows([*ids, *(heads - set(ids))])}
        found = {}
        for article in ids:
            if (row := rows.get(article)) is None:
                continue
            story = told.get(article)
            if story and article in folded and story.head in rows:
                found[article] = _folded(row, story, rows[story.head])
            else:
                found[article] = replace(row, story=story)
        return found

    def told_with(self, article_id: int) -> tuple[int, ...]:
        """Return the articles of an article's story, itself among them."""
        told = self._by_story.told([article_id]).get(article_id)
        return told.article_ids if told else (article_id,)

    def guarded(self, ids: Iterable[int]) -> dict[int, Guarded]:
        """Return which articles would give a guarded film away, and which film that is."""
        return self._guards.of(ids)

    def guards_former(self, article: Article) -> bool:
        """Tell whether the headline that an article had may give a guarded film away."""
        return article.former_title is not None and self._guards.hides_former(article)

    def guarded_stories(self, story_ids: Iterable[int]) -> dict[int, Guarded]:
        """Return which stories have a headline that would give a guarded film away."""
        heads = self._by_story.heads(story_ids)
        found = self.guarded(heads.values())
        return {story: found[head] for story, head in heads.items() if head in found}

    def guarded_rows(self, rows: Sequence[ArticleRow]) -> list[ArticleRow]:
        """Say of rows which are guarded."""
        found = self.guarded(row.id for row in rows)
        return [replace(row, guarded=found.get(row.id)) for row in rows] if found else list(rows)

    # ------------------------------------------------------------ what is followed

    def follow_keys(
        self, view: View, *, after: Key | None = None, limit: int = LAST, sort: Sort = "newest",
        live: bool = False, unread: bool = False,
    ) -> list[Key]:  # fmt: skip
        """Return the places of the articles of a followed name, or of all followed; or of the unread ones."""
        if view.name:
            stories = {entry.story_id for entry in self.timeline(view.name)}
        else:
            stories = self._newsdesk.timelines.followed_stories()
        keys = self._by_story.keys(stories, unread=unread)
        if view.query.strip():
            found = {key.id for key in self.keys(View("search", query=view.query), limit=LAST, live=live)}
            keys = [key for key in keys if key.id in found]
        if sort == "oldest":
            keys.reverse()
        start = _end_of(keys, after, 1 if sort == "oldest" else -1) if after else 0
        return keys[start : start + limit]

    def look_into(self, name: str, kind: FollowKind = "film") -> Timeline:
        """Return the timeline of a name, followed or not, and what only mentions it. Marks nothing."""
        desk = self._newsdesk
        followed = desk.follows.known(name_key(name))
        if followed:
            follow = desk.follows.find(name).value
            entries = desk.timelines.of(follow.name, new=False)
        else:
            follow = Follow(name=name, kind=kind)
            entries = desk.timelines.glance(follow)
        told = {entry.story_id for entry in entries}
        keys = [name_key(each) for each in (follow.name, *follow.aliases)]
        passing = desk.candidates.named(keys) - told
        return Timeline(
            follow=follow,
            followed=followed,
            entries=tuple(entries),
            passing=tuple(self._passing(passing)),
            dates=tuple(self.releases(told)),
        )

    def _passing(self, story_ids: Iterable[int]) -> list[TimelineEntry]:
        return [
            TimelineEntry(
                date=story.first_published,
                story_id=story.id,
                title=story.title,
                beat=story.beat,
                outlets=story.outlets,
                new=False,
            )
            for story in self._newsdesk.telling.many(story_ids)
        ]

    def releases(self, story_ids: Iterable[int] | None = None) -> list[StatedDate]:
        """Return the release dates stated, in these stories or in all: each as its outlet states it."""
        from reader.store.releases import Releases

        return Releases(self._db).stated(story_ids)

    def followed(self, name: str) -> Follow | None:
        """Return how a name is followed, None where it is not."""
        key = name_key(name)
        return self._newsdesk.follows.find(name).value if self._newsdesk.follows.known(key) else None

    def follow_record(self, name: str) -> Followed:
        """Return all that is kept of a followed name; NotFoundError. `restore_follow` brings it back."""
        return self._newsdesk.follows.find(name)

    def restore_follow(self, record: Followed) -> None:
        """Undo `unfollow`."""
        self._newsdesk.follows.restore(record, map(name_key, record.value.aliases))

    def news_mark(self) -> object:
        """Return a value that differs once there is other news, or something else is followed."""
        return self._by_story.mark()

    def own_title(self, story_id: int) -> str:
        """Return the title the person gave a story, empty where it has its headline."""
        return self._newsdesk.titles.of(story_id)

    def check_follow(self, follow: Follow, before: Follow | None = None) -> None:
        """Refuse to follow so what may not be; UsageError. A guard that ended by itself may stay.

        `before`: how it is followed now, where its name changes.
        """
        self._newsdesk.following.check(follow, before)

    def save_follow(self, follow: Follow, *, again: bool = False, before: Follow | None = None) -> None:
        """Follow exactly so, whatever was said of that name before; what has it for an alias stays.

        `again`: as it was followed before, so that nothing is refused. `before`: that it takes the place of.
        """
        self._newsdesk.following.save(follow, again=again, before=before)

    def follow_films(self, films: Iterable[Watched], *, guard: bool) -> tuple[int, int, int]:
        """Follow the films of a watchlist; return how many are new, how many were, and how many are seen.

        `guard`: those not seen are guarded until they are. A film once seen stays seen.
        """
        from reader.library.watchlist import follow_films

        return follow_films(self._newsdesk.follows, films, guard=guard)

    # ------------------------------------------------------------ what belongs together

    def tie(self, ones: Sequence[int], others: Sequence[int]) -> Said:
        """Say that articles tell one story, for good; `take_back` what is returned undoes it.

        On the disk at once, and to be seen once they are grouped anew: `regroup`, or the next refresh.
        """
        return self._say({(one, other): True for one in ones for other in others})

    def part(self, ones: Sequence[int], others: Sequence[int]) -> Said:
        """Say that the first articles tell a story of their own, not that of the others; else as `tie`."""
        apart = {(one, other): False for one in ones for other in others}
        return self._say(apart and apart | {(ones[0], one): True for one in ones[1:]})

    def _say(self, words: Mapping[Pair, bool]) -> Said:
        if not words:
            raise NotFoundError("There is nothing to put together or apart here; choose another report.")
        return self._newsdesk.pairs.say(words)

    def take_back(self, said: Said) -> None:
        """Undo `tie` or `part`: nothing is said any more that was not before."""
        self._newsdesk.pairs.take_back(said)


def _end_of(keys: Sequence[Key], after: Key, way: int) -> int:
    """Return where those up to a place end, itself among them or not: it may have been read meanwhile."""
    return bisect_right(
        keys, (way * after.sort, way * after.id), key=lambda key: (way * key.sort, way * key.id)
    )


def _folded(row: ArticleRow, story: RowStory, head: ArticleRow) -> ArticleRow:
    """Return the row of a story, that of the article whose headline stands for it, in the place of a row."""
    read, title = not story.unread_ids, story.title or head.title
    return replace(head, sort=row.sort, read=read, title=title, story=story, folded=True)
