"""Articles listed before their texts are made: what is shown meanwhile, and that nothing gets lost."""

from __future__ import annotations

from pathlib import Path

import apsw
import msgspec

from reader.document import Document
from reader.incoming import Entry, Page, ParsedFeed, RawBody, RawEntry, RawFeed
from reader.library import Library
from reader.model import Feed
from reader.store.articles import UNMADE
from reader.store.migrations import _take, steps
from reader.store.values import Answer, Saved
from reader.text.drafts import finished, read_draft, unreadable
from reader.text.html import to_document
from reader.text.intake import clean_heads
from tests.store.shelf import NOW, Clock, let_go

LONG = "<p>" + "camera reel " * 100 + "</p><img src='/still.jpg'>"


def heads(*bodies: str) -> ParsedFeed:
    """A feed as a first refresh saves it: what lists show is clean, the texts are drafts."""
    entries = tuple(
        RawEntry(guid=str(n), link=f"/{n}", title=RawBody(f"Title {n}"), summary=RawBody(body), published=NOW)
        for n, body in enumerate(bodies)
    )
    return clean_heads(RawFeed(format="rss 2.0", entries=entries), url="https://film.test/feed", now=NOW)


def save(library: Library, feed: Feed, parsed: ParsedFeed) -> Saved:
    return library.save_feed(feed.id, parsed, Answer(next_due=NOW))


def make(library: Library) -> None:
    while library.make_batch(lambda _, draft: read_draft(draft)):
        pass


def texts(library: Library, article_id: int) -> tuple[object, ...]:
    article = library.article(article_id)
    words = library.document(article_id), library.source(article_id), article.summary, article.words
    return (*words, article.image, article.has_full_text, library.counts().full_text)


def test_the_text_is_the_same_as_if_made_at_once(library: Library, feed: Feed) -> None:
    parsed = heads(LONG, "<p>Short.</p>")
    save(library, feed, parsed)
    assert [row.title for row in library.rows([1, 2])] == ["Title 1", "Title 0"]
    assert texts(library, 1) == (UNMADE, "", "", 0, None, False, 0)
    assert [article.id for article in library.search("camera")] == []
    make(library)
    later = [texts(library, n) for n in (1, 2)]
    assert [article.id for article in library.search("camera")] == [2]
    assert not library.index_batch()

    other = library.subscribe("https://film.test/other")
    save(library, other, ParsedFeed(format="", title="", entries=tuple(map(finished, parsed.entries))))
    library.unsubscribe(feed.id)
    assert [texts(library, n) for n in (3, 4)] == later


def test_a_teaser_is_no_full_text_however_long_it_is(library: Library, feed: Feed) -> None:
    cut = heads("<p>" + "camera reel " * 80 + "and so…See full article at Lanternlight.com</p>")
    save(library, feed, cut)
    make(library)
    other = library.subscribe("https://film.test/other")
    save(library, other, ParsedFeed(format="", title="", entries=tuple(map(finished, cut.entries))))
    found = [library.article(n) for n in (1, 2)]
    assert [(each.words, each.has_full_text) for each in found] == [(166, False)] * 2
    dropped = finished(msgspec.structs.replace(cut.entries[0], draft=RawEntry(), digest=b"x"))
    save(library, other, ParsedFeed(format="", title="", entries=(dropped,)))
    assert [library.article(2).words, library.article(2).has_full_text] == [166, False]


def test_a_bookmark_set_meanwhile_gets_the_text(library: Library, feed: Feed, clock: Clock) -> None:
    save(library, feed, heads(LONG))
    library.bookmark(1)
    make(library)
    library.unsubscribe(feed.id)
    clock.now += 400 * 86_400
    let_go(library)
    (saved,) = library.bookmarks()
    assert (saved.has_full_text, library.article(1).words) == (True, 200)
    assert library.document(1) == to_document(LONG, base="https://film.test/0")


def test_a_page_fetched_meanwhile_is_what_is_shown(library: Library, feed: Feed) -> None:
    save(library, feed, heads("<p>Short.</p>"))
    page = to_document("<p>The whole of it.</p>")
    library.save_page(1, Page(document=page))
    make(library)
    assert (library.document(1), library.article(1).words) == (page, 4)


def test_what_goes_before_its_text_is_made_stays_gone(library: Library, feed: Feed, clock: Clock) -> None:
    save(library, feed, heads(LONG))
    clock.now += 400 * 86_400
    assert let_go(library) == 1
    make(library)
    assert library.middle_unmade(1) is None


def test_two_processes_may_save_one_feed_at_once(library: Library, feed: Feed) -> None:
    parsed = heads(LONG)
    save(library, feed, ParsedFeed(format="", title="", entries=tuple(map(finished, parsed.entries))))
    assert save(library, feed, heads(LONG)) == Saved()
    assert save(library, feed, heads("<p>Edited.</p>")) == Saved(0, 1)
    make(library)
    assert library.document(1) == to_document("<p>Edited.</p>")


