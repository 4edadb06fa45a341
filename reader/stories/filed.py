"""What is kept of a report: as it is filed to be compared with others, and as it is told in its story."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from reader.stories.dates.claims import Claim


class Filed(Struct, array_like=True):
    """What grouping keeps of one report: its words, its film, its kind, and whom it is like."""

    time: int
    outlet: str
    words: dict[str, float]
    films: list[str]
    beat: str
    links: dict[int, float]
    own: int = 0
    """A piece of its own; not known of what was filed before there was such a mark."""
    stance: int = 0
    """Hearsay or its denial; not known of what was filed before there was such a mark either."""
    site: str = ""
    """The host that printed it; nor known of what was filed before."""


def slim(filed: Filed) -> Filed:
    """What grouping goes on with once a report's words are weighed and saved."""
    return replace(filed, words={})


class Told(NamedTuple):
    """What one report turns out to be, in the light of its story. Names as printed."""

    films: tuple[str, ...]
    mentioned: tuple[str, ...]
    people: tuple[str, ...]
    beat: str
    beat_words: tuple[str, ...]
    rumour: tuple[str, ...]
    spoiler: tuple[str, ...]
    claim: Claim | None
