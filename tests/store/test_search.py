"""Searching a real library: what is found, in what order, and by which plan."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reader.document import Document, Paragraph, Span
from reader.errors import QueryError
from reader.incoming import Entry, ParsedFeed
from reader.library import Library
from reader.model import Key, View
from reader.store.bodies import unpack
from reader.store.database import Database
from reader.store.indexing import Index
from reader.store.query import parse
from reader.store.search import Search
from reader.store.waiting import pending
from tests.store.shelves import DAY, NOW, Doc, answer, fill, matches, plain
from tests.store.test_query import PIECES


class Shelf:
    """A filled library, its search, and everything in it."""

    def __init__(self, path: Path, seed: int) -> None:
        self.docs = fill(path, seed=seed)
        self.db = Database(path, lambda: NOW)
        self.search = Search(self.db, lambda: NOW)
        index(self.db)

    def expected(self, query: str) -> list[Key]:
        tree = parse(query)
        found = [Key(d.sort, d.id) for d in self.docs if matches(d, tree)]
        return sorted(found, key=lambda key: (key.sort, key.id), reverse=True)


def index(db: Database) -> None:
    index = Index(db, lambda tree: plain(unpack(tree)))
    while index.batch():
        pass


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    shelf = Shelf(tmp_path_factory.mktemp("shelf") / "library.db", seed=7)
    yield shelf
    shelf.db.close()


QUERIES = [
    *("", "heat", "heat dune", '"heat dune"', "-heat", "heat -dune", "heat OR dune", "(heat OR dune) -mann"),
    *(
        "he*",
        '"mann ve"*',
        "ete",
        "été",
        "spider-man",
        "M*A*S*H",
        "Ocean's",
        "Ocean’s",
        "heat & dune",
        "&",
        "-&",
    ),
    *("title:heat", "body:heat", "author:mann", "category:venice", "-title:heat", "title:(heat OR dune)"),
    *("feed:variety", "feed:VARIETY heat", "-feed:variety", "feed:slate", "feed:a", "feed:nowhere"),
    *("folder:trade", "folder:Elan", "-folder:trade", "folder:nowhere heat", "folder:trade is:unread"),
    *("tag:cannes", 'tag:"to read"', "-tag:cannes", "tag:ete heat", "tag:cannes OR heat"),
    *("is:unread", "is:read", "is:bookmarked", "-is:bookmarked", "is:unread heat", "-is:unread -heat"),
    *(
        "feed:variety is:unread",
        "is:followed",
        "-is:guarded heat",
        "film:heat",
        "-story:x",
        "beat:casting OR heat",
    ),
    *("has:full-text", "has:image", "has:trailer", "has:note", "has:date", "-has:date", "-has:note heat"),
    *("after:7d", "before:7d", "after:2026-09 heat", "before:today", "after:yesterday", "after:3w before:1w"),
    *(
        "heat OR is:bookmarked",
        "heat (dune OR is:unread)",
        "-(heat OR is:unread)",
        "heat -(dune feed:variety)",
    ),
    *("is:unread OR (heat -dune)", '-("heat" dune) mann', "(-heat OR dune)", "-heat OR -dune", "heat OR &"),
]


@pytest.mark.parametrize("query", QUERIES)
def test_finds_what_a_plain_reading_of_the_query_finds(shelf: Shelf, query: str) -> None:
    keys = shelf.search.keys(View("search", query=query), limit=1000)
    assert shelf.expected(query) == keys
    assert len(keys) == shelf.search.count(View("search", query=query))
    assert sorted(k.id for k in keys) == sorted(shelf.search.ids(View("search", query=query)))


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("sort", ["newest", "oldest"])
def test_pages_follow_each_other(shelf: Shelf, query: str, sort: str) -> None:
    view = View("search", query=query)
    paged: list[Key] = []
    while page := shelf.search.keys(view, after=paged[-1] if paged else None, limit=7, sort=sort):  # type: ignore[arg-type]
        paged += page
    expected = shelf.expected(query)
    assert (expected if sort == "newest" else expected[::-1]) == paged


def test_random_queries(shelf: Shelf) -> None:
    rng = random.Random(11)
    simple = [q for q in QUERIES if q and " " not in q]
    for _ in range(300):
        parts = rng.choices(simple, k=rng.randint(1, 4))
        query = "".join(part + rng.choice([" ", " OR "]) for part in parts[:-1]) + parts[-1]
        query = f"({query}) {rng.choice(simple)}" if rng.random() < 0.3 else query
        assert shelf.expected(query) == shelf.search.keys(View("search", query=query), limit=1000), query


VIEWS: dict[View, Callable[[Doc], bool]] = {
    View("all", query="heat"): lambda _: True,
    View("unread", query="heat"): lambda d: "is:unread" in d.facts,
    View("today", query="heat OR -heat"): lambda d: d.sort >= NOW - NOW % DAY,
    View("feed", feed_id=1, query="heat"): lambda d: d.feed == "Variety",
    View("folder", folder="Trade", query="-heat"): lambda d: d.folder == "Trade",
    View("unread", folder="Trade", query="has:image"): lambda d: (
        d.folder == "Trade" and "is:unread" in d.facts
    ),
    View("all", query="is:bookmarked"): lambda _: True,
}


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_a_query_narrows_a_list(shelf: Shelf, view: View) -> None:
    listed = [d for d in shelf.docs if not d.gone and VIEWS[view](d) and matches(d, parse(view.query))]
    expected = sorted((Key(d.sort, d.id) for d in listed), key=lambda k: (k.sort, k.id), reverse=True)
    assert expected == shelf.search.keys(view, limit=1000)


def test_bookmarks_are_found_in_the_order_they_were_saved(shelf: Shelf) -> None:
    found = shelf.search.keys(View("bookmarks", query="heat"), limit=1000)
    saved = {d.id: d for d in shelf.docs if "is:bookmarked" in d.facts and matches(d, parse("heat"))}
    assert [Key(NOW * 1_000_000, i) for i in sorted(saved, reverse=True)] == found
    assert any(saved[key.id].gone for key in found)


def plans(shelf: Shelf, view: View, sort: str = "newest") -> list[str]:
    """Every step of every plan behind one page, from its middle."""
    steps = []
    for walk in shelf.search._walks(view, shelf.search._conditions(view)):
        sql, values = walk.page(Key(NOW - 9 * DAY, 20), 50, sort == "newest")
        steps += [row[3] for row in shelf.db.rows(f"EXPLAIN QUERY PLAN {sql}", values)]
    return steps


SMALL = ("SCAN follow_key", "SCAN follow", "SCAN w")  # what a person follows: dozens
FEW = ("is:bookmarked", "tag:", "has:note")  # walks the bookmarks, which are few, and sorts those


@pytest.mark.parametrize("sort", ["newest", "oldest"])
@pytest.mark.parametrize("kind", ["all", "unread", "today", "bookmarks"])
@pytest.mark.parametrize("query", [q for q in QUERIES if q and not any(few in q for few in FEW)])
def test_pages_come_in_order_without_sorting(shelf: Shelf, query: str, kind: str, sort: str) -> None:
    steps = plans(shelf, View(kind, query=query), sort)  # type: ignore[arg-type]
    assert [s for s in steps if "TEMP B-TREE" in s] == []
    assert [s for s in steps if s.startswith("SCAN") and "INDEX" not in s and s not in SMALL] == []


def test_the_cheapest_index_is_walked(shelf: Shelf) -> None:
    assert "INDEX list_unread" in plans(shelf, View("all", query="is:unread has:image"))[0]
    assert "INDEX list_feed_unread (feed_id=?" in plans(shelf, View("all", query="feed:variety is:unread"))[0]
    assert "INDEX list_folder (folder_id=?" in plans(shelf, View("all", query="folder:trade"))[0]
    assert "SCAN search VIRTUAL TABLE" in plans(shelf, View("all", query="heat is:unread"))[0]


def test_the_best_match_comes_first(tmp_path: Path) -> None:
    with library_of(
        tmp_path, ["A film", "Heat 2", "Heat"], ["heat heat heat", "", "heat in the body"]
    ) as library:
        index(library._db)
        search = Search(library._db, lambda: NOW)
        best = search.keys(View("search", query="heat"), sort="relevance")
        assert [row.title for row in library.rows([k.id for k in best])] == ["Heat 2", "Heat", "A film"]
        first = search.keys(View("search", query="heat"), sort="relevance", limit=1)
        rest = search.keys(View("search", query="heat"), sort="relevance", after=first[0])
        assert best == first + rest


def test_live_the_last_word_matches_what_it_begins(tmp_path: Path) -> None:
    with library_of(tmp_path, ["Venice opens"], [""]) as library:
        index(library._db)
        search = Search(library._db, lambda: NOW)
        assert [k.id for k in search.keys(View("search", query="opens ven"), live=True)] == [1]
        assert search.keys(View("search", query="opens ven")) == []


def library_of(tmp_path: Path, titles: list[str], bodies: list[str], published: int | None = None) -> Library:
    library = Library(tmp_path / "library.db", clock=lambda: NOW)
    feed = library.subscribe("https://a.example/feed")
    library.save_feed(feed.id, feed_of(titles, bodies, published), answer())
    return library


def feed_of(titles: list[str], bodies: list[str], published: int | None = None) -> ParsedFeed:
    """Ids follow the order of the titles: a feed's last entry is its oldest, and saved first."""
    entries = tuple(
        Entry(
            guid=str(number),
            url=f"https://a.example/{number}",
            title=title,
            published=NOW - 1000 if published is None else published,
            document=Document((Paragraph((Span(body),)),)),
        )
        for number, (title, body) in enumerate(zip(titles, bodies, strict=True))
    )
    return ParsedFeed(format="rss 2.0", title="A", entries=entries[::-1])


