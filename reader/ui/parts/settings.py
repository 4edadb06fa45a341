"""The settings file, watched: what is changed in it, by whatever means, is so in the open reader at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from reader import config
from reader.config import Density, Fold, Order
from reader.errors import ConfigError, NewsreelError, UsageError
from reader.paths import find
from reader.ui.glyphs import ASCII, DRAWN
from reader.ui.keymap import Keymap
from reader.ui.parts.part import Part
from reader.ui.writer import Job

if TYPE_CHECKING:
    from reader.ui.screens.main import MainScreen

Stamp = tuple[int, int, int] | None
STALE: Stamp = (0, 0, 0)
"""That of no file: it is read again once what is on its way to it is there."""


class Settings(Part):
    """What the person chose, as the file says it now."""

    def __init__(self, screen: MainScreen) -> None:
        super().__init__(screen)
        self._path = find().config_file
        self._seen = self._stamp()
        self._wrong = False
        self._unwritten = 0
        """How many changes are on their way to the file, which says what was before."""
        self.heard: Callable[[], None] = lambda: None
        """Called when the settings are others now, or the file is wrong."""

    def look(self) -> None:
        """Take in what the file says, if it has changed; a wrong one is said, and nothing changes."""
        if self._unwritten or (stamp := self._stamp()) == self._seen:
            return
        self._seen = stamp
        try:
            chosen = config.load(self._path)
        except ConfigError as error:
            self.say(str(error), trouble=True)
            self._wrong = True
        else:
            self._apply(chosen)
            if self._wrong:
                self.say("The settings are right again.")
            self._wrong = False
        self.heard()

    def choose(self, key: str, value: str) -> None:
        """Change one setting, here and in the file; where that cannot be, it is said, and nothing changes."""
        from reader.config_writing import write

        try:
            changed = write(self._path, key, value)
        except (ConfigError, UsageError) as error:
            self.say(str(error), trouble=True)
            return
        self._apply(changed)
        self._seen = STALE if self._unwritten else self._stamp()

    def keep(self, key: str, value: Density | Fold | Order | bool, *, entry: str = "") -> None:
        """Change how things are listed: here at once, and in the file while nobody waits for the disk.

        Where the file does not take it, that is said, and it holds until the reader is left. `entry`: of a
        table what is changed in it.
        """
        before = self.screen.config
        chosen = {**getattr(before, key), entry: value} if entry else value
        self.screen.config = replace(before, **{key: chosen})
        self._list_anew(before)

        def write() -> None:
            from reader.config_writing import write

            write(self._path, f"{key}.{entry}" if entry else key, str(value).lower())

        def failed(error: NewsreelError) -> None:
            self.say_later(str(error), trouble=True)

        self.screen.writer.submit(Job(self.awaited(write), lambda: None, failed))

    def hold(self, chosen: config.Config) -> None:
        """Have settings hold from now on, before the file says so."""
        self._apply(chosen)
        self.heard()

    @property
    def settled(self) -> bool:
        """Whether nothing is on its way to the file."""
        return not self._unwritten

    def awaited(self, write: Callable[[], object]) -> Callable[[], None]:
        """Return how the writer writes the file; until it is done, what the file says is not taken."""
        self._unwritten += 1

        def put() -> None:
            stamps = [self._stamp()]
            try:
                write()
                stamps.append(self._stamp())
            finally:
                self.later(partial(self._written, stamps))

        return put

    def _written(self, stamps: Sequence[Stamp]) -> None:
        """Know the file as it is now, unless another has changed it, too."""
        self._unwritten -= 1
        if stamps and stamps[0] == self._seen:
            self._seen = stamps[-1]

    def _apply(self, chosen: config.Config) -> None:
        screen, before = self.screen, self.screen.config
        screen.config = chosen
        if chosen.theme in screen.app.available_themes and not screen.app.no_color:
            screen.app.theme = chosen.theme
        if chosen.ascii != before.ascii:
            self._draw_marks(ascii_only=chosen.ascii)
        screen.pictures.take_settings(chosen)
        screen.article_view.reset(measure=chosen.measure, spacing=chosen.spacing)
        self._list_anew(before)
        if (chosen.preset, chosen.keys) != (before.preset, before.keys):
            screen.keys.take_keymap(Keymap(chosen.preset, chosen.keys))
            screen.window.say_wrong_keys()

    def _list_anew(self, before: config.Config) -> None:
        """Show in the lists what is set otherwise now."""
        screen, chosen = self.screen, self.screen.config
        if chosen.density != before.density:
            screen.list.set_density(chosen.density)
        screen.sidebar.leave_out(read=chosen.sidebar_unread_only)
        screen.sidebar.fold(chosen.folded())
        if (chosen.stories, chosen.story_outlets) != (before.stories, before.story_outlets):
            screen.list.prefer = chosen.preferred()
            screen.listing.reload()
        if chosen.order != before.order:
            screen.order.show()
        if chosen.unread_only != before.unread_only:
            screen.unread_only.show()

    def _draw_marks(self, *, ascii_only: bool) -> None:
        """Draw every mark in ASCII, or in its own shape again; the article is set anew anyhow."""
        self.screen.article_view.ascii_only = ascii_only
        for rows in (self.screen.sidebar, self.screen.list, self.screen.bookmarks_sidebar.list):
            rows.glyphs = ASCII if ascii_only else DRAWN
            rows.refresh()

    def _stamp(self) -> Stamp:
        with suppress(OSError):
            found = self._path.stat()
            # The clock of a disk may tick 250 times a second; each file written whole is another.
            return found.st_mtime_ns, found.st_size, found.st_ino
        return None
