"""Settings: one table that says each one's key, type, default and meaning, and what the file makes of it.

`Config`'s fields are the table; `settings()` lists it for `newsreel config`, completion and the settings
screen. Every key is optional. A wrong file raises ConfigError with every fault at once, each with its line.
"""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Meta, Struct

from reader.errors import ConfigError

Preset = Literal["default", "newsboat", "vim", "netnewswire"]


class Config(Struct, frozen=True, kw_only=True):
    """What the person set, with defaults for the rest."""

    theme: Annotated[
        str, Meta(description="Colours: noir, matinee, high-contrast, or a theme of Textual's.")
    ] = "noir"
    ascii: Annotated[bool, Meta(description="Marks in plain ASCII, for terminals with poor fonts.")] = False
    density: Annotated[
        Literal["comfortable", "compact"], Meta(description="Two lines or one for each row of a list.")
    ] = "comfortable"
    measure: Annotated[int, Meta(description="The widest line of an article, in columns.", ge=44, le=120)] = (
        80
    )
    start_view: Annotated[
        Literal["today", "unread", "all"], Meta(description="The list the reader opens on.")
    ] = "unread"
    stories: Annotated[
        bool, Meta(description="One row for each story in Today, Unread, All, folders and what is followed.")
    ] = True
    story_read: Annotated[
        Literal["story", "article"],
        Meta(description="What reading or marking one report of a story marks: all of them, or that one."),
    ] = "story"
    story_outlets: Annotated[
        str, Meta(description="Outlets whose headline stands for a story, by commas; empty: the fullest.")
    ] = ""
    browser: Annotated[
        str, Meta(description="The command that opens links; empty: $BROWSER, then the system's.")
    ] = ""
    player: Annotated[
        str, Meta(description="The command that plays trailers and sound; empty: mpv, else the browser.")
    ] = ""
    auto_refresh: Annotated[
        bool, Meta(description="Ask the outlets that are due, on opening and while open.")
    ] = True
    refresh_minutes: Annotated[
        int, Meta(description="Minutes between two requests to one feed; 30 at the least.", ge=30, le=10080)
    ] = 60
    full_text: Annotated[
        Literal["auto", "always", "never"],
        Meta(description="Fetch whole articles while refreshing: auto, where the feed gives a teaser."),
    ] = "never"
    allow_private: Annotated[bool, Meta(description="Permit loopback and private addresses everywhere.")] = (
        False
    )
    ca_file: Annotated[
        str, Meta(description="A file of certificate authorities; empty: SSL_CERT_FILE, then certifi's.")
    ] = ""
    preset: Annotated[Preset, Meta(description="The set of keys to start from.")] = "default"
    keys: Annotated[
        dict[str, str], Meta(description='Keys by action id, as in `newsreel keys`: "ctrl+r,f5".')
    ] = {}


class Setting(NamedTuple):
    """One row of the table."""

    key: str
    type: str
    default: Any
    help: str
    choices: tuple[str, ...]


def settings() -> Iterator[Setting]:
    """List every setting, in the order of `Config`."""
    hints = get_type_hints(Config, include_extras=True)
    for field in msgspec.structs.fields(Config):
        kind, meta = get_args(hints[field.name])[:2]
        choices = get_args(kind) if get_origin(kind) is Literal else ()
        default = field.default_factory() if field.default is msgspec.NODEFAULT else field.default
        yield Setting(field.name, _type_name(kind), default, meta.description, choices)


def load(path: Path) -> Config:
    """Read the settings file; a missing one is all defaults. Raises ConfigError."""
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return Config()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path} cannot be read ({error}); check the file.") from None
    return parse(text, name=str(path))


def parse(text: str, *, name: str = "config.toml") -> Config:
    """Make a Config from TOML text. Raises ConfigError naming each fault with its line."""
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{name} is not valid TOML: {error}. Correct that line.") from None
    if faults := list(_faults(values, text)):
        raise ConfigError(f"{name}: " + "; ".join(faults) + ".")
    return msgspec.convert(values, Config)


def write(path: Path, key: str, value: str) -> Config:
    """Set one key in the file, comments kept, and return what the file now says. Raises ConfigError."""
    import tomlkit

    text = path.read_text("utf-8") if path.exists() else ""
    parse(text, name=str(path))
    document = tomlkit.parse(text)
    name, _, entry = key.partition(".")
    target = document.setdefault(name, tomlkit.table()) if entry else document
    target[entry or name] = _from_text(name, value)
    changed = parse(tomlkit.dumps(document), name=str(path))
    _replace(path, tomlkit.dumps(document))
    return changed


def _from_text(key: str, value: str) -> object:
    """Read a value as the type its key wants, so that `theme 1984` stays text and `measure 72` a number."""
    wanted = {setting.key: setting.type for setting in settings()}.get(key)
    if wanted not in ("number", "true or false"):
        return value
    try:
        return tomllib.loads(f"value = {value}")["value"]
    except tomllib.TOMLDecodeError:
        return value


def _replace(path: Path, text: str) -> None:
    """Write a file so that a crash leaves the old one or the new one."""

    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_suffix(f".{os.getpid()}")
    with os.fdopen(
        os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
    ) as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


def _faults(values: Mapping[str, Any], text: str) -> Iterator[str]:
    hints = get_type_hints(Config, include_extras=True)
    for key, value in values.items():
        where = f"line {_line(key, text)}: "
        if key not in hints:
            near = difflib.get_close_matches(key, hints, 1)
            yield f"{where}unknown key “{key}”" + (f", did you mean “{near[0]}”?" if near else "")
            continue
        try:
            msgspec.convert(value, hints[key])
        except msgspec.ValidationError:
            yield f"{where}“{key}” is {value!r}; it takes {_wanted(key)}"


def _wanted(key: str) -> str:
    setting = next(s for s in settings() if s.key == key)
    if setting.choices:
        return "one of " + ", ".join(setting.choices)
    meta = get_args(get_type_hints(Config, include_extras=True)[key])[1]
    return setting.type + (f" from {meta.ge} to {meta.le}" if meta.ge is not None else "")


def _line(key: str, text: str) -> int:
    """Find the line a top-level key or table stands on (1 where the scan does not see it)."""
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.strip().lstrip("[").replace('"', "").replace("'", "")
        if bare.startswith(key) and bare[len(key) :].lstrip()[:1] in ("=", "]", "."):
            return number
    return 1


def _type_name(kind: object) -> str:
    if get_origin(kind) is Literal:
        return "choice"
    if get_origin(kind) is dict:
        return "a table"
    return {bool: "true or false", int: "number", str: "text"}[kind]  # type: ignore[index]
