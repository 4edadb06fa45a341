"""Grouping that no report stops: what fails is tried in parts, and what fails by itself is passed over."""

from __future__ import annotations

from collections.abc import Callable

from reader.errors import NewsreelError
from reader.library.grouping import BATCH, Grouping

SHARE = 8
"""A batch that fails is tried again in so many parts."""


class Isolating:
    """Groups in batches, as `Grouping` does."""

    def __init__(self, grouping: Grouping) -> None:
        self._grouping, self._most = grouping, BATCH
        self._fault: Exception | None = None

    def batch(self, stopped: Callable[[], bool] = lambda: False) -> bool:
        """Group articles that wait, and tell whether more do.

        Why one was passed over, which no rule is fit for, is raised once nothing waits any more.
        """
        try:
            more = self._grouping.batch(stopped, self._most)
        except (NewsreelError, MemoryError):
            raise
        except Exception as fault:  # whatever one report holds must not cost the others their stories
            more = self._narrow(fault)
        if self._fault and not more:
            told, self._fault = self._fault, None
            raise told
        return more

    def _narrow(self, fault: Exception) -> bool:
        """Try less at once; what fails by itself waits no longer, until it is changed."""
        alone = self._most == 1
        if alone:
            self._fault = fault
            self._grouping.pass_over()
        self._most = BATCH if alone else max(self._most // SHARE, 1)
        return self._grouping.begin_again()
