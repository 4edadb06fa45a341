"""D rows: no article twice, none comes back unread, bookmarks never touched, whatever a feed does."""

from __future__ import annotations

import re

import pytest

from reader.model import View
from tests.faults.conftest import HOSTILE, HOUR, Home, rss
from tests.server import Reply, Server
from tests.store.shelf import let_go


class Story:
    """A feed that says one thing after another; between two, everything was read and one kept."""

    def __init__(self, home: Home, server: Server) -> None:
        self.home, self.server = home, server
        self.feed = home.follow(server.url("/feed"))

    def says(self, body: bytes) -> tuple[int, int]:
        """Serve it, refresh, and return how many articles there are and how many of them are unread."""
        self.server.add("/feed", Reply(body))
        assert self.home.refresh_here("force")[self.feed]["status"] in ("updated", "unchanged")
        with self.home.library() as library:
            return library.count(View("all")), library.count(View("unread"))

    def read_all(self) -> None:
        with self.home.library() as library:
            library.mark_view(View("all"), read=True)
            library.bookmark(library.keys(View("all"))[-1].id, note="kept")

    def kept(self) -> list[tuple[str, str | None]]:
        with self.home.library() as library:
            return [(mark.title, mark.note) for mark in library.bookmarks()]


@pytest.fixture
def story(home: Home, server: Server) -> Story:
    return Story(home, server)


def file(name: str) -> bytes:
    if not HOSTILE.is_dir():
        pytest.skip("needs ../shared/corpora beside the checkout")
    return (HOSTILE / f"{name}.xml").read_bytes()


@pytest.mark.parametrize(
    "names",
    [
        ("id_churn_1", "id_churn_2", "id_churn_1"),
        ("id_scheme_1", "id_scheme_2", "id_scheme_1"),
        ("shrink_a", "shrink_zero", "shrink_a"),
        ("edit_a", "edit_b", "edit_a", "edit_b"),
        ("id_dup", "id_dup"),
        ("id_missing", "id_missing"),
        ("id_missing_nolink", "id_missing_nolink"),
        ("id_empty", "id_empty"),
    ],
    ids=["D3", "D4", "D7", "D6", "D1", "D2 guid", "D2 link", "D2 empty"],
)
def test_D_no_article_twice_and_none_comes_back(story: Story, names: tuple[str, ...]) -> None:
    first, _ = story.says(file(names[0]))
    story.read_all()
    kept = story.kept()
    later = [story.says(file(name)) for name in names[1:]]
    assert later == [(first, 0)] * len(later)
    assert story.kept() == kept != []


def test_D1_every_item_of_a_feed_with_one_guid_is_there(story: Story) -> None:
    assert story.says(file("id_dup"))[0] == file("id_dup").count(b"<item>")


def test_D1_guids_that_are_places_in_the_feed_hide_no_news(story: Story) -> None:
    names = ["Five", "Four", "Three", "Two", "One"]
    assert story.says(_by_place(names)) == (5, 5)
    story.read_all()
    kept = story.kept()
    assert story.says(_by_place(["Six", *names[:-1]])) == (6, 1)
    assert story.says(_by_place(["Seven", "Six", *names[:-2]])) == (7, 2)
    assert sorted(article.title for article in story.home.articles()) == sorted(["Six", "Seven", *names])
    assert story.kept() == kept


def _by_place(names: list[str]) -> bytes:
    """A feed whose guids say at which place an item stands, and whose links stay with their items."""
    return re.sub(rb"(<link>)(\S+/)\d+(</link><title>)(\w+)", rb"\1\2\4\3\4", rss(*names))


def test_D2_items_that_name_nothing_are_told_apart(story: Story) -> None:
    body = "".join(f"<item><title>T{n}</title></item>" for n in range(5))
    feed = f"<rss><channel>{body}</channel></rss>".encode()
    assert story.says(feed)[0] == 5
    story.read_all()
    assert story.says(feed) == (5, 0), "and each is known again"
    edited = feed.replace(b"</item>", b"<description>More.</description></item>")
    assert story.says(edited) == (5, 0), "edited, too"


def test_D3_all_guids_change_and_the_links_stay(story: Story) -> None:
    first = rss(*(f"T{n}" for n in range(30)))
    story.says(first)
    story.read_all()
    assert story.says(first.replace(b"g-", b"other-")) == (30, 0)


