"""`list`, `show` and `mark`."""

from __future__ import annotations

from functools import partial

import click
from msgspec.structs import replace

from reader.cli import shapes
from reader.cli.desk import asking, nothing_matches, open_library
from reader.cli.listing import articles_table, said
from reader.cli.opening import no_feeds
from reader.cli.options import ARTICLE, COUNT, MOST, QueryCommand, as_json, as_revealed, words
from reader.cli.output import count, date_and_time, note, say, say_json, width
from reader.document import Document
from reader.errors import UsageError
from reader.library import Library
from reader.model import Article, Sort, View

MEASURE = 80
MIN_WIDTH = 20


@click.command("list", cls=QueryCommand)
@click.argument("query", nargs=-1, type=click.UNPROCESSED)
@click.option("--limit", type=COUNT, default=50, show_default=True, help="At most so many.")
@click.option("--offset", type=click.IntRange(0, MOST), default=0, help="Leave out the first so many.")
@click.option(
    "--sort",
    type=click.Choice(["newest", "oldest", "relevance"]),
    default="newest",
    show_default=True,
    help="What comes first.",
)
@as_revealed
@as_json
def list_(query: tuple[str, ...], limit: int, offset: int, sort: Sort, reveal: bool, json: bool) -> None:
    """List articles, or those a QUERY finds.

    \b
    heat 2            all words          "heat 2"    a phrase (quote it for the shell too)
    -word             not this word      a OR b      either
    word*             beginning so       title: body: author: feed: folder: category: tag:
    is:unread         or read, bookmarked
    has:full-text     or image, trailer, note, date (of release)
    film: person: beat: story:                     is:followed  is:guarded
    after:2026-01-31  before:7d
    """
    text = words(query)
    with open_library() as library, asking(text):
        found = library.search(text, sort=sort, limit=limit, offset=offset)
        if json:
            say_json([shapes.article(each) for each in found])
            return
        hidden = {} if reveal else library.guarded(each.id for each in found)
        articles_table(found, library.clock(), hidden)
        if not found:
            note(_why_none(library, text, past=offset))


def _why_none(library: Library, query: str, *, past: int) -> str:
    if past and library.search(query, limit=1):
        return "There are not so many; a smaller --offset shows the last of them."
    if query:
        return nothing_matches(library)
    return "No articles yet." if library.feeds() else no_feeds()


@click.command()
@click.argument("article", type=ARTICLE)
@click.option("--markdown", "form", flag_value="markdown", help="As Markdown.")
@click.option("--html", "form", flag_value="html", help="As HTML.")
@click.option("--text", "form", flag_value="text", default=True, help="As plain text (the default).")
@click.option("--width", "columns", type=click.IntRange(MIN_WIDTH), help="Wrap the text at so many columns.")
@as_revealed
@as_json
def show(article: int, form: str, columns: int | None, reveal: bool, json: bool) -> None:
    """Print one article with its full text. ARTICLE is its number in `newsreel list`."""
    with open_library() as library:
        found, document = library.article(article), library.document(article)
        if json:
            say_json(shapes.article_with_text(found, document))
            return
        if not reveal and (guarded := library.guarded([article]).get(article)):
            say(f"{said(guarded)}\n{_line(found)}")
            note(f"The spoiler guard hides it; `newsreel show {article} --reveal` shows it.")
            return
        if not reveal and library.guards_former(found):
            found = replace(found, former_title=None)
        text = partial(_text, room=columns or _room())
        say({"markdown": _markdown, "html": _html}.get(form, text)(found, document).rstrip("\n"))


def _room() -> int | None:
    return None if (columns := width()) is None else min(columns, MEASURE)


def _text(article: Article, document: Document, *, room: int | None) -> str:
    from reader.text.annotations import quoted
    from reader.text.render import as_text, wrap

    head = [*wrap(article.title or "(untitled)", room), *wrap(_full_line(article), room), article.url or ""]
    tags = " ".join(f"#{tag}" for tag in article.tags)
    kept = [*wrap(text, room)] if (text := "  ".join(filter(None, (tags, article.note)))) else []
    if article.quotes:
        kept += ["", *as_text(quoted(article.quotes), room).rstrip().split("\n")]
    short = [*wrap(article.no_page, room)] if article.no_page else []
    body = as_text(document, room) or "\n".join(wrap(article.summary, room))
    return "\n".join([*filter(None, head), *kept, *short, "", body])


def _line(article: Article) -> str:
    """Return whose it is, and of when; nothing that the spoiler guard would hide."""
    moment = article.first_seen if article.published is None else article.published
    updated = "" if article.changed is None else f"updated {date_and_time(article.changed)}"
    parts = (article.feed_title, ", ".join(article.authors), date_and_time(moment), updated)
    return " · ".join(filter(None, parts))


def _full_line(article: Article) -> str:
    """Return the same with the headline it had."""
    return _line(article) + (f" · was: {article.former_title}" if article.former_title else "")


def _markdown(article: Article, document: Document) -> str:
    from reader.text.markdown import markdown_page

    return markdown_page(article, document, _full_line(article))


def _html(article: Article, document: Document) -> str:
    from html import escape

    from reader.text.render import as_html

    title = escape(article.title or "(untitled)")
    linked = f'<a href="{escape(article.url)}">{title}</a>' if article.url else title
    body = as_html(document) or f"<p>{escape(article.summary)}</p>"
    return f"<article>\n<h1>{linked}</h1>\n<p>{escape(_full_line(article))}</p>\n{body}\n</article>"


@click.command(cls=QueryCommand)
@click.argument("state", type=click.Choice(["read", "unread"]))
@click.argument("query", nargs=-1, required=True, type=click.UNPROCESSED)
@as_json
def mark(state: str, query: tuple[str, ...], json: bool) -> None:
    """Mark what a QUERY finds read or unread, and say how many changed."""
    text = words(query)
    if not text:
        raise UsageError("An empty query would mark every article; `newsreel mark read is:unread` says so.")
    with open_library() as library, asking(text):
        changed = library.mark_view(View("search", query=text), read=state == "read")
    if json:
        say_json({"changed": len(changed)})
        return
    say(f"{count(len(changed), 'article')} marked {state}.")
