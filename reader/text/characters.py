"""Make text safe for a terminal: what no feed may say, and what no cell can show.

Everything dropped here either commands the terminal (controls), reorders what people read (bidi),
hides (zero width, tags), or breaks the counting of cells (endless combining marks).
"""

from __future__ import annotations

import re
from functools import cache

# Blocks where every character is harmless whatever stands beside it. Text made of nothing else, which is
# nearly all text, is passed through after one scan at the speed of C.
HARMLESS = (
    " -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u058f\u1e00-\u200a\u2010-\u2027\u202f-\u205f\u2070-\u20cf"
    "\u2100-\u2cee\u2d00-\u2d7e\u2e00-\u2fff\u3000-\u3029\u3030-\u3098\u309b-\u312f\u3131-\u3163"
    "\u3165-\ua66e\uac00-\ud7a3\uf900-\ufaff\uff01-\uff9f\U0001f000-\U0001f3fa\U0001f400-\U0001faff"
)
_BLANKS = re.compile("[ \t\n]+")


def clean(text: str) -> str:
    """Return `text` without what could harm a terminal or deceive a reader; lines and tabs are kept."""
    if (text.isascii() and text.isprintable()) or _harmless().fullmatch(text):
        return text
    from reader.text.scrub import scrub  # its patterns take milliseconds to make ready

    return scrub(text)


@cache
def _harmless() -> re.Pattern[str]:
    """Made ready at the first text that needs it: that takes milliseconds."""
    return re.compile(f"[\t\n{HARMLESS}]*+")


def one_line(text: str, limit: int = 1000) -> str:
    """Return `text` cleaned, on one line, single-spaced, and cut with … at `limit` characters."""
    text = clean(text)
    if "  " in text or not text.isprintable():
        text = _BLANKS.sub(" ", text)
    text = text.strip()
    return text if len(text) <= limit else clean(text[: limit - 1]).rstrip() + "…"


def drawable(text: str) -> str:
    """Return `text` as it may go into a strip: cleaned, every tab and line end a single space."""
    return clean(text).replace("\t", " ").replace("\n", " ")


def escaped(written: str) -> str:
    """Return JSON in which whatever could harm a terminal is spelled as an escape: nothing is lost."""
    if written.isascii() and written.isprintable():
        return written
    import json

    from reader.text.scrub import HARMFUL

    return HARMFUL.sub(lambda found: json.dumps(found[0])[1:-1], written)
