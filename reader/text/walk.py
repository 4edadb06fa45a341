"""One walk over a tree of HTML, without recursion: elements open and close, text lands in blocks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.document import Block, Code, Document, Embed, Figure, Heading, Paragraph, Rule, Spans
from reader.text import media
from reader.text.clean import safe_url
from reader.text.flat import text_of
from reader.text.frames import Frame
from reader.text.inline import Run, addresses, join

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_OPEN = 60
"""Containers that may be open at once; deeper ones let their text through unwrapped."""

Close = Callable[[], object]


class Walk:
    """The state of the walk: what is open, and what was made so far."""

    def __init__(self, base: str | None) -> None:
        self.base = base
        self.frames: list[Frame] = [Frame()]
        self.links: dict[str, int] = {}
        self.style = 0
        self.href: str | None = None
        self.heading = 0
        self.preformatted = False
        self.unclosed = False  # inside a form or drawing that someone forgot to close
        self.skip = False  # set by an opener: pass over what the element holds
        self._run = Run()
        self._figures: set[str] = set()

    def over(self, root: _Element, openers: dict[str, Callable[[Walk, _Element], Close | None]]) -> Document:
        """Walk the tree under `root` and return what it says."""
        from lxml.etree import iterwalk  # kept out of processes that only render

        closers: list[Close | None] = []
        walker = iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                opener = openers.get(element.tag)
                closers.append(opener(self, element) if opener else None)
                if self.skip:
                    self.skip = False
                    walker.skip_subtree()
                elif text := element.text:
                    self.text(text)
            else:
                if close := closers.pop():
                    close()
                if tail := element.tail:
                    self.text(tail)
        self.flush()
        return Document(tuple(without_outer_rules(self.frames[0].blocks)), tuple(self.links))

    def text(self, text: str) -> None:
        """Add text to the paragraph that is open."""
        if self.preformatted:
            self._run.add_raw(text.replace("\r\n", "\n"), self.style, self._link())
        elif self.href:
            self._run.add(text, self.style, self._link() if not text.isspace() else -1)
        elif "://" in text and not text.isspace():
            self._text_with_addresses(text)
        else:
            self._run.add(text, self.style)

    def _text_with_addresses(self, text: str) -> None:
        """Make links of bare addresses; a video that has the paragraph to itself becomes a card."""
        alone = text.strip()
        if self._run.is_empty and media.is_video(alone) and list(addresses(alone)) == [(alone, True)]:
            self.embed(media.embed(alone, "", self.base))
            return
        for part, is_address in addresses(text):
            self._run.add(part, self.style, self.number(part) if is_address else -1)

    def _link(self) -> int:
        return self.links.setdefault(self.href, len(self.links)) if self.href else -1

    def number(self, url: str) -> int:
        """Return the number of a link, the same for the same address; -1 when it is unsafe."""
        if url in self.links:
            return self.links[url]
        safe = safe_url(url, self.base)
        return self.links.setdefault(safe, len(self.links)) if safe else -1

    def break_line(self) -> None:
        """A line ends; a second time in a row, so does the paragraph."""
        if self.preformatted:
            self._run.add_raw("\n")
        elif self._run.break_line():
            self.flush()

    def flush(self) -> None:
        """End the paragraph that is open and hand it to the innermost container."""
        if self.preformatted:
            self._run.fresh_line()
        elif spans := self._run.take():
            self.emit(self._paragraph(spans))

    def _paragraph(self, spans: Spans) -> Block:
        if self.heading:
            return Heading(
                self.heading, tuple(type(s)(s.text.replace("\n", " "), s.style, s.link) for s in spans)
            )
        return Paragraph(spans)

    def end_preformatted(self) -> None:
        """Make a code block of what was collected; one with links in it stays a paragraph."""
        self.preformatted = False
        pieces = self._run.take_raw()
        if any(piece.link >= 0 for piece in pieces):
            if spans := join(pieces):
                self.emit(Paragraph(spans))
        elif code := "".join(piece.text for piece in pieces).expandtabs(8).strip("\n").rstrip():
            self.emit(Code("\n".join(line.rstrip() for line in code.split("\n"))))

    def emit(self, block: Block) -> None:
        """Hand a finished block to the innermost container."""
        self.frames[-1].add(block)

    def emit_all(self, blocks: list[Block]) -> None:
        """Hand over several blocks in order."""
        for block in blocks:
            self.emit(block)

    @property
    def deep(self) -> bool:
        """Whether no more containers may be opened."""
        return len(self.frames) >= MAX_OPEN

    def push(self, frame: Frame) -> None:
        """Open a container."""
        self.flush()
        self.frames.append(frame)

    def pop(self) -> None:
        """Close the innermost container."""
        self.flush()
        self.frames.pop()

    def picture(self, url: str, alt: str) -> None:
        """Add a picture, once: lazy loaders send each twice."""
        plain = url.partition("?")[0]
        if plain not in self._figures:
            self._figures.add(plain)
            self.flush()
            self.emit(Figure(url, alt))

    def embed(self, found: tuple[str, str, str] | None) -> None:
        """Add a card for something that lives elsewhere."""
        if found:
            self.flush()
            kind, title, page = found
            card = Embed(kind, title, self.number(page))
            if card.link >= 0 and card not in self.frames[-1].blocks[-1:]:
                self.emit(card)

    def words(self, text: str) -> None:
        """Add words that stand in an attribute."""
        self._run.add(text, self.style)

    def rule(self) -> None:
        """Add a thematic break, never two in a row."""
        self.flush()
        if self.frames[-1].blocks[-1:] != [Rule()]:
            self.emit(Rule())


def without_outer_rules(blocks: list[Block]) -> list[Block]:
    """Drop rules that part nothing from something."""
    first, last = 0, len(blocks)
    while first < last and isinstance(blocks[first], Rule):
        first += 1
    while last > first and isinstance(blocks[last - 1], Rule):
        last -= 1
    return blocks[first:last]


def block_text(block: Block) -> str:
    """The words of a paragraph, nothing for any other block."""
    return text_of(block.spans) if isinstance(block, Paragraph) else ""
