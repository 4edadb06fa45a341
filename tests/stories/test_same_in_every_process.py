"""What stories tell does not hang on how a process happens to order its sets."""

from __future__ import annotations

import os
import subprocess
import sys

WEEKEND = """
from tests.stories.test_reading import report
from tests.stories.test_subjects import films

lead = (
    "‘Nightfall’ led the weekend with $64 million. ‘Kiln’ opened to $8 million, ‘Hedge’ opened to $7 "
    "million, ‘The Nib’ opened to $6 million and ‘Glass Orchard’ opened to $5 million."
)
told = films(
    report(1, "Box Office: ‘Nightfall’ Opens to $64 Million", lead),
    report(2, "Weekend Box Office: ‘Nightfall’ Wins with $64 Million", lead, outlet="Wire"),
)
print(*(", ".join(each) for each in told), sep="; ")
"""


def told(seed: int) -> str:
    environment = os.environ | {"PYTHONHASHSEED": str(seed)}
    return subprocess.run(
        [sys.executable, "-c", WEEKEND], env=environment, capture_output=True, text=True, check=True
    ).stdout


def test_films_of_a_weekend_come_in_the_order_of_the_text_in_every_process() -> None:
    weekend = "Nightfall, Kiln, Hedge, The Nib, Glass Orchard"
    assert {told(seed) for seed in (1, 2, 3)} == {f"{weekend}; {weekend}\n"}
