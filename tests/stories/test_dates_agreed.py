"""A date that one report has in passing, told by what the other reports of its story state."""

from __future__ import annotations

import pytest

from reader.stories.dates.agreed import agreed
from reader.stories.dates.claims import Asked, Claim, claim
from tests.stories.dated import JUNE, LATE_NOVEMBER, Stated

MOVED = ("Harrow II moved", "Harrow II moves from June 11, 2027 to Nov. 5, 2027.", "release-date")
AGAIN = ("Harrow II slips", "It will now open on Nov. 5, 2027 instead of June 11, 2027.", "release-date")
SET = ("Harrow II dated", "It opens on May 14, 2027.", "release-date")
Piece = tuple[str, str, str]


def _among(piece: Piece, *others: Piece, local: str | None = None, when: int = JUNE) -> Stated:
    """What a report claims among others of one story, all of them about one film."""
    asked = [
        Asked(*piece[:2], when, piece[2], None, local),
        *(Asked(*one[:2], when, one[2]) for one in others),
    ]
    found: list[Claim | None] = [claim(**ask._asdict()) for ask in asked]
    one = agreed(found, asked, [["harrow ii"]] * len(asked))[0]
    return one and (one.date, one.region, one.moved_from)


SAID_BY_THE_WAY: list[tuple[str, str, Stated]] = [
    ("BYE JUNE, HELLO NOVEMBER!!", "Harrow II is a mess.", ("2027-11", None, "2027-06")),
    ("Harrow II slips", "They gave us June and have snatched it back for November 2027.",
     ("2027-11", None, "2027-06")),
    ("Harrow II slips", "It comes in November 2027. June’s off, since nobody can swim.",
     ("2027-11", None, "2027-06")),
    ("Harrow II slips", "It has left next June’s line-up. It is now to open on November 5.",
     ("2027-11-05", None, "2027-06")),
    ("Harrow II in November 2027", "It is to open on Nov. 5 all over. That was all.",
     ("2027-11-05", None, None)),
    ("Harrow II slips", "It comes in November 2027. Salt Ferry stays put in June.",
     ("2027-11", None, None)),
]  # fmt: skip


@pytest.mark.parametrize(("title", "lead", "expected"), SAID_BY_THE_WAY)
def test_what_a_date_took_the_place_of_is_told_by_others(title: str, lead: str, expected: Stated) -> None:
    assert _among((title, lead, "release-date"), MOVED, AGAIN) == expected


IN_PASSING: list[tuple[str, Stated]] = [
    ("Inject it. HARROW II, May, please.", ("2027-05", None, None)),
    ("It hurts to look at. Oh May 14, be kind to us.", ("2027-05-14", None, None)),
    ("A month like May feels far away.", ("2027-05", None, None)),
    ("They may open it some day. It might well.", None),
    ("Cameras roll again in May.", None),
    ("It was shot last May.", None),
    ("We’d guess May 14, or never.", None),
    ("May’s best thriller had it all before.", None),
]


@pytest.mark.parametrize(("lead", "expected"), IN_PASSING)
def test_a_date_in_passing_is_one_of_release_where_others_state_it(lead: str, expected: Stated) -> None:
    assert _among(("Harrow II has a trailer", lead, "other"), SET) == expected
    assert _among(("Harrow II has a trailer", lead, "other")) is None


def test_a_list_claims_no_date_whatever_others_state() -> None:
    assert _among(("Ten sequels to come", "Oh May 14, be kind to us.", "list"), SET) is None


def test_a_date_has_the_year_that_all_others_state() -> None:
    piece = ("Harrow II dated", "It opens on December 3.", "release-date")
    others = ("Harrow II dated", "It opens on December 3, 2027.", "release-date")
    assert _among(piece) == ("2026-12-03", None, None)
    assert _among(piece, others) == ("2027-12-03", None, None)
    earlier = ("Harrow II dated", "It opens on April 3, 2028.", "release-date")
    assert _among(piece, earlier) == ("2026-12-03", None, None)  # another half of the year


def test_what_it_moved_from_has_the_year_that_others_state() -> None:
    told = ("Harrow II late", "It had been due on June 7. It is now set for June 6, 2028.", "release-date")
    other = ("Harrow II late", "Harrow II moves from June 7, 2027 to June 6, 2028.", "release-date")
    assert _among(told, other, other, when=LATE_NOVEMBER) == ("2028-06-06", None, "2027-06-07")


def test_of_two_dates_the_one_that_others_state_is_claimed_unless_readers_elsewhere_have_another() -> None:
    both = ("Harrow II twice", "It opens in some theaters in May 2027, and comes to disc on July 8, 2027.",
            "release-date")  # fmt: skip
    here = ("Harrow II here", "In America it opens on May 14, 2027, and here on 21 May 2027.", "release-date")
    assert _among(both, SET, SET) == ("2027-05", None, None)
    assert _among(here, SET, SET, local="UK") == ("2027-05-21", "UK", None)


def test_a_report_alone_claims_what_it_did() -> None:
    only = Claim("2027-05-14")
    assert agreed([only], [Asked("Harrow II", "It opens on May 14, 2027.", JUNE)], [["harrow ii"]]) == [only]
    assert agreed([None, None], [None, None], [[], []]) == [None, None]
    other = Asked("Tarn", "Oh May 14, be kind to us.", JUNE)
    set_ = Asked(*SET[:2], JUNE, SET[2])
    assert agreed([only, None], [set_, other], [["harrow ii"], ["tarn"]]) == [only, None]


