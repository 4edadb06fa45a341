"""The top of an article: who says it, the headline, by whom and when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo

from reader.model import Article, Enclosure
from reader.ui.playing import file_of
from reader.ui.typeset.blocks import Setter
from reader.ui.typeset.lines import Line, Run, cut

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WORDS_A_MINUTE = 230
_HEADLINE_LINES = 3
_FORMER_LINES = 2
_NAMES = 3
_FILES = 3


def head(article: Article, setter: Setter, zone: tzinfo | None = None) -> Iterator[Line]:
    """Yield the lines above the text."""
    yield from _first_lines(Run(article.feed_title, "outlet"), 1, setter)
    yield Line()
    yield from _first_lines(Run(article.title or "Untitled", "headline"), _HEADLINE_LINES, setter)
    yield Line()
    dot = setter.glyphs.dot
    for line in setter.hung([Run(byline(article, dot, zone), "meta")], (), ()):
        yield line._replace(
            runs=tuple(run._replace(text=run.text.removesuffix(f" {dot}")) for run in line.runs)
        )
    if article.former_title and article.changed is not None:
        yield from _first_lines(Run(f"was: {article.former_title}", "meta"), _FORMER_LINES, setter)
    for note in _notes(article, setter):
        yield from setter.hung([Run(note, "note")], (), (Run("  ", "pad"),))


def _first_lines(run: Run, most: int, setter: Setter) -> Iterator[Line]:
    """Yield a name or a headline, the end of the last line it may have cut where it is longer still."""
    lines = list(setter.hung([run], (), ()))
    if len(lines) > most:
        last = lines[most - 1]
        overflow = (*last.runs, run._replace(text=" " * setter.measure))
        lines[most - 1 :] = [last._replace(runs=cut(overflow, setter.measure, setter.glyphs.more))]
    yield from lines


def byline(article: Article, dot: str, zone: tzinfo | None = None) -> str:
    """Return `Ana Ruiz · 10 Oct 2023, 09:12 · updated 14:02 · 4 min read`, the last three never parted."""
    date = moment(article.published, zone) if article.published is not None else ""
    date = date or f"first seen {moment(article.first_seen, zone)}"
    minutes = f"{max(1, round(article.words / _WORDS_A_MINUTE))}\xa0min\xa0read" if article.words else ""
    parts = (_names(article.authors), date, _updated(article, zone), minutes)
    return f" {dot} ".join(part for part in parts if part)


def _updated(article: Article, zone: tzinfo | None) -> str:
    """Return when the outlet changed it after it came: the day only where it is another."""
    if article.changed is None:
        return ""
    first = article.first_seen if article.published is None else article.published
    then, now = moment(first, zone), moment(article.changed, zone)
    return f"updated {now.removeprefix(then[:-5])}".replace(" ", "\xa0")


def _names(authors: tuple[str, ...]) -> str:
    others = len(authors) - _NAMES
    if others > 1:
        return f"{', '.join(authors[:_NAMES])} and {others} others"
    return " and ".join(part for part in (", ".join(authors[:-1]), *authors[-1:]) if part)


def moment(seconds: int, zone: tzinfo | None = None) -> str:
    """Return `10 Oct 2023, 09:12` in the reader's own time zone."""
    at = datetime.fromtimestamp(seconds, UTC).astimezone(zone)
    return f"{at.day} {_MONTHS[at.month - 1]} {at.year}, {at:%H:%M}"


def _notes(article: Article, setter: Setter) -> Iterator[str]:
    """Yield what the reader kept with the article, and the files that come with it."""
    if article.bookmarked:
        tags = [f"#{tag}" for tag in article.tags]
        note = [f"“{article.note}”"] if article.note else []
        yield " ".join([setter.glyphs.saved, *(tags + note or ["bookmarked"]), *_kept(article, setter)])
    if article.no_page:
        yield article.no_page
    others = len(article.enclosures) - _FILES
    for enclosure in article.enclosures[: _FILES if others > 1 else None]:
        yield f"{setter.glyphs.play} {_file(enclosure, setter.glyphs.dot)}"
    if others > 1:
        yield f"{setter.glyphs.play} and {others} other files"


def _kept(article: Article, setter: Setter) -> Iterator[str]:
    """Yield how many quotes were kept, if any."""
    if count := len(article.quotes):
        yield f"{setter.glyphs.dot} {count}\xa0quote{'' if count == 1 else 's'}"


def _file(enclosure: Enclosure, dot: str) -> str:
    file = file_of(enclosure)
    return f" {dot} ".join(part for part in (file.kind, *file.extent(), file.host) if part)
