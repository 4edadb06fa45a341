"""Every command and every outlet by name, for the palette."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, cast

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from reader.text.clean import drawable
from reader.ui.actions import ACTIONS, NUMBERED, Action
from reader.ui.screens.dialog import Dialog, Once
from reader.ui.widgets.sections import MORE

if TYPE_CHECKING:
    from reader.ui.screens.main import MainScreen


_LAST = 0.01
"""A score below that of any name."""


class Command(NamedTuple):
    """One line of the palette."""

    name: str
    help: str
    run: Callable[[], None]


class Palette(CommandPalette, Once[None]):
    """Textual's, closed once; it takes the whole width where a dialog does."""

    HORIZONTAL_BREAKPOINTS = Dialog.HORIZONTAL_BREAKPOINTS
    VERTICAL_BREAKPOINTS = Dialog.VERTICAL_BREAKPOINTS


class Commands(Provider):
    """The actions that make sense now, each with its key; then the lists."""

    @property
    def _main(self) -> MainScreen:
        return cast("MainScreen", self.screen)

    def _commands(self) -> Iterator[Command]:
        main = self._main
        # Movements last: nobody looks for them here.
        for action in sorted(ACTIONS, key=lambda action: action.id.startswith(("move.", "pane."))):
            if main.pane in action.where and action.id not in NUMBERED and not main.hand.lacks(action.id):
                yield self._of_action(action, action.help)
        for section in main.sidebar.every():
            if section.view == MORE:  # what it stands for is unfolded in the sidebar
                continue
            name = f"Go to {drawable(section.label)}"
            yield Command(name, section.figure, partial(main.section.go_to, section.view))
        for name, key, value in self._choices():
            yield Command(f"{name} {value}", "", partial(main.attempt, main.settings.choose, key, value))

    def _of_action(self, action: Action, said: str) -> Command:
        keys = " ".join(self._main.keymap.keys(action.id))
        name = action.label.capitalize() + (f"   {keys}" if keys else "")
        return Command(name, said, partial(self._main.do, action.id))

    def _lacking(self, words: str) -> Iterator[Command]:
        """Yield what is named but lacks something, and what: else what has its letters would be found."""
        for action in ACTIONS:
            named = words and words in action.label.casefold() and action.id not in NUMBERED
            if named and (lack := self._main.hand.lacks(action.id)):
                yield self._of_action(action, lack)

    def _choices(self) -> Iterator[tuple[str, str, str]]:
        """Yield the settings of looks with what they may be."""
        yield from (("Theme", "theme", theme) for theme in sorted(self.app.available_themes))
        yield from (("Measure", "measure", str(columns)) for columns in (60, 72, 80, 100))
        yield from (("Spacing", "spacing", str(lines)) for lines in range(3))
        yield from (("Pictures", "images", mode) for mode in ("off", "lead", "all"))

    async def discover(self) -> Hits:
        """Yield everything."""
        for command in self._commands():
            yield DiscoveryHit(Content(command.name), command.run, command.name, command.help or None)

    async def search(self, query: str) -> Hits:
        """Yield what the query matches; after the names, what says the words of itself."""
        matcher, words = self.matcher(query), query.casefold().strip()
        for command in (*self._commands(), *self._lacking(words)):
            if (score := matcher.match(command.name)) > 0:
                shown = matcher.highlight(command.name)
                yield Hit(score, shown, command.run, command.name, command.help or None)
            elif words and words in command.help.casefold():
                yield Hit(_LAST, Content(command.name), command.run, command.name, command.help)
