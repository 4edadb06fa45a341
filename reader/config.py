"""Settings: one table that says each one's key, type, default and meaning, and the file that is read by it.

`Config`'s fields are the table; `settings()` lists it for `newsreel config`, completion and the settings
screen. Every key is optional. A wrong file raises ConfigError with every fault at once, each with its line;
`read` passes over what is wrong, and tells it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Meta, Struct

from reader.errors import ConfigError

LARGEST = 1 << 20
Density = Literal["roomy", "comfortable", "compact"]
Preset = Literal["default", "newsboat", "vim", "netnewswire"]
Fold = Literal["folded", "open"]
Order = Literal["newest", "oldest"]

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
    order: Annotated[
        Order,
        Meta(description="What lists of news begin with; searches and bookmarks begin with the newest."),
    ] = "newest"
    unread_only: Annotated[
        bool,
        Meta(description="Leave what is read out of the lists of outlets, folders and what is followed."),
    ] = False
    sidebar_unread_only: Annotated[
        bool, Meta(description="Leave outlets with nothing unread out of the sidebar; those that fail stay.")
    ] = False
    folders: Annotated[
        dict[str, Fold], Meta(description="By folder: “folded” hides its outlets in the sidebar.")
    ] = {}
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
    notify: Annotated[
        Literal["off", "bell", "desktop"],
        Meta(description="How the terminal tells of news of what is followed, while the reader is open."),
    ] = "off"
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

    def folded(self) -> frozenset[str]:
        """Return the folders whose outlets are not in sight in the sidebar."""
        return frozenset(name for name, how in self.folders.items() if how == "folded")

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
    least: int | None
    most: int | None


def settings() -> Iterator[Setting]:
    """List every setting, in the order of `Config`."""
    hints = get_type_hints(Config, include_extras=True)
    for field in msgspec.structs.fields(Config):
        kind, meta = get_args(hints[field.name])[:2]
        choices = get_args(kind) if get_origin(kind) is Literal else THEMES if field.name == "theme" else ()
        default = field.default_factory() if field.default is msgspec.NODEFAULT else field.default
        type_name = "choice" if choices else _type_name(kind)
        yield Setting(field.name, type_name, default, meta.description, choices, meta.ge, meta.le)


class Fault(NamedTuple):
    """Something wrong in a settings file: of which key, on which line, and what."""

    path: tuple[str, ...]
    line: int
    clause: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.clause}"


def load(path: Path) -> Config:
    """Read the settings file; a missing one is all defaults. Raises ConfigError."""
    return parse(text_of(path), name=str(path))


def read(path: Path) -> tuple[Config, str | None]:
    """Read what is right in the settings file, and say what is wrong in one sentence, or None."""
    try:
        good, faults = examine(text_of(path), name=str(path))
    except ConfigError as error:
        return Config(), str(error)
    return good, sentence(str(path), faults) if faults else None


def text_of(path: Path) -> str:
    """Return what the file says. A pipe or a device in its place keeps nobody waiting."""
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as file:
            data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise ConfigError(f"{path} is larger than {LARGEST >> 20} MB: no settings file; look at it.")
        text = data.decode().removeprefix("\ufeff")  # Windows editors begin with it, and nobody sees it
        return text.replace("\r\n", "\n").replace("\r", "\n")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ConfigError(f"{path}: line {line}: this is not UTF-8 text; save the file as UTF-8.") from None
    except OSError as error:
        raise ConfigError(f"{path} cannot be read ({error.strerror}); check the file.") from None


def parse(text: str, *, name: str = "config.toml") -> Config:
    """Make a Config from TOML text. Raises ConfigError naming each fault with its line."""
    good, faults = examine(text, name=name)
    if faults:
        raise ConfigError(sentence(name, faults))
    return good


def sentence(name: str, faults: Iterable[object]) -> str:
    """Say in one sentence what is wrong with a settings file."""
    clauses = "; ".join(map(str, faults))
    return f"{name}: {clauses}{'' if clauses.endswith('?') else '.'}"


def examine(text: str, *, name: str = "config.toml") -> tuple[Config, list[Fault]]:
    """Return the settings without those that are wrong, and what is wrong. Raises ConfigError if all is."""
    if not text.strip():
        return Config(), []
    import tomllib

    try:
        values = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # also: a number of thousands of digits
        raise ConfigError(f"{name} is not valid TOML: {error}. Correct that line.") from None
    if (whole := _whole(values)) is not None:
        return whole, []
    from reader.config_faults import faults
    from reader.toml_lines import Lines

    lines = Lines(text)
    found = [Fault(path, lines.of(path), clause) for path, clause in faults(values)]
    wrong = {fault.path[0] for fault in found}
    good = {key: value for key, value in values.items() if key not in wrong}
    return msgspec.convert(good, Config), found


def _whole(values: Mapping[str, Any]) -> Config | None:
    """Return the settings where all is well at a glance; None where that takes a closer look."""
    known = values.keys() <= set(Config.__struct_fields__) and values.get("theme", THEMES[0]) in THEMES
    if not known or "feeds" in values:
        return None
    try:
        return msgspec.convert(values, Config)
    except msgspec.ValidationError:
        return None


def _type_name(kind: object) -> str:
    if get_origin(kind) is dict:
        return "a table"
    return {bool: "true or false", int: "number", str: "text"}[kind]  # type: ignore[index]
