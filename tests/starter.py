"""Commands started from a process that has read their code: imports and patterns are paid for once.

All else is as ever. A command has a process of its own, forked before anything was done there, with its
words, its environment and its three files. It ends as Python ends, but takes no modules apart: to write to
all that memory costs as much as the command.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import pkgutil
import selectors
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path

import reader
from reader.__main__ import main
from reader.patterns import Late

ROOT = Path(__file__).resolve().parents[1]
SECONDS = 120
"""How long a command may be silent."""
_ELSEWHERE = ("reader.ui", "reader.demo", "reader.serve")
_LIBRARIES = ("feedparser", "lxml.html", "trafilatura", "PIL.Image")
_SERVE = "import sys; from tests.starter import serve; serve(int(sys.argv[1]))"


class Starter:
    """A process that starts commands, one after another."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._free = threading.Lock()
        self._line, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-c", _SERVE, str(theirs.fileno())],
                cwd=ROOT, env=environ, pass_fds=[theirs.fileno()],
                # Of the kind that each command is given: Python asks that once.
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            )  # fmt: skip

    def run(self, words: Sequence[str], environ: Mapping[str, str]) -> tuple[int, bytes, bytes] | None:
        """Run one command to its end: its exit code and what it wrote; nothing if another is running."""
        if not self._free.acquire(blocking=False):
            return None
        with _pipes() as (said, theirs), Path(os.devnull).open() as nothing:
            socket.send_fds(self._line, [b"\n"], [nothing.fileno(), *theirs])
            self._line.sendall(json.dumps([*map(os.fspath, words), dict(environ)]).encode() + b"\n")
            for file in theirs:
                os.close(file)
            out, err = _all_of(said)
        code = self._line.recv(4)
        assert len(code) == 4, self._process.communicate()
        self._free.release()  # not where one hangs: then each is started anew
        return int.from_bytes(code, "big", signed=True), out, err

    def close(self) -> None:
        self._line.close()
        self._process.kill()
        self._process.communicate()


@contextmanager
def _pipes() -> Iterator[tuple[list[int], list[int]]]:
    """Two pipes: their ends to read from, which are closed here, and those to write to, which are not."""
    (out, to_out), (err, to_err) = os.pipe(), os.pipe()
    try:
        yield [out, err], [to_out, to_err]
    finally:
        os.close(out)
        os.close(err)


def _all_of(files: Sequence[int]) -> list[bytes]:
    said = dict.fromkeys(files, b"")
    with selectors.DefaultSelector() as open_ones:
        for file in files:
            open_ones.register(file, selectors.EVENT_READ)
        while open_ones.get_map():
            ready = open_ones.select(SECONDS)
            assert ready, f"a command was silent for {SECONDS} seconds"
            for key, _ in ready:
                if not (piece := os.read(key.fd, 65536)):
                    open_ones.unregister(key.fd)
                said[key.fd] += piece
    return list(said.values())


class _Ending:
    """How a command ends."""

    code = 1
    """As of an exception that nobody caught."""

    def of(self, code: int) -> int:
        self.code = code
        return code

    def leave(self) -> None:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(self.code)


def serve(number: int) -> None:
    """Start what is asked for until nobody can ask any more."""
    ending = _Ending()
    atexit.register(ending.leave)  # registered first, it is called last
    _read_code()
    line = socket.socket(fileno=number)
    while (asked := socket.recv_fds(line, 1, 3))[0]:
        *words, environ = json.loads(_line_of(line))
        if not (pid := os.fork()):
            line.close()
            _become(words, environ, asked[1])
            sys.exit(ending.of(main()))
        for file in asked[1]:
            os.close(file)
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        with suppress(BrokenPipeError):
            line.sendall(code.to_bytes(4, "big", signed=True))


def _read_code() -> None:
    """Import what commands and their workers import, and nothing of the screens; compile its patterns."""
    for module in pkgutil.walk_packages(reader.__path__, "reader."):
        if not module.name.startswith(_ELSEWHERE):
            import_module(module.name)
    for name in _LIBRARIES:
        import_module(name)
    for each in gc.get_objects():
        if type(each) is Late:
            _ = each.search
    gc.collect()
    gc.freeze()


def _line_of(line: socket.socket) -> bytes:
    said = b""
    while not said.endswith(b"\n"):
        said += line.recv(65536)
    return said


def _become(words: list[str], environ: dict[str, str], files: Sequence[int]) -> None:
    """Take what belongs to the command for one's own."""
    for number, file in enumerate(files):
        os.dup2(file, number)
        os.close(file)
    os.environ.clear()
    os.environ.update(environ)
    time.tzset()
    sys.argv = ["newsreel", *words]
