"""Where each article of a list stands: keys, day groups and lines, for 100,000 rows in two arrays."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from reader.config import Order
from reader.model import Key


def rank(key: Key, order: Order) -> tuple[int, int]:
    """Return what the keys of a list in such an order are sorted by."""
    return (key.sort, key.id) if order == "oldest" else (-key.sort, -key.id)


class Places:
    """The keys of one list, newest or oldest first, cut into groups by day."""

    def __init__(self, group: Callable[[int], str], order: Order = "newest") -> None:
        self._group = group
        self.order: Order = order
        self.ids = array("q")
        self._sorts = array("q")
        self.labels: list[str] = []
        """The headings, and in `starts` the index of the first row under each."""
        self.starts: list[int] = []

    def __len__(self) -> int:
        return len(self.ids)

    def extend(self, keys: Sequence[Key]) -> None:
        """Append the keys that follow. A heading is asked for once per group, not once per row."""
        start = len(self.ids)
        self.ids.extend(key.id for key in keys)
        self._sorts.extend(key.sort for key in keys)
        self._head(start)

    def regroup(self) -> None:
        """Put every row under a heading anew: what is of today is of yesterday once the day is over."""
        self.labels, self.starts = [], []
        self._head(0)

    def _head(self, start: int) -> None:
        while start < len(self.ids):
            label = self._group(self._sorts[start])
            if not self.labels or self.labels[-1] != label:
                self.labels.append(label)
                self.starts.append(start)
            start = bisect_left(
                range(len(self.ids)), True, start + 1, key=lambda i: self._group(self._sorts[i]) != label
            )

    def key(self, index: int) -> Key:
        """Return the key of a row."""
        return Key(self._sorts[index], self.ids[index])

    def find(self, key: Key) -> int | None:
        """Return the row of a key, None where it is not in this list."""
        index = self.nearest(key)
        return index if index < len(self) and self.ids[index] == key.id else None

    def nearest(self, key: Key) -> int:
        """Return the row of a key, or of the first one after it."""
        return bisect_left(
            range(len(self)), rank(key, self.order), key=lambda i: rank(self.key(i), self.order)
        )

    def beyond(self, key: Key) -> int:
        """Return the first row after a key, whether that is in this list or not."""
        return self.nearest(key) + (self.find(key) is not None)

    def along(self, *, down: bool) -> Order:
        """Return in which order the rows go on, down or back up."""
        return "newest" if down == (self.order == "newest") else "oldest"

    # ------------------------------------------------------------ lines

    def height(self, row: int) -> int:
        """Return how many lines rows of that height take, with headings and the blanks between groups."""
        return len(self) * row + 2 * len(self.starts) - 1 if self.starts else 0

    def line(self, index: int, row: int) -> int:
        """Return the first line of a row."""
        return index * row + 2 * bisect_right(self.starts, index) - 1

    def at(self, line: int, row: int) -> tuple[int, int] | str | None:
        """Return (row, line within it), or the heading, or None for a blank line."""
        group = bisect_right(self.starts, line, key=lambda start: self.line(start, row) - 1) - 1
        if group < 0:
            return None
        within = line - self.line(self.starts[group], row)
        if within < 0:
            return self.labels[group]
        index = self.starts[group] + within // row
        end = self.starts[group + 1] if group + 1 < len(self.starts) else len(self)
        return (index, within % row) if index < end else None
