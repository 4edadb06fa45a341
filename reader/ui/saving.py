"""Saving an article as a Markdown file: a name that any file system takes, and nothing overwritten."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from reader.errors import NewsreelError
from reader.model import Article, Document
from reader.news import StatedDate
from reader.text.ics import calendar
from reader.text.markdown import markdown_page
from reader.ui.drawing import date, time_of_day

LONGEST = 60
"""Characters of the title that the name takes over."""


def save(article: Article, document: Document) -> str:
    """Write the article into the current folder and say where it is. Raises NewsreelError."""
    text = page(article, document)
    try:
        path = Path.cwd() / name(article.title, text)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        return f"{path} is there already and was left as it is."
    except OSError as error:
        raise NewsreelError(
            f"The article could not be saved here ({error.strerror}); start Newsreel in another folder."
        ) from None
    return f"Saved as {path}"


def save_calendar(dates: Sequence[StatedDate], now: datetime) -> str:
    """Write release dates into the current folder and say where they are."""
    path = Path.cwd() / "releases.ics"
    try:
        path.write_bytes(calendar(dates, now))
    except OSError as error:
        return f"The dates could not be saved here ({error.strerror}); start Newsreel in another folder."
    return f"Saved as {path}"


def name(title: str, text: str) -> str:
    """Return the title in a-z, 0-9 and hyphens, and what tells this text from any other."""
    plain = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    slug = "-".join(re.findall("[a-z0-9]+", plain.replace("'", "")))
    short = slug if len(slug) <= LONGEST else slug[: LONGEST + 1].rpartition("-")[0] or slug[:LONGEST]
    return f"{short or 'article'}-{hashlib.sha256(text.encode()).hexdigest()[:8]}.md"


def page(article: Article, document: Document) -> str:
    """Return the article as Markdown, under its title, address, outlet, authors and date."""
    moment = article.first_seen if article.published is None else article.published
    when = f"{date(moment)}, {time_of_day(moment)}"
    line = " · ".join(filter(None, (article.feed_title, ", ".join(article.authors), when)))
    return markdown_page(article, document, line).rstrip("\n") + "\n"
