"""Reports read story by story, as the library reads them, and not as one story."""

from __future__ import annotations

from reader.stories.filed import Told
from reader.stories.memory import Memory
from reader.stories.newsroom import Newsroom
from reader.stories.report import Report, in_order


def told(*reports: Report) -> list[Told]:
    """What each report turns out to be, in the order given."""
    room, batch = Newsroom(Memory()), in_order(reports)
    room.learn(batch)
    by_key, found = {each.key: each for each in batch}, {}
    for story in room.stories(room.file(batch, {})):
        found.update(zip(story, room.tell([by_key[key] for key in story]), strict=True))
    return [found[each.key] for each in reports]


def films(*reports: Report) -> list[tuple[str, ...]]:
    """The films that each is about."""
    return [one.films for one in told(*reports)]
