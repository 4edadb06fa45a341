"""The query language: text to a tree, and the tree back to text.

`heat 2` all words · `"heat 2"` a phrase · `-word` not · `a OR b` either (binds less than a space) ·
`( )` · `word*` words that begin so · `field:value`. What is not a mistake is a word: titles such as
`Dune: Part Three`, `M*A*S*H` and `(500) Days` search for themselves.
"""

from __future__ import annotations

import re
import unicodedata

from msgspec import Struct

from reader.errors import QueryError
from reader.store.dates import is_date
from reader.store.lexemes import QUOTES, VALUES, Lexeme, lexemes, printable

LONGEST = 2000
JOINERS = "\u200c\u200d"
"""They stay in texts: words of some scripts are written with them."""
_TOO_LONG = f"A query holds at most {LONGEST} characters: shorten it here."
_BAD_DATE = "“{}” is not a date: write 2026-01-31, 2026-01, 2026, 7d, 24h, 2w, today or yesterday."
_BARE = re.compile(rf"[^\s(){QUOTES}\-*][^\s(){QUOTES}*:]*")


class Term(Struct, frozen=True):
    """A word, a phrase or a field's value. `field` is empty for words of any field."""

    value: str
    field: str = ""
    prefix: bool = False

    def __str__(self) -> str:
        return self.written(bare=bool(_BARE.fullmatch(self.value)) and self.value != "OR")

    def written(self, *, bare: bool) -> str:
        """Write the term, its value with or without quotation marks."""
        value = self.value if bare else f'"{self.value}"'
        return f"{self.field}{':' if self.field else ''}{value}{'*' if self.prefix else ''}"


class Not(Struct, frozen=True):
    """Articles the item does not match."""

    item: Node

    def __str__(self) -> str:
        return f"-{_inside(self.item)}"


class And(Struct, frozen=True):
    """Articles all items match; every article where there are none."""

    items: tuple[Node, ...] = ()

    def __str__(self) -> str:
        return " ".join(map(_inside, self.items))


class Or(Struct, frozen=True):
    """Articles at least one item matches."""

    items: tuple[Node, ...]

    def __str__(self) -> str:
        return " OR ".join(str(item) if isinstance(item, And) else _inside(item) for item in self.items)


Node = Term | Not | And | Or


def parse(text: str, *, live: bool = False) -> Node:
    """Read a query. `live`: the last word is still being typed and matches what it begins.

    Raises QueryError, with the place of the mistake.
    """
    if len(text) > LONGEST:
        raise QueryError(_TOO_LONG, position=LONGEST)
    text = printable(text)
    pieces = lexemes(text)
    growing = len(text) if live and pieces and pieces[-1].kind == "word" else -1
    return _Parser(text, pieces, growing).alternatives("")


def is_rule(text: str) -> bool:
    """Tell whether a text asks for more than its words or one phrase of them: it has fields or operators.

    Raises QueryError, as `parse` does.
    """
    found = parse(text)
    parts = found.items if isinstance(found, And) else (found,)
    return any(not isinstance(part, Term) or part.field or part.prefix for part in parts)


def phrase(words: str) -> str:
    """Write words as a phrase of a query; quotation marks, which would end it, are left out."""
    return f'"{_value(words)}"'


def doubt(text: str, *, live: bool = False) -> QueryError | None:
    """Return what may not be meant as it is read: `is:`, `has:` or `beat:` with a value none of theirs."""
    text = printable(text)
    for piece in lexemes(text):
        word = text[piece.start : piece.end]
        name, _, value = word.partition(":")
        values = VALUES.get(name.lower(), frozenset())
        growing = live and piece.end == len(text) and any(v.startswith(value.lower()) for v in values)
        if piece.kind == "word" and values and value and not growing:
            *others, last = sorted(values)
            known = f"{', '.join(others)} or {last}"
            sentence = f"“{name}:” knows {known}; “{word}” is looked for as words."
            return QueryError(sentence, position=piece.start + len(name) + 1)
    return None


