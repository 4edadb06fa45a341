"""Which part of a page is the article: `choice` names the words, the page itself keeps their shape.

Trafilatura's own tree loses block quotes, captions, players and the numbers of lists. So its choice only
marks the passages of the page; what stands among them and belongs to them is kept too, and the rest is cut
away.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.text.boilerplate import is_boilerplate, is_clutter, is_date, is_hidden, is_standfirst
from reader.text.choice import AGREEING, FEW
from reader.text.passages import Passage, lineage, runs, words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST = 0.9
"""The share of the chosen text that the core of the article holds."""
CELL = 0.6
"""The share of the chosen text in one cell that makes its table one of layout."""
NAMED = 1 / 3
"""Where names call more than this share of the choice clutter, the names mean something else."""
LINKED = 0.9
"""A passage with this share of its text in links points elsewhere."""
HEADLINE = 4
"""Words that make a link alone in its passage the headline of something else."""
PROSE = 8
"""Words that a standfirst has at least."""
LONG_HEADING = 16
"""From so many words on a heading is text set large."""
NEAR = 3
"""How many elements from the inside may name the standfirst; it may be called a teaser there."""
_SEPARATORS = re.compile(r"^\s+|\s+$|\s*[|·•»›/]\s*")
_BELONGING = frozenset(("blockquote", "caption", "pre"))
_PARTS = {"li": ("ul", "ol"), "dt": ("dl",), "dd": ("dl",), "td": ("table",), "th": ("table",)}
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


class Article:
    """The passages of a page, sorted into those of the article and the others."""

    def __init__(self, page: list[Passage], *, title: str = "", description: str = "") -> None:
        self._page = page
        self._title = words(title)
        self._described = runs(words(description))
        self._held = _weights(page)
        self._total = max(self._held.values(), default=0)
        self._core = _in_cell(_innermost(self._held, MOST * self._total), self._held, CELL * self._total)
        self.is_clutter = cache(self._named)
        self._hidden = cache(is_hidden)
        self._names_mean_it = True
        seen = [passage for passage in page if passage.kept and not self._is_hidden(passage)]
        named = sum(len(passage.text) for passage in seen if self._is_clutter(passage))
        self._names_mean_it = named <= NAMED * self._total

    def settle(self) -> HtmlElement | None:
        """Settle what is kept, and return the innermost element that holds all of it."""
        self._drop_repeats()
        for passage in self._page:
            passage.kept = passage.kept and not self._is_foreign(passage)
        self._drop_dates()
        self._grow()
        self._lead()
        self._drop_headings()
        weights = _weights(self._page)
        return _innermost(weights, max(weights.values(), default=0))

    def _drop_dates(self) -> None:
        """A date over the text or under it is when it was published; among it, it may be anything."""
        first = self._first_prose()
        last = max((at for at, passage in enumerate(self._page) if _is_text(passage)), default=first)
        for passage in (*self._page[:first], *self._page[last + 1 :]):
            passage.kept = passage.kept and (_level(passage) > 0 or not is_date(passage.text))

    def _drop_repeats(self) -> None:
        """What a page says both in the article and around it is kept in the article only."""
        inside = {passage.words for passage in self._page if passage.kept and self._is_inside(passage)}
        for passage in self._page:
            if passage.kept and not self._is_inside(passage) and passage.words in inside:
                passage.kept = False

    def _is_inside(self, passage: Passage) -> bool:
        return any(element is self._core for element in lineage(passage.home))

    def _is_foreign(self, passage: Passage) -> bool:
        """Tell whether a passage is no part of the text, though it was chosen or stands in it."""
        if is_boilerplate(passage.text) or self._is_clutter(passage):
            return True
        beside = self._core is not None and self._core.tag == "td" and not self._is_inside(passage)
        share = LINKED if not beside else AGREEING
        if passage.linked < share * len(_SEPARATORS.sub("", passage.text)) or len(passage.words) < HEADLINE:
            return False
        return not self._is_part(passage)

    def _is_part(self, passage: Passage) -> bool:
        """Tell whether a passage is in a list or table of the article, where links may stand alone."""
        found = False
        for element in lineage(passage.home):
            if element is self._core:
                return found
            found = found or element.tag in _PARTS
        return False

    def _is_clutter(self, passage: Passage) -> bool:
        named = self._names_mean_it and any(map(self.is_clutter, lineage(passage.home)))
        return named or self._is_hidden(passage)

    def _is_hidden(self, passage: Passage) -> bool:
        return any(self._hidden(element) and self._is_small(element) for element in lineage(passage.home))

    def _named(self, element: HtmlElement) -> bool:
        """Tell whether an element is, by its name, no part of the text; one that holds the text is."""
        return self._is_small(element) and is_clutter(element)

    def _is_small(self, element: HtmlElement) -> bool:
        return self._held.get(element, 0) < self._total / 2

    # ------------------------------------------------------------ what belongs to what was chosen

    def _grow(self) -> None:
        """Keep quotes, captions, code and the rest of lists and tables that stand between chosen passages."""
        inside = [passage for passage in self._page if self._is_inside(passage)]
        kept = [at for at, passage in enumerate(inside) if passage.kept]
        homes = {id(element) for at in kept for element in lineage(inside[at].home)}
        for at, passage in enumerate(inside):
            among = bool(kept) and kept[0] < at < kept[-1]
            if not passage.kept and self._belongs(passage, homes, among=among):
                passage.kept = not self._is_foreign(passage)
        for passage, after in reversed([*pairwise(inside)]):
            if not passage.kept and _level(passage) > 1 and after.kept:
                passage.kept = not self._is_foreign(passage)

    def _belongs(self, passage: Passage, homes: set[int], *, among: bool) -> bool:
        if passage.linked > len(passage.text.strip()) / 2:
            return False
        for element in (passage.nodes[0][0], *lineage(passage.home)):
            if element is self._core:
                return False
            if _captions(element):
                return True
            if among and (element.tag in _BELONGING or (element.tag == "li" and len(passage.words) >= FEW)):
                return True
            if (whole := _whole(element)) is not None:
                return id(whole) in homes
        return False

    def _lead(self) -> None:
        """Keep the standfirst: prose between the title and the text, or the page's own description."""
        first = self._first_prose()
        title = self._title_above(first)
        for at, passage in enumerate(self._page[:first]):
            if not passage.kept and (at > title or self._is_described(passage)):
                said = passage.text
                passage.kept = self._leads(passage) and not (is_boilerplate(said) or is_date(said))

    def _first_prose(self) -> int:
        """Return where the text begins: behind captions, names and dates that were chosen too."""
        kept = [at for at, passage in enumerate(self._page) if passage.kept]
        prose = (at for at in kept if _is_text(self._page[at]) and self._is_inside(self._page[at]))
        return next(prose, kept[0] if kept else 0)

    def _title_above(self, first: int) -> int:
        """Return where the title stands last above the text."""
        above = [at for at in range(first) if self._is_title(self._page[at])]
        exact = [at for at in above if self._page[at].words == self._title and _level(self._page[at])]
        return exact[0] if exact else above[-1] if above else first

    def _leads(self, passage: Passage) -> bool:
        if 2 * passage.linked > len(passage.text) or self._is_title(passage):
            return False
        around = list(lineage(passage.home))
        if len(passage.words) >= PROSE and (
            self._is_described(passage) or any(map(is_standfirst, around[:NEAR]))
        ):
            return not any(map(self.is_clutter, around[NEAR:]))
        return not self._is_clutter(passage) and (_is_caption(passage) or _is_sentence(passage))

    def _is_title(self, passage: Passage) -> bool:
        return _level(passage) == 1 or (bool(self._title) and passage.words == self._title)

    def _is_described(self, passage: Passage) -> bool:
        said = runs(passage.words)
        return len(said & self._described) >= AGREEING * max(1, len(said))

    def _drop_headings(self) -> None:
        """A heading over nothing is no heading; nor is the title, which is known already."""
        after: Passage | None = None
        for passage in reversed(self._page):
            over_nothing = after is None and len(passage.words) < LONG_HEADING
            if passage.kept and _level(passage) and (over_nothing or passage.words == self._title):
                passage.kept = False
            if passage.kept:
                after = passage


