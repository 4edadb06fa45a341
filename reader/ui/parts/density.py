"""Density: how much of everything is shown, down to the article alone."""

from __future__ import annotations

from reader.config import Density
from reader.ui.parts.part import Part

_LINES: dict[Density, str] = {
    "compact": "one line each",
    "comfortable": "headline and outlet",
    "roomy": "headlines on up to two lines",
}


class Look(Part):
    """How much of everything is shown."""

    def density(self) -> None:
        """One line for each row, then three, then two again."""
        densities: tuple[Density, ...] = ("comfortable", "compact", "roomy")
        following = densities[(densities.index(self.screen.list.density) + 1) % len(densities)]
        self.screen.settings.keep("density", following)
        self.say(f"Rows are {following} now: {_LINES[following]}.")

    def zen(self) -> None:
        """Only the article, or all panes again."""
        if self.screen.article_view.article is None:
            self.say("Zen shows the article alone: open one first.")
            return
        self.screen.toggle_class("-zen")
        self.screen.enter("article")
