"""Whether a report is hearsay by its own account, and the words that say so."""

from __future__ import annotations

from functools import lru_cache

from reader.patterns import late, rare
from reader.stories.language.terms import TOLD
from reader.stories.language.tokens import word_set

HEARSAY, DENIAL = 1, 2
"""Values of `Item.stance`."""

_TELLERS = (
    r"(?:our |my |one |an? |unnamed |anonymous )?(?:\w+ )?(?:mole|tipster|insider|leaker|scooper|sources?|"
    r"spy|spies|snitch|stand-in|extra|crew member|projectionist|little bird|birdie|whistleblower)"
)
"""Who tells an outlet what nobody stands up for."""
_HEADLINE = late(
    r"(?<!long-)(?<!much-)(?<!oft-)(?<!as )\brumou?r(?:s|ed)?\b|\breportedly\b|"
    r"\b(?:could|might|may) (?:be|play|join|return|lose|leave|direct|star|replace|get|end|still)\b|"
    r"\balleged(?:ly)?\b|"
    r"^hearing\b|^buzz:|\b(?:we|i)(?:[’']re|[’']m| are| am)? (?:hear|hearing|told)\b|"
    r"\bor so (?:\w+ ){1,4}(?:says?|claims?)\b|"
    r"\bsalt (?:at|in|to) hand\b|\b(?:an?|one|our) (?:\w+ ){1,4}(?:thinks so|seems to think so|swears|"
    r"says so)\b|"
    r"\?\W*$|\bsources?:|\(sources?\)|\bscoopers?\b|\bmay have\b|^scoop\?|\?\?|\bwe hear\b|\bleak(?:s|ed|"
    r"er)?\b|\bunconfirmed\b|"
    r"\binsider (?:claims|spills|says|reveals)\b|\bblind item\b|\btheory\b|"
    r"\ballegedly\b|\bsupposedly\b|"
    rf"\b(?:says?|tells?|claims?|swears?|hears?|whispers?) (?:{_TELLERS})\b|\b(?:tells|told) us\b(?! (?:why|"
    rf"how|about|what|all)\b)|"
    rf"\b(?:our|my) (?:{_TELLERS})\b|\bword is (?!good|out|bond)|\brumblings?\b|"
    r"\bwhisper(?:s|ed)\b(?! (?:to|in|into)\b)|"
    r"\b(?:pals?|chums?|friends?|insiders?|sources) (?:say|claim|reckon|whisper)\b|"
    r"\bi[’']m (?:told|hearing)\b|\btongues (?:are )?wagging\b|\bunsubstantiated\b",
)
_QUOTED = late(r"(?<=: )[“\"][^”\"]{12,}[”\"]$|(?<=: )[‘'].{12,}[’']$")
"""What somebody named before it says in a headline: no word of the outlet’s."""
_OFFICIAL = (
    r"(?!(?:[\w’-]+ ){0,4}?(?:spokes(?:man|woman|person|people)|rep|reps|publicist|representative|statement|"
    r"director|star|stars|actor|actress|filmmaker|producer|composer|editor|writer|screenwriter|executive)\b)"
)
"""Who speaks for somebody or for themselves owns to what they say."""
_TELLS = (
    r"(?:tells?|told|texts?|texted|dms?|emails?|emailed|messaged|whispers? to|whispered to|swears? to|"
    r"wrote to|writes to|tipped|tips|slid into|slides into)"
)
_NEAR = (
    r"(?:near|close to|inside|on|at|in|with|from|around|behind) (?:the |our |one )?(?:[\w’-]+ ){0,2}?(?:lot|"
    r"set|crew|"
    r"studio|production|film|movie|post|agency|mailroom|office|counter|unit|stage|shoot|canteen|wardrobe|"
    r"cutting room|screening|call sheet|camp|team|cast)"
)
_OF_THE_TRADE = (
    r"(?! (?:(?:who|that) (?:is|was) )?(?:close to|near|with (?:\w+ )?knowledge of|familiar with|briefed on) "
    r"(?:the |those |these )?(?:talks|deal|negotiations|matter|sale|bidding|auction|terms|contract|"
    r"situation)\b)"
)
"""How a trade says whom it asked about a deal: that is reporting."""
_HEARSAY = late(
    rf"\b(?:an?|one|two|three|some|several|our|my|"
    rf"another) {_OFFICIAL}(?:[\w’-]+ ){{1,5}}?(?:\([^)]{{1,30}}\) )?"
    rf"{_TELLS} (?:us|me|our)\b|"
    rf"\b(?:an?|one|some|another) {_OFFICIAL}(?:[\w’-]+ ){{0,4}}?(?:person|soul|guy|fella|bloke|chap|lad|"
    rf"lass|woman|man|"
    rf"kid|pal|friend|punter|reader|barista|fitter|artist|driver|caterer|gaffer|grip|runner|intern|temp|"
    rf"waiter|"
    rf"barman|chippy|spark|extra|voice|figure|party|type) (?:\w+ ){{0,4}}{_NEAR}[^.]{{0,60}} (?:says?|"
    rf"claims?|swears?|"
    r"reckons?|insists?|hears?|thinks?|whispers?)\b|"
    r"\b(?:an?|one|some) (?:\w+ ){0,2}(?:who|that) (?:\w+ ){1,6}(?:reckons?|swears?|claims?|insists?)\b|"
    r"\bswears? blind\b|\b(?:we|i)(?:[’']ve| have)? (?:been |got |were )+(?:it |this |that |"
    r"these )?(?:wrong|burned|burnt|"
    r"fooled|had|stung|caught out)\b|\b(?:last|previous) (?:\w+ ){0,2}(?:tip|scoop|source|mole|rumou?r|"
    r"leak)s? (?:was|"
    r"were|proved|turned)\b|\b(?:not|n[’']t|nobody\b[^.]{0,20}(?:is|will)) (?:commenting|talking|confirming|"
    r"biting|"
    r"playing ball|saying)\b|\bleft (?:us|me) on read\b|\bghosted (?:us|me)\b|\bradio silence\b|"
    r"\b(?:won[’']t|can[’']t|asked (?:us|me) (?:not )?to|wants? (?:us )?to) (?:put a name|leave (?:his|her|"
    r"their) name|name (?:him|"
    r"her|them|names))|\bno way of (?:knowing|telling|checking)\b|\bfor legal reasons\b|\bwe got a letter\b|"
    r"\b(?:some|your|our|extra|more|add|usual|so|the|with) salt\b(?! (?:road|lake|path|marsh|mine|flats?|"
    r"water|of)\b)|"
    r"\bmove on if\b|"
    r"\b(?:rumou?r(?:s|ed)?|unverified|unconfirmed|leakers?|hearsay|scoopers?|"
    r"our (?:own |best |trusted )?(?:sources?|tipsters?|insiders?|spies|spy|moles?)|a (?:trusted|little|"
    r"reliable|"
    r"well-placed) (?:source|bird|birdie)|(?:pinch|grain|bucket|fistful|spoonful|shaker|"
    r"truckload) of salt|salt (?:at|to|in) (?:the )?(?:ready|hand)|(?:pass|bring|fetch|grab|mind) the salt|"
    r"stand (?:this|that|it)(?: one| story)? up|(?:if|nice if|big if) true|pub talk|third-hand|second-hand|"
    r"tell(?:s|ing)? anyone who|one to watch, maybe|unsourced|loose lips|the story goes|"
    r"wishful thinking|(?:no|zero|little) proof|tall tale|could be (?:rubbish|nothing)|"
    r"salt (?:at the ready|to hand|required|shaker)|if true|"
    r"sources? (?:i|we) trust|(?:friend|pal|chum|mate|cousin)s? of an? (?:friend|pal|chum|mate|cousin)|"
    r"(?:can[’']t|cannot|couldn[’']t) stand (?:this|it|that) (?:one )?up|do(?:es|ing) the rounds|"
    r"(?:isn[’']t|aren[’']t|is not|are not) (?:picking up|answering|replying|responding)|"
    r"(?:wouldn[’']t|won[’']t) (?:touch|go near) (?:it|this|that)|"
    r"apparently|from what we hear|can[’']t vouch|(?:my|our) source|unnamed (?:source|insider)s?|"
    r"(?:is|are) said to(?! be (?:just |well |around |about |north |worth |[$£€]|in (?:the|\w* ?talks|"
    r"\w* ?negotiations)\b))|"
    r"claim(?:s|ed|ing)? to have|(?:says?|say|claims?|claiming) (?:they|he|she) (?:sat in|sneaked in|snuck "
    r"in|"
    r"was there|were there|saw it|has seen|worked on)|we weren[’']t (?:there|in the room)|"
    r"according to (?:an? |one )?(?:\w+ )?(?:leaker|leak|insider|tipster|post|source|thread|listing)"
    rf"{_OF_THE_TRADE}|"
    r"(?:guy|friend|someone|somebody) who knows|quot(?:e|ing) us|as far as we (?:can tell|know)|no ink|"
    r"(?:hasn[’']t|haven[’']t|has not|have not|could not|couldn[’']t|can[’']t|cannot) (?:be )?"
    r"(?:confirm\w*|verif\w*)|insiders? (?:say|claim)s?|we[’']ve been wrong|supposedly|allegedly|"
    r"(?:a|our) tipster|word on the street|chatter|swears?(?! (?:by|off|words?)\b)|file under maybe|take "
    r"(?:it|this|"
    r"that) with|heard it here|(?:nobody|no one) (?:at the studio )?(?:will|would) confirm|"
    r"(?:our|my) (?:guy|man|woman|friend|pal|contact|mate|fly on the wall|eyes and ears|snitch|reader)s? "
    r"(?:in|at|on|inside|near|close|says?|hears?|swears?|tells?|reckons?|insists?|is|was)|"
    r"(?:someone|somebody|a person) (?:close to|near|inside|with|on|at) [^.;]{3,50}? (?:says?|said|claims?|"
    r"swears?|tells?|told|whispers?|reckons?|hears?|hints?|insists?|thinks?)|(?:someone|somebody|a person) "
    r"(?:who|that|claims|says|swears|tells|reckons)|"
    r"an? (?:[\w-]+ ){0,2}(?:chap|guy|bloke|fella|lad|lass|woman|man|mate|pal|punter|person|reader|soul|"
    r"someone) "
    r"who(?:[’']s| has|[’']d| had| claims to have)? (?:already |apparently )?(?:seen|saw|watched|read|heard|"
    r"worked on|"
    r"sat through|sat in on)|"
    r"(?:one|single|just one|only one) source[,;.]|not official\b(?! (?:until|yet until))|"
    r"don[’']t bet (?:the|your) (?:house|farm|ranch|rent|mortgage|shirt)|"
    r"(?:has|have|had|[’']ve|[’']s) been (?:badly |very )?wrong before|bird(?:ie)? (?:inside|at|in|near|on)|"
    r"(?:one|two|three|some|several) (?:people|folks|attendees|viewers|guests|punters) (?:from|at|who "
    r"(?:saw|attended)) "
    r"an? [^.;]{0,40}screening (?:say|claim|swear|report|insist)|"
    r"(?:an? (?:\w+ )?(?:insider|staffer|extra|stand-in|stagehand|crew member|"
    r"assistant|intern|grip|caterer|driver|projectionist|employee|agent)) (?:who|that|close to|near|inside|"
    r"with|on|at|claims|says|swears|tells|whispers(?! (?:back|to|in|at))|reckons)|"
    r"(?:discord|forum|reddit|tiktok|instagram|twitter|fan|anonymous) (?:users?|posters?|accounts?|posts?|"
    r"threads?)|"
    r"redditors?|(?:source|friend|contact|reader|pal)s? of ours|blind item|names? withheld|"
    r"on condition (?:that|of)|"
    r"(?:asked|asks|begged|wanted) not to be (?:named|identified)|no way (?:to|of) (?:check|know|verif)\w*|"
    r"(?:unable|impossible) to (?:check|verify|confirm)|we[’'](?:d|ll) (?:want|believe|need|wait)|"
    r"(?:neither|declined to) confirm\w* (?:n?or|or) den\w+|(?:the|as|just|pure|idle|set) gossip|"
    r"whisper(?:s|ed|ing)?(?! (?:back|lines|to|into|in|at|his|her|their|sweet|"
    r"instructions|secrets|words)\b)|"
    r"rumblings?|murmurs?|scuttlebutt|the grapevine|hush-hush|"
    r"(?:the )?word (?:is (?:that|he|she|they|the(?! one\b)|it|an?)|has it|reaches us|around town)|"
    r"the buzz is|"
    r"talk (?:of the town )?is (?:that|of|growing)|nothing (?:solid|concrete|firm)|sources claim|"
    r"(?:an?|our|my) (?:little )?bird(?:ie)?|believe (?:it|this|that|us) (?:if|or|at)|"
    r"an? \w+ (?:who|close|near|with|at|in|whose) [^.]{0,60}(?<!\bshe )(?<!\bhe )(?<!\bthey )(?:tells?|"
    r"told) (?:us|me)|"
    r"(?:not|n[’']t) (?:been )?able to (?:stand|confirm|verify|back|check)|your mileage may vary|ymmv|"
    r"(?:patchy|spotty|mixed|poor) (?:track )?record|"
    r"(?:toy|retailer|shop|lego|store|merch\w*) (?:listing|leak)s?|"
    r"(?:didn[’']t|never) (?:get|hear) (?:it|this|that) from (?:us|me)|"
    r"my (?:sources?|spies|spy|moles?|tipsters?)|"
    r"as far as (?:you|we|i) can throw|slip(?:s|ped) (?:us|me)|cat out of the bag|"
    r"not confirmed|unproven|(?:tells|told) (?:our|my) (?:tipster|source|spy|mole|man|woman|guy)|"
    r"(?:someone|somebody|an? \w+) who(?:[’']s| has)? (?:saw|seen|sat through|watched) (?:an? |the )?"
    r"(?:early|rough|test|first|unfinished|assembly) (?:cut|screening|version|edit|assembly)|"
    r"unsubstantiated|uncorroborated|(?:single|lone|only one) source|tongues (?:are )?wagging|"
    r"tittle-tattle|(?:spill\w*|pour\w*) the tea|(?:into|in) (?:our|my) (?:inbox|dms|ear)|"
    r"don[’']t shoot the messenger|not a peep|sworn to secrecy|(?:no|without) receipts|"
    r"(?:pure|wild|total|idle) speculation|i[’']m (?:told|hearing)|"
    r"(?:can[’']t|cannot|couldn[’']t|unable to) (?:back|prove|swear to) (?:this|it|that|any of)|"
    r"salt (?:generously|liberally|heavily|accordingly|to taste|by the)|"
    r"(?:two|three|several|some|multiple|more than one) (?:\w+ )?(?:people|folks|sources)[^.]{0,40} "
    r"(?:told|tell) (?:me|us)|if (?:we|i)(?:[’']re|[’']m| are| am) wrong|"
    r"(?:a|one|our) source (?:who|that) (?:sat|saw|was|has|attended|worked|says|claims)|"
    r"(?:one|a single) (?:person|viewer|attendee|source)[’']s (?:account|word|say-so)|"
    r"(?:two|three|several|some) (?:people|folks) (?:close|near|inside|with)\b[^.]{0,40} (?:say|claim)|"
    r"none of (?:this|it|that) (?:is|has been|was) (?:confirmed|official|verified)|"
    r"nothing(?:[’']s| is)? (?:confirmed|official|signed)|no (?:official )?confirmation|"
    r"(?:isn[’']t|is not|not yet) (?:official|confirmed)|unofficial\w*|off the record(?! ?\?)|"
    r"(?:handle|treat|approach) (?:it |this |that |these |them )?with|at your peril|big if true|"
    r"(?:could|may|might) (?:all )?(?:just )?be (?:nothing|nonsense|rubble|rubbish|wrong|bunk|hot air|smoke|"
    r"hogwash|codswallop|hokum|twaddle|tosh|piffle|made[- ]up|pants|guff|fantasy|"
    r"baloney|a (?:hoax|plant|decoy|fake|prank|red herring|wind-up)|hooey|wishful|fake|planted|real\b)|file "
    r"(?:this |it )?under|make of (?:that|it|this) what you will|"
    r"for what it[’']s worth|don[’']t (?:quote|hold) (?:us|me)|you didn[’']t hear|if (?:the|this|that|our) "
    r"(?:\w+ )?(?:whisper|rumou?r|tip|talk|source|chatter|leak|post|gossip)s?|"
    r"(?:no one|nobody|none) (?:official|at \w+|there|involved|on the record)? ?(?:will|would|is|has) (?:say|"
    r"talk\w*|sp(?:eak|oken)|comment\w*|back\w*)|"
    r"(?:didn[’']t|did not|hasn[’']t|has not|haven[’']t|wouldn[’']t|won[’']t) (?:answer|reply|respond|return|"
    r"get back|write back|call back|pick up|comment)"
    r"(?! to (?:an? |our |my )?(?:request|inquir|email|message)|(?: on| to) (?:\w+ ){0,3}"
    r"(?:rumou?rs|whispers|speculation|chatter))|hung up|ignored (?:our|us|my)|"
    r"sent (?:us|me|back) (?:an? |only )?\w*emoji|"
    r"mixed track record|(?:we|we[’']re|i[’']m) (?:are )?hearing|anonymous post|reddit|"
    r"4chan)\b",
)
_CONFIRMED = late(
    r"\b(?:rumou?rs? [^.;]{0,40}(?:had been (?:doing|going)|(?:was|were|proved|"
    r"turned out(?: to be)?) (?:right|true|"
    r"correct|accurate))|(?<!none of this )(?<!none of it )(?<!nothing )is confirmed|has confirmed|"
    r"(?<!not )(?<!never )(?<!un)confirmed (?:that|on|by)|"
    r"officially|"
    r"(?<!nobody has )(?<!no one has )(?<!hasn[’']t )(?<!haven[’']t )"
    r"(?<!not )(?<!nothing[’']s been )(?<!nothing has been )announced|"
    r"official line|(?:that much|that part|it) is (?:now )?official|(?:it|that)[’']s (?:now )?official|"
    r"(?:the )?(?:exit|departure|split|delay|move|deal|date|news|casting|sequel|rest|firing) (?:itself "
    r")?(?:is|"
    r"[’']s) (?:very |quite |all too |one hundred percent |100% )?(?:real|true|confirmed)|"
    r"(?:the )?trades (?:now |have |all |finally )*(?:admit|confirm|agree|caught up|have it|"
    r"say\b|report(?:ed)?\b)\w*)\b",
)
_SETTLED = late(r"(?:(?<!not )(?<!un)(?<!be )(?<!yet )\bconfirmed\b|\b(?:it[’']s|now|is) official\b)(?!.*\?)")
"""Headlines of what is settled, whoever boasts that it was told first."""
_UNSURE = ("rumo", "source", "hear", "leak", "whisper", "mole", "insider", "claim", "tipster", "spies")
_REFUSES = (
    r"(?:den(?:y|ies|ied)|debunk\w*|dismiss\w*|refut\w*|rebut\w*|quash\w*|scotch\w*|swats?|swatted|"
    r"torpedo\w*|(?:shoot|shut|knock|bat|slap)(?:s|ted|ped)? (?:down|away|back)|shot down|rubbish(?:es|ed)|"
    r"shush(?:es|ed)?|silenc\w+|squash(?:es|ed)?|nix(?:es|ed)|kills? off|douses?|hits? back at|slams?|"
    r"blasts?|"
    r"puts? (?:paid|an end|a stop|to (?:rest|bed))|(?:puts?|lays?) .{1,40} to (?:rest|bed)|"
    r"ends? (?=\w+ \w* ?rumou?rs)|"
    r"rejects?|rejected|pours? cold water|laugh(?:s|ed) off|brush(?:es|ed) (?:off|aside)|"
    r"sets? the record straight)"
)
"""What becomes of a rumour that somebody stands up against."""
_TALKS = (
    "rumor|rumors|rumour|rumours|report|reports|claim|claims|talk|speculation|suggestion|suggestions|"
    "whispers|"
    "chatter|gossip|story|stories"
)
"""What somebody stands up against."""
_TALK = frozenset(_TALKS.split("|"))
_DENIED = late(
    r"^no,|\b(?:(?:reply|answer|message|response) (?:to|for) (?:the |those |that )?(?:\w+ )?rumou?rs?|"
    r"(?:isn|aren|wasn)[’']t (?:true|happening)|address\w*|(?:respond|react)\w* to|weigh\w* in on|"
    rf"{_REFUSES})\b"
)
_DENIAL = late(
    rf"\b{_REFUSES}\b[^.]{{0,60}}\b(?:{_TALKS})\b|\b(?:{_TALKS})\b[^.]{{0,90}}"
    r"\b(?:untrue|false|nonsense|rubbish|not true|baloney|made[- ]up|fiction|fabricat\w+|wide of the mark)\b"
)
_UNDER_WAY = late(
    r"\b(?:in (?:early |final |advanced |exclusive )?(?:talks|negotiations|discussions)|"
    r"sources? (?:tell|say)s?|circl(?:ing|es)|eye[ds]|eyeing|(?:near(?:ing|s)|clos(?:ing|es) in on) "
    r"(?:an? )?(?:\w+ )?(?:deal|return|role)|(?:is |are )?finali[sz]ing|(?:has|have) been offered|offered|"
    r"wanted for|courted|said to be|reportedly|rumou?red|may|might|could)\b"
)
"""In a headline: nothing is signed yet."""

