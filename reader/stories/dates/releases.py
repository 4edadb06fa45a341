"""Which dates of a report are of a film's release: by the words of the clause they stand in."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.patterns import late
from reader.stories.dates.calendar import MONTHS
from reader.stories.dates.date_match import ends_year
from reader.stories.dates.given_up import missed
from reader.stories.dates.other_events import NOT_RELEASE, is_of_other_event
from reader.stories.dates.printed_dates import Printed, yearless
from reader.stories.dates.regions import CUT
from reader.stories.dates.release_words import MOVED, RELEASE
from reader.stories.dates.whole_sentences import is_all_said, tells_what_then
from reader.stories.dates.words_after import away, far_off, of_other, of_weekend, says_so, so_called
from reader.stories.dates.words_before import does_so, lasts_until, of_occasion, of_something_else

_TO = late(r"\b(?:un|in)?t(?:o|il) (?:\w+day,? )?$")
_MAYBE = late(
    r"\b(?:maybe|perhaps|possibly|probably|likely|namely|say|or)\W{1,2}$|\b(?:slot|date|window)[:,] $"
)
_LABELLED = late(
    r"\b(?:street |release |opening )?(?:date|day|release|opens|out|arrives|slot|berth|bow|launch|window|"
    r"target|plan|goal|aim): $|"
    r"\b(?:a (?:long )?(?:way|while) (?:off|away)|a long wait|years (?:away|off))\b[^.;:]{0,20}[:—–] ?$|"
    r"\b(?:target|plan|goal|date|aim|hope)(?: (?!was|had)[\w’'-]+){0,3} (?:is|remains|becomes|[’']s)(?: now|"
    r" still)?"
    r" (?:(?:in|for) )?(?:the )?$"
)
_APPOSED = late(
    r", (?:the|an?|his|her|its|their) "
    r"(?:(?!\b(?:is|are|was|were|will|has|have|had|begins?|starts?|shoots?|opens?|films)\b)[^,;:]){3,90}"
    r"(?<!day), (?=(?:next |this )?$)"
)
"""Between what is said of a film and a date: who or what it is, which tells nothing of the date."""
_RELATED = late(
    r"[,’] ?(?:which|who|whose|where|starring|featuring|directed by|written by|based on|about|produced by) "
    r"[^,;:]{3,120}(?:, [^,;:]{3,60})?, (?=(?:sometime |early |late |later )?(?:in|on|for|next|this) "
    r"(?:the |early |late )?$)"
)
"""Between what becomes of a film and when: what it is besides, which tells nothing of the date."""
_PLACED = late(r", (?:county |co\.? )?[a-zà-ÿ’-]+(?: [a-zà-ÿ]+)?, (?=(?:in|on) $)")
"""Between a place and a date: where it lies."""
_ONCE = late(
    r", (?:once|originally|initially|previously|first|long|already|currently) [^,;:]{3,70}, "
    r"(?=(?:has|have|is|are|was|were|will)\b)"
)
"""Between what a sentence is of and what is said of it: what was so once."""
_BIRTHDAY = late(
    r"(?:^| )(?:for|to mark|marking|to celebrate|celebrating|in honou?r of|on the occasion of) (?:its|the|"
    r"their|"
    r"[\w’']+) "
    r"(?:film[’']s |movie[’']s )?(?:\d+(?:st|nd|rd|th)|[a-z-]+(?:th|first|second|third)) (?:anniversary|"
    r"birthday)"
)
"""What a film comes back for, which tells nothing of the date."""
_KEPT = late(
    r"\b(?:through|keeps? (?:[\w’'-]+ ){1,4}(?:until|till)|runs? (?:until|till)|"
    r"(?<!right )(?<!just )(?<!shortly )(?<!immediately )(?<!straight )before(?: the)?|"
    r"before (?:the )?end of)\s+$"
)
"""Before a date: something lasts until then."""
_COUNTED = late(
    r"\b(?:days|weeks|months|years|sleeps|time|long|a (?:day|week|fortnight|month|year))"
    r"(?: (?:to go|left|still|yet|remaining|now|away))* (?:before|until|till|to)(?: the)? $"
)
"""Before a date: so long it is until then, which is told of the day that all wait for."""
_NO = late(r"(?:\b(?:not|never|nobody|cannot)|n[’']t)\b[^;]*\bbefore (?:the )?$")
"""Before the end of a year: a film is not to be had in it."""
_NOT_BEFORE = late(
    r"\b(?:not|never|nobody|cannot|\w+n[’']t) (?:\w+ ){0,2}?(?:reach|arrive|open|hit|come|land|get|"
    r"see|bow|"
    r"appear|turn up|surface|happen|be (?:in|on|out|seen|released|shown|available|here|ready|"
    r"with us))\b.*\bbefore (?:the )?$"
)
"""Before a date: a film comes no sooner."""
_PARTED = late("[;:]")
_ANOTHER = late(
    r"\b(?:the (?:first|original)(?! (?:half|part|chapter|volume|instal))(?: one| film| movie)?|"
    r"its predecessor|part one) (?:[\w’']+ ){0,3}?"
    r"(?:open\w*|arriv\w*|lands?|hits?|bow\w*|comes?|is out|reach\w*|releas\w*)\b"
)
_HAD_BEFORE = late(r",? \((?:was|from|previously|formerly|originally|moved from)\b", re.I)
"""After the date of a calendar: what it takes the place of."""
_SPAN = late(r"\s*(?:[–—-]|to|through|until)\s*(?:[a-z]+\.? )?\d{1,2}(?: [a-z]+)?(?:,? \d{4})?\)", re.I)
_LASTS = late(r"\s+through (?:[a-z]+\.? )?\d{1,2}\b")
"""After the first day of what goes on until another."""
_UP_TO = late(r"\s*(?:[–—-]|to|until)\s*(?:[A-Z][a-z]+\.? )?\d{1,2}\b")
"""The same of a festival."""
_RUNS = late(
    r"\bfrom $|\b(?:plays?|opens?|returns?|back|runs?|shown|screens?|screening)\b[^;]{0,60}\b"
    r"(?:theat(?:er|re)s|cinemas|screens|sites|locations|nationwide)\b[^.;]{0,30}$"
)
"""Before such a day: a film is in cinemas from it."""
_SPANNED = late(r"\((?:[a-z]+\.? )?\d{1,2}(?: [a-z]+)?\s*(?:[–—-]|to|through|until)\s*$")
"""Around the first and the last day of a festival, in brackets."""
_SAME = late(r"\bthe (?:very )?same $")
"""Before a month that something else was in, too."""
_BY_YEAR = late(
    r"\b(?:to|at|until|till|in|for|by|into|during|coming|arriving|opening|out|half of|sometime|late|early|"
    r"mid|staked out|stakes out|"
    r"circled|circles|eyeing|eyes|targets|targeting)[\s-]+$"
)
_OF_YEAR = late(r"[’']s (?:most|biggest|best|hottest|buzziest)")
_SAID_OF = late(r"(?:(?:this|that|another|an?|the|one) )(?:[\w’'-]+ ){0,2}")
_KIND = late(
    r" (?:[\w-]+ ){0,3}?(?:movie|film|sequel|threequel|prequel|reboot|remake|blockbuster|epic|spin-?off|"
    r"finale|"
    r"adventure|comedy|thriller)\b"
)
"""Around the year of what a headline begins with and does not name: This Massive 2027 Sequel."""
_OF_SEASON = late(r"\b(?:movie|film|picture|comedy|thriller|hit|blockbuster|horror|romance|romp) of the $")
"""Before a season of which a critic thinks that a film is this or that."""
_OF_MANY = late(r"\b(?:two|three|four|five|six|some|many|most|several|all) of $")
_ONE_OF = late(
    r"\bone of the (?:(?:most|biggest|hottest|buzziest) )(?:[\w’-]+ ){0,5}?(?:movies|films|sequels|pictures|"
    r"releases|"
    r"blockbusters|tentpoles|comedies|dramas|thrillers|reboots|threequels|prequels|adaptations) of $"
)
"""Around a year of which the film is one of the biggest."""
_ASIDE = late(r"(?:\(|(?<!day),) (?!to\b)")
_ON, _REPORTED = (
    late(r"(?:^|[.;:] |\b(?:because|that|and|but|when|after) )on (?:\w+day,? )?$"),
    late(
        r", (?:[\w’'.-]+ ){1,3}(?:reported|announced|revealed|confirmed|said|told|spoke|shared|posted|"
        r"published|tweeted|wrote)\b"
    ),
)
"""Around the day on which somebody said something: on June 4, the studio announced."""
_PAST = late(r"\b(?:over|during) the (?:past |last )?$")
"""Before a season in which something was done."""
_EVERYWHERE = late(r"[^.;]{0,20} (?:on|for|to) all platforms\b")
_WATCHED = late(
    r"\b(?:vod|digital\w*|rent\w*|buy|films?|movies?|documentar\w+|comedy|drama|thriller|theat\w+|cinemas?|"
    r"stream\w*)\b"
)
"""After a date: a game is had then; unless it is told before that it is a film, or that it is watched."""
_TAKEN = late(
    r"[^.;]{0,40}?\b(?:drew|took|earned|made|grossed|sold|pulled|collected|brought|banked|opened|debuted|"
    r"bowed|started|mustered|managed|scored|rang|landed|netted|added)\b[^.;]{0,25}[$£€]\d"
)
"""After a date in news of takings: what a film that opened then took."""
_MONTH, _WHOLE = 2, 3
"""`Printed.precision` of a month and of a whole day."""
_FAR, _NEAR, _AFTER = 110, 70, 60
"""Letters that are read: before a date in all, near before it, and after it."""
_FOR = late(r"\b(?:for|to)\s+$")
_SEE_YOU = late(r"\bsee you\b")
"""Before a date in news of what is held every year: that is when the next is."""
_SUM = late(r"[$£€]\d[\d.,]*")
"""In news of takings: what is targeted, reached and hit before one is a sum."""
TRUSTED = frozenset({"release-date"})
USUAL = frozenset({"trailer", "review", "announcement", "casting", "interview"})
"""News whose dates are of release unless something says otherwise."""
_MADE = frozenset({"announcement", "trailer"})
"""News of a film as a whole: a year in it is that in which it comes out."""
_YEARLY = frozenset({"awards", "festival"})
NEVER = frozenset({"list", "obituary"})
"""News that names dates, but claims none."""


class _Context(NamedTuple):
    """A date and the words around it, in lower case."""

    date: Printed
    words: str
    """The date as printed."""
    before: str
    """What its sentence says before it, without asides."""
    clause: str
    """The end of that, from where its clause begins."""
    after: str
    """The rest of its clause."""


def of_release(text: str, start: int, printed: Printed, end: int, beat: str) -> bool:
    """Tell whether a date is when a film comes out: by the words of its clause.

    `start`, `end`: where its sentence begins, and where that or the way to its next date ends.
    """
    here = _context(text, start, printed, end)
    if beat in USUAL | {"other"} and is_all_said(here.before, text, printed.end):
        return True
    if tells_what_then(here.before, text, printed.end) and not NOT_RELEASE.search(here.clause):
        return True
    if _is_no_date(here, text, beat) or _is_of_takings(here, text, beat):
        return False
    if _HAD_BEFORE.match(text, printed.end):
        return True
    if here.clause.endswith("(") and here.after.startswith(")") and printed.precision > 1:
        return True
    if _is_of_something_else(here, beat) or _is_span(here, text, beat) or _is_missed(here):
        return False
    if says_so(here.after) or _LABELLED.search(here.before):
        return True
    if _lasts(here, beat) or _is_of_other_event(here):
        return False
    if printed.precision == 0:
        return _is_year_of_release(here, beat, opens=start == 0)
    return _by_beat(printed, here.before, here.after, beat, sure=not yearless(text, printed))


def _context(text: str, start: int, printed: Printed, end: int) -> _Context:
    before = _ONCE.sub(" ", text[start : printed.start].lower())
    before = _PLACED.sub(" ", _BIRTHDAY.sub("", _APPOSED.sub(", ", _RELATED.sub(" ", before))))
    return _Context(
        printed,
        text[printed.start : printed.end].lower(),
        before,
        CUT.split(before[-_FAR:])[-1],
        CUT.split(text[printed.end : min(end, printed.end + _AFTER)].lower())[0],
    )


def _is_no_date(here: _Context, text: str, beat: str) -> bool:
    """Tell whether a month by itself is none of a release, or the same that another film has."""
    named = here.words in MONTHS and (so_called(text, here.date.end) or far_off(here.after))
    if here.date.bare and not (named or _MAYBE.search(here.before)):
        return True
    return here.date.precision == _MONTH and beat not in TRUSTED and bool(_SAME.search(here.before))


def _is_of_takings(here: _Context, text: str, beat: str) -> bool:
    """Tell whether a date is that on which a film took what it did; it took none until it opened."""
    return beat == "box-office" and bool(_TAKEN.match(text, here.date.end)) and not _TO.search(here.before)


def _is_of_something_else(here: _Context, beat: str) -> bool:
    """Tell whether the words before a date are of another film, of a report, of what has been."""
    if of_something_else(here.before[-_FAR:]) or (beat == "review" and _OF_SEASON.search(here.before)):
        return True
    reported = _ON.search(here.before) and _REPORTED.match(here.after)
    return bool(reported or (_PAST.search(here.before) and not RELEASE.search(here.clause)))


def _is_span(here: _Context, text: str, beat: str) -> bool:
    """Tell whether a date begins or ends a time for which something lasts."""
    if _LASTS.match(text[here.date.end :].lower()) and not _RUNS.search(here.before):
        return True
    if beat in _YEARLY and (here.words.isdecimal() or _UP_TO.match(text, here.date.end)):
        return True
    spanned = _SPANNED.search(here.before[-_NEAR:])
    return bool(spanned or (here.clause.endswith("(") and _SPAN.match(text, here.date.end)))


def _is_missed(here: _Context) -> bool:
    """Tell whether a film comes too late for a date, or a year is that of a festival or a prize."""
    return missed(here.before) or (here.date.precision == 0 and of_occasion(here.clause))


def _lasts(here: _Context, beat: str) -> bool:
    """Tell whether something lasts or is kept until a date."""
    if beat in USUAL and lasts_until(here.clause, here.before):
        return True
    year_ends = ends_year(here.words) or here.words == "the new year"
    if here.words.startswith("end of ") and _NO.search(here.clause):
        return True
    awaited = _NOT_BEFORE.search(here.clause) or _COUNTED.search(here.before)
    return bool(_KEPT.search(here.clause)) and not (awaited or year_ends)


def _is_of_other_event(here: _Context) -> bool:
    """Tell whether a date is one of another film, of a shoot, a prize, a book or a game."""
    if _ANOTHER.search(_PARTED.split(here.before)[-1]) or is_of_other_event(_ASIDE.split(here.clause)[-1]):
        return True
    if of_other(here.after) or NOT_RELEASE.match(here.after.strip().removeprefix("to ")):
        return True
    return bool(_EVERYWHERE.match(here.after)) and not _WATCHED.search(here.before)


def _is_year_of_release(here: _Context, beat: str, *, opens: bool) -> bool:
    """Tell whether no more than a year is when a film comes out; `opens`: it stands in the first sentence."""
    by_year = here.words == "next year" or ends_year(here.words) or _BY_YEAR.search(here.clause)
    one_of = _OF_YEAR.match(here.after) and not _OF_MANY.search(here.before)
    hinted = opens and _SAID_OF.fullmatch(here.before) and _KIND.match(here.after)
    told = by_year and (beat in TRUSTED | _MADE or RELEASE.search(here.clause))
    return beat != "box-office" and bool(told or one_of or hinted or _ONE_OF.search(here.before))


def _by_beat(printed: Printed, before: str, after: str, beat: str, *, sure: bool) -> bool:
    """Tell it of a date that no word speaks against: some news needs no word for it."""
    clause = CUT.split(before[-_FAR:])[-1]
    if beat == "box-office" and printed.precision < _WHOLE:
        return printed.precision == _MONTH and bool(RELEASE.search(_SUM.split(clause[-_NEAR:])[-1]))
    loose = printed.precision < _WHOLE
    if loose and (
        (beat == "announcement" and _FOR.search(clause)) or (beat == "trailer" and does_so(clause))
    ):
        return True
    if beat in TRUSTED or (beat in USUAL and (printed.precision == _WHOLE or sure)):
        return True
    if _COUNTED.search(before) or (_TO.search(before) and MOVED.search(before)):
        return True
    if beat == "box-office" and of_weekend(after):
        return bool(RELEASE.search(clause[-_NEAR:]))
    if beat in _YEARLY and _SEE_YOU.search(clause):
        return False
    return bool(RELEASE.search(clause[-_NEAR:]) or (RELEASE.search(after) and not away(after)))
