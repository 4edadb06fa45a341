"""Text as it is compared with what a person types."""

from __future__ import annotations

import unicodedata


def fold(text: str) -> str:
    """Return text without case and accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c))
