"""Release dates told in a roundabout way, and days that tickets, prints and streamers have for themselves."""

from __future__ import annotations

import pytest

from tests.stories.dated import APRIL, AUGUST, OCTOBER, Row, claimed

# fmt: off
ROWS: list[Row] = [
    (AUGUST, "“Harrow” moves up", "It has moved to July 9, 2027 from its most recent slot of Sept. 3.",
     "release-date", None, None, ("2027-07-09", None, "2027-09-03")),
    (AUGUST, "“Harrow” stomps in", "Paragon has nudged it to March 12, 2027, away from the ox.",
     "box-office", None, None, ("2027-03-12", None, None)),
    (AUGUST, "Two carts, one square", "“Harrow” backs off to Friday, July 2, 2027, ceding June 30 to one.",
     "other", None, None, ("2027-07-02", None, "2027-06-30")),
    (AUGUST, "A leave for “Harrow”", "It is out in China on Dec. 16, before it opens in the United States.",
     "business", None, None, ("2026-12-16", "CN", None)),
    (AUGUST, "“Harrow” has a bow", "Paragon is wrapping up “Harrow” with a bow for Dec. 22, 2028.",
     "release-date", None, None, ("2028-12-22", None, None)),
    (AUGUST, "Mull joins ‘Harrow’", "She runs a funeral home in ‘Harrow,’ due next September from Paragon.",
     "casting", None, None, ("2027-09", None, None)),
    (AUGUST, "Mull joins ‘Harrow’", "She plans the funeral in the village next September.",
     "other", None, None, None),
    (AUGUST, "“Harrow” mixers race the clock", "A print master is due at the lab on Sept. 28.",
     "production", None, None, None),
    (AUGUST, "“Harrow” is leaving", "The ploughing drama disappears from Netflix on September 30.",
     "other", None, None, None),
    (AUGUST, "Presales: “Harrow” queue opens next week", "The ticket window opens September 9.",
     "business", None, None, None),
    (AUGUST, "“Harrow” holds firm for June 2027", "It is absolutely swinging in on June 18, 2027.",
     "other", None, None, ("2027-06-18", None, None)),
    (AUGUST, "“Harrow” ends the week", "It brings down the curtain on the festival in Hull on Sept. 20.",
     "festival", None, None, None),
    (AUGUST, "The house of “Harrow” is for sale", "The farm hits the market on October 31.",
     "other", None, None, None),
    (AUGUST, "“Harrow” is relocated",
     "It was dated until today for April 7, 2028, and will haunt a frame on Aug. 11, 2028.",
     "release-date", None, None, ("2028-08-11", None, "2028-04-07")),
    (AUGUST, "“Harrow” shuffled yet again",
     "More recently for February 5, it is now down for February 12, 2027.",
     "release-date", None, None, ("2027-02-12", None, "2027-02-05")),
    (OCTOBER, "“Harrow”: the ending explained", "The film reached theaters on October 2.",
     "other", None, None, None),
    (AUGUST, "“Harrow” is out", "The single-location thriller opens in theaters on January 8, 2027.",
     "other", None, None, ("2027-01-08", None, None)),
    (AUGUST, "“Harrow” opens small", "It opens in New York and Los Angeles on November 6.",
     "release-date", None, None, ("2026-11-06", "US", None)),
    (APRIL, "“Harrow” avoids the ox", "The satire has been brought forward to 26 November in Italy.",
     "box-office", None, None, ("2026-11-26", "IT", None)),
]
# fmt: on


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[2][:40])
def test_what_comes_out_is_told_from_what_is_only_due(row: Row) -> None:
    assert claimed(row) == row[-1]
