"""What is wrong with settings, each fault with the path of its key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

import msgspec

from reader.config import THEMES, Config, FeedConfig, Fold, settings

if TYPE_CHECKING:
    from reader.toml_lines import Path as KeyPath


def faults(values: Mapping[str, Any]) -> Iterator[tuple[KeyPath, str]]:
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
        elif key == "folders" and isinstance(value, dict):
            yield from _wrong_folders(value)
        elif not _fits(value, kinds[key]):
            yield (key,), f"“{key}” is {_shown(value)}; it takes {_wanted(key)}"


def _wrong_keys(table: Mapping[str, Any]) -> Iterator[tuple[KeyPath, str]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield ("keys", name), f'“{name}” is a table; put the action in quotes: "{name}.…" = "x"'
        elif not isinstance(value, str):
            yield ("keys", name), f"“{name}” is {_shown(value)}; it takes keys in quotes"


def _wrong_folders(table: Mapping[str, Any]) -> Iterator[tuple[KeyPath, str]]:
    for name, value in table.items():
        if not _fits(value, Fold):
            yield (
                ("folders", name),
                f"“{name}” is {_shown(value)}; it takes one of {', '.join(get_args(Fold))}",
            )


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
