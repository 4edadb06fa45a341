"""A page as passages: runs of text between block elements, each knowing the nodes it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

RUN = 3
_WORD = re.compile(r"\w+")
_INLINE = frozenset(
    (
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "br",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "g-emoji",
        "hi",
        "i",
        "img",
        "ins",
        "kbd",
        "lb",
        "mark",
        "nobr",
        "q",
        "ref",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    )
)
UNREAD = frozenset(
    (
        "script",
        "style",
        "template",
        "noscript",
        "svg",
        "math",
        "select",
        "option",
        "textarea",
        "button",
        "input",
    )
)


@dataclass(slots=True)
class Passage:
    """Running text of one block, its words, and its pieces: elements, and whether their tails are meant."""

    home: _Element
    nodes: list[tuple[_Element, bool]] = field(default_factory=list)
    text: str = ""
    linked: int = 0
    kept: bool = False
    words: tuple[str, ...] = ()


def words(text: str) -> tuple[str, ...]:
    """Cut text into words, whatever their case."""
    return tuple(_WORD.findall(text.casefold()))


def runs(said: Sequence[str]) -> set[tuple[str, ...]]:
    """Return every run of words in a row, by which two texts are compared."""
    return set(zip(*(said[at:] for at in range(RUN)), strict=False))


def lineage(element: _Element) -> Iterator[_Element]:
    """Yield an element and what it stands in, from the inside."""
    yield element
    yield from element.iterancestors()


def passages(root: _Element) -> list[Passage]:
    """Return every passage under `root` in reading order."""
    return _Reader().over(root)


class _Reader:
    def __init__(self) -> None:
        self._found: list[Passage] = []
        self._open: list[_Element] = []
        self._links = 0
        self._now: Passage | None = None

    def over(self, root: _Element) -> list[Passage]:
        from lxml.etree import iterwalk  # kept out of processes that only render

        walker = iterwalk(root, events=("start", "end"))
        for event, element in walker:
            inline = element.tag in _INLINE
            if event == "start":
                self._enter(element, inline=inline)
                if element.tag in UNREAD or not isinstance(element.tag, str):
                    walker.skip_subtree()
                else:
                    self._add(element, element.text, tail=False)
            else:
                self._leave(element, inline=inline)
                if element is not root:
                    self._add(element, element.tail, tail=True)
        found = [passage for passage in self._found if passage.text.strip()]
        for passage in found:
            passage.words = words(passage.text)
        return found

    def _enter(self, element: _Element, *, inline: bool) -> None:
        self._links += element.tag == "a"
        if not inline:
            self._open.append(element)
            self._now = None

    def _leave(self, element: _Element, *, inline: bool) -> None:
        self._links -= element.tag == "a"
        if not inline:
            self._open.pop()
            self._now = None

    def _add(self, element: _Element, text: str | None, *, tail: bool) -> None:
        if not text:
            return
        if self._now is None:
            if text.isspace():
                return
            self._now = Passage(self._open[-1])
            self._found.append(self._now)
        self._now.nodes.append((element, tail))
        self._now.text += text
        if self._links:
            self._now.linked += len(text.strip())
