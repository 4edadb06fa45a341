"""Refreshing: what is due is fetched, parsed, cleaned, saved and indexed, in a process of its own.

`run` is the whole of `newsreel refresh`; `add` fetches and follows one address. Both start a worker and
import almost nothing themselves: what strangers sent is never parsed here.
"""

from reader.refresh.adding import add
from reader.refresh.command import run

__all__ = ["add", "run"]
