"""Word lists of English film news, each a class of words rather than a memory of cases."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files


def listed(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())


def _phrases(text: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in text.split(","))


STOP = listed(
    """
    a about above after again against all also am an and any are aren't as at be because been before
    being below between both but by can can't cannot could couldn't did didn't do does doesn't doing
    don't down during each even ever few for from further get gets getting got had hadn't has hasn't
    have haven't having he he'd he'll he's her here here's hers herself him himself his how how's i i'd
    i'll i'm i've if in into is isn't it it's its itself just know let's like made make makes making
    many may me might more most much must my myself no nor not now of off on once one only or other our
    ours ourselves out over own per really said same say says see she she'd she'll she's should
    shouldn't since so some still such than that that's the their theirs them themselves then there
    there's these they they'd they'll they're they've this those though through to too toward towards
    under until up upon us very via was wasn't we we'd we'll we're we've well were weren't what what's
    when when's where where's which while who who's whom why why's will with within without won't would
    wouldn't yes yet you you'd you'll you're you've your yours yourself
    """
)

SMALL = listed(
    """
    a an and as at but by de del der des di do for from in is it la le les of on or the to v vs with x &
    """
)
"""Words that stay small inside a title."""

WORKS_ELSEWHERE = listed(
    """
    series season episode novel novels book books album song show sitcom podcast game videogame memoir
    play musical single miniseries
    """
)
"""After or before a title: it is no film."""

ROLES = listed(
    """
    actor actress actors star stars starring director directors filmmaker filmmakers writer writers
    screenwriter producer producers composer composers editor cinematographer designer helmer author
    novelist executive chief boss president legend veteran comedian comic singer oscar-winner critic
    spokeswoman spokesman lawyer by with opposite alongside featuring co-star co-stars newcomer auteur
    maestro writer-director co-writer co-director late exec ceo head professor
    playwright poet painter historian mathematician scientist physicist astronaut politician activist
    journalist photographer choreographer dancer musician rapper pianist drummer songwriter presenter
    owner manager broadcaster showrunner documentarian animator stuntman boxer footballer
    whistleblower founder co-founder senator governor chancellor crooner frontman bassist guitarist
    violinist philosopher aviator economist mogul impresario dramatist librettist columnist
    host curator coordinator lyricist biographer cameraman camerawoman projectionist puppeteer
    """
)
"""Before a name: whoever bears it is a person of flesh and blood."""

ACTS = listed(
    """
    said says told tells stars starring directs directed wrote writes joins joined plays played circling
    eyed signs signed returns boards exits leaves quits wins won dies died lands nears reveals explains
    talks recalls confirms will dances becomes makes walks directing nominated attached reunites tapped
    cast casts leads has had was is lines teases remembers admits thanks gives did does produces
    produced composed edited who whose rolls heads mulls lifts tops adds sets opens takes steps goes gets
    hits drops calls slams backs shares unveils steals digs charms brings finds loses hopes wants plans
    teams reteams pays sells buys offers faces rises
    refuses sings marries weds splits ties disses jokes responds reacts hints admits insists denies blasts
    praises hails mourns honors honours raises releases reunites rules runs saves scores seeks shuts signs
    slips stops stuns suits sues surprises survives swaps tackles targets tries urges wows writes announces
    arrives asks battles beats becomes believes bids breaks celebrates claims comes cuts debuts defends
    delivers discusses dishes ditches dominates earns ends enters explores feels fights fires follows gives
    grabs hosts inspires keeps knows launches likes looks loves meets misses moves needs opts parts picks
    pitches planned pleads pushes puts raves reads recreates rejects rescues revisits rocks sees seems shines
    eyes crushes crushed bends wields battles bows bounces climbs crashes crosses cruises dazzles dives
    dons drives eats escapes flees flies flips floats grapples grows haunts hunts hurls jumps kicks kills
    laughs leans leaps lures nabs narrates passes perches prowls races rallies reels rides rips roars romps
    sails saddles sinks sizzles skips slides smashes snaps snags soars sparks spars spins squares stalks
    stares stuffs stumbles suffers summons swims swings swoops taps topples toplines tosses trades trains
    transforms trips triumphs unleashes unmasks unravels vows waltzes weighs whips wrestles wraps yields
    nominee nominees winner winners champion alum alums
    shows shoots slays spills spoofs stands stays strips struggles swears teaches thinks turns unites visits
    walks warns watches wonders works honored honoured nominated
    """
)
"""After a name: what people do."""

BODY_TAIL = listed(
    """
    rican pictures picture studios studio films film bros brothers entertainment festival academy awards award
    guild association university college school institute city county street road drive avenue square
    park beach island islands river valley hills mountain lake theatre theater cinema cinemas plaza
    hotel house museum gallery center centre company corp inc ltd group media network networks channel
    tv television records music magazine times post herald tribune journal daily weekly reporter
    bulletin press news line desk prize bear palm palme lion globe globes bowl day days weekend week
    year prix jury club union council commission department court senate congress government bank fund
    capital partners productions distribution releasing releases originals original streaming video plus
    prime office show series project game games book books story stories tale tales part chapter episode
    season movie movies trilogy franchise universe agency artists features classics label alliance
    league committee board society foundation trust animation creek coast bay town village hall tower
    bridge station wars trek america americas kingdom republic states zealand korea africa york angeles
    francisco orleans mexico vegas hollywood picture screenplay score song director actor actress
    supporting dramatic audience documentary feature adaptation rights trench workshop workshops effects
    arabia nations peninsula basin strait
    """
)
"""Ends the name of a body, a place or a thing, seldom of a person."""

NAMESAKES = listed(
    """
    washington london paris boston berlin rome chicago madrid dublin sydney york lincoln jordan israel
    wales england ireland holland france germany french english welsh german dane north south east west
    """
)
"""Places and peoples that are surnames, too, behind a given name."""

SURNAMES_TOO = listed("hall day lake song hill rivers street hills mountain price house")
"""Ends the name of a place as well as a person's."""

