"""What gives away, as in `cues_english`, that news is of who plays in a film, or of how it is being made."""

from __future__ import annotations

MAKING: dict[str, str] = {
    "casting": r"""
        12 ^is (?:[\w'-]+ ){1,3}(?:playing|the (?:new|next)|joining|returning|back (?:as|in|for)|in talks)\b |
        8 (?:may|might|could) (?:be )?(?:return|back|come back|be back|rejoin) (?:for|in|to|as) | 7 wants?
        (?!its |their |the |our |his |her |your |my |it |them |some )(?:[\w'-]+ ){1,3}back | 7 (?:chatting|
        talking) to (?:[\w'-]+ ){1,3}about ['"]?_ | 7 (?:only|just|still)
        (?:in )?talks | 7 (?:back|return\w*) (?:from|as|in|for) (?:the|his|her|an?) (?:role|part) |
        7 finds (?:its|his|her|their) (?:new|next)
        (?!home|distributor|buyer|director|owner|audience|boss|chief) | 7 (?:won't|will not|not) (?:be
        )?return(?:ing)? (?:for|in|to) (?:the |an? )?(?:sequel|third|second|['"“]?_) | 8 (?:done|finished)
        with ['"“]?_ |
        7 lands the (?:villain|hero|heroine|lead|title role|part) | 8 (?:isn't|is not|not|won't be) in
        ["“‘']?_ | 8 (?:shot|shoots) down reports | 8 adds [\w'-]+ [\w'-]+(?:, [\w'-]+|and [\w'-]+) | 9
        (?:denies|debunks|dismisses|rejects|rubbishes|refutes|shoots down|shuts down|bats away|knocks
        down|addresses|responds to|laughs off|plays down) (?:[\w'_-]+ ){0,5}(?:casting|rumou?rs?|
        speculation|talk|reports?|role|chatter|whispers|claims?) | 9 (?:isn't|is not|not|won't be|will not
        be|never|aren't) (?:actually )?(?:playing|joining|in talks|starring|cast|being cast|the next|the
        new|going to play|attached) | 9 confirmed to (?:return|star|play|appear) | 7 shortlist down | 9
        casting | 8 casts? | 8 joins?(?! (?:[\w'-]+
        ){0,4}(?:strikes?|pickets?|picketing|protests?|boycott|lawsuit|campaign|board|jury|union)\b) | 8
        joining | 8 to star | 8 will star | 7 stars? in | 7 set to star |
        8 in (?:final |early |advanced )?talks | 8 circling | 8 eye[ds] | 8 eyeing | 7 boards | 8 tapped | 7
        to (?:play(?!
        (?:in|at|on|across|over|exclusively|host|down|nationwide|worldwide|only|all|theaters|cinemas)\b)|
        lead|portray|voice|topline|headline) | 7 will (?:play|lead|portray|voice) | 5 plays(?!
        (?:at|in|on|out|host|down|with|again|well|best)\b) | 5
        (?:could|should|would|might|may|who'll|they'll) play | 7
        cast as | 7 added to | 7 adds | 7 signs? on | 7 signed on | 7 in negotiations | 7 negotiating | 5
        leads? | 8 reteams? | 8 reunit(?:e|es|ing) (?:in|for|on) | 8 will reunite | 7 recast\w* | 7 being
        replaced | 6 co-?stars? | 6 role | 6 opposite | 6 lines up | 6 nears? deal | 6 attached | 6 in line
        for | 6 tipped | 6 offered | 3 cameo | 6 (?:makes?|making|for|films?|shoots?|shot) an? (?:\w+
        )?cameo | 5 alongside | 6 takes? on | 6 returning as | 6 returns as | 6
        reprise\w* | 5 starring | 5 found its | 5 look(?:s|ing)? set to | 7 recruits? | 7 enlists? | 7
        rounds out | 6 ensemble | 7 lands (?:the |a )?(?:lead |key )?role | 7 is the new | 8 has been cast |
        6 frontrunner | 6 screen test | 6 auditions? | 7 steps into | 7 in the frame | 6 tapped | 8 cast
        (?:to|as|for|in) | 7 set for (?:the |an? )?(?:[\w'_-]+ ){0,5}(?:drama|comedy|thriller|feature|lead|
        role|part) | 6 lands (?:[\w'_-]+ ){2,3}for (?:[\w'_-]+ )*(?:role|lead|part|film|movie|drama|
        thriller|comedy|debut) | 7 finds its (?:lead|star|villain|hero|heroine) | 7 up for (?:the
        )?(?:role|part|lead) | 6 courted | 6 wooed | 7 played by | 7 (?:himself|herself) in for | 7 au
        casting | 7 rejoint | 7 ubernimmt | 7 spielt | 7 protagonizara | 7 nel cast | 7 cast in |
        9 (?:(?:named|confirmed|announced|revealed|unveiled|chosen|picked) as (?:the )?|named the
        )(?:new|next)
        (?!(?:ceo|chief|head|boss|president|chair|director|artistic|jury|film|movie|project)\b) |
        10 replaces? (?:[\w'.-]+ ){1,3}in (?:[\w.'&]+ )?["'“]?_
        """,
    "production": r"""
        8 picture[- ]?lock\w* | 7 locks? (?:his|her|the|its|their) (?:\w+ )?cut |
        8 (?:scoring|scores) ['"“]?_ | 12 (?:to|will|would) (?:compose|score|write) (?:(?:the|its)
        )?(?:score|music|soundtrack) |
        9 (?:shoots|lenses) (?:[\w-]+ )?in (?:the )?[a-z] |
        8 (?:walk|walks|walked|walking|storm|storms|stormed) (?:out|off)\b | 7 (?:been|is|are|was)
        (?:fired|axed|dropped|let go|replaced|sacked) | 8 (?:first|set|new|official|exclusive|more|latest|
        debut|leaked|gallery of) (?:(?!look)[\w'_-]+ ){0,2}?(?:images?|photos?|photographs?|pics?|pictures?
        of|stills?)(?! \w+ poster) | 6
        ^first look: | 6 first look$ | 9 first-look (?:image|photo|still|picture)s? | 7 set pics? | 7
        (?:snapped|spotted|pictured|photographed) (?:on (?:the )?set|filming|shooting) | 8 re-?shot | 7
        filmed again | 10 (?:joins?|boards?|tapped|hired|sets?|in talks|circling|eyed|signs? on|attached|
        named|enlist\w*|recruit\w*|brought in|returns?|confirmed|chosen) (?:[\w'_-]+ ){0,4}?(?:to (?:direct|
        helm|write|rewrite|score|edit|shoot|produce)|as (?:director|writer|screenwriter|composer|
        cinematographer|editor|producer|showrunner)) | 8 (?:director's chair|directing duties|creative
        differences|parts? ways|no longer direct\w*|steps? away|drops? out|takes? over (?:as|from|the
        director\w*)|replacement director|in the director's) | 8 (?:production|shoot|filming) (?:is |has
        |was )?(?:halt\w*|paus\w*|suspend\w*|resum\w*|delay\w*|under ?way|begins?|began|starts?|wraps?|
        kicks? off|moves?) | 7 soundstages? | 7 set (?:accident|visit|injury) | 7 in the can | 7 final day |
        7 post-production | 7 shot (?:in|on) location | 9 filming | 9 start(?:s|ed)? (?:shooting|filming|
        production) | 8 shooting | 8 begins? (?:shooting|filming|production) | 8 wraps? | 8 wrapped | 8 set
        photos | 7 on (?:the )?set | 7 on location | 8 cameras? (?:roll|rolls|rolling|turn|turned|start) | 8
        reshoots? | 8 to direct | 8 to helm | 7 new director | 7 director (?:exits|leaves|quits|departs|out)
        | 8 exits? | 7 out as director | 8 composer | 8 to score | 7 score | 7 production(?<!head of
        production) | 6 shoots? | 7 to
        shoot | 6 loses? (?:its )?director | 7 lost its director | 7 cinematographer | 6 quits | 4 leaves |
        6 departs | 7 steps? down | 7 replaces? | 6 finds (?:its )?(?:new )?director | 6 postproduction | 6
        halts? | 7 shut(?:s)? down | 6 screenwriter | 6 stunt | 6 crew | 6 taps | 6 walks? away | 5 working
        title | 8 principal photography | 7 first day of | 7 rolls? camera
        | 10 be (?:shot|filmed|made) (?:at|in|on location|here|entirely|again in)
        | 7 fired | 7 hires? | 6 departure | 6 rewrites? | 7 steps? in | 7 under way in | 6 delayed shoot |
        7 behind the camera | 6 cutting room | 8 (?:rolls?|rolled|rolling) (?:the )?cameras? | 8 cameras are
        | 8 start(?:s|ed)? (?:work|lensing|the shoot) | 7 (?:done|finished|finishes|completes?|completed|
        finishing) (?:shooting|filming|photography) | 8 stepping (?:away|down|aside|back) | 8 (?:drops?|
        quits?|exits?|leaves?|departs?|out of) ["'“]?_ | 7 jump(?:s|ed) ship | 7 (?:wants|needs?|seeks?|
        seeking|in need of) (?:an? )?(?:new |replacement )?(?:director|captain|helmer|replacement) | 8
        helm(?:s|ing)? | 7 lens(?:es|ing) | 7 up and running | 7 tournage | 7 dreh(?:arbeiten|start) | 7
        rodaje | 7 riprese | 4 before cameras | 7 is shooting
        """,
}
