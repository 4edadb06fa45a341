"""Links made absolute."""

from __future__ import annotations

from urllib.parse import urljoin

from hypothesis import given
from hypothesis import strategies as st

from reader.feeds.parse_parts import absolute

BASE = "https://outlet.example/feed/all.xml?x=1"
LETTERS = (*"ab1/?#;:@[]%&=.-_~ é", "//", "..", "http://", "https://h.test")
PIECES = st.lists(st.sampled_from(LETTERS), max_size=8)


@given(PIECES.map("".join))
def test_a_link_is_joined_as_the_standard_library_joins_it(tail: str) -> None:
    link = f"https://film.example{tail}".strip()
    try:
        expected = urljoin(BASE, link)
    except ValueError:
        expected = link
    assert expected == absolute(link, BASE)
