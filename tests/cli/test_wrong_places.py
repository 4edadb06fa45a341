"""Things that stand where files of ours belong: each is one sentence that says what is there."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import PYTHON, Newsreel


@pytest.mark.parametrize("word", ["list", "feeds", "refresh", "doctor"])
def test_a_folder_in_the_librarys_place_is_called_one(home: Path, word: str) -> None:
    (home / "data/library.db").mkdir(parents=True)
    ran = subprocess.run([*PYTHON, word], capture_output=True, text=True)
    assert (
        ran.returncode,
        "library.db is a folder, where the library belongs" in ran.stdout + ran.stderr,
    ) == (
        1,
        True,
    )


@pytest.mark.parametrize("words", ["list", "feeds", "refresh", "add http://127.0.0.1:1/", ""])
def test_a_folder_that_leads_to_a_disk_that_is_away_is_called_so(home: Path, words: str) -> None:
    """To move it aside, as a file in the way, would begin another library."""
    (home / "data").symlink_to("/media/away")
    ran = subprocess.run(
        [*PYTHON, *words.split()], capture_output=True, text=True, env={**os.environ, "TEXTUAL_DRIVER": ""}
    )
    told = f"{home}/data leads to /media/away, which is not there; bring that back and try again.\n"
    assert (ran.returncode, ran.stdout, ran.stderr) == (1, "", told)


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("file/home", "/file cannot be made (File exists)"),
        ("away", "/away leads to /media/away, which is not there"),
        ("yet/to/be/made", ""),
    ],
)
def test_doctor_tells_where_no_folder_of_ours_can_be_made(
    tmp_path: Path, newsreel: Newsreel, monkeypatch: pytest.MonkeyPatch, place: str, told: str
) -> None:
    """There every other command fails."""
    (tmp_path / "file").touch()
    (tmp_path / "away").symlink_to("/media/away")
    monkeypatch.setenv("NEWSREEL_HOME", str(tmp_path / place))
    ran = newsreel("doctor", "--json")
    said = {each["what"]: each["detail"] for each in ran.json}["folders"]
    assert (ran.code, told in said) == (1 if told else 0, True)
    assert newsreel("list").code == ran.code


@pytest.mark.parametrize(
    "words", ["export opml -o", "export bookmarks --format html -o", "backup", "restore"]
)
def test_a_name_that_no_file_can_have_is_no_fault_of_ours(
    library: Path, newsreel: Newsreel, words: str
) -> None:
    name = f"{library}/{'n' * 300}"
    ran = newsreel(*words.split(), name)
    assert (ran.code, ran.out, ran.err.startswith(f"{name} cannot be "), "went wrong" in ran.err) == (
        1,
        "",
        True,
        False,
    )


def test_doctor_says_what_of_a_folder_cannot_be_looked_at(
    home: Path, newsreel: Newsreel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSREEL_HOME", f"{home}/{'n' * 300}")
    said = [each["detail"] for each in newsreel("doctor", "--json").json]
    assert [line for line in said if "[Errno" in line] == []


def test_a_pipe_in_the_librarys_place_keeps_nobody_waiting(home: Path, newsreel: Newsreel) -> None:
    (home / "data").mkdir()
    os.mkfifo(home / "data/library.db")
    ran = newsreel("list")
    assert (ran.code, ran.err.startswith(f"{home}/data/library.db is no ordinary file")) == (1, True)


def test_a_damaged_library_without_a_copy_names_no_folder_that_is_not_there(
    home: Path, newsreel: Newsreel
) -> None:
    (home / "data").mkdir()
    (home / "data/library.db").write_bytes(b"not a library" * 1000)
    told = [newsreel(word).err for word in ("list", "restore")]
    assert ["backups" in each for each in told] == [False, False]
    assert "`newsreel restore FILE`" in told[1]


def test_where_the_library_is_gone_a_copy_of_it_is_offered(library: Path, newsreel: Newsreel) -> None:
    assert "restore" not in newsreel("list", "is:bookmarked").err
    newsreel("backup")
    (copy,) = (library / "data/backups").iterdir()
    for file in (library / "data").glob("library.db*"):
        file.unlink()
    for words in (["list"], ["feeds"], []):
        told = f"A copy holds 2 feeds ({copy.stem}): `newsreel restore` brings it back.\n"
        assert newsreel(*words).err.endswith(told)
    newsreel("restore")
    assert len(newsreel("feeds", "--json").json) == 2
