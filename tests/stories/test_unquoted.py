"""Titles printed bare, names printed as titles are, signs inside titles, and films named in passing."""

from __future__ import annotations

import pytest

from reader.stories.films.title_spans import title_spans
from reader.stories.films.unquoted import unquoted
from reader.stories.kinds.beats import beat
from reader.stories.kinds.rumours import rumour
from reader.stories.kinds.spoilers import spoiler
from reader.stories.language.spans import in_capitals, quoted
from tests.stories.test_reading import report, tell


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("Gillian Hart is to star in Saltmarsh, a drama about a flood.", ["Saltmarsh"]),
        ("She has signed up for The Long Field, the new film of Tess Monroe.", ["The Long Field"]),
        ("Opus of Bone, a horror film set in Hull, is next.", ["Opus of Bone"]),
        ("Mia Hart, a comedy legend, is next.", []),
        ("It was shot in London, a film about which she knows all.", []),
        ("They star in France, a country of films.", []),
    ],
)
def test_a_bare_title_is_told_by_what_stands_beside_it(lead: str, expected: list[str]) -> None:
    assert list(unquoted(lead)) == expected


def test_capitals_behind_a_range_of_days_are_a_title_of_their_own() -> None:
    assert [span.text for span in in_capitals("Wknd Sept 12–14: CINDER $27.4m")] == ["CINDER"]


def test_speech_is_in_double_quotes_where_titles_are_in_single_ones() -> None:
    headline = "Studio: Jane Roe “Absolutely” Directing ‘Undertow’"
    assert [span.text for span in quoted(headline)] == ["Undertow"]
    assert [span.text for span in quoted("“Undertow” Wraps")] == ["Undertow"]


def test_what_somebody_says_they_will_do_is_no_title() -> None:
    assert quoted("Star Says He’ll ‘Never Say Never’ to a Sequel") == ()


def test_a_title_with_an_ampersand_is_read() -> None:
    told = tell(report(1, "DreamWorks Dates Its Pickle Movie", '"Pickle & Moth" has a slot.'))
    assert told[0].films == ("Pickle & Moth",)


def test_names_with_hyphens_and_initials_are_read_whole() -> None:
    [told] = tell(
        report(
            1,
            "‘Undertow’ Casts",
            "Director F. Gary Hart, Anya Bailey-Bond, Ken Park-wook and Leonardo Ray-Michael Bell star.",
        )
    )
    assert told.people == (
        "F. Gary Hart",
        "Anya Bailey-Bond",
        "Ken Park-wook",
        "Leonardo Ray",
        "Michael Bell",
    )


def test_a_film_named_in_brackets_says_who_somebody_is() -> None:
    [told] = tell(
        report(
            1,
            "Greta Hart Joins a Drama by Jane Roe",
            "The next film of Jane Roe, still untitled, stars Greta Hart (‘Other Lives’) and Riz Bell.",
        )
    )
    assert told.films == ("Untitled Jane Roe project",)


def test_honours_for_a_lifes_work_are_about_no_film() -> None:
    [told] = tell(
        report(
            1,
            "Honorary Oscars to Go to Joan Hart and Walter Bell",
            "The board will honor Joan Hart and Walter Bell, who won for a score, with ‘Emma Lane.’",
        )
    )
    assert told.films == ()


def test_the_name_of_who_stars_is_no_title() -> None:
    told = tell(report(1, "A24 buys a drama", "A24 has bought Jane Roe’s Julia Hart drama for $2 million."))
    assert told[0].films == ()


def test_a_name_in_bold_is_no_title() -> None:
    told = tell(
        report(
            1,
            "‘Undertow’ finds its lead",
            "‘Undertow’ has found its lead. Julia Hart plays a diver.",
            emphases=("Julia Hart",),
        )
    )
    assert (told[0].films, told[0].people) == (("Undertow",), ("Julia Hart",))


def test_a_denial_is_news_of_casting() -> None:
    assert beat("No, Jane Hart Is Not Playing Batgirl, Says Jane Hart", "").name == "casting"
    assert beat("Jane Hart Shoots Down ‘Undertow’ Casting Rumors", "").name == "casting"


def test_hearsay_told_by_the_way_at_the_end_is_not_the_news() -> None:
    lead = (
        "The game bows out with one more chapter, due on consoles in October, and a biome, eleven bosses and "
        "a lamp. The studio wouldn’t comment on those whispers of a film."
    )
    assert rumour("The Last Chapter Lets You Play", lead) == ()
    assert rumour("TWO NAMES LEFT", "Salt at the ready. A bloke who drives for a studio tells us it is so.")


def test_a_plot_is_given_away_in_plain_words() -> None:
    lead = (
        "By the time the villain has revealed that it was he who ordered the death of our hero’s wife, and "
        "been duly flattened by a lorry, you have lost the will."
    )
    assert spoiler("Gridline – Hart motors on", lead, "review")


def test_guillemets_are_quotes_of_titles() -> None:
    assert [span.text for span in quoted("Prize for «Les Heures lentes» and «Salt»")] == [
        "Les Heures lentes",
        "Salt",
    ]


def test_a_foreign_title_is_not_cut_where_its_words_are_small() -> None:
    lead = "Sally Field appears in Marie Dubois’s Les Heures lentes and in Mary Monroe’s Salt Hymn."
    spans = [span for _, span, how in title_spans(report(1, "A good year", lead)) if how == "possessive"]
    assert spans == ["Salt Hymn"]


def test_what_is_bare_where_titles_are_in_quotes_is_somebody_in_the_film() -> None:
    lead = "‘Nightfall’ is fun. Mary Hale trades blows with Jason Hart’s Grubb while it rains."
    assert [
        span for _, span, how in title_spans(report(1, "‘Nightfall’ Trailer", lead)) if how != "quote"
    ] == []


def test_a_phrase_in_guillemets_in_headline_and_lead_is_a_foreign_title() -> None:
    said = report(
        1, "Riga: «Lange netter» is a wonder", "In «Lange netter» nothing sleeps; it is «Helt fint»."
    )
    assert [span for _, span, _ in title_spans(said)] == ["Lange netter"]


def test_what_opens_in_a_place_of_a_chart_is_a_title() -> None:
    lead = "Salt is third with $9M, Grubbs: One Last Time opens fourth, $8M. Trading opened at 9 o’clock."
    assert list(unquoted(lead)) == ["Grubbs: One Last Time"]
