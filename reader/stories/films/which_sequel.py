"""Which film is meant by a title where a report tells of what continues it: the sequel, the new one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reader.patterns import late, rare
from reader.stories.films.canonical import canonical, sequel_of
from reader.stories.films.context import NTHS
from reader.stories.films.mentions import Mention
from reader.stories.films.sequels import continuing
from reader.stories.films.title import numbered
from reader.stories.films.titles import Titles
from reader.stories.language.tokens import key_of
from reader.stories.report import Report

_IN_SEQUEL = rare(
    r"\bthreequel\b|\b(?:in|for|joins?|into|on|begins?|starts?|wraps?) (?:(?:the|its|an?|upcoming|new|"
    r"planned|next|long-\w+) ){0,3}(?:sequel|follow-up|(?:second|third|fourth|fifth) (?:films?|movie|"
    r"chapter|instal\w+|outing))\b"
)
"""Headlines on a sequel that name the film before it: a ‘Heat’ star joins the threequel."""
_CONTINUED = rare(
    r"\b(?:get(?:s|ting)?|got|lands?|landed|scores?|earns?|has|have|secures?|receives?|spawns?|given|"
    r"handed|granted) "
    r"(?:an?|its|another|the) (?:[\w-]+ ){0,2}?(?:sequel|follow-?up|part (?:two|three)|part [23]|threequel|"
    r"(?:second|third) (?:film|movie|part|chapter|outing|instal\w+))\b"
)
"""Headlines on a film that they do not name, and that is to be continued."""
_THIRD = late(r"\bthree|\bthird\b|\b3\b")
_NEW_FILM = late(r"[”»\"’']* (?:films?|movies?|pictures?|pic|outing|instal\w+|chapter|adventure)\b", re.I)
"""After a title, with `new` before it."""
_NEW_THING = late(
    r"[”»\"’']* (?:(?:final|full|official|first|teaser|red band|international|super bowl|imax) )*"
    r"(?:trailer|teaser|poster|footage|clip|images?|photos?|stills?|look|featurette|script|screenplay|"
    r"villain|suit|costume)\b",
    re.I,
)
"""After a title, with `new` before it: what may be new of one that is out, where no lead names another."""
_NEXT = late(r"\b(?:new|next|upcoming|forthcoming) (?:the )?[“«\"‘']?$", re.I)


def as_in_lead(mention: Mention, mentions: Sequence[Mention], report: Report) -> Mention:
    """A film of a headline, with the number of the sequel that the lead begins to tell of, if it does.

    Or of the one that the headline itself tells of apart from it, where the lead has its number.
    """
    told = next((m for m in mentions if m.where == "lead" and m.key == mention.key), mention)
    number = max(mention.sequel, told.sequel)
    apart = _IN_SEQUEL.search(report.title.lower()) if not number else None
    if apart:
        numbers = {
            numbered(m.key)[1] for m in mentions if m.where != "title" and numbered(m.key)[0] == mention.key
        }
        number = min(numbers - {0}, default=0)
    return mention._replace(sequel=number)


def as_latest(titles: Titles, mentions: Iterable[Mention], report: Report) -> list[Mention]:
    """Films called the new one of their name, as what continues them, if more is told of that."""
    told = list(mentions)
    new = {m.key: film for m in told if (film := _latest(titles, m, told, report))}
    return (
        [m._replace(key=new[m.key]) if m.key in new and not m.passing else m for m in told] if new else told
    )


def _named_instead(mention: Mention, mentions: Sequence[Mention]) -> str:
    """The one film that a lead names where a headline only calls it the next of another’s name."""
    told = [m for m in mentions if m.where == "lead"]
    others = {m.key for m in told if (m.sure or " " in m.key) and not m.passing}
    return others.pop() if len(others) == 1 and all(m.key != mention.key for m in told) else ""


def _latest(titles: Titles, mention: Mention, mentions: Sequence[Mention], report: Report) -> str | None:
    text = {"title": report.title, "lead": report.lead}.get(mention.where, "")
    start, end = mention.start, mention.start + len(mention.surface)
    if not _NEXT.search(text, max(0, start - 12), start):
        return None
    if not _NEW_FILM.match(text, end):
        shown = mention.where == "title" and not mention.sure and _NEW_THING.match(text, end)
        named = _named_instead(mention, mentions) if shown else ""
        return named if named and _surer(titles, named, mention.key) else None
    if mention.where == "title" and (named := _named_instead(mention, mentions)):
        return named
    film = continuing(titles, mention.key)
    return film if film and _surer(titles, film, mention.key) else None


def _surer(titles: Titles, film: str, first: str) -> bool:
    """Tell whether more is told of a film than of another by whose name it may be called."""
    one, other = titles.known.get(film), titles.known.get(first)
    return one is not None and other is not None and one.sure > other.sure


def without_first(films: list[str]) -> list[str]:
    """The films of a headline without one of which a sequel is among them, by its number: that is told of."""
    first = {numbered(film)[0] for film in films if numbered(film)[1]}
    return [film for film in films if film not in first] or films


def continued(lead: Iterable[Mention], headline: str) -> list[Mention]:
    """The films of a lead, as what follows them where the headline tells that a film without a name is to."""
    told = list(lead)
    ends = _CONTINUED.search(headline) if len({m.key for m in told}) == 1 else None
    if not ends or numbered(told[0].key)[1]:
        return told
    number = 3 if _THIRD.search(ends[0]) else 2
    return [m._replace(sequel=m.sequel or number) for m in told]


def sequel_meant(titles: Titles, mention: Mention) -> str:
    """The film meant by a title with `sequel` behind it."""
    in_short = numbered(mention.key)[1] and not numbered(key_of(mention.surface))[1]
    if not mention.sequel or (mention.sequel == 2 and in_short):
        return mention.key  # the Prada sequel
    known = sequel_of(titles, mention.key, mention.sequel)
    if known:
        return canonical(titles, known)
    nth = NTHS.get(mention.sequel, "")
    next_one = f"untitled {nth}{mention.key} {'film' if nth else 'sequel'}"
    renamed = canonical(titles, next_one)
    return renamed if renamed != next_one else (_following(titles, mention) or next_one)


def _following(titles: Titles, mention: Mention) -> str | None:
    """The film that continues another, where the library knows one, and no number says which is meant."""
    return continuing(titles, mention.key) if mention.sequel == 2 else None
