"""S12, C4, T5: what is the person's goes out as files and comes in again, and neither way does any harm."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt
from msgspec.json import decode, encode
from msgspec.structs import replace

from reader.document import Document, Embed, Figure, Heading, List, Paragraph, Quote, Span, Table
from reader.incoming import Entry
from reader.library import Library
from reader.model import View
from reader.store.carried import Came, Carried
from reader.text.clean import clean
from reader.text.readmit import readmitted
from tests.faults.conftest import Home, rss
from tests.faults.test_text import EVIL, LIVE
from tests.server import Reply, Server
from tests.store.shelf import DAY, NOW, Clock, entry, save

FORMS = ("json", "markdown", "html", "epub")


def mine(library: Library) -> tuple[object, ...]:
    """All that the person said, by names that mean the same in every library."""
    marks = [
        (m.title, m.url, m.feed_title, m.published, m.saved_at, m.tags, m.note, m.quotes, m.has_full_text)
        for m in library.bookmarks()
    ]
    texts = [library.document(mark.article_id) for mark in library.bookmarks()]
    follows = [
        (f.name, f.kind, f.aliases, f.companions, f.excludes, f.year, f.guard, f.seen)
        for f in library.following()
    ]
    own = library.carried()
    mutes = [(m.query, m.until, m.since, m.muted) for m in library.mutes()]
    feeds = sorted((feed.url, feed.title, feed.folder, feed.full_text) for feed in library.feeds())
    return (
        marks,
        texts,
        follows,
        feeds,
        mutes,
        sorted((m.feed_url, m.key, m.read, m.marked_at) for m in own.marks),
    )


@pytest.fixture
def filled(home: Home, server: Server) -> Home:
    titles = ("One &amp; “two”", "../../x", "CON", "[@click=app.bell]Heat[/]", "映画")
    feed = home.follow(
        server.add("/feed", Reply(rss(*titles, link="https://film-"))), title="Mine", folder="Trade / Film"
    )
    left = home.follow(server.add("/left", Reply(rss("Left behind", link="https://left.test/"))))
    home.refresh()
    with home.library() as library:
        for key in library.keys(View("all")):
            library.bookmark(key.id, tags=["film", "später"], note="a “note”\n> of *two*")
            library.keep_quote(key.id, "> a *quote*\n\n“of <b>two</b>”", place=3)
            library.keep_quote(key.id, "映画 first", place=1)
        library.mark([key.id for key in library.keys(View("all"))][:2], read=True)
        library.follow("Heat 2", kind="film", aliases=["Heat Two"], guard="on", year=2027)
        library.mute("gossip -heat")
        library.mute("title:映画", until="2999-01-01")
        library.edit_feed(feed, full_text="auto")
        library.unsubscribe(left)
    return home


def test_S12_everything_goes_out_and_comes_in_again(filled: Home, tmp_path: Path) -> None:
    file, back = tmp_path / "all.json", tmp_path / "back.json"
    assert filled.run("export", "all", "--format", "json", "-o", str(file)).code == 0
    assert file.stat().st_mode & 0o077 == 0
    other = Home(tmp_path / "other")
    came = [other.run("import", str(file), "--json").json for _ in range(2)]
    assert came == [
        {"feeds": 1, "bookmarks": 6, "follows": 1, "marks": 6, "mutes": 2},
        {"feeds": 0, "bookmarks": 0, "follows": 0, "marks": 0, "mutes": 0},
    ]
    with filled.library() as one, other.library() as two:
        assert mine(two) == mine(one)
        assert two.faults() == []
    other.run("export", "all", "-o", str(back))
    nameless = [re.sub(r'"article_id":\d+', "", each.read_text()) for each in (file, back)]
    assert nameless[0] == nameless[1]


def test_S12_a_feed_that_is_gone_keeps_its_name_and_site(home: Home, server: Server, tmp_path: Path) -> None:
    site = b"<link>https://film.test/</link>"
    once = Reply(rss("One").replace(b"</title>", b"</title>" + site, 1))
    feed = home.follow(server.add("/feed", [once, Reply(status=410)]))
    home.refresh()
    home.refresh("--force")
    before = home.feed(feed)
    assert (before.status, before.site_url) == ("gone", "https://film.test/")
    file = tmp_path / "all.json"
    home.run("export", "all", "-o", str(file))
    other = Home(tmp_path / "other")
    other.run("import", str(file))
    came = other.feed(feed)
    assert (came.title, came.own_title, came.site_url) == (before.title, None, before.site_url)


def test_S12_what_came_is_as_read_as_it_was_once_the_feed_says_it_again(
    filled: Home, server: Server, tmp_path: Path
) -> None:
    file, other = tmp_path / "all.json", Home(tmp_path / "other")
    filled.run("export", "all", "-o", str(file))
    other.run("import", str(file))
    assert other.refresh("--force")[1]["kind"] == "refused", "leave for the local network does not travel"
    other.paths.config_file.write_text("allow_private = true\n")
    other.refresh("--force")
    states = [
        {a.title: (a.read, a.bookmarked, a.note) for a in each.articles() if a.feed_title == "Mine"}
        for each in (filled, other)
    ]
    assert (len(states[0]), states[1]) == (5, states[0])


def test_S12_what_is_here_stays_and_the_later_word_holds(filled: Home, tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    filled.run("export", "all", "-o", str(file))
    filled.later(60)
    filled.run("bookmark", "1", "--note", "later")
    filled.run("mark", "unread", "is:read")
    filled.run("follow", "Heat 2", "--alias", "Hitze")
    with filled.library() as library:
        before = mine(library)
    assert filled.run("import", str(file), "--json").json == dict.fromkeys(
        ("feeds", "bookmarks", "follows", "marks", "mutes"), 0
    )
    with filled.library() as library:
        assert mine(library) == before
    filled.run("bookmark", "1", "--remove")
    assert filled.run("import", str(file), "--json").json["bookmarks"] == 1
    with filled.library() as library:
        assert mine(library) == before


def test_S12_bookmarks_alone_come_in_whole(filled: Home, tmp_path: Path) -> None:
    with filled.library() as library:  # saved within a second, in an order of their own
        for at, key in enumerate(library.keys(View("all"))):
            library._db.connection().execute(
                "UPDATE bookmark SET saved_at = 1, micros = ? WHERE article_id = ?", (at * 7 % 5, key.id)
            )
    out = filled.run("export", "bookmarks")
    order = [each["title"] for each in filled.run("bookmarks", "--json").json]
    texts = {each["title"]: each["text"] for each in filled.run("bookmarks", "--json").json}
    assert {each["title"]: each["text"] for each in out.json} == texts
    other = Home(tmp_path / "other")
    for new in (6, 0):
        ran = other.run("import", "-", "--json", stdin=None, input=out.out.encode())
        assert ran.json["bookmarks"] == new
    came = other.run("bookmarks", "--json").json
    assert ({each["title"]: each["text"] for each in came}, [each["title"] for each in came]) == (
        texts,
        order,
    )
    assert other.run("feeds", "--json").json == [], "a bookmark follows no feed"


def test_S12_a_bookmark_that_another_program_wrote_is_taken(home: Home, tmp_path: Path) -> None:
    file = tmp_path / "marks.json"
    plain = {
        "title": "A",
        "url": "https://film.test/a",
        "saved_at": "2024-01-02T03:04:05+02:00",
        "text": "One.\n\nTwo.",
    }
    file.write_text("\ufeff" + json.dumps([plain, {**plain, "title": "B", "url": None}]))
    for new in (2, 0):
        assert home.run("import", str(file), "--json").json["bookmarks"] == new
    (first, _) = sorted(home.run("bookmarks", "--json").json, key=lambda each: each["title"])
    assert (first["saved_at"], first["text"]) == ("2024-01-02T01:04:05Z", "One.\n\nTwo.\n")


def out(library: Library) -> Carried:
    """All that goes out of a library, in a file's words; ids of articles are of one library only."""
    saved = library.carried_bookmarks(mark.article_id for mark in library.bookmarks())
    marks = [replace(mark, article_id=None) for mark in saved]
    return decode(encode(replace(library.carried(), bookmarks=marks)), type=Carried)