SURNAMES_LIKE_WORDS = listed(
    """
    queen king prince knight bishop stone woods field fields rivers banks brooks waters cross black white
    green brown rose steel storm church young powers grace cooper baker fisher hunter carpenter potter mason
    archer butcher walker weaver turner bridges wells mills burns crown jewel swift sharp blunt bright wise
    noble rock waterhouse crowe swann finch
    """
)
"""Names that a text may hold as words, names of things and of characters."""

NO_NAME = listed(
    """
    the a an and but or if in on at to for from with by of as it its his her their our your my this that
    these those he she they we you i who what when where why how is are was were be been will would can
    could should may might must do does did has have had not no yes now then here there after before
    since until while during over under between against about into out up down off all any both each few
    more most other some such only own same so than too very just also still even once again first
    second third fourth fifth last next new old good bad big best worst great little more less one two
    three four five six seven eight nine ten twelve hundred thousand million billion january february
    march april may june july august september october november december jan feb mar apr jun jul aug
    sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday spring summer autumn
    fall winter christmas thanksgiving easter halloween weekend american british french german italian
    spanish irish scottish welsh english canadian australian japanese korean chinese indian mexican
    brazilian danish swedish norwegian finnish icelandic dutch belgian swiss austrian polish czech
    hungarian romanian greek turkish russian ukrainian israeli iranian arab african asian european
    hollywood netflix disney warner sony paramount universal amazon apple lionsgate searchlight neon
    focus mubi pixar marvel dc imax oscar oscars bafta baftas emmy emmys grammy golden cannes berlin
    venice toronto sundance telluride locarno sxsw tribeca berlinale london paris rome madrid tokyo
    chicago boston washington dublin sydney melbourne los san santa new north south east west saint st
    las el box office super bowl academy exclusive breaking review reviews trailer teaser watch listen
    podcast interview opinion rumor rumour report news update video photos gallery obituary first-look
    every why how inside meet despite although though because however meanwhile yet unlike like
    according sources insiders critics fans audiences studio studios executives producers director
    directors actor actors actress writer writers composer editor filmmaker film films movie movies star
    stars sequel prequel remake reboot comedy drama thriller horror documentary well sure okay happy sad
    bad don't can't let's it's that's there's here's what's who's we're you're they're he's she's i'm
    former fellow longtime one-time future
    directed written produced starring based set speaking asked working playing taking making coming
    going back blu-ray dolby vision uk us u.s usa eu tv dvd hbo bbc itv abc cbs nbc cnn fx a24 mgm ap cp
    reuters ok prime part chapter season episode
    """
)
"""Never the first word of a person's name: grammar, calendars, peoples, studios, festivals, cities."""

