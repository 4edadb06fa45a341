"""What was planned of a shoot, or of an occasion, is no date that a film had."""

from __future__ import annotations

import pytest

from tests.stories.dated import APRIL, JUNE, Row, claimed

# fmt: off
ROWS: list[Row] = [
    (APRIL, "Harrow II recasts", "The sequel was due to start Sept. 14 in Leeds for a July 2, 2027 release.",
     "casting", "US", None, ("2027-07-02", "US", None)),
    (JUNE, "Harrow II recasts",
     "Filming has been pushed until autumn, but theaters will now get it on July 2, 2027.",
     "release-date", None, None, ("2027-07-02", None, None)),
    (JUNE, "Tin Parish waits",
     "The film, supposed to shoot in Cork this summer, has been put off until 2028.",
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
    (JUNE, "Harrow finds its lead", "It shoots this fall and is set for October 2027.",
     "casting", None, None, ("2027-10", None, None)),
    (JUNE, "Harrow is coming back", "Harrow returns to cinemas for its 20th birthday on 30 October.",
     "release-date", None, "UK", ("2026-10-30", "UK", None)),
    (JUNE, "Harrow is 20", "Its birthday falls on 30 October.",
     "interview", None, "UK", None),
    (JUNE, "Harrow’s critics", "The embargo lifts on Sept. 8 and the film follows on Sept. 18.",
     "review", "US", None, ("2026-09-18", "US", None)),
    (JUNE, "Harrow at the hall",
     "The cast will pop up on August 19 at a fan event. The film opens October 16.",
     "interview", None, None, ("2026-10-16", None, None)),
    (JUNE, "Harrow in the can", "He wrapped three weeks early, and it opens on March 5.",
     "production", None, None, ("2027-03-05", None, None)),
    (JUNE, "Harrow in the can", "It shot six months later than planned, and opens on March 5, 2027.",
     "production", None, None, ("2027-03-05", None, None)),
    (JUNE, "Harrow waits",
     "After a troubled shoot the film opens six months later than planned, on March 5, 2027.",
     "production", None, None, ("2027-03-05", None, "2026-09")),
]
# fmt: on


@pytest.mark.parametrize("row", ROWS)
def test_a_shoot_that_is_put_off_is_no_date_the_film_had(row: Row) -> None:
    assert row[-1] == claimed(row)
