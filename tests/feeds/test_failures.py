"""Sentences about failures: each names what tells two feeds apart, and never a secret."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from reader.feeds import failures
from reader.feeds.target import parse

ADDRESS = "http://ana:secret@films.test:8080/news/feed.xml?key=hidden"


@pytest.fixture
def utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "UTC")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (404, "There is nothing at films.test:8080/news/feed.xml (404); check whether the feed has moved."),
        (410, "films.test:8080/news/feed.xml is gone for good (410); it will not be asked again."),
        (
            500,
            "The server of films.test:8080/news/feed.xml has trouble of its own (500). "
            "It will be asked again later.",
        ),
        (
            401,
            "films.test:8080/news/feed.xml does not take the name and password in its address (401); "
            "correct them there.",
        ),
    ],
)  # fmt: skip
def test_a_status_is_told_of_site_and_path(status: int, sentence: str) -> None:
    assert str(failures.from_status(status, parse(ADDRESS))) == sentence


def test_a_password_is_asked_for_only_where_there_is_none() -> None:
    assert str(failures.from_status(401, parse("https://films.test/feed"))) == (
        "films.test/feed asks for a name and a password (401); "
        "put them in the address: https://name:password@films.test/…"
    )


@pytest.mark.parametrize("code", [*failures._CURL, 1000])
def test_no_sentence_holds_a_secret(code: int) -> None:
    told = str(failures.from_curl(code, parse(ADDRESS)))
    assert not {"secret", "hidden", "ana"} & set(told.replace("/", " ").replace("@", " ").split())
    assert told.endswith(".")


def test_what_is_too_large_may_be_a_page() -> None:
    told = str(failures.from_curl(63, parse(ADDRESS)))
    assert told == "What films.test:8080/news/feed.xml sent is too large; it was not read."


def test_a_long_path_is_cut() -> None:
    told = str(failures.from_curl(28, parse(f"https://films.test/{'long/' * 100}")))
    assert (len(told) < 150, told.startswith("films.test/long/long/")) == (True, True)


@pytest.mark.parametrize(
    ("moment", "when"),
    [
        (1_696_950_000 + 600, "15:10"),
        (1_696_950_000 + 541, "15:10"),  # who asks at 15:09 asks too early
        (1_696_950_000 + 86_400, "15:00 on 11 Oct"),
    ],
)
def test_who_asks_to_be_left_alone_says_until_when(utc: None, moment: int, when: str) -> None:
    asked = failures.from_status(429, parse(ADDRESS))
    busy = failures.from_status(503, parse("https://films.test/feed"))
    assert asked is not None
    assert busy is not None
    now = 1_696_950_000
    errors = (asked, failures.held(parse(ADDRESS)), busy)
    assert [str(failures.until(error, moment, now)) for error in errors] == [
        f"films.test asks to be left alone until {when} (429). It will be asked again then.",
        f"films.test asks to be left alone until {when}. It will be asked again then.",
        f"The server of films.test/feed has trouble of its own (503). It asks to be left alone until {when}.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "code", [1, 3, 5, 6, 7, 8, 16, 18, 28, 35, 51, 52, 55, 56, 60, 61, 63, 77, 92, 97, 999]
)
def test_a_kept_sentence_tells_whether_the_host_was_reached(code: int) -> None:
    error = failures.from_curl(code, parse(ADDRESS))
    assert failures.is_unreached(str(error)) == (error.kind in failures.UNREACHED)
    assert failures.of_many(str(error)) == failures._OF_MANY.get(code, "")


def test_an_answer_is_an_answer() -> None:
    told = [
        failures.from_status(500, parse(ADDRESS)),
        failures.from_status(404, parse(ADDRESS)),
        failures.refused(parse(ADDRESS)),
        "",
    ]
    assert not any(failures.is_unreached(str(each)) for each in told)
