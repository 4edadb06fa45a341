"""Days and months that lie back, though no year says so, and dates that are of the film as it is now."""

from __future__ import annotations

import pytest

from tests.stories.dated import JUNE, MAY, Row, claimed

# fmt: off
ROWS: list[Row] = [
    (MAY, "Salt Ferry on hold", "On May 12, the studio announced that the release was on hold.",
     "release-date", None, None, None),
    (MAY, "Salt Ferry dated", "On May 3, the studio said that it would open on July 9.",
     "release-date", None, None, ("2026-07-09", None, None)),
    (MAY, "Salt Ferry dated", "On June 12, the film that won in Locarno opens in cinemas.",
     "release-date", None, None, ("2026-06-12", None, None)),
    (MAY, "Salt Ferry dated", "On May 7, 2027, the film will open in cinemas.",
     "release-date", None, None, ("2027-05-07", None, None)),
    (MAY, "Salt Ferry delayed",
     "Salt Ferry will not now open this summer. The studio has put it back to December.",
     "release-date", None, None, ("2026-12", None, "2026-Q3")),
    (MAY, "Salt Ferry stays", "Salt Ferry will now open this summer.",
     "release-date", None, None, ("2026-Q3", None, None)),
    (JUNE, "Salt Ferry held over",
     "It was to have opened in October but has been held over until February 12th.",
     "release-date", None, None, ("2027-02-12", None, "2026-10")),
    (MAY, "Salt Ferry first look", "The Hulu original begins streaming on September 24.",
     "release-date", None, None, ("2026-09-24", None, None)),
    (MAY, "Salt Ferry moves", "The original September 24 date is off; it opens on October 8.",
     "release-date", None, None, ("2026-10-08", None, "2026-09-24")),
    (MAY, "Salt Ferry sells",
     "Lark will release the film, which stars Jo Vance and an unknown, in the fall.",
     "business", None, None, ("2026-Q4", None, None)),
    (MAY, "Salt Ferry sells", "Lark bought the film, which Jo Vance shot in Riga, in the fall.",
     "business", None, None, None),
    (MAY, "Salt Ferry moves off Thanksgiving", "The comedy shifts to March 12, 2027.",
     "release-date", None, None, ("2027-03-12", None, "2026-Q4")),
]
# fmt: on


@pytest.mark.parametrize("row", ROWS)
def test_what_lies_back_is_no_date_to_come(row: Row) -> None:
    assert claimed(row) == row[-1]
