"""Patterns that are compiled when they are first used.

The stories know so many that to compile them all takes as long as everything else in a small refresh.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar, cast

from reader.needles import needles
from reader.phrasing import by_letter

Found = TypeVar("Found")
Match = re.Match[str]


class Late:
    """Looks like the pattern that `re.compile` returns; raises what that raises, at the first use."""

    def __init__(self, pattern: str, flags: int, *, rare: bool = False) -> None:
        self.source, self.is_rare = (pattern, flags), rare

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        pattern, flags = self.source
        compiled = re.compile(by_letter(pattern, flags), flags)
        for each in dir(compiled):
            if not each.startswith("_"):
                setattr(self, each, getattr(compiled, each))
        if self.is_rare and (needed := needles(pattern, flags)):
            self.search: Callable[..., Match | None] = _only_beside(needed, compiled.search, lambda: None)
            self.findall: Callable[..., list[Any]] = _only_beside(needed, compiled.findall, list)
            self.finditer: Callable[..., Iterator[Match]] = _only_beside(needed, compiled.finditer, _none)
        return vars(self)[name] if name in vars(self) else getattr(compiled, name)


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern to be compiled when it is first used."""
    return cast("re.Pattern[str]", Late(pattern, flags))


def rare(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The same for a pattern that few texts have: searched, or found, only where its needles are."""
    return cast("re.Pattern[str]", Late(pattern, flags, rare=True))


def _only_beside(
    needed: Iterable[str], find: Callable[..., Found], nothing: Callable[[], Found]
) -> Callable[..., Found]:
    some = tuple(needed)

    def look(text: str, *span: int) -> Found:
        for needle in some:
            if needle in text:
                return find(text, *span)
        return nothing()

    return look


def _none() -> Iterator[Match]:
    return iter(())
