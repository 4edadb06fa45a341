"""A query's tree as conditions: one string for the full-text index, and SQL for what each row must be.

The SQL speaks of `s` (status), `a` (article), `b` (a bookmark that stands) and `d` (document); of these
`a`, `b` and `d` may be missing, so every condition here is true or false, never unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from reader.store import dates
from reader.store.bookmarks import fold
from reader.store.database import Database
from reader.store.days import today
from reader.store.folding import name_key
from reader.store.fts import all_of, expression, is_in_expression, with_letters
from reader.store.guards import MASKED
from reader.store.query import And, Node, Not, Term
from reader.store.views import Where

_NAMED = "SELECT article_id FROM report_name WHERE kind <> 'mention' AND key IN"
_STATES = {
    ("is", "unread"): "s.read = 0",
    ("is", "read"): "s.read = 1",
    ("is", "bookmarked"): "b.article_id IS NOT NULL",
    ("has", "full-text"): "(s.full_text = 1 OR b.full_text IS 1)",
    ("has", "image"): "(a.image IS NOT NULL OR b.image IS NOT NULL)",
    ("has", "trailer"): "(a.has_trailer IS 1 OR b.has_trailer IS 1)",
    ("has", "note"): "ifnull(b.note, '') <> ''",
    ("has", "date"): "s.id IN (SELECT article_id FROM report WHERE claim_date IS NOT NULL)",
    ("is", "followed"): f"s.id IN ({_NAMED} (SELECT key FROM follow_key))",
}
_FEEDS = "SELECT id, url, former_url, title FROM feed LEFT JOIN fetch ON feed_id = id"
_NEVER = Where("?", (0,))
"""Matches nothing. A plain 0 would let SQLite fold the whole condition away, and INDEXED BY with it."""


class Conditions(Struct, frozen=True):
    """A whole query. Every part must hold; the empty list holds for every article.

    The last four say what a search may start from, cheaper than all articles.
    """

    match: str | None
    rest: list[Where]
    unread: bool = False
    bookmarked: bool = False
    feed_id: int | None = None
    folder_id: int | None = None

    def where(self) -> Where:
        """Return the parts that are not words as one condition."""
        return _joined("AND", self.rest) if self.rest else Where("1")


def conditions(tree: Node, db: Database, now: float) -> Conditions:
    """Turn a query's tree into conditions. Feeds, folders and tags are looked up by their names."""
    everything = tree == And()
    kept = with_letters(tree)
    if kept is None:
        return Conditions(None, [] if everything else [_NEVER])
    parts = kept.items if isinstance(kept, And) else (kept,)
    wanted = [m for part in parts if not isinstance(part, Not) and (m := expression(part))]
    unwanted = [m for part in parts if wanted and isinstance(part, Not) and (m := expression(part.item))]
    rest = [part for part in parts if not is_in_expression(part, with_words=bool(wanted))]
    lookup = _Lookup(db, now)
    return Conditions(
        all_of(wanted, unwanted) if wanted else None,
        [lookup.condition(part) for part in rest],
        unread=Term("unread", "is") in parts,
        bookmarked=any(_needs_bookmark(part) for part in parts),
        feed_id=_only(lookup.feeds(p.value) for p in parts if isinstance(p, Term) and p.field == "feed"),
        folder_id=_only(lookup.folders(p) for p in parts if isinstance(p, Term) and p.field == "folder"),
    )


def _needs_bookmark(part: Node) -> bool:
    is_note = part == Term("note", "has") or part == Term("bookmarked", "is")
    return is_note or (isinstance(part, Term) and part.field == "tag")


def _only(found: Iterable[list[int]]) -> int | None:
    """Return the first id that stands alone in its lookup."""
    return next((ids[0] for ids in found if len(ids) == 1), None)