def in_order(carried: Carried) -> Carried:
    """Marks go out in the order in which articles came."""
    return replace(carried, marks=sorted(carried.marks, key=lambda mark: (mark.feed_url, mark.key)))


SAID = st.builds(
    lambda guid, page, title, day: entry(
        guid or "x",
        guid=guid,
        url=page and f"https://film.test/{page}",
        title=title,
        published=NOW - day * DAY,
    ),
    guid=st.sampled_from(["g1", "g2", "g3", None]),
    page=st.sampled_from(["a", "b", "same", None]),
    title=st.sampled_from(["Heat 2", "Dune", "Amélie"]),
    day=st.integers(1, 3),
)
SAYINGS = st.lists(st.tuples(st.sampled_from(["one", "two"]), st.lists(SAID, max_size=5)), max_size=4)


def lived_in(path: Path, sayings: list[tuple[str, list[Entry]]], chance: Random) -> None:
    """Make a library of what feeds said one after another, of which the person said this and that."""
    with Library(path, clock=Clock()) as library:
        for name, entries in sayings:
            save(library, library.subscribe(f"https://{name}.test/feed"), *entries)
            for key in library.keys(View("all")):
                if chance.random() < 0.3:
                    library.mark([key.id], read=chance.random() < 0.5)
                if chance.random() < 0.2:
                    library.mute(chance.choice(["title:heat", "before:2d", "is:unread", "feed:one"]))
                if chance.random() < 0.3:
                    library.bookmark(key.id, tags=[f"t{key.id}"], note=f"note {key.id}")


