"""Which films a report of prizes is about: those of its headline, and of the people named there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from reader.patterns import late
from reader.stories.films.in_passing import ALSO_WON
from reader.stories.films.mentions import Mention
from reader.stories.language.tokens import key_of, tokens
from reader.stories.names import Named
from reader.stories.report import Report

_NOMINATED = late(
    r"\bnom(?:inat\w+|inees?|s)\b|\bnods?\b|\bshort-?lists?\b|\bin the running\b|\bgunning for\b"
)
_WON = late(r"\bw[io]n(?:s|ners?)?\b|\btakes?\b|\btook\b|\bawarded\b|\bnamed\b")
_SECOND = late(
    r"[”»\"’',]*(?:[^.;“‘\"]|(?<=\b[A-Z])\.){0,60}? (?:follow(?:s|ed)|c[ao]mes? (?:in )?(?:second|next)|"
    r"(?:is|was) (?:second|"
    r"next)|"
    r"close behind|right behind|one behind)\b(?! by)"
)
_COUNT = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|\d\d?)"
_HAS_SO_MANY = late(
    rf"[”»\"’',]* (?:(?:has|have|had|is|got|gets|was|with|took|earned|landed|received|at|on) )?"
    rf"(?:up for )?\(?{_COUNT}\b(?! (?:of|years|months|weeks|days|minutes)\b)"
)
"""After the film that has the second most nominations."""
_HAS_WON = late(
    r"[”»\"’',]* (?:ha(?:s|ve) (?:also )?(?:been )?|was |were |also )?(?:w[io]ns?|takes?|took|taken|"
    r"scoop(?:s|ed)|"
    r"claim(?:s|ed)|named|awarded|given|voted|handed|picked up|walk(?:s|ed) (?:off|away) with|"
    r"collect(?:s|ed)|"
    r"swept|sweeps|triumph(?:s|ed))\b"
)
"""After a title."""
_APART = late(r"[”»\"’']*,[”»\"’']* [^,.;“«\"‘]{3,120},")
"""After a title: what it is, before what it has won."""
_RUNNERS_UP = late(
    r"\b(?:runners?-?up|(?:second|third) (?:place|prize)|silver|bronze|special mentions?|also-rans?|"
    r"honou?rable mentions?|(?:lost|losing) (?:out )?(?:to|against)|"
    r"(?:beat(?:ing)?|over|ahead of|bested|besting|edged out|edging out) (?:the likes of |"
    r"favou?rites? )?)\b[^.;]{0,80}$",
    re.I,
)
_RUNNER_UP = late(
    r"[”»\"’',]*(?:,? (?:was|is|as|being|came|comes|finish(?:ed|es)|placed|takes|took|named|the|a|in|"
    r"first|second|"
    r"its|close|for)){1,4} (?:runners?-?up|second|third|silver|bronze)\b|[”»\"’',]* (?:lost|"
    r"loses) (?:out )?to\b",
    re.I,
)
"""Before or after a title: it has not won."""
_TOP_PRIZE = late(
    r"\b(?:golden|gold|crystal) (?:lion|bear|leopard|shell|globe|peacock|hugo|goblet|star|eye|palm|george)\b|"
    r"\bpalme d[’']?or\b|\b(?:best|top) (?:picture|film|prize|honou?r|award)\b|"
    r"\b(?:grand|jury|audience|main) (?:jury )?(?:prize|prix|award)\b|\bpeople[’']?s choice\b"
)
"""Headlines of the first prize: who is honoured beside it is not what the news is about."""
_LEFT_OUT = late(
    r"(?:(?:is|are|was|were|gets?|left|misses|missed|and|once|again|shut) )*"
    r"(?:out|snub\w*|misses|missed|overlooked|omitted|denied|empty|absent|passed over|loses?|beaten)\b"
)
"""After a name in a headline, by its key: no prize is told of."""
_LESSER = late(
    r"[”»\"’',]* (?:w[io]ns?|lands?|earns?|takes?|gets?|nabs?|grabs?|scoops?|picks up|receives?) (?:the )?"
    r"(?:(?:grand|special) )?(?:jury|audience|runner-up|silver|second)\b",
    re.I,
)
"""After a title that does not stand first in a headline: what it has won, the news is not of."""
_FOLLOW = late(
    r"[”»\"’',]*(?: (?:and|&) [“«\"‘'][^”»\"’]{1,40}[”»\"’',]+)? (?:follow|trail|close behind|not far behind|"
    r"right behind|next)",
    re.I,
)
"""After a title in a headline of nominations."""
_UP_FOR = late(
    r"[”»\"’']*(?:,[”»\"’']* [^,;“«\"‘]{3,100},)? (?:is|are|was|were|has been|have been|got|earn(?:s|"
    r"ed)|lands?|"
    r"landed|receive[sd]|scor(?:es|ed)|br(?:ings|ought)|pick(?:s|ed) up|nab(?:s|bed)|collect(?:s|ed)|gets?) "
    r"(?:[\w-]+ ){0,3}?(?:up for|nom\w*|shortlisted|in the running|nods?|cited)\b",
    re.I,
)
"""After a title: it is up for a prize."""
_NEAR = 60
"""Letters before a title that are looked at."""
_FOR = late(
    r"\b(?:accept\w*|speech|w[io]n\w*|victory|prizes?|awards?|oscars?|globes?|baftas?|trophy|statuette|honou?r\w*|"
    r"nomin\w+|nods?|gongs?|actor|actress|director|screenplay|performance) (?:[\w’'-]+ ){0,3}?(?:for|in) "
    r"(?:the )?[“«\"‘']?$",
    re.I,
)
"""Before a title: something was won for it."""
_FEW_FILMS = 2
"""So few films of a lead are no list of who is up for what."""
_SENTENCE = late(r".+?(?:(?<=[\w”’)][.!?]) (?=[A-Z“‘\"])|$)")


def of_prize(report: Report, one: Named, shared: Sequence[str]) -> tuple[str, ...]:
    """The films whose prizes a report tells: those of its headline, or that of the person named there."""
    tags = set(map(key_of, report.categories))
    tagged = tuple(dict.fromkeys(m.key for m in one.mentions if m.key in tags))
    head = [m.key for m in one.mentions if m.where == "title" and m.key in one.films]
    lesser = {m.key for m in one.mentions if _LESSER.match(report.title, m.start + len(m.surface))}
    head = head[:1] + [key for key in head[1:] if key not in lesser]
    if len(tagged) > 1 and _nominated(report):
        more = _leading(report.title, one) if set(tagged) <= set(head) else ()
        return tuple(dict.fromkeys([*tagged, *more]))  # of so many, those that it is filed under
    lead = [m.key for m in one.mentions if m.where == "lead" and not _runner_up(report.lead, m)]
    spoken = f" {key_of(report.title)} "
    persons = [name for person in one.people if f" {(name := person.split()[-1])} " in spoken]
    persons = [
        name for name in persons if not _LEFT_OUT.match(spoken, spoken.find(f" {name} ") + len(name) + 2)
    ]
    if shared and (top := _TOP_PRIZE.search(spoken)):
        persons = [name for name in persons if spoken.find(f" {name} ") < top.start()]
    own = dict.fromkeys([*head, *_first(report.lead, one), *_beside(report.lead, one, persons)])
    if not own and _nominated(report):
        own = dict.fromkeys(_up_for(report.lead, one))
    if not own and one.films and persons:
        own = dict.fromkeys(lead[:1])
    first = tuple(own or one.films)
    if len(first) == 1 and _nominated(report) and (second := [*_next(report.lead, one, first)]):
        return (*first, *[key for key in second if key not in first][:1])
    if not own or (len(own) > 1 and _nominated(report)):
        return tuple(own)  # who leads the field is told for comparison
    winner = shared if _nominated(report) else shared[:1]  # what else was won, others lead with
    return tuple(dict.fromkeys([*own, *(film for film in winner if film in lead)]))


def first_won(lead: str, one: Named, films: Sequence[str]) -> tuple[str, ...]:
    """The film that a lead first says something was won for, with those of all that it names."""
    told = [m for m in one.mentions if m.where == "lead" and not m.passing]
    keys = list(dict.fromkeys(m.key for m in told))
    headed = any(m.where == "title" for m in one.mentions)
    if headed or not keys or len(keys) > _FEW_FILMS or keys[0] in films or keys[0] not in one.films:
        return ()
    if not _FOR.search(lead, max(0, told[0].start - _NEAR), told[0].start):
        return ()
    return (keys[0], *(film for film in keys[1:] if film in films))


def _first(lead: str, one: Named) -> Iterator[str]:
    """The film with which a lead begins, where it is told what that has won."""
    for mention in one.mentions:
        first = mention.where == "lead" and mention.start < 2 and not mention.passing
        end = mention.start + len(mention.surface)
        if first and (apart := _APART.match(lead, end)):
            end = apart.end()
        if first and _HAS_WON.match(lead, end):
            yield mention.key


def _up_for(lead: str, one: Named) -> Iterator[str]:
    """The films of which a lead says that they are nominated."""
    for mention in one.mentions:
        told = mention.where == "lead" and not mention.passing
        if told and _UP_FOR.match(lead, mention.start + len(mention.surface)):
            yield mention.key


def _next(lead: str, one: Named, first: Collection[str]) -> Iterator[str]:
    """The film that a lead says comes second in a field: “Undertow” followed with nine.

    Or the next one that it names, where it tells how many that has.
    """
    told = [m for m in one.mentions if m.where == "lead"]
    after = [m for m in told if m.key not in first][:1]
    for mention in told:
        end = mention.start + len(mention.surface)
        if _SECOND.match(lead, end) or (mention in after and _HAS_SO_MANY.match(lead, end)):
            yield mention.key


def _runner_up(lead: str, mention: Mention) -> bool:
    """Tell whether a lead comes to a film with what else was won: a jury prize, the second one."""
    start, end = mention.start, mention.start + len(mention.surface)
    if ALSO_WON.match(lead, end) or _RUNNER_UP.match(lead, end):
        return True
    return bool(_RUNNERS_UP.search(lead, max(0, start - 120), start))


def _leading(headline: str, one: Named) -> Iterator[str]:
    """The films of a headline but those of which it says that they come next."""
    for mention in one.mentions:
        end = mention.start + len(mention.surface)
        if mention.where == "title" and mention.key in one.films and not _FOLLOW.match(headline, end):
            yield mention.key


def _nominated(report: Report) -> bool:
    """Tell whether a report is of who is up for prizes, and not of who has won them."""
    title = report.title.lower()
    return bool(_NOMINATED.search(title)) or (
        bool(_NOMINATED.search(report.lead.lower())) and not _WON.search(f"{title}. {report.lead.lower()}")
    )


def _beside(lead: str, one: Named, persons: Collection[str]) -> Iterator[str]:
    """The films for which persons are told to have won something: each the next behind a name."""
    for sentence in _SENTENCE.finditer(lead) if persons else ():
        begin, end = sentence.span()
        films = [m for m in one.mentions if m.where == "lead" and begin <= m.start < end and not m.passing]
        for word in tokens(sentence[0]) if films else ():
            if word.key in persons:
                yield from [m.key for m in films if m.start > begin + word.start][:1]
