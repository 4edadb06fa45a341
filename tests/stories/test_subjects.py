"""What reports are about: who opens and leads, prizes, sequels in short, films named only for somebody."""

from __future__ import annotations

from dataclasses import replace

from reader.stories.kinds.beats import beat
from reader.stories.language.terms import stem
from reader.stories.memory import Memory
from reader.stories.newsroom import Newsroom
from reader.stories.report import Report, in_order
from reader.stories.similarity import Item, log_odds
from tests.stories.test_reading import report, tell


def films(*reports: Report) -> list[tuple[str, ...]]:
    return [one.films for one in tell(*reports)]


def stories(*reports: Report) -> list[list[int]]:
    room, batch = Newsroom(Memory()), in_order(reports)
    room.learn(batch)
    return sorted(room.stories(room.file(batch, {})))


def test_a_weekend_is_about_who_leads_and_who_opens() -> None:
    told = films(
        report(
            1,
            "Box Office: ‘Nightfall’ Opens on Top With $31 Million",
            "Sony’s ‘Nightfall’ opened to $31 million. ‘Cold Harbour’ fell 58% in its second frame. The "
            "western ‘Dust Choir’ debuted to $4 million.",
        ),
        report(
            2,
            "Weekend: ‘Nightfall’ $31M, ‘Cold Harbour’ $12M",
            "‘Nightfall’ $31M. ‘Cold Harbour’ $12M, -58%. ‘Dust Choir’ $4M, opener.",
            outlet="Numbers",
        ),
    )
    assert told == [("Nightfall", "Dust Choir")] * 2


def test_a_holdover_that_leads_is_what_a_weekend_is_about() -> None:
    told = films(
        report(
            1,
            "Box Office: ‘Cold Harbour’ Holds Off ‘Nightfall’",
            "‘Cold Harbour’ eased 30% in its second weekend to $20 million. ‘Nightfall’ opened to "
            "$9 million.",
        ),
        report(
            2,
            "‘Cold Harbour’ leads the weekend again",
            "‘Nightfall’ began with $9 million in second. ‘Cold Harbour’ stays on top.",
            outlet="Numbers",
        ),
    )
    assert told == [("Cold Harbour", "Nightfall")] * 2


def test_a_sequel_goes_by_its_first_word_and_number() -> None:
    told = films(
        report(1, "‘Kestrel the Falconer 4’ wraps", "Filming on ‘Kestrel the Falconer 4’ is over."),
        report(2, "That’s a wrap on “Kestrel 4”", "“Kestrel 4” is done shooting.", outlet="Digest"),
    )
    assert told == [("Kestrel the Falconer 4",)] * 2


def test_a_film_named_for_its_director_is_not_what_the_news_is_about() -> None:
    told = tell(
        report(1, "‘Lowlands’ opens", "‘Lowlands’ and ‘High Water’ are in theaters."),
        report(2, "‘High Water’ opens", "‘High Water’ is in theaters.", outlet="Herald"),
        report(3, "A pact", "The director of ‘Lowlands’ and ‘High Water’ has signed a pact.", outlet="Wire"),
    )
    assert told[2].films == ()


def test_talk_of_films_is_about_none_but_those_that_a_podcast_names_in_its_headline() -> None:
    told = [
        *films(report(1, "Podcast 12: ‘Lowlands’ and the sea", "We talk about ‘Lowlands’ and ‘Nib’.")),
        *films(report(2, "Podcast 13: what is under the sea", "We talk about ‘Lowlands’.")),
        *films(report(3, "This week in film: ‘Lowlands’ and more", "‘Lowlands’ opened.")),
    ]
    assert told == [("Lowlands",), (), ()]


def test_a_list_that_begins_with_a_title_goes_on_with_titles() -> None:
    room = Newsroom(Memory())
    reviews = [
        report(key, f"‘{name}’ Review", f"‘{name}’ is out.", outlet=f"Outlet {key}")
        for key, name in enumerate(("Hold", "Delve") * 2)
    ]
    talk = report(9, "Episode 88: Hold, Delve and the year of the short title", "Ninety minutes.")
    room.learn(in_order([*reviews, talk]))
    assert room.tell([talk])[0].films == ("Hold", "Delve")


def test_reports_of_different_films_are_not_one_story() -> None:
    apart = stories(
        report(
            1,
            "‘Lowlands 3’ loses director Dee March",
            "Scheduling is to blame, says Lionsgate, for Dee March leaving ‘Lowlands 3.’ Sharks "
            "wait for nobody.",
        ),
        report(
            2,
            "Rae Isaac to lead Dee March’s spy thriller ‘Cold Post’",
            "Rae Isaac plays a radio operator in ‘Cold Post,’ which Dee March directs for Apple.",
            outlet="Herald",
        ),
    )
    assert apart == [[1], [2]]


