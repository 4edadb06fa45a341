"""Release dates as a calendar (RFC 5545), one event for each film, date and region stated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

from reader.news import StatedDate, within
from reader.text.clean import one_line
from reader.text.event_ids import Event, event_of, identities

LINE = 75
"""Octets of a line; longer ones are folded."""


def events(dates: Sequence[StatedDate]) -> dict[Event, list[StatedDate]]:
    """Return what a calendar tells, and who states it: each date of a film once for each region.

    What has moved on is left out, and what is said of no region where the same is said of one, or of a month
    where a day of it is said.
    """
    found: dict[Event, list[StatedDate]] = {}
    for each in dates:
        if each.moved_to is None and days(each.date) is not None:
            found.setdefault(event_of(each), []).append(each)
    regional = {(film, date) for film, date, region in found if region}
    told = {key: said for key, said in found.items() if key[2] or key[:2] not in regional}
    exact: dict[tuple[str, str], list[str]] = {}
    for film, when, region in told:
        exact.setdefault((film, region), []).append(when)
    return {
        (film, when, region): said
        for (film, when, region), said in told.items()
        if not any(within(each, when) for each in exact[film, region])
    }


def calendar(dates: Sequence[StatedDate], now: datetime) -> bytes:
    """Write a calendar. A month or a quarter is an event as long as it is; a bare year is left out."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Newsreel//release dates//EN", "CALSCALE:GREGORIAN"]
    told = events(dates)
    known = identities(dates, told)
    for event, said in told.items():
        if (span := days(event[1])) is not None:
            lines += _event(event, known[event], span, said, now)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)).encode()


def days(stated: str) -> tuple[date, date] | None:
    """Return the first day of a date as stated and the day after its last; None for a year and nonsense."""
    year, _, rest = stated.partition("-")
    try:
        if rest.startswith("Q"):
            first = date(int(year), 3 * int(rest[1:]) - 2, 1)
            return first, _months_on(first, 3)
        if len(rest) == 2:
            first = date(int(year), int(rest), 1)
            return first, _months_on(first, 1)
        day = date.fromisoformat(stated)
        return day, day + timedelta(days=1)
    except (ValueError, OverflowError):
        return None


def _months_on(first: date, months: int) -> date:
    month = first.month - 1 + months
    return date(first.year + month // 12, month % 12 + 1, 1)


def _event(
    event: Event,
    known: tuple[str, int],
    span: tuple[date, date],
    said: Sequence[StatedDate],
    now: datetime,
) -> Iterator[str]:
    film, _, region = event
    uid, sequence = known
    first, after = span
    where = f" ({region})" if region else ""
    note = f"As stated by {_outlets(said)}.{_moved(said)}"
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}"
    yield f"SEQUENCE:{sequence}"
    yield f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{after:%Y%m%d}"
    yield f"SUMMARY:{_text(film + where)}"
    yield f"DESCRIPTION:{_text(note)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _outlets(said: Sequence[StatedDate]) -> str:
    return ", ".join(dict.fromkeys(each.outlet for each in said))


def _moved(said: Sequence[StatedDate]) -> str:
    """What a date was moved from; where outlets differ, who says so."""
    before: dict[str, list[StatedDate]] = {}
    for each in said:
        if each.moved_from:
            before.setdefault(each.moved_from, []).append(each)
    differ = len(before) > 1
    told = (f"{date} ({_outlets(by)})" if differ else date for date, by in before.items())
    return f" Moved from {', '.join(told)}." if before else ""


def _text(text: str) -> str:
    """Return text with the marks escaped that mean something in a calendar."""
    plain = one_line(text)
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> Iterator[str]:
    """Cut a line into pieces of at most 75 octets, never within a character."""
    piece, room = "", LINE
    for character in line:
        size = len(character.encode())
        if size > room:
            yield piece
            piece, room = " ", LINE - 1
        piece += character
        room -= size
    yield piece
