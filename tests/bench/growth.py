"""How costs grow with the library, drawn: both axes logarithmic, everything relative to the smallest size."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from html import escape
from typing import Any

WIDTH, HEIGHT, LEFT, BOTTOM, RIGHT, TOP = 760, 380, 60, 40, 190, 20
WORKS = (
    "start to headlines",
    "key to painted, p50",
    "cold refresh",
    "... peak MiB",
    "resident MiB",
    "disk MB",
)
COLOURS = ("#d7a657", "#6a9fb5", "#90a959", "#aa759f", "#d28445", "#8f8a80")


def draw(results: Sequence[dict[str, Any]]) -> str:
    """Return an SVG of how often each cost of the smallest library larger ones take."""
    by_size = {each["feeds"] * each["entries"]: each["values"] for each in results}
    sizes = sorted(by_size)
    lines = {work: _relative([by_size[size].get(f"{work}, newsreel") for size in sizes]) for work in WORKS}
    most = max(10.0, *(value for line in lines.values() for value in line if value))
    parts = [*_axes(sizes, most)]
    for place, (work, values) in enumerate(lines.items()):
        points = [
            (_x(size, sizes), _y(value, most)) for size, value in zip(sizes, values, strict=True) if value
        ]
        if points:
            path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
            parts.append(
                f'<polyline fill="none" stroke="{COLOURS[place]}" stroke-width="2" points="{path}"/>'
            )
            parts.append(_label(WIDTH - RIGHT + 8, TOP + 18 * place + 10, work.strip(". "), COLOURS[place]))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">{"".join(parts)}</svg>\n'
    )


def _relative(values: Sequence[list[float] | None]) -> list[float | None]:
    medians = [statistics.median(value) if value else None for value in values]
    first = next((median for median in medians if median), None)
    return [median / first if median and first else None for median in medians]


def _axes(sizes: Sequence[int], most: float) -> list[str]:
    parts = [_label(_x(size, sizes) - 16, HEIGHT - BOTTOM + 18, f"{size:,}") for size in sizes]
    for power in range(math.ceil(math.log10(most)) + 1):
        y = _y(10.0**power, most)
        if y >= TOP - 1:
            parts.append(f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="#8884"/>')
            parts.append(_label(8, y + 4, f"{10**power} x"))
    return parts


def _x(size: int, sizes: Sequence[int]) -> float:
    span = math.log(sizes[-1] / sizes[0]) or 1.0
    return LEFT + math.log(size / sizes[0]) / span * (WIDTH - LEFT - RIGHT)


def _y(value: float, most: float) -> float:
    return HEIGHT - BOTTOM - math.log10(max(value, 0.5)) / math.log10(most) * (HEIGHT - BOTTOM - TOP)


def _label(x: float, y: float, text: str, colour: str = "#888") -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}" fill="{colour}">{escape(text)}</text>'
