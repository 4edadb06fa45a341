"""Article bodies and how they are set: the files of this folder, and what makes them."""

from __future__ import annotations

from pathlib import Path

from reader.text.html import to_document
from reader.ui.typeset.blocks import Setter
from reader.ui.typeset.glyphs import UNICODE
from reader.ui.typeset.leaves import leaves
from reader.ui.typeset.tail import tail
from reader.ui.widgets.article_strips import windowed

FOLDER = Path(__file__).parent
MEASURES = (60, 80, 100)
BASE = "https://film.example/2026/10/piece.html"


def names() -> list[str]:
    """Return the bodies there are."""
    return sorted(file.stem for file in FOLDER.glob("*.html"))


def set_body(name: str, measure: int) -> list[str]:
    """Return the lines of a body as they are drawn, blanks at their ends left off."""
    document = to_document((FOLDER / f"{name}.html").read_text("utf-8"), base=BASE)
    setter = Setter(measure, UNICODE, document.links)
    lines = [line for leaf in leaves(document.blocks, measure, UNICODE) for line in setter.lines(leaf)]
    lines += tail(document, setter)
    return [windowed(line, measure, 0, UNICODE).text.rstrip() for line in lines]


def written(name: str) -> str:
    """Return a body at every measure, each under a ruler; one that looks the same is not repeated."""
    parts, before = [], None
    for measure in MEASURES:
        lines = set_body(name, measure)
        same = [] if lines != before else ["(the same)"]
        parts += [f"{measure} ".ljust(measure, "-"), *(same or lines), ""]
        before = lines
    return "\n".join(parts)
