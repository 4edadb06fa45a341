"""Films of a weekend that a report only lists as new, or says to do as the one before."""

from __future__ import annotations

from tests.stories.test_reading import report
from tests.stories.test_subjects import films


def test_what_opens_beside_another_is_new_as_well() -> None:
    lead = "“Nightfall” is first again. “Kiln” debuts to $9.6M and “Gull Island” to $8.0M. Then “Marsh.”"
    assert films(report(1, "Weekend: “Nightfall” Back on Top", lead, outlet="Chart")) == [
        ("Nightfall", "Gull Island", "Kiln")
    ]


def test_arrivals_are_new_however_little_they_took() -> None:
    lead = "“Nightfall” is first again. Then two arrivals: “Kiln” $9.6M and, well down, “Gull Island” $1.1M."
    assert films(report(1, "Weekend: “Nightfall” Back on Top", lead, outlet="Chart")) == [
        ("Nightfall", "Gull Island", "Kiln")
    ]
