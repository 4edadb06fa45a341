"""What a failure's sentence still tells when it is read again."""

from __future__ import annotations

import pytest

from reader.feeds.failures import UNREACHED, from_curl, from_status, is_unreached, refused


@pytest.mark.parametrize(
    "code", [1, 3, 5, 6, 7, 8, 16, 18, 28, 35, 51, 52, 55, 56, 60, 61, 63, 77, 92, 97, 999]
)
def test_a_kept_sentence_tells_whether_the_host_was_reached(code: int) -> None:
    error = from_curl(code, "films.example")
    assert is_unreached(str(error)) == (error.kind in UNREACHED)


def test_an_answer_is_an_answer() -> None:
    told = [
        from_status(500, "films.example"),
        from_status(404, "films.example"),
        refused("films.example"),
        "",
    ]
    assert not any(is_unreached(str(each)) for each in told)
