"""Rows by story, guards, timelines and watchlists at the front desk, over a real library."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import apsw
import pytest
from msgspec import structs

from reader.document import Document
from reader.errors import NotFoundError, UsageError
from reader.incoming import Entry, ParsedFeed
from reader.library import Library
from reader.model import View
from reader.news import Follow, StatedDate, Watched
from reader.rowstory import Guarded
from reader.store.carried import Carried
from reader.store.namesakes import Namesakes
from reader.store.releases import superseded
from reader.store.values import Answer
from reader.stories.threads import Follow as Thread
from reader.stories.threads import Telling, belongs
from tests.library.test_news import NOW, group, morning
from tests.stories.test_grouping import NEWS

REVIEW = "‘The Salt Road’ Review: who dies, and who should have"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(morning(tmp_path / "library.db"), clock=lambda: NOW) as library:
        yield library


def publish(library: Library, title: str, summary: str = "", *, grouped: bool = True, **more: object) -> int:
    """Have another outlet publish something; return the article's id."""
    feed = library.subscribe(f"https://other.test/{title}", title="Other")
    plain = Entry(guid=title, title=title, url=None, summary=summary, published=NOW - 60, document=Document())
    entry = structs.replace(plain, **more)
    parsed = ParsedFeed(format="rss 2.0", title="Other", entries=(entry,))
    library.save_feed(feed.id, parsed, Answer(next_due=NOW))
    if grouped:
        group(library)
    return library.search(f'title:"{title}"' if grouped else "", limit=1)[0].id


def heat(library: Library) -> tuple[int, ...]:
    """The articles of the story of Heat 2, oldest first."""
    return next(story.article_ids for story in library.stories() if story.report_count == 3)


def test_a_folded_row_is_its_storys(library: Library) -> None:
    first, second, third = heat(library)
    rows = library.story_rows([third, first], folded=[third])
    assert rows[third].story
    assert (rows[third].folded, rows[third].story.outlets, rows[third].story.article_ids) == (
        True,
        3,
        (first, second, third),
    )
    assert rows[third].id == rows[third].story.head
    assert rows[third].sort == library.rows([third])[0].sort
    assert (rows[first].id, rows[first].folded) == (first, False)


def test_a_storys_row_is_unread_while_any_report_is(library: Library) -> None:
    first, second, third = heat(library)
    library.mark([first, second], read=True)
    assert library.story_rows([third], folded=[third])[third].read is False
    library.mark([third], read=True)
    assert library.story_rows([third], folded=[third])[third].read is True


def test_the_preferred_outlet_gives_the_headline_and_the_person_before_it(library: Library) -> None:
    newest = heat(library)[-1]
    row = library.story_rows([newest], folded=[newest], prefer=["nobody", "marquee"])[newest]
    assert (row.feed_title, row.title) == ("Marquee", "‘Heat 2’ Casts Christian Bale")
    library.rename_story(row.story.id, "Bale it is")  # type: ignore[union-attr]
    assert library.story_rows([newest], folded=[newest])[newest].title == "Bale it is"
    assert library.own_title(row.story.id) == "Bale it is"  # type: ignore[union-attr]


def test_alone_an_article_is_a_row_as_ever(library: Library) -> None:
    alone = library.search("theaters")[0].id
    assert library.stories_of([alone]) == {}
    assert library.story_rows([alone], folded=[alone])[alone] == library.rows([alone])[0]


def test_what_is_put_together_and_apart_is_taken_back(library: Library) -> None:
    three = heat(library)
    two = next(story.article_ids for story in library.stories() if story.report_count == 2)
    library.tie(three, two)
    group(library)
    assert library.told_with(two[0]) == tuple(sorted((*three, *two), key=(*three, *two).index))
    library.part(three, two)
    group(library)
    assert (set(library.told_with(three[0])), set(library.told_with(two[0]))) == (set(three), set(two))
    library.part(three[:1], three[1:])
    group(library)
    assert library.told_with(three[0]) == three[:1]
    library.tie(three[:1], three[1:])
    group(library)
    assert set(library.told_with(three[0])) == set(three)
    with pytest.raises(NotFoundError):
        library.tie(three, [])


