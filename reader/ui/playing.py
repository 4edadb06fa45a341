"""What comes with an article to be played or opened, and the command that plays it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from reader.document import Document, Embed
from reader.model import Article, Enclosure
from reader.text.flat import leaves
from reader.ui.typeset.blocks import host_of

_PLAYED = ("audio", "video")
_STREAMS = ("application/x-mpegurl", "application/vnd.apple.mpegurl", "application/dash+xml")
_AUDIO = frozenset(("mp3", "m4a", "m4b", "aac", "ogg", "oga", "opus", "flac", "wav"))
_VIDEO = frozenset(("mp4", "m4v", "mov", "webm", "mkv", "m3u8", "mpd"))
MINUTE, MEGABYTE = 60, 1_000_000


class File(NamedTuple):
    """Something that comes with an article: where it is, what it is, how long it lasts, how large it is."""

    url: str
    kind: str
    name: str = ""
    seconds: int | None = None
    size: int | None = None

    @property
    def plays(self) -> bool:
        """Whether a player can play it."""
        return self.kind in _PLAYED

    @property
    def host(self) -> str:
        """Where it lives."""
        return host_of(self.url)

    def extent(self) -> Iterator[str]:
        """Yield how long it lasts, and how large it is, as far as is known."""
        if self.seconds:
            minutes = round(self.seconds / MINUTE)
            yield f"{minutes} min" if self.seconds >= MINUTE else f"{self.seconds} s"
        if self.size and self.size >= MEGABYTE:
            yield f"{self.size / MEGABYTE:.0f} MB"

    def told(self) -> str:
        """Return its name and all of that in one line."""
        return " · ".join(filter(None, (self.name, self.kind, *self.extent())))


def files(article: Article, document: Document) -> list[File]:
    """Return what comes with an article, then what its text embeds: each address once, of the web only."""
    links = document.links
    cards = (leaf for leaf in leaves(document.blocks) if isinstance(leaf, Embed) and leaf.kind in _PLAYED)
    embedded = (
        File(links[card.link], card.kind, card.title) for card in cards if card.link in range(len(links))
    )
    found: dict[str, File] = {}
    for file in (*map(file_of, article.enclosures), *embedded):
        if file.url.startswith(("http://", "https://")):
            found.setdefault(file.url, file)
    return list(found.values())


def file_of(enclosure: Enclosure) -> File:
    """Return what a file of a feed's is."""
    name = _name(enclosure.url)
    return File(enclosure.url, _kind(enclosure.type or "", name), name, enclosure.duration, enclosure.length)


def _kind(said: str, name: str) -> str:
    """Return audio, video, image or text; of other kinds, how their names end."""
    if said in _STREAMS:
        return "video"
    kind = said.split("/")[0]
    if kind in (*_PLAYED, "image", "text"):
        return kind
    stem, _, end = name.rpartition(".")
    if end.lower() in _AUDIO | _VIDEO:
        return "audio" if end.lower() in _AUDIO else "video"
    return end.upper() if stem and end.isalnum() and len(end) < 5 else "file"


def _name(url: str) -> str:
    """Return the last name in an address: that of the file."""
    try:
        return unquote(urlsplit(url).path).rstrip("/").rpartition("/")[2]
    except ValueError:
        return ""


def player(url: str, chosen: str) -> list[str] | None:
    """Return the command line that plays an address, None where only a browser can."""
    from reader.ui.browser import command

    words = command(chosen or "mpv --")
    return [*words, url] if words else None
