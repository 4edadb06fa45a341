"""Queries on their way to another library: a feed has another number there, and the same address."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from reader.errors import QueryError
from reader.store.query import And, Node, Not, Or, Term, is_rule, parse


def abroad(query: str, addresses: Mapping[str, str]) -> str:
    """Return a query that names feeds by their addresses; QueryError. `addresses`: by number, in digits."""
    tree = parse(query)
    found = named(tree, addresses)
    return query if found == tree else str(found)


def rule_abroad(name: str, addresses: Mapping[str, str]) -> str:
    """Return a followed name, if it is a query as `abroad` does; else as it is."""
    try:
        return abroad(name, addresses) if is_rule(name) else name
    except QueryError:
        return name


def named(node: Node, addresses: Mapping[str, str]) -> Node:
    """Return a tree in which every feed that has a number there goes by its address."""
    if isinstance(node, Term):
        known = addresses.get(node.value) if node.field == "feed" and not node.prefix else None
        return node if known is None else replace(node, value=known)
    if isinstance(node, Not):
        return Not(named(node.item, addresses))
    items = tuple(named(item, addresses) for item in node.items)
    return And(items) if isinstance(node, And) else Or(items)
