"""A password in an address is kept, goes where it must, and is shown nowhere."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from reader.addresses import masked
from reader.library import Library
from tests.cli.conftest import PYTHON, Newsreel
from tests.server import Asked, Reply, Server

ITEM = b"<item><guid>1</guid><title>One</title></item>"
FEED = b"<rss version='2.0'><channel><title></title>" + ITEM + b"</channel></rss>"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://ana:pw@films.test/feed", "https://ana:***@films.test/feed"),
        ("http://ana:p@w:d@films.test", "http://ana:***@films.test"),
        ("read http://:pw@a.test/x and https://b.test:80/y@z", "read http://:***@a.test/x and https://b.test:80/y@z"),
        ("mail ana@films.test about 12:30@noon", "mail ana@films.test about 12:30@noon"),
    ],
)  # fmt: skip
def test_masked(text: str, shown: str) -> None:
    assert masked(text) == shown


def test_a_password_is_shown_nowhere_and_exported(home: Path, newsreel: Newsreel, tmp_path: Path) -> None:
    seen: list[str] = []

    def ask(asked: Asked) -> Reply:
        seen.append(asked.headers.get("authorization", ""))
        return Reply(FEED) if seen[-1] else Reply(status=401)

    with Server() as server:
        address = server.add("/feed", ask).replace("http://", "http://ana:secret@")
        env = os.environ | {"PYTHONUTF8": "1"}
        told = ""
        for words in (
            ("add", address, "--allow-private", "--json"),
            ("feeds",),
            ("feeds", "--json"),
            ("list", "--json"),
            ("refresh", "--force", "--json"),
            ("refresh", "--force"),
            ("show", "1", "--json"),
            ("add", address.replace("/feed", "/none"), "--allow-private"),
            ("show", address),
            ("remove", "nobody-" + address),
            ("doctor",),
        ):
            ran = subprocess.run([*PYTHON, *words], capture_output=True, text=True, env=env)
            told += ran.stdout + ran.stderr
    assert ("secret" in told, "ana:***@" in told, all(seen)) == (False, True, True)
    shown = newsreel("feeds", "--json").json[0]["url"]
    assert newsreel("export", "opml", "-o", str(tmp_path / "x.opml")).code == 0
    assert (tmp_path / "x.opml").stat().st_mode & 0o077 == 0
    assert newsreel("remove", shown).code == 0
    again = newsreel("import", str(tmp_path / "x.opml"), "--json")
    assert "secret" not in again.out
    with Library(home / "data/library.db") as library:
        assert [feed.url for feed in library.feeds()] == [address]
