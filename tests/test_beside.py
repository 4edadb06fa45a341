"""Feeds read by two processes: the same as by one, whatever becomes of the second."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from reader.errors import ParseError
from reader.feeds.http import Response
from reader.feeds.parse import parse
from reader.forks import is_worth_it
from reader.incoming import ParsedFeed
from reader.library import Library
from reader.model import Article, View
from reader.refresh.asking import MANY
from reader.refresh.beside import Beside, answer
from reader.text.intake import clean_heads
from reader.worker.second import ROOM, Second
from tests.server import Reply, Server
from tests.test_second import is_alive, is_gone
from tests.test_worker import POISON, Home, by_feed, events, rss, worker_of

pytestmark = pytest.mark.skipif(not is_worth_it(), reason="needs Linux and two processors")
NOW = 1_800_000_000
URL = "https://film.test/feed"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Home]:
    with Server() as server:
        yield Home(tmp_path, server)


def on_one_processor() -> None:
    os.sched_setaffinity(0, [min(os.sched_getaffinity(0))])


def follow_many(home: Home) -> list[int]:
    """Follow so many feeds that a second process is worth it."""
    return [home.follow(f"/many{n}", Reply(rss(f"M{n}"))) for n in range(MANY)]


def second_of(process: subprocess.Popen[bytes]) -> int | None:
    """Return the second process of a refresh."""
    worker = worker_of(process)
    listed = Path(f"/proc/{worker}/task/{worker}/children").read_text().split()
    return int(listed[0]) if listed else None


# ---------------------------------------------------------------- what is read


def read_here(body: bytes) -> ParsedFeed | str:
    try:
        return clean_heads(parse(body, url=URL), url=URL, now=NOW)
    except ParseError as error:
        return str(error)


def test_the_files_of_the_corpora_are_read_as_here(shared: Path) -> None:
    """A third of them each day."""
    files = [
        file
        for file in sorted((shared / "corpora").rglob("*"))
        if file.is_file() and file.parts[-2] != "corpora" and file.stat().st_size < 300_000
    ]
    assert len(files) > 2000
    beside = Beside(lambda: Second(answer, 60))
    assert beside.begin()
    assert beside.next() is None
    for file in files[int(time.time()) // 86_400 % 3 :: 3]:
        body = file.read_bytes()
        assert beside.read(Response(key=1, url=URL, body=body), NOW)
        came = beside.next()
        assert came is not None
        assert (str(came[1]) if isinstance(came[1], ParseError) else came[1]) == read_here(body), file
    beside.close()


def test_an_answer_that_is_none_is_read_again() -> None:
    beside = Beside(lambda: Second(lambda _: b"\xc1", 60))
    assert beside.begin()
    assert beside.next() is None
    response = Response(key=1, url=URL, body=rss("A"))
    assert beside.read(response, NOW)
    assert beside.next() == (response, None)
    beside.close()


KINDS = {
    "/rss": rss("Rss"),
    "/atom": b"<feed xmlns='http://www.w3.org/2005/Atom'><title>A</title><entry><id>a</id><title>Atom</title>"
    b"<content type='html'>&lt;p>Text &lt;b>of&lt;/b> it</content><updated>2026-01-02T03:04:05Z</updated>"
    b"</entry></feed>",
    "/json": b'{"version":"https://jsonfeed.org/version/1.1","title":"J","items":[{"id":"j","title":"Json"}]}',
    "/broken": b"<rss><channel><title>B</title><item><title>Bro &nbsp; ken</title><description>x<br></item>",
    "/untitled": b"<rss><channel><item><guid>u</guid><description>Named by its words.</description></item>"
    b"</channel></rss>",
    "/page": b"<!doctype html><title>No feed</title>",
    "/empty": b"",
    "/rdf": b"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
    b"<channel><title>R</title></channel><item rdf:about='r'><title>Rdf</title></item></rdf:RDF>",
}


def found(home: Home, **more: Any) -> dict[str, object]:
    """Refresh, and return what the library holds of each feed, but for numbers and moments."""
    home.run(**more)
    with Library(home.paths.library) as library:
        keys = {
            feed: library.keys(View("feed", feed_id=feed.id), limit=1000, sort="oldest")
            for feed in library.feeds()
        }
        return {
            feed.url: (
                feed.title,
                feed.error,
                [_plain(library.article(key.id)) for key in some],
                [library.document(key.id) for key in some],
            )
            for feed, some in keys.items()
        }


def _plain(article: Article) -> Article:
    """Without what it is told with: where no date is given, that goes by the second an article came in."""
    told = {"films": (), "people": (), "beat": None, "beat_words": (), "rumour": False, "spoiler": False}
    return replace(article, id=0, feed_id=0, story_id=None, first_seen=0, release_claim=None, **told)


def by_one_and_by_two(root: Path, bodies: dict[str, bytes]) -> list[dict[str, object]]:
    with Server() as server:
        homes = [Home(root / name, server) for name in ("one", "two")]
        for home in homes:
            home.paths.config_file.write_text("full_text = 'never'\n")
            for path, body in bodies.items():
                home.follow(path, Reply(body))
        return [found(homes[0], preexec_fn=on_one_processor), found(homes[1])]


def test_two_processors_find_what_one_finds(tmp_path: Path) -> None:
    one, two = by_one_and_by_two(tmp_path, KINDS)
    assert len(one) == len(KINDS) >= MANY
    assert two == one


def test_two_processors_find_what_one_finds_in_hostile_feeds(tmp_path: Path, shared: Path) -> None:
    folder = shared / "corpora" / "hostile-made-here" / "files"
    one, two = by_one_and_by_two(tmp_path, {f"/{file.name}": file.read_bytes() for file in folder.iterdir()})
    assert len(one) > 100
    assert two == one


def test_entries_that_are_known_are_passed_over(desk: Home) -> None:
    follow_many(desk)
    desk.run("json=True, force=True")
    more = b"<item><title>New</title></item></channel>"
    desk.server.add("/many0", Reply(rss("M0").replace(b"</channel>", more)))
    _, out, _ = desk.run("json=True, force=True")
    told = {event["feed_id"]: (event["new"], event["changed"]) for event in events(out) if "feed_id" in event}
    assert told == {1: (1, 0), **dict.fromkeys(range(2, MANY + 1), (0, 0))}
    assert desk.titles() == [*(f"M{n}" for n in range(MANY)), "New"]


# ---------------------------------------------------------------- who is started


def test_many_feeds_are_read_by_a_second_process(desk: Home) -> None:
    follow_many(desk)
    with desk.hung() as process:
        assert is_alive(second_of(process) or 0)


def test_one_processor_has_no_second_process(desk: Home) -> None:
    follow_many(desk)
    with desk.hung(preexec_fn=on_one_processor) as process:
        assert second_of(process) is None


def test_feeds_that_may_be_unchanged_start_no_second_process(desk: Home) -> None:
    for n in range(MANY):
        desk.follow(f"/{n}", Reply(rss(f"T{n}"), etag='"1"'))
    desk.run()
    with desk.hung(call="json=True, force=True") as process:
        assert second_of(process) is None


# ---------------------------------------------------------------- its end


def test_one_that_is_killed_amid_its_work_is_missed_by_nobody(desk: Home) -> None:
    gate = threading.Event()
    early = desk.follow("/early", Reply(rss("Early")))
    ids = [early, *(desk.follow(f"/{n}", Reply(rss(f"T{n}"), gate=gate)) for n in range(9))]
    with desk.start() as process:
        assert process.stdout is not None
        assert [json.loads(process.stdout.readline())["event"] for _ in range(2)] == ["start", "feed"]
        second = second_of(process) or 0
        os.kill(second, signal.SIGSTOP)  # what it is given now stays with it
        gate.set()
        os.kill(second, signal.SIGKILL)
        out, _ = process.communicate(timeout=20)
    assert process.returncode == 0
    assert {**by_feed(out.decode()), early: "updated"} == dict.fromkeys(ids, "updated")
    assert desk.titles() == ["Early", *(f"T{n}" for n in range(9))]
    assert len(desk.server.paths()) == len(ids)


def test_poison_ends_it_and_no_fetch_of_another(desk: Home) -> None:
    """The worker reads last what ended the second process, though others are longer."""
    poison = desk.follow("/poison", Reply(POISON))
    long = b"<!--" + b" " * len(POISON) + b"-->"
    good = [desk.follow(f"/{n}", Reply(rss(f"T{n}") + long, pack="gzip")) for n in range(20)]
    code, out, _ = desk.run("json=True, cpu_seconds=0.5")
    assert (code, by_feed(out)) == (3, {**dict.fromkeys(good, "updated"), poison: "failed"})
    assert len(desk.server.paths()) == 21
    assert "more than 0.5 s of computing" in (desk.errors()[poison] or "")


def test_a_feed_that_eats_memory_ends_it_and_no_fetch_of_another(desk: Home) -> None:
    many = b"<item><title>x</title></item>" * (ROOM // 29 - 10)
    big = desk.follow(
        "/big", Reply(b"<rss version='2.0'><channel>" + many + b"</channel></rss>", pack="gzip")
    )
    good = follow_many(desk)
    code, out, _ = desk.run(f"json=True, memory={100 << 20}")
    assert (code, by_feed(out)) == (3, {**dict.fromkeys(good, "updated"), big: "failed"})
    assert len(desk.server.paths()) == MANY + 1
    assert "more than 100 MB of memory" in (desk.errors()[big] or "")


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_it_is_no_orphan(desk: Home, number: signal.Signals) -> None:
    follow_many(desk)
    with desk.hung() as process:
        second = second_of(process) or 0
        assert is_alive(second)
        process.send_signal(number)
        process.wait(10)
        assert is_gone(second)
