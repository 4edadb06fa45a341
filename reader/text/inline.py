"""Runs of styled text: white space collapsed as browsers do, bare addresses made links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.document import Span, Spans
from reader.patterns import late
from reader.text.clean import clean

_BLANKS = late("[ \t\n\xa0]{2,}|[\t\n]")
_ADDRESS = late(r"\bhttps?://[^\s<>\"“”«»]{1,2000}", re.IGNORECASE)
_TRAILING = ".,;:!?'’*_…"
_PAIRS = {")": "(", "]": "[", "}": "{"}


class Run:
    """The text of one paragraph while it is being read."""

    def __init__(self) -> None:
        self._pieces: list[Span] = []
        self._at_blank = True  # the text so far ends in white space, or there is none

    @property
    def is_empty(self) -> bool:
        """Whether nothing was collected yet."""
        return not self._pieces

    def add(self, text: str, style: int = 0, link: int = -1) -> None:
        """Append text as it stands in HTML."""
        if self._at_blank and text.isspace():
            return
        if "  " in text or not (text.isascii() and text.isprintable()):
            text = _collapsed(clean(text))
        if self._at_blank:
            text = text.lstrip(" ")
        if not text:
            return
        self._at_blank = text[-1] == " "
        if (style or link >= 0) and (text[0] == " " or self._at_blank):
            self._add_trimmed(text, style, link)
        else:
            self._pieces.append(Span(text, style, link))

    def _add_trimmed(self, text: str, style: int, link: int) -> None:
        """Leave the blanks around styled words plain: nobody underlines a space."""
        core = text.strip(" ")
        if text[0] == " ":
            self._pieces.append(Span(" "))
        if core:
            self._pieces.append(Span(core, style, link))
            if self._at_blank:
                self._pieces.append(Span(" "))

    def add_raw(self, text: str, style: int = 0, link: int = -1) -> None:
        """Append preformatted text: every blank and line end counts."""
        if text:
            self._pieces.append(Span(clean(text), style, link))
            self._at_blank = True

    def fresh_line(self) -> None:
        """Start a new line of preformatted text, unless one was just started."""
        if self._pieces and not self._pieces[-1].text.endswith("\n"):
            self._pieces.append(Span("\n"))

    def break_line(self) -> bool:
        """End the line. Return True when the line was already empty: that ends the paragraph."""
        if not self._pieces:
            return False
        if self._pieces[-1].text == "\n":
            return True
        self._pieces.append(Span("\n"))
        self._at_blank = True
        return False

    def take(self) -> Spans:
        """Return what was collected, trimmed, equal neighbours joined, and start anew."""
        pieces, self._pieces, self._at_blank = self._pieces, [], True
        return join(pieces) if pieces else ()

    def take_raw(self) -> list[Span]:
        """Return what was collected as it is, and start anew."""
        pieces, self._pieces, self._at_blank = self._pieces, [], True
        return pieces


def _collapsed(text: str) -> str:
    """Make one blank of each run of them; to look for one first is far faster than always to replace."""
    if "\n" in text or "  " in text or "\xa0" in text or "\t" in text:
        return _BLANKS.sub(" ", text)
    return text


def join(pieces: list[Span]) -> Spans:
    """Merge neighbours of one style, drop blanks at both ends and before line ends."""
    if len(pieces) == 1:
        only = pieces[0]
        text = only.text.strip()
        return () if not text else (only if text == only.text else Span(text, only.style, only.link),)
    return tuple(_trimmed(_merged(_bridged(pieces))))


def _merged(pieces: list[Span]) -> list[Span]:
    merged: list[Span] = []
    style, link = pieces[0].style, pieces[0].link
    texts: list[str] = []
    for piece in pieces:
        if piece.style != style or piece.link != link:
            merged.append(Span("".join(texts), style, link))
            style, link, texts = piece.style, piece.link, []
        texts.append(piece.text)
    merged.append(Span("".join(texts), style, link))
    return merged


def _bridged(pieces: list[Span]) -> list[Span]:
    """Give a blank between two words of one link back to the link: it is one link, not two."""
    for at in range(1, len(pieces) - 1):
        if pieces[at].text == " " and pieces[at].link < 0:
            before, after = pieces[at - 1], pieces[at + 1]
            if 0 <= before.link == after.link:
                pieces[at] = Span(" ", before.style & after.style, before.link)
    return pieces


def _trimmed(pieces: list[Span]) -> list[Span]:
    while pieces and not pieces[0].text.lstrip():
        del pieces[0]
    while pieces and not pieces[-1].text.rstrip():
        del pieces[-1]
    if not pieces:
        return pieces
    first = pieces[0]
    if first.text[0].isspace():
        pieces[0] = Span(first.text.lstrip(), first.style, first.link)
    last = pieces[-1]
    if last.text[-1].isspace():
        pieces[-1] = Span(last.text.rstrip(), last.style, last.link)
    return [Span(p.text.replace(" \n", "\n"), p.style, p.link) if " \n" in p.text else p for p in pieces]


def addresses(text: str) -> Iterator[tuple[str, bool]]:
    """Cut `text` into parts, telling which are bare addresses."""
    done = 0
    for found in _ADDRESS.finditer(text):
        url = _without_trailing(found[0])
        if found.start() > done:
            yield text[done : found.start()], False
        yield url, True
        done = found.start() + len(url)
    if done < len(text):
        yield text[done:], False


def _without_trailing(url: str) -> str:
    """Leave punctuation after an address to the sentence; a closing bracket stays if it was opened."""
    while url[-1] in _TRAILING or (url[-1] in _PAIRS and url.count(url[-1]) > url.count(_PAIRS[url[-1]])):
        url = url[:-1]
    return url
