"""Draws the reel's pictures, duotone posters of made-up films: `python -m reader.demo.draw` writes them.

A picture is a function from a point (both sides 0 to 1) to a tone (0 dark, 1 light) and a pair of colours.
Sixty-four tones in a palette: a file stays small because most rows repeat the one above.
"""

from __future__ import annotations

import math
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

WIDTH, HEIGHT, TONES = 480, 270, 64
Tone = Callable[[float, float], float]
_TAKINGS = (0.7, 0.5, 0.42, 0.29, 0.22, 0.15, 0.1)
"""Heights of columns, in parts of a picture."""


def sun(x: float, y: float, *, at: tuple[float, float] = (0.68, 0.45), size: float = 0.2) -> float:
    """A disc over a sky that pales towards the horizon."""
    far = math.hypot((x - at[0]) * 16 / 9, y - at[1])
    return 1.0 if far < size else 0.25 + 0.45 * y


def dunes(x: float, y: float) -> float:
    """A low sun over three ridges of sand, the nearest darkest."""
    for depth in (2, 1, 0):
        if y > 0.62 + depth * 0.13 + 0.06 * math.sin(x * (5 + 2 * depth) + depth * 2):
            return 0.42 - 0.18 * depth
    return sun(x, y)


def sea(x: float, y: float) -> float:
    """A moon, and its broken path on the water."""
    if y < 0.55:
        return sun(x, y, at=(0.4, 0.3), size=0.13)
    wave = math.floor((y - 0.55) * 26)
    width = 0.03 + 0.012 * wave + 0.02 * math.sin(wave * 2.4)
    return 0.85 if abs(x - 0.4) < width and wave % 2 == 0 else 0.22 - 0.15 * (y - 0.55)


def skyline(x: float, y: float) -> float:
    """A city of lit windows under a hazy night."""
    block = math.floor(x * 15)
    top = 0.3 + 0.45 * _noise(block)
    if y < top:
        return 0.62 - 0.35 * y
    column, row = math.floor(x * 75), math.floor(y * 34)
    lit = column % 5 in {1, 3} and row % 2 == 0 and _noise(column * 57 + row * 131) > 0.55
    return 0.95 if lit else 0.08


def blinds(x: float, y: float) -> float:
    """Light through slats, falling across a wall and someone's shoulder."""
    if math.hypot((x - 0.3) * 1.6, y - 0.42) < 0.16 or (y > 0.62 and abs(x - 0.3) < 0.1 + (y - 0.62) * 0.7):
        return 0.05
    slat = (y * 11 + x * 2.2) % 1
    return 0.82 - 0.35 * x if slat < 0.5 else 0.2


def rails(x: float, y: float) -> float:
    """Tracks that meet at the horizon."""
    if y < 0.4:
        return 0.85 - 0.9 * y
    depth = (y - 0.4) / 0.6
    off = abs(x - 0.5)
    if abs(off - 0.34 * depth) < 0.006 + 0.018 * depth:
        return 0.95
    tie = math.floor(5 / (depth + 0.08)) % 2 == 0
    return 0.1 if tie and off < 0.46 * depth else 0.3


def takings(x: float, y: float) -> float:
    """The weekend of seven films: a column for each, the best first."""
    place = (x - 0.1) / 0.8 * len(_TAKINGS)
    film = math.floor(place)
    stands = 0 <= film < len(_TAKINGS) and place % 1 < 0.7
    if stands and 0.86 - _TAKINGS[film] < y < 0.86:
        return 0.95 - 0.09 * film
    return 0.3 if 0.86 <= y < 0.89 and 0.06 < x < 0.94 else 0.05 + 0.1 * y


def peaks(x: float, y: float) -> float:
    """Mountains with snow on them."""
    edge = 0.3 + 0.5 * abs((x * 2.3 + 0.2) % 1 - 0.5) + 0.02 * abs((x * 23) % 1 - 0.5)
    if y < edge:
        return sun(x, y, at=(0.8, 0.25), size=0.08)
    return 0.95 if y < edge + 0.09 + 0.03 * math.sin(x * 60) else 0.12 + 0.1 * (y - edge)


def rays(x: float, y: float) -> float:
    """A projector's beam in a dark room."""
    turn = math.atan2(y - 0.5, x + 0.05)
    if abs(turn) < 0.42:
        return 0.35 + 0.5 * (1 - x) + (0.1 if math.floor(turn * 22) % 2 else 0.0)
    return 0.06


def rooms(x: float, y: float) -> float:
    """Nine windows; somebody is in one of them."""
    across, down = x * 3 % 1, y * 3 % 1
    if not (0.18 < across < 0.82 and 0.14 < down < 0.86):
        return 0.1
    here = math.floor(x * 3) == 1 and math.floor(y * 3) == 2
    if here and (
        math.hypot(across - 0.5, (down - 0.45) * 0.6) < 0.09 or (down > 0.58 and abs(across - 0.5) < 0.14)
    ):
        return 0.1
    return 0.95 if here else 0.3 + 0.1 * math.floor(y * 3)


def birds(x: float, y: float) -> float:
    """A flock over a tower block."""
    if abs(x - 0.22) < 0.13 and y > 0.25:
        return 0.5 if x * 60 % 2 < 1 and y * 40 % 2 < 1 else 0.12
    for number in range(9):
        across, up = 0.45 + 0.06 * number, 0.2 + 0.35 * _noise(number + 3)
        wing = abs(x - across)
        if wing < 0.035 and abs(y - up + 1.2 * wing * (1 - wing * 20)) < 0.01:
            return 0.05
    return 0.9 - 0.4 * y


