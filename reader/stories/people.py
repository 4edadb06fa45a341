"""People: learnt from running text and tags, recognised in headlines and by surname."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from reader.stories.phrases import Phrases, key_of, said, tokens
from reader.stories.report import Report
from reader.stories.spans import shouted, title_case
from reader.stories.terms import fold, stem, usual
from reader.stories.words import (
    ACTS,
    BODY_TAIL,
    CHARACTERS,
    COUNTRIES,
    MONONYMS,
    NO_NAME,
    ROLES,
    SECTION_NAMES,
    first_names,
)

_PART = r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]*(?:['’-][^\W\d_]+)*)"
_INITIAL = r"(?:[A-Z]\.(?:[A-Z]\.)*)"
_INITIALS = re.compile(_INITIAL)
_SMALL = r"(?:de|del|della|der|di|du|la|le|van|von|den|ten|bin|al|el|da|dos|y)"
_RUN = re.compile(rf"(?:{_PART}|{_INITIAL})(?:[ \u00a0-](?:{_SMALL}[ ])*(?:{_PART}|{_INITIAL}))*")
_POSSESSIVE = re.compile(r"['’]s?$")
_BREAK = re.compile(r"([ \u00a0]|(?<=[^\W_])-(?=[A-Z]))")
_NEXT_WORD = re.compile(r" ([a-z]+)")
_PREVIOUS = re.compile(r"([^\W_]+(?:-[^\W_]+)*),?\s*$")
_FOLLOWING = re.compile(r"(?:['’]s)?[ ,]*([^\W_]+)")
_PERSONAL = re.compile(
    r"(?:['’]s)?,? (?:plays?|played|portrays?|co-?stars?|stars|starred|directs|directed|co-wrote|reprises|"
    r"(?:will|to|would) (?:play|star|direct|voice|portray|helm)|ha(?:s|ve) been cast|"
    r"is (?:set to|attached|in talks|playing|starring|directing)|died|dies|\d\d,)\b"
)
"""After a name: what nobody but a person does."""
_OF_THEIRS = re.compile(r"['’]s (?:[a-z]|‘|“)")
_ROLE_BEFORE = re.compile(
    r"(?:\b(?:as|role of|part of|roles of|play|plays|playing|played|become|becomes|portray|"
    r"portrays|portraying|voices?(?! of)|voicing|character|"
    r"named|called|against|detective|sergeant|captain|agent|princess|prince|king|queen|lord|"
    r"aunt|uncle|villain|hero|heroine|protagonist|take on|takes on)"
    r"(?: (?:a|the|an|young|younger|older|old|new|version|of|iconic|legendary|villainous)){0,4}|[-–—]) ?$",
    re.I,
)
_ROLE_AFTER = re.compile(r"^['’]?s? (?:role|part|character)\b", re.I)
SHORTEST_NAME, LONGEST_NAME = 3, 4
"""In letters; in words."""
_SUFFIX = re.compile(
    r"-(?:directed|led|starring|produced|penned|fronted|scripted|style|style|esque|written|helmed)$"
)
NOT_AFTER = frozenset(
    [
        "weekend",
        "day",
        "festival",
        "theatre",
        "theater",
        "award",
        "prize",
        "foundation",
        "school",
        "center",
        "museum",
        "street",
    ]
)

Spans = Sequence[tuple[int, int]]


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

    def note(self, cue: Cue) -> None:
        """Count one more time that it was named."""
        self.forms[cue.form] += 1
        self.weight = max(self.weight, cue.weight)
        self.character += cue.character
        self.real += (cue.weight > 2.4 or cue.where == "tag") and not cue.character

    def join(self, other: Person) -> None:
        """Add what was learnt elsewhere."""
        self.forms.update(other.forms)
        self.weight = max(self.weight, other.weight)
        self.character += other.character
        self.real += other.real

    def best(self) -> str:
        """The form most often printed; among equals the one with its accents."""
        return max(self.forms, key=lambda form: (not form.isascii(), self.forms[form], form))


def runs(text: str, where: str, avoid: Iterable[tuple[int, int]] = ()) -> Iterator[Cue]:
    """Capitalised runs of a text that may be names, outside the spans to avoid."""
    blocked = list(avoid)
    loose = title_case(text)
    for match in _RUN.finditer(text):
        if match.end() - match.start() < SHORTEST_NAME or not _BREAK.search(match.group()):
            continue  # one word is no name
        for start, form in _names(match.group(), match.start(), loose):
            end = start + len(form)
            if any(start < b and a < end for a, b in blocked):
                continue
            yield _cue(text, start, form, where, loose, blocked)


def _names(run: str, start: int, loose: bool) -> Iterator[tuple[int, str]]:
    """Cut a run where no name can go on: after a possessive, before and after words that start none."""
    pieces: list[tuple[int, str]] = []
    at = start
    for word in _BREAK.split(run):
        stripped = _POSSESSIVE.sub("", word) if "'" in word or "’" in word else word
        if "-" in stripped:
            stripped = _SUFFIX.sub("", stripped)
        if word.isspace():
            pass
        elif word == "-":
            if len(pieces) > 1 and _given(run[at - start + 1 :].split(" ")[0]):
                yield from _piece(pieces)
                pieces = []
        elif _no_part(stripped, loose, pieces):
            if pieces:
                yield from _piece(pieces)
            pieces = []
        else:
            pieces.append((at, stripped))
            large = sum(part[:1].isupper() for _, part in pieces)  # Ana de Armas has two
            if (loose and large == 2 + bool(_INITIALS.fullmatch(stripped))) or stripped != word:
                yield from _piece(pieces)
                pieces = []
        at += len(word)
    if pieces:
        yield from _piece(pieces)


def _no_part(word: str, loose: bool, before: list[tuple[int, str]]) -> bool:
    """Tell whether a capitalised word belongs to no name; in a headline that capitalises all, most do not."""
    key = key_of(word)
    if key in NO_NAME or (key in COUNTRIES and not _given(word)):
        return True
    if not loose:
        return bool(not before and key in ROLES)
    return (not before and not _given(word)) or (
        bool(before) and (key in ACTS or stem(key) in usual()) and not _given(word)
    )


def _given(word: str) -> bool:
    return fold(word) in first_names() or ("." in word and bool(_INITIALS.fullmatch(word)))


def _piece(pieces: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    while len(pieces) > 2 and not _given(pieces[0][1]) and _given(pieces[1][1]):
        pieces = pieces[1:]  # Plus Sam Raimi
    if 2 <= len(pieces) <= LONGEST_NAME:
        yield pieces[0][0], " ".join(word for _, word in pieces)


def _cue(text: str, start: int, form: str, where: str, loose: bool, blocked: Spans) -> Cue:
    words = [fold(word) for word in form.split()]
    before, after = text[max(0, start - 60) : start], text[start + len(form) : start + len(form) + 60]
    weight = (
        -4.0
        if (after_word := _NEXT_WORD.match(fold(after[:20]))) and after_word.group(1) in NOT_AFTER
        else 0.0
    )
    if words[0] in first_names() or _INITIALS.fullmatch(form.split()[0]):
        weight += 2.0
    previous = _PREVIOUS.search(before[before.rstrip().rfind(" ") + 1 :])
    following = _FOLLOWING.match(after)
    real = 0.0
    if previous and fold(previous.group(1)) in ROLES:
        real += 1.5
    if following and fold(following.group(1)) in ACTS:
        real += 1.0
    if (
        words[-1] in BODY_TAIL
        or words[-1] in COUNTRIES
        or words[0] in NO_NAME
        or any(word in BODY_TAIL for word in words[1:-1])
    ):
        weight -= 4.0
    if not loose and _PERSONAL.match(after):
        real += 1.6
    if _OF_THEIRS.match(after):
        weight += 0.5
    if any(start + len(form) < a <= start + len(form) + 4 for a, _ in blocked) and after[:1] in "'’":
        real += 2.0  # the maker of the film named next
    character = key_of(form) in CHARACTERS or bool(_ROLE_BEFORE.search(before) or _ROLE_AFTER.match(after))
    return Cue(form, start, weight + (0 if character else real) - (0.5 if loose else 0), character, where)


class People:
    """Everyone the library has named so far."""

    def __init__(self) -> None:
        self.known: dict[str, Person] = {}
        self.fresh: dict[str, Person] = {}
        self._phrases = Phrases()
        self._aliases: dict[str, str] = {}
        self._spelt: dict[str, set[str]] = {}
        self._touched: set[str] = set()

    def learn(self, report: Report, avoid_title: Spans, avoid_lead: Spans, works: Container[str]) -> None:
        """Take in the names of one report; `works` are the keys of films, which are no people."""
        if not shouted(report.title):
            for cue in runs(report.title, "title", avoid_title):
                self._add(cue)
        for cue in runs(report.lead, "lead", avoid_lead):
            self._add(cue)
        for token in () if MONONYMS.isdisjoint(said(report.lead)) else tokens(report.lead):
            if token.key in MONONYMS and token.text[0].isupper():
                self._add(Cue(token.text, token.start, 3.0, False, "lead"))
        for category in report.categories:
            words = [fold(word) for word in category.split()]
            if key_of(category) in MONONYMS or (
                2 <= len(words) <= 3
                and key_of(category) not in works
                and key_of(category) not in SECTION_NAMES
                and words[0] in first_names()
                and words[-1] not in BODY_TAIL
            ):
                self._add(Cue(category, 0, 3.0, False, "tag"))

    def _add(self, cue: Cue) -> None:
        key = key_of(cue.form)
        for person in (self._of(key), self.fresh.setdefault(key, Person())):
            person.note(cue)

    def _of(self, key: str) -> Person:
        self._touched.add(key)
        if key not in self.known:
            self.known[key] = Person()
            self._phrases.add(key)
        return self.known[key]

    def restore(self, key: str, person: Person) -> None:
        """Take in what was learnt of a person before, or by another."""
        self._of(key).join(person)

    def is_person(self, key: str) -> bool:
        """Tell whether a name is somebody's, and not a character's."""
        if key in CHARACTERS:
            return False
        person = self.known.get(key)
        return (
            person is not None
            and person.weight >= 1.5
            and not (person.character and person.character >= person.real)
        )

    # ------------------------------------------------------------ recognising

    def find(self, report: Report, blocked_title: Spans, blocked_lead: Spans) -> list[str]:
        """The people a report names, in order, by key; surnames are theirs once the whole name is said."""
        rows = ((report.title, blocked_title), (report.lead, blocked_lead))
        found: dict[str, None] = {}
        for text, blocked in rows:
            found.update(dict.fromkeys(self._full(text, blocked)))
        for category in report.categories:
            key = self.same(key_of(category))
            if key not in found and self.is_person(key) and self._said(key, report):
                found[key] = None
        for text, blocked in rows:
            found.update(dict.fromkeys(_by_surname(text, blocked, found)))
        return list(found)

    def by_surname(
        self, report: Report, blocked_title: Spans, blocked_lead: Spans, near: Iterable[str]
    ) -> list[str]:
        """Those of the people near whom a report names by surname alone."""
        spoken = said(report.title) | said(report.lead)
        people = [key for key in map(self.same, near) if _surname(key) in spoken and self.is_person(key)]
        rows = ((report.title, blocked_title), (report.lead, blocked_lead))
        found = (key for text, blocked in rows for key in _by_surname(text, blocked, people))
        return list(dict.fromkeys(found))

    def _full(self, text: str, blocked: Spans) -> Iterator[str]:
        row, free = tokens(text), 0
        for place, key, words in self._phrases.found(text):
            last = place + words - 1
            if place < free or not (row.texts[place][0].isupper() and row.texts[last][0].isupper()):
                continue
            one = self.same(key)
            if self.is_person(one) and not _inside(row.starts[place], row[last].end, blocked):
                yield one
                free = place + words

    def _said(self, key: str, report: Report) -> bool:
        surname = key.split()[-1]
        return surname in said(report.title) or surname in said(report.lead)

    def same(self, key: str) -> str:
        """The one key for every way to print a name."""
        return self._aliases.get(key, key)

    def settle(self) -> None:
        """Take names written two ways for one: other order, a slip, a missing space. Looks at news only."""
        for key in sorted(self._touched):
            if self.is_person(key):
                for variant in _variants(key):
                    self._spelt.setdefault(variant, set()).add(key)
        for key in sorted(self._touched):
            alike = {other for variant in _variants(key) for other in self._spelt.get(variant, ())}
            if len(alike) > 1:
                best = min(alike, key=lambda other: (-sum(self.known[other].forms.values()), other))
                self._aliases.update(dict.fromkeys(alike, best))
        self._touched.clear()

    def form(self, key: str) -> str:
        """A name as it is best printed."""
        person = self.known.get(key)
        return person.best() if person else key.title()


def _variants(key: str) -> Iterator[str]:
    words = key.split()
    yield "".join(sorted("".join(words)))  # order, spaces and swapped letters aside
    if len(words) == 2:
        yield "".join(reversed(words))


def _by_surname(text: str, blocked: Spans, people: Iterable[str]) -> Iterator[str]:
    """Surnames of the people given; one that two of them bear says nothing."""
    spoken = said(text)
    bearers: dict[str, set[str]] = {}
    for key in people:
        if (surname := _surname(key)) in spoken:
            bearers.setdefault(surname, set()).add(key)
    if not bearers:
        return
    row = tokens(text)
    for token in [row[place] for place, key in enumerate(row.keys) if key in bearers]:
        named = bearers[token.key]
        if len(named) == 1 and token.text[0].isupper() and not _inside(token.start, token.end, blocked):
            yield from named


def _surname(key: str) -> str:
    return key[key.rfind(" ") + 1 :]


def _inside(start: int, end: int, spans: Spans) -> bool:
    return any(start < b and a < end for a, b in spans)
