"""A person: the forms their name is printed in, and what speaks for there being such a one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from reader.stories.people.evidence import NameCandidate


@dataclass(slots=True)
class Person:
    """What is known of one person."""

    forms: Counter[str] = field(default_factory=Counter)
    weight: float = 0.0
    """The most that ever spoke for the name being somebody's: `evidence.NameCandidate.weight`."""
    character: int = 0
    """How much was said of it that only holds of a character in a film."""
    real: int = 0
    """How often it was surely that of a real person."""

    def note(self, cue: NameCandidate) -> None:
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
