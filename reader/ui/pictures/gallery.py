"""The pictures of the article on show: which it has, how large they are, and what is painted of them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.document import Document
from reader.errors import NewsreelError
from reader.library import Library
from reader.model import Article
from reader.pictures.choosing import Chosen, Mode, choose
from reader.pictures.shelf import Kept, Shelf, unpacked
from reader.ui.pictures.fitting import LIKELY, Box, fit
from reader.ui.pictures.terminal import Cell, Protocol

if TYPE_CHECKING:
    from reader.ui.pictures.painting import Job, Painting

Size = tuple[int, int]
Colour = tuple[int, int, int]
NONE: Size = (0, 0)
"""The size of a picture that cannot be had."""
PAINTINGS = 60
_SHARE, _LEAST, _STRETCH = 0.45, 6, 1.15
"""A picture takes at most this share of the pane's height, but may have so many rows; and a little more where
it is then as wide as the text."""


class Over(NamedTuple):
    """What is drawn over a picture that stands still, and where in its cells it begins."""

    column: int
    row: int
    rows: int
    drawn: str


class Gallery:
    """Answers for one article at a time. `wanted(job, key)` is called for what is to be painted."""

    def __init__(self, library: Library, shelf: Shelf, *, mode: Mode, protocol: Protocol, cell: Cell) -> None:
        self._library, self._shelf, self.cell = library, shelf, cell
        self.mode, self.protocol = mode, protocol
        self.wanted: Callable[[Job, tuple[str, Box]], object] = lambda *_: None
        self.may_ask: Callable[[], bool] = lambda: True
        self.freed: Callable[[str], object] = lambda _: None
        self._article: Article | None = None
        self._chosen = Chosen()
        self._sizes: dict[str, Size | None] = {}
        self._why: dict[str, str] = {}
        self._lost: set[str] = set()
        """What could not be had since Newsreel was opened: no room is left for it again."""
        self._boxes: dict[str, Box] = {}
        self._paintings: OrderedDict[tuple[str, Box], Painting | None] = OrderedDict()

    # ------------------------------------------------------------ which, and how large

    def measure(self, cell: Cell) -> None:
        """Take in how large a cell is now: with another font nothing painted fits any more."""
        if cell != self.cell:
            self.close()
            self.cell = cell

    def open(self, article: Article, document: Document) -> None:
        """Look up the pictures of an article. Quick: a few bytes of a file for each."""
        self._article, self._boxes, self._why = article, {}, {}
        self._chosen = choose(article.image, document, self.mode)
        self._sizes = {url: self._size(url) for url in self._chosen.urls}

    def change(self, mode: Mode, protocol: Protocol) -> None:
        """Show other pictures, or in another way, from the next time an article is set."""
        if protocol != self.protocol:
            self.close()
        self.mode, self.protocol = mode, protocol

    @property
    def head(self) -> str | None:
        """The picture that stands over the text."""
        return self._chosen.head

    @property
    def figures(self) -> frozenset[str]:
        """The pictures that are shown where they stand in the text."""
        return frozenset(url for url in self._chosen.figures if self._sizes[url] != NONE)

    def unknown(self) -> list[str]:
        """Return the pictures that are to be fetched."""
        return [url for url, size in self._sizes.items() if size is None]

    def frame(self, url: str, columns: int, pane_height: int) -> Box | None:
        """Return the cells to keep for a picture; None where none is shown."""
        size = self._sizes.get(url, NONE)
        if size == NONE or (size is None and not self.may_ask()):
            return None
        likely = (LIKELY[0] * 1000, LIKELY[1] * 1000)
        most = max(_LEAST, int(pane_height * _SHARE))
        box = fit(size or likely, Box(columns, int(most * _STRETCH)), self.cell)
        if box.columns < columns:
            box = fit(size or likely, Box(columns, most), self.cell)
        self._boxes[url] = Box(columns, box.rows)
        return self._boxes[url]

    def _size(self, url: str) -> Size | None:
        size = self._shelf.size(url) or (NONE if url in self._lost else None)
        if (size is None or size == NONE) and (kept := self._copy(url)):
            return kept.width, kept.height
        return size

    def _copy(self, url: str) -> Kept | None:
        """Return a bookmark's own picture."""
        if self._article is None or not self._article.bookmarked:
            return None
        try:
            stored = self._library.picture(self._article.id, url)
        except NewsreelError:
            return None  # asked for while drawing, where nothing can be said
        return unpacked(stored) if stored else None

    # ------------------------------------------------------------ what becomes of them

    def landed(self, url: str, size: Size, why: str = "") -> None:
        """Note that a picture came, or why it did not; the cells kept for it stay as they are."""
        if size == NONE:
            self._lost.add(url)
        if url in self._sizes:
            self._sizes[url] = size
            self._why[url] = why

    def painted(self, key: tuple[str, Box], painting: Painting | None) -> None:
        """Keep what was painted, and let the oldest go."""
        self._paintings[key] = painting
        while len(self._paintings) > PAINTINGS:
            self._free(self._paintings.popitem(last=False)[1])

    def close(self) -> None:
        """Free all that the terminal holds."""
        while self._paintings:
            self._free(self._paintings.popitem()[1])

    def _free(self, painting: Painting | None) -> None:
        if painting and painting.gone:
            self.freed(painting.gone)

    # ------------------------------------------------------------ drawing

    def strip(self, url: str, row: int, quiet: Style, ground: Colour) -> Strip:
        """Return one row of the cells kept for a picture: a quiet tint until it is painted."""
        box = self._boxes.get(url)
        size = self._sizes.get(url)
        if box is None:
            return Strip([])
        if not size or size == NONE:
            return Strip([_tinted(row, box, quiet, self._sentence(url, size))])
        inner = fit(size, box, self.cell)
        painting = self._painting(url, inner, ground)
        above, left = (box.rows - inner.rows) // 2, (box.columns - inner.columns) // 2
        if not 0 <= row - above < inner.rows:
            return Strip([])
        beside = Segment(" " * left, Style(bgcolor=RichColor.from_rgb(*ground)))
        painted = painting.strips[row - above] if painting else [_tinted(row, inner, quiet)]
        return Strip([beside, *painted])

    def over(self, url: str) -> Over | None:
        """Return what the terminal is to draw over a picture; None where half blocks are all."""
        box, size = self._boxes.get(url), self._sizes.get(url)
        if box is None or not size or size == NONE:
            return None
        inner = fit(size, box, self.cell)
        painting = self._paintings.get((url, inner))
        if painting is None or not painting.over:
            return None
        return Over(
            (box.columns - inner.columns) // 2, (box.rows - inner.rows) // 2, inner.rows, painting.over
        )

    def _sentence(self, url: str, size: Size | None) -> str:
        """Say what is to be known of a picture that is not there."""
        if size is None:
            return "The picture is on its way."
        return f"No picture: {self._why.get(url) or 'it could not be had'}"

    def _painting(self, url: str, inner: Box, ground: Colour) -> Painting | None:
        key = (url, inner)
        if key in self._paintings:
            self._paintings.move_to_end(key)
            return self._paintings[key]
        from reader.ui.pictures.painting import Job

        kept = self._shelf.find(url) or self._copy(url)
        self._paintings[key] = None
        if kept is not None and kept.width:
            self.wanted(Job(kept, inner, self.cell, self.protocol, ground), key)
        return None


def _tinted(row: int, box: Box, quiet: Style, sentence: str = "") -> Segment:
    """Return a row of the place of a picture that is not there, a sentence in the middle."""
    words = sentence if row == box.rows // 2 else ""
    words = set_cell_size(words, min(box.columns, cell_len(words)))
    before = " " * ((box.columns - cell_len(words)) // 2)
    return Segment(set_cell_size(before + words, box.columns), quiet)
