"""How a setting is drawn: its name in plain words, its value, and what is said of the one in hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import msgspec
from rich.cells import cell_len
from textual.content import Content

from reader.config import Config, Setting, settings
from reader.ui.drawing import cut, number, wrapped
from reader.ui.screens.dialog import words

SHELVES: dict[str, dict[str, str]] = {
    "Looks": {
        "theme": "Theme",
        "images": "Pictures in articles",
        "images_protocol": "How pictures are shown",
        "ascii": "Marks in plain ASCII",
        "density": "Lines of a row",
        "measure": "Widest line of an article",
        "spacing": "Lines between paragraphs",
    },
    "Lists": {
        "start_view": "First list",
        "order": "Lists begin with the",
        "unread_only": "Lists hide what is read",
        "sidebar_unread_only": "Sidebar hides read outlets",
        "folders": "Folders in the sidebar",
    },
    "Stories": {
        "stories": "One row for each story",
        "story_read": "Reading a report reads",
        "story_outlets": "Outlets that lead a story",
    },
    "Beside the reader": {
        "notify": "News of what is followed",
        "browser": "Browser",
        "player": "Player",
    },
    "The network": {
        "auto_refresh": "Refresh by itself",
        "refresh_minutes": "Minutes between requests",
        "full_text": "Fetch whole articles",
        "allow_private": "Private addresses",
        "ca_file": "Certificates",
    },
    "Keys and outlets": {
        "preset": "Set of keys",
        "keys": "Keys of your own",
        "feeds": "Single outlets",
    },
}
"""The settings by what they are about, each by a name in plain words."""

ENVIRONMENT = {"browser": "BROWSER", "ca_file": "SSL_CERT_FILE"}
"""What an empty setting is taken from."""

NAME, ROOM, VALUE, CALLED = 28, 56, 22, 12
"""Columns of a name; of a row with room for it; of a value with its default beside it; least of that."""
MOST = 3
"""Lines of what a setting does, at most."""
NOUNS = {"folders": "folded", "keys": "bound", "feeds": "set apart"}


class Entry(NamedTuple):
    """One setting as the screen has it."""

    shelf: str
    label: str
    setting: Setting

    @property
    def key(self) -> str:
        """The key in the file."""
        return self.setting.key

    @property
    def choices(self) -> Sequence[Any]:
        """What its value may be, where that is one of a few."""
        return (False, True) if isinstance(self.setting.default, bool) else self.setting.choices

    @property
    def is_table(self) -> bool:
        """Whether it has parts."""
        return isinstance(self.setting.default, dict)


class State(NamedTuple):
    """How the settings are now."""

    config: Config
    faults: Mapping[str, str]
    """What is wrong with which of them in the file."""
    environ: Mapping[str, str]
    places: Mapping[str, str]
    """Where those that are tables are changed."""

    def value(self, entry: Entry) -> Any:
        """Return what holds."""
        return getattr(self.config, entry.key)

    def is_default(self, entry: Entry) -> bool:
        """Whether that is the default."""
        return bool(self.value(entry) == entry.setting.default)

    def from_environment(self, entry: Entry) -> str:
        """Return what an empty setting has from the environment."""
        name = ENVIRONMENT.get(entry.key, "")
        return "" if self.value(entry) else self.environ.get(name, "")


@cache
def entries() -> tuple[Entry, ...]:
    """Return all settings, shelf by shelf."""
    table = {each.key: each for each in settings()}
    return tuple(
        Entry(shelf, label, table[key]) for shelf, labels in SHELVES.items() for key, label in labels.items()
    )


def found(wanted: str, state: State) -> list[Entry]:
    """Return the settings that have these words in their names, what they do, or their values."""
    return [entry for entry in entries() if all(word in _said(entry, state) for word in wanted.split())]


def _said(entry: Entry, state: State) -> str:
    shown = value_of(entry, state.value(entry))
    choices = " ".join(entry.setting.choices)
    return f"{entry.shelf} {entry.label} {entry.key} {entry.setting.help} {choices} {shown}".casefold()


def value_of(entry: Entry, value: Any) -> str:
    """Say a value in short."""
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, Mapping):
        many = sum(each != "open" for each in value.values())
        return f"{number(many)} {NOUNS[entry.key]}" if many else "none"
    return str(value) or "–"


def row(entry: Entry, state: State, width: int) -> Content:
    """Draw the name, the value, and the default where that is another."""
    name = NAME if width >= ROOM else width * 9 // 20
    mark = "! " if entry.key in state.faults else "  "
    shown = state.from_environment(entry) or value_of(entry, state.value(entry))
    plain, room = state.is_default(entry), width - name - 2
    beside = _beside(entry, state) if room >= VALUE + CALLED else ""
    value = cut(shown, VALUE - 2 if beside else room)
    gap = " " * (VALUE - cell_len(value)) if beside else ""
    label = cut(entry.label, name - 2)
    return words(
        (mark, "bold $warning"),
        (label + " " * (name - cell_len(label)), "" if plain else "bold"),
        (value, "" if plain else "bold"),
        (gap + cut(beside, room - VALUE), "dim"),
    )


def _beside(entry: Entry, state: State) -> str:
    """Say the default where the value is another, and what part of the environment it is from."""
    if state.from_environment(entry):
        return f"from ${ENVIRONMENT[entry.key]}"
    if entry.is_table or state.is_default(entry) or entry.setting.default == "":
        return ""
    return f"default {value_of(entry, entry.setting.default)}"


def about(entry: Entry, state: State, width: int, *, typing: bool = False) -> Content:
    """Say what a setting does, what it may be, and where what it is comes from."""
    lines = wrapped(entry.setting.help, width, MOST)
    said = words(("\n".join(lines), "dim"))
    if typing:  # above the line where it is typed
        gap = "\n" * (room_for(width) - len(lines) - 1)
        return Content.assemble(said, gap, cut(bounds(entry, state).partition(";")[0], width))
    if entry.key in state.faults:
        return Content.assemble(said, "\n", *_fault(state.faults[entry.key], width))
    may = (
        _choices(entry, state.value(entry), width)
        if entry.choices
        else words(cut(bounds(entry, state), width))
    )
    return Content.assemble(said, "\n", may, "\n", (cut(_origin(entry, state), width), "dim"))


def room_for(width: int) -> int:
    """Return how many lines are kept for that, whichever setting is in hand."""
    return max(len(wrapped(entry.setting.help, width, MOST)) for entry in entries()) + 2


def _fault(said: str, width: int) -> Sequence[tuple[str, str]]:
    return [("\n".join(wrapped(f"! {said}", width, 2)), "$warning")]


def bounds(entry: Entry, state: State) -> str:
    """Say what may be typed, or where a table is changed."""
    if entry.is_table:
        return state.places.get(entry.key, "")
    if entry.setting.least is not None:
        return f"{entry.setting.least} to {entry.setting.most}; Enter types it"
    return "Enter types it"


def _choices(entry: Entry, chosen: Any, width: int) -> Content:
    """Return the choices in a line, the one chosen in brackets; of many those around it."""
    names = [value_of(entry, each) for each in entry.choices]
    at = names.index(value_of(entry, chosen)) if chosen in entry.choices else 0
    first, last = _window([cell_len(name) + 3 for name in names], at, width - 4)
    shown = (
        (f"[{name}]", "bold") if n == at else f" {name} "
        for n, name in enumerate(names)
        if first <= n <= last
    )
    pieces: Iterator[tuple[str, str] | str] = (part for each in shown for part in (each, " "))
    more = ("… " if first else "", "…" if last < len(names) - 1 else "")
    return words(more[0], *pieces, more[1])


def _window(sizes: Sequence[int], at: int, room: int) -> tuple[int, int]:
    """Return the first and the last that fit around one."""
    first = last = at
    used = sizes[at]
    while True:
        sides = [n for n in (last + 1, first - 1) if 0 <= n < len(sizes) and used + sizes[n] <= room]
        if not sides:
            return first, last
        nearest = min(sides, key=lambda n: abs(n - at))
        used += sizes[nearest]
        first, last = min(first, nearest), max(last, nearest)


def _origin(entry: Entry, state: State) -> str:
    """Say what stands in the file, or where else the value comes from."""
    if entry.key == "theme" and "NO_COLOR" in state.environ:
        return f"{_line(entry, state)}: not shown, as $NO_COLOR is set"
    if entry.is_table:
        return f"[{entry.key}] in config.toml"
    if state.from_environment(entry):
        return f"{entry.key}: from ${ENVIRONMENT[entry.key]}"
    if state.is_default(entry):
        return f"{_line(entry, state)}, the default"
    return f"{_line(entry, state)} in config.toml; by default {_written(entry.setting.default)}"


def _line(entry: Entry, state: State) -> str:
    return f"{entry.key} = {_written(state.value(entry))}"


def _written(value: Any) -> str:
    return msgspec.json.encode(value).decode()
