"""What is in hand: the article, the address, the outlet that a key means now."""

from __future__ import annotations

from reader.errors import NewsreelError
from reader.model import Feed, View
from reader.ui.actions import BY_ID, LACKS
from reader.ui.parts.part import Part


class Hand(Part):
    """Asked by the actions that need something."""

    def article(self) -> int | None:
        """Return the id of the article."""
        screen = self.screen
        if screen.pane == "bookmarks":
            chosen = screen.bookmarks_sidebar.list
            return chosen.bookmarks[chosen.cursor].article_id if chosen.length else None
        if screen.pane == "article":
            return screen.article_view.article.id if screen.article_view.article else None
        row = screen.list.row() if screen.pane == "list" else None
        return row.id if row else None

    def url(self) -> str | None:
        """Return the address of the article."""
        article_id = self.article()
        return self.library.article(article_id).url if article_id is not None else None

    def _has_url(self) -> bool:
        try:
            return bool(self.url())
        except NewsreelError:
            return True  # what asks for it says what is wrong

    def feed(self) -> Feed | None:
        """Return the outlet."""
        screen = self.screen
        feed_id: int | None = None
        if screen.pane == "sidebar" and screen.sidebar.sections:
            feed_id = screen.sidebar.sections[screen.sidebar.cursor].view.feed_id
        elif screen.pane == "article" and screen.article_view.article:
            feed_id = screen.article_view.article.feed_id
        elif screen.pane == "list":
            row = screen.list.row()
            feed_id = row.feed_id if row else screen.listing.view.feed_id
        return next((feed for feed in screen.feeds if feed.id == feed_id), None)

    def folder(self) -> str | None:
        """Return the folder under the cursor of the sidebar."""
        view = self.section()
        return view.folder if view and view.kind == "folder" else None

    def followed(self) -> str | None:
        """Return the followed name under the cursor of the sidebar."""
        view = self.section()
        return view.name or None if view else None

    def searched(self) -> str:
        """Return the query whose answer has the keys."""
        screen = self.screen
        return (
            screen.listing.view.query
            if screen.pane == "list" and screen.listing.view.kind == "search"
            else ""
        )

    def section(self) -> View | None:
        """Return the list under the cursor of the sidebar, while that has the keys."""
        screen = self.screen
        if screen.pane != "sidebar" or not screen.sidebar.sections:
            return None
        return screen.sidebar.sections[screen.sidebar.cursor].view

    def lacks(self, action_id: str) -> str:
        """Say what an action needs and does not have; empty when it can be done."""
        match BY_ID[action_id].needs:
            case "article":
                has = self.article() is not None
            case "url":
                has = self._has_url()
            case "feed":
                has = self.feed() is not None
            case "feeds":
                has = self.feed() is not None or self.folder() is not None
            case "undo":
                has = bool(self.screen.mark.deeds)
            case "search":
                has = bool(self.searched())
            case _:
                return ""
        return "" if has else LACKS[BY_ID[action_id].needs]
