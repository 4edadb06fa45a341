"""The files and the picture that come with an entry."""

from __future__ import annotations

import re

from reader.feeds.parse_parts import Attributes, EntryParts, absolute
from reader.model import Enclosure


def whole(text: str | None) -> int | None:
    """Return a sensible positive number, or None."""
    digits = (text or "").strip()
    return int(digits) if digits.isascii() and digits.isdigit() and 0 < len(digits) < 16 else None


LONGEST = 7 * 86_400
"""Seconds that no film lasts."""
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
            file = found.get(url) or Enclosure(url)  # named twice, it is what both say
            found[url] = Enclosure(
                url,
                file.type or item.get("type", "").strip().lower() or None,
                file.length or whole(item.get("length") or item.get("filesize")),
                file.duration or _lasts(item, parts),
            )
    return tuple(found.values())


def _lasts(item: Attributes, parts: EntryParts) -> int | None:
    """Return the seconds that a file lasts, as it says itself; of what is enclosed, as its entry says."""
    own = seconds_in(item.get("duration"))
    enclosed = item.get("rel") == "enclosure" and _kind(item) in ("audio", "video")
    return own or (seconds_in(parts.duration) if enclosed else None)


def seconds_in(text: str | None) -> int | None:
    """Return the seconds of `3720`, `62:00` or `1:02:00`; None of what is no length, or a week and more."""
    parts = (text or "").strip().partition(".")[0].split(":")
    numbers = [int(part) for part in parts if part.isascii() and part.isdigit() and len(part) < 7]
    total = sum(number * 60**at for at, number in enumerate(reversed(numbers)))
    return total if len(numbers) == len(parts) <= 3 and 0 < total < LONGEST else None


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
