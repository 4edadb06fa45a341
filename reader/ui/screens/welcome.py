"""The first thing seen: outlets to choose from, a file to import, or the sample reel."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.events import Resize
from textual.widgets import Input, Label

from reader.paths import STYLES
from reader.ui.screens.dialog import KeyLine, Once, fit, words
from reader.ui.widgets.outlet_grid import Outlet, OutletGrid

Choice = tuple[Literal["subscribe"], list[str]] | tuple[Literal["import"], str] | tuple[Literal["demo"]]

_KEYS = (
    ("Space", "tick"),
    ("a", "all"),
    ("Enter", "subscribe and read"),
    ("i", "import OPML or newsboat"),
    ("d", "sample reel"),
    ("Esc", "later"),
    ("Q", "quit"),
)


class Welcome(Once[Choice | None]):
    """Shown while there are no subscriptions. Answers with what to do; None is: nothing now."""

    CSS_PATH: ClassVar = [STYLES / "dialogs.tcss", STYLES / "welcome.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "subscribe", "subscribe and read", show=False, priority=True),
        Binding("i", "import", "import", show=False),
        Binding("d", "demo", "sample reel", show=False),
        Binding("escape", "leave", "later", show=False),
        Binding("Q,ctrl+c", "app.quit", "quit", show=False),
    ]
    AUTO_FOCUS = "OutletGrid"
    VERTICAL_BREAKPOINTS = [(0, "-short"), (26, "-tall")]  # noqa: RUF012 (an instance variable to Screen)

    def __init__(self, outlets: Sequence[Outlet], notice: str = "") -> None:
        super().__init__()
        self._outlets, self._notice = outlets, notice

    def compose(self) -> ComposeResult:
        """Lay out the name, the outlets and the keys."""
        with Vertical(id="welcome"):
            yield Label(words("Newsreel"), id="welcome-name")
            yield Label(words("film news, in your terminal"), id="welcome-line")
            with Horizontal(id="welcome-head"):
                yield Label(words("Choose your outlets"), id="welcome-choose")
                yield Label("", id="welcome-count", markup=False)
            yield OutletGrid(self._outlets, id="outlets")
            yield Input(
                id="welcome-path", placeholder="path of an OPML file or newsboat's urls", compact=True
            )
            yield Label(words(self._notice), id="welcome-notice")
            yield KeyLine(*_KEYS, id="welcome-keys")

    def on_mount(self) -> None:
        """Hide what is not asked for yet."""
        self.query_one("#welcome-path").display = False
        self.say(self._notice)
        self.count()

    def on_resize(self, _: Resize) -> None:
        """Let the grid scroll where it does not fit."""
        self.refit()

    def refit(self) -> None:
        """Give the grid the room the rest leaves."""
        box, grid = self.query_one("#welcome"), self.query_one(OutletGrid)
        self.call_after_refresh(lambda: fit(box, grid, self.size.height))

    @on(OutletGrid.Ticked)
    def count(self) -> None:
        """Say how many are ticked."""
        grid = self.query_one(OutletGrid)
        text = f"{len(grid.chosen)} of {len(grid.outlets)} ticked"
        self.query_one("#welcome-count", Label).update(words(text))

    def say(self, sentence: str) -> None:
        """Show a sentence above the keys, or take it away."""
        notice = self.query_one("#welcome-notice", Label)
        notice.update(words(sentence))
        notice.display = bool(sentence)
        self.refit()

    # ------------------------------------------------------------ what keys do

    def action_subscribe(self) -> None:
        """Answer with the outlets ticked; in the path field, with the path."""
        path = self.query_one("#welcome-path", Input)
        if path.has_focus:
            self._import(path.value.strip())
        elif chosen := self.query_one(OutletGrid).chosen:
            self.dismiss(("subscribe", chosen))
        else:
            self.say("Nothing is ticked: Space ticks an outlet, a ticks them all.")

    def action_import(self) -> None:
        """Ask for the path of a file."""
        path = self.query_one("#welcome-path", Input)
        path.display = True
        self.refit()
        path.focus()

    def _import(self, text: str) -> None:
        """Answer with a path if there is a file, else say that there is none."""
        text = text.strip("'\"")
        try:
            path = Path(text).expanduser()
            found = bool(text) and path.is_file()
        except (OSError, RuntimeError, ValueError):
            found = False
        if found:
            self.dismiss(("import", str(path.absolute())))
        else:
            self.say(f"There is no file {text}: check the path." if text else "Type the path of a file.")

    def action_demo(self) -> None:
        """Answer that the sample reel is wanted."""
        self.dismiss(("demo",))

    def action_leave(self) -> None:
        """Leave the path field, or the screen."""
        path = self.query_one("#welcome-path", Input)
        if not path.display:
            self.dismiss(None)
            return
        path.display = False
        self.say("")
        self.query_one(OutletGrid).focus()
