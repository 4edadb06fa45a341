"""Patterns that are compiled when they are first used.

The stories know so many that to compile them all takes as long as everything else in a small refresh.
"""

from __future__ import annotations

import re
from typing import Any, cast

from reader.phrasing import by_letter


class Late:
    """Looks like the pattern that `re.compile` returns; raises what that raises, at the first use."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        pattern, flags = self._source
        compiled = re.compile(by_letter(pattern, flags), flags)
        for each in dir(compiled):
            if not each.startswith("_"):
                setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern to be compiled when it is first used."""
    return cast("re.Pattern[str]", Late(pattern, flags))
