"""Stories and follows through the front desk and the commands, over a real library."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import apsw
import msgspec
import pytest

from reader.document import Document, Paragraph, Span
from reader.errors import NotFoundError, QueryError, UsageError
from reader.halves import MANY
from reader.incoming import Entry, ParsedFeed
from reader.library import Library
from reader.model import View
from reader.news import Follow, Story
from reader.store.values import Answer
from reader.stories.filed import Filed
from tests.made import copied
from tests.stories.test_grouping import EXPECTED, HOUR, NEWS
from tests.test_halves import another_thread

NOW = 1_768_040_000
START = NOW - 12 * HOUR


def fill(library: Library) -> None:
    """Save the news of one morning, an outlet a feed, and group it."""
    for outlet in dict.fromkeys(outlet for outlet, _, _ in NEWS):
        feed = library.subscribe(f"https://{outlet.lower()}.test/feed", title=outlet)
        entries = tuple(
            Entry(
                guid=str(n),
                url=f"https://{outlet.lower()}.test/{n}",
                title=title,
                published=START + n * HOUR,
                document=Document((Paragraph((Span(lead),)),)),
            )
            for n, (name, title, lead) in enumerate(NEWS)
            if name == outlet
        )
        library.save_feed(
            feed.id, ParsedFeed(format="rss 2.0", title=outlet, entries=entries), Answer(next_due=NOW)
        )
    group(library)


def group(library: Library) -> None:
    while library.index_batch() or library.group_batch():
        pass


def morning(path: Path) -> Path:
    """Put a library with that news at `path`."""
    return copied(_morning, path)


def _morning(path: Path) -> None:
    with Library(path, clock=lambda: NOW) as library:
        fill(library)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(morning(tmp_path / "library.db"), clock=lambda: NOW)


def titles(library: Library) -> list[list[str]]:
    """The headlines of every story, oldest story first."""
    found = sorted(library.stories(), key=lambda story: story.first_published)
    return [[library.article(each).title for each in story.article_ids] for story in found]


def test_a_refresh_groups_what_is_new(library: Library) -> None:
    assert [[NEWS[n][1] for n in story] for story in EXPECTED] == titles(library)


def test_two_processors_save_what_one_does(tmp_path: Path) -> None:
    """Beside a thread nothing is forked."""
    with another_thread():
        alone = stories_of_many(tmp_path / "alone.db")
    assert len(alone) > MANY
    assert stories_of_many(tmp_path / "two.db") == alone


@pytest.mark.parametrize("reports", [0, 1, MANY, 2 * MANY, 3 * MANY])
def test_grouping_told_to_stop_leaves_at_once_and_goes_on_later(tmp_path: Path, reports: int) -> None:
    asked = 0

    def stopped() -> bool:
        nonlocal asked
        asked += 1
        return asked > reports

    library = with_many(tmp_path / "library.db")
    while library.index_batch():
        pass
    assert not library.group_batch(stopped)
    assert asked - reports <= 2  # once more before copies of what was read are looked for
    group(library)
    assert library.stories(limit=1_000) == stories_of_many(tmp_path / "unstopped.db")


def test_work_without_an_end_keeps_no_news_from_being_grouped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unhindered = stories_of_many(tmp_path / "one.db")  # from here on every pattern is compiled
    monkeypatch.setattr("reader.library.grouping.PATIENCE", 2.0)
    asked = 0

    def stopped() -> bool:
        nonlocal asked
        asked += 1
        while asked == MANY:
            pass
        return False

    library = with_many(tmp_path / "two.db")
    while library.index_batch() or library.group_batch(stopped):
        pass
    assert asked > MANY
    found = library.stories(limit=1_000)
    assert [story.article_ids for story in found] == [story.article_ids for story in unhindered]


def stories_of_many(path: Path) -> list[Story]:
    library = with_many(path)
    group(library)
    return library.stories(limit=1_000)


def with_many(path: Path) -> Library:
    syllables = ("bar", "vel", "kor", "mis", "tan", "dol", "rek", "hul", "sem", "vik", "paz", "nol", "gur")
    names = [(one + other).title() for one in syllables for other in syllables if one != other]
    leads = (f"Mara {name} will star in ‘{name} {name[3:]}’, which opens June 5." for name in names)
    entries = tuple(
        Entry(
            guid=name, url=f"https://a.test/{name}", title=f"Mara {name} Joins ‘{name} {name[3:]}’",
            published=START - n * 120 * HOUR, categories=("Casting",),
            document=Document((Paragraph((Span(lead),)),)),
        )
        for n, (name, lead) in enumerate(zip(names, leads, strict=True))
    )  # fmt: skip
    library = Library(path, clock=lambda: NOW)
    feed = library.subscribe("https://a.test/feed", title="Slate")
    library.save_feed(
        feed.id, ParsedFeed(format="rss 2.0", title="Slate", entries=entries), Answer(next_due=NOW)
    )
    return library


def test_an_article_says_what_it_is_about(library: Library) -> None:
    found = library.search("film:heat-2 beat:casting")
    assert {"Heat 2"} == {name for each in found for name in each.films}
    assert len(found) == len(library.search("person:christian-bale")) == 3
    assert found[0].story_id == library.stories("heat")[-1].id


def test_a_surname_finds_a_person_but_a_first_word_no_film(library: Library) -> None:
    assert len(library.search("person:bale")) == len(library.search("person:chr* person:ba*")) == 3
    assert [library.search(query) for query in ("person:al", "person:christian-b", "film:heat")] == [
        [],
        [],
        [],
    ]


def test_stories_merge_for_good_and_their_ids_lead_on(library: Library) -> None:
    heat, salt = (
        story.id for story in sorted(library.stories(), key=lambda story: story.first_published)[:2]
    )
    library.merge_stories(salt, heat)
    assert library.story(salt).story.id == heat
    assert library.story(heat).story.report_count == 5
    assert len(library.search(f"story:{salt}")) == 5


def test_a_report_taken_out_stays_out(library: Library) -> None:
    heat = min(library.stories(), key=lambda story: story.first_published)
    library.split_story(heat.id, heat.article_ids[2:])
    assert library.story(heat.id).story.article_ids == heat.article_ids[:2]


def test_a_title_of_the_persons_own(library: Library) -> None:
    story = library.stories()[0]
    assert library.rename_story(story.id, "Cold seats").story.title == "Cold seats"
    assert library.rename_story(story.id, "").story.title == story.title


def test_a_title_stays_with_its_story_when_the_first_report_is_taken_out(library: Library) -> None:
    heat = min(library.stories(), key=lambda story: story.first_published)
    library.rename_story(heat.id, "Mine")
    said = library.part(heat.article_ids[:1], heat.article_ids[1:])
    library.regroup(said.articles)
    assert {story.title: story.article_ids for story in library.stories()}["Mine"] == heat.article_ids[1:]
    library.take_back(said)
    library.regroup(said.articles)
    assert {story.title: story.article_ids for story in library.stories()}["Mine"] == heat.article_ids


def test_a_title_goes_with_the_reports_that_were_merged_and_are_taken_out_again(library: Library) -> None:
    heat, salt = sorted(library.stories(), key=lambda story: story.first_published)[:2]
    library.rename_story(salt.id, "Salt")
    library.merge_stories(heat.id, salt.id)
    assert library.story(heat.id).story.title == "Salt"
    library.split_story(heat.id, salt.article_ids)
    told = {story.article_ids: story.title for story in library.stories()}
    assert (told[heat.article_ids], told[salt.article_ids]) == (heat.title, "Salt")


def test_no_title_comes_back_to_a_story_that_was_given_its_headline_back(library: Library) -> None:
    heat, salt = sorted(library.stories(), key=lambda story: story.first_published)[:2]
    library.rename_story(heat.id, "Heat")
    library.rename_story(salt.id, "Salt")
    library.merge_stories(heat.id, salt.id)
    assert library.rename_story(heat.id, "").story.title == heat.title
    library.split_story(heat.id, heat.article_ids[2:])  # it is grouped again
    assert library.story(heat.id).story.title == heat.title


def test_coverage_says_why(library: Library) -> None:
    found = library.story(min(library.stories(), key=lambda story: story.first_published).id)
    assert "about Heat 2" in found.why
    assert [report.outlet for report in found.reports] == ["Slate", "Marquee", "Courier"]


def test_following_counts_what_is_new_until_it_is_looked_at(library: Library) -> None:
    assert library.follow("Heat 2").unread_stories == 1
    assert [entry.beat for entry in library.timeline("heat 2", new=True)] == ["casting"]
    library.look("Heat 2")
    assert library.timeline("Heat 2", new=True) == []
    assert len(library.search("is:followed")) == 3
    library.unfollow("Heat 2")
    with pytest.raises(NotFoundError):
        library.timeline("Heat 2")


def test_a_timeline_tells_what_no_report_says_for_certain(library: Library) -> None:
    at = NOW - 300 * HOUR
    report(library, "wire", "Rumor: Mara Quist may join ‘Heat 2’", "It is only a rumor.", at)
    library.follow("Heat 2")
    assert [entry.rumour for entry in library.timeline("Heat 2")] == [True, False]


def test_what_has_been_read_is_not_new(library: Library) -> None:
    library.follow("Heat 2")
    first, *rest = library.story(library.timeline("Heat 2", new=False)[0].story_id).story.article_ids
    library.mark(rest, read=True)
    assert library.following()[0].unread_stories == 1
    library.mark([first], read=True)
    assert [(each.unread_stories, bool(each.last_story)) for each in library.following()] == [(0, True)]
    assert [entry.new for entry in library.timeline("Heat 2", new=False)] == [False]


def read_of_timelines(folder: Path, bodies: int) -> tuple[list[Follow], list[str], int]:
    """What is told of names that a headline says and so many bodies, and the steps to read their stories."""
    with Library(folder / f"{bodies}.db", clock=lambda: NOW) as library:
        feed = library.subscribe("https://a.test/feed")
        below = Document((Paragraph((Span("No name yet. " * 100 + "Heat at the Grand Festival."),)),))
        heads = ["Grand Festival names its jury", *(f"The quiet day, part {n}" for n in range(bodies))]
        entries = tuple(
            Entry(guid=head, url=None, title=head, published=START + n, document=below, summary="None.")
            for n, head in enumerate(heads)
        )
        parsed = ParsedFeed(format="rss 2.0", title="A", entries=entries)
        library.save_feed(feed.id, parsed, Answer(next_due=NOW))
        group(library)
        library.mark_view(View("all"), read=False)  # of a feed that is new the newest alone are unread
        library.follow("Grand Festival", kind="topic")
        library.follow("Heat", kind="film")
        steps: list[int] = []

        def profile(event: dict[str, Any]) -> None:
            if "y.films" in event["sql"] or "r.beat" in event["sql"]:
                steps.append(event["stmt_status"]["SQLITE_STMTSTATUS_VM_STEP"])

        library._db.connection().trace_v2(apsw.SQLITE_TRACE_PROFILE, profile)
        told = [entry.title for entry in library.timeline("Grand Festival", new=False)]
        return list(library.following()), told, sum(steps)


def test_of_bodies_that_say_a_followed_word_no_story_is_read(tmp_path: Path) -> None:
    alone, beside = (read_of_timelines(tmp_path, bodies) for bodies in (0, 60))
    assert [(each.name, each.unread_stories) for each in alone[0]] == [("Grand Festival", 1), ("Heat", 0)]
    assert alone[1] == ["Grand Festival names its jury"]
    assert beside == alone


def test_a_follow_can_be_edited(library: Library) -> None:
    library.follow(
        "Heat", aliases=["Heat One"], companions=["Michael Mann"], excludes=["Miami Heat"], year=1995
    )
    held = library.follow("heat", forget=["heat one", "Miami Heat"], excludes=["Heat Wave"], year=1996)
    assert (held.aliases, held.companions, held.excludes) == ((), ("Michael Mann",), ("Heat Wave",))
    assert (held.name, held.year) == ("Heat", 1996)


def test_a_name_without_a_word_stands_in_nobodys_way(library: Library) -> None:
    report(
        library,
        "purse",
        "Box Office: ‘Heat 2’ and ‘Kiln’ Open",
        "‘Heat 2’ led ‘Kiln’ at $40M.",
        NOW - 200 * HOUR,
    )
    wordless = ("...", "?", "🎬")
    library.save_follow(
        Follow(name="Heat 2", kind="film", aliases=wordless, companions=wordless, excludes=wordless)
    )
    assert [held.aliases for held in library.following()] == [wordless]
    assert library.follow("Heat 2", aliases=["Heat II", "…"]).aliases == ("Heat II",)
    assert [entry.beat for entry in library.timeline("Heat 2", new=False)] == ["box-office", "casting"]


def report(library: Library, outlet: str, title: str, lead: str, published: int) -> None:
    """Have one more outlet report something, and group it."""
    feed = library.subscribe(f"https://{outlet}.test/feed", title=outlet)
    document = Document((Paragraph((Span(lead),)),))
    entry = Entry(guid="1", url=None, title=title, published=published, document=document)
    library.save_feed(
        feed.id, ParsedFeed(format="rss 2.0", title=outlet, entries=(entry,)), Answer(next_due=NOW)
    )
    group(library)


def test_a_film_that_is_given_its_title_later_is_found_by_it_from_the_beginning(tmp_path: Path) -> None:
    now = [NOW]
    library = Library(tmp_path / "named.db", clock=lambda: now[0])
    report(
        library, "wire", "Mara Quist to Star in Untitled Ida Lund Thriller", "Ida Lund directs.", NOW - HOUR
    )
    assert library.search("film:untitled-ida-lund-project") != []
    now[0] = NOW + 40 * 24 * HOUR
    lead = "The Ida Lund thriller formerly known as “Untitled Ida Lund Project” is now called “Low Tide.”"
    report(library, "slate", "Ida Lund’s Next Is “Low Tide”", lead, now[0] - HOUR)
    assert [each.films for each in library.search("film:low-tide")] == [("Low Tide",), ("Low Tide",)]
    assert library.search("film:untitled-ida-lund-project") == []


@pytest.mark.parametrize("how", ["by hand", "carried in"])
def test_a_film_that_is_followed_is_known_wherever_its_name_is_printed(
    library: Library, tmp_path: Path, how: str
) -> None:
    report(library, "wire", "Cold Harbour: Part Two moves again", "", NOW - HOUR)
    report(library, "salem", "Trains to Salem run late again", "", NOW - 2 * HOUR)
    assert library.search("film:cold-harbour-part-two") == []
    if how == "by hand":
        library.follow("Cold Harbour: Part Two", kind="film")
    else:
        with Library(tmp_path / "other.db", clock=lambda: NOW) as other:
            other.follow("Cold Harbour: Part Two", kind="film")
            library.take_in(other.carried())
    group(library)
    here = library.search("film:cold-harbour-part-two")
    assert [each.title for each in here] == ["Cold Harbour: Part Two moves again"]
    report(library, "slate", "A star joins Cold Harbour: Part Two in Rome", "", NOW - 90)
    found = library.search("is:followed")
    assert [each.title for each in found] == [
        "A star joins Cold Harbour: Part Two in Rome",
        "Cold Harbour: Part Two moves again",
    ]
    assert {each.films for each in found} == {("Cold Harbour: Part Two",)}


def test_what_only_names_a_follow_is_told_where_asked(library: Library) -> None:
    lead = "The editor speaks of ‘Thief’, ‘Ali’, ‘Collateral’ and ‘Heat 2’, all in one afternoon."
    report(library, "late", "Cutting for four decades", lead, NOW)
    library.follow("Heat 2")
    assert len(library.timeline("Heat 2")) == 1
    told = library.timeline("Heat 2", passing=True)
    assert [(entry.title, entry.passing) for entry in told][1:] == [("Cutting for four decades", True)]


def test_stories_of_a_feed_that_was_left_go_with_it_but_for_what_was_saved(library: Library) -> None:
    heat = min(library.stories(), key=lambda story: story.first_published)
    feeds = {feed.title: feed.id for feed in library.feeds()}
    library.unsubscribe(feeds["Slate"])
    left = library.story(heat.id)
    assert [report.outlet for report in left.reports] == ["Marquee", "Courier"]
    assert (left.story.outlets, left.story.report_count) == (2, 2)
    assert left.story.article_ids == heat.article_ids[1:]
    assert left.story.title == library.article(heat.article_ids[1]).title
    library.bookmark(heat.article_ids[2])
    for feed in library.feeds():
        library.unsubscribe(feed.id)
    assert [story.article_ids for story in library.stories()] == [heat.article_ids[2:]]
    library.unbookmark(heat.article_ids[2])
    assert library.stories() == library.stories("heat") == []
    with pytest.raises(NotFoundError):
        library.story(heat.id)


def test_what_was_not_grouped_when_its_feed_was_left_is_when_it_is_followed_again(tmp_path: Path) -> None:
    with with_many(tmp_path / "library.db") as library:
        (feed,) = library.feeds()
        library.unsubscribe(feed.id)
        report(library, "wire", "Cold Harbour: Part Two moves again", "", NOW)
        assert len(library.stories(limit=1_000)) == 1
        library.subscribe(feed.url)
        group(library)
        assert len(library.stories(limit=1_000)) == len(stories_of_many(tmp_path / "never left.db")) + 1


def test_of_a_film_that_is_not_in_the_news_what_is_about_it_is_told(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.db", clock=lambda: NOW)
    title, lead = "'Arrival' Ending Explained — What Louise Saw", "Arrival ends where it began."
    report(library, "lantern", title, lead, START)
    assert [each.films for each in library.search("arrival")] == [("Arrival",)]
    assert library.follow("Arrival", kind="film").unread_stories == 1
    assert [entry.title for entry in library.timeline("Arrival", new=True)] == [title]
    lead = "Denis Villeneuve’s “Arrival” opens in cinemas again on 3 March, in a new print."
    report(
        library, "slate", "“Arrival” sets its release date: back in cinemas on 3 March", lead, START + HOUR
    )
    assert [entry.beat for entry in library.timeline("Arrival")] == ["release-date"]


def test_a_known_story_is_new_again_by_a_fact_not_by_an_echo(tmp_path: Path) -> None:
    lead = "Christian Bale will star in Michael Mann’s crime sequel ‘Heat 2’ as the detective."
    now = [NOW]
    with Library(morning(tmp_path / "library.db"), clock=lambda: now[0]) as library:
        library.follow("Heat 2")
        library.look("Heat 2")
        now[0] += 2 * HOUR
        report(library, "echo", "Christian Bale to star in ‘Heat 2’", lead, NOW + HOUR)
        assert library.timeline("Heat 2", new=True) == []
        more = (
            "She plays a safecracker in ‘Heat 2’, opposite Christian Bale; Michael Mann directs the sequel."
        )
        report(library, "more", "Ana de Armas joins Christian Bale in ‘Heat 2’", more, NOW + 2 * HOUR)
        assert [entry.facts for entry in library.timeline("Heat 2", new=True)] == [("Ana de Armas",)]


def test_what_comes_after_a_look_is_new_whenever_it_was_printed(tmp_path: Path) -> None:
    now = [NOW]
    with Library(morning(tmp_path / "library.db"), clock=lambda: now[0]) as library:
        library.follow("Heat 2")
        library.look("Heat 2")
        now[0] += HOUR
        lead = (
            "She plays a safecracker in ‘Heat 2’, opposite Christian Bale; Michael Mann directs the sequel."
        )
        report(library, "more", "Ana de Armas joins Christian Bale in ‘Heat 2’", lead, NOW - HOUR)
        lead = "The first trailer of Michael Mann’s ‘Heat 2’ shows Chicago in the snow."
        report(library, "long", "‘Heat 2’ Trailer: Chicago in the Snow", lead, NOW - 70 * HOUR)
        new = [(entry.beat, entry.facts) for entry in library.timeline("Heat 2", new=True)]
        assert new == [("trailer", ()), ("casting", ("Ana de Armas",))]
        assert library.following()[0].unread_stories == 2
        library.look("Heat 2")
        assert library.timeline("Heat 2", new=True) == []


def test_what_waited_to_be_grouped_at_a_look_is_new_after_it(tmp_path: Path) -> None:
    now = [NOW]
    with Library(morning(tmp_path / "library.db"), clock=lambda: now[0]) as library:
        library.follow("Heat 2")
        now[0] += HOUR
        feed = library.subscribe("https://late.test/feed", title="Late")
        title = "‘Heat 2’ Trailer: Chicago in the Snow"
        entry = Entry(guid="1", url=None, title=title, published=NOW - 70 * HOUR)
        parsed = ParsedFeed(format="rss 2.0", title="Late", entries=(entry,))
        library.save_feed(feed.id, parsed, Answer(next_due=NOW))
        library.look("Heat 2")
        group(library)
        assert [entry.title for entry in library.timeline("Heat 2", new=True)] == [title]


def test_a_look_while_the_clock_was_ahead_hides_no_news(tmp_path: Path) -> None:
    now = [NOW]
    with Library(morning(tmp_path / "library.db"), clock=lambda: now[0]) as library:
        library.follow("Heat 2")
        now[0] = NOW + 9_000 * HOUR
        library.look("Heat 2")
        now[0] = NOW + HOUR
        title = "‘Heat 2’ Trailer: Chicago in the Snow"
        report(library, "late", title, "The trailer of ‘Heat 2’ is out.", NOW - 70 * HOUR)
        assert title in [entry.title for entry in library.timeline("Heat 2", new=True)]
        library.look("Heat 2")
        assert library.timeline("Heat 2", new=True) == []


def test_a_report_in_other_words_is_read_with_its_story_until_it_has_a_fact(tmp_path: Path) -> None:
    with Library(morning(tmp_path / "library.db"), clock=lambda: NOW) as library:
        known = library.search("heat")
        library.mark([each.id for each in known], read=True)
        lead = "Christian Bale will star in Michael Mann’s crime sequel ‘Heat 2’ as the detective."
        report(library, "echo", "Christian Bale to star in ‘Heat 2’", lead, NOW + HOUR)
        assert [each.read for each in library.search("title:detective OR feed:echo")] == [True]
        more = (
            "She plays a safecracker in ‘Heat 2’, opposite Christian Bale; Michael Mann directs the sequel."
        )
        report(library, "more", "Ana de Armas joins Christian Bale in ‘Heat 2’", more, NOW + 2 * HOUR)
        report(library, "last", "Bale stars in ‘Heat 2’, the sequel by Mann", lead, NOW + 3 * HOUR)
        unread = {each.feed_title for each in library.search("is:unread heat 2")}
        assert unread == {"more", "last"}


def test_an_empty_library_can_be_followed_in(tmp_path: Path) -> None:
    with Library(tmp_path / "library.db", clock=lambda: NOW) as library:
        assert library.follow("Heat 2", guard="on").kind == "film"
        assert library.follow("Michael Mann").kind == "person"
        assert library.timeline("Heat 2") == []
        fill(library)
        assert [follow.unread_stories for follow in library.following()] == [1, 1]
        assert library.search("is:guarded") == []  # who plays in it gives nothing away
        library.follow("Heat 2", seen=True)
        assert library.search("is:guarded") == []


def test_the_contract_of_the_commands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    import time

    from reader import paths
    from reader.cli.main import run

    monkeypatch.setenv("NEWSREEL_HOME", str(tmp_path))
    monkeypatch.setenv("NEWSREEL_CLOCK_OFFSET", str(NOW - time.time()))
    found = paths.find()
    found.create()
    morning(found.library)

    def said(*words: str) -> object:
        assert run([*words, "--json"]) == 0
        return json.loads(capsysbinary.readouterr().out)

    stories = said("stories", "heat-2")
    assert isinstance(stories, list)
    assert set(stories[0]) == {
        *("id", "title", "first_published", "last_published", "outlets", "report_count", "unread"),
        *("article_ids", "films", "people", "beat"),
    }  # fmt: skip
    coverage = said("story", str(stories[0]["id"]))
    assert isinstance(coverage, dict)
    assert set(coverage["reports"][0]) == {
        "article_id",
        "outlet",
        "title",
        "published",
        "url",
        "adds",
        "copy_of",
    }
    follow = said("follow", "Heat", "2", "--alias", "Heat II")
    assert isinstance(follow, dict)
    assert {"name", "kind", "aliases", "year", "guard", "unread_stories", "last_story"} <= set(follow)
    timeline = said("timeline", "Heat II")
    assert isinstance(timeline, list)
    assert set(timeline[0]) == {
        *("date", "story_id", "title", "beat", "outlets", "new", "release_claim", "facts", "passing"),
        "rumour",
    }
    assert said("following") != []
    assert said("unfollow", "Heat II") == {"name": "Heat 2", "followed": False}


def test_lists_guards_and_queries_agree_as_soon_as_a_film_is_followed(library: Library) -> None:
    report(
        library,
        "wire",
        "28 Years Later: The Bone Temple Review: who dies, and who should have",
        "",
        NOW - HOUR,
    )
    report(library, "slate", "What 28 Years Later: The Bone Temple says of us", "", NOW - 2 * HOUR)
    found = {each.id for each in library.search("title:temple")}
    assert library.search("is:followed") == []
    library.follow("28 Years Later: The Bone Temple", kind="film", guard="on")
    for _ in range(2):  # at once, and once the headlines were read again
        assert {each.id for each in library.search("is:followed")} == found
        assert {each.id for each in library.search("film:28-years-later-the-bone-temple")} == found
        assert {each.id for each in library.search("is:guarded")} == set(library.guarded(found)) != set()
        group(library)


def test_what_a_name_is_is_guessed_by_its_first_letter_or_number(library: Library) -> None:
    for name, kind in {
        "(500) Days of Summer": "film",
        "¡Átame!": "film",
        "千の窓": "film",
        "“Wicked” and its songs": "film",
        "(the) festival": "topic",
        "energy bills": "topic",
    }.items():
        assert (name, library.follow(name).kind) == (name, kind)


LONG = "x" * 301


@pytest.mark.parametrize(
    "name",
    [
        lambda library: library.follow(LONG),
        lambda library: library.follow("Heat 2", aliases=[LONG]),
        lambda library: library.save_follow(Follow(name=LONG, kind="topic")),
        lambda library: library.rename_story(library.stories()[0].id, LONG),
        lambda library: library.bookmark(library.search("heat")[0].id, tags=[LONG]),
    ],
)
def test_a_name_has_at_most_so_many_letters(library: Library, name: Callable[[Library], object]) -> None:
    with pytest.raises(UsageError, match="at most 300 characters, and this one 301"):
        name(library)
    assert (library.following(), library.bookmarks()) == ([], [])
    library.follow("x" * 300)
    story = library.stories()[0]
    assert library.rename_story(story.id, " Bale\nit  is\t").story.title == "Bale it is"


@pytest.mark.parametrize(("name", "kind"), [("Michael Mann", "person"), ("energy bills", "topic")])
def test_only_a_film_is_guarded(library: Library, name: str, kind: str) -> None:
    with pytest.raises(UsageError, match=f"is followed as a {kind}"):
        library.follow(name, guard="on")
    assert library.following() == []
    assert library.follow("Heat 2", guard="on").guard == "on"
    assert library.follow("Heat 2", kind="topic").guard is None


@pytest.mark.parametrize(
    ("rule", "beats"),
    [
        ("heat OR sundance", {"business", "casting", "awards"}),
        ("title:bale -casts", {"casting"}),
        ("heat -bale", {"business"}),
        ("beat:awards", {"awards"}),
        ("feed:slate title:heat", {"casting"}),
        ("sund*", {"awards"}),
    ],
)
def test_what_is_followed_may_be_a_query(library: Library, rule: str, beats: set[str]) -> None:
    followed = library.follow(rule)
    assert (followed.kind, followed.unread_stories) == ("topic", len(beats))
    assert {entry.beat for entry in library.timeline(rule)} == beats
    assert [each.unread_stories for each in library.following()] == [len(beats)]
    library.look(rule)
    assert library.following()[0].unread_stories == 0


def test_a_query_has_other_names_and_what_it_is_not(library: Library) -> None:
    library.follow("heat OR dune", aliases=["sundance"], excludes=["salt road"])
    assert {entry.beat for entry in library.timeline("sundance")} == {"business", "casting"}
    assert library.follow("Trick OR Treat", kind="film").kind == "film"
    assert library.follow("(500) Days").kind == "film"
    with pytest.raises(QueryError):
        library.follow("title:", kind="topic")


@pytest.mark.parametrize("quoted", ['12" vinyl', "12” vinyl", "a “vinyl"])
def test_a_quotation_mark_beside_a_followed_query_empties_no_timeline(library: Library, quoted: str) -> None:
    library.follow("heat OR dune")
    told = library.timeline("heat OR dune")
    library.follow("heat OR dune", aliases=[f"{quoted} never"], excludes=[f"{quoted} ever"])
    assert (library.timeline("heat OR dune"), len(told) > 0) == (told, True)


def test_a_film_that_is_followed_by_its_working_title_is_followed_on_by_its_new_one(tmp_path: Path) -> None:
    now = [NOW]
    library = Library(tmp_path / "retitled.db", clock=lambda: now[0])
    library.follow("Nightboat", kind="film", guard="on")
    report(library, "wire", "Mara Quist to Star in Ida Lund’s ‘Nightboat’", "Ida Lund directs.", NOW - HOUR)
    now[0] += 40 * 24 * HOUR
    lead = "The Ida Lund thriller formerly known as ‘Nightboat’ is now called ‘Low Tide.’"
    report(library, "slate", "Ida Lund’s ‘Nightboat’ Is Retitled ‘Low Tide’", lead, now[0] - HOUR)
    now[0] += 300 * 24 * HOUR
    report(library, "grain", "‘Low Tide’ Review: The Captain Drowns", "In the end she drowns.", now[0] - HOUR)
    told = [entry.title for entry in library.timeline("Nightboat")]
    assert told == [
        "Mara Quist to Star in Ida Lund’s ‘Nightboat’",
        "Ida Lund’s ‘Nightboat’ Is Retitled ‘Low Tide’",
        "‘Low Tide’ Review: The Captain Drowns",
    ]
    assert [(held.name, held.aliases) for held in library.following()] == [("Nightboat", ("Low Tide",))]
    assert [each.title for each in library.search("is:guarded")] == told[2:]


def test_a_title_that_the_person_took_away_stays_away(tmp_path: Path) -> None:
    library = Library(tmp_path / "retitled.db", clock=lambda: NOW)
    library.follow("Nightboat", kind="film")
    library.follow("Night Boat", kind="film", excludes=["Low Tide"])
    lead = "The Ida Lund thriller formerly known as ‘{}’ is now called ‘Low Tide.’"
    for outlet, old in (("slate", "Nightboat"), ("wire", "Night Boat"), ("courier", "Nightboat")):
        report(library, outlet, f"Ida Lund’s ‘{old}’ Is Retitled ‘Low Tide’", lead.format(old), NOW - HOUR)
        library.follow("Nightboat", forget=["Low Tide"])
    assert [held.aliases for held in library.following()] == [(), ()]


@pytest.mark.parametrize("how", ["in a command", "in the reader"])
def test_a_film_is_followed_as_the_library_knows_it(tmp_path: Path, how: str) -> None:
    now = NOW
    library = Library(tmp_path / "known.db", clock=lambda: now)
    for outlet, what in (("wire", "Trailer"), ("slate", "Poster")):
        report(library, outlet, f"‘Cold Harbour: The Salt Road’ {what} Is Out", "See it here.", NOW - HOUR)
    report(library, "grain", "‘The Salt Road’ Adds Mara Quist", "She is in ‘The Salt Road.’", NOW - 2 * HOUR)
    if how == "in a command":
        library.follow("The Salt Road", kind="film")
    else:
        now += HOUR  # the reader waits for nothing: the next refresh tells it
        library.save_follow(Follow(name="The Salt Road", kind="film"))
        now += HOUR
        report(library, "box", "Ferries are late", "They are.", now)
    held = library.following()[0]
    assert (held.aliases, held.unread_stories) == (("Cold Harbour: The Salt Road",), 1)


def test_a_word_that_is_the_end_of_another_films_title_is_not_taken_for_it(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.db", clock=lambda: NOW)
    library.follow("Legacy", kind="film")
    for outlet, what in (("wire", "Trailer"), ("slate", "Poster")):
        report(library, outlet, f"‘Cold Harbour: Legacy’ {what} Is Out", "See it here.", NOW - HOUR)
    library.follow("Afterlife", kind="film")
    for outlet, what in (("grain", "Trailer"), ("box", "Poster")):
        report(library, outlet, f"‘Cold Harbour: Afterlife’ {what} Is Out", "See it here.", NOW - HOUR)
    library.unfollow("Legacy")
    library.follow("Legacy", kind="film")
    assert [held.aliases for held in library.following()] == [(), ()]


def test_a_report_that_no_rule_is_fit_for_costs_no_other_its_story(tmp_path: Path) -> None:
    library = Library(tmp_path / "odd.db", clock=lambda: NOW)
    feed = library.subscribe("https://wire.test/feed", title="wire")
    told = Document((Paragraph((Span("‘Low Tide’ opens on May 5."),)),))
    entries = tuple(
        Entry(guid=str(n), url=None, title=f"‘Low Tide’ Gets a Date {n}", published=NOW - n, document=told)
        for n in range(20)
    )
    library.save_feed(
        feed.id, ParsedFeed(format="rss 2.0", title="wire", entries=entries), Answer(next_due=NOW)
    )
    with closing(apsw.Connection(str(tmp_path / "odd.db"))) as other:
        other.execute("UPDATE article SET published = 1 << 60 WHERE guid = '7'")  # no calendar has that year
    with pytest.raises((ValueError, OSError)):
        group(library)
    group(library)  # nothing waits any more
    grouped = [article for story in library.stories() for article in story.article_ids]
    assert len(grouped) == len(entries) - 1


def test_a_count_that_nobody_waits_for_any_more_ends_between_two_stories(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.db", clock=lambda: NOW)
    for n in range(3):
        report(library, f"wire{n}", f"‘Low Tide’ Is Seen in Port {n}", "It is wet.", NOW - n * HOUR)
    library.follow("Low Tide", kind="film")
    heeded: list[int] = []

    def heed() -> None:
        heeded.append(len(heeded))
        if len(heeded) > 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        library.following(heed)
    assert heeded == [0, 1, 2]
    assert [each.name for each in library.following()] == ["Low Tide"]


def test_a_fault_of_what_is_known_already_takes_no_report_out_of_line(
    library: Library, tmp_path: Path
) -> None:
    told = Document((Paragraph((Span("‘Low Tide’ opens on May 5."),)),))
    entries = tuple(
        Entry(guid=str(n), url=None, title=f"‘Low Tide’ Gets a Date {n}", published=START + n, document=told)
        for n in range(20)
    )
    feed = library.subscribe("https://late.test/feed", title="late")
    library.save_feed(
        feed.id, ParsedFeed(format="rss 2.0", title="late", entries=entries), Answer(next_due=NOW)
    )
    with closing(apsw.Connection(str(tmp_path / "library.db"))) as other:
        ((key, filed),) = other.execute("SELECT article_id, filed FROM report LIMIT 1")
        damaged = msgspec.structs.replace(msgspec.msgpack.decode(filed, type=Filed), films=[""])
        other.execute(
            "UPDATE report SET filed = ? WHERE article_id = ?", (msgspec.msgpack.encode(damaged), key)
        )
        with pytest.raises(IndexError):
            group(library)
        ((waiting,),) = other.execute("SELECT count(*) FROM unfiled")
        other.execute("UPDATE report SET filed = ? WHERE article_id = ?", (filed, key))
    group(library)
    (late,) = [story for story in library.stories() if story.title.startswith("‘Low Tide’")]
    assert (waiting, len(late.article_ids)) == (len(entries), len(entries))
