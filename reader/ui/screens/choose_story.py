"""Which other story is the same news."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Label, OptionList

from reader.news import Story
from reader.store.folding import fold
from reader.ui.drawing import age, cut, outlets
from reader.ui.screens.dialog import Dialog, Picker, words


class ChooseStory(Dialog[int | None]):
    """Lists stories, the likeliest first, fewer as one types; answers with the id of one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,ctrl+n", "move('cursor_down')", show=False),
        Binding("up,ctrl+p", "move('cursor_up')", show=False, priority=True),
        Binding("pagedown", "move('page_down')", show=False),
        Binding("pageup", "move('page_up')", show=False),
    ]
    title_text = "Which story is the same news?"
    keys = (("↑ ↓", "choose"), ("Enter", "merge the two"), ("Esc", "back"))

    def __init__(self, mine: str, stories: Sequence[Story], now: float) -> None:
        super().__init__(classes="-wide")
        self._mine, self._stories, self._now = mine, stories, now
        self._shown = stories
        self._held = [_held(each) for each in stories]

    def body(self) -> Iterable[Widget]:
        """Return the story that is to be joined, what narrows the others, and the others."""
        yield Label(words(self._mine), classes="dialog--quiet")
        yield Input(placeholder="words of its headline, a film, a person", id="narrow", compact=True)
        yield Picker(id="stories")

    def on_mount(self) -> None:
        """Fill the list; what is typed narrows it."""
        self._fill()
        self.query_one(Input).focus()

    def _fill(self) -> None:
        self.query_one(Picker).fill(lambda width: [self._row(each, width) for each in self._shown])
        none = "No story here holds that." if self._stories else "There is no other story yet."
        self.say("" if self._shown else none, trouble=False)

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        """Show the stories that hold every word typed."""
        typed = fold(event.value).split()
        self._shown = [
            story
            for story, held in zip(self._stories, self._held, strict=True)
            if all(word in held for word in typed)
        ]
        self._fill()

    def action_move(self, how: str) -> None:
        """Move in the list while typing goes on."""
        getattr(self.query_one(Picker), f"action_{how}")()

    def _row(self, story: Story, width: int) -> Content:
        tail = f"{outlets(story.outlets):>11}  {age(story.last_published, self._now):>11}"
        title = cut(story.title, width - len(tail) - 2)
        return words(title + " " * (width - len(tail) - cell_len(title)), (tail, "dim"))

    @on(Input.Submitted)
    def _accept(self) -> None:
        if (at := self.query_one(Picker).highlighted) is not None:
            self.dismiss(self._shown[at].id)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._shown[event.option_index].id)


def _held(story: Story) -> str:
    return fold(" ".join((story.title, *story.films, *story.people)))
