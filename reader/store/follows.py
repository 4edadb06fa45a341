"""What the person follows. On the disk before the answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

import apsw
from msgspec import Struct
from msgspec.structs import replace

from reader.clock import Clock
from reader.errors import NotFoundError, UsageError
from reader.news import Follow, FollowKind
from reader.store.database import Database, Row, fetch
from reader.store.folding import name_key
from reader.store.namesakes import Called, Namesakes, Placed, keys
from reader.store.short_lists import pack_list, unpack_words

T = TypeVar("T")

_SELECT = """
SELECT key, name, kind, aliases, year, guard, seen, looked_at, followed_at, companions, excludes, title
FROM follow
"""
_FIND = f"""
{_SELECT} WHERE key IN (SELECT follow_key FROM follow_key WHERE key = ?1)
ORDER BY key <> ?1, followed_at, key LIMIT 1
"""
_TITLED = f"{_SELECT} WHERE title IS NOT NULL ORDER BY key"
_FILMS = f"{_SELECT} WHERE kind = 'film' AND key IN (SELECT follow_key FROM follow_key WHERE key = ?)"
_SAVE = """
INSERT INTO follow (key, name, kind, aliases, year, guard, seen, followed_at, companions, excludes, title)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (key) DO UPDATE SET name = excluded.name, kind = excluded.kind, aliases = excluded.aliases,
    year = excluded.year, guard = excluded.guard, seen = excluded.seen,
    companions = excluded.companions, excludes = excluded.excludes, title = excluded.title
"""
_NEW_FILMS = """
SELECT name FROM follow WHERE kind = 'film' AND followed_at > (
    SELECT ifnull(max(s.first_seen), 0) FROM report r JOIN status s ON s.id = r.article_id
) ORDER BY key
"""
# What came and waits to be grouped was on no timeline yet; what has waited long may wait for ever. Few do:
# SQLite, which does not know that, would go through every article there is.
_LOOK = """
UPDATE follow SET looked_at = (
    SELECT min(?1, ifnull(min(s.first_seen) - 1, ?1))
    FROM unfiled u CROSS JOIN status s ON s.id = u.article_id
    WHERE s.listed = 1 AND s.first_seen > ?1 - 3600
          AND NOT EXISTS (SELECT 1 FROM report r WHERE r.article_id = s.id)
) WHERE key = ?2
"""
_TAKEN = "SELECT 1 FROM follow WHERE key = ?"
_TAKE = "DELETE FROM follow WHERE key = ? RETURNING looked_at, followed_at"
_TIMES = "UPDATE follow SET looked_at = ?, followed_at = ? WHERE key = ?"
_AGAIN = """
INSERT INTO unfiled (article_id)
SELECT article_id FROM document WHERE id IN (SELECT rowid FROM search WHERE search MATCH ?) AND EXISTS
    (SELECT 1 FROM report WHERE report.article_id = document.article_id)
