"""Headlines in the styles of many outlets: each is of the kind an editor would file it under."""

from __future__ import annotations

import re

import pytest

from reader.news import BEATS
from reader.stories.kinds.beats import beat
from reader.stories.kinds.cues_english import CUES
from reader.stories.kinds.cues_other_languages import TONGUES
from reader.stories.kinds.sections import SECTIONS

KINDS = {
    "casting": """
        Florence Pugh Boards Survival Thriller at Neon
        Dev Patel in talks to play a chess prodigy for Searchlight
        Tilda Swinton and Riz Ahmed round out the cast of a Lisbon heist film
        The next Doctor Doom may be an Oscar winner: Pedro Alvarez offered the role
        Zendaya To Headline Spy Drama From The Director Of Past Lives
        Newcomer Ama Owusu cast as the lead in Barry Jenkins’s next
        Ama Owusu confirmed to return in the shark sequel
        Marion Cotillard au casting du prochain Audiard
        """,
    "production": """
        Cameras roll on Lynne Ramsay’s arctic thriller in Svalbard
        Director quits superhero sequel over creative differences
        That’s a wrap: Greta Lee’s drama finishes shooting in Seoul
        Fire on set halts filming in Budapest
        Hildur Guðnadóttir to score the new Todd Field film
        Studio hires new director after walkout on shark sequel
        Reshoots planned for troubled fantasy epic
        Half of the pirate movie is being reshot in Malta
        """,
    "announcement": """
        A Live-Action Adaptation of the Beloved Manga Is in the Works
        Sequel officially confirmed, with the original writer returning
        Universal Developing Biopic of Dusty Springfield
        Netflix greenlights a third chapter of the heist saga
        The untitled space movie finally has a title
        Bestselling novel to be turned into a film by Plan B
        Hit comic about beekeepers is heading to the big screen
        A board game about sheep will be a movie
        """,
    "trailer": """
        First Trailer: A Lighthouse Keeper Goes Mad in a Gothic Chiller
        Watch the new teaser for Park Chan-wook’s thriller
        First look images show Saoirse Ronan as Amelia Earhart
        The Super Bowl Spot Everyone Is Talking About, Frame by Frame
        Red-band clip gives a bloody taste of the slasher reboot
        """,
    "release-date": """
        Paramount Pushes Spy Thriller to Summer 2028
        Horror sequel moves up three weeks to avoid Marvel
        Silent classic is coming back to theaters for its centenary
        When you can stream the year’s biggest comedy
        Disney Dates Three Untitled Films Through 2029
        Western delayed by six months as effects run late
        Badger musical reaches Irish cinemas in March
        """,
    "box-office": """
        Box Office: Monster Sequel Roars to $94 Million Opening
        Animated hit crosses the $500 million mark worldwide
        Weekend: Holdovers rule as newcomers flop
        French comedy tops four million admissions at home
        Slasher Tops Quiet Weekend With $18M Debut
        Badger musical pulls in $30 million and beats all expectations
        """,
    "awards": """
        Oscar Nominations: The Full List
        Debut drama wins the Golden Bear in Berlin
        BAFTA longlists revealed: brutal snub for blockbuster
        Cate Blanchett to receive a lifetime achievement award
        Refugee story takes top prize at Sundance
        """,
    "festival": """
        Cannes unveils competition lineup with four women directors
        Locarno names its jury president
        Venice’s official selection is heavy on Netflix
        Thriller to open the Toronto festival
        """,
    "obituary": """
        Veteran character actor Harold Finch dies at 88
        Remembering Agnès Moreau, 1931–2026
        Composer of a hundred westerns has died, aged 91
        R.I.P. Bobby Lane: Child Star And Director Was 64
        """,
    "review": """
        Review: a ghost story with too few ghosts
        A western of uncommon grace: four stars for a debut
        Two widows and a ferret in this sly romp
        A quiet heist film well worth the trip
        Critics say the space opera is a triumph
        The Sundance Film Review: Two Sisters and a Storm
        """,
    "interview": """
        Q&A: the editor who cut three Palme winners
        Mikkelsen on playing villains: “I like them to have a hobby”
        Dora Lindqvist: we’ll film in the snow or not at all
        Ava DuVernay opens up about the film she never made
        “I’d rather fail loudly”: a conversation with Robert Eggers
        """,
    "business": """
        Mubi acquires Cannes drama for North America
        Warner shareholders approve the merger
        Cinema chain files for bankruptcy
        Neon Lands U.S. Rights to Brazilian Thriller in Seven-Figure Deal
        Writers guild votes for strike action
        Author sues studio over time-travel comedy
        Golden Lion winner bought by Mubi for Germany
        """,
    "list": """
        The 25 Best Heist Movies, Ranked
        12 Films to See Before You Die
        Nine snubs we will be sore about
        Every Spielberg movie from worst to best
        Four things we learned from the trade fair
        """,
    "other": """
        Ending explained: who was on the train?
        Hit fantasy drama renewed for season 3
        Easter eggs you missed in the post-credits
        Podcast: are films too long?
        The shark film is getting a TV series
        """,
}
ROWS = [(kind, title.strip()) for kind, titles in KINDS.items() for title in titles.strip().splitlines()]


