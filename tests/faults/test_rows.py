"""Every row of the fault tables is a test, or it is said what it waits for; every guard has a mutant."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
ROWS = {
    *(f"T{n}" for n in range(1, 7)), *(f"C{n}" for n in range(1, 6)), *(f"N{n}" for n in range(1, 10)),
    *(f"P{n}" for n in range(1, 8)), *(f"D{n}" for n in range(1, 10)), *(f"S{n}" for n in range(1, 18)),
    *(f"L{n}" for n in range(1, 24)),
}  # fmt: skip
LISTED = tomllib.loads((TESTS / "faults.toml").read_text("utf-8"))
MUTANTS = tomllib.loads((TESTS / "mutants.toml").read_text("utf-8"))["mutant"]


def shown() -> set[str]:
    """The rows that a test is named after: `test_T1_…`, `test_S2_S3_…`."""
    names = re.findall(r"^(?:async )?def test_((?:[TCNPDSL]\d+_)+)", sources(), re.M)
    return {row for name in names for row in name.strip("_").split("_")}


def sources() -> str:
    return "\n".join(file.read_text("utf-8") for file in (TESTS / "faults").glob("test_*.py"))


def test_every_row_is_shown_or_waits() -> None:
    assert ROWS - shown() - set(LISTED["waiting"]) - set(LISTED["elsewhere"]) == set()


def test_no_row_waits_that_is_shown() -> None:
    assert (shown() & set(LISTED["waiting"]), shown() - ROWS) == (set(), set())
    assert set(LISTED["parts"]) <= shown()


def test_what_is_shown_elsewhere_is_there() -> None:
    for where in LISTED["elsewhere"].values():
        file, _, name = where.partition("::")
        assert f"def {name}(" in (TESTS.parent / file).read_text("utf-8")


def test_every_mutant_can_be_made() -> None:
    for mutant in MUTANTS:
        text = (TESTS.parent / mutant["file"]).read_text("utf-8")
        assert text.count(mutant["line"]) == 1, mutant
        assert mutant["line"] != mutant["becomes"]
        file, _, name = mutant["test"].partition("::")
        assert f"def {name.partition('[')[0]}(" in (TESTS.parent / file).read_text("utf-8"), mutant


def test_a_mutant_is_seen_by_the_test_of_its_row() -> None:
    strays = [m for m in MUTANTS if not any(f"_{row}_" in m["test"] for row in m["rows"])]
    assert [m["test"] for m in strays if m["test"] not in LISTED["elsewhere"].values()] == []


def test_every_shown_row_has_a_mutant() -> None:
    assert shown() - {row for mutant in MUTANTS for row in mutant["rows"]} == set()
