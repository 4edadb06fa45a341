"""Ends that somebody saw before others may: told as hearsay, they are told all the same."""

from __future__ import annotations

import re

from reader.patterns import late
from reader.stories.kinds.rumours import rumour

_ENDS = ("final ", "last ", "closing ")
_END_SEEN = late(
    r"\b(?:storyboards?|(?:script|call) (?:pages?|sheets?)|screenplay|draft|leak\w*|saw|seen|read|glimpsed?|"
    r"watched)\b[^.]{0,60}\b(?:final|last|closing) (?:scene|shot|moments?|pages?|minutes|reel|"
    r"act)\b[^.]{0,40}"
    r",? (?:in|where|when|and|with) [^.]{4,}"
)
"""What somebody saw of an end, and what happens in it."""
_END_GOT = late(
    r"\b(?:got|have|know|here[’']s|read|saw|seen|told|leak\w*|spill\w*|reveal\w*)\b.{0,60}\b(?:(?:last|"
    r"final|closing) "
    r"(?:shots?|scenes?|lines?|moments?|pages?)|ending|twist)\b|\b(?:full|entire|whole|complete) plot\b"
)
"""A headline that boasts of an end."""


def leaked_ending(title: str, lead: str) -> re.Match[str] | None:
    """The words of a piece of hearsay that tell how a film ends; None where nothing does."""
    text, boasts = lead.lower(), _END_GOT.search(title.lower())
    if not boasts and not any(end in text for end in _ENDS):
        return None
    found = boasts or _END_SEEN.search(text)
    return found if found and rumour(title, lead) else None
