"""The part of the front desk that knows stories and follows: the shelf's rows read with the room's rules."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec.structs import replace

from reader.clock import Clock
from reader.errors import NotFoundError, QueryError, UsageError
from reader.library.followable import check, check_guard, check_name
from reader.library.typed import named as typed
from reader.model import ReleaseClaim, View
from reader.news import Coverage, Follow, FollowKind, Story, TimelineEntry
from reader.store.bodies import readable
from reader.store.candidates import Candidates, Told
from reader.store.database import Database
from reader.store.folding import name_key
from reader.store.follows import Followed, Follows
from reader.store.namesakes import keys, names, parted
from reader.store.pairs import Pairs
from reader.store.query import is_rule, phrase
from reader.store.search import Search
from reader.store.stories import StoryShelf
from reader.store.telling import Telling
from reader.stories.facts import Said, added, together
from reader.stories.phrases import key_of
from reader.stories.report import lead_of
from reader.stories.threads import Follow as Thread
from reader.stories.threads import Telling as Spoken
from reader.stories.threads import belongs, concerns, mentions
from reader.text.clean import one_line

MOST_ADDED = 6
NOTHING: Mapping[int, ReleaseClaim] = {}


class Newsdesk:
    """Stories, coverage, the person's word on them; follows and their timelines."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db, self._clock = db, clock
        self.shelf = StoryShelf(db, clock)
        self.pairs = Pairs(db, clock)
        self.telling = Telling(db)
        self.follows = Follows(db, clock)
        self.candidates = Candidates(db)

    # ------------------------------------------------------------ stories

    def coverage(self, story_id: int) -> Coverage:
        """Return a story with all its reports, what each adds and why they are together."""
        found = self.shelf.resolve(story_id)
        told = self.telling.many([found])
        if not told:
            raise NotFoundError(
                f"Story {found} came in feeds that are followed no more; `newsreel stories` lists those here."
            )
        said = self._said(self.candidates.told([found]).get(found, ()))
        before: list[Said] = []
        reports = []
        for report in self.telling.reports(found):
            one = said.get(report.article_id) or Said(report.title, published=report.published)
            facts = added(before, one)
            reports.append(replace(report, adds=tuple(fact.text for fact in facts[:MOST_ADDED])))
            before.append(one)
        joined = self.pairs.joined(report.article_id for report in reports)
        why = together(before, joined=joined, outlets=[report.outlet for report in reports])
        return Coverage(story=told[0], reports=tuple(reports), why=tuple(why))

    def echoes(self, story_id: int, unread: Collection[int]) -> list[int]:
        """Return which of a story's unread reports only say again, in other words, what those before them do.

        Another kind of news, or a fact that makes a story new, is no echo; what follows it is unread, too.
        """
        told = self.candidates.told([story_id]).get(story_id, [])
        said = self._said(told)
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

    def _said(self, reports: Sequence[Told]) -> dict[int, Said]:
        """What reports say, with their leads, by article."""
        leads = {
            one.article_id: lead_of(one.summary, readable(one.tree))
            for one in self.shelf.texts(report.article_id for report in reports)
        }
        return {
            report.article_id: Said(
                report.title, leads.get(report.article_id, ""), report.films, report.people, report.beat,
                report.date, report.hearsay, report.copied, report.published,
            )
            for report in reports
        }  # fmt: skip

    def merge(self, story_id: int, other_id: int) -> set[int]:
        """Say that two stories are one; they join when these articles are next grouped."""
        one, other = self.shelf.resolve(story_id), self.shelf.resolve(other_id)
        if one == other:
            raise UsageError(f"Stories {story_id} and {other_id} are one already.")
        theirs, ours = self.shelf.members(other), self.shelf.members(one)
        return self.pairs.say({(ours[0], each): True for each in theirs}).articles

    def take_out(self, story_id: int, article_ids: Sequence[int]) -> set[int]:
        """Say that reports are not of this story; they part when these articles are next grouped."""
        members = self.shelf.members(self.shelf.resolve(story_id))
        if strange := [each for each in article_ids if each not in members]:
            raise NotFoundError(
                f"Article {strange[0]} is not of story {story_id}; "
                f"`newsreel story {story_id}` lists its reports."
            )
        rest = [each for each in members if each not in article_ids]
        return self.pairs.say({(each, other): False for each in article_ids for other in rest}).articles

    # ------------------------------------------------------------ following

    def follow(
        self,
        name: str,
        *,
        kind: FollowKind | None,
        aliases: Sequence[str],
        companions: Sequence[str],
        excludes: Sequence[str],
        forget: Sequence[str],
        year: int | None,
        guard: str | None,
        seen: bool,
    ) -> Follow:
        """Follow a name, or change how it is followed: what is given is added, what is not stays.

        `forget`: aliases, companions and excludes to be taken away.
        """
        name, key = typed(name, "A name to follow"), name_key(name)
        check_name(name)
        check_guard(guard, self._clock())
        if kind in (None, "film"):
            name, year = self._namesake(name, year, moves=not seen)
            key = name_key(name)
        if self.follows.known(key):
            held = self.follows.find(key)
            key, before = held.key, held.value
        else:
            before = Follow(name=name, kind=self.follows.kind_of(key) or _guess(name))
        kind = kind or before.kind
        value = replace(
            before,
            kind=kind,
            aliases=_edited(before.aliases, aliases, forget),
            companions=_edited(before.companions, companions, forget),
            excludes=_edited(before.excludes, excludes, forget),
            year=year if year is not None else before.year,
            guard=None if seen and kind == "film" else guard or (before.guard if kind == "film" else None),
            seen=seen or (before.seen and not guard),
        )
        check(value)
        self.follows.save(key, value, map(name_key, value.aliases))
        if seen:
            self.follows.look(key)
        return self.counted(self.follows.find(key))

    def _namesake(self, name: str, year: int | None, *, moves: bool) -> tuple[str, int | None]:
        """Return the name that a film goes by among those of its title, and the year it is to have.

        A film followed by that title moves to title and year where this one is newer. `moves`: see `of_year`.
        """
        title, said = parted(name)
        key = name_key(title)
        if said is not None:
            one = self.follows.namesakes(key).find(title, year or said)
            known = one is not None and one.follow.year is not None
            return (one.follow.name, None) if one and known else (name, year or said)
        if year is None:
            return name, None
        one, placed = self.follows.place(
            lambda shelf: shelf.of_year(title, year, moves=moves), key, new=False
        )
        if one is None:
            return name, year
        name = next((each.follow.name for each in placed if each.was == one.was), one.follow.name)
        return name, None if one.was is not None and parted(name)[1] else year

    def unfollow(self, name: str) -> Follow:
        """Follow a name no longer; return how it was followed."""
        held = self.follows.find(name_key(name))
        self.follows.remove(held.key)
        return held.value

    def look(self, name: str) -> None:
        """Note that a timeline was looked at."""
        self.follows.look(self.follows.find(name_key(name)).key)

    def following(self) -> list[Follow]:
        """Return what is followed, each with its new stories."""
        return [self._count(held, entries) for held, entries in self._every()]

    def followed_stories(self) -> set[int]:
        """Return the stories on any timeline."""
        return {entry.story_id for _, entries in self._every() for entry in entries}

    def _every(self) -> Iterator[tuple[Followed, list[TimelineEntry]]]:
        """Yield every follow with its timeline, without dates: asked for all at once."""
        helds = self.follows.all()
        phrases = ((held.key, _phrases(held)) for held in helds if not _ruled(held))
        asked = {key: words for key, words in phrases if words}
        found = self.candidates.stories_of(asked)
        every = {story for stories in found.values() for story in stories}
        told, stories = self.candidates.told(every), {each.id: each for each in self.telling.many(every)}
        for held in helds:
            if _ruled(held):
                yield held, self._entries(held)
            else:
                mine = {story: told[story] for story in found.get(held.key, ()) if story in told}
                yield held, self._chosen(held, mine, stories) if mine else []

    def counted(self, held: Followed) -> Follow:
        """A follow with the number of stories new on its timeline, and when it was last in the news."""
        return self._count(held, self._entries(held))

    def _count(self, held: Followed, entries: Sequence[TimelineEntry]) -> Follow:
        last = max((entry.date for entry in entries), default=None)
        return replace(held.value, unread_stories=sum(entry.new for entry in entries), last_story=last)

    def timeline(self, name: str, *, new: bool, passing: bool = False) -> list[TimelineEntry]:
        """Return what happened to a followed name, oldest first; `passing`: what only names it, too."""
        entries = self._entries(self.follows.find(name_key(name)), passing=passing)
        return [entry for entry in entries if entry.new or not new]

    def glance(self, follow: Follow) -> list[TimelineEntry]:
        """Return the timeline of a name nobody follows, oldest first; what is not read is new."""
        return self._entries(Followed(name_key(follow.name), follow, None, 0))

    def _entries(self, held: Followed, *, passing: bool = False) -> list[TimelineEntry]:
        if _ruled(held):
            return self._of_rule(held)
        told = self.candidates.told(self.candidates.stories(self._keys(held), _phrases(held)))
        stories = {each.id: each for each in self.telling.many(told)}
        return self._chosen(held, told, stories, self.telling.claims(told), passing=passing)

    def _chosen(
        self, held: Followed, told: Mapping[int, Sequence[Told]], stories: Mapping[int, Story],
        claims: Mapping[int, ReleaseClaim] = NOTHING, *, passing: bool = False,
    ) -> list[TimelineEntry]:  # fmt: skip
        """The entries of a timeline, of the stories that may be on it."""
        thread = _thread(held.value)
        spoken = {story: [_spoken(each) for each in reports] for story, reports in told.items()}
        mine = {story for story, reports in spoken.items() if belongs(thread, reports)}
        # Of a film that is not in the news, what is about it is all there is to tell.
        mine = mine or {story for story, reports in spoken.items() if concerns(thread, reports)}
        rest = spoken.keys() - mine if passing else ()
        aside = {story for story in rest if mentions(thread, spoken[story])}
        shown = [stories[story] for story in mine | aside if story in stories]
        return [
            self._entry(
                held,
                story,
                told[story.id],
                None if story.id in aside else claims.get(story.id),
                passing=story.id in aside,
            )
            for story in sorted(shown, key=lambda each: (each.first_published, each.id))
        ]

    def _of_rule(self, held: Followed) -> list[TimelineEntry]:
        """The stories of the articles that a query finds, or another name of it, and nothing it excludes."""
        follow = held.value
        asked = " OR ".join(f"({each})" if _asks(each) else phrase(each) for each in names(follow))
        without = "".join(f" -{phrase(each)}" for each in follow.excludes if name_key(each))
        view = View("search", query=f"({asked}){without}" if without and follow.aliases else asked + without)
        stories = self.candidates.of_articles(Search(self._db, self._clock).ids(view))
        told, claims = self.candidates.told(stories), self.telling.claims(stories)
        return [
            self._entry(held, story, told.get(story.id, ()), claims.get(story.id), passing=False)
            for story in self.telling.many(stories)
        ]

    def _entry(
        self, held: Followed, story: Story, told: Sequence[Told], claim: ReleaseClaim | None, *, passing: bool
    ) -> TimelineEntry:
        since = held.looked_at if held.looked_at is not None else 0
        known = story.first_published <= since
        facts = self._since(told, since) if known and story.last_published > since and not passing else ()
        return TimelineEntry(
            date=story.first_published,
            story_id=story.id,
            title=story.title,
            beat=story.beat,
            outlets=story.outlets,
            new=not passing and (bool(facts) or (not known and not all(each.read for each in told))),
            release_claim=claim,
            facts=facts,
            passing=passing,
        )

    def _since(self, told: Sequence[Told], since: int) -> tuple[str, ...]:
        """The facts that make a known story new again: what reports not read yet added since a time."""
        said = self._said(told)
        ordered = [said[each.article_id] for each in told]
        facts = [
            fact.text
            for place, one in enumerate(ordered)
            if one.published > since and not told[place].read
            for fact in added(ordered[:place], one)
            if fact.weighty
        ]
        return tuple(dict.fromkeys(facts))

    def _keys(self, held: Followed) -> list[str]:
        return list(dict.fromkeys((held.key, *keys(held.value))))


