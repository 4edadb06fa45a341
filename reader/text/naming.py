"""Names of files that any file system takes, and that say what is in them."""

from __future__ import annotations

import hashlib
import re
import unicodedata

LONGEST = 60
"""Characters of the title that the name takes over."""


def file_name(title: str, text: str, suffix: str) -> str:
    """Return the title in a-z, 0-9 and hyphens, and what tells this text from any other."""
    plain = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    slug = "-".join(re.findall("[a-z0-9]+", plain.replace("'", "")))
    short = slug if len(slug) <= LONGEST else slug[: LONGEST + 1].rpartition("-")[0] or slug[:LONGEST]
    return f"{short or 'article'}-{hashlib.sha256(text.encode()).hexdigest()[:8]}.{suffix}"
