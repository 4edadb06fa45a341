"""Signs that a plot is told over, none of which says so alone, and how much they weigh together.

Two things must meet: a *frame*, what makes a piece one for those who have seen the film (a warning, a
headline that explains or asks what became of somebody, the word for an end), and a *telling*, what happens
to somebody, clause by clause, in the present tense. A premise has no frame; who keeps mum about an ending
tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.patterns import late, rare
from reader.stories.kinds.kept_plots import COY, PROMISES
from reader.stories.kinds.plot_frames import ENDS, EXPLAINS, OF_FATE, SEEN, WARNS
from reader.stories.kinds.plot_tellings import DEED, OUTCOME, without_questions

_NEWSY = late(
    r"[$£€]\d|\d (?:million|percent|per cent)|\bopens (?:on|in|this|next|[a-z]+ \d)|\b(?:tickets|"
    r"premieres?|platforms?|"
    r"box office|in (?:cinemas|theaters)|restor\w+|4k|discs?|blu-ray|subscribe|wrap(?:s|ped)?|"
    r"on the schedule|cinema closes|shop|released?|certified|runs \d)\b|"
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december) \d"
)
"""What news tells: money, dates and where a film is shown."""
_LIFE = rare(
    r"\b(?:dead|dies|died) at \d|\bsurvived by\b|\bobituary\b|\bremember(?:ing|ed)\b|\btributes?\b|"
    r"\bmourn\w*|"
    r"\bhis (?:wife|widow|agent|family|son|daughter) (?:said|says|confirmed)|\bher (?:husband|agent|"
    r"family|son|daughter) (?:said|says|confirmed)"
)
"""What is told of a life that was one."""
_NO_SCENE = rare(
    r"\bthere(?:[’']s| is| are) (?:no|not any|nothing) (?:(?:post|mid|end)-?credits|after the credits)"
)
_BEFORE_VERDICT = late(r"^.{3,60}? review\b")
"""What a review names first: its film, whose title says nothing of what is told."""
A_DEED, MANY_DEEDS = 0.8, 5
AN_OUTCOME, MANY_OUTCOMES = 1.0, 3
WARNED, EXPLAINED, FATED, LOOKED_BACK, ENDED = 4.0, 3.0, 2.0, 1.0, 0.5
COYNESS, NEWS, NOTHING_TOLD = -2.5, -1.5, -1.5
FRAMED, NEEDED, ALONE = 1.0, 3.0, 3.5
"""What makes a frame, what is needed with one, and what a telling needs that has none."""
TAKEN_FOR_NEWS = frozenset({"production", "casting", "obituary", "festival", "business"})
"""What a telling may be taken for, for its deaths, its shots and its returns: it needs a strong frame."""
FRAMES = {"other": 0.0, "review": 0.0, "interview": FRAMED, "list": FRAMED, "announcement": FRAMED} | (
    dict.fromkeys(TAKEN_FOR_NEWS, 3.0)
)
"""Kinds of pieces that may tell a plot, with the frame that each needs."""
SOON = 90
"""So near the beginning a warning is about what follows."""
LIKELY = {"other": 1.0, "list": -0.5, "announcement": -0.5} | dict.fromkeys(TAKEN_FOR_NEWS, -1.5)
"""How often a kind of piece is one that tells a plot, beside the others."""


def told_over(title: str, lead: str, beat: str) -> tuple[str, ...]:
    """Return the words of the signs that say together that a plot is told over; none where they do not."""
    if beat not in FRAMES or (beat in TAKEN_FOR_NEWS and not _opens_so(title, lead)):
        return ()
    low, text = title.lower(), lead.lower()
    head = _BEFORE_VERDICT.sub("", low) if beat == "review" else low
    signs = [(weight, sign[0]) for weight, sign in _framing(head, text) if sign]
    coy = COY.search(f"{head}. {text}") is not None
    frame = sum(weight for weight, _ in signs) + COYNESS * coy
    told, words = _telling(lead) if frame >= FRAMES[beat] else (0.0, [])
    weight = frame + (told + LIKELY.get(beat, 0) if told else NOTHING_TOLD)
    spare = weight - (NEEDED if frame >= FRAMED else ALONE)
    if frame < FRAMES[beat] or spare < 0 or (coy and not told) or _kept(f"{low}. {text}", beat, spare):
        return ()
    return tuple(dict.fromkeys((*(word for _, word in signs), *words)))


def _opens_so(title: str, lead: str) -> bool:
    """Tell whether a piece explains or warns from the start: few read as news do, and it is quickly told."""
    title = title.lower()
    return bool(EXPLAINS.search(title) or WARNS.search(f"{title}. {lead[:SOON].lower()}"))


def _kept(text: str, beat: str, spare: float) -> bool:
    """Tell whether it is news, a life or a promise all the same."""
    lived = beat == "obituary" and _LIFE.search(text)
    news = spare + NEWS < 0 and _NEWSY.search(text)
    return bool(lived or news or _NO_SCENE.search(text) or PROMISES.search(text))


def _telling(lead: str) -> tuple[float, list[str]]:
    stated = without_questions(lead)
    deeds, outcomes = DEED.findall(stated), sorted(set(OUTCOME.findall(stated)))
    told = A_DEED * min(len(deeds), MANY_DEEDS) + AN_OUTCOME * min(len(outcomes), MANY_OUTCOMES)
    return told, [*deeds, *outcomes]


def _framing(head: str, text: str) -> Iterator[tuple[float, re.Match[str] | None]]:
    both = f"{head}. {text}"
    yield WARNED, WARNS.search(both)
    yield EXPLAINED, EXPLAINS.search(head)
    yield FATED, OF_FATE.search(head)
    yield FATED, ENDS.search(head)
    yield LOOKED_BACK, SEEN.search(both)
    yield ENDED, ENDS.search(text)
