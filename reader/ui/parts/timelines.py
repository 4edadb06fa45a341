"""Timelines on the screen: of the name in hand, of what an article is about, of what is followed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.model import Article
from reader.news import FollowKind
from reader.news import Timeline as Thread
from reader.ui.parts.part import Part
from reader.ui.parts.stories import Way

if TYPE_CHECKING:
    from reader.ui.screens.timeline import Chosen

UNKNOWN = "No film and no person was recognised here. {} follows any words."


class Timelines(Part):
    """Shows timelines, and does what is chosen on one."""

    def in_hand(self) -> None:
        """Show the timeline of the followed name under the cursor or listed, else that of the article.

        A name that was followed just now is on its way to the library.
        """
        self.screen.mark.once_written(self._in_hand)

    def _in_hand(self) -> None:
        if self.screen.app.screen is not self.screen:
            return
        self.screen.story.began = self.screen.pane
        listed = "" if self.screen.pane in ("article", "bookmarks") else self.screen.listing.view.name
        if name := self.screen.hand.followed() or listed:
            self.show(name)
        elif (article_id := self.screen.hand.article()) is not None:
            self.of_article(self.library.article(article_id))
        else:
            self.say("Choose an article or a followed name first: its timeline shows here.")

    def of_article(self, article: Article, way: Way = ()) -> None:
        """Show the timeline of what an article is about: what is followed first, then films, then people."""
        named: list[tuple[str, FollowKind]] = [(film, "film") for film in article.films]
        named += [(person, "person") for person in article.people]
        followed = next((each for each in named if self.library.followed(each[0])), None)
        if found := followed or next(iter(named), None):
            self.show(*found, way=way)
        else:
            self.say(UNKNOWN.format(self.key("following.name")))

    def show(self, name: str, kind: FollowKind = "film", way: Way = ()) -> None:
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
            self.screen.story.go_back(way)
            return
        again: Way = (*way, partial(self._unroll, thread, kind, chosen.story_id, way))
        if chosen.what == "follow":
            self.screen.following.one(thread.follow.name, kind)
        elif chosen.what == "coverage":
            self.screen.story.cover(chosen.story_id, way=again)
        else:
            ids = self.library.story(chosen.story_id).story.article_ids
            rows = self.library.story_rows(ids[:1], folded=ids[:1], prefer=self.screen.list.prefer)
            if (row := next(iter(rows.values()), None)) is not None:
                self.screen.story.open(row.id, again)
