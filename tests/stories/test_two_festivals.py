"""The line-up of one festival is not another’s, though both open with a film and announce a programme."""

from __future__ import annotations

from reader.stories.kinds.occasions import PRIZE, occasion
from tests.stories.test_reading import report
from tests.stories.test_subjects import stories


def test_a_festival_is_named_in_a_headline() -> None:
    venice = occasion("Ann Roe’s ‘Low Water’ to open Venice", "festival")
    assert venice >= PRIZE
    assert venice != occasion("‘Low Water’ to open Edinburgh film festival", "festival") >= PRIZE
    assert venice == occasion("Golden Lion goes to ‘Low Water’", "awards")


def test_a_town_is_no_festival_and_two_festivals_may_be_either() -> None:
    assert occasion("Edinburgh director’s film to open in competition", "festival") == 0
    assert occasion("After Cannes, ‘Low Water’ heads to Toronto", "festival") == 0


def test_two_festivals_that_open_in_a_week_are_two_stories() -> None:
    lead = "The festival will open with {} by {} on the first night, its director announced on Monday."
    assert stories(
        report(1, "Rotterdam to open with ‘Low Water’", lead.format("‘Low Water’", "Ann Roe")),
        report(2, "Sitges film festival to open with ‘Tall Grass’", lead.format("‘Tall Grass’", "Bo Ek")),
        report(3, "‘Low Water’ opens Rotterdam", lead.format("‘Low Water’", "Ann Roe"), outlet="Wire"),
    ) == [[1, 3], [2]]
