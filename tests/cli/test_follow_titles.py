"""A query that is followed under a name of one's own, by command, and carried elsewhere."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Newsreel

QUERY = "energy OR title:prices"


def test_a_query_is_named_changed_and_named_no_more(home: Path, newsreel: Newsreel) -> None:
    said = newsreel("follow", QUERY, "--title", "Costs", "--json").json
    assert (said["name"], said["kind"], said["title"]) == (QUERY, "topic", "Costs")
    assert newsreel("following").out.rstrip().endswith(f"Costs · {QUERY}")
    assert newsreel("follow", "costs", "--query", "energy -oil").out.startswith("Following the topic Costs: ")
    assert newsreel("timeline", "Costs").code == 0
    assert [each["name"] for each in newsreel("following", "--json").json] == ["energy -oil"]
    assert newsreel("follow", "Costs", "--title", "", "--json").json["title"] is None
    ran = newsreel("follow", "Heat 2", "--kind", "film", "--title", "Mann’s")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert newsreel("unfollow", "energy -oil").out == "No longer following energy -oil.\n"


def test_the_name_travels(home: Path, newsreel: Newsreel, tmp_path: Path) -> None:
    newsreel("follow", QUERY, "--title", "Costs")
    newsreel("follow", "Heat 2", "--kind", "film")
    file = tmp_path / "all.json"
    newsreel("export", "all", "-o", str(file))
    newsreel("unfollow", "Costs")
    newsreel("import", str(file))
    told = {each["name"]: each["title"] for each in newsreel("following", "--json").json}
    assert told == {QUERY: "Costs", "Heat 2": None}
