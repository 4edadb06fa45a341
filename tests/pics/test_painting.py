"""A picture as cells, as Kitty has it, as Sixel has it."""

from __future__ import annotations

import base64
import io
import re
from pathlib import Path

import pytest
from PIL import Image

from reader.pictures.shelf import Kept
from reader.text.clean import drawable
from reader.ui.pictures.fitting import Box, fit
from reader.ui.pictures.painting import PIECE, Job, Painting, paint
from reader.ui.pictures.terminal import Cell, Protocol, cell_size, protocol

GROUND = (10, 20, 30)


def painted(image: Image.Image, box: Box, way: Protocol = "half") -> Painting:
    data = io.BytesIO()
    image.save(data, "PNG")
    return paint(Job(Kept(data.getvalue(), *image.size), box, Cell(10, 20), way, GROUND))


def test_half_blocks_are_two_pixels_a_cell() -> None:
    image = Image.new("RGB", (40, 80))
    for row, colour in enumerate([(255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)]):
        image.paste(colour, (0, 20 * row, 40, 20 * row + 20))
    strips = painted(image, Box(4, 2)).strips
    assert [strip.text for strip in strips] == ["▀▀▀▀"] * 2
    looks = [(strip._segments[0].style.color, strip._segments[0].style.bgcolor) for strip in strips]
    bright = [[tuple(part > 128 for part in colour.triplet) for colour in look] for look in looks]
    red, green, blue = ((n == 0, n == 1, n == 2) for n in range(3))
    assert bright == [[red, green], [blue, (True, True, True)]]


def test_what_is_transparent_shows_the_ground() -> None:
    ((strip,),) = [painted(Image.new("RGBA", (80, 80)), Box(3, 1)).strips]
    assert {segment.style.bgcolor.triplet for segment in strip} == {GROUND}


def test_kitty_is_sent_a_picture_and_told_where_its_parts_stand() -> None:
    painting = painted(Image.effect_noise((400, 300), 60).convert("RGB"), Box(20, 8), "kitty")
    number = re.match(r"\x1b_Gi=(\d+),f=100,q=2,m=1;", painting.sent)[1]
    pieces = re.findall(r"\x1b_G[^;\x1b]*;([^\x1b]*)\x1b", painting.sent)
    assert all(len(piece) == PIECE for piece in pieces[:-1])
    sent = Image.open(io.BytesIO(base64.b64decode("".join(pieces))))
    assert (sent.format, sent.size) == ("PNG", (200, 160))
    assert painting.sent.endswith(f"\x1b_Ga=p,U=1,i={number},c=20,r=8,q=2\x1b\\")
    assert painting.gone == f"\x1b_Ga=d,d=I,i={number},q=2\x1b\\"
    assert [strip.cell_length for strip in painting.strips] == [20] * 8
    ((first,), *_) = [list(strip) for strip in painting.strips]
    assert first.text.startswith("\U0010eeee\u0305\u0305\U0010eeee\u0305\u030d")
    red, green, blue = first.style.color.triplet
    assert red << 16 | green << 8 | blue == int(number)
    assert drawable(first.text) == first.text  # the last look at every line lets them pass


def test_sixel_lies_over_half_blocks() -> None:
    painting = painted(Image.linear_gradient("L"), Box(6, 3), "sixel")
    assert painting.over.startswith('\x1bP0;0;0q"1;1;60;60')
    assert painting.over.endswith("\x1b\\")
    assert [strip.cell_length for strip in painting.strips] == [6] * 3


@pytest.mark.parametrize(
    ("size", "within", "box"),
    [
        ((1280, 720), Box(80, 40), Box(80, 22)),
        ((1280, 720), Box(80, 10), Box(36, 10)),
        ((720, 1280), Box(48, 16), Box(18, 16)),
        ((100, 50), Box(80, 40), Box(30, 8)),
        ((2000, 5), Box(80, 40), Box(80, 1)),
        ((5, 2000), Box(80, 40), Box(1, 40)),
    ],
)
def test_pictures_keep_their_shape(size: tuple[int, int], within: Box, box: Box) -> None:
    assert fit(size, within, Cell(10, 20)) == box


@pytest.mark.parametrize(
    ("chosen", "environment", "way"),
    [
        ("auto", {"TERM": "xterm-256color"}, "half"),
        ("auto", {"TERM": "xterm-kitty"}, "kitty"),
        ("auto", {"TERM": "xterm-256color", "KITTY_WINDOW_ID": "1"}, "kitty"),
        ("auto", {"TERM": "tmux-256color", "KITTY_WINDOW_ID": "1", "TMUX": "/tmp/tmux"}, "half"),
        ("auto", {"TERM": "screen", "KITTY_WINDOW_ID": "1"}, "half"),
        ("auto", {}, "half"),
        ("sixel", {"TERM": "xterm-kitty"}, "sixel"),
        ("half", {"TERM": "xterm-kitty"}, "half"),
    ],
)
def test_the_way_is_told_by_the_environment(chosen: str, environment: dict[str, str], way: str) -> None:
    assert protocol(chosen, environment) == way


@pytest.mark.parametrize(
    ("said", "way"),
    [
        ("version: Version = Version(0, 26, 5)", "half"),
        ("version: Version = Version(0, 28, 0)", "kitty"),
        ("", "kitty"),
    ],
)
def test_a_kitty_too_old_for_placeholders_gets_half_blocks(tmp_path: Path, said: str, way: str) -> None:
    (tmp_path / "kitty").mkdir()
    (tmp_path / "kitty" / "constants.py").write_text(f"import os\n{said}\n")
    environment = {"TERM": "xterm-kitty", "KITTY_INSTALLATION_DIR": str(tmp_path)}
    assert protocol("auto", environment) == way
    assert protocol("kitty", environment) == "kitty"


def test_a_sixel_terminal_draws_the_picture_it_was_sent() -> None:
    image = Image.radial_gradient("L").resize((60, 60)).convert("RGB")
    drawn = decoded(painted(image, Box(6, 3), "sixel").over)
    off = [abs(ours - theirs) for ours, theirs in zip(image.tobytes(), drawn.tobytes(), strict=True)]
    assert drawn.size == image.size
    assert sum(off) / len(off) < 6


def decoded(sixel: str) -> Image.Image:
    """Draw a Sixel as a VT340 does: six rows at a time, a colour after another over the same columns."""
    found = re.fullmatch(r'\x1bP[\d;]*q"1;1;(\d+);(\d+)(.*)\x1b\\', sixel, re.DOTALL)
    assert found is not None
    image = Image.new("RGB", (int(found[1]), int(found[2])))
    colours: dict[int, tuple[int, ...]] = {}
    x, top, colour = 0, 0, 0
    for number, rgb, count, bits in re.findall(r"#(\d+)(?:;2;([\d;]+))?|(?:!(\d+))?([?-~$-])", found[3]):
        if number:
            colour = int(number)
            if rgb:
                colours[colour] = tuple(round(int(part) * 2.55) for part in rgb.split(";"))
        elif bits in "$-":
            x, top = 0, top + 6 * (bits == "-")
        else:
            for column in range(x, x + int(count or 1)):
                for row in (row for row in range(6) if ord(bits) - 63 >> row & 1):
                    image.putpixel((column, top + row), colours[colour])
            x += int(count or 1)
    return image


def test_without_a_terminal_a_cell_is_twice_as_high_as_wide() -> None:
    cell = cell_size()
    assert cell.height == 2 * cell.width or cell.height > cell.width