def said_of_pairs(library: Library) -> list[tuple[int, ...]]:
    return library._db.rows("SELECT * FROM story_pair ORDER BY one, other")


@pytest.mark.parametrize("days", [0, 30])
@pytest.mark.parametrize("ending", ["at once", "later"])
def test_a_word_taken_back_leaves_no_trace(tmp_path: Path, days: int, ending: str) -> None:
    """Also of stories so old that only the person moves them, and where it was never grouped by."""
    now = [NOW]
    with Library(morning(tmp_path / "library.db"), clock=lambda: now[0]) as library:
        three = heat(library)
        two = next(story.article_ids for story in library.stories() if story.report_count == 2)
        library.regroup(library.part(three[2:], two).articles)
        now[0] += days * 86_400
        stories, pairs = library.stories(), said_of_pairs(library)
        for word, ones, others in (
            (library.tie, three, two),
            (library.part, three[:2], three[2:]),
            (library.part, three[1:2], (*three[:1], *three[2:])),
        ):
            said = word(ones, others)
            if ending == "later":
                library.regroup(said.articles)
                assert library.stories() != stories
            library.take_back(said)
            library.regroup(said.articles)
            assert (library.stories(), said_of_pairs(library)) == (stories, pairs)
        group(library)
        assert library.stories() == stories


def test_a_word_taken_back_points_to_no_story_that_is_gone(library: Library) -> None:
    three = heat(library)
    two = next(story.article_ids for story in library.stories() if story.report_count == 2)
    ids = sorted((library.article(three[0]).story_id, library.article(two[0]).story_id))
    said = library.tie(three, two)
    library.regroup(said.articles)
    stories = library._db.rows("SELECT id FROM story WHERE id IN (?, ?)", ids)
    library.take_back(said)  # and the reader ends before it is grouped anew
    assert len(stories) == 1
    assert {library.story(each).story.id for each in ids} == {*ids}
    assert library._db.rows("SELECT 1 FROM report WHERE story_id NOT IN (SELECT id FROM story)") == []


def test_of_all_that_waits_only_what_was_spoken_of_is_grouped_by_a_word(library: Library) -> None:
    three = heat(library)
    two = next(story.article_ids for story in library.stories() if story.report_count == 2)
    waits = publish(library, "Kestrel opens", grouped=False)
    library.regroup(library.tie(three, two).articles)
    assert set(library.told_with(two[0])) == {*three, *two}
    assert library.article(waits).story_id is None
    library.take_back(library.part(three, two))
    group(library)
    assert library.article(waits).story_id is not None
    assert set(library.told_with(two[0])) == {*three, *two}


def test_why_together_is_said_in_words_as_printed(library: Library) -> None:
    told = library.story(library.article(heat(library)[0]).story_id or 0)
    assert told.why == ("about Heat 2", "naming Christian Bale and Michael Mann", "within 2 hours")


def test_a_copy_of_what_was_read_has_nothing_new(library: Library) -> None:
    first = heat(library)[0]
    library.mark([first], read=True)
    copy = publish(library, NEWS[0][1], NEWS[0][2])
    assert copy in library.told_with(first)
    assert library.story(library.article(first).story_id or 0).reports[-1].copy_of == first
    assert library.article(copy).read
    library.mark([copy], read=False)
    group(library)
    publish(library, "Kestrel opens")
    assert not library.article(copy).read


# ---------------------------------------------------------------- guards


def test_reviews_and_what_gives_the_plot_away_are_guarded_until_seen(library: Library) -> None:
    review = publish(library, REVIEW)
    assert library.guarded([review]) == {}
    library.follow("The Salt Road", kind="film", guard="on")
    assert library.guarded([review])[review].film == "The Salt Road"
    assert [row.guarded and row.guarded.film for row in library.rows([review])] == ["The Salt Road"]
    won = library.search("title:sundance")[0].id
    assert library.guarded([won]) == {}
    assert [each.id for each in library.search("is:guarded")] == [review]
    library.save_follow(Follow(name="The Salt Road", kind="film", guard="strict"))
    assert set(library.guarded([review, won])) == {review, won}
    masked = library.guarded(each.id for each in library.search("film:the-salt-road", limit=500))
    assert {each.id for each in library.search("is:guarded", limit=500)} == set(masked)
    library.follow("The Salt Road", seen=True)
    assert library.guarded([review, won]) == {}
    assert library.search("is:guarded") == []


