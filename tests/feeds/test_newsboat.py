"""What is a `urls` file, and which ids newsboat made up, for articles whose feed gives none."""

from __future__ import annotations

import pytest

from reader.feeds.newsboat import looks_like, own_guid


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


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_file_is_known_by_its_first_address_behind_however_many_remarks(end: str) -> None:
    remarks = f"# https://a.test/former{end}  {end}" * 1000
    found = [looks_like(f"{remarks}{last}{end}".encode()) for last in ("https://a.test/feed", "a.test/feed")]
    assert found == [True, False]
