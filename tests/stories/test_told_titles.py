"""Bare titles told by a sentence: what stars somebody, the film that was told of, what a prize was for."""

from __future__ import annotations

import pytest

from reader.stories.films.titles import Titles
from reader.stories.films.unquoted import unquoted


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("It opens on an oil rig. Haze stars Gillian Hart, who grew up there.", ["Haze"]),
        ("He has a plan. Nobody stars in it.", []),
        ("The documentary, Some Wild Night, was made in a year.", ["Some Wild Night"]),
        ("The film, Netflix said, was made in a year.", []),
        ("He won the jury prize for Wild Marsh Nights at the Odeon.", ["Wild Marsh Nights"]),
        ("She won an Oscar in 2019 for The Long Field, and thanked her dog.", ["The Long Field"]),
        ("She won a Bafta for Best Actress, and thanked her dog.", []),
        ("The prize for Gillian Hart was a surprise.", []),
        ("Focus’s backstage comedy Night Work was fourth.", ["Night Work"]),
        ("The BBC’s police drama Night Work was fourth.", []),
        ("Focus’s comedy Gillian Hart was fourth.", []),
    ],
)
def test_a_sentence_tells_which_words_are_a_title(lead: str, expected: list[str]) -> None:
    assert list(unquoted(lead)) == expected


def test_a_part_is_no_title_alone() -> None:
    titles = Titles()
    for form in ("Part 1", "Chapter Two"):
        titles.given(form)
    assert not titles.known
    titles.given("Marsh Part 1")
    assert list(titles.known) == ["marsh part 1"]
