"""Texts made after the commit: the first articles of a feed are listed at once, and read a little later.

What a feed sent waits in `draft`. Whoever reads it runs in a worker; here it is only kept, and what was
made of it put in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import apsw
import msgspec

from reader.model import Entry, RawEntry
from reader.store import bodies
from reader.store.database import Database, fetch

BATCH = 80
LAST = (1 << 63) - 1
_decoder = msgspec.msgpack.Decoder(RawEntry)

Read = Callable[[int, RawEntry], Entry]
"""Makes the text of an article; the front desk's caller knows how, and under which guard."""

# In the order of ids: to add at the end of a table is faster, and fills its pages.
_WAITING = """
SELECT d.article_id, d.packed, a.enclosures FROM draft d JOIN article a ON a.id = d.article_id
WHERE d.article_id BETWEEN ? AND ? ORDER BY d.article_id LIMIT ?
"""
_BODY = (
    "INSERT INTO body VALUES (?, ?, ?) "
    "ON CONFLICT (article_id) DO UPDATE SET tree = excluded.tree, source = excluded.source"
)
# Where the page's text is shown already, its words count.
_MADE = """
UPDATE article
SET summary = ?2, image = coalesce(image, ?3), has_trailer = max(has_trailer, ?5),
    words = iif(EXISTS (SELECT 1 FROM page WHERE article_id = ?1 AND tree IS NOT NULL), words, ?4)
WHERE id = ?1
"""
_FULL = "UPDATE status SET full_text = 1 WHERE id = ? AND full_text = 0"
# One bookmarked in the meantime was copied without its text.
_COPY = """
UPDATE bookmark SET (summary, image, words, has_trailer, full_text) = (
    SELECT a.summary, a.image, a.words, a.has_trailer, s.full_text
    FROM article a JOIN status s ON s.id = a.id WHERE a.id = ?1
) WHERE article_id = ?1
"""
_COPY_BODY = """
INSERT OR IGNORE INTO bookmark_body SELECT article_id, tree, source FROM body
WHERE article_id = ? AND article_id IN (SELECT article_id FROM bookmark)
"""


def keep(write: apsw.Connection, drafts: Iterable[tuple[int, RawEntry]]) -> None:
    """Put drafts by. Before their articles, so that the index does not look for them yet."""
    packed = ((number, msgspec.msgpack.encode(draft)) for number, draft in drafts)
    write.executemany("INSERT OR REPLACE INTO draft VALUES (?, ?)", packed)


def finish(db: Database, read: Read, first: int, last: int = LAST) -> list[Made]:
    """Make the texts of a few articles, of ids from first to last, and return them."""
    rows = db.rows(_WAITING, (first, last, BATCH))
    made = [Made(number, read(number, _draft(packed)), files) for number, packed, files in rows]
    if made:
        with db.write() as write:
            for one in made:
                if fetch(write, "DELETE FROM draft WHERE article_id = ? RETURNING 1", (one.id,)):
                    one.save(write)
    return made


def _draft(packed: bytes) -> RawEntry:
    """Return what a feed sent; of what was damaged on the disk nothing is left, and nobody waits for it."""
    try:
        return _decoder.decode(packed)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return RawEntry()


class Made:
    """An article's text as it will lie in the file; packed before the file is held."""

    def __init__(self, article_id: int, made: Entry, files: str) -> None:
        enclosures = bodies.unpack_enclosures(files)
        self.id = article_id
        self.document = made.document
        self._words = bodies.words(made.document)
        self._full = bodies.is_full(made, self._words)
        self.tree, self._source = bodies.pack(made.document, made.source)
        trailer = bodies.has_trailer(made.document, enclosures)
        self._fields = (article_id, made.summary, made.image, self._words, trailer)

    def save(self, write: apsw.Connection) -> None:
        """Put the text where articles have it."""
        write.execute(_BODY, (self.id, self.tree, self._source))
        write.execute(_MADE, self._fields)
        if self._full:
            write.execute(_FULL, (self.id,))
        if write.execute("SELECT 1 FROM bookmark WHERE article_id = ?", (self.id,)).get:
            write.execute(_COPY, (self.id,))
            write.execute(_COPY_BODY, (self.id,))
