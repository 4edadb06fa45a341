"""What gives away, as in `cues_english`, that news is of a film that will be made, and of who makes it."""

from __future__ import annotations

MADE_NEXT: dict[str, str] = {
    "announcement": r"""
        12 (?:to|will|set to) (?:write and )?(?:direct|helm|shoot|make) (?:an? |the |his |her |their )?(?:next
        |new )?(?:[\w'-]+ ){0,3}(?:drama|thriller|comedy|western|romance|horror|biopic|musical|chiller|
        fable|documentary|romcom|rom-com|epic|satire|whodunit)\b |
        9 next (?:film |movie |project |feature )?(?:is|will be) an? |
        12 (?:re)?teams? (?:up )?(?:on|for) (?!the (?:first|second|third)\b)(?:[\w'-]+
        ){0,3}(?:drama|thriller|comedy|western|romance|horror|biopic|musical|film|movie|feature|epic|['"]?_) |
        14 sets ['"]?_+['"]? (?:with|at|as (?:his|her|their) next)\b |
        12 to (?:film|shoot|direct|make) (?:the )?(?:life|story) of |
        10 (?:has |have )?(?:firmed|found|set|settled on|lined up|revealed) (?:up )?(?:his|her|their) next\b |
        12 (?:eyes|eyed|eyeing|plans|planning|plots|plotting|mulls|mulling|weighs|weighing|considers|
        considering) (?:an? |another |more )?(?:['"“‘_\w-]+ ){0,3}(?:sequels?|prequels?|spin-?offs?|reboots?|
        remakes?|trilogy) |
        9 (?:is|are) remaking | 8 to (?:remake|be remade) | 8 is adapting | 7 (?:fresh|new) take on | 7
        (?:will|to) tackle | 7 (?:retelling|re-?imagining) | 7 dusts? off | 7 as (?:his|her|their) next | 10
        officially (?:a go|happening|on the way|in the works|moving ahead) | 8 (?:headed|heading|heads|
        coming) (?:to|for) (?:the )?(?:big|silver) screen | 9 (?:is |are )?becoming an? (?:movie|film) | 12
        (?:will be|to be|is now) an? (?:movie|film) | 8 (?:movie|film|feature) adaptation | 7 plans? (?:an?
        )?(?:second|third|fourth|new|another) ["'“]?_ | 7 will make (?:another|a second|a third) | 8
        (?:headed|heading|coming|bound|on its way) (?:to|for) (?:the )?big screen | 7 becoming an?
        (?:movie|film|feature) | 7 (?:is|are|be|being) adapted | 7 (?:will|to) (?:be|become) an?
        (?:movie|film|feature) | 8 (?:they're|they are|studio is) making ["'“]?_ | 6 commission(?:s|ed)
        (?:an? )?(?:script|screenplay) | 7 is called | 7 has an? (?:writer|screenwriter|title|name) | 6
        penning | 6 (?:is|are) writing the | 6 is making (?:an?|his|her|their) | 6 (?:has )?sets?
        (?:his|her|their) (?:next|second|third|fourth|fifth|new) | 8 in the works | 8 in development | 7
        sequel (?:in|at|is|gets|officially|confirmed|announced|planned|happening|moving|coming) | 8
        developing | 8 green-?l(?:it|ight\w*) | 8
        green[- ]light(?<!after the green.light)(?<!since the green.light)(?! \w+ (?:days|weeks|months) ago)
        | 9 is
        (?:a |all
        |officially |finally |definitely )*go$ | 8 (?:is|are) (?:[a-z]+,? ){1,4}happening | 8
        (?:given|gets?|got|has|have) (?:the|a) (?:nod|thumbs[- ]up|all-clear|blessing) | 8 moving
        (?:forward|ahead) | 8 sign(?:s|ed) off on | 8 formally (?:committed|approved) | 8 getting
        (?:a|an|its|another) (?:\w+ )?(?:sequel|part two|part three|second part|third part|follow-up|prequel|
        second chapter|second helping) | 7 (?:second|another) ['"]?_+['"]?
        (?:film|movie|picture|feature|one|instal\w+|chapter|outing) | 8 handed an? (?:sequel|follow-up|second|
        third) | 8 announce[sd]? | 8 unveils? (?:[\w'_-]+
        ){0,3}(?:slate|plans|project|sequel|film|movie) | 8 (?:sequel|remake|reboot|prequel|biopic|
        adaptation|spin-?off|film|movie|version) (?:is |officially |now )?(?:set (?:up|for|at)|confirmed|
        announced|planned|happening|moving ahead|moves ahead|on the way|underway|in development|gets? the
        go-ahead) | 8 go-ahead | 6 (?:is now called|renamed|retitled|new title|title change|gets? (?:a |its
        )?(?:new |official )?title) | 8 to be (?:adapted|remade|turned|made) into? | 7 turn(?:s|ed|ing)?
        (?:[\w'_-]+ ){0,4}into a (?:film|movie|feature) | 7 (?:big|silver)[- ]screen (?:version|adaptation|
        treatment) | 7 live-action | 7 film rights | 7 remake | 7 reboot | 7 adaptation | 6 adapting | 6 to
        adapt | 7 is happening | 9 get(?:s|ting) (?:an?|its|his|her|their) (?:own |[\w'-]+ ){0,2}(?:movie|
        film|sequel|prequel|spin-?off|remake|biopic) | 8 is (?:officially )?(?:coming|happening|on the way|a
        go) | 5 (?:third|fourth|fifth|another|final|new) (?:film|movie|chapter|instal\w+) | 6 sets? next | 7
        next (?:film|movie|project) | 7 spin-?off | 4 prequel | 3 sequel | 3 follow-up | 6 planning | 6
        confirmed | 5 optioned | 6 commissioned | 6 rights to | 6 begins? work | 3 untitled | 5 written by |
        6 officially | 5 reveals? title | 4 project | 7 next project | 6 sets up | 7 biopic | 6 will
        (?:write|make|adapt) | 6 to (?:write(?! (?:on|about|of|to|off)\b)|make|tackle|produce) | 6 first
        details | 5 screenplay | 6 unveils (?:title|plans) | 6 script (?:for|in|is) | 6 to get (?:a
        )?(?:sequel|remake|second|third) | 8 has a (?:new )?(?:name|title) | 8 gets? (?:a|its|an official)
        (?:name|title) | 7 has (?:settled on|picked(?! up)) | 7 (?:formerly|previously) (?:known as|titled)
        | 7 to
        be called | 7 will be called | 7 now called | 7 (?:second|third|fourth|fifth|sixth|another|new)
        (?:one|outing|part) | 7 waved through | 7 a go at | 7 orders | 6 teams? (?:up )?(?:with|for|on) | 7
        set at (?:netflix|sony|universal|paramount|disney|apple|amazon|a24|neon|lionsgate|searchlight|focus|
        warner) | 6 (?:biopic|adaptation|remake|reboot|prequel) of |
        5 titled | 5 officially titled | 5 official title |
        10 (?:to|will|sets?|set to|is) (?:make|making|mak(?:e|ing) (?:his|her|their))? ?(?:[\w-]+
        ){0,2}(?:directorial|directing)
        (?:debut|bow) | 10 (?:directorial|directing) debut (?:will be|is|to be|with|set) |
        10 to direct (?:his|her|their) (?:first|debut) | 10 (?:turns?|to turn|turning|turned) director | 9
        (?:is|are) directing an?
        (?:film|movie|feature) | 9 steps? behind the camera | 9 stepping behind the camera
        """,
}
