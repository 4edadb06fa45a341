"""What a pane says that has nothing else to show."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from reader.ui.drawing import wrapped
from reader.ui.typeset.lines import Line, Run


def placard(message: str, measure: int, height: int) -> Iterator[Line]:
    """Yield a sentence, centred, a third of the way down."""
    rows = wrapped(message, measure, height)
    yield from [Line()] * max(0, (height - len(rows)) // 3)
    for row in rows:
        yield Line((Run(" " * ((measure - cell_len(row)) // 2), "pad"), Run(row, "meta")))
