"""Folders given another name, or made one of two, and that taken back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace

from reader.model import View
from reader.ui.drawing import outlets
from reader.ui.parts.part import Part


class Folders(Part):
    """What can be done with a folder as a whole."""

    def rename(self, folder: str) -> None:
        """Ask what it is to be called."""
        from reader.ui.screens.rename_folder import RenameFolder

        names = {name: self._size(name) for name in self.library.folders()}
        fixed = [
            feed for feed in self.screen.feeds if feed.folder == folder and self._is_fixed(feed.id, feed.url)
        ]
        note = (
            f"config.toml says the folder of {outlets(len(fixed))} in it: change that there." if fixed else ""
        )
        self.ask(RenameFolder(folder, names, note), partial(self._renamed, folder))

    def _size(self, folder: str) -> int:
        return sum(feed.folder == folder for feed in self.screen.feeds)

    def _is_fixed(self, feed_id: int, url: str) -> bool:
        return self.screen.config.of(feed_id, url).folder is not None

    def _renamed(self, old: str, new: str | None) -> None:
        if new is None or new == old:
            return
        undo: list[Callable[[], object]] = []

        def write() -> None:
            ids, joined = self.library.rename_folder(old, new)
            part, back = self.library.part_folder, self.library.rename_folder
            undo[:] = [partial(part, ids, old) if joined else partial(back, new, old)]

        joins = new in self.library.folders()
        name = f"Put {old} into {new}" if joins else f"Renamed {old} to {new}"
        self.screen.mark.do_quietly(
            name, write, lambda: undo[0](), partial(self._show, old, new, joins=joins)
        )

    def _show(self, old: str, new: str, *, joins: bool) -> None:
        """Show under its name of now what was open or in hand, folded as it was."""
        screen, names = self.screen, self.library.folders()
        gone, here = (new, old) if old in names else (old, new)
        if not joins and gone in screen.config.folded():
            screen.settings.keep("folders", "open", entry=gone)
            screen.settings.keep("folders", "folded", entry=here)
        row = screen.sidebar.index_of(View("folder", folder=here))
        if screen.pane == "sidebar" and row is not None:
            screen.sidebar.cursor = row
        view = screen.listing.view
        if view.folder == gone and gone not in names:
            screen.listing.open(replace(view, folder=here))
            screen.numbers.show()
        screen.mark.show_anew()
