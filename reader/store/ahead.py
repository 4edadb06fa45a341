"""Articles that can be searched for before their texts are made: a new library has thousands of them.

`ahead` notes which words the index was taught of each. A text that turns out to say the same is not taught
again; of any other the index learns as of all that changes.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping

import apsw

from reader.store.database import Row, fetch
from reader.store.values import as_json

# Whatever waits in `unindexed` is learnt from there; a page that was fetched says more than the feed.
_TEACHABLE = """
SELECT a.id, s.sort, a.title, a.authors, a.categories FROM article a JOIN status s ON s.id = a.id
WHERE a.id IN (SELECT value FROM json_each(?)) AND s.listed = 1
AND a.id NOT IN (SELECT article_id FROM ahead) AND a.id NOT IN (SELECT article_id FROM unindexed)
AND NOT EXISTS (SELECT 1 FROM body WHERE article_id = a.id)
AND NOT EXISTS (SELECT 1 FROM page WHERE article_id = a.id AND tree IS NOT NULL)
"""
_NOTE = "INSERT INTO ahead VALUES (?, ?)"
_FORGET = "DELETE FROM ahead WHERE article_id IN (SELECT value FROM json_each(?))"
# What waits already may have been read without its text: whoever writes that down is to see that it is old.
_LEARN = """
INSERT INTO unindexed (article_id)
SELECT h.article_id FROM json_each(?) made CROSS JOIN ahead h ON h.article_id = made.value ->> 0
WHERE h.words IS NOT made.value ->> 1 OR h.article_id IN (SELECT article_id FROM unindexed)
ON CONFLICT DO UPDATE SET turn = turn + 1
"""


def checksum(words: str) -> int:
    """Return what tells the words of a text from others, however they are spaced."""
    return zlib.crc32(" ".join(words.split()).encode())


def teachable(connection: apsw.Connection, article_ids: Iterable[int]) -> list[Row]:
    """Return those of some articles that wait for nothing but their texts: id, sort and what else is said."""
    return fetch(connection, _TEACHABLE, (as_json(list(article_ids)),))


def note(write: apsw.Connection, words: Mapping[int, str]) -> None:
    """Note what the index was taught of articles."""
    write.executemany(_NOTE, ((number, checksum(said)) for number, said in words.items()))


def settle(write: apsw.Connection, made: Mapping[int, int | None]) -> None:
    """Have texts that were made learnt, but for those with the words that were taught.

    Their checksums are handed in; none of a text that nobody knew was taught until it was made.
    """
    write.execute(_LEARN, (as_json(list(made.items())),))
    forget(write, made)


def forget(write: apsw.Connection, article_ids: Iterable[int]) -> None:
    """Forget what was taught of articles ahead: the index has learnt them anew."""
    write.execute(_FORGET, (as_json(list(article_ids)),))
