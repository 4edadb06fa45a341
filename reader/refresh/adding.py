"""Following one address: a worker fetches it, makes sure that it is a feed, and saves it."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any

from reader import paths as places
from reader.addresses import masked
from reader.errors import FetchError, NewsreelError, ParseError, StoreError, unwritable
from reader.paths import Paths
from reader.worker import Ending, Hand, Job, Supervisor
from reader.worker.hand import nameless
from reader.worker.parent import CPU_SECONDS, MEMORY

if TYPE_CHECKING:
    from reader.model import FullText
    from reader.refresh.values import Added, Several


def add(
    url: str,
    *,
    title: str | None = None,
    folder: str | None = None,
    full_text: FullText | None = None,
    allow_private: bool = False,
    paths: Paths | None = None,
    cpu_seconds: float = CPU_SECONDS,
    memory: int = MEMORY,
) -> Added | Several:
    """Follow a feed, or the one feed a page names, and fetch it at once; or return the several it names.

    Raises NewsreelError: FetchError of kind "refused" where the address is private and the person has
    not allowed it (`allow_private`), ParseError where it is no feed and names none.
    """
    paths = paths or places.find()
    address = absolute(url)
    options = {
        "url": address,
        "title": title,
        "folder": folder,
        "full_text": full_text,
        "allow_private": allow_private,
        "paths": [str(each) for each in paths],
    }
    ending, written = work(Job("add", options, cpu_seconds, memory), paths)
    if ending.stopped and not written.startswith(b'{"feed"'):
        raise KeyboardInterrupt
    if ending.died is not None:
        raise ParseError(f"{masked(address)} was given up, because {ending.died}. Nothing was added.")
    return _result(written)


def absolute(url: str) -> str:
    """Return an address as people type it, with its scheme."""
    url = re.sub(r"^feed:(//)?(?=https?:)", "", url.strip())
    url = re.sub(r"^feed://", "http://", url)
    return url if re.match(r"[a-z][a-z0-9+.-]*:(?!\d+(/|$))", url, re.IGNORECASE) else f"https://{url}"


def work(job: Job, paths: Paths, *, restart: bool = False) -> tuple[Ending, bytes]:
    """Let a worker do the job; return what it wrote, which no size of it can block.

    `restart`: one that died of an item is followed by another.
    """
    try:
        paths.create()
        hand, out = Hand.create(paths.state), nameless(paths.state)
    except OSError as error:
        raise StoreError(unwritable(error, paths.state)) from error
    try:
        ending = Supervisor(hand, out=out, restart=restart).run(job)
        return ending, os.pread(out, os.fstat(out).st_size, 0)
    finally:
        hand.close()
        os.close(out)


def _result(written: bytes) -> Added | Several:
    """Return the worker's answer as a value, or raise it."""
    import msgspec

    from reader.refresh.values import Added, Several

    answer: dict[str, Any] = msgspec.json.decode(written)
    if "error" in answer:
        raise raised(**answer)
    kind: type[Added | Several] = Added if "feed" in answer else Several
    return msgspec.convert(answer, kind)


def answer_to(error: NewsreelError) -> bytes:
    """Return what a worker writes of an error that `raised` understands."""
    import msgspec

    kind = "parse" if isinstance(error, ParseError) else getattr(error, "kind", "")
    return msgspec.json.encode({"error": str(error), "kind": kind, "status": getattr(error, "status", None)})


def raised(error: str, kind: str, status: int | None) -> NewsreelError:
    """Return an error as the worker met it."""
    if kind == "parse":
        return ParseError(error)
    # What a refresh would do next does not hold for an address that is not followed.
    error = error.replace("It will be asked again later.", "Nothing was added; try again later.")
    error = error.replace("It will be asked again then.", "Nothing was added; try again then.")
    error = error.replace("it will not be asked again.", "nothing was added.")
    return FetchError(error, kind=kind, status=status) if kind else NewsreelError(error)
