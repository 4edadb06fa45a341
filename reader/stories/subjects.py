"""Which of the films that a report names it is about, and which it names in passing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import pairwise

from reader.patterns import late
from reader.stories.mentions import Mention
from reader.stories.phrases import key_of
from reader.stories.report import Report
from reader.stories.sequels import continuing
from reader.stories.titles import Titles
from reader.stories.wholes import sequel_of, whole
from reader.stories.words import FILM_SECTIONS, OTHER_ARTS

NO_SUBJECT = frozenset({"list", "obituary"})
"""Kinds of news that name films without being about them."""
ASIDE = frozenset({"interview", "business", "other"})
"""News of people and firms: a film that only the end of a lead names is no part of it."""
MANY = 3
"""A lead that names more films than this is about none of them."""
OPENING = 200
"""Letters of a lead in which it says what it is about."""
_TELEVISION = frozenset({"tv", "television", "tv news"})
_OF_MAKERS = frozenset({"casting", "announcement", "production", "obituary", "awards"})
"""News in which a headline names a film to say who somebody is."""
_HONOURS = late(
    r"\bhonorary\b|\b(?:lifetime|career|life) achievement\b|\bfellowship\b|\bhall of fame\b|\btribute award\b"
)
"""Of awards for a life’s work: they are about no film."""
_SEASON = late(r"\b(?:film|autumn|spring|summer|winter|month|centenary)? ?season\b(?! \d)|\bretrospective\b")
"""Headlines on films of the past shown again."""
_MANY_OF_FESTIVAL = 2
_LINE_UP = late(r"\b(?:line-?up|slate|programmes?|programs?|selection|competition titles|galas)\b")
"""Headlines of programmes."""
_COMPETITION = late(r"\b(?:in|for|the|cannes|venice|berlin\w*|main) (?:competition|contest)\b|\bvie for\b")
"""Headlines of those who compete, where they name no film."""
_TALK = late(
    r"\bpodcast\b|\bpod\b[^.]{0,12}\bno\b|\bepisode \d|^(?:what to (?:see|watch|stream)|the week in)\b|"
    r"^what (?:i|we)(?:[’']| a|’?ll| w)[a-z]* (?:be )?(?:seeing|watching)\b|\bthis week in\b|"
    r"\bthings that happened\b"
)
"""Headlines of pieces that talk of films and bring no news of one."""
_PODCAST = late(r"\bpodcast\b|\bepisode \d")
"""Among them those that name in their headline what they talk of."""
_SIDE_BY_SIDE = late(r"[”»\"’']?(?:,? and|,? or| &| beside| with| versus| vs\.?) [“«\"‘']?")
"""Between two films of an essay that compares them."""


def elsewhere(report: Report) -> bool:
    """Tell whether a report is filed under another art: it may name films, but is about none."""
    sections = set(map(key_of, report.categories))
    return not sections.isdisjoint(OTHER_ARTS) and sections.isdisjoint(FILM_SECTIONS)


def of_a_life(report: Report) -> bool:
    """Tell whether a report is of a prize for a life’s work."""
    return bool(_HONOURS.search(report.title.lower()) or _HONOURS.search(report.lead.lower()))


def tagged(titles: Titles, mention: Mention, report: Report) -> bool:
    """Tell whether a report is tagged with a film it names: it is about that, wherever it is filed."""
    sections = set(map(key_of, report.categories))
    return _TELEVISION.isdisjoint(sections) and mention.key in map(partial(whole, titles), sections)


def subjects(titles: Titles, mentions: Sequence[Mention], beat: str, report: Report) -> list[str]:
    """Return the films that a report is about by itself. `beat`: what kind of news it is."""
    headline = report.title.lower()
    head = [m for m in mentions if m.where == "title"]
    if beat in NO_SUBJECT or _TALK.search(headline):
        talked = beat not in NO_SUBJECT and _PODCAST.search(headline)
        return [m.key for m in head if not m.credit] if talked else []
    if _SEASON.search(headline) and all(m.credit or not m.sure for m in head):
        return []
    if _HONOURS.search(headline) or (beat == "awards" and of_a_life(report)):
        return []
    found = [_meant(titles, m) for m in head if not m.credit]
    if beat == "festival" and _is_programme(headline, mentions, headed=bool(found)):
        return []
    return (
        found or [m.key for m in mentions if m.where == "project"] or _of_lead(titles, mentions, beat, report)
    )


def _is_programme(headline: str, mentions: Iterable[Mention], *, headed: bool) -> bool:
    several = len({m.key for m in mentions}) > _MANY_OF_FESTIVAL
    return several or bool(_LINE_UP.search(headline)) or (not headed and bool(_COMPETITION.search(headline)))


def _of_lead(titles: Titles, mentions: Sequence[Mention], beat: str, report: Report) -> list[str]:
    """The film that a lead is about, with one set beside it; none of a career, a season, a list."""
    named = {m.key for m in mentions if m.where == "title"}
    tags = [m.key for m in mentions if m.where == "tag"]
    told = [m for m in mentions if m.where == "lead"]
    lead = [_meant(titles, m) for m in told if not m.credit and m.key not in named]
    alone = len({m.key for m in mentions}) == 1 and not any(map(_is_late, told))
    if not lead and (alone or beat not in _OF_MAKERS):  # the star of a film at its premiere
        lead = [_meant(titles, m) for m in told if not m.credit]
    lead = lead or _credited_and_tagged(titles, told, report)
    of_tags = [key for key in lead if key in tags] or (tags if len(tags) == 1 else [])
    if lead and all(_is_late(m) for m in told if m.key in lead) and not tags and beat in ASIDE:
        return []
    examples = 1 if beat == "business" or any(_is_late(m) for m in told if m.key in lead[:1]) else MANY
    if not of_tags and len(set(lead)) > examples:
        return []
    return of_tags[:1] or _side_by_side(told, lead, report)


def _is_late(mention: Mention) -> bool:
    return mention.start > OPENING


def _side_by_side(told: Iterable[Mention], lead: list[str], report: Report) -> list[str]:
    """The first film of a lead, with the one that an essay sets beside it: this one and that."""
    for one, other in pairwise(m for m in told if m.start < OPENING):
        between = report.lead[one.start + len(one.surface) : other.start]
        if [one.key, other.key] == lead[:2] and _SIDE_BY_SIDE.fullmatch(between):
            return lead[:2]
    return lead[:1]


def _credited_and_tagged(titles: Titles, told: Iterable[Mention], report: Report) -> list[str]:
    """Films named only to say who somebody is, of which the tags say that the report is about them."""
    tags = set(map(partial(whole, titles), map(key_of, report.categories)))
    return [m.key for m in told if m.key in tags]


def _meant(titles: Titles, mention: Mention) -> str:
    """The film meant by a title with `sequel` behind it."""
    if not mention.sequel:
        return mention.key
    known = sequel_of(titles, mention.key, mention.sequel)
    if known:
        return whole(titles, known)
    nth = {2: "", 3: "third ", 4: "fourth "}.get(mention.sequel, "")
    meant = f"untitled {nth}{mention.key} {'film' if nth else 'sequel'}"
    renamed = whole(titles, meant)
    return renamed if renamed != meant else (_continuing(titles, mention) or meant)


def _continuing(titles: Titles, mention: Mention) -> str | None:
    """The film that continues another, where the library knows one, and no number says which is meant."""
    return continuing(titles, mention.key) if mention.sequel == 2 else None