@given(SAYINGS, st.randoms(use_true_random=False))
@settings(max_examples=20)
def test_S12_any_library_goes_out_and_comes_in_the_same_however_often(
    sayings: list[tuple[str, list[Entry]]], chance: Random
) -> None:
    with TemporaryDirectory() as folder:
        lived_in(Path(folder, "one.db"), sayings, chance)
        with (
            Library(Path(folder, "one.db"), clock=Clock()) as one,
            Library(Path(folder, "two.db"), clock=Clock()) as two,
        ):
            carried = out(one)
            two.take_in(carried)
            assert in_order(out(two)) == in_order(carried)
            for library in (two, one):
                assert library.take_in(carried) == Came()
                assert (in_order(out(library)), library.faults()) == (in_order(carried), [])


@given(SAYINGS, SAYINGS, st.randoms(use_true_random=False))
@settings(max_examples=20)
def test_S12_what_comes_into_any_library_takes_nothing_there_and_is_all_there(
    mine: list[tuple[str, list[Entry]]], theirs: list[tuple[str, list[Entry]]], chance: Random
) -> None:
    with TemporaryDirectory() as folder:
        for name, sayings in (("one", mine), ("two", theirs)):
            lived_in(Path(folder, f"{name}.db"), sayings, chance)
        with (
            Library(Path(folder, "one.db"), clock=Clock()) as one,
            Library(Path(folder, "two.db"), clock=Clock()) as two,
        ):
            carried, before = out(one), {mark.article_id: mark for mark in two.bookmarks()}
            two.take_in(carried)
            after = {mark.article_id: mark for mark in two.bookmarks()}
            assert {each: after[each].note for each in before} == {each: before[each].note for each in before}
            tags = [set(mark.tags) for mark in after.values()]
            assert [
                mark for mark in carried.bookmarks if not any(set(mark.tags) <= some for some in tags)
            ] == []
            once = in_order(out(two))
            assert (two.take_in(carried), in_order(out(two)), two.faults()) == (Came(), once, [])


def test_S12_two_articles_of_one_page_are_two_wherever_they_come(tmp_path: Path) -> None:
    """As of a live blog, and of an outlet whose feed links to its home of the day."""
    for name, entries in (("one", "abc"), ("two", "c")):
        with Library(tmp_path / f"{name}.db", clock=Clock()) as library:
            feed = library.subscribe("https://film.test/feed")
            save(library, feed, *(entry(each, url="https://film.test/live") for each in entries))
    with (
        Library(tmp_path / "one.db", clock=Clock()) as one,
        Library(tmp_path / "two.db", clock=Clock()) as two,
    ):
        for key in one.keys(View("all")):
            title = one.article(key.id).title
            one.bookmark(key.id, note=title)
            one.mark([key.id], read=title != "Title c")
        for came in (3, 0):
            assert two.take_in(out(one)).bookmarks == came
        assert [(mark.title, mark.note) for mark in two.bookmarks()] == [
            (mark.title, mark.note) for mark in one.bookmarks()
        ]
        assert [two.article(key.id).read for key in two.keys(View("all"))] == [False]


