"""Which other story is the same news."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Label, OptionList

from reader.news import Story
from reader.ui.drawing import age, cut, outlets
from reader.ui.screens.dialog import Dialog, Picker, words


class ChooseStory(Dialog[int | None]):
    """Lists stories, the likeliest first; answers with the id of one."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("q", "close", show=False)]
    title_text = "Which story is the same news?"
    keys = (("Enter", "merge the two"), ("Esc", "back"))

    def __init__(self, mine: str, stories: Sequence[Story], now: float) -> None:
        super().__init__(classes="-wide")
        self._mine, self._stories, self._now = mine, stories, now

    def body(self) -> Iterable[Widget]:
        """Return the story that is to be joined, and the others."""
        yield Label(words(self._mine), classes="dialog--quiet")
        yield Picker(id="stories")

    def on_mount(self) -> None:
        """Fill the list."""
        self.query_one(Picker).fill(lambda width: [self._row(each, width) for each in self._stories])
        self.query_one(Picker).focus()
        if not self._stories:
            self.say("There is no other story yet.", trouble=False)

    def _row(self, story: Story, width: int) -> Content:
        tail = f"{outlets(story.outlets):>11}  {age(story.last_published, self._now):>11}"
        title = cut(story.title, width - len(tail) - 2)
        return words(title + " " * (width - len(tail) - cell_len(title)), (tail, "dim"))

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._stories[event.option_index].id)
