"""Grouping that is broken off, doubled, shuffled or fed rubbish: the same stories, and ids for good."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.document import Document, Paragraph, Span
from reader.incoming import Entry, ParsedFeed
from reader.library import Library
from reader.store.values import Answer
from reader.stories.memory import Memory
from reader.stories.newsroom import LARGEST, Newsroom
from reader.stories.report import Report, in_order
from tests.stories.test_grouping import HOUR, NEWS

NOW = 1_768_040_000
START = NOW - 12 * HOUR
LATER = (
    (
        "Herald",
        "Bale’s ‘Heat 2’ deal closes",
        "Christian Bale has closed his deal for Michael Mann’s ‘Heat 2’.",
    ),
    ("Herald", "‘The Salt Road’ bought by Neon", "Neon has bought the Sundance winner ‘The Salt Road’."),
)

Item = tuple[str, str, str, int]


def items(news: Iterable[tuple[str, str, str]], begin: int = START) -> list[Item]:
    return [(outlet, title, lead, begin + n * HOUR) for n, (outlet, title, lead) in enumerate(news)]


def save(library: Library, news: Iterable[Item]) -> None:
    feeds = {feed.title: feed for feed in library.feeds()}
    for outlet, title, lead, when in news:
        feed = feeds.get(outlet) or library.subscribe(f"https://{outlet.lower()}.test/feed", title=outlet)
        feeds[outlet] = feed
        entry = Entry(
            guid=title, url=f"https://a.test/{len(title)}", title=title, published=when,
            document=Document((Paragraph((Span(lead),)),)),
        )  # fmt: skip
        parsed = ParsedFeed(format="rss 2.0", title=outlet, entries=(entry,))
        library.save_feed(feed.id, parsed, Answer(next_due=NOW))


def group(library: Library) -> None:
    while library.group_batch():
        pass


def told(library: Library) -> dict[tuple[str, ...], int]:
    """The headlines of every story, with its id."""
    return {
        tuple(sorted(library.article(each).title for each in story.article_ids)): story.id
        for story in library.stories()
    }


def learnt(library: Library) -> int:
    """From how many reports the library has learnt."""
    memory = Memory()
    for number in library._newsdesk.learnt.pieces():
        memory.add(library._newsdesk.learnt.piece(number) or b"")
    return memory.rarity.reports


def opened(path: Path) -> Library:
    return Library(path / "library.db", clock=lambda: NOW)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = opened(tmp_path)
    save(library, items(NEWS))
    return library


def whole(tmp_path: Path) -> dict[tuple[str, ...], int]:
    """What comes of the same news grouped at one go."""
    tmp_path.mkdir()
    with opened(tmp_path) as library:
        save(library, items(NEWS))
        group(library)
        return told(library)


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(items(NEWS)))
def test_the_order_within_a_refresh_does_not_matter(
    order: list[Item], tmp_path_factory: pytest.TempPathFactory
) -> None:
    expected = whole(tmp_path_factory.mktemp("straight") / "home")
    with opened(tmp_path_factory.mktemp("shuffled")) as library:
        save(library, order)
        group(library)
        assert expected.keys() == told(library).keys()


def stop_after(number: int) -> Callable[[], bool]:
    left = iter([False] * number)
    return lambda: next(left, True)


@pytest.mark.parametrize("number", range(4))
def test_grouping_broken_off_goes_on_where_it_was(library: Library, tmp_path: Path, number: int) -> None:
    library.group_batch(stop_after(number))
    library.close()
    with opened(tmp_path) as again:
        group(again)
        assert told(again).keys() == whole(tmp_path / "other").keys()
        assert learnt(again) == len(NEWS)


@pytest.mark.parametrize("number", [1, 2, 6, 12, 18, 24, 28])
def test_two_that_group_at_once_do_not_undo_each_other(library: Library, tmp_path: Path, number: int) -> None:
    asked = count()

    def other_comes_in() -> bool:
        if next(asked) == number - 1:
            with opened(tmp_path) as other:
                save(other, items(LATER, START + 6 * HOUR))
                group(other)
        return False

    while library.group_batch(other_comes_in):
        pass
    group(library)
    (tmp_path / "alone").mkdir()
    with opened(tmp_path / "alone") as alone:
        save(alone, [*items(NEWS), *items(LATER, START + 6 * HOUR)])
        group(alone)
        assert list(told(library)) == list(told(alone))
    assert sorted(each for story in library.stories() for each in story.article_ids) == list(range(1, 9))
    assert learnt(library) == len(NEWS) + len(LATER)


def test_pieces_are_joined_and_nothing_is_lost(library: Library, tmp_path: Path) -> None:
    for n in range(30):
        save(library, [("Slate", f"‘Film {n}’ trailer", f"Watch the trailer of ‘Film {n}’.", START + n)])
        group(library)
    assert len(library._newsdesk.learnt.pieces()) < 25
    assert learnt(library) == len(NEWS) + 30
    with opened(tmp_path) as other:
        group(other)
        assert learnt(other) == len(NEWS) + 30


def test_the_persons_word_outlives_what_comes_later(library: Library) -> None:
    group(library)
    heat, salt = sorted(library.stories(), key=lambda story: story.first_published)[:2]
    taken = heat.article_ids[2]
    alone = library.split_story(heat.id, [taken])
    library.merge_stories(heat.id, salt.id)
    library.rename_story(heat.id, "One long morning")
    save(library, items(LATER, START + 6 * HOUR))
    group(library)
    story = library.story(salt.id).story
    assert story.id == heat.id
    assert story.title == "One long morning"
    assert {*heat.article_ids, *salt.article_ids} - {taken} <= set(story.article_ids)
    assert taken not in story.article_ids
    assert library.article(taken).story_id not in {heat.id, salt.id, None}
    assert alone.story.id == heat.id


def test_the_persons_word_comes_back_with_a_copy(library: Library, tmp_path: Path) -> None:
    group(library)
    heat, salt = sorted(library.stories(), key=lambda story: story.first_published)[:2]
    library.rename_story(heat.id, "Heat, again")
    library.merge_stories(heat.id, salt.id)
    library.follow("Heat 2", aliases=["Heat II"], guard="on")
    copy = library.back_up()
    library.close()
    assert copy is not None
    restored = tmp_path / "restored"
    restored.mkdir()
    copy.rename(restored / "library.db")
    with opened(restored) as back:
        save(back, items(NEWS))
        group(back)
        story = next(story for story in back.stories() if story.report_count == 5)
        assert story.title == "Heat, again"
        assert story.id > max(heat.id, salt.id)
        assert [follow.aliases for follow in back.following()] == [("Heat II",)]


def test_an_old_story_takes_newcomers_but_is_not_cut(tmp_path: Path) -> None:
    old = [(*item[:3], item[3] - 30 * 24 * HOUR) for item in items(NEWS)]
    with opened(tmp_path) as library:
        save(library, old)
        group(library)
        before = told(library)
        save(library, [("Herald", *NEWS[1][1:], old[2][3] + HOUR)])
        group(library)
        after = told(library)
        assert set(before.values()) == set(after.values())


def test_stories_far_apart_are_joined_by_the_person(tmp_path: Path) -> None:
    year = 365 * 24 * HOUR
    with opened(tmp_path) as library:
        save(library, [("Slate", *NEWS[0][1:], START - year), ("Herald", "‘The Salt Road’ Wins", "x", START)])
        save(library, [("Marquee", "In between", "Nothing of either.", START - year // 2)])
        group(library)
        late, _, early = library.stories()
        assert library.merge_stories(late.id, early.id).story.id == early.id
        assert library.story(late.id).story.report_count == 2
        assert len(library.stories()) == 2


def rubbish(title: str, lead: str, number: int) -> list[Report]:
    return [Report(n, f"Outlet {n % 7}", title, lead, published=START + n) for n in range(number)]


_PLAIN = "Heat Dune of “Quote” ‘Single’ Mann opens January 2027 dies $40"
WORDS = [*_PLAIN.split(" "), "\u0301", "\u202e"]
CHANCE = random.Random(1)
HOSTILE = {
    "the same over and over": rubbish(NEWS[0][1], NEWS[0][2], LARGEST + 10),
    "a book for a headline": rubbish(" ".join(CHANCE.choices(WORDS, k=10_000)), "x", 1),
    "soup": rubbish("".join(map(chr, range(0x250, 0x900))), "".join(map(chr, range(0x1F000, 0x1F500))), 9),
    "quotes that never close": rubbish("‘" * 900, "“ ‘ " * 220, 30),
    "capitals": rubbish("A " * 480, "Aa Bb " * 150, 30),
    "nothing": rubbish("", "", 30),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_rubbish_is_grouped_like_anything(name: str) -> None:
    batch = in_order(HOSTILE[name])
    room = Newsroom(Memory())
    room.learn(batch)
    stories = room.stories(room.file(batch, {}))
    by_key = {report.key: report for report in batch}
    for story in stories:
        room.tell([by_key[key] for key in story])
    assert sorted(key for story in stories for key in story) == list(range(len(batch)))
    assert max(map(len, stories)) <= LARGEST


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=200), st.text(max_size=300)), max_size=6))
def test_any_text_at_all_can_be_read(texts: list[tuple[str, str]]) -> None:
    batch = in_order(Report(n, f"O{n % 2}", *text, published=START) for n, text in enumerate(texts))
    room = Newsroom(Memory())
    room.learn(batch)
    filed = room.file(batch, {})
    room.tell(batch) if batch else None
    other = Memory()
    other.add(room.memory.take())
    assert other.whole() == room.memory.whole()
    assert filed.keys() == {report.key for report in batch}
