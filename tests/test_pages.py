"""Full texts: fetched politely by a worker, kept with the article, and an honest line where there is none."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import nullcontext
from itertools import pairwise
from pathlib import Path
from socket import gethostname

import pytest
from msgspec.structs import replace

from reader.config import FeedConfig
from reader.document import Document, Paragraph, Span
from reader.errors import FetchError
from reader.feeds.http import FetchSettings, Response
from reader.feeds.pacing import RESOLVER_THREADS
from reader.incoming import Entry, Page, ParsedFeed
from reader.library import Library
from reader.model import FullText, View
from reader.paths import Paths, find
from reader.refresh.packing import report, run
from reader.refresh.pages import Pages, trouble
from reader.refresh.wanting import REST, may_ask_again, wanted
from reader.store.bodies import unpack_source
from reader.store.values import Answer
from reader.text.html import to_document
from reader.text.render import plain
from tests.made import begun
from tests.server import Reply, Server, redirect

NOW = 1_791_798_060
TEASER = "A short line about the harbour, and more on the page."
PROSE = [
    f"Paragraph {n} of the piece tells of the harbour, the choir and the {n} boats." for n in range(1, 60)
]


def html(body: str) -> Reply:
    return Reply(f"<html><head><title>T</title></head><body>{body}</body></html>".encode(), type="text/html")


ARTICLE = html("<article><h1>T</h1>" + "".join(f"<p>{text}</p>" for text in PROSE) + "</article>")


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    monkeypatch.setenv("NEWSREEL_HOME", str(tmp_path))
    found = find()
    found.create()
    found.config_file.write_text("allow_private = true\n")
    return found


@pytest.fixture
def library(home: Paths) -> Iterator[Library]:
    with Library(begun(home.library), clock=lambda: NOW) as library:
        yield library


def shelve(library: Library, *urls: str, text: str = TEASER, full_text: FullText | None = None) -> list[int]:
    """Subscribe to a feed with an article for each address; return their ids in that order."""
    feed = library.subscribe("https://film.example/feed", full_text=full_text)
    document = Document((Paragraph((Span(text),)),))
    entries = [
        Entry(guid=url, url=url, title=f"Article {n}", published=NOW - n, document=document)
        for n, url in enumerate(urls)
    ]
    parsed = ParsedFeed(format="rss", title="Film", entries=tuple(entries))
    library.save_feed(feed.id, parsed, Answer(next_due=NOW))
    return [key.id for key in library.keys(View("all"))]


def fetched(library: Library, ids: list[int], *, private: bool = True) -> dict[int, str | None]:
    settings = FetchSettings(allow_private=private, total_seconds=0.5)
    pages = Pages(library, settings, guard=lambda _: nullcontext(), apart=0)
    return {outcome.article_id: outcome.problem for outcome in pages.outcomes(library.pages(ids))}


def test_a_page_is_kept_with_its_article(library: Library, server: Server) -> None:
    server.add("/a", ARTICLE)
    (number,) = shelve(library, server.url("/a"))
    assert fetched(library, [number]) == {number: None}
    while library.index_batch():
        pass
    document = library.document(number)
    assert plain(document) == "\n".join(PROSE)
    assert to_document(library.source(number), base=server.url("/a")) == document
    assert library.article(number).has_full_text
    assert [found.id for found in library.search('"42 boats"')] == [number]


def test_the_feeds_own_text_lies_beneath_and_its_edits_take_nothing_away(library: Library) -> None:
    (number,) = shelve(library, "https://film.example/1")
    full = Document((Paragraph((Span("The whole of it. " * 100),)),))
    image = "https://film.example/still.jpg"
    library.save_page(number, Page(document=full, source="<p>The whole", authors=("A. Critic",), image=image))
    before = library.article(number)
    shelve(library, "https://film.example/1", text="An edited line.")
    assert (library.document(number), library.source(number)) == (full, "<p>The whole")
    assert replace(library.article(number), changed=None) == before
    assert (before.authors, before.image, before.has_full_text) == (("A. Critic",), image, True)


def test_a_saved_copy_takes_the_full_text_in_whichever_order(library: Library) -> None:
    first, second = shelve(library, "https://film.example/1", "https://film.example/2")
    full = Document((Paragraph((Span("The whole of it. " * 100),)),))
    library.bookmark(first)
    for number in (first, second):
        library.save_page(number, Page(document=full, source="<p>The whole"))
    library.bookmark(second)
    assert [mark.has_full_text for mark in library.bookmarks()] == [True, True]
    stored = library._db.rows("SELECT tree FROM bookmark_body")
    assert len({bytes(tree) for (tree,) in stored}) == 1
    assert (library.document(second), library.source(second)) == (full, "<p>The whole")
    pairs = library._db.rows("SELECT source, tree FROM bookmark_body")
    assert [unpack_source(*pair) for pair in pairs] == ["<p>The whole"] * 2


@pytest.mark.parametrize(
    ("reply", "problem"),
    [
        (Reply(status=404), "gone"),
        (Reply(status=410), "gone"),
        (Reply(status=403), "refused"),
        (Reply(status=402), "paywall"),
        (Reply(status=500), "failed"),
        (Reply(hang=True), "timeout"),
        (Reply(b"%PDF", type="application/pdf"), "not-a-page"),
        (html("<p>We value your privacy. Accept all cookies?</p>"), "consent"),
        (html("<div id=root></div><script>go()</script>"), "script-only"),
        (html("<p>Subscribe to continue reading.</p>"), "paywall"),
    ],
)
def test_what_cannot_be_had_keeps_the_teaser_and_says_why(
    library: Library, server: Server, reply: Reply, problem: str
) -> None:
    server.add("/a", reply)
    (number,) = shelve(library, server.url("/a"))
    assert fetched(library, [number]) == {number: problem}
    (state,) = library.pages([number])
    assert (state.problem, state.kept) == (problem, False)
    assert state.why is not None
    assert state.why.endswith(".")
    assert "be asked again" not in state.why, "nobody but the person asks"
    assert plain(library.document(number)) == TEASER


HARBOUR = "A short line about the harbour town's choir, whose singers wrote the picture's songs themselves."
LOGIN = html(
    "<article><h1>Welcome on board</h1>"
    + "<p>To use the free internet access, please accept our general terms and conditions. The service "
    "depends on the reception along the line, and may be interrupted in tunnels.</p>" * 20 + "</article>"
)
"""What a train's network answers to all that is asked for over http before one has logged in."""


