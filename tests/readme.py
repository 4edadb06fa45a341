"""The parts of the README that the program knows better: keys, settings, figures, pictures.

`python -m tests.readme` writes them; a test finds tables that have fallen behind.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.clock import clock
from reader.config import settings
from reader.paths import Paths
from reader.ui.actions import GROUPS
from reader.ui.keymap import Keymap
from tests.bench.table import markdown

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
PICTURES = ROOT / "tests" / "pictures"


def keys() -> str:
    """Return the table of keys, as Markdown."""
    keymap, lines = Keymap(), ["| key | does | action |", "|---|---|---|"]
    for group, actions in GROUPS.items():
        lines.append(f"| **{group}** | | |")
        for action in actions:
            pressed = " ".join(f"`{key}`" for key in keymap.keys(action.id)).replace("|", "\\|")
            lines.append(f"| {pressed} | {action.help} | `{action.id}` |")
    return "\n".join(lines)


def options() -> str:
    """Return the table of settings, as Markdown."""
    lines = ["| key | default | what |", "|---|---|---|"]
    for key, _, default, what, choices, *_ in settings():
        shown = str(default).lower() if isinstance(default, bool) else str(default or "")
        more = f" One of {', '.join(choices)}." if choices and key != "theme" else ""
        lines.append(f"| `{key}` | {shown and f'`{shown}`'} | {what}{more} |")
    return "\n".join(lines)


def speed() -> str:
    """Return the figures of the last `make bench-full`, as Markdown."""
    kept = ROOT / "tests" / "bench" / "speed.json"
    return markdown(json.loads(kept.read_text())) if kept.exists() else ""


SECTIONS: dict[str, Callable[[], str]] = {"keys": keys, "settings": options, "speed": speed}


def written(text: str) -> str:
    """Return the README with its tables made anew."""
    for name, make in SECTIONS.items():
        table = f"<!-- {name} -->\n{make()}\n<!-- /{name} -->"
        text = re.sub(rf"<!-- {name} -->.*?<!-- /{name} -->", lambda _: table, text, flags=re.DOTALL)  # noqa: B023
    return text


async def take_pictures() -> None:
    """Run the reader over the sample reel and keep what it shows."""
    from reader.demo.server import ReelServer
    from reader.demo.session import subscribe_all, throwaway_home

    with throwaway_home() as paths:
        with ReelServer() as server:
            subscribe_all(server)
            _newsreel("refresh")
            for scene in _SCENES:
                await _take(paths, *scene)
            _newsreel("pack", "title:nine", "title:rooms")
        _newsreel("refresh", "--force", succeeds=False)
        await _take(paths, *_ON_THE_TRAIN)


def _newsreel(*arguments: str, succeeds: bool = True) -> None:
    ran = subprocess.run([sys.executable, "-m", "reader", *arguments], capture_output=True, check=False)
    assert (ran.returncode == 0) == succeeds, ran.stderr


async def _take(paths: Paths, name: str, size: tuple[int, int], presses: Sequence[str], changed: str) -> None:
    """Keep what the reader shows after some keys, once nothing more is to come."""
    from reader import config
    from reader.library import Library
    from reader.ui.app import ReaderApp
    from reader.ui.writer import Writer

    writer = Writer()
    with Library(paths.library, clock=clock()) as library:
        app = ReaderApp(library, config.parse(f"auto_refresh = false\n{changed}"), writer)
        async with app.run_test(size=size) as pilot:
            for key in presses:
                if key.startswith("to:"):
                    _go_to(app, key.removeprefix("to:"))
                else:
                    await pilot.press(key)
                await app.workers.wait_for_complete()
                while app.main_screen.pictures.gallery.unknown() or app.main_screen.refreshing.running:
                    await pilot.pause(0.1)
                await pilot.pause(0.1)
            await app.workers.wait_for_complete()
            await pilot.pause(0.5)
            (PICTURES / f"{name}.svg").write_text(app.export_screenshot(title="newsreel demo"))
    writer.close()


def _go_to(app: ReaderApp, words: str) -> None:
    """Put the cursor on the first row whose headline has these words."""
    rows = app.main_screen.list
    rows.go(next(at for at in range(rows.length) if (row := rows.row(at)) and words in row.title))


_HEAT = ("3", "to:Michael Mann says")
_SCENES = (
    ("wide", (130, 38), (*_HEAT, "enter", "b"), ""),
    ("narrow", (80, 24), ("j", "j"), ""),
    ("bookmarks", (120, 30), ("G", "b", "k", "k", "b", "2", "enter", "b", "B"), ""),
    ("stories", (120, 30), ("2", "to:Halcyon", "enter"), ""),
    ("coverage", (120, 30), (*_HEAT, "c"), ""),
    ("timeline", (120, 24), (*_HEAT, "w", "enter", "T", "p"), ""),
    ("light", (120, 30), ("j", "j", "j", "enter"), 'theme = "matinee"'),
)
_ON_THE_TRAIN = (
    "offline",
    (120, 36),
    ("3", "to:Every Lindhaven", "enter"),
    "",
)


if __name__ == "__main__":
    os.environ["TEXTUAL_COLOR_SYSTEM"] = "truecolor"  # however few this terminal has
    PICTURES.mkdir(exist_ok=True)
    README.write_text(written(README.read_text("utf-8")), "utf-8")
    asyncio.run(take_pictures())
