"""S8: what a bad disk did to one article costs no other, no refresh and no list."""

from __future__ import annotations

import pytest

from tests.faults.conftest import Home, rss
from tests.server import Reply, Server

JUNK = (b"\xff\x00junk", "{[\x00")
"""In the place of a blob, and of a text."""
DAMAGES = {
    "article": ("authors", "categories", "enclosures"),
    "bookmark": ("tags", "authors", "categories", "enclosures"),
    "body": ("tree", "source"),
    "bookmark_body": ("tree", "source"),
    "report": ("films", "people", "mentioned", "deciding", "rumour", "spoiler", "filed"),
    "story": ("films", "people"),
    "fetch": ("hints",),
    "follow": ("aliases", "companions", "excludes"),
    "story_learnt": ("packed",),
}
TITLES = ("Heat 2 sets a date", "Heat 2 casts a lead", "Amélie returns")


@pytest.fixture
def filled(home: Home, server: Server) -> Home:
    for name in ("a", "b"):
        body = rss(*TITLES, name=name, inside="<category>Heat 2</category>", link=f"https://{name}.test/")
        home.follow(server.add(f"/{name}", Reply(body)))
    home.refresh_here()
    home.run("bookmark", "1", "--tag", "kept", "--note", "mine")
    home.run("follow", "Heat 2", "--alias", "Heat Two")
    return home


def test_S8_one_damaged_row_costs_no_other(filled: Home, server: Server) -> None:
    with filled.library() as library:
        write = library._db.connection()
        for table, name in [(table, name) for table, names in DAMAGES.items() for name in names]:
            kind = write.execute(f"SELECT typeof({name}) FROM {table} ORDER BY rowid LIMIT 1").get
            junk = JUNK[kind == "text"]
            write.execute(
                f"UPDATE {table} SET {name} = ? WHERE rowid = (SELECT min(rowid) FROM {table})", (junk,)
            )
        assert library.faults() == []
    server.add("/a", Reply(rss(*TITLES, "A new one", name="a", link="https://a.test/")))
    ran = filled.run("refresh", "--force")
    assert (ran.code, ran.err) == (0, "")
    assert "A new one" in filled.run("list", "new").out, "indexed"
    for words in (
        ["list", "--json"], ["bookmarks"], ["stories"], ["story", "1"], ["timeline", "Heat 2"],
        ["export", "all"], ["export", "articles", "--format", "html"],
    ):  # fmt: skip
        ran = filled.run(*words)
        assert (words, ran.code, "Traceback" in ran.err) == (words, 0, False), ran.err
    show = filled.run("show", "1")
    assert (show.code in (0, 1), "Traceback" in show.err) == (True, False)
    with filled.terminal(size=(140, 40)) as terminal:
        terminal.wait("Amélie")
        for keys in ("\r", "c", "\x1b", "w", "\x1b", "T", "\x1b", "h", "j\r", "h", "j\r", "B", "\r"):
            terminal.type(keys)
            terminal.drain(0.08)
        assert terminal.process.poll() is None
        assert b"Traceback" not in terminal.bytes
