"""Roles: names in running text that a film’s characters bear, told by who plays them and what they are."""

from __future__ import annotations

import re

from reader.patterns import late, rare
from reader.stories.language.terms import fold
from reader.stories.language.tokens import key_of
from reader.stories.language.word_lists import CHARACTERS, ROLES, first_names, listed
from reader.stories.people.name_parts import INITIAL, PART

_ROLE_BEFORE = late(
    r"(?:\b(?:as|role of|part of|roles of|play|plays|playing|played|become|becomes|portray|"
    r"portrays|portraying|voices?(?! of)|voicing|character|"
    r"named|called|against|detective|sergeant|captain|agent|princess|prince|king|queen|lord|"
    r"aunt|uncle|villain|hero|heroine|protagonist|take on|takes on|repris(?:e|es|ing|ed))"
    r"(?: (?:a|the|an|young|younger|older|old|new|version|of|iconic|legendary|villainous|teen|teenage|"
    r"teenaged|"
    r"adult|grown-up|middle-aged|elderly|brooding|beloved)){0,4}|"
    r"(?:^|[^)\s])\s?[-–—]) ?$",
    re.I,
)
_RANKS = listed(
    """
    marshal sheriff deputy officer nurse cop spy assassin hitman lawman gunslinger witch wizard vampire ranger
    pilot soldier priest nun butler maid thief gangster mobster gambler commander colonel major general
    lieutenant private inspector constable warden knight baron count duke emperor empress doctor dr mr mrs
    """
)
_PLAYS = late(r"\b(?:as|plays?|playing|played|portrays) (?:(?:an?|the|[\w-]+ed|old|young) )?\w+\.? $", re.I)
"""As marshal Cole Ironwood; as director James Watkins is none."""
_PORTRAYS = late(
    r"\b(?:play(?:s|ed|ing)?|portray(?:s|ed|ing)?|repris(?:e|es|ed|ing)|voic(?:es|ed|ing)|embod(?:ies|ied)|"
    r"recast(?:s|ing)?) ((?:[a-z][a-z’'-]* ){1,5})$"
)
"""Before a name, and what its bearer is: played rooftop burglar Cole Ironwood."""
_PARTS_PLAYED = ("play", "portray", "repris", "voic", "embod", "recast")
_NO_DESCRIPTION = ROLES | listed("of for in on at to from and or but who that as against beside than")
"""One of them between says that somebody else is named: plays the wife of Jane Roe."""
_NEW_ONE = late(r"\b(?:[Aa]|[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur|[Yy]our) [Nn]ew $")
_NOT_THEIRS = late(r" (?i:in|for|is|as|after)\b|[.,;:?!]|$")
"""Around a name: whoever bears it is played by another from now on."""
_PLAYER = late(rf"(?:^|[^\w’'-])({PART}) (?:(?:{INITIAL}|{PART}) )?{PART}(?:(?<=s)[’']|[’']s) $")
_OF_KIND = late(
    r" (?:[\w-]+ )?(?i:films?|movies?|pics?|pictures?|features?|dramas?|comed(?:y|ies)|thrillers?|westerns?|"
    r"biopics?|documentar(?:y|ies)|vehicles?|starrers?|projects?|romances?|musicals?|adaptations?|epics?|"
    r"two-hander|sequels?|reboots?|remakes?|blockbusters?|trilogy|horror|romcom)\b|(?:, [A-Z]| and [A-Z]| & )"
)
"""Around a name: behind its player's own it is a role's, unless they make a film together."""
_FOR_CERTAIN = 3
"""So much more a name is a role's where a text says who bears it."""
_OF_ROLES = listed(
    """
    as of on play plays playing played become becomes portray portrays portraying voice voices voicing
    character named called against detective sergeant captain agent princess prince king queen lord
    aunt uncle villain hero heroine protagonist reprise reprises reprising reprised
    a an the young younger older old new version iconic legendary villainous teen teenage teenaged adult
    grown-up middle-aged elderly brooding beloved
    """
)
"""A role is named right behind one of these, or a dash; the pattern is tried where one stands."""
_PEERS = frozenset(
    {"lady", "lord", "aunt", "uncle", "sister", "father", "captain", "queen", "king", "princess"}
)
_AS_THE = rare(r"\bas the [a-z]+ $")
"""Before one of them: knew her as the imperious Lady Trescoe."""
_ROLE_AFTER = late(r"^['’]?s? (?:role|part|character)\b", re.I)


_EXPLAINED = late(
    r"\bexplained[:,?!]? (?:[–—-] )?(?:is|did|does|was|were|has|why|what|who|how|will|can)"
    r"(?: [\w’'-]+){0,4} $",
    re.I,
)
"""Before a name in a headline on how a film ends: what is asked there is asked of its characters."""
_WHOSE_ROLE = late(r"[’']s? [A-Z]\w+")
"""Behind a name: its bearer plays who is named next, as Ann Mull’s Captain Frost."""


def role(form: str, before: str, after: str, last: str) -> int:
    """How much around a name says that it is a role's; 0 where nothing does. `last`: the word before it."""
    if " play" in before and f"{form} play" in before:
        return 0  # Ann Mull plays Ann Mull
    if "xplained" in before and _EXPLAINED.search(before):
        return _FOR_CERTAIN
    ranked = fold(last) in _RANKS and bool(_PLAYS.search(before))
    character = (
        ranked
        or key_of(form) in CHARACTERS
        or (_cast(before, last) and not _WHOSE_ROLE.match(after))
        or bool(_ROLE_AFTER.match(after))
    )
    return max(int(character), _borne(form, before, after, last))


def _borne(form: str, before: str, after: str, last: str) -> int:
    """How much is said of a name's bearer that only a character is: who plays it, a new one of it."""
    told = last.islower() and any(verb in before for verb in _PARTS_PLAYED)
    played = _PORTRAYS.search(before) if told else None
    if played and _NO_DESCRIPTION.isdisjoint(played[1].split()):
        return _FOR_CERTAIN
    if _AS_THE.search(before) and fold(form.partition(" ")[0]) in _PEERS:
        return _FOR_CERTAIN
    if last in ("new", "New") and _NEW_ONE.search(before):
        return int(_NOT_THEIRS.match(after) is not None)
    player = _PLAYER.search(before) if before.endswith(("s ", "’ ", "' ")) else None
    return int(player is not None and fold(player[1]) in first_names() and not _OF_KIND.match(after))


def _cast(before: str, last: str) -> bool:
    """Tell whether the words before a name say that it is a role's. `last`: the last of them."""
    if before[-1:] == "-" and before[-2:-1].isalnum():
        return False  # Leonardo DiCaprio-Christian Bale
    dash = before.rstrip(" ")[-1:] in ("-", "–", "—")
    near = dash or fold(last.rpartition("-")[2]) in _OF_ROLES
    return near and _ROLE_BEFORE.search(before) is not None
