"""The built-in outlets are those the survey found sound."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from reader.feeds.opml import feed_url
from reader.feeds.outlets import outlets

NAMED = {
    "Deadline", "Variety", "The Hollywood Reporter", "IndieWire", "/Film", "GamesRadar+", "Little White Lies",
    "Sight and Sound",
}  # fmt: skip
DOUBTED = re.compile(r"DOUBTFUL|REJECT|check liveness|inferred|timed out|reddit", re.I)


def test_three_groups_in_order_with_about_twenty_of_thirty_four_ticked() -> None:
    listed = outlets()
    groups = list(dict.fromkeys(outlet.group for outlet in listed))
    assert groups == ["trade", "news", "magazines"]
    assert [outlet.group for outlet in listed] == sorted((o.group for o in listed), key=groups.index)
    assert (len(listed), sum(outlet.ticked for outlet in listed)) == (34, 20)


def test_no_outlet_is_listed_twice_and_every_address_is_one() -> None:
    listed = outlets()
    assert len({outlet.name for outlet in listed}) == len({outlet.url for outlet in listed}) == len(listed)
    assert [outlet.url for outlet in listed if feed_url(outlet.url) != outlet.url] == []


def test_those_the_welcome_screen_shows_are_ticked() -> None:
    assert {outlet.name for outlet in outlets() if outlet.ticked} >= NAMED


def test_only_sound_rows_of_the_survey(shared: Path) -> None:
    with (shared / "corpora" / "film_feeds.tsv").open(newline="") as file:
        rows = {row["url"]: " ".join(map(str, row.values())) for row in csv.DictReader(file, delimiter="\t")}
    assert [outlet.url for outlet in outlets() if outlet.url not in rows] == []
    assert [outlet.name for outlet in outlets() if DOUBTED.search(rows[outlet.url])] == []
