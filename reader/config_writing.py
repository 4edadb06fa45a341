"""Writing the settings file: one key at a time, comments kept, and never half of it."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from reader.config import Config, parse, settings, text_of
from reader.config_faults import faults
from reader.errors import ConfigError, UsageError, unwritable
from reader.paths import make_private
from reader.whole import write_whole


def write(path: Path, key: str, value: str) -> Config:
    """Set one key in the file, comments kept, and return what the file now says.

    Raises UsageError for a wrong value, ConfigError where the file is wrong already or cannot be written.
    """
    if value.encode("utf-8", "replace").decode() != value:
        raise UsageError("The value holds bytes that are no text in UTF-8, which a settings file cannot.")
    try:
        real = Path(os.path.realpath(path))  # a link to it stays
        with _alone(real.parent):
            text = text_of(path)
            parse(text, name=str(path))
            draft = _changed(text, key, value)
            changed = parse(draft, name=str(path))
            write_whole(real, [draft.encode()], rights=0o600)
    except OSError as error:
        error.filename = str(path)  # not the draft beside it, of which nobody knows
        raise ConfigError(unwritable(error, path)) from error
    return changed


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Have nobody else write there meanwhile: of two changes at once the earlier would be undone."""
    make_private(folder)
    handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        with suppress(OSError):  # a file system without locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _changed(text: str, key: str, value: str) -> str:
    """Return the file's text with one key set; UsageError for a wrong value."""
    import tomlkit

    name, _, entry = key.partition(".")
    chosen = _from_text(name, value)
    if wrong := [clause for _, clause in faults({name: {entry: chosen} if entry else chosen})]:
        raise UsageError(f"{wrong[0][0].upper()}{wrong[0][1:]}{'' if wrong[0].endswith('?') else '.'}")
    document = tomlkit.parse(text)
    target = document.setdefault(name, tomlkit.table()) if entry else document
    target[entry or name] = chosen
    return tomlkit.dumps(document)


def _from_text(key: str, value: str) -> object:
    """Read a value as the type its key wants, so that `theme 1984` stays text and `measure 72` a number."""
    wanted = {setting.key: setting.type for setting in settings()}.get(key)
    if wanted not in ("number", "true or false"):
        return value
    import tomllib

    try:
        return tomllib.loads(f"value = {value}")["value"]
    except ValueError:
        return value
