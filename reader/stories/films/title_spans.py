"""What a report prints as titles, by whichever habit of its house."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.patterns import late, rare
from reader.stories.films.all_caps import no_title, proper
from reader.stories.films.channel_headlines import film_shown
from reader.stories.films.context import BY, CAPITAL, ENDS
from reader.stories.films.emphasis import emphasised, foreign
from reader.stories.films.quoted_speech import is_said
from reader.stories.films.unquoted import amid, unquoted
from reader.stories.films.unquoted_headlines import essayed, looked_at, numbered
from reader.stories.language.spans import ABROAD, Span, in_capitals, quoted, shouted, title_case, titled
from reader.stories.language.terms import fold, stem, usual
from reader.stories.language.tokens import key_of, tokens
from reader.stories.language.word_lists import BODY_TAIL, CALLS, CHARACTERS, OTHER_ARTS, first_names
from reader.stories.report import Report

_SHORTENED = frozenset(
    {"mr", "mrs", "ms", "dr", "st", "mt", "sgt", "capt", "col", "lt", "vs", "vol", "no", "jr", "sr"}
)
"""Words that end with a full stop amid a title."""
_KIND = late(
    r" (?:\w+ )?(?:drama|film|movie|thriller|comedy|horror|western|romance|musical|vehicle|starrer|biopic|"
    r"pic|"
    r"picture|project|adaptation|epic|two-hander|remake)\b"
)
_GUILLEMETS = late(r"«([^«»]{2,60})»")


PrintedSpan = tuple[str, str, str]
"""The text around a title, the title, how it is printed."""


def title_spans(report: Report) -> Iterator[PrintedSpan]:
    """The spans a report prints as titles: (the text around, the span, how)."""
    in_caps = in_capitals(report.title)
    capitals = [
        span
        for span in in_caps
        if not (_body(span, report) or no_title(span, in_caps, report) or _shouted_after(span, report.title))
    ]
    for span in capitals:
        yield report.title, proper(span, report), "capitals"
    yield from _also_in_capitals(capitals, report)
    if not capitals:  # where titles are in capitals, quotes mean speech or irony
        yield from _in_headline(report)
    yield from _by_maker(report)
    yield from _in_lead(report, capitals)
    for text in emphasised(report):
        yield report.lead, text, "emphasis"


def _in_headline(report: Report) -> Iterator[PrintedSpan]:
    """What a headline has in quotes, or bare where something beside it tells that it is a title."""
    head = report.title
    for span in quoted(head):
        if not is_said(span, report):
            yield head, span.text, "quote"
    other = OTHER_ARTS.intersection(map(key_of, report.categories))
    bare = [
        *(() if title_case(head) else amid(head)),
        *(() if other or quoted(head) else looked_at(head)),
        *numbered(head, report.lead, report.categories),
        *(() if quoted(head) else essayed(head, report.lead, report.categories)),
        *filter(None, [film_shown(head)]),
    ]
    for title in bare:
        yield head, title, "bare"


def _by_maker(report: Report) -> Iterator[PrintedSpan]:
    """What stands behind its maker’s name in a lead: Ann Mull’s Harrow Lane."""
    lead = report.lead
    for match in BY.finditer(lead) if "’s " in lead or "'s " in lead else ():
        made = _is_made(match, report) and key_of(match[3].split()[-1]) not in BODY_TAIL
        if made and fold(match[1]) in first_names():
            yield lead, _further(match, report), "possessive"


def _headed_otherwise(word: str, headline: str) -> bool:
    """Tell whether a headline prints a title, and not this word: behind a player’s name it is a role."""
    told = quoted(headline) or in_capitals(headline) or looked_at(headline)
    return bool(told) and word not in headline


_ON_STAGE = late(
    r"\b(?:stage|musical|theatre|theatrical|tv|television|ballet|opera|radio|audio) (?:version|adaptation|"
    r"production|"
    r"show|revival|series) of $"
)
"""Before what is somebody’s: it is told there on a stage, or in parts."""


def _is_made(match: re.Match[str], report: Report) -> bool:
    """Tell whether what is somebody’s is a title, not whom they play, cast or tell of."""
    lead, words = report.lead, match[3].split()
    if _played(match[3], report) or _starring(lead, match) or _ON_STAGE.search(lead, 0, match.start()):
        return False  # Ann Mull’s Captain Frost; Tom Ford’s Julianne Moore drama
    if lead[match.end() :][:1] == "." and fold(words[-1]) in _SHORTENED:
        return False  # Ann Mull’s Mr. Burton
    if len(words) == 1 and (quoted(lead) or report.emphases or _headed_otherwise(words[0], report.title)):
        return False  # where titles are in quotes or italics, what is bare is somebody: Jason Momoa’s Lobo
    cut = len(words) == 1 or words[0] in ABROAD
    return not cut or ENDS.match(lead, match.end()) is not None  # Wes Ball’s Nintendo adventure


def _in_lead(report: Report, capitals: Sequence[Span]) -> Iterator[PrintedSpan]:
    """What a lead has in quotes, or bare where something beside it tells that it is a title."""
    lead = report.lead
    bare = unquoted(lead)
    marked = _marked(report) if any(map(_JOINT.search, bare)) else ()
    for title in bare:
        yield lead, next((each for each in marked if _is_more(title, each)), title), "bare"
    for match in _CALLED.finditer(lead) if report.categories else ():
        if match[1] in report.categories:
            yield lead, match[1], "bare"
    for span in (*capitals, *quoted(report.title)) if ": " in lead else ():
        if key_of(span.text) not in map(key_of, report.emphases) and (full := _with_head(span.text, lead)):
            yield lead, full, "bare"
    called = (span.text for span in quoted(lead) if not (_is_nickname(lead, span) or _is_cried(lead, span)))
    for text in (*called, *_abroad(report)):
        yield lead, text, "quote"


_GIVEN = late(rf"({CAPITAL}) [“«\"‘']$")
_SURNAME = late(rf"[”»\"’'] {CAPITAL}\b")


def _is_nickname(lead: str, span: Span) -> bool:
    """Tell whether what is in quotes stands amid somebody’s name: Joe “The Hook” Bell."""
    given = _GIVEN.search(lead, max(0, span.start - 20), span.start)
    return bool(given and fold(given[1]) in first_names() and _SURNAME.match(lead, span.end))


_CRIES = late(
    r"\b(?:cr(?:y|ies|ied|ying)|(?:shout|scream|yell|chant|exclaim|whisper|mutter|holler|bellow|murmur)"
    r"(?:s|ed|ing)?)(?: out)?:? [“«\"‘']$",
    re.I,
)


def _is_cried(lead: str, span: Span) -> bool:
    """Tell whether what is in quotes is cried or whispered: fans cried “Hale!”."""
    return _CRIES.search(lead, max(0, span.start - 20), span.start) is not None


_CALLED = rare(
    rf"\b(?:called|titled|entitled|named|dubbed|christened|name of|title of) ({CAPITAL})(?=[.,;:!?]| )"
)
"""What a report is called that is filed under it, be it a word as any other."""
_JOINT = late(r" (?:to|for|in|at|on|from|with) ")
"""Between a title and what comes next, where it may also be part of the title: sold Kiln to Searchlight."""


def _marked(report: Report) -> list[str]:
    """What a report prints as titles with marks: in quotes, in italics."""
    return [*(span.text for span in (*quoted(report.title), *quoted(report.lead))), *report.emphases]


def _is_more(words: str, title: str) -> bool:
    """Tell whether bare words are a title, a small word and what comes next."""
    return words.startswith(f"{title} ") and _JOINT.match(words, len(title)) is not None


def _also_in_capitals(capitals: Sequence[Span], report: Report) -> Iterator[PrintedSpan]:
    """What a lead has in capitals where that of the headline is so there, too: all its films are."""
    loud = shouted(report.title)
    if not (loud or any(span.text in report.lead for span in capitals)):
        return
    for span in in_capitals(report.lead):
        if _IN_CAPITALS.fullmatch(span.text) and (not loud or _ends_in(report.title, span.text)):
            yield report.lead, span.text, "capitals"


def _ends_in(headline: str, title: str) -> bool:
    """Tell whether a headline has a title, or so much of it as it is called by: all but its first word.

    A given name is not left out of a title, but of a star's name.
    """
    first, _, rest = title.partition(" ")
    return fold(first) not in first_names() and (headline.startswith(rest) or f" {rest} " in f" {headline} ")


_IN_CAPITALS = late(r"(?!A )[A-Z][A-Z’'-]*(?::? (?:[A-Z][A-Z’'-]*|&)){1,8}(?: [2-9])?")
"""Words of a title alone: no sums, no shares, nothing shouted."""
_GOES_FURTHER = late(rf"(?: (?:in|to|for|from|on|with|at|by|of)(?: (?:the|an?|my|his|her))?(?: {CAPITAL})+)+")
_OF_FILM = late(r" (?:anime |animated |live-action |feature )?(?:film|movie)\b")


def _further(match: re.Match[str], report: Report) -> str:
    """A title behind its maker’s name, with the small words in it where it is printed so elsewhere, too."""
    more = _GOES_FURTHER.match(report.lead, match.end())
    title = match[3] + (more[0] if more else "")
    told = more and (title in report.title or _OF_FILM.match(report.lead, more.end()))
    return title if told else match[3]


def _with_head(tail: str, lead: str) -> str:
    """The title that a lead prints in full, and a headline by its subtitle alone: ENDGAME."""
    at = lead.lower().find(f": {tail.lower()}")
    head = _HEAD.search(lead, max(0, at - 40), at) if at > 0 else None
    if head and " " not in head[0] and (fold(head[0]) in CALLS or stem(fold(head[0])) in usual()):
        return ""  # Added: ENDGAME
    if head and lead[at + 2 : at + 2 + len(tail)].isupper() and not head[0].isupper():
        return ""  # even in Ipswich: HEAT 2
    return f"{head[0]}: {lead[at + 2 : at + 2 + len(tail)]}" if head and titled(head[0]) else ""


_HEAD = late(r"(?<![\w’'-])(?:[A-Z0-9][\w’'-]*(?: (?:of|the|and|vs?\.?|x|&))* )*[A-Z0-9][\w’'-]*$")


MANY_WORDS = 5
"""So many words in capitals behind a title in quotes say something of it."""


def _shouted_after(span: Span, headline: str) -> bool:
    """Tell whether many words in capitals only say something, loudly, of a title in quotes before them."""
    return len(span.text.split()) >= MANY_WORDS and any(other.end < span.start for other in quoted(headline))


_INITIALS = late(r"[A-Z]{2,6}(?:[-–/][A-Z]{2,6})+")
_LETTERS = r"(?:[B-DF-HJ-NP-TV-Z]{2,6}|[A-Z]{1,4}\d{1,3})"
_TO_WHERE = late(rf"{_LETTERS}: {_LETTERS}")
"""Where it happens, and whose news it is, both by letters."""
_OF_FIRMS = late(
    r" (?:goes|go|files?|filed|enters?|entered|heads?|slides?|falls?|lands?|is|in|exits?|emerges?|faces?|"
    r"avoids?|nears?|declares?|seeks?)"
    r"(?: (?:for|into|in|to|from|near|out|of|toward|towards|a|under))*(?: [\w’'-]+)?"
    r" (?:chapter (?:7|11|seven|eleven)|bankruptcy|administration|receivership|insolvency|liquidation)\b|"
    r"(?:[’']s)? (?:q[1-4]\b|(?:(?:first|second|third|fourth)[- ])?quarter\b|earnings\b|shares\b|stock\b|"
    r"shareholders\b|subscribers\b|lenders\b|creditors\b|ipo\b)",
    re.I,
)
"""Behind what is in capitals: only a firm goes there or has such."""
_PLACED = late(r"\b(?:at|to|from|by) (?:the )?$", re.I)


def _body(span: Span, report: Report) -> bool:
    """Tell whether one word in capitals is a body's name: news comes to it, and the lead prints it so.

    Or it is of two bodies' letters, and no lead has it in small ones: SAG-AFTRA, but not SPIDER-MAN. Or
    what only becomes of a firm is told of it.
    """
    letters = _INITIALS.fullmatch(span.text.replace(" & ", "/")) or _TO_WHERE.fullmatch(span.text)
    if (letters and span.text.title() not in report.lead) or _OF_FIRMS.match(report.title, span.end):
        return True
    placed = " " not in span.text and _PLACED.search(report.title, 0, span.start)
    return bool(placed) and span.text in tokens(report.lead).texts


_SHOWN = late(r"\b(?:trailer|teaser|footage|first look|sneak peek|poster|clip|images?|photos?)s?\b", re.I)
"""In headlines on what is shown of a film."""


def _played(words: str, report: Report) -> bool:
    """Tell whether what is behind somebody’s name is who they play: by its name, or what news it is of.

    Where a film is shown, others beside it in the headline are none.
    """
    headline = report.title
    if key_of(words) in CHARACTERS or (fold(words) in first_names() and words not in headline):
        return True
    if not _SHOWN.search(headline):
        return False
    printed = [span.text for span in (*in_capitals(headline), *quoted(headline))]
    return words.lower() not in " ".join(printed or [headline]).lower()


def _starring(lead: str, match: re.Match[str]) -> bool:
    """Tell whether a maker's name stands before that of who stars, and what they make is only described."""
    given, _, rest = match[3].partition(" ")
    return bool(rest) and fold(given) in first_names() and _KIND.match(lead, match.end()) is not None


def _abroad(report: Report) -> Iterator[str]:
    """Short phrases in guillemets in both headline and lead: titles, in the small letters of their tongue."""
    for match in _GUILLEMETS.finditer(report.title) if "«" in report.title else ():
        if foreign(match[1]) and not titled(match[1]) and match[0] in report.lead:
            yield match[1]
