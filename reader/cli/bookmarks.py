"""`bookmark` and `bookmarks`."""

from __future__ import annotations

import click

from reader.cli import shapes
from reader.cli.desk import asking, open_library
from reader.cli.listing import bookmarks_table, saved_title
from reader.cli.options import ARTICLE, QueryCommand, as_json, as_revealed, words
from reader.cli.output import note as remark
from reader.cli.output import say, say_json
from reader.errors import NotFoundError, UsageError
from reader.library import Library
from reader.model import Bookmark, View

EVERY = 1 << 62


@click.command()
@click.argument("article", type=ARTICLE)
@click.option("--tag", "tags", multiple=True, help="A tag to add; may be given several times.")
@click.option("--note", help="A note; an empty one takes it away.")
@click.option("--remove", is_flag=True, help="Give the bookmark up.")
@as_json
def bookmark(article: int, tags: tuple[str, ...], note: str | None, remove: bool, json: bool) -> None:
    """Save a copy of an article. It stays when the article, its feed or the network is gone."""
    if remove and (tags or note is not None):
        raise UsageError("--remove gives the bookmark up, so it takes neither --tag nor --note.")
    with open_library() as library:
        saved = _remove(library, article) if remove else library.bookmark(article, more=tags, note=note)
        hidden = library.guarded([article])
        if json and not remove:
            say_json(shapes.bookmark(saved, library.document(article)))
            return
    if json:
        say_json({"article_id": article, "removed": True})
        return
    say(f"{'No longer bookmarked' if remove else 'Bookmarked'}: {saved_title(saved, hidden)}")


def _remove(library: Library, article_id: int) -> Bookmark:
    saved = next((each for each in library.bookmarks() if each.article_id == article_id), None)
    if saved is None:
        raise NotFoundError(f"Article {article_id} is not bookmarked, so there is nothing to remove.")
    library.unbookmark(article_id)
    return saved


@click.command(cls=QueryCommand)
@click.argument("query", nargs=-1, type=click.UNPROCESSED)
@as_revealed
@as_json
def bookmarks(query: tuple[str, ...], reveal: bool, json: bool) -> None:
    """List the saved copies, newest first; a QUERY also finds words of tags, notes and quotes."""
    text = words(query)
    with open_library() as library, asking(text):
        saved = found(library, text)
        if json:
            say_json([shapes.bookmark(each, library.document(each.article_id)) for each in saved])
            return
        hidden = {} if reveal else library.guarded(each.article_id for each in saved)
        bookmarks_table(saved, library.clock(), hidden)
        if not saved:
            remark("Nothing matches." if text else "No bookmarks yet: `newsreel bookmark ARTICLE` saves one.")


def found(library: Library, text: str) -> list[Bookmark]:
    """Return bookmarks that the query finds, or whose title, outlet, tags, note or quotes hold the words."""
    if not text:
        return library.bookmarks()
    ids = {key.id for key in library.keys(View("bookmarks", query=text), limit=EVERY)}
    ids |= {each.article_id for each in library.bookmarks(text)}
    return [each for each in library.bookmarks() if each.article_id in ids]
