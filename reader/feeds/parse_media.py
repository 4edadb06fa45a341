"""The files and the picture that come with an entry."""

from __future__ import annotations

import re

from reader.feeds.parse_parts import Attributes, EntryParts, absolute
from reader.model import Enclosure


def whole(text: str | None) -> int | None:
    """Return a sensible positive number, or None."""
    digits = (text or "").strip()
    return int(digits) if digits.isascii() and digits.isdigit() and 0 < len(digits) < 16 else None


_SUFFIX = re.compile(r"\.(?:(jpe?g|png|gif|webp|avif)|(mp4|m4v|mov|webm)|(mp3|m4a|ogg))(?:$|[?#])", re.I)


def _kind(media: Attributes) -> str:
    """Return image, video, audio, or another first half of a MIME type: as it says, else by its name."""
    said = media.get("medium", "").strip() or media.get("type", "").partition("/")[0].strip()
    if said:
        return said.lower()
    found = _SUFFIX.search(media.get("url") or media.get("href", ""))
    return ("image", "video", "audio")[found.lastindex - 1] if found and found.lastindex else ""


def enclosures(parts: EntryParts, base: str) -> tuple[Enclosure, ...]:
    """Return the files that come along: enclosures, and the video and audio of Media RSS."""
    found: dict[str, Enclosure] = {}
    links = [link for link in parts.links if link.get("rel") == "enclosure"]
    media = [item for item in parts.media if _kind(item) in ("video", "audio")]
    for item in (*links, *media):
        if "flash" in item.get("type", ""):
            continue
        if url := absolute(item.get("href") or item.get("url"), base):
            size = item.get("length") or item.get("filesize")
            kind = item.get("type", "").strip().lower() or None
            found.setdefault(url, Enclosure(url, kind, whole(size)))
    return tuple(found.values())


def picture(parts: EntryParts, base: str) -> str | None:
    """Return the entry's own picture: the widest of Media RSS, else an enclosed one, else one it names."""
    images = [item for item in parts.media if _kind(item) == "image"]
    enclosed = [link for link in parts.links if link.get("rel") == "enclosure" and _kind(link) == "image"]
    named = [{"url": url} for url in parts.pictures]
    for candidates in filter(None, (images, parts.thumbnails, enclosed, named)):
        for item in sorted(candidates, key=lambda item: -(whole(item.get("width")) or 0)):
            url = absolute(item.get("url") or item.get("href"), base)
            if url and "gravatar.com/avatar" not in url:
                return url
    return None
