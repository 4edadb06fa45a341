"""What the bytes of a terminal are taken for: keys typed in one breath, and answers nobody asked for."""

from __future__ import annotations

import pytest

from reader.ui.terminal import Forgiving


def keys(written: str) -> list[str]:
    """The keys that a terminal's bytes are."""
    parser = Forgiving()
    events = [*parser.feed(written), *parser.feed("")]
    return [getattr(event, "key", type(event).__name__) for event in events]


@pytest.mark.parametrize(
    ("heel", "key"),
    [("/", "slash"), (":", "colon"), ("?", "question_mark"), ("\r", "enter"), (" ", "space"),
     ("[", "left_square_bracket"), ("1", "1"), ("9", "9")],
)  # fmt: skip
def test_esc_with_another_key_on_its_heels_is_two_keys(heel: str, key: str) -> None:
    """Of a letter the app makes two keys, unless the person bound alt and the letter."""
    assert keys(f"\x1b{heel}") == ["escape", key]
    assert keys("\x1bj") == ["alt+j"]
    assert keys("\x1b/heat") == ["escape", "slash", "h", "e", "a", "t"]


@pytest.mark.parametrize("answer", ["[?1;2c", "[>0;276;0c", "[0n", "[?0u", "[?62;4u", "[1;2Z", "[?997;1n"])
def test_what_a_terminal_answers_unasked_is_no_typing(answer: str) -> None:
    assert keys(f"\x1b{answer}") == []
    assert keys(f"\x1b{answer}j") == ["j"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("[A", "up"), ("[[A", "f1"), ("OH", "home"), ("[Z", "shift+tab"), ("[1;5A", "ctrl+up"),
        ("[27u", "escape"), ("[8^", "ctrl+home"), ("[<0;10;10M", "MouseDown"), ("[<0;10;10m", "MouseUp"),
        ("[?2026;2$y", "TerminalSupportsSynchronizedOutput"), ("[24;80R", "CursorPosition"),
        ("[48;24;80;1;1t", "Resize"), ("[I", "AppFocus"), ("[200~hi\x1b[201~", "Paste"),
    ],
)  # fmt: skip
def test_what_it_does_say_is_heard(written: str, expected: str) -> None:
    assert keys(f"\x1b{written}") == [expected]
