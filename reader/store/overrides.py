"""What the settings file says of single feeds, put into the library."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reader.store.database import Database
from reader.store.feed_rows import folder_of, move, put, title_of
from reader.store.values import FULL_TEXT

if TYPE_CHECKING:
    from reader.config import FeedConfig

_SELECT = """
SELECT feed.id, url, former_url, own_title, folder.name, full_text
FROM feed JOIN fetch ON feed_id = feed.id LEFT JOIN folder ON folder.id = folder_id WHERE removed_at IS NULL
"""


def settle(db: Database, chosen: Mapping[str, FeedConfig]) -> dict[int, FeedConfig]:
    """Give feeds what is chosen for them by number or address; return what holds for which.

    One that was followed to where it moved is meant by its old address, too.
    Nothing is written where the library says the same already. A feed not followed is passed over.
    """
    found: dict[int, FeedConfig] = {}
    changed: list[tuple[int, FeedConfig]] = []
    for feed_id, url, former_url, *now in db.rows(_SELECT):
        wish = chosen.get(str(feed_id)) or chosen.get(url) or chosen.get(former_url or "")
        if wish is not None:
            found[feed_id] = wish
            kept = (title_of(wish.title), folder_of(wish.folder), FULL_TEXT[wish.full_text])
            said = (wish.title, wish.folder, wish.full_text)
            if any(word is not None and new != old for word, new, old in zip(said, kept, now, strict=True)):
                changed.append((feed_id, wish))
    if changed and not db.read_only:
        _write(db, changed)
    return found


def _write(db: Database, changed: list[tuple[int, FeedConfig]]) -> None:
    with db.write() as write:
        for feed_id, wish in changed:
            if wish.title is not None:
                put(write, feed_id, "own_title", title_of(wish.title))
            if wish.folder is not None:
                move(write, feed_id, wish.folder)
            if wish.full_text is not None:
                put(write, feed_id, "full_text", FULL_TEXT[wish.full_text])
