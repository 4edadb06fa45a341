"""`import cache.db`: what was read, flagged and saved in newsboat is here, once, however often it comes."""

from __future__ import annotations

import signal
import subprocess
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import apsw
import pytest

from reader import paths
from reader.errors import ParseError
from reader.incoming import Entry, ParsedFeed
from reader.library import Library
from reader.refresh.newsboat import take_in
from reader.store.newsboat import Cache
from reader.store.values import Answer
from tests import newsboat
from tests.cli.conftest import NOW, PYTHON, Newsreel
from tests.conftest import need
from tests.newsboat import FEED, item
from tests.server import Reply, Server
from tests.store.shelf import let_go

DAY = 86_400
ITEMS = (
    item("a"),
    item("b", unread=0),
    item("c", unread=0, flags="qB"),
    item("d", deleted=1),
    item("e", feedurl="exec:~/bin/feed", unread=0),
)
FEEDS = ((FEED, "The <b>Backlot</b>"), ("https://slate.test/feed", ""), ("exec:~/bin/feed", "Mine"))


@pytest.fixture
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return newsboat.write(tmp_path_factory.mktemp("newsboat") / "cache.db", ITEMS, FEEDS)


def everything(home: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All that is kept in the library of an article, but for when it came."""
    with closing(apsw.Connection(str(home / "data/library.db"))) as library:
        rows = {
            "status": "SELECT id, feed_id, guid_key, link_key, read, marked_at, listed, sort FROM status",
            "article": "SELECT * FROM article",
            "body": "SELECT * FROM body",
            "bookmark": "SELECT * FROM bookmark",
            "bookmark_body": "SELECT * FROM bookmark_body",
            "feed": "SELECT * FROM feed",
        }
        return {table: library.execute(f"{sql} ORDER BY 1").fetchall() for table, sql in rows.items()}


def shown(newsreel: Newsreel) -> dict[str, tuple[bool, list[str]]]:
    """Of each article in the lists, whether it is read, and its tags."""
    return {each["title"]: (each["read"], each["tags"]) for each in newsreel("list", "--json").json}


def test_what_was_read_and_flagged_there_is_so_here(home: Path, newsreel: Newsreel, cache: Path) -> None:
    ran = newsreel("import", str(cache))
    assert (ran.code, ran.out) == (
        0,
        "2 feeds added, 0 already there, 3 skipped.\n3 articles, 2 read marks and 1 bookmark came.\n",
    )
    assert ran.err.splitlines() == [
        "Skipped exec:~/bin/feed: runs a command, which Newsreel never does",
        "Skipped 1 article: deleted in newsboat",
        "Skipped 1 article: of what is no feed here",
        "`newsreel refresh` fetches them.",
        "Folders, and titles of your own, are in newsboat's `urls`: import that before you refresh.",
    ]
    assert shown(newsreel) == {
        "Title a": (False, []),
        "Title b": (True, []),
        "Title c": (True, ["newsboat", "q", "B"]),
    }
    assert [each["title"] for each in newsreel("feeds", "--json").json] == [
        "https://slate.test/feed",
        "The Backlot",
    ]
    saved = [(each["feed_title"], each["text"]) for each in newsreel("bookmarks", "--json").json]
    assert saved == [("The Backlot", "Text of c.\n")]
    assert newsreel("list", "body:text", "--json").json[0]["authors"] == ["Ana Ruiz"]


def test_twice_changes_nothing(
    home: Path, newsreel: Newsreel, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = newsreel("import", str(cache), "--json").json
    before = everything(home)
    monkeypatch.setenv("NEWSREEL_CLOCK_OFFSET", str(NOW + DAY - time.time()))
    again = newsreel("import", str(cache), "--json").json
    assert {name: first[name] for name in ("articles", "marks", "bookmarks")} == {
        "articles": 3,
        "marks": 2,
        "bookmarks": 1,
    }
    assert again == {
        "added": [],
        "already": first["added"],
        "skipped": first["skipped"],
        "articles": 0,
        "marks": 0,
        "bookmarks": 0,
    }
    assert everything(home) == before


def test_what_is_here_stays_as_it_is(home: Path, newsreel: Newsreel, tmp_path: Path) -> None:
    paths.find().create()
    here = [
        Entry(guid=name, url=f"https://backlot.test/{name}", title=f"Here {name}", published=NOW - DAY)
        for name in ("a", "b", "c", "d")
    ]
    with Library(paths.find().library, clock=lambda: NOW) as library:
        feed = library.subscribe(FEED, title="My own")
        library.save_feed(feed.id, ParsedFeed(format="rss", title="Backlot", entries=tuple(here)), answer())
        ids = {article.title: article.id for article in library.search("")}
        library.mark([ids["Here a"]], read=True)
        library.mark([ids["Here a"]], read=False)
        library.mark([ids["Here d"]], read=True)
        library.bookmark(ids["Here a"], note="mine")
        library.bookmark(ids["Here b"])
        library.unbookmark(ids["Here b"])
    rows = [item(name, unread=0, flags="x", content="Other") for name in ("a", "b", "c")]
    newsboat.write(tmp_path / "cache.db", [*rows, item("d")])
    came = newsreel("import", str(tmp_path / "cache.db"), "--json").json
    assert (came["articles"], came["marks"], came["bookmarks"]) == (0, 2, 1)
    assert shown(newsreel) == {
        "Here a": (False, ["newsboat", "x"]),
        "Here b": (True, []),
        "Here c": (True, ["newsboat", "x"]),
        "Here d": (True, []),
    }
    assert newsreel("show", str(ids["Here a"]), "--json").json["note"] == "mine"
    assert newsreel("feeds", "--json").json[0]["title"] == "My own"
    with Library(paths.find().library, clock=lambda: NOW) as library:
        assert library.restore_bookmark(ids["Here b"]).tags == ()


def refresh() -> str:
    return subprocess.run([*PYTHON, "refresh"], capture_output=True, text=True, check=True, timeout=30).stdout


def answer() -> Answer:
    return Answer(next_due=NOW + 3600)


RSS = """<rss version="2.0"><channel><title>The Backlot</title><link>{site}/</link>
<item><title>With &amp;amp; guid</title><link>{site}/1</link><guid isPermaLink="false">g1</guid>
<pubDate>Mon, 09 Oct 2023 10:00:00 GMT</pubDate><description>&lt;p&gt;One&lt;/p&gt;</description></item>
<item><title>Without a guid</title><link>/2</link>
<pubDate>Mon, 09 Oct 2023 11:00:00 GMT</pubDate><description>Two</description></item>
<item><title>Without a date</title><link>{site}/3</link><description>Three</description></item>
<item><title>Without a link</title><pubDate>Mon, 09 Oct 2023 12:00:00 GMT</pubDate></item>
<item><title>The guid its link</title><link>{site}/5</link><guid>{site}/5</guid>
<pubDate>Mon, 09 Oct 2023 13:00:00 GMT</pubDate><description>Five</description></item>
<item><link>{site}/6-no-title-at-all</link><guid isPermaLink="false">g6</guid>
<description>Some words.</description></item></channel></rss>"""


def test_what_came_from_newsboat_itself_comes_no_second_time(
    home: Path, newsreel: Newsreel, tmp_path_factory: pytest.TempPathFactory
) -> None:
    need("newsboat")
    newsreel("config", "allow_private", "true")
    with Server() as server:
        server.add("/feed", Reply(RSS.format(site=server.url("")).encode()))
        cache = newsboat.reload(
            tmp_path_factory.mktemp("newsboat"), [server.url("/feed"), 'query:Heat:title =~ "Heat"']
        )
        with closing(apsw.Connection(str(cache))) as write:
            write.execute("UPDATE rss_item SET unread = 0 WHERE guid = 'g1'")
            write.execute("UPDATE rss_item SET flags = 's' WHERE title = 'Without a guid'")
        ran = newsreel("import", str(cache), "--json").json
        assert (len(ran["added"]), ran["articles"], ran["marks"], ran["bookmarks"]) == (1, 6, 1, 1)
        before = shown(newsreel)
        assert (before["With & guid"], before["Without a guid"]) == ((True, []), (False, ["newsboat", "s"]))
        assert refresh() == "1 feed asked: nothing new.\n"
        assert {read for read, _ in shown(newsreel).values()} == {True, False}
        assert len(shown(newsreel)) == 6
        assert sum(read for read, _ in shown(newsreel).values()) == 1


def test_what_a_feed_says_comes_no_second_time(home: Path, newsreel: Newsreel, tmp_path: Path) -> None:
    newsreel("config", "allow_private", "true")
    with Server() as server:
        site, feed = server.url(""), server.url("/feed")
        server.add("/feed", Reply(RSS.format(site=site).encode()))
        dated = [1_696_845_600 + 3600 * hour for hour in range(4)]  # 2023-10-09 10:00 UTC and on
        rows = [
            item("g1", title="With & guid", url=f"{site}/1", pubDate=dated[0], unread=0),
            item(
                f"{site}/2Mon, 09 Oct 2023 11:00:00 GMT",
                title="Without a guid", url=f"{site}/2", pubDate=dated[1],
            ),
            item(f"{site}/3", title="Without a date", url=f"{site}/3", pubDate=NOW),
            item("Without a link", title="Without a link", url="", pubDate=dated[2]),
            item(f"{site}/5", title="The guid its link", url=f"{site}/5", pubDate=dated[3]),
            item("g6", title="No Title At All", url=f"{site}/6-no-title-at-all", pubDate=NOW),
        ]  # fmt: skip
        newsboat.write(tmp_path / "cache.db", [{**row, "feedurl": feed} for row in rows], [(feed, "B")])
        assert newsreel("import", str(tmp_path / "cache.db"), "--json").json["articles"] == 6
        assert refresh() == "1 feed asked: nothing new.\n"
        assert sorted(read for read, _ in shown(newsreel).values()) == [False] * 5 + [True]
        assert newsreel("import", str(tmp_path / "cache.db"), "--json").json["articles"] == 0


def test_folders_and_titles_may_come_after_the_cache_but_change_none_that_was_asked(
    home: Path, newsreel: Newsreel, cache: Path, tmp_path: Path
) -> None:
    newsreel("import", str(cache))
    urls = tmp_path / "urls"
    urls.write_text(f'{FEED} trade "~My Backlot"\nhttps://slate.test/feed film\n')
    newsreel("import", str(urls))
    feeds = {each["url"]: (each["title"], each["folder"]) for each in newsreel("feeds", "--json").json}
    assert feeds == {
        FEED: ("My Backlot", "trade"),
        "https://slate.test/feed": ("https://slate.test/feed", "film"),
    }
    assert {each["title"] for each in newsreel("list", "folder:trade", "--json").json} == {
        "Title a",
        "Title b",
        "Title c",
    }
    urls.write_text(f'{FEED} other "~Another"\n')
    newsreel("import", str(urls))
    assert newsreel("feeds", "--json").json[0]["title"] == "My Backlot"
    with Library(paths.find().library, clock=lambda: NOW) as library:
        bare = library.subscribe("https://asked.test/feed")
        library.save_feed(bare.id, ParsedFeed(format="rss", title="Asked", entries=()), answer())
    urls.write_text('https://asked.test/feed trade "~Mine"\n')
    newsreel("import", str(urls))
    feeds = {each["url"]: (each["title"], each["folder"]) for each in newsreel("feeds", "--json").json}
    assert feeds["https://asked.test/feed"] == ("Asked", None)


def test_folders_and_titles_come_along_where_newsboats_urls_lie_beside_its_cache(
    home: Path, newsreel: Newsreel, cache: Path
) -> None:
    urls = f'{FEED.replace("https", "http")} trade "~My Backlot"\nhttps://other.test/feed film\n'
    cache.with_name("urls").write_text(urls)
    ran = newsreel("import", str(cache))
    assert ran.err.splitlines()[-1] == "`newsreel refresh` fetches them."
    feeds = {each["url"]: (each["title"], each["folder"]) for each in newsreel("feeds", "--json").json}
    assert feeds == {
        FEED: ("My Backlot", "trade"),
        "https://slate.test/feed": ("https://slate.test/feed", None),
    }


def test_what_was_deleted_there_does_not_come_back_unread(
    home: Path, newsreel: Newsreel, tmp_path: Path
) -> None:
    newsreel("config", "allow_private", "true")
    with Server() as server:
        site, feed = server.url(""), server.url("/feed")
        server.add("/feed", Reply(RSS.format(site=site).encode()))
        rows = [
            item("g1", title="With & guid", url=f"{site}/1", deleted=1, flags="a"),
            item(f"{site}/5", title="The guid its link", url=f"{site}/5"),
        ]
        newsboat.write(tmp_path / "cache.db", [{**row, "feedurl": feed} for row in rows], [(feed, "B")])
        came = newsreel("import", str(tmp_path / "cache.db"), "--json").json
        assert (came["articles"], came["marks"], came["bookmarks"]) == (1, 0, 0)
        assert shown(newsreel) == {"The guid its link": (False, [])}
        refresh()
        assert shown(newsreel)["With & guid"] == (True, [])


def test_a_feed_over_http_is_the_one_over_https(home: Path, newsreel: Newsreel, cache: Path) -> None:
    newsreel("import", str(cache))
    with closing(apsw.Connection(str(cache))) as write:
        for table, column in (("rss_feed", "rssurl"), ("rss_item", "feedurl")):
            write.execute(f"UPDATE {table} SET {column} = replace({column}, 'https', 'http')")
    ran = newsreel("import", str(cache), "--json").json
    assert (ran["added"], len(ran["already"]), ran["articles"]) == ([], 2, 0)


def test_articles_of_a_feed_that_has_moved_since_come_to_it(
    home: Path, newsreel: Newsreel, tmp_path: Path
) -> None:
    paths.find().create()
    with Library(paths.find().library) as library:
        feed = library.subscribe(FEED)
        moved = Answer(next_due=0, url="https://new.test/feed", former_url=FEED)
        library.save_feed(feed.id, ParsedFeed(format="rss", title="A"), moved)
    ran = newsreel("import", str(newsboat.write(tmp_path / "cache.db", [item("one")])), "--json").json
    assert (ran["added"], len(ran["already"]), ran["articles"]) == ([], 1, 1)


def test_hostile_bytes_come_clean(home: Path, newsreel: Newsreel, tmp_path: Path) -> None:
    rows = [
        item(
            "a", title=b"\x1b[31mRed\xff\x00 \xe2\x80\xaetitle", content=b"<script>x</script><p>Yes\xff</p>"
        ),
        item("b", url="javascript:alert(1)", enclosure_url="file:///etc/passwd", enclosure_type="audio/mpeg"),
        item("c", pubDate=1 << 62),
        item("d", pubDate="never", unread="what", flags="\x1b[2J<b>é"),
        item("e", pubDate=-5, title="", content="", url=""),
        item("f", content="<p>Too long</p>" + "x" * (9 << 20)),
        item("", title="", content="", url=""),
    ]
    with closing(
        apsw.Connection(str(newsboat.write(tmp_path / "cache.db", [], [(FEED, "\x1b]0;t\x07B")])))
    ) as write:
        for row in rows:
            casts = ", ".join("CAST(? AS TEXT)" if isinstance(v, bytes) else "?" for v in row.values())
            write.execute(f"INSERT INTO rss_item ({', '.join(row)}) VALUES ({casts})", [*row.values()])
    ran = newsreel("import", str(tmp_path / "cache.db"))
    assert ran.out.splitlines()[1] == "6 articles, 0 read marks and 1 bookmark came."
    assert "Skipped 1 article: nothing is said in them" in ran.err
    articles = {each["title"]: each for each in newsreel("list", "--json").json}
    written = newsreel("list").out + newsreel("bookmarks", "--json").out + newsreel("feeds").out
    assert not any(sign in written for sign in "\x1b\x07\x00\u202e")
    assert (articles["Title b"]["url"], articles["Title b"]["enclosures"]) == (None, [])
    undated = [title for title, each in articles.items() if each["published"] is None]
    assert sorted(undated) == ["Title c", "Title d", "Untitled"]
    assert articles["Title d"]["tags"] == ["newsboat", "J", "b"]


def test_the_file_is_only_read_its_log_too(home: Path, newsreel: Newsreel, cache: Path) -> None:
    with closing(apsw.Connection(str(cache))) as write:
        write.pragma("journal_mode", "wal")
        write.execute("UPDATE rss_item SET unread = 0 WHERE guid = 'a'")
        before = {each.name: each.read_bytes() for each in cache.parent.iterdir() if each.suffix != ".db-shm"}
        assert newsreel("import", str(cache), "--json").json["marks"] == 3
        after = {each.name: each.read_bytes() for each in cache.parent.iterdir() if each.suffix != ".db-shm"}
        assert (len(before["cache.db-wal"]) > 0, after) == (True, before)


@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_nothing_is_left_beside_the_file(home: Path, newsreel: Newsreel, cache: Path, journal: str) -> None:
    with closing(apsw.Connection(str(cache))) as write:
        write.pragma("journal_mode", journal)
    before = cache.read_bytes()
    newsreel("import", str(cache))
    assert [(each.name, each.read_bytes()) for each in cache.parent.iterdir()] == [("cache.db", before)]


def test_what_was_let_go_of_comes_again_only_to_be_saved(
    home: Path, newsreel: Newsreel, tmp_path: Path
) -> None:
    rows = [item(name, flags="x" if name == "a" else None) for name in ("a", "b", "c")]
    plain = newsboat.write(tmp_path / "plain.db", [{**row, "flags": None} for row in rows])
    newsreel("import", str(plain))
    with Library(home / "data/library.db", clock=lambda: NOW + 99 * DAY) as library:
        assert let_go(library) == 3
    came = newsreel("import", str(newsboat.write(tmp_path / "cache.db", rows)), "--json").json
    assert (came["articles"], came["marks"], came["bookmarks"]) == (0, 0, 1)
    assert shown(newsreel) == {"Title a": (False, ["newsboat", "x"])}
    assert newsreel("import", str(tmp_path / "cache.db"), "--json").json["bookmarks"] == 0


def test_newsboat_may_go_on_writing(home: Path, newsreel: Newsreel, cache: Path) -> None:
    with closing(apsw.Connection(str(cache))) as write:
        write.execute("BEGIN IMMEDIATE; UPDATE rss_item SET unread = 0 WHERE guid = 'a'")
        assert newsreel("import", str(cache), "--json").json["articles"] == 3
        write.execute("COMMIT")
    assert newsreel("import", str(cache), "--json").json["marks"] == 1


def test_while_newsboat_writes_nothing_is_read(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.store.newsboat.BUSY_MS", 1)
    with closing(apsw.Connection(str(cache))) as write:
        write.execute("BEGIN EXCLUSIVE")
        with pytest.raises(ParseError, match="is busy: newsboat has been writing"):
            Cache(cache)


def damaged(path: Path) -> None:
    newsboat.write(path, [item(f"n{n}", content="x" * 3000) for n in range(200)])
    with path.open("r+b") as file:
        file.seek(4096 * 20)
        file.write(b"\xff" * 4096 * 10)


def foreign(path: Path) -> None:
    with closing(apsw.Connection(str(path))) as write:
        write.execute("CREATE TABLE rss_feed (rssurl TEXT); CREATE TABLE rss_item (guid TEXT)")


def disguised(path: Path) -> None:
    newsboat.write(path, [item("a")])
    with closing(apsw.Connection(str(path))) as write:
        write.execute("ALTER TABLE rss_item RENAME TO other; CREATE VIEW rss_item AS SELECT * FROM other")


def rowless(path: Path) -> None:
    newsboat.write(path, [])
    with closing(apsw.Connection(str(path))) as write:
        sql = str(write.execute("SELECT sql FROM sqlite_schema WHERE name = 'rss_item'").get)
        write.execute(f"DROP TABLE rss_item; {sql.replace('AUTOINCREMENT', '')} WITHOUT ROWID")


def torn(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + bytes(50))


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (damaged, "is damaged ("),
        (torn, "is damaged ("),
        (foreign, "is a database of another program ("),
        (rowless, "is a database of another program ("),
        (disguised, "is a database of another program ("),
    ],
)
def test_what_is_no_sound_cache_is_refused_in_a_sentence(
    library: Path, newsreel: Newsreel, tmp_path_factory: pytest.TempPathFactory, make: Any, told: str
) -> None:
    file, before = tmp_path_factory.mktemp("other") / "cache.db", everything(library)
    make(file)
    ran = newsreel("import", str(file))
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (1, "", 1)
    assert ran.err.startswith(f"{file} {told}")
    assert everything(library) == before


def test_of_one_link_and_title_all_come(home: Path, newsreel: Newsreel, tmp_path: Path) -> None:
    same = {"title": "Strip", "url": "https://backlot.test/strip", "unread": 0}
    far = [item(f"n{n}") for n in range(150)]
    rows = [item("first", **same), *far, item("second", **same, pubDate=NOW - 9 * DAY)]
    newsboat.write(tmp_path / "cache.db", rows)
    assert newsreel("import", str(tmp_path / "cache.db"), "--json").json["articles"] == 152
    assert newsreel("import", str(tmp_path / "cache.db"), "--json").json["articles"] == 0


def test_a_guid_that_stands_for_another_article_here_costs_no_other(
    home: Path, newsreel: Newsreel, tmp_path: Path
) -> None:
    paths.find().create()
    other = Entry(guid="a", url="https://backlot.test/new", title="New", published=NOW)
    with Library(paths.find().library, clock=lambda: NOW) as library:
        feed = library.subscribe(FEED)
        library.save_feed(feed.id, ParsedFeed(format="rss", title="B", entries=(other,)), answer())
    rows = [item("a", pubDate=NOW - 90 * DAY), item("b"), item("c", url="", pubDate=0)]
    before, after = tmp_path / "before.db", tmp_path / "after.db"
    newsboat.write(before, rows[1:])
    newsboat.write(after, rows)
    for file, came in ((before, 2), (after, 1), (after, 0)):
        assert newsreel("import", str(file), "--json").json["articles"] == came
    assert set(shown(newsreel)) == {"New", "Title a", "Title b", "Title c"}


MANY = 3000


def many(path: Path) -> Path:
    rows = (item(f"n{n}", unread=n % 2, flags="f" if n % 100 == 0 else None) for n in range(MANY))
    return newsboat.write(path, rows)


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_broken_off_and_done_again_it_is_whole(
    home: Path, newsreel: Newsreel, tmp_path: Path, how: signal.Signals
) -> None:
    file = many(tmp_path / "cache.db")
    with subprocess.Popen(
        [*PYTHON, "import", str(file)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as it:
        while it.poll() is None and not _came(home):
            with suppress(subprocess.TimeoutExpired):
                it.wait(0.002)
        it.send_signal(how)
        it.communicate(timeout=30)
    assert it.returncode == (130 if how == signal.SIGINT else -how)
    came = newsreel("import", str(file), "--json").json
    assert came["articles"] < MANY
    with Library(home / "data/library.db", clock=lambda: NOW) as library:
        counts = library.counts()
        assert (counts.total, counts.unread, counts.bookmarks) == (MANY, MANY // 2, MANY // 100)
        assert library.has_unindexed() is False
        assert len({article.title for article in library.search("", limit=MANY)}) == MANY


def _came(home: Path) -> int:
    if not (home / "data/library.db").exists():
        return 0
    with closing(apsw.Connection(str(home / "data/library.db"), apsw.SQLITE_OPEN_READONLY)) as library:
        try:
            return int(library.execute("SELECT count(*) FROM status").get)
        except apsw.Error:
            return 0


def test_a_persons_mark_waits_for_no_import(library: Path, tmp_path: Path) -> None:
    file, slowest = many(tmp_path / "cache.db"), 0.0
    with (
        Library(library / "data/library.db", clock=lambda: NOW) as opened,
        subprocess.Popen(
            [*PYTHON, "import", str(file)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as it,
    ):
        marks = 0
        while it.poll() is None:
            began = time.monotonic()
            opened.mark([1], read=marks % 2 == 0)
            marks, slowest = marks + 1, max(slowest, time.monotonic() - began)
            with suppress(subprocess.TimeoutExpired):
                it.wait(0.02)
    assert (it.returncode, marks > 10, slowest < 1) == (0, True, True)


BOMB = "".join(f"<p>{n} <b>and <i>so</i> on</b></p>" for n in range(60_000))


def test_one_that_ends_its_reader_costs_no_other(home: Path, newsreel: Newsreel, tmp_path: Path) -> None:
    rows = [
        item("a", flags="x"),
        item("b", flags="x", content=BOMB),
        item("c", flags="x"),
        item("d", deleted=1),
    ]
    file = newsboat.write(tmp_path / "cache.db", rows)
    newsreel("import", str(newsboat.write(tmp_path / "none.db", [])))
    taken = take_in(file, paths.find(), cpu_seconds=0.3)
    assert (taken.took.articles, taken.took.bookmarks) == (2, 2)
    assert [each.what for each in taken.skipped] == ["article 2 of the cache", "1 article"]
    assert set(shown(newsreel)) == {"Title a", "Title c"}


def test_a_text_that_ends_its_reader_is_kept_unread(home: Path, newsreel: Newsreel, tmp_path: Path) -> None:
    file = newsboat.write(tmp_path / "cache.db", [item("a"), item("b", content=BOMB), item("d", deleted=1)])
    newsreel("import", str(newsboat.write(tmp_path / "none.db", [])))
    taken = take_in(file, paths.find(), cpu_seconds=0.3)
    assert (taken.took.articles, [each.why for each in taken.skipped]) == (2, ["deleted in newsboat"])
    number = {each["title"]: each["id"] for each in newsreel("list", "--json").json}["Title b"]
    assert "could not be read" in newsreel("show", str(number)).out
