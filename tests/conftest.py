"""What every test may use."""

from __future__ import annotations

import gc
import importlib
import os
import shutil
import sys
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"

# How busy the machine is fails no test; under CI hypothesis does without these limits by itself.
settings.register_profile(
    "patient",
    settings.get_profile(settings.get_current_profile_name()),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("patient")


def pytest_xdist_auto_num_workers() -> int:
    """Three workers more than there are processors: many tests wait for a terminal, a clock or a process."""
    return (os.cpu_count() or 1) + 3


def pytest_collection(session: pytest.Session) -> None:
    """Workers begin to read the tests each at another place: one compiles what the others then load."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    if worker and not sys.dont_write_bytecode:
        modules = sorted(Path(__file__).parent.rglob("test_*.py"))
        start = len(modules) * int(worker[2:]) // int(os.environ["PYTEST_XDIST_WORKER_COUNT"])
        for module in modules[start:] + modules[:start]:
            importlib.import_module(".".join(module.relative_to(ROOT).with_suffix("").parts))


def pytest_collection_finish() -> None:
    """What is loaded by now stays: looking for garbage in it took a sixth of the UI's tests."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)


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


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Under CI nothing may be skipped but for the corpora, which are no part of the project."""
    report = yield
    if report.skipped and os.environ.get("CI") and not hasattr(report, "wasxfail"):
        why = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        if "../shared" not in why:
            report.outcome, report.longrepr = "failed", f"{why}; under CI this is a failure"
    return report
