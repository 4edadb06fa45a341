"""Whether a known title is meant where a text prints it as any other words."""

from __future__ import annotations

from collections.abc import Collection

from reader.patterns import late
from reader.stories.films.canonical import canonical
from reader.stories.films.context import (
    BEGINS,
    BEGINS_AMID,
    BEGINS_RARE,
    CONTEXT_AFTER,
    CONTEXT_BEFORE,
    NUMBER,
)
from reader.stories.films.title import Title
from reader.stories.films.titles import Titles
from reader.stories.language.spans import shouted, title_case
from reader.stories.language.terms import stem, usual
from reader.stories.language.tokens import Part, Row, key_of
from reader.stories.language.word_lists import (
    CHARACTERS,
    COUNTRIES,
    NAMESAKES,
    NO_NAME,
    SMALL,
    STOP,
    first_names,
)

_PLACE_BEFORE = late(
    r"\b(?:city|cities|town|township|village|hamlet|port|seaport|resort|suburb|borough|district|county|"
    r"province|region|state|island|isle|peninsula|valley|gulf|bay|kingdom|republic|capital|parish|people|"
    r"mayor|bishop|university|college|port city|coast|streets|outskirts|siege|battle) of $|"
    r"\b(?:mayor|council|capital|city|town|village|resort|port|suburb) (?:in|at|near|outside) $"
)
"""Before one word, in small letters: it is the name of a place."""
_PLACES = COUNTRIES | NAMESAKES
_AND_WHO = late(r" (?:and|&|vs\.?|with|meets|fights|faces|joins (?:hands|forces) with) ([A-Z]\w+ [A-Z]\w+)")
"""After one word that may be a title, or who a film is about: somebody else in it."""
NAME = 2
"""Words of a name."""
_TAKES = late(
    r"(?:[’']s(?: [\w-]+){1,4})? (?:bows|opens|debuts|starts|launches|drops|falls|slips|slides|adds|"
    r"holds|takes|"
    r"earns|grosses|grabs|collects)(?! (?:on |this |next )?\w+day\b| next\b)\b[^.;]{0,40}[$£€]\d"
)
"""After a title with which a sentence of a chart begins: what it does there, and its sum."""
_DOES = late(
    r",? (?:(?:also|still|then|now|again) )?(?:is|was|has|had|will|did|does|can|may|might|could|should|would|"
    r"(?:wo|is|was|did|does|ca)n[’']t|follow(?:s|ed)|w[io]ns?|leads?|led|took|takes|made|makes|came|comes|"
    r"got|gets|went|goes|in which|which|about)\b"
)
"""After a title with which a sentence begins: what it does, as anything may."""
_ENTERS = late(r"$|[.?!]$| (?:in|at|on|and|by|from|as|is|was|or)\b")
"""After a title that stands behind a colon: in what, or by whom."""
_AMID = late(r"[a-z’'][,;]? $")


def is_meant_bare(
    titles: Titles, key: str, text: str, row: Row, place: int, words: int, beside: Collection[str]
) -> bool:
    """Tell whether a known title is meant by so many words of a row, from one on. `beside`: people named."""
    start, last = row.starts[place], place + words - 1
    end = row.starts[last] + len(row.texts[last])
    meant = _is_meant(titles, key, text, row.part(place, words), start, end, beside)
    return meant and not _goes_on(titles, text, row, place + words, end)


def _is_meant(
    titles: Titles, key: str, text: str, part: Part, start: int, end: int, beside: Collection[str]
) -> bool:
    if not _may_be_meant(key, text, part, start, end, beside):
        return False
    large = [word for word, spoken in zip(*part, strict=True) if spoken not in SMALL]
    title = titles.known[key]
    if _is_name_too(titles, key, part):
        return False
    if not all(map(is_capital, large)):
        return title.forms[text[start:end]] > 1  # Il custode
    if len(large) >= 2 and title.sure:
        return True
    if not start and text[end : end + 2] == ": " and titles.usual(key):
        return True
    before, after = text[max(0, start - 30) : start].lower(), text[end : end + 40].lower()
    if CONTEXT_AFTER.search(after) or CONTEXT_BEFORE.search(before):
        return bool(title.sure or len(title.outlets) > 1)
    if part.keys[0] == "the" and title.sure and _has_article_amid(text, start):
        return True
    rare = stem(part.keys[0]) not in usual()
    begins = start and text[start - 2] in ".!?—" and titles.usual(key)
    if begins and (BEGINS_AMID.match(text, end) or _TAKES.match(text, end)):
        return rare
    told = (
        _DOES.match(text, end) if begins else _ENTERS.match(text, end) if _after_colon(text, start) else None
    )
    if told and titles.usual(key) and key_of(large[-1]) not in first_names():
        return stem(key_of(large[-1])) not in usual()
    if (
        not start
        and titles.usual(key)
        and (BEGINS.match(text, end) or (rare and BEGINS_RARE.match(text, end)))
    ):
        return True
    return _is_meant_word(title, text, part, start, end, beside)


