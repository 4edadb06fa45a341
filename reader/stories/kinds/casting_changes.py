"""Who comes to a film and who leaves it: a player is cast, whoever makes it is of its production.

An exit is told in the same words of both, and who takes the place is the news that moves the date.
"""

from __future__ import annotations

from reader.patterns import late, rare

_LEAVES = rare(
    r"\b(?:exit(?:s|ed|ing)?|quit(?:s|ting)?|leaves|leaving|(?:has|have) left|left (?:the|['\"_])|"
    r"depart(?:s|ed|ing|ure)?|ditch(?:es|ed|ing)?|"
    r"(?:drop|bow|back|walk|bail)(?:s|ped|ed|ing)? out|pull(?:s|ed|ing)? out of|walks?(?: away| off| "
    r"out)?(?= from\b|!|$)|"
    r"walk(?:s|ed) (?:away|off)|steps? (?:away|down|aside|back)|withdr(?:aw|aws|ew)|out (?:of|as)\b|"
    r"(?<![dgs] )out[!.]*$|"
    r"bail(?:s|ed)|(?:part|parts|parted|parting) (?:ways|company)|say(?:s|ing) goodbye|abandon(?:s|ed)?|"
    r"dump(?:s|ed)|axed|axes|fire[sd]|sacked|(?:is|are) gone|gone from|done with|recast\w*|replac(?:ed|es|"
    r"ing)|"
    r"los(?:e|es|t|ing) (?:its|their|the|lead\w*|star)|without (?:its|their|[a-z'-]+ [a-z'-]+)|(?:won't|"
    r"will not|not) (?:be )?(?:return|back|"
    r"in|appear))\b"
)
"""What headlines say of somebody who will not be in a film, or not make it."""
_MAKER = late(
    r"\b(?:(?:co-)?directors?|helmers?|filmmakers?|(?:screen)?writers?|composers?|producers?|showrunners?|"
    r"cinematographers?|editors?|bosses|boss|chiefs?|ceo|head of|presidents?|chair(?:man|woman)?|execs?|"
    r"executives?|distributors?|studios? (?:exits?|quits?|drops?|leaves?)|(?:cinema )?chains?|cinemas?|"
    r"theat(?:er|re)s?|picture houses?)\b"
)
_MADE = late(
    r"\b(?:director's chair|directing duties|behind the camera|as (?:its )?(?:director|writer|composer|"
    r"producer|"
    r"cinematographer|editor)|(?:no longer|not|n't) (?:be )?direct(?:ing)?\b|(?:replacement|new|another) "
    r"(?:director|helmer|filmmaker|composer|writer)|(?:creative|artistic) differences|(?:differing|"
    r"different) "
    r"visions|(?:lost|loses|losing|without) (?:its|the|a) (?:director|helmer|filmmaker|composer))\b"
)
"""Who leaves made the film, as headlines say it, and as texts do: these name a director for much else."""
_PLAYER = late(
    r"\b(?:leading (?:lady|man|actor|actress|role|part)|lead (?:actor|actress|star|role)|actor|actress|"
    r"(?:its|their|the) (?:\w+ )?(?:lead|star|heroine|hero|face)(?! of the)\b|(?:the )?(?:breakout )?star of|"
    r"recast\w*|repris\w+|(?:her|his|whose|the) (?:character|role|part)\b(?! of)|the role of|(?:he|she|who) "
    r"(?:has )?played|(?:was|were|had been) (?:due |set |cast |supposed )?to (?:have )?(?:play|star|repris|"
    r"lead|"
    r"topline)\w*|(?:will|would|won't|not) (?:be )?(?:suit up|back as|appear in|playing)|co-stars?|"
    r"screen time|(?:somebody|someone) (?:else|new) (?:will|to) (?:play|take over)|take over as|"
    r"(?:in line|up) to (?:take over|replace))\b"
)
_HIRED = late(
    r"\b(?:recasts?|hires?|hired|taps|tapped|replac(?:es|ing)|takes? over|steps? in|signs? (?:on|up)|signed|"
    r"(?:is|as) the new|(?:finds|found|has|lands|gets|names|unveils|casts|picks) (?:its|a|an|his|her|their) "
    r"(?:new )?(?:lead|star|hero|heroine|villain|leading (?:lady|man)|director|helmer|captain|replacement)|"
    r"finds (?:its|his|her|their) (?:new|next)|"
    r"to (?:star|topline|headline|lead|play|direct|helm|replace|take over)|will (?:star|lead|play|direct|"
    r"replace)|"
    r"joins|boards)\b"
)
"""Headlines of who is new to a film."""


def leaves_cast(title: str, lead: str) -> str:
    """The word of a folded headline and lead that tells that a player leaves a film, where one does."""
    if not _LEAVES.search(title) or _MAKER.search(title):
        return ""
    player = _PLAYER.search(f"{title}. {lead}")
    return player[0] if player and not _MADE.search(lead) else ""


def hired(title: str) -> bool:
    """Tell whether a folded headline says who is new to a film."""
    return _HIRED.search(title) is not None
