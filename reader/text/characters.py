"""Make text safe for a terminal: what no feed may say, and what no cell can show.

Everything dropped here either commands the terminal (controls), reorders what people read (bidi),
hides (zero width, tags), or breaks the counting of cells (endless combining marks).
"""

from __future__ import annotations

import json
import re
from unicodedata import category

MAX_MARKS = 8
"""Combining marks one letter may carry; Vietnamese needs two, Tibetan four."""

# Blocks where every character is harmless whatever stands beside it. Text made of nothing else, which is
# nearly all text, is passed through after one scan at the speed of C.
_HARMLESS = (
    " -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u058f\u1e00-\u1fff\u2010-\u2027\u202f-\u205f\u2070-\u20cf"
    "\u2100-\u2cee\u2d00-\u2d7e\u2e00-\u2fff\u3000-\u3029\u3030-\u3098\u309b-\u312f\u3131-\ua66e\uac00-\ud7a3"
    "\uf900-\ufaff\uff01-\uff9f\U0001f000-\U0001faff"
)
_CLEAN = re.compile(f"[\t\n{_HARMLESS}]*+")
_CLEAN_LINE = re.compile(f"[{_HARMLESS}]*+")
_SUSPECT_RUN = f"[^\t\n{_HARMLESS}]{{{MAX_MARKS + 1},}}"  # compiled where one is met: no start waits for it

_LINE_END = re.compile("\r\n?|[\u2028\u2029]")
_NONCHARACTERS = "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
_HARMFUL = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and newline, DEL, C1
    "\xad\u180e\u200b\u2060-\u2065\ufeff\ufff0-\ufffc"  # shown as nothing, or as a box
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # reorder what follows
    "\u180b-\u180d\u180f\ufe00-\ufe0d\U000e0000-\U000e0fff"  # variations no terminal draws, hidden tags
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # layout of shorthand and of music
    f"\ud800-\udfff\ufdd0-\ufdef{_NONCHARACTERS}"  # halves of characters, and no characters at all
    "]"
)
_EMOJI = (
    "\xa9\xae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u24c2\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
_JOINED_SCRIPTS = (
    "\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u18af\ua840-\ua87f\ua8e0-\ua8ff"
    "\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc"
)
_VARIATION = re.compile(f"((?<=[{_EMOJI}])[\ufe0e\ufe0f]|(?<=[0-9#*])\ufe0f(?=\u20e3))|[\ufe0e\ufe0f]")
_JOINER = re.compile(
    f"((?<=[{_JOINED_SCRIPTS}])[\u200c\u200d](?=[{_JOINED_SCRIPTS}])|(?<=[{_EMOJI}\ufe0f])\u200d(?=[{_EMOJI}]))"
    "|[\u200c\u200d]"
)
_BLANKS = re.compile("[ \t\n]+")


def clean(text: str) -> str:
    """Return `text` without what could harm a terminal or deceive a reader; lines and tabs are kept."""
    if (text.isascii() and text.isprintable()) or _CLEAN.fullmatch(text):
        return text
    return _scrub(text)


def one_line(text: str, limit: int = 1000) -> str:
    """Return `text` cleaned, on one line, single-spaced, and cut with … at `limit` characters."""
    text = _BLANKS.sub(" ", clean(text)).strip()
    return text if len(text) <= limit else clean(text[: limit - 1]).rstrip() + "…"


def drawable(text: str) -> str:
    """Return `text` as it may go into a strip: cleaned, every tab and line end a single space."""
    return text if _CLEAN_LINE.fullmatch(text) else clean(text).replace("\t", " ").replace("\n", " ")


def escaped(written: str) -> str:
    """Return JSON in which whatever could harm a terminal is spelled as an escape: nothing is lost."""
    return _HARMFUL.sub(lambda found: json.dumps(found[0])[1:-1], written)


def _scrub(text: str) -> str:
    """The thorough way. Marks are capped before joiners go, so that nothing dropped makes a longer run."""
    text = _HARMFUL.sub("", _LINE_END.sub("\n", text))
    text = re.sub(_SUSPECT_RUN, _cap_marks, text)
    return _JOINER.sub(r"\1", _VARIATION.sub(r"\1", text))


def _cap_marks(run: re.Match[str]) -> str:
    """Keep the first marks on each letter of a run; joiners neither count nor start a new letter."""
    kept, marks = [], 0
    for character in run[0]:
        if category(character)[0] == "M":
            marks += 1
        elif character not in "\u200c\u200d":
            marks = 0
        if marks <= MAX_MARKS:
            kept.append(character)
    return "".join(kept)
