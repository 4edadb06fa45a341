"""What people and scripts may pass that no one thought of: a sentence each, never a fault of ours."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
from pathlib import Path

import pytest

from reader.library import Library
from tests.cli.conftest import PYTHON, Newsreel

HUGE = str(10**20)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("list", "--limit", HUGE), 2),
        (("list", "--offset", str(2**63 - 1)), 2),
        (("list", "--limit", "1000000000", "--offset", "1000000000"), 0),
        (("show", HUGE), 2),
        (("show", "--", "-1"), 2),
        (("story", HUGE), 2),
        (("pack", "--max-size", HUGE), 2),
        (("list", f"story:{HUGE}"), 0),
        (("list", "before:99999999999d"), 2),
        (("export", "opml", "-o", "/"), 1),
        (("export", "opml", "-o", ""), 1),
        (("import", ""), 1),
        (("import", "~nobody-here/x"), 1),
        (("export", "opml", "-o", "~nobody-here/x"), 2),
        (("export", "articles", "-o", "~nobody-here/x/"), 2),
        (("backup", "~nobody-here/x"), 2),
        (("restore", "~nobody-here/x"), 2),
        (("import", "a\udcffb"), 1),
        (("remove", "\udcff", "--json"), 2),
        (("config", "theme", ""), 2),
    ],
)
def test_an_odd_argument_is_one_sentence(
    library: Path, newsreel: Newsreel, words: tuple[str, ...], code: int
) -> None:
    ran = newsreel(*words)
    assert (ran.code, "Something went wrong" in ran.err) == (code, False)
    assert bool(ran.err.strip()) or code == 0


@pytest.mark.parametrize(
    "words",
    [
        *("list X", "bookmarks X", "bookmark 1 --tag X", "mark read X", "mute X", "follow X", "unfollow X"),
        *("remove X", "refresh X", "export articles X", "story 1 --rename X", "add X", "config theme X"),
        *("pack X", "timeline X", "follow Heat --alias X"),
    ],
)
def test_bytes_that_are_no_text_are_taken_for_no_other_word(library: Path, words: str) -> None:
    """A word of Latin-1 without the letter in it would be muted, marked or followed in its place."""
    asked = [b"na\xefve" if word == "X" else word.encode() for word in words.split()]
    ran = subprocess.run([*map(str.encode, PYTHON), *asked], capture_output=True)
    told = "“na?ve” holds bytes that are no text in UTF-8; type it again in UTF-8.\n"
    assert (ran.returncode, ran.stdout, ran.stderr.decode()) == (2, b"", told)


def test_words_are_read_as_utf8_where_the_locale_says_nothing(library: Path, tmp_path: Path) -> None:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    file = tmp_path / "é.json"
    for words in ("bookmark 1 --tag naïve", "bookmarks naïve --json", f"export bookmarks naïve -o {file}"):
        ran = subprocess.run([*PYTHON, *words.split()], capture_output=True, env={**os.environ, **plain})
        assert ran.returncode == 0
    assert [each["tags"] for each in json.loads(file.read_text("utf-8"))] == [["naïve"]]


@pytest.mark.parametrize("root", [b"~nobody-here/x", b"relative"])
def test_a_home_that_leads_nowhere_is_one_sentence(tmp_path: Path, root: bytes) -> None:
    code = "import os, sys; os.rmdir(os.getcwd()); os.execv(sys.executable, sys.argv[1:])"
    gone = tmp_path / "gone"
    gone.mkdir()
    ran = subprocess.run(
        [PYTHON[0], "-c", code, *PYTHON, "list"],
        capture_output=True,
        text=True,
        cwd=gone,
        env={**os.environb, b"NEWSREEL_HOME": root},
    )
    assert (ran.returncode, ran.stderr.count("\n"), "which leads nowhere" in ran.stderr) == (1, 1, True)


@pytest.mark.parametrize("word", ["paths", "backup", "list", "doctor", "config"])
def test_a_home_of_any_bytes_prints_json(tmp_path: Path, word: str) -> None:
    env = {**os.environb, b"NEWSREEL_HOME": os.fsencode(tmp_path) + b"/h\xff"}
    ran = subprocess.run([*PYTHON, word, "--json"], capture_output=True, env=env)
    assert (ran.returncode, ran.stderr) == (0, b"")
    json.loads(ran.stdout)


@pytest.mark.parametrize("command", ["list", "mark", "stories", "bookmarks", "pack", "export"])
def test_help_says_how_a_value_with_blanks_is_typed(newsreel: Newsreel, command: str) -> None:
    assert 'may be one argument: film:"Heat 2".' in " ".join(newsreel(command, "--help").out.split())


@pytest.mark.parametrize("words", [["restore", ""], ["backup", ""]])
def test_a_name_that_a_script_left_empty_is_no_name_left_out(
    library: Path, newsreel: Newsreel, words: list[str]
) -> None:
    newsreel("backup")
    newsreel("bookmark", "1")
    copies = sorted((library / "data/backups").iterdir())
    ran = newsreel(*words)
    told = "The name of the file is empty, so nothing was done; give one, or none at all.\n"
    assert ran == (2, "", told)
    assert sorted((library / "data/backups").iterdir()) == copies
    assert newsreel("bookmarks", "--json").json != []


def test_a_copy_without_a_name_takes_no_others_place(library: Path, newsreel: Newsreel) -> None:
    """A script makes one before and one after what it does, within a second."""
    made = []
    for note in ("before", "after"):
        newsreel("bookmark", "1", "--note", note)
        made.append(newsreel("backup", "--json").json["file"])
    assert len(set(made)) == 2
    newsreel("restore", made[0])
    assert [each["note"] for each in newsreel("bookmarks", "--json").json] == ["before"]
    newsreel("restore", max(made))
    assert [each["note"] for each in newsreel("bookmarks", "--json").json] == ["after"]


def test_a_command_that_is_offered_can_be_pasted(library: Path, newsreel: Newsreel, tmp_path: Path) -> None:
    copy = tmp_path / "my copy's.db"
    offered = newsreel("backup", str(copy)).out.split("`")[1]
    assert shlex.split(offered) == ["newsreel", "restore", str(copy)]
    assert newsreel(*shlex.split(offered)[1:]).code == 0
    for url in ("https://a.test/feed?a=1&b=2", "https://me:secret@a.test/feed"):
        with Library(library / "data/library.db") as opened:
            feed = opened.subscribe(url, title="A")
        said = newsreel("remove", str(feed.id)).out
        assert "secret" not in said
        assert "***" not in said
        if "&" in url:
            assert shlex.split(said.split("`")[1]) == ["newsreel", "add", url]
