"""The worker's own half: its limits, its leash, and the guard it works under."""

from __future__ import annotations

import contextlib
import gc
import os
import resource
import signal
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from reader.errors import NewsreelError, starved, unsaid
from reader.imports import without
from reader.ready import is_readable
from reader.worker.hand import Hand

if TYPE_CHECKING:
    from reader.worker.parent import Job

DONE, MEMORY, CRASHED, STARVED, UNSAID, STOPPED = 0, 70, 71, 72, 74, 75
FILES = 1024
STACK = 1 << 20
"""Bytes for the stack of a thread: those of libcurl only look names up."""
MALLOC = {-1: 16 << 20, -3: 4 << 20}
"""Bytes, by the numbers of glibc's `mallopt`: M_TRIM_THRESHOLD and M_MMAP_THRESHOLD."""
GARBAGE = 100_000
"""Objects made between two looks for cycles: imports and feeds make many objects and few cycles."""


class Worker:
    """What a job is given: where to write, the shared map, whether to stop, and the guard."""

    def __init__(self, job: Job, hand: Hand, *, leash: int, out: int) -> None:
        self.job = job
        self.hand = hand
        self._leash, self._out = leash, out
        self._told = False
        self.unsaid = False
        """What it had to say found no room."""

    def stopped(self) -> bool:
        """Whether to finish what is in hand and leave: told to, or the parent is gone."""
        if not self._told:
            self._told = is_readable(self._leash)
        return self._told

    def stop(self, *_: object) -> None:
        """Take the word for it."""
        self._told = True

    def send(self, line: bytes) -> None:
        """Write one line of output at once. Nobody reading, or no room, is a reason to leave."""
        data = line + b"\n"
        try:
            while data:
                data = data[os.write(self._out, data) :]
        except OSError as error:
            if not isinstance(error, BrokenPipeError):
                _say(unsaid(error))
                self.unsaid = True
            self.stop()

    def remark(self, text: str) -> None:
        """Write to stderr, as it is. Nobody reading, or no room, ends nothing: the work is not for that."""
        with contextlib.suppress(OSError):
            os.write(2, text.encode("utf-8", "replace"))

    def rewrites(self) -> bool:
        """Whether stderr is a terminal on which a line of progress can be written over."""
        return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"

    def fault(self, error: BaseException) -> None:
        """Keep the trace of a fault of ours, for a report; print it where that is asked for."""
        from reader import log
        from reader.refresh.command import folders

        if paths := self.job.options.get("paths"):  # a job that names none has no log either
            log.fault(folders(paths).log, error)
        if self.job.debug:
            import traceback

            _say("".join(traceback.format_exception(error)))

    @contextlib.contextmanager
    def guard(self, item: int) -> Iterator[None]:
        """Hold an item while strangers' bytes are parsed: on too much computing the process ends.

        The timer's default action ends it, since no handler runs while a C library is at work. The item
        stays in hand until its outcome is told, so that a fault in saving it is its own too.
        """
        self.hand.put("item", item)
        signal.setitimer(signal.ITIMER_PROF, self.job.cpu_seconds)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)


def main(worker: Worker) -> int:
    """Do the job under limits; return what the process leaves with."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.signal(signal.SIGTERM, worker.stop)
    set_limits(worker.job.memory)
    gc.set_threshold(GARBAGE)
    try:
        with without("typing_extensions"):  # msgspec would take a word from it: with all it needs, 8 ms
            import msgspec  # noqa: F401
        from reader.refresh.jobs import perform

        perform(worker)
    except MemoryError:
        return MEMORY
    except NewsreelError as error:
        _say(str(error))
        return error.exit_code
    except BaseException as error:
        if starved(error) and not worker.job.debug:
            return STARVED
        worker.fault(error)
        return CRASHED
    return UNSAID if worker.unsaid else STOPPED if worker.stopped() else DONE


def set_limits(memory: int) -> None:
    """Bound the memory and raise the number of files. Not the address space: lookups reserve over 1 GB."""
    if sys.platform == "linux":
        _limit(resource.RLIMIT_DATA, memory)
        _small_stacks()
        _keep_memory()
    _limit(resource.RLIMIT_CORE, 0)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != resource.RLIM_INFINITY and soft < FILES:
        most = FILES if hard == resource.RLIM_INFINITY else min(FILES, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


def _small_stacks() -> None:
    """Give threads little room: the limit counts their stacks in full, those of 20 lookups 160 MB."""
    import ctypes

    with contextlib.suppress(OSError, AttributeError):  # a C library without it: less memory for pages
        libc, attributes = ctypes.CDLL(None), ctypes.create_string_buffer(256)
        libc.pthread_attr_init(attributes)
        libc.pthread_attr_setstacksize(attributes, ctypes.c_size_t(STACK))
        libc.pthread_setattr_default_np(attributes)


def _keep_memory() -> None:
    """Have memory let go of kept for what comes next: to ask for it anew takes a sixth of the time."""
    import ctypes

    with contextlib.suppress(OSError, AttributeError):  # a C library without it: slower
        libc = ctypes.CDLL(None)
        for parameter, bytes_ in MALLOC.items():
            libc.mallopt(parameter, bytes_)


def _limit(what: int, value: int) -> None:
    _, hard = resource.getrlimit(what)
    resource.setrlimit(what, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))


def _say(text: str) -> None:
    from reader.text.clean import clean

    with contextlib.suppress(OSError):
        os.write(2, clean(text).encode("utf-8", "replace") + b"\n")


def spawned(argv: list[str]) -> Any:
    """Enter as a process of its own (where forking is not possible): job and file numbers come as words."""
    import json

    from reader.worker.parent import Job

    hand, leash, out = map(int, argv[1:4])
    os._exit(main(Worker(Job(**json.loads(argv[4])), Hand(hand), leash=leash, out=out)))
