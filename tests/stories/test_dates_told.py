"""Dates as reports tell them: figures, seasons, holidays, and what moved by how much."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from reader.stories.dates.claims import claim
from reader.stories.kinds.beats import beat

WEDNESDAY = int(datetime(2026, 6, 10, 12, tzinfo=UTC).timestamp())
Stated = tuple[str, str | None, str | None] | None

ROWS: list[tuple[str, str, str, str | None, Stated]] = [
    (
        "‘Cold Harbour’ Shifts From 7/16/27 to 10/15/27",
        "Paramount has moved ‘Cold Harbour’ from 7/16/27 to 10/15/27.",
        "",
        None,
        ("2027-10-15", None, "2027-07-16"),
    ),
    (
        "Cold Harbour: new date",
        "COLD HARBOUR (Par) dated 10/15/27, wide.",
        "",
        None,
        ("2027-10-15", None, None),
    ),
    (
        "Cold Harbour startet später",
        "Cold Harbour opens in German cinemas on 16.07.2027.",
        "",
        None,
        ("2027-07-16", "DE", None),
    ),
    (
        "Cold Harbour gets a date",
        "The film opens on 16/07/2027 in the UK.",
        "",
        None,
        ("2027-07-16", "UK", None),
    ),
    ("Cold Harbour gets a date", "The film opens 2027-07-16.", "", None, ("2027-07-16", None, None)),
    (
        "Cold Harbour delayed",
        "Cold Harbour will no longer open in May 2027. It now arrives in November of that year.",
        "",
        None,
        ("2027-11", None, "2027-05"),
    ),
    (
        "Cold Harbour delayed to the fall",
        "Cold Harbour was to open on June 4, 2027. It will open that fall instead.",
        "",
        None,
        ("2027-Q4", None, "2027-06-04"),
    ),
    (
        "Cold Harbour moves up",
        "Cold Harbour will open on July 9, 2027, a week earlier than planned.",
        "",
        None,
        ("2027-07-09", None, "2027-07-16"),
    ),
    (
        "Cold Harbour moves up",
        "The thriller comes out a week earlier, on July 9, 2027.",
        "",
        None,
        ("2027-07-09", None, "2027-07-16"),
    ),
    (
        "Cold Harbour slips",
        "The thriller comes out two weeks later, on July 30, 2027.",
        "",
        None,
        ("2027-07-30", None, "2027-07-16"),
    ),
    (
        "Cold Harbour to open Thanksgiving weekend",
        "Universal has dated Cold Harbour for Thanksgiving weekend.",
        "",
        None,
        ("2026-Q4", None, None),
    ),
    (
        "Cold Harbour to open Thanksgiving weekend",
        "Universal has dated Cold Harbour for Thanksgiving weekend 2027.",
        "",
        None,
        ("2027-Q4", None, None),
    ),
    (
        "Jane Roe Joins ‘Cold Harbour’",
        "Jane Roe will star. Filming starts in January in Wales, with a release to follow.",
        "casting",
        None,
        None,
    ),
    (
        "Jane Roe Joins ‘Cold Harbour’",
        "Jane Roe will star. Cameras roll next month in Wales.",
        "casting",
        None,
        None,
    ),
    (
        "Jane Roe Joins ‘Cold Harbour’",
        "Jane Roe will star. Production gets under way in Budapest on Sept. 14.",
        "casting",
        None,
        None,
    ),
    (
        "Jane Roe Joins ‘Cold Harbour’",
        "Jane Roe will star. She’ll start work on it in the fall after she finishes her play.",
        "casting",
        None,
        None,
    ),
    (
        "Jane Roe Joins ‘Cold Harbour’",
        "Jane Roe will star. It shoots in Malta from October.",
        "casting",
        None,
        None,
    ),
    (
        "‘Cold Harbour’ in fall classics series",
        "The museum's fall classics series includes Cold Harbour and runs from October 3 to November 20.",
        "",
        None,
        None,
    ),
    (
        "‘Cold Harbour’ to close Venice",
        "The film will close the Venice festival on September 12.",
        "",
        None,
        None,
    ),
    (
        "‘Cold Harbour’ heads to Toronto",
        "The film will screen at the Toronto festival, which runs September 10-20.",
        "",
        None,
        None,
    ),
    (
        "‘Cold Harbour’ heads to Toronto",
        "It plays Toronto on Sept. 12 before a theatrical release on Oct. 2.",
        "",
        None,
        ("2026-10-02", None, None),
    ),
    (
        "When Cold Harbour is streaming",
        "The film comes to Netflix on August 14 after two months in theaters.",
        "",
        None,
        ("2026-08-14", None, None),
    ),
    (
        "Cold Harbour trailer",
        "In theaters July 10 and streaming on Apple TV+ from September 4.",
        "trailer",
        None,
        ("2026-07-10", None, None),
    ),
    (
        "Cold Harbour has a UK date",
        "Cold Harbour opens in the UK on 3 September, three weeks after America gets it on 13 August.",
        "",
        "UK",
        ("2026-09-03", "UK", None),
    ),
    (
        "Cold Harbour in Australia",
        "Australian audiences must wait until Boxing Day for Cold Harbour, out in the US on December 11.",
        "",
        "AU",
        ("2026-12-26", "AU", None),
    ),
    ("Cold Harbour is coming", "It hits cinemas here on 20 August.", "", "UK", ("2026-08-20", "UK", None)),
    (
        "Cold Harbour pushed to Q1",
        "The studio now says the first quarter of 2028.",
        "",
        None,
        ("2028-Q1", None, None),
    ),
    (
        "Cold Harbour pushed to Q1",
        "The studio has the film down for Q1 2028, having planned it for Q3 2027.",
        "",
        None,
        ("2028-Q1", None, "2027-Q3"),
    ),
    (
        "Cold Harbour delayed",
        "Previously set for July 16, Cold Harbour is now due on October 15, 2027.",
        "",
        None,
        ("2027-10-15", None, "2027-07-16"),
    ),
    (
        "Cold Harbour delayed",
        "Cold Harbour is off the summer 2027 calendar and will bow that Christmas.",
        "",
        None,
        ("2027-Q4", None, "2027-Q3"),
    ),
    (
        "Cold Harbour delayed",
        "Cold Harbour has been pushed from next summer to spring 2028.",
        "",
        None,
        ("2028-Q2", None, "2027-Q3"),
    ),
    (
        "Cold Harbour brought forward",
        "It'll arrive on 5 March 2027 rather than 23 April.",
        "",
        None,
        ("2027-03-05", None, "2027-04-23"),
    ),
    (
        "Cold Harbour to open Memorial Day weekend 2027",
        "Sony plans it for Memorial Day weekend 2027.",
        "",
        None,
        ("2027-05", None, None),
    ),
    ("Cold Harbour Sets Easter Release", "Sony plans it for Easter 2027.", "", None, ("2027-Q2", None, None)),
    (
        "Cold Harbour Sets Labor Day Release",
        "Sony will open it over Labor Day.",
        "",
        None,
        ("2026-09", None, None),
    ),
    (
        "Cold Harbour dated",
        "Sony will open Cold Harbour on the first Friday of March 2027.",
        "",
        None,
        ("2027-03", None, None),
    ),
    (
        "Cold Harbour dated",
        "Sony will open Cold Harbour on July the 16th, 2027.",
        "",
        None,
        ("2027-07-16", None, None),
    ),
    (
        "Cold Harbour dated",
        "Sony will open Cold Harbour on the 16th of July.",
        "",
        None,
        ("2026-07-16", None, None),
    ),
    (
        "Cold Harbour dated",
        "Sony will open Cold Harbour on Friday 16th July 2027.",
        "",
        None,
        ("2027-07-16", None, None),
    ),
    (
        "Cold Harbour dated",
        "Sony has pencilled Cold Harbour in for mid-July 2027.",
        "",
        None,
        ("2027-07", None, None),
    ),
    (
        "Cold Harbour dated",
        "Sony has pencilled Cold Harbour in for the back half of 2027.",
        "",
        None,
        ("2027", None, None),
    ),
    ("Cold Harbour dated", "Cold Harbour is out sometime in 2027.", "", None, ("2027", None, None)),
    (
        "Cold Harbour dated",
        "Cold Harbour will open in the summer of 2027.",
        "",
        None,
        ("2027-Q3", None, None),
    ),
    ("Cold Harbour dated", "Cold Harbour will open next summer.", "", None, ("2027-Q3", None, None)),
    ("Cold Harbour dated", "Cold Harbour will open this fall.", "", None, ("2026-Q4", None, None)),
    (
        "Cold Harbour returns",
        "The film, first released in October 1996, returns to cinemas on 2 October for its 30th anniversary.",
        "",
        None,
        ("2026-10-02", None, None),
    ),
    (
        "Cold Harbour delayed by a year",
        "Cold Harbour will now open in July 2028, a year after its original date.",
        "",
        None,
        ("2028-07", None, "2027-07"),
    ),
    (
        "Cold Harbour slips three months",
        "Cold Harbour has slipped three months, from July 16 to October 15, 2027.",
        "",
        None,
        ("2027-10-15", None, "2027-07-16"),
    ),
    (
        "Cold Harbour vacates July",
        "Cold Harbour is gone from July 16, 2027. No new date has been given.",
        "",
        None,
        None,
    ),
    (
        "Cold Harbour undated",
        "Cold Harbour has been removed from the release schedule. It had been set for July 16, 2027.",
        "",
        None,
        None,
    ),
    (
        "Rumour: Cold Harbour to move",
        "Our man at the studio says it could move from summer to November 2027.",
        "",
        None,
        ("2027-11", None, "2027-Q3"),
    ),
    (
        "Cold Harbour moves back a month",
        "Halcyon has shifted Cold Harbour from June 18, 2027 to July 23, avoiding the animated Bees.",
        "",
        None,
        ("2027-07-23", None, "2027-06-18"),
    ),
    (
        "Cold Harbour to March 15, 2027",
        "Halcyon has re-dated Cold Harbour from November 20, 2026 to March 15, 2027. The untitled family "
        "film leaves the March date for one to be announced.",
        "",
        None,
        ("2027-03-15", None, "2026-11-20"),
    ),
    (
        "‘Cold Harbour’ exits Thanksgiving, lands March 15, 2027",
        "Cancel the turkey. Cold Harbour will not open on November 20 after all: the studio has pushed it to "
        "March 15, 2027, four months and a whole awards season away.",
        "",
        None,
        ("2027-03-15", None, "2026-11-20"),
    ),
    (
        "Halcyon moves “Cold Harbour” from November to March",
        "The third film in the series, dated for November 20 since last winter, will now open on "
        "March 15, 2027, in the slot that the studio had been holding.",
        "",
        None,
        ("2027-03-15", None, "2026-11-20"),
    ),
    (
        "Wright cast in Cold Harbour; Gdansk shoot on November 6",
        "Photography of Cold Harbour starts in Gdansk on November 6 and moves to Dublin in January.",
        "",
        None,
        None,
    ),
    (
        "Gdansk lights up for “Cold Harbour”: Wright cast, shoot from 6 November",
        "Wright takes the lead in Cold Harbour, which begins photography in Gdansk on 6 November. He has "
        "been attached since April.",
        "",
        None,
        None,
    ),
    (
        "Finals: “Cold Harbour” rounds down",
        "Monday’s finals for the weekend of June 5 to 7, against Sunday’s estimates.",
        "box-office",
        None,
        None,
    ),
    (
        "“Cold Harbour” pulls in on time with 12.2 million",
        "The thriller, which changed directors in June, has opened at the top.",
        "box-office",
        None,
        None,
    ),
]


@pytest.mark.parametrize(("title", "lead", "kind", "local", "expected"), ROWS)
def test_a_date_is_read_in_any_form(
    title: str, lead: str, kind: str, local: str | None, expected: Stated
) -> None:
    found = claim(title, lead, WEDNESDAY, beat=kind or beat(title, lead).name, local=local)
    assert expected == (found and (found.date, found.region, found.moved_from))


def test_figures_are_read_as_an_outlet_prints_them() -> None:
    said = [
        claim("Cold Harbour is dated", "It opens on 03/09/27.", WEDNESDAY, beat="release-date", local=local)
        for local in (None, "UK")
    ]
    assert [one.date if one else None for one in said] == ["2027-03-09", "2027-09-03"]
