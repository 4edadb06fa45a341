"""Settings changed on their screen: each change holds at once, is written in its turn, and can be undone."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from typing import Any

from msgspec.structs import replace
from textual.app import SuspendNotSupported

from reader import config
from reader.config_writing import Change, change, check, take_back, understood
from reader.editing import edit
from reader.errors import ConfigError, NewsreelError
from reader.paths import find
from reader.ui.aside import aside
from reader.ui.key_faults import key_clauses
from reader.ui.parts.marking import Deed
from reader.ui.parts.part import Part
from reader.ui.screens.main import MainScreen
from reader.ui.screens.setting_rows import State, entries, value_of
from reader.ui.screens.settings import SettingsScreen


class Changing(Part):
    """What the settings screen asks."""

    def __init__(self, screen: MainScreen) -> None:
        super().__init__(screen)
        self._path = find().config_file
        self.trouble = ""
        self._faults: dict[str, str] = {}
        self._dialog: SettingsScreen | None = None
        self._made: list[tuple[Deed, str]] = []
        """What was changed here, each with its key."""
        self._sure: dict[str, Any] = {}
        """What held of those that are on their way to the file."""

    def open(self) -> None:
        """Show every setting."""
        self._examine()
        self._dialog = SettingsScreen(self)
        self.screen.settings.heard = self._heard
        self.ask(self._dialog, lambda _: self._close())

    def _close(self) -> None:
        self._dialog = None
        self.screen.settings.heard = lambda: None

    def _heard(self) -> None:
        """Show how the settings are now."""
        self._examine()
        if self._dialog is not None:
            self._dialog.show()

    def _examine(self) -> None:
        """See what is wrong with the file."""
        name, self.trouble, self._faults = str(self._path), "", {}
        try:
            text = config.text_of(self._path)
            good, faults = config.examine(text, name=name)
        except ConfigError as error:
            self.trouble = str(error)
            return
        for fault in faults:
            self._faults.setdefault(fault.path[0], str(fault))
        keys = key_clauses(text, good)
        if keys:
            self._faults.setdefault("keys", "; ".join(keys))
        if faults or keys:
            self.trouble = config.sentence(self._path.name, [*faults, *keys])

    # ------------------------------------------------------------ what the screen asks

    def state(self) -> State:
        """Return how the settings are now."""
        plain = {"NO_COLOR": "1"} if self.screen.app.no_color else {}  # Textual takes it out
        return State(self.screen.config, self._faults, {**os.environ, **plain}, self._places())

    def _places(self) -> dict[str, str]:
        fold, change, keys = (self.key(name) for name in ("sidebar.fold", "feed.edit", "app.help"))
        return {
            "folders": f"{fold} on a folder in the sidebar folds it; Enter opens config.toml",
            "keys": f"{keys} lists all; Enter opens config.toml, which has yours",
            "feeds": f"{change} on an outlet changes it; Enter opens config.toml, which has more",
        }

    def type(self, key: str, text: str) -> None:
        """Set a setting to what was typed. Raises UsageError for a wrong value."""
        self.change(key, understood(key, text))

    def change(self, key: str, value: Any) -> None:
        """Set a setting, None to its default. Raises UsageError for a wrong value."""
        if value is not None:
            check((key,), value)
        entry = next(each for each in entries() if each.key == key)
        before, now = getattr(self.screen.config, key), entry.setting.default if value is None else value
        if value is not None and now == before and key not in self._faults:
            return
        self._sure.setdefault(key, before)
        done: list[Change] = []
        write = self.screen.settings.awaited(lambda: done.append(change(self._path, (key,), value)))
        put = partial(self._put, write, partial(self._written, key, now))
        said = value_of(entry, now) if now != "" else "empty"
        deed = Deed(f"{entry.label}: {said}", put, partial(self._take_back, done), (), {})
        self._made.append((deed, key))
        self.screen.mark.do(deed)
        self.screen.settings.hold(replace(self.screen.config, **{key: now}))

    def _put(self, write: Callable[[], object], then: Callable[[], None]) -> None:
        """Write to the file; on the writer's thread."""
        try:
            write()
        except NewsreelError as error:
            self.later(partial(self._lost, str(error)))
            raise
        self.later(then)

    def _written(self, key: str, now: Any) -> None:
        self._sure[key] = now
        self._settle()
        self._heard()

    def _lost(self, trouble: str) -> None:
        """Say why a change was not written."""
        self._settle()
        if self._dialog is not None:
            self._dialog.say(trouble)

    def _settle(self) -> None:
        """Once nothing is on its way to the file, have hold what was written."""
        if not self.screen.settings.settled:
            return
        chosen = replace(self.screen.config, **self._sure)
        self._sure.clear()
        if chosen != self.screen.config:
            self.screen.settings.hold(chosen)

    def _take_back(self, done: list[Change]) -> None:
        """Have the file say what it said before a change, if that was written; on the writer's thread."""
        if done:
            self._put(partial(take_back, self._path, done[0]), self.screen.settings.look)

    def undo(self) -> str:
        """Take back the last deed if it is a change made here, and return its key."""
        deeds = self.screen.mark.deeds
        key = next((key for deed, key in self._made if deeds and deed is deeds[-1]), "")
        if key:
            self.screen.mark.undo()
        return key

    def edit(self) -> None:
        """Open the file in the person's editor, and take in what is changed there."""
        trouble = ""
        try:
            if self.screen.app.is_web:
                raise SuspendNotSupported("a page has none")
            with aside(self.screen.app):
                edit(self._path)
        except SuspendNotSupported:
            trouble = f"There is no editor here; the file is {self._path}."
        except NewsreelError as error:
            trouble = str(error)
        self.screen.settings.look()
        if self._dialog is not None:
            self._dialog.say(trouble)
