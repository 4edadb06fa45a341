"""The limits of a fetch, as the settings say."""

from __future__ import annotations

from typing import Any

from reader import config
from reader.feeds.http import FetchSettings


def fetch_settings(settings: config.Config, **more: Any) -> FetchSettings:
    """Return the limits of a fetch as the settings say."""
    private = settings.allow_private or bool(more.pop("allow_private", False))
    return FetchSettings(allow_private=private, ca_file=settings.ca_file or None, **more)
