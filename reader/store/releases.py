"""Release dates as articles state them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from reader.news import StatedDate, within
from reader.store.database import Database
from reader.store.short_lists import unpack_words

_STATED = """
SELECT r.films, r.claim_date, r.claim_place, r.claim_from, ifnull(r.claim_words, ''), f.title, r.article_id,
       r.story_id, a.title, r.published
FROM report r INDEXED BY report_dated JOIN article a ON a.id = r.article_id
     JOIN status s ON s.id = a.id JOIN feed f ON f.id = s.feed_id
WHERE r.claim_date IS NOT NULL AND s.listed = 1
"""


class Releases:
    """Every date stated, each as its outlet states it: never merged."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def stated(self, story_ids: Iterable[int] | None = None) -> list[StatedDate]:
        """Return the dates stated, in stories or in all, by date and then by when they were said."""
        within = "" if story_ids is None else " AND r.story_id IN (SELECT value FROM json_each(?))"
        bindings = () if story_ids is None else (json.dumps(sorted(story_ids)),)
        rows = self._db.rows(f"{_STATED}{within} ORDER BY r.claim_date, r.published, r.article_id", bindings)
        return superseded(
            [
                StatedDate(
                    film=next(iter(unpack_words(films)), None),
                    date=date,
                    region=region,
                    moved_from=moved_from,
                    words=words,
                    outlet=outlet,
                    article_id=article,
                    story_id=story,
                    title=title,
                    said=said,
                )
                for films, date, region, moved_from, words, outlet, article, story, title, said in rows
            ]
        )


def superseded(dates: Sequence[StatedDate]) -> list[StatedDate]:
    """Say of each date what it was moved to, as said since of the same film where the same holds.

    Where outlets differ and none says that it moved, both stand.
    """
    moves: dict[tuple[str | None, str | None], list[StatedDate]] = {}
    for each in dates:
        if each.film is not None and each.moved_from and each.moved_from != each.date:
            moves.setdefault((each.film, each.region), []).append(each)
    found = []
    for each in dates:
        later = [move for move in moves.get((each.film, each.region), ()) if _moves(move, each)]
        found.append(replace(each, moved_to=_agreed(later, each.outlet)) if later else each)
    return found


def _moves(move: StatedDate, stated: StatedDate) -> bool:
    """Tell whether a move since is of the date stated: one of them may be less exact than the other."""
    before, date = move.moved_from or "", stated.date
    same = before == date or within(date, before) or (within(before, date) and not within(move.date, date))
    return same and move.said >= stated.said and move.date != date


def _agreed(moves: Sequence[StatedDate], outlet: str) -> str:
    """Return where a date moved to: as its own outlet says, else as most do, the latest of as many."""
    told = [move for move in moves if move.outlet == outlet]
    said = Counter(move.date for move in moves)
    votes = {date: sum(n for o, n in said.items() if o == date or within(date, o)) for date in said}
    most = [move for move in moves if votes[move.date] == max(votes.values())]
    return max(told or most, key=lambda move: move.said).date
