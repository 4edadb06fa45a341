"""A weekend's films as charts and trades print them: who is new, who held on, who was only passed."""

from __future__ import annotations

from tests.stories.test_reading import report, tell
from tests.stories.test_subjects import films

OPENS = "Box Office: ‘Nightfall’ Opens to $64 Million"


def test_a_film_that_holds_or_takes_more_in_a_headline_is_none_that_opens() -> None:
    told = films(
        report(1, OPENS, "‘Nightfall’ opened to $64 million. ‘Kiln’ took another $20 million."),
        report(2, "Weekend: NIGHTFALL Struts to $64M, KILN Holds at $20M", "KILN eased 50%.", outlet="Chart"),
        report(3, "Weekend: NIGHTFALL Stacks $64M, KILN Dims 52%", "NIGHTFALL: $64M.", outlet="Figures"),
        report(
            4,
            "“Nightfall” dresses up box office",
            "“Nightfall” brought in $64 million and knocked “Kiln” down to second.",
            outlet="Wire",
        ),
        report(
            5, "“Nightfall” outguns “Kiln” at the box office", "“Kiln” was first a week ago.", outlet="Post"
        ),
    )
    assert told == [("Nightfall",)] * 5


def test_a_record_that_a_film_passes_is_not_its_weekend() -> None:
    (told,) = films(
        report(
            1,
            OPENS,
            "“Nightfall” collected $64 million. It passed “Clay Hymn” for the top opening by its kind.",
        )
    )
    assert told == ("Nightfall",)


def test_a_newcomer_in_capitals_is_known_by_what_is_said_of_it_alone() -> None:
    told = films(
        report(1, OPENS, "‘Nightfall’ opened to $64 million. ‘Hollow’ was dead on arrival with $4 million."),
        report(
            2,
            "Weekend Estimates: NIGHTFALL Moonwalks to $64M",
            "NIGHTFALL did $64.2M. Newcomer HOLLOW started with a sleepy $4.4M. KILN added $3.9M.",
            outlet="Chart",
        ),
    )
    assert told == [("Nightfall", "Hollow")] * 2


def test_a_second_place_that_one_report_calls_a_holdover_opens_in_none() -> None:
    told = films(
        report(1, OPENS, "‘Nightfall’ opened to $64 million. Holdover ‘Kiln’ placed second."),
        report(2, "“Nightfall” tops box office", "“Kiln” was second, the wire says.", outlet="Wire"),
        report(3, "“Nightfall” takes the crown", "“Kiln” and “Reed” came next.", outlet="Post"),
    )
    assert told == [("Nightfall",)] * 3


def test_who_holds_on_keeps_the_new_film_in_second_place() -> None:
    told = films(
        report(
            1,
            "“Kiln” stays ahead at box office",
            "“Kiln” held on to first place with $30 million, keeping the new film “Nightfall” in second "
            "place with $20 million.",
        ),
        report(
            2,
            "Box Office: ‘Nightfall’ Can’t Beat ‘Kiln’",
            "‘Kiln’ made $30 million to stay in first place; ‘Nightfall’ opened to $20 million.",
            outlet="Post",
        ),
    )
    assert [set(each) for each in told] == [{"Kiln", "Nightfall"}] * 2


def test_a_film_behind_one_that_returns_does_not_return_itself() -> None:
    told = films(
        report(1, OPENS, "“Nightfall” opened to $64 million. “Kiln” was fourth behind a returning “Reed.”"),
        report(
            2, "Box Office: ‘Nightfall’ Debuts on Top", "‘Nightfall’ led; ‘Kiln’ was fourth.", outlet="Post"
        ),
        report(3, "‘Nightfall’ opens at No. 1", "Behind ‘Nightfall’ came ‘Kiln’ in fourth.", outlet="Slate"),
    )
    assert told == [("Nightfall", "Kiln")] * 3


def test_who_one_report_says_opens_is_new_to_the_others_that_name_it() -> None:
    told = tell(
        report(
            1,
            "‘Undertow’ Floats to $33M – Box Office",
            "‘Undertow’ beat forecasts. ‘Kart 2’ ebbed 52% to $21M. Horror newcomer ‘Thumbs’ bowed to $9M.",
        ),
        report(
            2,
            '"Undertow" Tops Weekend',
            '"Undertow" led with $33 million, then came "Kart 2" ($21M), "Thumbs" ($9M) and "Nib" ($3M).',
            outlet="Slate",
        ),
        report(
            3,
            "Undertow sails to the top in Britain",
            "It made £3.3m. Kart 2 slipped to second and British comedy Lollipop Ladies opened in fifth.",
            outlet="Wire",
        ),
    )
    assert [set(one.films) for one in told] == [
        {"Undertow", "Thumbs"},
        {"Undertow", "Thumbs"},
        {"Undertow", "Lollipop Ladies"},
    ]


def test_what_stands_before_the_holdovers_of_a_list_opened() -> None:
    told = films(
        report(
            1,
            "Weekend: GLASS HARBOR Sails to $62M",
            "Glass Harbor $62.1M, a record. ‘Tin Soldier’ $7.2M (fourth), ‘Field Notes’ $5.0M (sixth). "
            "Holdovers: ‘The Long Winter’, ‘Pip & Wren’.",
        ),
        report(
            2,
            "‘Glass Harbor’ Opens to $62 Million",
            "‘Glass Harbor’ beat ‘The Long Winter’. ‘Tin Soldier’ and ‘Field Notes’ had little to say.",
            outlet="Wire",
        ),
    )
    assert set(told[0]) == {"Glass Harbor", "Tin Soldier", "Field Notes"}


def test_who_leads_is_told_in_the_lead_where_the_headline_has_another() -> None:
    told = films(
        report(
            1,
            "Box office: ‘Tin Soldier’ flops as the tide comes in",
            "‘Tin Soldier’ opened to $7.2 million behind ‘Glass Harbor’, which led with $62.1 million.",
        )
    )
    assert set(told[0]) == {"Tin Soldier", "Glass Harbor"}


def test_a_franchise_is_no_film_of_a_weekend() -> None:
    told = films(
        report(
            1,
            "Box Office: ‘Glass Harbor’ Opens to $98 Million in Muted Return for ‘Star Wars’",
            "‘Glass Harbor’ was comfortably first over the weekend.",
        )
    )
    assert told == [("Glass Harbor",)]


def test_who_is_among_the_openers_or_dead_at_once_is_new() -> None:
    told = films(
        report(
            1,
            OPENS,
            "‘Nightfall’ opened to $64 million. ‘Dust Choir’ was DOA in fifth with $2 million behind the "
            "third weekend of ‘Kiln’. Among the smaller openers, Tern’s ‘Salt’ took $90,000 from twelve "
            "sites, and the sea film ‘Wake’ brought in $40,000.",
        )
    )
    assert set(told[0]) == {"Nightfall", "Dust Choir", "Salt", "Wake"}


def test_a_short_title_over_a_chart_is_the_film_that_the_lead_has_in_full() -> None:
    lead = "“Harrow Part II” took $87 million in its second weekend. “Reed Kingdom” opened with $31 million."
    told = films(report(1, "“Harrow” holds off “Reed Kingdom” at weekend box office", lead))
    assert [sorted(each) for each in told] == [["Harrow Part II", "Reed Kingdom"]]
