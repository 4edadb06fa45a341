"""What studios' channels and forums show, and how they call it: Harrow Lane | Official Trailer."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.patterns import late, rare
from reader.stories.language.spans import quoted, titled
from reader.stories.language.terms import AT_HAND, fold
from reader.stories.language.word_lists import listed

_SHOWN = (
    r"(?:trailers?|teasers?|clips?|featurettes?|first look|sneak peeks?|(?:tv|super bowl) spots?|promos?|"
    r"posters?|date announcement|announcement|behind the scenes|opening scene|bloopers|sizzle|scene)"
)
_KINDS = (
    r"(?:the |a |an |new |official |exclusive |final |first |second |full |main |extended |international |"
    r"global |uk |us |japanese |red[- ]band |green[- ]band |imax |teaser |theatrical |re-release |4k |hd |"
    r"restored |anniversary |comic-con |super bowl |big game |character |season \w+ |series \w+ |video |"
    r"in-theat(?:er|re)s?-?\w* )*"
)
_MARKED = late(
    rf"^(?i:{_KINDS}{_SHOWN}(?: (?:#?\d+|hd|4k|\(\d{{4}}\)|[\[(](?:hd|4k)[\])]|teaser|trailer|breakdown))*"
    r"(?:$|:? [“‘\"'])|official (?:video|audio|music video|lyric video)$)"
)
"""A part of a headline that says what is shown of the title before it."""
_AT_END = late(
    r"^([^“”‘\"|]{2,60}?)(?: \((?:19|20)\d\d\))? (?:New |Final |First |Extended |Red[- ]Band |Full )?"
    r"Official (?:[A-Z][\w-]* ){0,2}?(?:Trailer|Teaser|Clip|Featurette|Promo|TV Spot|Poster)s?(?: #?\d)?"
    r"(?= [|–—-]| \(|$)"
)
"""A title with what is shown of it right behind: Harrow Lane Official Trailer."""
_AMONG = rare(
    r"[Tt]railer|TRAILER|[Tt]easer|TEASER|[Cc]lip|[Ff]eaturette|[Ff]irst [Ll]ook|[Pp]romo|[Ss]pot|[Pp]eek|"
    r"[Pp]oster|[Aa]nnouncement|[Oo]pening|[Ss]cene|Official"
)
_PARTS = late(r"\s+(?:\||[–—-]|//|•|::)\s+")
_TAIL = late(r"[:,]?\s*(?:\((?:19|20)\d\d\)|\[[^\]]*\]|(?i:season \w+(?: (?:part|volume) \w+)?))$")
_OF_STUDIO = late(
    r"^(?:[A-Z][\w.]* ){0,2}(?:Studios|Pictures|Animation|Entertainment|Disney|Pixar|Marvel)[’']s? "
)
_SERIAL = late(
    r"\b(?:seasons?|series|s\d{1,2}(?:e\d+)?|episodes?|ep\.?) ?(?:\d+|one|two|three|four|five|six|seven|"
    r"eight|finale|premiere)\b|\b(?:limited|mini-?|new|original|anime|docu-?) ?series\b|\bmidseason\b",
    re.I,
)
_DOES = listed(
    """
    drops unveils releases shares debuts reveals gets lands launches watch new exclusive official trailer
    teaser video breaking first final see in for of to with
    """
)
"""What a headline begins or ends with that says more than a title before it comes to a trailer."""


@lru_cache(AT_HAND)
def title_shown(headline: str) -> str:
    """Return the title that a channel's headline shows something of, of a film or a series, or nothing."""
    if not _AMONG.search(headline):
        return ""
    first, *others = _PARTS.split(headline)
    at_end = _AT_END.match(headline)
    return _title(first) if any(map(_MARKED.match, others)) else _title(at_end[1]) if at_end else ""


def film_shown(headline: str) -> str:
    """Return the same of a film; empty where it is a series."""
    title = title_shown(headline)  # first: of few headlines anything is shown
    return "" if title and _SERIAL.search(headline) else title


def _title(words: str) -> str:
    """A title without its season and year, and whose it is; empty where words say more, or are quoted."""
    title = _OF_STUDIO.sub("", _TAIL.sub("", words.strip()))
    ends = [fold(word.strip(":")) for word in title.split()[:: max(1, len(title.split()) - 1)]]
    return title if titled(title) and _DOES.isdisjoint(ends) and not quoted(title) else ""
