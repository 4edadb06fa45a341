"""Sections: from list to list, and which of them the sidebar shows."""

from __future__ import annotations

from reader.config import Fold
from reader.model import View
from reader.ui.parts.part import Part
from reader.ui.widgets.sections import MORE, READ


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
