"""The settings file as the commands take it: its values, its keys, and what is wrong with either."""

from __future__ import annotations

from pathlib import Path

from reader import config
from reader.config import Config
from reader.errors import ConfigError
from reader.ui.key_faults import key_faults


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
