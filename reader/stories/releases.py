"""The words that stand around dates of release, and around those of filming, prizes and festivals.

Patterns are for text in lower case.
"""

from __future__ import annotations

from reader.patterns import late

RELEASE = late(
    r"\b(?:opens?|opening|open|opened up|re-?releas\w*|releas\w*|theaters?|theatres?|"
    r"theatrical\w*|cinemas?|screens|auditoriums?|imax|arriv\w*|hits?|lands?|landing|bows?|dated|dates?|"
    r"dating|"
    r"slot\w*|calendar|berth|debuts?|premier\w+ on|stream\w*|platforms?|digital|discs?|4k|"
    r"blu-ray|vod|comes? out|coming out|out|due|in store|touch\w* down|"
    r"deck|back (?:in|on|at)|returns? to|push\w*|delay\w*|put back|slides?|bump\w*|"
    r"kick\w*|shunt\w*|slip\w*|slid\w*|held back|"
    r"heading our way|set (?:it )?for|staked|scheduled|circled|weekend|launch\w*|"
    r"unspool\w*|rolls? out|expand\w*|swings? in|reach\w*|wait\w*|get it|see it|drops?|"
    r"can’t arrive|will tell|arrival|lined up for|slated|planned for|target\w*|aim\w* for|"
    r"eyeing|eye on|ha(?:s|ve) set|pencill?ed in|earmarked|wide|coming|comes? to|roll-?out|"
    r"in time for|available|shelves|ships|"
    r"play(?:s|ing)? (?:from|at|in)|mov\w+ to|head(?:s|ed|ing) (?:for|to)|ahead of|run begins|bring\w*|"
    r"surfac\w*|emerg\w*|(?:rac|swoop|soar|stomp|roar|sail|blast|crash|creep|sneak|burst|march)\w* into|"
    r"multiplex\w*|big screens?|movie houses|nationwide|unleash\w*|lets? (?:it|them|him|her) (?:out|loose)|"
    r"(?:will|to) be with us|these shores|on demand|pvod|to rent|rental|street date|streets on|steelbook|"
    r"(?:netflix|prime video|disney\+|hulu|peacock|apple tv\+?|shudder|mubi|max|paramount\+) (?:on|in|from)|"
    r"aims? (?:at|for)|audiences|(?:still|now) says|put(?:s|ting)? (?:it )?down|(?:get|gets|have|has|want|"
    r"wants|see|sees|likes) it|frame|stakes? out|claims|perch|happening|going out|goes out|bow\w*|"
    r"awards run|wash\w* up|dragged to it|for rent|kino\w*|sortie|estreno|uscita)\b",
)
NOT_RELEASE = late(
    r"\b(?:voting|nominations?|submissions?|exhibition|tickets?|on sale|advance screenings?|closures?|"
    r"continues? \w+ (?:until|through)|embargo\w*|ballots?|deadline|eligib\w*|telecast|airs|anniversary|"
    r"lens(?:es|ing)|(?:to|will|should|starts? to) roll(?! ?out)|rolls? (?:in|at|on)|passed on|"
    r"rehears\w*|pre-production|location work|crew|second unit|post-production|"
    r"(?:to be|be|being|was|were|been) (?:film|shot|mad)\w*|eyeing a start|(?:a|the) start|gala|"
    r"world premiere|(?:plays?|playing|screens?|screening|bows?|premi[eè]res?|unspools?|shows?|bound for|"
    r"heads? (?:for|to)|seen) (?:(?:at|in|out of|to) )?(?:the )?(?:cannes|venice|"
    r"berlin\w*|sundance|toronto|telluride|locarno|tribeca|sxsw|tiff|(?:\w+ ){1,3}festival|\w+ film fest\w*)|"
    r"premi[eè]res? (?:at|on the (?:lido|croisette))|heard|"
    r"(?:cannes|venice|berlin|sundance|toronto|telluride|festival) "
    r"(?:berth|slot|bow|debut|premiere|launch)|clos\w+ night|opens? (?:the )?(?:cannes|venice|berlin|toronto|"
    r"festival)|"
    r"in competition|the novel|the book|memoir|album|season \w+|new episodes|birthday|turns|"
    r"issue|retrospective|season of|film(?:ing|s|ed) (?:begins?|starts?|lasts?|is|to|will|"
    r"from|in|between|expected|scheduled|until)|begin\w* (?:film|shoot|product|principal)\w*|"
    r"gets? going|start(?!ing)\w* (?:in|on)|start\w* (?:film|shoot|product|principal)\w*|"
    r"start dates?|start(?:s|ed|ing)? work|since opening|"
    r"festival (?:opens|runs|starts|begins|takes)|broadway|west end|"
    r"the (?:show|series) (?:returns|premieres)|on tour|concert|"
    r"filming|shoot\w*|cameras?|production|wrap\w*|record\w*|ceremony|festival runs|deliver\w*|"
    r"awards?(?![- ](?:qualifying )?(?:theatrical |cinema )?run)|oscars?|published|novel|born|"
    r"grossed|earned|came out|opened (?:to|in)|debuted|died|aged|signed|premiered|"
    r"was released|trial|court|hearing|strike|contract)\b|\bsince\s+$",
)
RELEASED = late(
    r"\b(?:and|then|but|before|ahead of) (?:\w+ ){0,4}?(?:out|opens?|opening|releas\w*|arriv\w*|lands?|"
    r"landing|hits?|bows?|debuts?|eyeing|due|dated|slated|aim\w*|(?:in|to) (?:theat|cinema)\w*)\b|"
    r"\b(?:returns?|back|coming) (?:in|to|on) (?:theat|cinema|screens|imax)"
)
"""Said after a word of filming: what follows is of release again."""
SAYS_SO = late(
    r"\s*(?:(?:theatrical|wide|limited|summer|holiday|domestic|us|u\.s\.|uk|cinema|streaming|disc|digital|"
    r"imax|worldwide|global) ){0,2}(?:will tell|can[’']t|cannot|release|bow|debut|opening|launch|"
    r"berth|slot|rollout|roll-out|perch)\b"
)
LABELLED = late(r"\b(?:street |release |opening )?(?:date|release|opens|out|arrives): $")
KEPT = late(
    r"\b(?:through|keeps? (?:[\w’'-]+ ){1,4}(?:until|till)|runs? (?:until|till)|before(?: the)?|"
    r"before (?:the )?end of)\s+$"
)
"""Before a date: something lasts until then."""
ANOTHER = late(
    r"\b(?:the (?:first|original)(?: one| film| movie)?|its predecessor|part one) (?:[\w’']+ ){0,3}?"
    r"(?:open\w*|arriv\w*|lands?|hits?|bow\w*|comes?|is out|reach\w*|releas\w*)\b"
)
"""Another film's date, to which this one's is compared."""
BY_YEAR = late(r"\b(?:to|at|until|till|in|for|by|into|during|sometime|late|early|mid)[\s-]+$")
ASIDE = late(r"[(,] ")
ON_DAY = late(
    r"\b(?:opens?|opening|arrives?|arriving|lands?|landing|"
    r"(?<!handed )(?<!given )(?<!carried )(?<!sold )out|releases|streams?|streaming|"
    r"(?:be|is|are|being) released|debuts|bows|drops|unspools|(?:watch|see|catch) (?:it|this)|"
    r"on (?:general |wide |limited |nationwide )?release|"
    r"(?:in|hits?|to) (?:[\w.]+ )?(?:cinemas|theaters|theatres|screens))(?: [\w’'-]+){0,4}?,? "
    r"(?:(?:on|this|from|next|coming) )?((?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow)\b"
    r"(?! (?:night|morning|evening|to \$|"
    r"with \$|at the))|\b((?:mon|tues|wednes|thurs|fri|satur|sun)day)[’']s "
    r"(?:release|opening|bow|debut|launch|premiere)\b"
)
"""Told shortly before: the film opens Friday."""
DATELINE = late(
    r"[A-Z][A-Z .’'-]{2,}(?:, [A-Z][\w.]+)*,? (?:[A-Z][a-z]{2,8}\.? \d{1,2} )?\([A-Z]{2,}\) ?[—–-]+ "
)
"""How an agency's report begins, as it is printed: VENICE, Sept 6 (TN) -."""
