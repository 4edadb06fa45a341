"""Reports into stories: the same whatever order they came in; ids for good; threads."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from reader.halves import MANY
from reader.stories.copies import copies
from reader.stories.memory import Memory
from reader.stories.newsroom import Newsroom
from reader.stories.report import Report, in_order
from reader.stories.story_ids import assign_ids
from reader.stories.threads import Follow, Telling, belongs
from tests.test_halves import another_thread

NOW = 1_768_000_000
HOUR = 3600

NEWS = (
    (
        "Slate",
        "Christian Bale Joins ‘Heat 2’",
        "Christian Bale will star in Michael Mann’s ‘Heat 2’ as the detective.",
    ),
    (
        "Marquee",
        "‘Heat 2’ Casts Christian Bale",
        "Michael Mann’s crime sequel ‘Heat 2’ has cast Christian Bale.",
    ),
    ("Courier", "Bale to star in Heat 2", "Christian Bale has joined Heat 2, the sequel by Michael Mann."),
    ("Slate", "‘The Salt Road’ Wins at Sundance", "‘The Salt Road’ took the grand jury prize at Sundance."),
    (
        "Marquee",
        "Sundance Awards: ‘The Salt Road’ Takes Top Prize",
        "‘The Salt Road’ won the grand jury prize.",
    ),
    ("Herald", "Small theaters feel the heat as energy bills climb", "Heating costs more than film rental."),
)


def reports() -> list[Report]:
    return [
        Report(n, outlet, title, lead, published=NOW + n * HOUR, url=f"https://a.test/{n}")
        for n, (outlet, title, lead) in enumerate(NEWS)
    ]


def partition(batch: list[Report], **said: list[tuple[int, int]]) -> list[list[int]]:
    room = Newsroom(Memory())
    ordered = in_order(batch)
    room.learn(ordered)
    return room.stories(room.file(ordered, {}), **said)


EXPECTED = [[0, 1, 2], [3, 4], [5]]


def test_one_story_for_each_piece_of_news() -> None:
    assert partition(reports()) == EXPECTED


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_a_batch_does_not_matter(seed: int) -> None:
    batch = reports()
    random.Random(seed).shuffle(batch)
    assert partition(batch) == EXPECTED


def everything_found(batch: list[Report]) -> object:
    room = Newsroom(Memory())
    room.learn(batch)
    known, filed = room.memory.whole(), room.file(batch, {})
    stories = room.stories(filed)
    told = [room.tell([batch[key] for key in story]) for story in stories]
    return known, filed, stories, told


def test_two_processors_find_what_one_does() -> None:
    """Beside a thread nothing is forked."""
    names = [
        f"{first}{last}" for first in ("Bar", "Kel", "Mis", "Vor", "Zan") for last in ("dor", "len", "rik")
    ]
    batch = [
        Report(
            10 * n + one.key, one.outlet, one.title.replace("Bale", name).replace("Salt", name),
            one.lead.replace("Bale", name).replace("Salt", name), (), ("Casting",), one.published + n * HOUR,
            f"https://{one.outlet}.uk/{n}",
        )
        for n, name in enumerate(names * 2)
        for one in reports()
    ]  # fmt: skip
    batch = [replace(one, key=key) for key, one in enumerate(in_order(batch))]
    assert len(batch) > MANY
    with another_thread():
        alone = everything_found(batch)
    assert everything_found(batch) == alone


def test_the_person_always_wins() -> None:
    assert partition(reports(), together=[(3, 5)]) == [[0, 1, 2], [3, 4, 5]]
    assert partition(reports(), apart=[(0, 2), (1, 2)]) == [[0, 1], [2], [3, 4], [5]]


def test_the_earliest_keeps_its_id_when_stories_meet() -> None:
    kept, aliases = assign_ids([[1, 2, 3]], {1: 70, 2: 50, 3: 50}, {1: 10, 2: 20, 3: 30})
    assert (kept, aliases) == ([(70, [1, 2, 3])], {50: 70})


def test_the_smaller_part_of_a_split_gets_a_new_id() -> None:
    kept, aliases = assign_ids([[1], [2, 3]], {1: 7, 2: 7, 3: 7}, {1: 10, 2: 20, 3: 30})
    assert (kept, aliases) == ([(None, [1]), (7, [2, 3])], {})


def test_what_is_frozen_takes_newcomers_and_nothing_else() -> None:
    kept, aliases = assign_ids([[1, 2, 3, 9]], {1: 7, 2: 7, 3: 8}, {1: 1, 2: 2, 3: 3, 9: 4}, {7, 8})
    assert (kept, aliases) == ([(7, [1, 2, 9]), (8, [3])], {})


def test_a_copy_is_known_by_its_text() -> None:
    text = "Amazon said it will make and release the crime drama that another studio let go of last year."
    first = Report(1, "Agency", "Amazon picks up drama", text, published=1)
    second = Report(2, "Herald", "Amazon picks up drama", text.replace("studio", "company"), published=2)
    assert copies([first, second]) == {2: 1}


def telling(
    title: str, *, films: tuple[str, ...] = (), people: tuple[str, ...] = (), kind: str = "casting"
) -> Telling:
    return Telling(title, "", films, (), people, kind)


def test_a_timeline_takes_what_its_film_is_about() -> None:
    heat = Follow("Heat", "film")
    assert belongs(heat, [telling("Heat returns", films=("heat",))])
    assert not belongs(heat, [telling("Heat 2 casts", films=("heat 2",))])
    assert not belongs(heat, [telling("10 best heist films, ranked", films=("heat",), kind="list")])


def test_any_words_can_be_followed() -> None:
    topic = Follow("practical effects", "topic")
    assert belongs(topic, [telling("In praise of practical effects")])
    assert not belongs(topic, [telling("Effects that are practical")])


def test_the_gold_set_is_grouped_as_labelled(shared: Path) -> None:
    from tests.bench.gold import gold
    from tests.bench.stories import b_cubed, run

    labelled = gold(folder=shared / "gold")
    scores = b_cubed(run(labelled.reports)[0], labelled.stories())
    assert scores["P"] >= 0.96
    assert scores["F"] >= 0.96