def test_obituaries_of_one_person_are_one_story() -> None:
    together = stories(
        report(1, "Harriet Ashcombe dies at 91", "The actress Harriet Ashcombe has died in Rye. She was 91."),
        report(
            2,
            "Remembering Harriet Ashcombe, the witch of Black Fen",
            "Horror lost a legend. Harriet Ashcombe, who has died aged 91, cackled through nine films.",
            outlet="Crypt",
        ),
    )
    assert together == [[1, 2]]


def test_a_review_is_told_by_its_manner() -> None:
    lead = (
        "It is brisk, clever and rather pleased with itself, and the third act is a muddle that a "
        "radiant lead performance almost carries."
    )
    assert beat("Terms and conditions", lead).name == "review"
    assert beat("The mayor opened a bridge", "").name == "other"


def test_a_denial_is_not_the_rumour_it_denies() -> None:
    apart = stories(
        report(
            1,
            "IS DEE MARCH OUT OF ‘LOWLANDS 3’??",
            "Our spies hear Dee March has walked off ‘Lowlands 3’ over the sharks. Unconfirmed, of course.",
        ),
        report(
            2,
            "Dee March denies walking off ‘Lowlands 3’",
            "Dee March has dismissed reports that she walked off ‘Lowlands 3’. “I like sharks,” she said.",
            outlet="Herald",
        ),
        report(
            3,
            "‘Lowlands 3’: March shoots down the walk-off story",
            "“I like sharks,” Dee March says of reports that she walked off ‘Lowlands 3’.",
            outlet="Wire",
        ),
    )
    assert apart == [[1], [2, 3]]


def test_reviews_of_a_film_are_one_story_days_later() -> None:
    first = report(
        1, "‘Cold Post’ Review: A Radio Operator Listens In",
        "‘Cold Post’ is a taut, witty chiller, with a luminous Rae Isaac and a muddled third act.",
    )  # fmt: skip
    second = report(
        2, "Review: ‘Cold Post’ gets its wires crossed",
        "Rae Isaac is all that glows in ‘Cold Post’, a leaden yarn about codes. Two stars.", outlet="Herald",
    )  # fmt: skip
    together = stories(first, replace(second, published=first.published + 3 * 86_400))
    assert together == [[1, 2]]


def test_critics_need_no_words_in_common_but_the_title() -> None:
    together = stories(
        report(
            1, "‘Cold Post’ Review: A Radio Operator Listens In",
            "‘Cold Post’ is a taut chiller about codes, frost and a marriage that never quite thaws.",
        ),
        report(
            2, "Review: ‘Cold Post’", outlet="Herald",
            lead="Three stars. My grandmother tapped Morse at Bletchley, so I took biscuits to ‘Cold Post’ "
            "and left humming. The villain dances!",
        ),
    )  # fmt: skip
    assert together == [[1, 2]]


def test_whoever_denies_the_same_brings_the_same_news() -> None:
    said = "Dee March says reports that she has walked off ‘Lowlands 3’ are “seaweed”, and false."
    together = stories(
        report(1, "Dee March: “I like sharks”", said, categories=("Interviews",)),
        report(2, "March denies walking off ‘Lowlands 3’ in Fiji", said, outlet="Herald"),
    )
    assert together == [[1, 2]]


def test_what_a_film_has_passed_is_told_in_passing() -> None:
    told = films(
        report(1, "‘Nightfall’ Passes ‘Cold Harbour’ as Top Western", "It stands at $911 million."),
        report(2, "‘Nightfall’ tops the chart", "It took $31 million, toppling ‘Cold Harbour’ from first."),
    )
    assert told == [("Nightfall",)] * 2


def test_firms_and_talk_that_come_to_a_film_at_last_are_not_about_it() -> None:
    lead = "She has put a mug in the kiln and is worried about it, and about the price of clay in Wales. "
    told = films(
        report(1, "Jane Hart on pottery and privacy", f"{lead * 3}In August she films ‘Cold Harbour.’"),
        report(
            2, "Effects workers vote to join a union", "Firms whose credits include ‘Cold Harbour’ agreed."
        ),
    )
    assert told == [(), ()]


def test_what_somebody_says_in_the_lead_is_no_title_in_the_headline() -> None:
    lead = "Asked about it, he replied: “Utter nonsense. She has been on set of ‘Cold Harbour’ for a month.”"
    assert films(report(1, "Lee Shuts Down ‘Cold Harbour’ Rumor: ‘Utter Nonsense’", lead)) == [
        ("Cold Harbour",)
    ]


def test_a_title_with_its_article_amid_a_sentence_is_one_where_it_is_called_a_film() -> None:
    told = films(
        report(
            1, "Studio unveils a first look at the villain in The Legend of Saltmarsh movie", "He is tall."
        ),
        report(2, "The Legend of Saltmarsh Gets a Villain", "The film’s maker showed him.", outlet="Slate"),
        report(3, "Ana Ruiz joins the new Saltmarsh movie", "She plays a nurse.", outlet="Ledger"),
    )
    assert told == [("The Legend of Saltmarsh",)] * 3


