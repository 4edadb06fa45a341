"""Panes: which one has the keys, how it is shown, and the ways from one to another."""

from __future__ import annotations

from reader.ui.actions import FOCUSES, Focus
from reader.ui.parts.part import Part
from reader.ui.widgets.line_list import LineList


class Panes(Part):
    """One of them has the keys; the others come and go with the width."""

    _came_from: Focus = "list"
    """The list that the article was entered from."""

    def enter(self, pane: Focus) -> None:
        """Give a pane the keys."""
        screen = self.screen
        if screen.mode is not None:
            screen.mode.take("escape")
        if pane != "list":
            screen.selecting.end()
        if pane == "article" and screen.pane in ("list", "bookmarks"):
            self._came_from = screen.pane
        before, screen.pane = screen.pane, pane
        screen.key_reader.reset()
        self._light(before)
        screen.set_focus(None)
        screen.hints.show()

    def _light(self, before: Focus) -> None:
        """Show which pane has the keys. Styles are read again only where that brings or takes away a pane."""
        screen = self.screen
        screen.article_view.light(screen.pane == "article")
        for name, rows in self._lists().items():
            rows.light(name == screen.pane)
        screen.update_classes({f"-at-{name}": name == screen.pane for name in FOCUSES}, update=False)
        if not screen.classes & {"-wide", "-vast"} or "bookmarks" in (before, screen.pane):
            screen.update_node_styles()
            screen.call_after_refresh(screen.title_bar.refresh)

    def shows(self, pane: Focus) -> bool:
        """Whether a pane can be seen now."""
        return self.screen.pane == pane or self.screen.query_one(f"#{pane}").display

    def rows(self) -> LineList | None:
        """Return the list that has the keys, None for the article."""
        return self._lists().get(self.screen.pane)

    def _lists(self) -> dict[Focus, LineList]:
        screen = self.screen
        return {"sidebar": screen.sidebar, "list": screen.list, "bookmarks": screen.bookmarks_sidebar.list}

    def point(self, rows: LineList, *, twice: bool) -> None:
        """Choose what was clicked, open what was clicked twice; outlets open at once."""
        self.screen.listing.touch()
        self.screen.enter(next(name for name, each in self._lists().items() if each is rows))
        if rows is self.screen.sidebar:
            self.screen.attempt(self.screen.section.open)
        elif twice:
            self.screen.attempt(self.screen.read.open)

    # ------------------------------------------------------------ from one to another

    def next(self) -> None:
        """To the pane at the right, round to the first."""
        self._step(1)

    def previous(self) -> None:
        """To the pane at the left, round to the last."""
        self._step(-1)

    def _step(self, step: int) -> None:
        panes: list[Focus] = ["sidebar", "list", "article"]
        panes += ["bookmarks"] if self.screen.has_class("-bookmarks") else []
        self.screen.enter(panes[(panes.index(self.screen.pane) + step) % len(panes)])

    def back(self) -> None:
        """One step outwards; at the outermost, say how to quit."""
        screen = self.screen
        screen.read.keep_position()
        if screen.pane == "article" and screen.article.finding and not screen.article.searched:
            screen.article.end_find()
        elif screen.pane == "article" and screen.story.way:
            screen.story.come_back()
        elif screen.has_class("-zen"):
            screen.remove_class("-zen")
            screen.enter("list")
        elif screen.pane == "bookmarks":
            screen.bookmarks.show()
        elif screen.pane == "article":
            screen.enter(self._came_from if screen.has_class("-bookmarks") else "list")
        elif screen.pane == "list" and screen.selecting.begun:
            screen.selecting.end()
        elif screen.pane == "list" and screen.searching.narrowed:
            screen.searching.end()
        elif screen.pane == "list":
            screen.enter("sidebar")
        else:
            self.say(f"{self.key('app.quit')} quits.")
