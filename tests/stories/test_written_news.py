"""News written for these tests, in the manner of many outlets: its films, people, kinds and dates."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reader.stories.filed import Told
from reader.stories.language.tokens import key_of
from reader.stories.memory import Memory
from reader.stories.newsroom import Newsroom
from reader.stories.report import Report, emphases, in_order, lead_of
from reader.text.html import to_document

_NEWS = Path(__file__).parents[1] / "data" / "written_news.jsonl"
ARTICLES: list[dict[str, Any]] = [json.loads(line) for line in _NEWS.read_text("utf-8").splitlines()]


def _report(key: int, article: dict[str, Any]) -> Report:
    document = to_document(article["summary"], base=None)
    return Report(
        key, article["outlet"], article["title"], lead_of("", document), emphases(document),
        tuple(article["categories"]), article["published"], f"https://a.test/{key}",
    )  # fmt: skip


def _library(number: int) -> dict[int, Told]:
    """What is told of each report of one library, story by story."""
    room = Newsroom(Memory())
    mine = [(key, article) for key, article in enumerate(ARTICLES) if article["set"] == number]
    batch = in_order(_report(key, article) for key, article in mine)
    room.learn(batch)
    by_key = {report.key: report for report in batch}
    told: dict[int, Told] = {}
    for story in room.stories(room.file(batch, {})):
        told.update(zip(story, room.tell([by_key[key] for key in story]), strict=True))
    return told


@pytest.mark.parametrize("number", sorted({article["set"] for article in ARTICLES}))
def test_news_is_read_as_it_was_meant(number: int) -> None:
    for key, told in _library(number).items():
        article, claim = ARTICLES[key], told.claim
        found = {
            "films": set(map(key_of, told.films)),
            "people": set(map(key_of, told.people)),
            "beat": told.beat,
            "claim": claim and [claim.date, claim.region, claim.moved_from],
        }
        meant = {
            name: set(map(key_of, article[name])) if name in ("films", "people") else article[name]
            for name in found.keys() & article.keys()
        }
        assert {"title": article["title"], **meant} == {
            "title": article["title"], **{name: found[name] for name in meant}
        }  # fmt: skip
