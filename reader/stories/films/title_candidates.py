"""What one report prints as titles, and whether it says that they are of series, games, books or songs."""

from __future__ import annotations

from typing import NamedTuple

from reader.stories.films.context import (
    ADAPTED,
    OF_FILM,
    OTHER_AFTER,
    OTHER_BEFORE,
    OTHER_BESIDE,
    SERIAL,
    SERIAL_WORDS,
)
from reader.stories.films.title_spans import printed
from reader.stories.language.tokens import key_of, said
from reader.stories.report import Report


class Print(NamedTuple):
    """Words printed as a title: how, and whether it is said to be of a series, a book, a song."""

    span: str
    how: str
    elsewhere: bool


def prints(report: Report) -> list[Print]:
    """Return what one report prints as titles."""
    found = list(printed(report))
    serial = len({key_of(span) for text, span, _ in found if text is report.title}) == 1 and _serial(report)
    return [
        Print(span, how, _elsewhere(text, span) or (serial and span in report.title))
        for text, span, how in found
    ]


def _serial(report: Report) -> bool:
    """Tell whether a report is of a series or a game, and speaks of no film."""
    if SERIAL_WORDS.isdisjoint(said(report.lead)) and SERIAL_WORDS.isdisjoint(said(report.title)):
        return False
    told = f"{report.title} {report.lead}".lower()
    return SERIAL.search(told) is not None and OF_FILM.search(told) is None


def _elsewhere(text: str, span: str) -> bool:
    start = text.find(span)
    after, before = text[start + len(span) :][:80].lower(), text[max(0, start - 40) : start].lower()
    if ADAPTED.search(before):
        return False
    return bool(OTHER_AFTER.match(after[:40]) or OTHER_BEFORE.search(before) or OTHER_BESIDE.match(after))
