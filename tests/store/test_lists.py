"""Every list comes from one index, at any size, and its counts are kept."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from reader.library import Library
from reader.model import Feed, Key, Sort, View
from reader.store.saving import COUNTED
from tests.store.shelf import DAY, HOUR, NOW, Clock, answer, entry, parsed, save, titles

FEEDS, FOLDERS = 4, 2
VIEWS = {
    "all": View("all"),
    "today": View("today"),
    "unread": View("unread"),
    "feed": View("feed", feed_id=3),
    "feed unread": View("unread", feed_id=3),
    "folder": View("folder", folder="Folder 1"),
    "folder unread": View("unread", folder="Folder 1"),
    "bookmarks": View("bookmarks"),
}
EVERY_LIST = pytest.mark.parametrize("name", VIEWS)
BOTH_WAYS = pytest.mark.parametrize("sort", ["newest", "oldest"])


def filled(path: Path, size: int) -> Library:
    """A library of that many articles, 40 of them unread and 60 bookmarked, made by SQL alone."""
    library = Library(path, clock=Clock())
    for n in range(FEEDS):
        library.subscribe(f"https://film.test/{n}", folder=f"Folder {n % FOLDERS}")
    with library._db.write() as write:
        # Every 25th article of the newest thousand is unread: each feed and folder has some.
        write.execute(
            """
            WITH n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
            INSERT INTO status (id, feed_id, folder_id, guid_key, sort, first_seen, read)
            SELECT i, 1 + i % ?2, 1 + i % ?3, CAST(i AS BLOB), ?4 - 60 * (?1 - i) - 1, ?4,
                   NOT (i > ?1 - 1000 AND i % 25 = 0)
            FROM n
            """,
            (size, FEEDS, FOLDERS, NOW),
        )
        for count in COUNTED:
            write.execute(count, (1,))
        write.execute("INSERT INTO article (id, title, digest) SELECT id, 'Title ' || id, x'' FROM status")
        write.execute("INSERT INTO body SELECT id, x'', x'' FROM article WHERE id > ?", (size - 60,))
    for key in library.keys(View("all"), limit=60):
        library.bookmark(key.id)
    return library


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with filled(tmp_path_factory.mktemp("small") / "library.db", 1000) as library:
        yield library


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with filled(tmp_path_factory.mktemp("large") / "library.db", 100_000) as library:
        yield library


def places(library: Library, view: View, sort: Sort) -> list[Key | None]:
    """Where pages begin: at the start, and after the fifth."""
    return [None, library.keys(view, limit=5, sort=sort)[-1]]


def steps(library: Library, view: View, sort: Sort, after: Key | None) -> int:
    """The virtual machine's steps for one page of 50."""
    counted: list[int] = []
    connection = library._db.connection()

    def count(event: dict[str, dict[str, int]]) -> None:
        counted.append(event["stmt_status"]["SQLITE_STMTSTATUS_VM_STEP"])

    connection.trace_v2(apsw.SQLITE_TRACE_PROFILE, count, id="steps")
    library.keys(view, after=after, limit=50, sort=sort)
    connection.trace_v2(0, None, id="steps")
    return sum(counted)


@EVERY_LIST
@BOTH_WAYS
def test_a_page_is_read_off_a_covering_index(small: Library, name: str, sort: Sort) -> None:
    for after in places(small, VIEWS[name], sort):
        sql, bindings = small._lists.page(VIEWS[name], after=after, limit=50, sort=sort)
        plan = [row[3] for row in small._db.rows(f"EXPLAIN QUERY PLAN {sql}", bindings)]
        lists = [step for step in plan if "status" in step or "bookmark" in step]
        assert len(lists) == 1
        assert "USING COVERING INDEX list_" in lists[0]
        assert "B-TREE" not in " ".join(plan)
        assert "OFFSET" not in sql


@EVERY_LIST
@BOTH_WAYS
def test_a_page_costs_the_same_at_any_size(small: Library, large: Library, name: str, sort: Sort) -> None:
    view = VIEWS[name]
    for here, there in zip(places(small, view, sort), places(large, view, sort), strict=True):
        cost, same = steps(small, view, sort, here), steps(large, view, sort, there)
        assert cost * 0.8 <= same <= cost * 1.2


