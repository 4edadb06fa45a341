"""Reports of a day with the release date that each states, as the tests of dates list them."""

from __future__ import annotations

from datetime import UTC, datetime

from reader.stories.dates.claims import claim


def on(year: int, month: int, day: int) -> int:
    """The afternoon of a day, in seconds."""
    return int(datetime(year, month, day, 15, tzinfo=UTC).timestamp())


FEBRUARY, MARCH, APRIL, MAY = on(2026, 2, 11), on(2026, 3, 12), on(2026, 4, 15), on(2026, 5, 20)
JUNE, AUGUST, SEPTEMBER, OCTOBER = on(2026, 6, 24), on(2026, 8, 19), on(2026, 9, 9), on(2026, 10, 7)
NOVEMBER, LATE_NOVEMBER, DECEMBER = on(2026, 11, 10), on(2026, 11, 18), on(2026, 12, 8)
JANUARY, LEAP = on(2027, 1, 20), on(2028, 2, 29)
Stated = tuple[str, str | None, str | None] | None
"""The date, its country, and what it takes the place of."""
Row = tuple[int, str, str, str, str | None, str | None, Stated]
"""The time, headline, lead, beat, the country its outlet means, that of its readers, what it states."""


def claimed(row: Row) -> Stated:
    """What is read of a row's report."""
    when, title, lead, beat, home, local, _ = row
    found = claim(title, lead, when, beat=beat, home=home, local=local)
    return found and (found.date, found.region, found.moved_from)
