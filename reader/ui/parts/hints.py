"""The three keys that matter now, at the right of the status line."""

from __future__ import annotations

from collections.abc import Sequence

from textual.widgets import Input

from reader.ui.actions import BY_ID, EMPTY, FAILED, FOLDER, HINTS
from reader.ui.parts.part import Part

Pairs = Sequence[tuple[str, str]]

CLEAR = ("ctrl+u", "clear")
TYPING: dict[str, Pairs] = {
    "search": (("Enter", "to the list"), CLEAR, ("Esc", "back")),
    "filter": (("Enter", "to the list"), CLEAR, ("Esc", "all again")),
    "find": (("Enter", "to the text"), CLEAR, ("Esc", "back")),
}
"""While something is typed, by what it is for."""


class Hints(Part):
    """What they are is a matter of what is on show and where the keys go."""

    def show(self) -> None:
        """Show them."""
        self.screen.status.show(hints=self.now())

    def now(self) -> Pairs:
        """Return each key with what it does."""
        screen = self.screen
        if screen.app.screen is not screen:
            return getattr(screen.app.screen, "keys", ())[-3:]
        if screen.mode is not None:
            return screen.mode.hints
        if isinstance(screen.focused, Input):
            bars = (each for each in (screen.query_bar, screen.find_bar) if each.has_focus_within)
            return TYPING[next((each.purpose for each in bars), "filter")]
        if screen.pane == "article" and screen.article.finding:
            return [*self._keys("read.next", "article.find_previous"), ("Esc", "end")]
        if screen.pane == "list" and screen.selecting.begun:
            return [*self._keys("mark.read", "mark.bookmark"), ("Esc", "end")]
        if screen.pane == "list" and not screen.list.length:
            return self._keys(*(FAILED if screen.captions.failed() else EMPTY))
        if screen.hand.folder() is not None:
            return self._keys(*FOLDER)
        if screen.pane == "article" and self._is_partial():
            first, *_, last = HINTS["article"]
            return self._keys("page.full_text", first, last)
        return self._keys(*HINTS[screen.pane])

    def _is_partial(self) -> bool:
        """Whether the article on show is only what its feed gave, and its page may hold more."""
        article = self.screen.article_view.article
        return article is not None and bool(article.url) and not article.has_full_text

    def _keys(self, *action_ids: str) -> list[tuple[str, str]]:
        meanings = {"read.next": "next match"} if self.screen.article.finding else {}
        if (folder := self.screen.hand.folder()) is not None:
            folded = folder in self.screen.config.folded()
            meanings = {"feed.edit": "rename", "sidebar.fold": "unfold" if folded else "fold"}
        keys = self.screen.keymap.keys
        return [(keys(a)[0], meanings.get(a, BY_ID[a].label)) for a in action_ids if keys(a)]
