"""An article whole: head, text and foot, a line at a time and no sooner than asked."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import tzinfo
from itertools import chain, islice
from typing import NamedTuple

from reader.document import Document, Paragraph, Span
from reader.model import Article
from reader.ui.typeset.blocks import Frame, Setter
from reader.ui.typeset.glyphs import UNICODE, Glyphs
from reader.ui.typeset.head import head
from reader.ui.typeset.leaves import MOST, leaves
from reader.ui.typeset.lines import FOOT, Line, Run
from reader.ui.typeset.tail import tail


class Illustrated(NamedTuple):
    """The pictures to show: one over the text, others where their figures stand, and rows for each."""

    head: str | None = None
    figures: Collection[str] = ()
    frame: Frame = lambda *_: 0


def typeset(
    article: Article,
    document: Document,
    measure: int,
    glyphs: Glyphs = UNICODE,
    zone: tzinfo | None = None,
    pictures: Illustrated = Illustrated(),  # noqa: B008  # a value that never changes
    spacing: int = 1,
) -> Iterator[Line]:
    """Yield the lines of an article in a measure; none is wider, but those that say they are wide."""
    setter = Setter(measure, glyphs, document.links, pictures.frame, spacing)
    yield from head(article, setter, zone)
    yield Line()
    if pictures.head and (rows := list(setter.picture(pictures.head))):
        yield from rows
        yield Line()
    foot = (line._replace(leaf=FOOT) for line in tail(document, setter))
    lines = chain(_body(article, document, setter, pictures.figures), foot)
    yield from islice(lines, MOST)
    if next(lines, None) is not None:
        yield from _cut_off(article, setter)


def _cut_off(article: Article, setter: Setter) -> Iterator[Line]:
    """Yield where the rest is: in a pane nobody scrolls so far, and every line takes its memory."""
    said = f"It goes on beyond what is shown here; `newsreel show {article.id}` prints it all."
    yield Line(leaf=FOOT)
    yield from (line._replace(leaf=FOOT) for line in setter.hung([Run(said, "meta")], (), ()))


def _body(
    article: Article, document: Document, setter: Setter, pictured: Collection[str] = ()
) -> Iterator[Line]:
    """Yield the text; the summary where there is none, and a sentence where there is neither."""
    blocks, empty = document.blocks, True
    if not blocks and article.summary:
        blocks = (Paragraph((Span(article.summary),)),)
    for number, leaf in enumerate(leaves(blocks, setter.measure, setter.glyphs, pictured)):
        if empty:
            leaf = leaf._replace(place=leaf.place._replace(gap=0))
        for line in setter.lines(leaf):
            empty = False
            yield line._replace(leaf=number)
    if empty:
        yield from setter.hung([Run("The outlet sent a headline and no text.", "meta")], (), ())
