"""The map of the parts: which of them does the actions whose names begin so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.parts.density import Look
from reader.ui.parts.moving import Move
from reader.ui.parts.part import Part
from reader.ui.parts.quoting import Quote

if TYPE_CHECKING:
    from reader.ui.screens.main import MainScreen


def by_action(screen: MainScreen) -> dict[str, Part]:
    """Return the part by the first half of an action's id; the other half is its method."""
    return {
        "move": Move(screen),
        "pane": screen.panes,
        "look": Look(screen),
        "section": screen.section,
        "sidebar": screen.section,
        "read": screen.read,
        "article": screen.article,
        "link": screen.link,
        "mark": screen.mark,
        "bookmarks": screen.bookmarks,
        "story": screen.story,
        "following": screen.following,
        "guard": screen.guard,
        "list": screen.searching,
        "refresh": screen.refreshing,
        "page": screen.pages,
        "feed": screen.outlets,
        "app": screen.window,
        "rows": screen.selecting,
        "quote": Quote(screen),
    }
