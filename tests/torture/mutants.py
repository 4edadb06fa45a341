"""`make mutants`: each guard is broken once, in a scratch copy, and the test of its row must go red.

A test that is red (or skipped) before anything is broken shows nothing, and is said to.

python -m tests.torture.mutants [ROW…]
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from subprocess import PIPE, STDOUT
from typing import Any

PATIENCE = 120
ROOT = Path(__file__).resolve().parents[2]
LEFT_OUT = shutil.ignore_patterns(
    ".venv", ".git", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", "*.db"
)


def mutants() -> list[dict[str, Any]]:
    """Read the list."""
    found: list[dict[str, Any]] = tomllib.loads((ROOT / "tests" / "mutants.toml").read_text("utf-8"))[
        "mutant"
    ]
    return found


def scratch(folder: Path) -> Path:
    """Copy the checkout, with the corpora beside it where there are any."""
    copy = folder / "checkout"
    shutil.copytree(ROOT, copy, ignore=LEFT_OUT)
    if (ROOT.parent / "shared").is_dir():
        (folder / "shared").symlink_to(ROOT.parent / "shared")
    return copy


def red(copy: Path, tests: list[str]) -> set[str]:
    """Return the tests that are not green, or just skipped, while nothing is broken."""
    if passes(copy, *tests, skipped=False, patience=PATIENCE * len(tests)):
        return set()
    return {test for test in tests if not passes(copy, test, skipped=False)}


def passes(copy: Path, *tests: str, skipped: bool = True, patience: int = PATIENCE) -> bool:
    """Whether tests are green in the copy, whose own code they import; `skipped` counts as green, or not."""
    words = [sys.executable, "-m", "pytest", "-n", "0", "-x", "-p", "no:cacheprovider", *tests]
    environ = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    run = subprocess.Popen(
        words, cwd=copy, env=environ, stdout=PIPE, stderr=STDOUT, text=True, start_new_session=True
    )
    try:
        said, _ = run.communicate(timeout=patience)
    except subprocess.TimeoutExpired:
        os.killpg(run.pid, signal.SIGKILL)  # with what it started, that may never end
        run.communicate()
        return False
    if run.returncode not in (0, 1):
        raise SystemExit(f"{tests} could not be run:\n{said[-4000:]}")
    return run.returncode == 0 and (skipped or " skipped" not in said)


def survives(copy: Path, mutant: dict[str, Any]) -> bool:
    """Break the guard, run the test, mend the guard."""
    file = copy / mutant["file"]
    text = file.read_text("utf-8")
    file.write_text(text.replace(mutant["line"], mutant["becomes"]), "utf-8")
    try:
        return passes(copy, mutant["test"])
    finally:
        file.write_text(text, "utf-8")


def main() -> int:
    """Try them all, or those of the rows named; say which test saw nothing."""
    chosen = [m for m in mutants() if not sys.argv[1:] or set(m["rows"]) & set(sys.argv[1:])]
    missed = 0
    with tempfile.TemporaryDirectory(prefix="newsreel-mutants-") as folder:
        Path(folder).chmod(0o755)  # some tests let another user run it
        copy = scratch(Path(folder))
        never_green = red(copy, sorted({mutant["test"] for mutant in chosen}))
        for mutant in chosen:
            said = "RED" if mutant["test"] in never_green else ""
            said = said or ("MISSED" if survives(copy, mutant) else "seen")
            missed += said != "seen"
            print(f"{said:>6}  {' '.join(mutant['rows']):<12} {mutant['file']}", flush=True)
    print(f"{len(chosen) - missed} of {len(chosen)} broken guards were seen.")
    return bool(missed)


if __name__ == "__main__":
    sys.exit(main())
