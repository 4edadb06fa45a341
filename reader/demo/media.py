"""Sound and moving picture for the reel, made of arithmetic: a projector's hum and a countdown leader."""

from __future__ import annotations

import math
import struct
from functools import cache

_RATE = 8000
_WIDTH, _HEIGHT, _FRAMES = 96, 54, 16


@cache
def hum() -> bytes:
    """Return one second of a soft tone as a WAV file."""
    samples = bytes(128 + round(60 * math.sin(n / _RATE * 1382) * _fade(n)) for n in range(_RATE))
    form = struct.pack("<HHIIHH", 1, 1, _RATE, _RATE, 1, 8)
    return _riff(b"WAVE", _chunk(b"fmt ", form), _chunk(b"data", samples))


@cache
def leader() -> bytes:
    """Return two seconds of a countdown leader as an uncompressed, grey AVI file."""
    frames = [_frame(number) for number in range(_FRAMES)]
    size = len(frames[0])
    main = struct.pack("<14I", 125_000, size * 8, 0, 0, _FRAMES, 0, 1, size, _WIDTH, _HEIGHT, 0, 0, 0, 0)
    stream = struct.pack(
        "<4s4sIHHIIIIIIII4H",
        b"vids",
        b"DIB ",
        0,
        0,
        0,
        0,
        1,
        8,
        0,
        _FRAMES,
        size,
        0,
        0,
        0,
        0,
        _WIDTH,
        _HEIGHT,
    )
    bitmap = struct.pack("<IiiHHIIiiII", 40, _WIDTH, _HEIGHT, 1, 8, 0, size, 0, 0, 256, 0)
    greys = b"".join(bytes((grey, grey, grey, 0)) for grey in range(256))
    track = _list(b"strl", _chunk(b"strh", stream), _chunk(b"strf", bitmap + greys))
    movie = _list(b"movi", *(_chunk(b"00db", frame) for frame in frames))
    return _riff(b"AVI ", _list(b"hdrl", _chunk(b"avih", main), track), movie)


def _fade(sample: int) -> float:
    """Rise and fall over a tenth of a second, so that the tone does not click."""
    return min(1.0, sample / 800, (_RATE - 1 - sample) / 800)


def _frame(number: int) -> bytes:
    """Draw one frame, last row first: a hand sweeps a circle, dark behind it."""
    sweep = number / _FRAMES
    return bytes(_grey(x, y, sweep) for y in reversed(range(_HEIGHT)) for x in range(_WIDTH))


def _grey(x: int, y: int, sweep: float) -> int:
    across, down = x - _WIDTH / 2, y - _HEIGHT / 2
    turn = math.atan2(across, -down) / math.tau % 1
    if 21 <= math.hypot(across, down) < 23:
        return 235
    return 70 if turn < sweep else 130


def _chunk(name: bytes, data: bytes) -> bytes:
    return name + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)


def _list(kind: bytes, *chunks: bytes) -> bytes:
    return _chunk(b"LIST", kind + b"".join(chunks))


def _riff(kind: bytes, *chunks: bytes) -> bytes:
    return _chunk(b"RIFF", kind + b"".join(chunks))
