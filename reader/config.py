"""Settings: one table that says each one's key, type, default and meaning, and what the file makes of it.

`Config`'s fields are the table; `settings()` lists it for `newsreel config`, completion and the settings
screen. Every key is optional. A wrong file raises ConfigError with every fault at once, each with its line;
`read` passes over what is wrong, and tells it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Meta, Struct

from reader.errors import ConfigError, UsageError

if TYPE_CHECKING:
    from reader.toml_lines import Path as KeyPath

LARGEST = 1 << 20
Density = Literal["roomy", "comfortable", "compact"]
Preset = Literal["default", "newsboat", "vim", "netnewswire"]

THEMES = (
    "noir", "matinee", "high-contrast",
    "ansi-dark", "ansi-light", "atom-one-dark", "atom-one-light", "catppuccin-frappe", "catppuccin-latte",
    "catppuccin-macchiato", "catppuccin-mocha", "dracula", "flexoki", "gruvbox", "monokai", "nord",
    "rose-pine", "rose-pine-dawn", "rose-pine-moon", "solarized-dark", "solarized-light",
    "textual-dark", "textual-light", "tokyo-night",
)  # fmt: skip
"""Our own, then Textual's; here by name, since no command waits for Textual."""


class FeedConfig(Struct, frozen=True, kw_only=True):
    """What the person set for one feed; None leaves it to the settings and to the reader."""

    title: str | None = None
    folder: str | None = None
    full_text: Literal["auto", "always", "never"] | None = None
    refresh_minutes: Annotated[int, Meta(ge=30, le=10080)] | None = None


class Config(Struct, frozen=True, kw_only=True):
    """What the person set, with defaults for the rest."""

    theme: Annotated[
        str, Meta(description="Colours: noir, matinee, high-contrast, or a theme of Textual's.")
    ] = "noir"
    images: Annotated[
        Literal["off", "lead", "all"],
        Meta(description="Pictures in articles: none, the leading one, or all of them."),
    ] = "lead"
    images_protocol: Annotated[
        Literal["auto", "kitty", "sixel", "half"],
        Meta(description="How the terminal shows pictures; auto: as Kitty does, or in half blocks."),
    ] = "auto"
    ascii: Annotated[bool, Meta(description="Marks in plain ASCII, for terminals with poor fonts.")] = False
    density: Annotated[
        Density, Meta(description="Lines for each row of a list: three, with longer headlines, two or one.")
    ] = "comfortable"
    measure: Annotated[int, Meta(description="The widest line of an article, in columns.", ge=44, le=120)] = (
        80
    )
    spacing: Annotated[
        int, Meta(description="Empty lines between the paragraphs of an article.", ge=0, le=2)
    ] = 1
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
    feeds: Annotated[
        dict[str, FeedConfig],
        Meta(description="By feed, its number or address: title, folder, full_text, refresh_minutes."),
    ] = {}

    def preferred(self) -> list[str]:
        """Return the outlets whose headline stands for a story, the first of them first."""
        return [name for each in self.story_outlets.split(",") if (name := each.strip())]

    def of(self, feed_id: int, url: str) -> FeedConfig:
        """Return what the person set for one feed, found by its number or its address."""
        return self.feeds.get(str(feed_id)) or self.feeds.get(url) or FeedConfig()


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
    return parse(_text(path), name=str(path))


def read(path: Path) -> tuple[Config, str | None]:
    """Read what is right in the settings file, and say what is wrong in one sentence, or None."""
    try:
        text = _text(path)
        good, faults = _taken(text, str(path))
    except ConfigError as error:
        return Config(), str(error)
    return good, sentence(str(path), faults) if faults else None


def _text(path: Path) -> str:
    """Return what the file says. A pipe or a device in its place keeps nobody waiting."""
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as file:
            data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise ConfigError(f"{path} is larger than {LARGEST >> 20} MB: no settings file; look at it.")
        return data.decode().replace("\r\n", "\n").replace("\r", "\n")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ConfigError(f"{path}: line {line}: this is not UTF-8 text; save the file as UTF-8.") from None
    except OSError as error:
        raise ConfigError(f"{path} cannot be read ({error.strerror}); check the file.") from None


def parse(text: str, *, name: str = "config.toml") -> Config:
    """Make a Config from TOML text. Raises ConfigError naming each fault with its line."""
    good, faults = _taken(text, name)
    if faults:
        raise ConfigError(sentence(name, faults))
    return good


def sentence(name: str, faults: list[str]) -> str:
    """Say in one sentence what is wrong with a settings file."""
    clauses = "; ".join(faults)
    return f"{name}: {clauses}{'' if clauses.endswith('?') else '.'}"


def _taken(text: str, name: str) -> tuple[Config, list[str]]:
    """Return the settings without those that are wrong, and what is wrong. Raises ConfigError."""
    if not text.strip():
        return Config(), []
    import tomllib

    try:
        values = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # also: a number of thousands of digits
        raise ConfigError(f"{name} is not valid TOML: {error}. Correct that line.") from None
    if (whole := _whole(values)) is not None:
        return whole, []
    from reader.toml_lines import Lines

    wrong, lines, clauses = set(), Lines(text), []
    for path, clause in _faults(values):
        wrong.add(path[0])
        clauses.append(f"line {lines.of(path)}: {clause}")
    good = {key: value for key, value in values.items() if key not in wrong}
    return msgspec.convert(good, Config), clauses


