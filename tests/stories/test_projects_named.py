"""Which film a project becomes: the one that is told to have its name, and no other beside it."""

from __future__ import annotations

from tests.stories.test_links import library
from tests.stories.test_reading import report

CAST = report(
    1, "Tom Hale is the next James Bond", "The untitled film has Tom Hale as 007. Filming begins in May."
)
ROUND_UP = report(
    3,
    "The week in film: Roe turns director, and Bond gets a name",
    "Jane Roe made ‘Gull Island,’ Bond 26 became ‘Nightfall,’ and there was rain.",
    outlet="Slate",
)
TITLED = report(2, "Bond 26 Is Titled ‘Nightfall’", "Tom Hale is 007 in ‘Nightfall.’", outlet="Wire")
UNTITLED = report(
    1, "Tom Hale joins Mary Oduya’s untitled film", "Mary Oduya directs Tom Hale and Ann Beck at sea."
)
NAMED = report(
    2,
    "Mary Oduya’s new film is called ‘Wreckers’",
    "It has Tom Hale and Ann Beck at sea. Mary Oduya is pleased.",
    outlet="Slate",
)


def test_a_round_up_gives_no_project_its_first_film_for_a_title() -> None:
    told = library(CAST, TITLED, ROUND_UP)
    assert told[1].films == ("Nightfall",)


def test_who_is_named_for_a_role_names_no_film() -> None:
    pupil = "Teacher’s pride as her pupil is named James Bond"
    told = library(CAST, report(4, pupil, "A banner read ‘Gull Island’. He is to be 007."))
    assert told[1].films == ("Untitled James Bond film",)


def test_what_is_yet_to_be_named_is_not_named_yet() -> None:
    lead = "Mary Oduya has cast Tom Hale. ‘Gull Island’ was her last. The film has yet to be named."
    told = library(UNTITLED, report(3, "Tom Hale to star for Mary Oduya", lead))
    assert "Gull Island" not in told[1].films


def test_what_can_only_be_called_somebodys_next_is_what_that_became() -> None:
    lead = "Mary Oduya takes Tom Hale and Ann Beck to sea in May. Little else is known."
    told = library(UNTITLED, NAMED, report(3, "Hale and Beck cast by Oduya", lead, outlet="Wire"))
    assert told[3].films == ("Wreckers",)


def test_news_of_one_of_them_alone_is_of_no_film() -> None:
    told = library(UNTITLED, NAMED, report(3, "Mary Oduya moves house", "She likes the sea.", outlet="Wire"))
    assert told[3].films == ()


def test_what_had_a_title_for_a_while_is_not_renamed() -> None:
    lead = "The film will be called ‘Nightfall,’ which was the working title of ‘Gull Island’ in 2019."
    told = library(report(1, "‘Nightfall’ it is", lead), report(2, "‘Gull Island’ returns", "See it."))
    assert told[2].films == ("Gull Island",)
