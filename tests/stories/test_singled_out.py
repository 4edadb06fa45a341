"""One film of a festival that a headline tells of and does not name; series named beside films."""

from __future__ import annotations

import pytest

from tests.stories.test_reading import report
from tests.stories.test_subjects import films


@pytest.mark.parametrize(
    ("title", "lead", "about"),
    [
        (
            "Locarno: Greta Holm drama to open festival",
            "‘Cold Sun’ will raise the curtain on 5 August, ahead of ‘Night Train’ and ‘Kiln’.",
            ("Cold Sun",),
        ),
        (
            "Irish horror among films selected for Leeds",
            "‘Cold Sun’, shot in Cork, will compete with ‘Night Train’ and ‘Kiln’ for the top prize.",
            ("Cold Sun",),
        ),
        (
            "Leeds line-up: 12 films compete",
            "‘Cold Sun’, ‘Night Train’ and ‘Kiln’ are in competition.",
            (),
        ),
        (
            "‘Cold Sun’ Pulled From Venice Lineup",
            "Adam Vale’s drama will not screen at the festival.",
            ("Cold Sun",),
        ),
        (
            "‘Cold Sun’ Star Greta Holm on Her Next Move",
            "The actress discusses ‘Cold Sun’ and her role in HBO’s ‘Harbor Lights’.",
            ("Cold Sun",),
        ),
        (
            "‘Cold Sun’ Composer Replaced",
            "Max Orr takes over from Lena Mull, who scored ‘The Lark’.",
            ("Cold Sun",),
        ),
        (
            "The Lark (1996) is getting a 4K release",
            "Criterion will release Adam Vale’s debut in June.",
            ("The Lark",),
        ),
    ],
)
def test_the_film_that_a_report_is_about(title: str, lead: str, about: tuple[str, ...]) -> None:
    assert films(report(1, title, lead)) == [about]
