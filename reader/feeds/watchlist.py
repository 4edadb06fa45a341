"""Watchlists: Letterboxd's `watchlist.csv`, `watched.csv` and `ratings.csv`, and lists of IMDb as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from reader.errors import ParseError
from reader.feeds.opml import Skipped
from reader.news import Watched

MOST, LONGEST = 50_000, 300
"""Rows of a list, and characters of a title; what is more is none."""
TITLES, YEARS = ("name", "title"), ("year", "release year")
RATED = ("rating", "your rating", "rating10", "watcheddate", "watched date", "date rated")
"""Columns that only a film that was seen fills."""
SEEN_FILES = ("watched", "ratings", "diary", "reviews")
"""Letterboxd's files of films that were seen, where their columns do not tell."""
SERIES = ("tv", "video game", "podcast", "music")
"""How kinds of titles begin, in IMDb's lists, that are no films."""
ALSO_FILMS = ("tv movie", "tvmovie", "tv special", "tvspecial")


def looks_like(data: bytes) -> bool:
    """Tell whether this is such a list: its first line names a title beside a year or an address."""
    heads = _heads(data[:4096].partition(b"\n")[0])
    return any(each in heads for each in TITLES) and any(
        each in heads for each in (*YEARS, "letterboxd uri", "const", "url", "imdbid", "tmdbid")
    )


def read(data: bytes, name: str = "") -> tuple[list[Watched], list[Skipped]]:
    """Return the films of a list, each once, and what is none. `name`: of the file. Raises ParseError."""
    seen_file = name.rpartition("/")[2].rpartition("\\")[2].casefold().startswith(SEEN_FILES)
    films: dict[tuple[str, int | None], Watched] = {}
    skipped: list[Skipped] = []
    for number, row in _rows(data):
        title = _first(row, TITLES)
        if not title or len(title) > LONGEST:
            skipped.append(Skipped(what=f"line {number}", why="it names no title"))
        elif _is_series(row):
            skipped.append(Skipped(what=title, why="it is no film; `newsreel follow` takes it by name"))
        else:
            year = _year(_first(row, YEARS))
            seen = seen_file or bool(_first(row, RATED))
            key = (title.casefold(), year)
            before = films.get(key)
            films[key] = Watched(title=title, year=year, seen=seen or bool(before and before.seen))
    return list(films.values()), skipped


def _rows(data: bytes) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Yield each line under the heads of its columns, with its number."""
    text = data.decode("utf-8-sig", "replace").replace("\0", "")
    lines = csv.reader(io.StringIO(text, newline=""))
    try:
        heads = [head.strip().casefold() for head in next(lines, [])]
        for number, cells in enumerate(lines, 2):
            if number > MOST + 1:
                raise ParseError(f"it has more than {MOST} lines, so it is no watchlist; nothing came.")
            if any(cell.strip() for cell in cells):
                yield number, dict(zip(heads, cells, strict=False))
    except csv.Error as error:
        raise ParseError(f"it is no table ({error}); export it again and nothing else.") from None


def _heads(line: bytes) -> list[str]:
    text = line.decode("utf-8-sig", "replace").replace("\0", "")
    try:
        return [head.strip().casefold() for head in next(csv.reader([text]), [])]
    except csv.Error:
        return []


def _first(row: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((" ".join(row[each].split()) for each in names if row.get(each, "").strip()), "")


def _is_series(row: Mapping[str, str]) -> bool:
    kind = row.get("title type", "").strip().casefold()
    return kind.startswith(SERIES) and kind not in ALSO_FILMS


def _year(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and 1880 <= int(text[:9]) <= 2200 else None
