"""Settings: defaults, faults named with their lines, and writing that keeps comments."""

from __future__ import annotations

import resource
import stat
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from reader.config import THEMES, Config, FeedConfig, load, parse, read, settings
from reader.config_writing import change, take_back, write
from reader.errors import ConfigError, UsageError


def test_a_missing_file_is_all_defaults(tmp_path: Path) -> None:
    assert load(tmp_path / "config.toml") == Config()


def test_a_mark_that_an_editor_puts_before_the_first_line_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("\ufeffmeasure = 72\n", encoding="utf-8")
    assert load(path) == Config(measure=72)
    write(path, "theme", "matinee")
    assert load(path) == Config(measure=72, theme="matinee")


def test_values_are_read() -> None:
    text = 'theme = "matinee"\nmeasure = 72\n[keys]\n"app.refresh_all" = "f5"\n'
    assert parse(text) == Config(theme="matinee", measure=72, keys={"app.refresh_all": "f5"})


def test_every_fault_is_named_with_its_line_and_the_nearest_key() -> None:
    text = '# mine\nthem = "noir"\nmeasure = 7\ndensity = "tight"\nauto_refresh = "yes"\n'
    with pytest.raises(ConfigError) as caught:
        parse(text)
    assert str(caught.value) == (
        "config.toml: line 2: unknown key “them”, did you mean “theme”?; "
        "line 3: “measure” is 7; it takes a number from 44 to 120; "
        'line 4: “density” is "tight"; it takes one of roomy, comfortable, compact; '
        'line 5: “auto_refresh” is "yes"; it takes true or false.'
    )


def test_a_theme_is_one_there_is() -> None:
    with pytest.raises(ConfigError) as caught:
        parse('theme = "nor"')
    assert str(caught.value) == "config.toml: line 1: there is no theme “nor”, did you mean “nord”?"


def test_the_themes_are_ours_and_those_of_textual_8_2_8() -> None:
    from textual.theme import BUILTIN_THEMES

    from reader.ui.themes import THEMES as OWN

    assert {*(theme.name for theme in OWN), *BUILTIN_THEMES} == set(THEMES)


def test_what_is_right_holds_beside_what_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('measure = 72\nthem = "noir"\n')
    told = f"{path}: line 2: unknown key “them”, did you mean “theme”?"
    assert read(path) == (Config(measure=72), told)
    path.write_text("measure = ")
    broken, told_of = read(path)
    assert (broken, "is not valid TOML" in str(told_of)) == (Config(), True)
    assert read(tmp_path / "none.toml") == (Config(), None)


