"""Watchlists: Letterboxd's and IMDb's tables, and whatever calls itself one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import ParseError
from reader.feeds.watchlist import looks_like, read
from reader.news import Watched

WATCHLIST = b"""Date,Name,Year,Letterboxd URI
2026-01-01,"Dune: Part Three",2026,https://boxd.it/a
2026-01-02,Heat 2,,https://boxd.it/b
2026-01-03,"(500) Days of Summer",2009,https://boxd.it/c
2026-01-03,Heat 2,,https://boxd.it/b
"""
RATINGS = (
    "\ufeffDate,Name,Year,Letterboxd URI,Rating\r\n2026-01-01,千の窓,2023,https://boxd.it/a,4.5\r\n".encode()
)
IMDB = b"""Position,Const,Created,Modified,Description,Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,\
Genres,Num Votes,Release Date,Directors,Your Rating,Date Rated
1,tt1,2026-01-01,2026-01-01,,Heat 2,https://imdb.test/tt1,Movie,,,2026,,,,Michael Mann,,
2,tt2,2026-01-01,2026-01-01,,The Salt Road,https://imdb.test/tt2,Movie,7,,2023,,,,,8,2026-01-01
3,tt3,2026-01-01,2026-01-01,,Silo,https://imdb.test/tt3,TV Series,7,,2023,,,,,,
"""


def films(data: bytes, name: str = "") -> list[tuple[str, int | None, bool]]:
    return [(film.title, film.year, film.seen) for film in read(data, name)[0]]


def test_letterboxd() -> None:
    expected = [
        ("Dune: Part Three", 2026, False),
        ("Heat 2", None, False),
        ("(500) Days of Summer", 2009, False),
    ]
    assert looks_like(WATCHLIST)
    assert films(WATCHLIST, "/home/x/watchlist.csv") == expected
    assert films(WATCHLIST, "/home/x/watched.csv") == [(*film[:2], True) for film in expected]
    assert looks_like(RATINGS)
    assert films(RATINGS, "ratings.csv") == films(RATINGS) == [("千の窓", 2023, True)]


LIST = b"""Letterboxd list export v7
Date,Name,Tags,URL,Description
2026-01-01,To see,,https://boxd.it/l,"Of these,
the first is Heat 3"

Position,Name,Year,URL,Description
1,Heat 2,2027,https://boxd.it/b,
2,,2027,https://boxd.it/c,
3,Opus,2025,https://boxd.it/d,"Twice,
at least"
"""


@pytest.mark.parametrize("data", [LIST, b"\xef\xbb\xbf" + LIST.replace(b"\n", b"\r\n")])
def test_a_list_of_letterboxds_says_first_what_it_is_called(data: bytes) -> None:
    assert looks_like(data)
    assert films(data, "list.csv") == [("Heat 2", 2027, False), ("Opus", 2025, False)]
    assert [(each.what, each.why) for each in read(data)[1]] == [("line 8", "it names no title")]


def test_imdb() -> None:
    assert looks_like(IMDB)
    assert films(IMDB) == [("Heat 2", 2026, False), ("The Salt Road", 2023, True)]
    assert [each.what for each in read(IMDB)[1]] == ["Silo"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<opml/>",
        b"https://a.test/feed trade\n",
        b"Name,Size\na,1\n",
        b"title,url,time_added,tags,status\nA page,https://a.test/1,1700000000,,unread\n",  # Pocket
        b"URL,Title,Selection,Folder,Timestamp\nhttps://a.test/1,A page,,Unread,1700000000\n",  # Instapaper
        b'{"version": 1}',
        b'"',
        b"\0\0\0",
    ],
)
def test_other_files_are_not_taken_for_one(data: bytes) -> None:
    assert not looks_like(data)


def test_rows_without_a_title_are_skipped_and_said() -> None:
    found, skipped = read(b"Title,Year\n,2020\nHeat 2,soon\n" + b"x" * 400 + b",2020\n")
    assert found == [Watched(title="Heat 2")]
    assert [each.what for each in skipped] == ["line 2", "line 4"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "cp1252", "utf-16"])
@pytest.mark.parametrize("between", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_list_is_read_however_a_table_was_saved(encoding: str, between: str, end: str) -> None:
    data = f"Name{between}Year{end}Café Müller{between}2026{end}".encode(encoding)
    assert looks_like(data)
    assert films(data) == [("Café Müller", 2026, False)]


@pytest.mark.parametrize(
    ("rows", "titles", "lines"),
    [
        ('"Heat 2,2026\nDune,2021\nKestrel,2026\n', ["Dune", "Kestrel"], ["line 2"]),  # to the end
        ('"Heat 2,2026\nDune,2021\n"Kestrel",2026\n', ["Dune", "Kestrel"], ["line 2"]),  # to the next
        ('Dune,2021\nHeat 2,"2026\nKestrel,2026\n', ["Dune", "Kestrel"], ["line 3"]),  # not of the title
        ('Heat 2,2026,"good\n\nvery ""good"""\nDune,2021\n', ["Heat 2", "Dune"], []),  # a review has lines
        ('The "Heat" 2,2026\n"Heat" 3,2026\n', ['The "Heat" 2', "Heat 3"], []),
    ],
)
def test_a_quotation_mark_never_closed_costs_its_own_row(
    rows: str, titles: list[str], lines: list[str]
) -> None:
    found, skipped = read(f"Name,Year,Review\n{rows}".encode())
    assert ([film.title for film in found], [each.what for each in skipped]) == (titles, lines)


