"""Films and people of a library: learnt from its own reports, then read in each of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from reader.stories.people import People
from reader.stories.report import Report
from reader.stories.spans import key_of
from reader.stories.titles import Mention, Titles

NO_SUBJECT = frozenset({"list", "obituary"})
"""Kinds of news that name films without being about them."""


class Named(NamedTuple):
    """Who and what a report names, by key: films it is about, films in passing, people."""

    films: tuple[str, ...]
    mentioned: tuple[str, ...]
    people: tuple[str, ...]


class Names:
    """All names learnt so far. Learn a batch, then read it."""

    def __init__(self) -> None:
        self.titles = Titles()
        self.people = People()

    def learn(self, reports: Iterable[Report]) -> None:
        """Take in a batch: first its titles, then the people among what is left."""
        batch = list(reports)
        self.titles.outlets.update(key_of(report.outlet) for report in batch)
        for report in batch:
            self.titles.learn(report)
        spans = [self._spans(report) for report in batch]
        for report, (title, lead) in zip(batch, spans, strict=True):
            self.people.learn(report, title, lead, self.titles.known)
        self.people.settle()
        for report, (title, lead) in zip(batch, spans, strict=True):
            people = self.people.find(report, title, lead)
            for mention in self.mentions(report):
                if mention.sure and mention.key in self.titles.known:
                    self.titles.known[mention.key].beside.update(people)

    def _spans(self, report: Report) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        def places(mentions: list[Mention]) -> list[tuple[int, int]]:
            return [(mention.start, mention.start + len(mention.surface)) for mention in mentions]

        titles = self.titles
        return places(titles.find(report.title, "title", marked=report.emphases)), places(
            titles.find(report.lead, "lead", marked=report.emphases)
        )

    def mentions(self, report: Report, people: Iterable[str] = ()) -> list[Mention]:
        """Every film a report names, headline first, tags last."""
        beside = set(people)
        marked = [*report.emphases, *report.categories]
        found = self.titles.find(report.title, "title", marked=marked, beside=beside)
        found += self.titles.find(report.lead, "lead", marked=marked, beside=beside)
        said = {mention.key for mention in found}
        for category in report.categories:
            key = key_of(category)
            title = self.titles.known.get(key)
            if title and title.sure and key not in said and not self.people.is_person(key):
                found.append(Mention(key, category, "tag", 0, True))
        return self._one_name(found)

    def _one_name(self, found: list[Mention]) -> list[Mention]:
        """Let a short form stand for the longer title of the same report."""
        keys = {mention.key for mention in found}
        whole = {key: self.titles.whole(key) for key in keys}
        for key in keys:
            longer = [other for other in keys if self._subtitled(other, key)]
            if len(longer) == 1:
                whole[key] = longer[0]
        return [mention._replace(key=whole[mention.key]) for mention in found]

    def _subtitled(self, longer: str, short: str) -> bool:
        title = self.titles.known.get(longer)
        return title is not None and any(key_of(form.split(": ")[0]) == short for form in title.forms if ": " in form)

    def read(self, report: Report, beat: str = "") -> Named:
        """Tell what a report is about and whom it names."""
        title, lead = self._spans(report)
        people = self.people.find(report, title, lead)
        mentions = self.mentions(report, people)
        films = list(dict.fromkeys(self._subjects(mentions, beat)))
        passing = [mention.key for mention in mentions if mention.key not in films]
        return Named(tuple(films), tuple(dict.fromkeys(passing)), tuple(people))

    def _subjects(self, mentions: list[Mention], beat: str) -> list[str]:
        if beat in NO_SUBJECT:
            return []
        head = [self._meant(m) for m in mentions if m.where == "title" and not m.credit]
        if head or beat == "festival":
            return head
        tags = [m.key for m in mentions if m.where == "tag"]
        lead = [self._meant(m) for m in mentions if m.where == "lead" and not m.credit]
        tagged = [key for key in lead if key in tags] or (tags if len(tags) == 1 else [])
        return (tagged or lead)[:1]

    def _meant(self, mention: Mention) -> str:
        """The film meant by a title with `sequel` behind it."""
        if not mention.sequel:
            return mention.key
        known = self.titles.sequel_of(mention.key, mention.sequel)
        if known:
            return known
        nth = {2: "", 3: "third ", 4: "fourth "}.get(mention.sequel, "")
        return f"untitled {nth}{mention.key} {'film' if nth else 'sequel'}"

    def film(self, key: str) -> str:
        """A film's title as printed."""
        if key.startswith("untitled ") and key not in self.titles.known:
            words = key.split()
            skip = 2 if words[1] in ("third", "fourth") else 1
            base = " ".join(words[skip:-1])
            return " ".join(["Untitled", *words[1:skip], self.titles.form(base), words[-1]])
        return self.titles.form(key)

    def person(self, key: str) -> str:
        """A person's name as printed."""
        return self.people.form(key)
