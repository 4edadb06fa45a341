"""Whether a text is English: small words of French, German, Spanish, Italian, Portuguese and Dutch."""

from __future__ import annotations

from collections.abc import Collection

_SMALL = frozenset(
    ["le", "les", "des", "du", "une", "et", "dans", "avec", "sur", "qui", "pour", "est", "aux", "ses", "par",
     "der", "das", "und", "mit", "ist", "von", "dem", "im", "auf", "ein", "eine", "zu", "nicht", "sich",
     "wird", "wie", "sondern", "einer", "werden", "sera", "ne", "cette", "mais",
     "el", "los", "las", "una", "por", "del", "en", "con", "para", "su", "il", "gli", "della", "che", "di",
     "nel", "nelle", "alla", "sono", "het", "een", "van", "niet", "och", "os", "uma", "dos", "com", "em"]
)  # fmt: skip
_ENOUGH = 4
"""So many small words of another language, and a report is written in it."""


def foreign(words: Collection[str]) -> bool:
    """Tell whether a report whose words these are is written in another language than English."""
    return len(_SMALL.intersection(words)) >= _ENOUGH
