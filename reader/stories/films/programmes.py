"""Reports of all that a festival shows or a label brings out, and of one film of a festival."""

from __future__ import annotations

from collections.abc import Iterable

from reader.patterns import late, rare
from reader.stories.films.mentions import Mention
from reader.stories.report import OPENING

_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|"
    r"autumn|fall|winter)(?: 20\d\d)?"
)
_OF_A_MONTH = late(
    rf"\b(?:announc|reveal|unveil|set|detail)\w* (?:(?:its|their|the|full) )*{_MONTH}\b(?! \d)|"
    rf"\b{_MONTH} (?:\w+ )?(?:slate|titles|line-?up|releases|additions|discs|batch|offerings)\b"
)
_DISCS = rare(r"\b(?:blu-?rays?|4k|uhd|dvds?|discs?|steelbooks?|box sets?|criterion)\b")
"""In a headline, and anywhere: what a label of discs brings out in a month."""
_MANY_OF_FESTIVAL = 2
"""A report that names more films is of what a festival shows, and of none of them."""
_LINE_UP = late(
    r"\b(?:line-?ups?|slates?|programmes?|programs?|selections?|competition titles|galas|"
    r"sélection|programmation|"
    r"compétition|selección|selezione|concorso|seleção|wettbewerb|auswahl)\b"
)
"""Headlines of programmes."""
_PREMIERES = late(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen) "
    r"(?:[\w-]+ )?(?:premieres|debuts)\b"
)
"""Headlines that count what a programme has."""
_ONE = (
    r"\b(?:film|movie|drama|comedy|thriller|horror|documentary|doc|feature|debut|epic|musical|western|"
    r"romance|"
    r"biopic|sequel|prequel|remake|animation|cartoon|fable|satire|mystery|adaptation|romcom|rom-com|noir|"
    r"chiller|"
    r"heist|tragicomedy|dramedy|short)\b(?!-| festival| fest\b| programme| program| line| selection|"
    r" competition)"
)
"""One film, described."""
_SINGLED_OUT = late(
    r"\b(?:to open|opens|will open|to close|opening(?: night)? film|en ouverture|ouvrira|aprirà|abrirá|"
    r"eröffnet)\b|"
    rf"{_ONE} [^.;]{{0,40}}?\bto (?:have|make|get|receive) (?:its|a|an) (?:\w+ )?(?:premiere|debut|bow|"
    rf"screening)\b|"
    rf"{_ONE} [^.;]{{0,40}}?\b(?:to (?:premiere|compete|bow|debut|screen|vie)|will (?:premiere|compete|bow|"
    rf"screen)|"
    r"premieres|competes|bows|(?:picked|chosen|selected|tapped|invited|bound|headed|heads|heading|"
    r"headlines) |"
    r"(?:gets?|lands?|wins?|earns?|nabs?|bags?|secures?|takes?) (?:an? |its )?(?:\w+ ){0,2}(?:premiere|"
    r"slot|spot|"
    r"berth|place|gala|invitation|invite))|"
    r"\b(?:among|one of) (?:the )?(?:\w+ )?(?:films|titles|movies|features|contenders)\b"
)
"""Headlines of a festival that tell of one film and do not name it: the lead does."""
_MOVED_IN = late(
    r"\b(?:pull(?:s|ed)|dropp?(?:s|ed)|withdraw\w*|removed|add(?:s|ed)|joins?|yanked|replaces)\b"
)
"""Headlines on one film of a programme, and not on all of it."""
_COMPETITION = late(
    r"\bto compete\b|\bcompet(?:e|ing) (?:at|in|for)\b|\bin the running\b|\b(?:in|for|the|cannes|venice|"
    r"berlin\w*|main) (?:competition|contest)\b|\bvie for\b"
)
"""Headlines of those who compete, where they name no film."""


def singled_out(headline: str) -> bool:
    """Tell whether a headline of a festival is of one film, which it may not name."""
    whole = _LINE_UP.search(headline) or _PREMIERES.search(headline)
    return bool(_SINGLED_OUT.search(headline)) and not whole


def is_programme(headline: str, lead: str, mentions: Iterable[Mention], *, headed: bool) -> bool:
    """Tell whether a report is of all that a festival shows. `headed`: its headline names a film."""
    told = list(mentions)
    one = len({m.key for m in told if m.where == "title"}) < _MANY_OF_FESTIVAL
    if (one and singled_out(headline)) or (headed and _MOVED_IN.search(headline)):
        return False
    several = len({m.key for m in told}) > _MANY_OF_FESTIVAL
    if several or _LINE_UP.search(headline):
        return True
    return not headed and bool(_COMPETITION.search(headline) or _LINE_UP.search(lead[:OPENING].lower()))


def is_disc_slate(headline: str, lead: str) -> bool:
    """Tell whether a report is of the discs that a label brings out in a month: it is about them all."""
    return bool(_DISCS.search(f"{headline} {lead.lower()}") and _OF_A_MONTH.search(headline))
