"""How likely two reports bring the same piece of news, and which pairs are worth the question."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from reader.stories.kinds.occasions import COST, PASSED, PRIZE, SOLD, WEEKEND
from reader.stories.kinds.rumours import DENIAL, HEARSAY
from reader.stories.kinds.stages import BEGUN, HALTED
from reader.stories.language.rarity import Vector
from reader.stories.language.stock_words import outlet_words, telling_words
from reader.stories.language.terms import AT_HAND, stem
from reader.stories.language.word_lists import SMALL, listed

REACH = 96 * 3600
"""Reports further apart than this are never the same piece of news by themselves."""
AT_ONCE = 24 * 3600
"""Reports closer than this are told at once; each day more speaks against one piece of news."""
NEVER = -6.0
"""Of two reports that say the opposite."""
UNLIKE = -3.2
"""The least of two reports with little in common: outlets tell one piece of news in very different ways."""

START, BY_LOG, BY_COSINE = 5.1, 2.6, 9.4
"""The log-odds to begin with, and how the likeness of the words counts: by its logarithm, and by itself."""
SAME_FILM, SAME_BEAT, SAME_BOTH, UNTOLD_BEAT = 1.8, 1.2, 1.7, 1.2
"""`UNTOLD_BEAT`: where nothing tells the kind of one report, it may well be that of the other."""
PER_DAY, PER_DAY_OF_ONE = 4.0, 1.0
"""Taken off for each day between; less where there is one such piece (`ONE_EACH`)."""
OTHER_PIECE = (0.0, -1.6, -5.5)
"""Of two kinds of news: by how many of them are pieces of their own."""
BY_REST, USUAL_REST, OTHER_REST, LEAST_REST = 1.9, 0.2, 0.32, 0.02
"""How the likeness counts that is left without the titles: against what is usual in news of the same kind,
and of another; and the least that it is taken for."""
ENOUGH = 16
"""Fewer different words are a headline: there the title of a film may be all that two have in common."""
OWN_PIECE = (0.0, -1.9, -10.0)
"""By how surely one of them is a piece of its own: `Item.own`."""
OTHER_FILM = (-2.0, -2.7)
"""Of another film: in news of the same kind, and of another."""
NAMELESS = -2.0
"""Of a mere headline that names no film, and a report of one: with the same news it had more of its words."""
SHORT = 24
"""Fewer different words are a headline and a line or two."""
FEW = (-4.0, -1.5, -0.5)
"""Of a mere headline and a report of no film in common, by how many telling words they share."""
OTHER_PART = -0.5
"""Of the film before it, or of the one after: some outlets call that by the title alone."""
SEVERAL = frozenset({"awards", "festival", "box-office"})
"""News of several films at once: outlets lead with one or another."""
PIECES = frozenset({"review", "trailer", "interview", "list"})
"""Kinds of news that are pieces of their own: a review is never the news of a trailer."""
ONE_EACH = frozenset({"review", "obituary", "box-office"})
"""Kinds of news that a film or a person has once in a while: sharing the name is enough, days later, too."""
EACH_THEIR_WAY, LIKE_ENOUGH = frozenset({"review", "obituary"}), 0.09
"""Every critic has words of their own for one film: few in common say little."""

TWICE, AGAIN = -3.0, 0.5
"""Of two reports of one outlet, unless so alike that one is the other again: it tells its news once."""

COUNTED = "box-office"
TOLD_ALONE = frozenset(
    {"review", "announcement", "casting", "production", "trailer", "release-date", "interview", "obituary"}
)
"""What a film takes is told in the days of its reviews and its sequel’s beginnings, and never as one."""

_OF_PARTS = listed(
    """
    2 3 4 5 6 7 8 9 10 ii iii iv v vi vii viii ix x one two three four five six third fourth
    untitled sequel film part chapter volume episode
    """
)
"""Words in the name of a film that tell which one of several it is."""
_OF_ANY_TITLE = frozenset(map(stem, SMALL | _OF_PARTS | listed("project movie late dame sir lord lady")))
"""Words that the names of two films, or of two who have died, may have in common by chance."""

OPPOSED = frozenset({HEARSAY + DENIAL, BEGUN + HALTED, PASSED + WEEKEND, SOLD + COST})

LEAST = 0.05
"""Reports less alike by their words are not compared further."""
FEWEST = 2
"""One word in common proves nothing, however rare: theaters feel the heat, too."""


@dataclass(frozen=True, slots=True)
class Item:
    """One report as it is compared."""

    key: int
    time: int
    vector: Vector
    films: frozenset[str] = frozenset()
    beat: str = "other"
    outlet: str = ""
    own: int = 0
    """An essay, a list, a guide: no report of news that others have too."""
    film_words: frozenset[str] = frozenset()
    stance: int = 0
    """Hearsay or its denial, a shoot begun or halted, one prize: one is never the news of the other."""
    site: str = ""
    """The host of an outlet, none of one that passes on what others print."""


def log_odds(one: Item, other: Item, alike: float, rest: float = USUAL_REST) -> float:
    """Return the log-odds that two reports bring the same news; at least `UNLIKE`, or `NEVER`.

    The weights come from a logistic regression, moved to where stories come out best on sets that were left
    out. `alike`: the cosine of their words, 0 to 1. `rest`: the same without the titles of their films; two
    pieces about one film that share little more tell different things of it.
    """
    apart = abs(one.time - other.time)
    film = not one.films.isdisjoint(other.films)
    beat = one.beat == other.beat != "other"
    if film and beat and one.beat in EACH_THEIR_WAY:
        alike = max(alike, LIKE_ENOUGH)
    if one.stance and other.stance and _opposed(one.stance, other.stance):
        return NEVER
    if apart > REACH or alike < LEAST:
        return UNLIKE
    others = bool(one.films and other.films) and not film and _of_others(one, other)
    if others and (one.beat == other.beat == "obituary" or _of_one_mould(one, other)):
        return NEVER
    part = not others and of_other_part(one, other)
    odds = START + BY_LOG * math.log(alike) + BY_COSINE * alike
    odds = _by_beat(odds, one, other, film=film, beat=beat)
    if alike < AGAIN and one.site and (one.site, one.outlet) == (other.site, other.outlet):
        odds += TWICE
    odds = _by_films(odds, one, other, film=film, beat=beat, others=others, part=part)
    if one.beat != other.beat:
        odds += OTHER_PIECE[_pieces(one.beat, other.beat)]
    of_one = beat and one.beat in ONE_EACH
    if (film or part) and not of_one:
        odds += BY_REST * min(0.0, math.log(max(rest, LEAST_REST) / (USUAL_REST if beat else OTHER_REST)))
    if not of_one:
        odds += OWN_PIECE[max(one.own, other.own)]
    late = max(0, apart - AT_ONCE) / 86_400
    return max(UNLIKE, odds - (PER_DAY_OF_ONE if of_one else PER_DAY) * late)


def _by_beat(odds: float, one: Item, other: Item, *, film: bool, beat: bool) -> float:
    """Add what the same film and the same kind of news say, or that one report tells of no kind."""
    odds += SAME_FILM * film + SAME_BEAT * beat + SAME_BOTH * (film and beat)
    if "other" in (one.beat, other.beat) and not max(one.own, other.own):
        odds += UNTOLD_BEAT
    return odds


def _by_films(
    odds: float, one: Item, other: Item, *, film: bool, beat: bool, others: bool, part: bool
) -> float:
    """Add what speaks against the same news where the films differ, or a mere headline names none."""
    if others:
        odds += 0.0 if beat and one.beat in SEVERAL else OTHER_FILM[one.beat != other.beat]
    size = min(len(one.vector), len(other.vector))
    if bool(one.films) != bool(other.films) and size < ENOUGH:
        odds += NAMELESS
    if not (film or part) and size < SHORT:
        odds += FEW[min(len(FEW) - 1, _telling(one, other))]
    return odds + OTHER_PART * part


def _pieces(one: str, other: str) -> int:
    """How many of two kinds of news are pieces of their own, beside each other."""
    if COUNTED in (one, other) and (one in TOLD_ALONE or other in TOLD_ALONE):
        return 2
    return (one in PIECES) + (other in PIECES)


def _opposed(one: int, other: int) -> bool:
    """Tell whether two stances exclude each other: opposites, two prizes, a prize and a sale."""
    less, more = sorted((one, other))
    of_prizes = more >= PRIZE and less != more and (less >= PRIZE or less == SOLD)
    return less + more in OPPOSED or of_prizes


def _of_others(one: Item, other: Item) -> bool:
    """Tell whether two reports are of films without a word in common that tells one from another.

    Of films of one word each, none is the other in short.
    """
    short = not any(" " in film for film in one.films | other.films)
    return short or (one.film_words & other.film_words) <= _OF_ANY_TITLE


def of_other_part(one: Item, other: Item) -> bool:
    """Tell whether one report is of a film, and the other of the one before it, or after it."""
    told = one.films and other.films and one.films.isdisjoint(other.films)
    return bool(told) and _bare(one.films) == _bare(other.films)


def _bare(films: Iterable[str]) -> set[str]:
    """The names of films without what tells which one of several each is."""
    return set(map(_series, films))


@lru_cache(AT_HAND)
def _series(film: str) -> str:
    return " ".join(word for word in film.split() if word not in _OF_PARTS)


def _of_one_mould(one: Item, other: Item) -> bool:
    """Tell whether reports of two films share only what any such report says: Sets June 2027 Release."""
    return _telling(one, other) < FEWEST


def _telling(one: Item, other: Item) -> int:
    """How many words two reports share that not any report has, nor the names of their outlets."""
    shared = telling_words(one.vector.keys() & other.vector.keys())
    return len(shared - outlet_words(one.outlet) - outlet_words(other.outlet))
