"""How the trade press of Europe words its news: funds, sales agents, entries for prizes, a chart."""

from __future__ import annotations

import pytest

from reader.stories.kinds.beats import beat

NEWS = [
    ("other", "Tom Hale’s most daring role isn’t in a fast film"),
    ("other", "The new ‘_____’ cast looks nothing like the old one"),
    ("other", "Mary Oduya had a part you may not recall in ‘_____’"),
    ("business", "Three cinemas to remain open on the coast"),
    ("business", "Rising rents threaten picture palaces"),
    ("business", "Harbour picture house loses its lease"),
    ("other", "‘_____’ gives its franchise a new lease of life"),
    ("other", "‘_____’ franchise gets a new lease on life"),
    ("other", "‘_____’ plot leaked: it is a boat"),
    ("other", "‘_____’ leak: the end of it all"),
    ("production", "Ana Sol will compose the score for ‘_____’"),
    ("business", "Screen Wales unveils €2m funding round"),
    ("business", "Picture palace chain files for administration"),
    ("business", "Kestrel raises €40m for a third studio"),
    ("business", "Editors reach tentative agreement with broadcasters"),
    ("business", "Petrel launches sales on ‘_____’"),
    ("business", "Film spend falls in Latvia"),
    ("box-office", "‘_____’ opens to €4m in Spain"),
    ("festival", "Annecy reveals its graduation competition"),
    ("festival", "Ghent opens with ‘_____’"),
    ("box-office", "‘_____’ opens with $30m"),
    ("awards", "Latvia submits ‘_____’ for the Oscars"),
    ("awards", "Oscar longlists: two ferries make the cut"),
    ("casting", "Oscar winner Ana Sol joins ‘_____’"),
    ("box-office", "‘_____’ keeps Irish top spot"),
    ("box-office", "‘_____’ draws half a million in Prague"),
    ("box-office", "‘_____’ is the most successful Latvian film ever"),
    ("production", "Ana Sol’s ferry film shoots in Gdynia"),
    ("release-date", "‘_____’ goes to cinemas in May"),
    ("release-date", "When does ‘_____’ come out in Ireland?"),
    ("other", "What does ‘_____’ mean?"),
    ("review", "‘_____’ is a slow, wet triumph"),
    ("awards", "‘_____’ triumphs at the Lolas"),
    ("interview", "Ana Sol • Director of _____"),
    ("interview", "Six questions for Ana Sol"),
    ("interview", "“It rained on every single day”: the makers of ‘_____’"),
    ("obituary", "Tributes paid to composer of ‘_____’"),
    ("list", "The best ghost films of the decade"),
    ("other", "‘_____’ game pushed to next year"),
]


@pytest.mark.parametrize(("expected", "title"), NEWS)
def test_the_kind_of_news(expected: str, title: str) -> None:
    assert beat(title, "").name == expected
