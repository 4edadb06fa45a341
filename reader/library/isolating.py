"""Grouping that no report stops: what fails is tried in parts, and what fails by itself is left out."""

from __future__ import annotations

from collections.abc import Callable

from reader.bounded import bounded
from reader.errors import NewsreelError
from reader.library.grouping import BATCH, PATIENCE, Grouping
from reader.library.reports import report_of
from reader.store.stories import Waiting
from reader.stories.memory import Memory
from reader.stories.newsroom import Newsroom

SHARE = 8
"""A batch that fails is tried again in so many parts."""
MANY = 8
"""So many that fail one after the other, and none that does not: the fault is not theirs."""


class Isolating:
    """Groups in batches, as `Grouping` does."""

    def __init__(self, grouping: Grouping) -> None:
        self._grouping, self._most = grouping, BATCH
        self._fault: Exception | None = None
        self._in_a_row = 0

    def batch(self, stopped: Callable[[], bool] = lambda: False) -> bool:
        """Group articles that wait, and tell whether more do.

        Why one was left out, which no rule is fit for, is raised once nothing else waits.
        """
        try:
            more = self._grouping.batch(stopped, self._most)
            self._most = BATCH if self._in_a_row else self._most
            self._in_a_row = 0
        except (NewsreelError, MemoryError):
            raise
        except Exception as fault:  # whatever one report holds must not cost the others their stories
            more = self._narrow(fault)
        if self._fault and not more:
            told, self._fault = self._fault, None
            self._grouping.left_out.clear()
            raise told
        return more

    def _narrow(self, fault: Exception) -> bool:
        """Try less at once; what fails by itself is passed over, or waits for the next refresh."""
        tried = self._grouping.under_way
        if len(tried) > 1:
            self._most = max(min(self._most, len(tried)) // SHARE, 1)
            return self._grouping.begin_again()
        self._fault = fault
        if not tried:
            return False  # nothing of what waits was looked at
        if _is_unfit(tried[0]):
            self._most = BATCH
            self._grouping.pass_over()
            return self._grouping.begin_again()
        self._grouping.leave_out()
        self._in_a_row += 1
        return self._grouping.begin_again() and self._in_a_row < MANY


def _is_unfit(waiting: Waiting) -> bool:
    """Tell whether a report cannot be read even where nothing else is known."""
    room = Newsroom(Memory())
    try:
        reports = [report_of(waiting)]
        with bounded(PATIENCE):
            room.learn(reports)
            room.file(reports, {})
            room.tell(reports)
    except MemoryError:
        raise
    except Exception:  # any fault of a rule, where only this report was read: there is no list of their kinds
        return True
    return False
