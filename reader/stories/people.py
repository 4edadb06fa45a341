"""People: learnt from running text and tags, recognised in headlines and by surname."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field

from reader.stories.phrases import Phrases, Token, key_of, said, tokens
from reader.stories.report import Report
from reader.stories.runs import Cue, Spans, inside, nicknamed, runs, siblings, tagged
from reader.stories.slips import is_slip, sound, variants
from reader.stories.spans import shouted, title_case
from reader.stories.terms import fold, stem, usual
from reader.stories.words import (
    BODY_TAIL,
    CHARACTERS,
    COUNTRIES,
    MONONYMS,
    NO_NAME,
    SECTION_NAMES,
    SURNAMES_LIKE_WORDS,
    first_names,
)

TELLING, WELL_KNOWN = 5, 4
"""Letters of a surname that may tell who is meant; times that the whole name was printed."""
SELDOM = 2
"""Times that a slip may be printed."""
SHORTEST_GIVEN = 3
SURE = 3
"""So many times as often as a slip a name is printed as it is spelt."""
SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})
"""Behind a surname."""


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
        self.real += (cue.weight >= 1.0 or cue.where == "tag") and not cue.character

    def join(self, other: Person) -> None:
        """Add what was learnt elsewhere."""
        self.forms.update(other.forms)
        self.weight = max(self.weight, other.weight)
        self.character += other.character
        self.real += other.real

    def best(self) -> str:
        """The form most often printed; among equals the one with its accents."""
        return max(self.forms, key=lambda form: (not form.isascii(), self.forms[form], form))


def cues(report: Report, avoid_title: Spans, avoid_lead: Spans, works: Container[str]) -> list[Cue]:
    """Return what one report prints as names; `works` are the keys of films, which are no people."""
    found = [] if shouted(report.title) else runs(report.title, "title", avoid_title)
    found += runs(report.lead, "lead", avoid_lead)
    found += [cue for cue, _ in siblings(report.lead)]
    found += nicknamed(report.lead)
    for token in () if MONONYMS.isdisjoint(said(report.lead)) else tokens(report.lead):
        if token.key in MONONYMS and token.text[0].isupper():
            found.append(Cue(token.text, token.start, 3.0, False, "lead"))
    for category in report.categories:
        if key_of(category) in MONONYMS or _is_name_tag(category, works):
            found.append(Cue(category, 0, 3.0, False, "tag"))
        elif _may_be_name_tag(category, works):
            texts = ((report.title, "title", avoid_title), (report.lead, "lead", avoid_lead))
            found += filter(None, (tagged(category, *each) for each in texts))
    return found


class People:
    """Everyone the library has named so far."""

    def __init__(self, outlets: Container[str] = frozenset()) -> None:
        self.outlets = outlets
        """Their names are nobody's."""
        self.known: dict[str, Person] = {}
        self.fresh: dict[str, Person] = {}
        self._phrases = Phrases()
        self._aliases: dict[str, str] = {}
        self._spelt: dict[str, set[str]] = {}
        self._in_full: dict[str, str] = {}
        """Names by what they are with an initial amid them."""
        self._sounds: dict[str, set[str]] = {}
        """Everyone known, by given name and what is heard of the surname."""
        self._touched: set[str] = set()
        self._bearers: dict[str, set[str]] = {}
        """Everyone known, by surname."""

    def learn(self, cues: Iterable[Cue]) -> None:
        """Take in the names of one report."""
        for cue in cues:
            self._add(cue)

    def _add(self, cue: Cue) -> None:
        key = key_of(cue.form)
        for person in (self._of(key), self.fresh.get(key) or self.fresh.setdefault(key, Person())):
            person.note(cue)

    def _of(self, key: str, met: Person | None = None) -> Person:
        self._touched.add(key)
        if key not in self.known:
            self.known[key] = met or Person()
            self._phrases.add(key)
            if len(surname := _surname(key)) >= TELLING and " " in key and not _is_word(surname):
                self._bearers.setdefault(surname, set()).add(key)
        return self.known[key]

    def restore(self, key: str, person: Person) -> None:
        """Take in what was learnt of a person before, or by another; one not known here itself, no copy."""
        if self._of(key, person) is not person:
            self.known[key].join(person)

    def is_person(self, key: str) -> bool:
        """Tell whether a name is somebody's, and not a character's."""
        if key in CHARACTERS or key in self.outlets:
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
            for cue, other in siblings(text):
                if self.same(key_of(other)) in found:
                    found[self.same(key_of(cue.form))] = None
        for category in report.categories:
            key = self.same(key_of(category))
            if key not in found and self.is_person(key) and self._said(key, report):
                found[key] = None
        for text, blocked in rows:
            found.update(dict.fromkeys(_by_surname(text, blocked, found)))
        return list(found)

    def well_known(self, text: str, blocked: Spans, found: Iterable[str]) -> Iterator[str]:
        """Those whose surname alone tells who is meant: the library often names one of it, and no other."""
        spoken = (said(text) & self._bearers.keys()).difference(map(_surname, found))
        if not spoken or title_case(text) or shouted(text):
            return
        row = tokens(text)
        for token in map(row.__getitem__, row.places(spoken)):
            if token.text[0].isupper() and _stands_alone(text, token):
                one = self._only(token.key)
                if one and not inside(token.start, token.end, blocked):
                    yield one

    def _only(self, surname: str) -> str | None:
        """The one person known by a surname, if often named."""
        bearers = {one for one in map(self.same, self._bearers[surname]) if self.is_person(one)}
        one = bearers.pop() if len(bearers) == 1 else None
        return one if one and self._often(one) else None

    def by_surname(
        self,
        report: Report,
        blocked_title: Spans,
        blocked_lead: Spans,
        near: Iterable[str],
        named: Container[str] = (),
    ) -> list[str]:
        """Those of the people near whom a report names by one name alone; none that it names in full."""
        spoken = said(report.title) | said(report.lead)
        spoken_of = [key for key in dict.fromkeys(map(self.same, near)) if _half_said(key, spoken)]
        known = list(filter(self.is_person, spoken_of))
        rows = ((report.title, blocked_title), (report.lead, blocked_lead))
        people = [key for key in known if (surname := _surname(key)) in spoken or f"{surname}s" in spoken]
        found: dict[str, None] = {}
        for text, blocked in () if all(key in named for key in people) else rows:
            found.update(dict.fromkeys(_by_surname(text, blocked, people)))
        for text, blocked in rows if any(key not in named for key in known) else ():
            called = self._by_given_name(text, blocked, known)
            found.update(dict.fromkeys(key for key in called if key not in named))
        return list(found)

    def _by_given_name(self, text: str, blocked: Spans, people: Iterable[str]) -> Iterator[str]:
        """Those of some people who go by their given name: Keanu, where nobody else near is called so."""
        spoken, bearers = said(text), dict[str, list[str]]()
        for key in people:
            given, _, rest = key.partition(" ")
            if rest and given in spoken and len(given) >= SHORTEST_GIVEN:
                bearers.setdefault(given, []).append(key)
        sure = {given: keys[0] for given, keys in bearers.items() if len(keys) == 1 and self._often(keys[0])}
        if not sure or title_case(text) or shouted(text):
            return
        row = tokens(text)
        for token in map(row.__getitem__, row.places(sure.keys())):
            alone = token.text[0].isupper() and _stands_alone(text, token) and not _is_common(token.key)
            if alone and not _in_speech(text, token.start) and not inside(token.start, token.end, blocked):
                yield sure[token.key]

    def _often(self, key: str) -> bool:
        """Tell whether somebody's whole name was printed often."""
        return self._times(key) >= WELL_KNOWN

    def _full(self, text: str, blocked: Spans) -> Iterator[str]:
        row, free = tokens(text), 0
        for place, key, words in self._phrases.found(text):
            if place < free or not row.texts[place][0].isupper():
                continue
            one, last = self.same(key), row[place + words - 1]
            if (
                self.is_person(one)
                and _large(text, last)
                and not inside(row.starts[place], last.end, blocked)
            ):
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
                for variant in variants(key):
                    self._spelt.setdefault(variant, set()).add(key)
        for key in sorted(self._touched):
            alike = {other for variant in variants(key) for other in self._spelt.get(variant, ())}
            if len(alike) > 1:
                best = min(alike, key=lambda other: (-sum(self.known[other].forms.values()), other))
                self._aliases.update(dict.fromkeys(alike, best))
            self._without_first(key)
            self._initialled(key)
            self._slips(key)
        self._touched.clear()

    def _initialled(self, key: str) -> None:
        """Take Ana B. and Ana Bela Roe for one, by the name that is printed more often."""
        names = key.split()
        if len(names) != 3 or not self.is_person(key):
            return
        short = f"{names[0]} {names[1][0]} {names[2]}"
        if short != key:
            self._in_full[short] = key
        full = self._in_full.get(short)
        if full and short in self.known:
            best = max(full, short, key=lambda one: (sum(self.known[one].forms.values()), one == full))
            self._aliases |= {short: self.same(best), full: self.same(best)}

    def _slips(self, key: str) -> None:
        """Take a name misspelt once or twice for the one that is printed often: Mikelsen, Hallum, Suzan."""
        if " " not in key or key in CHARACTERS:
            return
        alike = self._sounds.setdefault(sound(key), set())
        alike.add(key)
        printed = {one: sum(self.known[one].forms.values()) for one in alike if self.is_person(one)}
        if not printed or len(alike) == 1:
            return
        printed |= {one: sum(self.known[one].forms.values()) for one in alike - printed.keys()}
        best = max(sorted(alike), key=printed.__getitem__)
        slips = [one for one in alike if one != best and SURE * printed[one] <= printed[best]]
        self._aliases.update(dict.fromkeys(slips, self.same(best)))

    def meant(self, key: str, others: Iterable[str]) -> str:
        """Whom of some others a name, hardly ever printed, is a slip for; itself where for none."""
        times = self._times(key)
        alike = [other for other in others if self._times(other) > times and is_slip(key, other)]
        return alike[0] if times <= SELDOM and len(alike) == 1 else key

    def _times(self, key: str) -> int:
        """How often a name was printed; one told by a surname, or forgotten since, is not known by itself."""
        person = self.known.get(key)
        return sum(person.forms.values()) if person else 0

    def _without_first(self, key: str) -> None:
        """Take the last two names of three, printed alone, for the person of all three: Bailey Bond."""
        tail = " ".join(key.split()[-2:])
        alone = self.known.get(tail) if tail != key and self.is_person(key) else None
        if alone and sum(alone.forms.values()) <= sum(self.known[key].forms.values()):
            self._aliases[tail] = self.same(key)

    def form(self, key: str) -> str:
        """A name as it is best printed."""
        person = self.known.get(key)
        return person.best() if person else key.title()