def trees(x: float, y: float) -> float:
    """Trunks in fog, and two eyes that may be lights."""
    for layer in (2, 1, 0):
        pitch = 9 + 5 * layer
        cell = math.floor(x * pitch + layer * 0.37)
        middle = 0.5 + 0.5 * (_noise(cell + 40 * layer) - 0.5)
        if abs((x * pitch + layer * 0.37) % 1 - middle) < 0.16 - 0.03 * layer and layer < 2:
            return 0.08 + 0.2 * layer
    eye = min(math.hypot((x - at) * 1.78, y - 0.6) for at in (0.53, 0.565))
    return 1.0 if eye < 0.014 else 0.5 + 0.2 * math.cos(y * 3)


def ring_planet(x: float, y: float) -> float:
    """A world with a ring, half of it in the dark."""
    across, down = (x - 0.5) * 1.78, y - 0.5
    far = math.hypot(across, down)
    ring = math.hypot(across * 0.62 + down * 0.25, (down - across * 0.25) * 2.6)
    if 0.34 < ring < 0.42 and (far > 0.24 or down - across * 0.25 > 0):
        return 0.92
    if far < 0.24:
        return 0.75 - 1.6 * max(0.0, across + 0.1)
    return 0.9 if _noise(math.floor(x * 96) * 13 + math.floor(y * 54) * 71) > 0.985 else 0.07


def strip(x: float, y: float) -> float:
    """A strip of film, one frame of it burnt."""
    if y < 0.14 or y > 0.86:
        hole = x * 16 % 1
        edge = min(abs(y - 0.07), abs(y - 0.93))
        return 0.9 if 0.25 < hole < 0.75 and edge < 0.04 else 0.06
    if x * 4 % 1 < 0.03:
        return 0.06
    burn = math.hypot((x - 0.63) * 1.78, y - 0.5) + 0.02 * math.sin(14 * math.atan2(y - 0.5, x - 0.63))
    return 1.0 if burn < 0.16 else 0.3 + 0.12 * math.floor(x * 4) + 0.15 * y


PICTURES: dict[str, tuple[Tone, str, str]] = {
    "salt-road": (dunes, "3b1f2b", "f2c879"),
    "ferry": (sea, "0d2436", "e8e3cf"),
    "heat": (skyline, "0a1226", "7fb4d6"),
    "heat-night": (skyline, "1c1018", "e59a5c"),
    "noir": (blinds, "14110f", "d9c7a0"),
    "vesper": (rails, "1d1b2e", "d66a4e"),
    "karlso": (peaks, "16222e", "cfe3e8"),
    "beam": (rays, "120c1c", "f4e6b8"),
    "nine-rooms": (rooms, "24140f", "f0b254"),
    "concrete-birds": (birds, "2a2d34", "d8d4c8"),
    "wolves": (trees, "0f1c14", "b9c9a3"),
    "hollow-star": (ring_planet, "0b0820", "b79be8"),
    "nitrate": (strip, "28160c", "f3d08e"),
    "windows": (rooms, "17244a", "9fe0d2"),
    "kestrel": (birds, "101820", "e4572e"),
    "lamplighters": (skyline, "221a0c", "ffd166"),
    "tide": (sea, "1f2f2a", "f0d9b5"),
    "red-semaphore": (rails, "200a0a", "f25f4c"),
    "moth": (rays, "1a1408", "c9d46a"),
    "box": (takings, "14161d", "e3b968"),
    "lindhaven": (peaks, "2c1a3a", "f6bd8b"),
    "bright-engine": (sun, "5b2333", "f7c548"),
    "archive": (strip, "10212b", "b7d3d8"),
}
"""Each picture: what is drawn, the dark colour, the light one."""


def draw(name: str) -> bytes:
    """Return a picture as a PNG file."""
    tone, dark, light = PICTURES[name]
    rows = (
        bytes(_index(tone((column + 0.5) / WIDTH, (row + 0.5) / HEIGHT)) for column in range(WIDTH))
        for row in range(HEIGHT)
    )
    return png(b"".join(b"\0" + row for row in rows), palette(dark, light))


def png(rows: bytes, colours: bytes) -> bytes:
    """Wrap filtered rows of palette indices."""
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    parts = ((b"IHDR", header), (b"PLTE", colours), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in parts)


def palette(dark: str, light: str) -> bytes:
    """Blend two colours in even steps."""
    first, last = bytes.fromhex(dark), bytes.fromhex(light)
    steps = [step / (TONES - 1) for step in range(TONES)]
    return bytes(round(a + (b - a) * step) for step in steps for a, b in zip(first, last, strict=True))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _index(tone: float) -> int:
    return min(TONES - 1, max(0, int(tone * TONES)))


def _noise(number: int) -> float:
    """A fixed number from 0 to 1 that looks like chance."""
    return (math.sin(number * 12.9898 + 4.1) * 43758.5453) % 1


def main() -> None:
    """Write every picture beside this file."""
    folder = Path(__file__).parent / "pictures"
    folder.mkdir(exist_ok=True)
    for name in PICTURES:
        (folder / f"{name}.png").write_bytes(draw(name))


if __name__ == "__main__":
    main()
