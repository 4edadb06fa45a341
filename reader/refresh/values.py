"""What came of adding an address."""

from __future__ import annotations

from msgspec import Struct

from reader.feeds.discover import FoundFeed
from reader.model import Feed


class Added(Struct, frozen=True):
    """The feed that is followed now, and how many articles it brought."""

    feed: Feed
    new: int = 0
    already: bool = False
    """It was followed before."""


class Several(Struct, frozen=True):
    """The page names more than one feed: the person chooses. Nothing was added."""

    candidates: tuple[FoundFeed, ...]
