"""What a command writes into a file the person names, or to stdout: whole, or the old one stays."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from reader import paths
from reader.cli.output import note
from reader.errors import NewsreelError, UsageError
from reader.store.backup import BESIDE
from reader.store.genuine import is_database
from reader.whole import write_whole


def named(file: str) -> Path:
    """Return the path a person names, `~` being their home. Raises UsageError where it is nobody's."""
    try:
        return Path(file).expanduser()
    except RuntimeError as error:
        raise UsageError(f"Nobody here has the home folder of {file}; name the file in full.") from error


def put(
    output: str | None, chunks: Iterable[bytes], held: str, told: str = "", *, secret: bool = False
) -> None:
    """Write to a file, and say so, or to stdout. What is `secret` is for the person alone to read."""
    if output is None or output == "-":
        for chunk in chunks:
            sys.stdout.buffer.write(chunk)
        sys.stdout.buffer.flush()
        return
    if output.endswith("/"):
        raise NewsreelError(f"{output} is a folder; name the file to write.")
    path = named(output)
    with reachable(path):
        if path.is_file() or not path.exists():  # where a link leads to, the link stays
            path = Path(os.path.realpath(path))
    write(path, chunks, rights=0o600 if secret else 0o666)
    note(f"{held} written to {output}{told}.")


def write(path: Path, chunks: Iterable[bytes], *, rights: int) -> None:
    """Write a file so that a failure leaves the old one."""
    with reachable(path):
        if not path.name or path.is_dir():
            raise NewsreelError(f"{path} is a folder; name the file to write.")
        _leave_alone(path)
        if path.exists() and not path.is_file():  # a pipe, a device
            with path.open("wb") as file:
                file.writelines(chunks)
        else:
            # No more may read it than before.
            write_whole(path, chunks, rights=rights & path.stat().st_mode if path.is_file() else rights)


@contextmanager
def reachable(path: Path) -> Iterator[None]:
    """Say of a place where nothing can be written, nor even be looked for, that it cannot."""
    try:
        yield
    except OSError as error:
        raise NewsreelError(f"{path} cannot be written ({error.strerror}); choose another place.") from error


def _is_database(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return is_database(file.read(16))


def _leave_alone(path: Path) -> None:
    """Refuse to write over what no export ever was: a library, what belongs to one, a copy, the settings."""
    if not path.is_file():
        return
    database = _is_database(path) or any(
        path.name.endswith(end) and _is_database(path.with_name(path.name.removesuffix(end)))
        for end in BESIDE
    )
    if database or path.resolve() == paths.find().config_file.resolve():
        what = "a database" if database else "the settings file"
        raise NewsreelError(f"{path} is {what}, so it was left alone; name another file.")
