"""What gives a plot away and what owns to hearsay, beside what only looks like either."""

from __future__ import annotations

import pytest

from reader.stories.kinds import rumours
from reader.stories.kinds.rumours import rumour
from reader.stories.kinds.spoilers import spoiler

PLOTS = [
    (
        "Harrow and the art of goodbye",
        "When Anna walks into the sea in the last minutes, the camera stays on her shoes.",
        "other",
        True,
    ),
    ("Harrow review: nobody makes it out", "Everybody dies, and you’ll cheer. Two stars.", "review", True),
    (
        "Hale on that death",
        "Spoilers for Harrow follow. He knew from day one that his character would be shot by his son.",
        "interview",
        True,
    ),
    (
        "The Harrow Scene That Almost Got Its Director Fired Is Why It Works",
        "The monologue, in which she explains that her father froze on the roof, was hated by executives.",
        "other",
        True,
    ),
    (
        "Row C podcast, ep. 8: ghosts who don’t know it",
        "We line up Lodger and The Guest to ask who is dead. (We do talk about endings, so tread carefully.)",
        "other",
        True,
    ),
    (
        "Okafor on the scene that made her cry",
        "She filmed it in one take and slept for a day.",
        "interview",
        False,
    ),
    (
        "Nightfall’s Ending Explained: What That Last Shot Means",
        "Anna wakes in the hospital and learns that her sister has been dead all along.",
        "other",
        True,
    ),
    (
        "Nightfall review",
        "A taut thriller about a nurse who suspects her patient of murder. No spoilers here, but "
        "the third act is a doozy.",
        "review",
        False,
    ),
    (
        "Nightfall review: blood and snow",
        "In the finale, the detective shoots his own brother, and the film never recovers.",
        "review",
        True,
    ),
    (
        "‘Nightfall’ Star on That Shocking Death: “I Cried for a Week”",
        "Major spoilers ahead. Her character is killed in the opening minutes by the man she loves.",
        "interview",
        True,
    ),
    (
        "Nightfall’s post-credits scene, explained",
        "The scene shows that Dr. Voss survived the fire.",
        "other",
        True,
    ),
    (
        "Nightfall: who is the killer?",
        "Full spoilers follow. The gardener is the killer, and he has help.",
        "other",
        True,
    ),
    ("Nightfall trailer", "A man returns home to find that his brother has been murdered.", "trailer", False),
    (
        "Nightfall director teases a twist",
        "“Nobody will see it coming,” he says. We won’t spoil it.",
        "interview",
        False,
    ),
    ("10 Movies Like Nightfall", "From killers to cops, here’s what to watch.", "list", False),
    (
        "Veteran actor dies at 80",
        "He was killed in many of his films, and joked about it.",
        "obituary",
        False,
    ),
    (
        "Nightfall and the art of the twist",
        "Spoilers for the film below. When it turns out that Mara is the ghost, the whole house "
        "changes colour.",
        "other",
        True,
    ),
    ("Nightfall casts its villain", "Jane Roe will play a killer who stalks a ski resort.", "casting", False),
    (
        "Harbor Light’s final twist, unpacked",
        "So the keeper was his own father. In the attic Mara finds the coat, burns it and walks into "
        "the sea.",
        "other",
        True,
    ),
    (
        "Let’s talk about that Harbor Light ending",
        "Spoilers, obviously. Mara drowns, the boy lights the lamp, and the ship sails past without "
        "stopping.",
        "interview",
        True,
    ),
    (
        "Harbor Light: does the dog live?",
        "Sadly not. He is shot in the last ten minutes while guarding the door.",
        "other",
        True,
    ),
    (
        "What the last scene of Harbor Light means",
        "Mara opens her eyes in the boat. She never left the island; the rescue was a dream.",
        "casting",
        True,
    ),
    (
        "Does Harbor Light have a post-credits scene?",
        "No. There’s no post-credits scene, so you can leave when the music starts.",
        "other",
        False,
    ),
    ("Harbor Light review (no spoilers)", "A keeper goes mad. We won’t say how it ends.", "review", False),
    (
        "Harbor Light trailer breakdown",
        "Every hidden detail in the new footage. Mara runs along the beach, and a ship burns.",
        "trailer",
        False,
    ),
    (
        "Harbor Light ending changed after tests, says director",
        "Lund told a panel that the original finale left audiences cold.",
        "interview",
        False,
    ),
    (
        "Inside the Harbor Light set",
        "The crew built a lighthouse and then burned it down for real.",
        "production",
        False,
    ),
    (
        "Tom Marlow dies at 59",
        "The actor, who played the keeper in Harbor Light, died on Sunday.",
        "obituary",
        False,
    ),
    (
        "Harbor Light tops box office",
        "The thriller killed the competition in its final days.",
        "box-office",
        False,
    ),
    (
        "Ember: what really happens to the dragon",
        "She burns out over the lake so that the village can live, and the egg hatches after the credits.",
        "other",
        True,
    ),
    (
        "That Ember twist, explained by the writers",
        "The old king was the dragon. He dies in her arms.",
        "other",
        True,
    ),
    (
        "Ember’s sad finale has fans in tears",
        "When Pip lets the dragon go and the flame goes out, there isn’t a dry eye. Pip’s mother was "
        "alive all along, too.",
        "other",
        True,
    ),
    (
        "Is there a scene after the credits in Ember?",
        "Yes: the egg cracks and a claw comes out, setting up a sequel.",
        "announcement",
        True,
    ),
    (
        "Ember review",
        "The last act drags, and the finale is all noise. I won’t say who survives.",
        "review",
        False,
    ),
    (
        "Ember stars on filming the finale",
        "“We shot it in one night,” says Vance. “I cried.”",
        "interview",
        False,
    ),
    (
        "Ember’s ending was almost different",
        "The director says that an early draft was darker, but gave no details.",
        "other",
        False,
    ),
    ("Ember: who voices who?", "Jo Vance plays Pip and Tom Orr plays the king.", "other", False),
    (
        "Do you need to stay for the Ember credits?",
        "There’s nothing after the music, so run.",
        "other",
        False,
    ),
    (
        "Nightfall: nurses, knives and Nora Quist",
        "By then the surgeon has owned that it was he who ordered the murder of her brother, and has been "
        "crushed by his own ambulance.",
        "review",
        True,
    ),
    (
        "What the tide leaves",
        "I fought the score and was won over by the epilogue, an empty rowing boat drifting past the pier.",
        "review",
        True,
    ),
    (
        "‘Nightfall’ Tumbles 71 Percent in Second Weekend",
        "Crowds never forgave a climax in which the nurse is killed. The film took $3 million.",
        "box-office",
        True,
    ),
    (
        "‘Nightfall’ Survives a Crowded Weekend",
        "The thriller kills at the box office again and ends up with $9 million in its last frame.",
        "box-office",
        False,
    ),
    (
        "Nora Quist, star of ‘Nightfall’, dies at 80",
        "She died at home. Her last scene, shot in May, was in a comedy in which she plays a ghost.",
        "obituary",
        False,
    ),
    (
        "Nightfall reshoots its ending",
        "The last scene is being shot again in Leeds, a crew member said.",
        "production",
        False,
    ),
]
HEARSAY = [
    (
        "TOM HALE IS YOUR NEW HARROW (MAYBE)",
        "A guy at the gym whose sister does payroll tells me the deal is done. Your mileage may vary.",
        True,
    ),
    (
        "Hale eyed for Harrow, says fan site",
        "The report, which we’ve not been able to stand up, comes from a site with a patchy record.",
        True,
    ),
    (
        "What’s cooking at Lionsgate",
        "My spies tell me that a certain blonde is about to walk. You didn’t get it from me.",
        True,
    ),
    (
        "Three names for the next Harrow",
        "Trust this as far as you can throw it, but a casting assistant slipped us a list.",
        True,
    ),
    ("Hale Responds to Harrow Rumours", "“I read about it on the bus,” the actor said.", False),
    (
        "Is Mina Okafor Being Replaced in ‘Ember 2’? I’m Told There Have Been Talks",
        "Three people now have told me that Disney was not happy with a test and thinks of others. "
        "One name that I was given is Emma Vance. It’s uncorroborated and could be hogwash.",
        True,
    ),
    (
        "SCOOP: EMBER 2 HAS ITS VILLAIN",
        "Our mole inside Disney says he is played by Tom Reed. Nobody has announced a thing. Could be tosh!",
        True,
    ),
    (
        "EMBER 2’S INSANE LAST SCENE DESCRIBED",
        "A little bird from a screening claims it ends at sea. We couldn’t back this up, so salt liberally.",
        True,
    ),
    (
        "Okafor’s Translator Film Titled",
        "It is called ‘Ember.’ The word is the one her interpreter gets wrong in court, apparently.",
        False,
    ),
    ("RUMOR: Marvel eyeing a new Wolverine", "A leaker with a mixed record claims it on Reddit.", True),
    (
        "HEARING: HELLRAISER SEQUEL IN THE WORKS",
        "One of our spies says a script exists. Don’t quote us.",
        True,
    ),
    ("Jane Roe in talks for Nightfall 2", "Sources tell Variety that the deal is close.", False),
    (
        "Is Jane Roe the next Bond?? We hear so",
        "Take it with a bucket of salt; the studio hasn’t confirmed anything.",
        True,
    ),
    (
        "Nightfall 2 could be a musical, insider claims",
        "Unverified, but a trusted source swears by it.",
        True,
    ),
    ("Studio denies Nightfall 2 rumors", "A spokesperson said the talk is false.", False),
    (
        "HARBOR LIGHT 2 IS DEAD, SAY OUR SPIES",
        "Word reaches us that the studio has pulled the plug. Nobody would go on the record.",
        True,
    ),
    (
        "Is Tom Marlow the New Villain in Harbor Light?",
        "Whispers around the lot have it that he has met the director twice. Nothing is signed, so "
        "treat this as gossip for now.",
        True,
    ),
    (
        "Harbor Light reshoots?",
        "A tipster who has been right before says the ending is being redone. Take it with salt.",
        True,
    ),
    (
        "What we're hearing about Harbor Light",
        "A person close to the production, who asked not to be named, told us that the budget has "
        "doubled. We could not confirm this.",
        True,
    ),
    (
        "Harbor Light’s secret cameo",
        "The chatter on Reddit is that a certain captain returns. It may be nothing.",
        True,
    ),
    (
        "Insider: Harbor Light a mess",
        "An editor who worked on it tells us it runs four hours. Believe it if you like.",
        True,
    ),
    (
        "Scoop: Harbor Light 3 written",
        "A birdie says the third script is in. Studio reps didn’t reply.",
        True,
    ),
    (
        "Could Ivo Elder play the Keeper?",
        "Talk is growing that he is the favourite, though we’ve nothing solid.",
        True,
    ),
    (
        "Harbor Light might lose its star",
        "Unnamed sources claim that he is fed up. His agent laughed when we called.",
        True,
    ),
    (
        "Tom Marlow Circling ‘Harbor Light’",
        "Sources tell us that he is in early talks. Reps for the actor declined to comment.",
        False,
    ),
    (
        "Tom Marlow in talks for Harbor Light",
        "The actor is negotiating to join. The studio had no comment.",
        False,
    ),
    ("Harbor Light Director Denies Rumors of Reshoots", "Lund said that the whispers were nonsense.", False),
    (
        "‘Harbor Light’ Eyes December Release",
        "The studio is eyeing Christmas, according to people familiar with the plan.",
        False,
    ),
    (
        "Harbor Light review: the word is good",
        "No one talks like this director. Our critic swears by it.",
        False,
    ),
    (
        "Paramount sale nears",
        "The company is said to be in advanced talks, people with knowledge of the matter said. It did "
        "not respond to a request for comment.",
        False,
    ),
    (
        "Who will win best picture?",
        "Buzz is building for Harbor Light, and nobody at the lunch would bet against it.",
        False,
    ),
    (
        "Tom Marlow on fame, whispers and the sea",
        "The actor tells us why he won’t talk about the role.",
        False,
    ),
    (
        "Ember’s lost ending: what we were told",
        "A former animator, speaking on condition that we don’t use his name, says the film once ended "
        "with a funeral. Disney didn’t get back to us.",
        True,
    ),
    (
        "EMBER 2 ALREADY WRITTEN??",
        "So goes the gossip at the Burbank canteen, anyway. Treat with caution.",
        True,
    ),
    (
        "The wildest Ember theory yet",
        "A Discord user who claims to have seen an early cut says the dragon dies. There’s no way to check.",
        True,
    ),
    (
        "Jo Vance to play Catwoman?",
        "One forum poster insists the deal is done. We’d want to see a contract.",
        True,
    ),
    (
        "Blind item: which star walked off set?",
        "A crew source of ours says it was over a trailer. Names withheld until the lawyers wake up.",
        True,
    ),
    (
        "Ember rumour mill: three new songs",
        "Leaked track lists are doing the rounds, none of them verified.",
        True,
    ),
    (
        "Studio insider spills on Ember",
        "“It’s a mess,” says someone who has sat in the edit. Disney declined to confirm or deny.",
        True,
    ),
    (
        "Jo Vance Eyed for ‘Quiet Engine’",
        "The actress has been offered the role, sources say. No deal is in place.",
        False,
    ),
    (
        "Disney in Talks to Buy Ember Rights",
        "Negotiations are at an early stage, according to people briefed on the matter.",
        False,
    ),
    (
        "Ember trailer leak forces early release",
        "Disney put out the official version after a copy surfaced online.",
        False,
    ),
    ("Ember director shoots down sequel talk", "“There is nothing planned,” he told reporters.", False),
    ("Who is Jo Vance?", "The newcomer tells us about her leap from stage to screen.", False),
    (
        "JO VANCE BACK FOR EMBER 2, PALS SAY",
        "A cousin of a cousin saw her at the fitting. Her people aren’t picking up.",
        True,
    ),
    (
        "EMBER 2 HAS ITS VILLAIN, AND YOU KNOW HIM",
        "Salt at the ready: a chap who parks the trucks told us it’s Tom Marlow. We can’t stand that up.",
        True,
    ),
    (
        "Exclusive: The dragon of ‘Ember 2’ has a voice",
        "A source I trust says the deal closed on Monday. Nothing official, and Disney wouldn’t touch it.",
        True,
    ),
    (
        "What the dragon whispers to Mia in the last shot of Ember",
        "The whispered words are the ones her mother taught her.",
        False,
    ),
    (
        "Ember game gets a new chapter",
        "The studio wouldn’t comment on those sequel whispers. The chapter is out in May.",
        False,
    ),
    (
        "Vance swats away the Ember rumors",
        "She laughed at the chatter about her leaving, which she calls unconfirmed rubbish.",
        False,
    ),
    (
        "Five things we hear about in Ember reviews",
        "Critics are talking about the songs, the fire and the dog.",
        False,
    ),
]


