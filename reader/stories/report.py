"""One report as the grouping sees it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Report:
    """What one outlet said once. `emphases` are the spans its text sets in italics."""

    key: int
    outlet: str
    title: str
    lead: str = ""
    emphases: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    published: int = 0
    url: str = ""
