"""`import` and `export`: what goes out comes back the same."""

from __future__ import annotations

import io
import json
import sys
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import apsw
import pytest

from reader import paths
from reader.incoming import ParsedFeed
from reader.library import Library
from reader.store.values import Answer
from tests.cli.conftest import Newsreel
from tests.server import Reply, Server

NEWSBOAT = """\
# feeds
https://a.test/feed  trade "~The A" !hidden
"https://b.test/feed" "film critics" # and a remark
https://a.test/feed
"query:Unread:unread = \\"yes\\""
exec:~/bin/make-feed
"""


@pytest.mark.parametrize("version", ["1", "2"])
def test_a_round_trip(
    library: Path, newsreel: Newsreel, tmp_path_factory: pytest.TempPathFactory, version: str
) -> None:
    file = str(tmp_path_factory.mktemp("out") / "feeds.opml")
    assert newsreel("export", "opml", "-o", file, "--version", version) == (
        0,
        "",
        f"2 feeds written to {file}.\n",
    )
    written = newsreel("export", "opml", "--version", version).out
    assert written == Path(file).read_text()
    before = sorted(newsreel("feeds", "--json").json, key=lambda feed: -feed["id"])
    assert newsreel("import", file, "--json").json == {"added": [], "already": before, "skipped": []}
    for feed in before:
        newsreel("remove", str(feed["id"]))
    came = newsreel("import", file, "--json").json["added"]
    told = ("url", "title", "folder", "site_url")
    assert [[each[key] for key in told] for each in came] == [[each[key] for key in told] for each in before]


def test_a_list_goes_out_as_it_came_in(home: Path, newsreel: Newsreel, tmp_path: Path) -> None:
    """What is never fetched, or gone by now, keeps the address of its site."""
    rows = (
        '<outline text="Trade"><outline text="B &amp; &lt;C&gt;" xmlUrl="https://b.test/feed?a=1&amp;b=2" '
        'htmlUrl="https://b.test/"/></outline><outline text="A" xmlUrl="https://a.test/feed"/>'
    )
    (tmp_path / "in.opml").write_text(f'<opml version="2.0"><body>{rows}</body></opml>')
    newsreel("import", str(tmp_path / "in.opml"))
    first = newsreel("export", "opml").out
    assert 'htmlUrl="https://b.test/"' in first
    (tmp_path / "out.opml").write_text(first)
    (home / "data/library.db").unlink()
    newsreel("import", str(tmp_path / "out.opml"))
    assert newsreel("export", "opml").out == first


def test_what_was_skipped_is_said(home: Path, newsreel: Newsreel, tmp_path: Path) -> None:
    file = tmp_path / "feeds.opml"
    file.write_text(
        '<opml version="2.0"><body><outline type="rss" xmlUrl="https://a.test/feed" text="A"/>'
        '<outline type="rss" xmlUrl="file:///etc/passwd" text="B"/></body></opml>'
    )
    ran = newsreel("import", str(file))
    assert (ran.code, ran.out) == (0, "1 feed added, 0 already there, 1 skipped.\n")
    assert ran.err.startswith("Skipped ")
    assert newsreel("import", str(file)).out == "0 feeds added, 1 already there, 1 skipped.\n"


def test_an_address_written_otherwise_is_there_already(
    home: Path, newsreel: Newsreel, tmp_path: Path
) -> None:
    file = tmp_path / "feeds.opml"
    row = '<opml version="2.0"><body><outline type="rss" xmlUrl="{}" text="A"/></body></opml>'
    file.write_text(row.format("https://a.test/feed"))
    assert newsreel("import", str(file)).out == "1 feed added, 0 already there, 0 skipped.\n"
    ways = ("HTTPS://A.test:443/feed", "https://a.test/feed#news", "feed:https://a.test/feed?")
    for way in (*ways, "http://a.test/feed"):
        file.write_text(row.format(way))
        assert newsreel("import", str(file)).out == "0 feeds added, 1 already there, 0 skipped.\n"
    assert [feed["url"] for feed in newsreel("feeds", "--json").json] == ["https://a.test/feed"]