def test_S12_a_bookmark_goes_with_its_mark_though_the_date_has_changed_since(tmp_path: Path) -> None:
    page = "https://film.test/live"
    with (
        Library(tmp_path / "one.db", clock=Clock()) as one,
        Library(tmp_path / "two.db", clock=Clock()) as two,
    ):
        for library, title in ((one, "Dune"), (two, "Heat 2")):
            feed = library.subscribe("https://film.test/feed")
            save(library, feed, entry(title, url=page, published=NOW - DAY))
        one.bookmark(1, note="mine")
        for library, title in ((one, "Dune"), (two, "Heat 2")):
            save(library, library.feed(1), entry(title, url=page, published=NOW - 2 * DAY))
        one.mark([1], read=True)
        two.take_in(out(one))
        once = out(two)
        assert (two.take_in(out(one)), out(two), len(once.marks)) == (Came(), once, 1)


def test_S12_an_article_whose_guid_has_changed_is_known_by_its_link(tmp_path: Path) -> None:
    with (
        Library(tmp_path / "one.db", clock=Clock()) as one,
        Library(tmp_path / "two.db", clock=Clock()) as two,
    ):
        for library, guid in ((one, "old"), (two, "new")):
            save(library, library.subscribe("https://film.test/feed"), entry("a", guid=guid))
        one.bookmark(1, note="mine")
        one.mark([1], read=True)
        for came in ((1, 1), (0, 0)):
            taken = two.take_in(out(one))
            assert (taken.bookmarks, taken.marks) == came
        assert [(mark.article_id, mark.note) for mark in two.bookmarks()] == [(1, "mine")]
        assert two.article(1).read


def test_S12_a_query_chooses_what_goes_out(filled: Home) -> None:
    with filled.library() as library:
        while library.index_batch():
            pass
    for what, every in (("bookmarks", 6), ("articles", 5)):
        for query, many in ((["heat"], 1), ([], every)):
            out = filled.run("export", what, *query).json
            assert len(out) == many
            assert all("About" in each["text"] for each in out)


# ---------------------------------------------------------------- C4


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_C4_exported_files_have_names_of_letters_and_follow_no_link(
    filled: Home, tmp_path: Path, form: str
) -> None:
    folder, precious = tmp_path / "out", tmp_path / "precious"
    folder.mkdir()
    precious.write_text("mine")
    for _ in range(2):
        assert filled.run("export", "bookmarks", "--format", form, "-o", str(folder)).code == 0
        names = {file.name for file in folder.iterdir()}
        assert len(names) == 6
        assert [name for name in names if not re.fullmatch(r"[a-z0-9-]{1,70}\.(md|html)", name)] == []
    for name in names:
        (folder / name).unlink()
        (folder / name).symlink_to(precious)
    filled.run("export", "bookmarks", "--format", form, "-o", str(folder))
    assert (precious.read_text(), [f for f in folder.iterdir() if f.is_symlink()]) == ("mine", [])


def test_C4_a_file_named_by_a_link_is_written_where_it_leads(filled: Home, tmp_path: Path) -> None:
    real, link = tmp_path / "cloud" / "all.json", tmp_path / "all.json"
    real.parent.mkdir()
    link.symlink_to(real)
    whole = filled.run("export", "all").out
    for _ in range(2):
        assert filled.run("export", "all", "-o", str(link)).code == 0
        assert (link.is_symlink(), real.read_text()) == (True, whole)
        real.write_text("old")
    assert list(real.parent.iterdir()) == [real]


def test_C4_what_was_for_the_person_alone_to_read_stays_so(filled: Home, tmp_path: Path) -> None:
    file = tmp_path / "articles.json"
    for rights in (0o600, 0o640):
        file.touch()
        file.chmod(rights)
        assert filled.run("export", "articles", "-o", str(file)).code == 0
        assert (file.stat().st_mode & 0o777, file.stat().st_size > 100) == (rights, True)


