"""A small library filled at random from a seed, and a plain-Python answer to any query over it."""

from __future__ import annotations

import random
import re
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from reader.document import Document, Paragraph, Span
from reader.incoming import Entry, ParsedFeed
from reader.library import Library
from reader.model import Enclosure
from reader.store import dates
from reader.store.query import And, Node, Not, Or, Term
from reader.store.values import Answer
from tests.made import begun

NOW = 1_790_000_000
DAY = 86_400
WORDS = [
    *("heat", "dune", "mann", "venice", "review", "trailer", "casting", "novel", "été", "spider-man"),
    *("M*A*S*H", "2", "Ocean’s", "sequel", "box"),
]
FEEDS = ("Variety", "Marquee Daily", "The Long Take", "Slate")
FOLDERS = (None, "Trade", "Trade", "Élan")


class Doc(NamedTuple):
    """What the oracle knows of one article."""

    id: int
    sort: int
    fields: dict[str, str]
    feed: str
    folder: str | None
    tags: tuple[str, ...]
    facts: frozenset[str]
    gone: bool
    feed_id: int


def plain(document: Document) -> str:
    return "\n".join(s.text for b in document.blocks if isinstance(b, Paragraph) for s in b.spans)


def text(rng: random.Random, most: int) -> str:
    return " ".join(rng.choices(WORDS, k=rng.randint(1, most)))


def entry(rng: random.Random, number: int) -> Entry:
    published = rng.choice([None, NOW - rng.randint(0, 40) * DAY, NOW - 5 * DAY])
    return Entry(
        guid=f"g{number}",
        url=f"https://a.example/{number}",
        title=f"{text(rng, 4)} n{number}",
        authors=(text(rng, 1),) if rng.random() < 0.4 else (),
        categories=tuple(text(rng, 2) for _ in range(rng.randint(0, 2))),
        published=published,
        image="https://a.example/i.png" if rng.random() < 0.3 else None,
        enclosures=(Enclosure("https://a.example/t.mp4", "video/mp4"),) if rng.random() < 0.2 else (),
        document=Document((Paragraph((Span(text(rng, 8 if rng.random() < 0.8 else 300)),)),)),
    )


def answer() -> Answer:
    return Answer(next_due=NOW + 3600)


def fill(path: Path, *, seed: int, each: int = 15) -> list[Doc]:
    """Fill a library: marks, bookmarks with tags, one feed left, some articles gone."""
    rng = random.Random(seed)
    with Library(begun(path), clock=lambda: NOW) as library:
        for number, (title, folder) in enumerate(zip(FEEDS, FOLDERS, strict=True)):
            feed = library.subscribe(f"https://{number}.example/feed", title=title, folder=folder)
            entries = tuple(entry(rng, number * 1000 + n) for n in range(each))
            library.save_feed(feed.id, ParsedFeed(format="rss 2.0", title=title, entries=entries), answer())
        ids = [i for (i,) in library._db.rows("SELECT id FROM article ORDER BY id")]
        library.mark(rng.sample(ids, len(ids) // 3), read=True)
        library.mark(rng.sample(ids, len(ids) // 3), read=False)
        for article_id in rng.sample(ids, len(ids) // 4):
            tags = rng.sample(["Cannes", "to read", "été"], rng.randint(0, 2))
            library.bookmark(article_id, tags=tags, note=rng.choice([None, "mine"]))
        library.unsubscribe(library.find_feed("Slate").id)
        with library._db.write() as write:
            for article_id in rng.sample(ids, 6):
                write.execute("DELETE FROM article WHERE id = ?", (article_id,))
                write.execute("UPDATE status SET listed = 0 WHERE id = ?", (article_id,))
        return docs(library)


_DOCS = """
SELECT s.id, s.sort, coalesce(a.title, b.title), coalesce(a.authors, b.authors),
       coalesce(a.categories, b.categories), f.title, g.name, coalesce(b.tags, '[]'), s.read,
       b.article_id IS NOT NULL, coalesce(a.image, b.image),
       max(ifnull(a.has_trailer, 0), ifnull(b.has_trailer, 0)),
       b.note, coalesce(a.published, b.published), max(s.full_text, ifnull(b.full_text, 0)), s.listed, f.id
FROM status s JOIN feed f ON f.id = s.feed_id LEFT JOIN folder g ON g.id = s.folder_id
LEFT JOIN article a ON a.id = s.id LEFT JOIN bookmark b ON b.article_id = s.id AND b.removed_at IS NULL
WHERE s.listed = 1 OR b.article_id IS NOT NULL
"""


def docs(library: Library) -> list[Doc]:
    """Read every article that can be found, by one plain statement."""
    from reader.store.short_lists import unpack_words

    found = []
    for row in library._db.rows(_DOCS):
        names = ("image", "trailer", "note", "published", "full-text")
        facts = {f"has:{name}" for name, value in zip(names, row[10:15], strict=True) if value}
        facts |= {"is:read" if row[8] else "is:unread"} | ({"is:bookmarked"} if row[9] else set())
        fields = {"title": row[2], "author": "\n".join(unpack_words(row[3]))}
        fields |= {"category": "\n".join(unpack_words(row[4])), "body": plain(library.document(row[0]))}
        tags = unpack_words(row[7])
        found.append(
            Doc(row[0], row[1], fields, row[5], row[6], tags, frozenset(facts), not row[15], row[16])
        )
    return found


@lru_cache(1 << 12)
def tokens(written: str) -> list[str]:
    apart = unicodedata.normalize("NFKD", written.lower())
    return re.findall(r"[^\W_]+", "".join(c for c in apart if not unicodedata.combining(c)))


def holds(field: str, term: Term) -> bool:
    """Tell whether the words of a term follow each other in a text."""
    have, want = tokens(field), tokens(term.value)
    for start in range(len(have) - len(want) + 1):
        part = have[start : start + len(want)]
        if part == want or (term.prefix and part[:-1] == want[:-1] and part[-1].startswith(want[-1])):
            return True
    return False


def folded(text: str) -> str:
    """The text without case and accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def same(name: str, term: Term) -> bool:
    """Tell whether a term gives a name, or with a star its beginning, case and accents aside."""
    found, wanted = folded(name), folded(term.value)
    return found.startswith(wanted) if term.prefix else found == wanted


def matches(doc: Doc, node: Node) -> bool | None:
    """Tell whether a query matches; None where it says nothing (words without letters)."""
    if isinstance(node, Term):
        return _term_matches(doc, node)
    if isinstance(node, Not):
        inner = matches(doc, node.item)
        return None if inner is None else not inner
    said = [m for item in node.items if (m := matches(doc, item)) is not None]
    if isinstance(node, And) and not node.items:
        return True
    return None if not said else any(said) if isinstance(node, Or) else all(said)


def _term_matches(doc: Doc, term: Term) -> bool | None:
    if term.field in ("", "title", "body", "author", "category"):
        if not tokens(term.value):
            return None
        fields = [doc.fields[term.field]] if term.field else doc.fields.values()
        return any(holds(field, term) for field in fields)
    if term.field in ("after", "before"):
        return (doc.sort >= dates.start(term.value, NOW)) == (term.field == "after")
    if term.field in ("is", "has"):
        return f"{term.field}:{term.value}" in doc.facts
    named = {"feed": (), "folder": (doc.folder,) if doc.folder else (), "tag": doc.tags}.get(term.field, ())
    if term.field == "feed":
        return term.value == str(doc.feed_id) or folded(term.value) in folded(doc.feed)
    return any(same(name, term) for name in named)
