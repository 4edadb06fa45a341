"""Films that a headline names in passing, and films that it is about though what stands beside looks so."""

from __future__ import annotations

import pytest

from tests.stories.test_own_titles import about
from tests.stories.test_reading import report, tell

KNOWN = (
    report(1, "‘Undertow’ Trailer", "‘Undertow’ is a film by Dee Marsh."),
    report(2, "“Undertow” Trailer", "“Undertow” is out in May.", outlet="Slate"),
    report(3, "‘Kiln’ Trailer", "‘Kiln’ is out.", outlet="Slate"),
    report(4, "“Kiln” Trailer", "“Kiln” is out.", outlet="Wire"),
)

HEADLINES = """
    ‘Undertow’ Escapes ‘Kiln’ With a Jump to March
    ‘Undertow’ Dodges ‘Kiln’
    ‘Undertow’ Steers Clear of ‘Kiln’ in August
    ‘Undertow’ Opens Opposite ‘Kiln’ After All
    Mays Takes ‘Undertow’ as Her Post-‘Kiln’ Project
    ‘Undertow’ Promises a ‘Kiln’-Style Shootout
    The ‘Kiln’ Guys Are Back With ‘Undertow’
    ‘Kiln’ Duo Reunite for ‘Undertow’
    Apple Nabs ‘Undertow’ in Wake of ‘Kiln’ Success
    ‘Undertow’ Secretly Ties Into ‘Kiln’
    ‘Undertow’ Knocks ‘Kiln’ Off Its Perch
    The Director Who Made ‘Kiln’ Returns With ‘Undertow’
    Dee Marsh to Follow ‘Kiln’ With Sea Epic ‘Undertow’
    ‘Undertow’ Is Dee Marsh’s Follow-Up to ‘Kiln’
    ‘Undertow’ Is Britain’s Answer to ‘Kiln’
    ‘Undertow’ Is a Spiritual Successor to ‘Kiln’
    The ‘Undertow’ Post-Credits Scene Sets Up ‘Kiln’
    """


@pytest.mark.parametrize("title", HEADLINES.strip().splitlines())
def test_a_film_is_only_what_another_is_told_by(title: str) -> None:
    assert about(*KNOWN, report(9, title.strip(), "Neon said so.", outlet="Gate"))[-1] == ("Undertow",)


SUBJECTS = """
    Warner Pushes ‘Undertow’ to 2028
    Then She Made ‘Undertow’
    The Math Behind ‘Undertow’
    The Story Behind ‘Undertow’
    Original ‘Undertow’ Returns
    Undertow sinks its rivals
    """


@pytest.mark.parametrize("title", SUBJECTS.strip().splitlines())
def test_a_film_that_the_news_is_of_is_what_it_is_about(title: str) -> None:
    assert about(*KNOWN, report(9, title.strip(), "It was a surprise.", outlet="Gate"))[-1] == ("Undertow",)


BARE = """
    A second feature is ready to go. Filming of The Brick Lane starts on Skye after Easter.
    Jane Hart will take the lead in The Brick Lane, a drama about a strike.
    Jane Hart will play a lock keeper in The Brick Lane, alongside Tom Mays.
    Production on The Brick Lane starts in Hull.
    """


@pytest.mark.parametrize("lead", BARE.strip().splitlines())
def test_a_bare_title_is_told_by_the_work_on_it(lead: str) -> None:
    assert about(report(1, "New part for Hart", lead.strip())) == [("The Brick Lane",)]


def test_what_is_called_a_game_beside_its_title_is_no_film() -> None:
    game = "Out on consoles in spring is Loud Room: Drowned, a brand-new puzzle game from Riga."
    film = "Tom Orr will adapt the game “Gears of Rain” for Netflix."
    assert about(
        report(1, "Something for the thumbs", game),
        report(2, "Orr To Pen “Gears Of Rain”", film, outlet="Slate"),
    ) == [(), ("Gears of Rain",)]


def test_seasons_slates_and_guides_are_about_no_film_but_titles_with_such_words_are_films() -> None:
    assert about(
        *KNOWN,
        report(5, "Hunting Season is best debut", "The jury liked Hunting Season most.", outlet="Gate"),
        report(6, "‘Hunting Season’ Trailer", "‘Hunting Season’ is a film.", outlet="Slate"),
        report(7, "New in cinemas: Undertow, Kiln", "What is on.", outlet="Gate"),
        report(9, "Spring trailers: ‘Undertow,’ ‘Kiln’ and More", "Every spot.", outlet="Gate"),
        report(8, "Filmpodcast, ep. 9: what we saw", "We talk about Undertow.", outlet="Gate"),
    )[4:] == [("Hunting Season",), ("Hunting Season",), (), (), ()]


def test_who_plays_the_lead_bears_a_title_that_is_a_given_name() -> None:
    told = about(
        report(1, "‘Martin’ Trailer", "‘Martin’ is a biopic."),
        report(2, "“Martin” Trailer", "“Martin” is out in May.", outlet="Slate"),
        report(3, "A garage shuts", "The pumps are dry, and soon Martin will lock the door.", outlet="Gate"),
    )
    assert told[-1] == ()


def test_a_second_film_in_a_headline_is_the_one_that_succeeds_the_first() -> None:
    told = about(
        report(1, "‘Dry Well’ successor ‘Wet Stone’ is crowned in Graz", "‘Wet Stone’ took the main prize.")
    )
    assert told == [("Wet Stone",)]


