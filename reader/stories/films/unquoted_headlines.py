"""Titles that a headline begins with and prints as any other words: Saltmarsh review; Kestrel 4 dated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from reader.patterns import late, rare
from reader.stories.films.unquoted import WORDS, may_be_title
from reader.stories.language.spans import title_case
from reader.stories.language.terms import AT_HAND, fold
from reader.stories.language.tokens import key_of, tokens, word_set
from reader.stories.language.word_lists import listed

_OF_FILMS = frozenset(
    {"film", "films", "movie", "movies", "sequel", "prequel", "threequel", "cinemas", "theaters", "trailer"}
)
_NUMBERED = late(
    rf"^(?:The )?({WORDS}) ([2-9]|II|III|IV|V|VI)(?=[:,]|[’']s | [–—-] | (?:[Rr]eview|[Tt]railer|[Tt]easer|"
    rf"[Cc]ast|[Ss]tars?|"
    r"[Dd]irector|[Rr]elease|[Ss]et|[Gg]ets?|[Ii]s|[Cc]onfirmed|[Aa]nnounced|[Dd]elayed|[Dd]ated|[Ww]raps|"
    r"[Ww]ill|[Tt]o|[Mm]ay|[Mm]ight|[Cc]ould|"
    r"[Hh]as|[Ff]ilm|[Mm]ovie|[Pp]oster|[Ee]nding|[Ii]n|[Bb]egins?|[Ss]tarts?|[Oo]pens?|[Bb]ox)\b)"
)
"""A title with a sequel's number at the head of a headline."""
_LOOKED_AT = late(
    rf"^({WORDS})(?:[’']s)? (?:[Rr]eview(?= [–—-]|:| [a-z]|$)|(?:[Tt]railer|[Tt]easer)(?=:| [–—-]| [a-z])|"
    r"(?:[Ee]nding|[Tt]wist|[Pp]ost-[Cc]redits [Ss]cenes?),? [Ee]xplained\b)|"
    rf"^((?:The )?(?:\d+ )?{WORDS})(?<! On)(?<! To)(?<!nto) "
    r"(?:(?:[A-Z]\w+ ){1,3}(?:[Oo]n|(?:[Oo]n|[Ii]n)?[Tt]o) )?(?:4K|UHD|Blu-[Rr]ay)\b|"
    rf"^((?:The )?{WORDS}) \((?:(?:19|20)\d\d(?! ?[–-] ?(?:19|20))|U|PG|12A?|15|18|R)\b[^)]{{0,16}}\)|"
    rf"^({WORDS}(?: (?:x|v|vs\.?) {WORDS})?(?:: {WORDS})?) [Rr]ecap(?=:| [–—-]|$)|"
    rf"^[Rr](?:eview|EVIEW): ({WORDS})(?= [–—-]|:| [a-z]|$)|^({WORDS}): [Ee]verything (?:[Tt]o|[Yy]ou|"
    rf"[Ww]e)\b"
)
"""A title at the head of a headline, with what is always said of films."""
_LOOKS = rare(
    r" \([12UPR]|4K|UHD|Blu-[Rr]ay|[Rr](?:eview|EVIEW)|[Tt]railer|[Tt]easer|xplained|verything|[Rr]ecap"
)
_EPISODES = late(r"\b(?:episodes?|seasons?|series|finale|premiere|week|weekend|live|games?|match)\b", re.I)
"""In a headline: what is recapped is no film."""
_NO_FILMS = listed(
    """
    album book books tv television theatre theater game games gig concert live restaurant stage opera
    ballet dance
    exhibition art music podcast car phone tech hotel food wine first final new full official exclusive
    latest second
    debut international teaser red-band bowl
    """
)
"""What is reviewed and no film, or which trailer it is."""
_OWNS = frozenset({"its", "their", "his", "her", "a", "an", "the", "on", "to", "for", "in", "gets", "sets"})
"""What no title ends with, and a headline goes on with: Kiln Locks Its 4K Date."""
_DOES = frozenset(
    {"just", "dropped", "drops", "director", "gets", "unveils", "releases", "reveals", "arrives", "is", "are"}
    | {"getting", "coming", "comes", "hits", "heads", "returns", "lands"}
)
"""Words of a headline that tells of a film before it comes to its trailer."""
_COUNTED = listed(
    """
    season episode part chapter volume vol day week phase top channel group formula series playstation xbox
    switch
    iphone windows level round act no number page book stage grade zone studio studios theater theatre
    screen class
    trailer teaser year ep area apollo world war platform terminal route highway article section version type
    model size
    """
)
"""What is counted and is no film."""
_ASKED = listed(
    """
    we you i why what when where how who is are was will does did can should says say here finally know
    knows every on
    everything all watch see if
    """
)
"""Words of a headline that says more than a title."""
_ON_A_FILM = late(
    r"(?:^|[a-z:–—,] )(?:[Oo]n|of|in|behind|about|(?:[Rr]e)?[Ww]atching|[Rr]evisiting) "
    rf"((?:The|An?) {WORDS})(?=$|[?!.,:]| [a-z–—])"
)
"""What an essay is on, in a headline that has few capitals."""
_ESSAYS = listed("essay essays film films movies features retrospectives") | {
    "close reading",
    "close readings",
}
_SHOTS = listed(
    "film films filmed movie camera shot shots scene scenes reel frame screen cinema director cuts"
)
"""Words of essays on films: one of them is in the lead."""


@lru_cache(AT_HAND)
def looked_at(headline: str) -> tuple[str, ...]:
    """The film that a headline begins with, reviewed, trailed or explained: Saltmarsh review – a flood."""
    return tuple(_looked_at(headline))


def _looked_at(headline: str) -> Iterator[str]:
    match = _LOOKED_AT.match(headline) if _LOOKS.search(headline) else None
    if match and not ("ecap" in headline and _EPISODES.search(headline)):
        title = next(filter(None, match.groups()))
        last = fold(title.split()[-1])
        if (
            last not in _NO_FILMS
            and last not in _OWNS
            and _DOES.isdisjoint(map(fold, title.split()[1:]))
            and may_be_title(title, given=True)
        ):
            yield title


def essayed(headline: str, lead: str, categories: Iterable[str]) -> Iterator[str]:
    """The film that an essay is on, by the capital article that it begins with amid a headline.

    It is filed under essays or films, and tells of shots and scenes.
    """
    if title_case(headline) or _ESSAYS.isdisjoint(map(key_of, categories)):
        return
    match = _ON_A_FILM.search(headline)
    if match and may_be_title(match[1]) and not _SHOTS.isdisjoint(word_set(lead)):
        yield match[1]


def numbered(headline: str, lead: str, categories: Iterable[str] = ()) -> Iterator[str]:
    """The sequel that a headline begins with, where lead or section tells of films: Kestrel 4 dated."""
    match = _NUMBERED.match(headline)
    sections = map(fold, categories)
    if match and not _OF_FILMS.isdisjoint([*tokens(lead).keys, *sections]):
        words = match[1].split()
        if _COUNTED.isdisjoint((fold(words[0]), fold(words[-1]))) and _ASKED.isdisjoint(map(fold, words)):
            yield f"{match[1]} {match[2]}"
