"""Films, learnt from how outlets print them: what is known of each title, and every way to say it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from reader.patterns import late
from reader.stories.films.context import (
    NUMERALS,
    PARTS,
)
from reader.stories.films.title import Title, numbered
from reader.stories.films.title_candidates import TitleCandidate
from reader.stories.films.title_tags import is_title_tag, tag_key, with_year
from reader.stories.language.phrases import Phrases
from reader.stories.language.terms import stem, usual
from reader.stories.language.tokens import key_of, tokens
from reader.stories.language.word_lists import NO_TITLE, SECTION_NAMES
from reader.stories.report import Report

_PART = late(r" (?=(?:part|chapter) )")
_PART_ALONE = late(r"(?:part|chapter|volume|vol|episode|season) (?:\d+|[ivx]+|one|two|three|four|five|six)")
_ARTICLE = late(r"^(?:the|an?) ")
_NO_TAIL = late(r"(?:part|chapter|volume|vol|episode|season|the (?:movie|film|beginning|series))\b")
"""Behind a colon: what many films are called."""
_DESCRIBED = late(
    r"(.{3,}?) [–—] An? (?:[\w’'-]+ ){0,5}(?:Event|Story|Tale|Musical|Film|Movie|Documentary|Fable|Saga|"
    r"Romance|"
    r"Adventure|Experience|Opera|Memoir|Mystery)"
)
"""A title, and behind a dash what it is: all that leave that out tell of the same film."""
TELLING = 4
"""Letters of a word that may stand for a whole title."""
LONGEST = 24
"""Words of a title: of one that is as long as a headline, all parts of it would be more than memory holds."""


class Titles:
    """Every title the library has shown so far."""

    def __init__(self) -> None:
        self.known: dict[str, Title] = {}
        self.fresh: dict[str, Title] = {}
        """What was learnt since the last piece was taken."""
        self.phrases = Phrases()
        self.tails: dict[str, set[str]] = {}
        self.by_head: dict[str, set[str]] = {}
        """Titles with a subtitle, by what stands before the colon."""
        self.tail_of: dict[str, str] = {}
        """What stands behind the colon, by title."""
        self.by_number: dict[tuple[str, int], set[str]] = {}
        """Titles with a sequel's number at the end, by their first words and it."""
        self.parted: dict[str, set[str]] = {}
        """Titles of parts and chapters, by what stands before the word."""
        self.spoken: dict[str, str] = {}
        """Titles with a possessive or a sign for and inside, as running text reads them."""
        self.with_word: dict[str, set[str]] = {}
        """Titles of several words, by each that tells something."""
        self.with_person: dict[str, set[str]] = {}
        """Titles by who is named in several reports that print them."""
        self.outlets: set[str] = set()
        self.renamed: dict[str, str] = {}
        self.renamed_lately: dict[str, str] = {}
        self.titled_at: dict[str, int] = {}
        """When a report first gave a project its title."""
        self.titled_lately: dict[str, int] = {}
        self.instead: dict[str, Counter[str]] = {}
        """Of titles with a number those with a subtitle that reports have in their place, and how often.

        And of titles abroad those that reports are filed under; of those in short, with a colon, the full."""
        self.instead_lately: dict[str, Counter[str]] = {}

    def learn(self, report: Report, prints: Iterable[TitleCandidate]) -> set[str]:
        """Take in the titles one report prints as such, and return their keys and those of its tags."""
        own: set[str] = set()
        for span, how, elsewhere in prints:
            key = key_of(span)
            if self._fit(key):
                self._add(key, span, report.outlet, how, elsewhere)
                own.add(key)
        for category in report.categories:
            key = tag_key(category, report.published)
            dated = with_year(category)
            base = key_of(dated[1]) if dated else key
            if key != base:
                self.rename(f"{base} original", key)
            form = dated[1] if dated and key == base else category
            if key in self.known or key in own or (self._fit(key) and is_title_tag(category)):
                self._add(key, form, report.outlet, "tag", False)
                own.add(key)
        self._in_short(report, own)
        return own

    def _in_short(self, report: Report, own: set[str]) -> None:
        """Note where a headline has the beginning of a title that the lead or a tag has in full.

        Where the lead has both, they are two films.
        """
        for full in own & self.tail_of.keys():
            head = full.removesuffix(f" {self.tail_of[full]}")
            for short in {head, head.removeprefix("the ")} & own:
                if f" {full} " not in f" {key_of(report.title)} ":
                    apart = f" {short} " in f" {key_of(report.lead)} ".replace(f" {full} ", " ")
                    self.note_instead(f"{short}:", full, -1 if apart else 1)

    def called(self, short: str, full: str) -> bool:
        """Tell whether a title is what headlines call another by, whose beginning it is."""
        return self.instead.get(f"{short}:", Counter())[full] > 0

    def given(self, form: str) -> None:
        """Take the person's word for a title of several words; one word is never a title by itself."""
        key = key_of(form)
        if " " in key and key not in self.known and self._fit(key):
            self._of(key).note(form, "", "given", False)
            self._subtitle(key, form)

    def _fit(self, key: str) -> bool:
        if key.startswith("untitled ") or _PART_ALONE.fullmatch(key):
            return False
        if not key or key in self.outlets or key in NO_TITLE or key in SECTION_NAMES or len(key) < 2:
            return False
        if key.count(" ") >= LONGEST:
            return False
        return not key.isdigit() and key.removeprefix("the ") not in self.outlets

    def _add(self, key: str, form: str, outlet: str, how: str, elsewhere: bool) -> None:
        for title in (self._of(key), self._fresh(key)):
            title.note(form, outlet, how, elsewhere)
        self._subtitle(key, form)

    def _fresh(self, key: str) -> Title:
        return self.fresh.get(key) or self.fresh.setdefault(key, Title())

    def _of(self, key: str, met: Title | None = None) -> Title:
        if key not in self.known:
            self.known[key] = met or Title()
            self.phrases.add(key)
            for match in _PART.finditer(key):
                self._part(key[: match.start()], key)
            if (bare := _ARTICLE.sub("", key)) != key and " " in bare:
                self._speak(bare, key)
            base, number = numbered(key)
            words = base.split()
            for word in words if len(words) > 1 else ():
                if len(word) >= TELLING and word.isalpha() and stem(word) not in usual():
                    self.with_word.setdefault(word, set()).add(key)
            for size in range(1, len(words) + 1) if number else ():
                for part in (words[:size], words[-size:]):
                    self.by_number.setdefault((" ".join(part), number), set()).add(key)
            for last in (str(number), NUMERALS[number]) if number else ():
                self._speak(f"{base} {last}", key)
            if number and len(words) > 1:
                self._speak(f"{base} {number + 1}", key)  # the one after it is a title, too
        return self.known[key]

    def _part(self, base: str, key: str) -> None:
        """Note a part of a film in several, and the ways to call it by its number alone."""
        self.parted.setdefault(base, set()).add(key)
        last = key.rpartition(" ")[2]
        number = PARTS.index(last) if last in PARTS else numbered(f"part {last}")[1]
        for called in {base, _ARTICLE.sub("", base)} if number > 1 and len(base) > 2 else ():
            for form in (str(number), NUMERALS[number]):
                self._speak(f"{called} {form}", key)

    def beside(self, key: str, people: Collection[str]) -> None:
        """Note who is named in a report that prints a title."""
        if people and key in self.known:
            self.known[key].beside.update(people)
            self._fresh(key).beside.update(people)
            self._with(key, people)

    def _with(self, key: str, people: Iterable[str]) -> None:
        beside = self.known[key].beside
        for person in people:
            if beside[person] > 1:
                self.with_person.setdefault(person, set()).add(key)

    def note_instead(self, key: str, full: str, number: int) -> None:
        """Note once more that a report has one title for another; less often, where it has both."""
        for instead in (self.instead, self.instead_lately):
            instead.setdefault(key, Counter())[full] += number

    def restore(self, key: str, title: Title) -> None:
        """Take in what was learnt of a title before, or by another; one not known here itself, no copy."""
        if self._of(key, title) is not title:
            self.known[key].join(title)
        self._with(key, title.beside)
        for form in title.forms:
            self._subtitle(key, form)
        self.outlets.update(map(key_of, title.outlets))

    def _subtitle(self, key: str, form: str) -> None:
        if "’s " in form or "'s " in form or "&" in form:
            self._speak(" ".join(token.key for token in tokens(form)), key)
        if described := _DESCRIBED.fullmatch(form):
            self.rename(key_of(described[1]), key)
        if ": " in form and (tail := key_of(form.split(": ", 1)[1])):
            self.tails.setdefault(tail, set()).add(key)
            self.tail_of[key] = tail
            if len(tail.split()) > 1 and len(max(tail.split(), key=len)) > 1 and not _NO_TAIL.match(tail):
                self._speak(tail, key)
                self._speak(" ".join(tokens(form.split(": ", 1)[1]).keys), key)  # without its possessive
            self.by_head.setdefault(key_of(form.split(": ", 1)[0]), set()).add(key)

    def _speak(self, spoken: str, key: str) -> None:
        """Note another way to say a title: without its apostrophe, with the other kind of numeral."""
        if spoken not in self.known:
            self.spoken[spoken] = key
            self.phrases.add(spoken)

    def rename(self, old: str, new: str, at: int | None = None) -> None:
        """Note that a film has a new title: a working title, an untitled project. `at`: when that got it."""
        if old != new:
            self.renamed[old] = self.renamed_lately[old] = new
            if at is not None:
                self.titled_at[old] = self.titled_lately[old] = min(at, self.titled_at.get(old, at))

    def await_title(self, project: str) -> None:
        """Note that a project has no title so far: until it is given one, it goes by its own key."""
        self.renamed_lately[project] = self.renamed.setdefault(project, project)

    def nameless(self, project: str) -> bool:
        """Tell whether a project was told of and has no title so far."""
        return self.renamed.get(project) == project

    def usual(self, key: str) -> bool:
        """Tell whether several outlets print a title."""
        title = self.known.get(key)
        return title is not None and title.sure > 1 and len(title.outlets) > 1

    def form(self, key: str) -> str:
        """A title as it is best printed."""
        title = self.known.get(key)
        if title is None and (rest := self.known.get(key.removeprefix("the "))):
            return f"The {rest.best()}"
        base, _, year = key.rpartition(" ")
        if title is None and len(year) == len("1961") and year.isdigit() and base in self.known:
            return f"{self.known[base].best()} ({year})"
        best = title.best() if title else key.title()
        return self._in_small_letters(best) or best

    def _in_small_letters(self, form: str) -> str:
        """A sequel known only in capitals, as the film before it is printed; empty for all else."""
        base, number = numbered(key_of(form)) if form.isupper() else ("", 0)
        first = self.known.get(base) if number else None
        return f"{first.best()} {form.rpartition(' ')[2]}" if first and not first.best().isupper() else ""