def test_C4_what_goes_to_the_pipe_that_is_stdout_is_written_there(filled: Home) -> None:
    assert filled.run("export", "opml", "-o", "/dev/stdout").out == filled.run("export", "opml").out


def test_C4_a_device_is_written_to_and_not_replaced(filled: Home, tmp_path: Path) -> None:
    full = tmp_path / "full"  # a link: a guard that is gone replaces it, not the machine's own device
    full.symlink_to("/dev/full")
    ran = filled.run("export", "all", "-o", str(full))
    assert (ran.code, "No space left" in ran.err) == (1, True)
    assert (full.is_char_device(), list(tmp_path.glob(".newsreel*"))) == (True, [])


def test_C4_the_calendar_overwrites_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import UTC, datetime

    from reader.ui.saving import save_calendar

    precious = tmp_path / "precious"
    precious.write_text("mine")
    (tmp_path / "releases.ics").symlink_to(precious)
    monkeypatch.chdir(tmp_path)
    said = save_calendar([], datetime.now(UTC))
    assert (precious.read_text(), "releases.ics" in said) == ("mine", True)


# ---------------------------------------------------------------- T5: what goes out is text, and only text

HOSTILE = (
    '"><script>alert(1)</script><img src=x onerror=alert(1)> ](javascript:alert(1)) [x]: http://evil.test'
)


@pytest.fixture
def evil(home: Home) -> Home:
    """A library that holds what no feed could put there: as an old version, or another program, may have."""
    home.paths.create()
    with Library(home.paths.library, clock=Clock()) as library:
        feed = library.subscribe("https://film.test/feed", title=HOSTILE)
        document = Document(
            (
                Paragraph((Span(HOSTILE), Span(EVIL))),
                Heading(2, (Span(f"# {HOSTILE}"),)),
                Figure("https://evil.test/beacon.gif", HOSTILE, (Span(HOSTILE),)),
                Table((((Span(f"| {HOSTILE}"),),),)),
            ),
        )
        made = entry(
            "x", title=f"# {HOSTILE} {EVIL}", document=document, authors=(HOSTILE, EVIL), summary=HOSTILE,
            categories=(HOSTILE,), url=f"https://film.test/a{EVIL}",
        )  # fmt: skip
        save(library, feed, made)
        library.bookmark(1, tags=[HOSTILE, EVIL], note=f"{HOSTILE}\n{EVIL}\n# head\n- item\n<b>x</b>")
    return home


def written(home: Home, what: str, form: str) -> str:
    """What goes out, of a book all its files together."""
    file = home.root / "file"
    assert home.run("export", what, "--format", form, "-o", str(file)).code == 0
    if form != "epub":
        return file.read_text()
    with zipfile.ZipFile(file) as archive:
        assert archive.namelist()[0] == "mimetype"
        assert archive.read("mimetype") == b"application/epub+zip"
        pages = [archive.read(name) for name in archive.namelist()[1:]]
    for page in pages:
        etree.fromstring(page)
    return b"".join(pages).decode()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("what", ["bookmarks", "articles"])
def test_T5_exports_hold_no_control_and_no_code(evil: Home, what: str, form: str) -> None:
    out = written(evil, what, form)
    assert LIVE.findall(out) == []
    assert "alert(1)" in out
    if form == "markdown":
        out = MarkdownIt("commonmark").enable("table").render(out)
    if form != "json":
        tree = lxml.html.fromstring(out)
        assert tree.xpath("//script | //@*[starts-with(name(), 'on')]") == []
        assert [link for link in tree.xpath("//a/@href") if not link.startswith(("https://", "c1."))] == []
    if form == "html":
        assert "default-src 'none'" in out
    if form == "epub":
        assert "<img" not in out


