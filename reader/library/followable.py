"""What may be followed, and how; what may not is refused in a sentence."""

from __future__ import annotations

from reader.errors import QueryError, UsageError
from reader.news import Follow
from reader.store.days import today
from reader.store.folding import name_key
from reader.store.query import is_rule


def check(follow: Follow) -> None:
    """Refuse a name of no word, a query that cannot be understood, a guard of what is no film; UsageError.

    And a title of what is no words: a film goes by its own.
    """
    check_name(follow.name)
    if follow.kind == "topic":
        is_rule(follow.name)  # QueryError tells why
    if follow.title and follow.kind != "topic":
        raise UsageError(
            f"Only words and queries are called otherwise, and “{follow.name}” is followed as a "
            f"{follow.kind}; if it is words, --kind topic says so."
        )
    if follow.guard and follow.kind != "film":
        raise UsageError(
            f"Only a film is guarded, and “{follow.name}” is followed as a {follow.kind}; "
            "if it is a film, --kind film says so."
        )


def check_name(name: str) -> None:
    """Refuse a name that holds no word; UsageError."""
    if not name_key(name):
        raise UsageError(f"“{name}” holds no word to follow; give a film, a person or any words.")


def check_guard(guard: str | None, now: float) -> None:
    """Refuse a guard until a day gone by; UsageError."""
    if guard not in (None, "on", "strict") and guard <= today(now):
        raise UsageError(f"{guard} is not ahead any more, so nothing would be hidden; give a later day.")


def asks(name: str) -> bool:
    """Tell whether words are a query: only what may be one is read."""
    try:
        return is_rule(name)
    except QueryError:
        return False
