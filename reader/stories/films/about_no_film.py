"""Reports that are about no film whatever films they name: of a life’s work, a series, a firm, a season."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.patterns import late, rare
from reader.stories.films.mentions import Mention
from reader.stories.films.programmes import is_programme
from reader.stories.language.spans import blank
from reader.stories.language.tokens import key_of
from reader.stories.language.word_lists import FILM_SECTIONS, OTHER_ARTS
from reader.stories.report import Report

NO_SUBJECT = frozenset({"list", "obituary"})
"""Kinds of news that name films without being about them."""
_PARTS = rare(
    r"\b(?:\d+|two|three|four|five|six|eight|ten|twelve)-(?:part|episode)\b|\blimited series\b|"
    r"\b(?:\d+|two|three|four|five|six|seven|eight|ten|twelve) (?:\w+ )?episodes\b"
)
_FILM = late(r"\b(?:films?|movies?|features?|pics?|cinemas?|theat(?:er|re)s)\b")
"""What is told in parts, unless it is called a film."""
TELEVISION = frozenset({"tv", "television", "tv news"})
OF_GAMES = frozenset({"gaming", "games", "video games"})
_OF_CINEMA = frozenset(
    {"film", "films", "movie", "movies", "film news", "movie news", "cinema", "box office", "film reviews"}
    | {"movie reviews", "oscars", "festivals", "film music"}
)
"""Sections of which trailers, reviews, awards may be of films beside those of television."""
_SERIAL = rare(
    r"\b(?:(?:re-?)?(?:new(?:s|ed|al)|commission\w*|order(?:s|ed))|greenlit|cancel\w+|axe[sd]?|scrap\w*)\b"
    r".{0,60}?\b(?:seasons?|series|run|episodes|spin-?off series)\b(?! of films)|"
    r"\b(?:season|series) (?:\d|one|two|three|four|five|six|seven|finale|premiere|renewal|order|return)\b|"
    r"\b(?:second|third|fourth|fifth|sixth|final|last) (?:seasons?|series|run (?:at|on|for))\b|"
    r"\b(?:head(?:s|ed|ing)?|bound|com(?:es|ing)|transfers?|mov(?:es|ing)|set|opens?|opening|go(?:es|ing)|"
    r"adapted) (?:to|for|on|in) (?:the )?(?:broadway|west end|stage)\b|"
    r"\b(?:open|bow|debut|premier|return|reunit|star|appear|play|perform|run|transfer|reviv)\w* "
    r"(?:[\w’'“”‘\"&-]+ ){0,5}?(?:on broadway|off-broadway|in the west end|on (?:the )?stage)\b|"
    r"\bstage (?:show|version|adaptation|musical|play)\b"
)
"""Headlines on a series or a stage show, whatever film it is called after."""
_OF_SERIES = late(
    r" (?:film|movie|star|actor|actress|director|writer|creator|breakout|showrunner|villain)s?\b"
)
_HONOURS = rare(
    r"\bhonorary\b|\bd[’'](?:onore|honneur)\b|\bhonoris causa\b|\b(?:alla carriera|pour l[’']ensemble)\b|"
    r"\b(?:lifetime|career|life) achievement\b|\bfellowship\b|\bhall of fame\b|\btribute award\b|"
    r"\blife[’']s work\b|\bbody of work\b|lifetime(?<=for a lifetime)|career(?:(?<=for a career)|"
    r"(?<=for his career)|(?<=for her career))|"
    r"\b(?:career|lifetime) (?:\w+ )?(?:lion|bear|leopard|palme?|shell|globe|award|prize|honou?r|goya|"
    r"césar|bafta|"
    r"medal|trophy|statuette|tribute)\b|\bpays? (?:tribute|homage) to\b|\bicon award\b|\bexcellence award\b|"
    r"\b(?:ehrenpreis|ehrenbär|ehrenlöwe|lebenswerk)\b|\bcarrière\b.{0,20}\bhonneur\b"
)
"""Of awards for a life’s work: they are about no film."""
_SENTENCE_END = late(r"(?<=\w\w[.!?”’\"]) ")
_FORECAST = rare(
    r"\bpredict(?:ions?|ing)\b|\bforecast\b|\bpower rankings?\b|\bfrontrunners\b|\bcontenders\b|\bodds\b|"
    r"\bsnubs?\b|\bsurprises\b|\b(?:will|should|could) win\b|\bwho (?:will|should) win\b"
)
"""Headlines of what may be won: their films are examples."""
_COUNTED = late(
    r"\b(?:\d+|ten|twelve|fifteen|twenty|thirty|forty|fifty|dozens?(?: of)?) (?:[\w-]+ )?(?:titles|films|"
    r"features|movies|"
    r"documentaries|shorts|entries|submissions|countries|hopefuls|contenders)\b|\blong-?list"
)
"""Headlines of all that may be nominated."""
_RESULTS = late(
    r"\b(?:narrow(?:s|ed)|widen(?:s|ed)|net|posts?|reports?|books?) (?:\w+ ){0,2}(?:loss(?:es)?|profits?)\b|"
    r"\b(?:earnings|quarter(?:ly|s)?|q[1-4]|fiscal)\b"
)
"""Headlines on firms and their money: films are examples there."""
_FIRM = rare(
    r"\b(?:restructur\w+|re-?organi[sz]\w+|shake-?up|bankruptcy|insolvency|receivership|buyouts?|"
    r"shareholders?|"
    r"stock|shares|ipo|subscribers?|merger|takeover|tax (?:credits?|relief|rebates?|incentives?))\b"
)
_MERGER = rare(
    r"\b(?:buy(?:s|ing)?|bought|acquir\w+|takes? over|snaps? up|swallows?|sells?|sold|s(?:ale|take))\b.{0,70}"
    r"[$£€]\d[\d.,]* ?(?:billion|bn|b)\b|"
    r"[$£€]\d[\d.,]* ?(?:billion|bn|b)\b.{0,30}\b(?:deal|bid|offer|sale)\b|"
    r"\bwhat (?:it|this|that) (?:all )?means for\b|\bmergers?\b|\bmerge[sd]?\b|\bbankruptcy\b|"
    r"\binsolvency\b|\breceivership\b|\btakeover\b|\bbuyout\b"
)
_CHAIN = rare(
    r"\bexhibitors?\b|\b(?:cinema|theat(?:er|re)|multiplex) (?:chains?|circuits?|groups?|operators?|"
    r"owners?)\b|"
    r"\bticket prices\b"
)
_STAFF = rare(
    r"\b(?:lay-?offs?|lay(?:s|ing)? off|laid off|redundanc(?:y|ies))\b|"
    r"\b(?:cut|trim|slash|shed|axe|los)(?:s|e|es|ting|ming|ing)? .{0,24}\b(?:staff|jobs|workforce)\b"
)
"""Headlines on a firm: a film that they do not name is one of its examples."""
_SMALL_SCREEN = rare(
    r"\bemmys\b|\bemmy (?:awards?|nominations?|nominees|nods|race)\b|\b(?:tv|television) awards?\b"
)
"""Headlines on the prizes of television."""
_LETTERS = rare(
    r"\b(?:your|readers[’']?|reader) (?:letters|mail|comments)\b|\bletters to the editor\b|\bmailbag\b"
)
_HOUSE = rare(
    r"\b(?:shut|clos|axe|sav|sell|reopen|re-open)\w* (?:[\w’'-]+ ){0,3}(?:cinemas?|multiplex(?:es)?|"
    r"picturehouses?|movie theat(?:er|re)s?)\b|"
    r"\b(?:calls? in|into|in|enters?|files? for|avoids?) (?:the )?administrat(?:ion|ors)\b|"
    r"\bfilm (?:series|club|society)\b|\bsilent (?:films?|classics|movies|pictures)\b|\borgan\b|\bdrive-in\b|"
    r"\b(?:cinema|theat(?:er|re)|movie ?house|picture house)\b.{0,40}\b(?:restor\w+|re-?open\w*|clos\w+|"
    r"sav(?:e|ed|ing)|"
    r"renovat\w+|repair\w*|fundrais\w+|gift|donat\w+|volunteers?)\b|\bprojection(?:ists?|ing booth| booth)\b|"
    r"\bushers?\b|\busherettes?\b|\bprojectionniste\b"
)
"""Headlines on a picture house: what it shows is named in passing."""
_SEASON = rare(r"\b(?:film|autumn|spring|summer|winter|month|centenary)? ?season\b(?! \d)|\bretrospective\b")
"""Headlines on films of the past shown again."""
_LAST_WORD = rare(
    r"\ban appreciation\b|\bin memoriam\b|^(?:remembering|farewell(?:,| to)|goodbye(?:,| to)|rip\b)|"
    r"\b(?:a )?(?:tribute|eulogy) to\b(?! [“‘'\"]?_)|: (?:a )?(?:tribute|eulogy|remembrance)\b|"
    r"^(?:mort|disparition|décès|adieu) (?:de |du |d[’']|à )|^(?:muere|fallece|murió|addio a|è morto|è morta|"
    r"morto|morta|morre|morreu)\b|\b(?:est mort|est morte|s[’']est éteint|ist tot|gestorben)\b|^zum tod\b|"
    r"\((?:19|20)\d\d ?[–-] ?(?:20\d\d)\)|^[^\d]{5,40}, (?:19|20)\d\d ?[–-] ?20\d\d$"
)
"""Headlines of farewells to the dead, whatever kind of news they read like."""
_TALK = rare(
    r"\bfavou?rite (?:\w+ )?(?:films|movies|pictures)\b|\b(?:my|their|his|her) top (?:\w+)\b|"
    r"\b(?:films?|movies?|things|titles) (?:to|you (?:should|must|can)) (?:see|watch|stream|catch) |"
    r"\b(?:\w+) of the (?:best|worst|greatest)\b(?=.*\b(?:films|movies)\b)|"
    r"podcast\b|\bpod\b[^.]{0,12}\bno\b|\bep(?:isode|\.)? \d|^(?:what to (?:see|watch|stream)|the week in)\b|"
    r"^what (?:i|we)(?:[’']| a|’?ll| w)[a-z]* (?:be )?(?:seeing|watching)\b|\bthis week in\b|"
    r"^(?:the|your|our|my) (?:film|movie|cinema|screen) week\b|\bweek in (?:film|movies|cinema|review)\b|"
    r"\b(?:news|week|month|year)\b.{0,20} in (?:\w+ )?(?:minutes|seconds)\b|"
    r"\bthings that happened\b|^new (?:in|on|at|to) (?:theat(?:er|re)s|cinemas|streaming|netflix|disk|disc|"
    r"dvd|"
    r"blu-ray|home)\b|^what[’']?s (?:on|new|showing|playing|coming|opening|out|streaming)\b|"
    r"\b(?:film|films|movie|movies|cinema) (?:of the week|guide|listings|roundup|round-up)\b|"
    r"\b(?:weekend|our|week[’']s) (?:\w+ )?picks\b|^(?:now|also) (?:playing|showing)\b|"
    r"^(?:also )?opening this\b|^at the (?:movies|"
    r"pictures|"
    r"cinema)\b"
)
"""Headlines of pieces that talk of films and bring no news of one."""
_OF_PRIZES = frozenset({"awards", "festival"})
OF_SEVERAL = frozenset({"awards", "box-office", "release-date"})
_AND_MORE = late(
    r"_[”»\"’',]*(?: sequel| film| movie)?,? (?:and|&|\+|plus) (?:\w+ )?(?:more|others)\b|"
    r"\b(?:every|each|all|best|worst|biggest|\d+|movies|films|trailers|titles|spots|sequels)\b.*"
    r",? from [“«\"‘']?_+[”»\"’']?,? to [“«\"‘']?_"
)
"""Around several films of a headline, blotted out: they are examples."""
PODCAST = rare(r"podcast\b|\bep(?:isode|\.)? \d")
"""Among them those that name in their headline what they talk of."""
_PODCASTS = frozenset({"podcast", "podcasts"})
_SECTIONS = late(r" (?:and|&) |, ?|/")
"""Between two sections in one: TV and radio."""


def of_other_art(report: Report) -> bool:
    """Tell whether a report is filed under another art: it may name films, but is about none."""
    sections = {each for tag in report.categories for each in map(key_of, _SECTIONS.split(tag))}
    if not sections.isdisjoint(TELEVISION) and sections.isdisjoint(_OF_CINEMA):
        return True
    return not sections.isdisjoint(OTHER_ARTS) and sections.isdisjoint(FILM_SECTIONS)


def about_no_film(mentions: Sequence[Mention], beat: str, report: Report) -> bool:
    """Tell whether a report is about no film whatever films it names: of a life’s work, a season, a slate."""
    head = in_headline(mentions)
    headline = headline_without(report, head)
    if beat in NO_SUBJECT or _TALK.search(headline):
        return beat in NO_SUBJECT or not (head and PODCAST.search(headline))
    headed = any(not m.passing for m in head)
    return (
        _of_talk(headline, mentions, beat, report)
        or _of_what_was(headline, head, beat)
        or _of_series(headline, head, beat, report)
        or _of_firms(headline, beat, headed=headed)
        or (beat in _OF_PRIZES and not headed and _of_prizes(headline, beat, report))
        or (beat == "festival" and is_programme(headline, report.lead, mentions, headed=headed))
    )


def _of_talk(headline: str, mentions: Sequence[Mention], beat: str, report: Report) -> bool:
    """Tell whether a report talks of several films, or prints letters."""
    head = in_headline(mentions)
    told = [m for m in mentions if not m.passing]
    end = _SENTENCE_END.search(report.lead)
    one = len({m.key for m in told}) == 1 and (not end or told[0].start < end.start())
    if not (head or one) and not _PODCASTS.isdisjoint(map(key_of, report.categories)):
        return True
    if len(head) > 1 and beat not in OF_SEVERAL and _AND_MORE.search(headline):
        return True
    return _LETTERS.search(headline) is not None


def _of_what_was(headline: str, head: Sequence[Mention], beat: str) -> bool:
    """Tell whether a report is of films shown again, of a picture house, or of somebody’s life and work."""
    if _SEASON.search(headline) and all(m.passing or not m.sure for m in head):
        return True
    if _HONOURS.search(headline) or _LAST_WORD.search(headline):
        return True
    of_house = not head and beat not in ("review", "trailer", "casting")
    return of_house and _HOUSE.search(headline) is not None


def _of_series(headline: str, head: Sequence[Mention], beat: str, report: Report) -> bool:
    """Tell whether a report is of television or the stage."""
    if _SMALL_SCREEN.search(headline):
        return True
    cast = beat in ("casting", "announcement") and len({m.key for m in head}) == 1
    if (cast or not TELEVISION.isdisjoint(map(key_of, report.categories))) and _in_parts(report):
        return True
    serial = _SERIAL.search(headline) if len(head) < 2 else None
    return serial is not None and not _OF_SERIES.match(headline, serial.end())


def _of_firms(headline: str, beat: str, *, headed: bool) -> bool:
    """Tell whether a report is of firms and their money; `headed`: its headline is about a film."""
    if not headed and _STAFF.search(headline):
        return True
    if beat != "business":
        return False
    if _RESULTS.search(headline) or _MERGER.search(headline):
        return True
    return not headed and bool(_CHAIN.search(headline) or _FIRM.search(headline))


def _of_prizes(headline: str, beat: str, report: Report) -> bool:
    """Tell whether a report is of a life’s work, or of all that may be nominated."""
    if _HONOURS.search(_SENTENCE_END.split(report.lead.lower(), 1)[0]):
        return True
    return beat == "awards" and bool(_FORECAST.search(headline) or _COUNTED.search(headline))


def _in_parts(report: Report) -> bool:
    """Tell whether what is cast or announced is told in episodes, and nothing is called a film."""
    text = f"{report.title} {report.lead}".lower()
    return bool(_PARTS.search(text)) and not _FILM.search(text)


def in_headline(mentions: Iterable[Mention]) -> list[Mention]:
    """The films that a headline names."""
    return [m for m in mentions if m.where == "title"]


def headline_without(report: Report, head: Iterable[Mention]) -> str:
    """A headline in small letters, without the titles in it: Hunting Season is no season of films."""
    return blank(report.title, ((m.start, m.start + len(m.surface)) for m in head)).lower()
