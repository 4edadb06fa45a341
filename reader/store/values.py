"""The values that pass between the library and a refresh."""

from __future__ import annotations

from msgspec import Struct

from reader.model import FeedStatus


def storable(text: str) -> str:
    """Return text as it can be stored: a command line may hold halves of characters."""
    return text.encode("utf-8", "replace").decode()


class FeedState(Struct, frozen=True, kw_only=True):
    """What a refresh must know of a feed before asking for it.

    `etag` and `last_modified` are as the server sent them. `held_until` is set while the feed's host
    has asked to be left alone (Retry-After), however urgent the refresh. `private`: the person said that its
    address may be on this computer or the local network.
    """

    feed_id: int
    url: str
    title: str
    site_url: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    status: FeedStatus = "never"
    error: str | None = None
    failures: int = 0
    interval_minutes: int = 60
    next_due: int | None = None
    last_fetched: int | None = None
    last_success: int | None = None
    held_until: int | None = None
    private: bool = False


class Answer(Struct, frozen=True, kw_only=True):
    """What a server's good answer says for next time. `url` is set where the feed moved for good."""

    next_due: int
    interval_minutes: int = 60
    etag: str | None = None
    last_modified: str | None = None
    url: str | None = None


class Saved(Struct, frozen=True):
    """How many articles a save brought, and how many it changed in place."""

    new: int = 0
    changed: int = 0


class Host(Struct, frozen=True, kw_only=True):
    """A host that asked to be left alone: until when, and how many times in a row."""

    name: str
    not_before: int
    strikes: int = 0
