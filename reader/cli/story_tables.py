"""Stories, their reports, what is followed and its timelines as rows for people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reader.cli.listing import UNREAD, said
from reader.cli.output import age, columns, count
from reader.news import Follow, Story, StoryReport, TimelineEntry
from reader.rowstory import Guarded


def stories_table(stories: Iterable[Story], now: float, hidden: Mapping[int, Guarded]) -> None:
    """Print one story a line: id, unread, age, outlets, what it is, title; what is guarded, masked."""
    columns(
        [
            (
                str(each.id),
                UNREAD if each.unread else " ",
                age(each.last_published, now),
                count(each.outlets, "outlet"),
                beat(each.beat),
                said(hidden[each.id]) if each.id in hidden else each.title or "(untitled)",
            )
            for each in stories
        ],
        right=(0, 2),
    )


def beat(name: str) -> str:
    """Return a kind of news as people read it: release date."""
    return name.replace("-", " ")


def reports_table(reports: Iterable[StoryReport], now: float, hidden: Mapping[int, Guarded]) -> None:
    """Print one report a line: article, age, outlet, headline, and what it adds; what is guarded, masked."""
    columns(
        [
            (str(each.article_id), age(each.published, now), each.outlet, _reported(each, hidden))
            for each in reports
        ],
        right=(0, 1),
    )


def _reported(report: StoryReport, hidden: Mapping[int, Guarded]) -> str:
    if guarded := hidden.get(report.article_id):
        return said(guarded)
    return f"{report.title}{_addition(report)}"


def _addition(report: StoryReport) -> str:
    if report.copy_of is not None:
        return f" (the text of article {report.copy_of})"
    return f" (adds {', '.join(report.adds)})" if report.adds else ""


def follows_table(follows: Iterable[Follow], now: float) -> None:
    """Print one follow a line: new stories, kind, name, when it was last in the news."""
    columns(
        [
            (
                str(each.unread_stories),
                each.kind,
                "never" if each.last_story is None else age(each.last_story, now),
                " · ".join(filter(None, (each.title, each.name, ", ".join(each.aliases), _guard(each)))),
            )
            for each in follows
        ],
        right=(0, 2),
    )


def _guard(follow: Follow) -> str:
    if follow.seen:
        return "seen"
    match follow.guard:
        case None:
            return ""
        case "on":
            return "guarded"
        case "strict":
            return "guarded strictly"
        case day:
            return f"guarded until {day}"


def timeline_table(entries: Iterable[TimelineEntry], now: float, hidden: Mapping[int, Guarded]) -> None:
    """Print one story a line: id, whether it is new, age, what it is, outlets, title, date stated."""
    columns(
        [
            (
                str(each.story_id),
                UNREAD if each.new else " ",
                age(each.date, now),
                beat(each.beat),
                count(each.outlets, "outlet"),
                f"{said(hidden[each.story_id]) if each.story_id in hidden else _told(each)}"
                f"{_stated(each)}{_since(each, hidden)}",
            )
            for each in entries
        ],
        right=(0, 2),
    )


def _told(entry: TimelineEntry) -> str:
    return f"~ {entry.title}" if entry.rumour else entry.title


def _since(entry: TimelineEntry, hidden: Mapping[int, Guarded]) -> str:
    if entry.passing:
        return " (in passing)"
    told = entry.facts and entry.story_id not in hidden
    return f" (now also {', '.join(entry.facts)})" if told else ""


def _stated(entry: TimelineEntry) -> str:
    claim = entry.release_claim
    if claim is None:
        return ""
    moved = f", moved from {claim.moved_from}" if claim.moved_from else ""
    return f" → {' '.join(filter(None, (claim.date, claim.region)))}{moved}"
