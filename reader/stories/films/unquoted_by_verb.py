"""Titles that running text prints bare, told by what films do: open in cinemas, are shot, are looked at."""

from __future__ import annotations

from collections.abc import Iterator

from reader.patterns import late, rare
from reader.stories.films.context import CAPITAL
from reader.stories.language.spans import quoted
from reader.stories.language.terms import fold, stem, usual
from reader.stories.language.tokens import word_set
from reader.stories.language.word_lists import (
    BODY_TAIL,
    COUNTRIES,
    NO_NAME,
    ROLES,
    SECTION_NAMES,
    first_names,
    listed,
)

_SMALL = r" (?:of (?:the|an?)|in the|on the|of|the|and|in|to|a|for|on|with|at|from)"
_WORDS = rf"(?:(?:The|A|An) )?{CAPITAL}(?:(?:{_SMALL})? (?:{CAPITAL}|\d\b))*"
_TITLE = rf"(?P<title>{_WORDS}(?:: {_WORDS})?)"
_HOUSES = r"(?:[\w.]+(?: and [\w.]+)? )?(?:cinemas|theaters|theatres|multiplexes|(?:big )?screens|release)\b"
_COMES = (
    r"(?:(?:will|is|are|has|finally|now|also|only|soon|already|still|set|due|expected|scheduled|slated|to|be|been|"
    r"then|next) ){0,4}"
    r"(?:(?:arriv|com|land|bow|premier|debut|launch|releas|return)(?:es?|ing|ed)?|comes|lands|bows|debuts|opens?|opening|"
    r"goes|hits?|reach(?:es)?|swims|sails|rides|marches|screens|out|in|into)(?: out| back| wide)?"
)
_REACHES = rare(
    rf"(?:^|[.!?;:] |\b(?:and|but|as|when|while|because|before|that|so|if) |, ){_TITLE}"
    rf"(?:, [^,.;]{{3,60}},)? {_COMES} (?:(?:in|into|on|to|across|at|over) )?(?:the )?{_HOUSES}"
)
"""A title, and that it comes to cinemas."""
_ACROSS = rare(
    rf"(?:^|[.!?;:] |\b(?:and|but|as|when|while|because|that) ){_TITLE}(?:, [^,.;]{{3,60}},)? "
    r"(?:opens|is released|will be released|comes out|goes out|goes on release|is out|is on release) "
    r"(?:wide|nationwide|across|everywhere|here|in the (?:UK|US)|in (?:Ireland|Britain|Australia|America)|"
    r"on|next|this)\b"
)
_SHOT = rare(
    rf"(?:^|[.!?;:] |\b(?:and|but|as|when|while|because|that|where) ){_TITLE}(?:, [^,.;]{{3,60}},)? "
    r"(?:(?:will |is to |is due to |is set to |is expected to )(?:shoot|film|start (?:shooting|filming)|"
    r"begin (?:shooting|filming)|be (?:shot|filmed|shown|screened))|is (?:filming|shooting|being (?:shot|"
    r"filmed))|"
    r"(?:began|begins|started|starts|finished|finishes|wrapped|wraps) (?:filming|shooting|production|"
    r"principal photography|its shoot)|"
    r"was (?:shot|filmed)|(?:is|was|will be) (?:shown|screened)) "
    r"(?:in|on|at|around|across|near|along|this|next|last|from|over|by|with|to)\b"
)
"""A title, and that the film is shot or shown somewhere."""
_MADE = rare(
    rf"(?:^|[.!?;:] |\b(?:and|but|as|when|while|with|from|of|in|for|called|to) ){_TITLE}, "
    rf"(?:co-)?(?:written and )?"
    r"(?:directed|starring|produced|scripted|co-directed|co-written)\b(?: by)?"
)
"""A title, and who directed it or stars in it."""
_LOOK = rare(
    r"\b(?:(?:first|new|early|brief|latest|exclusive|second|final|official|full|debut) )+"
    r"(?:[\w-]+ ){0,2}?(?:look|looks|pictures?|images?|photos?|photographs?|stills?|trailer|teaser|poster|"
    r"posters|clips?|footage|glimpse|glimpses|set photos) (?:at|from|of|for) "
    rf"{_TITLE}(?=[.,;:!?]|$| (?:and|is|has|have|was|were|in|with|on|shows?|which|as|ahead|that)\b)"
)
"""What is looked at first."""
_DIRECTS = late(
    r"\b(?:(?:direct|helm)(?:s|ed|ing)?|(?:will|to) (?:direct|helm|shoot)|shooting) "
    rf"(?P<title>(?:The|A|An) {CAPITAL}(?:(?:{_SMALL})? (?:{CAPITAL}|\d\b))*)"
    r"(?=[.,;:]|$| (?:in|at|near|for|from|with|this|next)\b)"
)
"""What somebody directs, by the article that it begins with amid a sentence."""
_IN_WHICH = late(
    rf"(?:^|[.!?] ){_TITLE}, (?:in which [^.;]{{8,}}|which (?:{CAPITAL}(?:[-’']{CAPITAL})? ){{1,3}}"
    r"(?:(?:is|has|was|been|will|began|begins|started|starts|finished|to) ){0,2}"
    r"(?:direct|shoot|shot|film|writ|wrote|star|adapt|produc|made|mak)\w*)\b"
)
"""What a sentence begins with, and what happens in it, or who makes it."""
_OF_PEOPLE_TOO = (_SHOT, _LOOK)
"""What people do and are, too: they begin to film, and are looked at."""
_PERSON = late(rf"(?!(?:The|A|An) ){CAPITAL}(?:[-’']{CAPITAL})?(?: {CAPITAL}(?:[-’']{CAPITAL})?){{1,2}}")
"""Words that may be a name as well."""
_WORKED = rare(
    r"\b(?:filming|shooting|photography|production|cameras|work|principal photography) "
    r"(?:begins|begin|began|starts|start|started|wraps|wrapped|finishes|finished|ends|ended|is under way|"
    r"is underway|has begun|"
    r"has started|has wrapped|rolls|is continuing|continues|will begin|will start|is to begin|is to start|"
    r"gets under way)"
    rf"(?: this week| today| next month| last week| in [A-Z]\w+)? on {_TITLE}(?=[.,;:!?]|$| (?:and|in|at|"
    rf"near|this|next|with|as)\b)"
)
_OF_IT = late(
    r"\b(?:film|movie|drama|comedy|thriller|musical|biopic|documentary|adaptation|picture|feature|version|"
    r"romcom|animation|"
    rf"horror|fantasy|western|romance|adventure|debut)(?: of it)?, {_TITLE}, (?:with|will|is|was|has|"
    rf"which|starring|directed|about|a|an|opens|comes|"
    r"arrives|set|made|by|from|stars)\b"
)
_BY_MAKER = rare(
    rf"(?:^|[.!?] ){_TITLE}, by (?:the )?(?:[\w’-]+ ){{0,3}}(?:director|filmmaker|film-maker|"
    rf"writer-director)\b|"
    rf"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Tt]he) (?:\w+ )?(?:film|movie|drama|feature|debut) (?P<named>{CAPITAL}) "
    r"(?:had|has|is|was|will|won|wins|took|takes)\b"
)
"""A title, and who made it; or whose film it is, and what came of it."""
_OF_FILM = listed(
    """
    film films movie movies cinema cinemas theaters theatres screen trailer teaser director directed filming
    shooting filmed sequel documentary picture feature producers produced starring
    """
)
_NO_FILM = listed(
    """
    filming shooting production work cameras tickets netflix
    disney warner universal paramount sony amazon apple
    lionsgate fans audiences critics others everyone production principal studio studios distributors cinemas
    """
)


