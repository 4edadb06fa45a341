"""Lines of the article in hand, picked and kept as a quote with its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from reader.model import Article, KeptQuote
from reader.ui.parts.marking import Deed
from reader.ui.parts.part import Part
from reader.ui.screens.mode import Mode
from reader.ui.typeset.picking import quote

if TYPE_CHECKING:
    from reader.store.quotes import Came

FAR = 1 << 40
KNOWN = "Quote copied; it was kept already."


class Quote(Part):
    """A cursor in the text: v says where the quote begins, Enter keeps it."""

    def select(self) -> None:
        """Begin to pick lines."""
        article = self.screen.article_view.article
        if article is not None and self.screen.guard.refuses(article.id):
            return
        if self.screen.article_view.pick():
            self._show()
        else:
            self.say("There are no words to quote here.")

    def _show(self) -> None:
        begun = self.screen.article_view.picked.begun
        v = next(iter(self.screen.keymap.keys("quote.select")), "Space")
        what = (v, "begin anew") if begun else (v, "begin here")
        self.screen.keys.take_mode(Mode(self._take, (what, ("Enter", "keep the quote"), ("Esc", "back"))))

    def _take(self, stroke: str) -> None:
        """Move, begin, keep or give up."""
        read = self.screen.key_reader.read(stroke, "article")
        action, count = read if read else ("", None)
        view = self.screen.article_view
        if not view.picked.lines and view.pick():  # the text was set anew, as in another width
            self._show()
        page = max(1, view.size.height // 2)
        steps = {"move.page_down": page, "move.page_up": -page, "move.top": -FAR, "move.bottom": FAR}
        steps |= {"move.down": count or 1, "move.up": -(count or 1)}
        if stroke == "enter":
            self._keep()
        elif action == "link.copy":
            self._copy()
            self.end()
        elif stroke == "escape" or action == "pane.back":
            self.end()
        elif stroke == "space" or action == "quote.select":
            view.picked.begin()
            view.refresh()
            self._show()
        elif action in steps:
            view.move_pick(steps[action])

    def _keep(self) -> None:
        """Copy the quote, and keep it with the article's bookmark."""
        view = self.screen.article_view
        article, place, text = view.article, view.picked.place, self._copy()
        self.end()
        if not text or article is None:
            return
        if text.split() in [each.text.split() for each in article.quotes]:
            self.say(KNOWN)
            return
        kept = KeptQuote(text=text, place=place, kept_at=int(self.library.clock()))
        view.take(replace(article, quotes=(*article.quotes, kept)))
        self._do(article, kept)

    def _do(self, article: Article, kept: KeptQuote) -> None:
        """Have it written, so that it can be undone."""
        came: list[Came] = []

        def write() -> None:
            came.append(self.library.keep_quote(article.id, kept.text, place=kept.place))
            if not any(came[0]):  # it was kept in another window
                self.later(told)

        def take_back() -> None:
            for each in came:
                self.library.take_quote_back(article.id, kept.text, each)

        def told() -> None:
            mark.forget(deed)
            status = self.screen.status
            (status.say if status.says(said) else status.say_late)(KNOWN)

        mark = self.screen.mark
        if mark.state(article.id, article)[1]:
            deed = Deed("Quote kept", write, take_back, [article.id], {})
            said = f"Quote copied and kept · {mark.undoes()}"
        else:
            deed = Deed("Bookmarked with the quote", write, take_back, [article.id], {"bookmarked": True})
            said = f"Quote copied and kept with a bookmark · {mark.undoes()}"
        mark.do(deed, said)

    def _copy(self) -> str:
        """Copy the quote (OSC 52), and return it without its source."""
        view = self.screen.article_view
        text = view.picked.text()
        if text and view.article is not None:
            self.screen.app.copy_to_clipboard(quote(text, view.article))
            self.say("Copied the quote with its source.")
        return text

    def end(self) -> None:
        """Back to reading."""
        self.screen.keys.take_mode(None)
        self.screen.article_view.unpick()
