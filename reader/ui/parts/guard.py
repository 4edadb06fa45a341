"""The spoiler guard on the screen: what would give a followed film away is shown only when asked for."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec.structs import replace

from reader.document import STRONG, Document, Paragraph, Span, Spans
from reader.errors import NewsreelError
from reader.model import Article, ArticleRow
from reader.rowstory import Guarded
from reader.ui.parts.part import Part

if TYPE_CHECKING:
    from reader.ui.screens.main import MainScreen


class Guard(Part):
    """Until a film is seen. What was revealed stays so until Newsreel is left."""

    def __init__(self, screen: MainScreen) -> None:
        super().__init__(screen)
        self._masked: int | None = None
        self.revealed = screen.list.revealed
        screen.bookmarks_sidebar.list.revealed = self.revealed

    def reveal(self) -> None:
        """Show the guarded article in hand, or hide it again."""
        if (article_id := self.screen.hand.article()) is None:
            return
        if article_id not in self.library.guarded([article_id]):
            self.say("Nothing is hidden here.")
            return
        self.revealed ^= {article_id}
        self.screen.list.refresh()
        self.screen.bookmarks_sidebar.list.refresh()
        view = self.screen.article_view
        if view.article is not None and view.article.id == article_id:
            self.show(article_id)
        if article_id in self.revealed:
            if view.article is not None and view.article.id == article_id:
                self.screen.mark.opened(self.library.article(article_id))
            follow = self.key("following.name")
            self.say(f"Shown, this once. Press {follow} and choose “seen” to lift the guard for good.")

    def show(self, article_id: int) -> None:
        """Put an article into the pane, as far as it may be seen."""
        article, document = self.library.article(article_id), self.library.document(article_id)
        self.screen.article_view.show(*self.shown(article, document))

    def again(self) -> None:
        """Show the open article otherwise, where the guard holds or is lifted since."""
        article = self.screen.article_view.article
        with suppress(NewsreelError):  # gone meanwhile
            if article is not None and self.is_stale():
                self.show(article.id)

    def is_stale(self) -> bool:
        """Tell whether the open article is shown and guarded by now, or hidden and not any more."""
        article = self.screen.article_view.article
        if article is None:
            return False
        return self.hides(article.id) != (article.id == self._masked)

    def hides(self, article_id: int) -> bool:
        """Tell whether an article is kept from the eye now."""
        return self._hidden(article_id) is not None

    def _hidden(self, article_id: int) -> Guarded | None:
        return None if article_id in self.revealed else self.library.guarded([article_id]).get(article_id)

    def refuses(self, article_id: int) -> bool:
        """Tell whether an article's text is kept from the eye, and if so, say which key shows it."""
        if hidden := self.hides(article_id):
            reveal = self.key("guard.reveal")
            self.say(f"The spoiler guard hides this article: press {reveal} to show it all the same.")
        return hidden

    def headline(self, article: Article) -> str:
        """Return an article's headline, or what may be said in its place."""
        guarded = self._hidden(article.id)
        return self.masked(guarded) if guarded else article.title

    def masked(self, guarded: Guarded) -> str:
        """Return what stands in the place of a headline."""
        return f"{self.screen.list.glyphs.guarded} {guarded.said()}"

    def shown(self, article: Article, document: Document) -> tuple[Article, Document]:
        """Return an article and its text, or what stands for them."""
        guarded = self._hidden(article.id)
        self._masked = article.id if guarded else None
        if guarded is None:
            return self._without_spoilt(article), document
        why = f"Hidden until you have seen {guarded.film}: this may give it away."
        hidden = Document((Paragraph((Span(why),)), Paragraph(self._ways())))
        title = guarded.said()
        bare = replace(article, title=title, former_title=None, no_page=None)
        return replace(bare, summary="", image=None, enclosures=(), words=0), hidden

    def _without_spoilt(self, article: Article) -> Article:
        """Return an article without the headline it had, where that may give a guarded film away."""
        spoilt = article.id not in self.revealed and self.library.guards_former(article)
        return replace(article, former_title=None) if spoilt else article

    def _ways(self) -> Spans:
        """Say which keys show what is hidden; they stand out."""
        reveal, follow = (Span(self.key(action), STRONG) for action in ("guard.reveal", "following.name"))
        all_the_same = Span(" to show it all the same. To lift the guard, press ")
        return Span("Press "), reveal, all_the_same, follow, Span(" and choose “seen” under Spoilers.")

    def lifted(self, rows: Sequence[ArticleRow]) -> list[ArticleRow]:
        """Return rows, those revealed without their guard."""
        return [replace(row, guarded=None) if row.id in self.revealed else row for row in rows]
