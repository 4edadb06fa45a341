"""Which ids newsboat made up, for articles whose feed gives none."""

from __future__ import annotations

import pytest

from reader.feeds.newsboat import own_guid


@pytest.mark.parametrize(
    ("guid", "link", "title", "own"),
    [
        ("g1", "https://a.test/1", "One", "g1"),
        ("https://a.test/1", "https://a.test/1", "One", "https://a.test/1"),
        ("https://a.test/1Tue, 10 Oct 2023 11:00:00 GMT", "https://a.test/1", "One", None),
        ("https://a.test/12", "https://a.test/1", "One", "https://a.test/12"),
        ("One", "", "One", None),
        ("One", "https://a.test/1", "One", "One"),
        ("", "", "", None),
    ],
)
def test_an_id_is_the_feeds_own(guid: str, link: str, title: str, own: str | None) -> None:
    assert own_guid(guid, link, title) == own