def _edited(before: Sequence[str], more: Sequence[str], less: Sequence[str]) -> tuple[str, ...]:
    """Names with more and less of them, told apart as names are; without those that hold no word."""
    gone = {"", *map(name_key, less)}
    added = [typed(name, "A name") for name in more]
    return tuple(
        name
        for name in {name_key(name): name for name in (*map(one_line, before), *added)}.values()
        if name_key(name) not in gone
    )


def _thread(follow: Follow) -> Thread:
    others = names(follow)[1:]
    return Thread(follow.name, follow.kind, others, follow.companions, follow.year, follow.excludes)


def _spoken(told: Told) -> Spoken:
    films, mentioned, people = (
        tuple(map(key_of, names)) for names in (told.films, told.mentioned, told.people)
    )
    return Spoken(told.title, told.summary, films, mentioned, people, told.beat, told.categories)


def _phrases(held: Followed) -> str:
    """The full-text phrases a follow may be found by, for what names alone do not tell."""
    names = map(one_line, (held.value.name, *held.value.aliases))
    return " OR ".join('"' + name.replace('"', '""') + '"' for name in names if name_key(name))


def _ruled(held: Followed) -> bool:
    """Tell whether a query is followed."""
    return held.value.kind == "topic" and _asks(held.value.name)


def _asks(name: str) -> bool:
    """Tell whether words are a query: only what may be one is read."""
    try:
        return is_rule(name)
    except QueryError:
        return False


def _guess(name: str) -> FollowKind:
    """What a name is that the library has not met yet: a person if it begins as one."""
    from reader.stories.words import first_names

    if _asks(name):
        return "topic"
    words = key_of(name).split()
    first = next(filter(str.isalnum, name), "")  # of “(500) Days of Summer” a number
    return (
        "person"
        if 2 <= len(words) <= 3 and words[0] in first_names()
        else "film"
        if first.isdigit() or first.upper() == first
        else "topic"
    )
