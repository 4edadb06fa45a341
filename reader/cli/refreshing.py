"""`newsreel refresh`, read from the command line by hand: the worker is forked before any import."""

from __future__ import annotations

from reader.arguments import as_text
from reader.errors import UsageError

_FLAGS = ("--force", "--again", "--json")
_HELP = """Usage: newsreel refresh [FEED…] [--force | --again] [--json]

  Fetch what is due. FEED is an id, an address or a unique part of a title.

Options:
  --force  Ask now, though not due. What a server asked us to wait for still holds.
  --again  Ask everything that was not asked in the last five minutes.
  --json   Print what happens as lines of JSON.
  --help   Show this message and exit.
"""


def refresh(arguments: list[str]) -> int:
    """Refresh what the words name, or all that is due; return the exit code."""
    if "--help" in arguments:
        print(_HELP, end="")
        return 0
    arguments = [as_text(word) for word in arguments]
    end = arguments.index("--") if "--" in arguments else len(arguments)
    flags = [word for word in arguments[:end] if word.startswith("-")]
    if unknown := [flag for flag in flags if flag not in _FLAGS]:
        raise UsageError(f"`newsreel refresh` has no option {unknown[0]}; see `newsreel refresh --help`.")
    feeds = [word for word in arguments[:end] if word not in flags] + arguments[end + 1 :]
    from reader.refresh import run

    return run(feeds, force="--force" in flags, again="--again" in flags, json="--json" in flags)
