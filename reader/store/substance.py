"""Whether an edit changes what an article says: a slip put right, a label or a new list of links does not."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator

from reader.document import Code, Document, Heading, Paragraph, Span, Spans, Table
from reader.patterns import late
from reader.store.measuring import flat

MANY = 15
"""Words that came or went from which on a text says something else."""
LONG = 40
"""Letters that no word has."""
FEW, SHARE = 4, 4
"""So few are enough where they are a quarter of the text."""
SLIP = 5
"""Letters of a word that one wrong letter makes no other word of."""
_LABELS = 3
_BEGINNING = 80
_KINDS = "exclusive|breaking|updated?|watch|listen|video|photos"
_LABEL = late(rf"\W?\b(?:{_KINDS})(?: ?[\]):|] ?| [–—-] )")
_LABEL_BEHIND = late(rf" ?[\[(](?:{_KINDS})[\])]$")
_SAYS = late(
    r"\W?\b(?:updated?|correct(?:ion|ed)|clarification|editor['’]s note)\b"
    r"|this (?:article|story|post|piece|report) (?:has been|was) (?:updated|corrected)"
)
_WORD = late(r"\d+(?:[.,]\d+)*|[぀-ヿ㐀-鿿]|[^\W\d_぀-ヿ㐀-鿿]+")  # where words have no blanks between, letters


def same_headline(before: str, now: str) -> bool:
    """Tell whether two headlines say the same, but for how it is written, and one letter of a long word."""
    if before == now:
        return True
    before, now = _bare(before), _bare(now)
    if (" | " in before) != (" | " in now):  # the name of the outlet, or of a part of it
        before, now = before.rpartition(" | ")[0] or before, now.rpartition(" | ")[0] or now
    if before.endswith("?") != now.endswith("?"):
        return False
    old, new = _WORD.findall(before), _WORD.findall(now)
    if "".join(old) == "".join(new):
        return True
    others = [pair for pair in zip(old, new, strict=False) if pair[0] != pair[1]]
    return len(old) == len(new) and len(others) == 1 and _is_slip(*others[0])


def same_text(before: Document, now: Document) -> bool:
    """Tell whether two texts say the same, but for few words that none of them calls a correction."""
    said, says = _said(before), _said(now)
    if abs(sum(map(len, says)) - sum(map(len, said))) > MANY * LONG:
        return False
    old, new = Counter(said), Counter(says)
    gone, come = old - new, new - old  # an edit is in few paragraphs: the words of others are not looked at
    if sum(map(_admits, come.elements())) > sum(map(_admits, gone.elements())):
        return False
    had, has = _words(gone), _words(come)
    most = max((had - has).total(), (has - had).total())
    return most < MANY and (most < FEW or most * SHARE < max(_size(old), _size(new)))


def announced(before: str, now: str) -> bool:
    """Tell whether a headline calls its article updated, which it did not before."""
    return before != now and _calls_itself_updated(now) and not _calls_itself_updated(before)


# ---------------------------------------------------------------- headlines


def _bare(headline: str) -> str:
    """Return a headline in small letters without accents and labels, `&` spelt out."""
    text = _plain(headline)
    for _ in range(_LABELS):
        label = _LABEL.match(text)
        text = text[label.end() :] if label else _LABEL_BEHIND.sub("", text)
    return text.replace("&", " and ")


def _plain(text: str) -> str:
    if not text.isascii():
        letters = unicodedata.normalize("NFKD", text)
        text = "".join([letter for letter in letters if not unicodedata.combining(letter)])
    return text.casefold().strip()


def _calls_itself_updated(headline: str) -> bool:
    text = _plain(headline)
    return any(
        "update" in found[0] for pattern in (_LABEL.match, _LABEL_BEHIND.search) if (found := pattern(text))
    )


def _is_slip(one: str, other: str) -> bool:
    """Tell whether a long word is another with a letter more, less, wrong or in its neighbour's place."""
    if min(len(one), len(other)) < SLIP or not (one + other).isalpha():
        return False
    first = _alike(one, other)
    one, other = one[first:][::-1], other[first:][::-1]
    last = _alike(one, other)
    one, other = one[last:], other[last:]
    return first > 0 and (max(len(one), len(other)) < 2 or (len(one) == 2 and one == other[::-1]))


def _alike(one: str, other: str) -> int:
    """Return how many letters two words begin with together."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


# ---------------------------------------------------------------- texts


def _words(paragraphs: Counter[str]) -> Counter[str]:
    return Counter(_WORD.findall("\n".join(paragraphs.elements()).casefold()))


def _size(paragraphs: Counter[str]) -> int:
    """Return how many words there are, about."""
    return sum(text.count(" ") + 1 for text in paragraphs.elements())


def _admits(text: str) -> bool:
    """Tell whether a paragraph says that the text was edited."""
    return _SAYS.match(text[:_BEGINNING].casefold()) is not None


def _said(document: Document) -> list[str]:
    """Return what there is to read of a text; lists of links to others change by themselves."""
    return [
        "".join([span.text for span in spans])
        for spans in _passages(document)
        if any(span.link < 0 and span.text.strip() for span in spans)
    ]


def _passages(document: Document) -> Iterator[Spans]:
    for block in flat(document.blocks):
        match block:
            case Paragraph(spans) | Heading(_, spans):
                yield spans
            case Table(rows):
                yield from (cell for row in rows for cell in row)
            case Code(text):
                yield (Span(text),)