def test_a_guard_ends_on_its_day(library: Library, tmp_path: Path) -> None:
    review = publish(library, REVIEW)
    library.follow("The Salt Road", kind="film", guard="2026-01-11")
    assert set(library.guarded([review])) == {review}
    with Library(tmp_path / "library.db", clock=lambda: NOW + 86_400) as then:
        assert then.guarded([review]) == {}


@pytest.mark.parametrize(
    "wrong",
    [
        Follow(name="The Salt Road", kind="film", guard="2026-01-10"),
        Follow(name='"venice OR x', kind="topic"),
        Follow(name="title:", kind="topic"),
        Follow(name="Michael Mann", kind="person", guard="on"),
        Follow(name="…", kind="film"),
    ],
)
def test_what_may_not_be_followed_is_refused_alike_wherever_it_is_asked(
    library: Library, wrong: Follow
) -> None:
    said = []
    for ask in (
        lambda: library.follow(wrong.name, kind=wrong.kind, guard=wrong.guard),
        lambda: library.save_follow(wrong),
    ):
        with pytest.raises(UsageError) as refused:
            ask()
        said.append(str(refused.value))
    assert (said[0], library.following()) == (said[1], [])


def test_a_guard_that_ended_by_itself_hinders_no_change(library: Library, tmp_path: Path) -> None:
    ended = Follow(name="The Salt Road", kind="film", guard="2026-01-11")
    library.save_follow(ended)
    with Library(tmp_path / "library.db", clock=lambda: NOW + 86_400) as then:
        changed = structs.replace(ended, year=2026)
        then.save_follow(changed)
        assert then.followed("The Salt Road") == changed
        then.save_follow(structs.replace(ended, guard="on"))
        then.save_follow(ended, again=True)
        assert then.followed("The Salt Road") == ended


def test_a_film_whose_key_was_taken_is_changed_where_it_lies(library: Library) -> None:
    library.follow("heat 1995", kind="topic")
    library.follow_films([Watched(title="Heat", year=1995), Watched(title="Heat", year=2026)], guard=False)
    library.save_follow(Follow(name="Heat (1995)", kind="film", year=1995, guard="on"))
    assert films(library) == {
        ("Heat", 2026, None, False),
        ("Heat (1995)", 1995, "on", False),
        ("heat 1995", None, None, False),
    }


@pytest.mark.parametrize(
    ("zone", "hours"), [("UTC", 0), ("America/Los_Angeles", 8), ("Asia/Kathmandu", -5.75)]
)
def test_a_guard_ends_at_midnight_where_the_person_is(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, zone: str, hours: float
) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    review = publish(library, REVIEW)
    library.follow("The Salt Road", kind="film", guard="2026-01-11")
    midnight = int(datetime(2026, 1, 11, tzinfo=UTC).timestamp() + hours * 3600)
    for moment, hidden, day in ((midnight - 1, [review], "2026-01-10"), (midnight, [], "2026-01-11")):
        with Library(tmp_path / "library.db", clock=lambda now=moment: now) as then:
            assert list(then.guarded([review])) == hidden
            assert [each.id for each in then.search("is:guarded")] == hidden
            assert then.today() == day
    monkeypatch.undo()
    time.tzset()


def test_what_is_not_grouped_yet_is_guarded_by_its_headline(library: Library) -> None:
    library.follow("The Salt Road", kind="film", guard="on")
    review = publish(library, REVIEW, grouped=False)
    assert library.guarded([review]) == {review: Guarded("The Salt Road", "other")}


