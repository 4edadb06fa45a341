"""Films and people of a library: learnt from its own reports, then read in each of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from reader.halves import halved
from reader.patterns import late
from reader.stories.box_office.weekend import OF_MONEY, expand_chart_titles, without_passed
from reader.stories.films import aliases, foreign_titles, projects, remakes
from reader.stories.films.about_no_film import about_no_film, of_other_art
from reader.stories.films.aliases_in_report import resolve_aliases
from reader.stories.films.canonical import hinted, made_by
from reader.stories.films.context import ON_TELEVISION, ORDINALS
from reader.stories.films.implied_by_people import implied_film
from reader.stories.films.in_turn import maker_of, meant
from reader.stories.films.mentions import Mention, find, places
from reader.stories.films.sequels import first_of
from reader.stories.films.short_forms import in_full
from reader.stories.films.subjects import subjects, tagged
from reader.stories.films.title_candidates import TitleCandidate, title_candidates
from reader.stories.films.title_tags import tag_key, with_year
from reader.stories.films.titles import Titles
from reader.stories.kinds.rumours import HEARSAY, stance
from reader.stories.language.spans import Places, quoted
from reader.stories.language.tokens import key_of, tokens
from reader.stories.language.word_lists import FRANCHISES
from reader.stories.people.evidence import NameCandidate
from reader.stories.people.name_candidates import name_candidates
from reader.stories.people.people import People
from reader.stories.report import OPENING, Report

_SHOWN_AGAIN = frozenset({"other", "release-date", "festival", "trailer"})
_RESTORED = late(
    r"\brestor(?:ed|ation|ations|es|ing)\b|\bre-?(?:release|issue|master)(?:s|d|ed|ing)?\b|\bnew (?:print|"
    r"scan)\b|"
    r"\b4k\b|\buhd\b|\bblu-?ray\b|\bback (?:in|on|to|into) (?:\w+ )?(?:cinemas|theaters|theatres|screens?)\b|"
    r"\b(?:\d\dth |centenary|anniversary) (?:anniversary )?(?:screening|edition|release|tour)s?\b|"
    r"\bthe original\b"
)
"""News of a film that was made before: of two by one title it is the first."""


class Named(NamedTuple):
    """Whom and what one report names, by key: the films it is about by itself, all it mentions, people."""

    films: tuple[str, ...]
    mentions: tuple[Mention, ...]
    people: tuple[str, ...]
    places: tuple[Places, Places]
    """Where its headline and its lead print titles: no names of people are looked for there."""


class Spread(NamedTuple):
    """Where a report prints titles, and what it prints as names beside them."""

    places: tuple[Places, Places]
    candidates: list[NameCandidate]


class Present(NamedTuple):
    """Whom a report names, and what there is to learn from it of titles that are one film's."""

    people: list[str]
    seen: aliases.Seen | None


def named_late_only(one: Named) -> bool:
    """Tell whether a report comes to its films only at the end of its lead."""
    told = [m for m in one.mentions if m.key in one.films]
    return bool(told) and all(m.where == "lead" and m.start > OPENING for m in told)


def _no_series(headline: str, found: list[Mention]) -> list[Mention]:
    """Leave out what a headline calls a series or a game, though films of that name are known."""
    other = {
        m.key
        for m in found
        if m.where == "title" and ON_TELEVISION.match(headline[m.start + len(m.surface) :][:60].lower())
    }
    return [m for m in found if m.key not in other] if other else found


def _of_series(headline: str) -> bool:
    """Tell whether what a headline has in quotes is called a series there."""
    return any(ON_TELEVISION.match(headline[span.end :][:60].lower()) for span in quoted(headline))


def _no_words(lead: str, found: list[Mention]) -> list[Mention]:
    """Leave out one word of a headline that the lead has as any other word: a yellow digger."""
    return [
        m for m in found if m.where != "title" or m.sure or " " in m.surface or not _is_word(lead, m.surface)
    ]


def _is_word(lead: str, word: str) -> bool:
    small = word.lower()
    return small in lead and word not in lead and small in tokens(lead).texts


