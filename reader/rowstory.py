"""What a row of a list says beyond its article: its story, why it was found, why it is kept from the eye."""

from __future__ import annotations

from msgspec import Struct


class RowStory(Struct, frozen=True, kw_only=True):
    """What a row says of its story. `head`: whose headline stands for it; `title`: the person's own."""

    id: int
    head: int
    title: str | None
    outlets: int
    article_ids: tuple[int, ...]
    unread_ids: tuple[int, ...]


class Guarded(Struct, frozen=True):
    """Why an article is kept from the eye: the followed film it would give away, and what it is."""

    film: str
    beat: str
    spoiler: bool = False

    def said(self) -> str:
        """Say what the article is about, and not what it tells."""
        what = "spoilers" if self.spoiler and self.beat != "review" else self.beat
        return f"{self.film}: {'hidden' if what == 'other' else what.replace('-', ' ')}"


Marks = tuple[tuple[int, int], ...]
"""Where in a text the words are that were searched for: characters from, and up to."""


class Reason(Struct, frozen=True):
    """Why a search found an article: its words in the headline, and in a passage of its text.

    `first`: which of the marks in the passage it is shown for.
    """

    title: Marks = ()
    passage: str = ""
    marks: Marks = ()
    first: int = 0