_OWNS = rare(
    r"\b(?:can[’']t|cannot|couldn[’']t|could not) stand (?:any|a word|much|most|half) of (?:this|it|that) "
    r"up\b|"
    r"\bwe(?:[’']re| are) (?:making|probably making) (?:this|it|all this) up\b|"
    r"\bwe (?:want|beg|dare) them to deny\b|\bunconfirmed, (?:as ever|as always|so|go|of course|"
    r"naturally|obviously|clearly|mind|needless to say|but)\b|"
    r"\b(?:dmed?|dmd|dm[’']d|messaged|texted|texts|whispered|pinged|emailed) (?:us |me )?to say\b|"
    r"\b(?:an|the) alleged (?:call sheet|script|leak|casting|cast list|plot|screenshot|document|photo|"
    r"page|memo|"
    r"image|draft|listing)\b|\bfrom (?:an? |our )(?:guy|fella|bloke|chap|lad|woman|man|person|pal|mate) "
    r"who\b|"
    r"\bmake of (?:that|it|this) what you will\b"
)
"""Words by which alone an outlet owns that it cannot vouch for what it tells."""
_OUR_GUY = rare(
    r"\b(?:our|my) (?:guy|man|woman|mole|fella|pal|contact|spy) (?:at|in|on|inside|"
    r"near)\b.{0,40}\b(?:says|hears|"
    r"swears|reckons|tells)\b"
)
"""A headline that names no better source."""
_UNTRUE = rare(
    r"\b(?:it|that|this|the (?:story|claim|rumou?r|report)) (?:simply |just |really )?(?:isn[’']t|is not|"
    r"wasn[’']t|was not) "
    r"true\b|\bnot a word of (?:it|that) is true\b|\brumou?rs? (?:exorcised|squashed|debunked|dispelled|"
    r"put to bed)\b"
)
"""What somebody said of it who knows."""


