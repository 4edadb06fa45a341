"""Importing what draws pictures, at a terminal: it is asked nothing, and no key is taken from the person."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import termios
import tty

_CODE = """
import io
from PIL import Image
from reader.pictures.shelf import Kept
from reader.ui.pictures.fitting import Box
from reader.ui.pictures.painting import Job, paint
from reader.ui.pictures.terminal import cell_size
data = io.BytesIO()
Image.linear_gradient("L").save(data, "PNG")
cell = cell_size()
for way in ("half", "kitty", "sixel"):
    paint(Job(Kept(data.getvalue(), 256, 256), Box(8, 4), cell, way, (0, 0, 0)))
import textual_image.renderable.tgp, textual_image.renderable.sixel, textual_image.renderable.halfcell
import os
os.write(2, b"%d %d typed: " % cell + os.read(0, 4))
"""


def test_nothing_is_written_and_no_key_is_lost() -> None:
    master, slave = pty.openpty()
    try:
        termios.tcsetwinsize(slave, (24, 80))
        tty.setraw(slave)
        os.write(master, b"jkjk")
        command = [sys.executable, "-c", _CODE]
        done = subprocess.run(
            command, stdin=slave, stdout=slave, stderr=subprocess.PIPE, check=False, timeout=60
        )
        assert done.stderr == b"10 20 typed: jkjk"
        written = os.read(master, 1000) if select.select([master], [], [], 0)[0] else b""
        assert written == b""
    finally:
        os.close(slave)
        os.close(master)
