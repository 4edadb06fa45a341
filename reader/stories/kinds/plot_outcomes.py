"""Outcomes that a text states without a warning: who did it, who is left, what another cut made of it."""

from __future__ import annotations

import re

from reader.patterns import rare

_ROLE = (
    r"(?:final girl|hero(?:ine)?|lead(?:ing (?:lady|man))?|protagonist|main character|narrator|star "
    r"detective|"
    r"detective|villain|inspector|mentor|captain|love interest|sidekick)"
)
_GOODS = (
    r"(?:toys?|toy ?line|figures?|figurines?|lego|sets?|box(?:es)?|packag\w+|merch\w*|stickers?|sticker book|"
    r"posters?|soundtrack|track ?list\w*|track titles?|score|album|novelis\w+|noveliz\w+|tie-in|puzzle|mug|"
    r"t-shirts?|happy meal|cereal|listing|subtitles?|synopsis|blurb|call sheet|leak\w*|costume|card game|"
    r"colou?ring book|calendar|funko|pop|advent|catalogue|catalog|billboard|tv spot|credits)"
)
_HIDDEN = (
    r"(?:twists?|deaths?|endings?|fates?|killers?|culprits?|final form|secret identit\w+|identity|true "
    r"villain|"
    r"real villain|big (?:bad|reveal|surprise|secret)|betrayal|finale|climax|last act|third act|who (?:dies|"
    r"lives|survives|did it))"
)
_HEADLINES = rare(
    rf"\bkill(?:s|ed|ing)?(?: off)? (?:its|their|the|his|her|[‘“'\"]?[^.:?]{{2,30}}[’']s?[’'”\"]?) (?:own "
    rf")?{_ROLE}\b"
    r"(?! (?:actor|role|casting))|"
    rf"\b{_GOODS}\b.{{0,30}} (?:spoil(?:s|ed)?|gives away|gave away|lets? slip|blabs?|blurts?|ruins?|"
    rf"tells? us|reveals?)\b.{{0,40}}\b{_HIDDEN}\b|"
    r"\b(?:twist|ending|finale|(?:last|final|closing) (?:scene|shot))\b.{0,25}\bwhy (?:[\w’']+ ){1,3}had "
    r"to\b|"
    r"\b(?:scene|death|shot|ending)\b.{0,25}\bwhy it had to be (?:her|him|them|\w+)$|"
    r"\b(?:ending|finale|climax) (?:leaves|left) (?:no one|nobody|none|only|just|few)\b|"
    r"\bwho (?:bites (?:it|the dust)|buys it|cops it|snuffs it|croaks|kicks the bucket|(?:does|"
    r"did)(?:n[’']t| not) "
    r"(?:make it|come home|survive)|(?:makes it|gets) out alive|comes home)\b|"
    r"\bthe (?:butler|wife|husband|mother|father|brother|sister|twin|priest|doctor|nurse|stepfather|"
    r"stepmother|"
    r"gardener|neighbou?r|chauffeur|lodger|maid|nanny|boyfriend|girlfriend|best friend) did it\b|"
    r"\b(?:plot|script|ending|story|third act) (?:leaks?|leaked|spilled) in full\b|"
    r"\b(?:shock|shocking|devastating|heartbreaking|big|brutal|surprise) (?:death|exit|fate|"
    r"betrayal)\b,? and "
    r"(?:what|why|how)\b|"
    r"\b(?:killer|culprit|murderer|traitor|mole) (?:is )?(?:revealed|unmasked|named|exposed)\b"
)
"""Headlines that say it, or that are there to."""
_SHORT = rare(
    r"^(?:the|that|her|his) [\w’-]+ (?:lives|dies|survives|drowns|escapes|did it|was dead|goes home|stays)$"
)
"""A whole headline that is what becomes of somebody: of an essay."""
_OTHER_CUT = rare(
    r"\b(?:alternate|alternative|original|different|deleted|unused|scrapped|lost|other|abandoned|first|"
    r"darker|happier|"
    r"bleaker|kinder|new) (?:\w+ )?(?:ending|finale|climax)s?\b|"
    r"\b(?:ending|finale)s?\b.{0,20} (?:was|were|is|almost|nearly|once|originally|changed|could have|has "
    r"been)\b|"
    r"\b(?:originally|almost|nearly|once) (?:\w+ ){0,2}(?:ended|died|lived|survived|killed)\b|"
    r"\b(?:changed|reshot|rewrote|fought (?:for|over)|saved|cut) (?:the|its|that|his|her) (?:\w+ )?ending\b"
)
"""Headlines about an end that might have been another."""
_CUT_TELLS = rare(
    r"\b(?:originally|always|initially|first|once) (?:\w+ )?(?:going|meant|supposed|intended|written|"
    r"scripted|slated) to "
    r"(?:live|die|survive|escape|win|lose|kill|be (?:killed|saved|revealed)|get away|return|stay|leave|"
    r"drown|burn|marry)\b|"
    r"\b(?:going|meant|supposed|due) to (?:live|die|survive|be killed)\b|"
    r"\b(?:in|unlike) (?:that|this|the (?:theatrical|finished|released|original|first|other|test|"
    r"alternate|preview|"
    r"initial)) (?:cut|version|ending|draft|release|film|take)s?,? (?:\w+ ){1,4}?(?:\w+s|never|had|was|"
    r"were)\b|"
    r"\b(?:first cut|version|ending|draft|script) (?:had|has|saw|sees|let|lets|left|leaves|shows|showed|"
    r"found|finds|gave) "
    r"(?:[\w’'-]+ ){1,5}?(?:\w+ing|dead|alive|survive|die|live|escape|leave|walk|go|win|lose)\b|"
    r"\b(?:never|doesn[’']t|does not|didn[’']t) (?:gets?|makes? it|comes?|leaves?|returns?) (?:off|out|"
    r"home|back|the)\b"
)
_TOLD = rare(
    r"\b(?:culprit|killer|murderer|guilty party) (?:in|of|behind) [^.,;]{2,60}? (?:is|was|turns out|"
    r"proves)\b(?! (?:still|at large|"
    r"never (?:found|caught|identified)|unknown|being|played by|on the|sentenced|jailed|a (?:film|movie)))|"
    r"\b(?:is|was|are) (?:plainly|clearly|obviously|the) guilty(?: one| party)?\b(?! of| plea| verdict| "
    r"pleasure)|"
    r"\bthe (?:butler|wife|husband|mother|father|brother|sister|twin|priest|doctor|nurse|stepfather|"
    r"stepmother|"
    r"gardener|neighbou?r|chauffeur|lodger|maid|nanny|boyfriend|girlfriend|"
    r"best friend) did it\b(?! (?:again|all|"
    r"for|with|without)\b)|"
    r"\b(?:before|until|when) we (?:finally )?(?:learn|discover|find out|reali[sz]e|twig) that (?:the|it|"
    r"he|she|"
    r"they|[a-z]+ (?:is|was|has|had|did|set|killed)\b)|"
    r"\b(?:his|her|their|[a-z]+[’']s) murder of (?:the|his|her|their) (?:[a-z]+)\b|"
    r"\b(?:seconds|minutes?|moments|frames|shots) before the (?:end |closing )?credits\b|"
    r"\b(?:they|he|she|[a-z]+) (?:are|is) last seen (?!play(?:ing|s) (?:the|an?|in|opposite)\b|star\w+|"
    r"in\b|on screen)\w+|"
    r"\bwe last see (?:him|her|them)\b|"
    r"\bis (?:it|that|this) (?:an? )?(?:betrayal|spoiler|treason|giving \w+ away) to (?:mention|say|tell|"
    r"add|note|reveal)\b|"
    r"\b(?:always|originally) (?:going|meant) to be (?:revealed|unmasked|exposed) (?:as|to be)\b|"
    r"\bhere[’']s who (?:dies|doesn[’']t|lives|survives|makes)|"
    r"\b(?:is|are) the last (?:one|man|woman|person|girl|boy) (?:standing|left|alive)\b(?! in (?:the|"
    r"hollywood))|"
    r"\b(?:dies|die|goes|go|drowns?|burns?|falls?|killed|shot) in the (?:opening|first|second|last|final|"
    r"third) (?:\w+ )?"
    r"(?:act|reel|scene|minutes|attack|battle|shootout|fight|chapter)\b"
    r"|\b(?:died|perished|dies|(?:was|were|is) killed(?: off)?|killed off|drowned|sacrificed (?:him|her)self|"
    r"killing (?:off )?(?:its|the|their) (?:villain|hero|heroine|killer|lead|mentor|monster)) (?:in|at "
    r"the end of|during) "
    r"(?:the )?(?:first|last|previous|second|third|fourth|original|prior|earlier|preceding) (?:film|movie|"
    r"instal\w+|"
    r"chapter|picture|entry|one|outing)\b|"
    r"\balive after (?:his|her|their) (?:plunge|death|fall|supposed|apparent|seeming|drowning|execution|"
    r"own)\b"
)
"""What a text says of an end in so many words."""
_FIRST_IS_LAST = rare(
    r"^(?:[a-z][\w’'-]+|the [a-z]+|he|she|they) (?!is\b|was\b|has\b|does\b|says\b)[a-z]+s "
    r"[^.!?]{3,60}[.!] (?:it|that|this)"
    r"(?: is| was|[’']s) [^.]{0,60}\b(?:ending|end|finale|twist|conclusion|close|last (?:scene|shot|line|"
    r"image))\b"
)
"""An opening that is an ending, as what follows says."""
_CALLED_ENDINGS = rare(
    r"\b(?:\w+ )?(?:endings|last (?:scenes|shots|lines)|final (?:scenes|shots)|deaths|twists)\b"
)
_ONE_OF_THEM = rare(
    r"\b(?:was|were) right to \w+ (?:off|out|down|away|back|into|him|her|them|the)\b|"
    r"\b(?:he|she|they|it) (?:dies|lives|leaves|jumps|shoots|kills|wakes|walks|drives|stays|goes|sinks|"
    r"burns|turns)\b"
)
_NO_PLOT = frozenset({"obituary", "box-office", "awards", "trailer", "festival"})
_ESSAYS = frozenset({"other", "review", "list", "interview"})


def plot_outcome(title: str, text: str, beat: str) -> re.Match[str] | None:
    """The words that state how a plot comes out, in a lowered headline and text; None where nothing does."""
    if beat in _NO_PLOT:
        return None
    found = _HEADLINES.search(title) or _TOLD.search(text, len(title) + 2) or _of_cuts(title, text)
    if found or beat not in _ESSAYS:
        return found
    return _SHORT.search(title) or _FIRST_IS_LAST.search(text[len(title) + 2 :]) or _of_many(title, text)


def _of_cuts(title: str, text: str) -> re.Match[str] | None:
    return _CUT_TELLS.search(text) if _OTHER_CUT.search(title) else None


def _of_many(title: str, text: str) -> re.Match[str] | None:
    return _ONE_OF_THEM.search(text, len(title)) if _CALLED_ENDINGS.search(title) else None
