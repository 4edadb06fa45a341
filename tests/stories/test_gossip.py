"""What gossip sites own to in other words, and what only answers gossip or sounds like it."""

from __future__ import annotations

import pytest

from reader.stories.kinds.rumours import DENIAL, rumour, stance

TOLD = [
    ("Buzz: Is Dora Pell Off To Goa? All We Know", "Tongues are wagging! Nobody official says so.", True),
    (
        "DORA PELL IS THE NEW RIPPER?! WE’RE HEARING IT’S DONE",
        "A rather talkative soul near the lot says the deal is signed. We got burned on this in 2019, so "
        "stay calm.",
        True,
    ),
    (
        "BLADE RECAST ALREADY, OR SO THE CANTEEN SAYS",
        "Two sparks at Elstree tell us the lead has been swapped. The studio isn’t commenting.",
        True,
    ),
    (
        "Is ‘Harrow 4’ dead? A makeup artist thinks so",
        "She asked us to leave her name out. Reps have left us on read and our last tip was a dud.",
        True,
    ),
    (
        "MARLOW OUT, ORR IN? SALT AT HAND",
        "A barista who serves half the crew reckons the switch is done. Nobody at Paragon is confirming.",
        True,
    ),
    (
        "Rumour: Greta Lund to play the Collector",
        "The claim comes from a scooper with a so-so record. Treat it as such.",
        True,
    ),
    (
        "LEAK: ‘Night Ferry’ ends with a cameo you won’t believe",
        "An anonymous post on a forum lists five cameos. None of it can be checked.",
        True,
    ),
    (
        "Is Tom Orr the next Bond? A betting shop seems to think so",
        "A lad behind the counter tells us somebody put a grand on it. We have no way of knowing more.",
        True,
    ),
    (
        "THE RIPPER 3 HAS SHOT THREE ENDINGS, SEZ OUR MOLE",
        "He has been wrong before. So have we. File under maybe.",
        True,
    ),
    (
        "Word reaches us that the Quarry reboot has lost its star",
        "It’s third-hand at best and the agency won’t call back.",
        True,
    ),
    (
        "GRETA LUND SPOTTED AT MARVEL. WHAT’S SHE UP TO?",
        "A delivery driver swears blind that she was measured for a cape. Could be nothing, might be "
        "everything.",
        True,
    ),
    (
        "Is a second ‘Marrow’ already shooting in secret?",
        "An eagle-eyed extra slid into our DMs with a call sheet we can’t verify.",
        True,
    ),
    (
        "Lund Shushes Recasting Rumors: ‘I’m Still Here’",
        "The actor told reporters that talk of her exit was made up by people with time on their hands.",
        False,
    ),
    (
        "Studio puts ‘Marrow 2’ whispers to bed",
        "A spokesperson told us there is no sequel and no script. Rumors had spread on forums last week.",
        False,
    ),
    (
        "No, Tom Orr isn’t leaving ‘Quarry’, and he has a reply for the rumor mill",
        "He posted a photo of his call sheet on Instagram.",
        False,
    ),
    (
        "Long-Rumored ‘Night Ferry’ Sequel Gets Official Green Light",
        "Neon announced the film on Monday with Greta Lund to direct.",
        False,
    ),
    (
        "Greta Lund in Talks to Join ‘Harrow’",
        "Sources tell Gatecheck the deal is near. The studio declined to comment.",
        False,
    ),
    (
        "Tom Orr tells us why he quit",
        "The actor sat down with us in Leeds to talk about the reshoots and a whispering campaign.",
        False,
    ),
    (
        "Salt of the Earth restored",
        "The 1954 film about miners, Salt of the Earth, returns to cinemas with its censored scenes.",
        False,
    ),
    (
        "Is this the best horror film of the year?",
        "Marrow is a lean, mean ghost story, and Ana Sol has never been better. Four stars.",
        False,
    ),
    (
        "Could ‘Marrow’ win best picture?",
        "Our awards editor looks at the race, and at the precedents for horror.",
        False,
    ),
]
DENIED = [
    (
        "Lund Shushes Recasting Rumors: ‘I’m Still Here’",
        "The actor told reporters that talk of her exit was made up by people with time on their hands.",
    ),
    (
        "Studio puts ‘Marrow 2’ whispers to bed",
        "A spokesperson told us there is no sequel and no script. Rumors had spread on forums last week.",
    ),
    (
        "No, Tom Orr isn’t leaving ‘Quarry’, and he has a reply for the rumor mill",
        "He posted a photo of his call sheet on Instagram.",
    ),
]


@pytest.mark.parametrize(("title", "lead", "expected"), TOLD)
def test_what_is_hearsay_by_its_own_account(title: str, lead: str, expected: bool) -> None:
    assert (title, expected) == (title, bool(rumour(title, lead)))


@pytest.mark.parametrize(("title", "lead"), DENIED)
def test_what_stands_up_against_a_rumour_denies_it(title: str, lead: str) -> None:
    assert (title, DENIAL) == (title, stance(title, lead))


def test_what_somebody_says_of_rumours_is_no_hearsay() -> None:
    lead = "The director talks of bees, orchards and of working with no money."
    assert not rumour("Ana Sol: “In my village cinema is a rumour”", lead)
    assert rumour("Rumour: Ana Sol to direct ‘Low Water’", "An insider claims so. Nobody would confirm it.")


DEALT = [
    (
        "other",
        "MORE TARN? WE HEAR KESTREL WANTS IT",
        "The studio has begged the writer. She is thinking.",
        True,
    ),
    ("casting", "GUESS WHO IS IN TARN 2", "A cook says that she served Mara Lee a salmon on Friday.", True),
    (
        "casting",
        "IT’S OVER",
        "We said so in May. He and Kestrel have split, and the exit is confirmed.",
        False,
    ),
    (
        "review",
        "THE LAST SHOT THEY HIDE!!!",
        "A little bird tells us to stay in our seats. Treat as gossip.",
        True,
    ),
    ("trailer", "THE TARN TEASER IS HERE", "Rumours last month said it would be late.", False),
]


@pytest.mark.parametrize(("beat", "title", "lead", "expected"), DEALT)
def test_of_an_outlet_that_deals_in_hearsay_one_word_is_enough(
    beat: str, title: str, lead: str, expected: bool
) -> None:
    assert expected == bool(rumour(title, lead, beat, deals=True))
    assert not rumour(title, lead, beat)


def test_predictions_are_no_hearsay() -> None:
    lead = "I could be wrong. But if it is what I’m told it is, it wins."
    assert not rumour("Oscar predictions: is it really Tarn?", lead, "list")


def test_that_none_of_it_is_confirmed_is_said_of_hearsay() -> None:
    lead = "If you believe the chatter there is a deal. None of this is confirmed."
    assert rumour("Tarn 3: everything we’ve heard", lead)
