"""`paths`, `config`, `keys`, `completion`, and how the process itself behaves."""

from __future__ import annotations

import json
import os
import pty
import shlex
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from reader.cli.checks import checks
from reader.cli.main import COMMANDS
from reader.cli.output import age, fit
from reader.library import Library
from reader.paths import Paths, find
from reader.text.render import cells
from reader.ui.actions import ACTIONS
from tests.cli.conftest import NOW, PYTHON, Newsreel, on_a_terminal
from tests.server import Reply, Server


def test_paths(home: Path, newsreel: Newsreel) -> None:
    found = newsreel("paths", "--json").json
    assert (found["config_file"], found["library"]) == (
        str(home / "config/config.toml"),
        str(home / "data/library.db"),
    )
    assert newsreel("paths").out.splitlines()[0] == f"config       {home}/config"


def test_config_shows_sets_and_refuses(home: Path, newsreel: Newsreel) -> None:
    assert newsreel("config", "measure").out == "80\n"
    assert newsreel("config", "measure", "72").out == "72\n"
    assert newsreel("config", "measure", "--json").json["value"] == 72
    assert newsreel("config", "keys.mark.read", "R").code == 0
    wrong = newsreel("config", "measure", "7")
    assert (wrong.code, wrong.out) == (2, "")
    unknown = newsreel("config", "measur")
    assert (unknown.code, unknown.err) == (2, "There is no setting “measur”; did you mean “measure”?\n")
    named = {"key", "type", "default", "help", "choices", "least", "most", "value"}
    assert named == set(newsreel("config", "--json").json[0])


def test_a_broken_config_is_named_with_its_line(home: Path, newsreel: Newsreel) -> None:
    (home / "config").mkdir()
    (home / "config/config.toml").write_text("\nthem = 'noir'\n")
    ran = newsreel("config")
    assert (ran.code, ran.out) == (1, "")
    assert "line 2: unknown key “them”, did you mean “theme”?" in ran.err


def test_keys(home: Path, newsreel: Newsreel) -> None:
    found = {each["id"]: each["keys"] for each in newsreel("keys", "--json").json}
    assert found["mark.read"] == ["m"]
    assert {name: bool(keys) for name, keys in found.items()} == {
        action.id: bool(action.keys) for action in ACTIONS
    }
    assert any("Mark read or unread." in line for line in newsreel("keys").out.splitlines())
    assert newsreel("keys", "--preset", "vim").code == 0


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_completion(home: Path, newsreel: Newsreel, shell: str) -> None:
    assert "_NEWSREEL_COMPLETE" in newsreel("completion", shell).out


def test_completing_a_command(home: Path) -> None:
    asked = {"_NEWSREEL_COMPLETE": "zsh_complete", "COMP_WORDS": "newsreel boo", "COMP_CWORD": "1"}
    found = subprocess.run(PYTHON, capture_output=True, text=True, env=os.environ | asked, check=False)
    assert [line for line in found.stdout.splitlines() if line.startswith("bookmark")] == [
        "bookmark",
        "bookmarks",
    ]


COMPLETED = {
    "refresh --": ["--again", "--force", "--help", "--json"],
    "config imag": ["images", "images_protocol"],
    "config images ": ["all", "lead", "off"],
    "config ascii ": ["false", "true"],
    "config theme no": ["noir", "nord"],
    "config keys.mark.b": ["keys.mark.bookmark"],
    "config nonsense ": [],
    "import t": ["two words"],
    "restore t": ["two words"],
    "backup t": ["two words"],
    "export opml -o t": ["two words"],
}


