"""The rows of a list, fetched from the library a page at a time and kept while they are near."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from reader.model import ArticleRow
from reader.rowstory import RowStory

PAGE, KEPT = 64, 32


class RowPages:
    """A window of rows over ids that live elsewhere. What the person just did shows before it is written."""

    def __init__(self, fetch: Callable[[Sequence[int]], Mapping[int, ArticleRow]]) -> None:
        self._fetch = fetch
        self._pages: OrderedDict[int, dict[int, ArticleRow]] = OrderedDict()
        self._said: dict[int, dict[str, bool]] = {}

    def row(self, ids: Sequence[int], index: int) -> ArticleRow | None:
        """Return the row at an index of `ids`; None when the library no longer has it."""
        page = index // PAGE
        if page not in self._pages:
            wanted = list(ids[page * PAGE : (page + 1) * PAGE])
            self._pages[page] = {key: self._as_said(row) for key, row in self._fetch(wanted).items()}
            while len(self._pages) > KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(page)
        return self._pages[page].get(ids[index])

    def say(self, ids: Iterable[int], **values: bool) -> None:
        """Show articles as the person made them (read, bookmarked), until `settle`."""
        said = set(ids)
        for article_id in said:
            self._said.setdefault(article_id, {}).update(values)
        for page in self._pages.values():
            for key, row in page.items():
                if row.id in said or (row.story and not said.isdisjoint(row.story.article_ids)):
                    page[key] = self._as_said(row)

    def said_read(self, article_id: int) -> bool | None:
        """Return what the person just made of an article's read mark, None where nothing."""
        return self._said.get(article_id, {}).get("read")

    def settle(self, ids: Sequence[int]) -> None:
        """Believe the library again about these rows: what was said is written, or failed."""
        for article_id in ids:
            self._said.pop(article_id, None)
        self.forget()

    def shown(self) -> list[ArticleRow]:
        """Return the rows at hand."""
        return [row for page in self._pages.values() for row in page.values()]

    def grow(self, length: int) -> None:
        """Read the page again where a list of so many ids ended: others follow in it now."""
        self._pages.pop(length // PAGE, None)

    def forget(self) -> None:
        """Read every page again when it is next drawn."""
        self._pages.clear()

    def _as_said(self, row: ArticleRow) -> ArticleRow:
        if not self._said:
            return row
        values = dict(self._said.get(row.id, {}))
        if row.folded and row.story:
            values["read"] = all(self._is_read(row.story, each) for each in row.story.article_ids)
        return msgspec.structs.replace(row, **values) if values else row

    def _is_read(self, story: RowStory, article_id: int) -> bool:
        return self._said.get(article_id, {}).get("read", article_id not in story.unread_ids)
