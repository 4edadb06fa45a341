"""Titles that running text prints as any other words, told by what stands beside them."""

from __future__ import annotations

from collections.abc import Iterator

from reader.patterns import late
from reader.stories.around import CAPITAL
from reader.stories.phrases import tokens
from reader.stories.terms import fold, stem, usual
from reader.stories.words import BODY_TAIL, COUNTRIES, NO_NAME, first_names

_WORDS = rf"{CAPITAL}(?:(?: (?:of|the|and|in|to|a|for|on))? (?:{CAPITAL}|\d\b))*"
_IN = late(
    r"\b(?i:(?:co-)?star(?:s|ring|red)? in|appear(?:s|ed|ing)? in|cast in|signed (?:up|on) (?:for|to)|"
    r"(?:lead|leads|leading) the cast of|(?:lead|leading|title|starring)(?: role| part)? in|role in|part in|"
    r"(?:shooting|filming|production|photography|cameras roll|work) (?:on|of)|"
    r"(?:play|plays|playing|portrays?|portraying|cast as|stars? as) [^.;,“‘\"]{3,60}? in|"
    r"adaptation called|(?:film|movie|drama|thriller|comedy|feature) (?:called|titled|entitled)) "
)
"""Before a title."""
_LEADING = frozenset(
    """
    star stars starring starred appear appears appeared appearing cast signed role shooting filming
    called titled entitled lead leading title starring part production photography work play plays playing
    portray portrays portraying
    """.split()  # noqa: SIM905
)
"""One of them is said there."""
_TITLE = late(
    rf"({_WORDS})(?=, (?:an?|the|which|based|directed|about|from|opposite|written|alongside|"
    r"with|co-starring|set|out|due|his|her|their)\b|[.;]|"
    r" (?:opposite|for|with|alongside|begins?|began|starts?|started|will|is|was|has|wraps?|wrapped|"
    r"resumes?)\b)"
)
_KIND = late(
    r", an? (?:[\w’'-]+ ){0,6}?(?:film|movie|drama|comedy|thriller|western|romance|musical|biopic|"
    r"documentary|"
    r"horror|chiller|romcom|fable|adventure|whodunnit|two-hander|feature|adaptation|fantasy|debut)"
    r"(?= (?:about|for|in|set|from|by|based|starring|directed|that|with|of|which)\b|[.,;])"
)
"""After a title: what kind of film it is."""
_WITH_ARTICLE = late(rf"(?<=[a-z’,] )((?:The|A|An) {_WORDS})(?=[’']?s? (?:movie|film)\b)")
"""A capital article amid a sentence, and behind it what it is: in The Legend of the Lake movie."""
_BEHIND = late(rf"(?:(\b[A-Za-z]+) )?\b({_WORDS})$")
_PLACED = frozenset({"in", "at", "from", "near", "of", "to", "and", "by"})
_NEWCOMER = late(
    rf"(?:^|[.,;] |\band )({_WORDS}(?:: {_WORDS})?)"
    r" (?:opens|opened|debuts|debuted|bows|bowed) (?:(?:in )?(?:first|second|third|fourth|fifth|sixth)\b|"
    r"(?:to|with|at) (?:an? )?(?:[a-z]+ )?[$£€])"
)
"""What opens in a place of a chart, or to a sum."""
LONGEST = 70
"""Letters before a kind of film in which its title is looked for."""


def unquoted(lead: str) -> Iterator[str]:
    """The titles that a lead prints bare: in Saltmarsh, a drama about a flood."""
    for match in () if _LEADING.isdisjoint(tokens(lead).keys) else _IN.finditer(lead):
        title = _TITLE.match(lead, match.end())
        if title and _may_be(title[1]):
            yield title[1]
    yield from amid(lead)
    for match in _NEWCOMER.finditer(lead) if "$" in lead or "£" in lead or "€" in lead else ():
        if _may_be(match[1]):
            yield match[1]
    for match in _KIND.finditer(lead) if ", a" in lead else ():
        title = _BEHIND.search(lead, max(0, match.start() - LONGEST), match.start())
        if title and fold(title[1] or "") not in _PLACED and _may_be(title[2]):
            yield title[2]


def amid(text: str) -> Iterator[str]:
    """The titles that stand with their article amid a sentence, told to be films."""
    if " movie" in text or " film" in text:
        yield from (match[1] for match in _WITH_ARTICLE.finditer(text))


def _may_be(words: str) -> bool:
    """Tell whether capitalised words may be a title: no name of a person, a body or a place."""
    keys = [fold(word) for word in words.split()]
    if keys[0] in first_names() or keys[-1] in BODY_TAIL or keys[-1] in COUNTRIES:
        return False
    return len(keys) > 1 or (keys[0] not in NO_NAME and stem(keys[0]) not in usual())
