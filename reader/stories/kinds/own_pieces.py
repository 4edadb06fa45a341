"""Pieces of their own: an essay, a close reading, a guide, a list are no reports of the news beside them."""

from __future__ import annotations

from functools import lru_cache

from reader.patterns import rare
from reader.stories.language.terms import TOLD
from reader.stories.language.tokens import key_of

SECTIONS = frozenset(
    " ".join(
        [
            "essays|essay|video",
            "essays|close",
            "readings|close",
            "reading|analysis|opinion|opinions|comment|commentary|",
            "columns|column|long",
            "reads|long",
            "read|longreads|deep",
            "dives|explainers|explainer|explained|recaps|recap|",
            "lists|list|listicles|rankings|ranking|podcast|podcasts|guides|guide|quiz|quizzes|retrospectives|rewatch|diaries|appreciations",
        ]
    ).split("|")
)
"""Sections whose pieces stand by themselves."""
TALKS = frozenset(
    {
        "rumours",
        "rumors",
        "rumour",
        "rumor",
        "gossip",
        "interviews",
        "interview",
        "q and a",
        "profiles",
        "profile",
        "features",
        "feature",
    }
)
"""Sections whose pieces mostly do; some bring what others report, too."""

_KINDS = (
    r"guide|field guide|tally|diary|history|oral history|primer|appreciation|conversation|defen[cs]e|"
    r"love letter|rewatch|ranking|timeline|quiz|explainer|essay|study|elegy|reckoning"
)
_FORMS = rare(
    r"^(?:guest |critic[’']s |reader[’']s )?(?:column|opinion|op-ed|comment|commentary|essay|"
    r"editorial|viewpoint|letter)s? ?[:|]|\b(?:jury|critics[’']?) grid\b|"
    r"^(?:podcast|how (?:do|does|did) (?:you|one|i|we|it) |"
    r"notes on|in (?:defen[cs]e|praise) of|the case (?:for|against)|revisiting|rewatching|"
    r"anatomy of|portrait of|(?:one|two|three|five|ten|\d+) years? on|(?:the )?\d+ (?:best|worst|"
    r"greatest)|(?:\d+|five|seven|ten) "
    r"(?:things|reasons|times|ways|films|movies|facts|questions)|every \w+ (?:film|movie|performance))\b|"
    # No film and no news before the colon, after it one thing in a film: a close look.
    r"^(?:[^:_\s]+ ){2,}[^:_\s]+: the [\w’'-]+ (?:in|behind|under|of) (?:the |that |_)|"
    rf"[:–—-] (?:an?|the|our|my) (?:\w+ )?(?:{_KINDS})\b|: (?:watching|reading|listening) |"
    r"\b(?:explained|ranked(?! (?:no\b|number|#|first|top|among|as|by))|recap|podcast|easter eggs|"
    r"(?:things )?you (?:may have |might have )?missed|"
    r"everything (?:you|we)|what we know|need to know|a conversation (?:about|with))\b"
)
_ANGLES = rare(
    r"^(?:why|how|what|inside|behind|looking back|meet|thoughts on|in search of|the (?:art|secret|making|"
    r"meaning|trouble|problem|sound|look|language|geometry|politics) (?:of|with|behind)|from worst to best|"
    r"who(?:[’']s| is| are))\b|"
    r"^[“«\"‘'][^”\"]{15,}[”»\"’']: |: (?:on|why|how|what) |"
    r"\b(?:(?:and|or|on) the (?:trouble|problem|art|question|\w+ness) (?:with|of)|in (?:\d+|three|four|five|"
    r"six|seven|eight|nine|ten|twelve) (?:frames|scenes|shots|pictures|images|charts|objects|words)|"
    r"(?:one|two|three|five|ten|\d+) years? (?:on|later)|then and now|we need to talk about)\b"
)


@lru_cache(TOLD)
def own_piece(title: str, categories: tuple[str, ...] = ()) -> int:
    """Tell how surely a report is a piece of its own rather than one of several that bring news: 0 to 2."""
    head, sections = title.lower(), set(map(key_of, categories))
    if _FORMS.search(head) or not SECTIONS.isdisjoint(sections):
        return 2
    return int(bool(_ANGLES.search(head)) or not TALKS.isdisjoint(sections))
