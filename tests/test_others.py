"""What measures on feeds, pages and news of others says where they are not there, and counts nothing."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bench import extraction
from tests.bench.gold import gold
from tests.torture import __main__ as torture

TOLD = "gone.* is not there, and is no part of Newsreel"


@pytest.mark.parametrize(
    "measure",
    [
        lambda folder: torture.corpora(folder, random.Random(1), 1.0),
        lambda folder: torture.hostile(folder, random.Random(1), 1.0),
        lambda folder: gold(folder=folder / "gone"),
        lambda folder: extraction.unpacked("articles-trafilatura", folder),
    ],
    ids=["corpora", "hostile", "stories", "extraction"],
)
def test_what_is_not_there_is_named(
    measure: Callable[[Path], object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(torture, "CORPORA", tmp_path / "gone")
    monkeypatch.setattr(torture, "HOSTILE", tmp_path / "gone")
    monkeypatch.setattr(extraction, "CORPORA", tmp_path / "gone")
    with pytest.raises(SystemExit, match=TOLD):
        measure(tmp_path)


def test_a_torture_that_there_is_not_is_no_torture_passed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["torture", "hostil"])
    with pytest.raises(SystemExit):
        torture.main()
