"""Imports of libraries without what they bring along and nothing here uses."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace


@contextmanager
def without(module: str, **names: object) -> Iterator[None]:
    """Let imports inside find no such module, or nothing in it but `names`. One imported already stays."""
    if module in sys.modules:
        yield
        return
    # None is Python's own word for “there is no such module”, though typeshed allows modules only.
    sys.modules[module] = SimpleNamespace(**names) if names else None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules[module]
