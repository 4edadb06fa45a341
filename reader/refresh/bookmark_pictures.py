"""The leading pictures of bookmarks: asked for on a refresh, and kept in the library with the copies."""

from __future__ import annotations

from collections.abc import Iterable

from reader.library import Library
from reader.pictures.shelf import Shelf
from reader.refresh.pictures import Pictures, Wanted, token, wanted

BOOKMARKS = 50
"""Pictures of bookmarks that a refresh asks for."""


def see_to_bookmarks(
    library: Library, pictures: Pictures, shelf: Shelf, dead: tuple[int, str] | None
) -> None:
    """Give bookmarks their leading picture; of `dead`, a worker died."""
    asked = _missing(library, pictures, shelf, dead)
    for outcome in pictures.outcomes(asked):
        if outcome.problem and outcome.problem != "silent":
            pictures.note_in_vain(outcome.url)
    keep_with_bookmarks(library, shelf, asked)


def _missing(
    library: Library, pictures: Pictures, shelf: Shelf, dead: tuple[int, str] | None
) -> list[Wanted]:
    """Return the pictures to ask for, the latest bookmarks' first; those tried in vain lately last of all.

    However many have none to be had, one that is looked for is found in the end.
    """
    first, last = list[Wanted](), list[Wanted]()
    bare = library.bookmarks_without_picture()
    for at in range(0, len(bare), BOOKMARKS):
        leads = wanted(library, library.pages(bare[at : at + BOOKMARKS]), "lead")
        for each in leads:
            if dead is not None and token(each.url) == dead[0]:
                pictures.died(each, dead[1])
        keep_with_bookmarks(library, shelf, leads)
        for each in pictures.missing(leads):
            (last if pictures.was_in_vain(each.url) else first).append(each)
        if len(first) >= BOOKMARKS:
            break
    return [*first, *last][:BOOKMARKS]


def keep_with_bookmarks(library: Library, shelf: Shelf, pictures: Iterable[Wanted]) -> None:
    """Copy the leading pictures of bookmarks from the shelf, which may be emptied, into the library."""
    for each in pictures:
        if (kept := shelf.find(each.url)) and kept.width:
            library.save_picture(each.article_id, each.url, kept.packed())
