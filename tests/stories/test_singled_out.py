"""One film of a festival that a headline tells of and does not name; series named beside films."""

from __future__ import annotations

import pytest

from reader.stories.memory import Memory
from reader.stories.newsroom import Newsroom
from reader.stories.report import in_order
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
        (
            "See the original before the remake as 1954 classic comes to GLASS",
            "GLASS will screen ‘Lantern Hill’ for a week in a spruced-up print.",
            ("Lantern Hill",),
        ),
        (
            'Stone\'s "Frost" At Venice?',
            'A blog claims that Adam Stone has finished "The Way Of The Frost" and will show it at Venice.',
            ("The Way Of The Frost",),
        ),
        (
            "Tom Reeve wins best actor for ‘Pink Moon’",
            "Reeve beat Max Orr of ‘Dry Season’.",
            ("Pink Moon",),
        ),
        (
            "‘Paper Crown’ Producer Teases a Spin-Off",
            "“We’re talking about it,” says Ana Vik of a film about the forger.",
            ("Paper Crown",),
        ),
        (
            "A24 Drops New Image From Joe Farr’s Next",
            "The first still from ‘Paper Crown’ shows Mia Lund with a bag.",
            ("Paper Crown",),
        ),
        (
            "Mia Lund: My five favourite films",
            "The ‘Paper Crown’ star picks ‘Kiln’, ‘Kestrel’ and more.",
            (),
        ),
        (
            "Calder: ‘I Wanted the Trees to Act’",
            "The director of ‘The Orchard Keepers’ on rain, apples and Tom Reeve.",
            ("The Orchard Keepers",),
        ),
        (
            "Orchard Keepers (12A) – in praise of apples",
            "Tom Reeve is superb as a farmer in the drama.",
            ("Orchard Keepers",),
        ),
    ],
)
def test_the_film_that_a_report_is_about(title: str, lead: str, about: tuple[str, ...]) -> None:
    assert films(report(1, title, lead)) == [about]


def told_alone(title: str, lead: str) -> tuple[str, ...]:
    """What a report is about, read by itself by who has read of two films before."""
    news = [
        ("‘Cold Sun’ starts shooting", "Adam Vale’s ‘Cold Sun’ stars Greta Holm."),
        ("‘Cold Sun’ adds Greta Holm", "Greta Holm joins Adam Vale on ‘Cold Sun’."),
        ("‘Salt Roads’ starts shooting", "Lena Mull’s ‘Salt Roads’ stars Max Orr."),
    ]
    before = [report(n, *each, outlet=f"Wire {n}") for n, each in enumerate(news, 1)]
    batch = in_order([*before, report(9, title, lead, outlet="Essays")])
    room = Newsroom(Memory())
    room.learn(batch)
    return room.tell([each for each in batch if each.key == 9])[0].films


def test_a_film_that_is_only_called_its_makers_new_one() -> None:
    about = told_alone("Weather in the face", "Adam Vale’s new film is about how Greta Holm waits.")
    assert about == ("Cold Sun",)
    assert told_alone("A walk with Lena Mull", "Lena Mull is in the hills; her first film is done.") == ()
    assert told_alone("Weather in the face", "Adam Vale has bought a boat, says Greta Holm.") == ()
