"""From a document to styled lines: pure functions that know cells and words, but no screen."""

from reader.ui.typeset.article import Illustrated, placard, typeset
from reader.ui.typeset.glyphs import ASCII, UNICODE, Glyphs
from reader.ui.typeset.lines import ROLES, Line, Run

__all__ = ["ASCII", "ROLES", "UNICODE", "Glyphs", "Illustrated", "Line", "Run", "placard", "typeset"]
