"""A real terminal for tests: tmux runs the program, keys go in, the screen is read back.

Waiting is by events: tmux pipes what the program writes into a FIFO, and the screen is looked at again
whenever something arrives.
"""

from __future__ import annotations

import os
import select
import shlex
import subprocess
import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType


class Terminal:
    """One tmux server with one window of a fixed size, running one command."""

    def __init__(
        self, argv: Sequence[str], folder: Path, *, size: tuple[int, int], env: Mapping[str, str]
    ) -> None:
        self.socket = f"newsreel-{uuid.uuid4().hex[:12]}"
        self.fifo = folder / f"{self.socket}.out"
        os.mkfifo(self.fifo)
        self.reader = os.open(self.fifo, os.O_RDONLY | os.O_NONBLOCK)
        self.exit_file = folder / f"{self.socket}.exit"
        assigned = [f"{name}={value}" for name, value in env.items()]
        command = shlex.join(["env", "-i", "TERM=tmux-256color", *assigned, *argv])
        wait = f"tmux -L {self.socket} wait-for"
        # Keys that send signals are for the program, not for the shell that waits for it.
        ended = f"echo $? > {shlex.quote(str(self.exit_file))}; {wait} -S ended"
        ready = f"trap : INT; {wait} start; {command}; {ended}"
        self.settings = folder / f"{self.socket}.conf"
        self.settings.write_text(
            f"set -g status off\nset -g remain-on-exit on\nset -g default-size {size[0]}x{size[1]}\n"
        )
        self.tmux("new-session", "-d", "-x", str(size[0]), "-y", str(size[1]), "sh", "-c", ready)
        self.tmux("pipe-pane", "-O", f"cat > {shlex.quote(str(self.fifo))}")
        self.tmux("wait-for", "-S", "start")

    def tmux(self, *arguments: str, timeout: float | None = None) -> str:
        """Run one tmux command on this server and return what it printed."""
        argv = ["tmux", "-u", "-L", self.socket, "-f", str(self.settings), *arguments]
        return subprocess.run(argv, capture_output=True, text=True, check=True, timeout=timeout).stdout

    def press(self, *keys: str) -> None:
        """Send keys by tmux's names: "j", "Enter", "Escape", "C-p"."""
        for key in keys:
            self.tmux("send-keys", key)

    def type(self, text: str) -> None:
        """Send text as it stands."""
        self.tmux("send-keys", "-l", text)

    def screen(self) -> str:
        """Return the screen as text."""
        return self.tmux("capture-pane", "-p")

    def wait(self, *texts: str, gone: Sequence[str] = (), seconds: float = 30) -> str:
        """Return the screen once it shows all of these texts and none of those gone."""
        return self.until(
            lambda screen: all(t in screen for t in texts) and not any(t in screen for t in gone),
            what=f"{texts} (and not {gone})",
            seconds=seconds,
        )

    def until(self, shown: Callable[[str], bool], *, what: str, seconds: float = 30) -> str:
        """Return the screen once it is as wanted; fail with the screen if that does not come."""
        deadline = time.monotonic() + seconds
        while not shown(screen := self.screen()):
            left = deadline - time.monotonic()
            assert left > 0, f"never saw {what} on:\n{screen}\n"
            if select.select([self.reader], [], [], min(left, 1))[0]:
                os.read(self.reader, 1 << 16)
        return screen

    def ended(self) -> int:
        """Wait for the program to end and return its exit code."""
        try:
            self.tmux("wait-for", "ended", timeout=30)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"it does not end:\n{self.screen()}") from None
        return int(self.exit_file.read_text())

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        subprocess.run(["tmux", "-L", self.socket, "kill-server"], capture_output=True, check=False)
        os.close(self.reader)