@pytest.mark.parametrize("what", ["all", "bookmarks"])
def test_T5_json_that_comes_in_is_cleaned(home: Home, tmp_path: Path, what: str) -> None:
    """Written by hand: nothing of it has been through a door of ours."""
    deep: Any = ["p", [["deep"]]]
    for _ in range(300):
        deep = ["q", [deep]]
    mark = {
        "title": EVIL, "url": "javascript:alert(1)", "feed_title": EVIL, "saved_at": "9999-12-31T23:59:59Z",
        "tags": [EVIL, "", "\u202e"], "note": EVIL, "feed_url": "file:///etc/passwd", "authors": [EVIL],
        "published": "0001-01-01T00:00:00Z", "image": "data:x", "summary": EVIL, "categories": [EVIL],
        "enclosures": [{"url": "https://film.test/a.mp4", "type": EVIL, "length": -5}, {"url": "data:x"}],
        "document": [
            [
                ["p", [[EVIL, -1, 99]]], ["h", 99, [[EVIL]]], ["f", "file:///x", EVIL, [[EVIL]]],
                ["e", EVIL, EVIL, 0], ["t", [[[[EVIL]]]], -7], ["l", [[["c", EVIL]]], 10**17], deep,
            ],
            ["javascript:alert(1)"],
        ],
    }  # fmt: skip
    feed = {
        "url": "http://127.0.0.1:1/",
        "title": EVIL,
        "named": EVIL,
        "site_url": "javascript:alert(1)",
        "folder": f"{EVIL}/{EVIL}",
        "full_text": True,
        "private": True,
    }
    follow = {
        "name": EVIL,
        "kind": "film",
        "aliases": [EVIL],
        "year": 10**15,
        "guard": "always\x1b",
        "excludes": ["\x1b"],
    }
    key = "0" * 32
    read = {
        "feed_url": "http://127.0.0.1:1/", "key": key, "published": "9999-12-31T23:59:59Z", "read": True,
        "first_seen": "0001-01-01T00:00:00+14:00", "marked_at": "9000-01-01T00:00:00Z",
    }  # fmt: skip
    mutes = [
        {"id": -(10**17), "query": EVIL, "until": None, "since": "0001-01-01T00:00:00Z"},
        {"id": 2, "query": "(a OR"},
        {"id": 3, "query": "\x1b"},
        {"id": 4, "query": "heat", "until": "\x1b"},
        {"id": 5, "query": "x " * 2000},
    ]
    whole = {
        "newsreel": 1,
        "mutes": mutes,
        "feeds": [feed, {"url": "exec:x"}],
        "follows": [follow],
        "marks": [read],
        "bookmarks": [mark],
    }
    file = tmp_path / "evil.json"
    file.write_text(json.dumps(whole if what == "all" else [mark]))
    ran = home.run("import", str(file), "--json")
    assert (ran.code, ran.json["bookmarks"]) == (0, 1)
    with home.library() as library:
        assert library.faults() == []
        assert [mute.id for mute in library.mutes()] == ([1] if what == "all" else [])
        every = [column for table in ("mute", "bookmark", "feed", "folder", "follow", "follow_key", "status")
                 for row in library._db.rows(f"SELECT * FROM {table}") for column in row]  # fmt: skip
        texts = [column for column in every if isinstance(column, str)]
        assert [LIVE.findall(text) for text in texts] == [[]] * len(texts)
        assert all(abs(column) < 1 << 40 for column in every if isinstance(column, int))
        assert not any("javascript:" in text or "file:" in text or "exec:" in text for text in texts)
        (saved,) = library.bookmarks()
        document = library.document(saved.article_id)
        assert "deep" in str(document)
        assert readmitted(document) == document
        assert LIVE.findall(encode(document).decode()) == []
        due = library.due()
        assert [each.private for each in due] == [False] * len(due)
    for words in (
        ["bookmarks"],
        ["show", str(saved.article_id)],
        ["export", "all"],
        ["export", "bookmarks", "--format", "html"],
    ):
        assert home.run(*words).code == 0


