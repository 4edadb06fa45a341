"""Which of the films that a report names it is about, and which it names in passing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import pairwise

from reader.patterns import late, rare
from reader.stories.films.asked import asked_about, is_late, printed
from reader.stories.films.compared import without_compared
from reader.stories.films.continued import anew, as_in_lead, continued, meant, without_first
from reader.stories.films.mentions import Mention
from reader.stories.films.programmes import is_disc_slate, is_programme, singled_out
from reader.stories.films.titles import Titles
from reader.stories.films.wholes import whole
from reader.stories.phrases import key_of
from reader.stories.report import OPENING, Report
from reader.stories.spans import blank
from reader.stories.words import FILM_SECTIONS, FRANCHISES, OTHER_ARTS

NO_SUBJECT = frozenset({"list", "obituary"})
"""Kinds of news that name films without being about them."""
ASIDE = frozenset({"interview", "business", "other"})
"""News of people and firms: a film that only the end of a lead names is no part of it."""
MANY_IN_A_ROW = 2
_LISTED = late(r"[”»\"’']?,[”»\"’']? (?:(?:and|or|then|at|to|in|of|from|with|on) ){0,2}[“«\"‘']?")
"""Between two films of a list of examples."""
MANY = 3
"""A lead that names more films than this is about none of them."""
_PARTS = late(
    r"\b(?:\d+|two|three|four|five|six|eight|ten|twelve)-(?:part|episode)\b|\blimited series\b|"
    r"\b(?:\d+|two|three|four|five|six|seven|eight|ten|twelve) (?:\w+ )?episodes\b"
)
_FILM = late(r"\b(?:films?|movies?|features?|pics?|cinemas?|theat(?:er|re)s)\b")
"""What is told in parts, unless it is called a film."""
_TELEVISION = frozenset({"tv", "television", "tv news"})
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
    r"\bstage (?:show|version|adaptation|musical|play)\b"
)
"""Headlines on a series or a stage show, whatever film it is called after."""
_OF_SERIES = late(
    r" (?:film|movie|star|actor|actress|director|writer|creator|breakout|showrunner|villain)s?\b"
)
_OF_MAKERS = frozenset({"casting", "announcement", "production", "obituary", "awards"})
"""News in which a headline names a film to say who somebody is."""
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
_MERGER = late(
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
_HOUSE = late(
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
    r"\((?:19|20)\d\d ?[–-] ?(?:20\d\d)\)"
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
_OF_SEVERAL = frozenset({"awards", "box-office", "release-date"})
_AND_MORE = late(r"_[”»\"’',]*(?: sequel| film| movie)?,? (?:and|&|\+|plus) (?:\w+ )?(?:more|others)\b")
"""Behind the last of several films of a headline, blotted out: they are examples."""
_PODCAST = rare(r"podcast\b|\bep(?:isode|\.)? \d")
"""Among them those that name in their headline what they talk of."""
_PODCASTS = frozenset({"podcast", "podcasts"})
_SIDE_BY_SIDE = late(r"[”»\"’']?(?:,? and|,? or| &| beside| with| versus| vs\.?) [“«\"‘']?")
"""Between two films of an essay that compares them."""


_SECTIONS = late(r" (?:and|&) |, ?|/")
"""Between two sections in one: TV and radio."""


def elsewhere(report: Report) -> bool:
    """Tell whether a report is filed under another art: it may name films, but is about none."""
    sections = {each for tag in report.categories for each in map(key_of, _SECTIONS.split(tag))}
    if not sections.isdisjoint(_TELEVISION) and sections.isdisjoint(_OF_CINEMA):
        return True
    return not sections.isdisjoint(OTHER_ARTS) and sections.isdisjoint(FILM_SECTIONS)


def of_none(mentions: Sequence[Mention], beat: str, report: Report) -> bool:
    """Tell whether a report is about no film whatever films it names: of a life’s work, a season, a slate."""
    head = _head(mentions)
    headline = _blanked(report, head)
    if beat in NO_SUBJECT or _TALK.search(headline):
        return beat in NO_SUBJECT or not (head and _PODCAST.search(headline))
    if _SEASON.search(headline) and all(m.credit or not m.sure for m in head):
        return True
    if _HONOURS.search(headline) or _LAST_WORD.search(headline):
        return True
    if not head and not _PODCASTS.isdisjoint(map(key_of, report.categories)):
        return True
    headed = any(not m.credit for m in head)
    if len(head) > 1 and beat not in _OF_SEVERAL and _AND_MORE.search(headline):
        return True
    cast = beat in ("casting", "announcement") and len({m.key for m in head}) == 1
    if (cast or not _TELEVISION.isdisjoint(map(key_of, report.categories))) and _in_parts(report):
        return True
    serial = _SERIAL.search(headline) if len(head) < 2 else None
    if serial and not _OF_SERIES.match(headline, serial.end()):
        return True
    honoured = beat in ("awards", "festival") and not headed
    if honoured and _HONOURS.search(_SENTENCE_END.split(report.lead.lower(), 1)[0]):
        return True
    if (beat == "business" and _RESULTS.search(headline)) or _LETTERS.search(headline):
        return True
    if _SMALL_SCREEN.search(headline):
        return True
    if beat == "business" and (_MERGER.search(headline) or (not headed and _CHAIN.search(headline))):
        return True
    if not headed and (_STAFF.search(headline) or (beat == "business" and _FIRM.search(headline))):
        return True
    if not head and beat not in ("review", "trailer", "casting") and _HOUSE.search(headline):
        return True
    if beat == "awards" and not headed and (_FORECAST.search(headline) or _COUNTED.search(headline)):
        return True
    return beat == "festival" and is_programme(headline, report.lead, mentions, headed=headed)


def _in_parts(report: Report) -> bool:
    """Tell whether what is cast or announced is told in episodes, and nothing is called a film."""
    text = f"{report.title} {report.lead}".lower()
    return bool(_PARTS.search(text)) and not _FILM.search(text)


def _head(mentions: Iterable[Mention]) -> list[Mention]:
    return [m for m in mentions if m.where == "title"]


def _blanked(report: Report, head: Iterable[Mention]) -> str:
    """A headline in small letters, without the titles in it: Hunting Season is no season of films."""
    return blank(report.title, ((m.start, m.start + len(m.surface)) for m in head)).lower()


def tagged(titles: Titles, mention: Mention, report: Report) -> bool:
    """Tell whether a report is tagged with a film it names: it is about that, wherever it is filed."""
    sections = set(map(key_of, report.categories))
    return _TELEVISION.isdisjoint(sections) and mention.key in map(partial(whole, titles), sections)


def subjects(titles: Titles, mentions: Sequence[Mention], beat: str, report: Report) -> list[str]:
    """Return the films that a report is about by itself, if it is about any. `beat`: the kind of news."""
    mentions = anew(titles, mentions, report)
    head = without_compared(report.title, _head(mentions), beat)
    told = [m for m in _printed_as_titles(report.title, head) if not m.credit]
    found = [meant(titles, as_in_lead(m, mentions, report)) for m in told]
    found = [key for key in found if key not in FRANCHISES] or found
    found = without_first(found) if beat not in _OF_SEVERAL else found
    found = _filed_instead(titles, found, mentions, report) or found
    if found and beat == "release-date" and is_disc_slate(_blanked(report, head), report.lead):
        return found + [m.key for m in mentions if m.where == "lead" and not m.credit]
    if found or _PODCAST.search(_blanked(report, head)):
        return found
    if beat == "festival" and singled_out(_blanked(report, head)):
        return [m.key for m in mentions if m.where == "lead" and not m.credit][:1]
    return [m.key for m in mentions if m.where == "project"] or _of_lead(titles, mentions, beat, report)


_OF_ITS_OWN = late(
    r"[’']?s? (?:[Tt]railer|[Tt]easer|[Rr]eview|[Ss]equel|[Pp]requel|[Ss]pin-?off|[Pp]remiere|[Rr]elease)\b"
)
"""Behind a title that a headline prints as any other word: it tells of that film, too."""


def _printed_as_titles(headline: str, head: Sequence[Mention]) -> list[Mention]:
    """The films of a headline without a word that it prints as any other beside a title: a hero’s name."""
    if not any(m.sure and not m.credit for m in head):
        return list(head)
    return [
        m for m in head if m.sure or " " in m.key or _OF_ITS_OWN.match(headline, m.start + len(m.surface))
    ]


def _filed_instead(
    titles: Titles, found: Sequence[str], mentions: Iterable[Mention], report: Report
) -> list[str]:
    """The one film that a lead names and a report is filed under, where its headline has a name for it.

    Nobody else prints that as a title: TURTLES, of The Last of the Turtles.
    """
    alone = titles.known.get(found[0]) if len(found) == 1 else None
    if alone is None or alone.sure > 1:
        return []
    filed = {m.key for m in mentions if m.where == "lead" and not m.credit and tagged(titles, m, report)}
    return list(filed) if len(filed) == 1 else []


def _of_lead(titles: Titles, mentions: Sequence[Mention], beat: str, report: Report) -> list[str]:
    """The film that a lead is about, with one set beside it; none of a career, a season, a list."""
    named = {m.key for m in mentions if m.where == "title"}
    tags = [m.key for m in mentions if m.where == "tag"]
    told = [m for m in mentions if m.where == "lead"]
    told = told if named else continued(told, report.title.lower())
    lead = [meant(titles, m) for m in told if not m.credit and m.key not in named]
    alone = len({m.key for m in mentions}) == 1 and not any(map(is_late, told))
    if not lead and (alone or beat not in _OF_MAKERS):  # the star of a film at its premiere
        lead = [meant(titles, m) for m in told if not m.credit]
    lead = lead or _credited_and_tagged(titles, mentions, report)
    filed = {*tags, *_credited_and_tagged(titles, mentions, report)}
    if beat == "interview" and (asked := asked_about(titles, mentions, lead, filed, report)):
        return [asked]
    of_tags = [key for key in lead if key in filed] or (tags if len(tags) == 1 else [])
    late_on = any(is_late(m) for m in told if m.key in lead[:1])
    if beat == "interview":
        lead = sorted(lead, key=lambda key: -printed(titles, key))
    mine = [m for m in told if m.key in (lead[:1] if beat == "interview" else lead)]
    if mine and all(map(is_late, mine)) and not filed and beat in ASIDE:
        return []
    examples = 1 if late_on or beat == "business" or _in_a_row(told, report) else MANY
    compared = lead[:1] if beat in ("business", "interview") else _side_by_side(told, lead, report)
    if not of_tags and len(set(lead)) > examples and len(compared) < 2:
        return []
    if compared[:1] and compared[0] in FRANCHISES and beat != "business":
        compared = [key for key in lead if key not in FRANCHISES][:1] or compared  # as Star Wars was
    return of_tags[:1] or compared


def _side_by_side(told: Iterable[Mention], lead: list[str], report: Report) -> list[str]:
    """The first film of a lead, with the one that an essay sets beside it: this one and that."""
    for one, other in pairwise(m for m in told if m.start < OPENING):
        between = report.lead[one.start + len(one.surface) : other.start]
        if [one.key, other.key] == lead[:2] and _SIDE_BY_SIDE.fullmatch(between):
            return lead[:2]
    return lead[:1]


def _in_a_row(told: Sequence[Mention], report: Report) -> bool:
    """Tell whether a lead lists its first films as examples: I saw Kiln again, and Nib."""
    first = [m for m in told if m.start < OPENING][:2]
    return len(first) == MANY_IN_A_ROW and bool(
        _LISTED.fullmatch(report.lead, first[0].start + len(first[0].surface), first[1].start)
    )


def _credited_and_tagged(titles: Titles, mentions: Iterable[Mention], report: Report) -> list[str]:
    """Films named only to say who somebody is, of which the tags say that the report is about them."""
    tags = set(map(partial(whole, titles), map(key_of, report.categories)))
    return [m.key for m in mentions if m.where != "tag" and m.key in tags]
