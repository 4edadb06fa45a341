"""How texts say that they keep a plot to themselves."""

from __future__ import annotations

from reader.patterns import late, rare

PROMISES = late(
    r"\b(?:no|without|zero|(?<!told to )(?<!trying to )(?<!tried to )(?<!want to )(?<!wanted to )avoid\w*|"
    r"free of|contains no|light on) (?:\w+ ){0,2}(?:spoil\w+|"
    r"giving)|\bno (?:\w+ ){1,2}(?:given away|spoil[et]\w*|revealed)\b|\b(?:no|without|nor any) "
    r"(?:endings?|twists?|plot points?|reveals?|finales?)\b|"
    r"\bspoiler-free\b|\b(?:will not|won[’']t|does not|doesn[’']t) contain any\b|"
    r"\bwon[’']t (?:be )?(?:spoil|"
    r"reveal|say|repeat|tell|shar|describ)|\bnot (?:going to )?spoil\b|"
    r"\brear spoiler|"
    r"\bspoiler alert\b[^.]{0,60}\b(?:isn[’']t number|number one|ranked)|\b(?:the|a|"
    r"adjust the|new) spoiler (?:mid|wing|on|in)\b|\bspoilsport|\bgo in cold\b",
)
"""Promises not to spoil."""
COY = rare(
    r"\b(?:won[’']t|will not|wouldn[’']t|can[’']t|can not|cannot|not|couldn[’']t|refuse[sd]? to|"
    r"declines?|never|don[’']t) (?:\w+ ){0,3}?"
    r"(?:say|tell(?:ing)?|talk|repeat(?:ing)?|explain|give (?:it|any|that)|help|describe|reveal|guess|"
    r"be told|who is in it)\b(?! (?:it |that )?(?:often|enough))|"
    r"\b(?:kept? from you|less you know|guessing|(?:keep|kept|keeping|stay\w*) mum|zips?|lips? sealed|"
    r"unconvinc\w+|to (?:themselves|yourself)|"
    r"belongs to whoever|knowing nothing|pour(?:s|ed) more)\b|\bpetition\b|\btheor(?:y|ies)\b|\bsecrecy\b"
)
"""What is said of an end by who keeps it."""