@pytest.mark.parametrize(
    "data",
    [
        b"{}", b"[1]", b"{", b"[" * 100_000, b'{"newsreel": 2}', b'{"newsreel": 1, "feeds": 3}',
        b'[{"title": "x"}]', b'[{"title": "\\ud800", "saved_at": "2024-01-01T00:00:00Z"}]',
        b'[{"title": NaN}]',
        b'{"newsreel": 1e999}', b'[{"title": "x", "saved_at": "2024-01-01T00:00:00"}]', b'\xef\xbb\xbf[\xff]',
        b'[{"title": "\0"}]',
        b'{"newsreel": 1, "bookmarks": [{"title": "x", "saved_at": "2024-01-01T00:00:00Z", "document": '
        + b'[[["q", ' * 900 + b"[]" + b"]]]" * 900 + b"}]}",
    ],
    ids=range(14),
)  # fmt: skip
def test_T5_json_that_is_not_ours_is_refused_in_one_sentence(home: Home, tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "file"
    file.write_bytes(data)
    ran = home.run("import", str(file))
    assert (ran.code, ran.out, len(ran.err.splitlines()), "Traceback" in ran.err) == (1, "", 1, False)
    assert "nothing came" in ran.err


# ---------------------------------------------------------------- any library

TEXT = st.text(max_size=12)
OWN = TEXT.map(clean)  # the person's own words are kept as typed, but cleaned on their way in
SPANS = st.lists(st.builds(Span, TEXT, st.integers(0, 255), st.integers(-1, 1)), max_size=3).map(tuple)
LEAF = st.one_of(
    st.builds(Paragraph, SPANS),
    st.builds(Heading, st.integers(1, 6), SPANS),
    st.builds(Embed, st.sampled_from(["video", "post"]), TEXT, st.integers(0, 1)),
    st.builds(Figure, st.just("https://film.test/p.png"), TEXT, SPANS),
    st.builds(Table, st.lists(st.lists(SPANS, max_size=2).map(tuple), max_size=2).map(tuple)),
)
BLOCKS = st.recursive(
    st.lists(LEAF, max_size=3).map(tuple),
    lambda inner: st.one_of(
        st.builds(lambda blocks: (Quote(blocks),), inner),
        st.builds(lambda blocks: (List((blocks,), 3),), inner),
    ),
    max_leaves=5,
)
DOCUMENTS = st.builds(Document, BLOCKS, st.just(("https://film.test/1", "https://film.test/2"))).map(
    readmitted
)


@st.composite
def lives(draw: st.DrawFn) -> Iterator[dict[str, Any]]:
    return {
        "documents": draw(st.lists(DOCUMENTS, min_size=1, max_size=4)),
        "tags": draw(st.lists(OWN, max_size=3)),
        "note": draw(OWN),
        "read": draw(st.lists(st.integers(1, 4), max_size=4)),
        "left": draw(st.booleans()),
        "names": draw(st.lists(TEXT.filter(str.strip), max_size=2)),
    }


@given(lives())
@settings(max_examples=25, deadline=None)
def test_S12_any_library_goes_out_and_comes_in_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, life: dict[str, Any]
) -> None:
    from msgspec import json as wire

    from reader.errors import UsageError
    from reader.store.carried import Carried, CarriedBookmark

    folder = tmp_path_factory.mktemp("life")
    with Library(folder / "one.db", clock=Clock()) as one, Library(folder / "two.db", clock=Clock()) as two:
        feed = one.subscribe("https://film.test/feed", title="Mine", folder="A/B")
        save(one, feed, *(entry(str(n), document=d) for n, d in enumerate(life["documents"])))
        for key in one.keys(View("all")):
            one.bookmark(key.id, tags=life["tags"], note=life["note"])
        one.mark(life["read"], read=True)
        for name in life["names"]:
            try:
                one.follow(name)
            except UsageError:
                continue
        if life["left"]:
            one.unsubscribe(feed.id)
        own = one.carried()
        own.bookmarks.extend(one.carried_bookmarks(mark.article_id for mark in one.bookmarks()))
        sent = wire.encode(own)
        assert len(wire.decode(wire.encode(own.bookmarks), type=list[CarriedBookmark])) == len(own.bookmarks)
        for new in (len(own.bookmarks), 0):
            assert two.take_in(wire.decode(sent, type=Carried)).bookmarks == new
            assert mine(two) == mine(one)


def test_S12_an_epub_is_the_same_whoever_makes_it(filled: Home) -> None:
    file = filled.root / "book"
    filled.run("export", "bookmarks", "--format", "epub", "-o", str(file))
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as archive:
        assert len([name for name in archive.namelist() if name.startswith("c")]) == 6
