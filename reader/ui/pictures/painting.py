"""A picture into strips, on a thread beside the screen's: half blocks, or what Kitty and Sixel want."""

from __future__ import annotations

import base64
import importlib.util
import io
import sys
from collections.abc import Iterator
from secrets import randbelow
from typing import TYPE_CHECKING, NamedTuple

from rich.color import Color
from rich.color_triplet import ColorTriplet
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.pictures.shelf import Kept
from reader.ui.pictures.fitting import Box
from reader.ui.pictures.terminal import Cell, Protocol

if TYPE_CHECKING:
    from PIL.Image import Image

PIECE = 4096
"""The most base64 that one of Kitty's messages may carry."""
_PLACEHOLDER = "\U0010eeee"


class Job(NamedTuple):
    """What is to be painted, how large and for which terminal; `ground` is the colour behind it."""

    kept: Kept
    box: Box
    cell: Cell
    protocol: Protocol
    ground: tuple[int, int, int]


class Painting(NamedTuple):
    """A picture for one place. `sent` goes to the terminal before it is seen, `over` when it stands still."""

    strips: tuple[Strip, ...]
    sent: str = ""
    over: str = ""
    gone: str = ""
    """Frees what the terminal holds of it."""


def paint(job: Job) -> Painting:
    """Decode, scale and draw. Raises whatever a damaged file makes the decoder raise."""
    image = _opened(job)
    if job.protocol == "kitty":
        return _kitty(_scaled(image, job.box, job.cell), job.box)
    strips = tuple(_half_blocks(image, job.box))
    over = _sixel(_scaled(image, job.box, job.cell)) if job.protocol == "sixel" else ""
    return Painting(strips, over=over)


def _opened(job: Job) -> Image:
    """Return the picture on its ground. It was made by our own worker; still only its formats are read."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = 1 << 22
    image = Image.open(io.BytesIO(job.kept.data), formats=("JPEG", "PNG"))
    if image.mode == "RGB":
        image.draft("RGB", (4 * job.box.columns * job.cell.width, 4 * job.box.rows * job.cell.height))
    if image.mode != "RGBA":
        return image.convert("RGB")
    ground = Image.new("RGBA", image.size, (*job.ground, 255))
    return Image.alpha_composite(ground, image).convert("RGB")


def _scaled(image: Image, box: Box, cell: Cell) -> Image:
    from PIL.Image import Resampling

    return image.resize((box.columns * cell.width, box.rows * cell.height), Resampling.LANCZOS)


# ---------------------------------------------------------------- half blocks


def _half_blocks(image: Image, box: Box) -> Iterator[Strip]:
    """Yield rows of ▀, each cell two pixels: one in its colour, one in that behind it."""
    from PIL.Image import Resampling

    # Hamming: as sharp as can be without a halo round what is bright, which pixels so large would show.
    data = image.resize((box.columns, 2 * box.rows), Resampling.HAMMING, reducing_gap=3.0).tobytes()
    stride = 3 * box.columns
    for row in range(box.rows):
        upper, lower = (data[at : at + stride] for at in (2 * row * stride, (2 * row + 1) * stride))
        yield Strip(list(_cells(upper, lower)), box.columns)


def _cells(upper: bytes, lower: bytes) -> Iterator[Segment]:
    """Yield segments, cells of the same colours joined."""
    last, count = b"", 0
    for at in range(0, len(upper), 3):
        pair = upper[at : at + 3] + lower[at : at + 3]
        if pair != last and count:
            yield _segment(last, count)
            count = 0
        last, count = pair, count + 1
    yield _segment(last, count)


def _segment(pair: bytes, count: int) -> Segment:
    above, below = (Color.from_triplet(ColorTriplet(*pair[at : at + 3])) for at in (0, 3))
    return Segment("▀" * count, Style(color=above, bgcolor=below))


# ---------------------------------------------------------------- Kitty


def _kitty(image: Image, box: Box) -> Painting:
    """Send the picture once and let cells stand for its parts: they scroll and are covered as text is."""
    number = 1 + randbelow((1 << 24) - 1)
    written = io.BytesIO()
    image.save(written, "PNG", compress_level=2)
    data = base64.b64encode(written.getvalue()).decode("ascii")
    pieces = [data[at : at + PIECE] for at in range(0, len(data), PIECE)]
    messages = [
        _message(f"i={number},f=100,q=2,m={int(n < len(pieces))}", p) for n, p in enumerate(pieces, 1)
    ]
    placed = _message(f"a=p,U=1,i={number},c={box.columns},r={box.rows},q=2")
    gone = _message(f"a=d,d=I,i={number},q=2")
    return Painting(tuple(_placeholders(number, box)), "".join(messages) + placed, gone=gone)


def _message(keys: str, payload: str = "") -> str:
    return f"\x1b_G{keys};{payload}\x1b\\" if payload else f"\x1b_G{keys}\x1b\\"


def _placeholders(number: int, box: Box) -> Iterator[Strip]:
    """Yield cells whose colour names the picture, and whose marks the row and column of it."""
    marks = diacritics()
    colour = ColorTriplet(number >> 16, number >> 8 & 255, number & 255)
    style = Style(color=Color.from_triplet(colour))
    for row in range(box.rows):
        text = "".join(f"{_PLACEHOLDER}{marks[row]}{marks[column]}" for column in range(box.columns))
        yield Strip([Segment(text, style)], box.columns)


# ---------------------------------------------------------------- textual-image


def diacritics() -> list[str]:
    """Return the marks that number rows and columns for Kitty."""
    _without_detection()
    from textual_image.renderable.tgp import _NUMBER_TO_DIACRITIC

    return [chr(code) for code in _NUMBER_TO_DIACRITIC]


def _sixel(image: Image) -> str:
    """Return the picture as a Sixel terminal draws it."""
    from textual_image._sixel import image_to_sixels

    return image_to_sixels(image)


def _without_detection() -> None:
    """Let the modules of `textual_image.renderable` be imported without its own code.

    That asks the terminal what it can, and reads what the person types meanwhile.
    """
    name = "textual_image.renderable"
    if name not in sys.modules and (spec := importlib.util.find_spec(name)) is not None:
        sys.modules[name] = importlib.util.module_from_spec(spec)
