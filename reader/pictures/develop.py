"""A stranger's bytes into a picture of ours: decoded once, under limits, made small and written anew.

Called in the worker only, under its guard. Nothing of the original is kept: no metadata, no odd format.
"""

from __future__ import annotations

import io
import warnings
from typing import NamedTuple

from PIL import Image, ImageOps

PIXELS = 40_000_000
"""More than any camera that takes stills for the press; what is larger is refused unread."""
LARGEST = 1280
"""The longer side of what is kept: the widest measure, in the cells of a sharp screen."""
SMALLEST = 48
"""What is smaller on both sides is an icon; what is at most 3 on one, a beacon or a line."""
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")
_QUALITY = 84
_TOO_MANY = f"it claims more than {PIXELS // 1_000_000} million pixels"

Image.MAX_IMAGE_PIXELS = PIXELS


class NotAPictureError(Exception):
    """Why some bytes give no picture to show: a short clause."""


class Picture(NamedTuple):
    """A picture as it is kept: JPEG, or PNG where it is transparent or drawn."""

    data: bytes
    width: int
    height: int


def develop(data: bytes) -> Picture:
    """Decode, check, turn upright, make small, and write anew. Raises NotAPictureError."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of odd metadata; too many pixels are looked at below
            return _developed(data)
    except (NotAPictureError, MemoryError):
        raise
    except Image.DecompressionBombError:
        raise NotAPictureError(_TOO_MANY) from None
    except Exception as error:  # decoders raise whatever they like on what strangers send
        raise NotAPictureError(f"it cannot be read ({type(error).__name__})") from None


def _developed(data: bytes) -> Picture:
    with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
        _check(*opened.size)
        drawn = opened.format in ("PNG", "GIF")
        opened.draft("RGB", (2 * LARGEST, 2 * LARGEST))
        opened.seek(0)
        image = ImageOps.exif_transpose(opened)
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    image.thumbnail((LARGEST, LARGEST), Image.Resampling.LANCZOS, reducing_gap=2.0)
    if image.mode == "RGBA" and image.getchannel("A").getextrema()[0] == 255:
        image = image.convert("RGB")
    return Picture(_written(image, drawn=drawn), *image.size)


def _check(width: int, height: int) -> None:
    if width * height > PIXELS:
        raise NotAPictureError(_TOO_MANY)
    if min(width, height) <= 3 or max(width, height) < SMALLEST:
        raise NotAPictureError("it is no picture but a speck")


def _written(image: Image.Image, *, drawn: bool) -> bytes:
    """Return the picture as bytes: as JPEG, unless PNG is better for it, or no larger."""
    photo = io.BytesIO()
    if image.mode == "RGB":
        image.save(photo, "JPEG", quality=_QUALITY)
        if not drawn:
            return photo.getvalue()
    exact = io.BytesIO()
    image.save(exact, "PNG", compress_level=6)
    if image.mode == "RGB" and exact.tell() > 2 * photo.tell():
        return photo.getvalue()
    return exact.getvalue()