def _whole(values: Mapping[str, Any]) -> Config | None:
    """Return the settings where all is well at a glance; None where that takes a closer look."""
    known = values.keys() <= set(Config.__struct_fields__) and values.get("theme", THEMES[0]) in THEMES
    if not known or "feeds" in values:
        return None
    try:
        return msgspec.convert(values, Config)
    except msgspec.ValidationError:
        return None


def write(path: Path, key: str, value: str) -> Config:
    """Set one key in the file, comments kept, and return what the file now says.

    Raises UsageError for a wrong value, ConfigError where the file is wrong already or cannot be written.
    """
    import tomlkit

    if value.encode("utf-8", "replace").decode() != value:
        raise UsageError("The value holds bytes that are no text in UTF-8, which a settings file cannot.")
    text = _text(path)
    parse(text, name=str(path))
    name, _, entry = key.partition(".")
    chosen = _from_text(name, value)
    if faults := [clause for _, clause in _faults({name: {entry: chosen} if entry else chosen})]:
        raise UsageError(f"{faults[0][0].upper()}{faults[0][1:]}{'' if faults[0].endswith('?') else '.'}")
    document = tomlkit.parse(text)
    target = document.setdefault(name, tomlkit.table()) if entry else document
    target[entry or name] = chosen
    changed = parse(tomlkit.dumps(document), name=str(path))
    try:
        _replace(path, tomlkit.dumps(document))
    except OSError as error:
        raise ConfigError(f"{path} cannot be written ({error.strerror}); check its rights.") from error
    return changed


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


def _replace(path: Path, text: str) -> None:
    """Write a file so that a crash leaves the old one or the new one, and a link to it where it is."""
    path = Path(os.path.realpath(path))
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_suffix(f".{os.getpid()}")
    with os.fdopen(
        os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
    ) as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


def _faults(values: Mapping[str, Any]) -> Iterator[tuple[KeyPath, str]]:
    """Yield what is wrong, each with the path of its key."""
    kinds = get_type_hints(Config, include_extras=True)
    for key, value in values.items():
        if key not in kinds:
            yield (key,), f"unknown key “{key}”{nearest(key, kinds)}"
        elif key == "theme" and isinstance(value, str) and value not in THEMES:
            hint = nearest(value, THEMES) or f"; there are {', '.join(THEMES)}"
            yield (key,), f"there is no theme “{value}”{hint}"
        elif key == "keys" and isinstance(value, dict):
            yield from _wrong_keys(value)
        elif key == "feeds" and isinstance(value, dict):
            yield from _wrong_feeds(value)
        elif not _fits(value, kinds[key]):
            yield (key,), f"“{key}” is {_shown(value)}; it takes {_wanted(key)}"


def _wrong_keys(table: Mapping[str, Any]) -> Iterator[tuple[KeyPath, str]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield ("keys", name), f'“{name}” is a table; put the action in quotes: "{name}.…" = "x"'
        elif not isinstance(value, str):
            yield ("keys", name), f"“{name}” is {_shown(value)}; it takes keys in quotes"


def _wrong_feeds(table: Mapping[str, Any]) -> Iterator[tuple[KeyPath, str]]:
    kinds = get_type_hints(FeedConfig, include_extras=True)
    for feed, chosen in table.items():
        if not ((feed.isascii() and feed.isdigit()) or feed.startswith(("http://", "https://"))):
            yield ("feeds", feed), f"“{feed}” is neither the number nor the address of a feed"
        elif not isinstance(chosen, dict):
            yield ("feeds", feed), f"“{feed}” is {_shown(chosen)}; it takes a table with {', '.join(kinds)}"
        else:
            for key, value in chosen.items():
                if key not in kinds:
                    yield ("feeds", feed, key), f"unknown key “{key}”{nearest(key, kinds)}"
                elif not _fits(value, kinds[key]):
                    wanted = {
                        "full_text": "auto, always or never",
                        "refresh_minutes": _wanted("refresh_minutes"),
                    }
                    takes = wanted.get(key, "text in quotes")
                    yield ("feeds", feed, key), f"“{key}” is {_shown(value)}; it takes {takes}"


def _fits(value: object, kind: Any) -> bool:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return False
    return True


def nearest(name: str, names: Iterable[str]) -> str:
    """Return the end of a sentence that says which name was perhaps meant; nothing where none is near."""
    import difflib  # for a mistake only

    near = difflib.get_close_matches(name, list(names), 1)
    return f", did you mean “{near[0]}”?" if near else ""


def _shown(value: object) -> str:
    """Return a value as TOML writes it, as far as a sentence needs it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = f'"{value}"' if isinstance(value, str) else "a table" if isinstance(value, dict) else str(value)
    return text if len(text) <= 60 else f"{text[:59]}…"


def _wanted(key: str) -> str:
    setting = next(s for s in settings() if s.key == key)
    if setting.choices:
        return "one of " + ", ".join(setting.choices)
    meta = get_args(get_type_hints(Config, include_extras=True)[key])[1]
    if meta.ge is not None:
        return f"a number from {meta.ge} to {meta.le}"
    return {"number": "a number", "text": "text in quotes"}.get(setting.type, setting.type)


def _type_name(kind: object) -> str:
    if get_origin(kind) is Literal:
        return "choice"
    if get_origin(kind) is dict:
        return "a table"
    return {bool: "true or false", int: "number", str: "text"}[kind]  # type: ignore[index]
