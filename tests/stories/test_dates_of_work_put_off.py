"""What was planned of a shoot, or of an occasion, is no date that a film had."""

from __future__ import annotations

import pytest

from tests.stories.dated import APRIL, AUGUST, DECEMBER, JUNE, MAY, OCTOBER, Row, claimed

# fmt: off
ROWS: list[Row] = [
    (APRIL, "Harrow II recasts", "The sequel was due to start Sept. 14 in Leeds for a July 2, 2027 release.",
     "casting", "US", None, ("2027-07-02", "US", None)),
    (JUNE, "Harrow II recasts", "Filming has been pushed until autumn, but theaters will now get it on July 2, 2027.",
     "release-date", None, None, ("2027-07-02", None, None)),
    (JUNE, "Tin Parish waits", "The film, supposed to shoot in Cork this summer, has been put off until 2028.",
     "production", None, None, None),
    (JUNE, "Tin Parish returns", "It was meant to be ready for a centenary in August; it opens on 9 October.",
     "release-date", "UK", "UK", ("2026-10-09", "UK", None)),
    (JUNE, "Tin Parish waits", "The film, supposed to open in Cork this summer, has been put off until 2028.",
     "release-date", None, None, ("2028", None, "2026-Q3")),
    (JUNE, "Tin Parish gets going", "Prep begins in Lisbon in July, and scouting goes on until August.",
     "announcement", None, None, None),
    (JUNE, "Tin Parish gets going", "Tin Parish begins a qualifying run in December.",
     "business", None, None, ("2026-12", None, None)),
    (JUNE, "Tin Parish in 70mm", "Nine houses will have it. The runs begin on Sept. 18.",
     "business", "US", None, ("2026-09-18", "US", None)),
    (JUNE, "Tin Parish fills up", "Thursday, July 16 previews were half sold by noon.",
     "business", "US", None, None),
    (JUNE, "July 4 weekend: Harrow leads", "It took $80M.",
     "box-office", "US", None, None),
    (JUNE, "Harrow leads", "It took $80M, and opens in Japan on the July 4 weekend.",
     "box-office", "US", None, ("2026-07-04", "JP", None)),
]
# fmt: on


@pytest.mark.parametrize("row", ROWS)
def test_a_shoot_that_is_put_off_is_no_date_the_film_had(row: Row) -> None:
    assert row[-1] == claimed(row)
