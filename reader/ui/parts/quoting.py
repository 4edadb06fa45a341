"""Lines of the article in hand, picked and kept as a quote with its source."""

from __future__ import annotations

from reader.ui.parts.part import Part
from reader.ui.screens.mode import Mode
from reader.ui.typeset.picking import quote

FAR = 1 << 40


class Quote(Part):
    """A cursor in the text: v says where the quote begins, Enter keeps it."""

    def select(self) -> None:
        """Begin to pick lines."""
        if self.screen.article_view.pick():
            self._show()
        else:
            self.say("There are no words to quote here.")

    def _show(self) -> None:
        begun = self.screen.article_view.picked.begun
        v = next(iter(self.screen.keymap.keys("quote.select")), "Space")
        what = (v, "begin anew") if begun else (v, "begin here")
        self.screen.take_mode(Mode(self._take, (what, ("Enter", "copy the quote"), ("Esc", "back"))))

    def _take(self, stroke: str) -> None:
        """Move, begin, keep or give up."""
        read = self.screen.key_reader.read(stroke, "article")
        action, count = read if read else ("", None)
        view = self.screen.article_view
        page = max(1, view.size.height // 2)
        steps = {"move.page_down": page, "move.page_up": -page, "move.top": -FAR, "move.bottom": FAR}
        steps |= {"move.down": count or 1, "move.up": -(count or 1)}
        if stroke == "enter" or action == "link.copy":
            self._keep()
        elif stroke == "escape" or action == "pane.back":
            self.end()
        elif stroke == "space" or action == "quote.select":
            view.picked.begin()
            view.refresh()
            self._show()
        elif action in steps:
            view.move_pick(steps[action])

    def _keep(self) -> None:
        """Copy the quote (OSC 52)."""
        view = self.screen.article_view
        if (text := view.picked.text()) and view.article is not None:
            self.screen.app.copy_to_clipboard(quote(text, view.article))
            self.say("Copied the quote with its source.")
        self.end()

    def end(self) -> None:
        """Back to reading."""
        self.screen.take_mode(None)
        self.screen.article_view.unpick()
