"""Which kind of news a word tells of, and where the same word, a date or a number tells of none."""

from __future__ import annotations

import pytest

from reader.stories.kinds.beats import beat

NEWS = [
    # A firm sheds people; a shift in what it does is no date.
    ("business", "Polestar trims 12% of staff amid shift to television", ""),
    ("business", "Kestrel confirms redundancies in its London office", ""),
    ("business", "Ushers stage one-day walkout at Oslo festival", "Festival screenings began an hour late."),
    ("release-date", "Kestrel shifts ‘_____’ to October", ""),
    ("release-date", "Kestrel brings ‘_____’ forward to June", ""),
    ("release-date", "When will The Ferry hit streaming? Our best guess", ""),
    ("release-date", "BOND DATE LEAKED", ""),
    ("release-date", "Outback western aims for winter release", ""),
    ("announcement", "Kestrel is eyeing a ‘_____’ sequel", ""),
    ("box-office", "‘_____’ banks a nine-figure opening", ""),
    ("business", "Toronto-bound ‘_____’ snapped up before it lands", ""),
    # Dates and numbers stand in all news.
    ("other", "Wardens count 4,000 film fans on the moor by 9 June", "They came on 8 June and 9 June."),
    ("release-date", "‘_____’ opens June 9", "The ferry film opens on 9 June."),
    # A town’s picture house.
    ("business", "Porthleven to lose its only cinema", ""),
    ("business", "The picture house will shut on 30 August", ""),
    # Where a film will be made.
    ("production", "Spy sequel will be filmed in Wales, its makers confirm", ""),
    ("announcement", "Spy novel to be made into a film", ""),
    # Who died long ago is no news; who died this week is.
    (
        "business",
        "Guild sues over the voice of Jo Vance",
        "The actor died in 2019. His voice speaks on.",
    ),
    ("obituary", "Farewell to a great voice: Jo Vance", "The actor died in Oslo on Monday."),
    # Somebody is quoted at length; a firm’s head tells of business.
    (
        "interview",
        "Ana Sol: “Erika was never sorry, so I had to be”",
        "In Cannes the actress talks of guilt.",
    ),
    ("business", "Cineplex boss: “Ticket prices will have to rise”", ""),
    # Television.
    (
        "other",
        "Bafta TV Awards: ‘_____’ wins best drama",
        "The thriller won two prizes at the Bafta TV awards.",
    ),
    ("other", "2031 Emmy nominations: the complete list", ""),
    ("awards", "Baftas: ‘_____’ wins best film", ""),
    ("casting", "Emmy winner Jo Vance joins the ferry drama", ""),
    # Lists.
    ("list", "The film week in five minutes", ""),
    ("list", "The longest ovations of the festival", ""),
    ("list", "All of tonight’s trailers: ‘_____,’ ‘_____’ and ‘_____’", ""),
    ("trailer", "New trailer: ‘_____’ sets sail", ""),
    # What a word means beside another: a firm finds a home, a series its new star.
    ("casting", "Kestrel finds its new ferryman", ""),
    ("casting", "Jo Vance won’t return for the sequel", ""),
    ("release-date", "‘_____’ will now open in 2031", ""),
    ("release-date", "Polestar reshuffles its 2031 slate", ""),
    ("festival", "Ghent festival announces its slate", ""),
    ("release-date", "‘_____’ is leaving theaters", ""),
    ("production", "Bo Ek is scoring ‘_____’", ""),
    ("box-office", "‘_____’ scores a $40 million opening weekend", ""),
    ("review", "‘_____’ debuts with 91% on Rotten Tomatoes", ""),
    ("awards", "The Academy adds a category for stunts", ""),
    ("casting", "Kestrel adds Jo Vance to the ferry drama", ""),
    ("obituary", "Jo Vance remembered by her co-stars", ""),
    ("interview", "Ana Sol breaks her silence on the ferry drama", ""),
    # A warning is no essay.
    ("review", "Cannes diary, day two: ‘_____’ sank me (spoilers)", "I was moved."),
    ("other", "Who is the ferryman? The theories so far", ""),
]


@pytest.mark.parametrize(("expected", "title", "lead"), NEWS)
def test_the_kind_of_news(expected: str, title: str, lead: str) -> None:
    assert beat(title, lead).name == expected
