"""What is open while HTML is read: each frame collects the blocks of one container."""

from __future__ import annotations

from msgspec import Struct

from reader.document import Block, Figure, List, Paragraph, Spans, Table
from reader.text.flat import flatten, text_of

MAX_COLUMNS = 100
MAX_CELLS = 100_000
"""A larger table is not read as one: its cells follow one another."""
LONG_CELL = 400
"""Characters in a cell above which several paragraphs of them are a page laid out, not data."""


class Frame(Struct):
    """A container whose content is blocks."""

    blocks: list[Block] = []

    def add(self, block: Block) -> None:
        """Take a block that was just closed."""
        self.blocks.append(block)

    @property
    def awaits_caption(self) -> bool:
        """Whether a caption found now has something to belong to: the picture just before it."""
        last = self.blocks[-1] if self.blocks else None
        return isinstance(last, Figure) and not last.caption

    def take_caption(self, caption: Spans) -> None:
        """Give a caption to the picture just before it."""
        if isinstance(last := self.blocks[-1], Figure):
            self.blocks[-1] = Figure(last.url, last.alt, caption)


class CaptionedFrame(Frame):
    """A container with a caption of its own."""

    caption: Spans = ()

    @property
    def awaits_caption(self) -> bool:
        """Whether a caption has a place here: always."""
        return True

    def take_caption(self, caption: Spans) -> None:
        """Keep a caption until the container is closed."""
        self.caption = caption


class ListFrame(Frame):
    """A list; what stands outside its items belongs to the item before."""

    start: int | None = None
    step: int = 1
    items: list[tuple[int, list[Block]]] = []

    def new_item(self, blocks: list[Block], value: int | None = None) -> None:
        """Take a whole item, numbered `value` or one on from the last."""
        follows = self.items[-1][0] + self.step if self.items else (self.start or 1)
        self.items.append((follows if value is None else value, blocks))

    def add(self, block: Block) -> None:
        """Take a block found between items."""
        if not self.items:
            self.new_item([])
        self.items[-1][1].append(block)

    def close(self) -> list[Block]:
        """Return the list, or several where its numbers jump."""
        lists: list[Block] = []
        numbered = self.start is not None
        items = [(number, tuple(blocks)) for number, blocks in self.items if blocks]
        first = 0
        for at in range(1, len(items) + 1):
            if at == len(items) or (numbered and items[at][0] != items[at - 1][0] + 1):
                chunk = tuple(blocks for _, blocks in items[first:at])
                lists.append(List(chunk, items[first][0] if numbered else None))
                first = at
        return lists


class FigureFrame(CaptionedFrame):
    """A picture, table or quote with its caption."""

    def close(self) -> list[Block]:
        """Give the caption to the last picture, else to the last table, else let it follow as text."""
        if not self.caption:
            return self.blocks
        for at in range(len(self.blocks) - 1, -1, -1):
            block = self.blocks[at]
            if isinstance(block, Figure) and not block.caption:
                self.blocks[at] = Figure(block.url, block.alt, self.caption)
                return self.blocks
            if isinstance(block, Table) and not block.caption:
                self.blocks[at] = Table(block.rows, block.header, self.caption)
                return self.blocks
        return [*self.blocks, Paragraph(self.caption)]


class Cell(Struct):
    """One cell of a table being read."""

    blocks: list[Block]
    header: bool = False
    columns: int = 1
    rows: int = 1


class TableFrame(CaptionedFrame):
    """A table; whether it holds data or only lays out a page is judged when it is whole."""

    rows: list[list[Cell]] = []
    heads: int = 0
    in_head: bool = False
    layout: bool = False

    def add_cell(self, cell: Cell) -> None:
        """Take a cell into the row that is open."""
        if not self.rows:
            self.new_row()
        self.rows[-1].append(cell)

    def new_row(self) -> None:
        """Open a row."""
        self.rows.append([])
        self.heads += self.in_head

    def close(self) -> list[Block]:
        """Return the table, or the content of its cells one after another."""
        before = list(self.blocks)
        rows = [row for row in self.rows if row]
        if self._lays_out(rows):
            if self.caption:
                before.append(Paragraph(self.caption))
            return before + [block for row in rows for cell in row for block in cell.blocks]
        grid = _grid(rows)
        return [*before, Table(tuple(grid), self._header(rows), self.caption)]

    def _lays_out(self, rows: list[list[Cell]]) -> bool:
        cells = [cell for row in rows for cell in row]
        if self.layout or max(map(len, rows), default=0) < 2 or not any(cell.blocks for cell in cells):
            return True
        if len(rows) * sum(min(cell.columns, MAX_COLUMNS) for cell in max(rows, key=len)) > MAX_CELLS:
            return True
        if any(not _is_text(cell.blocks) for cell in cells):
            return True
        marked = bool(self.caption) or any(cell.header for cell in cells)
        return not marked and any(_is_long(cell.blocks) for cell in cells)

    def _header(self, rows: list[list[Cell]]) -> int:
        """Count the rows at the top that are headings."""
        count = 0
        for row in rows:
            if not all(cell.header for cell in row):
                break
            count += 1
        return min(max(count, self.heads), len(rows))


def _is_text(blocks: list[Block]) -> bool:
    """Tell whether a cell holds words alone, a list of them at most."""
    for block in blocks:
        inner = [inner for item in block.items for inner in item] if isinstance(block, List) else [block]
        if not all(isinstance(words, Paragraph) for words in inner):
            return False
    return True


def _is_long(blocks: list[Block]) -> bool:
    return (
        len(blocks) > 1 and sum(len(text_of(b.spans)) for b in blocks if isinstance(b, Paragraph)) > LONG_CELL
    )


def _grid(rows: list[list[Cell]]) -> list[tuple[Spans, ...]]:
    """Put every cell in its column, empty ones where another spans, all rows equally long."""
    grid: list[list[Spans]] = []
    spanned: dict[int, int] = {}  # column -> rows still covered from above
    for row in rows:
        line: list[Spans] = []
        for cell in row:
            _fill(line, spanned)
            column = len(line)
            for covered in range(column, column + max(1, min(cell.columns, MAX_COLUMNS - column))):
                spanned[covered] = cell.rows - 1
                line.append(())
            line[column] = flatten(cell.blocks)
        _fill(line, spanned)
        grid.append(line)
    width = min(MAX_COLUMNS, max(map(len, grid)))
    return [tuple(line + [()] * (width - len(line))) for line in grid]


def _fill(line: list[Spans], spanned: dict[int, int]) -> None:
    """Step over the columns that a cell above still covers."""
    while spanned.get(len(line), 0) > 0:
        spanned[len(line)] -= 1
        line.append(())
