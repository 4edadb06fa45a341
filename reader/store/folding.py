"""Text as it is compared with what a person types."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache


def fold(text: str) -> str:
    """Return text without case and accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    # Folded again: bold and small capitals of other alphabets have a case only now.
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold()


MET = 1 << 10
"""So many names are kept as they were folded last: every report of a story names the same."""
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})


@lru_cache(MET)
def name_key(name: str) -> str:
    """Return what all ways to print one name share: folded words and numbers, no marks."""
    plain = re.sub("['’‘]", "", fold(name).translate(_LETTERS)).replace("&", " and ")
    return " ".join(re.findall(r"[^\W_]+", plain))
