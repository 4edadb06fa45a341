"""What an article has to play, and the command that plays it."""

from __future__ import annotations

from reader.model import Article, Document, Embed
from reader.text.flat import leaves
from reader.ui.browser import command


def playable(article: Article, document: Document) -> str | None:
    """Return the address of what an article has to play; http and https only."""
    files = [each.url for each in article.enclosures if (each.type or "").startswith(("video/", "audio/"))]
    cards = (leaf for leaf in leaves(document.blocks) if isinstance(leaf, Embed))
    videos = [document.links[card.link] for card in cards if card.kind in ("video", "audio")]
    found = next(iter(files + videos), None)
    return found if found and found.startswith(("http://", "https://")) else None


def player(url: str, chosen: str) -> list[str] | None:
    """Return the command line that plays an address, None where only a browser can."""
    words = command(chosen or "mpv --")
    return [*words, url] if words else None
