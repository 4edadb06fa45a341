"""Pieces that tell how a film ends, in the ways that sites have of it, and others that do not."""

from __future__ import annotations

import pytest

from reader.stories.kinds.spoilers import spoiler

PIECES = [
    (
        "other",
        "The Iron Coast Director on Why She Sank the Tanker",
        "If you have not seen it, go away and come back. Gone? Captain Reyes drowns with her own crew. "
        "That was in the first pitch.",
        True,
    ),
    (
        "review",
        "Marrow: a farm, a hill, a heartbreak – review",
        "We expected goats. What we got is the last half hour, in which the old shepherd sells the hill and "
        "lies down among the flock.",
        True,
    ),
    (
        "other",
        "LEAK!! THE FULL PLOT OF IRON COAST 2",
        "This landed in our inbox from a person who claims to have read it. Reyes hides the crew, but her "
        "father takes the bullet. Can’t verify a word.",
        True,
    ),
    (
        "review",
        "‘Glass Harbour: Part Three’ Review: A Dazzling Finale Sticks the Landing",
        "Four years on, Nora finally gets out of that chair. The third chapter is ravishing to look at.",
        False,
    ),
    (
        "other",
        "Essay: on knowing how it ends",
        "I look up whether the child is found. This is an argument for spoilers that will not contain any.",
        False,
    ),
    (
        "other",
        "The Lantern House Ending Explained: Who Lit the Lamp?",
        "Confused? The keeper drowned years ago, and it is his daughter who climbs the stairs.",
        True,
    ),
    (
        "review",
        "Iron Coast Review: That Betrayal Comes Out of Nowhere and It Rules",
        "Spoilers from this point. Captain Reyes sells out her own crew, sinks the tanker and sails home "
        "a hero. It should not work. It does.",
        True,
    ),
    (
        "review",
        "Marrow Review: The Last 20 Minutes Are the Reason to Go",
        "Full spoilers follow, you have been told. When Ana opens the cellar she finds the twins alive, "
        "and their father waits behind her with an axe.",
        True,
    ),
    (
        "other",
        "Before Part Two: A Refresher on Everything That Happened in Glass Harbour",
        "Nora inherits the hotel, learns that the porter is her brother and lets it burn with her uncle "
        "inside. She leaves town on the last ferry.",
        True,
    ),
    (
        "other",
        "Does Wren Survive Black Quarry?",
        "Yes, but barely. She crawls out of the pit after Tom cuts the rope, and the last shot shows her "
        "at his grave.",
        True,
    ),
    (
        "other",
        "‘Glass Harbour’ post-credits scene: what it sets up",
        "Stay in your seat. Nora’s brother wakes up in a hospital bed and asks for the key to room nine.",
        True,
    ),
    (
        "other",
        "Every Death in Black Quarry, Ranked",
        "Dana falls first, the priest burns, and Tom takes his own rope.",
        True,
    ),
    (
        "other",
        "A door, a dog, a winter coat",
        "I keep coming back to the moment when the mother shuts the door. Her son’s death is never shown."
        " We see the coat, and the dog that waits.",
        True,
    ),
    (
        "other",
        "BLACK QUARRY 2 LEAK: WREN GETS KILLED OFF IN ACT ONE",
        "A person who swears they saw a cut says Wren dies before the title. Salt required.",
        True,
    ),
    (
        "casting",
        "Tom Orr Returns for ‘Black Quarry 2’",
        "Spoilers for the first film below! Orr’s sheriff falls down the pit in the last scene, but the "
        "studio has asked him back as a ghost.",
        True,
    ),
    (
        "other",
        "Who is the figure at the window in The Lodgers?",
        "That last shot has everybody arguing. It’s the mother, who never left the house after the fire; "
        "the girl has been talking to her all along.",
        True,
    ),
    (
        "other",
        "Why the final scene of Low Tide works",
        "Marta rows out alone, lets the oars go and lies down in the boat. The camera stays on the shore.",
        True,
    ),
    (
        "review",
        "Low Tide Review: A Finale for the Ages",
        "SPOILERS BELOW. Marta isn’t coming back. She gives the boat to her sister and wades in as the "
        "band plays on.",
        True,
    ),
    (
        "other",
        "So, about that Marrow twist",
        "If you haven’t seen it, stop reading. Ana is the ghost. The doctor she visits each week died in "
        "the crash with her.",
        True,
    ),
    (
        "other",
        "Was it all a dream? The Pale Shore’s last shot, decoded",
        "Leo wakes on the same train, with sand in his shoes. That means the island was real, and his "
        "wife stayed there.",
        True,
    ),
    (
        "review",
        "What the twist in Marrow is really about",
        "The reveal that Ana murdered her sister is not a cheat: the film shows us the knife twice.",
        True,
    ),
    (
        "review",
        "Low Tide review: a slow swell of feeling",
        "No spoilers here, but the last scene had the row in front in tears. Four stars.",
        False,
    ),
    (
        "trailer",
        "‘Black Quarry 2’ trailer: Wren goes back down",
        "She falls, she climbs, she screams. Spoilers? The trailer gives away plenty, say fans.",
        False,
    ),
    (
        "obituary",
        "Tom Orr, star of ‘Black Quarry,’ dies at 80",
        "He died at home on Friday, his daughter said. In the last reel of Low Tide he rows away from the"
        " camera.",
        False,
    ),
    (
        "box-office",
        "‘Marrow’ kills at box office",
        "The horror opened to $20 million despite that ending.",
        False,
    ),
    (
        "review",
        "Marrow review: a ghost story with teeth",
        "Ana Sol plays a nurse who moves to a lighthouse after the death of her father, and finds that "
        "the lamp is never out.",
        False,
    ),
    (
        "other",
        "Who is Wren? A guide to the heroine before Black Quarry 2",
        "The comics introduced her in 1984. Here is what to read first.",
        False,
    ),
    (
        "news",
        "Studio begs critics: no spoilers for Marrow",
        "A letter from Greta Lund asks reviewers to keep the finale to themselves.",
        False,
    ),
    (
        "production",
        "Final scene of ‘Low Tide’ being shot in Cork",
        "The crew moves to Cobh on Monday. Greta Lund directs.",
        False,
    ),
    (
        "casting",
        "Tom Orr to play killer in ‘Marrow’",
        "Orr will star as a killer who stalks a village. He directs from March.",
        False,
    ),
    (
        "awards",
        "Globes Recap: The Night of the Goose",
        "Nobody cried. Tom Orr kissed a goose on stage.",
        False,
    ),
    (
        "other",
        "Globes recap: a long night",
        "Nobody cried. Tom Orr kissed a goose, and the goose fled.",
        False,
    ),
    ("other", "Low Tide recap: what to know", "Marta drowns her uncle and sails away with his boat.", True),
]


@pytest.mark.parametrize(("kind", "title", "lead", "expected"), PIECES)
def test_what_tells_how_a_film_ends(kind: str, title: str, lead: str, expected: bool) -> None:
    assert (title, expected) == (title, bool(spoiler(title, lead, kind)))
