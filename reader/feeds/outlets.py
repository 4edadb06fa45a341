"""The built-in list of film outlets, for the welcome screen and `newsreel outlets`."""

from __future__ import annotations

import tomllib
from importlib import resources

from msgspec import Struct


class Outlet(Struct, frozen=True):
    """A film outlet one may subscribe to; `ticked` ones are proposed."""

    name: str
    url: str
    group: str
    ticked: bool = False


def outlets() -> list[Outlet]:
    """Return the outlets, group by group, in the order the list gives them."""
    text = resources.files("reader.feeds").joinpath("outlets.toml").read_text(encoding="utf-8")
    return [
        Outlet(row["name"], row["url"], group["name"], row.get("ticked", False))
        for group in tomllib.loads(text)["group"]
        for row in group["outlet"]
    ]
