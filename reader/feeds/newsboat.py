"""newsboat's `urls` file: one feed a line, tags behind it, `"~Name"` its title."""

from __future__ import annotations

import re
import shlex
from itertools import takewhile

from reader.errors import ParseError
from reader.feeds.opml import OpmlImport, Skipped, Subscription, feed_url
from reader.feeds.parse_dates import seconds

LONGEST = 20_000
"""Characters of a line: to cut a longer one into words takes the square of its length."""
_FIRST = re.compile(
    rb'^(?:\xef\xbb\xbf)?(?:[ \t]*+(?:#[^\n]*+)?\r?\n)*+[ \t]*"?(?:https?://|query:|exec:|filter:|file:)'
)
_WHY = {
    "query:": "a query feed of newsboat's; follow its words instead",
    "exec:": "runs a command, which Newsreel never does",
    "filter:": "runs a command, which Newsreel never does",
    "file:": "a local file, not an address",
}


def looks_like(data: bytes) -> bool:
    """Tell whether this is a newsboat `urls` file: its first line is an address, or one of newsboat's own."""
    return bool(_FIRST.match(data[:100_000]))


def read(data: bytes) -> OpmlImport:
    """Return the feeds of a `urls` file. The first tag becomes the folder. Raises ParseError."""
    subscriptions: dict[str, Subscription] = {}
    skipped: list[Skipped] = []
    lines = data.decode("utf-8", "replace").lstrip("\ufeff").split("\n")
    for number, line in enumerate(lines, 1):
        if len(line) > LONGEST:
            skipped.append(Skipped(f"{line[:60]}…", "the line is too long", number))
        elif words := _words(line):
            _take(words, number, subscriptions, skipped)
    if not subscriptions and not skipped:
        raise ParseError("This is not a newsboat urls file: it names no feed.")
    return OpmlImport(list(subscriptions.values()), skipped)


def own_guid(guid: str, link: str, title: str) -> str | None:
    """Return the id a feed gave an article; None where newsboat made it up of link and date, or the title."""
    if link and guid.startswith(link) and seconds(guid[len(link) :]) is not None:
        return None
    return None if not link and guid == title else guid or None


def why_not(address: str) -> str:
    """Return why what newsboat follows is no feed to follow here."""
    return next((why for start, why in _WHY.items() if address.startswith(start)), "not a web address")


def _words(line: str) -> list[str]:
    """Return the words of a line up to a remark; a `#` within a word is of the word."""
    try:
        words = shlex.split(line, comments=False)
    except ValueError:  # a quotation mark left open
        words = line.split()
    return list(takewhile(lambda word: not word.startswith("#"), words))


def _take(
    words: list[str], line: int, subscriptions: dict[str, Subscription], skipped: list[Skipped]
) -> None:
    address, *tags = words
    url = feed_url(address)
    if url is None:
        skipped.append(Skipped(address, why_not(address), line))
    elif url in subscriptions:
        skipped.append(Skipped(address, "it is in the list already", line))
    else:
        title = next((tag[1:].strip() for tag in tags if tag.startswith("~")), None)
        folder = next((tag for tag in tags if tag and tag[0] not in "~!"), None)
        subscriptions[url] = Subscription(url, title=title or None, folder=folder)
