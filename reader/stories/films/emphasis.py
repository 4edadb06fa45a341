"""What a report sets in italics or bold: titles, unless its house sets people so, too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.patterns import late
from reader.stories.dates.calendar import MONTHS
from reader.stories.language.spans import quoted, titled, trim
from reader.stories.language.terms import fold
from reader.stories.language.tokens import key_of
from reader.stories.language.word_lists import BODY_TAIL, ROLES, first_names
from reader.stories.report import Report

MOST_FOREIGN = 5
"""Words of a title of another language in small letters."""
LONGEST_NAME = 3
"""Words of somebody's name."""
_DATE = late(
    r"(?=.*\d)(?:\w+day,? )?(?:(?:the )?\d{1,2}(?:st|nd|rd|th)?(?: of)? )?"
    rf"(?:{'|'.join(MONTHS)})(?: \d{{1,2}}(?:st|nd|rd|th)?)?(?:,? \d{{4}})?",
    re.IGNORECASE,
)
_ACTS = late(
    r"(?:, (?:who|whose|the (?:film|movie|director|star)|\d\d)|,? (?:plays?|stars?|says?|said|told|tells|"
    r"joins?|joined|co-?stars?|made|makes|is (?:back|set|attached|in talks|returning|playing|directing)|"
    r"helms?|directs?|directed|wrote|writes|produces?|will|has been|is set|as (?:an?|the)|was born|died|"
    r"returns)\b)"
)
"""After a name: what nobody but a person does."""
_LINK = late(r"[’']s? (?:[a-z-]+ ){0,2}|, (?:and )?| and | & ")
"""Between a name and what is printed likewise behind it."""
_BARE = late(r"“[^”]*”|«[^»]*»|\"[^\"]*\"|‘[^’]*[’'](?![^\W_])|(?<![^\W_])'[^']*'(?![^\W_])")
"""What is in quotes: what is left of a headline is printed bare."""


def emphasised(report: Report) -> Iterator[str]:
    """What a lead sets in italics or bold, unless people are set so, too."""
    spans = [text for text in map(trim, report.emphases) if not _DATE.fullmatch(text)]
    people = any(_person(text, report) for text in spans)
    bare = _BARE.sub(" ", report.title) if spans and quoted(report.title) else ""
    for text in spans:
        if _person(text, report) or (people and _named(text)) or (bare and text in bare):
            continue  # where people are in bold, too; where a headline has another in quotes, and not this
        if titled(text) or (foreign(text) and (_twice(text, report) or _told(text, report))):
            yield text


def foreign(text: str) -> bool:
    """Tell whether a short phrase is written as titles of other languages are: its first word capital."""
    words = text.split()
    return 1 < len(words) <= MOST_FOREIGN and text[0].isupper() and text[-1].isalnum()


def _twice(text: str, report: Report) -> bool:
    """Tell whether a phrase set in italics is also a tag, or in quotes in the headline."""
    tags = map(key_of, report.categories)
    quoted_there = (f"{opened}{text}{closed}" in report.title for opened in "‘“\"'" for closed in "’”\"',")
    return key_of(text) in tags or (text in report.title and any(quoted_there))


_FILM = (
    r"(?:film|movie|drama|comedy|thriller|western|romance|musical|biopic|documentary|chiller|romcom|fable|"
    r"feature|debut|picture|adaptation|dramedy|satire|farce|melodrama|animation|satire|tragicomedy)"
)
_A_FILM = late(rf", (?:an?|the|his|her|their) (?:[\w’'-]+ ){{0,5}}?{_FILM}\b")
_OF_FILM = late(
    rf"\b{_FILM},? (?:(?:called|titled|entitled) )?$|\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir) "
    rf"[^.;:]{{0,60}}\b{_FILM}[^.;:]{{0,40}}, $"
)


def _told(text: str, report: Report) -> bool:
    """Tell whether a phrase set in italics is said to be a film, right before or behind it."""
    start = report.lead.find(text)
    end = start + len(text)
    return start > 0 and bool(_A_FILM.match(report.lead, end) or _OF_FILM.search(report.lead, 0, start))


def _person(text: str, report: Report) -> bool:
    """Tell whether words set in italics or bold are somebody's name: by what stands around them."""
    if not _named(text):
        return False
    start = report.lead.find(text)
    before = report.lead[max(0, start - 30) : start].rstrip().rpartition(" ")[2].rpartition("/")[2]
    if start < 0:
        return False
    end = start + len(text)
    if fold(before.strip(",")) in ROLES or _ACTS.match(report.lead, end):
        return True
    return any(_beside(report.lead, end, other) for other in report.emphases)


def _beside(lead: str, end: int, other: str) -> bool:
    """Tell whether another span in bold stands behind a name: what its bearer made, or one more name."""
    link = _LINK.match(lead, end)
    if link is None or not lead.startswith(other, link.end()):
        return False
    return "s" in link[0] or link[0][0] in "’'" or _named(other)


def _named(text: str) -> bool:
    """Tell whether a phrase is written as a name: a given name, and one or two words behind it."""
    words = text.split()
    return (
        2 <= len(words) <= LONGEST_NAME
        and fold(words[0]) in first_names()
        and fold(words[-1]) not in BODY_TAIL
        and words[-1][0].isupper()
    )