@pytest.mark.parametrize("line", COMPLETED)
def test_bash_completes_options_settings_and_files(home: Path, newsreel: Newsreel, line: str) -> None:
    """As readline does it: what the script names, else the files, where it says so."""
    (home / "two words").touch()
    (home / "newsreel").write_text(f'#!/bin/sh\nexec {shlex.join(PYTHON)} "$@"\n')
    (home / "newsreel").chmod(0o700)
    asking = """
        eval "$SCRIPT"; compopt() { offered=$2; }
        COMP_WORDS=(newsreel $LINE_); [[ $LINE_ == *" " ]] && COMP_WORDS+=("")
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _newsreel_completion newsreel "${COMP_WORDS[-1]}" ""
        [[ $offered == default ]] && mapfile -t COMPREPLY < <(compgen -f -- "${COMP_WORDS[-1]}")
        printf '%s\\n' "${COMPREPLY[@]}"
    """
    env = os.environ | {"SCRIPT": newsreel("completion", "bash").out, "LINE_": line}
    env["PATH"] = f"{home}{os.pathsep}{env['PATH']}"
    ran = subprocess.run(
        ["bash", "-c", asking], capture_output=True, text=True, env=env, cwd=home, check=False
    )
    assert (sorted(ran.stdout.split("\n")[:-1]), ran.stderr) == (COMPLETED[line] or [""], "")


def test_fish_is_told_the_whole_help(home: Path, newsreel: Newsreel) -> None:
    script = newsreel("completion", "fish").out
    assert "string split -m1 ',' $completion" in script


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(home: Path, newsreel: Newsreel, command: str) -> None:
    ran = newsreel(command, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"Usage: newsreel {command}")


def test_the_help_lists_every_command_and_the_version_is_told(home: Path, newsreel: Newsreel) -> None:
    out = newsreel("--help").out
    assert [name for name in COMMANDS if f"\n  {name} " not in out] == []
    assert newsreel("--version").out.startswith("newsreel, version ")


def test_a_library_that_is_none_is_left_alone(home: Path, newsreel: Newsreel) -> None:
    (home / "data").mkdir()
    file = home / "data/library.db"
    file.write_bytes(b"not a database" * 100)
    ran = newsreel("list")
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (1, "", 1)
    assert file.read_bytes() == b"not a database" * 100


def test_a_reader_that_leaves_early_is_no_error(library: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    ran = subprocess.run([*PYTHON, "outlets"], stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_an_interrupt_ends_it_quietly(
    home: Path, newsreel: Newsreel, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_most: int) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=SimpleNamespace(read=interrupted)))
    assert newsreel("import", "-") == (130, "", "")


def test_a_newer_library_is_refused_in_one_sentence(library: Path, newsreel: Newsreel) -> None:
    with (library / "data/library.db").open("r+b") as file:
        file.seek(60)  # user_version in the header
        file.write((99).to_bytes(4, "big"))
    ran = newsreel("list")
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (1, "", 1)
    assert "newer Newsreel" in ran.err


def test_the_refresh_is_reached_without_click_or_textual(home: Path) -> None:
    code = (
        "import sys; sys.argv = ['newsreel', 'refresh', '--json']; import reader.__main__ as m; m.main();"
        "print(sorted({'click', 'textual', 'rich', 'msgspec', 'apsw'} & set(sys.modules)), file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, stdin=subprocess.DEVNULL
    )
    assert ran.stderr.splitlines()[-1] == "[]"
    assert [json.loads(line)["event"] for line in ran.stdout.splitlines()] == ["start", "done"]


def test_on_a_terminal_lines_fit(library: Path) -> None:
    lines = on_a_terminal("list", columns=44).splitlines()
    assert lines[0] == "3  ●  1 h  The Backlot  Mann says Heat 2 is…"
    assert max(map(cells, lines)) <= 44


def test_a_dumb_terminal_gets_the_unread_list(library: Path) -> None:
    lines = on_a_terminal(columns=80, term="dumb").splitlines()
    assert [line[0] for line in lines] == ["3", "2", "1"]


@pytest.mark.parametrize("words", ["", "demo"])
@pytest.mark.parametrize("other", ["0<&-", "0</dev/null", "2>/dev/null", "2>&-"])
def test_where_no_key_can_be_typed_or_no_screen_be_seen_the_unread_are_listed(
    library: Path, other: str, words: str
) -> None:
    ours, theirs = pty.openpty()
    typed = ["sh", "-c", f'exec "$@" {other}', "sh", *PYTHON, *words.split()]
    env = os.environ | {"TERM": "xterm", "PYTHONUTF8": "1"}
    with subprocess.Popen(typed, stdin=theirs, stdout=theirs, stderr=theirs, env=env) as process:
        os.close(theirs)
        try:
            assert process.wait(30) == 0
            assert ("Box Tally" if words else "The Backlot") in os.read(ours, 65536).decode()
        finally:
            process.kill()
            os.close(ours)


