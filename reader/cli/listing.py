"""Articles, feeds and bookmarks as rows for people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reader.addresses import masked
from reader.cli.output import age, columns, count
from reader.model import Article, ArticleRow, Bookmark, Feed
from reader.news import Follow, Story, StoryReport, TimelineEntry
from reader.rowstory import Guarded

UNREAD, BOOKMARKED, FAILING, GUARDED = "●", "◆", "!", "◌"


def articles_table(
    articles: Iterable[Article | ArticleRow], now: float, guarded: Mapping[int, Guarded] | None = None
) -> None:
    """Print one article a line: id, marks, age, outlet, title; of one that is guarded, what it is about."""
    hidden = guarded or {}
    columns(
        [
            (str(each.id), marks(each), age(when(each), now), each.feed_title, _headline(each, hidden))
            for each in articles
        ],
        right=(0, 2),
    )


def _headline(article: Article | ArticleRow, hidden: Mapping[int, Guarded]) -> str:
    if guarded := hidden.get(article.id):
        return said(guarded)
    return article.title or "(untitled)"


def said(guarded: Guarded) -> str:
    """Return what is shown in the place of a guarded headline."""
    return f"{GUARDED} {guarded.said()}"


def marks(article: Article | ArticleRow) -> str:
    """Return the marks of an article, each in its place."""
    return (" " if article.read else UNREAD) + (BOOKMARKED if article.bookmarked else " ")


def when(article: Article | ArticleRow) -> int:
    """Return the time an article is listed by."""
    if isinstance(article, ArticleRow):
        return article.sort
    return article.first_seen if article.published is None else article.published


def feeds_table(feeds: Iterable[Feed], now: float) -> None:
    """Print one feed a line: id, mark, unread of total, when it was last asked, title, folder and fault."""
    columns(
        [
            (
                str(feed.id),
                FAILING if feed.status in ("failing", "gone") else " ",
                f"{feed.unread}/{feed.total}",
                "never" if feed.last_fetched is None else age(feed.last_fetched, now),
                feed.title,
                feed.folder or "",
                ": ".join(filter(None, (health(feed), feed.error))) or feed.notice or masked(feed.url),
            )
            for feed in feeds
        ],
        right=(0, 2, 3),
    )


def health(feed: Feed) -> str:
    """Return a feed's state where it is worth a word."""
    return feed.status if feed.status in ("failing", "gone", "paused") else ""


def bookmarks_table(bookmarks: Iterable[Bookmark], now: float, hidden: Mapping[int, Guarded]) -> None:
    """Print one bookmark a line: id, when saved, outlet, title, tags and note; what is guarded, masked."""
    columns(
        [
            (str(each.article_id), age(each.saved_at, now), each.feed_title, _described(each, hidden))
            for each in bookmarks
        ],
        right=(0, 1),
    )


def _described(bookmark: Bookmark, hidden: Mapping[int, Guarded]) -> str:
    tags = " ".join(f"#{tag}" for tag in bookmark.tags)
    return " · ".join(filter(None, (saved_title(bookmark, hidden), tags, bookmark.note)))


def saved_title(bookmark: Bookmark, hidden: Mapping[int, Guarded]) -> str:
    """Return the headline of a saved copy, or what is shown in its place."""
    guarded = hidden.get(bookmark.article_id)
    return said(guarded) if guarded else bookmark.title or "(untitled)"


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
                " · ".join(filter(None, (each.name, ", ".join(each.aliases), _guard(each)))),
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
                f"{said(hidden[each.story_id]) if each.story_id in hidden else each.title}"
                f"{_stated(each)}{_since(each, hidden)}",
            )
            for each in entries
        ],
        right=(0, 2),
    )


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
