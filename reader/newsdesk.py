"""The part of the front desk that knows stories and follows: the shelf's rows read with the room's rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from reader.clock import Clock
from reader.errors import NotFoundError, UsageError
from reader.news import Coverage, Follow, FollowKind, Story, StoryReport, TimelineEntry
from reader.store.database import Database
from reader.store.folding import name_key
from reader.store.follows import Followed, Follows, Told
from reader.store.stories import StoryShelf
from reader.store.telling import Filing, Telling
from reader.stories.phrases import key_of, tokens
from reader.stories.threads import Follow as Thread
from reader.stories.threads import Telling as Spoken
from reader.stories.threads import belongs, new_facts

SHARED_WORDS, MOST_ADDED = 6, 8


class Newsdesk:
    """Stories, coverage, the person's word on them; follows and their timelines."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self.shelf = StoryShelf(db, clock)
        self.telling = Telling(db)
        self.follows = Follows(db, clock)

    # ------------------------------------------------------------ stories

    def coverage(self, story_id: int) -> Coverage:
        """Return a story with all its reports, what each adds and why they are together."""
        found = self.shelf.resolve(story_id)
        rows = self.telling.reports(found)
        return Coverage(
            story=self.telling.many([found])[0],
            reports=tuple(_with_additions(rows)),
            why=tuple(_why([filing.filed for _, filing in rows])),
        )

    def merge(self, story_id: int, other_id: int) -> None:
        """Say that two stories are one; they join when the news is next grouped."""
        one, other = self.shelf.resolve(story_id), self.shelf.resolve(other_id)
        if one == other:
            raise UsageError(f"Stories {story_id} and {other_id} are one already.")
        theirs, ours = self.shelf.members(other), self.shelf.members(one)
        self.shelf.say(((ours[0], each) for each in theirs), together=True)

    def take_out(self, story_id: int, article_ids: Sequence[int]) -> None:
        """Say that reports are not of this story; they part when the news is next grouped."""
        members = self.shelf.members(self.shelf.resolve(story_id))
        if strange := [each for each in article_ids if each not in members]:
            raise NotFoundError(
                f"Article {strange[0]} is not of story {story_id}; "
                f"`newsreel story {story_id}` lists its reports."
            )
        rest = [each for each in members if each not in article_ids]
        self.shelf.say(((each, other) for each in article_ids for other in rest), together=False)

    # ------------------------------------------------------------ following

    def follow(
        self,
        name: str,
        *,
        kind: FollowKind | None,
        aliases: Sequence[str],
        year: int | None,
        guard: str | None,
        seen: bool,
    ) -> Follow:
        """Follow a name, or change how it is followed: what is given is added, what is not stays."""
        key = name_key(name)
        if not key:
            raise UsageError(f"“{name}” holds no word to follow; give a film, a person or any words.")
        if self.follows.known(key):
            held = self.follows.find(key)
            key, before = held.key, held.value
        else:
            before = Follow(name=" ".join(name.split()), kind=self.follows.kind_of(key) or _guess(name))
        value = replace(
            before,
            kind=kind or before.kind,
            aliases=tuple(dict.fromkeys((*before.aliases, *aliases))),
            year=year if year is not None else before.year,
            guard=None if seen else guard or before.guard,
            seen=seen or (before.seen and not guard),
        )
        self.follows.save(key, value, map(name_key, value.aliases))
        if seen:
            self.follows.look(key)
        return self.counted(self.follows.find(key))

    def unfollow(self, name: str) -> None:
        """Follow a name no longer."""
        self.follows.remove(self.follows.find(name_key(name)).key)

    def look(self, name: str) -> None:
        """Note that a timeline was looked at."""
        self.follows.look(self.follows.find(name_key(name)).key)

    def following(self) -> list[Follow]:
        """Return what is followed, each with its new stories."""
        return [self.counted(held) for held in self.follows.all()]

    def counted(self, held: Followed) -> Follow:
        """A follow with the number of stories new on its timeline, and when it was last in the news."""
        entries = self._entries(held)
        last = max((entry.date for entry in entries), default=None)
        return replace(held.value, unread_stories=sum(entry.new for entry in entries), last_story=last)

    def timeline(self, name: str, *, new: bool) -> list[TimelineEntry]:
        """Return what happened to a followed name, oldest first."""
        entries = self._entries(self.follows.find(name_key(name)))
        return [entry for entry in entries if entry.new or not new]

    def glance(self, follow: Follow) -> list[TimelineEntry]:
        """Return the timeline of a name nobody follows, oldest first; all of it is new."""
        return self._entries(Followed(name_key(follow.name), follow, None, 0))

    def _entries(self, held: Followed) -> list[TimelineEntry]:
        told = self.follows.told(self.follows.stories(self._keys(held), _phrases(held)))
        thread = _thread(held.value)
        mine = [story for story, reports in told.items() if belongs(thread, list(map(_spoken, reports)))]
        claims = self.telling.claims(mine)
        return [
            TimelineEntry(
                date=story.first_published,
                story_id=story.id,
                title=story.title,
                beat=story.beat,
                outlets=story.outlets,
                new=_is_new(held, story, told[story.id]),
                release_claim=claims.get(story.id),
            )
            for story in self.telling.many(mine)
        ]

    def _keys(self, held: Followed) -> list[str]:
        return [held.key, *map(name_key, held.value.aliases)]


