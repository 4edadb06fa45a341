"""Daily copies of the person's own data: subscriptions, read marks, bookmarks with their text.

A copy is a library in which no article is here yet: opened in the place of a lost one, it knows every
bookmark, and what the feeds say again comes back as read as it was.
"""

from __future__ import annotations

import os
import re
import time
from contextlib import closing, suppress
from pathlib import Path

import apsw

from reader.store import migrations
from reader.store.backup import address, draft, look_at, opened, unsound
from reader.store.database import PAGE_SIZE, Database, fetch
from reader.store.faults import HAD_COME, copies_in, explained, had_come, in_order, newest_copy

KEPT = 7
DAY = 86_400
_NAME = "%Y-%m-%d"
_BEFORE = re.compile(r"before-schema-\d+-(\d{1,11})\.db")
_OWN = (
    "folder", "feed", "fetch", "status", "bookmark", "bookmark_body", "follow", "follow_key", "story_pair",
    "story_title", "reading", "bookmark_picture", "quote", "mute", "muted",
)  # fmt: skip
_GIVEN = """
INSERT INTO main.sqlite_sequence
SELECT name, seq FROM live.sqlite_sequence WHERE name IN ('status', 'story', 'mute')
"""
"""What is not in a copy, as the stories and the mutes that ended: what is made anew gets ids never given."""


_SAID = {
    "folder": "id, name",
    "feed": "id, url, own_title, folder_id, full_text, private, removed_at",
    "bookmark": "article_id, saved_at, removed_at, tags, note, full_text, words",
    "bookmark_picture": "article_id",
    "quote": "article_id, key",
    "follow": "key, name, kind, aliases, companions, excludes, year, guard, seen, title",
    "story_pair": "one, other, together",
    "story_title": "article_id, title",
    "mute": "id, query, until",
}
"""What is worth another copy on the same day; what is read, and how far, would make one at each refresh."""
_DIFFERS = """
SELECT EXISTS (SELECT {0} FROM live.{1} EXCEPT SELECT {0} FROM main.{1})
    OR EXISTS (SELECT {0} FROM main.{1} EXCEPT SELECT {0} FROM live.{1})
"""


def back_up(db: Database, *, now: float) -> Path | None:
    """Write today's copy, and let go of those older than a week of copies.

    One that is there stays if it says all that the person saved, wrote, followed and left until now. What was
    read since it was made is in that of the next day.
    """
    folder = db.path.parent / "backups"
    target = folder / f"{time.strftime(_NAME, time.localtime(now))}.db"
    if target.exists() and _says_all(target, db.path):
        return None
    with explained(target):
        _go_on_from(db, folder)
        with draft(target, own=True) as part:
            try:
                _copy(db.path, part, int(now))
            except apsw.CorruptError:  # what is damaged is the library: the copy is new
                with explained(db.path):
                    raise
            os.utime(part, (now, now))
        copies = in_order(folder.glob("????-??-??.db"))
        for old in copies[:-KEPT]:
            old.unlink()
        _let_go_of_halves(folder, now)
        _let_go_of_schemas(folder, copies[-KEPT:], db.path)
    return target


def _go_on_from(db: Database, folder: Path) -> None:
    """Have a library that was begun anew give ids after those of its copies, as what had come orders them.

    Else each copy of it would count as the oldest, and be let go of. The newest from before stays for good.
    """
    copies = copies_in(folder)
    if not copies or had_come(copies[-1]) <= _came_here(db):
        return
    before = newest_copy(folder)
    if before is None or had_come(before) <= _came_here(db):
        return
    seen, _ = had_come(before)
    if not before.name.startswith("library-"):
        names = (folder / f"library-{before.stem}-{n:06}.db" for n in range(1000))
        before.rename(next(name for name in names if not name.exists()))
    with db.write(durable=True) as write:
        write.execute("DELETE FROM sqlite_sequence WHERE name = 'status'")
        write.execute("INSERT INTO sqlite_sequence VALUES ('status', ?)", (seen + 1,))


def _came_here(db: Database) -> tuple[int, int]:
    seen, saved = db.rows(HAD_COME)[0]
    return int(seen), int(saved)


def _let_go_of_schemas(folder: Path, copies: list[Path], library: Path) -> None:
    """Remove what was copied before an upgrade, once a week of later copies and the library are sound."""
    first = min(copy.stem for copy in copies)
    before = [copy for copy in folder.glob("before-schema-*.db") if _day(copy) < first]
    if before and len(copies) == KEPT and not any(map(unsound, (*copies, library))):
        for copy in before:
            copy.unlink()


def _day(copy: Path) -> str:
    """Return the day of a copy from before an upgrade; of a name that is not ours, one that never comes."""
    made = _BEFORE.fullmatch(copy.name)
    return time.strftime(_NAME, time.localtime(int(made[1]))) if made else "never"


def _let_go_of_halves(folder: Path, now: float) -> None:
    """Remove what is left of copies that were killed in the making: nobody works a day at one."""
    for half in folder.glob("*.db.part*"):
        if now - half.stat().st_mtime > DAY:
            half.unlink(missing_ok=True)


def _says_all(copy: Path, library: Path) -> bool:
    """Tell whether a copy holds what the person said; a damaged one, or one of an older version, does not."""
    with suppress(apsw.Error), closing(look_at(copy)) as made:
        made.execute("ATTACH ? AS live", (address(library),))
        return not any(made.execute(_DIFFERS.format(said, name)).get for name, said in _SAID.items())
    return False


def _copy(library: Path, part: Path, now: int) -> None:
    copy = opened(part)
    try:
        copy.pragma("page_size", PAGE_SIZE)
        migrations.bring_up_to_date(copy, part, now)
        copy.execute("ATTACH ? AS live", (address(library),))
        with copy:
            for table in _OWN:
                names = [row[1] for row in fetch(copy, f"PRAGMA main.table_info({table})")]
                values = ["0" if name == "listed" else name for name in names]
                copy.execute(
                    f"INSERT INTO main.{table} ({', '.join(names)}) "
                    f"SELECT {', '.join(values)} FROM live.{table}"
                )
            copy.execute("DELETE FROM main.sqlite_sequence WHERE name IN ('status', 'story', 'mute')")
            copy.execute(_GIVEN)
            # The articles are not here: feeds must say them again, at once, not that nothing has changed.
            copy.execute("UPDATE main.fetch SET etag = NULL, last_modified = NULL")
            copy.execute("UPDATE main.fetch SET next_due = min(next_due, ?) WHERE status = 'ok'", (now,))
    finally:
        copy.close()
