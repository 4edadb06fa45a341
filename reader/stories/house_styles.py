"""House styles: where an outlet speaks from, told by how it prints titles, dates and cinemas."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from reader.halves import halved
from reader.patterns import late
from reader.stories.language.foreign import foreign
from reader.stories.language.spans import in_capitals, title_case
from reader.stories.language.tokens import word_set
from reader.stories.report import Report

SEEN_ENOUGH = 3
"""Reports of an outlet that show its habits."""
SEEN_PLENTY = 100
"""Reports from which the habits of an outlet are known: no more are looked at."""

_SINGLE = late(r"(?<!\w)[‘'][^‘’“”]{2,60}[’'](?!\w)")
_DATELINE = late(
    r"^(?:[A-Z][A-Z .'’-]{2,}(?:, [A-Z][\w.]+(?: [A-Z]\w+)?)?(?:, \w+\.? \d\d?)? )?"
    r"\([A-Z][A-Za-z]+(?: \w+)?\)\s+[—–-]"
)
_MONTHS = frozenset(
    ["jan", "feb", "aug", "sept", "oct", "nov", "dec", "january", "february", "march", "april", "may",
     "june", "july", "august", "september", "october", "november", "december"]
)  # fmt: skip
_US_DATE = late(
    r"\b(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\. \d|\b(?:January|February|March|April|May|June|July|"
    r"August|September|October|November|December) \d{1,2}\b"
)
_DAY_FIRST = late(
    r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_POUNDS = late(r"£\d|[$€]\d[\d.]*(?:m|bn)\b|\bper cent\b")
"""Sums as Britons print them: $90m, where Americans have $90M or $90 million."""
_US_WORDS = frozenset(
    ["theater", "theaters", "favorite", "favorites", "color", "colors", "colorful", "centered", "domestic",
     "domestically", "humor", "honor", "rumor", "realize", "realized", "organize", "organized", "organizers",
     "recognize", "recognized", "apologized", "canceled", "traveled", "labor", "neighbor", "neighbors",
     "neighborhood", "gray", "defense", "mom", "percent", "aging", "skeptical", "behavior", "flavor"]
)  # fmt: skip
_UK_WORDS = frozenset(
    ["cinemas", "favourite", "favourites", "colour", "colours", "colourful", "centre", "centred", "theatre",
     "theatres", "humour", "programme", "programmes", "telly", "mum", "rumour", "rumours", "honour",
     "honours", "neighbour", "neighbours", "labour", "metres", "grey", "uk", "quid", "whilst",
     "realise", "realised", "organise", "organised", "organisers", "recognise", "recognised", "apologised",
     "cancelled", "travelled", "neighbourhood", "defence", "licence", "ageing", "sceptical", "behaviour",
     "flavour", "fortnight", "pyjamas", "pounds", "yorkshire", "lancashire", "leeds", "sheffield", "glasgow",
     "cardiff", "bristol", "liverpool", "manchester", "cornwall", "devon", "sussex", "midlands", "tyneside",
     "odeon", "cineworld", "vue", "bbfc", "itv"]
)  # fmt: skip
"""Words that tell how an outlet spells; what is British is told of by all."""
_HEARSAY = frozenset(
    ["rumour", "rumours", "rumor", "rumors", "insider", "insiders", "tipster", "tipsters", "scooper",
     "scoopers", "leaker", "mole", "hearsay", "gossip", "unconfirmed", "unverified", "whisper", "whispers",
     "whispered", "leak", "leaked", "leaks", "leaking", "allegedly", "apparently", "supposedly", "spies",
     "spy", "swears"]
)  # fmt: skip
"""Words of who tells what is not known yet."""
_PLACES = {
    "IE": frozenset(
        ["irish", "ireland", "dublin", "cork", "galway", "kilkenny", "limerick", "belfast"]
    ),
    "AU": frozenset(
        ["australia", "australian", "australians", "aussie", "aussies", "sydney", "melbourne", "brisbane",
         "perth", "fremantle", "cairns", "geelong", "townsville", "wollongong", "ballarat",
         "bendigo", "adelaide", "canberra", "hobart", "queensland", "queenslander", "tasmania", "nsw",
         "launceston", "toowoomba", "rockhampton", "bondi", "parramatta"]
    ),
    "NZ": frozenset(["zealand", "zealander", "zealanders", "auckland", "wellington", "christchurch",
    "dunedin"]),
    "CA": frozenset(
        ["canada", "canadian", "canadians", "vancouver", "montreal", "ottawa", "calgary", "winnipeg",
         "ontario",
         "quebec", "alberta", "saskatchewan", "manitoba", "halifax"]
    ),
    "IN": frozenset(
        ["india", "indian", "mumbai", "delhi", "chennai", "hyderabad", "bengaluru", "kolkata", "kochi",
         "kerala",
         "bollywood", "tollywood", "hindi", "telugu", "tamil", "malayalam", "kannada", "crore", "crores",
         "lakh"]
    ),
    "DE": frozenset(
        ["germany", "german", "germans", "berlin", "munich", "hamburg", "cologne", "leipzig", "frankfurt",
         "bavaria", "bavarian", "saxony", "dresden", "stuttgart", "babelsberg"]
    ),
    "FR": frozenset(
        ["france", "french", "paris", "parisian", "parisians", "lyon", "marseille", "bordeaux", "toulouse",
         "strasbourg", "lille", "nantes"]
    ),
    "IT": frozenset(["italy", "italian", "italians", "rome", "milan", "turin", "naples"]),
    "ES": frozenset(["spain", "spanish", "madrid", "barcelona", "valencia", "seville"]),
    "JP": frozenset(["japan", "japanese", "tokyo", "osaka", "kyoto", "nagoya", "fukuoka", "yen"]),
    "KR": frozenset(["korea", "korean", "koreans", "seoul", "busan", "incheon", "daegu"]),
    "US": frozenset(
        ["alabama", "alaska", "arizona", "arkansas", "colorado", "connecticut", "delaware", "florida",
         "california", "californian",
         "hawaii",
         "idaho", "illinois", "iowa", "kansas", "kentucky", "louisiana", "maine", "maryland", "massachusetts",
         "michigan", "minnesota", "mississippi", "missouri", "nebraska", "nevada", "ohio", "oklahoma",
         "oregon",
         "pennsylvania", "tennessee", "texas", "utah", "vermont", "wisconsin", "wyoming", "carolina",
         "dakota",
         "angeles", "boston", "chicago", "cincinnati", "cleveland", "dallas", "denver", "detroit", "houston",
         "miami", "milwaukee", "minneapolis", "omaha", "philadelphia", "pittsburgh", "seattle", "tampa",
         "tulsa",
         "francisco", "berkeley", "brooklyn", "manhattan",
         "albuquerque", "boise", "boulder", "honolulu", "indianapolis", "knoxville", "louisville", "memphis",
         "nashville", "oakland", "phoenix", "sacramento", "spokane", "tucson"]
    ),
}  # fmt: skip
"""Where what an outlet tells takes place; of most of what the press of a country tells, there."""
_ABROAD_FROM_HERE = ("IE", "AU", "NZ", "CA", "IN", "JP", "KR", "DE", "FR", "IT", "ES")
_ENGLISH = frozenset(("IE", "AU", "NZ", "CA", "IN", "US"))
"""Countries whose own press is in English."""
_SEEN_HERE = 3
"""So many reports of a country are needed where few of an outlet are of any."""
_LOOSE = late(
    r"\b(?=\w++['’])(?:\w+n['’]t|(?:it|that|here|there|let|what|who|he|she|where|how)['’]s|\w+['’](?:re|ve|ll|d|"
    r"m))\b",
    re.I,
)
"""Words drawn together, as in talk: the trade and the press print few."""
_LOOSEST = 3
"""So many words as people speak are counted in one report at most."""
_DOMAIN = late(r"^https?://[^/]+\.(uk|ie|au|nz|in|jp|kr)(?:[:/]|$)")
_ABROAD = late(
    r"^(?:France|Germany|Italy|Spain|Portugal|Belgium|Netherlands|Luxembourg|Denmark|Norway|Sweden|Finland|"
    r"Iceland|Poland|Czech Republic|Czechia|Slovakia|Hungary|Romania|Bulgaria|Greece|Turkey|Austria|"
    r"Switzerland|Croatia|Serbia|Slovenia|Estonia|Latvia|Lithuania|Ukraine|Georgia|Russia|Israel|"
    r"Japan|South Korea|Korea|China|Mexico|Brazil|Argentina|Chile)$"
)
"""Tags of an outlet that files its news by country; not of one whose own press is English."""
_CHATTY = late(r"!|\b(?:we|i|our|us|you|your)(?:['’](?:re|ve|ll|d|m))?\b", re.I)
_SPEECH = late(r"“[^”]*”|\"[^\"]*\"")
_MONEY = late(r"\$\d|4K\b(?<!\w4K)|Blu-ray\b(?<!\wBlu-ray)|Digital\b(?<!\wDigital)")
_SERVICES = frozenset(
    ["4k", "uhd", "hulu", "netflix", "peacock", "prime", "tubi", "disney", "paramount", "max", "pvod", "vod",
     "streaming", "stream", "streams", "digital", "disc"]
)  # fmt: skip
_AT_HOME = 2
"""So many words of what is streamed or sold on disc make a report one of a guide to that."""
_DOUBLE = late(r"[\"“][^\"“”]{2,60}[\"”]")
_NOTHING: Counter[str] = Counter()


class Houses:
    """The habits of every outlet, counted as its reports come in."""

    def __init__(self) -> None:
        self.habits: dict[str, Counter[str]] = {}
        self.fresh: dict[str, Counter[str]] = {}

    def learn(self, reports: Iterable[Report]) -> None:
        """Take in how each report is printed."""
        count = Counter({outlet: seen["reports"] for outlet, seen in self.habits.items()})
        telling = []
        for report in reports:
            if count[report.outlet] < SEEN_PLENTY:
                count[report.outlet] += 1
                telling.append(report)
        for report, seen in zip(telling, halved(_habits, telling, dict[str, int]), strict=True):
            self.restore(report.outlet, seen)
            self.fresh.setdefault(report.outlet, Counter()).update(seen)

    def _seen(self, outlet: str) -> Counter[str]:
        return self.habits.get(outlet, _NOTHING)

    def restore(self, outlet: str, seen: Mapping[str, int]) -> None:
        """Take in habits counted before, or by another."""
        self.habits.setdefault(outlet, Counter()).update(seen)

    def deals_in_hearsay(self, outlet: str) -> bool:
        """Tell whether what an outlet brings is what it heard, unless it says otherwise."""
        seen = self._seen(outlet)
        return seen["reports"] >= SEEN_ENOUGH and 2 * seen["hearsay"] >= seen["reports"]

    def local(self, outlet: str) -> str | None:
        """The country whose readers an outlet writes for, where its words show one other than America."""
        seen = self._seen(outlet)
        if seen["reports"] < SEEN_ENOUGH:
            return None
        if 3 * seen["abroad"] >= seen["reports"] or _gathers(seen):
            return None  # it tells of every country, and is of none
        if self.deals_in_hearsay(outlet):
            return None  # what leaks is told to the fans of all
        for place in _ABROAD_FROM_HERE:
            if _of(place, seen):
                return place
        return "UK" if seen["uk"] > max(1, 2 * seen["us"]) else None

    def home(self, outlet: str) -> str | None:
        """The country an outlet of the trade or the national press means when it names none, else None.

        One that talks to its readers, or as they talk, is no such outlet, however it prints its titles;
        unless it tells in dollars what to buy or rent.
        """
        seen = self._seen(outlet)
        total = seen["reports"]
        if _gathers(seen) or self.deals_in_hearsay(outlet):
            return None
        if total < SEEN_ENOUGH - (total in (seen["money"], seen["dateline"])) or 3 * seen["abroad"] >= total:
            return None
        american = seen["uk"] <= 2 * seen["us"] + 1
        if american and (2 * seen["money"] >= total or 3 * seen["guide"] >= 2 * total):
            return "US"
        if 5 * seen["chatty"] > 3 * total or (3 * seen["loose"] > 2 * total and not _of_the_trade(seen)):
            return None
        trade = 2 * seen["single"] >= total or _of("US", seen) or 5 * seen["dateline"] >= max(total, 10)
        return self.local(outlet) or ("US" if trade and american else None)


def _gathers(seen: Mapping[str, int]) -> bool:
    """Tell whether an outlet gathers the news of others: titles in double quotes, no datelines."""
    return 2 * seen["double"] >= max(1, seen["reports"]) and not seen["dateline"]


def _of_the_trade(seen: Mapping[str, int]) -> bool:
    """Tell whether an outlet prints titles as the trade does, and hardly ever talks of itself or to readers.

    Some of the trade draws words together, if not as many as talk has.
    """
    total = seen["reports"]
    return 3 * seen["single"] >= 2 * total and 4 * seen["chatty"] <= total and seen["loose"] <= total


def _of(place: str, seen: Mapping[str, int]) -> bool:
    """Tell whether half of what an outlet tells in its own words is of a country; with few others, less."""
    here, own = seen[place], max(1, seen["reports"] - seen["dateline"])
    others = sum(seen[other] for other in _PLACES if other not in (place, "US"))
    if 2 * here >= own:
        return True
    if place in _ENGLISH and 4 * here >= own and here >= _SEEN_HERE and here >= 3 * others:
        return True
    return 5 * here >= 2 * own and here > others


def _habits(report: Report) -> dict[str, int]:
    text = f"{report.title} {report.lead}"
    spoken = word_set(report.title) | word_set(report.lead)
    seen = Counter(reports=1)
    seen["single"] = bool(_SINGLE.search(report.title)) and title_case(report.title)
    seen["double"] = bool(_DOUBLE.search(report.title)) and title_case(report.title)
    seen["dateline"] = bool(_DATELINE.search(report.lead))
    seen["capitals"] = bool(in_capitals(report.title))
    seen["money"] = bool(_MONEY.search(text))
    told = _SPEECH.sub("", text)
    seen["chatty"] = bool(_CHATTY.search(told.replace("US", "").replace("U.S.", "")))
    seen["loose"] = min(_LOOSEST, len(_LOOSE.findall(told)))
    if seen["dateline"]:
        return _as_numbers(seen)  # an agency's copy, in the agency's words
    seen["us"], seen["uk"] = len(spoken & _US_WORDS), len(spoken & _UK_WORDS)
    if not spoken.isdisjoint(_MONTHS):
        seen["us"] += len(_US_DATE.findall(text))
        seen["uk"] += 2 * len(_DAY_FIRST.findall(text))
    seen["uk"] += bool(_POUNDS.search(text))
    for place, words in _PLACES.items():
        seen[place] = not words.isdisjoint(spoken) or not words.isdisjoint(word_set(report.outlet))
    if match := _DOMAIN.search(report.url):
        seen["uk" if match[1] == "uk" else match[1].upper()] += 2
    seen["hearsay"] = not _HEARSAY.isdisjoint(spoken)
    seen["guide"] = len(spoken & _SERVICES) >= _AT_HOME
    seen["abroad"] = foreign(spoken) or any(map(_ABROAD.match, report.categories))
    return _as_numbers(seen)


def _as_numbers(seen: Mapping[str, int]) -> dict[str, int]:
    return {habit: int(number) for habit, number in seen.items()}
