"""Remakes that go by another title than the film they are made of, and which of the two is meant."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from reader.patterns import late
from reader.stories.films.canonical import canonical
from reader.stories.films.foreign_titles import is_foreign
from reader.stories.films.in_passing import NEAR
from reader.stories.films.mentions import Mention
from reader.stories.films.title import numbered
from reader.stories.films.titles import Titles
from reader.stories.language.word_lists import listed
from reader.stories.report import Report

_AGAIN = (
    r"(?:re-?make|re-?do|do-?over|re-?work(?:ing)?|re-?imagining|re-?telling|re-?invention|re-?interpretation|"
    r"re-?boot|re-?vamp|re-?fashioning|make-?over|re-?tooling|up-?dat(?:e|ing)|"
    r"(?:new|modern|modern-day|contemporary|present-day|fresh|gender-\w+|female-\w+|\w+-language|own) "
    r"(?:version|take|spin|adaptation|treatment|twist|look))"
)
"""What is made of a film that was made before."""
_MADE_AGAIN = r"(?:re-?made|re-?done|re-?worked|re-?imagined|re-?told|re-?invented|re-?booted|updated)"
_AFTER = late(
    rf"[”»\"’',.!]*(?:[’']s)? (?:(?:is |are |set |due |to |be |being |getting |gets? |an? |the )*"
    rf"(?:\w+ )?(?:{_AGAIN}|{_MADE_AGAIN}))\b"
)
"""After a title: it is of the film made again: Heat Redo, Heat to be remade."""
_MAKE = (
    rf"(?:re-?mak(?:e|es|ing)|re-?d(?:o|oes|oing)|re-?work(?:s|ing)?|re-?imagin(?:e|es|ing)|re-?tell(?:s|ing)?|"
    rf"re-?invents?|re-?boot(?:s|ing)?|updat(?:e|es|ing)|{_AGAIN} (?:of|on|to)|"
    r"re-?make rights (?:of|in|to|for)) "
)
_OF = r"(?:[\w’'.&-]+,? ){0,8}?[“«\"‘'(]?"
"""Whose film of which year it is."""
_BEFORE = late(rf"\b{_MAKE}{_OF}$")
_NEW, _FILM = late(r"\bnew [“«\"‘']?$"), late(r"[”»\"’',]* (?:film|movie|version|adaptation|picture)\b")
"""Around a title: the new Heat film."""
_IS_ONE = late(
    r"[”»\"’',:]*,? (?:(?:which|that|is|will|to|be|was|as|not|serves|–|—|-|based|loosely) ){0,4}"
    rf"(?:(?:(?:an?|the|his|her|their|its) |(?:[\w.&-]+ ){{0,3}}[\w.&-]+[’']s? )(?:[\w’-]+ ){{0,4}}?"
    rf"(?:{_AGAIN}|version|take|spin) (?:of|on|to)|"
    rf"re-?(?:mak|imagin|work|tell|invent)(?:es|s|ing)) {_OF}"
)
"""Between a remake and the film that it is made of: Cold Sun, a new take on Heat."""
_BECOMES = late(
    r"[”»\"’',.]*(?:[’']s)? [^.;:“«\"‘”]{0,40}?(?:titled?|called|named|entitled|dubbed|as|remake|redo),?:? "
    r"[“«\"‘'(]?"
)
"""Between a film that is made again and its remake: Heat remake Cold Sun; remake Heat as Cold Sun."""
_ENDED = late(r"[.!?][”»\"’']? ")
FAR = 120
"""Letters between two films of which nothing is told together."""
WORDS = listed(
    """
    remake remakes remaking remade redo redoing redone reworking reworked reimagining reimagined retelling
    retold reboot rebooted update updates updating updated version take spin re do over reinvention
    reinterpretation adaptation
    """
)
"""One of them is said wherever a film is made again."""


def learn(titles: Titles, text: str, found: Sequence[Mention]) -> None:
    """Learn from one text which film is made again by another title."""
    for one, other in pairwise(found):
        between = text[one.start + len(one.surface) : other.start].lower()
        if len(between) > FAR:
            continue
        if _IS_ONE.fullmatch(between):
            _note(titles, other, one)
        elif _BECOMES.fullmatch(between) and _again(text, one):
            _note(titles, one, other)


def learn_over(titles: Titles, report: Report, head: Sequence[Mention], lead: Sequence[Mention]) -> None:
    """Learn it from a headline that has only the film made again, and a lead with the remake before it."""
    again = {m.key for m in head if not m.sequel and _again(report.title, m)}
    others = {m.key for m in (*head, *lead) if not m.passing} - again
    if len(again) == len(others) == 1 and others.isdisjoint(m.key for m in head):
        old = next((m for m in lead if m.key in again), None)
        new = next(m for m in lead if m.key in others)
        untold = old and not _again(report.lead, old)  # such a lead knows no other title
        if old and untold and not numbered(new.key)[1] and _in_one_sentence(report.lead, new, old):
            _note(titles, old, new)


def _in_one_sentence(lead: str, one: Mention, other: Mention) -> bool:
    between = lead[one.start + len(one.surface) : other.start]
    return one.start < other.start and len(between) < FAR and not _ENDED.search(between)


def _note(titles: Titles, old: Mention, new: Mention) -> None:
    first, remake = canonical(titles, old.key), canonical(titles, new.key)
    if first not in (remake, of_other(titles, remake)) and not (old.sequel or new.sequel):
        titles.rename(_remake(first), remake)


def _remake(key: str) -> str:
    return f"{key} remake"


def of_other(titles: Titles, key: str) -> str:
    """The remake of a film that goes by another title; empty where the library knows none."""
    now = titles.renamed.get(_remake(key), "")
    return canonical(titles, now) if now else ""


def meant(titles: Titles, text: str, mention: Mention) -> Mention:
    """A film named as what is made again is the remake, where that is known by a title of its own."""
    named = of_other(titles, mention.key)
    other = named or ("" if mention.sequel or mention.passing else _abroad(titles, mention))
    return mention._replace(key=other) if other and _again(text, mention) else mention


def _abroad(titles: Titles, mention: Mention) -> str:
    """What the remake of a film in another language goes by, until it has a title of its own."""
    return f"untitled {mention.key} remake" if mention.sure and is_foreign(titles.form(mention.key)) else ""


def _again(text: str, mention: Mention) -> bool:
    """Tell whether a text says of a film that it is made again."""
    start, end, told = mention.start, mention.start + len(mention.surface), text.lower()
    if _NEW.search(told, max(0, start - NEAR), start) and _FILM.match(told, end):
        return True
    return bool(_AFTER.match(told, end) or _BEFORE.search(told, max(0, start - NEAR), start))


def without_first(titles: Titles, films: Iterable[str], beside: Collection[str] = ()) -> list[str]:
    """Films without those of which a remake by another title is among them, or among those `beside` them."""
    told = list(films)
    return [film for film in told if of_other(titles, film) not in {*told, *beside}]
