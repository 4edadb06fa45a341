"""The files of an article: which of them to play, to open, or to copy the address of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import ClassVar, Literal, NamedTuple

from rich.cells import cell_len
from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList

from reader.text.hosts import from_its_end
from reader.ui.drawing import cut
from reader.ui.playing import File
from reader.ui.screens.dialog import Dialog, Picker, words

KIND, NAME = 7, 8
"""Cells for the kind of a file, and for its name at least."""
What = Literal["play", "open", "copy"]


class FileChoice(NamedTuple):
    """What to do with which file."""

    what: What
    url: str


class Files(Dialog[FileChoice | None]):
    """Lists files with their kind, length, size and host; Enter plays what plays, and opens the rest."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "play", "play", show=False),
        Binding("o", "choose('open')", "browser", show=False),
        Binding("y", "choose('copy')", "copy", show=False),
        Binding("q", "close", "close", show=False),
    ]
    title_text = "Files"
    keys = (("Enter", "play or open"), ("o", "browser"), ("y", "copy"), ("Esc", "close"))

    def __init__(self, files: Sequence[File]) -> None:
        super().__init__()
        self._files = files
        self._names = Counter(file.name for file in files)

    def body(self) -> Iterable[Widget]:
        """Return the list."""
        yield Picker(id="files")

    def on_mount(self) -> None:
        """Fill the list."""
        picker = self.query_one(Picker)
        picker.fill(lambda width: [self._row(file, width) for file in self._files])
        picker.focus()

    def _row(self, file: File, width: int) -> Content:
        """Return the kind and name of a file, how long and large it is, and its host."""
        kind = cut(file.kind, KIND - 2)
        host = cut(from_its_end(file.host, width // 2), width // 2)
        told = [*file.extent(), host]
        while len(told) > 1 and _room(told, width) < NAME:
            told.pop(-2)  # where there is little room, its host and its name are worth more
        name = self._called(file, max(0, _room(told, width)))
        return words((f"{kind:<{KIND}}", "dim"), name, (f"  {'  '.join(told)}", "dim"))

    def _called(self, file: File, room: int) -> str:
        """Return its name; where that is none or another's, too, what tells them apart: their addresses."""
        if file.name and self._names[file.name] == 1:
            return cut(file.name, room)
        behind = file.url.partition("://")[2].partition("/")[2]
        return cut(from_its_end(behind, room), room)

    @on(OptionList.OptionSelected)
    def chosen(self, event: OptionList.OptionSelected) -> None:
        """Play the file under the cursor, or open it."""
        self._answer(self._files[event.option_index])

    def action_play(self) -> None:
        """Do the same."""
        if (file := self._file()) is not None:
            self._answer(file)

    def action_choose(self, what: What) -> None:
        """Open the file under the cursor in the browser, or copy its address."""
        if (file := self._file()) is not None:
            self.dismiss(FileChoice(what, file.url))

    def _file(self) -> File | None:
        at = self.query_one(Picker).highlighted
        return None if at is None else self._files[at]

    def _answer(self, file: File) -> None:
        self.dismiss(FileChoice("play" if file.plays else "open", file.url))


def _room(told: Sequence[str], width: int) -> int:
    """Return the cells left for a name beside what is told of a file."""
    return width - KIND - cell_len("  ".join(told)) - 2