def test_a_saved_copy_whose_article_is_gone_is_guarded_by_its_headline(
    library: Library, tmp_path: Path
) -> None:
    library.bookmark(publish(library, REVIEW))
    bookmarks = list(library.carried_bookmarks(each.article_id for each in library.bookmarks()))
    with Library(tmp_path / "other.db", clock=lambda: NOW) as elsewhere:
        elsewhere.take_in(Carried(newsreel=1, bookmarks=bookmarks))
        elsewhere.follow("The Salt Road", kind="film", guard="on")
        (saved,) = elsewhere.bookmarks()
        assert elsewhere.guarded([saved.article_id]) == {saved.article_id: Guarded("The Salt Road", "other")}


@pytest.mark.parametrize(
    ("guarded", "said"),
    [
        (Guarded("Heat 2", "review"), "Heat 2: review"),
        (Guarded("Heat 2", "interview", spoiler=True), "Heat 2: spoilers"),
        (Guarded("Heat 2", "box-office"), "Heat 2: box office"),
        (Guarded("Heat 2", "other"), "Heat 2: hidden"),
    ],
)
def test_what_is_said_instead(guarded: Guarded, said: str) -> None:
    assert guarded.said() == said


# ---------------------------------------------------------------- following


def test_a_followed_name_is_a_list_that_can_be_narrowed_and_marked(library: Library) -> None:
    library.follow("Heat 2")
    view = View("follow", name="Heat 2")
    keys = library.keys(view)
    assert [key.id for key in keys] == list(reversed(heat(library)))
    assert library.keys(view, after=keys[0], limit=1) == keys[1:2]
    assert library.keys(view, sort="oldest") == keys[::-1]
    assert library.keys(View("follow")) == keys
    joins = library.keys(View("follow", name="Heat 2", query="joins"))
    assert [key.id for key in joins] == [heat(library)[0]]
    assert library.count(view) == 3
    assert sorted(library.mark_view(view, read=True)) == sorted(heat(library))


def test_a_timeline_shows_though_nobody_follows(library: Library) -> None:
    thread = library.look_into("Heat 2", "film")
    assert (thread.followed, len(thread.entries)) == (False, 1)
    library.follow("Heat 2")
    assert library.look_into("heat-2").followed
    assert library.followed("HEAT 2") == Follow(name="Heat 2", kind="film")


def test_what_is_given_up_comes_back_as_it_was(library: Library) -> None:
    exact = Follow(
        name="Heat 2", kind="film", aliases=("Heat II",), companions=("Michael Mann",), year=2026, guard="on"
    )
    library.save_follow(exact)
    library.look("Heat 2")
    record = library.follow_record("heat ii")
    library.unfollow("Heat 2")
    commits: list[int] = []
    library._db.connection().set_commit_hook(lambda: commits.append(1) is not None)
    library.restore_follow(record)
    assert len(commits) == 1
    assert library.follow_record("Heat 2") == record
    assert library.followed("Heat II") == exact
    library.save_follow(Follow(name="Heat 2", kind="film"))
    assert library.followed("Heat II") is None


def test_a_name_that_is_anothers_alias_is_followed_beside_it(library: Library) -> None:
    two = Follow(name="Heat 2", kind="film", aliases=("Heat II",), year=2026, guard="on")
    own = Follow(name="Heat II", kind="topic")
    library.save_follow(two)
    library.save_follow(own)
    assert (library.followed("Heat 2"), library.followed("heat ii")) == (two, own)
    library.unfollow("Heat II")
    assert library.followed("Heat II") == two


def test_what_is_named_so_goes_before_what_is_also_called_so(library: Library) -> None:
    for name, aliases in (("Alpha", ("Zodiac",)), ("Zodiac", ()), ("Omega", ("Zodiac",))):
        library.save_follow(Follow(name=name, kind="film", aliases=aliases))
    gone = [library.unfollow("zodiac").name for _ in range(3)]
    assert gone == ["Zodiac", "Alpha", "Omega"]


def test_what_is_followed_is_found_by_the_name_it_has(library: Library) -> None:
    """Whatever the key it once was followed by."""
    library._newsdesk.follows.save("heat 2", Follow(name="Heat II", kind="film"), [])
    assert library.followed("Heat II") == library.followed("Heat 2") == Follow(name="Heat II", kind="film")


