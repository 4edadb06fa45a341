"""Text as it is compared with what a person types."""

from __future__ import annotations

import re
import unicodedata


def fold(text: str) -> str:
    """Return text without case and accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c))


_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})


def name_key(name: str) -> str:
    """Return what all ways to print one name share: folded words and numbers, no marks."""
    plain = re.sub("['’‘]", "", fold(name).translate(_LETTERS)).replace("&", " and ")
    return " ".join(re.findall(r"[^\W_]+", plain))
