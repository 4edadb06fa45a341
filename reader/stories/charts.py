"""Who opens and who leads, in reports of a weekend's box office; who only held on is named in passing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from reader.patterns import late
from reader.stories.films.mentions import Mention
from reader.stories.report import Report
from reader.stories.words import FRANCHISES

_WEEK = r"(?:frame|week(?:end)?s?|w/e|wknd|lap|session|outing|round|go-around|lap|stanza)"
_HELD = late(
    rf"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|2nd|3rd|\d+th|sophomore)[ -]{_WEEK}|"
    rf"\b{_WEEK} (?:two|three|four|five|six|\d)\b|\b(?:in|after) (?:two|three|four|five) {_WEEK}|"
    r"[–—-]\d\d%|\b(?:down|off|fell|falls?|falling|fall|dropp?\w*|slid\w*|slips?|slipped|eas(?:ed|es|ing)|"
    r"tumbl\w+|plung\w+|dipp?\w*|sank|sinks?|declin\w+|crash\w+|los(?:t|es|ing)|shed\w*|held|holds?|holding|"
    r"retain\w*|add(?:s|ed)|hung|hangs|stays?|stayed) (?:[\w’'-]+ ){0,4}?"
    r"(?:-?\d+(?:\.\d)? ?(?:%|percent|per ?cent)|to (?:second|third|fourth|fifth)|"
    r"(?:on|up|steady|well|firm|strong\w*)\b)|\bsteep decline|\bholdovers?|\bleftovers?|"
    r"\blast week(?:end)?[’']s (?:\w+ )?(?:champ\w*|leader|winner|number|no)|\bformer champ\w*|"
    r"\badd(?:s|ed) (?:another |an? |a further )?[$£€]|\bnow (?:at |stands at )?[$£€]|\b(?:total|cume|"
    r"running)\w* (?:of |to |at |tally )?[$£€]|"
    r", [$£€][\d.]+m?\.$|"
    r"\b(?:hold|held|stay)\w* (?:in )?at [$£€]|\b(?:took|takes|earn(?:s|ed)|made|makes|grabs|grabbed) "
    r"another\b|"
    r"\ba week ago\b|\bdown to (?:second|third|fourth|fifth)|"
    r"^\W*[a-z]+(?:s|ed) (?:an? )?(?:[a-z-]+ )?\d\d(?:\.\d)? ?(?:%|percent|per cent)(?! of)|"
    r"\b(?:pass|cross|surpass|top|hit|reach|clear)(?:p?ed|e?s|ing)? (?:the )?[$£€]|\breturning\b|"
    r"\b(?:bumps?|bounces?|boosts?|surg(?:es?|ed|ing)|expand(?:s|ed|ing)|re-?enter(?:s|ed)|climb(?:s|"
    r"ed) back|"
    r"crack(?:s|ed) the top|add(?:s|ed|ing) (?:another )?[\d,]+ (?:\w+ )?(?:sites?|screens?|theat(?:er|re)s?|"
    r"locations?|cinemas?|runs?|houses))\b|"
    r"\b(?:holds?|held|stays?|stayed|remain(?:s|ed)|clings?|clung) (?:in |at |on (?:at |in )?|to )?(?:no\. )?"
    r"(?:third|fourth|fifth|sixth|3|4|5)\b"
)
_OPENS = late(
    r"\bopen(?:s|er|ers|ed|ing)\b|\bdebut\w*|\bbows?\b|\bbowed\b|\bnewcomers?\b|\bnew\b|\bstarts?\b|"
    r"\barriv\w+|\blaunch\w*|\bfirst weekend"
)
_FIRST = late(
    r"\bopen(?:s|ed|ing)\b|\bdebut\w*|\bbow(?:s|ed)\b|\bfirst (?:weekend|frame)|\bopening (?:weekend|"
    r"frame)|[,(] ?(?:new|opening|opener|debut|launch)\b|\blaunch(?:es|ed|ing)?\b|"
    r"\b(?:start(?:s|ed)|began|begins|kick(?:s|ed) off|set(?:s)? sail) (?:its \w+ )?(?:with|at|on|in|to)\b|"
    r"\ban? (?:[\w$£€.’'-]+ ){0,4}(?:start|launch|bow|entrance|arrival)\b|"
    r"\bdead on arrival\b|\bdoa\b|\bscar(?:es|ed) up\b|\b(?:rang|rings) up\b"
)
_NEWCOMERS = late(
    r"\b(?:newcomers?|openers?|new (?:\w+ )?(?:releases?|entr(?:y|ies|ants?)|arrivals?|offerings?|films?|"
    r"movies?|titles?)|debutants?|counter-?programm\w+|debuting|"
    r"new (?:was|were|is|are|this \w+))\b"
    r"[^.;]{0,60}$|"
    r"\b(?:newcomers|openers|debutants|new (?:\w+ )?(?:releases|entries|entrants|arrivals|films|movies|"
    r"titles))\b(?:[^.;]|\.\d){0,60}$|"
    r"\bnew (?:[\w-]+ ){0,2}?(?:version|adaptation|take|film|movie|comedy|thriller|drama|horror) "
    r"(?:(?:of|on|from|by) )?(?:[\w’'.-]+ ){0,4}[“«\"‘']?$"
)
_AMONG_NEW = late(
    r"\b(?:among|of) (?:the |this week(?:end)?[’']s )?(?:\w+ )?(?:openers|newcomers|debutants|"
    r"new (?:\w+ )?(?:releases|entries|entrants|arrivals|films|movies|titles))\b(?:[^.;]|\.\d)*$",
    re.I,
)
"""Before a title: the sentence lists what opens."""
_HOLDOVERS = late(r"\b[Hh]oldovers: ")
"""What a list of all that opened ends with."""
_LEADS = late(
    r"[”»\"’']?,?(?: which| that| again| still| comfortably| easily){0,2} "
    r"(?:(?:led|leads|topped|tops|ruled|rules|"
    r"reigned|reigns)\b|(?:w[io]ns?|took|takes) (?:the weekend|again|the (?:box office|frame))|"
    r"(?:finish(?:ed|es)|c[ao]mes?|place[sd]) (?:in )?(?:first|no\. ?1|on top)|"
    r"(?:held|holds|stay(?:s|ed)|remain(?:s|ed)|retain(?:s|ed)|keeps?|kept|(?:is|was)(?: still)?) "
    r"(?:in |at |on )?(?:the |its )?(?:first|no\. ?1|top|number one|crown|throne|lead|perch)\b|"
    r"(?:holds court|repeats? (?:at|on|as)|takes (?:a|its) (?:second|third|fourth|fifth)\b))",
    re.I,
)
"""After a title: it is the film that leads a weekend."""
_ITS = late(r"\b(?:of|from|to) [“«\"‘']?$")
"""Before a title: another film is made of it."""
_NEXT_TO = late(
    r"\b(?:ahead of|behind|over|past|beat(?:s|ing)?|edg(?:es|ed|ing)(?: out)?|bests?|bested|besting|"
    r"top(?:s|ped|ping)|out-?\w+(?:s|ed|ing)|nosing ahead of|(?:after|against|opposite|versus|vs\.?)) "
    r"(?:[\w’'.&-]+ ){0,5}?[“«\"‘']?$"
)
"""Before a title: another film of the weekend, set beside this one."""
_THE_NEW = late(r"\b(?:new|newcomers?|debutante?|opener) (?:[\w’'-]+ ){0,3}[“«\"‘']?$")
"""Before a title: who holds on keeps the new film in second place."""
_YEAR = late(r"\b(?:19|20)\d\d\b")
_RANKS = late(r"(?:^|[.;,] )\d{1,2}[.)] ")
_MARKED_NEW = late(r"\b(?:new|opener|debut)\b", re.I)
"""Where a ranked list marks what is new, the rest is not."""
_ENDS = late(
    r"(?:(?<=[a-z0-9%)’”\"'])|(?<=\d[MBK]))[.;!?](?:\s|$)|, (?:while|and|as|with)\b|"
    r" (?:behind|ahead of|past) (?:an? |the )?"
    rf"(?:returning|holdovers?|(?:second|third|fourth|fifth|sixth|\d\w\w) {_WEEK})\b"
)


def in_full(mentions: Sequence[Mention]) -> list[Mention]:
    """Let a short title in a headline be the one film of its lead with those words: ‘Harrow’ Stays on Top."""
    lead = {m.key for m in mentions if m.where == "lead"}
    full = {m.key: [key for key in lead if f" {m.key} " in f" {key} "] for m in mentions if m.key not in lead}
    return [
        m._replace(key=full[m.key][0]) if m.where == "title" and len(full.get(m.key, ())) == 1 else m
        for m in mentions
    ]


def held(report: Report, mentions: Sequence[Mention]) -> Iterator[tuple[str, bool]]:
    """Every film a report of the box office names, and whether it was there before: by what is said of it."""
    for where, text in (("title", report.title), ("lead", report.lead)):
        named = sorted((m for m in mentions if m.where == where), key=lambda m: m.start)
        bounds = [m.start for m in named] + [len(text)]
        holding = False
        ranked = len(_RANKS.findall(text)) > 1 and bool(_MARKED_NEW.search(text))
        for place, mention in enumerate(named):
            begin = mention.start + len(mention.surface)
            before = _clause_before(text[bounds[place - 1] if place else 0 : mention.start])
            after = text[begin : bounds[place + 1]]
            end = _ENDS.search(after)
            said = after[: end.start() if end else None].lower()
            listed = re.search(r"\bholdovers?:? [^.]*$", before)
            holding = bool(listed) or (holding and bool(re.fullmatch(r"[\s,”»\"’']*(?:and )?", before)))
            falls, opens = _HELD.search(said), _OPENS.search(said)
            gone = falls or _HELD.search(before) or (mention.credit and not _NEXT_TO.search(before))
            anew = opens is not None and (falls is None or opens.start() < falls.start())
            was = bool(gone) and not anew and not _THE_NEW.search(before)
            yield mention.key, was or holding or (ranked and not _OPENS.search(said))


def _clause_before(text: str) -> str:
    """What leads up to a title in its own sentence."""
    return re.split(r"[.;!?] |,? (?:while|as)\b|, and\b", text)[-1][-60:].lower()


def _told_new(report: Report, mentions: Sequence[Mention]) -> Iterator[str]:
    """The films that a report has in its headline, or of which it says that they are new."""
    for where, text in (("title", report.title), ("lead", report.lead)):
        named = sorted((m for m in mentions if m.where == where), key=lambda m: m.start)
        bounds = [m.start for m in named] + [len(text)]
        for place, mention in enumerate(named):
            after = text[mention.start + len(mention.surface) : bounds[place + 1]]
            end = _ENDS.search(after)
            said = after[: end.start() if end else None].lower()
            before = _clause_before(text[bounds[place - 1] if place else 0 : mention.start])
            if where == "title" or _OPENS.search(said) or _OPENS.search(before):
                yield mention.key


def opening(report: Report, mentions: Sequence[Mention]) -> set[str]:
    """The films of which a report says that they open."""
    found = set()
    for mention in (each for each in mentions if not each.credit):
        text = {"title": report.title, "lead": report.lead}.get(mention.where, "")
        then = min(
            (m.start for m in mentions if m.where == mention.where and m.start > mention.start), default=None
        )
        after = text[mention.start + len(mention.surface) : then]
        end = _ENDS.search(after)
        before = _clause_before(text[: mention.start])
        said = after[: end.start() if end else None].lower()
        listed = _AMONG_NEW.search(text, max(0, mention.start - 240), mention.start)
        if listed or (_FIRST.search(said) and not _YEAR.search(said)) or _NEWCOMERS.search(before):
            found.add(mention.key)
    return found | set(_before_holdovers(report.lead, mentions))


def _before_holdovers(lead: str, mentions: Sequence[Mention]) -> Iterator[str]:
    """The films that stand in a list before those that were there before."""
    rest = _HOLDOVERS.search(lead)
    for mention in mentions if rest else ():
        if rest and mention.where == "lead" and mention.start < rest.start() and not mention.credit:
            yield mention.key


def _leading(report: Report, mentions: Sequence[Mention]) -> set[str]:
    """The films of which a report says that they lead the weekend."""
    texts = {"title": report.title, "lead": report.lead}
    found = set()
    for m in mentions:
        text = texts.get(m.where, "")
        if _LEADS.match(text, m.start + len(m.surface)) and not _ITS.search(
            text, max(0, m.start - 8), m.start
        ):
            found.add(m.key)
    return found


def _first_of_all(leaders: Counter[str], reports: int) -> list[str]:
    """The film that leads a weekend: by the only report there is, or by more than one of them."""
    (first, said), *others = leaders.most_common() or [("", 0)]
    sure = said > max((n for _, n in others), default=0) and said > min(reports - 1, 1)
    return [first] if sure else []


def _headed(mentions: Sequence[Mention]) -> list[str]:
    return [m.key for m in sorted(mentions, key=lambda m: m.start) if m.where == "title"]


def of_weekend(
    shared: Sequence[str], reports: Sequence[Report], mentioned: Sequence[Sequence[Mention]]
) -> list[str]:
    """The film that leads a weekend and those that open in it. `shared`: what its reports lead with."""
    spoken: Counter[str] = Counter()
    old: Counter[str] = Counter()
    for report, mentions in zip(reports, mentioned, strict=True):
        spoken.update({m.key for m in mentions if m.where != "tag"})
        old.update({key for key, was in held(report, mentions) if was})
    first = Counter(head[0] for head in map(_headed, mentioned) if head and head[0] in spoken)
    shared = sorted(shared, key=lambda key: -first[key])
    told = zip(reports, mentioned, strict=True)
    fresh = {key for report, mentions in told for key in _told_new(report, mentions)}
    new = [key for key in spoken if 2 * old[key] < spoken[key] and (key in fresh or not old[key])]
    opened = Counter(
        key for each, named in zip(reports, mentioned, strict=True) for key in opening(each, named)
    )
    common = [key for key in new if len(reports) > 1 and spoken[key] > 1]
    openers = [key for key in common if opened[key] or spoken[key] == len(reports)]
    leaders = Counter(
        key for each, named in zip(reports, mentioned, strict=True) for key in _leading(each, named)
    )
    found = dict.fromkeys(
        [
            *shared[:1],
            *(key for key in shared[1:] if key in new),
            *openers,
            *_first_of_all(leaders, len(reports)),
        ]
    )
    return [key for key in found if key not in FRANCHISES] or list(found)
