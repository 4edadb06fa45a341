"""Where an outlet speaks from, told by its habits; and whose date a clause tells."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from reader.stories.dates.claims import claim
from reader.stories.dates.stated import mark
from reader.stories.house_styles import Houses
from reader.stories.report import Report

JUNE = int(datetime(2026, 6, 3, 12, tzinfo=UTC).timestamp())


def told(*reports: tuple[str, str, Sequence[str]], outlet: str = "Lamp", url: str = "") -> Houses:
    """What is known of a house from reports: headline, lead, tags."""
    houses = Houses()
    houses.learn(
        Report(key, outlet, title, lead, (), tuple(tags), JUNE, url)
        for key, (title, lead, tags) in enumerate(reports)
    )
    return houses


AGENCY = ("Court rules on film", "DENVER (Allied) — A court ruled on Tuesday on the British film.", ())
PAPER = ("A colourful début", "The film is in cinemas now, in a programme at the theatre.", ())
CHATTY = ("We love it", "You and I will be at the cinemas in our favourite colour.", ())
GUIDE = ("Where to watch it", "You can rent it for $5.99, you lucky people, at home in the theater room.", ())
GATHERER = ("“Harrow” Dated", "The film opens in cinemas on March 3rd. Telly next.", ())
SHELF = ("Harrow Heads Home", "The favorite streams on Peacock in May and on disc in color, you see.", ())
PARIS = ("« Harrow » sort mercredi", "Le film est à la télé avec les grands noms, dans une salle.", ())
TRADE = ("‘Harrow’ Sets Its Cast", "The studio has set four to star in the thriller.", ())
TALK = ("‘Harrow’ Looks Bananas", "It’s here, and it doesn’t hold back. That’s the spirit.", ())
BRISK = ("‘Harrow’ Gets Its Villain", "It’s a deal. The studio has set four to star.", ())
WHISPER = ("LEAD OF TARN 2 FOUND?", "A rumour: our mole has seen him in his grey coat at the theatre.", ())
CORK = ("Film shot in Galway", "It was made in spring.", ())
POUNDS = ("Film takes £2m in Leeds", "It cost $90m and was made in Yorkshire.", ())
COUNTY = ("Drive-in fights to stay open", "The screen outside Boise has stood since 1968.", ())
PUNE = ("Film crosses Rs 100 crore", "The Telugu drama has held well in Hyderabad.", ())
TOKYO = ("Film Opens in Japan", "The anime film opens in Japan in May.", ())
OWN = ("Seoul picks “Harrow” for the Oscars", "The film council said on Tuesday that it has chosen.", ())
PLAIN = ("A quiet drama", "The film is slow and long.", ())
SYDNEY = ("Premiere in town", "Queensland turned out for the film.", ())


@pytest.mark.parametrize(
    ("houses", "home", "local"),
    [
        (told(AGENCY, AGENCY), "US", None),
        (told(PAPER, PAPER, PAPER), "UK", "UK"),
        (told(CHATTY, CHATTY, CHATTY), None, "UK"),
        (told(GUIDE, GUIDE, GUIDE), "US", None),
        (told(GATHERER, GATHERER, GATHERER), None, None),
        (told(SHELF, SHELF, SHELF), "US", None),
        (told(PARIS, PARIS, PARIS), None, None),
        (told(SYDNEY, SYDNEY, SYDNEY), "AU", "AU"),
        (told(SYDNEY, SYDNEY, OWN, PLAIN, PLAIN), "AU", "AU"),
        (told(SYDNEY, SYDNEY, OWN, TOKYO, PLAIN), None, None),
        (told(TRADE, TRADE, TRADE), "US", None),
        (told(TALK, TALK, TALK), None, None),
        (told(BRISK, BRISK, BRISK), "US", None),
        (told(COUNTY, COUNTY, COUNTY, AGENCY, AGENCY, AGENCY, AGENCY), "US", None),
        (told(COUNTY, TALK, TALK), None, None),
        (told(WHISPER, WHISPER, WHISPER), None, None),
        (told(*[CORK] * 3, *[PLAIN] * 8), "IE", "IE"),
        (told(*[CORK] * 3, TOKYO, TOKYO, *[PLAIN] * 6), None, None),
        (told(POUNDS, POUNDS, PLAIN), "UK", "UK"),
        (told(PUNE, PUNE, PUNE), "IN", "IN"),
        (told(TOKYO, TOKYO, TOKYO), "JP", "JP"),
        (told(PUNE, TOKYO, OWN, TOKYO, PUNE), None, None),
        (told(OWN, OWN, OWN), "KR", "KR"),
        (told(*[("Film sold", "A deal was struck.", ())] * 3, outlet="The Melbourne Post"), "AU", "AU"),
        (told(*[("Film sold", "A deal was struck.", ())] * 3, url="https://film.example.ie/1"), "IE", "IE"),
        (told(*[(*PAPER[:2], ("Poland", "Deals"))] * 3), None, None),
        (told(*[(*PAPER[:2], ("Ireland", "Film"))] * 3, outlet="The Cork Post"), "IE", "IE"),
    ],
)
def test_a_house_is_known_by_how_it_writes(houses: Houses, home: str | None, local: str | None) -> None:
    (outlet,) = houses.habits
    assert (home, local) == (houses.home(outlet), houses.local(outlet))


TITLE = "‘Harrow’ on the move"
LEAD = "Ember opens August 14. Harrow will be out November 6, while Ember 2 takes December 4."


def test_the_date_of_a_film_that_is_only_mentioned_is_passed_over() -> None:
    named = [
        ("title", TITLE.index("Harrow"), True),
        ("lead", LEAD.index("Ember"), False),
        ("lead", LEAD.index("Harrow"), True),
        ("lead", LEAD.index("Ember 2"), False),
        ("tag", 0, False),
    ]
    marks = mark(TITLE, ([], []), named)
    found = claim(TITLE, LEAD, JUNE, beat="release-date", marks=marks)
    assert found
    assert ("2026-11-06", LEAD[LEAD.index("Harrow") :]) == (found.date, found.words)


def test_a_title_that_looks_like_a_date_is_none() -> None:
    title, lead = "Father’s Day 2 leads", "Father’s Day 2 made $9 million, and opens in Japan on July 3."
    places = ([(0, len("Father’s Day 2"))], [(0, len("Father’s Day 2"))])
    found = claim(title, lead, JUNE, beat="box-office", home="US", marks=mark(title, places, []))
    assert found
    assert ("2026-07-03", "JP", lead) == (found.date, found.region, found.words)


def test_an_outlet_of_which_half_is_hearsay_deals_in_it() -> None:
    assert told(WHISPER, WHISPER, PLAIN).deals_in_hearsay("Lamp")
    assert not told(WHISPER, PLAIN, PLAIN).deals_in_hearsay("Lamp")
    assert not told(WHISPER, WHISPER).deals_in_hearsay("Lamp")
