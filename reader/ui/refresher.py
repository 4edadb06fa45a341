"""The refresh, a process of its own: started quietly, listened to, and ended within a second."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress

import msgspec

NICE = 10
PATIENCE = 0.45
"""Seconds a refresh has to finish its transaction when the reader leaves, and again when told to."""


class Refresher:
    """At most one `newsreel refresh --json`. Both callbacks are called on a thread of its own."""

    def __init__(
        self, on_event: Callable[[dict[str, object]], object], on_end: Callable[[str], object]
    ) -> None:
        self._on_event, self._on_end = on_event, on_end
        self._child: subprocess.Popen[bytes] | None = None

    @property
    def running(self) -> bool:
        """Whether a refresh is under way."""
        return self._child is not None

    def start(self, args: Sequence[str] = ()) -> None:
        """Start a refresh with these arguments; OSError where no process can be had."""
        command = [sys.executable, "-m", "reader", "refresh", "--json", *args]
        # A session of its own: keys that stop or end a terminal's jobs are not for it. Its stdin is
        # a pipe that only we hold: when it ends, for whatever reason, the refresh leaves by itself.
        self._child = child = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, child.pid, NICE)
        threading.Thread(target=self._listen, args=(child,), name="refresh", daemon=True).start()

    def close(self) -> None:
        """End the refresh: first by its pipe, then by signal."""
        if (child := self._child) is None:
            return
        self._child = None
        with suppress(OSError):
            child.stdin.close()  # type: ignore[union-attr]  # a pipe, as asked for above
        for end in (child.terminate, child.kill):
            try:
                child.wait(PATIENCE)
                return
            except subprocess.TimeoutExpired:
                end()
        child.wait()

    def _listen(self, child: subprocess.Popen[bytes]) -> None:
        assert child.stdout
        assert child.stderr
        for line in child.stdout:
            with suppress(msgspec.DecodeError):  # anything but an event is not for us
                self._on_event(msgspec.json.decode(line, type=dict[str, object]))
        trouble = child.stderr.read(4000).decode(errors="replace").strip()
        code = child.wait()
        if self._child is child:
            self._child = None
            self._on_end(trouble.splitlines()[-1] if trouble and code not in (0, 3) else "")
