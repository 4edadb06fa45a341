"""What is wrong with the keys that are chosen, with the lines of the settings file."""

from __future__ import annotations

from pathlib import Path

from reader import config
from reader.config import Config


def key_faults(file: Path, chosen: Config, *, clashes: bool = False) -> str | None:
    """Say in one sentence what is wrong with the keys chosen; None for nothing."""
    if not chosen.keys:
        return None
    clauses = key_clauses(config.text_of(file), chosen, clashes=clashes)
    return config.sentence(str(file), clauses) if clauses else None


def key_clauses(text: str, chosen: Config, *, clashes: bool = False) -> list[str]:
    """Say with the lines of the file's text what is wrong with the keys chosen.

    A key taken from another action is a choice, and is named only where the `clashes` are asked for.
    """
    from reader.toml_lines import Lines
    from reader.ui.keymap import Keymap

    keymap, lines = Keymap(chosen.preset, chosen.keys), Lines(text)
    faults = [each for each in keymap.faults if clashes or each not in keymap.clashes]
    return [f"line {lines.of(('keys', *_named(fault, chosen)))}: {fault}" for fault in faults]


def _named(fault: str, chosen: Config) -> list[str]:
    """Return the action of the file that a fault is about."""
    return sorted((name for name in chosen.keys if name in fault), key=len)[-1:]
