"""Whether a descriptor has something to read: by `poll`, as `select` knows none from 1,024 on."""

from __future__ import annotations

import select
from collections.abc import Iterable


def is_readable(descriptor: int, seconds: float = 0) -> bool:
    """Wait no longer than this for something to read or for its end, and tell whether there is."""
    return wait_for([descriptor], [], seconds)


def wait_for(readable: Iterable[int], writable: Iterable[int], seconds: float) -> bool:
    """Wait no longer than this for one of some descriptors, and tell whether one is ready."""
    poll = select.poll()
    for descriptor in readable:
        poll.register(descriptor, select.POLLIN)
    for descriptor in writable:
        poll.register(descriptor, select.POLLOUT)
    return bool(poll.poll(seconds * 1000))
