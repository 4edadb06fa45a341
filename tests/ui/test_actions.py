"""The table of actions and the keymaps made from it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from reader.ui.actions import ACTIONS, BY_ID, FOCUSES, HINTS, PRESETS
from reader.ui.keymap import Keymap, KeyReader, shown


@pytest.mark.parametrize("preset", PRESETS)
def test_no_two_actions_share_a_key_in_one_focus(preset: str) -> None:
    assert Keymap(preset).faults == []


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_names_actions_there_are_and_leaves_every_one_a_key_but_sections(preset: str) -> None:
    assert set() == set(PRESETS[preset]) - set(BY_ID)
    without = {action.id for action in ACTIONS if not Keymap(preset).keys(action.id)}
    unbound = {"section.go", "app.messages", "mark.mute", "mark.mutes", "feed.choose"}
    assert without <= {*unbound, "list.unread_only", "sidebar.unread_only", "sidebar.fold_all"}


def test_ids_are_unique_and_hints_can_be_pressed_where_they_are_shown() -> None:
    assert len(ACTIONS) == len(BY_ID)
    for focus in FOCUSES:
        assert all(focus in BY_ID[action_id].where for action_id in HINTS[focus])


def test_the_table_is_read_without_textual() -> None:
    code = (
        "import reader.ui.actions, reader.ui.keymap, sys; print([m for m in sys.modules if 'textual' in m])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_wrong_choices_are_named_and_the_rest_holds() -> None:
    keymap = Keymap("default", {"mark.rea": "x", "mark.read": "ctrl+nothing", "look.zen": "Z"})
    assert (keymap.faults) == [
        "no action “mark.rea”, did you mean “mark.read”?",
        "“mark.read”: no key “ctrl+nothing”",
    ]
    assert (keymap.keys("mark.read"), keymap.keys("look.zen")) == (("m",), ("Z",))


def test_a_chosen_key_wins_over_the_presets_and_the_clash_is_told() -> None:
    keymap = Keymap("default", {"look.density": "b"})
    assert keymap.table("list")[("b",)] == "look.density"
    assert "“b” is both look.density and mark.bookmark in the list" in keymap.faults


def test_a_key_that_begins_a_longer_one_is_a_clash() -> None:
    assert Keymap("default", {"look.zen": "g"}).faults == [
        f"“gg” is both look.zen and move.top in the {focus}"
        for focus in ("list", "sidebar", "article", "bookmarks")
    ]


def test_keys_apart_by_commas_or_spaces() -> None:
    assert Keymap("default", {"refresh.all": "ctrl+r,f5"}).keys("refresh.all") == ("ctrl+r", "f5")
    assert Keymap("default", {"refresh.all": "comma x"}).keys("refresh.all") == (",", "x")


def test_people_read_names_and_arrows() -> None:
    assert [
        shown(strokes)
        for strokes in (
            ("j",), ("down",), ("g", "g"), ("pagedown",), ("shift+tab",), ("escape",), ("comma",)
        )
    ] == ["j", "↓", "gg", "PgDn", "shift+Tab", "Esc", ","]  # fmt: skip


def read(preset: str, typed: str, focus: str = "list") -> list[tuple[str, int | None]]:
    reader = KeyReader(Keymap(preset))
    return [found for stroke in typed.split() if (found := reader.read(stroke, focus))]  # type: ignore[arg-type]


def test_sequences() -> None:
    assert read("default", "g g G") == [("move.top", None), ("move.bottom", None)]
    assert read("default", "g j") == [("move.down", None)]
    assert read("default", "g escape") == []
    assert read("vim", "Z Z") == [("app.quit", None)]


def test_digits_are_sections_in_lists_and_links_in_the_article() -> None:
    assert read("default", "3") == [("section.go", 3)]
    assert read("default", "3", "article") == [("link.go", 3)]


def test_counts_in_vim_and_newsboat() -> None:
    assert read("vim", "1 2 j") == [("move.down", 12)]
    assert read("newsboat", "1 0 J") == [("move.down", 10)]
    assert read("vim", "2", "article") == [("link.go", 2)]
    assert read("vim", "5 escape j") == [("move.down", None)]
