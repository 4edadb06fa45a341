"""How costs grow with the library, drawn: both axes logarithmic, each cost relative to the smallest size."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, NamedTuple

WIDTH, HEIGHT, TOP, BOTTOM, LEFT = 840, 340, 44, 40, 52
PANEL, GAP, KEY = 270, 60, 180
MOST = 200.0
LEAST = 0.5
WORKS = (
    ("start to headlines", "#d7a657"),
    ("start to first key", "#6a9fb5"),
    ("key, p50", "#90a959"),
    ("search, rare word", "#aa759f"),
    ("resident", "#d28445"),
    ("all unchanged", "#5f9ea0"),
    ("cold refresh, searchable", "#c0655a"),
    ("disk", "#8f8a80"),
)
NAMES = {"all unchanged": "refresh, no news", "cold refresh, searchable": "refresh from nothing"}


class Panel(NamedTuple):
    """One drawing: what grows, its sizes, and the medians at each."""

    title: str
    sizes: Sequence[int]
    medians: Sequence[Mapping[str, float]]
    left: int


def draw(results: Sequence[Mapping[str, Any]]) -> str:
    """Return an SVG with the costs over the number of articles and over the number of feeds."""
    by_articles = {each["feeds"] * each["entries"]: each for each in results if each["feeds"] <= 200}
    by_feeds = {each["feeds"]: each for each in results if each["entries"] == 50}
    parts = _panel(_of("articles", by_articles, LEFT))
    parts += _panel(_of("feeds of 50 articles", by_feeds, LEFT + PANEL + GAP))
    for place, (work, colour) in enumerate(WORKS):
        x, y = WIDTH - KEY + 16, TOP + 14 + 22 * place
        parts.append(f'<path d="M{x} {y - 4}h16" stroke="{colour}" stroke-width="3"/>')
        parts.append(_text(x + 22, y, NAMES.get(work, work), colour))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">{"".join(parts)}</svg>\n'
    )


def _of(title: str, by_size: Mapping[int, Mapping[str, Any]], left: int) -> Panel:
    sizes = sorted(by_size)
    return Panel(title, sizes, [_costs(size, by_size[size]) for size in sizes], left)


def _costs(size: int, result: Mapping[str, Any]) -> dict[str, float]:
    """Return each cost; the disk in all, not per article."""
    medians = result["medians"]
    costs = {work: medians[work]["newsreel"][0] for work, _ in WORKS if "newsreel" in medians.get(work, {})}
    per_article = medians.get("disk per article", {}).get("newsreel", (0.0,))[0]
    return costs | {"disk": per_article * result["feeds"] * result["entries"]}


def _panel(panel: Panel) -> list[str]:
    parts = [_text(panel.left, TOP - 18, f"times as much, by {panel.title}")]
    for power in range(3):
        y = _y(10.0**power)
        parts.append(f'<path d="M{panel.left} {y:.1f}h{PANEL}" stroke="#8886"/>')
        parts.append(_text(panel.left - 38, y + 4, f"{10**power} ×"))
    parts += [
        _text(_x(panel, size) - 4 * len(f"{size:,}"), HEIGHT - BOTTOM + 20, f"{size:,}")
        for size in panel.sizes
    ]
    for work, colour in WORKS:
        points = [
            (size, costs[work])
            for size, costs in zip(panel.sizes, panel.medians, strict=True)
            if work in costs
        ]
        if points and points[0][1]:
            line = " ".join(f"{_x(panel, size):.1f},{_y(cost / points[0][1]):.1f}" for size, cost in points)
            parts.append(f'<polyline fill="none" stroke="{colour}" stroke-width="2" points="{line}"/>')
    return parts


def _x(panel: Panel, size: int) -> float:
    first, last = panel.sizes[0], panel.sizes[-1]
    return panel.left + 10 + math.log(size / first) / (math.log(last / first) or 1.0) * (PANEL - 30)


def _y(times: float) -> float:
    share = math.log(min(max(times, LEAST), MOST) / LEAST) / math.log(MOST / LEAST)
    return HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP)


def _text(x: float, y: float, text: str, colour: str = "#888") -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}" fill="{colour}">{escape(text)}</text>'