def test_what_is_set_for_a_feed() -> None:
    text = """[feeds.12]
title = "Variety"
[feeds."https://a.test/feed?x=1"]
folder = "Trade"
full_text = "always"
refresh_minutes = 120
"""
    assert parse(text).feeds == {
        "12": FeedConfig(title="Variety"),
        "https://a.test/feed?x=1": FeedConfig(folder="Trade", full_text="always", refresh_minutes=120),
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("feeds = 3", "line 1: “feeds” is 3; it takes a table."),
        ("[feeds]\n12 = 3", "line 2: “12” is 3; it takes a table with title, folder, full_text, refresh_min"),
        ("[feeds]\nvariety.title = 'V'", "line 2: “variety” is neither the number nor the address of a feed"),
        ("\n[feeds.12]\ntitel = 'V'", "line 3: unknown key “titel”, did you mean “title”?"),
        ("[feeds.12]\ntitle = 3", "line 2: “title” is 3; it takes text in quotes."),
        ("[feeds.12]\nrefresh_minutes = 3", "line 2: “refresh_minutes” is 3; it takes a number from 30 to 1"),
        ("[feeds.12]\nfull_text = true", "line 2: “full_text” is true; it takes auto, always or never."),
        ("theme = 'noir'\n[keys]\n'mark.read' = 3", "line 3: “mark.read” is 3; it takes keys in quotes."),
        ('[folders]\nTrade = "closed"', 'line 2: “Trade” is "closed"; it takes one of folded, open.'),
        ("[keys]\nmark.read = 'x'", 'line 2: “mark” is a table; put the action in quotes: "mark.…" = "x".'),
        ("x = '''\ny = 1\n'''\nmeasure = 2", "line 1: unknown key “x”; line 4: “measure” is 2; it takes a"),
    ],
)
def test_faults_within_tables_have_lines_of_their_own(text: str, told: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse(text)
    assert str(caught.value).startswith(f"config.toml: {told}")


def test_broken_toml_is_one_sentence() -> None:
    with pytest.raises(ConfigError) as caught:
        parse("theme = \n")
    assert "is not valid TOML" in str(caught.value)


@pytest.mark.parametrize("key", ["measure", "nonsense"])
def test_S7_a_number_without_end_is_one_sentence(tmp_path: Path, key: str) -> None:
    with pytest.raises(ConfigError, match="is not valid TOML"):
        parse(f"{key} = {'9' * 5000}")
    with pytest.raises(UsageError):
        write(tmp_path / "config.toml", key, "9" * 5000)


@pytest.mark.parametrize("key", ["browser", "auto_refresh"])
def test_S7_a_value_that_is_no_text_is_one_sentence(tmp_path: Path, key: str) -> None:
    with pytest.raises(UsageError, match="no text"):
        write(tmp_path / "config.toml", key, "\udcff")


def test_bytes_that_are_not_utf8_are_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_bytes(b"theme = '\xff'")
    with pytest.raises(ConfigError):
        load(tmp_path / "config.toml")


def test_writing_keeps_comments_and_is_private(tmp_path: Path) -> None:
    path = tmp_path / "config" / "config.toml"
    path.parent.mkdir()
    path.write_text('# my colours\ntheme = "noir" # dark\n')
    assert write(path, "theme", "matinee") == Config(theme="matinee")
    assert write(path, "measure", "72") == Config(theme="matinee", measure=72)
    assert write(path, "keys.app.quit", "f10").keys == {"app.quit": "f10"}
    assert path.read_text().startswith('# my colours\ntheme = "matinee" # dark\n')
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_wrong_value_is_refused_and_the_file_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('theme = "noir"\n')
    with pytest.raises(UsageError):
        write(path, "measure", "wide")
    assert path.read_text() == 'theme = "noir"\n'


def test_the_table_has_a_sentence_and_a_valid_default_for_each() -> None:
    for setting in settings():
        assert setting.help.endswith((".", '".'))
        assert parse("") == Config()


def _faults(text: str) -> str:
    try:
        parse(text)
    except ConfigError as error:
        return str(error)
    return "config.toml: "


@given(st.text())
def test_any_text_is_settings_or_one_error(text: str) -> None:
    assert _faults(text).startswith("config.toml")


@given(st.sampled_from([s.key for s in settings()]), st.one_of(st.integers(), st.text(), st.booleans()))
def test_any_value_for_a_key_is_taken_or_refused(key: str, value: object) -> None:
    text = tomlkit.dumps({key: value})
    assert key in tomllib.loads(text)
    assert _faults(text) == "config.toml: " or "line 1" in _faults(text)


def test_a_file_that_is_a_link_is_written_where_it_leads(tmp_path: Path) -> None:
    real, path = tmp_path / "dotfiles" / "newsreel.toml", tmp_path / "config" / "config.toml"
    for folder in (real.parent, path.parent):
        folder.mkdir()
    real.write_text("# mine\n")
    path.symlink_to("../dotfiles/newsreel.toml")
    write(path, "theme", "matinee")
    assert (path.is_symlink(), real.read_text()) == (True, '# mine\ntheme = "matinee"\n')
    real.unlink()
    write(path, "theme", "noir")
    assert (path.is_symlink(), real.read_text()) == (True, 'theme = "noir"\n')
    assert list(real.parent.iterdir()) == [real]


def test_of_settings_changed_at_once_none_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "config" / "config.toml"
    chosen = [("theme", "matinee"), ("measure", "72"), ("ascii", "true"), ("images", "off"), ("spacing", "2")]
    program = (
        "import sys, tomlkit; from pathlib import Path; from reader.config_writing import write; "
        "sys.stdin.read(); write(Path(sys.argv[1]), *sys.argv[2:])"
    )
    writers = [
        subprocess.Popen([sys.executable, "-c", program, path, *words], stdin=subprocess.PIPE)
        for words in chosen
    ]
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.close()
    assert [writer.wait() for writer in writers] == [0] * len(chosen)
    assert load(path) == Config(theme="matinee", measure=72, ascii=True, images="off", spacing=2)


def test_a_setting_that_finds_no_room_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    write(path, "theme", "matinee")
    before = path.read_bytes()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (8, limits[1]))
        with pytest.raises(ConfigError, match="File too large"):
            write(path, "measure", "72")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert (list(tmp_path.iterdir()), path.read_bytes()) == ([path], before)


