"""`newsreel pack`, the command's own half: what is to be had for reading offline, and what came of it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress

from reader import paths as places
from reader.errors import StoreError, unwritable
from reader.paths import Paths
from reader.worker import Ending, Hand, Job, Supervisor
from reader.worker.parent import CPU_SECONDS, MEMORY, UNSAID, stdin_is_a_leash

INTERRUPTED = 130
NEWEST = 150
MEGABYTES = 200
SILENT_SECONDS = 10.0
"""How long a packing that nobody watches says nothing."""
PROBLEMS = {  # what stands in the map of counts, and how it is told
    "paywall": "paywalled",
    "consent": "behind a question of consent",
    "script-only": "drawn by scripts only",
    "empty": "without an article",
    "no-more": "with no more than the feed says",
    "gone": "gone",
    "refused": "refused by the site",
    "timeout": "timed out",
    "unreachable": "not reached",
    "portal": "kept away by a network that wants a login",
    "silent": "on hosts that do not answer",
    "held": "on hosts that asked us to wait",
    "private": "at private addresses",
    "not-a-page": "no pages",
    "given-up": "given up for now",
    "unreadable": "given up",
    "size": "over the size limit",
    "no-link": "without a link",
}


def run(
    query: str = "",
    *,
    ids: Sequence[int] = (),
    pictures: str = "",
    limit: int = NEWEST,
    megabytes: int = MEGABYTES,
    json: bool = False,
    whole: bool = False,
    paths: Paths | None = None,
    cpu_seconds: float = CPU_SECONDS,
    memory: int = MEMORY,
    silent_seconds: float = SILENT_SECONDS,
) -> int:
    """Fetch the pages of bookmarks, of what is followed and of the newest unread, of a query, or of `ids`.

    What is kept already is not fetched again, but for `ids`. `pictures` ("lead" or "all") fetches these
    and no texts. `json`: what happens, as lines of JSON; `whole`: what came of it, as one object at the end.
    Returns an exit code.
    """
    paths = paths or places.find()
    options = {
        "query": query,
        "ids": list(ids),
        "pictures": pictures,
        "limit": limit,
        "bytes": megabytes << 20,
        "json": json,
        "whole": whole,
        "silent_seconds": silent_seconds,
        "paths": [str(folder) for folder in paths],
    }
    try:
        paths.create()
        hand = Hand.create(paths.state)
    except OSError as error:
        sentence = unwritable(error, paths.state)
        raise StoreError(sentence) from error
    try:
        supervisor = Supervisor(hand, watch_stdin=json and stdin_is_a_leash())
        return _code(supervisor.run(Job("pages", options, cpu_seconds, memory)))
    finally:
        hand.close()


def _code(ending: Ending) -> int:
    if ending.stopped:
        return 128 + ending.stopped if ending.stopped > 0 else INTERRUPTED
    if ending.died is not None:
        with suppress(OSError):  # nowhere to say it: the exit code does
            print(
                f"Packing broke off because {ending.died}; what was kept stays. Try again.", file=sys.stderr
            )
        return 1
    if ending.code == UNSAID:
        return 1
    return ending.code if ending.code <= 2 else INTERRUPTED


def report(readable: int, missing: Counter[str], why: Mapping[str, str] | None = None) -> str:
    """Return one sentence: "142 of 150 readable offline; 8 missing: 5 paywalled, 2 gone, 1 timed out".

    `why`: of some problems, what went wrong.
    """
    lacking = missing.total()
    told = f"{readable} of {readable + lacking} readable offline"
    if not lacking:
        return told + "."
    reasons = [
        f"{count} {PROBLEMS.get(name, 'not fetched')}" + (f" ({why[name]})" if why and name in why else "")
        for name, count in missing.most_common()
    ]
    return f"{told}; {lacking} missing: {', '.join(reasons)}."
