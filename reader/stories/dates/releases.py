"""Which dates of a report are of a film's release: by the words of the clause they stand in."""

from __future__ import annotations

import re

from reader.patterns import late
from reader.stories.dates.almanac import MONTHS
from reader.stories.dates.behind import away, far_off, of_other, of_weekend, says_so, so_called
from reader.stories.dates.dates import Printed, yearless
from reader.stories.dates.forgone import missed
from reader.stories.dates.match import this_year
from reader.stories.dates.regions import CUT

_RELEASE = late(
    r"\b(?:opens?|opening|open|opened up|re-?releas\w*|releas\w*|theaters?|theatres?|"
    r"theatrical\w*|cinemas?|screens|auditoriums?|imax|arriv\w*|hits?|lands?|landing|bows?|dated|dates?|"
    r"dating|"
    r"slot\w*|calendar|berth|debuts?|premier\w+ on|stream(?!ers?\b)\w*|platforms?|stick(?:s|ing)? (?:with|to|by)|stand(?:s|ing)? by|"
    r"hold(?:s|ing)? (?:on )?(?:to|at|steady|firm)|(?:still|yet) (?:make|makes|making|hit)|getting it|digital|discs?|4k|"
    r"blu-ray|vod|comes? out|slip\w*\b(?! away)|shift\w*|coming out|due|"
    r"out(?=\s*$|[,.:!]| [“\"]?(?:on|in|from|"
    r"this|next|now|around|over|till|before|later|"
    r"by|for|at|sometime|late|early|across|nationwide|worldwide|everywhere|here|via|there|until)\b)|"
    r"in store|touch\w* down|"
    r"deck|back (?:in|on|at)|returns? (?:to|on)|push\w*|delay\w*|put back|slides?|bump\w*|"
    r"kick\w*|shunt\w*|held back|"
    r"heading our way|set (?:(?:it|them|this|the [\w-]+) )?for|staked|scheduled|circled|weekend|launch\w*|"
    r"unspool\w*|rolls? out|expand\w*|swings? in|expansion|(?:scar|haunt|terrif|terrori[sz]|delight|dazzl|thrill|stalk|menac|grac|charm|wow|spook|"
    r"tickl|mov)\w* (?:in for|us|you|audiences|viewers|people|filmgoers|moviegoers|the (?:[\w-]+ ){1,2}(?:out of|off))|"
    r"reach\w*|wait\w*|get it|see it|expect (?:it|them|this)|"
    r"look (?:out )?for|drops?|"
    r"can’t arrive|will tell|arrival|lined up for|down for|marked (?:for|down)|pegged|slated|planned for|"
    r"target\w*|aim\w* for|"
    r"eyeing|looking at|"
    r"pencill?ed in|earmarked|wide|coming|comes? to|roll-?out|qualifying (?:run|week|engagement|release)|"
    r"in time for|available|shelves|ships|"
    r"play(?:s|ing)? (?:from|at|in)|mov\w+ to|see you|ahead of|"
    r"(?:runs?|engagements?|showings?|rollout|bookings) (?:begin|start|open)s?|bring\w*|"
    r"head(?:s|ed|ing) (?:for|to)(?= (?:theat\w*|cinemas?|screens|imax|netflix|hulu|disney|peacock|prime|"
    r"digital|disc|vod|streaming)|\s*$)|tour(?:s|ing)?|(?:round|around|across) the country|in \w+ cities|"
    r"\d[\d,]* (?:[\w.]+ ){0,2}?(?:sites|venues)|be (?:seen|shown|screened)|distribut\w*|telly|at home|"
    r"cinema run|wash\w* (?:up|into|ashore)|"
    r"surfac\w*|emerg\w*|checks? in(?:to)?|pops? up|shows? up|turns? up|descend\w*|invad\w*|"
    r"sets? sail|takes? (?:flight|off)|(?:lift|blast)s? off|goes? live|on (?:your|our) doorstep|"
    r"(?:rac|swoop|soar|stomp|roar|sail|blast|crash|creep|sneak|burst|march)\w* into|"
    r"multiplex\w*|big screens?|movie houses|nationwide|unleash\w*|lets? (?:it|them|him|her) (?:out|loose)|"
    r"(?:can|could|able to) (?:now )?(?:watch|rent|buy|own|stream|see|catch)\b|own it|"
    r"(?:will|to) be with us|these shores|on demand|pvod|to rent|rental|street date|streets|steelbook|"
    r"(?:netflix|prime video|disney\+|hulu|peacock|apple tv\+?|shudder|mubi|max|paramount\+) (?:on|in|from)|"
    r"aims? (?:at|for)|audiences|(?:still|now) says|put(?:s|ting)? (?:it )?down|(?:get|gets|have|has|want|"
    r"wants|see|sees|likes) it|frame|stakes? out|claims|perch|happening|going out|goes out|bow\w*|"
    r"awards run|dragged to it|for rent|kino\w*|sortie|estreno|uscita)\b",
)
NOT_RELEASE = late(
    r"\b(?:voting|(?:starts?|begins?|in) previews|(?:preview|sneak)s? (?:were|are|was|is|took|made|grossed|"
    r"earned|sold|"
    r"begin|start|open|kick)\w*|tour (?:visits|stops|calls|plays|comes)|"
    r"(?:advance |pre-?)?(?:bookings?|tickets?|(?:pre|advance )sales) (?:[\w’']+ ){0,5}?(?:to )?(?:open|"
    r"beg[iau]n|start|go)\w*|"
    r"thrown open|"
    r"pre-?sales?|advance (?:sales?|bookings?|shows?)|book (?:seats?|tickets?|your|ahead)|bookings?|"
    r"fan[- ]event (?:screening|show)\w*|fan (?:screening|show)s?|"
    r"(?:\d+(?:st|nd|rd|th)|(?:this|next) year[’']s|next) edition|on (?:the )?set|"
    r"(?:script|draft|screenplay) (?:is |are )?due|nominations?|submissions?|exhibition|tickets?|on sale|"
    r"advance screenings?|closures?|"
    r"continues? \w+ (?:until|through)|"
    r"embargo\w*|ballot\w*|polls?|deadline|eligib\w*|telecast|airs|anniversary|"
    r"lens(?:es|ing)|re-?shoot\w*|pick-?ups|additional photography|"
    r"(?:return\w*|go(?:es|ing)?|went|get(?:s|ting)?|head(?:s|ed|ing)?|is|be|are|was|were) (?:back )?(?:to|at) "
    r"(?:[\w’]+ )?(?:day job|work|duty|sets?|stunts)|back (?:on|at|to) (?:(?:[\w’]+ ){0,2}set|work|his feet|"
    r"her feet)|"
    r"leav(?:es?|ing) (?:home )?for|(?:fly|flies|flying|travel\w*) to (?!theat|cinema|screens|netflix|disc)|"
    r"(?:ready|aim\w*|hop\w*|in time|target\w*|bound|destined|headed|set|eyeing|circling) "
    r"(?:it |them )?(?:at|for) (?:[\w’]+ ){0,4}festivals?|report\w* (?:to|for) (?:work|duty|set)|"
    r"rehears\w*|pre-production|location work|crew|second unit|post-production|photography|"
    r"chang\w+ (?:directors?|hands|stars?|writers?)|"
    r"(?:to be|be|being|was|were|been) (?:film|shot|mad)\w*|eyeing a start|(?:a|the) start|gala|"
    r"(?:world|uk|european|london|irish|scottish|british|royal|charity) premiere|premi[eè]res? at|"
    r"on the (?:lido|croisette|piazza)|in park city|heard|"
    r"(?:cannes|venice|berlin|sundance|toronto|telluride|festival) "
    r"(?:berth|slot|bow|debut|premiere|launch)|clos\w+ night|"
    r"(?:open|clos|kick)(?:s|e[sd]?|ed|ing)?(?: off)? (?:the )?"
    r"(?:(?!after|before|ahead|following|at|in|on|from|with|to|for)[\w’'-]+ ){0,4}?"
    r"(?:film festival|festival|film fest|fest|cannes|venice|berlin|berlinale|toronto|sundance|tribeca|"
    r"locarno|rotterdam|karlovy vary|san sebasti[aá]n)\b|"
    r"in competition|pre-?orders?|bab(?:y|ies)|(?:on )?tour (?:opens|starts|begins|kicks)|"
    r"(?:game|series|show|spin-?off|podcast|book|sequel series|novel|memoir|album|single) (?:\w+ )?"
    r"(?:premieres?|returns?|debuts?|arrives?|launch\w*|is out|lands?|comes?|hits?|due|released|airs)|"
    r"leav(?:es|ing) (?:netflix|hulu|peacock|prime|disney|max|the (?:service|platform))|"
    r"(?:trailer|teaser|clip|footage|poster|soundtrack|score|song|single)s? "
    r"(?:(?!before |ahead |until )\w+ ){0,2}?(?:drops?|lands?|"
    r"arriv\w+|debuts?|premieres?|is out|comes?|hits?|due|out|online|released|launch\w*|unveil\w*|reveal\w*)|"
    r"(?:winners?|line-?up|nominees|selection|jury|shortlist|programme) (?:\w+ ){0,3}?(?:reveal|announc|"
    r"unveil)\w*|auditions?|open call|(?:launch|pre-?release) event|(?:be|are|is) shut|"
    r"reviews? (?:will|are|can|drop|land|due|go|may)|the novel|the book|memoir|album|"
    r"season (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|finale|premiere|opener|ticket)s?|"
    r"new episodes|birthday|turns|"
    r"issue|retrospective|season of|film(?:ing|ed) (?:begins?|starts?|lasts?|is|to|will|"
    r"from|in|between|expected|scheduled|until)|films (?:from|in|between|until)|begin\w* (?:film|shoot|"
    r"product|principal|photograph)\w*|"
    r"gets? going|prep|"
    r"scouting|episodes|casting (?:begins|starts|calls?)|(?:set|stage) construction|"
    r"(?<!run )(?<!runs )(?<!engagement )(?<!engagements )(?<!release )(?<!showings )(?<!rollout )"
    r"start(?!ing)\w* (?:in|on|at|by|around|before|late|early|next|this)\b|start\w* (?:film|shoot|product|principal|photograph)\w*|"
    r"start dates?|"
    r"start (?:\w+ )?(?:pencill?ed|planned|slated|set|due|expected|scheduled|eyed|targeted)|"
    r"(?:the|to|on) (?:\w+ )?stage(?! of)|"
    r"(?:pc|consoles?|playstation|ps ?[45]|xbox|nintendo|steam)\b|"
    r"(?:shown|screen(?:ed|ing|s)|projected) (?:[\w’]+ ){0,4}(?:park|grounds|gardens?|castle|cathedral|"
    r"church|library|hall|square|lawn|rooftop|drive-in)|"
    r"at (?:the )?(?:bfi|moma|barbican)|cin[eé]math[eè]que|museum|film institute|playhouse|"
    r"open-air|(?:free|one-off|special) screenings?|"
    r"since opening|festival (?:(?:will|is to|to) )?(?:opens?|runs?|starts?|begins?|takes?|closes?|kicks?)|"
    r"broadway|west end|"
    r"the (?:show|series) (?:returns|premieres)|on tour|concert|"
    r"attached to|prints of|filming|shoot\w*(?! for\b|[-’])|cameras?|host\w*|"
    r"(?:surface|crowd|night|battle|exterior|interior) scenes|"
    r"production|wrap\w*|record\w*|ceremony|festival runs|deliver\w*|"
    r"awards?(?![- ](?:(?:qualifying|season) )?(?:\w+ )?(?:run|consideration|contention|race|qualif\w+|"
    r"voters|attention|play|push|glory|bait|winn\w+|nomin\w+))|prizes?(?![- ]winn)|handed out|"
    r"walkouts?|walk(?:s|ed|ing)? out|auction\w*|down tools|(?:start|begin|resum)\w* work|"
    r"(?<!run )(?<!engagement )(?<!release )(?<!roll-out )(?<!rollout )kick(?:s|ed|ing)? (?:things )?off|"
    r"under ?way|early looks?|red carpet|"
    r"market (?:premiere|screening)s?|open\w* (?:to (?:the public|visitors|"
    r"entr\w+)|for (?:applications|entries))|applications?|funding round|funeral|"
    r"(?:play(?:s|ed|ing)?|screen(?:s|ed|ing)|shown|seen|presented) [^.;:,]{0,50}?"
    r"\b(?:at|during|by) (?:[\w’]+ ){1,4}?(?:festival|fest)|"
    r"(?:screen(?:s|ed|ing)?|shown) in (?:london|edinburgh|glasgow|dublin|galway|belfast|paris|lyon|berlin|"
    r"munich|rome|bologna|venice|madrid|barcelona|toronto|sydney|tokyo)\b|"
    r"(?:deals?|sales?|mergers?|transactions?|takeovers?|acquisitions?|buyouts?|auctions?) "
    r"(?:(?:is|are|was|were|expected|set|due|likely|to|will|should|now) )*clos\w*|(?:bids?|offers?|proposals?|"
    r"petitions?|objections?|responses|papers?|comments) (?:are |is |were )?due|ha(?:s|ve|d) until|"
    r"(?:open|clos)(?:es|ed|ing)? (?:the|this year[’']s) (?:lido|croisette|mostra|quinzaine|market)|"
    r"marr(?:y|ies|ying)|wedding|(?:can |to |may )apply|conven(?:es|ing)|laps(?:e|es|ing)|expir\w+|"
    r"to finish|runs? out|take(?:s|n)? (?:place|effect)|unfolds?|"
    r"at the (?:national|old vic|young vic|globe|almeida|donmar|royal court|abbey|gate|lyric|public theater)|"
    r"(?:interview|play|musical|exhibition|exhibit|special|panel|livestream|q&a|podcast|episode|audiobook|game) "
    r"(?:\w+ )?(?:opens?|drops?|airs?|goes|is up|streams)|"
    r"meetings?|unions?|retir\w*|new job|gig|booked (?:until|till|through|solid)|"
    r"(?:plays?|playing|screens?|screened|shown|seen|bows?|premi[eè]res?|debuts?) (?:(?:at|in|"
    r"during) )?(?:the )?"
    r"(?:[\w’]+ ){0,3}?(?:festival|sundance|cannes|venice|berlin\w*|toronto|telluride|tiff|sxsw|tribeca|"
    r"locarno|rotterdam|busan)|(?:set|bound|headed|heading|selected|tipped) (?:for|"
    r"to) (?:the )?(?:sundance|cannes|"
    r"venice|telluride|toronto|tribeca|sxsw|locarno|berlin)|roll(?:s|ing)?(?! ?-?out\b)(?= (?:in|on|this|"
    r"next|until|from))|"
    r"(?:was|were) (?:the|an?|one|his|her|their|not|in)|"
    r"(?:sales|rights) (?:launch|kick|start|beg[iu]n|open)\w*|"
    r"location|woods|oscars?(?![- ](?:winn|nomin|hopeful|contend|bait|season))|published|novel|born|"
    r"grossed|earned|came out|(?<!have )opened (?:to|in)|debuted|died|aged|signed|premiered|"
    r"was released|trial|court|hearing|strike|contract)\b|\b(?:since|between (?:now|then|today) and)\s+$|"
    r"\bpremiere on (?:\w+day,? )?$|\bset (?:in|during|over)(?: the)? (?:(?:early|mid|late|summer|winter|spring|"
    r"autumn|fall|the) )*(?:of )?$|"
    r"(?<!run )(?<!engagement )(?<!rollout )(?<!release )(?<!streaming )(?<!window )(?<!tour )(?<!season )(?<!s )"
    r"\bbegins? (?:on|in) (?:\w+day,? )?$|"
    r"\b(?:to|will|would) (?:start|begin|shoot|film|roll|resume) (?:\w+day,? )?$",
)
_RELEASED = late(
    r"\b(?:and|then|but|before|ahead of) (?:\w+ ){0,4}?(?:out|opens?|opening|"
    r"releas\w*|arriv\w*|lands?|landing|hits?|bows?|debuts?|eyeing|due|dated|slated|aim\w*|follows?|set for|"
    r"expected|"
    r"scheduled|planned|pencill?ed in|coming|head(?:s|ed|ing) for|target\w*|"
    r"(?:in|to|into) (?:theat|cinema)\w*)\b|"
    r"\b(?:which|that|it|will|to|and) (?:[\w’'-]+ ){0,4}?(?:opens?|opening|releases?|released|arrives?|"
    r"lands?|hits?|bows?|debuts?|(?:in|to|into) (?:theat|cinema)\w*)\b|"
    r"\b(?:set|dated|slated|scheduled|pegged|earmarked|slotted|stamped|marked|date) (?:it|them|this|(?:the|its) [\w-]+) "
    r"for\b|\b(?:for|towards?) (?:an? )?(?:[\w-]+ )?(?:release|bow|opening|launch)\b|"
    r"\b(?:begins?|starts?) streaming\b|\bstream(?:s|ing)? (?:on|from)\b|\b(?:in|into|hits?|"
    r"reach\w*) (?:[\w.]+ )?"
    r"(?:theat(?:er|re)s|cinemas|screens)\b|"
    r"\b(?:returns?|back|coming) (?:in|to|on) (?:theat|cinema|screens|imax)"
)
"""Said after a word of filming: what follows is of release again."""
_TO = late(r"\b(?:un|in)?t(?:o|il) (?:\w+day,? )?$")
_MOVED = late(
    r"\b(?:delay(?:s|ed)|postpon\w+|push(?:es|ed)|moved|shifted|bumped|put back|held back|slid|slipped)\b"
)
"""Of a film that goes from one date to another, whatever the news."""
_ALL = late(
    r"\s*(?:(?:roll on|bring on|here[’']s to|see you(?: all)?(?: there)?(?: on| in)?|till|until|"
    r"mark (?:your|those) (?:calendars?|diar(?:y|ies))(?: for)?)[:,]? )?(?:(?:mid|early|late|this|in)[- ])?"
)
_FULL_STOP = late(r"[.!]|, (?:[\w’]+ ){0,2}[\w’]+[.!]")
"""Around a date that is all that a sentence says: Mid-July, everyone. Roll on 12 June!"""
_MAYBE = late(
    r"\b(?:maybe|perhaps|possibly|probably|likely|namely|say|or)\W{1,2}$|\b(?:slot|date|window)[:,] $"
)
_LABELLED = late(
    r"\b(?:street |release |opening )?(?:date|day|release|opens|out|arrives|slot|berth|bow|launch|window): $|"
    r"\b(?:a (?:long )?(?:way|while) (?:off|away)|a long wait|years (?:away|off))\b[^.;:]{0,20}[:—–] ?$|"
    r"\b(?:target|plan|goal|date|aim|hope)(?: (?!was|had)[\w’'-]+){0,3} (?:is|remains|becomes|[’']s)(?: now| still)?"
    r" (?:(?:in|for) )?(?:the )?$"
)
_APPOSED = late(
    r", (?:the|an?|his|her|its|their) "
    r"(?:(?!\b(?:is|are|was|were|will|has|have|had|begins?|starts?|shoots?|opens?|films)\b)[^,;:]){3,90}"
    r"(?<!day), (?=(?:next |this )?$)"
)
"""Between what is said of a film and a date: who or what it is, which tells nothing of the date."""
_BIRTHDAY = late(
    r" (?:for|to mark|marking|to celebrate|celebrating|in honou?r of|on the occasion of) (?:its|the|their|"
    r"[\w’']+) "
    r"(?:film[’']s |movie[’']s )?(?:\d+(?:st|nd|rd|th)|[a-z-]+(?:th|first|second|third)) (?:anniversary|"
    r"birthday)"
)
"""What a film comes back for, which tells nothing of the date."""
_KEPT = late(
    r"\b(?:through|keeps? (?:[\w’'-]+ ){1,4}(?:until|till)|runs? (?:until|till)|"
    r"(?<!right )(?<!just )(?<!shortly )(?<!immediately )(?<!straight )before(?: the)?|before (?:the )?end of)\s+$"
)
"""Before a date: something lasts until then."""
_NOT_BEFORE = late(
    r"\b(?:not|never|nobody|cannot|\w+n[’']t) (?:\w+ ){0,2}?(?:reach|arrive|open|hit|come|land|get|see|bow|"
    r"appear|turn up|surface|happen|be (?:in|on|out|seen|released|shown|available|here|ready|with us))\b.*\bbefore (?:the )?$"
)
"""Before a date: a film comes no sooner."""
_ANOTHER = late(
    r"\b(?:the (?:first|original)(?: one| film| movie)?|its predecessor|part one) (?:[\w’']+ ){0,3}?"
    r"(?:open\w*|arriv\w*|lands?|hits?|bow\w*|comes?|is out|reach\w*|releas\w*)\b"
)
_GUESSED = late(
    r"\b(?:(?:we|i)[’'](?:d|ll) (?:[a-z]+ )?(?:guess|bet|wager|imagine|hazard|say|think|expect|predict|"
    r"put money)|"
    r"(?:our|my) (?:best )?(?:guess|bet|hunch|money|prediction)|(?:we|i) (?:guess|bet|suspect|reckon|"
    r"predict)|"
    r"don[’']t be surprised (?:if|to|when)|would(?:n[’']t| not) be surprised)\b[^.;]*$"
)
"""Before a date that the writer only guesses."""
_EVENT = late(
    r"\b(?:at|during|for) (?:the )?(?:super bowl|big game|comic-con|cinemacon|d23|cineeurope|showeast|wondercon|"
    r"star wars celebration|tudum|ccxp|game awards|state of play|nintendo direct|oscars|grammys|olympics|world cup)"
    r"(?: [\w’-]+){0,3}? (?:on )?(?:\w+day,? )?$"
)
"""Before a date on which something is shown at an occasion that is no festival."""
_UNTIL = late(r"\b(?:until|till) (?:\w+day,? )?$")
_WAITED = late(
    r"\b(?:not|never|cannot|no|wait\w*|\w+n[’']t|mov\w+|delay\w*|push\w*|h[eo]ld|postpon\w*|put|kept|keep|off|"
    r"back|long|lifetime|days?|weeks?|months?|sleeps|hours|years?|count\w*|patien\w+|sit tight|hang on|down to)\b"
)
"""Before a date until which something lasts, unless it is the wait for a film."""
_LOCATION = late(
    r"\b(?:stand|doubl|sub|fill|pass)(?:e?s|e|ing)? (?:in )?(?:for|as) (?:[\w’'-]+ ){1,6}?(?:when|while|as|in|for|where)\b|"
    r"\b(?:closed|closing|shut|cordoned|sealed|blocked) (?:off )?(?:to|for) (?:traffic|cars|filming|visitors)"
)
"""Before a date on which a film is shot somewhere: the docks will double as old Riga."""
_CREDIT = late(
    r"\b(?:(?:also|next|soon) (?:be )?|(?:can|will) be )(?:seen|heard|appears?|appearing|stars?|starring) "
    r"(?:as|opposite|alongside)\b[^;]*$"
)
"""Before a date of another film that somebody is in."""
_SPAN = late(r"\s*(?:[–—-]|to|through|until)\s*(?:[a-z]+\.? )?\d{1,2}(?: [a-z]+)?(?:,? \d{4})?\)", re.I)
_SPANNED = late(r"\((?:[a-z]+\.? )?\d{1,2}(?: [a-z]+)?\s*(?:[–—-]|to|through|until)\s*$")
"""Around the first and the last day of a festival, in brackets."""
_SAME = late(r"\bthe (?:very )?same $")
"""Before a month that something else was in, too."""
_AVOIDED = late(
    r"\b(?:dodg\w+|avoid\w*|escap\w+|flee\w*|fled|sidestep\w*|clash\w* with|up against|opposite|facing|"
    r"going up against) (?:[\w.-]+ ){0,5}?[\w.-]+[’']s (?:\w+day,? )?$"
)
"""Another film's date, to which this one's is compared, or which it keeps clear of."""
_BY_YEAR = late(
    r"\b(?:to|at|until|till|in|for|by|into|during|half of|sometime|late|early|mid|staked out|stakes out|"
    r"circled|circles|eyeing|eyes|targets|targeting)[\s-]+$"
)
_OF_YEAR = late(r"[’']s (?:most|biggest|best|hottest|buzziest)")
_OF_MANY = late(r"\b(?:two|three|four|five|six|some|many|most|several|all) of $")
_ONE_OF = late(
    r"\bone of the (?:(?:most|biggest|hottest|buzziest) )(?:[\w’-]+ ){0,5}?(?:movies|films|sequels|pictures|"
    r"releases|"
    r"blockbusters|tentpoles|comedies|dramas|thrillers|reboots|threequels|prequels|adaptations) of $"
)
"""Around a year of which the film is one of the biggest."""
_OCCASION = late(
    r"\b(?:cannes|venice|berlin|berlinale|sundance|toronto|tiff|telluride|sxsw|tribeca|locarno|rotterdam|busan|"
    r"karlovy vary|san sebasti[aá]n|annecy|sitges|fantasia|afm|cinemacon|comic-con|d23|festival|fest|oscars?|"
    r"baftas?|emmys?|globes|c[eé]sars?|goyas?|awards?)(?: in| of)? $"
)
"""Before a year: of a festival or a prize."""
_ASIDE = late(r"(?:\(|(?<!day),) (?!to\b)")
_MONTH, _WHOLE = 2, 3
_FAR, _NEAR, _AFTER = 110, 70, 60
_FOR = late(r"\b(?:for|to)\s+$")
TRUSTED = frozenset({"release-date"})
USUAL = frozenset({"trailer", "review", "announcement", "casting", "interview"})
"""News whose dates are of release unless something says otherwise."""
NEVER = frozenset({"list", "obituary"})
"""News that names dates, but claims none."""


