"""Films that news of firms and money names: what it is about, and what it gives for an example."""

from __future__ import annotations

from reader.stories.films.unquoted_headlines import looked_at
from reader.stories.language.spans import in_capitals
from tests.stories.test_reading import report
from tests.stories.test_subjects import films


def test_a_firm_that_is_bought_is_news_of_none_of_its_films() -> None:
    lead = (
        "Harbour has agreed to acquire Longline for $3.1 billion, they said, in a deal that would join "
        "the producers of the “Kestrel” and “Gull” films. Shares rose."
    )
    assert films(
        report(1, "‘Kestrel’ Opens in May", "‘Kestrel’ opens in May.", outlet="Post"),
        report(2, "Harbour agrees to buy Longline for $3.1 billion", lead, outlet="Wire"),
    ) == [("Kestrel",), ()]


def test_a_film_that_misses_a_tax_credit_is_what_the_news_is_about() -> None:
    lead = "The production was passed over in the latest round of incentives, and goes abroad."
    assert films(
        report(1, "‘Kestrel 3’ Drops Porthleven for Bergen After Missing Out on Cornish Tax Credit", lead)
    ) == [("Kestrel 3",)]


def test_who_is_to_play_a_villain_is_news_of_that_film() -> None:
    lead = "The “Harrow” star is in talks to menace Ann Roe in “Kestrel 3.” No deal has been made."
    assert films(report(1, "Orrin Vale Eyed As “Kestrel 3” Villain", lead)) == [("Kestrel 3",)]


def test_a_sum_is_no_title_in_capitals() -> None:
    assert [span.text for span in in_capitals("Longline Wins ‘Kestrel’ In $11M TIFF Deal")] == []


def test_the_title_in_english_is_the_one_a_film_goes_by() -> None:
    head = "“Project Heron” becomes ‘Brzeg’, or ‘Shoreline’ in English"
    assert films(
        report(1, head, "It was shot in May.", outlet="Wire"),
        report(2, "First look at Ann Roe in “Shoreline”", "Ann Roe is seen in “Shoreline.”", outlet="Post"),
    ) == [("Shoreline",), ("Shoreline",)]


def test_a_month_said_aloud_and_what_a_headline_goes_on_with_are_no_titles() -> None:
    assert [span.text for span in in_capitals("Fans must wait until NOVEMBER 2028 for the next one")] == []
    assert looked_at("Kiln Locks Its 4K Date") == ()
    assert looked_at("Harrow Lane 4K review") == ("Harrow Lane",)