@pytest.mark.parametrize(("term", "written_over"), [("dumb", False), ("xterm", True)])
def test_progress_is_told_where_a_terminal_can_write_over_it(
    home: Path, newsreel: Newsreel, term: str, written_over: bool
) -> None:
    newsreel("config", "allow_private", "true")
    find().create()
    with Server() as server:
        server.add(
            "/feed", Reply(b"<rss version='2.0'><channel><item><title>A</title></item></channel></rss>")
        )
        with Library(find().library) as library:
            library.subscribe(server.url("/feed"))
        said = on_a_terminal("refresh", columns=80, term=term)
    assert (said.endswith("1 feed asked: 1 new article.\n"), "\x1b" in said) == (True, written_over)


@pytest.mark.parametrize(
    ("names", "told"), [("a", "1 of 1 fail: http://a.invalid/"), ("ab", "it is the network")]
)
def test_doctor_blames_the_network_for_no_single_outlet(
    home: Path, newsreel: Newsreel, names: str, told: str
) -> None:
    find().create()
    with Library(find().library) as library:
        for name in names:
            library.subscribe(f"http://{name}.invalid/")
    newsreel("refresh")
    assert told in newsreel("doctor").out


def test_the_sample_reel_is_listed_on_a_dumb_terminal(home: Path) -> None:
    listed = on_a_terminal("demo", columns=80, term="dumb")
    assert ("Box Tally" in listed, "\x1b" in listed) == (True, False)


@pytest.mark.parametrize(
    ("text", "size", "cut"),
    [
        ("short", 8, "short"),
        ("a headline that is long", 12, "a headline…"),
        ("incomprehensibilities", 8, "incompr…"),
        ("日本映画の話", 6, "日本…"),
        ("x", 0, "…"),
    ],
)
def test_fit(text: str, size: int, cut: str) -> None:
    assert fit(text, size) == cut


@pytest.mark.parametrize(
    ("back", "said"),
    [
        (0, "0 min"),
        (3599, "59 min"),
        (5 * 3600, "5 h"),
        (2 * 86400, "Sun"),
        (20 * 86400, "20 Sep"),
        (300 * 86400, "14 Dec 2022"),
    ],
)
def test_age(home: Path, back: int, said: str) -> None:
    assert age(NOW - back, NOW) == said


def test_text_is_clean_wherever_it_came_from(library: Path, newsreel: Newsreel) -> None:
    newsreel("bookmark", "3", "--note", "a\x1b[31mred\x07")
    for words in (
        ("bookmarks",),
        ("show", "3"),
        ("show", "\x1b[31m"),
        ("list", "(\x1b[31m OR"),
        ("remove", "\x1b]0;x\x07"),
    ):
        ran = newsreel(*words)
        assert "\x1b" not in ran.out + ran.err
        assert "\x07" not in ran.out + ran.err


def test_doctor_calls_nothing_a_fault_that_is_a_choice_or_that_time_brings(
    library: Path, newsreel: Newsreel
) -> None:
    newsreel("config", "allow_private", "true")
    ran = newsreel("doctor", "--json")
    told = {each["what"]: each["detail"] for each in ran.json}
    assert (ran.code, {each["ok"] for each in ran.json}) == (0, {True})
    assert "`newsreel config allow_private false` turns it off" in told["settings"]
    assert told["backups"] == "none yet; the next `newsreel refresh` makes one"
    assert newsreel("doctor").err == "Everything is in order.\n"


def test_S10_doctor_takes_any_name_among_the_backups(tmp_path: Path) -> None:
    paths = Paths(*(tmp_path / name for name in ("config", "data", "cache", "state")))
    paths.backups.mkdir(parents=True)
    (paths.backups / "abcd-99-99.db").write_bytes(b"")
    looked = dict(checks(paths))["backups"]()
    assert looked.startswith("1, the newest of abcd-99-99")
