"""The tree of blocks as a flat run of leaves, each with the prefix that quotes and lists put before it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from reader.document import STRONG, Block, Figure, Heading, Paragraph, Quote, Table
from reader.document import List as Items
from reader.ui.typeset.glyphs import Glyphs
from reader.ui.typeset.lines import Run, Runs, width

MOST = 20_000
"""Lines of an article that are shown, some 400 screenfuls; and so blocks side by side that are looked at."""
_NARROWEST = 24


class Place(NamedTuple):
    """Where a block stands: what is drawn before its first line and its others, and the rows above it."""

    first: Runs = ()
    rest: Runs = ()
    above: Runs = ()
    gap: int = 1
    role: str = "text"
    depth: int = 0
    pictured: Collection[str] = ()
    """The pictures that are shown, so that a figure without words is one with something to see."""


class Leaf(NamedTuple):
    """A block that holds no blocks, and its place."""

    block: Block
    place: Place


def leaves(
    blocks: Sequence[Block], measure: int, glyphs: Glyphs, pictured: Collection[str] = ()
) -> Iterator[Leaf]:
    """Yield every leaf in reading order. A stack, not recursion: feeds nest as deep as they like."""
    stack = [Leaf(*pair) for pair in reversed(_children(blocks, Place(gap=0, pictured=pictured)))]
    while stack:
        leaf = stack.pop()
        if isinstance(leaf.block, Quote):
            stack += [Leaf(*pair) for pair in reversed(_quoted(leaf.block, leaf.place, measure, glyphs))]
        elif isinstance(leaf.block, Items):
            stack += [Leaf(*pair) for pair in reversed(_listed(leaf.block, leaf.place, measure, glyphs))]
        else:
            yield leaf


Pairs = list[tuple[Block, Place]]


def _children(blocks: Sequence[Block], place: Place) -> Pairs:
    """Give each block its place: the first takes over its parent's mark and gap."""
    pairs: Pairs = []
    for block in islice((block for block in blocks if _is_seen(block, place)), MOST + 1):
        if pairs:
            place = place._replace(first=place.rest, above=place.rest, gap=_gap(pairs[-1][0], block))
        pairs.append((block, place))
    return pairs


def _is_seen(block: Block, place: Place) -> bool:
    return _has_words(block) or (isinstance(block, Figure) and block.url in place.pictured)


def _has_words(block: Block) -> bool:
    """Tell whether a block has anything to show; one without must not use up its parent's mark."""
    match block:
        case Paragraph(spans) | Heading(_, spans):
            return any(span.text.strip() for span in spans)
        case Figure(_, alt, caption):
            return bool(alt.strip()) or any(span.text.strip() for span in caption)
        case Table(rows, _, caption):
            return any(rows) or any(span.text.strip() for span in caption)
    return True


def _gap(before: Block, block: Block) -> int:
    """Return the empty rows between two blocks."""
    if isinstance(block, Heading):
        return 2 if block.level <= 2 and not isinstance(before, Heading) else 1
    close = isinstance(before, Heading) and before.level > 2 and isinstance(block, Paragraph | Items)
    return 0 if close else 1


def _inside(place: Place, first: Run, rest: Run, measure: int) -> Place:
    """Return the place after one more prefix, or the same where the text would get too narrow."""
    if measure - width(place.rest) - width([rest]) < _NARROWEST:
        return place
    return place._replace(first=(*place.first, first), rest=(*place.rest, rest))


def _quoted(quote: Quote, place: Place, measure: int, glyphs: Glyphs) -> Pairs:
    bar = Run(f"{glyphs.bar} ", "bar")
    role = "pull" if quote.pull else "quote"
    return _children(quote.blocks, _inside(place, bar, bar, measure)._replace(role=role))


def _listed(items: Items, place: Place, measure: int, glyphs: Glyphs) -> Pairs:
    """Place the items of a list, each behind its mark, its other lines hanging below its words."""
    shown = items.items[: MOST + 1]
    marks = _marks(shown, items.start, place.depth, glyphs)
    loose = any(
        sum(_has_words(block) and not isinstance(block, Items) for block in item) > 1 for item in shown
    )
    pairs: Pairs = []
    for mark, item in zip(marks, shown, strict=True):
        inner = _inside(place, Run(mark, "marker"), Run(" " * len(mark), "pad"), measure)
        inner = inner._replace(depth=place.depth + 1)
        said = item[1] if _defines(item) else None
        pairs += [(block, _tight(block, at, block is said)) for block, at in _children(item, inner)]
        place = place._replace(first=place.rest, above=place.rest, gap=int(loose))
    return pairs


def _tight(block: Block, place: Place, said: bool) -> Place:
    """Nested lists follow their item without a gap, and so does what is said of a term."""
    close = (isinstance(block, Items) or said) and place.first == place.rest
    return place._replace(gap=0) if close else place


def _defines(item: Sequence[Block]) -> bool:
    """Tell whether an item is a term and what is said of it, or a speaker and what is said."""
    match item:
        case (Paragraph(spans), Paragraph(), *_):
            return all(span.style & STRONG for span in spans)
    return False


def _marks(items: Sequence[Sequence[Block]], start: int | None, depth: int, glyphs: Glyphs) -> list[str]:
    if start is None:
        return [f"{glyphs.bullets[depth % len(glyphs.bullets)]} "] * len(items)
    numbers = [f"{start + at}." for at in range(len(items))]
    widest = max(map(len, numbers), default=0)
    return [f"{number:>{widest}} " for number in numbers]
