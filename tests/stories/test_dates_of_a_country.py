"""Which country a date is of, where a text says it by its screens, its channels or its readers."""

from __future__ import annotations

import pytest

from reader.stories.house_styles import Houses
from reader.stories.report import Report
from tests.stories.dated import MAY, Row, claimed

# fmt: off
ROWS: list[Row] = [
    (MAY, "Salt Ferry dated", "It opens in Latvian cinemas on 11 September.",
     "release-date", None, None, ("2026-09-11", "LV", None)),
    (MAY, "Salt Ferry sold", "Lark takes it in America, and Tern confirms 21 January for cinemas in Britain.",
     "business", None, None, ("2027-01-21", "UK", None)),
    (MAY, "Salt Ferry dated", "It reaches Finland on 11 September.",
     "release-date", None, None, ("2026-09-11", "FI", None)),
    (MAY, "Salt Ferry dated", "Shot in Hungary, it opens on 11 September.",
     "release-date", None, None, ("2026-09-11", None, None)),
    (MAY, "Salt Ferry on television", "It will be shown on BBC Two on 11 September.",
     "release-date", None, None, ("2026-09-11", "UK", None)),
    (MAY, "Salt Ferry dated", "The maker of the BBC’s Tarn brings it to us on 11 September.",
     "release-date", None, None, ("2026-09-11", None, None)),
    (MAY, "Salt Ferry dated", "It’s out on 13 November in this country.",
     "release-date", None, "UK", ("2026-11-13", "UK", None)),
    (MAY, "Salt Ferry dated", "Coming to a screen near you from 17 July.",
     "release-date", None, "UK", ("2026-07-17", "UK", None)),
    (MAY, "Salt Ferry dated", "Coming to a screen near you in July.",
     "release-date", None, "UK", ("2026-07", None, None)),
    (MAY, "Salt Ferry’s last trailer", "We’ll be in the front row on 17 July.",
     "trailer", None, "UK", ("2026-07-17", "UK", None)),
    (MAY, "Salt Ferry’s last trailer", "We’ll be in the front row on July 17.",
     "trailer", None, "UK", ("2026-07-17", None, None)),
    (MAY, "Salt Ferry streams", "It arrives on Netflix on 17 July.",
     "release-date", None, "UK", ("2026-07-17", None, None)),
    (MAY, "Salt Ferry put back", "It moves to 17 July. No UK date has been set yet.",
     "release-date", None, "UK", ("2026-07-17", None, None)),
    (MAY, "Salt Ferry dated", "It reaches America on 17 July. It opens on the very same day in the UK.",
     "release-date", None, "UK", ("2026-07-17", "UK", None)),
    (MAY, "Salt Ferry dated", "It reaches America on 17 July. We expect it in the UK on the same day.",
     "release-date", None, "UK", ("2026-07-17", "US", None)),
    (MAY, "Salt Ferry to be made", "It is due to reach cinemas in 2028.",
     "announcement", "UK", "UK", ("2028", "UK", None)),
    (MAY, "Salt Ferry to be made", "It is due in 2028.",
     "announcement", "UK", "UK", ("2028", None, None)),
    (MAY, "Salt Ferry is coming back to cinemas", "It’s out in August, with a disc in October.",
     "release-date", None, "UK", ("2026-08", None, None)),
    (MAY, "Salt Ferry locks Diwali 2027", "",
     "release-date", "IN", "IN", ("2027-Q4", None, None)),
    (MAY, "Salt Ferry dated", "The film is set for a Diwali release.",
     "release-date", "IN", "IN", ("2026-Q4", None, None)),
    (MAY, "Salt Ferry stars at home", "They bought a lamp for Diwali.",
     "other", "IN", "IN", None),
]
# fmt: on


@pytest.mark.parametrize("row", ROWS)
def test_a_date_is_of_the_country_that_is_said(row: Row) -> None:
    assert claimed(row) == row[-1]


def _home(*leads: str) -> tuple[str | None, str | None]:
    houses = Houses()
    houses.learn(
        Report(at, "Outlet", "A film is made", lead, (), (), MAY, "") for at, lead in enumerate(leads)
    )
    return houses.home("Outlet"), houses.local("Outlet")


def test_the_press_of_a_country_that_is_written_in_english_means_that() -> None:
    german = ("The film was shot in Leipzig.", "Seen in Munich last week.", "A hit with German viewers.")
    assert _home(*german) == ("DE", "DE")


def test_one_that_tells_of_many_countries_means_none() -> None:
    assert _home("The film was shot in Leipzig.", "Shown in Rome.", "Seen at Cannes.") == (None, None)
