"""Subscription lists: OPML 1 and 2, read whatever their faults."""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import replace

from reader.addresses import masked
from reader.errors import ParseError
from reader.feeds.parse_bytes import to_text, without_doctype
from reader.feeds.target import Target, as_asked


class Subscription(Struct, frozen=True):
    """One feed of a list. `folder` is its path there, as in "Film/Trade"."""

    url: str
    title: str | None = None
    site_url: str | None = None
    folder: str | None = None


class Skipped(Struct, frozen=True):
    """One row that was left out, why, and on which line it stands."""

    what: str
    why: str
    line: int | None = None


class OpmlImport(Struct, frozen=True):
    """What a list held."""

    subscriptions: list[Subscription]
    skipped: list[Skipped]


# Subscription lists are tags and attributes and nothing else, and many are not well-formed. Reading the
# tags one by one takes any nesting and any fault, and has no entities that could expand.

_TOKEN = re.compile(
    r"<!--(?:.*?-->|.*)|<!\[CDATA\[(?:.*?\]\]>|.*)|<\?(?:.*?\?>|.*)"
    r"|<(?P<end>/?)(?P<name>(?:\w{1,20}:)?(?:opml|outline))(?=[\s/>])"
    r"""(?P<attributes>(?:[^<>"']++|"[^"]*+"|'[^']*+')*+)>"""
    r"|<(?:\w{1,20}:)?outline(?=[\s/>])(?P<broken>[^<>]*+)>",
    re.S | re.I,
)
_ATTRIBUTE = re.compile(r"""(?<![\w:.-])([\w:.-]++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'<>]++))""")
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]\w{1,30});", re.I | re.A)
UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200e\u200f\u061c\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
LONGEST_URL = 8192
DEEPEST = 16


def read(data: bytes) -> OpmlImport:
    """Return the feeds an OPML file lists; nothing it points to is followed. Raises ParseError."""
    text = without_doctype(to_text(data))
    reader = _Reader()
    for token in _TOKEN.finditer(text):
        reader.line += text.count("\n", reader.end, token.start())
        reader.take(token)
    if not reader.is_opml:
        raise ParseError(
            "This is not an OPML file: it holds no outline, nor is it newsboat's urls or cache.db. "
            "Export the list as OPML and import that."
        )
    rest = text[reader.end :]
    if re.search(r"<outline\s", rest, re.I):
        line = text.count("\n") + 1
        reader.skipped.append(Skipped("the last row", "the file breaks off in the middle of it", line))
    if not reader.subscriptions and not reader.skipped:
        reader.skipped.append(Skipped("the list", "it is empty: no row in it names a feed"))
    return OpmlImport(reader.subscriptions, reader.skipped)


