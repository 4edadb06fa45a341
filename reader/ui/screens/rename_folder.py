"""Give a folder another name; one that another folder has makes the two one, once that was said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from textual import on
from textual.widget import Widget
from textual.widgets import Input, Label

from reader.ui.drawing import cut, outlets
from reader.ui.screens.dialog import Dialog, field, words

NAME = 40
"""Columns of a name in a sentence."""


class RenameFolder(Dialog[str | None]):
    """Asks for a name. Answers with it, None where it is to stay."""

    title_text = "Rename folder"
    keys = (("Enter", "save"), ("Esc", "close"))

    def __init__(self, folder: str, sizes: Mapping[str, int], note: str = "") -> None:
        """`sizes`: how many outlets are in each folder there is. `note`: what stands in the way."""
        super().__init__()
        self._folder, self._sizes, self._note = folder, sizes, note
        self._warned = ""

    def body(self) -> Iterable[Widget]:
        """Return how many outlets are in it, and the field."""
        yield Label(words(f"{outlets(self._sizes.get(self._folder, 0))} in it"), classes="dialog--quiet")
        yield from field("Name", self._folder, name="name")

    def on_mount(self) -> None:
        """Start typing."""
        self.query_one("#name").focus()
        self.say(self._note)

    @on(Input.Changed)
    def change(self) -> None:
        """Forget what was said of another name."""
        if self._warned:
            self._warned = ""
            self.say(self._note)

    @on(Input.Submitted)
    def save(self, event: Input.Submitted) -> None:
        """Answer with the name; of one that is taken say first what that makes."""
        name = " ".join(event.value.split())
        if not name:
            self.say("A folder needs a name: type one, or Esc leaves it as it is.")
        elif name == self._folder or name not in self._sizes or name == self._warned:
            self.dismiss(name)
        else:
            self._warned = name
            there = f"There is a folder {cut(name, NAME)} already, of {outlets(self._sizes[name])}"
            self.say(f"{there}: Enter again makes the two one.", trouble=False)
