"""Films, learnt from how outlets print them and recognised wherever they are printed bare."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from reader.stories.report import Report
from reader.stories.spans import Token, in_capitals, key_of, quoted, shouted, titled, tokens, trim
from reader.stories.terms import fold
from reader.stories.words import NO_TITLE, SECTION_NAMES, SMALL, WORKS_ELSEWHERE

_NUMBER = re.compile(r"\d{1,2}|ii|iii|iv|v|vi|vii|viii|ix|x")
_PART = re.compile(r"\s*:?\s*(?:Part|Chapter|Volume|Vol\.|Episode)\s+(?:\d+|[IVX]+|One|Two|Three|Four|Five)\b", re.I)
_ORDINALS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "2nd": 2, "3rd": 3, "4th": 4}
_NTH = re.compile(r"\b(second|third|fourth|fifth|sixth|seventh|2nd|3rd|4th)(?:\s+and\s+(?:last|final))?\s+[“\"‘']?$", re.I)
_SEQUEL_AFTER = re.compile(r"^[”\"’']?\s+(?:sequel|follow-up|2\b)", re.I)
_SEQUEL_BEFORE = re.compile(r"\b(?:sequel|follow-up|successor)\s+(?:to|of)\s+(?:[^\W_]+\s+[^\W_]+['’]s\s+)?[“\"‘']?$", re.I)
_KIND_AFTER = re.compile(r"^[”\"’'!?,.]*\s+(?:film|movie|picture|pic|instalment|installment)\b", re.I)
_CREDIT_AFTER = re.compile(
    r"^[”\"’',.!]*(?:['’]s?)?\s+(?:co-)?(?:director|directors|filmmaker|helmer|writer|creator|star|stars|actor|actress|breakout|duo|alum|alums|"
    r"producer|producers|team|veteran|editor|composer|cinematographer|screenwriter|scribe|fame|novelist|author)\b(?!\s+(?:exits|leaves|quits|departs|says))",
    re.I,
)
_CREDIT_BEFORE = re.compile(
    r"(?:\b(?:previously|since|like|unlike|recalling|echoing|evoking|director of|directors of|star of|stars of|maker of|makers of|"
    r"writer of|known for|best known for|famous for|fresh off|hot off|following|after|before|leading|led|whose|worked (?:\w+ ){0,3}on|teamed (?:\w+ ){0,2}(?:on|for)|won (?:\w+ ){0,3}for|"
    r"oscar for|beyond|behind|ahead of|wore (?:\w+ ){0,4}in|from|did (?:in|on)|starred in|played in|two weeks after|weeks after|collaborat\w+ on|"
    r"the original|the first|the first two|predecessor|than)\s+(?:(?:the|his|her|their|such|hits?|films?|movies?|as|and|of|on)\s+){0,3})[“\"‘']?$",
    re.I,
)
_CONTEXT_AFTER = re.compile(
    r"^[”\"’'!]*(?:['’]s)?\s*[:–—-]?\s+(?:review|reviews|trailer|teaser|sequel|recap|ending|cast|director|movie|film|"
    r"explained|box office|score|star|poster|set photos|prequel|remake|reboot|premiere|release date|budget|3|2)\b",
    re.I,
)
_CONTEXT_BEFORE = re.compile(r"\b(?:review:|\[review\]|trailer for|sequel to|remake of|reboot of|podcast \d+:)\s*[“\"‘']?$", re.I)
_OTHER_AFTER = re.compile(r"^[”\"’',.!]*\s+(?:" + "|".join(sorted(WORKS_ELSEWHERE)) + r")\b", re.I)
_OTHER_BEFORE = re.compile(
    r"\b(?:series|sitcom|novel|book|album|song|play|memoir|show|podcast|musical|game|episode|soap|bestseller|magazine|newspaper|label|banner)\s*[,:]?\s*[“\"‘']?$", re.I
)


class Mention(NamedTuple):
    """A film named in a report. `credit`: only to say who somebody is, or what something resembles."""

    key: str
    surface: str
    where: str
    start: int
    sure: bool
    credit: bool = False
    sequel: int = 0


@dataclass(slots=True)
class Title:
    """What is known of one title."""

    forms: Counter[str] = field(default_factory=Counter)
    outlets: set[str] = field(default_factory=set)
    sure: int = 0
    """Times printed as a title: quoted, emphasised, in capitals or as a tag that is one elsewhere."""
    elsewhere: int = 0
    """Times called a series, a book, a song."""
    beside: Counter[str] = field(default_factory=Counter)
    """People named in the same reports."""

    def best(self) -> str:
        """The form most often printed, capitals last."""
        return max(self.forms, key=lambda form: (not form.isupper(), self.forms[form], "’" in form, form))


class Titles:
    """Every title the library has shown so far."""

    def __init__(self) -> None:
        self.known: dict[str, Title] = {}
        self._first: dict[str, set[tuple[str, ...]]] = {}
        self._tails: dict[str, set[str]] = {}
        self.outlets: set[str] = set()

    # ------------------------------------------------------------ learning

    def learn(self, report: Report) -> None:
        """Take in the titles one report prints as such."""
        self.outlets.add(key_of(report.outlet))
        own = set()
        for text, span, how in printed(report):
            key = key_of(span)
            if not self._fit(key, span):
                continue
            start = text.find(span)
            elsewhere = bool(_OTHER_AFTER.search(text[start + len(span) :]) or _OTHER_BEFORE.search(text[:start]))
            self._add(key, span, report.outlet, how, elsewhere)
            own.add(key)
        for category in report.categories:
            key = key_of(category)
            if key in self.known or key in own:
                self._add(key, category, report.outlet, "tag", False)
            elif self._fit(key, category) and _is_title_tag(category):
                self._add(key, category, report.outlet, "tag", False)

    def _fit(self, key: str, span: str) -> bool:
        if not key or key in self.outlets or key in NO_TITLE or key in SECTION_NAMES or len(key) < 2:
            return False
        return not key.isdigit() and not any(key == f"the {outlet}" for outlet in self.outlets)

    def _add(self, key: str, form: str, outlet: str, how: str, elsewhere: bool) -> None:
        title = self.known.get(key)
        if title is None:
            title = self.known[key] = Title()
            parts = tuple(key.split())
            self._first.setdefault(parts[0], set()).add(parts)
        title.forms[form] += 1
        title.outlets.add(outlet)
        title.sure += how != "tag" or 0
        title.elsewhere += elsewhere
        if ": " in form:
            self._tails.setdefault(key_of(form.split(": ", 1)[1]), set()).add(key)

    # ------------------------------------------------------------ recognising

    def find(self, text: str, where: str, *, marked: Iterable[str] = (), beside: Iterable[str] = ()) -> list[Mention]:
        """Every title in a text, longest match first; one-word titles only where something vouches for them."""
        loud = shouted(text)
        emphasised = {key_of(span) for span in marked}
        sure = [(span.start, span.end) for span in quoted(text)]
        found: list[Mention] = []
        row = tokens(text)
        at = 0
        while at < len(row):
            size, mention = self._at(text, where, row, at, sure, emphasised, set(beside), loud)
            if mention:
                found.append(mention)
            at += max(size, 1)
        return found

    def _at(
        self, text: str, where: str, row: list[Token], at: int, sure: list[tuple[int, int]],
        emphasised: set[str], beside: set[str], loud: bool,
    ) -> tuple[int, Mention | None]:
        for parts in sorted(self._first.get(row[at].key, ()), key=len, reverse=True):
            size = len(parts)
            if tuple(token.key for token in row[at : at + size]) != parts:
                continue
            key = " ".join(parts)
            start, end = row[at].start, row[at + size - 1].end
            vouched = key in emphasised or any(a <= start and end <= b for a, b in sure)
            if not vouched and not self._bare(key, text, row[at : at + size], start, end, beside, loud):
                continue
            extra, key2, end2 = self._longer(text, row, at + size, key, end)
            if self.known[key].elsewhere * 2 > sum(self.known[key].forms.values()) and key2 == key:
                return size, None
            before, after = text[:start], text[end2:]
            nth = _NTH.search(before)
            sequel = 0
            if nth and (_KIND_AFTER.search(after) or True) and _ORDINALS.get(nth.group(1).lower()):
                sequel = _ORDINALS[nth.group(1).lower()]
            elif _SEQUEL_AFTER.search(after) or _SEQUEL_BEFORE.search(before):
                sequel = 2
            credit = bool(_CREDIT_AFTER.search(after) or _CREDIT_BEFORE.search(before)) and not sequel
            return size + extra, Mention(key2, text[start:end2], where, start, vouched, credit, sequel)
        return 1, None

    def _bare(
        self, key: str, text: str, row: list[Token], start: int, end: int, beside: set[str], loud: bool
    ) -> bool:
        large = [token for token in row if token.key not in SMALL]
        if not all(token.text[0].isupper() or token.text[0].isdigit() for token in large):
            return False
        if not row[0].text[0].isupper() and not row[0].text[0].isdigit():
            return False
        title = self.known[key]
        if len(large) >= 2 and title.sure:
            return True
        if _CONTEXT_AFTER.search(text[end:]) or _CONTEXT_BEFORE.search(text[:start]):
            return bool(title.sure or len(title.outlets) > 1)
        return bool(title.sure) and any(title.beside[name] for name in beside)

    def _longer(self, text: str, row: list[Token], at: int, key: str, end: int) -> tuple[int, str, int]:
        """A title followed by a sequel number is another title: Heat 2 is not Heat."""
        part = _PART.match(text, end)
        if part:
            extra = sum(token.start < part.end() for token in row[at:])
            return extra, f"{key} {key_of(part.group())}", part.end()
        if at < len(row) and text[end : row[at].start] == " " and _NUMBER.fullmatch(row[at].key):
            after = text[row[at].end : row[at].end + 12]
            if row[at].key not in ("i", "v", "x") and not re.match(r"[.,]\d|\s*(?:million|m\b|billion|percent|%|years|stars|minutes)", after):
                return 1, f"{key} {row[at].key}", row[at].end
        return 0, key, end

    # ------------------------------------------------------------ one name for each

    def whole(self, key: str) -> str:
        """The full title a subtitle stands for: The Bone Temple is 28 Years Later: The Bone Temple."""
        wholes = self._tails.get(key, ())
        return min(wholes) if len(wholes) == 1 else key

    def form(self, key: str) -> str:
        """A title as it is best printed."""
        title = self.known.get(key)
        return title.best() if title else key.title()

    def sequel_of(self, key: str, number: int) -> str | None:
        """The title of a film's numbered sequel, where the library knows one."""
        for ending in (str(number), {2: "ii", 3: "iii", 4: "iv"}.get(number, "")):
            if ending and f"{key} {ending}" in self.known:
                return f"{key} {ending}"
        parts = [other for other in self.known if other.startswith(f"{key} part ") or other.startswith(f"{key} chapter ")]
        named = [other for other in parts if other.endswith(({2: "two", 3: "three"}.get(number, "?"), str(number)))]
        return min(named) if named else None


def printed(report: Report) -> Iterator[tuple[str, str, str]]:
    """The spans a report prints as titles: (the text around, the span, how)."""
    for span in quoted(report.title):
        yield report.title, span.text, "quote"
    for span in in_capitals(report.title):
        yield report.title, span.text, "capitals"
    for span in quoted(report.lead):
        yield report.lead, span.text, "quote"
    for text in report.emphases:
        if titled(trim(text)):
            yield report.lead, trim(text), "emphasis"


def _is_title_tag(category: str) -> bool:
    """Tell whether a tag can only be a film: a sequel number or a subtitle gives it away."""
    return bool(re.search(r"[^\W_] (?:\d{1,2}|II|III|IV)$|: ", category)) and titled(category)
