"""Essays, reviews and talks that narrate: a fate in the present tense, or a deed beside the word for an end.

A premise is in the present tense as well: it is how a plot starts, and its fates hang on a “when” or a “who”.
"""

from __future__ import annotations

import re

from reader.patterns import late, rare

_WHOM = r"(?:him|her|them|his|their|himself|herself|themselves)"
_WHO = (
    r"(?:\b[Hh]e|\b[Ss]he|\b[Tt]hey|\b[Tt]he (?:[a-z]+ )?[a-z]+|\b(?:[Hh]is|[Hh]er|[Tt]heir) [a-z]+|"
    r"\b[A-Z][\w’-]+)(?:, [^,.]{3,60},)? (?:\w+ly |never |finally |then |simply )?"
)
_FATE = late(
    rf"{_WHO}(?:dies|drowns|burns (?:up|to death|alive)|bleeds (?:out|to death)|freezes to death|perishes|"
    r"(?:is|are|gets?) (?:\w+ly )?(?:killed|stabbed|drowned|hanged|dragged (?:under|away|off)|burned "
    r"alive|crushed|"
    r"eaten|buried alive|murdered|unmasked|beheaded|impaled|electrocuted|swallowed|strangled|poisoned|"
    r"executed|"
    r"gunned down|shot (?:dead|by|in|through)|left for dead|already dead|the (?:killer|murderer|culprit|"
    r"traitor|"
    rf"ghost))|(?:kills|shoots|stabs|strangles|drowns|poisons|murders|betrays|executes|abandons|"
    rf"sacrifices) {_WHOM}|"
    r"(?<=never )(?:drowned|died|existed)|leaps (?:off|from)|(?:fakes|faked) (?:his|her|their)(?: own)? "
    r"death|(?:slits|cuts) (?:his|her|their)(?: own)? (?:wrists?|throats?)|hangs "
    r"(?:him|her)self|takes (?:his|her|their) own li(?:fe|ves)|throws (?:him|her)self (?:off|from|under|into|"
    r"over|on to|onto)|(?:falls|plunges|leaps|jumps|goes|is sent) to (?:his|her|their) deaths?|"
    r"was the (?:killer|ghost)|reveals (?:him|her)self (?:as|to be)|"
    r"walks (?:in)?to the (?:sea|fire|lake|river|snow|water|flames)|comes back (?:to life|from the dead)|"
    r"takes the (?:blame|fall|bullet)|gives? (?:up )?(?:his|her|their) (?:own )?life)\b"
)
_FATES = (
    "dies",
    "drown",
    "burns ",
    "bleeds ",
    "freezes ",
    "perishes",
    "is ",
    "are ",
    "get",
    "kills",
    "shoots",
    "stabs",
    "strangles",
    "poisons",
    "murders",
    "betrays",
    "executes",
    "abandons",
    "sacrifices",
    "never ",
    "leaps",
    "jumps",
    "falls",
    "plunges",
    "goes to ",
    "slits",
    "cuts ",
    "hangs ",
    "throws ",
    "takes his",
    "takes her",
    "takes their",
    "fake",
    "was the ",
    "reveals ",
    "walks ",
    "comes back",
    "takes the ",
    " life",
)
_END = rare(
    r"\bending\b|\bfinale\b|\b(?:last|final|closing) (?:scene|shot|image|act|reel|minutes?|moments?|frame|"
    r"line|page|"
    r"chapter|sequence|half[- ]hour)\b|\bbefore the (?:end )?credits\b|\b(?:in|at|by) the end\b|\b(?:film|"
    r"movie|it|"
    r"picture) ends\b|\bthird act\b|\btwist\b|\bclimax\b|\bact (?:two|three)\b|\bthe reveal\b|\blast "
    r"(?:time )?we see\b|"
    r"\bepilogue\b|\bcoda\b"
)
_DEED = late(
    rf"{_WHO}(?:leaves|returns|goes (?:back|home|over|under|off|down|alone|free)|comes (?:back|home)|"
    rf"stays|chooses|"
    r"marries|forgives|kisses|wakes|walks (?:away|out|off(?! with)|back|in|into|on|home|past)|drives "
    r"(?:off|away|home|"
    r"into|on)|rides (?:off|away|on|down)|sails|boards|lets (?:him|her|them|it|go)|dies|lives|survives|"
    r"drowns|burns|sinks|"
    r"jumps|closes the|puts down|drops the|gets (?:off|away|out)|turns (?:back|round|around|away)|steps|"
    r"lifts|hands (?:him|her|them|the|his|over)|is (?:dead|gone|empty|alone|alive)|are (?:dead|gone|"
    r"ghosts)|sits|"
    r"pulls the|pushes|confesses|sets fire|meet again)\b"
)
_NO_DEED = late(
    r"\b(?:must|trailer|says|said|told|asks|asked|audience|viewers|critics?|theater|cinema|crowd|the "
    r"(?:\w+ )?(?:film|movie|comedy|drama|thriller|western|musical|director|script|"
    r"story|picture|sequel|franchise|series|camera|plot|score|show|festival|studio|project|deal|role|"
    r"actor|actress|star|editor|writer|"
    r"producer|composer|author|filmmaker|critic|jury|company|distributor|dialogue|script))\b|spoil"
)
"""What those do who make and watch films, and what films do."""
_STARTS = late(
    r"\b(?:[Ww]hen|[Aa]fter|[Ii]f|[Bb]efore|[Uu]ntil|[Oo]nce|[Ww]hose|[Ww]here|[Aa]s|which|[Ww]ho|must|"
    r"[Bb]ecause|"
    r"[Ss]ince|[Ww]hile|[Ff]ollow\w*|[Ww]hether|[Bb]ased on|true story|real[- ]life|about|[Hh]ow|trailer|"
    r"[Pp]remise|"
    r"documentary|[Ii]magine|[Ss]et in)\b"
)
"""How a premise hangs a fate on what it starts with, and how one that was real is told."""
_LOOKS_BACK = rare(
    r"\b(?:(?:every(?:one|body)|no ?(?:one|body)|one|we|i|they|people|you) (?:\w+ )?(?:recall|remember|"
    r"forg[eo]t)\w*|"
    r"(?:i|we) (?:went|go|come|came) back|(?:watching|seeing|saw|see|watched) [^.]{2,40}? again|"
    r"(?:revisit|rewatch)\w*|[\w-]{1,24} years (?:on|out|later|ago|old|after|have)|"
    r"is [\w-]+ this (?:year|spring|summer|autumn|fall|winter)|i[’']d forgotten)\b|"
    r"\bat (?:ten|fifteen|[\w-]+ty)\."
)
"""Said in an essay on a film that its readers have seen, or had the years to see."""
_HAPPENS = late(
    r"\b(?:(?:tak(?:es?|en)|los(?:es?|t)|remove[sd]?|sever\w*|cuts?|blows?|lops?) [^.;]{0,30}\bheads?\b|"
    r"heads? (?:is |was )?(?:taken off|removed|severed|cut off|blown off)|(?:his|her|their) blood|"
    r"bleed(?:s|ing)|"
    r"slit(?:s|ting)? (?:his|her|their) (?:own )?(?:wrists?|throats?)|hangs? (?:him|her)self|"
    r"(?:kills|shoots|stabs|strangles|drowns|poisons|smothers) (?:him|her|them|himself|herself)\b|"
    r"tak(?:es|en) (?:his|her|their) own li(?:fe|ves)|"
    r"(?:has|have|had) stabbed|explodes?|blows? up|broke (?:his|her) neck|"
    r"(?:bomb|bus|plane|ship|house|car) (?:\w+ )?(?:goes off|goes up|burns|sinks|crashes)|"
    r"(?:the|a) dead (?:man|woman|boy|girl)|(?:he|she|they) (?:wakes?|dies?|drowns?|jumps?|falls?|leaps?|"
    r"stays?)|"
    r"(?:it|film|movie|picture) ends)\b"
)
"""What is seen to happen in it."""
_SENTENCE = late(r"(?<=[.!?])[”»\"’']? ")
TELLERS = frozenset({"other", "review", "interview", "list"})
_ESSAYS = frozenset({"other", "review"})
"""What may be an essay; in talks and lists it is those who made a film that wake, fall or stay years on."""


