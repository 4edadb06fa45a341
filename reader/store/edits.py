"""What outlets change in articles after they came: which edits are believed, and which are worth telling.

An article keeps when it last changed in substance, and one former headline: the one that the person read,
else the last. One that has its old headline again has none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.document import Document
from reader.incoming import Entry
from reader.store import bodies
from reader.store.database import fetch
from reader.store.matching import Item, Known, Shelf
from reader.store.substance import announced, same_headline, same_text

SILENT_EDITS = 24
"""Edits in a row without a new date: no more are believed."""
SEVERAL = 5
"""More than these, if they are most of a feed, are no edits: the feed is written otherwise from now on."""
MOST_LETTERS = 500_000
"""Of texts as a feed sent them and as they lie here; beyond, only headlines are looked at: writers wait."""
SKEW = 300
"""Seconds that the clock of an outlet may be ahead of ours."""
_BEFORE = """
SELECT a.former_title, s.read AND s.marked_at <= a.changed_at, b.tree
FROM article a JOIN status s ON s.id = a.id LEFT JOIN body b ON b.article_id = a.id WHERE a.id = ?
"""
_NOTE = "UPDATE article SET changed_at = ?, changed_said = ?, former_title = ? WHERE id = ?"
_NONE = (None, None, None)
_Note = tuple[int | None, int | None, str | None, int]


class _Before(NamedTuple):
    """What is noted of an article by now, whether it was read since, and its text."""

    former: str | None
    since_read: int | None
    tree: bytes | None


def silent(known: Known, entry: Entry) -> int:
    """Return how many edits in a row had no new date, an edit that has one ends the row."""
    return 0 if _is_dated(known, entry) or not known.here else (known.silent_edits or 0) + 1


def note(shelf: Shelf, edited: Sequence[tuple[Item, Known]], among: int) -> None:
    """Note, before they are saved, which edits of a feed of so many entries are of substance."""
    notes, room = list[_Note](), MOST_LETTERS
    for item, known in edited:
        if not known.here:
            continue
        before = _Before(*fetch(shelf.write, _BEFORE, (known.id,))[0])
        room -= len(item.entry.source) + (bodies.size(before.tree) if room > 0 else 0)
        if found := _note(shelf, item.entry, known, before, reads=room > 0):
            notes.append(found)
    if len(notes) > SEVERAL and 2 * len(notes) > among:
        notes = [each for each in notes if each[:3] == _NONE]
    shelf.write.executemany(_NOTE, notes)


def _note(shelf: Shelf, entry: Entry, known: Known, noted: _Before, *, reads: bool) -> _Note | None:
    """Return what is to be noted of an edit that is believed; None of one that changes nothing.

    `reads`: its text is held against the one before.
    """
    if entry.draft is not None or silent(known, entry) > SILENT_EDITS:
        return None
    former, since_read, tree = noted
    before, when = known.title or "", (shelf.seen, _said(shelf, entry, known))
    renamed = not same_headline(before, entry.title)
    if renamed and not (former and same_headline(former, entry.title)):
        return *when, former if former and since_read else before, known.id
    rewritten = announced(before, entry.title) or (reads and _is_rewritten(tree, entry.document))
    if renamed:  # the old headline is back
        return (*when, None, known.id) if rewritten else (*_NONE, known.id)
    return (*when, former, known.id) if rewritten else None


def _is_rewritten(tree: bytes | None, now: Document) -> bool:
    """Tell whether a text says something else; where one of the two is missing, that is not known."""
    before = bodies.readable(tree)
    return bool(before.blocks and now.blocks) and not same_text(before, now)


def _said(shelf: Shelf, entry: Entry, known: Known) -> int | None:
    """Return when the outlet says that it changed an article, where that may be."""
    if not _is_dated(known, entry) or entry.updated is None:
        return None
    published = known.sort if entry.published is None else entry.published
    return entry.updated if published < entry.updated <= shelf.seen + SKEW else None


def _is_dated(known: Known, entry: Entry) -> bool:
    return entry.updated is not None and entry.updated > (known.updated or 0)