class _Parser:
    """One pass over the lexemes of a query."""

    def __init__(self, text: str, pieces: list[Lexeme], growing: int) -> None:
        self.text = text
        self.pieces = pieces
        self.growing = growing  # the end of a word that is still being typed
        self.next = 0

    def alternatives(self, field: str) -> Node:
        """Read up to the end or a closing parenthesis: runs of items, with OR between them."""
        runs: list[list[Node]] = [[]]
        while not self._at_end():
            if self._kind() == "or" and runs[-1] and not self._at_end(ahead=1):
                self.next += 1
                runs.append([self._item(field)])
            else:
                runs[-1].append(self._item(field))
        nodes = [_flat(And, run) for run in runs]
        return nodes[0] if len(nodes) == 1 else _flat(Or, nodes)

    def _kind(self, ahead: int = 0) -> str:
        place = self.next + ahead
        return self.pieces[place].kind if place < len(self.pieces) else "end"

    def _at_end(self, ahead: int = 0) -> bool:
        return self._kind(ahead) in ("end", "close")

    def _item(self, field: str) -> Node:
        piece = self.pieces[self.next]
        self.next += 1
        if piece.kind == "minus":
            item = self._item(field)
            return item.item if isinstance(item, Not) else Not(item)
        if piece.kind == "field":
            return self._field(piece)
        if piece.kind == "open":
            return self._group(field)
        return self._term(piece, field)

    def _field(self, piece: Lexeme) -> Node:
        name = self.text[piece.start : piece.end - 1].lower()
        if self._at_end():
            raise QueryError(f"“{name}:” needs a value right after it.", position=piece.start)
        return self._item(name)

    def _group(self, field: str) -> Node:
        node = self.alternatives(field)
        self.next += 1  # its closing parenthesis, which is there: lexemes told operators from letters
        return node

    def _term(self, piece: Lexeme, field: str) -> Node:
        written = self.text[piece.start : piece.end]
        starred = len(written) > 1 and written.endswith("*")
        value = _value(written[:-1] if starred else written)
        # A number is whole as it stands: “heat 2” is not on its way to “heat 212”.
        prefix = starred or (piece.end == self.growing and not value.isdigit())
        if field and not value:
            where = "between the quotation marks" if piece.kind == "phrase" else "right after it"
            raise QueryError(f"“{field}:” needs a value {where}.", position=piece.start)
        if field in ("after", "before"):
            return self._date(piece, field, value, prefix)
        if field in VALUES:
            fits = value.lower() in VALUES[field]
            return Term(value.lower(), field) if fits else Term(f"{field}:{value}", "", prefix)
        return Term(value, field, prefix)

    def _date(self, piece: Lexeme, field: str, value: str, prefix: bool) -> Term:
        if not is_date(value.lower()) or (prefix and piece.end != self.growing):
            raise QueryError(_BAD_DATE.format(value), position=piece.start)
        return Term(value.lower(), field)


def _value(written: str) -> str:
    """Return what was written without quotation marks and what shows as nothing: none reaches the index."""
    return " ".join("".join(" " if c in QUOTES else c for c in written if not _hidden(c)).split())


def _hidden(character: str) -> bool:
    return unicodedata.category(character) == "Cf" and character not in JOINERS


def _flat(kind: type[And] | type[Or], items: list[Node]) -> Node:
    """Join items, dissolving those that are of the same kind; one item alone stays itself."""
    flat: list[Node] = []
    for item in items:
        flat.extend(item.items if isinstance(item, kind) else [item])
    return flat[0] if len(flat) == 1 else kind(tuple(flat))


def _inside(node: Node) -> str:
    """Write a node as one item among others. Quotation marks keep the parentheses of an And operators."""
    if isinstance(node, And):
        items = (i.written(bare=False) if isinstance(i, Term) else _inside(i) for i in node.items)
        return f"({' '.join(items)})"
    return f"({node})" if isinstance(node, Or) else str(node)
