"""The front desk's window for those who collect quotes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from reader.clock import Clock
from reader.errors import UsageError
from reader.model import KeptQuote
from reader.store.database import Database

if TYPE_CHECKING:
    from reader.store.quotes import Came, Quotes

LONGEST_QUOTE = 100_000
"""Letters of a quote: longer ones are whole articles, which a bookmark keeps."""


class QuoteDesk:
    """What `Library` keeps of the words of articles; imported when it is asked."""

    clock: Clock
    _db: Database

    @cached_property
    def _quotes(self) -> Quotes:
        from reader.store.quotes import Quotes

        return Quotes(self._db, self.clock)

    def keep_quote(self, article_id: int, text: str, *, place: int | None = None) -> Came:
        """Keep lines of an article with its bookmark, which is made if there is none; tell what came.

        `place`: how many letters of the text stand before them. The same words are kept once.
        """
        if len(text) > LONGEST_QUOTE:
            raise UsageError(f"A quote has at most {LONGEST_QUOTE} letters, and this {len(text)}: pick less.")
        now = int(self.clock())
        return self._quotes.keep(article_id, [KeptQuote(text=text, place=place, kept_at=now)])

    def take_quote_back(self, article_id: int, text: str, came: Came) -> None:
        """Undo `keep_quote`: what came with it goes; a bookmark only if no other words were kept since."""
        self._quotes.take_back(article_id, text, came)

    def drop_quotes(self, article_id: int, texts: Iterable[str]) -> tuple[KeptQuote, ...]:
        """Keep these quotes of an article no longer; return them, for `restore_quotes`."""
        return self._quotes.let_go(article_id, texts)

    def restore_quotes(self, article_id: int, quotes: Iterable[KeptQuote]) -> None:
        """Undo `drop_quotes`."""
        self._quotes.keep(article_id, quotes)