def whole(*more: str) -> Reply:
    return html("".join(f"<p>{text}</p>" for text in (HARBOUR, *PROSE, *more)))


@pytest.fixture
def between(server: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    """What stands between this machine and all that is asked for over http."""
    monkeypatch.setenv("http_proxy", server.url("").rstrip("/"))
    return server


def test_what_a_network_says_in_place_of_a_page_is_no_article(library: Library, between: Server) -> None:
    (number,) = shelve(library, "http://film.test/a", text=HARBOUR)
    between.add("http://film.test/a", [LOGIN, redirect("http://login.test/"), whole()])
    between.add("http://login.test/", html("<script>login()</script>"))
    assert fetched(library, [number]) == {number: "portal"}
    assert plain(library.document(number)) == HARBOUR
    assert fetched(library, [number]) == {number: "portal"}
    (state,) = library.pages([number])
    assert (may_ask_again(state, NOW), state.kept) == (True, False), "and at home it is asked for again"
    assert fetched(library, [number]) == {number: None}
    assert plain(library.document(number)) == "\n".join([HARBOUR, *PROSE])


def test_a_text_that_was_had_is_not_given_up_for_less(library: Library, between: Server) -> None:
    """Neither here nor in the saved copy: for what a network says, or for what a page has become."""
    (number,) = shelve(library, "http://film.test/a", text=HARBOUR)
    stub = html("".join(f"<p>{text}</p>" for text in (HARBOUR, *PROSE[:6])))
    between.add("http://film.test/a", [whole(), LOGIN, stub, whole("An afterword.")])
    library.bookmark(number)
    first = "\n".join([HARBOUR, *PROSE])
    found = []
    for _ in range(4):
        found.append((fetched(library, [number])[number], plain(library.document(number))))
    assert found == [(None, first), ("portal", first), ("no-more", first), (None, f"{first}\nAn afterword.")]


def test_a_name_found_in_the_local_network_is_asked_for_again() -> None:
    """What a network that wants a login makes of every name says nothing of the page; a spelling does."""
    refused = FetchError("It is private.", kind="refused")
    named = [Response(key=1, url=f"https://{host}/a", error=refused) for host in ("film.test", "10.0.0.1")]
    assert [trouble(response, refused)[0] for response in named] == ["portal", "private"]
    assert ["portal" in REST, "private" in REST] == [False, True]


def test_N5_a_host_that_stays_silent_is_not_waited_for_at_each_of_its_pages(
    library: Library, server: Server
) -> None:
    names = [f"/silent{n}" for n in range(5)]
    for name in names:
        server.add(name, Reply(hang=True))
    server.add("/a", ARTICLE)
    ids = shelve(library, *map(server.url, names), server.url("/a", host="localhost"))
    problems = fetched(library, ids)
    assert [problems[n] for n in ids] == [*["timeout"] * 2, *["silent"] * 3, None]
    assert sorted(server.paths()) == ["/a", *names[:2]]
    assert all(state.why for state in library.pages(ids[:5]))
    fetched(library, ids[:5])
    assert server.paths()[3:] == names[2:4], "and the next time it is the others' turn"


def test_what_is_too_much_at_once_for_a_slow_network_is_asked_again(
    library: Library, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.refresh.pages.SLOW", 0)  # nobody was quick
    urls = [server.url(f"/{n}", host) for n, host in enumerate(("127.0.0.1", "localhost", "a.localhost"))]
    server.add("/0", ARTICLE)
    for path in ("/1", "/2"):
        server.add(path, [Reply(hang=True), ARTICLE])
    ids = shelve(library, *urls)
    assert fetched(library, ids) == dict.fromkeys(ids, None)
    assert sorted(server.paths()) == ["/0", "/1", "/1", "/2", "/2"]


def test_hosts_that_say_nothing_where_another_is_quick_have_all_others_asked_as_before(
    library: Library, server: Server
) -> None:
    """Two dead ones made hundreds of pages come one by one."""
    ids = shelve(library, *(server.url(f"/{n}", f"{n}.localhost") for n in range(3)))
    for n, reply in enumerate((ARTICLE, Reply(hang=True), Reply(hang=True))):
        server.add(f"/{n}", reply)
    assert sorted(fetched(library, ids).values(), key=str) == [None, "timeout", "timeout"]
    assert sorted(server.paths()) == ["/0", "/1", "/2"]


def test_hosts_that_never_answer_are_given_up_however_few_are_asked_at_once(
    library: Library, server: Server
) -> None:
    hosts = ("127.0.0.1", "localhost", "a.localhost", "b.localhost")
    ids = shelve(library, *(server.url(f"/{n}", host) for n, host in enumerate(hosts)))
    for n in range(len(hosts)):
        server.add(f"/{n}", Reply(hang=True))
    assert set(fetched(library, ids).values()) <= {"timeout", "silent"}
    assert len(server.log) == 2 * len(hosts)


def test_a_page_that_several_articles_lead_to_is_fetched_once(library: Library, server: Server) -> None:
    """An outlet's own feed and that of its film pages have the same articles."""
    shelve(library, server.add("/a", ARTICLE), server.add("/b", ARTICLE))
    other = library.subscribe("https://film.example/other")
    entry = Entry(guid="x", url=server.url("/a"), title="Article 0", published=NOW)
    library.save_feed(
        other.id, ParsedFeed(format="rss", title="Other", entries=(entry,)), Answer(next_due=NOW)
    )
    ids = [key.id for key in library.keys(View("all"))]
    assert fetched(library, ids) == dict.fromkeys(ids, None)
    assert sorted(server.paths()) == ["/a", "/b"]
    assert [state.kept for state in library.pages(ids)] == [True] * 3


def test_who_is_not_asked_at_all_is_not_waited_for(library: Library, server: Server) -> None:
    ids = shelve(library, *(server.add(f"/{n}", Reply(status=429)) for n in range(9)))
    pages = Pages(library, FetchSettings(allow_private=True), guard=lambda _: nullcontext(), apart=0.5)
    began = time.monotonic()
    assert [outcome.problem for outcome in pages.outcomes(library.pages(ids))] == ["failed", *["held"] * 8]
    assert time.monotonic() - began < 2


def test_a_host_that_answers_now_and_then_is_asked_for_all_its_pages(
    library: Library, server: Server
) -> None:
    names = [server.add(f"/{n}", ARTICLE if n % 2 else Reply(hang=True)) for n in range(5)]
    found = fetched(library, shelve(library, *names))
    assert list(found.values()) == ["timeout", None, "timeout", None, "timeout"]


def test_an_address_that_content_chose_is_never_private(library: Library, server: Server) -> None:
    server.add("/a", ARTICLE)
    (number,) = shelve(library, server.url("/a"))
    assert fetched(library, [number], private=False) == {number: "private"}
    assert server.log == []


def test_a_failure_takes_no_text_away(library: Library, server: Server) -> None:
    server.add("/a", [ARTICLE, Reply(status=410)])
    (number,) = shelve(library, server.url("/a"))
    assert [fetched(library, [number])[number] for _ in range(2)] == [None, "gone"]
    assert plain(library.document(number)) == "\n".join(PROSE)


def test_one_page_of_a_host_at_a_time(library: Library, server: Server) -> None:
    for name in "abc":
        server.add(f"/{name}", ARTICLE)
    ids = shelve(library, *(server.url(f"/{name}") for name in "abc"))
    pages = Pages(library, FetchSettings(allow_private=True), guard=lambda _: nullcontext(), apart=0.2)
    assert [outcome.problem for outcome in pages.outcomes(library.pages(ids))] == [None] * 3
    times = [asked.at for asked in server.log]
    assert all(later - earlier >= 0.2 for earlier, later in pairwise(times))


def test_a_refresh_wants_the_pages_the_person_asked_for(library: Library) -> None:
    ids = shelve(library, "https://film.example/1", "https://film.example/2")
    assert wanted(library, "never") == []
    assert [state.article_id for state in wanted(library, "auto")] == ids
    library.bookmark(ids[1])
    assert [state.article_id for state in wanted(library, "never")] == [ids[1]]
    library.save_page_failure(ids[1], "gone", "The page is gone.")
    assert wanted(library, "never") == []


def test_a_feed_may_be_set_apart(library: Library) -> None:
    long = "A long text of the feed. " * 200
    ids = shelve(library, "https://film.example/1", text=long, full_text="always")
    assert [state.article_id for state in wanted(library, "never")] == ids
    library.edit_feed(library.feeds()[0].id, full_text="never")
    assert wanted(library, "always") == []
    library.edit_feed(library.feeds()[0].id, full_text=None)
    assert wanted(library, "auto") == []


def test_packing_says_what_is_readable_and_goes_on_where_it_stopped(
    library: Library, server: Server, home: Paths, capfd: pytest.CaptureFixture[str]
) -> None:
    server.add("/gone", Reply(status=404))
    with Server() as other:
        other.add("/a", ARTICLE)
        ids = shelve(library, other.url("/a"), server.url("/gone"))
        assert run(paths=home) == 0
        assert run(paths=home) == 0
        assert [len(other.log), len(server.log)] == [1, 1]
    said = "1 of 2 readable offline; 1 missing: 1 gone."
    assert capfd.readouterr().out.splitlines() == [said, said]
    assert plain(library.document(ids[0])) == "\n".join(PROSE)


def test_packing_that_nobody_watches_says_now_and_then_how_far_it_is(
    library: Library,
    server: Server,
    home: Paths,
    capfd: pytest.CaptureFixture[str],
) -> None:
    shelve(library, server.add("/a", ARTICLE))
    assert run(paths=home, silent_seconds=0) == 0
    assert capfd.readouterr() == ("1 of 1 readable offline.\n", "fetching 1/1\n")
    assert run(paths=home, json=True, silent_seconds=0) == 0
    assert capfd.readouterr().err == ""


def test_packing_one_article_tells_events(
    library: Library, server: Server, home: Paths, capfd: pytest.CaptureFixture[str]
) -> None:
    server.add("/a", ARTICLE)
    (number,) = shelve(library, server.url("/a"))
    assert run(ids=[number], json=True, paths=home) == 0
    start, page, done = map(json.loads, capfd.readouterr().out.splitlines())
    assert start == {"event": "start", "articles": 1, "missing": 1}
    assert (page["event"], page["article_id"], page["problem"]) == ("page", number, None)
    assert done == {"event": "done", "wanted": 1, "readable": 1, "missing": {}, "why": {}}


def test_a_page_that_takes_too_long_is_given_up_and_the_rest_goes_on(
    library: Library, server: Server, home: Paths, capfd: pytest.CaptureFixture[str]
) -> None:
    server.add("/bomb", html("<p " + " ".join(f"a{n}" for n in range(60_000)) + ">x</p>" * 3))
    with Server() as other:
        other.add("/a", ARTICLE)
        shelve(library, server.url("/bomb"), other.url("/a"))
        assert run(paths=home, cpu_seconds=2) == 0
    assert capfd.readouterr().out.startswith("1 of 2 readable offline; 1 missing: 1 ")


def test_a_page_given_up_is_tried_once_more_by_the_next_packing(
    library: Library, server: Server, home: Paths, capfd: pytest.CaptureFixture[str]
) -> None:
    server.add("/bomb", html("<p>The harbour hums and the choir answers it.</p>" * 20_000))
    shelve(library, server.url("/bomb"))
    assert [run(paths=home, cpu_seconds=0.05) for _ in range(3)] == [0, 0, 0]
    first = "0 of 1 readable offline; 1 missing: 1 given up for now (it took more than 0.05 s of computing)."
    assert capfd.readouterr().out.splitlines() == [first, *[first.replace(" for now", "")] * 2]
    assert len(server.log) == 2


def threads() -> int:
    return sum(1 for _ in Path("/proc/self/task").iterdir())


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="threads are counted in /proc")
def test_pages_of_many_hosts_share_the_threads_that_look_names_up(library: Library) -> None:
    """Their stacks count as memory: with some for each round, a long packing has none left for a page."""
    name = gethostname()
    ids = shelve(library, *(f"http://{name}:{port}/" for port in range(1, 49)))
    before = threads()
    assert set(fetched(library, ids)) == set(ids)
    assert threads() - before <= RESOLVER_THREADS


def test_the_report_is_one_sentence() -> None:
    missing = Counter({"paywall": 5, "gone": 2, "timeout": 1})
    told = "142 of 150 readable offline; 8 missing: 5 paywalled, 2 gone, 1 timed out."
    assert report(142, missing) == told
    told = "2 of 3 readable offline; 1 missing: 1 given up (it took 2 s)."
    assert report(2, Counter({"unreadable": 1}), {"unreadable": "it took 2 s"}) == told
    assert report(3, Counter()) == "3 of 3 readable offline."


@pytest.mark.parametrize(
    ("problem", "days", "asked"),
    [
        ("paywall", 20, False),
        ("paywall", 31, True),
        ("gone", 20, False),
        ("refused", 0.5, False),
        ("refused", 2, True),
        ("timeout", 0, True),
        ("unreachable", 0, True),
        ("failed", 0, True),
        ("empty", 6, False),
    ],
)
def test_a_page_is_asked_again_as_its_problem_says(
    home: Paths, problem: str, days: float, asked: bool
) -> None:
    now = NOW
    with Library(home.library, clock=lambda: now) as library:
        (number,) = shelve(library, "https://film.example/1")
        library.bookmark(number)
        library.save_page_failure(number, problem, "Why.")
        now = int(NOW + days * 86_400)
        (state,) = library.pages([number])
        assert may_ask_again(state, now) == asked
        if not 0 < days < 1:  # a refresh, for which nobody waits, leaves an hour to what passes by itself
            now += 3600
            assert [found.article_id for found in wanted(library, "never")] == [number] * asked


def test_what_is_followed_is_fetched_without_being_asked_for(library: Library) -> None:
    ids = shelve(library, "https://film.example/1", "https://film.example/2")
    feed = library.feeds()[0]
    entry = Entry(
        guid="3", url="https://film.example/3", title="Heat 2 begins to shoot in June", published=NOW,
        document=Document((Paragraph((Span("“Heat 2” goes before the cameras in June."),)),)),
    )  # fmt: skip
    library.save_feed(feed.id, ParsedFeed(format="rss", title="Film", entries=(entry,)), Answer(next_due=NOW))
    while library.index_batch() or library.group_batch():
        pass
    assert wanted(library, "never") == []
    library.follow("Heat 2", kind="film")
    (found,) = wanted(library, "never")
    assert found.article_id not in ids
    assert found.followed


def test_packing_takes_what_is_followed_before_the_newest(
    library: Library, server: Server, home: Paths, capfd: pytest.CaptureFixture[str]
) -> None:
    shelve(library, *(server.url(f"/{n}") for n in range(3)))
    feed = library.feeds()[0]
    old = Entry(
        guid="old", url=server.add("/old", ARTICLE), title="Heat 2 begins to shoot", published=NOW - 777_600,
        document=Document((Paragraph((Span("“Heat 2” goes before the cameras."),)),)),
    )  # fmt: skip
    library.save_feed(feed.id, ParsedFeed(format="rss", title="Film", entries=(old,)), Answer(next_due=NOW))
    while library.index_batch() or library.group_batch():
        pass
    library.follow("Heat 2", kind="film")
    assert run(limit=1, paths=home) == 0
    assert sorted(server.paths()) == ["/0", "/old"]
    assert capfd.readouterr().out == "1 of 2 readable offline; 1 missing: 1 gone.\n"


def test_the_settings_file_sets_a_feed_apart_in_each_way(library: Library) -> None:
    long = "A long text of the feed. " * 200
    (whole,) = shelve(library, "https://film.example/1", text=long)
    ids = shelve(library, "https://film.example/2", text=TEASER)
    (teaser,) = set(ids) - {whole}
    feed = str(library.feeds()[0].id)
    found = {}
    for chosen in ("auto", "always", "never", "auto"):
        library.settle({feed: FeedConfig(full_text=chosen)})  # type: ignore[arg-type]
        for mode in ("never", "always"):
            found[chosen, mode] = sorted(state.article_id for state in wanted(library, mode))
    assert found == {
        ("auto", "never"): [teaser], ("auto", "always"): [teaser],
        ("always", "never"): sorted(ids), ("always", "always"): sorted(ids),
        ("never", "never"): [], ("never", "always"): [],
    }  # fmt: skip
    before = library.data_version()
    with Library(library._db.path) as other:
        other.settle({feed: FeedConfig(full_text="auto")})
    assert library.data_version() == before
