"""The figures as tables: Newsreel's own, and beside each other reader how many times theirs it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

Medians = Mapping[str, Mapping[str, Sequence[float]]]
"""Median, least, most and number, by work and by who did it."""
PEERS = ("newsboat", "newsraft", "sfeed")
SMALL, LARGE = 10_000, 100_000


class Row(NamedTuple):
    """One work: its unit, the ratios and the value aimed at, and what it is set beside if not itself."""

    work: str
    unit: str
    aims: Mapping[str, float] = {}
    most: float | None = None
    beside: str = ""
    at: int = 0
    """How many articles the ratios to other readers are aimed at with; 0 is any number."""


ROWS = (
    Row("cold refresh, saved", "s", {"newsboat": 0.25, "newsraft": 1.1}, at=SMALL),
    Row("cold refresh, searchable", "s", {"newsboat": 0.6}, at=SMALL),
    Row("cold refresh, texts made", "s"),
    Row("cold refresh, CPU", "s"),
    Row("cold refresh, peak memory", "MiB", {"newsraft": 1.0}, at=SMALL),
    Row("all unchanged", "s", {"newsboat": 0.17, "newsraft": 1.0}, at=SMALL),
    Row("a tenth changed", "s", {"newsboat": 0.17, "newsraft": 1.1}, at=SMALL),
    Row("R to first headline", "s", most=0.4),
    Row("start to headlines", "ms", {"newsboat": 0.005, "newsraft": 0.05}, at=LARGE),
    Row("start to first key", "ms", {"newsboat": 0.05, "newsraft": 0.5, "import textual": 1.35}, at=LARGE),
    Row("resident", "MiB", {"newsboat": 0.1, "blank Textual app": 1.6}, at=LARGE),
    Row("key, p50", "ms", {"newsboat": 0.4, "newsraft": 0.4}, 0.004, at=LARGE),
    Row("key, p95", "ms", {"newsboat": 0.3, "newsraft": 0.6}, 0.012, at=LARGE),
    Row("key during a refresh, p50", "ms", {"newsboat": 0.4, "newsraft": 0.4}, 0.004, "key, p50", at=LARGE),
    Row("key during a refresh, p95", "ms", {"newsboat": 0.3, "newsraft": 0.6}, 0.012, "key, p95", at=LARGE),
    Row("open an article", "ms", {"Textual's Markdown": 0.1}, 0.03),
    Row("scroll an article by a line, p50", "ms"),
    Row("scroll an article by a line, p95", "ms", {}, 0.0167),
    Row("search, rare word", "ms", {"newsboat": 0.05, "newsraft": 0.05}, at=LARGE),
    Row("search, word in all", "ms", {"newsboat": 0.05, "newsraft": 0.05}, at=LARGE),
    Row("search, best first", "ms", {}, 0.25),
    Row("disk per article, articles", "kB", {"newsboat": 0.8}, None, "disk per article"),
    Row("disk per article, index", "kB", {"newsboat": 0.8}, None, "disk per article"),
)
_FACTORS = {"s": 1.0, "ms": 1000.0, "MiB": 1.0, "kB": 0.001}
_CONTROL_ONLY = ("import textual", "blank Textual app", "Textual's Markdown")


class Cell(NamedTuple):
    """What stands in one place, and whether it is as aimed at (None: nothing was)."""

    text: str
    reached: bool | None = None


def lines(medians: Medians, articles: int) -> Iterator[tuple[str, list[Cell]]]:
    """Yield each work with Newsreel's value, the ratio to each peer, and that to a control."""
    for row in ROWS:
        by = medians.get(row.work, {})
        if "newsreel" not in by:
            continue
        value = by["newsreel"][0]
        others = medians.get(row.beside or row.work, {})
        aims = row.aims if row.at in (0, articles) else _without_peers(row.aims)
        cells = [_value(value, row)]
        cells += [_ratio(value, others.get(peer), aims.get(peer)) for peer in PEERS]
        control = next((name for name in _CONTROL_ONLY if name in others), "")
        beside = _ratio(value, others.get(control), aims.get(control))
        cells.append(beside._replace(text=f"{beside.text} × {control}") if control else Cell(""))
        yield row.work, cells


def _without_peers(aims: Mapping[str, float]) -> dict[str, float]:
    return {who: aim for who, aim in aims.items() if who not in PEERS}


def _value(value: float, row: Row) -> Cell:
    shown = value * _FACTORS[row.unit]
    digits = 0 if shown >= 100 else 1 if shown >= 10 else 2
    text = f"{shown:.{digits}f} {row.unit}"
    if row.most is None:
        return Cell(text)
    return Cell(f"{text} (≤ {row.most * _FACTORS[row.unit]:g})", value <= row.most)


def _ratio(value: float, other: Sequence[float] | None, aim: float | None) -> Cell:
    if not other:
        return Cell("")
    ratio = value / other[0]
    text = f"{ratio:.3f}" if ratio < 0.1 else f"{ratio:.2f}"
    return Cell(text) if aim is None else Cell(f"{text} (≤ {aim:g})", ratio <= aim)


def plain(result: Mapping[str, Any]) -> str:
    """Return one size's table for a terminal; what misses its aim is marked."""
    articles = result["feeds"] * result["entries"]
    heads = ["newsreel", *(f"/ {peer}" for peer in PEERS), "/ control"]
    shown = [f"\n{_title(result)}", f"{'':34}" + "".join(f"{head:>20}" for head in heads)]
    for work, cells in lines(result["medians"], articles):
        shown.append(
            f"{work:34}"
            + "".join(f"{_flagged(cell):>20}" for cell in cells[:-1])
            + "  "
            + _flagged(cells[-1])
        )
    return "\n".join(shown)


def _flagged(cell: Cell) -> str:
    return f"! {cell.text}" if cell.reached is False else cell.text


def _title(result: Mapping[str, Any]) -> str:
    return f"{result['feeds'] * result['entries']:,} articles in {result['feeds']} feeds"


def markdown(results: Sequence[Mapping[str, Any]]) -> str:
    """Return the tables of the sizes where other readers were run, what misses its aim in bold."""
    parts = []
    for result in results:
        if not any(peer in by for by in result["medians"].values() for peer in PEERS):
            continue
        parts.append(f"**{_title(result)}**\n")
        parts.append(f"| | newsreel | {' | '.join(f'÷ {peer}' for peer in PEERS)} | ÷ control |")
        parts.append("|---|---|---|---|---|---|")
        for work, cells in lines(result["medians"], result["feeds"] * result["entries"]):
            shown = [f"**{cell.text}**" if cell.reached is False else cell.text for cell in cells]
            parts.append(f"| {work} | {' | '.join(shown)} |")
        parts.append("")
    return "\n".join([*parts, _noise(results)])


def _noise(results: Sequence[Mapping[str, Any]]) -> str:
    """Say how far the machine's own pace went up and down meanwhile."""
    controls = [result["medians"]["start to first key"]["import textual"] for result in results]
    least, most = min(each[1] for each in controls), max(each[2] for each in controls)
    loads = sorted(result["load"] for result in results)
    return (
        f"Medians of {results[0]['rounds']} alternating rounds on {results[0]['machine']}, "
        f"{results[0]['date']}; its load went from {loads[0]:.1f} to {loads[-1]:.1f}, "
        f"and `import textual.app` took from {1000 * least:.0f} to {1000 * most:.0f} ms: "
        "that is how far a figure may be off by chance. What misses its aim (≤) is in bold."
    )
