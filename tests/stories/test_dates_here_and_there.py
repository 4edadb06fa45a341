"""Which country a release date is for, where more than one is told of."""

from __future__ import annotations

import pytest

from tests.stories.dated import APRIL, Row, claimed

# fmt: off
ROWS: list[Row] = [
    (APRIL, "Tidewrack",
     "America gets it at Christmas 2026. On these shores, who knows?",
     "announcement", None, "UK", ("2026-Q4", "US", None)),
    (APRIL, "Tidewrack trailer",
     "The Yanks get it on 3 July, and we have to wait until the 17th.",
     "trailer", None, "UK", ("2026-07-17", "UK", None)),
    (APRIL, "Tidewrack trailer",
     "It opens in America on 10 June and here two days later, on 12 June.",
     "trailer", "UK", "UK", ("2026-06-12", "UK", None)),
    (APRIL, "‘Tidewrack’ trailer",
     "It opens overseas on June 10 and domestically on June 12.",
     "trailer", "US", None, ("2026-06-12", "US", None)),
    (APRIL, "Tidewrack",
     "It will be in theaters everywhere in July 2027.",
     "announcement", "US", None, ("2027-07", None, None)),
    (APRIL, "Tidewrack",
     "British crews hear that it is off until October 2027.",
     "announcement", "UK", "UK", ("2027-10", None, None)),
    (APRIL, "Tidewrack",
     "It tours British village halls in October 2027.",
     "announcement", "UK", "UK", ("2027-10", "UK", None)),
    (APRIL, "Tidewrack",
     "America boards it on 12 June 2026. The distributor’s British branch has picked 3 July 2026.",
     "release-date", None, "UK", ("2026-07-03", "UK", None)),
    (APRIL, "Harrow leads",
     "Harrow took £4m. It opens in Ireland on Friday.",
     "box-office", "UK", "UK", ("2026-04-17", "IE", None)),
    (APRIL, "Harrow leads",
     "Harrow took £4m. It fell by half in Ireland on Friday.",
     "box-office", "UK", "UK", None),
]
# fmt: on


@pytest.mark.parametrize("row", ROWS)
def test_a_date_is_for_the_country_that_its_words_name(row: Row) -> None:
    assert claimed(row) == row[-1]
