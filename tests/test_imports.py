"""Libraries are imported without what they need not have."""

from __future__ import annotations

import sys

import pytest

from reader.imports import without


def test_what_is_left_out_is_not_found_and_can_be_imported_afterwards() -> None:
    with without("sched"), pytest.raises(ImportError):
        import sched
    import sched

    assert sys.modules.pop("sched") is sched


def test_of_a_module_left_out_there_is_what_was_named() -> None:
    with without("sched", scheduler=None):
        from sched import scheduler
    assert (scheduler, "sched" in sys.modules) == (None, False)


def test_what_is_imported_already_stays() -> None:
    import json

    with without("json"):
        import json as again
    assert again is json is sys.modules["json"]
