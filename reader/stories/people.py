"""People: learnt from running text and tags, recognised in headlines and by surname."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from reader.stories.report import Report
from reader.stories.spans import key_of, shouted, title_case
from reader.stories.terms import fold
from reader.stories.words import ACTS, BODY_TAIL, NO_NAME, ROLES, SECTION_NAMES

_PART = r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]*(?:['’-][^\W\d_]+)*)"
_INITIAL = r"(?:[A-Z]\.(?:[A-Z]\.)*)"
_SMALL = r"(?:de|del|della|der|di|du|la|le|van|von|den|ten|bin|al|el|da|dos|y)"
_RUN = re.compile(rf"(?:{_PART}|{_INITIAL})(?:[ \u00a0-](?:{_SMALL}[ ])*(?:{_PART}|{_INITIAL}))*")
_POSSESSIVE = re.compile(r"['’]s?$")
_ROLE_BEFORE = re.compile(
    r"(?:\b(?:as|role of|part of|roles of|play|plays|playing|played|become|becomes|portray|portrays|portraying|voice|voices|voicing|character|"
    r"named|called|against|detective|sergeant|captain|agent|princess|prince|king|queen|lord|aunt|uncle|villain|hero|heroine|protagonist|take on|takes on)"
    r"(?: (?:a|the|an|young|younger|older|old|new|version|of|iconic|legendary|villainous)){0,4}|[-–—]) ?$",
    re.I,
)
_ROLE_AFTER = re.compile(r"^['’]?s? (?:role|part|character)\b", re.I)
LONGEST_NAME = 4


class Cue(NamedTuple):
    """One capitalised run that may be a name: how much speaks for a person, whether it is a character."""

    form: str
    start: int
    weight: float
    character: bool
    where: str


@dataclass(slots=True)
class Person:
    """What is known of one person."""

    forms: Counter[str] = field(default_factory=Counter)
    weight: float = 0.0
    character: int = 0
    real: int = 0

    def best(self) -> str:
        """The form most often printed; among equals the one with its accents."""
        return max(self.forms, key=lambda form: (not form.isascii(), self.forms[form], form))


@lru_cache(1)
def first_names() -> frozenset[str]:
    """Given names of the film world, folded."""
    return frozenset(files("reader.stories").joinpath("first_names.txt").read_text("utf-8").split())


def runs(text: str, where: str, avoid: Iterable[tuple[int, int]] = ()) -> Iterator[Cue]:
    """Capitalised runs of a text that may be names, outside the spans to avoid."""
    blocked = list(avoid)
    loose = title_case(text)
    for match in _RUN.finditer(text):
        for start, form in _names(match.group(), match.start(), loose):
            end = start + len(form)
            if any(start < b and a < end for a, b in blocked):
                continue
            yield _cue(text, start, form, where, loose)


def _names(run: str, start: int, loose: bool) -> Iterator[tuple[int, str]]:
    """Cut a run where no name can go on: after a possessive, before and after words that start none."""
    pieces: list[tuple[int, str]] = []
    at = start
    for word in re.split(r"([ \u00a0])", run):
        stripped = _POSSESSIVE.sub("", word)
        if word.isspace():
            pass
        elif key_of(stripped) in NO_NAME or (loose and not pieces and not _given(stripped)):
            if pieces:
                yield from _piece(pieces)
            pieces = []
        else:
            pieces.append((at, stripped))
            if (loose and len(pieces) == 2) or stripped != word:
                yield from _piece(pieces)
                pieces = []
        at += len(word)
    if pieces:
        yield from _piece(pieces)


def _given(word: str) -> bool:
    return fold(word) in first_names() or bool(re.fullmatch(_INITIAL, word))


def _piece(pieces: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    if 2 <= len(pieces) <= LONGEST_NAME:
        yield pieces[0][0], " ".join(word for _, word in pieces)


def _cue(text: str, start: int, form: str, where: str, loose: bool) -> Cue:
    words = [fold(word) for word in form.split()]
    before, after = text[:start], text[start + len(form) :]
    weight = 0.0
    if words[0] in first_names() or re.fullmatch(_INITIAL, form.split()[0]):
        weight += 2.0
    previous = re.search(r"([^\W_]+(?:-[^\W_]+)*),?\s*$", before)
    following = re.match(r"(?:['’]s)?[ ,]*([^\W_]+)", after)
    real = 0.0
    if previous and fold(previous.group(1)) in ROLES:
        real += 1.5
    if following and fold(following.group(1)) in ACTS:
        real += 1.0
    if words[-1] in BODY_TAIL or words[0] in NO_NAME or any(word in BODY_TAIL for word in words[1:-1]):
        weight -= 4.0
    if re.match(r"['’]s (?:[a-z]|‘|“)", after):
        weight += 0.5
    character = bool(_ROLE_BEFORE.search(before) or _ROLE_AFTER.match(after))
    return Cue(form, start, weight + (0 if character else real) - (0.5 if loose else 0), character, where)


class People:
    """Everyone the library has named so far."""

    def __init__(self) -> None:
        self.known: dict[str, Person] = {}
        self._surnames: dict[str, set[str]] = {}
        self._aliases: dict[str, str] = {}

    def learn(self, report: Report, avoid_title: Iterable[tuple[int, int]], avoid_lead: Iterable[tuple[int, int]], works: Iterable[str]) -> None:
        """Take in the names of one report; `works` are the keys of films, which are no people."""
        films = set(works)
        if not shouted(report.title):
            for cue in runs(report.title, "title", avoid_title):
                self._add(cue)
        for cue in runs(report.lead, "lead", avoid_lead):
            self._add(cue)
        for category in report.categories:
            words = [fold(word) for word in category.split()]
            if (
                2 <= len(words) <= 3 and key_of(category) not in films and key_of(category) not in SECTION_NAMES
                and words[0] in first_names() and words[-1] not in BODY_TAIL
            ):
                self._add(Cue(category, 0, 3.0, False, "tag"))

    def _add(self, cue: Cue) -> None:
        key = key_of(cue.form)
        person = self.known.get(key)
        if person is None:
            person = self.known[key] = Person()
        person.forms[cue.form] += 1
        person.weight = max(person.weight, cue.weight)
        person.character += cue.character
        person.real += (cue.weight > 2.4 or cue.where == "tag") and not cue.character
        if person.weight >= 1.5:
            self._surnames.setdefault(key.split()[-1], set()).add(key)

    def is_person(self, key: str) -> bool:
        """Tell whether a name is somebody's, and not a character's."""
        person = self.known.get(key)
        return person is not None and person.weight >= 1.5 and not (person.character and person.character >= person.real)

    # ------------------------------------------------------------ recognising

    def find(self, report: Report, avoid_title: Iterable[tuple[int, int]], avoid_lead: Iterable[tuple[int, int]], near: Iterable[str] = ()) -> list[str]:
        """The people a report names, in order, by key; surnames resolved within it, then by who is near."""
        found: dict[str, None] = {}
        for text, avoid in ((report.title, list(avoid_title)), (report.lead, list(avoid_lead))):
            for key in self._full(text, avoid):
                found[self.same(key)] = None
        for category in report.categories:
            key = self.same(key_of(category))
            if self.is_person(key) and self._said(key, report):
                found[key] = None
        around = {**found, **dict.fromkeys(map(self.same, near))}
        for text, avoid in ((report.title, list(avoid_title)), (report.lead, list(avoid_lead))):
            for key in self._by_surname(text, avoid, around):
                found[key] = None
        return list(found)

    def _full(self, text: str, avoid: list[tuple[int, int]]) -> Iterator[str]:
        row = [(m.start(), m.end(), m.group()) for m in re.finditer(r"[^\W_]+(?:['’.-]+[^\W_]+)*", text)]
        keys = [key_of(_POSSESSIVE.sub("", word)) for _, _, word in row]
        at = 0
        while at < len(row):
            for size in range(min(LONGEST_NAME + 1, len(row) - at), 1, -1):
                key = " ".join(keys[at : at + size])
                start, end = row[at][0], row[at + size - 1][1]
                if self.is_person(self.same(key)) and row[at][2][0].isupper() and not _inside(start, end, avoid):
                    yield key
                    at += size - 1
                    break
            at += 1

    def _said(self, key: str, report: Report) -> bool:
        surname = key.split()[-1]
        return surname in key_of(report.title).split() or surname in key_of(report.lead).split()

    def _by_surname(self, text: str, avoid: list[tuple[int, int]], around: Iterable[str]) -> Iterator[str]:
        by_surname = {key.split()[-1]: key for key in around if self.is_person(key)}
        for match in re.finditer(r"[^\W_]+(?:['’-][^\W_]+)*", text):
            word = _POSSESSIVE.sub("", match.group())
            if word[0].isupper() and not _inside(match.start(), match.end(), avoid):
                key = by_surname.get(key_of(word))
                if key:
                    yield key

    def same(self, key: str) -> str:
        """The one key for every way to print a name."""
        return self._aliases.get(key, key)

    def settle(self) -> None:
        """Take names written two ways for one: other order, a slip, a missing space."""
        self._aliases = {}
        strong = sorted((k for k in self.known if self.is_person(k)), key=lambda k: (-sum(self.known[k].forms.values()), k))
        spelt: dict[str, str] = {}
        for key in strong:
            for variant in _variants(key):
                if variant in spelt and spelt[variant] != key:
                    self._aliases[key] = spelt[variant]
                    break
            else:
                for variant in _variants(key):
                    spelt.setdefault(variant, key)

    def form(self, key: str) -> str:
        """A name as it is best printed."""
        person = self.known.get(key)
        return person.best() if person else key.title()


def _variants(key: str) -> Iterator[str]:
    words = key.split()
    yield "".join(sorted("".join(words)))  # order, spaces and swapped letters aside
    if len(words) == 2:
        yield "".join(reversed(words))


def _inside(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start < b and a < end for a, b in spans)
