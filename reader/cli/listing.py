"""Articles, feeds and bookmarks as rows for people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reader.addresses import masked
from reader.cli.output import age, columns, count
from reader.model import Article, ArticleRow, Bookmark, Feed
from reader.news import Silence
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


def feeds_table(feeds: Iterable[Feed], now: float, quiet: Mapping[int, Silence]) -> None:
    """Print one feed a line: id, mark, unread of total, when asked, its newest, title, folder and fault."""
    columns(
        [
            (
                str(feed.id),
                FAILING if feed.status in ("failing", "gone") else " ",
                f"{feed.unread}/{feed.total}",
                "never" if feed.last_fetched is None else age(feed.last_fetched, now),
                "–" if feed.newest is None else age(feed.newest, now),
                feed.title,
                feed.folder or "",
                _state(feed, now, quiet.get(feed.id)),
            )
            for feed in feeds
        ],
        right=(0, 2, 3, 4),
    )


def _state(feed: Feed, now: float, silence: Silence | None) -> str:
    """Say what is wrong with a feed, or that it has gone quiet; else where it is."""
    wrong = ": ".join(filter(None, (health(feed), feed.error)))
    told = f"gone quiet: {silence.said(age(silence.since, now))}" if silence else ""
    return wrong or told or feed.notice or masked(feed.url)


def health(feed: Feed) -> str:
    """Return a feed's state where it is worth a word."""
    return feed.status if feed.status in ("failing", "gone", "paused") else ""


def bookmarks_table(bookmarks: Iterable[Bookmark], now: float, hidden: Mapping[int, Guarded]) -> None:
    """Print one bookmark a line: id, when saved, outlet, title, tags, note, quotes; the guarded masked."""
    columns(
        [
            (str(each.article_id), age(each.saved_at, now), each.feed_title, _described(each, hidden))
            for each in bookmarks
        ],
        right=(0, 1),
    )


def _described(bookmark: Bookmark, hidden: Mapping[int, Guarded]) -> str:
    tags = " ".join(f"#{tag}" for tag in bookmark.tags)
    kept = count(len(bookmark.quotes), "quote") if bookmark.quotes else ""
    return " · ".join(filter(None, (saved_title(bookmark, hidden), tags, bookmark.note, kept)))


def saved_title(bookmark: Bookmark, hidden: Mapping[int, Guarded]) -> str:
    """Return the headline of a saved copy, or what is shown in its place."""
    guarded = hidden.get(bookmark.article_id)
    return said(guarded) if guarded else bookmark.title or "(untitled)"