def _whole(element: HtmlElement) -> HtmlElement | None:
    """Return the list or table an element is part of."""
    names = _PARTS.get(element.tag, ())
    return next(element.iterancestors(*names), None) if names else None


def _level(passage: Passage) -> int:
    tag = passage.home.tag
    return int(tag[1:]) if tag in _HEADINGS else 0


def _captions(element: HtmlElement) -> bool:
    return element.tag == "figcaption" or "caption" in (element.get("class") or "")


def _is_text(passage: Passage) -> bool:
    return passage.kept and len(passage.words) >= PROSE


def _is_caption(passage: Passage) -> bool:
    return any(map(_captions, (passage.nodes[0][0], *lineage(passage.home))))


def _is_sentence(passage: Passage) -> bool:
    ends = passage.text.rstrip().endswith((".", "!", "?", "”", "…"))
    return passage.home.tag == "p" and len(passage.words) >= PROSE and ends


def _weights(page: list[Passage]) -> dict[HtmlElement, int]:
    """Return how many characters of what is kept each element holds."""
    weights: dict[HtmlElement, int] = {}
    for passage in page:
        for element in lineage(passage.home) if passage.kept else ():
            weights[element] = weights.get(element, 0) + len(passage.text)
    return weights


def _in_cell(core: HtmlElement | None, held: dict[HtmlElement, int], weight: float) -> HtmlElement | None:
    """Return the cell of a table of layout that holds most of the text, in the place of the table."""
    if core is None or core.tag not in ("table", "tbody", "tr"):
        return core
    cells = [cell for cell in core.iterdescendants("td") if held.get(cell, 0) >= weight]
    return cells[-1] if cells else core


def _innermost(weights: dict[HtmlElement, int], weight: float) -> HtmlElement | None:
    heavy = [element for element, held in weights.items() if held >= weight]
    return max(heavy, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)
