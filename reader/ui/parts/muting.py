"""Mutes: a search that is muted from now on, and the list of what is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.addresses import masked
from reader.news import Mute
from reader.ui.drawing import cut, number
from reader.ui.parts.marking import Deed
from reader.ui.parts.part import Part

if TYPE_CHECKING:
    from reader.store.mutes import Lifted

NAME = 40
"""Columns of a query in a sentence."""


class Muting(Part):
    """What is written here can be undone; how much it marked or gave back is said once it is written."""

    def this(self) -> None:
        """Mute for good what the search finds; to undo that gives back as unread what it marked."""
        query, made = self.screen.hand.searched(), list[int]()
        shown = [row.id for row in self.screen.list.pages.shown() if not (row.read or row.bookmarked)]

        def write() -> None:
            before = {each.id for each in self.library.mutes()}
            muted, marked = self.library.mute(query)
            made.extend({muted.id} - before)
            self._tell(f"Muted: {number(marked)} marked read")

        def unmute() -> None:
            for mute_id in made:
                self.library.unmute(mute_id)

        self.screen.mark.do(Deed("Muting this search", write, unmute, shown, {"read": True}), say="")

    def show(self) -> None:
        """List what is muted; a mute made just now is on its way to the library."""
        self.screen.mark.once_written(self._show)

    def _show(self) -> None:
        from reader.ui.screens.mutes import Mutes

        if self.screen.app.screen is self.screen:
            how = f"Search for something, and {self.key('mark.mute')} mutes it."
            self.ask(Mutes(self.library.mutes(), self.library.today(), how), self._lift)

    def _lift(self, mute: Mute | None) -> None:
        """End a mute; to undo that brings it back as it was, with all that it had marked."""
        if mute is None:
            return
        lifted: list[Lifted] = []

        def write() -> None:
            lifted.append(self.library.lift_mute(mute.id))
            query, again = cut(masked(mute.query), NAME), number(lifted[0].unread)
            self._tell(f"“{query}” is muted no longer: {again} unread again")

        def restore() -> None:
            for each in lifted:
                self.library.restore_mute(each)

        self.screen.mark.do(Deed("Lifting a mute", write, restore, (), {}, reload=True), say="")

    def _tell(self, what: str) -> None:
        """Say what became of it, from the writer's thread."""
        said = f"{what} · {self.screen.mark.undoes()}"
        self.later(partial(self.screen.status.say_late, said))