def test_a_word_in_capitals_is_no_title_beside_titles_in_quotes() -> None:
    told = films(
        report(1, "‘Cold Harbour’ Moves Up Two Weeks EARLY", "It opens on July 10."),
        report(2, "CONFIRMED: Jane Hart Is the Villain in SALTMARSH", "She wears a mask.", outlet="Fans"),
    )
    assert told == [("Cold Harbour",), ("SALTMARSH",)]


def test_the_sequel_after_a_numbered_one_is_a_title_though_nobody_prints_it_as_one() -> None:
    told = films(
        report(1, "‘The Long Haul 2’ Opens Big", "It took $80 million."),
        report(2, "Hart says no talks yet for The Long Haul 3", "Nobody has called her.", outlet="Slate"),
    )
    assert told == [("The Long Haul 2",), ("The Long Haul 3",)]


def test_guides_guesses_and_briefs_are_lists() -> None:
    told = tell(
        report(1, "Long weekend: what’s on in cinemas", "‘Lowlands’ is not for children, but ‘Nib’ is."),
        report(2, "Who’ll win on Sunday: our Heron guesses", "Drama to ‘Lowlands,’ comedy to ‘Nib.’"),
        report(
            3,
            "Film Briefs: Tom Hale Joins ‘Lowlands’ & More Casting News",
            "Tom Hale has joined ‘Lowlands.’ Mary Oduya is set for ‘Nib.’",
            categories=("Casting", "News Briefs"),
        ),
    )
    (round_up,) = tell(report(4, "Casting Roundup: ‘Nib 2’ and More", "Tom Reed has joined ‘Nib 2.’"))
    assert [(one.beat, one.films) for one in (*told, round_up)] == [("list", ())] * 4


def test_a_film_that_other_news_comes_to_at_last_is_no_part_of_it() -> None:
    (told,) = tell(
        report(
            1,
            "Hull theater rises from a barn, one pew at a time",
            "The seats came out of a shuttered church, the marquee from a bowling alley and the popcorn "
            "machine from a barn. Dan Kowal, a retired welder, spent six years building the house, which "
            "has ninety seats and no heating. On Saturday it opens with ‘Lowlands.’",
        )
    )
    assert told.films == ()


def test_a_film_that_one_report_of_an_interview_comes_to_at_last_is_no_film_of_the_others() -> None:
    told = films(
        report(
            1, "I am not retiring, says Okafor", "Mina Okafor told a reporter that talk of it was rubbish."
        ),
        report(
            2,
            "Actress Mina Okafor denies plan to retire",
            "Mina Okafor, who won an Academy Award, said on Tuesday that she has no intention to stop "
            "acting, after reports said otherwise. Her publicist called the reports false and asked for "
            "quiet before the holidays begin. Okafor will appear on screen next year in a comedy about "
            "bells, ‘Grandsire.’",
            outlet="Wire",
        ),
    )
    assert told == [(), ()]


def test_a_word_said_aloud_is_no_title() -> None:
    (told,) = tell(
        report(1, "NIGHTFALL Trailer Is Here, and the Ghost Is TERRIFYING", "It is two minutes long.")
    )
    assert told.films == ("NIGHTFALL",)


def test_titles_that_differ_by_a_letter_are_two_films() -> None:
    def item(key: int, film: str) -> Item:
        words = frozenset(map(stem, film.split()))
        return Item(key, 0, {}, frozenset({film}), "release-date", film_words=words)

    delve = item(1, "delve")
    apart = log_odds(delve, item(2, "saltmine"), 0.3)
    assert log_odds(delve, item(2, "delves"), 0.3) == apart
    assert log_odds(delve, item(2, "delve part three"), 0.3) > apart


def test_a_title_is_one_word_with_what_belongs_to_it() -> None:
    room = Newsroom(Memory())
    reviews = [report(key, "‘Delve’ Review", "‘Delve’ is out.", outlet=f"Outlet {key}") for key in (1, 2)]
    leak = report(3, "SPOILERS!!! DELVE’S INSANE FINAL SCENE DESCRIBED", "A bird told us.", outlet="Gossip")
    room.learn(in_order([*reviews, leak]))
    assert room.tell([leak])[0].films == ("Delve",)


def test_an_essay_that_sets_two_films_side_by_side_is_about_both() -> None:
    leads = (
        "To place ‘Clay Hymn’ and ‘Nightfall’ side by side is to ask what a remake is for.",
        "‘Clay Hymn’ is long. ‘Nightfall’ is not.",
    )
    told = films(report(1, "The weight of water", leads[0]))
    assert (told, films(report(1, "The weight of water", leads[1]))) == (
        [("Clay Hymn", "Nightfall")],
        [("Clay Hymn",)],
    )


def test_a_headline_of_who_competes_at_a_festival_is_about_no_film() -> None:
    told = films(
        report(
            1, "No Danish film in Cannes competition again", "‘Low Water’ is shown in a sidebar at Cannes."
        ),
        report(
            2, "‘Low Water’ in competition at Cannes", "‘Low Water’ will be shown at Cannes.", outlet="Post"
        ),
    )
    assert told == [(), ("Low Water",)]