def found(library: Library, query: str) -> list[int]:
    return [k.id for k in Search(library._db, lambda: NOW).keys(View("search", query=query))]


def test_the_index_follows_every_change(tmp_path: Path) -> None:
    with library_of(tmp_path, ["Heat", "Dune"], ["one", "two"]) as library:
        make = Index(library._db, lambda tree: plain(unpack(tree)))
        assert pending(library._db)
        assert found(library, "heat") == []
        assert not make.batch()
        assert not pending(library._db)
        assert found(library, "heat one") == [1]

        changed = feed_of(["Heat 2", "Dune"], ["three", "two"], NOW - 500)
        library.save_feed(1, changed, answer())
        index(library._db)
        assert [found(library, "one"), found(library, "three")] == [[], [1]]
        ids = library._db.rows("SELECT sort, article_id FROM document ORDER BY article_id")
        assert library._db.rows("SELECT sort, id FROM status ORDER BY id") == ids

        library.bookmark(1)
        library.unsubscribe(1)
        index(library._db)
        assert [found(library, "heat"), found(library, "dune")] == [[1], []]
        library.unbookmark(1)
        index(library._db)
        assert [found(library, "heat"), library._db.value("SELECT count(*) FROM document")] == [[], 0]
        library.resubscribe(1)
        library.restore_bookmark(1)
        index(library._db)
        assert [found(library, "heat"), found(library, "dune")] == [[1], [2]]


