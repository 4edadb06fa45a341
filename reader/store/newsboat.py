"""newsboat's `cache.db`, only ever read: its feeds, and its articles with what was read and flagged.

Anyone may have made the file: texts are taken as bytes and may be of any, numbers may be none, and tables
must be tables.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import apsw
from msgspec import Struct

from reader.errors import ParseError
from reader.incoming import RawBody, RawEntry
from reader.model import Enclosure
from reader.store.backup import address
from reader.store.database import Row
from reader.store.faults import reason

AT_ONCE, BYTES_AT_ONCE = 100, 4 << 20
LONGEST, LONGEST_TEXT = 64 << 10, 8 << 20
"""Bytes of a line and of a text; one that is longer is left out."""
NUMBERS = 1 << 40
"""No newsboat counts so far."""
BUSY_MS = 5000
_NEEDED = {
    "rss_feed": {"rssurl", "url", "title"},
    "rss_item": {"guid", "title", "author", "url", "feedurl", "pubDate", "content", "unread"},
}
# Older newsboats have fewer.
_TEXTS = (
    "feedurl", "guid", "title", "author", "url", "enclosure_url", "enclosure_type", "base", "flags",
    "content_mime_type",
)  # fmt: skip


class CachedFeed(Struct, frozen=True):
    """A feed as newsboat knows it: its address or what makes it, its title, its site."""

    url: str
    title: str
    site_url: str


class CachedArticle(Struct, frozen=True):
    """An article as newsboat keeps it, nothing cleaned; `number` is its place in the file."""

    number: int
    feed_url: str
    read: bool
    deleted: bool
    flags: str
    entry: RawEntry


class Cache:
    """One `cache.db`, open; every method raises ParseError where it is damaged or of another program."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with self._explained():
            flags = apsw.SQLITE_OPEN_URI | apsw.SQLITE_OPEN_READONLY
            self._connection = apsw.Connection(_reading(path), flags)
            self._connection.set_busy_timeout(BUSY_MS)
            self._connection.config(apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
            self._has = self._checked()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def see_it_is_sound(self) -> None:
        """Read all of it once, so that of a damaged file nothing comes, not half of it."""
        with self._explained():
            for table in _NEEDED:
                if (found := self._connection.execute(f"PRAGMA quick_check({table})").fetchall()) != [
                    ("ok",)
                ]:
                    raise apsw.CorruptError(found[0][0])

    def feeds(self) -> list[CachedFeed]:
        """Return the feeds in it."""
        texts = ", ".join(_text(name, LONGEST) for name in ("rssurl", "title", "url"))
        with self._explained():
            rows: list[Row] = self._connection.execute(
                f"SELECT {texts} FROM rss_feed ORDER BY rowid"
            ).fetchall()
        return [CachedFeed(*map(_decoded, row)) for row in rows]

    def articles(self, after: int) -> list[CachedArticle]:
        """Return the next articles after a number, as many as fit into memory; none at the end.

        Nothing is held in between: newsboat may go on writing.
        """
        some, size = list[CachedArticle](), 0
        with self._explained():
            for row in self._connection.execute(self._sql, (after,)):
                some.append(_article(row))
                size += len(row[-1] or b"")
                if size > BYTES_AT_ONCE:
                    break
        return some

    def names(self) -> Iterator[tuple[str, str, str]]:
        """Yield guid, link and title of every article."""
        texts = ", ".join(_text(name, LONGEST) for name in ("guid", "url", "title"))
        with self._explained():
            for guid, url, title in self._connection.execute(f"SELECT {texts} FROM rss_item"):
                yield _decoded(guid), _decoded(url), _decoded(title)

    def deleted(self) -> int:
        """Return how many of its articles the person deleted."""
        if "deleted" not in self._has:
            return 0
        with self._explained():
            return int(self._connection.execute("SELECT count(*) FROM rss_item WHERE deleted = 1").get)

    @property
    def _sql(self) -> str:
        texts = (_text(name, LONGEST) if name in self._has else "NULL" for name in _TEXTS)
        deleted = "deleted IS 1" if "deleted" in self._has else "0"
        return (
            f"SELECT rowid, unread = 0, {deleted}, CAST(pubDate AS INTEGER), {', '.join(texts)}, "
            f"{_text('content', LONGEST_TEXT)} "
            f"FROM rss_item WHERE rowid > ? AND rowid < {NUMBERS} ORDER BY rowid LIMIT {AT_ONCE}"
        )

    def _checked(self) -> set[str]:
        """Return the columns of the articles; refuse what newsboat did not make."""
        sql = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ? AND sql LIKE 'CREATE TABLE%'"
        found = dict[str, set[str]]()
        for table, needed in _NEEDED.items():
            columns = self._connection.execute(f"PRAGMA table_info({table})").fetchall()
            found[table] = {str(row[1]) for row in columns}
            self._connection.execute(f"SELECT rowid FROM {table} LIMIT 0")
            if not needed <= found[table] or not self._connection.execute(sql, (table,)).get:
                raise apsw.SQLError("its tables are others")
        if self._connection.pragma("encoding") != "UTF-8":
            raise apsw.SQLError("its texts are not in UTF-8")
        return found["rss_item"]

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except (apsw.Error, OSError, UnicodeError) as fault:
            raise ParseError(_sentence(fault, self._path)) from fault


def _reading(path: Path) -> str:
    """Return the address to read it under: with its log if it has one, else without making one.

    SQLite locks a file, so that newsboat may go on writing; where it cannot, nobody writes.
    """
    real = Path(os.path.realpath(path))  # the log lies beside the file, not beside a link to it
    log = real.with_name(f"{real.name}-wal")
    with real.open("rb") as file:
        logs = file.read(20)[18:19] == b"\x02"
    if log.exists() and log.stat().st_size:
        return f"{address(real)}?mode=ro"
    locks = not logs and os.access(real.parent, os.W_OK)
    return f"{address(real)}?mode=ro{'' if locks else '&immutable=1'}"


def _text(column: str, longest: int) -> str:
    """Return what selects a text as bytes; none where it is too long to be one."""
    return f"iif(octet_length({column}) <= {longest}, CAST({column} AS BLOB), NULL)"


def _decoded(text: bytes | None) -> str:
    return (text or b"").decode("utf-8", "replace")


def _article(row: Row) -> CachedArticle:
    number, read, deleted, published, *texts, content = row
    feed_url, guid, title, author, url, file, kind, base, flags, media_type = map(_decoded, texts)
    return CachedArticle(
        number=number,
        feed_url=feed_url,
        read=bool(read),
        deleted=bool(deleted),
        flags=flags.strip(),
        entry=RawEntry(
            guid=guid or None,
            link=url or None,
            title=RawBody(title),
            authors=(author,) if author else (),
            published=published,
            content=(RawBody(_decoded(content), html=media_type != "text/plain", base=base or None),),
            enclosures=(Enclosure(file, kind or None),) if file else (),
            base=base or None,
        ),
    )


def _sentence(fault: Exception, path: Path) -> str:
    if isinstance(fault, apsw.SQLError):
        return (
            f"{path} is a database of another program ({reason(fault)}), neither newsboat's cache nor a list "
            "of feeds; nothing came."
        )
    if isinstance(fault, apsw.BusyError):
        return f"{path} is busy: newsboat has been writing for several seconds; try again in a moment."
    if isinstance(fault, apsw.CorruptError | apsw.NotADBError):
        return (
            f"{path} is damaged ({reason(fault)}), so it is not taken over; "
            "import a copy of it, or newsboat's `urls` file."
        )
    return (
        f"{path} cannot be read ({reason(fault)}); open newsboat once, or copy the file with what lies "
        "beside it into a folder of yours."
    )