REVIEWS = "Date,Name,Year,Letterboxd URI,Rating,Review,Tags\n"
LINES = "\n".join(f"so, line {n}, and all said" for n in range(230))


@pytest.mark.parametrize(
    ("review", "titles"),
    [
        (f'"{LINES}"', ["Heat", "Dune"]),
        (f'"He \\"said\\",\n{LINES}"', ["Heat", "Dune"]),  # quoted as some programs write it
        (f'"5\\", tall\n{LINES}"', ["Heat", "Dune"]),
        (f'"never closed\n{LINES}', ["Dune"]),
        (f'"never closed\n{LINES}\na,b,c,d,e,f,g', ["Dune"]),  # as many cells as heads
        (f'"He "said\n{LINES}"', ["Heat", "Dune"]),
        (f'"He "said" it\n{LINES}"', ["Dune"]),
    ],
    ids=["tall", "escaped", "escaped before a comma", "open", "open, and alike", "odd", "odd, open"],
)
def test_no_line_of_a_review_is_a_film(review: str, titles: list[str]) -> None:
    row = f"2026-01-01,Heat,1995,https://boxd.it/a,4,{review}"
    rows = f"{REVIEWS}{row},x\n2026-01-02,Dune,2021,https://boxd.it/b,4,,\n"
    assert [film.title for film in read(rows.encode())[0]] == titles


def test_the_lines_passed_over_are_said() -> None:
    rows = f'{REVIEWS}2026-01-01,Heat,1995,https://boxd.it/a,4,"open\nmore\n2026-01-02,Dune,2021,,,,\n'
    found, skipped = read(rows.encode())
    assert [film.title for film in found] == ["Dune"]
    assert [each.what for each in skipped] == ["lines 2 to 3"]


def test_titles_without_a_word_are_skipped() -> None:
    found, skipped = read(b"Name,Year\n???,2020\n...,2020\nM*A*S*H,1970\n")
    assert [film.title for film in found] == ["M*A*S*H"]
    assert [(each.what, each.line) for each in skipped] == [("???", 2), ("...", 3)]


def test_a_table_without_end_is_refused() -> None:
    with pytest.raises(ParseError, match="more than 50000 lines"):
        read(b"Name,Year\n" + b"a,1999\n" * 50_001)


def test_a_cell_without_end_is_refused() -> None:
    with pytest.raises(ParseError, match="no table"):
        read(b'Name,Year\n"' + b"a" * 200_000 + b'",1999\n')


@given(st.binary(max_size=300))
def test_any_bytes_are_a_list_or_refused(data: bytes) -> None:
    looks_like(data)
    try:
        found, _ = read(b"Name,Year\n" + data)
    except ParseError:
        return
    assert all(film.title and (film.year is None or 1880 <= film.year <= 2200) for film in found)
