"""Which night a prize was given, and whether a film’s takings are a weekend’s or a mark they passed.

Two guilds may honour one film within a day, it is sold on the night of its prize, and it passes a billion in
a weekend that another wins: different news in the same words.
"""

from __future__ import annotations

from functools import lru_cache

from reader.patterns import late
from reader.stories.language.terms import TOLD

PASSED, WEEKEND, SOLD, COST = 64, 128, 256, 512
"""Values of `Item.stance`, as those of `rumours` and `stages`: no two of them are the same."""
PRIZE = 1 << 10
"""From here on a stance is a prize: one is never the news of another, nor of a sale."""

_SUM = (
    r"(?:(?:[$£€₹]|rs\.? ?|us\$)\d[\d.,]*|\d[\d.,]* ?(?:million|billion|crore|bn)|"
    r"(?:\w+[ -])?(?:million|billion)\b|(?:\w+ ){0,2}box[ -]office record)"
)
_MARK = rf"(?!\D{{0,5}}\d*[1-9](?<!25)(?<!75)(?:\.\d+)? ?m(?:illion|n)?\b){_SUM}"
"""A round sum that is worth telling: nobody counts up to 97 million."""
_PASSED = late(
    rf"\b(?:pass(?:es|ed)?|cross(?:es|ed)?|tops|topped|surpass(?:es|ed)|reach(?:es|ed)|clears|cleared|past|joins?|"
    rf"joined|hits?|smash(?:es|ed)|breaks|nears) (?:the |an? |another |its )?{_MARK}"
)
_WEEKEND = late(
    r"\bweekends?\b|\bwknd\b|\bframe\b|m(?:illion)? (?:three|four|five|\d)-day\b|\bopen(?:s|ed|ing)\b|"
    r"\bdebut\w*|\bestimates\b|\bactuals\b|\bno\.? ?1\b|\bnumber one\b|\bthree-peat\w*|\bedges\b|"
    r"\bholds? off\b|\bdethron\w+|\bovertakes\b(?!.*\brecord)|"
    r"\b(?:beats?|knocks?|topples?)\b.{3,60}\b(?:top|box office|no\b)|"
    r"\b(?:tops|leads|rules) (?:the )?(?:box office|charts?)\b"
)
_SOLD = late(
    r"\b(?:buys|bought|acquires?|acquired|lands?|nabs?|nabbed|grabs|snaps? up|snags|picks? up|takes|sails to|"
    r"sells?|sold|goes to|heads to|licens(?:es|ed)|rights|deal|bidding war)\b"
)
_COST = late(r"\bbudgets?\b|\bcosts?\b|\bprice tag\b")
_CITIES = (
    "edinburgh",
    "london",
    "new york",
    "sydney",
    "melbourne",
    "tokyo",
    "hong kong",
    "mumbai",
    "galway",
    "dublin",
    "glasgow",
    "rome",
    "zurich",
    "sarajevo",
    "thessaloniki",
    "tallinn",
    "munich",
    "stockholm",
    "marrakech",
    "red sea",
    "fantasia",
    "palm springs",
    "chicago",
    "vancouver",
)
"""Names that mean a festival only where one is spoken of."""
_PRIZES = tuple(
    late(rf"\b(?:{names})\b")
    for names in (
        r"oscars?|(?<!british )(?<!film )(?<!european )academy awards?",
        r"baftas?|british academy(?: film)? awards?",
        r"golden globes?",
        r"actor awards?|sag awards?|screen actors guild",
        r"producers guild|pga",
        r"directors guild|dga",
        r"writers guild|wga",
        r"critics[’'] choice",
        r"spirit awards?|indie spirits|independent spirits?",
        r"gothams|gotham (?:awards?|nom\w+|prizes?|winners?|tributes?)",
        r"bifas?|british independent film awards?",
        r"european film awards?|efas?",
        r"c[ée]sars?",
        r"goyas?",
        r"national board of review|nbr",
        r"razzies|razzie|golden raspberry|golden raspberries",
        r"annies?|annie awards?",
        r"emmys?",
        r"tonys|tony awards?",
        r"grammys?",
        r"cannes|palme d[’']or|croisette",
        r"venice|golden lion|mostra",
        r"berlinale|berlin|golden bear",
        r"sundance",
        r"toronto|tiff",
        r"locarno|golden leopard",
        r"san sebasti[aá]n|golden shell",
        r"busan",
        r"telluride",
        r"tribeca",
        r"sxsw|south by southwest",
        r"rotterdam|iffr",
        r"karlovy vary|crystal globe",
        r"annecy",
        r"docfest",
        r"hot docs",
        r"idfa",
        r"sitges",
        r"fantastic fest",
        r"frightfest",
        r"black nights",
        r"g[oö]teborg|gothenburg",
        *(rf"{city}(?:[’']s)? (?:\w+ )?(?:film ?fest\w*|festival)" for city in _CITIES),
    )
)
"""Each prize, jury or festival by the names it goes by."""


@lru_cache(TOLD)
def occasion(title: str, beat: str) -> int:
    """Tell a headline’s occasion, as above; 0 where it may be any."""
    head = title.lower()
    if beat == "box-office":
        passed, weekend = _PASSED.search(head), _WEEKEND.search(head)
        return 0 if bool(passed) == bool(weekend) else PASSED if passed else WEEKEND
    if beat == "business":
        sold, cost = _SOLD.search(head), _COST.search(head)
        return 0 if bool(sold) == bool(cost) else SOLD if sold else COST
    if beat in ("awards", "festival"):
        named = [number for number, prize in enumerate(_PRIZES) if prize.search(head)]
        return PRIZE + named[0] if len(named) == 1 else 0
    return 0
