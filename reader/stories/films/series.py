"""The series that a headline tells of: no films, but one is never the news of another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reader.patterns import late, rare
from reader.stories.films.channel_headlines import title_shown
from reader.stories.films.context import CAPITAL
from reader.stories.language.spans import quoted, titled
from reader.stories.language.terms import fold
from reader.stories.language.tokens import key_of
from reader.stories.language.word_lists import SMALL, listed

_COUNT = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_SERIAL = rare(
    r"\bseasons?\b|\bseries\b|\bminiseries\b|\bepisodes?\b|\brenew(?:s|ed|al)\b|\bcancel(?:s|l?ed|lation)\b|"
    r"\bpilot\b|\bsitcom\b|\bshowrunners?\b|\bspin-?offs?\b|\btv\b|\btelevision\b|\bfinale\b|\brecap\b|"
    r"\bdramedy\b|\bdocuseries\b|\banthology\b|\b(?:co-)?hosts?\b|\breturns? for\b"
)
"""Said, in small letters, where a headline tells of a series."""
_TITLE = rf"((?:The |A )?{CAPITAL}(?:(?: |: )(?:of|the|and|in|to|a|for|on|&|{CAPITAL})){{0,6}}?)"
_OF_SEASON = late(rf"^{_TITLE}(?:[’']s)?:? (?:[Ss]easons?|[Ss]eries) (?i:{_COUNT})\b")
"""A headline that begins with a series, printed bare, and which season of it."""
_BECOMES = late(
    rf"^{_TITLE}(?:[’']s)? (?:(?:Is|Was|Has Been|Officially) )*"
    r"(?:(?:[Rr]enewed|[Cc]ancel+ed) (?:[Ff]or|[Aa]t|[Bb]y|[Aa]fter|[Oo]n)\b|"
    r"Gets? .{0,20}\b(?:[Ss]eason|Premiere)|[Ff]inal [Ss]eason\b|[Ss]eries[ -][Ff]inale\b)"
)
"""A headline that begins with a series, printed bare, and what becomes of it."""
_RENEWS = late(
    rf"\b(?:[Rr]enews|[Cc]ancel+s|[Oo]rders|[Rr]evives) {_TITLE}"
    r"(?= (?:[Ff]or|[Aa]fter|[Tt]o|[Aa]head|[Bb]efore|[Ww]ith|[Ss]pinoff)\b|$)"
)
"""What becomes of a series, and its title behind that."""
_NO_TITLE = listed(
    """
    its their his her all two three why could will how what when who is calls says watch just wraps showrunner
    """
)
"""Words of a headline that says more before it comes to a season."""


def series_named(headline: str, places: Iterable[tuple[int, int]] = ()) -> list[str]:
    """Return the keys of the series that a headline tells of; `places`: where it prints known titles."""
    return list(dict.fromkeys(filter(None, map(key_of, _serials(headline, places)))))


def _serials(headline: str, places: Iterable[tuple[int, int]]) -> Iterator[str]:
    spoken_of = _SERIAL.search(headline.lower())
    if shown := title_shown(headline):
        yield shown
    elif spoken_of:
        yield from (span.text for span in quoted(headline))
        yield from _bare(headline)
    for start, end in places if spoken_of else ():
        yield headline[start:end]


def _bare(headline: str) -> Iterator[str]:
    """The series that a headline prints without quotes, told by what becomes of it."""
    for match in (_OF_SEASON.match(headline), _BECOMES.match(headline), _RENEWS.search(headline)):
        if match and titled(match[1]) and _may_be(fold(match[1]).split()):
            yield match[1]


def _may_be(words: Sequence[str]) -> bool:
    return _NO_TITLE.isdisjoint(words) and words[-1] not in SMALL
