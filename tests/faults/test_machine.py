"""A person's years with the library, at random; the full form runs in `make torture`."""

from __future__ import annotations

from hypothesis import settings

from tests.torture.machine import Life

TestLife = Life.TestCase
TestLife.settings = settings(max_examples=12, stateful_step_count=25, deadline=None)
