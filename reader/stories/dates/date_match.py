"""One date where a text prints it: what the pattern of its forms found there."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reader.patterns import late
from reader.stories.dates.calendar import month_of

_LINK = late(
    r",?\s*(?:to|and|or|until|through|instead of|rather than|not|from|[–—-])\s*(?:\w+day,?\s*)?(?:the\s+)?"
)
_TO = late(r",?\s*(?:to|until)\s*(?:\w+day,?\s*)?(?:the\s+)?")
_NAMED = late(r" [A-Z]|[’']s")
_NAME = late(r"(?:[A-Z][\w’'-]*|\b(?:[A-Z]|St|Mr|Mrs|Ms|Dr)\.)[, ]*$")
_SURNAME = late(r"(?<=Jan|une|ril|ust|May) (?:(?:de|van|der|den|von|di|da) )?[A-Z][a-zà-ÿ]+(?! Bros|\.\w)")
_ARTICLE = late(r"\b(?:[Aa]n?|[Tt]he|its|that|this|mid-?|early|late|their|old|new)[ -]$")
"""Around what may be a month or a name: June Lee, Ann June; but: the June film."""
YEARS = ("y1", "y2", "y4", "y5", "y10", "y13", "y15", "y16", "y18", "y19", "y20")
"""The parts that are a year in figures."""
RELATIVE = ("rel1", "rel2", "rel3", "rel5", "rel9", "rel13", "rel15", "rel16")
"""The parts that are a year by its distance: next year."""
_IN_FULL = frozenset((*YEARS, *RELATIVE))
_MONTHS = ("m1", "m2", "m8", "m9")
_PARTIAL = frozenset(("d1", "d2", "m8", "m9", "q6"))
_LEADS = ("lead", "in6", "in8", "on7", "on14")

Got = Mapping[str, str]
"""The parts of one match that are there, by name."""


class Match:
    """What the pattern found at one place: its parts, without those that are not there."""

    __slots__ = ("end", "got", "in_full", "start", "whole")

    def __init__(self, match: re.Match[str]) -> None:
        self.whole = match
        self.got: Got = {name: part for name, part in match.groupdict().items() if part}
        self.start, self.end = match.span()
        self.in_full = not _IN_FULL.isdisjoint(self.got)

    @property
    def begins(self) -> int:
        """Where the date begins, after the words that lead to it."""
        if "lead" in self.got:
            return self.whole.start("q6" if "q6" in self.got else "m8")
        article = len("the ") if "q" in self.got and self.whole[0].startswith("the ") else 0
        return self.start + article + sum(len(self.got.get(name, "")) for name in _LEADS)

    @property
    def is_dated(self) -> bool:
        """Whether it is a day of a year told from this one: 9 June next year."""
        return not {"rel1", "rel2"}.isdisjoint(self.got)

    @property
    def month(self) -> int:
        """The month it names, 0 if it names none."""
        return next((month_of(self.got[name]) for name in _MONTHS if name in self.got), 0)

    def is_verb(self, text: str) -> bool:
        """Tell whether what looks like a month is a verb amid a sentence: it may open, they march."""
        if "m9" in self.got and not self._alone(text):
            return True
        if "m8" in self.got and self._whose(text):
            return True
        name = next((name for name in ("m1", "m8") if self.got.get(name) in ("may", "march")), None)
        if name is None or self.in_full or "d1" in self.got:
            return False
        return text[self.whole.start(name)].islower() and not text[:80].islower()

    def _whose(self, text: str) -> bool:
        """Tell whether a month is a given name: by June Lee, from Jan de Vries."""
        told = self.got.get("lead") in ("by", "of", "from", "for") and not self.got.get("in8")
        return told and _SURNAME.match(text, self.end) is not None

    def _alone(self, text: str) -> bool:
        """Tell whether a month that no word leads to is one, not a name: a July film, not June Lee."""
        before, after = text[max(0, self.start - 20) : self.start], text[self.end : self.end + 3]
        if not text[self.start].isupper() or text[self.start : self.end].isupper() or _NAMED.match(after):
            return False
        if before.endswith("last "):
            return False
        return bool(_ARTICLE.search(before)) or (
            self.got["m9"] not in ("may", "march") and not _NAME.search(before)
        )

    def shared_year(self, after: Match) -> str | None:
        """The year that it has in common with the next: from May 7 to Oct. 15, 2027."""
        if self.in_full or _PARTIAL.isdisjoint(self.got):
            return None
        year = next((after.got[name] for name in ("y1", "y2", "y4") if name in after.got), None)
        linked = year and _LINK.fullmatch(self.whole.string, self.end, after.start)
        return str(full(year)) if linked and year else None

    def year_of(self, before: Match) -> str | None:
        """The year of the date that it takes the place of: from June 18, 2027 to July 23."""
        if self.in_full or _PARTIAL.isdisjoint(self.got):
            return None
        year = next((before.got[name] for name in ("y1", "y2", "y4") if name in before.got), None)
        linked = year and _TO.fullmatch(self.whole.string, before.end, self.start)
        return str(full(year)) if linked and year else None


def this_year(words: str) -> bool:
    """Tell whether words are of what is left of the year: later this year, by its end."""
    return words.startswith(("later ", "the end", "the year ", "the year’s", "the year's", "year")) and (
        words != "the year after"
    )


def ends_year(words: str) -> bool:
    """Tell whether words are of what is left of a year: the end of 2027, later this year."""
    return this_year(words) or words.startswith("end of ")


def full(year: str) -> int:
    """A year in figures, two of them or four."""
    figures = year.strip("'’")
    return int(figures) if len(figures) > 2 else 2000 + int(figures)
