"""The values that pass between the library and a refresh."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from reader.incoming import Hints
from reader.model import FeedStatus, FullText

FULL_TEXT: dict[FullText | None, int | None] = {"never": 0, "always": 1, "auto": 2, None: None}
"""What is chosen for a feed, as its row holds it."""
CHOSEN: dict[object, FullText | None] = {number: name for name, number in FULL_TEXT.items()}
"""And the other way round."""


LAST = 1 << 62
"""As many as there are."""


def as_json(value: object) -> str:
    """Return ids and the like as a query takes many of them: for `json_each`."""
    return msgspec.json.encode(value).decode()


def storable(text: str) -> str:
    """Return text as it can be stored: a command line may hold halves of characters."""
    return text.encode("utf-8", "replace").decode()


class FeedState(Struct, frozen=True, kw_only=True):
    """What a refresh must know of a feed before asking for it.

    `etag` and `last_modified` are as the server sent them. `held_until` is set while the feed's host
    has asked to be left alone (Retry-After), however urgent the refresh. `private`: the person said that its
    address may be on this computer or the local network. `believed_at`: when it last sent its articles, or
    said for how long there are none. `moved_to` is where it says, for good, that it is, since `moved_since`
    (None: the person would not have it); `former_url` is where it was before it was followed there.
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
    hints: Hints = Hints()
    believed_at: int | None = None
    moved_to: str | None = None
    moved_since: int | None = None
    former_url: str | None = None


class Answer(Struct, frozen=True, kw_only=True):
    """What a server's good answer says for next time.

    `url` is set where the feed is followed to a new address; `former_url` is then the old one, if it is to
    be kept. `hints` and `notice` of None leave what is known; a notice of "" takes it away.
    """

    next_due: int
    interval_minutes: int = 60
    etag: str | None = None
    last_modified: str | None = None
    url: str | None = None
    former_url: str | None = None
    moved_to: str | None = None
    moved_since: int | None = None
    hints: Hints | None = None
    believed: bool = True
    notice: str | None = None


class Incomplete(Exception):
    """It takes all entries of a feed to tell which is which; nothing was saved."""


class Saved(Struct, frozen=True):
    """How many articles a save brought, how many it changed in place, and how many of the new are unread."""

    new: int = 0
    changed: int = 0
    unread: int = 0


class Host(Struct, frozen=True, kw_only=True):
    """A host that asked to be left alone: until when, and how many times in a row."""

    name: str
    not_before: int
    strikes: int = 0