def test_a_watchlist_is_followed_and_what_was_seen_is_not_guarded(library: Library) -> None:
    library.follow("Heat 2", aliases=["Heat II"])
    films = [Watched(title="Heat 2", year=2026), Watched(title="Kestrel"), Watched(title="Dune", seen=True)]
    assert library.follow_films(films, guard=True) == (2, 1, 1)
    held = {follow.name: (follow.year, follow.guard, follow.seen) for follow in library.following()}
    assert held == {
        "Heat 2": (2026, None, False),
        "Kestrel": (None, "on", False),
        "Dune": (None, None, True),
    }
    assert library.follow_films([Watched(title="Kestrel", seen=True)], guard=True) == (0, 1, 1)
    assert library.followed("Kestrel") == Follow(name="Kestrel", kind="film", seen=True)
    assert library.followed("Heat II") is not None


def test_the_mark_of_the_news_moves_with_it(library: Library) -> None:
    before = library.news_mark()
    assert library.news_mark() == before
    library.follow("Heat 2")
    followed = library.news_mark()
    publish(library, "Kestrel opens")
    assert len({before, followed, library.news_mark()}) == 3


def test_the_people_a_film_goes_with_tell_its_short_title_from_a_word() -> None:
    story = [Telling("Heat gets a sequel", "", (), (), ("michael mann",), "announcement")]
    assert not belongs(Thread("Heat", "film"), [replace(each, beat="business") for each in story])
    with_mann = Thread("Heat", "film", companions=("Michael Mann",))
    assert belongs(with_mann, [replace(each, beat="business") for each in story])
    assert not belongs(with_mann, [replace(each, beat="business", people=()) for each in story])


@pytest.mark.parametrize(
    ("title", "people", "told"),
    [
        ("Amazon orders ‘The Lamplighter’ series from Ravi Menon", (), False),
        ("Prime Video greenlights series ‘The Lamplighter’", (), False),
        ("‘The Lamplighter’ limited series sets a date", (), False),
        ("‘The Lamplighter’ series in the works", ("greta lund",), True),
        ("Greta Lund turns ‘The Lamplighter’ into a series", ("greta lund",), True),
        ("‘The Lamplighter’ opens a series of remakes", (), True),
    ],
)
def test_a_series_of_the_same_name_is_no_news_of_a_film_whose_people_are_told(
    title: str, people: tuple[str, ...], told: bool
) -> None:
    story = [Telling(title, "", ("the lamplighter",), (), people, "production")]
    film = Thread("The Lamplighter", "film")
    assert belongs(film, story)
    assert belongs(replace(film, companions=("Greta Lund",)), story) == told


def test_what_one_outlet_alone_reports_stays_in_rows_of_its_own(library: Library) -> None:
    titles = (
        "Venice names its opening film and its jury",
        "Venice names its opening film, its jury and a poster",
    )
    one, other = [publish(library, title) for title in titles]
    story = library.stories("venice")[0]
    assert set(story.article_ids) == {one, other}
    assert library.stories_of([one, other]) == {}
    assert library.told_with(one) == (one,)


def test_what_the_person_put_together_is_one_row_even_of_one_outlet(library: Library) -> None:
    one = publish(library, "Venice names its opening film")
    other = publish(library, "Cannes waits for its posters")
    stories = {article: story.id for story in library.stories() for article in story.article_ids}
    library.merge_stories(stories[one], stories[other])
    assert set(library.stories_of([one, other])) == {one, other}


def films(library: Library) -> set[tuple[str, int | None, str | None, bool]]:
    """How every film is followed: its name, year, guard, and whether it was seen."""
    return {(each.name, each.year, each.guard, each.seen) for each in library.following()}


NAMESAKES = (
    Watched(title="Nosferatu", year=2027),
    Watched(title="Nosferatu", year=1922, seen=True),
    Watched(title="Nosferatu", year=1979),
    Watched(title="nosferatu", year=1978, seen=True),  # shown first, released later: one film
    Watched(title="Dune", year=2021, seen=True),
    Watched(title="Dune", year=1984),
)