def test_what_changes_while_it_is_read_is_read_again(tmp_path: Path) -> None:
    with library_of(tmp_path, ["Heat"], ["one"]) as library:

        def words(tree: bytes) -> str:
            if plain(unpack(tree)) == "one":
                library.save_feed(1, feed_of(["Heat"], ["two"]), answer())
            return plain(unpack(tree))

        assert Index(library._db, words).batch()
        index(library._db)
        assert [found(library, "one"), found(library, "two")] == [[], [1]]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=12).map("".join))
@example("feed:2")
@example("feed:é")
def test_any_odd_query_finds_what_it_says_or_is_refused(shelf: Shelf, text: str) -> None:
    with suppress(QueryError):
        parse(text)
        assert shelf.search.keys(View("search", query=text), limit=1000) == shelf.expected(text)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=40))
def test_any_text_is_searched_for_or_refused(shelf: Shelf, text: str) -> None:
    with suppress(QueryError):
        shelf.search.count(View("search", query=text))


@pytest.mark.parametrize(
    "text",
    [
        "is:read OR " * 150 + "x",
        "is:read -heat " * 140,
        "heat OR -dune " * 140,
        "a " * 300,
        "a OR " * 200 + "c OR " * 190 + "b",
        '-"a" ' * 390,
        "(-is:read OR (" * 49 + "a" + " OR b))" * 49,
        "feed:a " * 280,
        "-(is:read " * 49 + "-x" + ")" * 49,
    ],
    ids=lambda text: text[:14],
)
def test_long_queries_are_answered(shelf: Shelf, text: str) -> None:
    assert shelf.search.keys(View("search", query=text), limit=1000) == shelf.expected(text)


def test_a_damaged_text_holds_nothing_up(tmp_path: Path) -> None:
    with library_of(tmp_path, ["Heat", "Dune"], ["one", "two"]) as library:
        with library._db.write() as write:
            write.execute("UPDATE body SET tree = x'00' WHERE article_id = 1")
        index(library._db)
        assert [found(library, "heat"), found(library, "two")] == [[1], [2]]


def test_what_stands_in_the_way_of_another_is_indexed_again(tmp_path: Path) -> None:
    with library_of(tmp_path, ["Heat"] * 25, [""] * 25) as library:
        with library._db.write() as write:
            write.execute("UPDATE status SET sort = sort + id")
        index(library._db)
        with library._db.write() as write:  # as if the room between all of them were used up
            write.execute("UPDATE document SET id = article_id")
            write.execute("INSERT INTO search (search) VALUES ('delete-all')")
            write.execute("INSERT INTO search (rowid, title) SELECT id, 'Heat' FROM document")
            write.execute("UPDATE status SET sort = sort - 15 WHERE id = 20")
        assert Index(library._db, lambda tree: plain(unpack(tree))).batch()
        index(library._db)
        search = Search(library._db, lambda: NOW)
        keys = search.keys(View("search", query="heat"), limit=10)
        rest = search.keys(View("search", query="heat"), after=keys[-1])
        assert library.keys(View("all"), limit=99) == [*keys, *rest]


def test_the_index_is_sound_after_many_batches(shelf: Shelf) -> None:
    with shelf.db.write() as write:
        write.execute("INSERT INTO search (search) VALUES ('integrity-check')")
    assert {d.id for d in shelf.docs} == {i for (i,) in shelf.db.rows("SELECT article_id FROM document")}


@pytest.mark.parametrize(
    "text", ["heat AND dune", "NEAR(heat dune)", "title : heat", "^heat", "{title}: x", "a + b"]
)
def test_full_text_syntax_is_nothing_but_words(shelf: Shelf, text: str) -> None:
    assert shelf.expected(text) == shelf.search.keys(View("search", query=text), limit=1000)
