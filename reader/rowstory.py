"""What a row of a list says beyond its article: the story it is of, and why it is kept from the eye."""

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