MINE = """# mine
measure   =   72   # wide

# how it looks
theme = "matinee"

# my keys
[keys]
"mark.read" = "X"
"""


@pytest.mark.parametrize(
    ("keys", "value", "old", "new"),
    [
        (("measure",), 100, "=   72   # wide", "=   100   # wide"),
        (("measure",), None, "=   72   # wide", "=   80   # wide"),  # its comment stays
        (("theme",), None, 'theme = "matinee"\n', ""),
        (("ascii",), None, "", ""),
        (("ascii",), True, 'theme = "matinee"\n', 'theme = "matinee"\nascii = true\n'),
        (("keys", "mark.read"), None, '"mark.read" = "X"\n', ""),
        (("feeds", "3", "refresh_minutes"), 90, '"X"\n', '"X"\n\n[feeds.3]\nrefresh_minutes = 90\n'),
    ],
)
def test_a_change_leaves_the_rest_as_it_was_written_and_can_be_taken_back(
    tmp_path: Path, keys: tuple[str, ...], value: object, old: str, new: str
) -> None:
    path = tmp_path / "config.toml"
    path.write_text(MINE)
    done = change(path, keys, value)
    assert (path.read_text(), done.config) == (MINE.replace(old, new, 1) if old else MINE, load(path))
    take_back(path, done)
    assert path.read_text() == MINE


def test_what_another_wrote_meanwhile_stays_when_a_change_is_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("measure = 72\n")
    changes = [change(path, ("measure",), 100), change(path, ("ascii",), True)]
    path.write_text(path.read_text().replace("100", "90") + 'theme = "matinee"\n')
    for done in reversed(changes):
        take_back(path, done)
    assert path.read_text() == 'measure = 72\ntheme = "matinee"\n'


def test_a_value_before_what_looks_like_a_table(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("browser = '''\n[x]\n'''\n[keys]\n")
    write(path, "measure", "72")
    assert load(path) == Config(browser="[x]\n", measure=72)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('feeds.12.title = "V"\nfull_text = "auto"\n', "\n[feeds.3]\nrefresh_minutes = 90\n"),
        ('feeds.3.title = "V"\nfull_text = "auto"\n', 'title = "V"\nfeeds.3.refresh_minutes = 90\n'),
        ('[feeds]\n3 = { title = "V" }\n', '{ title = "V", refresh_minutes = 90}'),
        ('[feeds.3]\ntitle = "V"\n[keys]\n', 'title = "V"\nrefresh_minutes = 90\n[keys]'),
    ],
)
def test_what_is_set_for_one_feed_changes_nothing_else_however_the_file_has_it(
    tmp_path: Path, text: str, written: str
) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text)
    done = change(path, ("feeds", "3", "refresh_minutes"), 90)
    assert written in path.read_text()
    assert (load(path).feeds["3"].refresh_minutes, load(path).full_text) == (90, parse(text).full_text)
    path.write_text(path.read_text() + "# another was here\n")
    take_back(path, done)
    assert {feed: each for feed, each in load(path).feeds.items() if each != FeedConfig()} == parse(
        text
    ).feeds


def test_a_file_to_which_nothing_can_be_added_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('feeds = { 12 = { title = "V" } }\n')
    with pytest.raises(ConfigError, match="only you can change"):
        change(path, ("feeds", "3", "refresh_minutes"), 90)
    assert path.read_text() == 'feeds = { 12 = { title = "V" } }\n'


def test_what_is_wrong_is_put_right_by_a_change_of_it_alone(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("# mine\nmeasure = 7\n")
    with pytest.raises(ConfigError, match="line 2: “measure” is 7"):
        write(path, "theme", "matinee")
    done = change(path, ("measure",), 72)
    assert (done.config, path.read_text()) == (Config(measure=72), "# mine\nmeasure = 72\n")
    take_back(path, done)
    assert path.read_text() == "# mine\nmeasure = 7\n"


def test_a_read_only_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("measure = 72\n")
    path.chmod(0o444)
    with pytest.raises(ConfigError, match="is read-only"):
        write(path, "measure", "100")
    assert (path.read_text(), stat.S_IMODE(path.stat().st_mode)) == ("measure = 72\n", 0o444)
