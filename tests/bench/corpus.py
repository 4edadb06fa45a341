"""Feeds to measure on, the same for the same numbers: words as unevenly used as in any language."""

from __future__ import annotations

import random
from email.utils import formatdate
from functools import cache
from itertools import accumulate

_NOON = 1_767_268_800
_SYLLABLES = ("ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "da", "fen", "gar", "hel", "jin", "quil")
_FILM = """
    the a of and camera lens reel premiere festival studio director script scene cut frame light sound
    actor casting trailer review budget opening weekend screen sequel prize jury critic shot colour edit
    negative print stage crew weather harbour letter night winter river city station stairs window
    """.split()  # noqa: SIM905  fifty quoted words read worse
PARAGRAPHS = 3000
RARITY = {"cinema": 1, "nitrate": 200}
"""Words to search for, and of how many articles one holds them."""


def feed(number: int, entries: int, new: int = 0) -> bytes:
    """Return one RSS feed with bodies of about four kilobytes of HTML, `new` entries on top of the others."""
    return "".join(
        (
            f'<?xml version="1.0"?><rss version="2.0"><channel><title>Outlet {number}</title><link>/</link>',
            *(_item(number, -1 - entry) for entry in range(new)),
            *(_item(number, entry) for entry in range(entries)),
            "</channel></rss>",
        )
    ).encode()


def long_reads(number: int) -> bytes:
    """Return a feed of so many texts of about ten kilobytes, newer than all others."""
    items = (
        f"<item><title>{mark(999, entry)} A long read</title><guid>long-{entry}</guid>"
        f"<pubDate>{formatdate(_NOON + 86_400 - entry)}</pubDate><description>{_escaped(_long(entry))}"
        "</description></item>"
        for entry in range(number)
    )
    head = "<rss version='2.0'><channel><title>Long Reads</title><link>/</link>"
    return f"{head}{''.join(items)}</channel></rss>".encode()


def opening(entry: int) -> str:
    """Return the word that a long read begins with."""
    return f"Opening-{entry:03}"


def _long(entry: int) -> str:
    return f"<p>{opening(entry)} of the text.</p><h2>A heading</h2>{body(opening(entry), 16)}"


def _escaped(html: str) -> str:
    return html.replace("<", "&lt;").replace(">", "&gt;")


def mark(number: int, entry: int) -> str:
    """Return what every headline begins with, so that a list is seen to be painted."""
    return f"[{number:03}{entry:+05}]"


MARK = rb"\[\d{3}[+-]\d{4}\]"


def body(seed: str, paragraphs: int) -> str:
    """Return paragraphs of HTML of about 600 bytes each."""
    chosen = random.Random(seed).choices(_paragraphs(), k=paragraphs)
    return "".join(f"<p>{words} <a href='/x'>more</a></p>" for words in chosen)


def _item(number: int, entry: int) -> str:
    name = f"{number}/{entry}"
    chance = random.Random(name)
    terms = " ".join(term for term, one_in in RARITY.items() if chance.randrange(one_in) == 0)
    html = _escaped(f"<p>{terms}</p>{body(name, 6)}")
    when = formatdate(_NOON - entry * 7200 - number)
    title = " ".join(chance.choice(_paragraphs()).split()[:8]).capitalize()
    return (
        f"<item><title>{mark(number, entry)} {title}</title><link>http://127.0.0.1/{name}</link>"
        f"<guid>{name}</guid><pubDate>{when}</pubDate><description>{html}</description></item>"
    )


@cache
def _paragraphs() -> list[str]:
    chance = random.Random(1895)
    made = {"".join(chance.choices(_SYLLABLES, k=chance.choice((2, 2, 3, 3, 4)))) for _ in range(9000)}
    words = [*_FILM, *sorted(made)]
    weights = list(accumulate(1 / (rank + 8) for rank in range(len(words))))
    return [" ".join(chance.choices(words, cum_weights=weights, k=85)) for _ in range(PARAGRAPHS)]
