"""What is muted goes wherever the library goes."""

from __future__ import annotations

from pathlib import Path

from msgspec.json import decode, encode

from reader.library import Library
from reader.library.mending import restore
from reader.store.carried import Carried
from tests.made import begun
from tests.store.shelf import NOW, Clock, entry, save, unread

FEED = "https://film.test/feed"
ENTRIES = tuple(entry(name) for name in ("a", "b", "c", "d"))


def index(library: Library) -> None:
    while library.index_batch():
        pass
    library.mute_arrived()


def filled(path: Path) -> Library:
    """A library of four articles: the mute marked three, of which one was touched since."""
    library = Library(begun(path), clock=Clock())
    save(library, library.subscribe(FEED), *ENTRIES)
    index(library)
    library.mute("gone")
    library.unmute(1)
    assert library.mute("title:title -d", until="2027-01-01")[1] == 3
    library.mark([2], read=False)
    return library


def sent(library: Library) -> Carried:
    return decode(encode(library.carried()), type=Carried)


def test_a_whole_copy_brings_back_what_is_muted(tmp_path: Path) -> None:
    with filled(tmp_path / "library.db") as library:
        made = library.mutes()
        library.copy_to(tmp_path / "copy.db")
        library.unmute(2)
        assert library.mute("later")[0].id == 3
    restore(tmp_path / "library.db", tmp_path / "copy.db", now=NOW)
    with Library(tmp_path / "library.db", clock=Clock()) as library:
        assert (library.mutes(), len(unread(library))) == (made, 2)
        assert library.mute("another")[0].id == 4
        assert (library.unmute(2)[1], len(unread(library))) == (2, 4)


def test_what_is_muted_travels_to_a_new_library(tmp_path: Path) -> None:
    with filled(tmp_path / "one.db") as one, Library(tmp_path / "two.db", clock=Clock()) as two:
        assert [two.take_in(sent(one)).mutes for _ in range(2)] == [1, 0]
        [mute] = two.mutes()
        assert (mute.query, mute.until, mute.since, mute.muted) == ("title:title -d", "2027-01-01", NOW, 2)
        save(two, two.feeds()[0], *ENTRIES, entry("e"))
        index(two)
        assert sorted(unread(two)) == sorted(unread(one))
        assert (two.unmute(mute.id)[1], len(unread(two))) == (3, 5)


def test_what_is_muted_travels_to_a_library_that_has_the_articles(tmp_path: Path) -> None:
    with filled(tmp_path / "one.db") as one, Library(tmp_path / "two.db", clock=Clock()) as two:
        save(two, two.subscribe(FEED), *ENTRIES, entry("e"))
        index(two)
        two.bookmark(4)  # b; c was touched there, e is here
        two.mark([1], read=True)
        two.mark([1], read=False)
        two.take_in(sent(one))
        before = unread(two)
        assert sorted(before) == ["Title b", "Title c", "Title d", "Title e"]
        assert [each.muted for each in two.mutes()] == [1]
        two.take_in(sent(one))
        assert unread(two) == before


def test_what_is_muted_here_keeps_its_date(tmp_path: Path) -> None:
    with filled(tmp_path / "one.db") as one, Library(tmp_path / "two.db", clock=Clock()) as two:
        two.mute("title:title  -d")
        assert two.take_in(sent(one)).mutes == 0
        assert [(each.id, each.until) for each in two.mutes()] == [(1, None)]


def test_a_mute_that_is_over_travels_and_marks_nothing_more(tmp_path: Path) -> None:
    with filled(tmp_path / "one.db") as one, Library(tmp_path / "two.db", clock=Clock(NOW + 1e8)) as two:
        save(two, two.subscribe(FEED), entry("e", published=NOW + 1e8))
        index(two)
        assert two.take_in(sent(one)).mutes == 1
        assert unread(two) == ["Title e"]


def test_a_feed_is_muted_elsewhere_whatever_its_number_is_there(tmp_path: Path) -> None:
    address = "https://me:secret@film.test/feed"
    with Library(tmp_path / "one.db", clock=Clock()) as one, Library(tmp_path / "two.db") as two:
        one.subscribe(address)
        one.mute("feed:1 (heat OR -dune*)")
        one.mute("feed:1999")
        two.subscribe("https://other.test/feed")
        assert [two.take_in(sent(one)).mutes, two.take_in(sent(one)).mutes] == [2, 0]
        queries = [f'feed:"{address}" (heat OR -dune*)', "feed:1999"]
        assert [each.query for each in two.mutes()] == queries
        assert two.mute("feed:2 (heat OR -dune*)")[0].id == 1
        assert one.take_in(sent(two)).mutes == 0
        assert [each.query for each in one.mutes()] == ["feed:1 (heat OR -dune*)", "feed:1999"]
