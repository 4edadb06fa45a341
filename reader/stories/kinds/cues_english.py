"""The kinds of news and what gives each away: words in a headline or a lead.

Every cue is a weight and a phrase of the trade, weighed by how seldom it is met in other news. `_` stands
for a title, whatever it is.
"""

from __future__ import annotations

from reader.stories.kinds.cues_business import TRADE
from reader.stories.kinds.cues_making import MAKING
from reader.stories.kinds.cues_new_films import MADE_NEXT
from reader.stories.kinds.cues_no_film import ASIDE

CUES: dict[str, str] = {
    "obituary": r"""
        9 remembered by |
        12 tributes (?:are )?(?:paid|pour|flow|flood) | 9 found dead |
        8 ^(?:so long|farewell|goodbye|vale|adieu|rest in peace)\b | 7 we(?:'ve)? (?:have )?lost (?:an?|one)
        | 9 dies(?<!who dies)(?! in the (?:first|last|final|opening|closing|third|end)\b) | 9 dies (?:at|aged)
        \d+ | 20
        (?:he|she) died (?:last (?:week|night|month)|this week|yesterday|on (?:[a-z]+day|\d+ [a-z]+,? and))
        | 9 dead at | 9 has died | 9 passe[sd] away | 8 obituary | 8 obituaries | 8 rip | 8 r\.i\.p | 7
        death of | 7 remembering(?= \S)(?!
        (?:how|that|why|to|when)\b) | 7 in memoriam | 6 tributes?
        (?:to|for|pour|paid) | 6 pay(?:s|ing)?
        tribute | 6 mourn\w* | 6 (?:1[89]|20)\d\d[-–—]20\d\d | 5 remembered | 6 , \d\d,? dies | 4 aged \d\d
        | 5 died(?! in (?:19|20)\d\d\b) | 5 is dead | 3 farewell to | 5 laid to rest | 4 was \d\d$ | 3 late
        (?:actor|director| composer|star) | 9 died? (?:on|at|in(?! (?:19|20)\d\d\b)|peacefully|suddenly) | 9
        (?:est mort|est morte|ist
        tot|gestorben|muere|fallece|e morto|e morta) | 7 loses (?:his|her) (?:fight|battle) | 8 dead: | 7 ,
        \d\d, has died | 6 the late
        """,
    "review": r"""
        5 ^« ?_+ ?» ?: |
        12 \d+% (?:on|at) rotten |
        8 is an? (?:[\w-]+,? ){0,4}(?:triumph|masterpiece|delight|dud|slog|misfire|gem|marvel|disaster)\b(?!
        for) |
        7 ^i (?:saw|watched|loved|hated|sat through)\b | 7 you could do worse | 6 is all (?:\w+ ){1,3}and no
        | 6 (?:aims|shoots|reaches) (?:high|for) | 6 never finds | 14
        (?:never|doesn't|hardly|barely|scarcely) puts? a foot wrong | 6 i was (?:moved|bored|charmed|gripped|
        thrilled|unmoved|touched) | 5 (?:one|a single) (?:shot|scene|moment) in | 8 (?:sequel|remake|reboot|
        prequel|biopic) is an? (?!go\b|hit\b|smash|record|billion|possibility)[a-z]+ | 5 i saw ["'“]?_ | 5
        in this (?:[\w-]+,? ){0,3}(?:shocker|chiller|thriller|comedy|drama|romance|romp|fable|satire|
        western|epic|horror) | 5 in an? (?:[\w-]+,? ){1,3}(?:shocker|chiller|nightmare|romp|fable|satire|
        tearjerker) | 4 (?:is|isn't|are|not|well) worth (?:the|your|a|seeing|every) | 5 ^_+ is an?
        (?:[\w-]+,? ){0,4}(?:fable|thriller|comedy|drama|romp|tale|ride|chiller|satire|romance|western|epic|
        gem|marvel|joy|mess|blast|bore|trip|dream|nightmare) | 5 ^_+ (?:never|always|almost|nearly|barely|
        soars|delights|stumbles|falters|charms|sings|shines|sparkles|thrills|drags)\b | 1 ^_+: | 2 ^_+:
        (?:an? |the |[a-z]+(?:-[a-z]+)+ |[a-z]+['’]s ) | 14 ★★ | 14 ★☆ | 9 reviews? | 8 film review | 7
        (?:one|two|three|three and a half|four|five) (?:and a half )?stars (?:for|from)\b | 6 (?:and a half)
        stars\b | 5 rated (?:pg|r\b|pg-13) | 4 (?:uneven|overstuffed|overlong|bloated|exasperating|
        exhilarating|sublime|muddled|gripping|charmless|superb|terrific|ponderous|riveting|underwhelming|
        beguiling|plodding|leaden|ravishing|tedious|sluggish|heartfelt|soulless|assured|assuredly|masterful|
        mesmeri[sz]ing|haunting|witty|
        moving(?<!is moving)(?! (?:in|into|to|up|on|out|ahead|forward|back|from|away)\b)|
        mawkish|bracing) | 4 (?:brisk|clever|brilliant|hollow|gorgeous|slight|sly|sharp|lifeless|clumsy|
        sumptuous)(?:,|and) | 3 (?:his|her|their) (?:best|finest|weakest|worst) (?:work|film|performance) |
        3 never seemed so | 4 (?:i wanted|i wished|i laughed|i cried|i wept|i kept|i have seen|i felt) | 3
        (?:script|pacing|third act|direction) (?:is|are|never|can) | 9 \[review\] | 5 (?:one|two|three|four|
        five|\d(?:\.\d)?) stars\b | 5 out of (?:five|ten|5|10) | 6 critics (?:say|agree|love|hail|praise|
        pan|rave|are) | 5 first reactions | 6 rotten tomatoes | 4 verdict | 4 review embargo | 3 critic's
        pick | 4 raves | 6 is a (?:triumph|mess|masterpiece|delight|dud|slog|treat) | 5 dazzles | 5
        disappoints | 6 first reviews | 8 (?:critique|kritik|critica|recensione) ?: | 6 \d(?:\.5)?\/5 | 6 \d
        stars | 5 verdict: | 6 critics (?:split|divided|swoon|mixed) |
        8 (?:cannes|venice|berlin|berlinale|sundance|toronto|tiff|locarno|telluride|festival)
        (?:notebook|diary|dispatch|journal|postcard)
        """,
    "box-office": r"""
        6 profitab\w+ |
        9 outpac(?:es|ed|ing) | 8 (?:pacing|running|tracking) (?:\d+% )?(?:ahead|behind) |
        11 (?:seven|eight|nine|ten)-figure (?:opening|debut|bow|launch|weekend|start) |
        7 (?:fans|families|audiences|crowds|moviegoers|filmgoers|cinemagoers|viewers|kids)
        (?:flock|flocked|pour|poured|pack|packed|turn out|turned out|came out|come out) | 8
        (?:made|makes|raked in|rakes in|printed|prints|minted|mints|coined) (?:an? (?:[\w-]+
        ){0,2}(?:amount|ton|pile|heap|load|mountain|stack|boatload|truckload|sack|wad) of|(?:so|too|how)
        much|all
        the|bank|serious|silly|stupid|crazy|ridiculous) ?(?:[\w-]+ ){0,2}(?:money|cash|bank|bucks|dough|coin)
        | 7
        (?:made|makes|earned|earns|won|recouped|recoups) back (?:[\w-]+ ){0,4}(?:budget|costs?) | 6 (?:best|
        biggest|strongest|largest) (?:[\w'-]+
        ){0,2}(?:openings|debuts|launches|bows) |
        7 top spot | 8 draws (?:[\w.-]+ ){0,3}(?:million|admissions) | 8 most successful (?:[\w-]+
        ){0,3}(?:films?|movies?|releases?|documentary) (?:ever|of|in) |
        6 (?:pull|rake|bring|haul)(?:s|ed)? in (?:an? )?(?:estimated )?[$£€] | 5 most lucrative | 5 beats?
        (?:[\w'-]+ ){0,4}expectations | 6 (?:half a|a half) billion | 6 crosses (?:the )?(?:[\w-]+ )?billion
        | 9 box[ -]office | 8 weekend (?:estimates|actuals|crown|charts?) | 7 (?:tops?|leads?|rules?|atop|
        wins?|conquers?) (?:the )?(?:[\w'_-]+ ){0,2}(?:weekend|charts?|multiplex\w*|cinemas) | 6
        per-(?:screen|theater|location) | 6 cume | 6 tracking | 3 charts? | 4 \$[\d.,]+ ?(?:m|million)\b | 6
        (?:opens?|opened|opening|started|launch\w*|struts|debuts?) (?:[\w'_-]+ ){0,2}(?:to|with) (?:an?
        )?(?:[\w'_-]+ ){0,3}[$£€] | 7 admissions | 6 holdovers? | 7 (?:first|second|third|fourth|fifth|
        sixth|opening|holiday) weekend | 6 weekend(?!'s (?:big|new|best|biggest|hottest)|pric) | 5 no\.? ?1
        | 5 number one | 6 opens to \$ | 6 \$[\d.,]+ ?(?:m|million|bn|billion) (?:opening|debut|worldwide|
        domestic\w*|globally) | 6 (?:crosses|passes|tops|hits|sails past|surpasses|joins? the) (?:\$[\d.,]+
        ?|[a-z]+[ -])?(?:million|billion|b|bn|m)\b | 6 billion[ -]dollar club | 6 gross(?:es|ed|ing)? | 5
        ticket sales | 5 previews | 5 multiplex | 4 domestic(?:ally)? | 4 highest[- ]grossing | 5
        highest-grossing | 4 admissions | 5 atop | 3 estimated \$ | 4 overseas | 5 debuts? (?:to|with) \$ |
        4 actuals | 4 bombs? | 4 flops? | 6 hauls? | 6 reigns? | 6 takings | 7 (?:biggest|best|record|huge|
        strong|soft) opening | 6 collects? \$ | 6 earns? \$ | 6 (?:took|takes|made|makes) (?:in )?\$ | 1
        debut | 6 cinemascore | 8 (?:million|billion) mark | 6 (?:sophomore|second|third) frame | 7 actuals
        | 7 (?:finished|finishes|opened|opens) (?:at|with) \$ | 6 paying public | 6 thursday (?:night
        )?previews | 6 midnight shows | 6 champ | 6 (?:strong|soft|big|huge|record|weak|solid|muted|million|
        estimated) (?:[\w-]+ )?debut | 6 debut(?:s|ed)? (?:to|with|at|in first|atop|on top) | 6 recette | 6
        box-office | 6 kinocharts | 6 taquilla | 6 entrees
        """,
    "trailer": r"""
        6 (?:unveiled|shown|released|shared|showed) (?:\w+ ){0,2}(?:minutes|seconds|footage) | 5 lifts the
        lid | 10 trailers?(?<!makeup trailer)(?<!make-up trailer)(?<!hair trailer) |
        9 teasers? | 8 (?:minutes|seconds) of ["“‘']?_ | 7 first proper look | 6 newest
        preview | 9 super bowl spot | 6 (?:tv|game|big game) spot | 6 first footage | 5 new footage | 6
        sneak peek | 5 first clip | 5 new clip | 5 new look | 4 first look | 6 (?:unveils?|debuts?|drops?|
        releases?|shares?|reveals?|gets?) (?:[\w'_-]+ ){0,4}(?:trailer|teaser|footage|poster|clip) | 5
        glimpse | 5 preview(?<!at a preview) | 6 featurette | 5 posters? | 4 footage | 3 watch: | 7 first
        glimpse | 4 first-look | 5 spot (?:for|shows|gives) | 8 (?:final|first|last|latest|new|newest|
        official|full|red-band|international|teaser|one last) (?:[\w'_-]+ ){0,3}(?:preview|peek|spot|promo|
        footage|clip|poster) | 6 teased | 6 sizzle reel | 9 bande[- ]annonce | 9 avance | 7 frame by frame |
        7 every (?:hidden )?(?:detail|shot) in |
        6 clip
        """,
    "awards": r"""
        20 (?:awards|oscars|baftas|gothams|globes|emmys|goyas) (?:ceremony )?(?:mov(?:e|es|ed)|shifts?|
        shifted|brought forward|pushed|postponed|delayed|rescheduled) |
        11 (?:academy|oscars?|baftas?) (?:adds?|changes?|introduces?|scraps?|updates?|expands?) (?:[\w'-]+
        ){0,4}(?:category|categories|rules?|eligibility) | 8 (?:takes|wins|lands) sag\b |
        8 (?:submits?|selects?|picks?|chooses|enters|sends) ['"“]?_+['"”]? (?:for|as) (?:[\w'-]+
        ){0,4}oscars?\b | 8 oscar
        (?:entry|entries|submissions?|hopefuls?|longlists?|bid|candidate|campaign|buzz|season)\b | 6
        longlists? | 7 oscar (?:nominations|nominees|race|winners|noms|ballot|contenders|night|shortlists?)
        | 7 oscars | 7 academy awards? | 7 nominations | 7 nominees | 6 nominated(?<!-nominated) | 7
        baftas?(?! (?:tv|television|games)\b) | 7 golden
        globes? | 7 (?:sag|dga|pga|wga|guild|annie|spirit|césar|cesar|goya|european film|actor) awards? | 7
        (?:grand )?jury prize | 7 wins? (?:[\w'_-]+ ){0,4}(?:prize|award|lion|bear|palm|leopard|shell) | 7
        (?:people's choice|audience (?:prize|award)|golden (?:shell|hugo)|silver (?:lion|bear)|best
        (?:screenplay|picture|performance|supporting|documentary|cinematography)) | 7 (?:takes?|took|nabs?|
        scoops?|claims?|collects?) (?:the )?(?:top |best |main |grand |big )\w+ | 5 winners(?<!oscar
        winners) | 7 palme d'or(?! winner) | 7 golden (?:bear|lion|leopard)(?! winner) | 6 wins? (?:the |top
        |best |big |grand |audience )?(?:prize|award|oscar|bafta|honou?rs?|picture|director|actor|actress) |
        6 top prize | 6 awards? | 5 prizes? | 5 honou?rs | 5 sweeps? | 4 wins | 5 triumphs? | 5 award season
        | 5 best (?:picture|director|actor|actress|film) | 4 honou?red | 4 winners | 5 lifetime achievement
        | 6 nods? | 5 frontrunners? | 6 statuette | 6 awards season | 6 shortlist\w*(?! down) | 7
        (?:people's choice|audience (?:prize|award)) | 6 crowned | 6 (?:beats|beat|beaten) [^.]{1,50}
        (?:to|for) (?:the )?[\w' ]{0,20}(?:prize|award) | 7 volpi cup | 7 grand prix | 7 gothams | 7 gotham
        (?:independent |film |tv )*(?:awards?|nom\w+|prizes?|winners?|tributes?|honou?rs?) | 7
        (?:critics'? choice|national board of review|afi awards|independent spirits?|bifas?|film
        independent) | 6 leads? (?:the )?(?:field|nominations|nominees|pack|race|tally) | 6 takes home
        """,
    "festival": r"""
        8 (?:reveals?|unveils?|announces?|completes?|names) (?:[\w'-]+
        ){0,4}(?:competition|line-?up|jury|jurors|selection| sidebar|programme) | 7 (?:opens|closes|to
        open|to close) with ['"“]?_ |
        7 (?:hopes?|hopefuls|contingent|entries|entrants) (?:at|for|in) (?:cannes|venice|berlin|locarno) | 8
        (?:venice|cannes|berlin|toronto|sundance|telluride|locarno|tribeca|sxsw|tiff|berlinale) (?:adds|
        picks|selects|invites|unveils|announces) | 8 (?:to|in) (?:the )?(?:main |official )?competition | 7
        line-?up | 6 competition (?:in full|titles|slate|films)? | 7 official selection | 7 film festival |
        6 festivals? | 3.5 berlinale | 3.5 cannes | 3.5 sundance | 3.5 sxsw | 3.5 venice | 3.5 toronto | 3.5
        tiff | 3.5 telluride | 3.5 locarno | 3.5 rotterdam | 3.5 tribeca | 5 (?:to|will) open (?:the
        )?(?:cannes|berlin|venice|festival) | 5 opening night film | 5 closing night film | 5 world premiere
        | 4 jury | 5 golden bear | 5 retrospective | 4 selected | 4 bows | 4 slate | 4 critics' week | 7 to
        premiere (?:at|in) | 6 bound for | 6 selection | 6 jury president | 6 fest | 5 out of competition |
        6 screens? (?:at|in) | 6 premieres? (?:at|in) | 6 programme | 6 opens (?:the )?(?:festival|lido|
        croisette|mostra) | 7 mostra | 6 european premieres?
        """,
    "release-date": r"""
        9 opens (?:today|tomorrow|this week) (?:in|across) |
        10 when (?:will|does|is) (?:[\w'-]+ ){1,5}(?:hit|come to|coming to|land on|be on|arrive on|go to)
        (?:streaming|digital|disc|blu-?ray|vod|netflix|hulu|peacock|max|disney\+|prime) |
        8 dates? leak(?:s|ed) | 8 leaked (?:release )?dates? |
        8 (?:aims?|aiming|shoots?|shooting) for (?:an? )?(?:spring|summer|autumn|fall|winter|christmas|easter|
        january|february|march|april|may|june|july|august|september|october|november|december)
        (?:release|bow|opening|berth|launch) |
        8 will now (?:open|arrive|hit|debut|be released) | 8 (?:leaving|leaves)
        (?:theaters|theatres|cinemas) | 8 (?:shuffles|reshuffles|rejigs|overhauls|juggles) (?:its |the
        )?(?:release |[\d-]+ )?(?:slate|calendar|schedule|dates)\b | 7 moves ['"“]?_+['"”]?
        (?:up|back|out)\b |
        8 (?:heads|goes|comes) (?:back )?to (?:[\w.]+ )?(?:cinemas|theaters|theatres|multiplexes) | 11 when
        (?:does|will|is|do|can) ['"“]?_+['"”]? (?:come|coming|be|out|open|opening|hit|land|arrive|released)
        |
        8 will (?:stream|be (?:available|shown again|streaming|in cinemas|in theaters)|hit|land on|debut
        on|premiere on|drop) | 8 available to (?:stream|rent|buy|own|watch) | 8 (?:headed|heading|heads|
        coming|comes|goes|bound|moving|moves) (?:to|for) (?:peacock|hulu|max|hbo max|netflix|prime(?:
        video)?|disney|disney\+|apple tv|paramount\+|mubi|shudder|tubi|criterion|streaming|digital|vod|
        blu-?ray|4k|disc) | 7 (?:to|can|could) stream\b | 7 (?:streams?|streaming|arrives|lands|launches|
        debuts) (?:on|from|this|next) | 8 (?:shown|screened|released|back|return\w*|playing) (?:again )?in
        (?:\w+ ){0,2}(?:cinemas|theaters|theatres) | 8 slips? (?:out of|from|to|into|back|a |by|past) | 8
        (?:lost|loses|gives up|given up|abandons|vacates|flees|quits|swaps) (?:its |the )(?:\w+
        ){0,2}(?:place|slot|date|berth|spot|perch) | 7 no longer (?:an? )?(?:january|february|march|april|
        may|june|july|august|september|october|november|december|christmas|summer|coming|opening|due) | 7
        (?:gets?|getting|with) (?:an? )?(?:4k|uhd|blu-?ray|criterion|steelbook|imax|limited|wide|theatrical|
        70mm|35mm) (?:\w+ )?(?:release|makeover|treatment|upgrade|run|edition|rollout|re-?release) | 7
        (?:wait|waiting) (?:a (?:bit|little|while) )?(?:longer|until|till) | 7 (?:out of|ahead of|clear of)
        the way of | 7 (?:stak|claim|nab|eye|tak|land)(?:es|ed|s) (?:an? |the )?(?:\w+ ){0,3}(?:slot|berth|
        date|release|bow)\b | 7 (?:stick|sticks|sticking) (?:to|with) (?:its|the|january|february|march|
        april|may|june|july|august|september|october|november|december) | 10 (?:sets|dates|slots|slates)
        [^.;:]{3,70} for (?:january|february|march|april|may|june|july|august|september|october|november|
        december|spring|summer|fall|autumn|winter|christmas|halloween) | 8 (?:headed|bound|heading) for
        (?:cinemas|theaters|theatres|multiplexes) | 7 (?:plants|parks|slots) ["“‘']?_+["”’']?
        (?:in|on|for|into) | 9 (?:has an?|an) (?:[\w-]+ ){0,2}(?:ending|arrival|opening|launch|return) date
        | 9 (?:given|gets?|has|sets?|confirms?) (?:an? |its )?(?:uk|us|u\.s\.|australian|irish|british|
        canadian) (?:release )?date | 9 (?:is )?(?:finally )?coming out | 7 (?:a|one|two|three|four|six)
        (?:weeks?|months?|days?) (?:earlier|early|later|sooner|late) | 7 (?:comes?|brought|moved?|moves)
        for?ward | 8 (?:will|to) (?:reach|hit|land in|come to) (?:[\w.]+ ){0,2}(?:cinemas|theaters|theatres|
        screens) | 9 (?:to open|opens?|opening|lands?|bows?|arrives?|set for|dated for|moves? to|sets?)
        (?:on |over |for |an? )?(?:the )?(?:thanksgiving|christmas|easter|halloween|memorial day|labor
        day|presidents'? day) | 7 (?:slips?|slides?|slipped) (?:from|by|back|\w+ (?:weeks|months)) | 8
        (?:heading|headed|going) (?:back )?to (?:cinemas|theaters|theatres) | 8 reach(?:es)? (?:[\w.]+
        )?(?:cinemas|theaters|theatres|screens) | 7 (?:taken|takes|pulls|pulled) (?:[\w'_-]+ ){0,4}(?:out
        of|off) (?:its |the )?(?:january|february|march|april|may|june|july|august|september|october|
        november|december|summer|autumn|fall|spring|winter|calendar|schedule) | 7 (?:lands|arrives|streams|
        drops) on (?:[\w+]+ ){1,2}(?:on|in|this|from)\b | 9 release date | 8 release calendar | 8
        postpone\w* | 8 put off | 8 misses its | 8 (?:isn't|not) coming out | 7 (?:kicked|bumped|punted|
        shunted|knocked) (?:[\w'_-]+ ){0,5}(?:into|to) (?:next|\d|january|february|march|april|may|june|
        july|august|september|october|november|december|summer|autumn|fall|spring|winter) | 7 off
        (?:its|the) (?:[\w.]+ ){0,3}(?:calendar|slot|perch|date|schedule) | 7 goes to (?:january|february|
        march|april|may|june|july|august|september|october|november|december|summer|christmas) | 7 from its
        (?:[\w.]+ ){0,2}(?:slot|berth|date) | 7 (?:told to |must |have to )wait until | 7 dropped from | 8
        release dates | 9 dated | 8 dates | 8 delayed | 8 delays? | 8 pushe[sd] (?:back|to|from) | 7
        pushe[sd] | 8 put back | 8 moves? (?:to|up|back|from|out) | 8 moved (?:to|up|back|from|forward) | 7
        (?:to|will) release ['"“]?_ | 8 brings? (?:[\w'_"‘’“”-]+ ){0,4}forward (?:to|from|by|its)\b | 8
        brings? forward | 8 shifts(?! in\b) | 7 (?:to|will|may|could|not) shift | 8 bumped | 8 sets? (?:an?
        )?(?:\w+ ){0,3}(?:release|date|bow|launch) | 7 gets? (?:an?
        )?(?:\w+ ){0,3}(?:date|release)\b | 7 lands? (?:an? )?(?:\w+ ){0,2}date | 7 to open (?:in|on)
        (?:theaters|cinemas|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w* | 6 in (?:theaters|cinemas)
        (?:on|in|from) | 7 streaming date | 7 (?:digital|4k|blu-ray|uhd)\b | 6 arrives? (?:on|in) | 6 coming
        to (?:digital|4k|blu-ray|disc|netflix|streaming) | 6 when (?:can you|to|you can)
        (?:watch|stream|see) | 6 slides? | 6 release plans? | 6 dates? for | 5 opens? (?:on )?(?:jan|feb|
        mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w* | 5 bows? | 5 steelbook | 6 vacat\w+ | 5 set for | 6
        undated | 5 brought forward | 7 comes? forward | 7 un-dated | 5 due (?:out )?in | 9 (?:coming|comes)
        back to | 9 re-?releas\w* | 8 back (?:in|on|to) (?:theaters|theatres|cinemas|the big screen|imax) |
        8 returns? to (?:theaters|theatres|cinemas|the big screen|imax) | 6 theatrical run | 7 new date | 8
        gets a date | 8 date change | 7 earlier than | 6 in imax | 7 opening day | 6 hits (?:theaters|
        cinemas|screens|streaming) | 7 streaming (?:on|from) | 6 will (?:open|arrive|be released) | 6 due in
        | 8 (?:moves|jumps|shifts|slides|slips|bumps) (?:[\w'_-]+ ){0,4}(?:to|into|from) (?:next|jan|feb|
        mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|fall|autumn|winter|christmas|early|late)\w* |
        7 (?:second|another|latest) (?:slip|delay) | 7 later than planned | 8 (?:sortie|starttermin|
        kinostart|estreno) | 7 swaps? (?:dates?|places) | 7 not be (?:on|in) (?:\w+
        )?(?:screens|cinemas|theaters) | 7 (?:taken|wiped) off the (?:calendar|schedule) |
        8 skips? (?:theat(?:er|re)s|cinemas|the big screen) | 8 (?:coming|comes|headed|heading|heads|on its
        way)
        to (?:the us|the u\.s|america|north america|the uk|the
        states|australia|ireland|britain|india|japan|canada)
        """,
    **MAKING,
    "interview": r"""
        7 breaks (?:his |her |their )?silence |
        12 ^(?:[\w.'-]+ ){1,4}[•·]
        (?:director|actor|actress|producer|writer|screenwriter|cinematographer|composer|editor|artistic
        director)s?\b | 12 (?:\d+|three|four|five|six|seven|ten|twenty) questions (?:for|with) | 9
        ^["“'][^"”]{12,}['"”]: the (?:makers?|directors?|stars?|team|cast|writers?|producers?) (?:of|behind) |
        8 ^(?![^:]*\b(?:chief|boss|ceo|insider|source|sources|report|times)\b)(?:[a-z.'-]+ ){1,2}[a-z.'-]+(?:,
        [^:]{3,60})?: ["“][^"”]{12,}["”]$ |
        7 ^(?:[a-z.'-]+ ){1,2}[a-z.'-]+: (?:i|i'm|i'll|i've|i'd|we|we'll|we've|we're|it's|there's|you)\b | 5
        ^(?:[a-z.'’-]+ ){2,3}on [a-z]+, [a-z]+ and\b | 7 : ["“‘'](?:he|she|there's)\b | 9 interviews? | 11
        q&a | 8 ^(?:[a-z.'’-]+ ){1,3}on (?:\w+ing|why|how|his|her|their|that|life|love|fame|grief)\b | 8 :
        ["“‘'](?:i|i'm|i'd|i've|we|we're|it|it's|you|my|that|they|there|don't|nobody|people)\b | 6 says
        (?:by phone|with a|of) | 5 says, | 5 talks? of | 8 in conversation | 8 a conversation with | 7
        tells? us | 7 opens? up | 7 talks? (?:about|us|to|through|the) | 7 explains? | 6 reveals?
        (?:why|how|what|that|the) | 4 says | 3 said | 7 on (?:making|playing|directing|cutting|writing|
        working|shooting|why|how|finding|becoming|returning|adapting|scoring) | 6 recalls? | 6 reflects? | 6
        looks? back | 6 discuss\w* | 6 speaks? | 5 wishes to | 5 admits? | 5 teases? | 5 hints? | 6
        (?:walks?|talked|takes?) us through | 5 promot\w+ | 5 we meet | 6 sits? down | 5 speaking
        (?:at|to|with) | 4 he says | 4 she says | 4 asked | 6 breaks? down | 6 in her own words | 6 in his
        own words | 6 on her | 4 we talk | 5 remembers making | 8 told (?:us|me) | 8 wide-ranging
        (?:conversation|interview) | 7 q & a | 7 entretien | 7 im gesprach | 7 entrevista | 7 intervista |
        5 ^[a-z.'-]+ (?:[a-z.'-]+ )?[a-z.'-]+: ["“‘'](?:[a-z]+(?:'[a-z]+)?,? ){3} | 5 q \+ a
        """,
    **TRADE,
    **MADE_NEXT,
    **ASIDE,
}
