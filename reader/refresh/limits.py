"""The limits of a fetch, as the settings say."""

from __future__ import annotations

import resource
import sys
from typing import Any

from msgspec.structs import replace

from reader import config
from reader.feeds.http import FetchSettings

RESERVED, EACH = 64, 2
"""Files for all but the network, and for each request under way: a connection, and one that idles."""


def fetch_settings(settings: config.Config, **more: Any) -> FetchSettings:
    """Return the limits of a fetch as the settings say."""
    private = settings.allow_private or bool(more.pop("allow_private", False))
    found = FetchSettings(allow_private=private, ca_file=settings.ca_file or None, **more)
    return replace(found, in_flight=min(found.in_flight, _room()))


def _room() -> int:
    """Return how many requests may be under way with the files this process may have."""
    most, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return sys.maxsize if most == resource.RLIM_INFINITY else max(1, (most - RESERVED) // EACH)
