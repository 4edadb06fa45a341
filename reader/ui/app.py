"""The reader: themes, styles, and the way in and out."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.filter import LineFilter

from reader.clock import clock
from reader.config import Config
from reader.errors import NewsreelError, unmade
from reader.itself import own_command
from reader.library import Library
from reader.paths import STYLES, Paths
from reader.text.clean import clean
from reader.ui import frame
from reader.ui.choke import Choke
from reader.ui.few_colours import FewColours
from reader.ui.first_run import DEMO, FirstRun
from reader.ui.frame import FirstScreen
from reader.ui.leaving import leaving
from reader.ui.parts.leaving import Last
from reader.ui.screens.main import MainScreen
from reader.ui.terminal import driver
from reader.ui.themes import THEMES, completed
from reader.ui.typeahead import TypeAhead, parted
from reader.ui.without_colour import PLAIN, WithoutColour
from reader.ui.writer import Writer

if TYPE_CHECKING:
    from reader.feeds.outlets import Outlet

SHEETS = ("base", "panes", "article")
"""What the main screen is drawn with; dialogs bring their own when the first is opened."""


class ReaderApp(App[int], inherit_bindings=False):
    """Newsreel on the screen."""

    TITLE = "Newsreel"
    CSS_PATH: ClassVar = [STYLES / f"{name}.tcss" for name in SHEETS if (STYLES / f"{name}.tcss").exists()]
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+z", "suspend_process", show=False)]
    """In dialogs and on the welcome screen, too; the main screen has its table."""
    ENABLE_COMMAND_PALETTE = False
    NOTIFICATION_TIMEOUT = 4

    def __init__(
        self,
        library: Library,
        config: Config,
        writer: Writer,
        outlets: Sequence[Outlet] | None = None,
        first: FirstScreen | None = None,
        wrong: str | None = None,
    ) -> None:
        super().__init__(driver_class=driver(first))
        self._filters_of_ours = [*self._palette(), Choke()]
        self.wrong = wrong
        """What is wrong with the settings file, in a sentence."""
        self.library, self.config, self.writer = library, config, writer
        self._first_run = FirstRun(self, outlets)
        self.typeahead = TypeAhead(self, super().on_event)
        self.main_screen = MainScreen(library, config, writer, place=first.place() if first else b"")
        self.typeahead.repeat, self.typeahead.overrun = self.main_screen.keys.repeat, self._say_overrun
        for theme in (*THEMES, PLAIN) if self.no_color else THEMES:
            self.register_theme(theme)
        chosen = config.theme if config.theme in self.available_themes else "noir"
        self.theme = PLAIN.name if self.no_color else chosen
        self._drawn_in = self.current_theme
        self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> MainScreen:
        """Begin with the main screen: no empty one is made under it."""
        self.main_screen.expect(self.size.width)
        return self.main_screen

    def refresh_css(self, animate: bool = True) -> None:
        """Read the styles again in another theme; at the start, Textual would do so for nothing."""
        if self.current_theme is not self._drawn_in:
            self._drawn_in = self.current_theme
            super().refresh_css(animate)

    def get_css_variables(self) -> dict[str, str]:
        """Say in its own variables what a theme of Textual's lacks of ours, and what the terminal does."""
        variables = completed(super().get_css_variables())
        if self.no_color or self.console.color_system != "standard":
            return variables
        from reader.ui.sixteen_colours import among_sixteen

        return among_sixteen(self.current_theme, variables)

    async def on_event(self, event: events.Event) -> None:
        """Let keys and pastes go one after another; everything else as ever."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            for key in parted(event, self.main_screen.keymap):
                await self.typeahead.take(key)
        elif isinstance(event, events.Paste) and not event.is_forwarded:
            # A field has one line, and Textual would drop all but the first of what is pasted into it.
            await self.typeahead.take(events.Paste(" ".join(event.text.splitlines())))
        else:
            await super().on_event(event)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Look at every line once more before it is drawn."""
        others = () if self.no_color else super().get_line_filters()
        return [*others, *self._filters_of_ours]

    def _palette(self) -> Iterator[LineFilter]:
        """Yield what fits colours to a terminal that has none, or few."""
        if self.no_color:
            yield WithoutColour()
        elif self.console.color_system == "256":
            yield FewColours()

    def _say_overrun(self) -> None:
        self.main_screen.status.say("Keys came faster than they could be done: only the last of them count.")

    def copy_to_clipboard(self, text: str) -> None:
        """Copy text, cleaned: it will be pasted into other programs."""
        super().copy_to_clipboard(clean(text))

    def notify(self, message: str, *, title: str = "", **more: Any) -> None:
        """Show a message as it stands: never as markup."""
        super().notify(clean(message), title=clean(title), **{**more, "markup": False})

    def on_mount(self) -> None:
        """Show the welcome over the main screen while there is nothing to read."""
        # After ctrl+z and fg the terminal shows what others wrote; Textual knows of no change to draw.
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        self._first_run.begin()

    def on_outlets_wanted(self) -> None:
        """Show the outlets that are not followed yet."""
        self._first_run.offer()

    def exit(self, *how: Any, **more: Any) -> None:
        """Leave, whoever asks for it; how far the article is read is kept."""
        self.main_screen.read.keep_position()
        super().exit(*how, **more)

    def on_unmount(self) -> None:
        """End the refresh, and what is only read for the screen, before that goes."""
        self.main_screen.following.close()
        self.main_screen.refreshing.close()
        self.main_screen.pages.close()
        self.main_screen.pictures.close()


def run(paths: Paths, config: Config, wrong: str | None = None, first: FirstScreen | None = None) -> int:
    """Open the reader and return its exit code. Raises NewsreelError where the library cannot be opened.

    Who leaves the sample reel is back where it was asked for.
    """
    while (code := _open(paths, config, wrong, first)) == DEMO:
        if ended := subprocess.call(own_command("demo")):
            return ended
        first = None
    return code


def _open(paths: Paths, config: Config, wrong: str | None, first: FirstScreen | None) -> int:
    if first:
        first.loaded()
    try:
        paths.create()
    except OSError as error:
        raise NewsreelError(unmade(error)) from None
    with Library(paths.library, clock=clock()) as library:
        if config.feeds:
            library.settle(config.feeds)
        code, last = _run(library, config, wrong, first)
    if last is not None:
        with suppress(OSError):
            frame.keep(paths, *last)
    return code


def _run(
    library: Library, config: Config, wrong: str | None, first: FirstScreen | None
) -> tuple[int, Last | None]:
    """Run the app; when this returns, the refresh is over and everything marked is written."""
    writer = Writer()
    app = ReaderApp(library, config, writer, first=first, wrong=wrong)
    with leaving(app, first.attributes if first else None):
        try:
            return app.run() or app.return_code or 0, app.main_screen.leaving.last
        finally:
            app.main_screen.refreshing.close()
            app.main_screen.pages.close()
            app.main_screen.pictures.close()
            writer.close()
