"""Pictures inside HTML: which address is the real one, and which only count readers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reader.patterns import late
from reader.text.clean import one_line, safe_url

if TYPE_CHECKING:
    from lxml.etree import _Element

ICON = 48
"""A picture declared no larger than this is an ornament, not an illustration."""
_BEACON = late(
    r"//(?:[^/]*\.)?(?:doubleclick\.net|feedburner\.com/~|feedsportal\.com|feedads\.|pheedo\.com|scorecardresearch\.com"
    r"|quantserve\.com|google-analytics\.com|googletagmanager\.com|googlesyndication\.com|amazon-adsystem\.com"
    r"|assoc-amazon\.[a-z.]+/e/ir|ir-[a-z]+\.amazon[^/]*/e/ir|stats\.wordpress\.com|pixel\.wp\.com"
    r"|facebook\.com/tr\b|feeds\.wordpress\.com/1\.0/|pixel\.[^/]+/|pixel\.quantcount|statcounter\.com"
    r"|api\.follow\.it/track|count(?:er)?\.[^/]+/counter|cc\.chango|zergnet|outbrain\.com|taboola\.com)"
    r"|/(?:1x1|pixel|spacer|blank|clear|transparent|piwik|matomo)\.(?:gif|png|php)\b|/pixel(?:\?|$)"
    r"|/tracking/|rss-pixel|[?&]idsite=\d|/matomo\.php"
)
_HOLDER = late(r"placeholder|/blank\.|/spacer|/lazy|transparent|loading\.|grey\.gif|1x1", re.IGNORECASE)
_REAL_SOURCES = (
    "data-src",
    "data-lazy-src",
    "data-original",
    "data-orig-file",
    "data-full-url",
    "data-hi-res-src",
)
_SOURCE_SETS = ("srcset", "data-srcset", "data-lazy-srcset")
_STYLE_SIZE = late(r"(?<![-\w])(?:width|height)\s*:\s*(\d{1,6}(?:px)?)\s*(?:;|!|$)")
_EMOJI_CLASS = late(r"\b(?:emoji|wp-smiley|twemoji|emojione)\b")
_PICTURE_FILE = late(r"\.(?:jpe?g|png|gif|webp|avif|bmp|tiff?)$", re.IGNORECASE)


def picture_url(named: str | None, base: str | None) -> str | None:
    """Return a picture's address as safe_url does; ampersands that were escaped twice are one."""
    return safe_url(named.replace("&amp;", "&") if named else None, base)


def is_beacon(url: str) -> bool:
    """Tell whether an address is known to count readers rather than to show something."""
    return bool(_BEACON.search(url.lower()))


def picture(image: _Element, base: str | None) -> tuple[str | None, str]:
    """Return the address of the real picture, None when it is an ornament or a beacon, and its words."""
    alt = one_line(image.get("alt") or "")
    if _is_tiny(image):
        return None, alt if _EMOJI_CLASS.search(image.get("class") or "") else ""
    if _EMOJI_CLASS.search(image.get("class") or ""):
        return None, alt
    for candidate in _sources(image):
        url = picture_url(candidate, base)
        if url and not is_beacon(url):
            return url, "" if _is_file_name(alt) else alt
    return None, ""


def _sources(image: _Element) -> Iterator[str]:
    """Every address an image names, the likeliest first: lazy loaders keep the real one aside."""
    yield from (value for name in _REAL_SOURCES if (value := image.get(name)))
    plain = image.get("src") or ""
    held = plain.startswith("data:") or bool(_HOLDER.search(plain))
    if not held:
        yield plain
    yield from (best for name in _SOURCE_SETS if (best := largest(image.get(name) or "")))
    if held:
        yield plain


def largest(source_set: str) -> str | None:
    """Return the largest picture of a `srcset`."""
    best, best_size = None, -1.0
    for candidate in re.split(r",\s+|(?<=[0-9][wx]),", source_set):
        url, _, size = candidate.strip().partition(" ")
        number = re.match(r"([0-9.]{1,9})[wx]", size.strip())
        try:
            value = float(number[1]) if number else 0.0
        except ValueError:
            continue
        if url and not url.startswith("data:") and value > best_size:
            best, best_size = url, value
    return best


def _is_tiny(image: _Element) -> bool:
    """Tell whether the declared size is that of an icon or a beacon."""
    sizes = [pixels(image.get("width")), pixels(image.get("height"))]
    if style := image.get("style"):
        sizes += map(pixels, _STYLE_SIZE.findall(style))
    known = [size for size in sizes if size is not None]
    return bool(known) and (min(known) <= 3 or max(known) <= ICON)


def pixels(value: str | None) -> int | None:
    """Read a length in pixels; percentages and nonsense are unknown."""
    found = re.fullmatch(r"\s*(\d{1,6})(?:\.\d*)?\s*(?:px)?\s*", value or "", re.ASCII)
    return int(found[1]) if found else None


def _is_file_name(alt: str) -> bool:
    return bool(_PICTURE_FILE.search(alt)) and " " not in alt


def is_picture_file(url: str) -> bool:
    """Tell whether an address names a picture."""
    return bool(_PICTURE_FILE.search(urlsplit(url).path))
