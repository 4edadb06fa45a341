"""What the reel holds: enough of it, well formed, in its own words, unread as a morning's news should be."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from xml.etree import ElementTree

import pytest

from reader.demo.outlets import END, OUTLETS, Outlet
from reader.demo.reel import Article, articles, body_html, plain

ALL = [one for outlet in OUTLETS for one in articles(outlet.slug)]
PATHS = {one.path for one in ALL}
EACH = pytest.mark.parametrize("one", ALL, ids=lambda one: one.path)


def fresh(outlet: Outlet) -> list[Article]:
    """What a first fetch leaves unread: at most the newest ten of the last three days."""
    return [one for one in articles(outlet.slug)[:10] if one.date > END - timedelta(days=3)]


def test_there_is_enough_of_it() -> None:
    assert len(OUTLETS) >= 8
    assert len(ALL) >= 120
    reel = files("reader.demo").joinpath("reel").iterdir()
    assert {f"{outlet.slug}.toml" for outlet in OUTLETS} == {file.name for file in reel}


def test_it_spans_months_and_ends_on_its_last_day() -> None:
    assert min(one.date for one in ALL).strftime("%Y-%m") == "2023-06"
    assert max(one.date for one in ALL) <= END
    assert max(one.date for one in ALL).date() == END.date()
    assert {one.date.month for one in ALL} == {6, 7, 8, 9, 10}
    assert {one.date.tzinfo for one in ALL} == {UTC}


def test_the_first_screen_is_a_mornings_news() -> None:
    days = Counter(one.date.date() for outlet in OUTLETS for one in fresh(outlet))
    assert 30 <= sum(days.values()) <= 45
    assert all(days[END.date() - timedelta(days=back)] >= 5 for back in range(3))
    assert all(len(fresh(outlet)) >= 2 for outlet in OUTLETS)


def test_heat_2_is_reported_as_it_unfolded() -> None:
    start, end = datetime(2023, 10, 10, tzinfo=UTC), datetime(2023, 10, 12, tzinfo=UTC)
    story = [one for one in ALL if "Heat 2" in one.tags and start <= one.date < end]
    assert len({one.outlet for one in story}) >= 5
    first = min(story, key=lambda one: one.date)
    assert (first.outlet, first.slug) == ("backlot", "mann-heat-2-next")
    full = {outlet.slug for outlet in OUTLETS if outlet.full}
    assert {one.outlet in full for one in story} == {True, False}
    assert "August 9, 2022" in plain(first.html)
    assert "Meg Gardiner" in plain(first.html)


def test_nobody_real_is_quoted() -> None:
    # Words in quotation marks stand for speech where a saying word is beside them and Mann is the speaker.
    for one in ALL:
        assert not re.search(r"Mann (?:said|says|told \w+)[:,] “", plain(one.html)), one.path


def test_slugs_are_used_once() -> None:
    assert len({one.slug for one in ALL}) == len(ALL)


def test_no_body_is_there_twice() -> None:
    assert len({plain(one.html) for one in ALL}) == len(ALL)
    # Slate Line is a wire: what it prints by arrangement is another's, and says so.
    own = [one for one in ALL if "by arrangement" not in one.html]
    paragraphs = Counter(part for one in own for part in one.html.split("\n") if len(part) > 120)
    assert {one.outlet for one in ALL if one not in own} == {"slate"}
    assert [part for part, times in paragraphs.items() if times > 1] == []


def test_nothing_is_left_to_be_written() -> None:
    for one in ALL:
        assert not re.search(r"lorem|ipsum|todo|tbd|xxx|\bfoo\b", f"{one.title} {one.html}", re.IGNORECASE)


@EACH
def test_each_is_well_formed(one: Article) -> None:
    ElementTree.fromstring(f"<div>{one.html}</div>")  # our own text
    assert "*" not in one.html
    assert one.title == one.title.strip()
    assert one.summary
    assert 55 <= len(plain(one.html).split()) <= 700


@EACH
def test_each_link_stays_on_the_reel(one: Article) -> None:
    trailers = {f"/trailers/{other.slug}" for other in ALL if other.trailer}
    pictures = {f"/pictures/{file.name}" for file in files("reader.demo").joinpath("pictures").iterdir()}
    linked = set(re.findall(r'(?:href|src)="([^"]*)"', one.html))
    assert linked <= PATHS | trailers | pictures
    assert one.picture_path in pictures | {None}


def test_the_odd_things_are_there() -> None:
    everything = " ".join(f"{one.title} {one.html}" for one in ALL)
    for odd in (
        *(
            '<ol start="7">',
            "<blockquote>",
            "<table>",
            "<caption>",
            "<figcaption>",
            "<sup>",
            "<iframe ",
            "<hr/>",
        ),
        *("千の窓", "شیرین", "🔥", "Łódź", "ø", "é", "“", "&amp;"),
    ):
        assert odd in everything, odd
    assert sum(one.trailer for one in ALL) >= 3
    assert sum(one.audio for one in ALL) == 1


def test_marks_of_a_body() -> None:
    assert body_html("A *b c* d.\n\n<p>x</p>\n\n<strong>y</strong> [z](a/b)") == (
        '<p>A <em>b c</em> d.</p>\n<p>x</p>\n<p><strong>y</strong> <a href="/a/b">z</a></p>'
    )