@pytest.mark.parametrize(("title", "lead", "kind", "expected"), PLOTS)
def test_what_gives_a_plot_away(title: str, lead: str, kind: str, expected: bool) -> None:
    assert expected == bool(spoiler(title, lead, kind))


STANCES = [
    ("Vance leaving Ember 2?", "Our source says she has had enough. Unconfirmed.", rumours.HEARSAY),
    ("Vance denies leaving Ember 2", "“I’m in every scene,” she said.", rumours.DENIAL),
    (
        "I’m going nowhere, says Vance",
        "Reports that she has quit Ember 2 are nonsense, she says.",
        rumours.DENIAL,
    ),
    ("Jo Vance rejects the idea of a sequel", "She dismissed the speculation on Monday.", rumours.DENIAL),
    ("Vance leaves Ember 2", "The actress has left the sequel, Disney said.", 0),
]


@pytest.mark.parametrize(("title", "lead", "expected"), STANCES)
def test_how_a_report_stands_to_hearsay(title: str, lead: str, expected: int) -> None:
    assert expected == rumours.stance(title, lead)


@pytest.mark.parametrize(("title", "lead", "expected"), HEARSAY)
def test_what_owns_to_hearsay(title: str, lead: str, expected: bool) -> None:
    assert expected == bool(rumour(title, lead))