def narrated_plot(title: str, lead: str, beat: str) -> re.Match[str] | None:
    """The words that narrate a fate, or a deed beside an end; None where nothing is narrated."""
    if beat not in TELLERS:
        return None
    sentences = _SENTENCE.split(lead)
    fates = (_fate(each) for each in sentences if any(fate in each for fate in _FATES))
    told = next(filter(None, fates), None) or _beside_an_end(title, lead, sentences)
    return told or (_recalled(title, lead) if beat in _ESSAYS else None)


def _fate(sentence: str) -> re.Match[str] | None:
    found = _FATE.search(sentence)
    if not found or _NO_DEED.search(found[0].lower()):
        return None
    return None if _STARTS.search(sentence, 0, found.end()) else found


def _recalled(title: str, lead: str) -> re.Match[str] | None:
    """What an essay that looks back at a film says of what happens in it."""
    text = f"{title}. {lead}".lower()
    return _HAPPENS.search(text) if _LOOKS_BACK.search(text) else None


def _beside_an_end(title: str, lead: str, sentences: list[str]) -> re.Match[str] | None:
    """What somebody does in a sentence that names an end, or in the next to one."""
    # A review may call the last of several films a finale.
    by_title = _END.search(title.lower().replace("finale", "")) is not None
    if not by_title and not _END.search(lead):
        return None
    for number, each in enumerate(sentences):
        found = _DEED.search(each)
        near = by_title or _END.search(" ".join(sentences[max(0, number - 1) : number + 2]))
        if found and near and not _NO_DEED.search(found[0].lower()):
            return found
    return None
