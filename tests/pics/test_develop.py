"""What strangers send as pictures: made small, upright and plain, or refused."""

from __future__ import annotations

import io
import struct
import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from reader.pictures.develop import LARGEST, NotAPictureError, develop


def encoded(kind: str, size: tuple[int, int] = (320, 180), mode: str = "RGB", **more: object) -> bytes:
    made = io.BytesIO()
    image = Image.linear_gradient("L").resize(size).convert(mode)
    image.save(made, kind, **more)
    return made.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
def test_every_format_of_the_web_is_read(kind: str) -> None:
    made = develop(encoded(kind))
    assert (made.width, made.height) == (320, 180)
    assert opened(made.data).format in ("JPEG", "PNG")


def test_large_pictures_are_kept_small() -> None:
    made = develop(encoded("JPEG", (4000, 2000)))
    assert (made.width, made.height) == (LARGEST, LARGEST // 2)


def test_pictures_stand_upright_and_keep_no_metadata() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # lies on its side
    exif[0x010E] = "taken at home"
    made = develop(encoded("JPEG", exif=exif))
    assert (made.width, made.height) == (180, 320)
    assert dict(opened(made.data).getexif()) == {}


def test_transparency_is_kept_only_where_there_is_some() -> None:
    clear = Image.new("RGBA", (80, 80), (10, 20, 30, 0))
    data = io.BytesIO()
    clear.save(data, "PNG")
    assert opened(develop(data.getvalue()).data).mode == "RGBA"
    assert opened(develop(encoded("PNG", mode="RGBA")).data).mode == "RGB"


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that claims to be as large as this."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 100))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "it cannot be read (UnidentifiedImageError)"),
        (b"<svg onload='x()'/>", "it cannot be read (UnidentifiedImageError)"),
        (bomb(60_000, 60_000), "it claims more than 40 million pixels"),
        (bomb(7_000, 7_000), "it claims more than 40 million pixels"),
        (encoded("PNG", (1, 1)), "it is no picture but a speck"),
        (encoded("GIF", (600, 2)), "it is no picture but a speck"),
        (encoded("PNG", (40, 40)), "it is no picture but a speck"),
        (encoded("JPEG")[:400], "it cannot be read (OSError)"),
        (encoded("TIFF"), "it cannot be read (UnidentifiedImageError)"),
    ],
    ids=["nothing", "svg", "bomb", "large", "beacon", "line", "icon", "cut", "tiff"],
)
def test_what_is_no_picture_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(NotAPictureError) as refused:
        develop(data)
    assert str(refused.value).startswith(why)


@given(st.binary(max_size=60), st.integers(0, 400), st.sampled_from(["JPEG", "PNG", "GIF", "WEBP"]))
def test_damaged_bytes_never_raise_anything_else(noise: bytes, at: int, kind: str) -> None:
    data = encoded(kind, (64, 64))
    with suppress(NotAPictureError):
        develop(data[:at] + noise + data[at + len(noise) :])
