"""The lines of the article pane: text and pictures. Imported with the first article, not for a list."""

from __future__ import annotations

from collections.abc import Iterator

from reader.document import Document
from reader.model import Article
from reader.ui.pictures.gallery import Gallery
from reader.ui.pictures.terminal import cell_size
from reader.ui.typeset.article import Illustrated, typeset
from reader.ui.typeset.glyphs import Glyphs
from reader.ui.typeset.lines import Line


def article_lines(
    article: Article,
    document: Document,
    measure: int,
    glyphs: Glyphs,
    *,
    gallery: Gallery | None,
    height: int,
    spacing: int,
) -> Iterator[Line]:
    """Return the lines for a pane of that height. Which pictures there are is settled at once."""
    pictures = Illustrated()
    if gallery is not None:
        gallery.measure(cell_size())
        pictures = _illustrated(gallery, height)
    return _framed(typeset(article, document, measure, glyphs, pictures=pictures, spacing=spacing))


def _illustrated(gallery: Gallery, height: int) -> Illustrated:
    """Return the pictures to leave room for."""

    def frame(url: str, columns: int) -> int:
        box = gallery.frame(url, columns, height)
        return box.rows if box else 0

    return Illustrated(gallery.head, gallery.figures, frame)


def _framed(lines: Iterator[Line]) -> Iterator[Line]:
    """Yield the lines with air above and below."""
    yield Line()
    yield from lines
    yield from (Line(), Line())
