"""No character that commands, reorders, hides or piles up gets through; every other does."""

from __future__ import annotations

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.clean import clean, drawable, one_line
from reader.text.scrub import MAX_MARKS

# Any code point at all, halves of surrogate pairs too, and the troublesome ones often.
TROUBLE = (
    "\x00\x07\x1b\x9b\x9d\r\n\t\x7f\xad\u061c\u200b\u200c\u200d\u200e\u2028\u2029\u202e\u2066\u2069\u20e3"
)
TROUBLE += "\u0301\u0489\ufe0e\ufe0f\ufeff\ufffc\uffff\U000e0041\U0001f468\u2764#5\u0645\u0915\u094d\xa0e "
FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u302e\u302f\u3164\uffa0\U00016ff0\U00016ff1"
TONES = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
TROUBLE += FILLERS + TONES
ANY = st.text(
    st.one_of(st.characters(), st.characters(categories=["Cs", "Cc", "Cf", "Mn"]), st.sampled_from(TROUBLE))
)
KEPT_FORMATS = set(map(chr, [*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD]))
KEPT_FORMATS |= set(map(chr, range(0x13430, 0x13440)))  # signs of Arabic, Kaithi and Egyptian, drawn as such


def forbidden(character: str) -> bool:
    """Say, from Unicode's own tables, what may never be drawn."""
    code = ord(character)
    noncharacter = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    control = category(character) in ("Cc", "Cs") and character not in "\n\t"
    formatting = category(character) in ("Cf", "Zl", "Zp") and character not in KEPT_FORMATS
    hidden = 0xE0000 <= code <= 0xE0FFF
    return noncharacter or control or formatting or hidden


def longest_pile(text: str) -> int:
    longest = marks = 0
    for character in text:
        marks = marks + 1 if category(character)[0] == "M" else marks if character in "\u200c\u200d" else 0
        longest = max(longest, marks)
    return longest


def test_every_code_point_alone() -> None:
    dropped_besides = {
        "\ufffc", "\u180b", "\u180c", "\u180d", "\u180f", "\u2065", *map(chr, range(0xFE00, 0xFE10)),
        *map(chr, range(0xFFF0, 0xFFF9)), *FILLERS, *TONES,
    }  # fmt: skip
    assigned = [*range(0x40000), *range(0xE0000, 0x110000)]
    edges = [plane << 16 | low for plane in range(4, 14) for low in (0, 0xFFFD, 0xFFFE, 0xFFFF)]
    alone = [chr(code) for code in assigned + edges if chr(code) != "Ж"]
    expected = [
        "\n" if c in "\r\u2028\u2029" else "" if forbidden(c) or c in dropped_besides else c for c in alone
    ]
    # Letters between keep each character by itself, and let one call judge them all.
    actual = clean("Ж".join(alone)).split("Ж")
    assert [hex(ord(c)) for c, one, other in zip(alone, expected, actual, strict=True) if one != other] == []


@given(ANY)
def test_nothing_forbidden_survives(text: str) -> None:
    cleaned = clean(text)
    assert [hex(ord(c)) for c in cleaned if forbidden(c) and c not in "\u200c\u200d"] == []
    assert longest_pile(cleaned) <= MAX_MARKS
    assert clean(cleaned) == cleaned
    cleaned.encode()


@given(ANY)
def test_a_strip_holds_no_line_end_and_no_tab(text: str) -> None:
    drawn = drawable(text)
    assert drawn == clean(text).replace("\n", " ").replace("\t", " ")
    assert drawable(drawn) == drawn


@given(ANY, st.integers(2, 40))
def test_one_line_is_one_line_within_its_limit(text: str, limit: int) -> None:
    line = one_line(text, limit)
    assert len(line) <= limit
    assert line == line.strip()
    assert not set(line) & {"\n", "\t"}
    assert "  " not in line
    assert one_line(line, limit) == line


@given(st.text(st.characters(categories=["L", "N", "P", "S"], exclude_characters=FILLERS + TONES)))
def test_letters_digits_and_signs_are_untouched(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\x1b]52;c;cHduZWQ=\x07b", "a]52;c;cHduZWQ=b"),
        ("\x9b31mred", "31mred"),
        ("a\r\nb\rc\u2028d\u2029e", "a\nb\nc\nd\ne"),
        ("trailer \u202egnp.exe", "trailer gnp.exe"),
        ("Heat\u200b 2\u200d\u2060\ufeff", "Heat 2"),
        ("\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f468\u200d\U0001f469\u200d\U0001f467"),
        ("\u2764\ufe0f\u200d\U0001f525 1\ufe0f\u20e3", "\u2764\ufe0f\u200d\U0001f525 1\ufe0f\u20e3"),
        ("a\u200db\ufe0f", "ab"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क\u094d\u200dष", "क\u094d\u200dष"),
        ("a\u200cb", "ab"),
        ("Z" + "\u0301" * 500, "Z" + "\u0301" * 8),
        ("Z" + "\u0301" * 8 + "\u200b" + "\u0301" * 8, "Z" + "\u0301" * 8),
        ("Việt Nam, Zoë, naïve, Ἀθῆναι", "Việt Nam, Zoë, naïve, Ἀθῆναι"),
        ("Vie\u0323\u0302t", "Vie\u0323\u0302t"),
        ("A" + "".join(chr(0xE0000 + ord(c)) for c in "hidden"), "A"),
        ("co\xadop", "coop"),
        ("\u3164" * 200 + "end", "end"),
        ("\U0001f3fb" * 200 + "end", "end"),
        ("x\U0001f3fb", "x"),
        (
            "\U0001f44d\U0001f3fd\U0001f3fd \u270c\ufe0f\U0001f3fb",
            "\U0001f44d\U0001f3fd \u270c\ufe0f\U0001f3fb",
        ),
        ("\U0001f469\U0001f3fd\u200d\U0001f680", "\U0001f469\U0001f3fd\u200d\U0001f680"),
        ("\ud83d x", " x"),
        ("« Oui\xa0»", "« Oui\xa0»"),
    ],
)
def test_cases(text: str, expected: str) -> None:
    assert clean(text) == expected


def test_a_title_is_cut_with_an_ellipsis_and_never_inside_an_emoji() -> None:
    family = "\U0001f468\u200d\U0001f469"
    assert one_line(" a\n\t b ") == "a b"
    assert one_line("x" * 2000) == "x" * 999 + "…"
    assert one_line(family * 9, 3) == "\U0001f468…"
