"""What any report of anything that somebody shows has in its words: it joins no two of them."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import lru_cache

from reader.stories.language.terms import AT_HAND, stem, usual
from reader.stories.language.tokens import key_of
from reader.stories.language.word_lists import listed

_OF_SENDERS = frozenset(
    map(
        stem,
        listed(
            """
            netflix hulu amazon prime video apple tv disney plus hbo max peacock paramount starz showtime fx
            amc abc cbs nbc fox cw bbc itv channel usa network syfy freeform hallmark lifetime mgm crunchyroll
            roku tubi shudder mubi youtube season series official trailer teaser hd renewed renews cancelled
            canceled cancels premiere premieres finale episode spinoff ordered warner bros brothers discovery
            universal nbcuniversal comcast sony lionsgate neon focus features searchlight columbia pixar
            dreamworks illumination marvel dc lucasfilm skydance microsoft xbox playstation nintendo
            """
        ),
    )
)
"""Who shows what, and what of it: any news of two things that one of them shows has these words."""


def telling_words(words: AbstractSet[str]) -> frozenset[str]:
    """Return those of some terms that say more than any report of films and series."""
    return frozenset(word for word in words - usual() - _OF_SENDERS if not word.isdigit())


@lru_cache(AT_HAND)
def outlet_words(name: str) -> frozenset[str]:
    """Return the terms of the name of an outlet: of a studio's channel they tell nothing."""
    return frozenset(map(stem, key_of(name).split()))