def test_all_but_edited_articles_can_wait(library: Library, feed: Feed) -> None:
    first = heads("a", "b")
    assert library.can_wait(feed.id, first.entries) == {entry.digest for entry in first.entries}
    save(library, feed, first)
    edited = heads("a", "c", "d")
    same, _, new = edited.entries
    moved = msgspec.structs.replace(new, guid="moved", url=same.url, digest=b"moved")
    assert library.can_wait(feed.id, (*edited.entries, moved)) == {same.digest, new.digest}


def test_edits_of_a_feed_whose_guids_repeat_do_not_wait(library: Library, feed: Feed) -> None:
    def bare(body: str) -> tuple[Entry, ...]:
        return tuple(msgspec.structs.replace(e, guid="same", url=None) for e in heads(body, "b").entries)

    save(library, feed, ParsedFeed(format="", title="", entries=bare("a")))
    edited, same = bare("c")
    assert library.can_wait(feed.id, (edited, same)) == {same.digest}


def test_a_new_draft_is_what_the_text_is_made_of(library: Library, feed: Feed) -> None:
    """Whether the old one is made already or not; the others of its piece go on waiting."""
    save(library, feed, heads("a", "b"))
    save(library, feed, heads("a", "c"))
    make(library)
    assert [library.document(n) for n in (1, 2)] == [to_document("c"), to_document("a")]
    save(library, feed, heads("d", "c"))
    assert library.document(2) == UNMADE
    make(library)
    assert [library.document(n) for n in (1, 2)] == [to_document("c"), to_document("d")]


def test_a_new_draft_of_an_article_between_others_leaves_them_theirs(library: Library, feed: Feed) -> None:
    """One whose text did not wait lies between two that wait in one piece."""
    first, second, third = heads("a", "b", "c").entries
    save(library, feed, ParsedFeed(format="", title="", entries=(first, finished(second), third)))
    save(library, feed, heads("a", "d", "c"))
    make(library)
    assert [library.document(n) for n in (1, 2, 3)] == [to_document(body) for body in "cda"]


def test_a_text_may_be_given_up_alone(library: Library, feed: Feed) -> None:
    save(library, feed, heads("a", "b", "c"))
    library.make_one(2, lambda _, draft: unreadable(draft, "it was a test"))
    assert [library.document(n) == UNMADE for n in (1, 2, 3)] == [True, False, True]
    make(library)
    assert library.source(2) == "b"
    assert [library.document(n) for n in (1, 3)] == [to_document("c"), to_document("a")]


def test_nobody_waits_for_drafts_damaged_on_the_disk(library: Library, feed: Feed) -> None:
    save(library, feed, heads(*"ab" * 51))
    with library._db.write() as write:
        write.execute("UPDATE draft SET packed = x'81' WHERE article_id = 1")
    assert library.faults() == []  # they wait, which is no fault
    make(library)
    texts = [library.document(n) for n in (1, 100, 101, 102)]
    assert texts == [Document(), Document(), to_document("b"), to_document("a")]
    assert library.faults() == []


def test_drafts_put_by_one_by_one_are_made(tmp_path: Path) -> None:
    """As a library has them that was left, before they went together, in the middle of its first refresh."""
    old = apsw.Connection(str(tmp_path / "library.db"))
    for number, step in enumerate(steps()[:9], 1):
        _take(old, number, step)
    draft = msgspec.msgpack.encode(RawEntry(summary=RawBody(LONG), base="https://film.test/0"))
    old.execute("INSERT INTO feed (url, added_at) VALUES ('https://film.test/', 1)")
    for number in (1, 2):
        key = (number, bytes([number]))
        old.execute(
            "INSERT INTO status (id, feed_id, guid_key, sort, first_seen) VALUES (?, 1, ?, 1, 1)", key
        )
        old.execute("INSERT INTO draft VALUES (?, ?)", (number, draft))
        old.execute("INSERT INTO article (id, title, digest) VALUES (?, '', ?)", key)
    old.close()
    with Library(tmp_path / "library.db") as library:
        make(library)
        assert [library.document(n) for n in (1, 2)] == [to_document(LONG, base="https://film.test/0")] * 2
        assert sorted(article.id for article in library.search("camera")) == [1, 2]
        assert library.faults() == []


def test_two_make_each_text_once(library: Library, feed: Feed) -> None:
    save(library, feed, heads("a", "b"))
    inner: list[bool] = []

    def meanwhile(_: int, draft: RawEntry) -> Entry:
        if not inner:
            inner.append(True)
            make(library)
        return read_draft(draft)

    assert library.middle_unmade(2) == 1
    assert library.middle_unmade(3) is None
    assert library.make_batch(meanwhile)
    assert [article.id for article in library.search("")] == [2, 1]
    assert not library.index_batch()
