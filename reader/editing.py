"""The settings file in the person's own editor."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

from reader.errors import NewsreelError
from reader.paths import make_private

USUAL = "vi"


def edit(file: Path) -> None:
    """Open a file, made if it is not there, in $VISUAL or $EDITOR, and wait. Raises NewsreelError."""
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or USUAL
    try:
        make_private(file.parent)
        os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o600))
        code = subprocess.call([*shlex.split(editor), str(file)])
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise NewsreelError(
            f"{file} could not be opened in “{editor}” ({reason}); set VISUAL or EDITOR to an editor."
        ) from error
    if code:
        raise NewsreelError(f"“{editor}” ended with {code}; {file} is as it left it.")
