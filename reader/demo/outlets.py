"""The outlets of the sample reel, none of which exists, and the moment the reel ends."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

END = datetime(2023, 10, 13, 9, 41, tzinfo=UTC)
"""What "now" is in the demo. No article is later."""


class Outlet(NamedTuple):
    """One outlet: its articles are in `reel/<slug>.toml`, its feed is written by `formats[kind]`."""

    slug: str
    name: str
    folder: str
    kind: str
    file: str
    tagline: str
    full: bool = True

    @property
    def feed_path(self) -> str:
        """Where on the server its feed is."""
        return f"/{self.slug}/{self.file}"


TRADE, NEWS, MAGAZINES = "Trade", "News", "Magazines"

OUTLETS = (
    Outlet(
        "backlot", "The Backlot Reporter", TRADE, "rss", "feed.xml", "The business of pictures, every morning"
    ),
    Outlet(
        "marquee", "Marquee Daily", TRADE, "atom", "atom.xml", "What is on the marquee, and who put it there"
    ),
    Outlet("slate", "Slate Line", TRADE, "rss-0.92", "index.rss", "The wire of the working set", full=False),
    Outlet("boxtally", "Box Tally", TRADE, "rss", "rss", "Numbers first"),
    Outlet(
        "eurofilm", "Eurofilm Bulletin", NEWS, "rdf", "index.rdf", "Production and festivals, Lisbon to Łódź"
    ),
    Outlet(
        "whisper", "Whisper Reel", NEWS, "rss-entities", "rumours.xml", "Heard, not yet believed", full=False
    ),
    Outlet(
        "courier", "Northern Courier", NEWS, "rss-latin1", "culture/film.xml", "Film, from the culture desk"
    ),
    Outlet("screenblast", "ScreenBlast", NEWS, "json", "feed.json", "Movies! Fast!"),
    Outlet(
        "longtake", "The Long Take", MAGAZINES, "atom-xhtml", "feed.atom", "Essays, at the length they need"
    ),
    Outlet("grain", "Grain", MAGAZINES, "rss-relative", "feed.rss", "A journal of looking"),
    Outlet(
        "silver",
        "Silver & Nitrate",
        MAGAZINES,
        "rss",
        "podcast-and-news.xml",
        "Old prints, new eyes",
    ),
    Outlet("secondunit", "Second Unit", MAGAZINES, "json-text", "feed.json", "The people behind the people"),
)
"""Every outlet, in the order they are subscribed to."""
