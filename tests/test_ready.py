"""Descriptors are waited for whatever their number: `select` itself knows none from 1,024 on."""

from __future__ import annotations

import fcntl
import os
import resource
from collections.abc import Iterator

import pytest

from reader.ready import is_readable, wait_for

HIGH = 1_100


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    """The ends of a pipe, both with numbers that `select` takes no more."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, 2 * HIGH), hard))
    low = os.pipe()
    high = tuple(fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, HIGH) for end in low)
    for end in low:
        os.close(end)
    try:
        yield high[0], high[1]
    finally:
        for end in high:
            os.close(end)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_what_has_something_to_read_is_told_from_what_has_not(pipe: tuple[int, int]) -> None:
    read, write = pipe
    before = is_readable(read)
    os.write(write, b"x")
    assert (before, is_readable(read, 5)) == (False, True)


def test_an_end_is_something_to_read() -> None:
    read, write = os.pipe()
    os.close(write)
    try:
        assert is_readable(read)
    finally:
        os.close(read)


def test_room_to_write_ends_a_wait(pipe: tuple[int, int]) -> None:
    read, write = pipe
    assert (wait_for([read], [], 0), wait_for([read], [write], 5)) == (False, True)
