"""Release dates as outlets state them: a claim each, with its film, place and what it moved from."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from reader.patterns import late
from reader.stories.dates.current_date import WHOLE, current, most_exact, opening_this_week
from reader.stories.dates.date_patterns import dated
from reader.stories.dates.datelines import sent_from_abroad
from reader.stories.dates.moves import stays
from reader.stories.dates.other_languages import stated_abroad
from reader.stories.dates.previous_dates import direction, moved
from reader.stories.dates.printed_dates import Printed
from reader.stories.dates.regions import elsewhere, everywhere, named, sold_for, told_of
from reader.stories.dates.regions import place as country_at
from reader.stories.dates.releases import NEVER, TRUSTED
from reader.stories.dates.stated import SENTENCE, UNMARKED, Marks, Stated, stated, together
from reader.stories.dates.which_film import film_of, first_in, of_another
from reader.stories.language.foreign import foreign
from reader.stories.language.spans import blank
from reader.stories.language.terms import TOLD, lowered
from reader.stories.language.tokens import word_set

_MONTH_FIRST = late(r"[A-Z]\w+\.? \d{1,2}\b")
"""A day as Americans print it: where others do, they took it from them."""
_HERE = late(r"\d here\b|\b(?:our|local) cinemas\b")
"""Said by an outlet that takes the day of its own country from Americans."""
_READERS = late(
    r"\b(?:Australians|Aussies|New Zealanders|Britons|Brits|Canadians)\b|"
    r"\b(?:Australian|British|UK|Irish|Canadian|local) (?:audiences|fans|viewers|filmgoers|moviegoers|"
    r"cinemagoers|cinemas)\b"
)
"""Whoever tells of its own readers by that name means their day, however it is printed."""
_CINEMAS = late(r"\b(?:reach(?:es)?|hits?|in|into|to|from) cinemas\b")
"""The cinemas that the press of a country means, though it names none."""
_SAME_DAY = late(r"\bsame (?:[\w-]+ )?(?:day|date|weekend)\b")
"""Said where a film comes out in the country of the readers when it does in another."""
_UNSURE = late(
    r"\b(?:expect\w*|guess\w*|likely|probably|presum\w*|assum\w*|hop(?:e|es|ed|ing)|may|might|should|would|"
    r"could|perhaps|maybe|imagine|bet|no word|not yet)\b"
)
_ALL_OVER = late(
    r"\b(?:on|to|via|hits?) (?:netflix|prime video|amazon prime|disney\+|apple tv\+?|hbo max|paramount\+)|"
    r"\bno (?:uk|irish|australian|british|local) (?:release )?date\b|\bour own (?:release )?date\b"
)
"""Said of a day that is one for all countries, or for another than that of the readers."""


class Claim(NamedTuple):
    """What one report says of a release date."""

    date: str
    region: str | None = None
    moved_from: str | None = None
    words: str = ""
    film: int = 0
    """Which film of its report it is of, where that is told."""


class Asked(NamedTuple):
    """What a claim is read from: a report, its kind of news, its readers and where it names films."""

    title: str
    lead: str
    published: int
    beat: str = ""
    home: str | None = None
    """The country a national outlet means when it names none."""
    local: str | None = None
    """Where its readers live."""
    marks: Marks = UNMARKED

    @property
    def text(self) -> str:
        """Headline and lead as one, without what titles say."""
        return blank(together(self.title, self.lead), self.marks.titles)


@lru_cache(TOLD)
def claim(
    title: str,
    lead: str,
    published: int,
    *,
    beat: str = "",
    home: str | None = None,
    local: str | None = None,
    marks: Marks = UNMARKED,
) -> Claim | None:
    """Return the release date a report states, at the precision printed.

    `home`: the country a national outlet means when it names none. `local`: where its readers live.
    `marks`: where it names films.
    """
    abroad = foreign(word_set(title) | word_set(lead))
    if beat in NEVER or not (abroad or dated(title) or dated(lead)):
        return None
    told = together(title, lead)
    text = blank(told, marks.titles)
    found = [
        one
        for one in (stated_abroad(text, published, beat) if abroad else stated(text, published, beat, local))
        if not (marks.others and of_another(marks, text, one.clause(), one.date.start))
    ]
    whose = {one: film_of(one, marks, text) for one in found} if len(marks.own) > 1 else {}
    first = first_in(title, marks)
    mine = [one for one in found if whose.get(one, first) in (first, 0)] if first else found
    best = current(mine, text, local, home, marks) or current(found, text, local, home, marks)
    if not abroad:
        best = opening_this_week(best, text, published, beat, local, marks)
    if best is None:
        return None
    local = _readers(best, text, home, local)
    film = whose.get(best, 0)
    found = [one for one in found if whose.get(one, film) in (film, 0)] if film else found
    meant = _region(best, title, text, home, local)
    best, region = most_exact(best, found, text, local)
    way = direction(title, told)
    iso, old = moved(best, found, told, published, way, trusted=beat in TRUSTED)
    old = None if stays(title) else old
    region = region or meant
    if region and local and region != local and _same_day(text, local):
        region = local
    return Claim(iso, region, old, told[best.place :][: len(best.sentence)].strip(), film)


def stating(ask: Asked, date: Printed, film: int) -> Claim:
    """What a report claims where a date that it prints is known to be one of release."""
    text = ask.text
    start, end = _sentence(text, date.start, date.end)
    one = Stated(date, False, text[start:end], start)
    region = _region(one, ask.title, text, ask.home, _readers(one, text, ask.home, ask.local))
    words = together(ask.title, ask.lead)[start:][: len(one.sentence)].strip()
    return Claim(date.iso, region, None, words, film)


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence of a part of a text begins and ends."""
    stop = SENTENCE.search(text, end)
    begins = max((match.end() for match in SENTENCE.finditer(text, 0, start)), default=0)
    return begins, stop.start() + 1 if stop else len(text)


def _readers(one: Stated, text: str, home: str | None, local: str | None) -> str | None:
    """The country of a report's readers, unless its date is taken over as Americans print it."""
    american = home != local and _MONTH_FIRST.match(text, one.date.start)
    taken_over = american and not (_HERE.search(one.sentence) or _READERS.search(text))
    return None if taken_over else local


def _same_day(text: str, local: str) -> bool:
    """Tell whether a film comes out in the country of the readers on the day told of another."""
    told = _SAME_DAY.search(text)
    if not told:
        return False
    start, end = _sentence(text, *told.span())
    if _UNSURE.search(lowered(text[start:end])):
        return False
    return country_at(text[start:end], told.start() - start, told.end() - start, local) == local


def _region(best: Stated, title: str, text: str, home: str | None, local: str | None) -> str | None:
    """The country a date holds for: the one stated, else what the outlet means by saying none."""
    if found := best.where(local):
        return found
    if elsewhere(best.sentence) or (elsewhere(title) and " there " in best.sentence):
        return None
    start = best.date.start - best.place
    if everywhere(best.sentence, start, start + best.date.end - best.date.start):
        return None
    day = best.date.precision == WHOLE
    sure = day or _CINEMAS.search(best.sentence)
    meant = home if (sure if home == local else day or not sent_from_abroad(text)) else None
    meant = meant or sold_for(text)
    theirs = not day or _ALL_OVER.search(lowered(text))
    ours = local and (told_of(text, local) or not theirs)
    return named(title) or meant or (local if ours and not home else None)