def _by_surname(text: str, blocked: Spans, people: Iterable[str]) -> Iterator[str]:
    """Surnames of the people given; one that two of them bear says nothing, but in the plural: the Russos."""
    spoken = said(text)
    bearers: dict[str, set[str]] = {}
    families: dict[str, set[str]] = {}
    for key in people:
        if (surname := _surname(key)) in spoken:
            bearers.setdefault(surname, set()).add(key)
        elif f"{surname}s" in spoken:
            families.setdefault(f"{surname}s", set()).add(key)
    if not bearers and not families:
        return
    row = tokens(text)
    for token in map(row.__getitem__, row.places({*bearers, *families})):
        named, family = bearers.get(token.key, set()), families.get(token.key, set())
        if _large(text, token) and not inside(token.start, token.end, blocked):
            yield from named if len(named) == 1 else ()
            yield from sorted(family) if len(family) > 1 else ()


def _is_word(surname: str) -> bool:
    return stem(surname) in usual() or any(
        surname in no for no in (NO_NAME, COUNTRIES, BODY_TAIL, first_names())
    )


def _half_said(key: str, spoken: Container[str]) -> bool:
    """Tell whether a text may have somebody's given name or surname, or that of a family."""
    surname = _surname(key)
    return surname in spoken or key.partition(" ")[0] in spoken or f"{surname}s" in spoken


