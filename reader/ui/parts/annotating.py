"""Tags, a note and the quotes of a bookmark, asked for in a dialog."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial

from reader.model import Article, KeptQuote
from reader.ui.parts.marking import Deed
from reader.ui.parts.part import Part
from reader.ui.screens.tags import Noted, Tags


class Annotate(Part):
    """What the person adds to the article in hand."""

    def begin(self) -> None:
        """Ask for it; to keep it bookmarks the article."""
        if (article_id := self.screen.hand.article()) is None:
            return
        article, known = self.library.article(article_id), self.library.bookmarks()
        tags = Counter(tag for bookmark in known for tag in bookmark.tags)
        in_use = [tag for tag, _ in tags.most_common()]
        guard = self.screen.guard
        dialog = Tags(guard.headline(article), article.tags, article.note, in_use, article.quotes)
        dialog.hidden = guard.hides(article_id)
        self.ask(dialog, partial(self._keep, article))

    def _keep(self, article: Article, noted: Noted | None) -> None:
        if noted is None:
            return
        save, gone = partial(self.library.bookmark, article.id), list[KeptQuote]()

        def write() -> None:
            save(tags=noted.tags, note=noted.note or "")
            if noted.dropped:
                gone.extend(self.library.drop_quotes(article.id, noted.dropped))

        def put_back() -> None:
            save(tags=article.tags, note=article.note or "")
            if gone:
                self.library.restore_quotes(article.id, gone)

        back: Callable[[], object] = put_back
        if not article.bookmarked:
            back = partial(self.library.unbookmark, article.id)
        shows = {} if article.bookmarked else {"bookmarked": True}
        self.screen.mark.do(Deed(_name(article, noted), write, back, [article.id], shows))


def _name(article: Article, noted: Noted) -> str:
    if not article.bookmarked:
        return "Bookmarked with tags and note"
    count = len(noted.dropped)
    gone = f"; {count} quotes removed" if count > 1 else "; a quote removed" if count else ""
    return f"Tags and note kept{gone}"
