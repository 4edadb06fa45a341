"""An outlet tells one piece of news once: what else it prints in much the same words is another piece."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.stories.report import Report, site_of
from tests.stories.test_grouping import NOW, partition

HOUR = 3600
ONE = Report(
    1, "Marquee", "No Old Show Had More Famous Faces Than This One",
    "Among the many Westerns of the small screen, this classic let a cattle drive meet half of Hollywood: "
    "every week a star of the genre rode in, drank the coffee, and was shot before the ranch came into view. "
    "Its drover became a name of his own.",
    published=NOW, url="https://marquee.test/1",
)  # fmt: skip
OTHER = Report(
    2, "Marquee", "The Western That Has No Story, Just Characters",
    "A classic of the fifties has no plot to speak of, and few of the genre are loved as much: a "
    "sheriff, a drunk and a boy wait in a jail for the men of a rich one. Its director is said to have "
    "thrown the script away on the first day, and to have had them talk.",
    published=NOW + HOUR, url="https://marquee.test/2",
)  # fmt: skip


def test_two_pieces_of_one_outlet_that_share_a_subject_are_two() -> None:
    assert partition([ONE, OTHER]) == [[1], [2]]


def test_as_reports_of_two_outlets_they_may_be_one() -> None:
    elsewhere = replace(OTHER, outlet="Slate", url="https://slate.test/2")
    assert partition([ONE, elsewhere]) == [[1, 2]]


def test_what_an_outlet_prints_again_is_the_same_news() -> None:
    again = replace(ONE, key=3, title=ONE.title.replace("Show", "Series"), published=NOW + 2 * HOUR)
    assert partition([ONE, again]) == [[1, 3]]


def test_a_feed_that_passes_on_what_others_print_tells_news_as_often_as_they_do() -> None:
    passed_on = [
        replace(each, outlet="Western - News", url=f"https://news.google.com/rss/articles/{each.key}")
        for each in (ONE, OTHER)
    ]
    assert partition(passed_on) == [[1, 2]]


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.marquee.test/a?b#c", "marquee.test"),
        ("https://MARQUEE.test", "marquee.test"),
        ("https://news.google.com/rss/articles/1", ""),
        ("https://www.reddit.com/r/movies/1", ""),
        ("https://www.msn.com/en-us/movies/1", ""),
        ("tag:marquee.test,2026:1", ""),
        ("", ""),
    ],
)
def test_the_site_of_a_report(url: str, site: str) -> None:
    assert site == site_of(url)