class _Reader:
    """Takes the tags of a list in order."""

    def __init__(self) -> None:
        self.subscriptions: list[Subscription] = []
        self.skipped: list[Skipped] = []
        self.is_opml = False
        self.end = 0
        self.line = 1
        self._folders: list[str] = []
        self._open: list[tuple[str, int, int]] = []
        self._rows = 0
        self._comment: int | None = None
        """How deep the row stands that is commented out with all it holds."""
        self._commented = 0
        self._seen = set[Target | str]()

    def take(self, token: re.Match[str]) -> None:
        self._take(token)
        self.line += token[0].count("\n")
        self.end = token.end()

    def _take(self, token: re.Match[str]) -> None:
        name, body = token["name"], token["attributes"]
        if name is None and token["broken"] is None:
            return
        self.is_opml = True
        if name and name.lower().endswith("opml"):
            return
        if token["end"]:
            self._close()
            return
        raw = token["broken"] if body is None else body
        self._outline(_attributes(raw), leaf=raw.rstrip().endswith("/"))

    def _close(self) -> None:
        """An outline ends: one that held no row was no folder, and should have named a feed."""
        del self._folders[-1:]
        what, line, rows = self._open.pop() if self._open else ("", 0, -1)
        if self._comment is not None and len(self._open) <= self._comment:
            self._comment = None
        if rows == self._rows:
            self.skipped.append(Skipped(what, "it names no feed and holds none", line))

    def _skip(self, what: str, why: str) -> None:
        self.skipped.append(Skipped(what, why, self.line))

    def _outline(self, attributes: dict[str, str], *, leaf: bool) -> None:
        self._rows += 1
        title = plain_line(attributes.get("title") or "") or plain_line(attributes.get("text") or "")
        if self._comment is not None or attributes.get("iscomment", "").strip().lower() == "true":
            self._comment_out(attributes, title, leaf=leaf)
        elif attributes.get("xmlurl", "").strip():
            self._subscribe(attributes, title)
        elif attributes.get("type", "").strip().lower() in ("include", "link"):
            self._skip(title or "a row", "it points to another list or page, which is not followed")
        elif leaf:
            self._skip(
                title or "a row", "its address is empty" if "xmlurl" in attributes else "it names no feed"
            )
        if not leaf:
            # A feed that holds other rows is no folder; its level is kept so that its end has a partner.
            kind = attributes.get("type", "").strip().lower()
            told = (
                attributes.get("xmlurl", "").strip()
                or kind in ("include", "link")
                or self._comment is not None
            )
            self._folders.append("" if attributes.get("xmlurl") else title.strip("/ "))
            self._open.append((title or "a row", self.line, -1 if told else self._rows))

    def _comment_out(self, attributes: dict[str, str], title: str, *, leaf: bool) -> None:
        """A row is commented out, or within one that is: that is told of, with the feeds it holds."""
        if self._comment is None:
            self._skip(title or "a row", "it is commented out")
            self._comment, self._commented = None if leaf else len(self._open), 0
        elif attributes.get("xmlurl", "").strip():
            self._commented += 1
            feeds = f"{self._commented} feed{'' if self._commented == 1 else 's'}"
            self.skipped[-1] = replace(self.skipped[-1], why=f"it is commented out, with {feeds} in it")

    def _subscribe(self, attributes: dict[str, str], title: str) -> None:
        url = feed_url(attributes["xmlurl"])
        if url is None:
            what = plain_line(attributes["xmlurl"])[:200]
            self._skip(title or what, f"“{what}” is not an http or https address")
        elif (key := as_asked(url)) in self._seen:
            self._skip(title or url, f"{url} is in the list already")
        else:
            self._seen.add(key)
            title = "" if title in (url, masked(url)) else title  # it has none
            folder = self._folder() or _category(attributes.get("category", ""))
            self.subscriptions.append(
                Subscription(url, title or None, feed_url(attributes.get("htmlurl", "")), folder or None)
            )

    def _folder(self) -> str:
        return "/".join([name for name in self._folders if name][:DEEPEST])


def _attributes(text: str) -> dict[str, str]:
    """Return the attributes, names in lower case, references resolved once."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(text):
        value = _REFERENCE.sub(lambda reference: html.unescape(reference[0]), double or single or bare)
        found.setdefault(name.lower(), value)
    return found


def _category(text: str) -> str:
    """Return the first path of a category attribute, as in "/Film/News,/Trade"."""
    path = text.split(",")[0].split("/")
    return "/".join([line for part in path if (line := plain_line(part))][:DEEPEST])


def plain_line(text: str) -> str:
    """Return text on one line, without what is not seen."""
    return " ".join(UNSEEN.sub(" ", text).split())


def feed_url(text: str) -> str | None:
    """Return the http or https address in `text`, `feed:` taken off, or None."""
    if len(text) > LONGEST_URL:
        return None
    # A URL never holds `&amp;`: that was escaped twice.
    url = UNSEEN.sub("", text).strip().replace("&amp;", "&")
    url = re.sub(r"^feed:(?://)?(?=https?://)", "", url, flags=re.I)
    url = re.sub(r"^feed:(?://)?", "http://", url, flags=re.I)
    try:
        parts = urlsplit(url)
        usable = parts.scheme.lower() in ("http", "https") and parts.hostname and not re.search(r"\s", url)
    except ValueError:
        return None
    return url if usable else None
