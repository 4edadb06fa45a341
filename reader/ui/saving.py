"""Saving an article as a Markdown file: a name that any file system takes, and nothing overwritten."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from reader.document import Document
from reader.errors import NewsreelError
from reader.model import Article
from reader.news import StatedDate
from reader.text.ics import calendar
from reader.text.markdown import markdown_page
from reader.text.naming import file_name
from reader.ui.drawing import date, time_of_day


def save(article: Article, document: Document, *, hidden: bool = False) -> str:
    """Write the article into the current folder and say where it is. Raises NewsreelError.

    `hidden`: its headline is not to be said, and the file bears it.
    """
    text = page(article, document)
    try:
        path = _write_new(file_name(article.title, text, "md"), text.encode())
    except FileExistsError as error:
        return f"{_place(Path(error.filename), hidden)} is there already and was left as it is."
    except OSError as error:
        raise NewsreelError(
            f"The article could not be saved here ({error.strerror}); start Newsreel in another folder."
        ) from None
    return f"Saved in {path.parent}" if hidden else f"Saved as {path}"


def _place(path: Path, hidden: bool) -> str:
    return f"Its file in {path.parent}" if hidden else str(path)


def save_calendar(dates: Sequence[StatedDate], now: datetime) -> str:
    """Write release dates into the current folder and say where they are."""
    try:
        path = _write_new("releases.ics", calendar(dates, now))
    except FileExistsError as error:
        mend = "`newsreel export releases -o` replaces one"
        return f"{error.filename} is there already and was left as it is; {mend}."
    except OSError as error:
        return f"The dates could not be saved here ({error.strerror}); start Newsreel in another folder."
    return f"Saved as {path}"


def _write_new(name: str, data: bytes) -> Path:
    """Write a file here, whole or not at all. Raises FileExistsError, and OSError where there is no room."""
    path = Path.cwd() / name
    with path.open("xb") as file:
        try:
            file.write(data)
            file.flush()
        except OSError:
            path.unlink(missing_ok=True)
            raise
    return path


def page(article: Article, document: Document) -> str:
    """Return the article as Markdown, under its title, address, outlet, authors and date."""
    moment = article.first_seen if article.published is None else article.published
    when = f"{date(moment)}, {time_of_day(moment)}"
    line = " · ".join(filter(None, (article.feed_title, ", ".join(article.authors), when)))
    return markdown_page(article, document, line).rstrip("\n") + "\n"
