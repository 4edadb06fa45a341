"""What is kept of a report: as it is filed to be compared with others, and as it is told in its story."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from reader.stories.dates.claims import Claim


class Filed(Struct, array_like=True):
    """What grouping keeps of one report."""

    time: int
    """Seconds since 1970."""
    outlet: str
    words: dict[str, float]
    """Its terms, weighed (`tokens.word_counts`); empty once they are saved."""
    films: list[str]
    """Keys of what sets it apart: its films, its series, or who has died."""
    beat: str
    links: dict[int, float]
    """The log-odds that it brings the news of others, by the keys of these."""
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
    """What it is about, the film first that its date is of."""
    mentioned: tuple[str, ...]
    """Films that it only names."""
    people: tuple[str, ...]
    beat: str
    beat_words: tuple[str, ...]
    """The words that decided the kind of news."""
    rumour: tuple[str, ...]
    """The words that make it hearsay; empty where none do."""
    spoiler: tuple[str, ...]
    """The words that give a plot away."""
    claim: Claim | None
    """The release date that it states."""
