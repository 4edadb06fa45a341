"""The parent's half: start a worker, wait, tell it to leave, and start another if it died."""

from __future__ import annotations

import errno
import os
import select
import signal
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.errors import starved
from reader.itself import own_code
from reader.ready import is_readable
from reader.worker.hand import Hand

if TYPE_CHECKING:
    import subprocess

CPU_SECONDS = 10.0
MEMORY = 512 << 20
GRACE_SECONDS = 0.7
"""How long a worker that was told to leave may take for its last transaction."""
_STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_EOF = -1
DEBUG = False
"""Whether the person asked, with `--debug`, where an error comes from; set before there is a worker."""
_MEMORY_IS_LIMITED = sys.platform == "linux"  # elsewhere the parent looks at it once a second
_MEMORY_CODE, _CRASHED_CODE, _STARVED_CODE = 70, 71, 72
UNSAID = 74
"""What a worker leaves with that found no room for what it had to say, and said so."""


class Job(NamedTuple):
    """What a worker is to do; plain values only. `dead` is an item its forerunner died of, and why.

    `debug`: it prints the trace of a fault, not only the log keeps it; the supervisor knows.
    """

    do: str
    options: dict[str, Any]
    cpu_seconds: float = CPU_SECONDS
    memory: int = MEMORY
    dead: tuple[int, str] | None = None
    debug: bool = False


class Ending(NamedTuple):
    """How the work ended. `code` is the worker's exit code; `stopped` a signal's number, -1 for an end of
    file on stdin; `died` says why the last worker died of no item, or of one when no other may be started."""

    code: int = 0
    stopped: int = 0
    died: str | None = None


class Process(NamedTuple):
    """A running worker, its leash, and a pipe that closes when it is gone."""

    pid: int
    leash: int
    alive: int
    popen: subprocess.Popen[bytes] | None = None


class Supervisor:
    """Runs a job to its end in as many workers as it takes."""

    def __init__(
        self,
        hand: Hand,
        *,
        out: int = 1,
        watch_stdin: bool = False,
        restart: bool = True,
        private: tuple[int, ...] = (),
    ) -> None:
        self._hand = hand
        self._out = out
        self._private = private
        self._stdin = watch_stdin
        self._restart = restart
        self._stopped = 0
        self._too_big = False

    def run(self, job: Job) -> Ending:
        """Start workers until the job is done, someone says stop, or one dies of nothing in particular."""
        job, died_of_nothing = job._replace(debug=DEBUG), False
        with _signals() as signals:
            while True:
                code = self._one(job, signals)
                why = self._why(code, job)
                if why is None or self._stopped:
                    return Ending(max(code, 0), self._stopped)
                item = self._hand.get("item")
                if not self._restart or (not item and died_of_nothing):
                    return Ending(code, self._stopped, died=why)
                died_of_nothing = not item
                self._hand.put("item", 0)
                job = job._replace(dead=(item, why) if item else None)

    def _one(self, job: Job, signals: int | None) -> int:
        process = start(job, self._hand, self._out, self._private)
        try:
            self._wait(process, job, signals)
        finally:
            for end in {process.leash, process.alive}:
                os.close(end)
            code = _reap(process)
        return code

    def _wait(self, process: Process, job: Job, signals: int | None) -> None:
        """Wait until the worker is gone; cut it off if it does not leave in time."""
        deadline: float | None = None
        while True:
            left = None if deadline is None else max(0.0, deadline - time.monotonic())
            if process.alive in self._look(process, signals, left):
                return
            if not _MEMORY_IS_LIMITED and resident(process.pid) > job.memory:
                self._too_big = True
            if self._stopped and deadline is None:
                deadline = time.monotonic() + GRACE_SECONDS
                with suppress(BrokenPipeError):
                    os.write(process.leash, b".")
            elif self._too_big or (deadline is not None and time.monotonic() >= deadline):
                os.kill(process.pid, signal.SIGKILL)
                deadline = None if self._stopped == 0 else time.monotonic() + 60

    def _look(self, process: Process, signals: int | None, left: float | None) -> set[int]:
        """Wait for something to happen, and note what says stop."""
        poll = select.poll()
        poll.register(process.alive, select.POLLIN)
        if signals is not None:
            poll.register(signals, select.POLLIN)
        if self._stdin and not self._stopped:
            poll.register(0, select.POLLIN)
        if not _MEMORY_IS_LIMITED:
            left = 1.0 if left is None else min(left, 1.0)
        ready = {fd for fd, _ in poll.poll(None if left is None else left * 1000)}
        if signals in ready and signals is not None:
            self._stopped = self._stopped or os.read(signals, 1)[0]
        if 0 in ready and self._stdin and not os.read(0, 4096):
            self._stopped = self._stopped or _EOF
        return ready

    def _why(self, code: int, job: Job) -> str | None:
        """Why a worker died; None if it left of its own accord."""
        if self._too_big or code == _MEMORY_CODE:
            self._too_big = False
            return f"it took more than {job.memory >> 20} MB of memory"
        if code == -signal.SIGPROF:
            return f"it took more than {job.cpu_seconds:g} s of computing"
        if code == _STARVED_CODE:
            return starved(OSError(errno.EMFILE, ""))
        if code == _CRASHED_CODE:
            return "of a fault in this program"
        return f"the process ended with signal {-code}" if code < 0 else None


