"""What a command writes into a file the person names, or to stdout: whole, or the old one stays."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from reader.cli.output import note
from reader.errors import NewsreelError


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
    named = Path(output).expanduser()
    if named.is_file() or not named.exists():  # where a link leads to, the link stays
        named = Path(os.path.realpath(named))
    write(named, chunks, rights=0o600 if secret else 0o666)
    note(f"{held} written to {output}{told}.")


def write(path: Path, chunks: Iterable[bytes], *, rights: int) -> None:
    """Write a file so that a failure leaves the old one."""
    if not path.name or path.is_dir():
        raise NewsreelError(f"{path} is a folder; name the file to write.")
    try:
        if path.exists() and not path.is_file():  # a pipe, a device
            with path.open("wb") as file:
                file.writelines(chunks)
        else:
            _replace(path, chunks, rights)
    except OSError as error:
        raise NewsreelError(f"{path} cannot be written ({error.strerror}); choose another place.") from error


def _replace(path: Path, chunks: Iterable[bytes], rights: int) -> None:
    draft = path.with_name(f".newsreel-{os.getpid()}.part")
    rights &= path.stat().st_mode if path.is_file() else rights  # no more may read it than before
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, rights), "wb") as file:
            file.writelines(chunks)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