_OWN_WORD = late(r"\b(?!Our |My |The |An? |One )[A-Z][\w’'-]+ [A-Z][\w’'-]+ swears\b")
"""Who swears to something under their own name gives an interview."""
SEEN = frozenset({"review", "box-office", "obituary"})
SHOWN = SEEN | {"trailer", "list"}
_TOLD = late(
    r"\b(?:says?|said|claims?|sources?|swears?|tells?|told|hears?|heard|gossip|apparently|somebody|someone)\b"
)
"""How an outlet that deals in hearsay tells all that it tells."""
WEAK = frozenset({"apparently", "for what it’s worth", "for what it's worth", "file under"})
"""What writers say of what anybody told them, too, or of anything: of hearsay it is no sign by itself."""
ASIDE = 0.6
"""Hearsay that is only told after so much of a report is not its news."""


def rumour(title: str, lead: str, beat: str = "", *, deals: bool = False) -> tuple[str, ...]:
    """Return the words by which a report owns to hearsay, none where it reports as fact.

    `In talks` from a trade is news of talks; a leaker, an own tipster or a denial of proof is hearsay.
    `beat`: of some kinds of news, told from what anybody can see, no lead makes hearsay. `deals`: its outlet
    deals in hearsay, and one word of it is enough.
    """
    if beat in SEEN and not deals and not _HEADLINE.search(title.lower()):
        return ()
    return _hearsay(title, lead, beat if deals or beat == "list" else "", deals)