SECTION_NAMES = frozenset(
    """
    film films movie movies news breaking entertainment culture arts business
    reviews lists local features interviews festivals festival awards trailers trailer
    casting release releases milestones worldwide sequels superheroes horror podcast
    podcasts opinion people production music composers editing makeup explained recaps rumors rumours
    marvel dc exclusive streaming television tv video international documentary animation politics
    sports theater theatre books games technology
    """.replace("\n", " ").split()
) | _phrases(
    """
    movie news, film news, breaking news, box office, release dates, release calendar, release news,
    weekend box office, movie reviews, film reviews, 4k uhd, home video
    """
)

OTHER_ARTS = frozenset(
    [
        "tv",
        "television",
        "tv news",
        "gaming",
        "games",
        "video games",
        "music",
        "books",
        "theatre",
        "theater",
        "comics",
        "museums",
        "museum",
        "exhibitions",
        "heritage",
        "archaeology",
        "opera",
        "dance",
        "ballet",
        "fashion",
        "food",
        "travel",
        "sport",
        "sports",
    ]
)
"""Sections of other arts, which file under them what is no film."""
FILM_SECTIONS = frozenset(
    [
        *(
            "film",
            "films",
            "movie",
            "movies",
            "film news",
            "movie news",
            "cinema",
            "trailers",
            "trailer",
            "box office",
        ),
        *(
            "oscars",
            "film reviews",
            "movie reviews",
            "reviews",
            "festivals",
            "awards",
            "casting",
            "film music",
        ),
    ]
)

NO_TITLE = listed(
    """
    exclusive breaking update updated spoiler spoilers watch video photos podcast rumor rumour review
    reviews trailer box office the a an it he she they we you i yes no so good great wow okay why how
    what
    """
) | _phrases(
    """
    best picture, best director, best actor, best actress, oscars, oscar, grand prix, palme dor, golden
    bear, golden lion, grand jury prize, audience award, new york times, the new york times, los angeles
    times, the guardian, the times, variety, deadline, the hollywood reporter, indiewire, the wrap,
    screen daily, entertainment weekly, vanity fair, empire, total film, good morning america, the
    tonight show, saturday night live, instagram, twitter, tiktok, youtube, netflix, spoilers, massive
    spoilers, major spoilers, bafta, baftas, sag, sxsw, tiff, dga, wga, pga, hbo, nbc, bbc, abc, cbs,
    amc, imdb, sag aftra, sagaftra, afi, bfi, mubi, nyff, usa, iatse, amptp, ampas, mpa, mpaa, bbfc, cbfc,
    hfpa, bectu, actra, wgaw, wgae, cinemacon, comic con, sdcc, fipresci, efm, afm, efp, ifta, fespaco, idfa,
    iffr, unesco, glaad, naacp, imax, what happens, heres what happens, breaking news, first look, must see,
    read more, of the year, movie of the year, final trailer, 3d, 4k, uhd, vfx, bond, james bond, bond 26,
    bond 27
    """
)
"""Printed like titles, and none."""

CALLS = listed(
    """
    added moved dated undated removed delayed
    rumor rumors rumour rumours confirmed report reports reportedly breaking exclusive watch update
    updated official officially review reviews trailer trailers teaser first final new look poster
    posters photo photos video videos clip clips featurette leak leaked leaks spoiler spoilers warning
    alert scoop debunked denied opinion interview podcast recap ranked ranking explained theory theories
    casting box office weekend early reactions reaction set pics images image news list gallery quiz
    giveaway poll live finally wow omg yes no nope yay yikes boom ugh oof hooray hurray whoa woah oh my
    god gosh holy what wait hot take hey hello sorry congrats congratulations surprise huge big massive
    major just in insane hype shocking shocker revealed announced developing must see read listen feature
    editorial flashback throwback tracking estimates calendar schedule and the of a
    """
)
"""What is called out before a title: what kind of piece it is, an exclamation."""

