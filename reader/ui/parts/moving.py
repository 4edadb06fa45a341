"""Moving: within a pane, between lists."""

from __future__ import annotations

from functools import partial

from reader.config import Density, Fold, Order
from reader.model import View
from reader.ui.parts.part import Part
from reader.ui.widgets.line_list import LineList
from reader.ui.widgets.sections import MORE, READ


class Move(Part):
    """Within the pane that has the keys."""

    def down(self, count: int = 1) -> None:
        """The next row or line; below the last row of a list that is oldest first is what is new."""
        if not (self.screen.list.cursor == self.screen.list.length - 1 and self._take_in("oldest")):
            self._by(count)

    def up(self, count: int = 1) -> None:
        """The row or line before; above the first row of a list that is newest first is what is new."""
        if not (self.screen.list.cursor == 0 and self._take_in("newest")):
            self._by(-count)

    def _take_in(self, order: Order) -> bool:
        """Take in what is new, where it stands at that end of the list; tell whether there was any."""
        there = self.screen.pane == "list" and self.screen.listing.order == order
        return there and self.screen.arrivals.take_in()

    def _by(self, count: int) -> None:
        if rows := self.screen.panes.rows():
            rows.move(count)
        else:
            self.screen.article_view.scroll_lines(count)

    def page_down(self) -> None:
        """Half a page down."""
        self._page(1)

    def page_up(self) -> None:
        """Half a page up."""
        self._page(-1)

    def _page(self, direction: int) -> None:
        if rows := self.screen.panes.rows():
            rows.move_page(direction)
        else:
            self.screen.article_view.scroll_half_page(direction)

    def top(self) -> None:
        """To the top; a list with news above takes it in."""
        if rows := self.screen.panes.rows():
            rows.go(0)
            self._take_in("newest")
        else:
            self.screen.article_view.go_home()

    def bottom(self) -> None:
        """To the end; a list with news below takes it in, and one still being read is gone to its end."""
        if rows := self.screen.panes.rows():
            self._to_end(rows)
            self._take_in("oldest")
            if rows is self.screen.list:
                self.screen.listing.once_whole(partial(self._to_end, rows))
        else:
            self.screen.article_view.go_end()

    def _to_end(self, rows: LineList) -> None:
        rows.go(rows.length - 1)


class Section(Part):
    """Between lists, by the sidebar."""

    def open(self) -> None:
        """Open the list under the cursor."""
        if self.screen.sidebar.sections:
            view = self.screen.sidebar.sections[self.screen.sidebar.cursor].view
            if view == MORE:
                self.screen.sidebar.unfold()
            elif view == READ:
                self.unread_only()
            else:
                self.go_to(view)

    def go(self, number: int) -> None:
        """Open the list of that number: the four lists, then folders."""
        views = [s.view for s in self.screen.sidebar.every() if s.view.kind not in ("feed", "follow")]
        if number <= len(views):
            self.go_to(views[number - 1])
        else:
            self.say(f"There are {len(views)} sections.")

    def unread_only(self) -> None:
        """Leave outlets with nothing unread out of the sidebar, or not any more."""
        hidden = not self.screen.config.sidebar_unread_only
        self.screen.settings.keep("sidebar_unread_only", hidden)
        again = f"hidden; {self.key('sidebar.unread_only')} shows them" if hidden else "shown"
        self.say(f"Outlets with nothing unread are {again} again.")

    def fold(self) -> None:
        """Fold the folder in hand, or show its outlets again; of an outlet, the folder it is in."""
        feed = self.screen.hand.feed()
        folder = self.screen.hand.folder() or (feed.folder if feed else None)
        if folder is None:
            self.say("No folder here: choose one, or an outlet in one.")
            return
        how: Fold = "open" if folder in self.screen.config.folded() else "folded"
        self.screen.settings.keep("folders", how, entry=folder)
        self.screen.hints.show()

    def fold_all(self) -> None:
        """Fold every folder, or where all are folded show all outlets again."""
        folders = dict.fromkeys(feed.folder for feed in self.screen.feeds if feed.folder)
        left = [folder for folder in folders if folder not in self.screen.config.folded()]
        for folder in left or folders:
            self.screen.settings.keep("folders", "folded" if left else "open", entry=folder)
        self.screen.hints.show()
        if not folders:
            self.say(f"No outlet is in a folder: {self.key('feed.edit')} on an outlet puts it into one.")

    def go_to(self, view: View) -> None:
        """Open a list and give it the keys."""
        self.screen.searching.forget()
        self.screen.listing.open(view)
        self.screen.enter("list")


_LINES: dict[Density, str] = {
    "compact": "one line each",
    "comfortable": "headline and outlet",
    "roomy": "headlines on up to two lines",
}


class Look(Part):
    """How much of everything is shown."""

    def density(self) -> None:
        """One line for each row, then three, then two again."""
        densities: tuple[Density, ...] = ("comfortable", "compact", "roomy")
        following = densities[(densities.index(self.screen.list.density) + 1) % len(densities)]
        self.screen.settings.keep("density", following)
        self.say(f"Rows are {following} now: {_LINES[following]}.")

    def zen(self) -> None:
        """Only the article, or all panes again."""
        if self.screen.article_view.article is None:
            self.say("Zen shows the article alone: open one first.")
            return
        self.screen.toggle_class("-zen")
        self.screen.enter("article")
