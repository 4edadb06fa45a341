"""One film by one name in a report: what a short form, a slip, a title without its year stands for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from reader.patterns import late
from reader.stories.films.canonical import as_usual, canonical, of_retitled, sequel_of
from reader.stories.films.context import SEQUEL
from reader.stories.films.mentions import Mention, each_once, of_past
from reader.stories.films.title_tags import SECONDS
from reader.stories.films.titles import Titles
from reader.stories.language.misspellings import misspelt
from reader.stories.language.tokens import key_of
from reader.stories.report import Report

_YEAR = late(r" (?:19|20)\d\d")
_SEQUEL_BEFORE = late(
    r"\b(?:[Pp]art (?:[Tt]wo|2|II)|(?:sequel|follow-up|prequel|spin-?off|offshoot|second (?:part|half|"
    r"film|movie|"
    r"chapter|instal\w+)|next (?:part|film|movie|chapter|instal\w+)|conclusion|concluding \w+)),? [“«\"‘']?$"
)
"""Before a longer title: it is of what continues the film of the shorter one."""
_WHOSE = late(r"^[^’':]{1,40}[’']s (?=\S)")
"""Before the title proper: Lee Hart’s The Vampire."""


def resolve_aliases(
    titles: Titles, report: Report, found: list[Mention], people: Collection[str]
) -> list[Mention]:
    """Let a short form stand for the longer title of the same report, unless that is of another time.

    And for the one with its maker’s name before it, where that is told of: Ann Mull’s Kiln.
    """
    wholes = {key: of_retitled(titles, canonical(titles, key), people) for key in each_once(found)}
    present = wholes.keys() - _of_another_time(report, found)
    full = {key: _in_full(titles, key, wholes, present, found, people) for key in wholes}
    return [
        mention
        if full[mention.key] == mention.key or _another(titles, mention, full[mention.key])
        else mention._replace(key=full[mention.key], sequel=0)
        for mention in found
    ]


def _of_another_time(report: Report, found: Iterable[Mention]) -> set[str]:
    """The films that are only told of as past, or as what another continues."""
    texts, year = {"title": report.title, "lead": report.lead}, 1970 + report.published // SECONDS
    now = {
        m.key
        for m in found
        if not (
            (text := texts.get(m.where))
            and (of_past(text, m, year) or _SEQUEL_BEFORE.search(text, max(0, m.start - 30), m.start))
        )
    }
    return {m.key for m in found} - now


def _in_full(
    titles: Titles, key: str, wholes: Mapping[str, str], present: Collection[str], found: Iterable[Mention],
    people: Collection[str],
) -> str:  # fmt: skip
    """The film of a report that one of its titles stands for. `wholes`: what each stands for anywhere."""
    dated = [other for other in wholes if other[:-5] == key and _YEAR.fullmatch(other[-5:])]
    if len(dated) == 1:
        return dated[0]
    if f"the {key}" in wholes:
        return f"the {key}"
    longer = [other for other in present if wholes[other] != key and _subtitled(titles, other, key)]
    longer = longer or _in_headline(titles, key, found)
    longer = longer or [film for one in people if titles.usual(film := f"{one}s {key}")]
    return longer[0] if len(longer) == 1 else _misprinted(titles, key, found) or wholes[key]


def _another(titles: Titles, mention: Mention, longer: str) -> bool:
    """Tell whether the sequel that a report counts is not that which it has in full: the third Heat."""
    known = sequel_of(titles, mention.key, mention.sequel) if mention.sequel else None
    return known is not None and canonical(titles, known) != longer


def _misprinted(titles: Titles, key: str, found: Iterable[Mention]) -> str:
    """The film that a report is filed under and misspells the title of, as nobody else does."""
    mine = titles.known.get(key)
    if mine is None or len(mine.outlets) > 1 or any(m.key == key and m.where == "tag" for m in found):
        return ""
    filed = [m.key for m in found if m.where == "tag" and misspelt(key, m.key)]
    return filed[0] if len(filed) == 1 and len(titles.known[filed[0]].outlets) > 1 else ""


def _in_headline(titles: Titles, key: str, found: Iterable[Mention]) -> list[str]:
    """The titles of a lead of which a headline may have the last word."""
    if " " in key or any(m.key == key and m.where != "title" for m in found):
        return []
    alone = titles.known.get(key)
    told = {m.key for m in found if m.where == "lead" and not m.passing and key in m.key.split()[-1:]}
    one = alone is not None and len(alone.outlets) == 1
    shorter = len(told) == 1 and not any(m.key == key and m.sequel == 0 and m.sure for m in found)
    return [
        film
        for film in told
        if alone and (full := titles.known.get(film)) and (one or (shorter and len(full.outlets) > 1))
    ]


def subtitled(titles: Titles, longer: str, short: str) -> bool:
    """Tell whether a title is another one in full, and not just what one outlet calls another film."""
    return _subtitled(titles, longer, short) and as_usual(titles, longer, short)


def _subtitled(titles: Titles, longer: str, short: str) -> bool:
    """Tell whether a title is another one in full: with a subtitle behind a colon, or more words.

    A number or a part more is another film.
    """
    plain, full = short.removeprefix("the "), longer.removeprefix("the ")
    title = titles.known.get(longer) if plain in full and longer != short else None
    if title is None or plain == full:
        return False
    heads = (key_of(form.split(": ")[0]) for form in title.forms if ": " in form)
    theirs = (key_of(_WHOSE.sub("", form)) for form in title.forms if "’s " in form or "'s " in form)
    if any(key.removeprefix("the ") == plain for key in (*heads, *theirs)):
        return True
    if " " not in plain:
        return _called(titles, longer, short)
    more = f" {full} ".replace(f" {plain} ", " ", 1).split()
    return len(more) < len(full.split()) and not any(map(SEQUEL.fullmatch, more))


def _called(titles: Titles, longer: str, short: str) -> bool:
    """Tell whether outlets call a film by one word of its title: by its hero, by what is odd in it."""
    words = longer.split()
    if longer.removeprefix("the ").startswith(f"{short} and the "):
        return True
    alone, full = titles.known.get(short), titles.known[longer]
    if alone is None or short not in words or any(SEQUEL.fullmatch(word) for word in words):
        return False
    own = not all(map(str.isupper, alone.forms))  # it may be a film itself, that is continued
    return (1 + own) * len(alone.outlets) < len(full.outlets) + own
