"""Stories: their coverage, and the way back through the dialogs that an article was opened from."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from reader.errors import NewsreelError
from reader.news import Coverage as Told
from reader.news import Story as Tale
from reader.ui.actions import Focus
from reader.ui.parts.part import Part

if TYPE_CHECKING:
    from reader.ui.parts.belonging import Belonging
    from reader.ui.parts.timelines import Timelines
    from reader.ui.screens.coverage import Choice

Way = tuple[Callable[[], None], ...]
"""What lies behind a dialog or an article, the nearest last: each shows a dialog again as it was left."""


class Story(Part):
    """What can be done with the story of the article in hand."""

    way: Way = ()
    """The dialogs that the article on show was opened from."""
    began: Focus = "list"
    """The pane where the first of them was asked for."""

    def come_back(self) -> None:
        """Leave the article on show for the dialog it was opened from."""
        way, self.way = self.way, ()
        self.screen.enter(self.screen.pane if self.screen.has_class("-zen") else self.began)
        self.go_back(way)

    def go_back(self, way: Way) -> None:
        """Show again what lies behind, if there is something."""
        try:
            if way:
                way[-1]()
        except NewsreelError as error:
            self.say(str(error), trouble=True)

    def open(self, article_id: int, way: Way) -> None:
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
            self.began = self.screen.pane
            self.cover(story_id)

    def cover(self, story_id: int, at: int | None = None, way: Way = ()) -> None:
        """Show the coverage of a story; the cursor on one of its reports, or on the first not read."""
        from reader.ui.screens.coverage import Coverage

        told = self.library.story(story_id)
        rows = self.screen.guard.lifted(self.library.rows([each.article_id for each in told.reports]))
        by_id = {row.id: row for row in rows}
        title, shown, now = self.headline(told.story), told, self.library.clock()
        if any(row.guarded for row in rows):
            # Who is in it may be what they give away, and the words they share are words of their headlines.
            shown = replace(told, why=(), story=replace(told.story, people=()))
        screen = Coverage(shown, by_id, shown.why, now, self.screen.list.glyphs, title, at)
        self.ask(screen, partial(self._covered, told, way))

    def headline(self, story: Tale) -> str:
        """Return a story's headline, or what may be said of it while it is guarded."""
        guarded = self.library.guarded_stories([story.id]).get(story.id)
        return self.screen.guard.masked(guarded) if guarded else story.title

    def _covered(self, told: Told, way: Way, choice: Choice | None) -> None:
        if choice is None:
            self.go_back(way)
            return
        article = choice.ids[0]
        again: Way = (*way, partial(self.cover, told.story.id, article, way))
        match choice.what:
            case "open":
                self.open(article, again)
            case "split":
                self.belonging.split(told, choice.ids)
            case "merge":
                self.belonging.choose_other(told)
            case "rename":
                self.belonging.rename(told)
            case "timeline":
                self.timelines.of_article(self.library.article(article), again)
            case "follow":
                self.screen.following.choose(self.library.article(article))

    # ------------------------------------------------------------ what else is told of it

    def timeline(self) -> None:
        """Show the timeline of the name in hand."""
        self.timelines.in_hand()

    def releases(self) -> None:
        """Show every release date stated."""
        from reader.ui.parts.dates import Dates

        Dates(self.screen).show()

    @cached_property
    def belonging(self) -> Belonging:
        """What the person says of it; imported when it is said."""
        from reader.ui.parts.belonging import Belonging

        return Belonging(self.screen)

    @cached_property
    def timelines(self) -> Timelines:
        """The timelines; imported with the first."""
        from reader.ui.parts.timelines import Timelines

        return Timelines(self.screen)