def of_release(text: str, start: int, printed: Printed, end: int, beat: str) -> bool:
    """Tell whether a date is when a film comes out: by the words of its clause.

    `start`, `end`: where its sentence begins, and where that or the way to its next date ends.
    """
    before = _BIRTHDAY.sub("", _APPOSED.sub(", ", text[start : printed.start].lower()))
    clause = CUT.split(before[-_FAR:])[-1]
    after = CUT.split(text[printed.end : min(end, printed.end + _AFTER)].lower())[0]
    if beat in USUAL and _ALL.fullmatch(before) and _FULL_STOP.match(text, printed.end):
        return True
    of_month = text[printed.start : printed.end].lower() in MONTHS
    named = of_month and (so_called(text, printed.end) or far_off(after))
    if printed.bare and not (named or _MAYBE.search(before)):
        return False
    if printed.precision == _MONTH and beat not in TRUSTED and _SAME.search(before):
        return False
    if clause.endswith("(") and after.startswith(")") and printed.precision > 1:
        return True
    if any(each.search(before[-_FAR:]) for each in (_AVOIDED, _GUESSED, _CREDIT, _LOCATION, _EVENT)):
        return False
    if _SPANNED.search(before[-_NEAR:]) or (clause.endswith("(") and _SPAN.match(text, printed.end)):
        return False
    if missed(before) or (printed.precision == 0 and _OCCASION.search(clause)):
        return False
    if says_so(after) or _LABELLED.search(before):
        return True
    words = text[printed.start : printed.end].lower()
    if beat in USUAL and _UNTIL.search(clause) and clause.strip() != "until" and not _WAITED.search(before):
        return False
    kept = _KEPT.search(clause) and not (_NOT_BEFORE.search(clause) or this_year(words))
    if kept or _ANOTHER.search(before) or _stopped(_ASIDE.split(clause)[-1]):
        return False
    if of_other(after) or NOT_RELEASE.match(after.strip().removeprefix("to ")):
        return False
    if printed.precision == 0:
        by_year = words == "next year" or this_year(words) or _BY_YEAR.search(clause)
        meant = beat in TRUSTED or (beat == "announcement" and _FOR.search(clause))
        told = by_year and (meant or _RELEASE.search(clause))
        one_of = _OF_YEAR.match(after) and not _OF_MANY.search(before)
        return beat != "box-office" and bool(told or one_of or _ONE_OF.search(before))
    return _by_beat(printed, before, after, beat, sure=not yearless(text, printed))


def _by_beat(printed: Printed, before: str, after: str, beat: str, *, sure: bool) -> bool:
    """Tell it of a date that no word speaks against: some news needs no word for it."""
    clause = CUT.split(before[-_FAR:])[-1]
    if beat == "box-office" and printed.precision < _WHOLE:
        return printed.precision == _MONTH and bool(_RELEASE.search(clause[-_NEAR:]))
    if beat == "announcement" and printed.precision < _WHOLE and _FOR.search(clause):
        return True
    if beat in TRUSTED or (beat in USUAL and (printed.precision == _WHOLE or sure)):
        return True
    if _TO.search(before) and _MOVED.search(before):
        return True
    if beat == "box-office" and of_weekend(after):
        return bool(_RELEASE.search(clause[-_NEAR:]))
    return bool(_RELEASE.search(clause[-_NEAR:]) or (_RELEASE.search(after) and not away(after)))


def _stopped(clause: str) -> bool:
    """Tell whether the last word before a date is of filming, prizes or books, and not of release."""
    stops = list(NOT_RELEASE.finditer(clause))
    return bool(stops) and not _RELEASED.search(clause, stops[-1].end())