@pytest.mark.parametrize(("kind", "title"), ROWS)
def test_a_headline_by_itself_tells_its_kind(kind: str, title: str) -> None:
    assert (kind, title) == (beat(title, "").name, title)


def test_the_kinds_told_apart_are_those_a_query_knows() -> None:
    assert CUES.keys() | {section.beat for section in SECTIONS.values()} == BEATS


WITH_LEADS = [
    (
        "review",
        "_____ is a warm, wise fable about letting go",
        "The animation is exquisite, the songs less so.",
    ),
    (
        "review",
        "A dragon to warm the coldest heart",
        "_____ never puts a foot wrong, and its last reel had grown men sobbing at my screening.",
    ),
    (
        "box-office",
        "_____ burns bright with $64M",
        "The cartoon had the best June bow in five years; ____________ held well in second.",
    ),
    ("box-office", "_____ crosses half a billion", "The film reached the mark on Wednesday, its 19th day."),
    (
        "trailer",
        "Disney lifts the lid on _____",
        "The studio unveiled two minutes of its dragon tale on Monday.",
    ),
    ("production", "See Jo Vance as Pip in first _____ stills", "Disney has released four images."),
    ("casting", "_____ finds its king", "Tom Orr will voice the ruler."),
    ("announcement", "_______ has a writer", "Ana Sol is penning the script."),
    ("awards", "_____ and ____________ top Annie nominations", "Each has nine."),
    ("awards", "____________ named best film by New York critics", "The circle met on Friday."),
    ("festival", "Cannes: ____________ gets nine-minute ovation", "The crowd rose for Greta Lund’s drama."),
    ("festival", "Locarno to honour Greta Lund", "She will receive a career leopard in August."),
    ("business", "AMC to cut 12 theaters", "The chain said the sites lose money."),
    ("business", "Writers vote to strike", "The guild’s members backed a walkout by 96 percent."),
    (
        "interview",
        "Greta Lund on fear, boats and her mother",
        "We meet in a café by the harbor. She orders soup.",
    ),
    ("interview", "“I had to learn to fall,” says Tom Orr", "The actor on his stunt training for _____."),
    ("obituary", "Composer Ana Sol, who scored 60 films, is dead at 88", "She died at her home in Turin."),
    ("obituary", "Remembering Ana Sol", "Five colleagues on the composer, who died last week."),
    ("production", "Shooting begins on ______________", "Greta Lund is back at Pinewood."),
    (
        "production",
        "Greta Lund walks away from ______________",
        "The director and the studio disagreed over the script.",
    ),
    ("list", "The 20 dragons of cinema, ranked", "From Smaug to _____."),
    ("list", "Everything coming to Netflix in June", "_____ leads the month."),
    ("release-date", "_____ jumps to November", "Disney moved the film on Tuesday."),
    ("release-date", "Summer loses _____", "Disney has taken its cartoon out of July."),
    ("release-date", "_____ lands on Disney+ in September", "The film streams after 75 days."),
]
"""The kind, a headline and a lead, titles blotted out."""


