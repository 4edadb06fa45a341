"""Films, learnt from how outlets print them and recognised wherever they are printed bare."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from reader.stories.around import (
    AND,
    BASE_AFTER,
    CONTEXT_AFTER,
    CONTEXT_BEFORE,
    COUNTED,
    CREDIT_AFTER,
    CREDIT_BEFORE,
    HELD_AFTER,
    HELD_BEFORE,
    MAKER_AFTER,
    NTH,
    NUMBER,
    NUMERALS,
    ORDINALS,
    OTHER_AFTER,
    OTHER_BEFORE,
    PART,
    PARTS,
    ROMANS,
    SEQUEL_AFTER,
    SEQUEL_BEFORE,
    THE_BEFORE,
)
from reader.stories.phrases import Phrases, Row, Token, key_of, said, tokens
from reader.stories.printed import is_title_tag, printed
from reader.stories.report import Report
from reader.stories.spans import in_capitals, quoted, shouted, title_case
from reader.stories.terms import AT_HAND, stem, usual
from reader.stories.words import NO_TITLE, SECTION_NAMES, SMALL

TELLING = 4
"""Letters of a word that may stand for a whole title."""
HEADLINE = 200
"""Longer texts are no headlines: capitals there are names of bodies."""


class Mention(NamedTuple):
    """A film named in a report. `credit`: only to say who somebody is, or what something resembles."""

    key: str
    surface: str
    where: str
    start: int
    sure: bool
    credit: bool = False
    sequel: int = 0


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


class Titles:
    """Every title the library has shown so far."""

    def __init__(self) -> None:
        self.known: dict[str, Title] = {}
        self.fresh: dict[str, Title] = {}
        """What was learnt since the last piece was taken."""
        self._phrases = Phrases()
        self._tails: dict[str, set[str]] = {}
        self._numbered: dict[tuple[str, int], set[str]] = {}
        """Titles with a sequel's number at the end, by their first words and it."""
        self._spoken: dict[str, str] = {}
        """Titles with a possessive inside, as running text reads them."""
        self._with_word: dict[str, set[str]] = {}
        """Titles of several words, by each that tells something."""
        self.outlets: set[str] = set()
        self.renamed: dict[str, str] = {}
        self.renamed_lately: dict[str, str] = {}

    # ------------------------------------------------------------ learning

    def learn(self, report: Report) -> set[str]:
        """Take in the titles one report prints as such, and return their keys and those of its tags."""
        self.outlets.add(key_of(report.outlet))
        own = set()
        for text, span, how in printed(report):
            key = key_of(span)
            if not self._fit(key):
                continue
            start = text.find(span)
            elsewhere = bool(
                OTHER_AFTER.search(text[start + len(span) :][:40].lower())
                or OTHER_BEFORE.search(text[max(0, start - 40) : start].lower())
            )
            self._add(key, span, report.outlet, how, elsewhere)
            own.add(key)
        for category in report.categories:
            key = key_of(category)
            if key in self.known or key in own or (self._fit(key) and is_title_tag(category)):
                self._add(key, category, report.outlet, "tag", False)
                own.add(key)
        return own

    def _fit(self, key: str) -> bool:
        if key.startswith("untitled "):
            return False
        if not key or key in self.outlets or key in NO_TITLE or key in SECTION_NAMES or len(key) < 2:
            return False
        return not key.isdigit() and key.removeprefix("the ") not in self.outlets

    def _add(self, key: str, form: str, outlet: str, how: str, elsewhere: bool) -> None:
        for title in (self._of(key), self._fresh(key)):
            title.note(form, outlet, how, elsewhere)
        self._subtitle(key, form)

    def _fresh(self, key: str) -> Title:
        return self.fresh.get(key) or self.fresh.setdefault(key, Title())

    def _of(self, key: str) -> Title:
        if key not in self.known:
            self.known[key] = Title()
            self._phrases.add(key)
            base, number = _numbered(key)
            words = base.split()
            for word in words if len(words) > 1 else ():
                if len(word) >= TELLING and word.isalpha() and stem(word) not in usual():
                    self._with_word.setdefault(word, set()).add(key)
            for size in range(1, len(words) + 1) if number else ():
                self._numbered.setdefault((" ".join(words[:size]), number), set()).add(key)
            for last in (str(number), NUMERALS[number]) if number else ():
                self._speak(f"{base} {last}", key)
        return self.known[key]

    def beside(self, key: str, people: Collection[str]) -> None:
        """Note who is named in a report that prints a title."""
        if people and key in self.known:
            self.known[key].beside.update(people)
            self._fresh(key).beside.update(people)

    def restore(self, key: str, title: Title) -> None:
        """Take in what was learnt of a title before, or by another."""
        self._of(key).join(title)
        for form in title.forms:
            self._subtitle(key, form)
        self.outlets.update(map(key_of, title.outlets))

    def _subtitle(self, key: str, form: str) -> None:
        if "’s " in form or "'s " in form:
            self._speak(" ".join(token.key for token in tokens(form)), key)
        if ": " in form and (tail := key_of(form.split(": ", 1)[1])):
            self._tails.setdefault(tail, set()).add(key)

    def _speak(self, spoken: str, key: str) -> None:
        """Note another way to say a title: without its apostrophe, with the other kind of numeral."""
        if spoken not in self.known:
            self._spoken[spoken] = key
            self._phrases.add(spoken)

    # ------------------------------------------------------------ recognising

    def find(
        self, text: str, where: str, *, marked: Collection[str] = (), beside: Collection[str] = ()
    ) -> list[Mention]:
        """Every title in a text, longest match first; one-word titles only where something vouches for them.

        `marked`: keys the report sets in italics or tags. `beside`: the people it names.
        """
        found: list[Mention] = []
        for accepted in self._accepted(text, marked=marked, beside=beside):
            mention = self._mention(text, where, *accepted)
            if found and found[-1].credit and AND.fullmatch(text[_end(found[-1]) : mention.start]):
                mention = mention._replace(credit=True)  # the director of one and another
            found.append(mention)
        return found

    def places(self, text: str, marked: Collection[str]) -> list[tuple[int, int]]:
        """Where a text prints titles."""
        return [(start, end) for _, start, end, _ in self._accepted(text, marked=marked)]

    def _accepted(
        self, text: str, *, marked: Collection[str] = (), beside: Collection[str] = ()
    ) -> Iterator[tuple[str, int, int, bool]]:
        """The titles of a text: key, where, and whether the text prints it as one."""
        found = self._phrases.found(text)
        if not found:
            return
        sure, row, free = _sure(text), tokens(text), 0
        for place, spoken, words in found:
            key = spoken if spoken in self.known else self._spoken[spoken]
            if place < free or not (sure or key in marked or _large(row.texts[place])):
                continue
            start, end = row.starts[place], row[place + words - 1].end
            vouched = key in marked or any(a <= start and end <= b for a, b in sure)
            if vouched or self._bare(key, text, row.part(place, words), start, end, beside):
                extra, longer, end = self._longer(text, row, place + words, key, end)
                free = place + words + extra
                if longer == key and self.known[key].elsewhere * 2 > sum(self.known[key].forms.values()):
                    free = place + words
                else:
                    yield longer, start, end, vouched

    def _mention(self, text: str, where: str, key: str, start: int, end: int, vouched: bool) -> Mention:
        before, after = text[max(0, start - 80) : start].lower(), text[end : end + 60].lower()
        nth = NTH.search(before)
        sequel = 2 if SEQUEL_AFTER.search(after) or SEQUEL_BEFORE.search(before) else 0
        if nth:
            sequel = ORDINALS[nth.group(1)]
        credit = not sequel and bool(
            CREDIT_AFTER.search(after) or BASE_AFTER.search(after) or CREDIT_BEFORE.search(before)
        )
        credit = credit or bool(not sequel and THE_BEFORE.search(before) and MAKER_AFTER.search(after))
        held = where == "lead" and bool(HELD_AFTER.search(after) or HELD_BEFORE.search(before))
        return Mention(key, text[start:end], where, start, vouched, credit or held, sequel)

    def _bare(
        self,
        key: str,
        text: str,
        row: Sequence[Token],
        start: int,
        end: int,
        beside: Collection[str],
    ) -> bool:
        large = [token for token in row if token.key not in SMALL]
        if not all(_large(token.text) for token in large):
            return len(large) > 1 and self.known[key].forms[text[start:end]] > 1  # Il custode
        if not _large(row[0].text):
            return False
        title = self.known[key]
        if len(large) >= 2 and title.sure:
            return True
        if not start and text[end : end + 2] == ": " and self.usual(key):
            return True
        before, after = text[max(0, start - 30) : start].lower(), text[end : end + 40].lower()
        if CONTEXT_AFTER.search(after) or CONTEXT_BEFORE.search(before):
            return bool(title.sure or len(title.outlets) > 1)
        if (
            title.sure > 1
            and len(title.outlets) > 1
            and start
            and not (title_case(text) or shouted(text))
            and row[0].text[1:] == row[0].text[1:].lower()
            and len(row[0].text) > 3
        ):
            return text[start - 2] not in ".!?:;" and not text[end : end + 2].strip()[:1].isupper()
        return bool(title.sure) and any(title.beside[name] for name in beside)

    def _longer(self, text: str, row: Row, at: int, key: str, end: int) -> tuple[int, str, int]:
        """A title followed by a sequel number is another title: Heat 2 is not Heat."""
        part = PART.match(text, end)
        if part:
            extra = sum(start < part.end() for start in row.starts[at:])
            return extra, f"{key} {key_of(part.group())}", part.end()
        if at < len(row) and text[end : row.starts[at]] == " " and NUMBER.fullmatch(row.keys[at]):
            number = row[at]
            if number.key not in ("i", "v", "x") and not COUNTED.match(text, number.end):
                return 1, f"{key} {number.key}", number.end
        return 0, key, end

    def hinted(self, headline: str, people: Collection[str]) -> str | None:
        """The film a headline means by one word of its title, where its people are named: the Zelda movie."""
        names = {part for person in people for part in person.split()}
        found = set()
        for word in (said(headline) & self._with_word.keys()) - names:
            wholes = {self.whole(key) for key in self._with_word[word] if self.usual(key)}
            if len(wholes) == 1:
                found |= {key for key in wholes if any(self.known[key].beside[one] for one in people)}
        return found.pop() if len(found) == 1 else None

    # ------------------------------------------------------------ one name for each

    def rename(self, old: str, new: str) -> None:
        """Note that a film has a new title: a working title, an untitled project."""
        if old != new:
            self.renamed[old] = self.renamed_lately[old] = new

    def whole(self, key: str) -> str:
        """The full title a subtitle stands for: The Bone Temple is 28 Years Later: The Bone Temple."""
        if key in self.renamed and self.renamed[key] not in self.renamed:
            return self.renamed[key]
        wholes = self._tails.get(key, ()) or self._tails.get(f"the {key}", ())
        if len(wholes) == 1:
            return min(wholes)
        base, number = _numbered(key)
        alike = self._numbered.get((base, number), set()) if number else set()
        longer = [other for other in alike if len(_numbered(other)[0]) > len(base)]
        if len(longer) == 1 and base not in SMALL:
            return longer[0]  # Sonic 4 for Sonic the Hedgehog 4
        same = [other for other in alike if _numbered(other)[0] == base]
        if len(same) > (key in self.known):
            return max(same, key=lambda other: (self.known[other].sure, other))  # Heat II for Heat 2
        numbered = re.fullmatch(r"(.+) ([2-9])", key)
        part = f"{numbered[1]} part {PARTS[int(numbered[2])]}" if numbered else ""
        return part if part in self.known else self._with_article(key)

    def _with_article(self, key: str) -> str:
        """The Thomas Crown Affair, where an outlet drops its article; Batman is not The Batman."""
        other = f"the {key}"
        if " " not in key or other not in self.known:
            return key
        mine = self.known.get(key)
        return other if mine is None or self.known[other].sure >= mine.sure else key

    def usual(self, key: str) -> bool:
        """Tell whether several outlets print a title."""
        title = self.known.get(key)
        return title is not None and title.sure > 1 and len(title.outlets) > 1

    def form(self, key: str) -> str:
        """A title as it is best printed."""
        title = self.known.get(key)
        return title.best() if title else key.title()

    def sequel_of(self, key: str, number: int) -> str | None:
        """The title of a film's numbered sequel, where the library knows one."""
        for ending in (str(number), {2: "ii", 3: "iii", 4: "iv"}.get(number, "")):
            title = self.known.get(f"{key} {ending}")
            if title and len(title.outlets) > 1:  # one outlet's number is no title yet
                return f"{key} {ending}"
        parts = [other for other in self.known if other.startswith((f"{key} part ", f"{key} chapter "))]
        named = [
            other for other in parts if other.endswith(({2: "two", 3: "three"}.get(number, "?"), str(number)))
        ]
        return min(named) if named else None


@lru_cache(AT_HAND)
def _sure(text: str) -> tuple[tuple[int, int], ...]:
    """Where a text prints something as a title, known or not."""
    spans = (*quoted(text), *(in_capitals(text) if len(text) < HEADLINE else ()))
    return tuple([(span.start, span.end) for span in spans])


def _end(mention: Mention) -> int:
    return mention.start + len(mention.surface)


def _large(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit()


def _numbered(key: str) -> tuple[str, int]:
    """A title without the number of a sequel at its end, and the number; 0 where there is none."""
    base, _, last = key.rpartition(" ")
    number = int(last) if len(last) == 1 and last in "23456789" else ROMANS.get(last, 0)
    return (base, number) if base and number else (key, 0)
