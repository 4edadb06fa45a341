"""Dates of festivals, of screenings, of work on a film and of firms, and of releases told beside them."""

from __future__ import annotations

import pytest

from tests.stories.dated import APRIL, JUNE, MAY, Row, claimed

# fmt: off
ROWS: list[Row] = [
    (MAY, "Salt Ferry to open Tallinn",
     "Salt Ferry will open the 30th Tallinn Film Festival on 6 November.",
     "festival", None, None, None),
    (MAY, "Salt Ferry opens after Tallinn",
     "Salt Ferry will open a week after the festival, on 20 November.",
     "release-date", None, None, ("2026-11-20", None, None)),
    (MAY, "Tallinn picks Salt Ferry",
     "The festival will open with Salt Ferry on November 6.",
     "festival", None, None, None),
    (MAY, "Salt Ferry restored",
     "Salt Ferry will be shown with a live choir at the Galway film festival on 9 July.",
     "release-date", None, None, None),
    (MAY, "Salt Ferry restored",
     "Salt Ferry will be shown in cinemas across the country from 9 July.",
     "release-date", None, None, ("2026-07-09", None, None)),
    (MAY, "Silent Salt Ferry to be shown in Edinburgh in August", "",
     "release-date", None, None, None),
    (MAY, "Salt Ferry to shoot in Cork",
     "Its director is due to start work in January 2027.",
     "production", None, None, None),
    (MAY, "Salt Ferry to shoot in Cork",
     "Work on the thriller kicks off in January.",
     "announcement", None, None, None),
    (MAY, "Salt Ferry in Imax", "The Imax run kicks off on July 10.",
     "release-date", None, None, ("2026-07-10", None, None)),
    (MAY, "Salt Ferry teaser to be unveiled on June 4", "",
     "trailer", None, None, None),
    (MAY, "Salt Ferry trailer",
     "The last trailer before Salt Ferry lands on 28 August is here.",
     "trailer", None, None, ("2026-08-28", None, None)),
    (MAY, "Audience prize for Salt Ferry",
     "The winner will be revealed on 12 July in Riga.",
     "release-date", None, None, None),
    (JUNE, "Streamer trims staff",
     "The arthouse streamer spent heavily in May.",
     "release-date", None, None, None),
    (JUNE, "Salt Ferry dated", "It will stream on Mubi in May.",
     "release-date", None, None, ("2027-05", None, None)),
    (APRIL, "Salt Ferry sells",
     "Curzon plans a fourth-quarter U.K. release.",
     "business", None, None, ("2026-Q4", "UK", None)),
    (APRIL, "Salt Ferry sells",
     "Curzon’s fourth-quarter results look better than a release.",
     "business", None, None, None),
    (APRIL, "Salt Ferry sells",
     "No day is set, but the firm is looking at the first quarter of 2027.",
     "business", None, None, ("2027-Q1", None, None)),
    (APRIL, "Salt Ferry sells",
     "Audiences will get to see Salt Ferry, the long-awaited film of Ana Roe’s novel, next March.",
     "business", None, None, ("2027-03", None, None)),
    (APRIL, "Salt Ferry sells",
     "Audiences like Ana Roe, the novel is due next March.",
     "business", None, None, None),
    (APRIL, "Salt Ferry trailer",
     "It is the one that won in Rotterdam. July, they say.",
     "trailer", None, None, ("2026-07", None, None)),
    (APRIL, "Salt Ferry trailer", "It stars Ana July, they say.",
     "trailer", None, None, None),
    (MAY, "Salt Ferry at the Savoy", "The Irish premiere is on 3 June, before it opens on 12 June.",
     "release-date", None, None, ("2026-06-12", None, None)),
    (MAY, "Salt Ferry ushers to strike", "Staff at three sites will walk out on 29 May.",
     "business", None, None, None),
    (MAY, "Salt Ferry on sale", "The boat will be auctioned on 4 June.",
     "release-date", None, None, None),
    (MAY, "Salt Ferry, the game", "It launches on PS5 on October 12.",
     "other", None, None, None),
]
# fmt: on


@pytest.mark.parametrize("row", ROWS)
def test_only_what_is_of_a_release_is_told(row: Row) -> None:
    assert claimed(row) == row[-1]
