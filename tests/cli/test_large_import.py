"""Ten thousand feeds at once: one transaction, all or nothing, and soon done."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.library import Library
from tests.cli.conftest import NOW, Newsreel

MANY = 10_000


def test_ten_thousand_feeds_come_in_one_go(home: Path, newsreel: Newsreel, tmp_path: Path) -> None:
    file = tmp_path / "urls"
    rows = "".join(f'https://a{n % 900}.test/{n} "Folder {n % 30}" "~Feed {n}"\n' for n in range(MANY))
    file.write_text(f"{rows}exec:x\n")
    began = time.process_time()
    ran = newsreel("import", str(file))
    assert (ran.out, ran.err.splitlines()[0]) == (
        f"{MANY} feeds added, 0 already there, 1 skipped.\n",
        f"Skipped line {MANY + 1}, exec:x: runs a command, which Newsreel never does",
    )
    assert newsreel("import", str(file)).out == f"0 feeds added, {MANY} already there, 1 skipped.\n"
    assert time.process_time() - began < 10  # a transaction each took 17


def test_a_list_comes_whole_or_not_at_all(library: Path) -> None:
    def broken() -> Iterator[tuple[str, str | None, str | None, str | None]]:
        yield "https://new.test/feed", None, "Fresh", None
        raise KeyboardInterrupt

    with Library(library / "data/library.db", clock=lambda: NOW) as opened:
        before = opened.feeds()
        with pytest.raises(KeyboardInterrupt):
            opened.subscribe_all(broken())
        assert (opened.feeds(), opened.folders()) == (before, ["Trade"])


def test_a_feed_left_comes_back_with_its_marks_and_one_followed_keeps_its_title(library: Path) -> None:
    with Library(library / "data/library.db", clock=lambda: NOW) as opened:
        trade, slate = opened.feeds()
        read = opened.mark([1], read=True)
        opened.unsubscribe(trade.id)
        rows = [
            (trade.url, "Again", "Back", None),
            (slate.url, "Other", "Else", "https://else.test/"),
            ("https://new.test/", None, None, None),
        ]
        added, already = opened.subscribe_all(rows)
        back = opened.feed(trade.id)
        assert (read, added[0], already, back.title, back.folder, back.unread) == (
            [1],
            trade.id,
            [slate.id],
            "Again",
            "Back",
            2,
        )
        assert (opened.feed(slate.id).title, opened.feed(slate.id).site_url) == ("Slate Line", None)