def test_an_address_that_a_feed_moved_from_is_there_already(
    home: Path, newsreel: Newsreel, tmp_path: Path
) -> None:
    file = tmp_path / "urls"
    file.write_text("http://a.test/feed\n")
    paths.find().create()
    with Library(paths.find().library) as library:
        feed = library.subscribe("https://a.test/feed")
        moved = Answer(next_due=0, url="https://b.test/feed", former_url=feed.url)
        library.save_feed(feed.id, ParsedFeed(format="rss", title="A"), moved)
    assert newsreel("import", str(file)).out == "0 feeds added, 1 already there, 0 skipped.\n"
    assert [feed["url"] for feed in newsreel("feeds", "--json").json] == ["https://b.test/feed"]


def test_newsboat(home: Path, newsreel: Newsreel, tmp_path: Path) -> None:
    file = tmp_path / "urls"
    file.write_text(NEWSBOAT)
    came = newsreel("import", str(file), "--json").json
    assert [(each["url"], each["title"], each["folder"]) for each in came["added"]] == [
        ("https://a.test/feed", "The A", "trade"),
        ("https://b.test/feed", "https://b.test/feed", "film critics"),
    ]
    assert [(each["line"], each["what"].partition(":")[0]) for each in came["skipped"]] == [
        (4, "https"),
        (5, "query"),
        (6, "exec"),
    ]


def test_names_of_a_list_command_no_terminal(home: Path, newsreel: Newsreel, tmp_path: Path) -> None:
    urls = tmp_path / "urls"
    urls.write_text('https://film.test/ "Tra\x1b[31mde\u202e" "~Gr\x1b]0;x\x07ain"\n', encoding="utf-8")
    newsreel("import", str(urls))
    [feed] = newsreel("feeds", "--json").json
    assert (feed["title"], feed["folder"]) == ("Gr]0;xain", "Tra[31mde")


def test_names_of_a_list_are_no_longer_than_names_may_be(
    home: Path, newsreel: Newsreel, tmp_path: Path
) -> None:
    feeds = tmp_path / "feeds.opml"
    rows = f'<outline text="{"T" * 301}" xmlUrl="https://film.test/"/>'
    feeds.write_text(f'<opml><body><outline text="{"F" * 301}">{rows}</outline></body></opml>')
    newsreel("import", str(feeds))
    [feed] = newsreel("feeds", "--json").json
    assert (feed["title"], feed["folder"]) == ("T" * 299 + "…", "F" * 299 + "…")


def test_a_remark_behind_an_address_is_no_folder(home: Path, newsreel: Newsreel, tmp_path: Path) -> None:
    file = tmp_path / "urls"
    file.write_text("https://a.test/feed # the trades\nhttps://b.test/#feed b#side '~B' #\n")
    came = newsreel("import", str(file), "--json").json
    assert [(each["url"], each["folder"]) for each in came["added"]] == [
        ("https://a.test/feed", None),
        ("https://b.test/#feed", "b#side"),
    ]


def test_a_database_is_no_list_and_a_library_is_told_from_another(
    library: Path, newsreel: Newsreel, tmp_path: Path
) -> None:
    copy, cache = tmp_path / "mine.db", tmp_path / "cache.db"
    newsreel("backup", str(copy))
    with closing(apsw.Connection(str(cache))) as other:
        other.execute("CREATE TABLE rss_feed (rssurl TEXT)")
    told = f"{copy} is a copy of a library; `newsreel restore {copy}` brings that back.\n"
    assert newsreel("import", str(copy)) == (1, "", told)
    told = f"{cache} is a database of another program (its tables are others), neither newsboat's cache nor a"
    assert newsreel("import", str(cache)) == (1, "", f"{told} list of feeds; nothing came.\n")


def test_a_name_that_is_empty_is_no_folder(home: Path, newsreel: Newsreel) -> None:
    assert newsreel("import", "").err.startswith("The name of the file is empty")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "cannot be read"),
        ("<html></html>", "is not an OPML file"),
        ("", "OPML"),
    ],
)
def test_what_is_no_list(
    home: Path, newsreel: Newsreel, tmp_path: Path, content: str | None, sentence: str
) -> None:
    file = tmp_path / "list"
    if content is not None:
        file.write_text(content)
    ran = newsreel("import", str(file))
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (1, "", 1)
    assert sentence in ran.err


def test_import_from_stdin(home: Path, newsreel: Newsreel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(NEWSBOAT.encode())))
    assert newsreel("import", "-").out == "2 feeds added, 0 already there, 3 skipped.\n"


