"""Release dates by the figures of trackers, by days of the week and by feasts; and days of other things."""

from __future__ import annotations

import pytest

from reader.stories.dates.claims import claim
from reader.stories.dates.stated import mark
from tests.stories.dated import APRIL, NOVEMBER, OCTOBER, SEPTEMBER, Row, claimed

# fmt: off
ROWS: list[Row] = [
    # Trackers print what a film had and has with little between.
    (OCTOBER, "TARN to 1/29", "Kestrel shifts it 1/15 > 1/29, wide.",
     "release-date", "US", None, ("2027-01-29", "US", "2027-01-15")),
    (OCTOBER, "TARN: 1/15 → 1/29", "Kestrel.",
     "release-date", "US", None, ("2027-01-29", "US", "2027-01-15")),
    (OCTOBER, "TARN up", "Kestrel pulls it forward, 1/29 to 1/15, in 600 houses.",
     "release-date", "US", None, ("2027-01-15", "US", "2027-01-29")),
    (OCTOBER, "Tarn moves up", "Was 1/29, now 1/15.",
     "release-date", "US", None, ("2027-01-15", "US", "2027-01-29")),
    # What a film had at first may be over.
    (SEPTEMBER, "Tarn trailer", "Kestrel opens it Oct. 16, five weeks after its original Sept. 4 slot.",
     "trailer", "US", None, ("2026-10-16", "US", "2026-09-04")),
    # Days of the week.
    (OCTOBER, "Tarn streams", "It isn’t even out until Friday, and could be on discs by Christmas.",
     "release-date", None, None, ("2026-10-09", None, None)),
    (OCTOBER, "Tarn", "Go early: next Thursday’s Australian opening is sold out.",
     "review", "AU", "AU", ("2026-10-15", "AU", None)),
    (OCTOBER, "Tarn", "The film is released on Friday week.",
     "review", "UK", "UK", ("2026-10-16", "UK", None)),
    (OCTOBER, "Tarn comes home", "It hits digital Tuesday, with a disc following Nov. 24.",
     "release-date", "US", None, ("2026-10-13", "US", None)),
    # A feast says which quarter, as Christmas does; a weekend by law its month.
    (OCTOBER, "Tarn dated", "Kestrel has it for Thanksgiving 2027.",
     "release-date", "US", None, ("2027-Q4", "US", None)),
    (OCTOBER, "Tarn dated", "Kestrel has it for Diwali next year.",
     "release-date", None, None, ("2027-Q4", None, None)),
    (OCTOBER, "Tarn dated", "Kestrel has it for Memorial Day weekend 2027.",
     "release-date", "US", None, ("2027-05", "US", None)),
    (APRIL, "Tarn slips", "That’s curtains for that Halloween slot. It will now open at Christmas 2027.",
     "release-date", None, None, ("2027-Q4", None, "2026-Q4")),
    # Ways to say when.
    (OCTOBER, "Kestrel buys Tarn", "It will get a Q4 qualifying run.",
     "business", "US", None, ("2026-Q4", "US", None)),
    (OCTOBER, "Tarn’s lead is cast", "The still unnamed sequel is tipped for 2028.",
     "casting", None, None, ("2028", None, None)),
    (OCTOBER, "Tarn gets an R", "It’s still prowling Nov. 20.",
     "other", "US", None, ("2026-11-20", "US", None)),
    (OCTOBER, "Tarn gets an R", "It’s still filming Nov. 20.",
     "other", "US", None, None),
    (OCTOBER, "Tarn is rated", "The board has seen it. It is on course for November 20.",
     "other", None, None, ("2026-11-20", None, None)),
    (OCTOBER, "Tarn trailer", "Londoners can see how it turns out from 20 November.",
     "trailer", "UK", "UK", ("2026-11-20", "UK", None)),
    (OCTOBER, "Tarn poster", "“Coming 2027,” it says.",
     "trailer", None, None, ("2027", None, None)),
    (OCTOBER, "Tarn 2 is a go", "You’ll have to sit tight until 2028, and don’t expect us to.",
     "announcement", None, None, ("2028", None, None)),
    (OCTOBER, "Tarn’s path", "It starts on a handful of screens Nov. 13, before the polls.",
     "festival", None, None, ("2026-11-13", None, None)),
    (OCTOBER, "Tarn 2", "The first film opened in October 2024; the second is out Oct. 8, 2027.",
     "casting", "US", None, ("2027-10-08", "US", None)),
    (OCTOBER, "Tarn is back", "For its 40th birthday the film returns to 600 screens on Nov. 22.",
     "release-date", "US", None, ("2026-11-22", "US", None)),
    (NOVEMBER, "Ember on top", "Tarn, which does not open in Britain until 4 December, made $90m.",
     "box-office", "UK", "UK", ("2026-12-04", "UK", None)),
    # Where.
    (OCTOBER, "Tarn", "It opens here and in Ireland on 8 January.",
     "release-date", None, "UK", ("2027-01-08", "UK", None)),
    (OCTOBER, "Tarn", "It reaches us in the spring.",
     "review", "UK", "UK", ("2027-Q2", "UK", None)),
    # Of something else.
    (OCTOBER, "Tarn seen", "Full reviews have to wait for November 8.", "review", None, None, None),
    (OCTOBER, "MARA LEE IS THE NEW TARN",
     "CULVER CITY, Calif., Oct. 7, 2026 /PressLink/ -- Kestrel today said that Mara Lee has been cast.",
     "casting", "US", None, None),
    (OCTOBER, "Tarn has a name", "The film we wondered about in September is called Tarn. It opens in 2027.",
     "release-date", None, None, ("2027", None, None)),
]
# fmt: on


@pytest.mark.parametrize("row", ROWS)
def test_a_date_is_read_by_day_week_and_feast(row: Row) -> None:
    assert claimed(row) == row[-1]


def test_the_date_of_a_film_named_with_a_colon_is_its_own() -> None:
    title, lead = "TARN 2 IS A GO", "First, Ember: that one’s coming December 25."
    at = lead.index("Ember")
    marks = mark(title, ([], [(at, at + len("Ember"))]), [("lead", at, False)])
    assert claim(title, lead, OCTOBER, beat="announcement", marks=marks) is None