ORDER BY id DESC LIMIT 500
ON CONFLICT DO UPDATE SET turn = turn + 1 RETURNING article_id
"""
_NAMED = """
INSERT OR IGNORE INTO report_name (key, kind, article_id)
SELECT ?, 'film', article_id FROM report WHERE article_id = ? AND films = '[]'
"""


class Followed(Struct, frozen=True):
    """A follow as it lies in the file."""

    key: str
    value: Follow
    looked_at: int | None
    followed_at: int


class Follows:
    """The tables of follows. Keys are names folded: the front desk folds them."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db, self._clock = db, clock

    def all(self) -> list[Followed]:
        """Return what is followed, by name."""
        return [_followed(row) for row in self._db.rows(f"{_SELECT} ORDER BY name COLLATE NOCASE, key")]

    def find(self, name: str) -> Followed:
        """Return the follow of this name, else the first with this alias or title; NotFoundError."""
        if (found := _find(self._db.connection(), name_key(name))) is None:
            raise NotFoundError(
                f"Nothing of that name (“{name}”) is followed; `newsreel follow` follows it, "
                "and `newsreel following` lists what is."
            )
        return found

    def record(self, name: str, kind: FollowKind) -> Followed | None:
        """Return the follow of exactly this name and kind: another may be found by the same key."""
        mine = "key IN (SELECT follow_key FROM follow_key WHERE key = ?) AND (name, kind) = (?, ?)"
        row = self._db.row(f"{_SELECT} WHERE {mine}", (name_key(name), name, kind))
        return None if row is None else _followed(row)

    def namesakes(self, title: str) -> Namesakes:
        """Return what goes by a title, folded, or by that and a year."""
        return namesakes(self._db.connection(), title)

    def known(self, key: str) -> bool:
        """Tell whether a name, an alias or a title is followed."""
        return _find(self._db.connection(), key) is not None

    def save(self, key: str, value: Follow, keys: Iterable[str]) -> None:
        """Follow from now on, or change what is followed. `keys`: the name and its aliases, folded."""
        with self._db.write(durable=True) as write:
            _save(write, key, value, keys, int(self._clock()))

    def change(
        self,
        title: str,
        call: Callable[[Namesakes], Called],
        change: Callable[[Called, Followed | None], tuple[str, Follow]],
    ) -> str:
        """Have a name changed (None: one that is new) and saved, with what moves for it; return its key.

        All in one transaction. `call`: what it goes by among what goes by a title, folded.
        """
        with self._db.write(durable=True) as write:
            now, called = int(self._clock()), call(namesakes(write, title))
            place(write, called.moved, now)
            held = _find(write, name_key(called.name))
            key, value = change(called, held)
            _put(write, Placed(key, held.key if held else None, value), now)
        return key

    def put(self, placed: Placed) -> None:
        """Follow otherwise than before, maybe under another key; UsageError where that is another's."""
        with self._db.write(durable=True) as write:
            _put(write, placed, int(self._clock()))

    def place(self, choose: Callable[[Namesakes], T]) -> tuple[T, list[Placed]]:
        """Have what is followed chosen from and changed, and save what changed, all in one transaction."""
        with self._db.write(durable=True) as write:
            shelf = namesakes(write)
            chosen = choose(shelf)
            placed = shelf.placed()
            place(write, placed, int(self._clock()))
        return chosen, placed

    def titles(self) -> list[str]:
        """Return the names of the films that are followed, and their other names."""
        rows = self._db.rows("SELECT name, aliases FROM follow WHERE kind = 'film' ORDER BY key")
        return [title for name, aliases in rows for title in (name, *unpack_words(aliases))]

    def new_titles(self) -> list[str]:
        """Return the names of the films that are followed since news last came that is grouped."""
        return [name for (name,) in self._db.rows(_NEW_FILMS)]

    def restore(self, followed: Followed, keys: Iterable[str]) -> None:
        """Follow again what was given up, as if it never had been."""
        with self._db.write(durable=True) as write:
            put_back(write, followed, keys)

    def remove(self, key: str) -> None:
        """Follow no longer."""
        with self._db.write(durable=True) as write:
            fetch(write, "DELETE FROM follow WHERE key = ?", (key,))

    def look(self, *keys: str) -> None:
        """Note that timelines were looked at: nothing on them is new any more."""
        with self._db.write(durable=True) as write:
            for key in keys:
                fetch(write, _LOOK, (int(self._clock()), key))

    def kind_of(self, key: str) -> FollowKind | None:
        """What the library knows a name as: a film, a person, or nothing yet."""
        kinds = {
            kind for (kind,) in self._db.rows("SELECT DISTINCT kind FROM report_name WHERE key = ?", (key,))
        }
        return "person" if "person" in kinds else "film" if kinds else None