ENDINGS = [
    (
        "Harrow Review: That Last Scene Will Make You Gasp",
        "The closing minutes have the old queen hand her keys to Anna and walk off, which is bold.",
        "review",
        True,
    ),
    ("That death in Harrow", "Pip does not make it off the ice, and the writers knew it.", "other", True),
    ("What happens after the credits", "A bell rings, and in walks Bram, alive and grinning.", "other", True),
    (
        "Yes, Harrow 3 Is Really Happening",
        "Remember that cliffhanger? You need not wait.",
        "announcement",
        False,
    ),
    ("Harrow review: hollow", "The last scene has the power to shock, and the score helps.", "review", False),
]


@pytest.mark.parametrize(("title", "lead", "kind", "expected"), ENDINGS)
def test_what_becomes_of_somebody_at_the_end(title: str, lead: str, kind: str, expected: bool) -> None:
    assert expected == bool(spoiler(title, lead, kind))


SETTLED = [
    (
        "Hall is heading to the opera",
        "She is whispering lines to singers. Then somebody whispers back.",
        False,
    ),
    ("HARROW 3 CONFIRMED!!", "Paramount said so. We are hearing more, once our source gets braver.", False),
    ("What happened with Lund", "She is gone, that much is official, and our birdie whispers why.", False),
    ("The whisper room", "Lund’s next is set in a library where someone whispers at night.", False),
    ("Orr confirmed for Harrow, whispers our mole", "Take it with salt; nobody has signed anything.", True),
    ("Is Harrow 4 confirmed?", "A source says so. The studio hasn’t confirmed anything.", True),
    ("Lund’s next may be a western", "Nothing is signed and nobody will go on record.", True),
    ("Roe? Nobody will say", "Three people close to her say so. Her agent did not return a call.", True),
]


