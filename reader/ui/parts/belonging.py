"""What belongs to a story: reports taken out of it, stories made one, and what a story is called."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual.worker import get_current_worker

from reader import log
from reader.errors import NewsreelError
from reader.news import Coverage as Told
from reader.news import Story as Tale
from reader.ui.parts.part import Part

if TYPE_CHECKING:
    from reader.store.pairs import Said
    from reader.ui.screens.main import MainScreen

NEAR = 200
"""Stories offered to merge with: so many of each name in common, of the same days, of the latest."""
DAYS_AROUND = 3 * 86_400
NOT_GROUPED = (
    "A fault of Newsreel's own kept these from being grouped: the next refresh does; the log says more."
)


class Belonging(Part):
    """The person's word on a story."""

    def __init__(self, screen: MainScreen) -> None:
        super().__init__(screen)
        self._spoken = set[int]()
        """What the person said belongs together or not, and is not grouped anew yet."""

    def split(self, told: Told, ids: Sequence[int]) -> None:
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
            self.say_later(str(error), trouble=True)
        except Exception as error:  # a thread's fault would end the reader, and all is on the disk already
            log.own_fault(error)
            self.say_later(NOT_GROUPED, trouble=True)
        if not worker.is_cancelled:
            self.later(partial(self._regrouped, ids))

    def _regrouped(self, ids: Sequence[int]) -> None:
        self._spoken.difference_update(ids)
        self.screen.mark.show_anew()

    def choose_other(self, told: Told) -> None:
        """Ask which story is the same, and make the two one."""
        from reader.ui.screens.choose_story import ChooseStory

        stories = [each for each in self._others(told.story) if each.id != told.story.id]
        stories.sort(key=partial(_likely, told.story), reverse=True)
        hidden = self.library.guarded_stories(each.id for each in stories)
        stories = [
            replace(each, title=hidden[each.id].said()) if each.id in hidden else each for each in stories
        ]
        screen = ChooseStory(self.screen.story.headline(told.story), stories, self.library.clock())
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

    def rename(self, told: Told) -> None:
        """Ask what the story is to be called."""
        from reader.ui.screens.prompt import Prompt

        own, told_title = self.library.own_title(told.story.id), self.screen.story.headline(told.story)
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


def _query(field: str, name: str) -> str:
    from reader.store.query import phrase

    return f"{field}:{phrase(name)}"


def _likely(mine: Tale, other: Tale) -> tuple[int, int, int]:
    """How likely another story is the same news: by films in common, by people, by how near it was told."""
    films, people = ({*mine.films} & {*other.films}, {*mine.people} & {*other.people})
    return len(films), len(people), -abs(mine.last_published - other.last_published)