def test_a_database_from_stdin_is_to_be_named(
    home: Path, newsreel: Newsreel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"SQLite format 3\0" + bytes(100))))
    told = "A database cannot be read from stdin; name its file, as in `import cache.db`.\n"
    assert newsreel("import", "-") == (1, "", told)


def test_import_from_an_address(home: Path, newsreel: Newsreel) -> None:
    with Server() as server:
        server.add("/urls", Reply(body=NEWSBOAT.encode()))
        refused = newsreel("import", server.url("/urls"))
        assert (refused.code, len(refused.err.splitlines()), server.log) == (1, 1, [])
        newsreel("config", "allow_private", "true")
        assert newsreel("import", server.url("/urls")).out == "2 feeds added, 0 already there, 3 skipped.\n"
        missing = newsreel("import", server.url("/none"))
        assert (missing.code, len(missing.err.splitlines())) == (1, 1)


@pytest.mark.parametrize("what", ["bookmarks", "articles", "all"])
def test_what_goes_out_as_json_is_asked_for_as_everywhere(
    library: Path, newsreel: Newsreel, what: str
) -> None:
    newsreel("bookmark", "3")
    asked = newsreel("export", what, "--json")
    assert asked == (0, newsreel("export", what).out, "")
    assert asked.json
    assert newsreel("export", what, "--json", "--format", "epub").code == 2


def test_of_a_file_that_goes_out_what_is_not_known_is_null(library: Path, newsreel: Newsreel) -> None:
    newsreel("bookmark", "3")
    (found,) = newsreel("export", "bookmarks", "--format", "json").json
    (file,) = found["enclosures"]
    assert file == {
        "url": "https://backlot.test/heat.mp4",
        "type": "video/mp4",
        "length": 12,
        "duration": None,
    }


@pytest.mark.parametrize("what", ["opml", "releases"])
def test_what_goes_out_in_a_form_of_its_own_is_no_json(library: Path, newsreel: Newsreel, what: str) -> None:
    ran = newsreel("export", what, "--json")
    assert (ran.code, ran.out, f"does not go with {what}" in ran.err) == (2, "", True)


def test_export_where_nothing_can_be_written(library: Path, newsreel: Newsreel) -> None:
    ran = newsreel("export", "opml", "-o", "/nowhere/at/all.opml")
    assert (ran.code, ran.out) == (1, "")
    assert "cannot be written" in ran.err


def test_what_was_written_into_an_exported_text_stays(
    library: Path, newsreel: Newsreel, tmp_path: Path
) -> None:
    words = ("export", "articles", "--format", "markdown", "-o", f"{tmp_path}/texts/")
    assert newsreel(*words).code == 0
    first, *others = sorted((tmp_path / "texts").iterdir())
    first.write_text("My own thoughts.")
    others[0].unlink()
    assert newsreel(*words).err == f"3 articles in {tmp_path}/texts/: 1 of them new.\n"
    assert (first.read_text(), others[0].exists()) == ("My own thoughts.", True)


@pytest.mark.parametrize(
    ("name", "begins"), [("a.epub", b"PK"), ("a.md", b"# ["), ("a.HTML", b"<!DOCTYPE"), ("a.txt", b"[\n")]
)
def test_a_file_is_written_in_the_format_it_is_named_for(
    library: Path, newsreel: Newsreel, tmp_path: Path, name: str, begins: bytes
) -> None:
    file = tmp_path / name
    assert newsreel("export", "articles", "-o", str(file)).code == 0
    assert file.read_bytes()[: len(begins)] == begins
    assert newsreel("export", "articles", "--json", "-o", str(file)).code == 0
    assert file.read_bytes()[:2] == b"[\n"


@pytest.mark.parametrize(("what", "copies"), [("all", "data"), ("bookmarks", "backups"), ("opml", "config")])
def test_an_export_writes_over_no_library_copy_or_settings(
    library: Path, newsreel: Newsreel, tmp_path: Path, what: str, copies: str
) -> None:
    newsreel("config", "theme", "matinee")
    newsreel("backup", str(tmp_path / "mine.db"))
    found = {
        "data": (paths.find().library, "a database"),
        "backups": (tmp_path / "mine.db", "a database"),
        "config": (paths.find().config_file, "the settings file"),
    }
    file, name = found[copies]
    before = file.read_bytes()
    ran = newsreel("export", what, "-o", str(file))
    assert ran == (1, "", f"{file} is {name}, so it was left alone; name another file.\n")
    assert file.read_bytes() == before


