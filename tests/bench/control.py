"""What Textual itself costs: `blank`, an app with nothing in it; `markdown FILE`, its widget for texts."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Markdown


class Blank(App[None]):
    """Nothing."""

    ENABLE_COMMAND_PALETTE = False


class Texts(Blank):
    """One text after another, by `j`."""

    def __init__(self, texts: list[str]) -> None:
        super().__init__()
        self._texts = iter(texts)

    def compose(self) -> ComposeResult:
        """One widget that scrolls."""
        with VerticalScroll():
            yield Markdown()

    async def key_j(self) -> None:
        """Show the next."""
        await self.query_one(Markdown).update(next(self._texts))


if __name__ == "__main__":
    if sys.argv[1] == "blank":
        Blank().run()
    else:
        Texts(json.loads(Path(sys.argv[2]).read_text())).run()