@pytest.mark.parametrize("together", [True, False])
@pytest.mark.parametrize("order", [NAMESAKES, NAMESAKES[::-1], NAMESAKES[2:] + NAMESAKES[:2], NAMESAKES * 2])
def test_films_of_one_title_are_told_apart_by_year_in_whatever_order_they_come(
    library: Library, order: tuple[Watched, ...], together: bool
) -> None:
    for lot in (order,) if together else ((each,) for each in order):
        library.follow_films(lot, guard=True)
    assert {(name.casefold(), *rest) for name, *rest in films(library)} == {
        ("nosferatu", 2027, "on", False),
        ("nosferatu (1979)", 1979, None, True),
        ("nosferatu (1922)", 1922, None, True),
        ("dune", 2021, None, True),
        ("dune (1984)", 1984, "on", False),
    }


def test_a_film_without_a_year_is_any_of_its_title_the_newest_first(library: Library) -> None:
    lot = [
        Watched(title="Dune", seen=True),
        Watched(title="Dune", year=2021),
        Watched(title="Dune", year=1984),
    ]
    assert library.follow_films(lot, guard=True) == (2, 0, 1)
    assert films(library) == {("Dune", 2021, None, True), ("Dune (1984)", 1984, "on", False)}
    library.follow("Solaris", kind="film", guard="on")
    assert library.follow_films([Watched(title="Solaris", year=1972, seen=True)], guard=True) == (0, 1, 1)
    assert library.followed("Solaris") == Follow(name="Solaris", kind="film", year=1972, seen=True)


def test_a_film_moves_to_its_year_with_all_that_is_kept_of_it(library: Library) -> None:
    library.follow("Heat 2", year=1986, aliases=["Heat II"], companions=["Michael Mann"], guard="strict")
    library.look("Heat 2")
    before = library.follow_record("Heat 2")
    library.follow_films([Watched(title="Heat 2", year=2026)], guard=False)
    moved = library.follow_record("Heat II")
    assert (moved.key, moved.value.name) == ("heat 2 1986", "Heat 2 (1986)")
    assert (moved.looked_at, moved.followed_at) == (before.looked_at, before.followed_at)
    assert structs.replace(moved.value, name="Heat 2") == before.value
    assert library.following()[0].unread_stories == 1  # the news is of the new one


def test_the_years_of_two_films_are_told_by_hand_too(library: Library) -> None:
    library.follow("Nosferatu", year=2027, guard="on")
    assert library.follow("Nosferatu", year=1922, seen=True).name == "Nosferatu (1922)"
    assert library.follow("Nosferatu (1922)", aliases=["A Symphony of Horror"]).year == 1922
    assert library.follow("nosferatu (2027)", guard="strict").name == "Nosferatu"
    assert films(library) == {("Nosferatu", 2027, "strict", False), ("Nosferatu (1922)", 1922, None, True)}
    assert library.follow("Dune", year=1984).name == "Dune"
    assert library.follow("Dune", year=1985).name == "Dune"
    assert library.follow("Dune", year=2021).name == "Dune"
    library.unfollow("Dune")
    assert library.followed("Dune (1985)") == Follow(name="Dune (1985)", kind="film", year=1985)


def test_words_that_read_as_a_film_and_its_year_stay_what_they_are(library: Library) -> None:
    library.follow("dune 1984", kind="topic")
    library.follow_films([Watched(title="Dune", year=1984), Watched(title="Dune", year=2021)], guard=False)
    assert sorted((each.name, each.kind) for each in library.following()) == [
        ("Dune", "film"),
        ("Dune (1984)", "film"),
        ("dune 1984", "topic"),
    ]


def test_a_film_whose_release_moved_stays_one_and_guarded(library: Library) -> None:
    review = publish(library, REVIEW)
    library.follow("The Salt Road", kind="film", year=2026, guard="on")
    assert library.follow("The Salt Road", year=2028).name == "The Salt Road"
    assert films(library) == {("The Salt Road", 2028, "on", False)}
    assert set(library.guarded([review])) == {review}
    library.follow("The Salt Road", seen=True)
    assert library.follow("The Salt Road", year=2031).seen is False
    assert {name for name, *_ in films(library)} == {"The Salt Road", "The Salt Road (2028)"}