def test_an_export_writes_over_nothing_that_sqlite_keeps_beside_a_library(
    library: Path, newsreel: Newsreel
) -> None:
    log = paths.find().library.with_name(f"{paths.find().library.name}-wal")
    with apsw.Connection(str(paths.find().library)) as reading:
        assert reading.execute("SELECT count(*) FROM feed").fetchone()
        before = log.read_bytes()
        ran = newsreel("export", "bookmarks", "-o", str(log))
        assert ran == (1, "", f"{log} is a database, so it was left alone; name another file.\n")
        assert log.read_bytes() == before


def test_a_folder_named_as_one_is_made_for_texts_and_no_file(
    library: Path, newsreel: Newsreel, tmp_path: Path
) -> None:
    folder = tmp_path / "new" / "texts"
    ran = newsreel("export", "articles", "--format", "markdown", "-o", f"{folder}/")
    assert (ran.code, ran.err) == (0, f"3 articles written to {folder}/.\n")
    assert len(list(folder.iterdir())) == 3
    ran = newsreel("export", "articles", "-o", str(folder))
    told = "with --format markdown or html each text is a file there."
    assert (ran.code, ran.err) == (2, f"{folder} is a folder; {told}\n")
    ran = newsreel("export", "opml", "-o", f"{tmp_path}/other/")
    assert (ran.code, ran.err) == (1, f"{tmp_path}/other/ is a folder; name the file to write.\n")


def moved(old: str, new: str) -> None:
    """Follow a feed that its host has moved for good."""
    found = paths.find()
    found.create()
    with Library(found.library) as library:
        feed = library.subscribe(old)
        library.save_unchanged({feed.id: Answer(next_due=0, url=new, former_url=old)})


def test_a_list_that_names_a_feed_where_it_was_names_the_one_followed(
    home: Path, newsreel: Newsreel, tmp_path: Path
) -> None:
    moved("https://old.test/feed", "https://new.test/feed")
    file = tmp_path / "feeds.opml"
    rows = '<outline xmlUrl="http://old.test/feed"/><outline xmlUrl="http://new.test/feed"/>'
    file.write_text(f"<opml>{rows}</opml>")
    ran = newsreel("import", str(file), "--json").json
    assert (ran["added"], [feed["url"] for feed in ran["already"]]) == ([], ["https://new.test/feed"] * 2)


def test_what_was_carried_before_a_feed_moved_comes_to_where_it_is(
    home: Path, newsreel: Newsreel, tmp_path: Path
) -> None:
    moved("https://old.test/feed", "https://new.test/feed")
    file = tmp_path / "all.json"
    mark = {
        "feed_url": "http://old.test/feed",
        "key": "0" * 32,
        "published": "2023-10-01T00:00:00Z",
        "first_seen": "2023-10-01T00:00:00Z",
        "read": True,
    }
    carried = {"newsreel": 1, "feeds": [{"url": "http://old.test/feed"}], "marks": [mark]}
    file.write_text(json.dumps(carried))
    assert newsreel("import", str(file), "--json").json["feeds"] == 0
    assert [feed["url"] for feed in newsreel("feeds", "--json").json] == ["https://new.test/feed"]
    with Library(paths.find().library) as library:
        assert [mark.feed_url for mark in library.carried().marks] == ["https://new.test/feed"]


def test_what_was_carried_of_a_feed_stays_with_it_where_the_other_scheme_is_followed_too(
    home: Path, newsreel: Newsreel, tmp_path: Path
) -> None:
    both = ["http://film.test/feed", "https://film.test/feed"]
    paths.find().create()
    with Library(paths.find().library) as library:
        for url in both:
            library.subscribe(url)
    file = tmp_path / "all.json"
    when = {"published": "2023-10-01T00:00:00Z", "first_seen": "2023-10-01T00:00:00Z", "read": True}
    marks = [{"feed_url": url, "key": "0" * 32, **when} for url in both]
    file.write_text(json.dumps({"newsreel": 1, "marks": marks}))
    assert newsreel("import", str(file), "--json").json["marks"] == 2
    with Library(paths.find().library) as library:
        assert [mark.feed_url for mark in library.carried().marks] == both
