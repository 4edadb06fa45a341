"""Texts as they lie in the file: block trees in MessagePack, HTML as it came, both compressed."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from types import ModuleType

import msgspec

from reader.document import Block, Document, List, Quote
from reader.errors import StoreError
from reader.store.short_lists import DAMAGED

_LEVEL = 1  # a third of the time of the usual 6 or less, for a twentieth more in size
_DEEPEST = 250
_MOST_BYTES = 32 << 20
"""What a few kilobytes may be unpacked to: a library brought back from a copy holds what anyone put there."""
_decoder = msgspec.msgpack.Decoder(Document)


def pack(document: Document, source: str) -> tuple[bytes, bytes]:
    """Return a tree and the HTML it was made from, as stored.

    The HTML says what the tree says once more: with the tree for a dictionary it takes a seventh.
    """
    tree = msgspec.msgpack.encode(document)
    deflate = _deflate()
    packer = deflate.compressobj(_LEVEL, zdict=tree)
    return deflate.compress(tree, _LEVEL), packer.compress(source.encode()) + packer.flush()


@cache
def _deflate() -> ModuleType:
    """Return what compresses: ISA-L in a third of the time, where there is one, and imported only to write.

    What is read is unpacked by zlib alone, which decades of hostile bytes have hardened.
    """
    try:
        from isal import isal_zlib
    except ImportError:
        return zlib
    return isal_zlib


def unpack(stored: bytes) -> Document:
    """Return a stored tree."""
    with _undamaged():
        document = _decoder.decode(inflated(stored))
        _shallow(document.blocks)
        return document


def readable(stored: bytes | None) -> Document:
    """Return a stored tree; for none, or a damaged one, an empty one: for whoever goes through many."""
    try:
        return unpack(stored) if stored else Document()
    except StoreError:
        return Document()


def size(stored: bytes | None) -> int:
    """Return how many bytes a stored tree is unpacked; of none, or a damaged one, no more than none."""
    try:
        return len(inflated(stored)) if stored else 0
    except zlib.error:
        return 0


def unpack_source(stored: bytes, tree: bytes) -> str:
    """Return stored HTML, given the stored tree beside it."""
    with _undamaged():
        return inflated(stored, zdict=inflated(tree)).decode()


def inflated(stored: bytes, *, zdict: bytes = b"") -> bytes:
    """Return what was compressed; zlib.error where it is damaged, or longer than any of ours."""
    unpacker = zlib.decompressobj(zdict=zdict)
    found = unpacker.decompress(stored, _MOST_BYTES)
    if not unpacker.eof:
        raise zlib.error("it breaks off, or is too large")
    return found


def _shallow(blocks: Iterable[Block], depth: int = 1) -> None:
    """Raise RecursionError where blocks are nested deeper than any of ours: all who walk them recurse."""
    if depth > _DEEPEST:
        raise RecursionError("it is nested too deeply")
    for block in blocks:
        if isinstance(block, Quote):
            _shallow(block.blocks, depth + 1)
        elif isinstance(block, List):
            for item in block.items:
                _shallow(item, depth + 1)


@contextmanager
def _undamaged() -> Iterator[None]:
    """Say in a sentence that what was stored cannot be read."""
    try:
        yield
    except (zlib.error, *DAMAGED) as fault:
        sentence = f"This article is damaged in the library ({fault}); put a copy from backups in its place."
        raise StoreError(sentence) from fault