def told_bare(text: str) -> Iterator[str]:
    """The titles that a text prints bare, told to be films by what they do."""
    if _OF_FILM.isdisjoint(word_set(text)):
        return
    for match in _IN_WHICH.finditer(text) if " which " in text else ():
        if _may_be_called(match["title"]):
            yield match["title"]
    if quoted(text):
        return  # where titles are in quotes, what is bare is none
    for pattern in (_REACHES, _ACROSS, _MADE, _WORKED, _OF_IT, _DIRECTS, *_OF_PEOPLE_TOO):
        for match in pattern.finditer(text):
            named = pattern in _OF_PEOPLE_TOO and _PERSON.fullmatch(match["title"])
            if _may_be(match["title"]) and not named:
                yield match["title"]
    for match in _BY_MAKER.finditer(text):
        title = match["title"] or match["named"]
        if _may_be(title) or (" " not in title and _is_rare(title)):
            yield title


def _may_be_called(words: str) -> bool:
    """Tell whether words that something happens in may be a title: several, and no place, body or section."""
    keys = [fold(word) for word in words.split()]
    placed = keys[-1] in BODY_TAIL or keys[-1] in COUNTRIES or " ".join(keys) in SECTION_NAMES
    return len(keys) > 1 and not placed and keys[0] not in ROLES and _NO_FILM.isdisjoint(keys[:1])


def _is_rare(word: str) -> bool:
    """Tell whether one capitalised word may be a title: no given name, none that is met anywhere."""
    key = fold(word)
    return key not in NO_NAME and key not in first_names() and stem(key) not in usual()


def _may_be(words: str) -> bool:
    """Tell whether capitalised words may be a title: no place, no body, nobody’s name, no section."""
    keys = [fold(word) for word in words.split()]
    if keys[-1] in BODY_TAIL or keys[-1] in COUNTRIES or " ".join(keys) in SECTION_NAMES:
        return False
    if keys[0] in ROLES or not _NO_FILM.isdisjoint(keys[:1]):
        return False
    named = keys[0] in first_names() and (len(keys) < 4 or "and" in keys)
    return not named and len(keys) > 1
