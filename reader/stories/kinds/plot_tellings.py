"""What happens to somebody in a plot, clause by clause."""

from __future__ import annotations

from reader.patterns import late

_WORK = (
    r"(?:film|movie|picture|sequel|director|filmmaker|script|screenplay|story|franchise|series|camera|"
    r"plot|score|soundtrack|show|"
    r"festival|studio|project|deal|role|actor|actress|star|stars|editor|writer|producer|composer|author|"
    r"critic|jury|company|"
    r"distributor|dialogue|audience|crowd|theater|cinema|cast|crew|restoration|restorer|print|disc|set|"
    r"box|trailer|teaser|comedy|drama|thriller|"
    r"documentary|designer|trainer|owner|board|season|premise|ending|finale|result|whole|site|page|"
    r"source|insider|album|song|book|"
    r"novel|third|second|first|middle|rest|runtime|running|budget|one|question|answer|news|fans?|makers?)"
)
"""Who and what makes, shows and watches films."""
_SPEAKS = (
    r"(?:is|was|has|does|says|tells|adds|explains|recalls|remembers|admits|plays|stars|directs|writes|"
    r"wrote|produces|jokes|laughs|"
    r"discusses|reflects|hopes|thinks|believes|wants|needs|means|remains|seems|looks|feels|gets|makes|"
    r"brings|gives|delivers|"
    r"steals|shines|excels|commits|runs|opens|arrives|proves|works|offers|deserves|keeps|stays|returns|"
    r"joins|teases|confirms|"
    r"hints|promises|includes|costs|owes|supplies|brims|leads|serves|goes|as|this|its|his|us|always|"
    r"perhaps|besides|"
    r"sometimes|across|less|unless|whereas|others|yes|thanks|series|ours|hers|theirs|yours|years|"
    r"minutes|hours|days|weeks|months|times|seconds|cinemas|theaters|audiences|critics|screens|films|"
    r"movies|viewers|episodes)"
)
"""What those do, and what only ends as a verb does."""
_NO_NOUN = (
    rf"(?:{_WORK}|last|first|final|other|one|two|three|four|five|six|ten|with|of|in|on|for|from|and|or|"
    rf"to|that|which|"
    r"few|opening|who|best|new|most|red|local|same|very)"
)
_AFTER = (
    r"(?= (?:him|her|his|them|their|it|its|the|an?|up|down|out|off|in|into|over|on|onto|at|through|away|"
    r"back|that|from|as|"
    r"while|under|past|towards?|against|behind|himself|herself|home|alone|by|with|to|halfway|\w+ly)\b|"
    r"[.,;:!?])"
)
_FORM = (
    rf"(?!{_SPEAKS}\b)(?:[a-z]{{2,}}(?<!s)s|(?:goes|does|gives|leaves|stays|gets|runs) "
    r"(?:up|down|out|off|under|away|back|in|himself|herself|behind|over|him|her|not)|(?:is|was|gets|are|"
    r"were) (?:shot|hit|killed|"
    r"torn|taken|hanged|dead|drowned|buried|left|crushed|stabbed|poisoned|cut|dragged|gone|alive))\b(?!’)"
)
DEED = late(
    rf"\b(?:[Hh]e|[Ss]he|(?<!man )(?<!boy )(?<!girl )(?<!one )who) (?:\w+ly |never |finally |then |"
    rf"simply |just |also )?{_FORM}|"
    rf"\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|"
    rf"[Aa]n?) (?!{_NO_NOUN}\b)(?:[a-z-]+ )?(?!{_NO_NOUN}\b)[a-z-]+ {_FORM}{_AFTER}|"
    r"(?:(?<=[.!?:;,—–”] )|(?<=[a-z] )|^)"
    r"(?!I\b|It\b|We\b|You\b|They\b|This\b|That\b|There\b|What\b|The\b|And\b|But\b|Its\b|In\b|On\b|As\b|"
    r"If\b|For\b|His\b|Her\b|He\b|She\b)"
    rf"[A-Z][a-zéíóúèç’-]+(?: [A-Z][\w’-]+)? (?:\w+ly |never |finally |then |simply )?{_FORM}{_AFTER}|"
    r"\b(?:we|they|both) (?:\w+ly )?(?:see|watch|hear|cut|learn|find|sank|drown|die|leave|stay|share|"
    r"walk|realize|discover)\b|\bcuts? to\b|"
    rf"(?<=, )(?:and |then |but )?(?!{_SPEAKS}\b)[a-z]+s (?:him|her|them|himself|herself|his|the|back|"
    rf"up|off|out|down|away|into|past|to)\b"
)
"""What somebody does, in the tense in which plots are told."""
OUTCOME = late(
    r"\b(?:turns? out|transpires?|all along|the (?:whole|entire) time|never (?:left|was|existed|came|"
    r"boards|existed|the)|"
    r"(?:is|was|be|been) revealed|reveals? (?:that|it|him|her)|un(?:masks?|masked)|"
    r"(?:learns?|realiz|realis|discovers?|finds? out|notices?|understand|prov(?:es|ing)|shows? that|"
    r"knows? that)\w*|"
    r"(?:has|have|had) been (?:\w+ing|dead|alive|alone|him|her|there)|belong(?:s|ed) to (?!who)|"
    r"(?:it[’']s|it is|it was|that[’']s|she[’']s|he[’']s|is|are|was) (?:\w+ )?(?:an? |the |his |her |"
    r"their |in fact |really |actually |not )?(?:own |long-lost |"
    r"hero[’']s |[a-z]+[’']s )?(?:first |dead )?(?:aunt|uncle|wife|husband|twin|mother|mum|father|dad|"
    r"daughter|sister|brother|son|killer|murderer|thief|villain|ghost|copy|"
    r"original|caretaker|guilty|dead|alive|gone|empty|possessed|in (?:his|her) head)|"
    r"(?:[Ss]he|[Hh]e|[Tt]hey) did\b[.;]|[Nn]o, (?:he|she|it|they|isn[’']t)|there is no|(?:doesn|didn|"
    r"don)[’']t (?:make it|survive|get out|come back|board|die|kill)|"
    r"does(?: not|n[’']t) (?:make|survive|come|go|get|plead)|is no (?:longer|more)|no one (?:gets|makes)|"
    r"last seen|comes? back(?! (?:on|to|for|in)\b)|brings? back|rises|blinks|cracks open|pulls? off the|"
    r"takes off (?:his|her|"
    r"the)|supposedly|whoever|"
    r"sacrific\w+|surviv(?:es|al|or)|betray\w*|murder(?:s|ed)|dies\b|dying|died(?! down)|"
    r"back from the dead|kills?\b|killed|killing|drowns?|drowned|burns?|burned|(?:is|are|was|been|"
    r"gets?) shot|shot (?:dead|by|through|him|her)|bullet|die|"
    r"death|blood|corpse|body|grave|goes down|gives? up|gives (?:him|her|them|it|the)|hands? (?:him|her|"
    r"over|the|back)|leaves? the|walk(?:s|ed)? (?:off|away|back|into|toward|towards|out|inland)|"
    r"(?:the )?last (?:we|thing|breath)|shuts|seals|boards|buried|vanish\w*|flames|poison(?:s|ed)|"
    r"strangl\w+|stab(?:s|bed)|hang(?:s|ed)(?! out)|framed|shot (?:his|her|the)|finished off|corpses?|"
    r"(?:the|[a-z]+’s|his|her) (?:coffin|grave|body|pistol|gun|knife)|jumped|forgives?|confess\w*|"
    r"reborn|reflection|goes first|turned into|crawls?|lie(?:s|d) (?:because|to|about)|secretly|"
    r"has known|knew (?:all|the|from)|(?:opens|closes) (?:his|her|their) eyes|(?:asleep|awake)|"
    r"chok(?:es|ed)|smother\w*|suffocat\w*|swallowed|infected|bitten|transform(?:s|ed) into|escapes|"
    r"flees|fled|trap(?:s|ped)|sealed|wakes|marries|reunit\w+|reconcil\w+|surrenders?|arrested|executed|"
    r"crowned|rescued|frees|innocent|alibi|in disguise|long-lost|imagin(?:ed|ing)|hallucinat\w+|dreamt|"
    r"simulation|disappears|(?:stays|left) behind|lets? go|lets? (?:him|her|them)|sets? fire|ablaze|"
    r"explod\w+|detonat\w+|sinks|goes under|collapses|infant|"
    r"it (?:was|is) (?:he|she|him|her) who|none of it|had known|the truth|the real|"
    r"climb\w* out|instead|rather than)\b"
)
"""What comes out of it for somebody."""
_CLOSES = late(r"(?<=[.!?])")


def without_questions(lead: str) -> str:
    """Return what is stated: what is asked is not told."""
    return "".join(each for each in _CLOSES.split(lead) if each[-1:] != "?") if "?" in lead else lead
