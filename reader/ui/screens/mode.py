"""A way of reading keys for a while, until Esc."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple


class Mode(NamedTuple):
    """Takes every key by its name; `escape` always ends it. `hints` stand in the status line meanwhile."""

    take: Callable[[str], None]
    hints: Sequence[tuple[str, str]]