def test_a_project_without_a_name_is_its_makers() -> None:
    told = about(
        report(
            1,
            "A Lead for Toll's Next",
            "Ann Mull will star for director Mary Toll in an unnamed drama.",
        )
    )
    assert told == [("Untitled Mary Toll project",)]


def test_what_a_headline_calls_a_series_or_a_game_is_not_the_film_of_that_name() -> None:
    told = about(
        *KNOWN,
        report(
            5, "Netflix Orders ‘Kiln’ Limited Series", "It is unrelated to the film ‘Kiln’.", outlet="Gate"
        ),
        report(6, "The ‘Kiln’ animated series is coming", "The ‘Kiln’ show is for all.", outlet="Gate"),
        report(7, "Hulu Dates ‘Kiln’ For Awards Season", "‘Kiln’ comes in November.", outlet="Gate"),
    )
    assert told[4:] == [(), (), ("Kiln",)]


def test_a_word_that_is_also_a_section_is_a_title_where_it_is_printed_as_one() -> None:
    told = about(
        report(1, "‘Home’ Trailer: Who Is There?", "Ann Mull squats in ‘Home.’"),
        report(2, "“Home” Gets a Date", "“Home” is out in May.", outlet="Slate"),
        report(
            3, "Truths", "From Cathy Come Home to Gaslight, cinema knows who owns the roof.", outlet="Gate"
        ),
    )
    assert told == [("Home",), ("Home",), ()]


def test_a_film_of_old_stays_what_a_report_is_about_beside_reports_of_its_remake() -> None:
    told = tell(
        report(1, "Hart to remake ‘Ann’s Harbor’", "She will remake ‘Ann’s Harbor,’ the 1954 weepie."),
        report(2, "Ann’s Harbor to be made again", "Hart will direct Ann’s Harbor in May.", outlet="Slate"),
        report(
            3,
            "A restored Ann’s Harbor sails again",
            "The 1954 original returns in a restoration.",
            outlet="Wire",
        ),
    )
    assert [one.films for one in told] == [("Ann’s Harbor",), ("Ann’s Harbor",), ("Ann’s Harbor (1954)",)]


def test_a_franchise_is_named_in_passing_beside_a_film_of_it() -> None:
    told = about(
        report(1, "‘Star Wars’ in trouble", "‘Star Wars’ is a name. ‘The Far Moons’ is out."),
        report(2, "“Star Wars” again", "“Star Wars” is a name.", outlet="Slate"),
        report(3, "The Far Moons review: the smallest Star Wars so far", "Bring a cushion.", outlet="Gate"),
    )
    assert told[-1] == ("The Far Moons",)


def test_what_somebody_calls_a_thing_in_quotes_is_no_title() -> None:
    title = "A ‘Shapeless’ Epic Gets Its Hero at Last"
    told = about(report(1, title, "Tom Orr will star in ‘Red Meridian.’"))
    assert told == [("Red Meridian",)]
    assert about(report(1, "The ‘Unforgiving’ Star Has a New Part", "She will play a nun."))[0] != ("Novel",)


def test_a_word_of_a_places_name_is_no_film_of_that_name() -> None:
    told = about(
        report(1, "‘Panama’ Trailer", "‘Panama’ is a thriller."),
        report(2, "“Panama” Gets a Date", "“Panama” is out in May.", outlet="Slate"),
        report(3, "Toll goes up", "Tankers will pay more to pass the Panama canal from May.", outlet="Gate"),
    )
    assert told[-1] == ()


def test_of_nominations_the_film_that_comes_second_counts_too() -> None:
    lead = "“Short Straw,” {}, followed with six. “Kiln” got one. Winners are named in May."
    headed = report(
        1,
        "“Undertow” leads Globe nominations",
        "“Undertow” got seven. " + lead.format("a comedy of errors with Paul Hale"),
    )
    unheaded = report(
        2, "British drama leads nominations for Globes", "“Undertow” got seven. " + lead.format("with Hale")
    )
    assert [about(each)[0] for each in (headed, unheaded)] == [("Undertow", "Short Straw")] * 2


def test_whom_a_winner_beat_is_named_with_a_film_in_passing() -> None:
    told = about(
        report(
            1,
            "Guild Prizes: Dee Coogan Wins for ‘Undertow’",
            "Coogan beat Paul Anders (‘Kiln’) and Mia Zhou (‘Nib’) to the guild’s prize.",
        )
    )
    assert told == [("Undertow",)]


ALONE = """
    Dee Marsh has cast a new film, from Ann Roe, who adapted Lena Mull’s Kiln for the screen.
    The director of Frank Hill and ‘Kiln’ has cast a new film.
    Her new film, almost called ‘Kiln’, has a cast.
    """


@pytest.mark.parametrize("lead", ALONE.strip().splitlines())
def test_a_lead_names_a_film_to_say_who_makes_the_next(lead: str) -> None:
    assert about(*KNOWN, report(9, "Tom Roe to star in a new drama", lead.strip(), outlet="Gate"))[-1] == ()


def test_a_film_that_an_actor_is_attached_to_is_the_news() -> None:
    told = about(*KNOWN, report(9, "Tom Roe Attached to ‘Kiln’", "Tom Roe is in.", outlet="Gate"))[-1]
    assert told == ("Kiln",)


def test_what_a_distributor_had_before_is_not_what_it_buys() -> None:
    lead = "The deal for ‘Undertow’ was struck in Cannes. Neon previously bought ‘Kiln.’"
    assert about(*KNOWN, report(9, "Neon lands sea thriller", lead, outlet="Gate"))[-1] == ("Undertow",)
