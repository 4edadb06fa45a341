"""Tags that are titles: Heat 2, Dune (2021); which only a film can be, and by which key."""

from __future__ import annotations

import re

from reader.patterns import late
from reader.stories.language.spans import titled
from reader.stories.language.tokens import key_of

RECENT = 4
"""So many years ago a film is still one of these days."""
SECONDS = 31_556_952
"""In a year."""
_OF_YEAR = late(r"(\S.{0,60}) \(((?:19|20)\d\d)\)")


def is_title_tag(category: str) -> bool:
    """Tell whether a tag can only be a film: a sequel number or a subtitle gives it away."""
    of_year = with_year(category) is not None
    return (
        of_year or bool(re.search(r"[^\W_] (?:\d{1,2}|II|III|IV)$|: |\w [–—] An? [A-Z]", category))
    ) and titled(category)


def tag_key(category: str, published: int) -> str:
    """The key of a tag; one with the year of a film of these days is that of its title alone."""
    match = with_year(category)
    recent = match is not None and published and int(match[2]) >= 1970 + published // SECONDS - RECENT
    return key_of(match[1] if match and recent else category)


def with_year(category: str) -> re.Match[str] | None:
    """A tag that is a film and its year: (1) the title, (2) the year."""
    return _OF_YEAR.fullmatch(category) if category.endswith(")") else None
