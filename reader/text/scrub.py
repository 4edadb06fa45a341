"""The thorough way to make text safe, for the few texts that are not harmless at a glance."""

from __future__ import annotations

import re
from unicodedata import category

from reader.text.characters import HARMLESS

MAX_MARKS = 8
"""Combining marks one letter may carry; Vietnamese needs two, Tibetan four."""

_SUSPECT_RUN = re.compile(f"[^\t\n{HARMLESS}]{{{MAX_MARKS + 1},}}")
_LINE_END = re.compile("\r\n?|[\u2028\u2029]")
_NONCHARACTERS = "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
HARMFUL = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and newline, DEL, C1
    "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"  # fill a place in a syllable: nothing, in no or two cells
    "\u302e\u302f\U00016ff0\U00016ff1"  # stand beside a letter, in no cell or in two
    "\xad\u180e\u200b\u2060-\u2065\ufeff\ufff0-\ufffc"  # shown as nothing, or as a box
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # reorder what follows
    "\u180b-\u180d\u180f\ufe00-\ufe0d\U000e0000-\U000e0fff"  # variations no terminal draws, hidden tags
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # layout of shorthand and of music
    f"\ud800-\udfff\ufdd0-\ufdef{_NONCHARACTERS}"  # halves of characters, and no characters at all
    "]"
)
_EMOJI = (
    "\xa9\xae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u24c2\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001f3fa\U0001f400-\U0001faff"
)
_TONES = "\U0001f3fb-\U0001f3ff"
_JOINED_SCRIPTS = (
    "\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u18af\ua840-\ua87f\ua8e0-\ua8ff"
    "\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc"
)
_VARIATION = re.compile(f"((?<=[{_EMOJI}])[\ufe0e\ufe0f]|(?<=[0-9#*])\ufe0f(?=\u20e3))|[\ufe0e\ufe0f]")
# Of skin: in no cell on a body, in two beside anything else.
_BODY = "\u261d\u26f9\u270a-\u270d\U0001f385-\U0001f3fa\U0001f400-\U0001faff\ufe0f"
_TONE = re.compile(f"((?<=[{_BODY}])[{_TONES}])|[{_TONES}]")
_JOINER = re.compile(
    f"((?<=[{_JOINED_SCRIPTS}])[\u200c\u200d](?=[{_JOINED_SCRIPTS}])|(?<=[{_EMOJI}{_TONES}\ufe0f])\u200d(?=[{_EMOJI}]))"
    "|[\u200c\u200d]"
)


def scrub(text: str) -> str:
    """The thorough way. Marks are capped before joiners go, so that nothing dropped makes a longer run."""
    text = HARMFUL.sub("", _LINE_END.sub("\n", text))
    text = _SUSPECT_RUN.sub(_cap_marks, text)
    return _JOINER.sub(r"\1", _TONE.sub(r"\1", _VARIATION.sub(r"\1", text)))


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
