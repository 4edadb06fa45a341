"""A fork that helps this process on another processor: where it is worth it, and how it goes with it."""

from __future__ import annotations

import os
import signal
import sys

_PR_SET_PDEATHSIG = 1


def is_worth_it() -> bool:
    """Tell whether there is a processor for it, and a limit to its memory: elsewhere nobody watches that."""
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1


def go_with(parent: int) -> None:
    """Have the kernel end this process with its parent, even amid a parser; a signal to stop ends it too."""
    import ctypes

    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(0)


def hold_nothing_but(file: int) -> None:
    """Close every other file: whoever waits for the end of the parent's pipes waits for the parent alone."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in range(3):
        os.dup2(nothing, standard)
    os.closerange(3, file)
    os.closerange(file + 1, os.sysconf("SC_OPEN_MAX"))
