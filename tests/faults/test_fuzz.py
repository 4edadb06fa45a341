"""A few seconds of `make fuzz`, and everything it ever found."""

from __future__ import annotations

import random
import time

import pytest

from tests.torture.fuzz import CRASHES, TARGETS, mutate, seeds

FOUND = sorted(CRASHES.iterdir()) if CRASHES.is_dir() else []


@pytest.mark.parametrize("name", TARGETS)
def test_P2_mutants_of_feeds_and_pages_are_read_or_refused(name: str) -> None:
    chance, pool = random.Random(int(time.time()) // 86_400), seeds(60)
    for _ in range(250):
        TARGETS[name](mutate(chance.choice(pool), chance, pool))


def test_P2_what_crashed_once_does_not_again() -> None:
    for file in FOUND:
        TARGETS[file.name.partition("-")[0]](file.read_bytes())
