"""Whether the text itself gives a plot away, and the words that say so."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from reader.patterns import late, rare
from reader.stories.kinds.kept_plots import COY, PROMISES
from reader.stories.kinds.leaked_endings import leaked_ending
from reader.stories.kinds.narrated_plots import narrated_plot
from reader.stories.kinds.plot_explainers import TOLD_OUTRIGHT, explainer_words
from reader.stories.kinds.plot_outcomes import plot_outcome
from reader.stories.kinds.plot_signs import told_over
from reader.stories.kinds.rumours import rumour
from reader.stories.language.terms import TOLD

ENOUGH = 2.0
"""The weight of fates, deeds and what stands beside them from which a plot is given away."""

_ENDING_TOLD = (
    r"(?:ending|twist|finale|climax|plot|reveal)s? (?:is |are |gets? |will be )?(?:discussed|revealed|"
    r"spoiled|"
    r"spoilt|given away)"
)
"""Warnings that name what they warn of."""
_WARNINGS = rare(
    r"\b(?:major|massive|huge|big|full|mild|heavy|significant)?\s?spoilers?\b"
    r"(?:[!:]|, (?:obviously|of course|naturally|people)| (?:for|"
    r"ahead|below|follow|warning|within|from|about|to follow|alert|lie|incoming|abound))|"
    r"\bwarning[:,]? (?:\w+ )?spoilers?\b|(?:^|[.!?] )spoilers?\.(?= )|"
    r"\b(?:go away and come back|you (?:were|have been) warned|you[’']ve been warned|don[’']t read (?:if|"
    r"on|this)|"
    r"look away now|stop reading|read no further|turn back now|tread carefully|"
    r"avert (?:your|thine) eyes)\b|"
    rf"\b{_ENDING_TOLD}\b|"
    r"\b(?:we|i) (?:will |do |must |have to |are going to |am going to )?(?:spoil|give away) (?:the|its|"
    r"this|every)\b|\b(?:there|yes), (?:we|i)(?:[’']ve| have)? said it\b|"
    r"\bnow that (?:every(?:one|body)|you|we|most)(?:[’']ve|[’']s| has| have)?(?: all|"
    r" had a chance to)? (?:seen|see) "
    r"(?:it|this|the film)\b|"
    r"\b(?:we|i) (?:do |will )?(?:talk|discuss|chat|give away) (?:about )?(?:the )?endings?\b",
)
_ENDINGS = late(
    r"\b(?:ending,? explained|explain\w* (?:the|that|its) ending|post-?credits?|mid-?credits?|"
    r"end-?credits?|credits (?:scene|tag|sting)|final (?:scene|shot|moments|twist|frame)|"
    r"(?:last|closing) (?:scene|shot|image|frame|moments)|final image|"
    r"(?:the|its|big|that|shocking|final) (?:plot )?twist|(?<!man )(?<!boy )(?<!girl )who dies|(?:what|"
    r"how) (?:really )?happen(?:s|ed) (?:to|at the end)|ends with|in the end|at the end of|"
    r"the ending|endings?(?= of\b| divides)|endings|(?:the|house) lights (?:come|go) up|recap|"
    r"everything you forgot|killer is|is the killer|was the killer|"
    r"dead all along|by the end|(?:last|final) line|(?:when|as) the credits roll|that (?:ending|twist|"
    r"death|finale|cliffhanger)|after the credits|twist ending|big reveal)\b",
)
_LAST_PARTS = late(
    r"\b(?:epilogue|finale|climax|coda|(?:third|final|last|closing) (?:act|reel|minutes|stretch|chapter)|"
    r"(?:last|final|closing) (?:half[- ]hour|(?:[a-z-]+|\d+) (?:minutes|seconds))|denouement|"
    r"end of the (?:film|movie|"
    r"picture))\b"
)
"""Where in a film something happens: with what becomes of somebody, in one sentence, it gives it away."""
_FATES = late(
    r"\b(?:dies|died|killed|kills|killing|murder(?:s|ed)|stabs?|"
    r"(?<!night )(?<!photo )(?<!film )(?<!day )(?<!location )shoots(?= (?!in\b|on\b|at\b|for\b|this|next|"
    r"last|later|from|with|and\b|over\b|until|through|were|are\b|have|began|wrapped|around|before|after))|"
    r"tear\w* (?:him|her|them)|to pieces|sacrific\w+|survives?|is alive|was alive|alive and|resurrect\w*|"
    r"returns from the dead|all along|turns? out (?:to be|that)|"
    r"(?:is|was) revealed (?:to be|as|that)|reveals (?:himself|herself|that (?:he|she|they))|"
    r"unmask\w*|betray\w*|has been \w+ all|gives? up (?:his|her)|goes home|go home|walks off|"
    r"ends up|traps? (?:him|her|them)|at the cost of|turns (?:his|her) ship|"
    r"death (?:scene|off-?screen)|(?:has|had|have) shot (?!one|two|three|four|five|six|it|this|all|the|"
    r"an?\b|in|on|at|for|most|many|some|more)\w+|dying (?:man|woman|boy|girl|father|mother|"
    r"\w+ly \w+)|giving birth|crucif\w+|executed|poison(?:s|ed)|behead\w*|"
    r"strangle[sd]?|slit(?:s|ting)? (?:his|her|their|the|\w+[’']s) (?:own )?(?:wrists?|throats?)|"
    r"shot dead|(?:is|are|was|lies) dead(?! (?:last|on|set|serious|wrong|right|certain|easy|simple|"
    r"ahead))|\w+ dead,|(?:do|does|did)(?: not|n[’']t) make it|"
    r"never makes it|(?:was|is) the one who|(?:is|was) behind (?:it all|the \w+)|(?:nobody|"
    r"no ?one) (?:survives|makes it)|"
    r"every(?:one|body) dies|comes? back to life|(?:lets|let) (?:him|her|them) go|never left|drown\w*|buried|"
    r"vanish\w*|"
    r"it (?:was|is) (?:he|she|him|her|they) who|it[’']s (?:he|she|him|her) who|"
    r"order(?:s|ed) the (?:death|murder|killing) of|"
    r"(?:flattened|crushed|eaten|devoured|impaled|run over|killed|shot) by (?:his|her|their|its) own|"
    r"finds? (?:his|her|their) own (?:name|grave|body|corpse)|(?:is|was) (?:already )?dead when|"
    r"(?:has|had|have) been (?:dead|alive)\b|(?:is|was) the one \w+ing\b|"
    r"(?:does not|did not|didn[’']t|doesn[’']t) survive|(?:is|was|are|has been) (?:the|its) "
    r"(?:real )?(?:killer|murderer|culprit|mole|traitor|informer|thief)|(?:was|it[’']s|is) all (?:a dream|"
    r"in (?:his|her) head)|never existed|the same person|pulls the trigger|to (?:his|her|their) deaths?|"
    r"fak(?:es|ed) (?:his|her|their) (?:own )?death|walks? away from|confess\w*|(?:is|gets) arrested|"
    r"sole survivor|leaves (?:him|her) for|takes the blame|had to die|killed off|kills off|"
    r"switch(?:es|ed) places|"
    r"(?:is|was) (?:his|her|their) (?:own )?(?:daughter|son|father|mother|"
    r"brother|sister|twin|killer)|reborn|impostor|imposter|double[- ]cross\w*|secretly|"
    r"real identity|true identity|(?:is|was) (?:really|actually)(?! (?:happening|coming|good|bad|"
    r"moving|getting|going|here|about|not|quite|very|so)\b)|drowns?|hangs? himself|"
    r"(?:was|is|were) (?:he|she|they|[a-z]+) who (?:\w+ed|shot|took|set|sent|stole|hid|wrote)\b|"
    r"reveal(?:s|ed|ing)? (?:that )?(?:it (?:is|was)|he|she|they)\b|order(?:s|ed) the (?:death|hit|kill\w*|"
    r"murder)|"
    r"(?:been|be|is|was|gets?|are) (?:\w+ly )?(?:flattened|crushed|shot|killed|eaten|devoured|dispatched|"
    r"bitten in (?:half|two)|"
    r"run over|impaled|"
    r"burned alive|burnt|hanged|stabbed|thrown (?:off|from|under)|pushed (?:off|from|under)|swallowed)\b|"
    r"(?:has|have|had|puts?|pumps?|empties|fires?) (?:put |pumped |emptied |"
    r"fired )?(?:[\w-]+ )?(?:bullets?|rounds|"
    r"shots) in(?:to)?\b|turn(?:s|ed|ing)? (?:the|a|his|her|their) (?:gun|knife|blade) on\b|"
    r"was never (?:real|there|alive|born)\b|(?:is|was) [a-z]+[’']s (?:own |long-lost |secret )?(?:son|"
    r"daughter|father|"
    r"mother|twin|killer|brother|sister)\b|"
    r"walk(?:s|ed) (?:in)?to the (?:sea|fire|flames|river|ocean|lake|snow|water|light)|"
    r"(?:breaks|broke) (?:his|her|their) neck|perish(?:es|ed)|decapitat\w*|electrocut\w*|"
    r"blow(?:s|n) up|burns? (?:down|alive)|the villain is|turns? (?:\w+ ){1,3}on (?:her|him)|"
    r"final fate|cameo at the end|popping up in|"
    r"breath(?:es|ed|ing) (?:his|her|their|its) last|(?:draws?|takes?) (?:his|her|their) last breath|"
    r"bleed(?:s|ing)? (?:out|to death)|blood (?:runs|pours|spills|pools|drips|spatters|soaks)|"
    r"(?:takes?|took|taking) (?:his|her|their) own li(?:fe|ves)|lays? down (?:his|her|their) life|"
    r"(?:gunned|cut|struck|mown|hunted) down\b|(?:is|are|was|were) left for dead|turn(?:s|ed)? to (?:ash|"
    r"stone|dust)|"
    r"(?:leaps?|jumps?|plunges|steps) (?:off|from|over) the (?:edge|roof|cliff|bridge|balcony|ledge)|"
    r"(?:meets?|met) (?:his|her|their) (?:maker|end|doom)|bites? the dust|snuffs? it|cops it|"
    r"goes up in (?:smoke|flames)|"
    r"cuts? (?:his|her|their) (?:own )?throat|(?:it is|it[’']s) (?:no|not) [^.,;]{3,50} (?:who|that) "
    r"[^.,;]{3,40} but (?:an?|the|his|her|their)\b|(?:watch(?:es|ed|ing)?|sees?|saw) (?:\w+ ){1,2}die\b|"
    r"(?:her|his|their|’s|'s) (?:own )?(?:death|suicide|murder|betrayal|sacrifice|drowning|execution)|"
    r"so that (?:his|her|their|the) (?:\w+ ){0,2}(?:might|may|can|could) (?:live|escape|survive))\b",
)
_NOTHING_AFTER = late(
    r"\b(?:no|isn[’']t|aren[’']t|doesn[’']t have|don[’']t have|without|not) (?:an? |any )?"
    r"(?:\w+ )?(?:post|mid|end)-?credits?|\bnothing (?:after|during|in) the|\bno (?:tags|stingers?)\b"
)
_PLOT = late(
    r"\b[A-Z][\w’'-]+(?:, [^,]{3,40},)? (?:finally |\w+ly )?(?!is\b|was\b|has\b|says?\b|said\b|does\b|"
    r"plays?\b|played\b|stars?\b|directs?\b|directed\b|needs?\b|means?\b|confirm)[a-z]{3,}(?:s|ed)\b(?!,)|"
    r"\b[A-Z][\w-]+[’']s [a-z]+ (?!is\b|was\b|has\b|says\b|does\b)[a-z]{3,}s\b|"
    r"\b(?:cuts?|fades?|flashes|jumps|pans|ends|closes) (?:to|on|with) \w+|\bonly (?:for|to) \w+|"
    r"(?:^|[.:;,] |and )(?:[Hh]e|[Ss]he|[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir) "
    r"(?!is\b|was\b|has\b|says?\b)(?:[a-z]+ )?(?!is\b|was\b|has\b|says?\b|does\b)[a-z]{3,}(?:s|ed)\b|"
    r"\bin which (?:he|she|they) (?!is\b|was\b|has\b|does\b|plays\b)[a-z]+s\b|"
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey) (?:(?:is|are|was|were) (?:shot|killed|stabbed|rescued|saved)|"
    r"\w+ly \w+(?:s|ed)\b)"
)
"""What somebody in a plot does, told in a sentence that begins with who."""
_DWELLS = late(
    r"\b(?:can(?:[’']t|not) (?:forget|shake)|stays? with (?:me|you|us)|never (?:got over|forgot(?:ten)?|"
    r"recovered "
    r"from|shaken)|(?:went|go|going|goes|come|coming|comes|keep coming|keep going) back to|(?:haunts?|"
    r"undoes|breaks) "
    r"(?:me|us)|(?:i|one|let me)(?:[’']d| would| will| want| wish| might|"
    r" could)? (?:like )?(?:to )?(?:argue|suggest|"
    r"propose|submit|contend)|(?:i have|i[’']ve) (?:come to|always|long) (?:think|thought|believed?)|"
    r"comes after|the (?:moment|scene|shot|image|cut|face|look|line) (?:that|when|where|in which|"
    r"at the end))\b"
)
"""Where an essay dwells on something in a film: what becomes of somebody there, it tells."""
_TOLD_OF_IT = late(
    r"\b(?!I[’' ])[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?(?: character)?,? (?:finally |\w+ly |then |never )?"
    r"(?!is\b|was\b|has\b|says?\b|said\b|does\b|tells\b|told\b|talks?\b|talked\b|explains?\b|explained\b|"
    r"admits\b|breaks\b|discuss\w*\b|reflects?\b|recalls?\b|unpacks\b|answers\b|hints\b|teases\b|joins?\b|"
    r"plays?\b|played\b|stars?\b|directs?\b|directed\b|makes\b|gives\b|delivers\b|brings\b|keeps\b|needs?\b|"
    r"means?\b|confirm\w*|wants?\b|knows?\b|writes\b|shines\b|excels\b|steals\b|returns?\b)"
    r"[a-z]{3,}(?:s|ed)\b(?!,)|\b(?:[Hh]e|[Ss]he|[Tt]hey|who) (?:\w+ly |then )?(?!is\b|was\b|has\b|says\b|"
    r"said\b|"
    r"had\b|plays\b|explains\b|tells\b|talks\b)[a-z]{2,}(?:s|ed)\b|\bcuts? to (?:black|an?|the)\b"
)
"""What happens in a film, told behind a warning; what is said or played in it is not."""
_WARNS_FIRST = late(
    r"\bgo away and come back\b|\b(?:don[’']t|do not) read (?:if|on|this)\b|"
    r"\b(?:we|i)(?:[’']re| are|[’']m| am|[’']ll| will) (?:going to |about to )?(?:spoil|give away)\b|"
    r"\bspoilers?\b(?! alert: \w+ (?:isn|is not))|\bturn back now\b|\blook away now\b|"
    rf"\b{_ENDING_TOLD}\b"
)
_TALKS_OF_END = late(
    r"(?:this|the following) (?:interview|conversation|chat|discussion|article|piece|story|feature) "
    r"(?:discusses|reveals|gives away|covers|touches on|gets into|goes into) [^.]{0,30}"
    r"\b(?:conclusion|ending|end|finale|final scene|last act|twist)s?\b"
)
"""How a talk begins that tells how a film ends."""
_OF_WARNINGS = ("spoil", "go away", "t read ", "warned", " endings", "discussed", "given away", "revealed")
SOON = 90
"""A warning that stands so near the beginning is about what follows."""
_NAMES_THE_END = late(r"\b(?:finale|ending|final scene|last scene|climax|twist)\b")
_SENTENCE = late(r"(?<=[.!?])[”»\"’']? ")
_LAST_DEED = late(
    r"\bin (?:the|its|their) (?:very )?(?:last|final|closing) (?:scene|shot|image|moments|minutes|reel|"
    r"frame)s?,? "
    r"(?:he|she|they)\b|\b(?:he|she|they) \w+ [^.]{0,60}\bin (?:the|its) (?:very )?(?:last|final|closing) "
    r"(?:scene|shot|moments|minutes|reel)|\bends (?:with|on) (?:her|him|them)\b|"
    r"\bends? (?:when|as) (?:he|she|they)\b|\bevery(?:one|body) dies\b|"
    r"\bthe (?:big |final )?twist(?: is|:| is that)\b|"
    r"\b(?:last|final|closing) (?:scene|shot|moment|minute|reel)s? (?:has|have|sees?|finds?|lets?) "
    r"(?:(?:him|her|them) \w+|(?:the |an? )?(?:[\w’'-]+ ){1,3}?(?:hand|leave|walk|quit|die|kill|kiss|shoot|"
    r"burn|drown|give|turn|return|forgive|confess|marry|abandon|jump|bury)\b)"
)
_DIES = (
    r"(?:dies|is killed|killed off|kills off|is revealed (?:to be|as)|dead all along|(?:is|was) dead|"
    r"(?:is|was) the (?:killer|murderer|villain|traitor)|sacrifices (?:himself|herself)|back from the dead)"
)
_LEAKED = rare(
    r"(?<!film )(?<!movie )(?<!sequel )(?<!project )(?<!reboot )(?<!remake )(?<!spinoff )(?<!franchise "
    r")(?<!trilogy )"
    rf"\b(?:{_DIES}|gets killed|bites the dust|(?:does|did|do)(?:n[’']t| not) (?:make it|survive)|"
    rf"is (?:still )?alive|"
    r"is (?:really |actually )?(?:a traitor|the (?:mole|traitor|father|mother|twin))|comes back to life)\b"
)
"""Headlines of leaks that say what becomes of somebody."""
_END = (
    r"(?:finale|twist|climax|coda|epilogue|(?:last|final|closing) (?:act|scenes?|shots?|images?|reel|minutes|"
    r"half[- ]hour))"
)
_ENDS = ("finale", "twist", "climax", "coda", "epilogue", "last ", "final ", "closing ", "ending")
_ENDS_SO = late(
    rf"\b{_END}\b[^.]{{0,80}}\b{_DIES}\b|\b{_DIES}\b[^.]{{0,80}}\b{_END}\b|"
    rf"\b(?:ending|{_END}),? (?:in which (?:he|she|they|the \w+|an? \w+)|that (?:kills|sees) (?:him|her|them|"
    r"\w+ \w+ing)|an? \w+ [^.,]{0,30}\w+ing (?:an?|the|his|her|their|away|past|through|into)\b)"
)
"""What becomes of somebody, and that the film ends with it: plain even where money or prizes are told."""
_DEATH = late(
    r"(?:dies|died|(?:is|are|was|lies) dead(?! (?:last|on|set|serious|wrong|right|certain|easy|simple|"
    r"ahead))|dead)\b|\w+ dead,"
)
_DEED = late(r"\b(?:he|she|who|they) (?:\w+ly )?(?!is\b|was\b|says?\b|said\b|has\b|had\b)\w+(?:s|ed)\b")
"""What somebody does: behind a warning it is what was warned of."""
TALKERS = frozenset({"trailer", "list", "interview"})
"""What warns of spoilers here talks of a film, and seldom tells it."""
SILENT = frozenset({"box-office", "awards", "festival", "release-date"})


@lru_cache(TOLD)
def spoiler(title: str, lead: str, beat: str) -> tuple[str, ...]:
    """Return the words that give a plot away, none where nothing does. Warnings alone are none."""
    return _said(title, lead, beat) or told_over(title, lead, beat)


def _said(title: str, lead: str, beat: str) -> tuple[str, ...]:
    title = title.lower()
    text = f"{title}. {lead.lower()}"
    walk = explainer_words(title, lead[:SOON].lower(), beat)
    ends = _ENDS_SO.findall(text) if beat != "obituary" and any(end in text for end in _ENDS) else []
    stated = plot_outcome(title, text, beat) or narrated_plot(title, lead, beat)
    if beat in SILENT and not (walk or ends or stated):
        return ()
    told, deeds = TOLD_OUTRIGHT.search(title), [*_LAST_DEED.findall(text), *ends]
    fates = [each for each in _FATES.findall(text) if beat != "obituary" or not _DEATH.match(each)]
    plot = _PLOT.findall(lead) if walk and not _NOTHING_AFTER.search(text) else []
    warned = any(word in text for word in _OF_WARNINGS) or lead.startswith(("This ", "The following "))
    told = told or stated or leaked_ending(title, lead)
    if not (told or fates or deeds or plot or warned) or PROMISES.search(text):
        return ()
    if told:
        return (told[0],)
    if walk and (plot or fates):
        return tuple(dict.fromkeys((walk[0], *plot, *fates)))
    warning = _warned_of(title, lead, beat) if warned else ()
    if COY.search(text):
        return ()
    return warning or _weighed(title, lead, beat, fates, deeds)


def _warned_of(title: str, lead: str, beat: str) -> tuple[str, ...]:
    """A warning that comes first, and what it warns of."""
    first = None if beat in SILENT else _WARNS_FIRST.search(f"{title}. {lead[:SOON].lower()}")
    if beat in TALKERS:
        first = _TALKS_OF_END.match(lead.lower())
    happens = _TOLD_OF_IT.findall(lead) if first else []
    return tuple(dict.fromkeys((first[0], *happens))) if first and happens else ()


def _weighed(title: str, lead: str, beat: str, fates: list[str], deeds: Sequence[str]) -> tuple[str, ...]:
    """Fates with what stands beside them: warnings, endings, a late place in the plot, a leak."""
    text = f"{title}. {lead.lower()}"
    warnings, endings = _WARNINGS.findall(text), _ENDINGS.findall(text)
    if warnings and beat not in TALKERS:
        fates = [*fates, *_DEED.findall(lead.lower())[:1]]
    late = bool(deeds) or any(
        _LAST_PARTS.search(each) and _FATES.search(each) for each in _SENTENCE.split(text)
    )
    fates = [*fates, *deeds]
    if beat == "other" and fates:
        endings += _DWELLS.findall(text)
    if len(set(fates)) > 1:
        endings += _NAMES_THE_END.findall(title)
    if not (fates or (warnings and endings)) or (beat == "obituary" and not endings):
        return ()  # a life is told, no plot
    leaked = bool(fates) and _LEAKED.search(title) is not None and bool(rumour(title, lead))
    weight = 1.2 * (leaked + late + bool(endings)) + 1.5 * bool(warnings) + 0.8 * min(len(set(fates)), 3)
    words = dict.fromkeys(word.strip(" :!") for word in (*warnings, *endings, *fates))
    return tuple(words) if weight >= ENOUGH else ()