def _thread(follow: Follow) -> Thread:
    return Thread(follow.name, follow.kind, follow.aliases, follow.companions, follow.year)


def _is_new(held: Followed, story: Story, told: Sequence[Told]) -> bool:
    """Tell whether a story is new since the timeline was looked at: by itself, or by a fact added since."""
    since = held.looked_at if held.looked_at is not None else 0
    if story.first_published > since:
        return True
    before = [each for each in told if each.published <= since]
    after = [each for each in told if each.published > since]
    known = {token.key for each in before for token in tokens(f"{each.title} {each.summary}")}
    return any(new_facts(known, _spoken(each)) for each in after)


def _spoken(told: Told) -> Spoken:
    films, mentioned, people = (
        tuple(map(key_of, names)) for names in (told.films, told.mentioned, told.people)
    )
    return Spoken(told.title, told.summary, films, mentioned, people, told.beat, told.categories)


def _phrases(held: Followed) -> str:
    """The full-text phrases a follow may be found by, for what names alone do not tell."""
    names = (held.value.name, *held.value.aliases)
    return " OR ".join('"' + name.replace('"', '""') + '"' for name in names if name_key(name))


def _guess(name: str) -> FollowKind:
    """What a name is that the library has not met yet: a person if it begins as one."""
    from reader.stories.words import first_names

    words = key_of(name).split()
    return (
        "person"
        if 2 <= len(words) <= 3 and words[0] in first_names()
        else "film"
        if name[:1].isupper() or name[:1].isdigit()
        else "topic"
    )


def _with_additions(rows: Sequence[tuple[StoryReport, Filing]]) -> list[StoryReport]:
    """Each report with the names and figures it is the first to bring."""
    known: set[str] = set()
    found = []
    for report, filing in rows:
        figures = [
            token.text for token in tokens(f"{report.title} {filing.summary}") if token.text[0].isdigit()
        ]
        brought = dict.fromkeys((*filing.names, *figures))
        fresh = tuple(each for each in brought if each not in known)
        found.append(replace(report, adds=fresh[:MOST_ADDED] if known and report.copy_of is None else ()))
        known.update(brought)
    return found


def _why(packed: Sequence[bytes]) -> list[str]:
    """The words most reports of a story share."""
    from reader.stories.newsroom import Filed

    filed = [msgspec.msgpack.decode(each, type=Filed) for each in packed]
    shared = Counter(word for one in filed for word in one.words)
    least = max(2, (len(filed) + 1) // 2)
    words = [word for word, number in shared.most_common() if number >= least]
    films = Counter(film for one in filed for film in one.films)
    about = [f"about {film}" for film, number in films.most_common(2) if number >= least]
    return [*about, *(f"shares “{word}”" for word in words[:SHARED_WORDS])]
