"""The README says what is so."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from reader.cli.main import newsreel
from tests.readme import README, ROOT, written

TEXT = README.read_text("utf-8")


def test_its_tables_are_the_programs() -> None:
    assert written(TEXT) == TEXT, "run: python -m tests.readme"


def test_its_pictures_and_links_are_here() -> None:
    targets = [target for target in re.findall(r"\]\(([^)]+)\)", TEXT) if "://" not in target]
    assert [target for target in targets if target[0] != "#" and not (ROOT / target).exists()] == []


def test_ci_runs_its_test_command_word_for_word() -> None:
    [command] = re.findall(r"^python3 -m venv .*pytest$", TEXT, re.MULTILINE)
    assert command in (ROOT / ".ci" / "run").read_text()


@pytest.mark.parametrize("line", re.findall(r"^newsreel .+$", TEXT, re.MULTILINE))
def test_its_commands_are_understood(line: str) -> None:
    name, *_ = shlex.split(line.partition("  #")[0])[1:]
    context = newsreel.make_context("newsreel", [], resilient_parsing=True)
    assert name in newsreel.list_commands(context)


def test_the_tables_of_the_library_are_documented() -> None:
    schema = "".join(path.read_text() for path in sorted(Path(ROOT / "reader/store/schema").glob("*.sql")))
    tables = set(re.findall(r"^CREATE TABLE (\w+)", schema, re.MULTILINE))
    tables -= set(re.findall(r"^DROP TABLE (\w+)", schema, re.MULTILINE))
    assert [table for table in sorted(tables) if f"`{table}`" not in TEXT] == []
