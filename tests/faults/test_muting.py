"""S12: a refresh marks read what is muted, wherever it broke off before."""

from __future__ import annotations

from contextlib import closing

import apsw

from tests.faults.conftest import Home, rss
from tests.server import Reply, Server

BESIDE = ("One more", "Gossip at the gala", "Quiet news")


def unread(home: Home) -> list[str]:
    return sorted(article.title for article in home.articles() if not article.read)


def later(home: Home, *words: str) -> None:
    home.later(7200)
    home.refresh("--force", *words)


def test_S12_what_a_refresh_brings_is_muted_by_its_title_and_its_text(home: Home, server: Server) -> None:
    url = server.add("/feed", Reply(rss("Old")))
    home.follow(url)
    home.refresh()
    home.run("mute", "gossip OR body:3")
    server.add("/feed", Reply(rss("Old", *BESIDE)))
    later(home)
    assert unread(home) == ["Old", "One more"]
    assert [each["muted"] for each in home.run("mutes", "--json").json] == [2]
    assert home.run("unmute", "1", "--json").json["unread"] == 2
    assert unread(home) == sorted(["Old", *BESIDE])


def test_S12_what_a_new_feed_brings_is_muted_as_it_is_added(home: Home, server: Server) -> None:
    home.run("mute", "gossip")
    added = home.run("add", server.add("/feed", Reply(rss("Old", *BESIDE))), "--allow-private")
    assert (added.code, added.out) == (0, "Following Outlet: 4 articles, 3 unread.\n")
    assert unread(home) == ["Old", "One more", "Quiet news"]


def test_S12_what_a_refresh_that_died_could_not_mute_the_next_one_does(home: Home, server: Server) -> None:
    url = server.add("/feed", Reply(rss("Old")))
    home.follow(url)
    home.refresh()
    home.run("mute", "gossip")
    server.add("/feed", Reply(rss("Old", *BESIDE)))
    with closing(apsw.Connection(str(home.paths.library))) as library:
        # As of a worker that was killed there: what is noted in one step with the index stays.
        library.execute("CREATE TRIGGER died BEFORE INSERT ON muted BEGIN SELECT raise(ABORT, 'died'); END")
        later(home)
        assert unread(home) == sorted(["Old", *BESIDE])
        library.execute("DROP TRIGGER died")
    later(home)
    assert unread(home) == ["Old", "One more", "Quiet news"]