COMMON = listed(
    """
    academy accord action actor actress actually add adult age ago ahead air almost already always
    american announce anniversary another answer appear april around arrive article artist ask attach
    audience august author autumn award away back bad bank based battle become begin behind believe best
    better big bill billion board body book box break bring british budget build business buy call
    camera career cast casting cause center century chance change character chief child cinema city
    claim close co-star come comedy comic company complete confirm continue control cost could count
    country couple course court create creative critic crime cut daily dark date daughter day dead deal
    death debut december decide decision deep deliver detail develop director direct disney do drama
    draw dream drive drop early earn easy effect end entertainment episode estimate even event every
    everything exclusive executive expect face fact fall family famous fan far father feature february
    feel festival fight figure film filmmaker filming final finally find finish fire five follow footage
    force forget form former four franchise free friday friend full funny future game give global go
    gold good great group grow guy half hand happen hard head hear heart help hero high history hit hold
    holiday hollywood home hope horror hot hour house human hundred idea include independent industry
    inside insider international interview issue january job join joke july june keep key kid kill kind
    know label land large last late later latest laugh lead leave left legend less letter level life
    light line list little live local lon london long look lose lot love low main major man manager
    march mark market marvel matter maybe mean meet member mention middle might million mind minute
    moment monday money month mother move movie much music name national near need netflix network never
    new news next night nine november number october offer offic office official old online open opening
    order origin original oscar outlet own pact page paint part party pass past pay people perform
    performance perhap period person phone photo pick picture place plan play player plot point popular
    power premiere prepar present president press price prize problem produce producer product
    production project promise prove public put question quick quiet race reach read ready real really
    reason receive recent record release remain remember report reportedly represent return reveal
    review rich right rise role room rule run saturday save scene schedul school score screen script
    season second secret see seem sell send september sequel series serious set seven several shoot
    short shot show side sign simple single six small social son song soon sort sound source space speak
    special spend spokesman spokeswoman spot spring stage stand star start state statement stay step
    still stop story strange street strong studio style success summer sunday sure surprise take talk
    tale team tell ten term test thank theater theatre thing think third thousand three thriller
    thursday ticket time tiny title today together tomorrow ton tonight top total track trade trailer
    travel true try tuesday turn tv twenty twice two type uk universal us use usual version video view
    visit voice wait walk want war warner watch way wednesday week weekend welcome whole wide wife win
    winner winter without woman wonder word work world worldwide worth write writer wrong year yesterday
    york young
    """
)
"""Words so usual in news of films that they say little, whatever a small library holds."""


MONONYMS = frozenset(
    """
    zendaya awkwafina beyonce bjork rihanna madonna shakira eminem adele cher bono rza common ludacris
    mo'nique rosalia sade usher moby enya nas lizzo doechii dido aaliyah topol cantinflas banksy tarsem
    mcg kogonada
    """.replace("'", "").split()
) - {"common", "usher"}
"""People known by one name."""

CHARACTERS = frozenset(
    files("reader.stories.language").joinpath("characters.txt").read_text("utf-8").splitlines()
)
"""Famous names that nobody bears."""

FRANCHISES = _phrases(
    """
    star wars, star trek, harry potter, mission impossible, the hunger games, the lord of the rings,
    fast and furious, the fast and the furious, transformers, x men
    """
)
"""Films whose titles are more often said of all that came after them."""

COUNTRIES = listed(
    """
    argentina australia austria belgium brazil britain canada chile china colombia croatia cuba czechia
    denmark egypt england estonia finland france georgia germany ghana greece hungary iceland india
    indonesia iran iraq ireland israel italy jamaica japan jordan kenya lebanon malaysia malta mexico
    morocco netherlands nigeria norway pakistan palestine paraguay peru philippines poland portugal
    romania russia scotland senegal serbia singapore slovakia slovenia spain sweden switzerland taiwan
    thailand tunisia turkey ukraine uruguay venezuela vietnam wales california texas nevada utah ohio
    illinois florida
    """
)


@lru_cache(1)
def first_names() -> frozenset[str]:
    """Given names of the film world, folded."""
    return frozenset(files("reader.stories.language").joinpath("first_names.txt").read_text("utf-8").split())
