"""What a later report adds to those before it, and why reports are together: in words for a reader."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reader.patterns import late
from reader.stories.dates.calendar import in_words
from reader.stories.kinds.rumours import unsettled
from reader.stories.language.tokens import key_of

_AMOUNT = late(
    r"[$£€]\s?\d[\d.,]*\d?(?:\s?(?:million|billion|m|bn)\b)?|\d[\d.,]*\s?(?:%|percent\b)|"
    r"\b\d[\d.,]*\s(?:million|billion|minutes|screens|theaters|theatres|cinemas|locations|nominations|"
    r"awards)\b"
)
_NUMBER = late(r"\b\d[\d,.]*\b")
_TURNS = {"trailer": "the trailer", "release-date": "a release date", "obituary": "a death"}
"""Kinds of news that no report of other news brings by the way."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one report of a story says; names as printed."""

    title: str
    lead: str = ""
    films: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    beat: str = "other"
    date: str | None = None
    hearsay: bool = False
    copied: bool = False
    published: int = 0


class Fact(NamedTuple):
    """Something a report is the first of its story to say. `weighty`: it makes the story new again."""

    text: str
    weighty: bool


def added(before: Sequence[Said], report: Said) -> list[Fact]:
    """Return what a report adds to those before it, the weighty first; a copy or a first one adds nothing."""
    if not before or report.copied:
        return []
    found = [*_turns(before, report), *_figures(before, report), *_names(before, report)]
    return sorted(dict.fromkeys(found), key=lambda fact: not fact.weighty)


def _turns(before: Sequence[Said], report: Said) -> Iterable[Fact]:
    """Hearsay that is settled, a date that is set or moved, another kind of news."""
    if not report.hearsay and all(each.hearsay for each in before) and not unsettled(report.title):
        yield Fact("that it is no rumour", True)
    dates = {each.date for each in before if each.date}
    if report.date and not any(date == report.date or date.startswith(report.date) for date in dates):
        yield Fact(in_words(report.date), True)
    beats = {each.beat for each in before}
    if report.beat in _TURNS and report.beat not in beats and beats != {"other"}:
        yield Fact(_TURNS[report.beat], True)


def _figures(before: Sequence[Said], report: Said) -> Iterable[Fact]:
    """Amounts; one that only rounds a known one is not new."""
    known = {_value(figure) for each in before for figure in _NUMBER.findall(f"{each.title} {each.lead}")}
    found: dict[str, str] = {}
    for amount in map(str.strip, _AMOUNT.findall(f"{report.title}. {report.lead}")):
        if (value := _value(amount)) not in known:
            found[value] = max(found.get(value, ""), amount, key=len)  # $10.7, and in full $10.7 million
    yield from (Fact(amount, True) for amount in found.values())


def _value(figure: str) -> str:
    """A figure as far as outlets agree on it: 46.2 and 46 are one."""
    plain = "".join(character for character in figure if character.isdigit() or character == ".")
    return plain.partition(".")[0] or plain


def _names(before: Sequence[Said], report: Said) -> Iterable[Fact]:
    """People and films no report has named yet; weighty where the headline names them."""
    spoken = {key_of(name) for each in before for name in (*each.people, *each.films)}
    texts = " ".join(key_of(f"{each.title} {each.lead}") for each in before)
    head = f" {key_of(report.title)} "
    for name in (*report.people, *report.films):
        key = key_of(name)
        last = key.split()[-1] if key and name in report.people else key
        if (
            key not in spoken
            and f" {key} " not in f" {texts} "
            and not any(_same(key, one) for one in spoken)
        ):
            yield Fact(name, f" {key} " in head or f" {last} " in head)


def _same(key: str, other: str) -> bool:
    """Tell whether a name is another one with a slip, or short for it: Bryan for Brian, Di Caprio."""
    one, two = key.split(), other.split()
    if one and two and one[-1] == two[-1] and one[0][0] == two[0][0]:
        return True
    return "".join(two).endswith("".join(one))
