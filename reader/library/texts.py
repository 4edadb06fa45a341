"""The front desk's window for whole texts: article pages, their pictures, and how far each was read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from reader.clock import Clock
from reader.incoming import Page
from reader.model import PageState
from reader.store.database import Database

if TYPE_CHECKING:
    from reader.library.reasons import Reasons
    from reader.store.pages import Pages
    from reader.store.reading import Reading


class TextDesk:
    """What `Library` answers about what is read."""

    clock: Clock
    _db: Database

    @cached_property
    def _pages(self) -> Pages:
        from reader.store.pages import Pages

        return Pages(self._db, self.clock)

    @cached_property
    def _reading(self) -> Reading:
        from reader.store.reading import Reading

        return Reading(self._db, self.clock)

    # ------------------------------------------------------------ full texts

    def pages(self, ids: Iterable[int]) -> list[PageState]:
        """Return what is known of the pages of articles, in the order asked; those gone are left out."""
        return self._pages.states(ids)

    def pages_not_asked(
        self,
        *,
        since: int,
        limit: int,
        fewer_words: int,
        every_feed: bool,
        rest: Mapping[str, int],
        soon: int,
    ) -> list[PageState]:
        """Return unread (dated since) and bookmarked articles whose page was never had, nor asked lately.

        Of feeds set to always, all; of others only texts with `fewer_words`: those bookmarked or about
        what is followed, and with `every_feed` the unread too. `rest`: seconds by problem, else `soon`.
        """
        return self._pages.recent(
            since, limit, fewer_words=fewer_words, every_feed=every_feed, rest=rest, soon=soon
        )

    def save_page(self, article_id: int, page: Page) -> int:
        """Keep the full text of an article, shown, searched and bookmarked from now on; return its bytes."""
        return self._pages.save(article_id, page)

    def save_page_failure(self, article_id: int, problem: str, why: str) -> None:
        """Note why an article's page gave no text; a text once had is kept."""
        self._pages.fail(article_id, problem, why)

    # ------------------------------------------------------------ finding

    def reasons(self, query: str) -> Reasons:
        """Return what tells why a query found an article, for this thread; QueryError."""
        from reader.library.reasons import Reasons

        return Reasons(self._db, query)

    # ------------------------------------------------------------ reading

    def position(self, article_id: int) -> int:
        """Return how far an article was read, in thousandths of its text; 0 for one not begun."""
        return self._reading.position(article_id)

    def keep_position(self, article_id: int, position: int) -> None:
        """Note how far an article was read."""
        self._reading.keep(article_id, position)

    def picture(self, article_id: int, url: str) -> bytes | None:
        """Return the picture kept with a bookmark, packed as on the shelf; None where there is none."""
        return self._reading.picture(article_id, url)

    def save_picture(self, article_id: int, url: str, picture: bytes) -> None:
        """Keep the leading picture of a bookmark with its copy; for what is no bookmark nothing is kept."""
        self._reading.save_picture(article_id, url, picture)

    def bookmarks_without_picture(self) -> list[int]:
        """Return the ids of bookmarks that name a picture and have none kept, the latest first."""
        return self._reading.without_picture()