@pytest.mark.parametrize(("kind", "title", "lead"), WITH_LEADS)
def test_a_headline_and_its_lead_tell_their_kind(kind: str, title: str, lead: str) -> None:
    assert kind == beat(title, lead).name


PLAIN = [
    ("business", "Mubi adds ‘_____’ to its Cannes haul", "It paid for the UK."),
    ("business", "Chain scraps higher weekend prices", "The theater chain gave up its test."),
    ("release-date", "Neon sets Palme d’Or winner ‘_____’ for October", "The jury loved it."),
    ("announcement", "Todd Haynes is remaking Gaslight with Carey Mulligan", ""),
    ("announcement", "_____ to be remade in English", "The Danish drama will be set in Maine."),
    ("announcement", "Lund and Orr Are Moving Into ‘_____’", "Greta Lund is adapting the classic for Focus."),
    (
        "announcement",
        "‘_____ 3’ Officially A Go With Greta Lund Returning To Direct",
        "The studio has ordered it.",
    ),
    ("announcement", "Greta Lund will tackle the life of Ada Lovelace next", ""),
    ("announcement", "Sony Dusts Off ‘_____’ For A Modern Retelling", ""),
    ("announcement", "Greta Lund sets WWI drama as her next", ""),
    (
        "other",
        "‘_____’ restored for its centenary",
        "The silent will be shown with its tints and a new score.",
    ),
    ("other", "A gorgeous new restoration of _____ is on its way", ""),
    (
        "other",
        "_____ Locks at 172 Minutes",
        "The bulletin lists it at 2 hours 52 minutes, rated R for violence.",
    ),
    ("other", "Here’s how long _____ is", "The ratings board has the film at 141 minutes."),
    ("other", "_____ rated PG-13 for fantasy violence", "The board published its decision on Wednesday."),
    ("other", "Runway reality series greenlit by Nine", "The new competition will start shooting in Sydney."),
    ("review", "“_____” sequel is a comfortable second fitting", "You could do worse on a Friday night."),
    (
        "review",
        "_____ is all smoke and no fire",
        "The set pieces are handsome, the people in them are not much.",
    ),
    ("review", "Greta Lund’s _____ aims high and nearly gets there", "The last act drags."),
    (
        "obituary",
        "A coat, a barge",
        "To write on Ana Sol is to describe leaving. She died last week in Arles.",
    ),
    (
        "obituary",
        "The 4.15 does not run",
        "Comedy was a timetable. He died on 17 June, and I have not laughed since.",
    ),
    ("casting", "An Oscar-Nominated Heartthrob Is Playing a Dad", "The star has been cast as a mapmaker."),
    ("casting", "Tom Orr lands the villain in _____", "The actor takes the part that Jo Vance left."),
    ("release-date", "The Trilogy Finally Has an Ending Date", "The final battle arrives in June 2027."),
    (
        "release-date",
        "_____ blinks: headed for cinemas",
        "It will screen across the country from February 11.",
    ),
    ("release-date", "Neon plants _____ in the fall", "The drama opens on Oct. 9 in New York."),
    ("festival", "Glasgow’s Greta Lund leads hopes at Cannes", "She will compete for the Palme."),
]
"""What says it in few words: remakes, restorations, running times, essays on the dead."""


@pytest.mark.parametrize(("kind", "title", "lead"), PLAIN)
def test_a_few_plain_words_tell_the_kind(kind: str, title: str, lead: str) -> None:
    assert kind == beat(title, lead).name


def test_a_death_in_a_plot_is_no_obituary() -> None:
    assert beat("Pell dies in the first ten minutes of the sequel", "So a reader says.").name != "obituary"


@pytest.mark.parametrize("kind", sorted(CUES))
def test_no_cue_asks_for_two_spaces_since_it_is_written_in_lines(kind: str) -> None:
    cues = " ".join((CUES[kind] + TONGUES.get(kind, "")).split())
    assert re.findall(r"\S+ \)(?:\{[^}]*\}|[?*+])\??+ (?!\|)\S+", cues) == []
