"""Watchlists: Letterboxd's `watchlist.csv`, `watched.csv` and `ratings.csv`, lists of its own and of IMDb."""

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
TALLEST = 5_000
"""Lines of one row: a review may have many; where a quotation mark is open for more, it was never closed."""
TITLES, ORIGINALS, YEARS = ("name", "title"), ("original title",), ("year", "release year")
# A URL beside a title says nothing of films: so begin the lists of whoever saves pages to read later.
ADDRESSES = ("letterboxd uri", "const", "imdbid", "tmdbid")
RATED = ("rating", "your rating", "rating10", "watcheddate", "watched date", "date rated")
"""Columns that only a film that was seen fills."""
SEEN_FILES = ("watched", "ratings", "diary", "reviews")
"""Letterboxd's files of films that were seen, where their columns do not tell."""
SERIES = ("tv", "video game", "podcast", "music")
"""How kinds of titles begin, in IMDb's lists, that are no films."""
ALSO_FILMS = ("tv movie", "tvmovie", "tv special", "tvspecial")
BETWEEN = ",;\t"
"""What may stand between two cells."""
LIST = "Letterboxd list export"
"""How a list of Letterboxd's begins; then it says what it is called, and of what it is."""
Row = tuple[int, int, list[str] | None]
"""The first and the last line of a row, and its cells; None where it is not understood."""
_LIST_HEADS = re.compile("Position[,;\t]Name[,;\t]Year")
_LINE_END = re.compile(r"[\r\n]")
_EXPECTED = (
    "a watchlist begins with the names of its columns, Name or Title and beside it Year or an address of "
    "the film, as Letterboxd and IMDb export it"
)


def looks_like(data: bytes) -> bool:
    """Tell whether this is such a list: its first line names a title beside a year or an address."""
    text = to_text(data[:4096])
    return text.startswith(LIST) or _separator(text) is not None


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
    for number, last, row in _rows(to_text(data)):
        title = "" if row is None else _first(row, TITLES)
        if row is None or (why := _fault(row, title)):
            why = "its quotation mark is never closed" if row is None else why
            known = title and len(title) <= LONGEST
            lines = f"lines {number} to {last}" if row is None and last > number else f"line {number}"
            skipped.append(Skipped(title, why, number) if known else Skipped(lines, why))
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


def _rows(text: str) -> Iterator[tuple[int, int, Mapping[str, str] | None]]:
    """Yield each row under the heads of its columns, with its lines; None where it is not understood."""
    lines = list(io.StringIO(text, newline=""))
    before = _before(lines)
    del lines[:before]
    separator = _separator(lines[0] if lines else "") or ","
    heads = _heads(lines[0], separator) if lines else []
    found = list(_parted(lines, heads, separator, whole=True))
    if not any(cells and len(cells) == len(heads) for _, _, cells in found):  # their last cells are left out
        found = list(_parted(lines, heads, separator, whole=False))
    for first, last, cells in found:
        if cells is None or any(cell.strip() for cell in cells):
            row = None if cells is None else dict(zip(heads, cells, strict=False))
            yield before + first + 1, before + last + 1, row


def _before(lines: Sequence[str]) -> int:
    """Return how many lines stand before the heads of the columns."""
    if not lines or not lines[0].startswith(LIST):
        return 0
    return next((at for at, line in enumerate(lines[:TALLEST]) if _LIST_HEADS.match(line)), 0)


def _parted(lines: Sequence[str], heads: Sequence[str], separator: str, *, whole: bool) -> Iterator[Row]:
    """Yield row after row. `whole`: after one that breaks off, the next is one that has all its cells."""
    at, lost = 1, 0
    while at < len(lines):
        if at > MOST:
            raise ParseError(f"it has more than {MOST} lines, so it is no watchlist; nothing came.")
        cells, taken = _cells(lines, at, separator, heads)
        if cells is None or (lost and not _is_whole(cells, heads)):
            lost, cells, taken = lost or at, None, 1  # the lines of its review may look like rows
        if lost and (cells is not None or not whole):
            yield lost, at - (cells is not None), None
            lost = 0
        if cells is not None:
            yield at, at + taken - 1, cells
            lacks = whole and len(cells) < len(heads) and not _strictly(lines, at, separator)
            lost = at + 1 if lacks else 0  # what follows may be more of a cell that holds odd marks
        at += taken
    if lost and lost < len(lines):
        yield lost, len(lines) - 1, None


def _is_whole(cells: Sequence[str], heads: Sequence[str]) -> bool:
    """Tell whether a row has a cell under each head, and under the year's no word."""
    row = dict(zip(heads, cells, strict=False))
    year = _first(row, YEARS)
    return len(cells) == len(heads) and (not year or _year(year) is not None)


def _cells(
    lines: Sequence[str], at: int, separator: str, heads: Sequence[str]
) -> tuple[list[str] | None, int]:
    """Return the cells of the row that begins on a line, and how many lines it takes."""
    plain = _strictly(lines, at, separator)
    if plain and len(plain[0]) == len(heads) and not any(cell.endswith("\\") for cell in plain[0]):
        return plain if not _runs_on(plain[0], heads) else (None, 1)
    escaped = _strictly(lines, at, separator, "\\") if '"' in lines[at] else None
    if escaped and len(escaped[0]) == len(heads) and not _runs_on(escaped[0], heads):
        return escaped
    if plain:
        return plain if not _runs_on(plain[0], heads) else (None, 1)
    if lines[at].count('"') % 2:
        return None, 1
    try:
        return next(csv.reader([lines[at]], delimiter=separator), []), 1
    except csv.Error as error:
        raise ParseError(f"it is no table ({error}); export it again and nothing else.") from None


def _strictly(
    lines: Sequence[str], at: int, separator: str, escape: str | None = None
) -> tuple[list[str], int] | None:
    """Return a row as `_cells` does, None where a quotation mark is not closed as it should be."""
    most = min(len(lines), at + (TALLEST if '"' in lines[at] else 1))
    some = map(lines.__getitem__, range(at, most))  # no copy of them for each row
    rows = csv.reader(some, delimiter=separator, strict=True, escapechar=escape)
    try:
        return next(rows, []), rows.line_num or 1
    except csv.Error:
        return None


def _runs_on(cells: Sequence[str], heads: Sequence[str]) -> bool:
    """Tell whether what is said to be a title is the rows that follow it."""
    return any(
        head in TITLES and _LINE_END.search(cell.strip()) for head, cell in zip(heads, cells, strict=False)
    )


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
