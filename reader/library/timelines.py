"""Timelines: which stories belong to what is followed, and what in them is new since the last look."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from reader.clock import Clock
from reader.halves import heeding
from reader.library.followable import asks
from reader.library.saying import said_of
from reader.model import ReleaseClaim, View
from reader.news import Follow, Story, TimelineEntry
from reader.store.candidates import Candidates, Told
from reader.store.database import Database
from reader.store.folding import name_key
from reader.store.follows import Followed, Follows
from reader.store.namesakes import keys, names
from reader.store.query import phrase
from reader.store.search import Search
from reader.store.stories import StoryShelf
from reader.store.telling import Telling
from reader.stories.facts import added
from reader.stories.language.tokens import key_of, plain
from reader.stories.threads import Follow as Thread
from reader.stories.threads import Telling as Spoken
from reader.stories.threads import belongs, concerns, mentions
from reader.text.clean import one_line

NOTHING: Mapping[int, ReleaseClaim] = {}


class Timelines:
    """The timelines of what is followed, or might be."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._shelf, self._telling = StoryShelf(db), Telling(db)
        self._follows, self._candidates = Follows(db, clock), Candidates(db)
        self._search, self._clock = Search(db, clock), clock

    def following(self, heed: Callable[[], None] = lambda: None) -> list[Follow]:
        """Return what is followed, each with its new stories; what `heed` raises meanwhile ends that."""
        return [self._count(held, entries) for held, entries in self._every(heed)]

    def followed_stories(self) -> set[int]:
        """Return the stories on any timeline."""
        return {entry.story_id for _, entries in self._every() for entry in entries}

    def _every(
        self, heed: Callable[[], None] = lambda: None
    ) -> Iterator[tuple[Followed, list[TimelineEntry]]]:
        """Yield every follow with its timeline, without dates: asked for all at once."""
        helds = self._follows.all()
        phrases = ((held.key, _phrases(held)) for held in helds if not _ruled(held))
        asked = {key: words for key, words in phrases if words}
        named, said = self._candidates.all_named(), self._candidates.all_saying(asked)
        heed()
        found = self._worth_reading({h.key: h.value for h in helds if not _ruled(h)}, named, said, heed)
        every = set().union(*found.values())
        told = self._candidates.told(heeding(every, heed))
        stories = {each.id: each for each in heeding(self._telling.many(every), heed)}
        for held in heeding(helds, heed):
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

    def of(self, name: str, *, new: bool, passing: bool = False) -> list[TimelineEntry]:
        """Return what happened to a followed name, oldest first; `passing`: what only names it, too."""
        entries = self._entries(self._follows.find(name), passing=passing)
        return [entry for entry in entries if entry.new or not new]

    def glance(self, follow: Follow) -> list[TimelineEntry]:
        """Return the timeline of a name nobody follows, oldest first; what is not read is new."""
        return self._entries(Followed(name_key(follow.name), follow, None, 0))

    def _entries(self, held: Followed, *, passing: bool = False) -> list[TimelineEntry]:
        if _ruled(held):
            return self._of_rule(held)
        words, named = _phrases(held), self._candidates.named(_keys(held))
        said = self._candidates.saying(words) if words else set[int]()
        told = self._candidates.told(self._worth_reading({"": held.value}, {"": named}, {"": said})[""])
        stories = {each.id: each for each in self._telling.many(told)}
        return self._chosen(held, told, stories, self._telling.claims(told), passing=passing)

    def _worth_reading(
        self, follows: Mapping[str, Follow], named: Mapping[str, set[int]], said: Mapping[str, set[int]],
        heed: Callable[[], None] = lambda: None,
    ) -> dict[str, set[int]]:  # fmt: skip
        """Return the stories that may be on timelines, by key: those that name it, or hold its words above.

        None is told by bodies alone, which say a common word thousands of times.
        """
        found = {key: set(named.get(key, ())) for key in follows}
        asking: dict[int, list[tuple[set[int], Sequence[Sequence[str]]]]] = {}
        for key, stories in found.items():
            asked = stories, _words(follows[key])
            for story in said.get(key, set()) - stories:
                asking.setdefault(story, []).append(asked)
        for story, head in heeding(self._candidates.heads(asking), heed):
            text = plain(head.replace("…", " "))  # it ends most summaries, and takes long to fold
            for stories, wanted in asking[story]:
                if any(all(word in text for word in name) for name in wanted):
                    stories.add(story)
        return found

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
        asked = " OR ".join(f"({each})" if asks(each) else phrase(each) for each in names(follow))
        without = "".join(f" -{phrase(each)}" for each in follow.excludes if name_key(each))
        view = View("search", query=f"({asked}){without}" if without and follow.aliases else asked + without)
        stories = self._candidates.of_articles(self._search.ids(view))
        told, claims = self._candidates.told(stories), self._telling.claims(stories)
        return [
            self._entry(held, story, told.get(story.id, ()), claims.get(story.id), passing=False)
            for story in self._telling.many(stories)
        ]

    def _entry(
        self, held: Followed, story: Story, told: Sequence[Told], claim: ReleaseClaim | None, *, passing: bool
    ) -> TimelineEntry:
        old = [not self._is_since(each, held.looked_at) for each in told]
        known = any(old)
        facts = self._added(told, old) if known and not all(old) and not passing else ()
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
            rumour=bool(told) and all(each.hearsay for each in told),
        )

    def _is_since(self, report: Told, looked_at: int | None) -> bool:
        """Tell whether a report came after a look: one printed before that may come hours after it.

        A look at a time still to come was by a clock that was wrong, and is none; a report of then is old.
        """
        now = self._clock()
        since = looked_at if looked_at is not None and looked_at <= now else 0
        return since < report.came <= now

    def _added(self, told: Sequence[Told], old: Sequence[bool]) -> tuple[str, ...]:
        """The facts that make a known story new again: what reports not read yet added to the old ones."""
        said = said_of(told, self._shelf)
        before = [said[each.article_id] for each, known in zip(told, old, strict=True) if known]
        facts = []
        for each, known in zip(told, old, strict=True):
            if not known and not each.read:
                facts += [fact.text for fact in added(before, said[each.article_id]) if fact.weighty]
        return tuple(dict.fromkeys(facts))


def _words(follow: Follow) -> list[list[str]]:
    """The words of each name; of a person the last: an award is told under surnames."""
    words = [key_of(name).split() for name in names(follow)]
    return [each[-1:] for each in words] if follow.kind == "person" else words


def _keys(held: Followed) -> list[str]:
    return list(dict.fromkeys((held.key, *keys(held.value))))


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
    return held.value.kind == "topic" and asks(held.value.name)