def _after_colon(text: str, start: int) -> bool:
    """Tell whether a title is the first word behind a colon, where few words have a capital."""
    return text[max(0, start - 2) : start] == ": " and not title_case(text)


def _may_be_meant(key: str, text: str, part: Part, start: int, end: int, beside: Collection[str]) -> bool:
    """Tell whether nothing speaks against a title: no hero, no surname of somebody beside, no place."""
    large = [word for word, spoken in zip(*part, strict=True) if spoken not in SMALL]
    if len(large) == 1 and (other := _AND_WHO.match(text, end)) and key_of(other[1]) in CHARACTERS:
        return False  # Plumbo and Lex Luthor
    if not all(map(is_capital, large)):
        return len(large) > 1
    if not is_capital(part.texts[0]) or any(one.endswith(f" {key}") for one in beside):
        return False  # the surname of somebody named beside
    return " " in key or not _is_no_title(key, text, start, part.texts[0])


def _is_name_too(titles: Titles, key: str, part: Part) -> bool:
    """Tell whether words are somebody’s name, and a title only where a chart has it in capitals."""
    named = len(part.keys) == NAME and part.keys[0] in first_names() and not part.texts[0].isupper()
    if not named or not all(form.isupper() for form in titles.known[key].forms):
        return False
    return canonical(titles, key).startswith(key)  # The Super Ann Mull Movie is called so, too


def _has_article_amid(text: str, start: int) -> bool:
    """Tell whether the capital article that a title begins with stands amid a sentence."""
    return _AMID.search(text, max(0, start - 3), start) is not None and not title_case(text)


def _is_meant_word(
    title: Title, text: str, part: Part, start: int, end: int, beside: Collection[str]
) -> bool:
    """Tell it of a title that nothing right beside it tells: by its capital amid a sentence, or by people."""
    first, before = part.texts[0], text[max(0, start - 30) : start]
    if _is_capital_for_once(title, text, part, start):
        amid = text[start - 2] not in ".!?:;" and not text[end : end + 2].strip()[:1].isupper()
        return amid and not before.lower().endswith("the ") and not _of_a_name(before)
    if len(first) > 3 and first.isupper() and title.sure and not shouted(text):
        return True  # a chart sets its films in capitals
    if not title_case(text) and _of_a_name(before):
        return False  # The Devil Wears Prada is no Prada
    return bool(title.sure) and any(title.beside[name] for name in beside)


def _is_capital_for_once(title: Title, text: str, part: Part, start: int) -> bool:
    """Tell whether the capital of a title that several outlets print says something where it stands."""
    first = part.texts[0]
    return (
        title.sure > 1
        and len(title.outlets) > 1
        and start > 0
        and not (title_case(text) or shouted(text))
        and first[1:] == first[1:].lower()
        and len(first) > 3
        and part.keys[0] not in first_names()
    )


def _is_no_title(key: str, text: str, start: int, printed: str) -> bool:
    """Tell whether one bare word is where something is, or a body’s letters: in Berlin, the US film."""
    letters = printed.isupper() and key in STOP and not shouted(text)
    return key in _PLACES or letters or bool(_PLACE_BEFORE.search(text[max(0, start - 30) : start].lower()))


def _of_a_name(before: str) -> bool:
    """Tell whether a capitalised word right before one makes it part of a longer name: Cathy Come Home."""
    last = before.rstrip(' “«"‘').rpartition(" ")[2]
    whole = last[:1].isupper() and last[-1:].isalnum() and not last.endswith(("’s", "'s"))
    return whole and key_of(last) not in NO_NAME


_OF_OLD = late(
    r" the (?:Great|Elder|Younger|Terrible|Conqueror|Magnificent|Pious|Bold|Wise|Confessor|Baptist|"
    r"Apostle|Evangelist|Hun|Impaler|Lionheart|First|Second|Third|Fourth|Fifth)\b"
)
"""Behind one word: it is a ruler's or a saint's name."""


def _goes_on(titles: Titles, text: str, row: Row, at: int, end: int) -> bool:
    """Tell whether a name goes on behind a title in running text: Heat Requiem is no Heat."""
    if _OF_OLD.match(text, end):
        return True
    if at >= len(row) or text[end : row.starts[at]] != " " or row.cases[at] != "u" or title_case(text):
        return False
    word, key = row.texts[at], row.keys[at]
    if (
        word.isupper()
        or key in NO_NAME
        or key in first_names()
        or stem(key) in usual()
        or NUMBER.fullmatch(key)
    ):
        return False
    return not any(place == at for place, _, _ in titles.phrases.found(text))


def is_capital(word: str) -> bool:
    """Tell whether a word is printed large, or begins with a figure, as words of titles do."""
    return word[0].isupper() or word[0].isdigit()