def test_D3_guids_and_links_with_a_session_in_them_bring_nothing_twice(story: Story) -> None:
    dated = "<pubDate>Sat, 28 Nov 2020 10:00:00 GMT</pubDate>"
    first = rss(*(f"T{n}" for n in range(9)), inside=dated).replace(b"</link>", b"?session=1</link>")
    story.says(first)
    story.read_all()
    kept = story.kept()
    for turn in (b"2", b"3"):
        again = first.replace(b"g-", b"other-%b-" % turn).replace(b"session=1", b"session=" + turn)
        assert story.says(again) == (9, 0)
    assert story.kept() == kept
    assert {article.url for article in story.home.articles()} == {
        f"https://film.test/{n}?session=3" for n in range(9)
    }


@pytest.mark.parametrize("other", ["http://film.test/", "https://www.film.test/"])
def test_D4_an_address_written_otherwise_is_the_same(story: Story, other: str) -> None:
    first = rss("A", "B")
    story.says(first)
    story.read_all()
    changed = first.replace(b"https://film.test/", other.encode()).replace(
        b"</link>", b"?utm_source=rss</link>"
    )
    assert story.says(changed.replace(b"g-", b"other-")) == (2, 0)


def test_D5_a_new_address_under_the_old_guid(story: Story) -> None:
    story.says(rss("A"))
    story.read_all()
    assert story.says(rss("A", link="https://elsewhere.test/")) == (1, 0)
    assert story.home.articles()[0].url == "https://elsewhere.test/0"


def test_D6_a_hundred_edits_stay_read_and_end(story: Story) -> None:
    story.says(rss("A 0"))
    story.read_all()
    with story.home.library() as library:
        library.close()
    from reader.feeds.parse import parse
    from reader.text.intake import clean_feed
    from tests.store.shelf import Clock, answer

    with story.home.library() as library:
        changed, clock = 0, Clock(int(library.clock()))
        for n in range(100):
            raw = parse(rss(f"A {n % 2 + 1}"), url="https://film.test/feed")
            feed = clean_feed(raw, url="https://film.test/feed", now=int(library.clock()))
            changed += library.save_feed(story.feed, feed, answer(clock)).changed  # type: ignore[arg-type]
        assert changed == 24
        assert (library.count(View("all")), library.count(View("unread"))) == (1, 0)


def test_D7_a_feed_that_empties_deletes_nothing(story: Story) -> None:
    story.says(rss("A", "B", "C"))
    assert story.says(rss())[0] == 3
    assert story.says(rss("A", "B", "C"))[0] == 3


@pytest.mark.parametrize("said", ["", " ", "&#160;"])
def test_D7_a_feed_that_leaves_out_its_name_keeps_it(story: Story, said: str) -> None:
    story.says(rss("A", name="The Backlot"))
    story.says(rss("A", "B", name=said))
    assert story.home.feed(story.feed).title == "The Backlot"


def test_D8_old_items_suddenly_new_are_backlog(story: Story) -> None:
    story.says(rss("A"))
    story.read_all()
    story.home.later(HOUR)
    old = "".join(
        f"<item><guid>o{n}</guid><title>Old {n}</title>"
        "<pubDate>Mon, 06 Jan 2020 00:00:00 GMT</pubDate></item>"
        for n in range(400)
    )
    total, unread = story.says(rss("A", "B").replace(b"</channel>", old.encode() + b"</channel>"))
    assert (total, unread) == (402, 1)


def test_D9_one_address_followed_twice_is_one_feed(story: Story) -> None:
    assert story.home.follow(story.server.url("/feed")) == story.feed
    story.says(rss("A"))
    assert story.server.paths() == ["/feed"]


def test_D9_an_address_written_otherwise_is_one_feed(home: Home, server: Server) -> None:
    server.add("/f%C3%A9ed", Reply(rss("A", name="Backlot")))
    url = server.url("/f%C3%A9ed")
    ways = (url, url.replace("http", "HTTP"), f"{url}#news", f"{url}?", f" {url}", server.url("/féed"))
    said = [home.run("add", "--allow-private", way).out for way in ways]
    assert said == [
        "Following Backlot: 1 article, 1 unread.\n",
        *["Backlot is followed already: 1 article, 1 unread.\n"] * 5,
    ]
    with home.library() as library:
        assert [feed.url for feed in library.feeds()] == [url]


def test_D3_articles_that_are_gone_come_back_read(story: Story) -> None:
    story.says(rss("A", "B"))
    story.read_all()
    story.home.later(400 * 24 * HOUR)
    with story.home.library() as library:
        assert let_go(library) == 1  # the other one is bookmarked
    assert story.says(rss("A", "B")) == (2, 0)