def _settled(one: Claim, lead: str, beat: str, *others: Claim) -> Stated:
    """What a claim becomes among those of other reports."""
    asked = [Asked("Harrow II", lead, JUNE, beat)] * (len(others) + 1)
    found = agreed([one, *others], asked, [["harrow ii"]] * len(asked))[0]
    return found and (found.date, found.region, found.moved_from)


US = Claim("2027-05-08", "US")
SEEN: list[tuple[str, Claim, str, str, tuple[Claim, ...], Stated]] = [
    ("the day of another country is none that it moved from",
     Claim("2027-05-15", "UK", "2027-05-08"), "We get it a week on.", "release-date", (US,),
     ("2027-05-15", "UK", None)),
    ("the day that others still state, where it is said to have moved",
     Claim("2027-12-03", "US", "2027-05-08"), "Moves From May 8 to Dec. 3, 2027.", "release-date", (US,),
     ("2027-12-03", "US", "2027-05-08")),
    ("what it moved from is told by one alone, in news of moves",
     Claim("2027-05-08", "US", "2027-03-05"), "Out of March.", "release-date", (US, US),
     ("2027-05-08", "US", "2027-03-05")),
    ("what one alone has, in news of something else, is no move",
     Claim("2027-05-08", "US", "2027-01-29"), "He was hurt on Jan. 29.", "casting", (US, US),
     ("2027-05-08", "US", None)),
    ("unless it says that a date changes",
     Claim("2027-05-08", "US", "2027-01-29"), "It has moved.", "casting", (US, US),
     ("2027-05-08", "US", "2027-01-29")),
    ("the year that most others tell",
     Claim("2028-05-26", None, "2027-06-09"), "Out of June.", "release-date",
     (Claim("2028-05-26", None, "2028-06-09"), Claim("2028-05", None, "2028-06"),
      Claim("2028-05-26", None, "2027-06-09")),
     ("2028-05-26", None, "2028-06-09")),
    ("the day within a summer",
     Claim("2027-Q3"), "A sequel for summer 2027 has an Aug. 6, 2027 berth.", "announcement",
     (Claim("2027-08-06"),), ("2027-08-06", None, None)),
    ("the day within a year, which is not that of a shoot",
     Claim("2027"), "A sequel for 2027. Filming starts on May 8, 2027.", "announcement", (US,),
     ("2027", None, None)),
]  # fmt: skip


@pytest.mark.parametrize(("one", "lead", "beat", "others", "expected"), [row[1:] for row in SEEN])
def test_a_claim_is_mended_by_those_of_others(
    one: Claim, lead: str, beat: str, others: tuple[Claim, ...], expected: Stated
) -> None:
    assert _settled(one, lead, beat, *others) == expected


def test_a_year_is_claimed_or_given_up_where_others_tell_the_days() -> None:
    lost = ("This Huge 2027 Sequel Lost Its Lead", "She quit over a ferry.", "casting")
    before = ("This Huge 2024 Sequel Lost Its Lead", "She quit over a ferry.", "casting")
    assert _among(lost, SET) == ("2027", None, None)
    assert _among(before, SET) is None
    late = ("Harrow II slips", "The 2026 film is delayed to May 14, 2027, says Tern.", "other")
    moved = ("Harrow II slips", "Harrow II moves from Oct. 9, 2026 to May 14, 2027.", "release-date")
    assert _among(late, moved, moved) == ("2027-05-14", None, "2026")


def test_what_it_moved_from_is_not_when_within_a_year_it_opens() -> None:
    away = ("Harrow II slips", "Harrow II moves from May to 2027.", "release-date")
    assert _among(away) == ("2027", None, "2027-05")
    assert _among(away, SET) == ("2027", None, "2027-05")


def test_a_move_stands_though_more_still_tell_of_the_date_that_it_left() -> None:
    away = ("Harrow II slips", "Harrow II moves from May 2027 to June 2027.", "release-date")
    late = ("Harrow II still to come", "It opens in May 2027.", "release-date")
    assert _among(away) == ("2027-06", None, "2027-05")
    assert _among(away, SET, late) == ("2027-06", None, "2027-05")


def test_no_date_took_its_own_place() -> None:
    set_for = ("Harrow II dated", "It opens on December 18.", "release-date")
    fall = ("Harrow II dated", "It opens in fall 2027.", "release-date")
    earlier = ("Harrow II moved", "Harrow II moves from fall 2027 to June 11, 2027.", "release-date")
    assert _among(set_for, fall, earlier) == ("2027-12-18", None, None)


def test_a_month_that_news_of_takings_only_names_is_none_of_release() -> None:
    weekend = ("Five things we learnt", "What Harrow II’s start means for November.", "box-office")
    assert _among(weekend, MOVED, AGAIN, when=LATE_NOVEMBER) is None


def test_a_day_of_another_country_makes_none_more_exact() -> None:
    abroad = (
        "Known stateside as Harrow Again, it will arrive late next year. Lumen has the French date: Oct. 7."
    )
    asked = [
        Asked("Orbit buys Harrow II", abroad, JUNE, "business", "US"),
        Asked("Harrow II in France", "It opens in France on Oct. 7, 2027.", JUNE, "release-date"),
    ]
    one = agreed([claim(**ask._asdict()) for ask in asked], asked, [["harrow ii"]] * 2)[0]
    assert one
    assert (one.date, one.region) == ("2027-Q4", "US")
