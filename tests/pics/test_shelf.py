"""The folder of pictures: found by address, under a cap, oldest dropped."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.pictures.shelf import Kept, Shelf, unpacked

URL = "https://film.example/{}.jpg"


def test_a_picture_is_found_by_its_address(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "images")
    assert (shelf.find(URL), shelf.size(URL)) == (None, None)
    shelf.put(URL, Kept(b"bytes", 640, 360), now=1000)
    assert shelf.find(URL) == Kept(b"bytes", 640, 360)
    assert shelf.size(URL) == (640, 360)
    assert shelf.age(URL, 1060) == 60


def test_files_are_for_the_person_alone_and_named_by_us(tmp_path: Path) -> None:
    folder = tmp_path / "images"
    Shelf(folder).put("https://film.example/../../etc/passwd%00\n.jpg", Kept(b"x", 9, 9), now=1)
    (file,) = folder.iterdir()
    assert (len(file.name), file.name.isalnum(), file.stat().st_mode & 0o777) == (40, True, 0o600)
    assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("size", [(0, 5), (5, 0), (1, 65_535), (65_535, 65_535)])
def test_S8_a_picture_of_a_size_that_none_has_is_none(tmp_path: Path, size: tuple[int, int]) -> None:
    """As in a folder, or a copy of a library, that somebody else filled: to lay it out is to divide by it."""
    stored = Kept(b"bytes", *size).packed()
    shelf = Shelf(tmp_path)
    shelf.put(URL, Kept(b"bytes", *size), now=1)
    assert (unpacked(stored), shelf.find(URL), shelf.size(URL)) == (None, None, None)


def test_why_there_is_none_is_remembered(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.put(URL, Kept(b"it is gone"), now=1)
    assert shelf.size(URL) == (0, 0)


def test_the_oldest_are_dropped_at_the_cap(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, cap=1000)
    for number in range(12):
        shelf.put(URL.format(number), Kept(b"." * 92, 1, 1), now=number)
    here = [number for number in range(12) if shelf.find(URL.format(number))]
    assert here == [2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) <= 1000


def test_damaged_files_count_as_missing(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.put(URL, Kept(b"x", 9, 9), now=1)
    (file,) = tmp_path.iterdir()
    file.write_bytes(b"NRP")
    assert (shelf.find(URL), shelf.size(URL)) == (None, None)
