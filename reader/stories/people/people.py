"""People: learnt from running text and tags, recognised in headlines and by surname."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from reader.stories.language.phrases import Phrases
from reader.stories.language.spans import Spans, inside, shouted, title_case
from reader.stories.language.tokens import key_of, tokens, word_set
from reader.stories.language.word_lists import CHARACTERS
from reader.stories.people.capitalised_runs import siblings
from reader.stories.people.evidence import NameCandidate
from reader.stories.people.partial_names import (
    by_surname,
    half_said,
    in_speech,
    is_common,
    is_large,
    is_word,
    stands_alone,
    surname_of,
)
from reader.stories.people.person import Person
from reader.stories.people.spellings import Spellings
from reader.stories.report import Report

TELLING, WELL_KNOWN = 5, 4
"""Letters of a surname that may tell who is meant; times that the whole name was printed."""
PERSON = 1.5
"""From this weight on a name is somebody's."""
SLIGHT, AGAIN = 1.0, 2
"""So little speaks for somebody if it is said so often, of words that are nothing else."""
SHORTEST_GIVEN = 3
"""Letters of a given name that somebody is called by alone."""


def _often_slight(key: str, person: Person) -> bool:
    """Tell whether several reports say a little that only holds of people, of a name that is no words."""
    return person.weight >= SLIGHT and person.real >= AGAIN and not any(map(is_word, key.split()))


class People:
    """Everyone the library has named so far."""

    def __init__(self, outlets: Container[str] = frozenset()) -> None:
        self.outlets = outlets
        """Their names are nobody's."""
        self.known: dict[str, Person] = {}
        self.fresh: dict[str, Person] = {}
        self._phrases = Phrases()
        self._spellings = Spellings(self.known)
        self._bearers: dict[str, set[str]] = {}
        """Everyone known, by surname."""

    def learn(self, cues: Iterable[NameCandidate]) -> None:
        """Take in the names of one report."""
        for cue in cues:
            self._add(cue)

    def _add(self, cue: NameCandidate) -> None:
        key = key_of(cue.form)
        for person in (self._of(key), self.fresh.get(key) or self.fresh.setdefault(key, Person())):
            person.note(cue)

    def _of(self, key: str, met: Person | None = None) -> Person:
        self._spellings.touch(key)
        if key not in self.known:
            self.known[key] = met or Person()
            self._phrases.add(key)
            if len(surname := surname_of(key)) >= TELLING and " " in key and not is_word(surname):
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
            and (person.weight >= PERSON or _often_slight(key, person))
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
            found.update(dict.fromkeys(by_surname(text, blocked, found)))
        return list(found)

    def well_known(self, text: str, blocked: Spans, found: Iterable[str]) -> Iterator[str]:
        """Those whose surname alone tells who is meant: the library often names one of it, and no other."""
        spoken = (word_set(text) & self._bearers.keys()).difference(map(surname_of, found))
        if not spoken or title_case(text) or shouted(text):
            return
        row = tokens(text)
        for token in map(row.__getitem__, row.places(spoken)):
            if token.text[0].isupper() and stands_alone(text, token):
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
        spoken = word_set(report.title) | word_set(report.lead)
        spoken_of = [key for key in dict.fromkeys(map(self.same, near)) if half_said(key, spoken)]
        known = list(filter(self.is_person, spoken_of))
        rows = ((report.title, blocked_title), (report.lead, blocked_lead))
        people = [key for key in known if (surname := surname_of(key)) in spoken or f"{surname}s" in spoken]
        found: dict[str, None] = {}
        for text, blocked in () if all(key in named for key in people) else rows:
            found.update(dict.fromkeys(by_surname(text, blocked, people)))
        for text, blocked in rows if any(key not in named for key in known) else ():
            called = self._by_given_name(text, blocked, known)
            found.update(dict.fromkeys(key for key in called if key not in named))
        return list(found)

    def _by_given_name(self, text: str, blocked: Spans, people: Iterable[str]) -> Iterator[str]:
        """Those of some people who go by their given name: Keanu, where nobody else near is called so."""
        spoken, bearers = word_set(text), dict[str, list[str]]()
        for key in people:
            given, _, rest = key.partition(" ")
            if rest and given in spoken and len(given) >= SHORTEST_GIVEN:
                bearers.setdefault(given, []).append(key)
        sure = {given: keys[0] for given, keys in bearers.items() if len(keys) == 1 and self._often(keys[0])}
        if not sure or title_case(text) or shouted(text):
            return
        row = tokens(text)
        for token in map(row.__getitem__, row.places(sure.keys())):
            alone = token.text[0].isupper() and stands_alone(text, token) and not is_common(token.key)
            if alone and not in_speech(text, token.start) and not inside(token.start, token.end, blocked):
                yield sure[token.key]

    def _often(self, key: str) -> bool:
        """Tell whether somebody's whole name was printed often."""
        return self._spellings.times(key) >= WELL_KNOWN

    def _full(self, text: str, blocked: Spans) -> Iterator[str]:
        row, free = tokens(text), 0
        for place, key, words in self._phrases.found(text):
            if place < free or not row.texts[place][0].isupper():
                continue
            one, last = self.same(key), row[place + words - 1]
            if (
                self.is_person(one)
                and is_large(text, last)
                and not inside(row.starts[place], last.end, blocked)
            ):
                yield one
                free = place + words

    def _said(self, key: str, report: Report) -> bool:
        surname = key.split()[-1]
        return surname in word_set(report.title) or surname in word_set(report.lead)

    def same(self, key: str) -> str:
        """The one key for every way to print a name."""
        return self._spellings.same(key)

    def settle(self) -> None:
        """Take names written in several ways for one."""
        self._spellings.settle(self.is_person)

    def meant(self, key: str, others: Iterable[str]) -> str:
        """Whom of some others a name, hardly ever printed, is a slip for; itself where for none."""
        return self._spellings.meant(key, others)

    def form(self, key: str) -> str:
        """A name as it is best printed."""
        person = self.known.get(key)
        return person.best() if person else key.title()
