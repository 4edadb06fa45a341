"""Names, kinds of news, dates, hearsay and spoilers, read from single reports and small batches."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.stories.dates.claims import claim
from reader.stories.dates.printed_dates import dates
from reader.stories.filed import Told
from reader.stories.kinds.beats import beat
from reader.stories.kinds.rumours import rumour
from reader.stories.kinds.spoilers import spoiler
from reader.stories.language.terms import fold, stem
from reader.stories.language.tokens import key_of, words
from reader.stories.memory import Memory
from reader.stories.newsroom import Newsroom
from reader.stories.report import Report, in_order

DAY = 86_400
NOW = 1_768_000_000  # 9 January 2026


def tell(*reports: Report) -> list[Told]:
    """Read reports as one story, in a library that holds nothing else."""
    room = Newsroom(Memory())
    batch = in_order(reports)
    room.learn(batch)
    return room.tell(batch)


def report(key: int, title: str, lead: str = "", outlet: str = "The Gate", **more: object) -> Report:
    return Report(key, outlet, title, lead, published=NOW + key * 60, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tár", "TAR"),
        ("Łódź, Evening", "lodz evening"),
        ("Ingrid Sørbø", "INGRID SORBO"),
        ("Fast & Furious", "Fast and Furious"),
        ("𝐇𝐞𝐚𝐭 𝟐", "HEAT 2"),
    ],
)
def test_one_key_for_every_way_to_print_a_name(one: str, other: str) -> None:
    assert key_of(other) == key_of(one)


def test_a_sequel_number_is_a_word_of_its_own() -> None:
    assert words("Heat 2 moves") == ("heat", "2", "mov")


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    told = tell(report(1, text, text, emphases=(text,), categories=(text,)))
    assert len(told) == 1
    assert fold(fold(text)) == fold(text)
    assert stem("") == ""


def test_a_longer_title_is_another_film() -> None:
    first = report(1, "‘Heat’ Returns to Theaters", "‘Heat’ is back for its birthday.")
    second = report(2, "‘Heat 2’ Casts a Lead", "‘Heat 2’ has found its lead.", outlet="Slate")
    room = Newsroom(Memory())
    room.learn(in_order([first, second]))
    assert [room.tell([each])[0].films for each in (first, second)] == [("Heat",), ("Heat 2",)]


def test_a_common_word_is_no_film_by_itself() -> None:
    film = report(1, "‘Heat’ Review: Still Burning", "‘Heat’ holds up.")
    weather = report(2, "Small theaters feel the heat as bills climb", outlet="Slate")
    room = Newsroom(Memory())
    room.learn(in_order([film, weather]))
    assert room.tell([weather])[0].films == ()


def test_a_surname_is_read_with_the_rest_of_the_story() -> None:
    full = report(
        1, "Christian Bale Joins ‘Heat 2’", "Christian Bale will star in ‘Heat 2’ for Michael Mann."
    )
    short = report(2, "Bale signs on for Heat 2", "The actor said yes to Mann.", outlet="Slate")
    assert tell(full, short)[1].people == ("Christian Bale", "Michael Mann")


def test_a_headline_that_hides_the_title_is_told_by_the_others() -> None:
    reports = [
        report(n, "‘Heat 2’ Casts Its Detective", "‘Heat 2’ is cast.", outlet=f"Outlet {n}") for n in range(3)
    ]
    hidden = report(
        9, "One of the Biggest Sequels Just Got Its Star", "You may want to sit down.", outlet="Blast"
    )
    assert tell(*reports, hidden)[-1].films == ("Heat 2",)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("‘Heat 2’: Adam Driver in Talks to Star", "casting"),
        ("Heat 2 review: a slow burn", "review"),
        ("‘Heat 2’ Trailer Brings Back the Bank", "trailer"),
        ("‘Heat 2’ Delayed to February 2028", "release-date"),
        ("Box Office: ‘Heat 2’ Opens to $40 Million", "box-office"),
        ("Elena Brandt, Oscar-Winning Editor, Dies at 81", "obituary"),
        ("10 Best Heist Movies, Ranked", "list"),
        ("‘Heat 2’ Wraps Filming in Chicago", "production"),
        ("The cat sat on the mat", "other"),
    ],
)
def test_kinds_of_news(title: str, expected: str) -> None:
    assert beat(title, "").name == expected


def test_the_words_that_decided_are_given() -> None:
    assert beat("‘Heat 2’ Trailer Arrives", "").words == ("trailer",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("opens Nov. 19, 2027", ["2027-11-19"]),
        ("out on 26 November 2027", ["2027-11-26"]),
        ("in November next year", ["2027-11"]),
        ("this October", ["2026-10"]),
        ("late 2026", ["2026-Q4"]),
        ("from May 7 to Oct. 15, 2027", ["2027-05-07", "2027-10-15"]),
        ("from Feb. 7 to Oct. 15, 2027", ["2027-02-07", "2027-10-15"]),
        ("it opens in 2027; tickets go on sale on Feb. 7", ["2027", "2026-02-07"]),
        ("on 19 November 2027 there, here on the 26th", ["2027-11-19", "2027-11-26"]),
        ("it may rain", []),
        ("on Feb. 31, 2027", []),
    ],
)
def test_dates_at_the_precision_printed(text: str, expected: list[str]) -> None:
    assert [found.iso for found in dates(text, NOW)] == expected


@given(st.text())
def test_any_text_has_dates_or_none(text: str) -> None:
    assert all(found.iso[:4].isdigit() for found in dates(text, NOW))


def test_a_claim_says_what_it_moved_from() -> None:
    lead = "The film will now open Feb. 11, 2028, instead of Nov. 19."
    found = claim(
        "‘Heat 2’ Shifts From Thanksgiving 2027 to February 2028", lead, NOW, beat="release-date", home="US"
    )
    assert found is not None
    assert (found.date, found.region, found.moved_from) == ("2028-02-11", "US", "2027-11-19")


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("Filming begins on March 3.", "production"),
        ("A start date in May is confirmed.", "casting"),
        ("It has earned a fortune since opening before Christmas.", "box-office"),
        ("Final Oscar voting opens Thursday.", "awards"),
    ],
)
def test_a_date_of_something_else_is_no_claim(lead: str, kind: str) -> None:
    assert claim("Heat 2 gets going", lead, NOW, beat=kind) is None


def test_only_the_trade_means_home_by_a_bare_date() -> None:
    trade = [report(n, f"‘Heat {n}’ Opens March {n}", "It is dated.", outlet="Slate") for n in range(1, 5)]
    fans = [report(n, f"‘Heat {n}’ Opens March {n}", "We can’t wait!", outlet="Fiends") for n in range(5, 9)]
    room = Newsroom(Memory())
    room.learn(in_order([*trade, *fans]))
    told = [room.tell([each])[0] for each in (trade[-1], fans[-1])]
    assert [one.claim and one.claim.region for one in told] == ["US", None]


def test_hearsay_is_told_from_talks() -> None:
    assert rumour("‘Heat 2’: Adam Driver in Talks", "Sources tell us he is in early talks.") == ()
    assert rumour("RUMOR: HEAT 2 RUNS LONG", "Our source swears it. Unverified, obviously.") != ()


def test_a_warning_alone_spoils_nothing() -> None:
    assert spoiler("Heat 2 review", "No spoilers here: it is good.", "review") == ()
    assert spoiler("Heat 2 ending explained", "Neil dies on the airfield.", "other") != ()


def test_what_was_learnt_comes_back_whole() -> None:
    room = Newsroom(Memory())
    room.learn(
        in_order(
            [report(1, "Christian Bale Joins ‘Heat 2’", "Christian Bale said yes.", categories=("Heat 2",))]
        )
    )
    piece, memory = room.memory.take(), Memory()
    memory.add(b"damaged")
    memory.add(piece)
    assert memory.whole() == room.memory.whole()


def test_two_that_learn_at_once_lose_nothing() -> None:
    batches = [[report(n, f"Christian Bale Joins ‘Heat {n}’", "Christian Bale said yes.")] for n in (2, 3)]
    rooms = [Newsroom(Memory()), Newsroom(Memory())]
    for room, batch in zip(rooms, batches, strict=True):
        room.learn(batch)
    pieces = [room.memory.take() for room in rooms]
    for room, other in zip(rooms, reversed(pieces), strict=True):
        room.memory.add(other)
    assert [set(room.memory.names.titles.known) for room in rooms] == [{"heat 2", "heat 3"}] * 2
    assert [room.memory.rarity.reports for room in rooms] == [2, 2]
    assert rooms[0].memory.rarity.seen == rooms[1].memory.rarity.seen


def test_what_was_met_once_is_forgotten_when_it_is_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.stories.memory.MOST", 3)
    room = Newsroom(Memory())
    room.learn(
        [
            report(n, f"Christian Bale Joins ‘{name}’", "")
            for n, name in enumerate(("Heat 2", "Heat 2", "The Salt Road", "Nightglass", "Opus Magnum"))
        ]
    )
    assert room.memory.grown()
    assert set(room.memory.forget_rare().names.titles.known) == {"heat 2"}
