"""Films that a headline calls by what stands before the colon of their title, where only one is called so."""

from __future__ import annotations

from collections.abc import Sequence

from reader.patterns import late
from reader.stories.films.canonical import canonical
from reader.stories.films.mentions import Mention
from reader.stories.films.titles import Titles
from reader.stories.report import Report

_BEFORE = late(
    r"\b(?:[Ff]irst|[Oo]riginal|[Ee]very|[Aa]ll(?: the)?|[Ee]ach|[Aa]ny|[Bb]oth|[Pp]revious|[Ee]arlier|"
    r"[Oo]ther|[Oo]ld|[Cc]lassic|(?:19|20)\d\d) (?:[Tt]he )?[“«\"‘']?$"
)
_AFTER = late(
    r"[”»\"’']*(?:[’']s?)? (?i:films|movies|franchise|saga|series|universe|sequels?|books?|novels?|trilogy|"
    r"fans?|prequel|spin-?off)\b|[”»\"’']* \((?:19|20)\d\d\)"
)
"""Around a title: more films than one are meant, or one that is not the latest."""


def in_full(titles: Titles, report: Report, found: Sequence[Mention]) -> list[Mention]:
    """Films by their full titles where a headline has the beginning of it: Orla, of Orla: The Iron Lamp."""
    whole = {
        m.key: full
        for m in found
        if m.where == "title" and (full := _whole(titles, m, report.title)) is not None
    }
    return [m._replace(key=whole.get(m.key, m.key)) for m in found]


def _whole(titles: Titles, mention: Mention, headline: str) -> str | None:
    """The one film that a title is the beginning of; None where others may be meant, or one of that name."""
    start, end = mention.start, mention.start + len(mention.surface)
    if mention.passing or mention.sequel or _AFTER.match(headline, end):
        return None
    if _BEFORE.search(headline, max(0, start - 20), start):
        return None
    short = mention.key.removeprefix("the ")
    heads = titles.by_head.get(short, set()) | titles.by_head.get(f"the {short}", set())
    films = {key for key in heads if titles.called(short, key)}
    full = films.pop() if len(films) == 1 else ""
    return canonical(titles, full) if full and titles.usual(full) else None
