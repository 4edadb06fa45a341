"""What time it is: real time, or real time moved by NEWSREEL_CLOCK_OFFSET seconds (the demo, tests)."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

Clock = Callable[[], float]
"""Seconds since 1970 UTC."""


def clock() -> Clock:
    """Return the clock this process lives by."""
    offset = float(os.environ.get("NEWSREEL_CLOCK_OFFSET") or 0)
    return (lambda: time.time() + offset) if offset else time.time
