"""Release dates that a film keeps, whatever has happened to it."""

from __future__ import annotations

import pytest

from tests.stories.dated import APRIL, Row, claimed

# fmt: off
ROWS: list[Row] = [
    (APRIL, "Storm halts Tidewrack",
     "The studio says that it is sticking with Memorial Day weekend 2027.",
     "production", "US", None, ("2027-05", "US", None)),
    (APRIL, "Storm halts Tidewrack",
     "Paramount is standing by its July 16, 2027 date.",
     "production", "US", None, ("2027-07-16", "US", None)),
    (APRIL, "Storm halts Tidewrack",
     "The film is holding on to March 5, 2027, for now.",
     "production", "US", None, ("2027-03-05", "US", None)),
    (APRIL, "Storm halts Tidewrack",
     "The producers insist that it will still make November.",
     "production", None, None, ("2026-11", None, None)),
    (APRIL, "Storm halts Tidewrack",
     "The Christmas release is understood to be unaffected.",
     "production", "UK", "UK", ("2026-Q4", None, None)),
    (APRIL, "Tidewrack stays put",
     "It isn’t moving from July 17, says the director.",
     "release-date", None, None, ("2026-07-17", None, None)),
    (APRIL, "Tidewrack stays put",
     "Talk of a delay is false: July 17 stands.",
     "release-date", None, None, ("2026-07-17", None, None)),
    (APRIL, "Storm halts Tidewrack",
     "Insurers were told after the summer release of Harrow that storms would come.",
     "production", "UK", "UK", None),
    (APRIL, "Storm halts Tidewrack",
     "She is holding a baby born in May 2027 in the story.",
     "production", "US", None, None),
]
# fmt: on


@pytest.mark.parametrize("row", ROWS)
def test_a_date_that_is_kept_is_the_date_a_film_has(row: Row) -> None:
    assert claimed(row) == row[-1]