def test_a_film_that_was_put_off_between_two_lists_is_one_and_guarded(library: Library) -> None:
    library.follow_films([Watched(title="Heat 2", year=2025)], guard=True)
    assert library.follow_films([Watched(title="Heat 2", year=2028)], guard=True) == (0, 1, 0)
    assert films(library) == {("Heat 2", 2028, "on", False)}
    both = [Watched(title="Heat 2", year=2028), Watched(title="Heat 2", year=2031)]
    assert library.follow_films(both, guard=True) == (1, 1, 0)
    assert library.follow_films([Watched(title="Heat 2", year=2040)], guard=True) == (1, 0, 0)


def test_a_film_followed_by_its_working_title_is_the_one_of_a_list(library: Library) -> None:
    library.follow("Untitled Ida Lund Project", kind="film", aliases=["Low Tide"])
    library.follow("Salt Road", kind="film", aliases=["The White Mile"], year=2025)
    library.follow("Heat 2", kind="film", aliases=["Heat"])
    listed = [
        Watched(title="Low Tide", year=2025, seen=True),
        Watched(title="The White Mile", year=2026),
        Watched(title="Heat", year=1995),
    ]
    assert library.follow_films(listed, guard=True) == (1, 2, 1)
    assert films(library) == {
        ("Untitled Ida Lund Project", 2025, None, True),
        ("Salt Road", 2026, None, False),
        ("Heat 2", None, None, False),
        ("Heat", 1995, "on", False),
    }


def test_a_release_that_moved_before_another_goes_by_its_year(library: Library) -> None:
    library.follow_films([Watched(title="Dune", year=2021), Watched(title="Dune", year=2025)], guard=True)
    assert library.follow("Dune", year=2019).name == "Dune (2019)"
    assert films(library) == {("Dune", 2021, "on", False), ("Dune (2019)", 2019, "on", False)}


def carried(path: Path, *lot: Watched) -> Carried:
    """What another library follows."""
    with Library(path, clock=lambda: NOW) as other:
        other.follow_films(lot, guard=True)
        return other.carried()


def test_a_newer_film_carried_here_goes_by_the_title_alone_and_is_guarded(
    library: Library, tmp_path: Path
) -> None:
    review = publish(library, REVIEW)
    library.follow_films([Watched(title="The Salt Road", year=1979, seen=True)], guard=True)
    library.take_in(carried(tmp_path / "other.db", Watched(title="The Salt Road", year=2027)))
    assert films(library) == {
        ("The Salt Road", 2027, "on", False),
        ("The Salt Road (1979)", 1979, None, True),
    }
    assert set(library.guarded([review])) == {review}


def test_a_film_carried_here_twice_is_followed_once(library: Library, tmp_path: Path) -> None:
    old, new = Watched(title="Heat", year=1995), Watched(title="Heat", year=2026)
    library.take_in(carried(tmp_path / "one.db", old))
    assert library.followed("Heat (1995)") == library.followed("Heat")
    both = carried(tmp_path / "both.db", old, new)
    assert [library.take_in(both).follows for _ in range(2)] == [1, 0]
    assert films(library) == {("Heat", 2026, "on", False), ("Heat (1995)", 1995, "on", False)}


@pytest.mark.parametrize("said", [{"aliases": ["x" * 301]}, {"companions": ["x" * 301]}, {"kind": "person"}])
def test_a_refused_film_moves_no_other_of_its_title(library: Library, said: dict[str, Any]) -> None:
    library.follow("Heat", kind="film", year=1995)
    with pytest.raises(UsageError):
        library.follow("Heat", **{"kind": "film", "year": 2026, "guard": "on", **said})
    assert films(library) == {("Heat", 1995, None, False)}


