"""Writing the settings file: one key at a time, comments kept, and never half of it."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from reader.config import Config, examine, sentence, settings, text_of
from reader.config_faults import faults
from reader.errors import ConfigError, UsageError, unwritable
from reader.paths import make_private
from reader.toml_editing import Keys, drop, put
from reader.whole import write_whole


class Change(NamedTuple):
    """What was made of the file: of which key, its text before and after, and what it says now."""

    keys: Keys
    before: str
    after: str
    config: Config


def write(path: Path, key: str, value: str) -> Config:
    """Set one key in the file, comments kept, and return what the file now says.

    Raises UsageError for a wrong value, ConfigError where the file is wrong already or cannot be written.
    """
    name, _, entry = key.partition(".")
    return change(path, (name, entry) if entry else (name,), understood(name, value)).config


def change(path: Path, keys: Keys, value: object) -> Change:
    """Set one value, or with None leave it to its default. Raises as `write` does."""
    if value is not None:
        check(keys, value)
    return _edit(path, keys, partial(_with, keys, value))


def take_back(path: Path, done: Change) -> Change:
    """Have the file say what it said before; where another has changed it since, of this one key only."""

    def make(text: str) -> str:
        return done.before if text == done.after else _with(done.keys, _said(done), text)

    return _edit(path, done.keys, make, done.before)


def understood(key: str, value: str) -> object:
    """Read a value as the type its key wants, so that `theme 1984` stays text and `measure 72` a number."""
    if value.encode("utf-8", "replace").decode() != value:
        raise UsageError("The value holds bytes that are no text in UTF-8, which a settings file cannot.")
    wanted = {setting.key: setting.type for setting in settings()}.get(key)
    if wanted not in ("number", "true or false"):
        return value
    import tomllib

    try:
        return tomllib.loads(f"value = {value}")["value"]
    except (ValueError, RecursionError):
        return value


def check(keys: Keys, value: object) -> None:
    """Raise UsageError, which says why, for a value that its key does not take."""
    values: Any = value
    for name in reversed(keys):
        values = {name: values}
    if wrong := [clause for _, clause in faults(values)]:
        raise UsageError(f"{wrong[0][0].upper()}{wrong[0][1:]}{'' if wrong[0].endswith('?') else '.'}")


def _edit(path: Path, keys: Keys, make: Callable[[str], str], before: str | None = None) -> Change:
    """Write what is made of the file's text."""
    try:
        real = Path(os.path.realpath(path))  # a link to it stays
        with _alone(real.parent):
            text = text_of(path)
            done = _drafted(str(path), Change(keys, text, text, Config()), make, before)
            if done.after != text:
                _refuse_read_only(path, real)
                write_whole(real, [done.after.encode()], rights=0o600)
    except OSError as error:
        error.filename = str(path)  # not the draft beside it, of which nobody knows
        raise ConfigError(unwritable(error, path)) from error
    return done


def _drafted(name: str, asked: Change, make: Callable[[str], str], before: str | None) -> Change:
    """Return what is to be written. That this very key is wrong in the file does not stand in the way.

    Nor does what was wrong in a text that is to stand there again as it did `before`.
    """
    if others := [each for each in examine(asked.before, name=name)[1] if each.path != tuple(asked.keys)]:
        raise ConfigError(sentence(name, others))
    try:
        draft = make(asked.before)
    except ValueError as error:
        raise ConfigError(f"{name}: {error}: `newsreel config --edit` opens it.") from None
    changed, wrong = examine(draft, name=name)
    if wrong and draft != before:
        raise ConfigError(sentence(name, wrong))
    return asked._replace(after=draft, config=changed)


def _refuse_read_only(path: Path, real: Path) -> None:
    """Raise ConfigError for a file that is not to be written: to put another in its place would not ask."""
    with suppress(FileNotFoundError):
        if not real.stat().st_mode & 0o222 or not os.access(real, os.W_OK):
            raise ConfigError(f"{path} is read-only, so nothing was changed; `chmod u+w` allows it.")


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


def _with(keys: Keys, value: object, text: str) -> str:
    """Return the text with one value set, or with None left to its default."""
    if value is not None:
        return put(text, keys, value)
    return drop(text, keys, next((each.default for each in settings() if (each.key,) == tuple(keys)), None))


def _said(done: Change) -> object:
    """Return what the file said of the key before; None for nothing."""
    import tomllib

    value: Any = tomllib.loads(done.before)
    for name in done.keys:
        value = value.get(name) if isinstance(value, dict) else None
    return value
