"""Bringing a copy back: never in the place of something that is not kept.

A sound library is copied aside and then filled from the copy in one transaction, so that readers that are
open see it change. A damaged one is moved aside with its log.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import apsw

from reader.errors import DamagedError, StoreError
from reader.store import migrations
from reader.store.backup import address, copy_to, draft, faults_of, forget, look_at, opened, sync
from reader.store.faults import explained, gives, is_full, newest_copy, refuse
from reader.store.genuine import strange
from reader.store.legible import illegible, make_legible
from reader.store.salvage import keep_ids, salvage

PAGE_SIZE = 8192
BUSY_MS = 5000
BESIDE = ("-wal", "-shm")


def restore(path: Path, source: Path | None, *, now: float) -> tuple[Path | None, Path | None]:
    """Put a copy (None: the newest of the daily ones that is sound) in the place of the library.

    Return the copy taken, None where a damaged library has none and is what there is of it; and where what
    was there is kept now, None where nothing was there.
    """
    chosen = source or newest_copy(path.parent / "backups")
    if chosen is None and not (_damaged(path) and gives(path)):
        refuse(
            "No copy of the library has been made yet, so nothing was changed; "
            "`newsreel restore FILE` takes one from elsewhere."
        )
    with explained(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        real = Path(os.path.realpath(path))  # where a link leads to, the link stays
        _let_go_of_halves(real)
        staged = real.with_name(f"{real.name}.restored-{os.getpid()}-{os.urandom(4).hex()}")
        try:
            with explained(chosen or staged, mend="name another copy"), _room(real):
                _stage(chosen, staged, int(now))
            return chosen, _put(staged, real, path.parent / "backups", now)
        finally:
            forget(staged)


def followed_in(backups: Path) -> tuple[str, int]:
    """Return the name of the newest copy that is sound, and how many feeds it follows."""
    copy = newest_copy(backups)
    with suppress(apsw.Error):
        if copy is not None:
            with closing(look_at(copy)) as library:
                sql = "SELECT count(*) FROM feed WHERE removed_at IS NULL"
                return copy.stem, int(library.execute(sql).get)
    return "", 0


@contextmanager
def _room(path: Path) -> Iterator[None]:
    """Say of a full disk that it is that of the library: the copy is only read."""
    try:
        yield
    except (apsw.FullError, apsw.IOError) as fault:
        if is_full(fault, path):
            with explained(path):
                raise
        raise


def _let_go_of_halves(path: Path) -> None:
    """Remove what restores that were killed have left, but not what one that is at work has."""
    for half in path.parent.glob(f"{path.name}.restored-*"):
        maker = half.name.removeprefix(f"{path.name}.restored-").partition("-")[0]
        if not (maker.isdecimal() and _at_work(int(maker))):
            half.unlink(missing_ok=True)


def _at_work(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:  # another person's
        pass
    return True


def _damaged(path: Path) -> bool:
    """Tell whether a library is damaged; one that is not there is not."""
    try:
        with explained(path), closing(look_at(path)) as live:
            return bool(_faults(live))
    except StoreError as fault:
        return isinstance(fault, DamagedError)


def _faults(live: apsw.Connection) -> list[str]:
    return faults_of(live) or illegible(live)


def _stage(source: Path | None, staged: Path, now: int) -> None:
    """Make a file of this version's from a copy, or an empty one; refuse what is no copy or not sound."""
    if source is None:
        staged.touch(0o600)
    else:
        _copy(source, staged)
    made = opened(staged)
    try:
        make_legible(made)
        migrations.bring_up_to_date(made, staged, now)
    finally:
        made.close()
    _lay_out(staged, PAGE_SIZE)


