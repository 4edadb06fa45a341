"""What reports add, why they are together, and what belongs on a timeline, in words."""

from __future__ import annotations

from reader.stories.facts import Said, added
from reader.stories.reasons import together
from reader.stories.threads import Follow, Telling, belongs, mentions

FIRST = Said(
    "Christian Bale Circling ‘Heat 2’", "Bale may play the detective. Budget: $170 million.", ("Heat 2",),
    ("Christian Bale",), "casting", hearsay=True, published=1_000,
)  # fmt: skip


def words(report: Said, *before: Said) -> list[tuple[str, bool]]:
    return [(fact.text, fact.weighty) for fact in added(before or (FIRST,), report)]


def test_the_same_said_again_adds_nothing() -> None:
    again = Said(
        "Bale eyes Heat 2", "The $170m film has its detective.", ("Heat 2",), ("Christian Bale",), "casting",
        hearsay=True,
    )  # fmt: skip
    assert words(again) == []


def test_a_copy_adds_nothing() -> None:
    assert words(Said("‘Heat 2’ opens 2027", date="2027-11-19", copied=True)) == []


def test_a_name_in_the_headline_is_news_and_one_in_passing_is_none() -> None:
    report = Said(
        "Adam Driver joins Heat 2", "With Ana de Armas.", ("Heat 2",), ("Adam Driver", "Ana de Armas"),
        "casting", hearsay=True,
    )  # fmt: skip
    assert words(report) == [("Adam Driver", True), ("Ana de Armas", False)]


def test_hearsay_settled_is_news_once() -> None:
    settled = Said("Bale signs", films=("Heat 2",), beat="casting")
    assert words(settled) == [("that it is no rumour", True)]
    for title in (
        "Bale in Final Talks for ‘Heat 2’",
        "Bale Reportedly Joining ‘Heat 2’",
        "Bale Eyed for Heat 2",
    ):
        assert words(Said(title, films=("Heat 2",), beat="casting")) == []
    assert words(settled, FIRST, settled) == []


def test_a_date_is_news_unless_it_says_less() -> None:
    dated = Said("Heat 2", beat="casting", date="2027-11-19", hearsay=True)
    assert words(dated) == [("19 November 2027", True)]
    assert words(Said("Heat 2", beat="casting", date="2027-11", hearsay=True), FIRST, dated) == []
    moved = Said("Heat 2", beat="casting", date="2028-Q1", hearsay=True)
    assert words(moved, FIRST, dated) == [("early 2028", True)]


def test_another_kind_of_news_is_news() -> None:
    assert words(Said("Heat 2 trailer", beat="trailer", hearsay=True)) == [("the trailer", True)]


def test_a_new_amount_is_news_and_a_rounded_one_is_none() -> None:
    assert words(Said("Heat 2", "It cost $170.4 million.", beat="casting", hearsay=True)) == []
    assert words(Said("Heat 2", "It cost $210 million.", beat="casting", hearsay=True)) == [
        ("$210 million", True)
    ]


def test_an_amount_said_twice_is_said_once_in_full() -> None:
    report = Said("‘Civil War’ opens to $10.7", "It took $10.7 million on its first day, $10.7 in all.")
    assert [fact.text for fact in added([Said("Civil War")], report)] == ["$10.7 million"]


def test_why_is_said_in_words() -> None:
    other = Said(
        "‘Heat 2’ Casts Christian Bale", "The vault robbery sequel.", ("Heat 2",), ("Christian Bale",),
        published=8_000,
    )  # fmt: skip
    third = Said("Bale cracks a vault", "Robbery again.", ("Heat 2",), (), published=9_000)
    assert together([FIRST, other, third], joined=True) == [
        "you put them together", "about Heat 2", "naming Christian Bale",
        "sharing the words “robbery” and “vault”", "within 3 hours",
    ]  # fmt: skip
    assert "sharing the word “robbery”" in together([FIRST, other, third], outlets=["The Vault"])
    assert together([FIRST]) == []


def telling(title: str, lead: str = "", films: tuple[str, ...] = (), **more: tuple[str, ...]) -> Telling:
    return Telling(title, lead, films, more.get("mentioned", ()), more.get("people", ()), "casting")


def test_a_title_the_library_does_not_know_is_followed_where_it_is_printed_as_one() -> None:
    opus = Follow("Opus", "film", companions=("Ayo Edebiri",))
    assert belongs(opus, [telling("‘Opus’ gets a date")])
    assert belongs(opus, [telling("Opus gets a date", "Ayo Edebiri stars.")])
    assert not belongs(opus, [telling("Opus gets a date")])
    assert not belongs(opus, [telling("His magnum opus", "Ayo Edebiri stars.")])
    assert belongs(Follow("The Salt Road", "film"), [telling("Trailer: The Salt Road")])
    assert not belongs(Follow("The Salt Road", "film"), [telling("Trailer: The Salt Road 2")])


def test_what_a_name_is_not_is_left_out() -> None:
    heat = Follow("Heat", "film", excludes=("Miami Heat",))
    assert not belongs(heat, [telling("The Miami Heat win", films=("heat",))])
    assert not belongs(
        Follow("Nosferatu", "film", year=2024), [telling("Nosferatu (1979)", films=("nosferatu",))]
    )
    assert belongs(
        Follow("Nosferatu", "film", year=2024), [telling("Nosferatu (2024)", films=("nosferatu",))]
    )


def test_what_only_names_it_is_told_apart() -> None:
    story = [telling("The director of Heat speaks", films=("ferrari",), mentioned=("heat",))]
    assert not belongs(Follow("Heat", "film"), story)
    assert mentions(Follow("Heat", "film"), story)


def test_one_word_in_a_headline_of_other_news_is_no_film_s_sequel() -> None:
    hold = Follow("Hold", "film")
    title, lead = "Council announces hold on new flats", "Plans for the riverside go on hold."
    assert not belongs(hold, [Telling(title, lead, (), (), (), "announcement")])
    title, lead = "‘Hold’ Gets a Sequel", "Neon is making a second ‘Hold’."
    assert belongs(hold, [Telling(title, lead, ("untitled hold sequel",), ("hold",), (), "announcement")])