@pytest.mark.parametrize(("title", "lead", "expected"), SETTLED)
def test_what_is_settled_is_no_hearsay_whoever_boasts_of_it(title: str, lead: str, expected: bool) -> None:
    assert expected == bool(rumour(title, lead))


OF_THE_TRADE = [
    (
        "Mubi buys ‘Harrow’",
        "The price is said to be just under $2 million, according to a source close to the talks.",
        False,
    ),
    (
        "Rumor: ‘Harrow’ sequel",
        "It is said to bring back the ferryman, according to a source on the crew. Salt required.",
        True,
    ),
]


@pytest.mark.parametrize(("title", "lead", "expected"), OF_THE_TRADE)
def test_whom_a_trade_asked_about_a_deal_is_reporting(title: str, lead: str, expected: bool) -> None:
    assert bool(rumour(title, lead)) is expected


def test_a_warning_and_what_is_revealed_after_it_give_a_plot_away() -> None:
    told = "Spoilers ahead! The film reveals that Hale’s pilot has been dead since the crash."
    assert spoiler("Harrow Review: One Turn Too Many", told, "review")
    assert not spoiler(
        "Harrow Review", "Spoilers ahead? None. I’ve been to the island, I kissed it.", "review"
    )


def test_who_talks_about_spoilers_gives_none() -> None:
    lead = "I’m joined by two friends to talk about Harrow with all the spoilers. Subscribe."
    assert not spoiler("Podcast: Harrow spoiler talk", lead, "other")
