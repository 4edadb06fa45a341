"""What grouping has learnt of words, names and outlets: kept in pieces that add up."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from types import MappingProxyType

import apsw

from reader.store.database import Database, fetch
from reader.store.follows import also_called

_TELL_ANEW = """
INSERT INTO unfiled (article_id) SELECT DISTINCT article_id FROM report_name
WHERE kind <> 'person' AND key IN (SELECT value FROM json_each(?)) ORDER BY article_id DESC LIMIT 500
ON CONFLICT DO UPDATE SET turn = turn + 1
"""


class Learnt:
    """The pieces of what was learnt."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def pieces(self) -> list[int]:
        """The pieces of what grouping has learnt, oldest first."""
        return [int(row[0]) for row in self._db.rows("SELECT id FROM story_learnt ORDER BY id")]

    def piece(self, number: int) -> bytes | None:
        """One piece; None where it has been joined with others since."""
        found: bytes | None = self._db.value("SELECT packed FROM story_learnt WHERE id = ?", (number,))
        return found

    def learn(
        self,
        packed: bytes,
        ids: Iterable[int],
        former: Iterable[str] = (),
        called: Mapping[str, str] = MappingProxyType({}),
    ) -> int | None:
        """Keep what was learnt from these articles; None where another has learnt from them meanwhile.

        What was told under one of the `former` names of films, folded, waits to be told anew. `called`: what
        films that are followed by another name go by now.
        """
        wanted = sorted(ids)
        chosen = (json.dumps(wanted),)
        where = "WHERE article_id IN (SELECT value FROM json_each(?))"
        with self._db.write() as write:
            count = fetch(write, f"SELECT count(*) FROM unfiled {where} AND NOT learnt", chosen)[0][0]
            if count < len(wanted):  # some are learnt, or even grouped
                return None
            fetch(write, f"UPDATE unfiled SET learnt = 1 {where}", chosen)
            fetch(write, _TELL_ANEW, (json.dumps(sorted(former)),))
            also_called(write, called)
            return _keep(write, packed)

    def join(self, numbers: Iterable[int], packed: bytes) -> int | None:
        """Put one piece in the place of those it is made of; None where one of them is gone."""
        chosen = (json.dumps(sorted(numbers)),)
        where = "WHERE id IN (SELECT value FROM json_each(?))"
        with self._db.write() as write:
            count = fetch(write, f"SELECT count(*) FROM story_learnt {where}", chosen)[0][0]
            if count < len(set(numbers)):
                return None
            fetch(write, f"DELETE FROM story_learnt {where}", chosen)
            return _keep(write, packed)


def _keep(write: apsw.Connection, packed: bytes) -> int:
    return int(fetch(write, "INSERT INTO story_learnt (packed) VALUES (?) RETURNING id", (packed,))[0][0])
