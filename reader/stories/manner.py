"""How a kind of news is written where nothing names it: the words of judging, of grosses, of a set.

A cue is a phrase that is enough by itself. These are words that say little alone and much together: a
piece that calls a film baggy, its lead luminous and its third act a muddle is a review,
whatever its headline.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from functools import lru_cache

WORDS: dict[str, str] = {
    "review": """
        performance performances acting turn turns role plays playing scene scenes sequence sequences reel
        reels act plot plotting script screenplay dialogue pacing tone tonal camera lens cinematography
        audience viewer viewers protagonist hero heroine villain finale climax laughs joke jokes comic tragic
        melodrama satire farce allegory parable fable metaphor sentimental sentimentality mawkish poignant
        tender tenderness elegant elegance stylish ravishing gorgeous lush gritty bleak grim taut slack baggy
        sags drags lumbers plods soars sparkles shines dazzles crackles fizzles falters stumbles meanders
        wanders overlong overstuffed bloated uneven thrilling gripping riveting absorbing engrossing tedious
        dull inert lifeless hollow shallow glib clever witty sly droll wry charm charming charmless
        charismatic magnetic luminous radiant commanding restrained understated nuanced subtle subtlety broad
        cartoonish clunky clumsy derivative formulaic predictable contrived implausible convincing
        unconvincing believable muddled messy mess incoherent ambitious audacious daring inventive
        imaginative unoriginal familiar stale brisk leisurely languid hypnotic haunting eerie chilling
        creepy unnerving terrifying hilarious unfunny moving affecting touching heartbreaking devastating
        exhilarating exhausting exasperating pretentious earnest sincere cynical smug satisfying
        unsatisfying disappointing letdown triumph masterpiece misfire dud failure watchable worth steals
        carries anchors sorrowful wet nasty savage bracing brilliant superb terrific excellent splendid
        magnificent sublime beautiful beautifully ugly silly sincerity grief gags deadpan kept
        wanted wished watched watching felt wept laughed cried sat sitting grinning feels seems knows thinks
        ought trouble somehow nearly almost never merely rather sometimes half frame frames silence image
        images verb
        """,
    "box-office": """
        weekend estimates actuals grosses gross grossed domestic overseas locations locs screens theaters
        holdover holdovers frame cinemascore postrak exits openers opener opening debut debuted million
        billion worldwide tally haul admissions ticketbuyers moviegoers ticket sales chart charts
        second-place first-place runner-up crowd percent slid dipped tumbled plunged eased dropped leader
        champ fell monday sunday friday projections paying public
        """,
    "production": """
        filming shoot shooting shot shots cameras camera rolling roll rolls wrap wraps wrapped location
        locations stages soundstage soundstages pinewood shepperton leavesden crew crews unit set sets
        production director directing helm helmed helmer reshoots principal photography cinematographer
        composer editor stunt weeks finished completed underway paused halted storm storms injured injury
        replacement replaced stepping exit exits exited scheduling departs departed
        """,
    "awards": """
        winner winners won win award awards prize prizes nominee nominees nominated nomination nominations
        ceremony jury jurors voters voting ballot academy oscar oscars bafta baftas globes guild gotham
        gothams statuette trophy trophies category categories lead supporting honored honoured honors
        honours campaign audience runners-up accepted speech
        """,
    "business": """
        rights deal deals acquired acquires acquisition distributor distribution territories buyers buyer
        sales sale brokered bidders bidding million shares stock analysts investors earnings quarter revenue
        merger studio exhibitors union members contract contracts negotiations talks strike action ballot
        vote voted turnout producers lawyers attorneys court suit lawsuit judge settlement pact first-look
        overall company chain owner owners executive executives chief president layoffs jobs subscribers
        price prices tax incentive incentives regulators bank funding finance financing loan demands letter
        """,
    "casting": """
        cast casting role roles opposite alongside star stars starring plays play playing joins joined lead
        leads topline reteam reunites deal signed attached ensemble character audition roles namesake twins
        costar co-star co-stars supporting part
        """,
    "trailer": """
        trailer teaser footage clip clips preview spot poster posters seconds minutes watch below frame
        frames shot shots glimpse images image stills still online dropped unveiled reveals revealed showing
        shows song soundtrack voiceover tease teases teased promo tv-length views look
        """,
    "announcement": """
        announced announces announcement develop developing development adapt adapts adapting adaptation
        novel bestseller remake reboot sequel prequel spinoff spin-off franchise greenlit green-lit
        greenlight go-ahead rights optioned title titled named called untitled working project script
        scripts scribe screenplay writes writing written writer-director produce produces producers third
        fourth fifth trilogy chapter installment instalment planned plans biopic pitch package packages
        approved next adaptations
        """,
    "release-date": """
        release released releases date dates dated opens opening open theaters theatres cinemas slot
        calendar schedule moved moves move pushed push delayed delay postponed bumped shifted slides earlier
        later originally streaming digital disc imax berth weekend distributor exhibitors months weeks
        january february march april june july august september october november december spring summer
        autumn fall winter christmas thanksgiving easter holiday holidays
        """,
    "festival": """
        festival festivals lineup line-up programme program selection competition selected premieres
        premiere galas gala opener sidebar section sections strand jury titles world red carpet croisette
        lido park city croisette screenings retrospective midnight docs shorts directors
        """,
    "obituary": """
        died dies dead death survived survivors funeral mourned mourning tribute tributes remembered born
        career illness cancer stroke peacefully hospice family daughter son widow husband wife aged late
        remembering legacy condolences beloved
        """,
    "interview": """
        says tells told talks talk asks asked answers laughs shrugs smiles remembers recalls explains admits
        insists zoom hotel sofa coffee tea lunch phone conversation interview i i'm i've i'd me my we're
        you're you nods grins chat promoting
        """,
}
"""Words of each manner, in lower case without accents."""
NEEDED = {"release-date": 3, "announcement": 3}
USUALLY_NEEDED = 2
"""So many different words of a manner must meet before they say anything."""
BY_WORD, MOST = 0.8, 3.2


@lru_cache(1)
def _manners() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for manner, words in WORDS.items():
        for word in dict.fromkeys(words.split()):
            found[word] = (*found.get(word, ()), manner)
    return found


def manners(words_in: Set[str]) -> dict[str, tuple[float, str]]:
    """Tell how much the words of a folded text sound of each kind of news, and the first such words."""
    manner_of = _manners()
    met: dict[str, list[str]] = {}
    for word in sorted(manner_of.keys() & words_in):
        for manner in manner_of[word]:
            met.setdefault(manner, []).append(word)
    found = {}
    for manner, words in met.items():
        beyond = 1 + len(words) - NEEDED.get(manner, USUALLY_NEEDED)
        if beyond > 0:
            found[manner] = (min(BY_WORD * beyond, MOST), ", ".join(words[:3]))
    return found
