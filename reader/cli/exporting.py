"""`export`: subscriptions, bookmarks, articles and dates as files that other programs read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import click

from reader.addresses import masked
from reader.cli import carrying, shapes
from reader.cli.completing import files
from reader.cli.desk import asking, open_library
from reader.cli.files import named, put, reachable, write
from reader.cli.options import QueryCommand, as_json, words
from reader.cli.output import count, date_and_time, note
from reader.cli.watchlist import releases
from reader.document import Document
from reader.errors import NewsreelError, NotFoundError, StoreError, UsageError
from reader.feeds import opml_writing
from reader.library import Library
from reader.model import Article, View
from reader.text.annotations import annotated
from reader.text.markdown import markdown_page
from reader.text.naming import file_name
from reader.text.standalone import book, html_article, html_page

EVERY = 1 << 62
_TEXTS = ("json", "markdown", "html", "epub")
FORMATS = {"opml": (), "bookmarks": _TEXTS, "articles": _TEXTS, "releases": ("ics",), "all": ("json",)}
_SUFFIXES = {"markdown": "md", "html": "html"}
_NAMED = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".epub": "epub"}


class Text(NamedTuple):
    """One article on its way out."""

    article: Article
    document: Document

    @property
    def line(self) -> str:
        """Whose it is, and of when."""
        one = self.article
        when = date_and_time(one.first_seen if one.published is None else one.published)
        return " · ".join(filter(None, (one.feed_title, ", ".join(one.authors), when)))

    def written(self, form: str) -> str:
        """Return it as Markdown, or as a piece of HTML."""
        if form == "markdown":
            return markdown_page(self.article, self.document, self.line).rstrip("\n") + "\n"
        return html_article(self.article, self.document, self.line)


@click.command(cls=QueryCommand)
@click.argument("what", type=click.Choice(list(FORMATS)))
@click.argument("query", nargs=-1, type=click.UNPROCESSED)
@click.option(
    "-o",
    "--output",
    shell_complete=files,
    help="The file to write; a folder takes a file for each text; else stdout.",
)
@click.option("--version", type=click.Choice(["1", "2"]), default="2", show_default=True, help="Of OPML.")
@click.option(
    "--format",
    "form",
    type=click.Choice([*_TEXTS, "ics"]),
    help="Of texts; else as the file is named, or JSON.",
)
@as_json
def export(
    what: str, query: tuple[str, ...], output: str | None, version: str, form: str | None, json: bool
) -> None:
    """Write the subscriptions as OPML, bookmarks or articles with their texts, release dates, or all.

    \b
    opml                   subscriptions, folders and titles
    bookmarks [QUERY]      json, markdown, html or epub
    articles [QUERY]       json, markdown, html or epub
    releases               a calendar (ics)
    all                    json: subscriptions, bookmarks with texts, tags, notes and quotes, follows,
                           mutes, read marks

    `newsreel import` takes OPML, and the JSON of bookmarks and of all, in again. Nothing that is written asks
    the network for anything when it is opened.
    """
    text = words(query)
    if json and form not in (None, "json"):
        raise UsageError(f"--json and --format {form} do not go together; leave one of them out.")
    form = "json" if json else form
    _check(what, text, form)
    with open_library() as library, asking(text):
        if what == "opml":
            _opml(library, int(version), output)
        elif what == "releases":
            data, number = releases(library)
            put(output, [data], count(number, "date"))
        elif what == "all":
            ids = [each.article_id for each in library.bookmarks()]
            put(output, carrying.everything(library, ids), "Everything", secret=True)
        else:
            _texts(library, what, _ids(library, what, text), form or _as_named(output), output)


def _check(what: str, query: str, form: str | None) -> None:
    if form is not None and form not in FORMATS[what]:
        kinds = f"as {', '.join(FORMATS[what])}" if FORMATS[what] else "as OPML alone"
        raise UsageError(f"--format {form} does not go with {what}: they are written {kinds}.")
    if query and what not in ("bookmarks", "articles"):
        raise UsageError(f"`export {what}` takes no query; `export articles QUERY` does.")


def _as_named(output: str | None) -> str:
    """Return the format a file is named for: else a book by its name would be JSON inside."""
    return _NAMED.get(Path(output or "").suffix.lower(), "json")


def _opml(library: Library, version: int, output: str | None) -> None:
    found = library.feeds()
    secret = any(masked(each.url) != each.url for each in found)
    told = ", with passwords" if secret else ""
    put(output, [opml_writing.write(found, version=version)], count(len(found), "feed"), told, secret=secret)


def _ids(library: Library, what: str, query: str) -> list[int]:
    if what == "bookmarks":
        from reader.cli.bookmarks import found

        return [each.article_id for each in found(library, query)]
    view = View("search", query=query) if query else View("all")
    return [key.id for key in library.keys(view, limit=EVERY)]


def _texts(library: Library, what: str, ids: Sequence[int], form: str, output: str | None) -> None:
    held = count(len(ids), what.removesuffix("s"))
    if output and (folder := _folder(output)):
        if form not in _SUFFIXES:
            raise UsageError(
                f"{output} is a folder; with --format markdown or html each text is a file there."
            )
        _make(folder)
        new = sum(_write_one(folder, each, form) for each in _read(library, ids))
        note(f"{held} written to {output}." if new == len(ids) else f"{held} in {output}: {new} of them new.")
        return
    put(output, _chunks(library, what, ids, form), held, secret=what == "bookmarks")


def _folder(output: str) -> Path | None:
    """Return the folder that is meant: one that is there, or one that is named as such."""
    path = named(output)
    with reachable(path):
        return path if output.endswith("/") or path.is_dir() else None


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NewsreelError(f"{folder} cannot be made ({error.strerror}); choose another place.") from error


def _chunks(library: Library, what: str, ids: Sequence[int], form: str) -> Iterator[bytes]:
    """Yield the file piece by piece; only a book is held whole."""
    texts, title = _read(library, ids), f"Newsreel: {what}"
    if form == "json":
        bookmarks = what == "bookmarks"
        yield from carrying.array(
            library.carried_bookmarks(ids)
            if bookmarks
            else (shapes.article_with_text(each.article, each.document) for each in texts)
        )
        yield b"\n"
    elif form == "markdown":
        for number, each in enumerate(texts):
            yield (("\n___\n\n" if number else "") + each.written(form)).encode()
    elif form == "html":
        for piece in html_page(title, (each.written(form) for each in texts)):
            yield piece.encode()
    else:
        chapters = [(each.article.title, each.written(form)) for each in texts]
        yield book(title, chapters, datetime.fromtimestamp(library.clock(), UTC))


def _read(library: Library, ids: Iterable[int]) -> Iterator[Text]:
    """Yield texts with what the person wrote on them; one that went in the meantime is passed over."""
    for article_id in ids:
        try:
            article, document = library.article(article_id), library.document(article_id)
        except NotFoundError:
            continue
        except StoreError as error:
            note(f"Article {article_id} is left out: {error}")
            continue
        yield Text(article, annotated(document, article))


def _write_one(folder: Path, text: Text, form: str) -> bool:
    """Write a text, and tell whether it was not there yet."""
    written = text.written(form)
    name = file_name(text.article.title, written, _SUFFIXES[form])
    file = folder / name
    with reachable(file):
        if file.is_file() and not file.is_symlink():  # its name stands for this text: the rest one wrote
            return False
    page = "".join(html_page(text.article.title, [written])) if form == "html" else written
    write(file, [page.encode()], rights=0o666)
    return True
