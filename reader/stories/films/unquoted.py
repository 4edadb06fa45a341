"""Titles that running text prints as any other words, told by what stands beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from reader.patterns import late, rare
from reader.stories.films.context import CAPITAL, STARS
from reader.stories.films.unquoted_by_venue import at_home, in_chart
from reader.stories.films.unquoted_by_verb import told_bare
from reader.stories.language.spans import titled
from reader.stories.language.terms import AT_HAND, fold, lowered, stem, usual
from reader.stories.language.tokens import tokens
from reader.stories.language.word_lists import BODY_TAIL, COUNTRIES, NO_NAME, first_names, listed

_SMALL = r" (?:of (?:the|an?)|of|the|and|in|to|a|for|on)"
WORDS = rf"{CAPITAL}(?:(?:{_SMALL})? (?:{CAPITAL}|\d\b))*"
_IN = late(
    r"\b(?:(?:co-)?star(?:s|ring|red)? in|appear(?:s|ed|ing)? in|cast in|signed (?:up|on) (?:for|to)|"
    r"(?:lead|leads|leading) the cast of|(?:lead|leading|title|starring)(?: role| part)? in|role in|part in|"
    r"(?:screenings?|showings?|re-?releases?|reissues?|restorations?|revivals?) of|"
    r"(?:shooting|filming|production|photography|cameras roll|work) (?:on|of)|"
    r"(?:play|plays|playing|portrays?|portraying|cast as|stars? as) [^.;,“‘\"]{3,60}? in|"
    r"adaptation called|(?:to be|will be|provisionally|tentatively|simply) (?:called|titled|entitled|named)|"
    r"(?:film|movie|drama|thriller|comedy|feature|remake|sequel|prequel|adaptation|project|version|"
    r"follow-up|picture|"
    r"reboot|biopic|western|musical),? (?:called|titled|entitled|dubbed|now called|is called|now titled)) "
)
"""Before a title, in small letters."""
_LEADING = listed(
    """
    star stars starring starred appear appears appeared appearing cast signed role shooting filming
    called titled entitled lead leading title starring part production photography work play plays playing
    portray portrays portraying screening screenings showing showings release releases rerelease reissue
    restoration restorations revival
    """
)
"""One of them is said there."""
_TITLE = late(
    rf"({WORDS})(?=, (?:an?|the|which|based|directed|about|from|opposite|written|alongside|"
    r"with|co-starring|set|out|due|his|her|their|shoots|films|will|is|was|begins|starts|stars|follows|"
    r"has)\b|[.;]|"
    r" (?:opposite|for|with|alongside|begins?|began|starts?|started|will|is|was|has|wraps?|wrapped|"
    r"resumes?)\b)"
)
_FILM = (
    r"(?:film|movie|drama|comedy|thriller|western|romance|musical|biopic|documentary|horror|chiller|romcom|"
    r"fable|adventure|whodunn?it|two-hander|feature|adaptation|fantasy|debut|silent|classic|(?:co-)?production|"
    r"mockumentary|dramedy|tragicomedy|satire|farce|melodrama|weepie|tearjerker|actioner|anime|cartoon|animation|"
    r"yarn|caper|romp|"
    r"blockbuster|sequel|prequel|threequel|spin-off|remake|reboot|rom-com)"
)
_KIND = late(
    rf", (an?|the|his|her|their|(?:{CAPITAL}[ -]){{1,3}}{CAPITAL}[’']s) (?:[\w’'-]+ ){{0,6}}?{_FILM}"
    r"(?= (?:about|for|in|set|from|by|based|starring|directed|that|with|of|which|as|he|she|they|"
    r"whose)\b|[.,;])"
)
"""After a title: what kind of film it is, and whose."""
_OF_YEAR = late(rf"\b(?:19|20)\d\d (?:[\w-]+ ){{0,2}}?{_FILM} ((?:The )?{WORDS})")
"""Of which year and kind a film is, and its title: the 1996 comedy Lantern Hill."""
_THE_FILM = late(
    r"\b[Tt]he (?:[\w-]+ ){0,2}(?:film|movie|documentary|feature|picture|biopic|sequel|short|debut), "
    rf"((?:The |A )?{WORDS}), (?=(?:which|who|is|was|has|had|will|whose|"
    r"an?|directed|made|stars?|starring|follows|tells|opens|based|from|by)\b)"
)
"""What a lead has told of, and its title: The film, Lantern Hill, is about."""
_FILMS = listed("film movie documentary feature picture biopic sequel short debut")
_KINDS = listed(
    """
    drama comedy thriller romance biopic documentary chiller romcom rom whodunnit western musical spoof satire
    weepie sequel prequel shocker dramedy tearjerker actioner fable
    """
)
_PRIZES = listed(
    """
    oscar oscars bafta baftas globe globes academy golden silver crystal audience jury grand palme cesar
    cesars goya goyas donatello prize prizes award awards trophy trophies nomination nominations nod nods
    gong gongs
    """
)
"""One of them is said where a title is told so."""
_PRIZE = (
    r"(?:[Oo]scars?|Baftas?|BAFTAs?|(?:Academy|Bafta|BAFTA|Golden|Silver|Crystal|Audience|Jury) "
    r"[A-Z]\w+|Globes?|"
    r"Grand (?:Prix|Jury Prize)|Palme d[’']Or|C[ée]sars?|Goyas?|Donatello|prizes?|awards?|trophy|trophies|"
    r"nominations?|nods?|gongs?)"
)
_WON = late(
    rf"\b{_PRIZE}(?: (?:in|back in) (?:19|20)\d\d)? for (?:(?:19|20)\d\d[’']s |(?:his|her|their) )?"
    rf"((?:The |A )?{WORDS})"
    r"(?=[.,;)]|$| (?:in|at|and|is|was|has|two|three|last|this|but|back|[a-z]+ years?)\b)"
)
"""For which film a prize was won: an Oscar for Lantern Hill."""
_BEST = listed("best outstanding most achievement original adapted supporting lifetime")
_OF_KIND = late(
    r"(?<![A-Z]{3})[’']s (?:[\w-]+ ){0,3}(?:drama|comedy|thriller|romance|biopic|documentary|chiller|"
    r"romcom|rom-com|whodunnit|western|musical|spoof|satire|weepie|sequel|prequel|shocker|dramedy|tearjerker|"
    r"actioner|fable) "
    rf"((?:The |A )?{WORDS})(?=[’']s\b|[.,;:)]|$| [a-z(–—])"
)
"""Whose film of which kind it is, and its title: her studio’s new whodunnit Lantern Hill."""
_APPOSED = late(rf", (?:a|the|his|her|their|{CAPITAL}[ -][^,]+[’']s )")
_WITH_ARTICLE = late(rf"(?<=[a-z’,] )((?:The|A|An) {WORDS})(?=[’']?s? (?:movie|film)\b)")
"""A capital article amid a sentence, and behind it what it is: in The Legend of the Lake movie."""
_BEHIND = late(
    rf"(?:(\b(?:[a-z]+|In|At|From|Near|Of|To|And|By)) )?\b((?:(?:The|A) {CAPITAL}[’']s )?{WORDS})$"
)
_PLACED = frozenset({"in", "at", "from", "near", "of", "to", "and", "by"})
_NEWCOMER = rare(
    rf"(?:^|[.,;] |\band |\b(?:film|movie|drama|thriller|comedy|horror|romance|chiller|documentary|musical|"
    rf"western|"
    r"sequel|newcomer|animation|cartoon|biopic|adventure|romcom|rom-com|satire|caper) )"
    rf"(?:(?:Fellow n|N)ewcomer )?((?!Fellow |Newcomer |Opener |Holdover ){WORDS}(?:: {WORDS})?)"
    r" (?:(?:open|debut|bow|premier|launch|start|arriv|land|enter)(?:e?s|ed)) "
    r"(?:(?:(?:down )?(?:in|at) )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|"
    r"[Nn]o\. ?\d|"
    r"number (?:one|two|three|four|five|six))\b|"
    r"(?:to|with|at) (?:an? )?(?:[a-z]+ )?[$£€])"
)
"""What opens in a place of a chart, or to a sum."""
_MADE = late(
    rf"((?:The |A )?{WORDS}), (?:made|shot|filmed|directed|written and directed) "
    r"(?:in|by|over|on|for|with|between|entirely|largely|mostly)\b"
)
"""What a lead begins with, and how it was made: Lantern Hill, shot in Bath."""
_CHARTED = late(rf"(?:^|[.;,)] )\d{{1,2}}[.):] ({WORDS}(?:: {WORDS})?) (?:[–—-] |\()?[$£€]\d")
"""A place of a chart, what has it, and its sum: 1. Lantern Hill $61.8M."""
_TERRITORIES = listed("uk us usa america europe asia africa oceania benelux ireland")
_JOINTS = frozenset({"and", "for"})
LONGEST = 70
"""Letters before a kind of film in which its title is looked for."""


@lru_cache(AT_HAND)
def unquoted(lead: str) -> tuple[str, ...]:
    """The titles that a lead prints bare: in Saltmarsh, a drama about a flood."""
    return tuple(dict.fromkeys(_unquoted(lead)))


def _unquoted(lead: str) -> Iterator[str]:
    keys = tokens(lead).keys
    for match in () if _LEADING.isdisjoint(keys) else _IN.finditer(lowered(lead)):
        title = _TITLE.match(lead, match.end())
        if title and may_be_title(title[1]):
            yield title[1]
    yield from amid(lead)
    yield from _told(lead, keys)
    yield from at_home(lead)
    yield from told_bare(lead)
    yield from in_chart(lead) if "$" in lead or "£" in lead or "€" in lead else ()
    for match in _NEWCOMER.finditer(lead) if "$" in lead or "£" in lead or "€" in lead else ():
        if may_be_title(match[1]):
            yield match[1]
    for match in _CHARTED.finditer(lead) if "$" in lead or "£" in lead or "€" in lead else ():
        if may_be_title(match[1]):
            yield match[1]
    made = _MADE.match(lead) if " film" in lead else None
    if made and may_be_title(made[1]):
        yield made[1]
    for match in _OF_YEAR.finditer(lead) if "19" in lead or "20" in lead else ():
        if may_be_title(match[1]):
            yield match[1]
    for match in _KIND.finditer(lead) if _APPOSED.search(lead) else ():
        title = _BEHIND.search(lead, max(0, match.start() - LONGEST), match.start())
        placed = match[1].startswith("a") and title and fold(title[1] or "") in _PLACED
        if title and not placed and may_be_title(title[2]):
            yield title[2]


def _told(lead: str, keys: Sequence[str]) -> Iterator[str]:
    """The titles that a sentence tells to be some: what stars somebody, what a prize was won for."""
    for match in STARS.finditer(lead) if "stars " in lead else ():
        if fold(match[2]) in first_names() and titled(match[1]):
            yield match[1]
    for match in _THE_FILM.finditer(lead) if ", " in lead and not _FILMS.isdisjoint(keys) else ():
        if may_be_title(match[1], given=True):
            yield match[1]
    for match in () if _PRIZES.isdisjoint(keys) else _WON.finditer(lead):
        if may_be_title(match[1]) and fold(match[1].split()[0]) not in _BEST:
            yield match[1]
    owned = ("’s " in lead or "'s " in lead) and not _KINDS.isdisjoint(keys)
    for match in _OF_KIND.finditer(lead) if owned else ():
        if may_be_title(match[1]):
            yield match[1]


def amid(text: str) -> Iterator[str]:
    """The titles that stand with their article amid a sentence, told to be films."""
    if " movie" in text or " film" in text:
        yield from (match[1] for match in _WITH_ARTICLE.finditer(text))


def may_be_title(words: str, *, given: bool = False) -> bool:
    """Tell whether capitalised words may be a title: no name of a person, a body or a place.

    `given`: a given name may begin it.
    """
    keys = [fold(word) for word in words.split()]
    if (keys[0] in first_names() and not given) or keys[-1] in BODY_TAIL or keys[-1] in COUNTRIES:
        return False
    if len(keys) > 2 and (keys[0] in COUNTRIES or keys[0] in _TERRITORIES) and not _JOINTS.isdisjoint(keys):
        return False  # sold to the UK and Spain for
    return len(keys) > 1 or (keys[0] not in NO_NAME and stem(keys[0]) not in usual())
