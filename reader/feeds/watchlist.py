"""Watchlists: Letterboxd's `watchlist.csv`, `watched.csv` and `ratings.csv`, and lists of IMDb as CSV."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence

from reader.errors import ParseError
from reader.feeds.opml import Skipped
from reader.feeds.parse_bytes import to_text
from reader.news import Watched

MOST, LONGEST = 50_000, 300
"""Rows of a list, and characters of a title; what is more is none."""
TALLEST = 200
"""Lines of one row: a review may have many; where a quotation mark is open for more, it was never closed."""
TITLES, ORIGINALS, YEARS = ("name", "title"), ("original title",), ("year", "release year")
ADDRESSES = ("letterboxd uri", "const", "url", "imdbid", "tmdbid")
RATED = ("rating", "your rating", "rating10", "watcheddate", "watched date", "date rated")
"""Columns that only a film that was seen fills."""
SEEN_FILES = ("watched", "ratings", "diary", "reviews")
"""Letterboxd's files of films that were seen, where their columns do not tell."""
SERIES = ("tv", "video game", "podcast", "music")
"""How kinds of titles begin, in IMDb's lists, that are no films."""
ALSO_FILMS = ("tv movie", "tvmovie", "tv special", "tvspecial")
BETWEEN = ",;\t"
"""What may stand between two cells."""
_LINE_END = re.compile(r"[\r\n]")
_EXPECTED = (
    "a watchlist begins with the names of its columns, Name or Title and beside it Year or an address, "
    "as Letterboxd and IMDb export it"
)


def looks_like(data: bytes) -> bool:
    """Tell whether this is such a list: its first line names a title beside a year or an address."""
    return _separator(to_text(data[:4096])) is not None


def check(data: bytes, name: str) -> None:
    """Raise ParseError where a file is named as a table, and is no such list."""
    text = to_text(data[:4096])
    if not name.casefold().endswith((".csv", ".tsv")) or text.startswith("<") or looks_like(data):
        return
    head = _LINE_END.split(text.strip(), maxsplit=1)[0]
    says = f"its first line is “{head[:60]}{'…' * (len(head) > 60)}”" if head else "it is empty"
    raise ParseError(f"This is no watchlist: {says}, and {_EXPECTED}; nothing came.")


def read(data: bytes, name: str = "") -> tuple[list[Watched], list[Skipped]]:
    """Return the films of a list, each once, and what is none. `name`: of the file. Raises ParseError."""
    seen_file = name.rpartition("/")[2].rpartition("\\")[2].casefold().startswith(SEEN_FILES)
    films: dict[tuple[str, int | None], Watched] = {}
    skipped: list[Skipped] = []
    for number, row in _rows(to_text(data)):
        title = "" if row is None else _first(row, TITLES)
        if row is None or (why := _fault(row, title)):
            why = "its quotation mark is never closed" if row is None else why
            known = title and len(title) <= LONGEST
            skipped.append(Skipped(title, why, number) if known else Skipped(f"line {number}", why))
            continue
        film = _film(row, title, seen=seen_file or bool(_first(row, RATED)))
        key = (title.casefold(), film.year)
        before = films.get(key)
        films[key] = film if before is None or film.seen else before
    return list(films.values()), skipped


def _fault(row: Mapping[str, str], title: str) -> str:
    """Say why a row is no film; nothing where it is one."""
    if not title or len(title) > LONGEST:
        return "it names no title"
    if not any(map(str.isalnum, title)):
        return "its title holds no word to follow"
    return "it is no film; `newsreel follow` takes it by name" if _is_series(row) else ""


def _film(row: Mapping[str, str], title: str, *, seen: bool) -> Watched:
    original = _first(row, ORIGINALS)[:LONGEST]
    other = original.casefold() != title.casefold() and any(map(str.isalnum, original))
    year = _year(_first(row, YEARS))
    return Watched(title=title, year=year, seen=seen, aliases=(original,) if other else ())


def _rows(text: str) -> Iterator[tuple[int, Mapping[str, str] | None]]:
    """Yield each row under the heads of its columns, with its first line; None where it is not understood."""
    lines = list(io.StringIO(text, newline=""))
    separator = _separator(text) or ","
    heads = _heads(lines[0], separator) if lines else []
    at = 1
    while at < len(lines):
        if at > MOST:
            raise ParseError(f"it has more than {MOST} lines, so it is no watchlist; nothing came.")
        cells, taken = _cells(lines, at, separator)
        row = None if cells is None else dict(zip(heads, cells, strict=False))
        if row is not None and any(_LINE_END.search(row.get(each, "").strip()) for each in TITLES):
            row, taken = None, 1  # what is said to be a title is the rows that follow it
        if row is None or any(cell.strip() for cell in row.values()):
            yield at + 1, row
        at += taken


def _cells(lines: Sequence[str], at: int, separator: str) -> tuple[list[str] | None, int]:
    """Return the cells of the row that begins on a line, and how many lines it takes."""
    rows = csv.reader(lines[at : at + (TALLEST if '"' in lines[at] else 1)], delimiter=separator, strict=True)
    try:
        return next(rows, []), rows.line_num or 1
    except csv.Error:
        pass
    if lines[at].count('"') % 2:
        return None, 1
    try:
        return next(csv.reader([lines[at]], delimiter=separator), []), 1
    except csv.Error as error:
        raise ParseError(f"it is no table ({error}); export it again and nothing else.") from None


def _separator(text: str) -> str | None:
    """Return what stands between the cells of such a list; None where its first line is that of another."""
    line = _LINE_END.split(text, maxsplit=1)[0]
    for separator in BETWEEN:
        heads = _heads(line, separator)
        if any(each in heads for each in TITLES) and any(each in heads for each in (*YEARS, *ADDRESSES)):
            return separator
    return None


def _heads(line: str, separator: str) -> list[str]:
    try:
        return [head.strip().casefold() for head in next(csv.reader([line], delimiter=separator), [])]
    except csv.Error:
        return []


def _first(row: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((" ".join(row[each].split()) for each in names if row.get(each, "").strip()), "")


def _is_series(row: Mapping[str, str]) -> bool:
    kind = row.get("title type", "").strip().casefold()
    return kind.startswith(SERIES) and kind not in ALSO_FILMS


def _year(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and 1880 <= int(text[:9]) <= 2200 else None
