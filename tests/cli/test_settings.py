"""The settings file as commands meet it: what is wrong is told once, with file, line and the nearest name."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from reader.cli.opening import NO_FEEDS
from reader.cli.settings import read
from reader.library import Library
from reader.ui.app import ReaderApp
from reader.ui.writer import Writer
from tests.cli.conftest import Newsreel


def write(home: Path, text: str) -> Path:
    file = home / "config/config.toml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text)
    return file


def test_a_theme_that_is_none_is_refused_with_the_nearest(home: Path, newsreel: Newsreel) -> None:
    ran = newsreel("config", "theme", "nor")
    assert (ran.code, ran.out, ran.err) == (2, "", "There is no theme “nor”, did you mean “nord”?\n")
    assert newsreel("config", "theme", "dracula").out == "dracula\n"


def test_a_wrong_value_is_wrong_usage_and_names_no_line(home: Path, newsreel: Newsreel) -> None:
    ran = newsreel("config", "measure", "3")
    assert (ran.code, ran.out, ran.err) == (2, "", "“measure” is 3; it takes a number from 44 to 120.\n")
    assert not (home / "config/config.toml").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("keys.mark.reed", "x"), "No action “mark.reed”, did you mean “mark.read”?"),
        (("keys.mark.read", "ctrl+nothing"), "“mark.read”: no key “ctrl+nothing”."),
        (("keys", "x"), "`newsreel config keys.ACTION KEYS` sets the keys of one action; "
         "`newsreel keys` lists them."),
        (("theme.dark", "x"), "“theme” has no parts; `newsreel config theme VALUE` sets it."),
    ],
)  # fmt: skip
def test_a_wrong_key_is_wrong_usage(
    home: Path, newsreel: Newsreel, words: tuple[str, ...], told: str
) -> None:
    ran = newsreel("config", *words)
    assert (ran.code, ran.out, ran.err) == (2, "", f"{told}\n")


def test_a_key_taken_from_another_action_is_a_choice(home: Path, newsreel: Newsreel) -> None:
    assert newsreel("config", "keys.look.density", "b").code == 0
    listed = newsreel("keys")
    assert (listed.code, "line 2: “b” is both look.density and mark.bookmark" in listed.err) == (0, True)
    assert [newsreel(word).code for word in ("config", "doctor")] == [0, 0]


def editor(home: Path, *lines: str) -> str:
    """An editor with a word of its own before the file, that writes these lines into it."""
    script = home / "my editor"
    script.write_text(f"#!/bin/sh\nprintf '%s\\n' {shlex.join(lines)} >> \"$2\"\n")
    script.chmod(0o700)
    return f"{shlex.quote(str(script))} --wait"


@pytest.mark.parametrize(("visual", "chosen"), [("matinee", "matinee"), ("", "dracula")])
def test_the_file_opens_in_the_editor_of_the_environment(
    home: Path, newsreel: Newsreel, monkeypatch: pytest.MonkeyPatch, visual: str, chosen: str
) -> None:
    monkeypatch.setenv("VISUAL", editor(home, f'theme = "{visual}"') if visual else "")
    monkeypatch.setenv("EDITOR", editor(home, f'theme = "{visual or "dracula"}"'))
    assert newsreel("config", "--edit") == (0, "", "")
    assert newsreel("config", "theme").out == f"{chosen}\n"
    assert (home / "config/config.toml").stat().st_mode & 0o777 == 0o600


def test_what_is_wrong_after_the_editor_is_said_at_once(
    home: Path, newsreel: Newsreel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", editor(home, 'them = "noir"'))
    ran = newsreel("config", "--edit")
    assert (ran.code, "line 1: unknown key “them”, did you mean “theme”?" in ran.err) == (1, True)
    for wrong, told in (("/no/editor", "No such file or directory"), ("'", "No closing quotation")):
        monkeypatch.setenv("VISUAL", wrong)
        ran = newsreel("config", "--edit")
        assert (ran.code, told in ran.err, ran.err.count("\n")) == (1, True, 1)
    monkeypatch.setenv("VISUAL", "false")
    assert "“false” ended with 1" in newsreel("config", "--edit").err
    assert newsreel("config", "theme", "--edit").code == 2


def test_per_feed_settings_are_pointed_to_the_file(home: Path, newsreel: Newsreel) -> None:
    ran = newsreel("config", "feeds.12.title", "Variety")
    assert (ran.code, "[feeds.NUMBER]" in ran.err) == (2, True)


def test_wrong_keys_are_told_with_file_and_line_and_the_rest_is_listed(
    home: Path, newsreel: Newsreel
) -> None:
    file = write(home, 'theme = "noir"\n[keys]\n"look.zen" = "Z"\n"mark.reed" = "x"\n')
    told = f"{file}: line 4: no action “mark.reed”, did you mean “mark.read”?\n"
    listed = newsreel("keys", "--json")
    assert (listed.code, listed.err) == (1, told)
    assert {each["id"]: each["keys"] for each in listed.json}["look.zen"] == ["Z"]
    assert (newsreel("keys").code, newsreel("keys", "--preset", "vim").code) == (1, 0)
    assert [(ran.code, ran.err) for ran in (newsreel("config"), newsreel("list"))] == [
        (1, told),
        (0, f"{told}{NO_FEEDS}\n"),
    ]
    assert newsreel("doctor").code == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('\nthem = "noir"\n', "line 2: unknown key “them”, did you mean “theme”?"),
        ("theme = \n", "is not valid TOML: Invalid value (at line 1, column 9). Correct that line."),
        ('theme = "nor"', "line 1: there is no theme “nor”, did you mean “nord”?"),
    ],
)
def test_a_wrong_file_is_told_by_commands_that_do_without_it(
    library: Path, newsreel: Newsreel, text: str, told: str
) -> None:
    file = write(library, text)
    listed = newsreel("list", "--json")
    assert (listed.code, len(listed.json)) == (0, 3)
    assert (listed.err.startswith(str(file)), listed.err.endswith(f"{told}\n"), listed.err.count("\n")) == (
        True,
        True,
        1,
    )
    assert [newsreel(*words).code for words in (("feeds",), ("show", "1"), ("config",), ("keys",))] == [
        0,
        0,
        1,
        1,
    ]


def test_what_is_set_for_one_feed_holds_at_once(library: Path, newsreel: Newsreel) -> None:
    first, second = newsreel("feeds", "--json").json
    write(
        library,
        f'[feeds.{first["id"]}]\ntitle = "Backlot Daily"\nfolder = "Morning"\nfull_text = "always"\n'
        f'[feeds."{second["url"]}"]\nfolder = ""\ntitle = "Slate"\n[feeds.99]\ntitle = "Nobody"\n',
    )
    found = {each["id"]: (each["title"], each["folder"]) for each in newsreel("feeds", "--json").json}
    assert found == {first["id"]: ("Backlot Daily", "Morning"), second["id"]: ("Slate", None)}
    assert len(newsreel("list", "folder:Morning", "--json").json) == 3
    shown = newsreel("config", "feeds").out
    assert shown == (
        f"{first['id']} = title Backlot Daily, folder Morning, full_text always; "
        f"{second['url']} = title Slate, folder ; 99 = title Nobody\n"
    )
    written = newsreel("config", "feeds", "--json").json["value"]["99"]
    assert written == {"title": "Nobody", "folder": None, "full_text": None, "refresh_minutes": None}


def test_doctor_names_what_is_set_for_a_feed_that_is_none(library: Path, newsreel: Newsreel) -> None:
    wish = 'full_text = "always"\n'
    file = write(library, f'[feeds."https://backlot.test/feed"]\n{wish}')

    def told() -> str:
        return next(
            each["detail"] for each in newsreel("doctor", "--json").json if each["what"] == "settings"
        )

    assert told() == str(file)
    write(library, f'{file.read_text()}[feeds."https://backlot.test/fed"]\n{wish}')
    said = "what is set for https://backlot.test/fed holds for no feed that is followed"
    assert told() == f"{file}; {said}"


def test_a_value_of_brackets_without_end_is_a_wrong_one(home: Path, newsreel: Newsreel) -> None:
    ran = newsreel("config", "measure", "[" * 5000)
    assert (ran.code, ran.err.rpartition("; ")[2]) == (2, "it takes a number from 44 to 120.\n")


async def test_the_reader_opens_and_says_what_is_wrong(library: Path) -> None:
    file = write(library, 'ascii = true\nauto_refresh = false\ntheme = "nor"\n')
    config, wrong = read(file)
    writer = Writer()
    with Library(library / "data/library.db") as opened:
        app = ReaderApp(opened, config, writer, wrong=wrong)
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            await app.workers.wait_for_complete()
            assert (app.theme, config.ascii, app.main_screen.status.text) == ("noir", True, wrong)
        writer.close()