def _copy(source: Path, staged: Path) -> None:
    if not source.is_file():
        refuse(f"{source} is no file, so nothing was changed; name a copy made by `newsreel backup`.")
    copy = look_at(source)
    try:
        migrations.check(copy, source)
        if copy.pragma("application_id") != migrations.APPLICATION_ID or copy.pragma("user_version") < 1:
            raise apsw.CorruptError("it is empty")
        # First what it would have SQLite run: to look through it is to run that.
        if found := strange(copy):
            refuse(f"{source} is no copy as Newsreel makes them ({found[0]}); nothing was changed.")
        if faults_of(copy):
            raise apsw.CorruptError("it is not sound")
        with draft(staged) as part:
            copy.execute("VACUUM INTO ?", (address(part),)).fetchall()
    finally:
        copy.close()


def _lay_out(staged: Path, page_size: int) -> None:
    """Lay a file out in pages of that size: SQLite copies it over another only where both have the same."""
    with closing(opened(staged)) as made:
        if made.pragma("page_size") != page_size:
            made.pragma("page_size", page_size)
            made.execute("VACUUM")


def _put(staged: Path, path: Path, backups: Path, now: float) -> Path | None:
    stamp = time.strftime("%Y-%m-%d-%H%M%S", time.localtime(now))
    if not path.exists():
        _move_log(path, _unused(path.with_name(f"library-damaged-{stamp}.db"), "-wal"))
        staged.replace(path)
        sync(path.parent)
        return None
    before = path.stat()
    try:
        with explained(path):
            return _fill(path, staged, backups / f"before-restore-{stamp}.db")
    except DamagedError:
        with explained(path), _held(path, before):
            aside = _unused(path.with_name(f"library-damaged-{stamp}.db"))
            salvage(path, staged, int(now))
            _move_aside(path, aside)
            staged.replace(path)
        sync(path.parent)
        return aside


@contextmanager
def _held(path: Path, before: os.stat_result) -> Iterator[None]:
    """Have nobody else write to a damaged library: what they say meanwhile would not be in the new one."""
    with closing(opened(path)) as live:
        live.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)  # nothing is written to it by us
        live.set_busy_timeout(BUSY_MS)
        # So damaged that nobody can: a header's damage may also say that this is only to be read.
        with suppress(apsw.CorruptError, apsw.NotADBError, apsw.ReadOnlyError):
            live.execute("BEGIN IMMEDIATE")
        if not os.path.samestat(before, path.stat()):
            refuse(f"{path} was replaced by another Newsreel just now, so nothing was changed; look at it.")
        yield


def _fill(path: Path, staged: Path, aside: Path) -> Path:
    """Fill a sound library from the staged file, in one transaction; it is copied to `aside` first.

    Return where that copy is: under the next name, where another restore has taken that one.
    """
    with closing(opened(path)) as live:
        live.set_busy_timeout(BUSY_MS)
        migrations.check(live, path)
        if found := _faults(live):
            raise apsw.CorruptError(found[0])
        keep_ids(live, staged)
        _lay_out(staged, int(live.pragma("page_size")))
        with closing(look_at(staged)) as new, live.backup("main", new, "main") as backup:
            backup.step(0)  # from here nobody else writes: it would be in neither
            with closing(look_at(path)) as old:  # not before: it would lack what was written since
                aside = _unused(aside)
                copy_to(old, aside)
            backup.step(-1)
    return aside


def _move_aside(path: Path, aside: Path) -> None:
    """Give a damaged file another name, its log with it: a log left behind would be read into the copy."""
    try:
        os.link(path, aside)  # so that there is never no library: `path` is replaced in one step
    except OSError:
        path.rename(aside)
    _move_log(path, aside)
    sync(path.parent)


def _move_log(path: Path, aside: Path) -> None:
    """Give the log of a library another name; it may have outlived the file."""
    for suffix in BESIDE:
        with suppress(FileNotFoundError):
            path.with_name(path.name + suffix).rename(aside.with_name(aside.name + suffix))


def _unused(path: Path, end: str = "") -> Path:
    """Return the name, or the next one that nothing has, with that end behind it."""
    names = (path.with_stem(f"{path.stem}-{n}") if n else path for n in range(1000))
    return next(name for name in names if not name.with_name(name.name + end).exists())
