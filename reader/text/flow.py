"""Blocks laid out as prefixed lines: the bones that plain text and Markdown share. No recursion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reader.document import Block, List, Quote
from reader.text.flat import Leaf


class Placed(NamedTuple):
    """A leaf with what stands before its first line, before its other lines, and on the blank line above."""

    leaf: Leaf
    first: str
    rest: str
    gap: str | None


class _Waiting(NamedTuple):
    block: Block
    first: str
    rest: str
    gap: str | None
    again: bool
    """A list right after a list: told apart by other marks."""


def flow(blocks: Iterable[Block]) -> Iterator[Placed]:
    """Every leaf in order, placed."""
    waiting = _siblings(blocks, "", "", None, "")[::-1]
    while waiting:
        at = waiting.pop()
        if isinstance(at.block, Quote):
            first, rest = at.first + "> ", at.rest + "> "
            waiting.extend(reversed(_siblings(at.block.blocks, first, rest, at.gap, rest)))
        elif isinstance(at.block, List):
            waiting.extend(reversed(_items(at, at.block)))
        else:
            yield Placed(at.block, at.first, at.rest, at.gap)


def _siblings(
    blocks: Iterable[Block], first: str, rest: str, first_gap: str | None, gap: str | None
) -> list[_Waiting]:
    placed: list[_Waiting] = []
    before: _Waiting | None = None
    for block in blocks:
        again = before is not None and isinstance(before.block, List) and not before.again
        before = _Waiting(block, rest, rest, gap, again and isinstance(block, List))
        if not placed:
            before = before._replace(first=first, gap=first_gap)
        placed.append(before)
    return placed


def _items(at: _Waiting, block: List) -> list[_Waiting]:
    tight = all(len(item) <= 1 + sum(isinstance(inner, List) for inner in item[1:]) for item in block.items)
    placed: list[_Waiting] = []
    first, gap = at.first, at.gap
    for place, item in enumerate(block.items):
        mark = _mark(block, place, again=at.again)
        indent = at.rest + " " * len(mark)
        placed.extend(_siblings(item, first + mark, indent, gap, None if tight else indent))
        if item:
            first, gap = at.rest, None if tight else at.rest
    return placed


def _mark(block: List, place: int, *, again: bool) -> str:
    if block.start is None:
        return "* " if again else "- "
    return f"{block.start + place}{')' if again else '.'} "
