"""What every test may use."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of corpora beside the checkout; tests that need it skip, saying so, where it is absent."""
    if not (SHARED / "corpora").is_dir():
        pytest.skip("needs ../shared/corpora beside the checkout")
    return SHARED


def need(tool: str) -> None:
    """Skip, saying so, where a program is missing; under CI a missing one is a failure."""
    if shutil.which(tool):
        return
    if os.environ.get("CI"):
        pytest.fail(f"{tool} is missing, and CI must have it")
    pytest.skip(f"needs {tool}")
