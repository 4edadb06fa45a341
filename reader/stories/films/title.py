"""One title: the forms it is printed in and by whom, and the number of a sequel at its end."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from reader.stories.films.context import ROMANS


@dataclass(slots=True)
class Title:
    """What is known of one title."""

    forms: Counter[str] = field(default_factory=Counter)
    outlets: set[str] = field(default_factory=set)
    sure: int = 0
    """Times printed as a title: quoted, emphasised, in capitals or as a tag that is one elsewhere."""
    elsewhere: int = 0
    """Times called a series, a book, a song."""
    beside: Counter[str] = field(default_factory=Counter)
    """People named in the same reports."""

    def note(self, form: str, outlet: str, how: str, elsewhere: bool) -> None:
        """Count one more time that an outlet printed it."""
        self.forms[form] += 1
        self.outlets.add(outlet)
        self.sure += how != "tag"
        self.elsewhere += elsewhere

    def join(self, other: Title) -> None:
        """Add what was learnt elsewhere."""
        self.forms.update(other.forms)
        self.outlets |= other.outlets
        self.sure += other.sure
        self.elsewhere += other.elsewhere
        self.beside.update(other.beside)

    def best(self) -> str:
        """The form most often printed, capitals last."""
        return max(self.forms, key=lambda form: (not form.isupper(), self.forms[form], "’" in form, form))


def numbered(key: str) -> tuple[str, int]:
    """A title without the number of a sequel at its end, and the number; 0 where there is none."""
    base, _, last = key.rpartition(" ")
    number = int(last) if len(last) == 1 and last in "23456789" else ROMANS.get(last, 0)
    return (base, number) if base and number else (key, 0)
