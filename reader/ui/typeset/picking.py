"""Lines of an article picked to be quoted, and what is kept of them."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import Article
from reader.ui.drawing import date
from reader.ui.typeset.flow import copied
from reader.ui.typeset.lines import Line


class Picked:
    """A cursor over lines with words, and the line where the quote begins once that is said."""

    def __init__(self, lines: Sequence[Line] = (), top: int = 0) -> None:
        self._lines = lines
        self._first: int | None = None
        self.cursor = self._near(max(top, next((y for y, line in enumerate(lines) if line.leaf >= 0), 0)), 1)

    @property
    def begun(self) -> bool:
        """Whether the first line has been said."""
        return self._first is not None

    def begin(self) -> None:
        """Begin the quote here, or anew."""
        self._first = None if self.begun else self.cursor

    def move(self, by: int) -> None:
        """Move the cursor by lines, past those without words."""
        last = max(0, len(self._lines) - 1)
        self.cursor = self._near(min(max(self.cursor + by, 0), last), 1 if by > 0 else -1)

    def _near(self, y: int, step: int) -> int:
        """Return the nearest line with words, first in the direction of a move."""
        ahead, behind = range(y, len(self._lines)), range(min(y, len(self._lines) - 1), -1, -1)
        ways = (ahead, behind) if step > 0 else (behind, ahead)
        return next((at for way in ways for at in way if self._lines[at].text.strip()), -1)

    @property
    def lines(self) -> range:
        """The lines picked, none where there are no words."""
        if self.cursor < 0:
            return range(0)
        first = self.cursor if self._first is None else self._first
        return range(min(first, self.cursor), max(first, self.cursor) + 1)

    @property
    def place(self) -> int:
        """How many letters of the text stand before the lines picked."""
        from reader.ui.typeset.quoted import letters

        return letters(self._lines)[self.lines.start]

    def text(self) -> str:
        """Return the words picked, wrapped lines joined."""
        if not self.lines:
            return ""
        end = self.lines[-1]
        return copied(self._lines, (self.lines[0], 0), (end, len(self._lines[end].text)))


def quote(text: str, article: Article) -> str:
    """Return words as a quotation with its source: title, outlet, date and address."""
    quoted = "\n".join(f"> {line}".rstrip() for line in text.split("\n"))
    moment = article.first_seen if article.published is None else article.published
    source = ", ".join(filter(None, (article.title, article.feed_title, date(moment))))
    return "\n".join(filter(None, (quoted, "", f"— {source}", article.url))).replace("\n—", "\n\n—")