@lru_cache(TOLD)
def _hearsay(title: str, lead: str, beat: str, deals: bool) -> tuple[str, ...]:
    """The same, for most kinds of news alike: asked before the kind is known, and once it is."""
    title, lead = title.lower(), (_OWN_WORD.sub("", lead) if " swears " in lead else lead).lower()
    if owned := _OUR_GUY.search(title) or _OWNS.search(title) or _OWNS.search(lead):
        return (owned[0],)
    body = _HEARSAY.findall(lead) if lead else []
    if _DENIED.search(title) or _UNTRUE.search(lead):
        return ()
    if _SETTLED.search(title) and not any(word in title for word in _UNSURE):
        return ()
    if not deals and WEAK.issuperset(body) and "rumo" not in title:
        return ()
    head = _HEADLINE.findall(_QUOTED.sub("", title))
    if beat == "list" and {"?"}.issuperset(head):
        return ()  # whoever ranks or predicts may be wrong
    if deals and beat not in SHOWN and not _CONFIRMED.search(lead):
        return tuple(dict.fromkeys((*head, *body, *_TOLD.findall(lead))))
    if not head and len(set(body)) == 1 and lead.find(body[0]) > ASIDE * len(lead):
        return ()  # said by the way, at the end
    if (head and body) or len(set(body)) >= 2 or (head and head[0].startswith("rumo")):
        return () if not head and _CONFIRMED.search(lead) else tuple(dict.fromkeys((*head, *body)))
    return ()


def unsettled(headline: str) -> bool:
    """Tell whether a headline is of what is only under way: talks, an offer, what somebody might do."""
    return bool(_UNDER_WAY.search(headline.lower()))


@lru_cache(TOLD)
def stance(title: str, lead: str) -> int:
    """Tell how a report stands to what is told without proof: `HEARSAY`, `DENIAL`, or 0 for neither."""
    if rumour(title, lead):
        return HEARSAY
    text = f"{title}. {lead}".lower()
    of_talk = not (_TALK.isdisjoint(word_set(title)) and _TALK.isdisjoint(word_set(lead)))
    return DENIAL if _DENIED.search(title.lower()) or (of_talk and _DENIAL.search(text)) else 0
