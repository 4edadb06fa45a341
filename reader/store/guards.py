"""The spoiler guard: which articles give away what a followed film keeps to itself."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from reader.clock import Clock
from reader.model import Article
from reader.rowstory import Guarded
from reader.store.database import Database
from reader.store.days import today
from reader.store.folding import name_key

_STANDING = "w.kind = 'film' AND w.seen = 0 AND (w.guard IN ('on', 'strict') OR w.guard > ?)"
_FILMS = f"""
SELECT w.name, k.key FROM follow w JOIN follow_key k ON k.follow_key = w.key WHERE {_STANDING}
ORDER BY k.key = w.key
"""
"""Every name of a guarded film; its own comes last, and holds."""
_UNTOLD = "(r.films = '[]' AND r.beat IN ('review', 'obituary', 'interview', 'list', 'other'))"
"""Of no film that was recognised, and nothing that would be known of one: its headline alone tells."""
HIDDEN = f"""(r.spoiler <> '[]' OR r.beat = 'review' OR {_UNTOLD}
       OR (w.guard = 'strict' AND r.beat NOT IN ('release-date', 'casting')))"""
MASKED = f"""
SELECT r.article_id FROM follow w CROSS JOIN follow_key k ON k.follow_key = w.key
     CROSS JOIN report_name n ON n.key = k.key AND n.kind = 'film'
     JOIN report r ON r.article_id = n.article_id
WHERE {_STANDING} AND {HIDDEN}
"""
"""The articles of guarded films that are kept from the eye; of what is not grouped, nothing is known."""
_GROUPED = f"""
SELECT r.article_id, w.name, r.beat, r.spoiler <> '[]'
FROM json_each(?) j JOIN report r ON r.article_id = j.value
     JOIN report_name n ON n.article_id = r.article_id AND n.kind = 'film'
     JOIN follow_key k ON k.key = n.key JOIN follow w ON w.key = k.follow_key
WHERE {_STANDING} AND {HIDDEN}
"""
_UNSURE = f"""
SELECT j.value, ifnull(a.title, b.title), r.article_id IS NOT NULL
FROM json_each(?) j LEFT JOIN article a ON a.id = j.value LEFT JOIN bookmark b ON b.article_id = j.value
     LEFT JOIN report r ON r.article_id = j.value
WHERE ifnull(a.title, b.title) IS NOT NULL AND (r.article_id IS NULL
      OR {_UNTOLD})
"""
LONGEST = 30
"""Words of a headline that are looked at."""


class Guards:
    """What must not be read yet. Nothing is asked while no film is guarded."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db, self._clock = db, clock

    def of(self, ids: Iterable[int]) -> dict[int, Guarded]:
        """Return which of these articles are guarded, each with its film.

        An article not grouped yet, or of no film that was recognised, is guarded by its headline alone.
        """
        day = today(self._clock())
        films = self._db.rows(_FILMS, (day,))
        if not films:
            return {}
        asked = json.dumps(list(ids))
        found = {
            article: Guarded(film, beat, spoiler=bool(spoiler))
            for article, film, beat, spoiler in self._db.rows(_GROUPED, (asked, day))
        }
        names = {key: film for film, key in films}
        for article, title, grouped in self._db.rows(_UNSURE, (asked,)):
            # Once grouped, one word of a headline is no film's title: “feel the heat”.
            phrases = (each for each in _phrases(title) if " " in each or not grouped)
            if (key := next((each for each in phrases if each in names), None)) is not None:
                found[article] = Guarded(names[key], "other")
        return found

    def hides_former(self, article: Article) -> bool:
        """Tell whether a headline an article had may give away a guarded film: outlets take such words back.

        The guard knows what it says by now; of what it said, no more than which film that was about.
        """
        names = {key for _, key in self._db.rows(_FILMS, (today(self._clock()),))}
        about = (*_phrases(article.former_title or ""), *map(name_key, article.films))
        return not names.isdisjoint(about)


def _phrases(title: str) -> Iterator[str]:
    """Yield every run of words of a headline, folded as names are, the longest first."""
    words = name_key(title).split()[:LONGEST]
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length + 1):
            yield " ".join(words[start : start + length])
