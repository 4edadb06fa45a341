"""What other languages are known by, and call the parts of the year: French, German, Spanish, Italian,
Portuguese, Dutch."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reader.stories.dates.almanac import DAYS

_SMALL = frozenset(
    ["le", "les", "des", "du", "une", "et", "dans", "avec", "sur", "qui", "pour", "est", "aux", "ses", "par",
     "der", "das", "und", "mit", "ist", "von", "dem", "im", "auf", "ein", "eine", "zu", "nicht", "sich",
     "wird", "wie", "sondern", "einer", "werden", "sera", "ne", "cette", "mais",
     "el", "los", "las", "una", "por", "del", "en", "con", "para", "su", "il", "gli", "della", "che", "di",
     "nel", "nelle", "alla", "sono", "het", "een", "van", "niet", "och", "os", "uma", "dos", "com", "em"]
)  # fmt: skip
_ENOUGH = 4
"""So many small words of another language, and a report is written in it."""


def foreign(words: Collection[str]) -> bool:
    """Tell whether a report whose words these are is written in another language than English."""
    return len(_SMALL.intersection(words)) >= _ENOUGH


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
