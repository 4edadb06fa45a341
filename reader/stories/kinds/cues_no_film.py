"""What tells, as in `cues_english`, that a piece is no news of a film: a list, or about something else."""

from __future__ import annotations

ASIDE: dict[str, str] = {
    "list": r"""
        14 what's new (?:on|to|in) (?:streaming|digital|vod|demand|netflix|hulu|prime|max|disney|cinemas|
        theaters|theatres)\b | 18 (?:oscars?|baftas?|emmys?|globes?|cannes|venice|palme|awards?|early|
        final) predictions |
        8 best (?:[\w-]+ ){0,2}(?:movies|films|performances|documentaries|scores) of (?:the|all|20) | 9 :
        everything (?:new|coming|leaving|you can) |
        14 (?:all|every one of) (?:(?:the|its) )?(?:\d+|ten|twelve|thirteen|fifteen) (?:[\w-]+
        )?(?:trailers|spots|films|movies|winners|nominees) |
        14 (?:trailers|releases|openings|reviews|clips|posters)[^:_]{0,12}: ["'“]?_+,?["'”]?,? ["'“]?_ |
        12 (?:jury|critics'?) grid\b | 12 things that happened |
        14 ^(?:the|this|your) (?:film|movie|cinema) week\b | 9
        (?:film|movie|cinema|week)
        in (?:\d+|one|two|three|five|ten|sixty) (?:minutes|seconds) | 10 the
        (?:longest|shortest|loudest|strangest|
        funniest|weirdest|scariest|sexiest|wildest|worst|most \w+) (?:[\w-]+ ){0,2}(?:ovations|moments|looks|
        outfits|scenes|performances|roles|films|movies|speeches|titles|cameos|entrances|deaths|kills) | 9
        (?:this|the) week in (?:movies|film|cinema) |
        17 ^(?:\w+ )?(?:briefs|round-?up|bites|rundown|digest): | 8 guide to what's |
        14 what's (?:on|out|showing|playing)(?: (?:in|at|near|around) (?:[\w'-]+ ){1,3})? (?:this|next|over|
        for the) (?:the
        )?(?:week|weekend|month|bank holiday) | 14 (?:at the (?:movies|cinema|pictures|flicks)|in (?:cinemas|
        theaters|
        theatres)|on (?:the big )?screens?) this (?:week|weekend|month)\b(?=[:,]|$) | 12 (?:film|movie|cinema)
        (?:guide|picks|planner|diary) | 10 what's on (?:in|at|this|over|tonight) | 9
        more (?:casting|film|movie|tv) news |
        9 (?:who'll|who will|who should) win | 8 our (?:[\w'_-]+
        ){0,3}(?:guesses|predictions|picks) | 8 (?:three|four|five|six|seven|ten) things |
        14 ^everything (?:coming|new|leaving|we)\b | 9 ^(?:what's )?(?:new|coming|leaving) (?:on|to|from)
        (?:netflix|hulu|prime|max|disney) |
        12 ^(?:these )?\d\d? (?:[\w'_-]+ ){1,4}(?:who|that|you|to
        (?:watch|stream)|ranked|like)\b | 9 ^these \w+ (?:\w+ ){0,3}(?:movies|films|performances|roles|
        scenes|stars|actors) |
        9 ranked | 9 ^\d+ (?:\w+ ){0,3}(?:movies|films|times|things|moments|performances|scenes|
        actors|characters|reasons|roles|stars|shows|directors) | 9 (?:the )?\d+ (?:best|worst|
        greatest|biggest|scariest|funniest|most) | 8 best (?:movies|films) (?:of|to|on) | 8 every
        \w+(?: \w+){0,3} (?:performance|movie|film|role|spot|trailer) | 8 snubs | 7 top (?:\d+|ten|
        five|twenty) | 6 predictions | 10 what to (?:watch|stream|see) | 6 most anticipated
        (?:movies|films) | 6 this week's | 6 (?:new )?on netflix | 5 gift guide | 7 round-?up | 9 the
        week in | 7 week in review | 6 this week in | 7 news recap | 5 biggest surprises | 7 ranking |
        7 movies like | 6 best .{1,20} of all time | 9 ^(?:five|six|seven|eight|nine|ten|eleven|
        twelve|fifteen|twenty) (?:[\w'_-]+ ){0,4}(?:movies|films|times|things|moments|performances|
        scenes|actors|snubs|reasons|roles|stars|shows|directors|questions|picks) | 8 podcast \d+:
        [^.]{0,30}(?:guesses|predictions|picks) |
        9 ^\d+ (?:[\w'_-]+
        ){0,3}(?:titles|projects|trailers|sequels|remakes|debuts|deals|directors|villains|details|
        takeaways|posters|premieres|contenders) | 9
        ^(?:three|four|thirteen|fourteen|sixteen|eighteen|thirty|forty|fifty)
        (?:[\w'_-]+
        ){0,3}(?:movies|films|titles|times|things|moments|performances|scenes|actors|
        reasons|roles|stars|directors)
        |
        9 every (?:[\w-]+ ){1,4}(?:so far|this
        (?:week|month|year|season|summer|autumn|fall|spring|winter)|of the
        (?:week|month|year|season|summer|decade))
        """,
    "other": r"""
        12 (?:plot|ending|twist|deaths?|script|scene)s? (?:(?:may|might|has|have|details?) )*leak(?:ed|s)? |
        12 leak: |
        13 (?:best|worst|greatest|breakout|first|earliest|most [\w-]+|iconic|forgotten|underrated|overlooked)
        (?:[\w-]+ ){0,2}(?:roles?|parts?|performances?) (?:is|was|isn't|wasn't|were|are|made|still)\b | 13
        had a (?:part|role|cameo)\b(?! in the (?:deal|sale|talks)) |
        13 what the cast of\b | 13 where (?:is|are) the cast\b | 13 casts? (?:looks?|then and now) |
        10 game(?<=[_"'”] game) |
        9 (?:video|computer|survival horror|horror|mobile|board|card|tabletop|co-op|tie-in|role-playing|
        open-world|vr|online|console|licensed) games? | 8 (?:on|for|to) (?:pc|playstation|ps5|xbox|switch|
        steam|consoles)\b | 8 (?:and|or) consoles | 7 game studio | 7 game (?:developer|publisher)s? | 9
        (?:sequel|spin-?off|limited|prequel|live-action|animated|anthology|event|drama|comedy|reality|
        documentary|docu|hbo|netflix|streaming|scripted|mini) ?-?series | 8 miniseries | 8 docuseries | 8
        sitcom | 7 (?:two|three|four|six|eight|nine|ten|all|its|\d+|-part|of) (?:\w+ )?episodes | 7
        showrunner | 7 small screen | 8 : the musical | 8 stage musical | 7 broadway | 7 west end
        (?:stage|show|musical|play|production|transfer|run|debut|theatre|premiere|hit|bow|revival|star)
        | 7 (?:to|for|hits|into) (?:the |london's )?west end | 6 (?:uk|
        world|national|arena|city) tour | 6 (?:singles|album|official|pop|country|hot 100|billboard) chart |
        7 hot 100 | 7 theme park | 7 (?:immersive )?experience opens | 6 merch(?:andise)? | 7 council
        (?:says|votes|seeks|plans|approves) | 6 councillors? | 5 motorists? | 6 police | 6 arrested | 5
        stolen | 5 thieves | 6 unearth(?:s|ed) | 8 restored (?:for|by|in|to|at) | 8 restoration of | 8
        (?:new|gorgeous|4k|digital) restoration | 9 reality (?:series|show|competition) | 9
        (?:locks|clocks|comes|runs) (?:in )?at \d+ minutes | 9 how long | 12 : on (?:the|that|an?) (?:[\w'-]+
        ){1,4}(?:of|in) ['"]?_ | 20
        i(?:'ve| have)? (?:been thinking (?:about|of) (?:how|why|what|the (?:way|end\w*|last|final))|keep
        thinking|keep coming back|keep going back|can't stop thinking)
        | 8 rated
        (?:pg|pg-13|r|nc-17|\d\d\w?) (?:for|by) | 8 \d hours?,? (?:and )?\d+ minutes | 10 ending explained |
        9 renewed | 12 season (?:\d+|one|two|three|four|five|six|seven)(?! (?:star|actor|actress|breakout)\b)
        | 10 (?:second|third|fourth|fifth|sixth|seventh|final|new) season(?! of (?:awards|blockbusters)) | 8
        series order | 9 gameplay | 7 retrospective | 10
        season announced | 9 explained | 10 podcast | 10 recap | 8 easter eggs? | 8 essay | 6 ^who
        (?:is|was|are) | 6
        theory | 6 theories | 7 episode \d+ | 7 quiz | 3 restoration | 6 spoilers?(?!
        (?:ahead|below|follow|within|alert|warning)\b)(?<!\(spoilers)(?<!\(spoiler)(?<!possible
        spoilers)(?<!no spoilers) | 3 anniversary | 5 years
        (?:later|on|ago) | 6 still arguing | 5 meaning of | 7 everything (?:you|we) | 6 column | 6 opinion |
        6 rewatch | 5 what happens (?:to|in) | 7 theater etiquette | 6 at (?:30|40|50|60|70|75|80|90|100) |
        6 turns (?:\d+|thirty|forty|fifty) | 7 exhibition | 7 auction | 7 museum | 6 soundtrack | 9 album |
        7 stage (?:version|show|play|musical) | 6 vinyl | 7 lego | 3 video game | 9 (?:tv|television)
        (?:show|series) | 9 prequel series | 8 dlc | 8 (?:ps5|xbox|switch 2) | 7 test screening | 7 runtime
        | 8 run(?:s|ning)? (?:time|\d+ minutes) | 7 clocks in | 7 \d+ minutes long | 7 run over | 6 legacy |
        6 season two | 6 tv series | 9 episode \d+ | 8 in praise of | 11 scene (?:that|where|in which) | 9
        is (?:the reason|why) (?:it|the (?:movie|film)) works | 9 restored from | 8 village hall | 7
        community cinema | 8 (?:stage|theatre) production | 8 gameplay trailer | 7 new season | 7 renewed
        for |
        9 (?:\d+|two|three|four|six|eight|ten|twelve)-part
        (?:drama|series|thriller|comedy|documentary|adaptation|limited) |
        20 (?:tv|television) awards? | 9 (?:christmas|one-off|tv|television|holiday) special\b | 8 special
        episode |
        9 (?:tv|television) (?:drama|comedy|pilot|special|adaptation|reboot|spin-?off) | 8 returns?
        to television |
        9 (?:bbc|itv|channel 4|abc|cbs|nbc|fx|amc|hbo|starz|showtime|syfy|tvn|jtbc|rte)
        (?:[\w-]+ )?(?:drama|comedy|thriller|pilot|sitcom|show|crime drama|dramedy) | 16 emmys | 6 emmy(?!
        (?:winner|winners|winning|nominee|nominees|nominated)\b) | 16 emmy
        (?:awards|nominations|noms) |
        7 lost (?:silent )?(?:film|reel|footage|masterpiece|print) | 6 turn(?:s|ed) up in | 6 is identified
        | 7 nitrate |
        6 film archives? | 7 how (?:does|did) _+ end
        """,
}