class _Lookup:
    """Turns nodes into SQL, knowing the library's feeds, folders and tags, and the time."""

    def __init__(self, db: Database, now: float) -> None:
        self._db = db
        self._now = now
        self._fields: dict[str, Callable[[Term], Where]] = {
            "feed": lambda term: _one_of("s.feed_id", self.feeds(term.value)),
            "folder": lambda term: _one_of("ifnull(s.folder_id, 0)", self.folders(term)),
            "tag": self._tag,
            "after": lambda term: Where("s.sort >= ?", (self._start(term),)),
            "film": _about_film,
            "person": _naming_person,
            "story": _of_story,
            "beat": lambda term: Where(
                "s.id IN (SELECT article_id FROM report WHERE beat = ?)", (term.value,)
            ),
            "before": lambda term: Where("s.sort < ?", (self._start(term),)),
        }

    def condition(self, node: Node) -> Where:
        """Return the SQL for any node."""
        if (match := expression(node)) is not None:
            return Where("ifnull(d.id IN (SELECT rowid FROM search WHERE search MATCH ?), 0)", (match,))
        if isinstance(node, Not):
            inner = self.condition(node.item)
            return Where(f"NOT {inner.sql}", inner.bindings)
        if isinstance(node, Term):
            return self._of_field(node)
        return _joined("AND" if isinstance(node, And) else "OR", [self.condition(i) for i in node.items])

    def _of_field(self, term: Term) -> Where:
        if term == Term("guarded", "is"):
            return Where(f"s.id IN ({MASKED})", (today(self._now),))
        if (find := self._fields.get(term.field)) is not None:
            return find(term)
        state = _STATES.get((term.field, term.value))
        return Where(f"({state})") if state else _NEVER

    def _start(self, term: Term) -> int:
        return dates.start(term.value, self._now)

    def feeds(self, ref: str) -> list[int]:
        """Return the feeds, followed or not, with this id or address or with this text in their title.

        Where no feed is at an address, the one that moved from there.
        """
        wanted = fold(ref)
        rows = self._db.rows(_FEEDS)
        found = [i for i, url, _, title in rows if ref in (str(i), url) or wanted in fold(title)]
        return found or [i for i, _, former, _ in rows if ref == former]

    def folders(self, term: Term) -> list[int]:
        """Return the folders of this name, or whose names begin so."""
        rows = self._db.rows("SELECT id, name FROM folder")
        return [folder_id for folder_id, name in rows if _names(term, name)]

    def _tag(self, term: Term) -> Where:
        rows = self._db.rows("SELECT DISTINCT value FROM bookmark, json_each(bookmark.tags)")
        tags = [tag for (tag,) in rows if _names(term, tag)]
        held = _one_of("value", tags)
        return Where(f"EXISTS (SELECT 1 FROM json_each(b.tags) WHERE {held.sql})", held.bindings)


def _about_film(term: Term) -> Where:
    """Articles about a film by its whole title (*Heat* is not *Heat 2*), or its beginning with a star."""
    key = name_key(term.value)
    reach = "key >= ? AND key < ? || char(1114111)" if term.prefix else "key = ?"
    bindings = (key, key) if term.prefix else (key,)
    return Where(f"s.id IN (SELECT article_id FROM report_name WHERE kind = 'film' AND {reach})", bindings)


def _naming_person(term: Term) -> Where:
    """Articles that name a person whose name holds these words, side by side: a surname is enough."""
    held = f"% {name_key(term.value)}{'' if term.prefix else ' '}%"
    named = "SELECT article_id FROM report_name WHERE kind = 'person' AND ' ' || key || ' ' LIKE ?"
    return Where(f"s.id IN ({named})", (held,))


def _of_story(term: Term) -> Where:
    """Articles of a story; the id of one that was merged leads on."""
    if not (term.value.isascii() and term.value.isdigit() and len(term.value) < 19):
        return _NEVER
    story = "ifnull((SELECT story_id FROM story_alias WHERE id = ?), ?)"
    number = int(term.value)
    return Where(f"s.id IN (SELECT article_id FROM report WHERE story_id = {story})", (number, number))


def _names(term: Term, name: str) -> bool:
    """Tell whether a term's value is this name, case and accents aside."""
    wanted, found = fold(term.value), fold(name)
    return found.startswith(wanted) if term.prefix else found == wanted


def _one_of(column: str, values: list[int] | list[str]) -> Where:
    marks = ", ".join("?" * len(values))
    return Where(f"{column} IN ({marks})", tuple(values)) if values else _NEVER


def _joined(word: str, parts: list[Where]) -> Where:
    sql = f" {word} ".join(part.sql for part in parts)
    return Where(f"({sql})", tuple(value for part in parts for value in part.bindings))
