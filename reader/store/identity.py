"""How an entry is recognised when its feed says it again, so that nothing comes back unread.

The first key is the guid, else the canonical link, else title and date. Feeds whose guids repeat go by
link and title instead. The second key, the link alone, finds entries whose guid changed; where the link
changes too, by its query or because the outlet moved house, `saying` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from urllib.parse import urlsplit

from reader.incoming import Entry

_TRACKING = re.compile(r"(utm_\w*|fbclid|gclid|mc_cid|mc_eid|ftag|cmpid)(=|$)", re.IGNORECASE)
# Most links: nothing to leave out but the scheme, www and the last slash.
_PLAIN = re.compile(r"https?://(?:www\.)?([a-z0-9.-]+)((?:/[!-\"$->@-~]*)?)")
_PORTS = {"http": 80, "https": 443}


@lru_cache(maxsize=8192)
def canonical(url: str) -> str:
    """Return a link without what differs between two ways to write it: scheme, www, tracking, last slash."""
    if plain := _PLAIN.fullmatch(url):
        return plain[1] + plain[2].rstrip("/")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return url
    if parts.scheme not in _PORTS or not parts.hostname:
        return url
    host = parts.hostname.removeprefix("www.")
    shown = "" if port in (None, _PORTS[parts.scheme]) else f":{port}"
    query = "&".join(p for p in parts.query.split("&") if p and not _TRACKING.match(p))
    fragment = "" if _TRACKING.match(parts.fragment) else parts.fragment
    tail = ("?" + query if query else "") + ("#" + fragment if fragment else "")
    return f"{host}{shown}{parts.path.rstrip('/')}{tail}"


def link_key(url: str | None) -> bytes | None:
    """Return the second key. A home page says nothing of which entry it is."""
    link = canonical(url) if url else ""
    return _digest("link", link) if re.search(r"[/?#]", link) else None


Saying = tuple[str, str, int]
_OWN_NAME = re.compile(r"(?:[^-_]+[-_]){3}|\d{5}")
"""In the last name of a link: as of one article, where “photos” or “official-trailer” are of many."""
DAYBREAK = 900
"""Seconds: at any multiple of them a day begins somewhere, so that a feed may name nothing but the day."""


def saying(url: str | None, title: str, published: int | None) -> Saying | None:
    """Return what is said of an entry whatever its keys: a title, a moment and the last name in its link.

    Of one that says no title or but a day, or is called as others are, the whole place that its link names.
    """
    if not published:
        return None
    place = canonical(url).partition("?")[0] if url else ""
    name = place.rpartition("/")[2]
    # Of two films a day each may have its “trailer”, called just that: a day and such a name say too little.
    telling = title and published % DAYBREAK and _OWN_NAME.search(name)
    return (name if telling else place, title, published)


def guid_key(entry: Entry, *, by_link: bool) -> bytes:
    """Return the first key."""
    if entry.guid and not by_link:
        return _digest("guid", entry.guid)
    link = canonical(entry.url) if entry.url and link_key(entry.url) else ""
    if by_link:
        return _digest("both", link or entry.guid or "", entry.title or entry.summary)
    if link:
        return _digest("link", link)
    return _digest("text", entry.title or entry.summary, str(entry.published))


def guids_repeat(entries: Iterable[Entry]) -> bool:
    """Tell whether one first key covers entries that are not the same."""
    seen: dict[bytes, Entry] = {}
    for entry in entries:
        first = seen.setdefault(guid_key(entry, by_link=False), entry)
        if first is not entry and guid_key(first, by_link=True) != guid_key(entry, by_link=True):
            return True
    return False


def _digest(kind: str, *parts: str) -> bytes:
    return blake2b("\0".join((kind, *parts)).encode(), digest_size=16).digest()
