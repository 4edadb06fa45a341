"""A field with a few answers, all in sight: one is chosen with ← and →, or the space bar."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget


class Answer(NamedTuple):
    """What can be chosen, and in plain words what it does."""

    name: str
    label: str
    meaning: str


class OneOf(Widget, can_focus=True):
    """One line of answers, the one chosen between brackets; what it does stands below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", show=False),
        Binding("right,space", "step(1)", show=False),
        Binding("enter", "accept", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"one-of--chosen", "one-of--meaning"}
    chosen: reactive[int] = reactive(0, layout=True)

    class Changed(Message):
        """Another answer is chosen."""

    class Accepted(Message):
        """Enter was pressed here."""

    def __init__(self, answers: Sequence[Answer], chosen: str, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.answers = answers
        self.set_reactive(OneOf.chosen, [each.name for each in answers].index(chosen))

    @property
    def name_chosen(self) -> str:
        """The name of the answer chosen."""
        return self.answers[self.chosen].name

    def render(self) -> Content:
        """Draw the answers, and what the chosen one does."""
        look, chosen = self.get_visual_style, self.answers[self.chosen]
        line = Content(" ").join(
            Content.styled(f"[{each.label}]", look("one-of--chosen")) if each is chosen
            else Content(f" {each.label} ")
            for each in self.answers
        )  # fmt: skip
        return Content.assemble(line, "\n", (f" {chosen.meaning}", look("one-of--meaning")))

    def action_step(self, by: int) -> None:
        """Choose the next answer, from the last to the first."""
        self.chosen = (self.chosen + by) % len(self.answers)

    def watch_chosen(self) -> None:
        """Tell the dialog."""
        self.post_message(self.Changed())

    def action_accept(self) -> None:
        """Tell the dialog that the person is done."""
        self.post_message(self.Accepted())

    def on_click(self, event: events.Click) -> None:
        """Choose the answer under the pointer."""
        end = 0
        for at, each in enumerate(self.answers):
            end += len(each.label) + 3
            if event.y == 0 and event.x < end:
                self.chosen = at
                return
