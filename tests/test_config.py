"""Settings: defaults, faults named with their lines, and writing that keeps comments."""

from __future__ import annotations

import stat
import tomllib
from pathlib import Path

import pytest
import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from reader.config import Config, load, parse, settings, write
from reader.errors import ConfigError


def test_a_missing_file_is_all_defaults(tmp_path: Path) -> None:
    assert load(tmp_path / "config.toml") == Config()


def test_values_are_read() -> None:
    text = 'theme = "matinee"\nmeasure = 72\n[keys]\n"app.refresh_all" = "f5"\n'
    assert parse(text) == Config(theme="matinee", measure=72, keys={"app.refresh_all": "f5"})


def test_every_fault_is_named_with_its_line_and_the_nearest_key() -> None:
    text = '# mine\nthem = "noir"\nmeasure = 7\ndensity = "tight"\nauto_refresh = "yes"\n'
    with pytest.raises(ConfigError) as caught:
        parse(text)
    assert str(caught.value) == (
        "config.toml: line 2: unknown key “them”, did you mean “theme”?; "
        "line 3: “measure” is 7; it takes number from 44 to 120; "
        "line 4: “density” is 'tight'; it takes one of comfortable, compact; "
        "line 5: “auto_refresh” is 'yes'; it takes true or false."
    )


def test_broken_toml_is_one_sentence() -> None:
    with pytest.raises(ConfigError) as caught:
        parse("theme = \n")
    assert "is not valid TOML" in str(caught.value)


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
    with pytest.raises(ConfigError):
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