def start(job: Job, hand: Hand, out: int, private: tuple[int, ...] = (), *, fresh: bool = False) -> Process:
    """Start a worker: by fork, or as a fresh process: where forking is impossible, unsafe or unwanted.

    Files in `private` stay the parent's alone: a lock a worker held too would outlive its parent.
    """
    leash_end, leash = os.pipe()
    alive, alive_end = os.pipe()
    if hasattr(os, "fork") and not fresh and not _threaded():
        pid = os.fork()
        if not pid:
            _be_worker(job, hand, leash_end, out, (leash, alive, *private))
        process = Process(pid, leash, alive)
    else:
        files = (hand.file, leash_end, out)
        import subprocess

        words = own_code(_SPAWN, *map(str, files), _json(job))
        popen = subprocess.Popen(words, stdin=subprocess.DEVNULL, pass_fds=(*files, alive_end))
        process = Process(popen.pid, leash, alive, popen)
    os.close(leash_end)
    os.close(alive_end)
    return process


_SPAWN = "from reader.worker.child import spawned; spawned(sys.argv)"


def _be_worker(job: Job, hand: Hand, leash: int, out: int, others: tuple[int, ...]) -> None:
    """Go on as the worker, and never come back."""
    code = _CRASHED_CODE
    try:
        signal.set_wakeup_fd(-1)
        for end in others:
            os.close(end)
        from reader.worker.child import Worker, main

        code = main(Worker(job, hand, leash=leash, out=out))
    finally:
        # Without closing anything: libcurl would wait for its name lookups, and all is committed.
        os._exit(code)


def _threaded() -> bool:
    threading = sys.modules.get("threading")
    return threading is not None and threading.active_count() > 1


def _json(job: Job) -> str:
    import json

    return json.dumps(job._asdict())


def _reap(process: Process) -> int:
    if process.popen is not None:
        return process.popen.wait()
    return os.waitstatus_to_exitcode(os.waitpid(process.pid, 0)[1])


def resident(pid: int) -> int:
    """Return how much memory a process has in use (bytes); 0 if it cannot be told."""
    import subprocess

    with suppress(OSError, ValueError):
        found = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, check=False)
        return int(found.stdout) * 1024
    return 0


def stdin_is_a_leash() -> bool:
    """Whether stdin is an open pipe, as a reader's child has: no terminal, no file, none at its end.

    Cron and ssh may give a pipe that is closed from the start; that says nothing.
    """
    try:
        if not stat.S_ISFIFO(os.fstat(0).st_mode):
            return False
        return not is_readable(0)
    except OSError:
        return False


@contextmanager
def _signals() -> Iterator[int | None]:
    """Turn signals to stop into bytes on a pipe, in the main thread; those ignored stay ignored."""
    try:
        before = {s: signal.getsignal(s) for s in _STOP_SIGNALS if signal.getsignal(s) != signal.SIG_IGN}
        for number in before:
            signal.signal(number, lambda *_: None)
    except ValueError:  # not the main thread: signals are somebody else's business
        yield None
        return
    ready, told = os.pipe()
    os.set_blocking(told, False)
    old = signal.set_wakeup_fd(told)
    try:
        yield ready
    finally:
        signal.set_wakeup_fd(old)
        for number, handler in before.items():
            signal.signal(number, signal.SIG_DFL if handler is None else handler)
        os.close(ready)
        os.close(told)
