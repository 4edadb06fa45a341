"""Where most outlets fail: what, why and what to do, on the screen that has no news to show."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from reader.feeds.failures import refused
from reader.feeds.target import parse
from reader.library import Library
from reader.model import Feed, View
from reader.ui.parts.failed import causes, failed, shares
from tests.server import Reply, Server
from tests.ui.conftest import NOW, Start
from tests.ui.test_refreshing import feed, home, server, until

__all__ = ["home", "server"]

GONE = "There is nothing at {}.example (404); check whether the feed has moved."


def lost(*errors: str | None) -> list[Feed]:
    return [
        Feed(
            id=n,
            url=f"https://{n}.example/",
            title=f"Film {n}",
            error=error,
            status="failing" if error else "ok",
        )
        for n, error in enumerate(errors)
    ]


@pytest.mark.parametrize(
    ("errors", "said"),
    [
        (["x"] * 3, "All 3 outlets failed"),
        (["x", "x", None], "2 of 3 outlets failed"),
        (["x", None], ""),
        (["x"], ""),
        ([], ""),
    ],
)
def test_it_is_said_of_most_of_several(errors: list[str | None], said: str) -> None:
    assert shares(lost(*errors)) == said


def test_each_cause_is_said_once_and_of_many_the_commonest() -> None:
    same = [GONE.format(n) for n in range(4)]
    trouble = "The server of x.example has trouble of its own (503). It will be asked again later."
    feeds = lost(*same, trouble, *["odd."] * 3)
    assert causes(failed(feeds)) == [
        "4 outlets: there is nothing at their addresses (404); check whether they have moved.",
        f"Film 4: {trouble}",
        "Film 5: odd.",
        "And 2 outlets more.",
    ]
    assert causes(lost("odd.")) == ["Film 0: odd."]


def test_addresses_at_home_are_one_cause() -> None:
    urls = ("http://127.0.0.1:8765/feed", "http://nas.local/a?key=1", "http://10.0.0.2/b")
    assert causes(lost(*(str(refused(parse(url))) for url in urls))) == [
        "3 outlets: they are on this computer or its local network, where no feed may lead; "
        "set allow_private = true to allow that."
    ]


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_a_first_import_where_all_fails_says_what_why_and_what_to_do(
    start: Start, home: Library, server: Server, tmp_path: Path, size: tuple[int, int]
) -> None:
    urls = [server.add(f"/{n}", Reply(status=404, body=b"")) for n in range(4)]
    outlines = "".join(f'<outline type="rss" text="Film {n}" xmlUrl="{u}"/>' for n, u in enumerate(urls))
    (tmp_path / "all.opml").write_text(f'<opml version="2.0"><body>{outlines}</body></opml>')
    async with start(over=home, outlets=[], size=size) as reader:
        await reader.press("i")
        reader.app.screen.query_one("#welcome-path", Input).value = str(tmp_path / "all.opml")
        await reader.press("enter")
        await reader.until(lambda: reader.main.status.rest.endswith("All 4 outlets failed: H tells why"))
        reader.main.status.quiet()  # as it is after eight seconds
        await until(reader, "All 4 outlets failed: nothing has", "there is nothing at", "tells why")
        assert reader.main.list.empty().split("\n") == [
            "All 4 outlets failed: nothing has come yet.",
            why := "4 outlets: there is nothing at their addresses (404); check whether they have moved.",
            "H tells how each is doing.",
            "R asks the outlets again, next in 60 min.",
        ]
        words = " ".join(reader.screen_text().split())
        assert ("Nothing here yet" in words, reader.main.hints.now()[1]) == (False, ("H", "feed health"))
        await reader.press("H")
        assert why in " ".join(reader.screen_text().split())


async def test_where_news_came_the_foot_says_that_most_failed(
    start: Start, home: Library, server: Server
) -> None:
    home.subscribe(server.add("/one", feed("From one")), title="One")
    for n in range(3):
        home.subscribe(server.add(f"/{n}", Reply(status=404, body=b"")), title=f"Film {n}")
    async with start(over=home, size=(120, 40)) as reader:
        await reader.press("R")
        await until(reader, "From one", "3 of 4 outlets failed: H tells why")


async def test_a_folder_tells_of_its_own_and_an_outlet_of_itself(start: Start, home: Library) -> None:
    for name, folder in (("A", "Trade"), ("B", "Trade"), ("C", "News")):
        made = home.subscribe(f"https://{name}.example/feed", title=name, folder=folder)
        if folder == "Trade":
            home.save_failure(made.id, f"{name} is down.", next_due=NOW)
    home.subscribe("https://d.example/feed", title="D")
    async with start(over=home, outlets=[]) as reader:
        said = {}
        for view in (View("folder", folder="Trade"), View("folder", folder="News"), View("unread")):
            reader.main.section.go_to(view)
            await reader.settle()
            said[view.folder] = reader.main.list.empty().split("\n")[:3]
        assert said["Trade"] == [
            "All 2 outlets failed: nothing has come yet.",
            "A: A is down.",
            "B: B is down.",
        ]
        assert [said["News"][0][:16], said[None][0][:16]] == ["Nothing here yet"] * 2
