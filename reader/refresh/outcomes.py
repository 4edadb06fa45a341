"""What became of feeds and pages that were asked for."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class PageOutcome(Struct, frozen=True, kw_only=True):
    """What became of one page: kept, or not and why."""

    article_id: int
    url: str
    problem: str | None = None
    error: str | None = None
    words: int = 0
    stored: int = 0
    """Bytes that keeping it takes."""
    seconds: float = 0.0


OutcomeStatus = Literal["updated", "unchanged", "failed", "skipped"]


class Outcome(Struct, frozen=True, kw_only=True):
    """What became of one feed in a refresh."""

    feed_id: int
    url: str
    status: OutcomeStatus
    new: int = 0
    unread: int = 0
    """How many of the new are: of a first fetch most are read as they come."""
    changed: int = 0
    seconds: float = 0.0
    error: str | None = None
    left_out: int = 0
    """How many of the feed's entries were too many to keep."""
    kind: str | None = None
    """What kind of FetchError it was, where it was one: "resolve" and "connect" may mean no network."""
