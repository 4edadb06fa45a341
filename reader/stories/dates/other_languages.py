"""Release dates in news that is written in another language than English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import islice

from reader.patterns import late
from reader.stories.dates.calendar import DAYS, weekday
from reader.stories.dates.printed_dates import MOST, Printed
from reader.stories.dates.releases import TRUSTED
from reader.stories.dates.stated import Stated
from reader.stories.dates.years import coming, day, of_season


def _numbered(rows: Sequence[str]) -> dict[str, int]:
    return {name: number for number, names in enumerate(rows, 1) for name in names.split()}


MONTHS_ABROAD = _numbered([
    "janvier januar jänner januari enero gennaio janeiro", "février februar februari febrero febbraio",
    "mars märz maart marzo março", "avril april abril aprile", "mai mei mayo maggio maio",
    "juin juni junio giugno junho", "juillet juli julio luglio julho", "août aout august agosto augustus",
    "septembre september septiembre settembre setembro", "octobre oktober octubre ottobre outubro",
    "novembre november noviembre novembro", "décembre dezember december diciembre dicembre dezembro",
])  # fmt: skip
SEASONS_ABROAD = _numbered([
    "hiver winter invierno inverno", "printemps frühjahr frühling primavera voorjaar",
    "été sommer verano estate zomer", "automne herbst otoño autunno outono najaar",
])  # fmt: skip
DAYS_ABROAD = {
    name: DAYS[number - 1]
    for name, number in _numbered([
        "lundi montag lunes lunedì maandag", "mardi dienstag martes martedì dinsdag",
        "mercredi mittwoch miércoles mercoledì woensdag", "jeudi donnerstag jueves giovedì donderdag",
        "vendredi freitag viernes venerdì vrijdag", "samedi samstag sábado sabato zaterdag",
        "dimanche sonntag domingo domenica zondag",
    ]).items()
}  # fmt: skip
"""What each language calls the parts of the year, by their numbers, and the days by their English names."""

_DATE = late(
    rf"\b(?:(?P<day>\d{{1,2}})(?:er|\.|º|e)? (?:de )?(?P<month>{'|'.join(MONTHS_ABROAD)})\b|"
    rf"(?P<alone>{'|'.join(MONTHS_ABROAD)})\b|(?P<season>{'|'.join(SEASONS_ABROAD)})\b|"
    rf"(?P<weekday>{'|'.join(DAYS_ABROAD)})\b(?! \d))(?:,? (?:de |del )?(?P<year>20\d\d)\b)?|"
    rf"\b(?:en|in|nel|jahr) (?P<only>20\d\d)\b"
)
_RELEASE = late(
    r"\b(?:sort(?:ir|ira|iront|ait|ent)?|sorties?|en salles?|dans (?:les|\w+) (?:\w+ )?salles|à l[’']affiche|"
    r"au cinéma|en dvd|débarque\w*|arriver?a?|start(?:et|en|termin)?|kinostart|kommt|kommen|im kino|"
    r"in (?:den|die|unseren) kinos?|läuft|erscheint|bundesstart|estren\w+|llega\w*|en (?:los )?cines|"
    r"(?:en|a las) salas|esce|escono|usc\w+|al cinema|nelle sale|in sala|arriva|estrei\w+|chega\w*|"
    r"nos cinemas|in de bioscoop|bioscopen|te zien)\b"
)
_OTHER = late(
    r"\b(?:tourn\w+|festival\w*|compétition|césar\w*|oscars?|mort|décédé\w*|dreh\w*|gedreht|rodaj\w+|rueda|"
    r"riprese|girat\w+|filmagen\w*|née?|geboren|avant-première|(?:première|prima) mondiale|weltpremiere)\b"
)
"""Before a date that is none of release, unless one of that follows: of filming, prizes, lives."""
_OLD = late(
    r"\b(?:(?:du|depuis le|au lieu du|plutôt que le|vom|von|statt(?: am| im)?|anstelle des|desde el|del|"
    r"en (?:lugar|vez) del?|dal|invece del|anziché il)|(?:initialement|d[’']abord|ursprünglich|zunächst|"
    r"nicht|inicialmente|inizialmente|devai(?:t|ent)|(?:était|sera) (?:prévu|attendu|annoncé)\w*|sollten?|"
    r"debían?|"
    r"ne sortira (?:pas|plus)|iba a|estaba previst\w|doveva|era (?:previst[ao]|attes[ao]))\b[^.;,]{0,50})"
    r" (?:(?:le|am|im|el|il|en|in|\w+) )?$"
)
_PLANNED = late(
    r"\b(?:prévue?s?|attendue?s?|annoncée?s?|programmée?s?|previst[oa]|programad[oa]|anunciad[oa]|attes[oa]|"
    r"annunciat[oa]|geplant|angekündigt|vorgesehen)\b[^.;]{0,40}$"
)
"""Before a date that a film had, where its sentence tells another after it."""
_SENTENCE = late(r"[.!?…]\s+(?=[«“A-ZÀ-Ü])")
_AHEAD = late(r"\b(?:en|im|in|à|dès|ab|a|em|début|fin|mi|ende|anfang|mitte|finales de|fine|inizio|in) $|mi-$")
_SEASON = late(
    r"\b(?:l[’']|d[’']|cet |cette |le |au |en |im |in |el |la |este |esta |del |nel |dell[’']|no |na |deze )$"
)
"""Before a season."""
_NEAR, _AFTER = 90, 40
"""Letters before and after a date that are read."""


def stated_abroad(text: str, published: int, beat: str) -> Iterator[Stated]:
    """Every date of release in a text of another language, those it moved from among them."""
    low, today = text.lower(), datetime.fromtimestamp(published, UTC).date()
    if len(low) != len(text):
        return
    matches = list(islice(_DATE.finditer(low), MOST))
    bounds = [0, *(match.end() for match in _SENTENCE.finditer(text)), len(text)]
    for match, after in zip(matches, [*matches[1:], None], strict=False):
        start = max(bound for bound in bounds if bound <= match.start())
        end = min(bound for bound in bounds if bound > match.start())
        before = low[max(start, match.start() - _NEAR) : match.start()]
        rest = low[match.end() : min(end, match.end() + _AFTER)]
        iso = _iso(match, published, today)
        other = max((match.end() for match in _OTHER.finditer(before)), default=0)
        told = _RELEASE.search(before, other) or (not other and (beat in TRUSTED or _RELEASE.search(rest)))
        if iso and told and iso >= f"{today}"[: len(iso)]:
            again = after is not None and after.start() < end and _PLANNED.search(before)
            old = bool(_OLD.search(before) or again)
            yield Stated(Printed(iso, *match.span()), old, text[start:end], start)


def _iso(match: re.Match[str], published: int, today: date) -> str | None:
    """What one date means; a month alone is one only after a word that leads to it."""
    year = int(match["year"]) if match["year"] else None
    if match["day"]:
        return day(year, MONTHS_ABROAD[match["month"]], int(match["day"]), today, back=False)
    if match["weekday"]:
        return weekday(DAYS_ABROAD[match["weekday"]], published)
    if match["season"]:
        number = SEASONS_ABROAD[match["season"]]
        if not year and not _SEASON.search(match.string[max(0, match.start() - 20) : match.start()]):
            return None  # été is been, too
        return f"{year or of_season(number, today, following=False)}-Q{number}"
    if match["only"]:
        return match["only"] if int(match["only"]) > today.year else None
    if not year and not _AHEAD.search(match.string[max(0, match.start() - 20) : match.start()]):
        return None
    month = MONTHS_ABROAD[match["alone"]]
    return f"{year or coming(month, today)}-{month:02d}"
