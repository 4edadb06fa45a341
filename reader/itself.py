"""How this program starts itself anew: by its own code, whatever lies in the folder it stands in."""

from __future__ import annotations

import sys
from pathlib import Path

_START = "import sys; sys.path[:] = {!a}; {}"
"""With -c as with -m Python looks in the current folder first: a msgspec.py there would be run."""
_HOME = str(Path(__file__).absolute().parents[1])


def own_command(*words: str) -> list[str]:
    """Return what runs `newsreel` with these words."""
    return own_code("from reader.__main__ import main; sys.exit(main())", *words)


def own_code(code: str, *words: str) -> list[str]:
    """Return what runs a line of ours, in which `sys` is imported, with these words."""
    path = [folder for folder in sys.path if folder]
    path = path if _HOME in path else [_HOME, *path]
    return [sys.executable, "-c", _START.format(path, code), *words]
