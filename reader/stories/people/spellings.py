"""One person under several spellings: another order, a slip, an initial, a name left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from reader.stories.language.misspellings import is_slip, sound, variants
from reader.stories.language.word_lists import CHARACTERS
from reader.stories.people.person import Person

SELDOM = 2
"""Times that a slip may be printed."""
SURE = 3
"""So many times as often as a slip a name is printed as it is spelt."""

IsPerson = Callable[[str], bool]


class Spellings:
    """Which of the names known are the same person's; looks only at those that were touched since."""

    def __init__(self, known: Mapping[str, Person]) -> None:
        self._known = known
        self._touched: set[str] = set()
        self._aliases: dict[str, str] = {}
        self._spelt: dict[str, set[str]] = {}
        self._in_full: dict[str, str] = {}
        """Names by what they are with an initial amid them."""
        self._sounds: dict[str, set[str]] = {}
        """Everyone known, by given name and what is heard of the surname."""

    def touch(self, key: str) -> None:
        """Have a name looked at the next time."""
        self._touched.add(key)

    def same(self, key: str) -> str:
        """The one key for every way to print a name."""
        return self._aliases.get(key, key)

    def settle(self, is_person: IsPerson) -> None:
        """Take names written two ways for one: other order, a slip, a missing space. Looks at news only."""
        for key in sorted(self._touched):
            if is_person(key):
                for variant in variants(key):
                    self._spelt.setdefault(variant, set()).add(key)
        for key in sorted(self._touched):
            alike = {other for variant in variants(key) for other in self._spelt.get(variant, ())}
            if len(alike) > 1:
                best = min(alike, key=lambda other: (-self.times(other), other))
                self._aliases.update(dict.fromkeys(alike, best))
            if is_person(key):
                self._without_first(key)
                self._initialled(key)
            self._slips(key, is_person)
        self._touched.clear()

    def _initialled(self, key: str) -> None:
        """Take Ana B. and Ana Bela Roe for one, by the name that is printed more often."""
        names = key.split()
        if len(names) != 3:
            return
        short = f"{names[0]} {names[1][0]} {names[2]}"
        if short != key:
            self._in_full[short] = key
        full = self._in_full.get(short)
        if full and short in self._known:
            best = max(full, short, key=lambda one: (self.times(one), one == full))
            self._aliases |= {short: self.same(best), full: self.same(best)}

    def _slips(self, key: str, is_person: IsPerson) -> None:
        """Take a name misspelt once or twice for the one that is printed often: Mikelsen, Hallum, Suzan."""
        if " " not in key or key in CHARACTERS:
            return
        alike = self._sounds.setdefault(sound(key), set())
        alike.add(key)
        printed = {one: self.times(one) for one in alike if is_person(one)}
        if not printed or len(alike) == 1:
            return
        printed |= {one: self.times(one) for one in alike - printed.keys()}
        best = max(sorted(alike), key=printed.__getitem__)
        slips = [one for one in alike if one != best and SURE * printed[one] <= printed[best]]
        self._aliases.update(dict.fromkeys(slips, self.same(best)))

    def meant(self, key: str, others: Iterable[str]) -> str:
        """Whom of some others a name, hardly ever printed, is a slip for; itself where for none."""
        times = self.times(key)
        alike = [other for other in others if self.times(other) > times and is_slip(key, other)]
        return alike[0] if times <= SELDOM and len(alike) == 1 else key

    def times(self, key: str) -> int:
        """How often a name was printed; one told by a surname, or forgotten since, is not known by itself."""
        person = self._known.get(key)
        return sum(person.forms.values()) if person else 0

    def _without_first(self, key: str) -> None:
        """Take the last two names of three, printed alone, for the person of all three: Bailey Bond."""
        tail = " ".join(key.split()[-2:])
        alone = self._known.get(tail) if tail != key else None
        if alone and self.times(tail) <= self.times(key):
            self._aliases[tail] = self.same(key)
