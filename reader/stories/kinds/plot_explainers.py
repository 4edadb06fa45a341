"""Pieces that are there to walk through a plot or its ending: how their headlines and openings say so."""

from __future__ import annotations

import re

from reader.patterns import late, rare

RECAP = (
    r"(?<!globes )(?<!oscars )(?<!baftas )(?<!awards )(?<!emmys )(?<!weekend )(?<!office )(?<!festival )"
    r"(?<!day )(?<!night )(?<!week )(?<!news )(?<!con )(?<!panel )(?<!market )\brecap"
)
"""Of a film; of a night of prizes or a weekend it gives nothing away."""
TOLD_OUTRIGHT = rare(
    r"(?<!-)\bending\b.{0,30}\b(?:explained|means|meaning|really)\b|"
    r"\b(?:finale|twist|last scene|final (?:scene|shot)|death|cameo|reveal|cliffhanger|"
    r"stinger),? explained\b|"
    r"\bwho (?:lives|survives)\b(?! (?:by|in|at|on|with|next|near|under|above|alone|among)\b)|"
    r"\bwhy \w+(?: \w+)? (?:had to die|dies|died|was killed off)\b|"
    r"\bending,? explained\b|\bpost-?credits? (?:scenes?|stings?|tags?),? explained\b|"
    r"\bwho (?:dies|is the killer)\b|"
    rf"{RECAP}:|"
    r"(?<!know )(?<!knows )(?<!knew )(?<!guess )(?<!wonder )(?<!matter )(?<!care )\bhow \w+ ends\b",
)
"""Headlines of pieces that are there to tell the plot."""
_THE_END = (
    r"(?:ending|finale|twist|cliffhanger|(?:last|final|closing) (?:scene|shot|image|frame|line|act|"
    r"moments?|"
    r"(?:\w+ )?minutes)|(?:post|mid|end)-?credits?)"
)
_EXPLAINS = rare(
    rf"\b{_THE_END}\b.*\b(?:explain\w*|broken down|breakdown|decoded|unpack\w*|answered|"
    r"(?<!says )(?<!say )yes\b|here[’']s|means?|meaning|set(?:s|ting)? up)|"
    rf"\bwhy\b.{{3,50}}\b{_THE_END}\b.{{0,40}} (?:works|matters|hurts|fails|is|lands|stings|divides|"
    rf"had to)\b|"
    rf"\b(?:explain|break|unpack|decod|talk|argu)\w*(?: down| about)? .{{0,40}}\b{_THE_END}\b|"
    rf"^so,? (?:about )?(?:that|the) .{{0,40}}\b{_THE_END}\b|"
    rf"\bwhat .{{0,20}}\b{_THE_END}\b.{{0,40}} about\b"
)
"""Headlines of pieces that walk through an ending."""
_ASKS = rare(
    r"\b(?:who|what|where|why)\b.{3,50}\b(?:all along|at the end|in the end)\b|"
    r"\b(?:talk|think|scream|argue) about (?:that|the) .{0,40}\b(?:ending|twist|finale|cliffhanger)\b|"
    r"\bwhat (?:really |actually )?happen(?:s|ed) (?:to|at|in|after)\b|\bafter the credits\b|"
    r"\bdo(?:es)? (?:the )?\w+(?: \w+)? (?:live|die|survive|make it)\b|"
    r"\b(?:does|do|is there|are there)\b.{3,60}\b(?:post|mid|end)-?credits?\b"
)
"""Headlines that promise what becomes of somebody: what their text then tells, they tell."""
_RECALLS = rare(
    r"\b(?:everything|all|what|things|where|who) (?:you |we |to |that )?(?:\w+ ){0,2}(?:forgot|remember|"
    r"recall|"
    r"left off|happened so far|need to know (?:before|about the (?:first|last)))\b|"
    r"\b(?:the )?story so far\b|"
    rf"{RECAP}(?:ped)?\b|"
    r"\brefresher\b|\bcatch(?:ing)? up (?:on|with|before)\b|\bpreviously (?:on|in)\b|"
    r"\bhow (?:the )?(?:first|last|previous|original)? ?\w* ?(?:ended|ends|left off)\b|"
    r"\bevery (?:death|kill|twist|reveal)\b|\b(?:deaths|twists|reveals),? (?:ranked|explained)\b|"
    r"\bis \w+(?: \w+)? (?:really |actually |still )?(?:dead|alive|the (?:killer|villain|father|mole))\b"
)
"""Headlines of pieces that tell a plot over again."""
_OF_END = rare(
    r"\b(?:that|the|its|this) (?:[\w’'-]+ ){0,4}(?:twist|ending|finale|cameo|reveal|death|cliffhanger|"
    r"(?:final|last|closing) (?:scene|shot|image|moment|act|reel|(?:\w+ )?minutes)|"
    r"(?:helmet|fire|mirror|death|kiss|big|key) (?:scene|moment))\b"
)
"""Headlines of reviews that are about how a film ends."""
_OF_SCENE = rare(
    r"\b(?:the|that) (?:[\w’'-]+ ){1,5}scene (?:that|where|in which|justifies|explains|is why)\b"
)
"""Headlines of essays on one scene, which they tell."""
_OF_NO_HOUSE = (
    r"(?! (?:the |an? |our |its |\w+[’']s )?(?:[\w’'-]+ )?(?:cinemas?|picture (?:house|palace)s?|"
    r"theat(?:er|re)s?|drive-in|multiplex|odeon|roxy|rialto|regal|rex|ritz|gaumont|astoria|plaza|"
    r"electric|majestic|savoy|tivoli|essoldo|"
    r"capitol|bijou|alhambra|lyric|orpheum|shop|store|studio|lot|festival|strike|shoot|race|ceremony|night|"
    r"auction|market|campaign|career|life|season|era|telecast|broadcast)\b)"
)
"""Not of a cinema, a shoot or a night."""
OF_A_FILM = _OF_NO_HOUSE.replace("(?! (?:", "(?! of (?:", 1).replace(
    "cinemas?|", "cinemas?|era|age|dvds?|year|day|line|road|strike|", 1
)
"""Not the end of something else."""
_ON_THE_END = rare(
    r"(?:^|: |[–—-] )(?:on|about) the (?:very )?(?:last|final|closing|third) (?:[\w-]+ )?(?:minutes?|"
    r"scenes?|"
    r"shots?|acts?|reels?|moments?|images?|frames?|lines?|words|half[- ]hour)\b|"
    r"(?:^|: |[–—-] )(?:on|about) (?:how [^.:?]{3,40} ends|the (?:[\w’-]+ ){0,4}?(?:end|ending|close|"
    r"climax|"
    r"finish|"
    r"conclusion) of (?!(?:the )?(?:\w+ )?(?:era|age|year|world|road|line|day|decade|season|cinema|movies|"
    r"film|"
    r"franchise|studio|strike|affair|dvd|theaters?|cinemas?|dvds|discs?|\w+vision)\b|an?\b))|"
    r"\bthe (?:last|final|closing) (?:[\w-]+ )?(?:minutes|scene|shot|image|frame|moments|reel) of\b"
    rf"{_OF_NO_HOUSE}"
)
"""Headlines of essays on how a film ends."""
_ENDS_HOW = late(
    r"(?<!know )(?<!knows )(?<!knew )(?<!guess )\bhow [^.:?]{3,40} ends\b(?! (?:up|in|with)\b)|"
    r"^(?:at|near|towards?|just before) the (?:very )?(?:end|close|climax|finish|"
    r"conclusion) of (?!(?:the )?(?:\w+ )?"
    r"(?:day|days|year|month|week|weekend|decade|century|summer|season|war|line|shoot|tour|show|night|"
    r"quarter|run|"
    r"festival|ceremony|party|interview|panel|event|call)\b|\d|this|last|next|his|her|its|their|an?\b|"
    r"every|"
    r"january|"
    r"february|march|april|may\b|june|july|august|september|october|november|december)"
)
"""What such an essay begins with, where the headline is all wit."""
ESSAYS = frozenset({"other", "review"})


def explains(title: str) -> bool:
    """Tell whether a headline is of a piece that walks through an ending."""
    title = title.lower()
    return bool(TOLD_OUTRIGHT.search(title) or _EXPLAINS.search(title))


def explainer_words(title: str, opening: str, beat: str) -> re.Match[str] | None:
    """What tells that a headline, or an essay’s opening, is of a piece that walks through a plot."""
    return (
        _EXPLAINS.search(title)
        or _ASKS.search(title)
        or (_OF_SCENE.search(title) or _RECALLS.search(title) if beat in ESSAYS else None)
        or (_ON_THE_END.search(title) or _ENDS_HOW.search(opening) if beat in ESSAYS else None)
        or (_OF_END.search(title) if beat == "review" else None)
    )
