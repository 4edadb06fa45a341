"""One row for each story: of its reports in a list the first keeps the row, the rest are folded into it.

Newest first that is its latest report: what is new of a story lifts it to the top. Oldest first it is the
earliest, since who catches up wants the news before what came of it; and so the row of a story is known when
its first report is read, in either order, and nothing further down can take it away.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from reader.model import Key


class Folding:
    """What one list has folded so far, page after page from its top. Nothing is dropped but the row."""

    def __init__(
        self, stories_of: Callable[[Iterable[int]], dict[int, int]], within: Collection[int] = ()
    ) -> None:
        self._stories_of = stories_of
        self.within = within
        """The feeds the list is of, where it is not of all."""
        self._story: dict[int, int] = {}
        self._rows: dict[int, Key] = {}

    def fold(self, keys: Sequence[Key]) -> list[Key]:
        """Return the keys that keep a row."""
        self._story |= self._stories_of(key.id for key in keys)
        return [key for key in keys if self._keeps(key)]

    def _keeps(self, key: Key) -> bool:
        story = self._story.get(key.id)
        return story is None or self._rows.setdefault(story, key) == key

    def stands(self, article_id: int) -> bool:
        """Tell whether an article's row stands for a story of several reports."""
        row = self.row_of(article_id)
        return row is not None and row.id == article_id

    def row_of(self, article_id: int) -> Key | None:
        """Return the place of the row an article is folded into, None where it has its own or none."""
        story = self._story.get(article_id)
        return None if story is None else self._rows.get(story)

    def is_stale(self, ids: Sequence[int]) -> bool:
        """Tell whether these articles, all of them folded before, now belong together otherwise."""
        now = self._stories_of(ids)
        return any(now.get(each) != self._story.get(each) for each in ids)
