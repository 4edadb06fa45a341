"""Stories: their coverage, what belongs to them, the timelines they make, and the dates they state."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual.worker import get_current_worker

from reader.errors import NewsreelError
from reader.model import Article
from reader.news import Coverage as Told
from reader.news import FollowKind, StatedDate
from reader.news import Story as Tale
from reader.news import Timeline as Thread
from reader.ui.actions import Focus
from reader.ui.messages import Landed
from reader.ui.parts.part import Part

if TYPE_CHECKING:
    from reader.store.pairs import Said
    from reader.ui.screens.coverage import Choice
    from reader.ui.screens.main import MainScreen
    from reader.ui.screens.timeline import Chosen

NEAR = 200
"""Stories offered to merge with: so many of each name in common, of the same days, of the latest."""
DAYS_AROUND = 3 * 86_400
Way = tuple[Callable[[], None], ...]
"""What lies behind a dialog or an article, the nearest last: each shows a dialog again as it was left."""
NOT_GROUPED = (
    "A fault of Newsreel's own kept these from being grouped: the next refresh does; the log says more."
)
UNKNOWN = "No film and no person was recognised here. w follows any words."


class Story(Part):
    """What can be done with the story of the article in hand."""

    way: Way = ()
    """The dialogs that the article on show was opened from."""
    _began: Focus = "list"
    """The pane where the first of them was asked for."""

    def __init__(self, screen: MainScreen) -> None:
        super().__init__(screen)
        self._spoken = set[int]()
        """What the person said belongs together or not, and is not grouped anew yet."""

    def come_back(self) -> None:
        """Leave the article on show for the dialog it was opened from."""
        way, self.way = self.way, ()
        self.screen.enter(self.screen.pane if self.screen.has_class("-zen") else self._began)
        self._go_back(way)

    def _go_back(self, way: Way) -> None:
        """Show again what lies behind, if there is something."""
        try:
            if way:
                way[-1]()
        except NewsreelError as error:
            self.say(str(error), trouble=True)

    def _open(self, article_id: int, way: Way) -> None:
        """Open an article; going back shows again what it was opened from."""
        if self.screen.read.show(article_id):
            self.way = way

    # ------------------------------------------------------------ coverage

    def coverage(self) -> None:
        """Show every outlet that tells the story."""
        if (article_id := self.screen.hand.article()) is None:
            return
        story_id = self.library.article(article_id).story_id
        if story_id is None:
            self.say("It is in no story yet: articles are grouped at the end of a refresh.")
        else:
            self._began = self.screen.pane
            self.cover(story_id)

    def cover(self, story_id: int, at: int | None = None, way: Way = ()) -> None:
        """Show the coverage of a story; the cursor on one of its reports, or on the first not read."""
        from reader.ui.screens.coverage import Coverage

        told = self.library.story(story_id)
        rows = self.screen.guard.lifted(self.library.rows([each.article_id for each in told.reports]))
        by_id = {row.id: row for row in rows}
        # The words that reports share are words of their headlines.
        why, now = () if any(row.guarded for row in rows) else told.why, self.library.clock()
        title = self._headline(told.story)
        screen = Coverage(told, by_id, why, now, self.screen.list.glyphs, title, at)
        self.ask(screen, partial(self._covered, told, way))

    def _headline(self, story: Tale) -> str:
        """Return a story's headline, or what may be said of it while it is guarded."""
        guarded = self.library.guarded_stories([story.id]).get(story.id)
        return self.screen.guard.masked(guarded) if guarded else story.title

    def _covered(self, told: Told, way: Way, choice: Choice | None) -> None:
        if choice is None:
            self._go_back(way)
            return
        article = choice.ids[0]
        again: Way = (*way, partial(self.cover, told.story.id, article, way))
        match choice.what:
            case "open":
                self._open(article, again)
            case "split":
                self._split(told, choice.ids)
            case "merge":
                self._choose_other(told)
            case "rename":
                self._rename(told)
            case "timeline":
                self._of_article(self.library.article(article), again)
            case "follow":
                self.screen.following.choose(self.library.article(article))

    # ------------------------------------------------------------ what belongs together

    def _split(self, told: Told, ids: Sequence[int]) -> None:
        """Take reports out of a story; several stay together."""
        rest = [each.article_id for each in told.reports if each.article_id not in ids]
        count = "One report is" if len(ids) == 1 else f"{len(ids)} reports are"
        self._say(f"{count} not of this story", partial(self.library.part, ids, rest))

    def _say(self, name: str, word: Callable[[], Said]) -> None:
        """Write the person's word on what belongs together, and have it on the screen soon; `U` undoes it.

        The news is grouped beside the writer: nothing that is marked meanwhile waits for it.
        """
        before: list[Said] = []

        def take_back() -> None:
            for said in before:
                self.library.take_back(said)

        def then() -> None:
            self._spoken.update(*(said.articles for said in before))
            self.screen.run_worker(self._regroup, thread=True, group="stories", exclusive=True)

        self.screen.mark.do_quietly(name, lambda: before.append(word()), take_back, then)

    def _regroup(self) -> None:
        """Group what the person spoke of, off the screen's thread; told to leave, a refresh goes on."""
        worker, ids = get_current_worker(), tuple(self._spoken)
        try:
            self.library.regroup(ids, lambda: worker.is_cancelled)
        except NewsreelError as error:
            self._say_later(str(error))
        except Exception as error:  # a thread's fault would end the reader, and all is on the disk already
            _log(error)
            self._say_later(NOT_GROUPED)
        if not worker.is_cancelled:
            self.screen.post_message(Landed(partial(self._regrouped, ids)))

    def _say_later(self, text: str) -> None:
        self.screen.post_message(Landed(partial(self.say, text, trouble=True)))

    def _regrouped(self, ids: Sequence[int]) -> None:
        self._spoken.difference_update(ids)
        self.screen.mark.show_anew()

    def _choose_other(self, told: Told) -> None:
        from reader.ui.screens.choose_story import ChooseStory

        stories = [each for each in self._others(told.story) if each.id != told.story.id]
        stories.sort(key=partial(_likely, told.story), reverse=True)
        hidden = self.library.guarded_stories(each.id for each in stories)
        stories = [
            replace(each, title=hidden[each.id].said()) if each.id in hidden else each for each in stories
        ]
        screen = ChooseStory(self._headline(told.story), stories, self.library.clock())
        self.ask(screen, partial(self._merge, told))

    def _others(self, mine: Tale) -> list[Tale]:
        """Return stories that may be the same news: those of the same names, of the same days, the latest."""
        days = (mine.first_published - DAYS_AROUND, mine.last_published + DAYS_AROUND)
        first, last = (datetime.fromtimestamp(each, UTC).date().isoformat() for each in days)
        named = [_query("film", film) for film in mine.films[:3]]
        named += [_query("person", person) for person in mine.people[:3]]
        queries = (*named, f"after:{first} before:{last}", "")
        found = (each for query in queries for each in self.library.stories(query, limit=NEAR))
        return list({each.id: each for each in found}.values())

    def _merge(self, told: Told, other_id: int | None) -> None:
        if other_id is None:
            return
        mine, theirs = (
            told.story.article_ids,
            self.library.story(other_id).story.article_ids,
        )
        self._say("Two stories are one now", partial(self.library.tie, mine, theirs))

    def _rename(self, told: Told) -> None:
        from reader.ui.screens.prompt import Prompt

        own, told_title = self.library.own_title(told.story.id), self._headline(told.story)
        title = told_title if told_title == told.story.title else own
        prompt = Prompt("What to call this story", title, "empty: its headline", label="Title")
        self.ask(prompt, partial(self._renamed, told, title, own))

    def _renamed(self, told: Told, before: str, own: str, title: str | None) -> None:
        if title is None or title == before:
            return
        story = told.story.id
        rename = self.library.rename_story
        self.screen.mark.do_quietly(
            "Story renamed" if title else "Story has its headline again",
            partial(rename, story, title),
            partial(rename, story, own),
        )

    # ------------------------------------------------------------ timelines

    def timeline(self) -> None:
        """Show the timeline of the name in hand: in the sidebar a followed one, else the article's."""
        self._began = self.screen.pane
        if name := self.screen.hand.followed():
            self.show_timeline(name)
        elif (article_id := self.screen.hand.article()) is not None:
            self._of_article(self.library.article(article_id))
        elif self.screen.listing.view.name:
            self.show_timeline(self.screen.listing.view.name)
        else:
            self.say("Choose an article or a followed name first: its timeline shows here.")

    def _of_article(self, article: Article, way: Way = ()) -> None:
        """Show the timeline of what an article is about: what is followed first, then films, then people."""
        named: list[tuple[str, FollowKind]] = [(film, "film") for film in article.films]
        named += [(person, "person") for person in article.people]
        followed = next((each for each in named if self.library.followed(each[0])), None)
        if found := followed or next(iter(named), None):
            self.show_timeline(*found, way=way)
        else:
            self.say(UNKNOWN)

    def show_timeline(self, name: str, kind: FollowKind = "film", way: Way = ()) -> None:
        """Show a timeline; of a followed name, note that it was looked at."""
        thread = self.library.look_into(name, kind)
        self._unroll(thread, kind, None, way)
        if thread.followed:
            self.screen.following.look(thread.follow.name)

    def _unroll(self, thread: Thread, kind: FollowKind, at: int | None, way: Way) -> None:
        """Show a timeline as it was read; the cursor on a story of it, or where it begins by itself."""
        from reader.ui.screens.timeline import Timeline

        entries = (*thread.entries, *thread.passing)
        hidden = self.library.guarded_stories(entry.story_id for entry in entries)
        screen = Timeline(thread, self.screen.list.glyphs, hidden, at)
        self.ask(screen, partial(self._looked, thread, kind, way))

    def _looked(self, thread: Thread, kind: FollowKind, way: Way, chosen: Chosen | None) -> None:
        if chosen is None:
            self._go_back(way)
            return
        again: Way = (*way, partial(self._unroll, thread, kind, chosen.story_id, way))
        if chosen.what == "follow":
            self.screen.following.one(thread.follow.name, kind)
        elif chosen.what == "coverage":
            self.cover(chosen.story_id, way=again)
        else:
            ids = self.library.story(chosen.story_id).story.article_ids
            rows = self.library.story_rows(ids[:1], folded=ids[:1], prefer=self.screen.list.prefer)
            if (row := next(iter(rows.values()), None)) is not None:
                self._open(row.id, again)

    # ------------------------------------------------------------ release dates

    def releases(self) -> None:
        """Show every release date stated."""
        from reader.ui.screens.releases import Releases

        followed = frozenset(each.name for each in self.screen.following.follows)
        screen = Releases(self._dates(), followed, self.library.today(), self._save)
        self.ask(screen, self._stated)

    def _dates(self) -> list[StatedDate]:
        """Return what is stated; what is of no film that was recognised goes by its headline."""
        dates = self.library.releases()
        hidden = self.library.guarded(each.article_id for each in dates if not each.film)
        return [
            replace(each, title=self.screen.guard.masked(hidden[each.article_id]))
            if each.article_id in hidden
            else each
            for each in dates
        ]

    def _stated(self, article_id: int | None) -> None:
        if article_id is not None:
            self.screen.read.show(article_id)

    def _save(self, dates: Sequence[StatedDate]) -> str:
        from reader.ui import saving

        moment = datetime.fromtimestamp(self.library.clock(), UTC)
        return saving.save_calendar(dates, moment)


def _log(error: Exception) -> None:
    from reader import log, paths

    with suppress(NewsreelError):  # there may be no home to keep it in
        log.fault(paths.find().log, error)


def _query(field: str, name: str) -> str:
    from reader.store.query import phrase

    return f"{field}:{phrase(name)}"


def _likely(mine: Tale, other: Tale) -> tuple[int, int, int]:
    """How likely another story is the same news: by films in common, by people, by how near it was told."""
    films, people = ({*mine.films} & {*other.films}, {*mine.people} & {*other.people})
    return len(films), len(people), -abs(mine.last_published - other.last_published)
