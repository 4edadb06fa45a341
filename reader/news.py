"""The values of stories and follows that travel between the rooms: plain and frozen, as in `model`."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from reader.model import ReleaseClaim

BEATS = frozenset({
    "announcement", "casting", "production", "trailer", "release-date", "review", "box-office", "awards",
    "festival", "interview", "business", "obituary", "list", "other",
})  # fmt: skip
Beat = str
"""One of `BEATS`: what kind of news it is."""


class Story(Struct, frozen=True, kw_only=True):
    """One piece of news and the outlets that bring it; copies of a text count once."""

    id: int
    title: str
    first_published: int
    last_published: int
    outlets: int
    report_count: int
    unread: bool
    article_ids: tuple[int, ...] = ()
    films: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    beat: Beat = "other"


class StoryReport(Struct, frozen=True, kw_only=True):
    """One report of a story: what it adds to those before it, and whose text it copies."""

    article_id: int
    outlet: str
    title: str
    published: int
    url: str | None = None
    adds: tuple[str, ...] = ()
    copy_of: int | None = None


class Coverage(Struct, frozen=True, kw_only=True):
    """A story with all its reports in time order, and in words why they are together."""

    story: Story
    reports: tuple[StoryReport, ...]
    why: tuple[str, ...] = ()


FollowKind = Literal["film", "person", "topic"]


class Follow(Struct, frozen=True, kw_only=True):
    """What the person follows. `guard`: None, "on", "strict", or the ISO day it ends.

    `companions`: the people a film goes with, who tell a short title from a word; what `excludes` name is
    something else. `title`: what the person calls words or a query, which are the `name`.
    """

    name: str
    kind: FollowKind
    aliases: tuple[str, ...] = ()
    companions: tuple[str, ...] = ()
    year: int | None = None
    guard: str | None = None
    seen: bool = False
    unread_stories: int = 0
    last_story: int | None = None
    excludes: tuple[str, ...] = ()
    title: str | None = None

    @property
    def called(self) -> str:
        """What it is shown as."""
        return self.title or self.name


class TimelineEntry(Struct, frozen=True, kw_only=True):
    """One story on a timeline. `new`: since the timeline was last looked at, by itself or by `facts` added.

    `passing`: it is about something else, and only names what is followed. `rumour`: no report says it for
    certain.
    """

    date: int
    story_id: int
    title: str
    beat: Beat
    outlets: int
    new: bool
    release_claim: ReleaseClaim | None = None
    facts: tuple[str, ...] = ()
    passing: bool = False
    rumour: bool = False


class StatedDate(Struct, frozen=True, kw_only=True):
    """A release date as one article states it. `said`: when that was.

    `moved_to`: the date that, as was said since, has taken its place.
    """

    film: str | None
    date: str
    region: str | None
    moved_from: str | None
    words: str
    outlet: str
    article_id: int
    story_id: int
    title: str
    said: int
    moved_to: str | None = None


def within(date: str, vague: str) -> bool:
    """Tell whether a date lies in one less exact: 2027-11-19 in 2027-11, 2027-Q4 and 2027."""
    year, _, quarter = vague.partition("-Q")
    if not quarter:
        return date.startswith(f"{vague}-")
    month = date.removeprefix(f"{year}-")[:2]
    return month.isdigit() and str((int(month) + 2) // 3) == quarter


class Timeline(Struct, frozen=True, kw_only=True):
    """What happened to a name, oldest first, beside what only mentions it and the dates stated.

    `followed`: whether `follow` is kept, or only made up to look at.
    """

    follow: Follow
    followed: bool
    entries: tuple[TimelineEntry, ...]
    passing: tuple[TimelineEntry, ...] = ()
    dates: tuple[StatedDate, ...] = ()


class Mute(Struct, frozen=True, kw_only=True):
    """A query whose articles are read as they arrive. `until`: the ISO day it ends, None: for good.

    `muted`: how many articles it marked.
    """

    id: int
    query: str
    until: str | None
    since: int
    muted: int = 0


class Watched(Struct, frozen=True, kw_only=True):
    """One film of a watchlist, and whether it was seen. `aliases`: its title in its own language."""

    title: str
    year: int | None = None
    seen: bool = False
    aliases: tuple[str, ...] = ()


class Silence(Struct, frozen=True):
    """Since when an outlet is silent, and the longest it was so before, in seconds."""

    since: int
    longest: int

    def said(self, day: str) -> str:
        """Say it in a sentence; `day` is when its newest article is from, as people read it."""
        days = max(1, round(self.longest / 86400))
        longest = "a day" if days == 1 else f"{days} days"
        return f"Nothing since {day}; before that it was never silent for more than {longest}."