def namesakes(write: apsw.Connection, title: str | None = None) -> Namesakes:
    """Return what is followed by title: all, or what goes by one, folded, or by that and a year."""
    where = "" if title is None else " WHERE key = ? OR key BETWEEN ? AND ?"
    bindings = () if title is None else (title, f"{title} 1", f"{title} 3")
    rows = map(_followed, fetch(write, f"{_SELECT}{where}", bindings))
    return Namesakes((each.key, each.value) for each in rows)


def _find(connection: apsw.Connection, key: str) -> Followed | None:
    """Return what goes by a name, else by an alias, else what the person calls so."""
    for row in fetch(connection, _FIND, (key,)):
        return _followed(row)
    titled = map(_followed, fetch(connection, _TITLED))
    return next((each for each in titled if key and name_key(each.value.called) == key), None)


def _put(write: apsw.Connection, placed: Placed, now: int) -> None:
    """Save a follow; where it moves to another key, nothing else may be there."""
    if placed.was not in (None, placed.key) and fetch(write, _TAKEN, (placed.key,)):
        raise UsageError(f"“{placed.follow.name}” is followed already, so nothing was changed.")
    place(write, [placed], now)


def place(write: apsw.Connection, placed: Iterable[Placed], now: int) -> None:
    """Save follows, some of them under another key than before; all that is kept of them goes along."""
    placed = list(placed)
    moved = [each for each in placed if each.was not in (None, each.key)]
    times = {each.key: fetch(write, _TAKE, (each.was,))[0] for each in moved}
    for each in placed:
        _save(write, each.key, each.follow, (), now)
    for key, kept in times.items():
        fetch(write, _TIMES, (*kept, key))


def put_back(write: apsw.Connection, followed: Followed, keys: Iterable[str] = ()) -> None:
    """Follow as it was followed elsewhere or before, since then."""
    _save(write, followed.key, followed.value, keys, followed.followed_at)
    fetch(write, _TIMES, (followed.looked_at, followed.followed_at, followed.key))


def _save(write: apsw.Connection, key: str, value: Follow, others: Iterable[str], now: int) -> None:
    names = (key, value.name, value.kind, pack_list(value.aliases), value.year, value.guard)
    beside = (pack_list(value.companions), pack_list(value.excludes))
    fetch(write, _SAVE, (*names, value.seen, now, *beside, value.title))
    read_again(write, value.kind, (value.name, *value.aliases))
    fetch(write, "DELETE FROM follow_key WHERE follow_key = ?", (key,))
    for each in filter(None, dict.fromkeys((key, *keys(value), *others))):
        fetch(write, "INSERT INTO follow_key VALUES (?, ?)", (each, key))


def read_again(write: apsw.Connection, kind: FollowKind, names: Iterable[str]) -> None:
    """Have headlines that hold a film's name read once more, now that it is known for one.

    Until they are, those of no film known count as about it: lists, guards and queries agree at once.
    """
    for name in names if kind == "film" else ():
        if " " in name:  # one word alone is never taken for a title
            phrase = name.replace('"', '""')
            for (article,) in fetch(write, _AGAIN, (f'title : "{phrase}"',)):
                fetch(write, _NAMED, (name_key(name), article))


def also_called(write: apsw.Connection, titles: Mapping[str, str]) -> None:
    """Have films that are followed by one name answer to another, too, but for what they are not."""
    for name, title in titles.items():
        for held in map(_followed, fetch(write, _FILMS, (name_key(name),))):
            film = held.value
            if name_key(title) not in {*keys(film), *map(name_key, film.excludes)}:
                more = replace(film, aliases=(*film.aliases, title))
                _save(write, held.key, more, (), held.followed_at)


def _followed(row: Row) -> Followed:
    key, name, kind, aliases, year, guard, seen, looked_at, followed_at, companions, excludes, title = row
    value = Follow(
        name=name,
        kind=kind,
        aliases=unpack_words(aliases),
        year=year,
        guard=guard,
        seen=bool(seen),
        companions=unpack_words(companions),
        excludes=unpack_words(excludes),
        title=title,
    )
    return Followed(key, value, looked_at, followed_at)
