"""The letters of a query sorted into lexemes, and the one hard question of its grammar: which parentheses
are operators. They are where they enclose one (`(heat OR dune) review`), and letters where they do not
(`(500) Days`)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from reader.errors import QueryError
from reader.news import BEATS

QUOTES = '"“”„‟«»'
DEPTH = 50
"""Parentheses nested deeper than this are letters: nobody means them, and trees stay shallow."""

FIELDS = (
    *("title", "body", "author", "feed", "folder", "category", "tag", "film", "person", "story", "beat"),
    *("is", "has", "after", "before"),
)
VALUES = {
    "is": frozenset({"unread", "read", "bookmarked", "followed", "guarded"}),
    "has": frozenset({"full-text", "image", "trailer", "note", "date"}),
    "beat": BEATS,
}
"""Fields that take only these values; any other `is:` is a word like any other."""

_NAMING = re.compile(
    r"\s*(-?(?:title|body|author|feed|folder|category|tag|film|person):)(\S.*?)(\*?)\s*", re.IGNORECASE
)
"""A field whose value may be several words, and such a value."""
_FIELD = re.compile(rf"({'|'.join(FIELDS)}):(?!\s)", re.IGNORECASE)
_LETTERS = re.compile(r"[^\s()]+")
_UNCLOSED_QUOTE = "The quotation mark here is never closed: close it, or leave it out."
_UNCLOSED = "The parenthesis here is never closed: add a “)”, or leave it out."
_UNOPENED = "The parenthesis here closes none: add a “(” before it, or leave it out."


def named_whole(text: str) -> str:
    """Return a field and words without quotation marks as that field of them all: `film:Heat 2`.

    What holds an operator is more than one field, and stays as it is.
    """
    found = _NAMING.fullmatch(text)
    if not found or any(quote in text for quote in QUOTES):
        return text
    try:
        plain = all(piece.kind == "word" for piece in lexemes(printable(found[2])))
    except QueryError:
        plain = False
    return f'{found[1]}"{found[2]}"{found[3]}' if plain else text


class Lexeme(NamedTuple):
    """A piece of a query. Kinds: open, close, minus, field, phrase, or, word."""

    kind: str
    start: int
    end: int


def printable(text: str) -> str:
    """Return the text with a space for every character that cannot be part of a word, places kept."""
    return "".join(" " if unicodedata.category(c) in ("Cc", "Cs") else c for c in text)


def lexemes(text: str) -> list[Lexeme]:
    """Sort printable text into lexemes: operators first, what is left into words."""
    return _joined(_letters_told_apart(text, list(_raw(text))))


def _raw(text: str) -> Iterator[Lexeme]:
    """Yield lexemes, taking every parenthesis at the start of a word for an operator for now."""
    place, fresh, spaced = 0, True, True  # fresh: a word may start here; spaced: after a space or `(`
    while place < len(text):
        if text[place].isspace():
            place, fresh, spaced = place + 1, True, True
            continue
        found = _next(text, place, fresh, spaced)
        yield found
        fresh = found.kind in ("minus", "field", "phrase") or (found.kind == "open" and fresh)
        spaced = found.kind == "open" and fresh
        place = found.end


def _next(text: str, place: int, fresh: bool, spaced: bool) -> Lexeme:
    """Return the lexeme that starts at this place, which is not a space."""
    if text[place] in "()":
        return Lexeme("close" if text[place] == ")" else "open" if fresh else "inside", place, place + 1)
    if fresh and text[place] in QUOTES:
        return Lexeme("phrase", place, _phrase_end(text, place))
    if spaced and text[place] == "-" and text[place + 1 : place + 2].strip(")").strip():
        return Lexeme("minus", place, place + 1)
    if fresh and (field := _FIELD.match(text, place)) and _takes(field, text):
        return Lexeme("field", place, field.end())
    letters = _LETTERS.match(text, place)
    assert letters
    return Lexeme("or" if letters[0] == "OR" else "word", place, letters.end())


def _takes(field: re.Match[str], text: str) -> bool:
    """Tell whether a field with a fixed set of values is followed by one of them (or by nothing at all)."""
    allowed = VALUES.get(field[1].lower())
    value = _LETTERS.match(text, field.end())
    if allowed is None or value is None:
        return True
    return value[0].strip(QUOTES).lower() in allowed


def _phrase_end(text: str, start: int) -> int:
    end = next((n for n in range(start + 1, len(text)) if text[n] in QUOTES), None)
    if end is None:
        raise QueryError(_UNCLOSED_QUOTE, position=start)
    starred = text[end + 1 : end + 2] == "*" and not text[end + 2 : end + 3].strip(")").strip()
    return end + 2 if starred else end + 1


class _Frame:
    """What is known of an open parenthesis: whether it encloses an operator, so far."""

    def __init__(self, index: int, *, may_group: bool) -> None:
        self.index = index
        self.may_group = may_group
        self.operator = False  # any operator at all
        self.joins = False  # one that needs parentheses: OR or an exclusion
        self.items = 0
        self.waiting = False  # an OR waits for what follows it

    def add(self, text: str, lexeme: Lexeme) -> None:
        """Take note of one lexeme between the parentheses."""
        if lexeme.kind == "or" and self.items and not self.waiting:
            self.waiting = True
            return
        self.joins |= self.waiting or (lexeme.kind == "minus" and self.items > 0)
        starred = lexeme.kind == "word" and lexeme.end - lexeme.start > 1 and text[lexeme.end - 1] == "*"
        self.operator |= self.joins or starred or lexeme.kind in ("field", "phrase")
        self.waiting, self.items = False, self.items + 1


def _letters_told_apart(text: str, raw: list[Lexeme]) -> list[Lexeme]:
    """Turn parentheses that enclose no operator into words."""
    outside = _Frame(-1, may_group=False)
    frames, groups = [outside], set[int]()
    for index, lexeme in enumerate(raw):
        if lexeme.kind in ("open", "inside"):
            frames.append(_Frame(index, may_group=lexeme.kind == "open" and len(frames) <= DEPTH))
        elif lexeme.kind != "close":
            frames[-1].add(text, lexeme)
        elif len(frames) > 1:
            _close(text, frames, index, raw, groups)
        elif outside.joins:
            raise QueryError(_UNOPENED, position=lexeme.start)
    _refuse_unclosed(frames, raw)
    parentheses = ("open", "close", "inside")
    return [
        Lexeme("word", *lexeme[1:]) if lexeme.kind in parentheses and index not in groups else lexeme
        for index, lexeme in enumerate(raw)
    ]


def _close(text: str, frames: list[_Frame], index: int, raw: list[Lexeme], groups: set[int]) -> None:
    """End the innermost parenthesis, and tell its parent what it turned out to be."""
    frame, parent = frames.pop(), frames[-1]
    is_group = frame.may_group and frame.operator
    if is_group:
        groups.update((frame.index, index))
    parent.add(text, Lexeme("word", raw[frame.index].start, raw[index].end))
    parent.operator |= is_group
    parent.joins |= frame.joins and not is_group


def _refuse_unclosed(frames: list[_Frame], raw: list[Lexeme]) -> None:
    """Raise for an open parenthesis that an operator follows: it was meant as one."""
    for frame in frames[1:]:
        if frame.may_group and (frame.operator or frame.waiting):
            raise QueryError(_UNCLOSED, position=raw[frame.index].start)


def _joined(pieces: list[Lexeme]) -> list[Lexeme]:
    """Join words that touch, now that some parentheses are letters: `(`, `500`, `)` are one word."""
    result: list[Lexeme] = []
    for piece in pieces:
        last = result[-1] if result else None
        touches = last is not None and last.end == piece.start and last.kind in ("word", "or")
        if last and touches and piece.kind in ("word", "or", "minus"):
            result[-1] = Lexeme("word", last.start, piece.end)
        else:
            result.append(piece)
    return result
