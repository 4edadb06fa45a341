"""Addresses as they may be shown: a password in one is nobody else's business."""

from __future__ import annotations

import re

_LOGIN = r"(?i)(\b[a-z][a-z0-9+.-]*://[^/?#\s:@]*):[^/?#\s]*@"


def masked(text: str) -> str:
    """Return text with the passwords of addresses in it made ***."""
    return re.sub(_LOGIN, r"\1:***@", text) if "@" in text else text