def _in_speech(text: str, at: int) -> bool:
    """Tell whether somebody speaks there: they may call anyone by a given name."""
    before = text[:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _is_common(given: str) -> bool:
    """Tell whether a given name is a word as well: Will, June, Grace."""
    return stem(given) in usual() or given in NO_NAME or given in SURNAMES_LIKE_WORDS


def _stands_alone(text: str, token: Token) -> bool:
    """Tell whether a word is no part of a longer run of capitalised ones."""
    before, after = text[: token.start].rstrip(" -"), text[token.end : token.end + 2]
    last = before[before.rfind(" ") + 1 :]
    return not (last[:1].isupper() and last[-1:].isalnum()) and not (
        after[:1] in " -" and after[1:].isupper()
    )


def _large(text: str, token: Token) -> bool:
    """Tell whether a word is printed as a name, or as the second half of one: Kore-eda."""
    return token.text[0].isupper() or text[max(0, token.start - 1) : token.start] == "-"


def _surname(key: str) -> str:
    before, _, last = key.rpartition(" ")
    return before.rpartition(" ")[2] if last in SUFFIXES and " " in before else last


def _may_be_name_tag(category: str, works: Container[str]) -> bool:
    """Tell whether a tag is written as a name, and no film or section that is known."""
    words = category.split()
    return (
        2 <= len(words) <= 3
        and all(word[0].isupper() and word.replace("-", "").isalpha() for word in words)
        and key_of(category) not in works
        and key_of(category) not in SECTION_NAMES
        and fold(words[-1]) not in BODY_TAIL
    )


def _is_name_tag(category: str, works: Container[str]) -> bool:
    """Tell whether a tag is somebody's name by its given name."""
    words = [fold(word) for word in category.split()]
    return (
        2 <= len(words) <= 3
        and key_of(category) not in works
        and key_of(category) not in SECTION_NAMES
        and words[0] in first_names()
        and words[-1] not in BODY_TAIL
    )
