"""The settings file as the commands take it: its values, its keys, and what is wrong with either."""

from __future__ import annotations

from pathlib import Path

from reader import config
from reader.config import Config
from reader.errors import ConfigError


def read(file: Path) -> tuple[Config, str | None]:
    """Return what is right in the settings file, and one sentence on what is not, or None."""
    chosen, wrong = config.read(file)
    return chosen, wrong or key_faults(file, chosen)


def load(file: Path) -> Config:
    """Return the settings. Raises ConfigError where anything in the file is wrong."""
    chosen = config.load(file)
    if wrong := key_faults(file, chosen):
        raise ConfigError(wrong)
    return chosen


def key_faults(file: Path, chosen: Config, *, clashes: bool = False) -> str | None:
    """Say in one sentence, with the lines, what is wrong with the keys chosen; None for nothing.

    A key taken from another action is a choice, and is named only where the `clashes` are asked for.
    """
    if not chosen.keys:
        return None
    from reader.toml_lines import Lines
    from reader.ui.keymap import Keymap

    keymap = Keymap(chosen.preset, chosen.keys)
    faults = [each for each in keymap.faults if clashes or each not in keymap.clashes]
    lines = Lines(file.read_text("utf-8")) if faults else None
    clauses = [f"line {lines.of(('keys', *_named(fault, chosen)))}: {fault}" for fault in faults if lines]
    return config.sentence(str(file), clauses) if clauses else None


def _named(fault: str, chosen: Config) -> list[str]:
    """Return the action of the file that a fault is about."""
    return sorted((name for name in chosen.keys if name in fault), key=len)[-1:]
