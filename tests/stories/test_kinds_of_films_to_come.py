"""Films announced by who makes them, lists and prizes that name dates, and what is no news of films."""

from __future__ import annotations

import pytest

from reader.stories.kinds.beats import beat

NEWS = [
    (
        "announcement",
        "Ida Marr, Tom Pell reteam on smuggling drama ‘_____’",
        "Pell is attached to headline it.",
        "",
    ),
    ("announcement", "Ida Marr sets ‘_____’ with Kestrel; Tom Pell to star", "", ""),
    ("announcement", "Ana Sol to Direct Arctic Ghost Comedy ‘_____’", "No cast is attached.", ""),
    ("announcement", "Ana Sol’s next is a swamp western", "She circles the alligators already.", ""),
    ("production", "Ana Sol to direct the third ‘_____’", "She replaces Tom Pell, who quit on Friday.", ""),
    ("production", "The ghost train is moving", "Filming of it goes on in Hull.", ""),
    ("announcement", "Marr to film life of Grace Darling", "Filming is to begin in October.", ""),
    ("casting", "Is Dora Pell playing the new Ripper?", "A hairdresser tells us that she is.", ""),
    ("list", "What’s new on streaming this weekend: _____, _____ and more", "It lands on Hulu.", ""),
    ("list", "Oscars 2031: Way-too-early predictions", "_____ leads best picture.", "Oscars"),
    ("awards", "Gotham Awards move to September", "It is two months early.", ""),
    ("box-office", "Presales: _____ outpaces _____", "It is running 22% ahead.", "Weekend Box Office"),
    ("review", "« _____ »: the weight of water", "It is a film about a well.", ""),
    ("other", "Undertow warning for the long weekend", "Stay between the flags.", "Weather"),
]


@pytest.mark.parametrize(("expected", "title", "lead", "section"), NEWS)
def test_the_kind_of_news(expected: str, title: str, lead: str, section: str) -> None:
    assert expected == beat(title, lead, [section] if section else []).name
