"""What is read without a TOML parser is what the parser reads."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.toml_plain import values

LINES = st.one_of(
    st.builds(
        "{}{} {}= {}{}".format,
        st.sampled_from(["", " ", "\t"]),
        st.sampled_from(["a", "b", "images", "a-b", "A", "a.b", '"a"', ""]),
        st.sampled_from(["", "\t"]),
        st.one_of(
            st.sampled_from(
                ["true", "false", "True", "0", "00", "7", "-7", "+7", "1_0", "0x1", "1.5", "", "2026-01-01"]
            ),
            st.sampled_from(
                ['""', "''", '"""', "'''", '"é"', "[1]", "{}", '"a" "b"', '"\\n"', "9" * 18, "9" * 19]
            ),
            st.text(max_size=5).map('"{}"'.format),
            st.text(max_size=5).map("'{}'".format),
        ),
        st.one_of(st.sampled_from(["", " ", "\t", "\x0c", "\xa0"]), st.text(max_size=3).map(" #{}".format)),
    ),
    st.sampled_from(["", " ", "# so", "[feeds]", "a"]),
)


def by_tomllib(text: str) -> object:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


@given(st.lists(LINES, max_size=4).map("\n".join))
def test_where_it_knows_the_values_they_are_right(text: str) -> None:
    assert values(text) in (None, by_tomllib(text))


@pytest.mark.parametrize(
    "text", ["", "# nothing\n", "theme = 'noir'\n\nmeasure = 72\n images=\"off\"\nascii = true\n"]
)
def test_an_ordinary_file_needs_no_parser(text: str) -> None:
    assert values(text) == tomllib.loads(text)
