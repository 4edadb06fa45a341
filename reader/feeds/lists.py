"""Lists of subscriptions, whichever reader wrote them."""

from __future__ import annotations

from reader.feeds import newsboat, opml
from reader.feeds.opml import OpmlImport


def read(data: bytes) -> OpmlImport:
    """Return the feeds of an OPML file or a newsboat `urls` file. Raises ParseError."""
    return newsboat.read(data) if newsboat.looks_like(data) else opml.read(data)
