"""Rows of the index are in the order of lists, whenever what stands in them came."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.library import Library
from reader.store.places import STEP, Place, take
from tests.store.shelf import NOW

BATCHES = st.lists(
    st.lists(st.tuples(st.integers(0, 12) | st.integers(0, NOW), st.integers(1, 400)), max_size=40),
    max_size=8,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(BATCHES)
def test_rows_run_in_the_order_of_lists_and_what_moved_is_learnt_again(
    library: Library, batches: list[list[tuple[int, int]]]
) -> None:
    db = library._db
    with db.write() as write:
        for table in ("document", "search", "unindexed"):
            write.execute(f"DELETE FROM {table}")
    there: dict[int, Place] = {}
    for batch in batches:
        new = {number: Place(sort, number) for sort, number in batch if number not in there}
        before = dict(db.rows("SELECT article_id, id FROM document"))
        with db.write() as write:
            take(write, new.values())
            write.execute(
                "INSERT INTO search (rowid) SELECT id FROM document EXCEPT SELECT rowid FROM search"
            )
        there |= new
        rows = db.rows("SELECT article_id, id, sort FROM document ORDER BY id")
        assert sorted(there.values()) == [Place(sort, number) for number, _, sort in rows]
        moved = {number for number, row, _ in rows if before.get(number, row) != row}
        again = {number for (number,) in db.rows("SELECT article_id FROM unindexed")}
        assert moved <= again
    assert db.value("SELECT count(*) FROM search") == len(there)


def test_a_library_that_fills_backwards_moves_few(library: Library) -> None:
    """Feed by feed, as an index is taught: each one's articles among those of all before it."""
    db = library._db
    with db.write() as write:
        for feed in range(40):
            take(write, (Place(entry * 7200 - feed, feed * 25 + entry) for entry in range(25)))
            write.execute(
                "INSERT INTO search (rowid) SELECT id FROM document EXCEPT SELECT rowid FROM search"
            )
    ids = [row for (row,) in db.rows("SELECT id FROM document ORDER BY sort, article_id")]
    assert ids == sorted(ids)
    assert db.value("SELECT total(turn + 1) FROM unindexed") < 5 * len(ids)
    assert ids[-1] - ids[0] < 4 * STEP * len(ids)


def test_a_feed_between_two_others_moves_no_more_than_it_brings(library: Library) -> None:
    """Else one with twenty articles of a day long ago has the whole library indexed again."""
    db = library._db
    with db.write() as write:
        take(write, (Place(number * 100, number) for number in range(5000)))
        write.execute("INSERT INTO search (rowid) SELECT id FROM document")
        take(write, (Place(250_050, 10_000 + number) for number in range(40)))
    assert db.value("SELECT total(turn + 1) FROM unindexed") < 40


def test_a_day_that_grows_one_by_one_moves_few_at_a_time(library: Library) -> None:
    db = library._db
    with db.write() as write:
        take(write, (Place(number * 100, number) for number in range(5000)))
        write.execute("INSERT INTO search (rowid) SELECT id FROM document")
        moved = []
        for number in range(500):
            write.execute("DELETE FROM unindexed")
            take(write, [Place(250_050, 10_000 + number)])
            write.execute(
                "INSERT INTO search (rowid) SELECT id FROM document EXCEPT SELECT rowid FROM search"
            )
            moved.append(db.value("SELECT count(*) FROM unindexed"))
    assert (max(moved) < 1500, sum(moved) < 50 * 500) == (True, True)