@EVERY_LIST
@BOTH_WAYS
def test_pages_hold_every_article_once_and_in_order(small: Library, name: str, sort: Sort) -> None:
    view, found, after = VIEWS[name], list[Key](), None
    while page := small.keys(view, after=after, limit=37, sort=sort):
        found += page
        after = page[-1]
    order = sorted(found, key=lambda key: (key.sort, key.id), reverse=sort == "newest")
    assert (found, len(set(found))) == (order, small.count(view))


@EVERY_LIST
def test_a_count_is_what_the_list_holds(large: Library, name: str) -> None:
    assert large.count(VIEWS[name]) == len(large.keys(VIEWS[name], limit=200_000))


def test_counts_are_cheap(large: Library) -> None:
    counts = large.counts()
    assert (counts.unread, counts.total, counts.bookmarks) == (40, 100_000, 60)
    assert (sum(counts.feeds.values()), sum(counts.folders.values())) == (40, 40)
    today = set(large.keys(View("today"), limit=10_000))
    assert counts.today == len(today & set(large.keys(View("unread"))))


def test_rows_cost_by_the_row_and_read_no_bodies(large: Library) -> None:
    ids = [key.id for key in large.keys(View("all"), limit=50)]
    tables: set[str | None] = set()

    def note(action: int, table: str | None, column: str | None, *_: object) -> int:
        tables.add(table)
        return apsw.SQLITE_OK

    connection = large._db.connection()
    connection.authorizer = note
    rows = large.rows([ids[3], 10**9, ids[0]])
    connection.authorizer = None
    assert [row.id for row in rows] == [ids[3], ids[0]]
    assert not tables & {"body", "bookmark_body"}


# ---------------------------------------------------------------- order and counts as things happen


def test_undated_articles_lie_where_they_were_first_seen_in_the_feeds_order(
    library: Library, clock: Clock
) -> None:
    feed = library.subscribe("https://film.test/feed")
    save(library, feed, *(entry(name, published=None) for name in "abc"))
    clock.now += HOUR
    save(library, feed, *(entry(name, published=None) for name in "xyabc"))
    assert titles(library, View("all")) == [f"Title {name}" for name in "xyabc"]


def test_a_date_that_is_moved_up_does_not_move_the_article(library: Library, clock: Clock) -> None:
    feed = library.subscribe("https://film.test/feed")
    save(library, feed, entry("a", published=NOW - 2 * HOUR), entry("b", published=NOW - 3 * HOUR))
    clock.now += DAY
    save(library, feed, entry("b", published=NOW))
    assert titles(library, View("all")) == ["Title a", "Title b"]
    save(library, feed, entry("a", published=NOW - 5 * HOUR))
    assert titles(library, View("all")) == ["Title b", "Title a"]
    assert library.article(library.keys(View("all"))[0].id).published == NOW


def test_counts_follow_whatever_happens(library: Library, clock: Clock) -> None:
    chance = random.Random(7)
    feeds = [library.subscribe(f"https://film.test/{n}", folder="AB"[n % 2]) for n in range(4)]

    def followed(feed: Feed) -> bool:
        return any(f.id == feed.id for f in library.feeds())

    def refreshed(feed: Feed) -> None:
        dates = [clock.now - chance.randrange(9 * DAY) for _ in range(6)]
        library.save_feed(
            feed.id,
            parsed(*(entry(str(chance.randrange(40)), published=date) for date in dates)),
            answer(clock),
        )

    def marked(feed: Feed) -> None:
        library.mark([chance.randrange(1, 60) for _ in range(9)], read=chance.random() < 0.7)
        library.mark_view(View("unread", feed_id=feed.id), read=chance.random() < 0.5)

    def left(feed: Feed) -> None:
        (library.unsubscribe if followed(feed) else library.resubscribe)(feed.id)

    def moved(feed: Feed) -> None:
        if followed(feed):
            library.edit_feed(feed.id, folder=chance.choice("AB"))

    for _ in range(150):
        chance.choice([refreshed, marked, left, moved])(chance.choice(feeds))
        clock.now += chance.randrange(HOUR)
        views = [
            View("all"),
            View("unread"),
            View("today"),
            View("folder", folder="A"),
            View("unread", folder="B"),
        ]
        views += [View("feed", feed_id=f.id) for f in feeds]
        assert [library.count(v) for v in views] == [len(library.keys(v, limit=10**6)) for v in views]
        counts = library.counts()
        assert counts.feeds == {f.id: f.unread for f in library.feeds() if f.id in counts.feeds}
        both = set(library.keys(View("today"))) & set(library.keys(View("unread")))
        assert counts.today == len(both)
