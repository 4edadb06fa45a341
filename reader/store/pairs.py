"""What the person said of pairs of articles: that they belong together, or do not. It always wins."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

import apsw
from msgspec import Struct

from reader.clock import Clock
from reader.store.database import Database, fetch
from reader.store.story_titles import stay

_PAIR = "INSERT OR REPLACE INTO story_pair VALUES (?, ?, ?, ?)"
_AGAIN = "INSERT INTO unfiled (article_id) VALUES (?) ON CONFLICT DO UPDATE SET turn = turn + 1"

Pair = tuple[int, int]
"""Two articles; in the file the lower one first."""


class Said(Struct, frozen=True):
    """What a word of the person took the place of."""

    pairs: dict[Pair, tuple[int, int] | None]
    """Of each pair what was said and when, None where nothing was."""
    homes: dict[int, int]
    """The story of each report."""
    stories: tuple[tuple[object, ...], ...]
    """The rows of those stories."""

    @property
    def articles(self) -> set[int]:
        """All that it is about."""
        return {article for pair in self.pairs for article in pair}


class Pairs:
    """The person's word on pairs: on the disk before the answer, seen once it is grouped by."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db, self._clock = db, clock

    def say(self, words: Mapping[Pair, bool]) -> Said:
        """Keep the person's word on pairs of articles, whether they belong together; the later word holds.

        Of two that are kept apart the first is taken out of the other's story. They wait to be grouped
        anew. Returns how things were, for `take_back`.
        """
        now = int(self._clock())
        sorted_words = {(min(pair), max(pair)): together for pair, together in words.items()}
        apart = [pair for pair, together in words.items() if not together]
        with self._db.write(durable=True) as write:
            stay(write, {gone for gone, _ in apart}, {rest for _, rest in apart})
            before = _said(write, sorted_words)
            for pair, together in sorted_words.items():
                fetch(write, _PAIR, (*pair, together, now))
            write.executemany(_AGAIN, [(article,) for article in before.articles])
        return before

    def take_back(self, said: Said) -> None:
        """Have the person's word, and which story each report is of, as they were; they are grouped anew.

        By likeness alone old stories would stay as they are, and a story that was merged would lose its id.
        """
        with self._db.write(durable=True) as write:
            for pair, word in said.pairs.items():
                fetch(write, "DELETE FROM story_pair WHERE one = ? AND other = ?", pair)
                if word is not None:
                    fetch(write, _PAIR, (*pair, *word))
            for row in said.stories:  # none may point to a story that is gone, grouped anew or not
                fetch(write, f"INSERT OR IGNORE INTO story VALUES ({', '.join('?' * len(row))})", row)
            for article, story in said.homes.items():
                fetch(write, "UPDATE report SET story_id = ? WHERE article_id = ?", (story, article))
                fetch(write, "DELETE FROM story_alias WHERE id = ?", (story,))
            fetch(write, "UPDATE story_turn SET turn = turn + 1")
            write.executemany(_AGAIN, [(article,) for article in said.articles])

    def all(self, *, together: bool) -> list[Pair]:
        """The person's word on two articles each."""
        return [
            (int(a), int(b))
            for a, b in self._db.rows("SELECT one, other FROM story_pair WHERE together = ?", (together,))
        ]

    def joined(self, ids: Iterable[int]) -> bool:
        """Tell whether the person has put any two of these together."""
        sql = """SELECT 1 FROM story_pair WHERE together AND one IN (SELECT value FROM json_each(?1))
                 AND other IN (SELECT value FROM json_each(?1))"""
        return self._db.value(sql, (json.dumps(sorted(ids)),)) is not None


def _said(write: apsw.Connection, pairs: Iterable[Pair]) -> Said:
    """Read what is said of pairs, and the stories they are of."""
    sql = "SELECT together, said_at FROM story_pair WHERE one = ? AND other = ?"
    found = {pair: next(iter(fetch(write, sql, pair)), None) for pair in pairs}
    chosen = (json.dumps(sorted({article for pair in found for article in pair})),)
    homes = "SELECT article_id, story_id FROM report WHERE article_id IN (SELECT value FROM json_each(?))"
    of: dict[int, int] = dict(fetch(write, homes, chosen))
    rows = "SELECT * FROM story WHERE id IN (SELECT value FROM json_each(?))"
    return Said(found, of, tuple(fetch(write, rows, (json.dumps(sorted(set(of.values()))),))))
