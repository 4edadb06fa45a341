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
from reader.stories.films.title_spans import title_spans
from reader.stories.language.tokens import key_of, word_set
from reader.stories.report import Report


class TitleCandidate(NamedTuple):
    """Words printed as a title: how, and whether it is said to be of a series, a book, a song."""

    span: str
    how: str
    """`quote`, `capitals`, `emphasis`, `possessive` (behind its maker's name) or `bare`."""
    elsewhere: bool


def title_candidates(report: Report) -> list[TitleCandidate]:
    """Return what one report prints as titles."""
    found = list(title_spans(report))
    serial = len({key_of(span) for text, span, _ in found if text is report.title}) == 1 and _serial(report)
    return [
        TitleCandidate(span, how, _elsewhere(text, span) or (serial and span in report.title))
        for text, span, how in found
    ]


def _serial(report: Report) -> bool:
    """Tell whether a report is of a series or a game, and speaks of no film."""
    if SERIAL_WORDS.isdisjoint(word_set(report.lead)) and SERIAL_WORDS.isdisjoint(word_set(report.title)):
        return False
    told = f"{report.title} {report.lead}".lower()
    return SERIAL.search(told) is not None and OF_FILM.search(told) is None


def _elsewhere(text: str, span: str) -> bool:
    start = text.find(span)
    after, before = text[start + len(span) :][:80].lower(), text[max(0, start - 40) : start].lower()
    if ADAPTED.search(before):
        return False
    return bool(OTHER_AFTER.match(after[:40]) or OTHER_BEFORE.search(before) or OTHER_BESIDE.match(after))
