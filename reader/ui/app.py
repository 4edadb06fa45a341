"""The reader: themes, styles, and the way in and out."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import App
from textual.binding import BindingType

from reader.clock import clock
from reader.config import Config
from reader.errors import NewsreelError
from reader.feeds.outlets import Outlet
from reader.library import Library
from reader.paths import STYLES, Paths
from reader.ui.first_run import DEMO, FirstRun
from reader.ui.screens.main import MainScreen
from reader.ui.themes import OWN_VARIABLES, THEMES
from reader.ui.typeahead import TypeAhead
from reader.ui.writer import Writer

SHEETS = ("base", "panes", "article", "dialogs", "welcome")


class ReaderApp(App[int], inherit_bindings=False):
    """Newsreel on the screen."""

    TITLE = "Newsreel"
    CSS_PATH: ClassVar = [STYLES / f"{name}.tcss" for name in SHEETS if (STYLES / f"{name}.tcss").exists()]
    BINDINGS: ClassVar[list[BindingType]] = []
    ENABLE_COMMAND_PALETTE = False
    NOTIFICATION_TIMEOUT = 4

    def __init__(
        self, library: Library, config: Config, writer: Writer, outlets: Sequence[Outlet] | None = None
    ) -> None:
        super().__init__()
        self._outlets = outlets
        self.library, self.config, self.writer = library, config, writer
        self.typeahead = TypeAhead(self, super().on_event)
        self.main_screen = MainScreen(library, config, writer)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = config.theme if config.theme in self.available_themes else "noir"

    def get_css_variables(self) -> dict[str, str]:
        """Say in its own variables what a theme of Textual's lacks of ours."""
        variables = super().get_css_variables()
        return {name: variables[other] for name, other in OWN_VARIABLES.items()} | variables

    async def on_event(self, event: events.Event) -> None:
        """Let keys go one after another; everything else as ever."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            await self.typeahead.take(event)
        else:
            await super().on_event(event)

    def on_mount(self) -> None:
        """Show the main screen, and over it the welcome while there is nothing to read."""
        self.push_screen(self.main_screen)
        FirstRun(self, self._outlets).begin()

    def on_unmount(self) -> None:
        """End the refresh before the screen goes."""
        self.main_screen.refreshing.close()
        self.main_screen.pages.close()


def run(paths: Paths, config: Config) -> int:
    """Open the reader and return its exit code. Raises NewsreelError where the library cannot be opened."""
    try:
        paths.create()
    except OSError as error:
        raise NewsreelError(
            f"{error.filename} cannot be made ({error.strerror}); check its rights."
        ) from None
    with Library(paths.library, clock=clock()) as library:
        code = _run(library, config)
    if code == DEMO:
        return subprocess.call([sys.executable, "-m", "reader", "demo"])
    return code


def _run(library: Library, config: Config) -> int:
    """Run the app; when this returns, the refresh is over and everything marked is written."""
    writer = Writer()
    app = ReaderApp(library, config, writer)
    try:
        return app.run() or app.return_code or 0
    finally:
        app.main_screen.refreshing.close()
        app.main_screen.pages.close()
        writer.close()
