"""The words of a query as one expression for the full-text index."""

from __future__ import annotations

import unicodedata

from reader.store.query import And, Node, Not, Term

COLUMNS = frozenset(("title", "body", "author", "category"))


def _has_letters(text: str) -> bool:
    """Tell whether the index would find a word in this text."""
    return any(unicodedata.category(c)[0] in "LN" or unicodedata.category(c) == "Co" for c in text)


def _is_word(node: Node) -> bool:
    return isinstance(node, Term) and (not node.field or node.field in COLUMNS)


def with_letters(node: Node) -> Node | None:
    """Leave out words without letters, which match neither everything nor nothing: `Fast & Furious`."""
    if isinstance(node, Term):
        return None if _is_word(node) and not _has_letters(node.value) else node
    if isinstance(node, Not):
        item = with_letters(node.item)
        return None if item is None else Not(item)
    kept = tuple(item for each in node.items if (item := with_letters(each)) is not None)
    if len(kept) < 2:
        return kept[0] if kept else None
    return type(node)(kept)


def expression(node: Node) -> str | None:
    """Return the full-text expression of a node, or None where the index alone cannot answer it.

    Words go in quoted, as phrases: nothing a person types is ever read as FTS5 syntax.
    """
    if isinstance(node, Term):
        return _term(node) if _is_word(node) else None
    if isinstance(node, Not):
        return None
    if isinstance(node, And):
        return _match_and(node)
    parts = [expression(item) for item in node.items]
    return None if None in parts else f"({' OR '.join(map(str, parts))})"


def _match_and(node: And) -> str | None:
    wanted = [expression(item) for item in node.items if not isinstance(item, Not)]
    unwanted = [expression(item.item) for item in node.items if isinstance(item, Not)]
    if not wanted or None in wanted or None in unwanted:
        return None
    return all_of([m for m in wanted if m], [m for m in unwanted if m])


def all_of(wanted: list[str], unwanted: list[str]) -> str:
    """Return the expression of what has all that is wanted and nothing unwanted."""
    both = f"({' AND '.join(wanted)})"
    return f"({both} NOT ({' OR '.join(unwanted)}))" if unwanted else both


def is_in_expression(part: Node, *, with_words: bool) -> bool:
    """Tell whether the full-text expression already holds this part of the query."""
    if isinstance(part, Not):
        return with_words and expression(part.item) is not None
    return expression(part) is not None


def _term(term: Term) -> str:
    phrase = '"' + term.value.replace('"', '""') + '"'
    column = f"{term.field} : " if term.field else ""
    return f"{column}{phrase}{' *' if term.prefix else ''}"
