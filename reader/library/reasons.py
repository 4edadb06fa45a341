"""Why a search found an article: where its words are in the headline, or in which passage of the text."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

from reader.errors import NewsreelError
from reader.model import Article, ArticleRow
from reader.rowstory import Reason
from reader.store.articles import Articles
from reader.store.database import Database
from reader.store.query import parse
from reader.store.spotting import Spotter
from reader.text.clean import drawable
from reader.text.excerpt import excerpt
from reader.text.render import plain


class Reasons:
    """The reasons of one query, asked for on one thread; QueryError."""

    def __init__(self, db: Database, query: str) -> None:
        self._articles, self._spotter = Articles(db), Spotter(db, parse(query))

    def of(self, row: ArticleRow, *, passage: bool = True) -> Reason:
        """Return why an article was found. What its headline has all of is shown nowhere else."""
        title = self._spotter.spots(drawable(row.title), "title")
        met = {spot.wanted for spot in title}
        lacking = {at for at, each in enumerate(self._spotter.wanted) if each.field != "title"} - met
        found = Reason(title=tuple((spot.start, spot.end) for spot in title))
        if not (passage and lacking):
            return found
        with suppress(NewsreelError):  # gone, or damaged: opening it says so
            for field, text in self._texts(row.id):
                spots = self._spotter.spots(text, field)
                if any(spot.wanted in lacking for spot in spots):
                    shown = excerpt(text, spots, lacking)
                    return Reason(found.title, drawable(shown.text), shown.marks, shown.first)
        return found

    def _texts(self, article_id: int) -> Iterable[tuple[str, str]]:
        """Yield what the index read of an article beside its headline, the text itself first."""
        yield "body", plain(self._articles.document(article_id))
        article: Article = self._articles.get(article_id)
        for author in article.authors:
            yield "author", f"by {author}"
        for category in article.categories:
            yield "category", f"in {category}"

    def in_text(self, text: str) -> list[tuple[int, int]]:
        """Return where in the running text of an article the words are."""
        return [(spot.start, spot.end) for spot in self._spotter.spots(text, "body")]