def test_nothing_is_given_up_while_films_are_told_apart(library: Library, tmp_path: Path) -> None:
    library.follow("Heat", kind="film", year=1995)
    other = apsw.Connection(str(tmp_path / "library.db"))

    def choose(shelf: Namesakes) -> bool:
        shelf.add("Heat", 2026)
        with pytest.raises(apsw.BusyError):
            other.execute("DELETE FROM follow")
        return True

    assert library._newsdesk.follows.place(choose)[0]
    other.execute("DELETE FROM follow")
    assert library._newsdesk.follows.place(lambda shelf: shelf.of_year("Heat", 2027, moves=True)) == (
        None,
        [],
    )


def test_a_film_whose_title_reads_as_another_and_its_year_is_followed_beside_it(library: Library) -> None:
    lot = [Watched(title="Heat", year=1995), Watched(title="Heat", year=2026)]
    assert library.follow_films([*lot, Watched(title="Heat 1995", year=2001)], guard=True) == (3, 0, 0)
    assert films(library) == {
        ("Heat", 2026, "on", False),
        ("Heat (1995)", 1995, "on", False),
        ("Heat 1995", 2001, "on", False),
    }
    assert library.follow_films([*lot, Watched(title="Heat 1995", year=2001)], guard=True) == (0, 3, 0)


def test_a_date_is_moved_by_what_is_said_of_it_since(library: Library) -> None:
    set_, late, other, moves = (
        f"‘Kestrel’ {what}"
        for what in (
            *("to Open on 9 October 2026", "Arrives on 9 October 2026", "Will Open on 16 October 2026"),
            "Moves From 9 October 2026 to 18 December 2026",
        )
    )
    at = {set_: 300, other: 200, moves: 100, late: 10}
    for title, before in at.items():
        publish(library, title, published=NOW - before)
    told = {each.title: (each.date, each.moved_to) for each in library.releases()}
    assert told == {
        set_: ("2026-10-09", "2026-12-18"),
        other: ("2026-10-16", None),  # outlets differ: both stand
        moves: ("2026-12-18", None),
        late: ("2026-10-09", None),  # it says so still
    }


def moved(told: Sequence[tuple[str, str, str | None]]) -> list[str | None]:
    """What each date that outlets told, one after the other and with what it moved from, was moved to."""
    plain: dict[str, Any] = {
        "film": "Kestrel",
        "region": None,
        "words": "",
        "title": "",
        "article_id": 1,
        "story_id": 1,
    }
    stated = [
        StatedDate(outlet=outlet, date=date, moved_from=before, said=at, **plain)
        for at, (outlet, date, before) in enumerate(told)
    ]
    return [each.moved_to for each in superseded(stated)]


def test_a_date_moved_to_where_its_own_outlet_says_else_where_most_do() -> None:
    told: list[tuple[str, str, str | None]] = [
        ("Slate", "2024-11-15", None),
        ("Grain", "2024-11-15", None),
        ("Blast", "2024-11-15", None),
        ("Slate", "2025-05-02", "2024-11-15"),
        ("Marquee", "2025-05-02", "2024-11-15"),
        ("Blast", "2025-05-09", "2024-11-15"),
    ]
    assert moved(told) == ["2025-05-02", "2025-05-02", "2025-05-09", None, None, None]


def test_a_date_has_moved_when_its_month_is_said_to_have_and_a_month_when_its_day_is() -> None:
    told: list[tuple[str, str, str | None]] = [
        ("Marquee", "2027-11-24", None),
        ("Grain", "2027-Q4", None),
        ("Grain", "2028", None),
        ("Marquee", "2028-03-10", "2027-11"),
        ("Slate", "2028-03", "2027-11-19"),
        ("Slate", "2028-06-02", "2028-03-10"),
    ]
    assert moved(told) == ["2028-03-10", "2028-03-10", None, "2028-06-02", "2028-06-02", None]


def test_what_waits_to_be_grouped_is_guarded_by_every_name_of_a_film(library: Library) -> None:
    library.follow("The Salt Road", kind="film", aliases=["Vei av salt"], guard="on")
    library.follow("Kiln (2019)", kind="film", guard="on")
    for title, film in (
        ("«Vei av salt»: how it ends", "The Salt Road"),
        ("Kiln (2019), explained", "Kiln (2019)"),
    ):
        waits = publish(library, title, grouped=False)
        assert library.guarded([waits])[waits].film == film
