"""Texts made after the commit: articles that are new are listed at once, and read a little later.

What a feed sent waits in `draft`, the texts of up to a hundred articles in one piece. Whoever reads it runs
in a worker; here it is only kept, and what was made of it put in its place. An article without a body is
unmade.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

import apsw
import msgspec

from reader.document import Document
from reader.incoming import Entry, RawEntry
from reader.store import ahead, bodies, measuring
from reader.store.database import Database, Row, fetch
from reader.store.short_lists import unpack_enclosures

BATCH = 100
"""Articles that one piece holds, and that are dealt with in one transaction, at most: some 10 ms."""
LAST = (1 << 63) - 1
_decoder = msgspec.msgpack.Decoder(dict[int, RawEntry])


class Span(NamedTuple):
    """Pieces that follow one another, by the first ids of the first of them and of the last."""

    first: int
    last: int


Read = Callable[[int, RawEntry], Entry]
"""Makes the text of an article; the front desk's caller knows how, and under which guard."""
ReadWords = Callable[[int, RawEntry], str]
"""Tells the words of a text before it is made, likewise."""
Words = Callable[[Document], str]
"""The words of a text as the index has them."""

_KEEP = "INSERT OR REPLACE INTO draft VALUES (?, ?, ?)"
# In the order of ids: to add at the end of a table is faster, and fills its pages.
_SIZES = "SELECT article_id, size FROM draft WHERE article_id >= ? ORDER BY article_id LIMIT ?"
_SPAN = "SELECT article_id, packed FROM draft WHERE article_id BETWEEN ? AND ? ORDER BY article_id"
_HOLDING = "SELECT article_id, packed FROM draft WHERE article_id <= ? ORDER BY article_id DESC LIMIT 1"
_STANDS = "SELECT 1 FROM draft WHERE article_id = ? AND packed = ?"
_TAKE = "DELETE FROM draft WHERE article_id = ? AND packed = ? RETURNING 1"
_UNMADE = """
SELECT id, enclosures, (SELECT words FROM ahead WHERE article_id = id) FROM article
WHERE id BETWEEN ?2 AND ?3 AND id < ifnull((SELECT min(article_id) FROM draft WHERE article_id > ?1), id + 1)
AND NOT EXISTS (SELECT 1 FROM body WHERE article_id = article.id) ORDER BY id
"""
_BODY = (
    "INSERT INTO body SELECT id, ?2, ?3 FROM article WHERE id = ?1 "
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
    """Put by what the texts of new articles are to be made of, their ids rising."""
    waiting = iter(drafts)
    while some := dict(islice(waiting, BATCH)):
        write.execute(_KEEP, (next(iter(some)), len(some), msgspec.msgpack.encode(some)))


def renew(write: apsw.Connection, article_id: int, draft: RawEntry) -> None:
    """Have the text of a known article made of something else; where it was not made yet, in its piece.

    A piece that begins with it takes over what comes after it: a piece ends where the next one begins.
    """
    piece = fetch(write, _HOLDING, (article_id,))
    drafts = (piece and _unpacked(piece[0][1])) or {}
    others = {number: each for number, each in drafts.items() if article_id in drafts or number > article_id}
    keep(write, sorted({**others, article_id: draft}.items()))
    write.execute("DELETE FROM body WHERE article_id = ?", (article_id,))


def batches(db: Database, first: int = 0, most: int = -1) -> list[Span]:
    """Return the pieces from an id on, `most` of them or all, in batches to be dealt with at once."""
    found: list[Span] = []
    full = BATCH
    for piece, size in db.rows(_SIZES, (first, most)):
        if full + size > BATCH:
            found.append(Span(piece, piece))
            full = 0
        found[-1] = found[-1]._replace(last=piece)
        full += size
    return found


def words_ahead(db: Database, read: ReadWords, batch: Span) -> dict[int, str]:
    """Return the words of the articles of a batch whose texts are not made, nor taught the index yet."""
    return {n: said for piece in db.rows(_SPAN, batch) for n, said in _words_ahead(db, read, piece)}


def _words_ahead(db: Database, read: ReadWords, piece: Row) -> Iterator[tuple[int, str]]:
    drafts = _unpacked(piece[1]) or {}
    for number, _, taught in db.rows(_UNMADE, (piece[0], piece[0], LAST)):
        if taught is None and number in drafts:
            yield number, read(number, drafts[number])


def finish(db: Database, read: Read, words: Words, first: int) -> list[Made] | None:
    """Make the texts of the next batch from an id on, and return them; None where none are left."""
    batch = batches(db, first, BATCH)[:1]
    if not batch:
        return None
    made = [(piece, _made(db, read, words, piece, 0, LAST)) for piece in db.rows(_SPAN, batch[0])]
    with db.write() as write:
        # Unless they were made in the meantime, or other drafts came.
        taken = [one for piece, texts in made if fetch(write, _TAKE, piece) for one in texts]
        _save(write, taken)
    return taken


def finish_one(db: Database, read: Read, words: Words, article_id: int) -> None:
    """Make the text of one article, if it is still to be made. The others of its piece go on waiting."""
    piece = db.row(_HOLDING, (article_id,))
    made = _made(db, read, words, piece, article_id, article_id) if piece else []
    with db.write() as write:
        if piece and fetch(write, _STANDS, piece):
            _save(write, made)


def _made(db: Database, read: Read, words: Words, piece: Row, first: int, last: int) -> list[Made]:
    """Make what is not made yet of a piece, of ids from first to last.

    What a piece that was damaged on the disk held is lost; its articles, all up to the next piece, do not
    wait for it.
    """
    drafts = _unpacked(piece[1])
    rows = db.rows(_UNMADE, (piece[0], max(first, piece[0]), last))
    if drafts is None:
        drafts = {number: RawEntry() for number, *_ in rows}
    made = [Made(n, read(n, drafts[n]), files) for n, files, _ in rows if n in drafts]
    taught = {number for number, _, taught in rows if taught is not None}
    for one in made:
        if one.id in taught:
            one.said = ahead.checksum(words(one.document))
    return made


def _save(write: apsw.Connection, made: list[Made]) -> None:
    for one in made:
        one.save(write)
    ahead.settle(write, {one.id: one.said for one in made})


def _unpacked(packed: bytes) -> dict[int, RawEntry] | None:
    """Return what feeds sent, by the ids of articles; None where it was damaged."""
    try:
        return _decoder.decode(packed)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None


class Made:
    """An article's text as it will lie in the file; packed before the file is held."""

    said: int | None = None
    """A checksum of its words, where the index was taught some ahead."""

    def __init__(self, article_id: int, made: Entry, files: str) -> None:
        enclosures = unpack_enclosures(files)
        self.id = article_id
        self.document = made.document
        self._words = measuring.words(made.document)
        self._full = measuring.is_full(made, self._words)
        self.tree, self._source = bodies.pack(made.document, made.source)
        trailer = measuring.has_trailer(made.document, enclosures)
        self._fields = (article_id, made.summary, made.image, self._words, trailer)

    def save(self, write: apsw.Connection) -> None:
        """Put the text where articles have it, if the article is still there."""
        write.execute(_BODY, (self.id, self.tree, self._source))
        if not write.changes():
            return  # it is gone
        write.execute(_MADE, self._fields)
        if self._full:
            write.execute(_FULL, (self.id,))
        if write.execute("SELECT 1 FROM bookmark WHERE article_id = ?", (self.id,)).get:
            write.execute(_COPY, (self.id,))
            write.execute(_COPY_BODY, (self.id,))
