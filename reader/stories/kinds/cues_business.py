"""What gives away, as in `cues_english`, that news is of firms, money and work, whatever films it names."""

from __future__ import annotations

TRADE: dict[str, str] = {
    "business": r"""
        9 (?:has|have) (?:acquired|bought|picked up|snapped up|scooped up|landed|taken) [^.;]{3,90}? for
        (?:the )?(?:u\.?s\b|u\.?k\b|united|north america|ireland|france|germany|italy|spain|benelux|
        latin america|australia|canada|japan|scandinavia|the world|worldwide|home) | 8
        (?:lands?|nabs?|grabs?|buys?|takes?|acquires?|scoops? up|snaps? up|picks? up)
        [^.;]{3,60}? out of (?:cannes|venice|sundance|toronto|
        tiff|berlin|berlinale|telluride|sxsw|tribeca|locarno|annecy|san sebastian) |
        8 snapped up | 7 (?:distributor|streamer|label) (?:[\w'&-]+ ){0,2}(?:acquired|bought) |
        8 funding | 7 (?:lottery|public|state|regional) (?:funds?|money|backing|support) | 7 supports
        (?:\d+|[\w-]+) (?:projects|films|features|co-productions) | 7 co-production
        (?:fund|market|treaty|forum) | 8 (?:files|filed|filing) for
        (?:administration|bankruptcy|insolvency|chapter) | 7 insolven(?:t|cy) | 7 (?:into|in) administration
        | 7 court rules | 9 raises? (?:an? )?(?:further |another )?[$£€] | 8
        (?:tentative|provisional|pay|labou?r) (?:agreement|contract) | 8 (?:spend|spending|investment)
        (?:tops?|hits?|falls?|rises?|drops?|reaches) | 9 (?:takes? on|boards?|handles?|launches) (?:world
        |international |global )?sales | 7 (?:world|international|global) sales | 8 closes? (?:[\w-]+
        )?(?:territories|deals|sales) |
        9 (?:nets|wades into|swoops (?:on|for)|wins? (?:the )?rights|lands rights|grabs) ["“‘'_] | 8 nets
        ["'“]?_ | 7 outbids? | 6 finds? (?:its |an? )(?:\w+ )?(?:home|buyer) | 7 deal | 9 acquires? | 8
        snaps? up | 7 nab(?:s|bed)? | 8
        (?:grabs?|grabbed|snags?|snagged|scoops? up|scooped up|swipes?|pounces on|swims off with|makes off
        with|walks
        off with|wins|lands|landed) (?:[\w.'-]+ ){0,4}rights\b | 8 (?:grabs|snags|scoops up|swipes|pounces on|
        swims off with|makes off with) (?!(?:[\w'-]+ ){0,5}(?:nominations?|nods?|awards?|prizes?|headlines|
        crown|spot|lead|dates?|slots?|weekend|frame|corridor|
        berth)\b)(?:[\w'-]+ ){0,5}['"]_ | 10 (?:has|have|had) (?:landed|acquired|bought|taken|nabbed|
        snapped up|picked up|secured|grabbed|snagged|scooped up|won|taken on) (?:all |the )?(?:[\w.-]+
        ){0,5}rights\b | 9 (?:on|at|
        across|
        in) (?:[\w-]+ )?(?:theaters|theatres|screens|cinemas|sites|locations|houses), (?:the )?most | 8
        (?:lands?|finds?|strikes?|inks?|closes?|secures?) (?:[\w'_-]+ ){0,7}(?:deal|
        distribution|distributor|buyer|rights|pact) | 8 sells? (?:to|out|for) | 7 (?:u\.?s\.?|uk|domestic|
        world|worldwide|international|streaming) rights | 7 acquisition | 7 merger | 7 takeover | 7
        presales? | 7 pre-sales? | 7 tickets? | 4 seats? | 7 layoffs? | 7 lays? off | 7 union | 7 strike | 7
        exhibitors? | 7 (?:theater|theatre|cinema) owners? | 7 lawsuit | 7 sues? | 7
        (?:lawyers?|attorneys?|legal letter|on notice|disclaimer|cease and desist|settlement|copyright|
        whistleblower|arbitration) | 7 (?:a |big |the )sale\b | 6 sold | 7 bidders? | 7 bidding | 7 auction
        | 6 pact | 6 in the range of \$ | 6 north american rights | 7 ticketing | 6 queues? | 7 lawmakers? |
        7 a bill | 7 bill (?:on|to|that|would) | 7 tax | 7 budget | 8 ceo | 6 chief | 6 studio
        (?:head|chief|boss|deal|sale) | 7 (?:small |independent )?(?:cinemas|theaters|theatres) (?:see|feel|
        face|close|reopen|struggle|shut|press|call|say|warn|fear|join) | 7 energy bills | 7 bids? | 6
        regulators? | 6 earnings | 6 shares (?:fall|rise|jump|slump|drop|climb|slide|tumble|surge|in the|of
        the) | 6 profits? | 6 subscribers | 6 to cost | 6 cost\w* | 6 lands at | 8 picks? up | 6 sells? | 6
        rights | 6 bought | 6 distribution | 6 to back(?<!back to back)(?! to) | 6 finance\w* | 6
        partners?hip | 5 \$\d+ million | 6 price | 6 venues? | 5 million | 5 workers | 5 jobs | 5 closure |
        5 window | 5 invest\w* | 6 rebate | 6 incentive | 6 subsidy | 5 fund | 6 layoff | 7 cuts? jobs | 7
        buys? | 6 stake | 6 investors? | 6 streaming service | 7 price (?:hike|rise) | 7 antitrust | 6
        approval | 7 tax credit | 7 bankrupt\w* | 7 reopens? | 6 chain | 6 appoint\w* | 6 guild | 6
        sag-aftra | 6 wga | 7 artificial intelligence | 6 names (?:new )?(?:ceo|head|president|chief) | 8
        (?:acquired|bought|picked up|snapped up) by | 8 (?:takes?|grabs?|snags?|scores?|nabs?)
        ["'“]?_+["'”]? for | 8 (?:goes|heads) to (?:neon|mubi|a24|netflix|sony|searchlight|focus|ifc|
        magnolia|bleecker|curzon|amazon|apple|hulu|universal|paramount|lionsgate|warner|janus|sideshow) | 7
        territor(?:y|ies) | 7 seal(?:s|ed)? the deal | 7 first-look | 7 overall deal | 7 inked? | 8
        industrial action | 7 ballot | 7 picket\w* | 7 (?:new owner|new home) | 7 swoop(?:s|ed) in | 7
        votes? for (?:strike|action) | 9 (?:trims?|cuts?|cutting|sheds?|slash(?:es|ing)?|axes|lays?
        off|laying off|lets? go|eliminat\w+)(?: of)? (?:[\w%,.'-]+
        ){0,4}(?:staff|jobs|workforce|employees|workers) | 8 redundanc(?:y|ies) | 8 job (?:cuts|losses) | 8
        jobs at risk | 12 (?:stag(?:e|es|ed|ing)|threatens?| calls?|join(?:s|ed)?) (?:an? |the )?(?:[\w'-]+
        ){0,2}(?:walkout|stoppage) | 8 strike action | 8 downs? tools | 8 stop(?:s|ped)? work | 7
        (?:says|say) no to | 7 (?:film|movie) pact | 9 (?:croisette|cannes|
        sundance|festival|market|lido) haul | 7 theat(?:er|re) chain | 7 (?:ticket|weekend|peak|higher|
        lower|surge|dynamic) pric(?:es|ing) | 6 a word about | 7 threatens? (?:to sue|legal) |
        9 on strike | 8 (?:six|seven|eight|nine|multi)-figure | 8 sold to | 8 advance
        (?:booking|bookings|ticket|tickets) |
        8 takes? (?:on )?(?:north america|domestic|the us|u\.?s\.?|the uk|world) (?:on|rights|for) | 8
        licens(?:es|ed) (?:[\w'.-]+ ){0,3}["'“]?_ |
        8 head of
        (?:production|film|films|development|distribution|acquisitions|marketing|features|sales|content) |
        10 (?:chief|boss|head|president|chairman|chairwoman|chair|executive|exec|ceo) (?:to
        )?(?:exits?|leaves?|leaving|
        departs?|departing|quits?|resigns?|steps? down|stepping down|ousted|out|retires?|replaced)\b |
        10 (?:exits?|leaves?|departs?|quits?|resigns?|out|steps? down|stepping down) as (?:[\w'-]+
        ){0,4}(?:chief|boss|head|
        president|chairman|chairwoman|chair|ceo)\b | 7 landlords? | 7
        (?:soaring|rising|higher|high|tide of) rents? | 7 lease(?! (?:of|on) life) |
        9 (?:cinemas?|picture (?:house|palace)s?|
        movie (?:house|theater)s?|multiplex(?:es)?) (?:(?:could|may|might|
        will|can|to|is|are|set|must) )+(?:close|shut|remain open|stay open|be saved|survive) | 8
        (?:rents?|bills?|developers?|closure|landlords?) (?:[\w'-]+ )?(?:threatens?|imperils?|looms?|
        hits?) | 7 (?:\d+|five|ten|twenty)-year lease |
        8 (?:los(?:e|es|ing)|keeps?|keeping|saves?|saving) (?:its|their|the|an?) (?:[\w'-]+ ){0,2}(?:cinema|
        picture ?house|movie house|movie theater|multiplex)\b | 8 (?:protest|walkout|strike|dispute)
        (?:by|over|of) (?:[\w'-]+ ){0,3}(?:staff|workers|crews?|employees|pay|contracts|conditions|wages)\b
        | 8 (?:cinema|picture ?house|multiplex|movie house|movie theater) (?:will|is to|is set to|to)
        (?:re-?open| close|shut) |
        8 (?:cinema|theater|theatre|picture house|drive-in|multiplex|movie house|playhouse)(?:
        (?:is|to be|has been|gets?|was))? (?:saved|rescued|reprieved|demolished|closed|closing|closes|
        shuts?|threatened|under threat|for sale|up for sale)\b | 8 saved from
        (?:closure|closing|demolition|developers|the bulldozers?) | 7 secur(?:es|ed)
        (?:its|their) future
        """,
}
