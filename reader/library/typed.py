"""Names as people type them: on one line, and of a length that a name may have."""

from __future__ import annotations

from reader.errors import UsageError
from reader.text.clean import one_line

LONGEST = 300
"""Characters of a name, a title, a tag."""


def fits(text: str, what: str) -> str:
    """Return a name as it is. `what` it is, for the sentence that refuses one too long; UsageError."""
    if (size := len(text.strip())) > LONGEST:
        raise UsageError(f"{what} has at most {LONGEST} characters, and this one {size}: shorten it.")
    return text


def named(text: str, what: str) -> str:
    """Return a name on one line; one too long is refused, as `fits` does."""
    return one_line(fits(text, what))


def cut(text: str) -> str:
    """Return a name out of somebody's list on one line, and no longer than a name may be."""
    return one_line(text, LONGEST)
