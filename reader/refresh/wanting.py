"""Which full texts a refresh fetches by itself. Looked at in every refresh, so it imports next to nothing."""

from __future__ import annotations

from reader.library import Library
from reader.model import PageState
from reader.text.teaser import LONG, is_teaser

RECENT = 3 * 86400
MOST = 200
"""Pages a refresh asks for by itself."""


def wanted(library: Library, mode: str) -> list[PageState]:
    """Return the pages a refresh fetches by itself: of bookmarks, and as the feed or the settings say."""
    most = LONG if mode != "always" else 1 << 40
    since = int(library.clock()) - RECENT
    states = library.pages_not_asked(
        since=since, limit=10 * MOST, fewer_words=most, every_feed=mode != "never"
    )
    return [state for state in states if _is_wanted(state, mode)][:MOST]


def _is_wanted(state: PageState, mode: str) -> bool:
    chosen = mode if state.full_text is None else "always" if state.full_text else "never"
    if state.bookmarked and chosen == "never":
        chosen = "auto"
    return chosen == "always" or (chosen == "auto" and is_teaser(state.document))
