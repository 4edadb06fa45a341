"""The one door through which text and addresses from outside become safe."""

from __future__ import annotations

from reader.text.characters import clean, drawable, escaped, one_line
from reader.text.urls import safe_url

__all__ = ["clean", "drawable", "escaped", "one_line", "safe_url"]
