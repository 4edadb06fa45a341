"""A name that may be followed."""

from __future__ import annotations

from typing import NamedTuple

from reader.news import Follow


class Candidate(NamedTuple):
    """A name that may be followed; `follow` says how it is already, or would be."""

    follow: Follow
    followed: bool
