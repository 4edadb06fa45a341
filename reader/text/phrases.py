"""The set phrases of the web, from `phrases.toml`, each list as one pattern."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("phrases.toml")


@cache
def _lists() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(_FILE.read_text("utf-8"))


def phrases(group: str, name: str) -> re.Pattern[str]:
    """Return a pattern that finds any phrase of a list."""
    return re.compile("|".join(_lists()[group][name]), re.IGNORECASE)


def opening(group: str, name: str) -> re.Pattern[str]:
    """Return a pattern that matches text beginning with any phrase of a list."""
    return re.compile(f"(?:{'|'.join(_lists()[group][name])})", re.IGNORECASE | re.DOTALL)


def named(name: str) -> re.Pattern[str]:
    """Return a pattern that finds any of the names as whole words in a class."""
    return re.compile(
        rf"(?:^|[\s_-])(?<!has[_-])(?<!no[_-])(?:{'|'.join(_lists()['names'][name])})(?:$|[\s_-])",
        re.IGNORECASE,
    )
