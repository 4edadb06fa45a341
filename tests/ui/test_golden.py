"""Thirty article bodies as they are set at three measures: what changes in them is seen in a diff."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from tests.ui.golden import FOLDER, MEASURES, names, set_body, written


@pytest.mark.parametrize("name", names())
def test_a_body_is_set_as_it_was_when_it_was_looked_at(name: str) -> None:
    assert (FOLDER / f"{name}.txt").read_text("utf-8") == written(name)


@pytest.mark.parametrize("name", names())
def test_no_line_is_wider_than_the_measure(name: str) -> None:
    for measure in MEASURES:
        assert [line for line in set_body(name, measure) if cell_len(line) > measure] == []


def test_there_are_thirty() -> None:
    assert len(names()) == 30
