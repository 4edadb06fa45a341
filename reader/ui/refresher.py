"""The refresh, a process of its own: started quietly, listened to, and ended within a second."""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import IO

import msgspec

from reader.itself import own_command

NICE = 10
DONE = (0, 3)
"""Exit codes of a refresh that did its work; 3 says that some feeds failed, which events tell better."""
CUT_SHORT = "The asking was ended from outside before it was done; what had come is kept."
_EVENTS = {"refresh": "--json", "pack": "--events"}
"""What has a command tell what happens as lines of JSON."""
PATIENCE = 0.4
"""Seconds a refresh has to finish its transaction when the reader leaves, and again when told to."""


class Refresher:
    """At most one `newsreel refresh --json`. Both callbacks are called on a thread of its own."""

    def __init__(
        self, on_event: Callable[[dict[str, object]], object], on_end: Callable[[str], object]
    ) -> None:
        self._on_event, self._on_end = on_event, on_end
        self._child: subprocess.Popen[bytes] | None = None
        self._listener = threading.Thread()

    @property
    def running(self) -> bool:
        """Whether a refresh is under way."""
        return self._child is not None

    def start(self, args: Sequence[str] = (), *, command: str = "refresh") -> None:
        """Start a refresh, or another command, with these arguments; OSError where no process can be had."""
        # Not a pipe for what it complains of: one that nobody empties could stop it.
        trouble = tempfile.TemporaryFile()  # noqa: SIM115  # closed by the listener
        # A session of its own: keys that stop or end a terminal's jobs are not for it. Its stdin is
        # a pipe that only we hold: when it ends, for whatever reason, the refresh leaves by itself.
        try:
            child = subprocess.Popen(
                own_command(command, _EVENTS[command], *args),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=trouble,
                start_new_session=True,
            )
        except BaseException:
            trouble.close()
            raise
        self._child = child
        with suppress(OSError):
            # The group is the session's first: its worker too, though it may have begun already.
            os.setpriority(os.PRIO_PGRP, child.pid, NICE)
        self._listener = threading.Thread(
            target=self._listen, args=(child, trouble), name="refresh", daemon=True
        )
        self._listener.start()

    def close(self) -> None:
        """End the refresh: first by its pipe, then by signal."""
        if (child := self._child) is None:
            return
        self._child = None
        with suppress(OSError):
            child.stdin.close()  # type: ignore[union-attr]  # a pipe, as asked for above
        for end in (child.terminate, child.kill):
            self._listener.join(PATIENCE)
            if self._listener.is_alive():
                end()
        self._listener.join(PATIENCE)

    def _listen(self, child: subprocess.Popen[bytes], trouble: IO[bytes]) -> None:
        with trouble:
            with child:
                for line in child.stdout or ():
                    with suppress(msgspec.DecodeError):  # anything but an event is not for us
                        self._on_event(msgspec.json.decode(line, type=dict[str, object]))
            trouble.seek(0)
            lines = trouble.read(4000).decode(errors="replace").strip().splitlines()
        if self._child is child:
            self._child = None
            killed = CUT_SHORT if child.returncode < 0 else ""
            self._on_end(lines[-1] if lines and child.returncode not in DONE else killed)
