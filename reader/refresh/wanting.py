"""Which full texts a refresh fetches by itself. Looked at in every refresh, so it imports next to nothing."""

from __future__ import annotations

from reader.library import Library
from reader.model import PageState
from reader.text.teaser import LONG, is_teaser

RECENT = 3 * 86400
MOST = 200
"""Pages a refresh asks for by itself."""
DAY = 86_400
REST = {
    "paywall": 30 * DAY, "gone": 30 * DAY, "not-a-page": 30 * DAY, "no-more": 7 * DAY, "unreadable": 7 * DAY,
    "script-only": 7 * DAY, "consent": 7 * DAY, "empty": 7 * DAY, "refused": DAY, "private": DAY,
}  # fmt: skip
"""Seconds after which a page is asked for again, by what was wrong with it. What passes by itself (a
timeout, no network) is asked for the next time."""
SOON = 3600
"""The same where it is a refresh that asks, which nobody waits for."""


def wanted(library: Library, mode: str) -> list[PageState]:
    """Return the pages a refresh fetches by itself: of bookmarks, and as the feed or the settings say."""
    most = LONG if mode != "always" else 1 << 40
    since = int(library.clock()) - RECENT
    states = library.pages_not_asked(
        since=since, limit=10 * MOST, fewer_words=most, every_feed=mode != "never", rest=REST, soon=SOON
    )
    return [state for state in states if _is_wanted(state, mode)][:MOST]


def _is_wanted(state: PageState, mode: str) -> bool:
    chosen = state.full_text or mode
    if (state.bookmarked or state.followed) and chosen == "never":
        chosen = "auto"
    return chosen == "always" or (chosen == "auto" and is_teaser(state.document))


def may_ask_again(state: PageState, now: float) -> bool:
    """Tell whether a page that gave no text lately is worth another request, which the person asked for."""
    return state.fetched_at is None or now - state.fetched_at >= REST.get(state.problem or "", 0)
