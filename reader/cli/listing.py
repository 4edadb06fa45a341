"""Articles, feeds and bookmarks as rows for people."""

from __future__ import annotations

from collections.abc import Iterable

from reader.cli.output import age, columns
from reader.model import Article, ArticleRow, Bookmark, Feed

UNREAD, BOOKMARKED, FAILING = "●", "◆", "!"


def articles_table(articles: Iterable[Article | ArticleRow], now: float) -> None:
    """Print one article a line: id, marks, age, outlet, title."""
    columns(
        [
            (str(each.id), marks(each), age(when(each), now), each.feed_title, each.title or "(untitled)")
            for each in articles
        ],
        right=(0, 2),
    )


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
                ": ".join(filter(None, (health(feed), feed.error))) or feed.url,
            )
            for feed in feeds
        ],
        right=(0, 2, 3),
    )


def health(feed: Feed) -> str:
    """Return a feed's state where it is worth a word."""
    return feed.status if feed.status in ("failing", "gone", "paused") else ""


def bookmarks_table(bookmarks: Iterable[Bookmark], now: float) -> None:
    """Print one bookmark a line: id, when it was saved, outlet, title, tags and note."""
    columns(
        [
            (str(each.article_id), age(each.saved_at, now), each.feed_title, _described(each))
            for each in bookmarks
        ],
        right=(0, 1),
    )


def _described(bookmark: Bookmark) -> str:
    tags = " ".join(f"#{tag}" for tag in bookmark.tags)
    return " · ".join(filter(None, (bookmark.title or "(untitled)", tags, bookmark.note)))