class Names:
    """All titles and names learnt so far. Learn a batch of reports, then read each of them."""

    def __init__(self) -> None:
        self.titles = Titles()
        self.people = People(self.titles.outlets)
        self._printed: dict[int, tuple[Places, Places]] = {}
        """Where the reports learnt from last print titles."""
        self._present: dict[int, list[str]] = {}
        """Whom they name."""

    def learn(self, reports: Iterable[Report]) -> None:
        """Take in a batch: first its titles, then the people among what is left, then who goes with what."""
        batch = list(reports)
        self.titles.outlets.update(key_of(report.outlet) for report in batch)
        printed = halved(title_candidates, batch, list[TitleCandidate])
        titles = [self.titles.learn(report, each) for report, each in zip(batch, printed, strict=True)]
        spread = halved(self._spread, batch, Spread)
        self._printed = {report.key: each.places for report, each in zip(batch, spread, strict=True)}
        for each in spread:
            self.people.learn(each.candidates)
        self.people.settle()
        present = halved(self._look, batch, Present)
        self._present = {report.key: each.people for report, each in zip(batch, present, strict=True)}
        for report, (people, seen), keys in zip(batch, present, titles, strict=True):
            if seen and stance(report.title, report.lead) != HEARSAY:  # which gives no film its title
                aliases.learn(self.titles, self.people, report, seen)
            for key in sorted(keys):
                self.titles.beside(key, people)
        foreign_titles.translate(self.titles, zip(batch, titles, strict=True))

    def _spread(self, report: Report) -> Spread:
        places = self._where(report)
        return Spread(places, name_candidates(report, *places, self.titles.known))

    def _look(self, report: Report) -> Present:
        people = self.people.find(report, *self._printed[report.key])
        return Present(people, aliases.look(self.titles, self.people, report, people))

    def places(self, report: Report) -> tuple[Places, Places]:
        """Where the headline and the lead of a report print titles."""
        return self._printed.pop(report.key, None) or self._where(report)

    def forget_batch(self) -> None:
        """Forget what was only kept until the reports learnt from last were read."""
        self._printed, self._present = {}, {}

    def _where(self, report: Report) -> tuple[Places, Places]:
        marked = {key_of(span) for span in report.emphases}
        return places(self.titles, report.title, marked), places(self.titles, report.lead, marked)

    def mentions(self, report: Report, people: Iterable[str] = ()) -> list[Mention]:
        """Every film a report names, headline first, tags last."""
        marked = {key_of(span) for span in (*report.emphases, *report.categories)}
        beside = set(people)
        found = find(self.titles, report.title, "title", marked=marked, beside=beside)
        alone = set(map(key_of, report.emphases))
        found += find(self.titles, report.lead, "lead", marked=marked, beside=beside, alone=alone)
        found += self._projects(report, found, people)
        found = _no_words(report.lead, _no_series(report.title, found))
        said = {mention.key for mention in found}
        for category in report.categories:
            key = tag_key(category, report.published)
            title = self.titles.known.get(key)
            told = title and (title.sure or self._in_short(category, said))
            if told and key not in said and not self.people.is_person(key):
                found.append(Mention(key, category, "tag", 0, True))
        resolved = in_full(self.titles, report, resolve_aliases(self.titles, report, found, beside))
        return list(self._made_again(report, resolved))

    def _made_again(self, report: Report, found: Iterable[Mention]) -> Iterator[Mention]:
        """Let a film that is told to be made again be its remake, where that has another title."""
        texts = {"title": report.title, "lead": report.lead}
        for mention in found:
            text = texts.get(mention.where, "")
            remake = remakes.meant(self.titles, text, mention) if text else mention
            yield remake
            if remake is not mention:
                yield mention._replace(passing=True)

    def _in_short(self, category: str, said: set[str]) -> bool:
        """Tell whether a tag is a full title: with a year, or with the subtitle of a film named in short."""
        if with_year(category):
            return True
        head = key_of(category.split(": ")[0]) if ": " in category else ""
        return bool(head) and not {head, head.removeprefix("the ")}.isdisjoint(said)

    def _projects(self, report: Report, found: list[Mention], people: Iterable[str]) -> list[Mention]:
        """Projects without a title, where a report is about no film that has one."""
        about = any(m.where == "title" and not (m.passing or m.sequel) for m in found)
        alone = all(m.passing for m in found)
        told = () if about else projects.mentions(report, self.people, people, alone=alone)
        return [m._replace(key=meant(self.titles, m.key, report.published)) for m in told]

    def read(self, report: Report, places: tuple[Places, Places], beat: str = "") -> Named:
        """Tell what a report is about by itself and whom it names."""
        people = self._present.pop(report.key, None)
        if people is None:
            people = self.people.find(report, *places)
        for text, blocked in zip((report.title, report.lead), places, strict=True):
            people += list(dict.fromkeys(self.people.well_known(text, blocked, people)))
        mentions = self.mentions(report, people)
        mentions = expand_chart_titles(mentions, self.titles.known) if beat == "box-office" else mentions
        mentions = without_passed(mentions, report.title) if beat in OF_MONEY else mentions
        none = self.apart(mentions, report) or about_no_film(mentions, beat, report)
        about = () if none else dict.fromkeys(subjects(self.titles, mentions, beat, report))
        films = tuple(remakes.without_first(self.titles, about))
        headed = any(m.where == "title" for m in mentions) or _of_series(report.title)
        if not (headed or none) and (not films or films[0] not in self._early(mentions)):
            hint = hinted(self.titles, report.title, people)
            hint = hint or (None if films else self._unnamed(report, mentions, people, beat))
            films = (hint,) if hint else films
        if films and FRANCHISES.issuperset(films) and all(m.passing or m.key in films for m in mentions):
            films = tuple(filter(None, [implied_film(self.titles, people, beat)])) or films
        if beat in _SHOWN_AGAIN and _RESTORED.search(f"{report.title} {report.lead}".lower()):
            first = {film: first_of(self.titles, film) for film in films}
            films = tuple(first.values())
            mentions = [m._replace(key=first[m.key], sure=True) if m.key in first else m for m in mentions]
        return Named(films, tuple(mentions), tuple(people), places)

    def _unnamed(
        self, report: Report, mentions: Iterable[Mention], people: Collection[str], beat: str
    ) -> str | None:
        """The film that a report is about without naming it, if it names none but in passing."""
        if any(not m.passing for m in mentions):
            return None
        made = made_by(self.titles, report.lead, people)
        made = made or projects.titled_since(self.titles, report, people, beat)
        return made or implied_film(self.titles, people, beat)

    def apart(self, mentions: Iterable[Mention], report: Report) -> bool:
        """Tell whether a report is of another art, and about no film by its tags either."""
        return of_other_art(report) and not any(
            m.where == "title" and tagged(self.titles, m, report) for m in mentions
        )

    def _early(self, mentions: Iterable[Mention]) -> set[str]:
        """The films that a lead begins with."""
        return {m.key for m in mentions if m.where != "lead" or m.start < OPENING}

    def companions(self, film: str, limit: int) -> list[str]:
        """The people most often named with a film, in more than one report."""
        title = self.titles.known.get(film)
        found = title.beside.most_common(limit) if title else []
        return [person for person, times in found if times > 1]

    def film(self, key: str) -> str:
        """A film's title as printed."""
        if key.startswith("untitled ") and key not in self.titles.known:
            words = key.split()
            if words[-1] == "project":
                nth = key.removesuffix(f"{maker_of(key)} project").removeprefix("untitled ")
                return f"Untitled {nth}{self.people.form(maker_of(key))} project"
            skip = 2 if words[1] in ORDINALS else 1
            base = " ".join(words[skip:-1])
            return " ".join(["Untitled", *words[1:skip], self.titles.form(base), words[-1]])
        return self.titles.form(key)

    def person(self, key: str) -> str:
        """A person's name as printed."""
        return self.people.form(key)
