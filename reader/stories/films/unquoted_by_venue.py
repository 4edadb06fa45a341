"""Titles that running text prints bare, told by where the film is seen: in a chart, on a disc, at home."""

from __future__ import annotations

from collections.abc import Iterator

from reader.patterns import late, rare
from reader.stories.films.context import CAPITAL
from reader.stories.language.terms import fold
from reader.stories.language.tokens import word_set
from reader.stories.language.word_lists import (
    BODY_TAIL,
    COUNTRIES,
    NO_NAME,
    SECTION_NAMES,
    first_names,
    listed,
)

_SMALL = r" (?:of (?:the|an?)|of|the|and|in|to|a|for|on|with)"
_WORDS = rf"(?:(?:The|A|An) )?{CAPITAL}(?:(?:{_SMALL})? (?:{CAPITAL}|\d\b))*"
_TITLE = rf"{_WORDS}(?:: {_WORDS})?"
_DISC = r"(?:4K(?: UHD| Ultra HD)?|UHD|Blu-[Rr]ay|DVD|VHS|LaserDisc|[Dd]igital|VOD|PVOD|SteelBook|[Dd]isc)\b"
_SERVICE = (
    r"(?:Netflix|(?:HBO )?Max|HBO|Hulu|Peacock|Paramount ?(?:\+|Plus)|(?:Amazon )?Prime(?: Video)?|"
    r"Apple TV\+?|"
    r"Disney ?(?:\+|Plus)|Sky Cinema|NOW|MUBI|Mubi|Shudder|Stan|Binge|BritBox|Crave|Starz|"
    r"Showtime|Tubi|Kanopy|"
    r"(?:BBC )?iPlayer|Film4|Channel 4|the Criterion Channel|Criterion Channel|BFI Player|Curzon Home Cinema|"
    r"Hotstar|JioHotstar|Zee5|SonyLIV|Foxtel|Arrow Player|streaming|demand)(?![\w-])"
)
_COMES = (
    r"(?:(?:will|is|are|has|finally|now|also|soon|already|set|due|to|be|been|coming|comes?|arriv(?:es?|ing)|"
    r"lands?|landing|land(?:ed)?|hits?|hitting|joins?|drops?|debuts?|streams?|streaming|heads?|headed|heading|goes|"
    r"going|available|out|released|yours|here|home) ){1,7}"
)
_COMES_HOME = late(
    rf"(?:^|[.!?;] |[’']s (?:[a-z-]+ )?)({_TITLE}) {_COMES}(?:(?:to|on|for|in|via|from) )?"
    rf"(?:(?:stream|rent|buy|own|watch|download) )?(?:(?:or|and|to|on|for|via|in) (?:(?:stream|rent|"
    rf"buy|own) )?)?"
    rf"(?:{_DISC}|{_SERVICE})"
)
"""A sentence that begins with a title, or with whose it is, and tells where it is to be seen at home."""
_PUTS = late(
    rf"\b(?:puts?|put(?:ting)?|brings?|bringing|releas(?:es?|ing)|issu(?:es?|ing)|sends?|lands?) "
    rf"({_TITLE}) (?:out )?(?:on|to|onto) (?:{_DISC}|{_SERVICE})"
)
"""Who brings a film out, the film, and on what."""
_SEEN_AT_HOME = rare(rf"{_DISC}|{_SERVICE}")
_ON_DISC = rare(r"4K|UHD|Blu-[Rr]ay|DVD|SteelBook|VOD")
_OF_FILM = listed(
    """
    film films movie movies cinema cinemas theater theaters theatre theatres theatrical director rental oscar
    oscars multiplex blockbuster
    """
)
_SUMS = late(r"[$£€]\d[\d.,]* ?(?:m|M|K|k|million)\b")
_IN_CHART = late(
    r"(?:^|[.;,] |\b(?:then|and|also|ahead of|behind|by|over|past) )(?:(?:Then|Also|And|Next|Plus|Behind) )?"
    rf"({_TITLE}) "
    rf"(?:\((?:[a-z][\w ]{{0,12}}, )?[$£€]\d|(?:with |at )?[$£€]\d)"
)
"""A line of a chart: a title and its sum."""
_LABEL = late(
    r"^(?:New|Also|Opening|Openers?|Newcomers?|Holdovers?|Limited|Specialty|Indies?|Plus|And)(?: \w+)?: "
)
"""Before the titles of a part of a chart."""
_MANY = 3
"""So many sums make a chart."""
_NO_FILM = listed(
    """
    domestic overseas international internationally worldwide global globally imax previews thursday friday
    saturday sunday monday total totals cume estimates weekend opening budget also then and newcomer newcomers
    holdover holdovers opener openers fellow with after since plus meanwhile elsewhere rounding
    down last uk us
    """
)


def at_home(text: str) -> Iterator[str]:
    """The film that a text tells to come out on a disc or a service; a series is not told so of by itself."""
    told = _SEEN_AT_HOME.search(text)
    of_film = told and (_ON_DISC.search(text) or not _OF_FILM.isdisjoint(word_set(text)))
    for match in _COMES_HOME.finditer(text) if of_film else ():
        if _may_be(match[1]):
            yield match[1]
    for match in _PUTS.finditer(text) if of_film else ():
        if _may_be(match[1], amid=True):
            yield match[1]


def in_chart(lead: str) -> Iterator[str]:
    """The films of a chart in running text: each with its sum behind it."""
    for match in _IN_CHART.finditer(lead) if len(_SUMS.findall(lead)) >= _MANY else ():
        title = _LABEL.sub("", match[1])
        if _may_be(title) and fold(title.split()[0]) not in _NO_FILM:
            yield title


def _may_be(words: str, *, amid: bool = False) -> bool:
    """Tell whether capitalised words may be a title: no place, no body, nobody’s name, no section.

    `amid`: they stand amid a sentence, where one small word has no capital by itself.
    """
    keys = [fold(word) for word in words.split()]
    if keys[-1] in BODY_TAIL or keys[-1] in COUNTRIES or " ".join(keys) in SECTION_NAMES:
        return False
    named = len(keys) in (2, 3) and keys[0] in first_names()
    return not named and (amid or len(keys) > 1 or keys[0] not in NO_NAME)
