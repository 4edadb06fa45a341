"""What a headline has in capitals beside titles: what is called out, said aloud, the letters of a body."""

from __future__ import annotations

from collections.abc import Sequence

from reader.patterns import late
from reader.stories.films.context import CONTEXT_AFTER, CONTEXT_BEFORE
from reader.stories.language.spans import Span, in_capitals
from reader.stories.language.terms import stem, usual
from reader.stories.language.tokens import key_of, tokens, word_set
from reader.stories.language.word_lists import STOP, listed
from reader.stories.report import Report

_CUT = late(r"(?::|!+) +(?=\S)")
"""Where a title may begin behind what is called out before it: NO! HEAT 2 IS OFF."""
_ADDRESSES = listed(
    """
    you your yours we our us i my me they their it its this that here there these those what when where who
    how why is are was be has have had will would can dont cant wont isnt lets heres thats whats not please
    """
)
"""Words of a sentence that is said to readers: one of them is in it, and in few titles before a colon."""
_BEHIND = late(r"(?: \([^()]*\))?(:|!+)(?= \S)")
"""Behind a cry, where the news begins."""
_ACRONYM = 5
"""So many letters in capitals may be those that a body goes by."""
_DIGIT, _VOWEL = late(r"\d"), late(r"[AEIOUY]")


def proper(span: Span, report: Report) -> str:
    """The title in what a headline has in capitals: without what is called out before it.

    That the lead or a tag has the rest alone tells where the title begins.
    """
    text = span.text
    for cut in _CUT.finditer(text) if ": " in text or "! " in text else ():
        head, rest = text[: cut.start()], text[cut.end() :]
        calls = "!" in cut[0] or ": " in rest or not _ADDRESSES.isdisjoint(key_of(head).split())
        if calls and _has(report, rest) and not (_has(report, text) or _has(report, head)):
            return rest
    return text


def _has(report: Report, words: str) -> bool:
    """Tell whether a lead has some words, in whatever case, or a tag is them."""
    key = key_of(words)
    return f" {key} " in f" {' '.join(tokens(report.lead).keys)} " or key in map(key_of, report.categories)


def no_title(span: Span, others: Sequence[Span], report: Report) -> bool:
    """Tell whether what is in capitals is no title: a cry, a word said aloud, the letters of a body."""
    word = span.text
    if _cries(span, report):
        return True
    if " " in word or CONTEXT_AFTER.match(report.title[span.end : span.end + 40].lower()):
        return False
    if CONTEXT_BEFORE.search(report.title[: span.start]):
        return False
    if word not in tokens(report.lead).texts and _beside_titles(word, report):
        return True
    printed = _printed(report, word)
    if _is_letters(word) and not (printed or _in_capitals_too(report.lead)):
        return True
    aloud = len(others) > 1 or key_of(word) in STOP or stem(word.lower()) in usual()
    return bool(span.start) and aloud and not printed and word not in tokens(report.lead).texts


def _cries(span: Span, report: Report) -> bool:
    """Tell whether words only cry out over the news, which goes on without them: SHAKEN AND STIRRED: Ann …"""
    behind = _BEHIND.match(report.title, span.end - span.text.endswith("!"))
    return behind is not None and (behind[1] == "!" or not span.start) and not _has(report, span.text)


def _is_letters(word: str) -> bool:
    """Tell whether a word may be what a body goes by: short, without a vowel, with a number in it."""
    return len(word) <= _ACRONYM or bool(_DIGIT.search(word)) or not _VOWEL.search(word)


def _printed(report: Report, word: str) -> bool:
    """Tell whether a lead prints a word as a name amid a sentence, or a tag is it."""
    name = word.capitalize()
    if any(tag.capitalize() == name and not tag.isupper() for tag in report.categories):
        return True
    if word.lower() not in word_set(report.lead):
        return False
    row = tokens(report.lead)
    return any(
        text == name and report.lead[:start].rstrip(" “«\"‘'")[-1:] not in ("", ".", "!", "?")
        for text, start in zip(row.texts, row.starts, strict=True)
    )


def _beside_titles(word: str, report: Report) -> bool:
    """Tell whether a lead has a word in small letters, and in capitals what the headline has so, too."""
    if word.lower() not in word_set(report.lead):
        return False
    return any(span.text in report.title for span in in_capitals(report.lead))


def _in_capitals_too(lead: str) -> bool:
    """Tell whether a lead has titles of several words in capitals: that is how its house prints them."""
    return any(" " in span.text for span in in_capitals(lead))
