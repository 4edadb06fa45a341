"""RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, from XML without a fault: the way of almost every feed."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Iterator

from lxml import etree

from reader.feeds import parse_entry
from reader.feeds.parse_elements import Element, Names, attributes, base, markup, plain
from reader.feeds.parse_parts import Attributes, EntryParts, FeedParts, Text, absolute
from reader.incoming import RawFeed


def parse(xml: str, *, url: str) -> RawFeed | None:
    """Read a feed from XML text without DOCTYPE; None where it has a fault or holds no entries."""
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(xml.encode("utf-8", "replace"), parser, base_url=url)
    except etree.XMLSyntaxError:
        return None
    found = _Reader(xml, url).read(root)
    return parse_entry.feed(found) if found else None


Fields = dict[str, list[Element]]
"""The children of an element by their names."""
_MEDIA = ("media:content", "media:thumbnail", "media:description", "itunes:image", "image")


class _Reader:
    """Reads one document. Where nothing sets xml:base, bases are not looked for."""

    def __init__(self, xml: str, url: str) -> None:
        self._names = Names()
        self._url = url
        self._based = "xml:base" in xml

    def read(self, root: Element) -> FeedParts | None:
        name = self._names.of(root)
        if name == "feed":
            return self._feed(root, [root], _atom_version(root), "entry")
        if name in ("rss", "rdf:rdf"):
            channels = [child for name, child in self._names.children(root) if name == "channel"]
            if channels:
                version = _rss_version(root) if name == "rss" else _rdf_version(channels[0])
                return self._feed(channels[0], [*channels, root], version, "item")
        return None

    def _feed(self, head: Element, places: list[Element], version: str, entry: str) -> FeedParts | None:
        items = [child for place in places for name, child in self._names.children(place) if name == entry]
        if not items:
            return None
        feed = FeedParts(format=version, url=self._url)
        fields = self._names.fields(head)
        feed.title = self._first(fields, "title")
        feed.links = self._links(fields)
        feed.authors = self._people(fields.get("author", [])) if version.startswith("atom") else []
        feed.ttl, feed.period, feed.frequency = (
            self._plain(fields, name) for name in ("ttl", "sy:updateperiod", "sy:updatefrequency")
        )
        feed.skip_hours, feed.skip_days = (
            [plain(child) for element in fields.get(name, []) for child in element]
            for name in ("skiphours", "skipdays")
        )
        feed.entries = (self._entry(item) for item in items)
        return feed

    def _entry(self, item: Element) -> EntryParts:
        fields = self._names.fields(item)
        entry = EntryParts(links=self._links(fields), title=self._first(fields, "title", "dc:title"))
        self._identify(entry, item, fields)
        entry.authors = self._authors(fields)
        entry.published = self._plain(fields, "pubdate", "published", "issued", "dcterms:issued", "created")
        entry.updated = self._plain(
            fields, "updated", "modified", "dc:date", "dcterms:modified", "lastbuilddate"
        )
        entry.categories = list(self._categories(fields))
        self._texts(entry, fields)
        self._media(entry, item, fields)
        entry.duration = self._plain(fields, "itunes:duration")
        return entry

    # ------------------------------------------------------------ identity

    def _identify(self, entry: EntryParts, item: Element, fields: Fields) -> None:
        for guid in fields.get("guid", ()):
            entry.guid = plain(guid) or entry.guid
            entry.permalink = guid.get("isPermaLink", "true").strip().lower() == "true"
        if not entry.guid:
            about = (str(value) for name, value in item.attrib.items() if str(name).endswith("}about"))
            entry.guid = self._plain(fields, "id") or next(about, "").strip() or None
            entry.permalink = bool(entry.guid)
        entry.original = self._plain(fields, "feedburner:origlink")

    def _links(self, fields: Fields) -> list[Attributes]:
        enclosed = [self._link(element) | {"rel": "enclosure"} for element in fields.get("enclosure", ())]
        return [self._link(element) for element in fields.get("link", ())] + enclosed

    def _link(self, element: Element) -> Attributes:
        link = attributes(element)
        link["rel"] = link.get("rel", "alternate").lower()
        link["href"] = link.get("href") or link.get("url") or plain(element)
        if self._based and link["href"]:
            link["href"] = absolute(link["href"], base(element) or self._url) or ""
        return link

    def _plain(self, fields: Fields, *names: str) -> str | None:
        """Return the text of the first of these that has any."""
        for element in _named(fields, *names):
            if text := plain(element):
                return text
        return None

    # ------------------------------------------------------------ people and categories

    def _authors(self, fields: Fields) -> list[str]:
        named = _named(fields, "author", "dc:creator", "dc:author")
        if people := self._people(named) or self._people(fields.get("itunes:author", [])):
            return people
        return [
            name
            for source in fields.get("source", ())
            for name in self._people(
                [child for name, child in self._names.children(source) if name == "author"]
            )
        ]

    def _people(self, elements: list[Element]) -> list[str]:
        found = []
        for element in elements:
            fields = self._names.fields(element)
            found.append(self._plain(fields, "name", "email") or ("" if fields else plain(element)))
        return [name for name in found if name]

    def _categories(self, fields: Fields) -> Iterator[str]:
        boxed = [child for box in fields.get("categories", ()) for child in box]
        for element in (*boxed, *_named(fields, "category", "dc:subject", "media:category")):
            yield element.get("label") or element.get("term") or plain(element)
        for element in _named(fields, "itunes:keywords", "media:keywords"):
            yield from plain(element).split(",")

    # ------------------------------------------------------------ texts

    def _texts(self, entry: EntryParts, fields: Fields) -> None:
        bodies = _named(fields, "content:encoded", "content", "xhtml:body", "body", "fullitem")
        descriptions = _named(fields, "description", "summary")
        summaries = descriptions or _named(fields, "dc:description", "itunes:summary")[:1]
        texts = [text for element in summaries if (text := self._text(element)) and text.value]
        entry.content = [text for element in bodies if (text := self._text(element)) and text.value]
        entry.summary = texts[0] if texts else None
        entry.content += texts[1:]

    def _first(self, fields: Fields, *names: str) -> Text | None:
        for element in _named(fields, *names):
            if (text := self._text(element, title=True)) and text.value:
                return text
        return None

    def _text(self, element: Element, *, title: bool = False) -> Text | None:
        """Return an element's text; an unlabelled one may turn out to be markup, but not an Atom title."""
        if len(element):
            return markup(element)
        value = (element.text or "").strip()
        kind = element.get("type", "").strip().lower()
        if element.get("mode") == "base64" or not _is_text(kind):
            return Text(decoded, None) if (decoded := _from_base64(value)) else None
        html = True if "html" in kind else (False if title and _is_atom(element) else None)
        return Text(value, html, base(element) if self._based else None)

    # ------------------------------------------------------------ media

    def _media(self, entry: EntryParts, item: Element, fields: Fields) -> None:
        """Collect Media RSS wherever it is nested, and pictures named elsewhere; a caption is no text."""
        nested = any(map(len, item))
        if not nested and fields.keys().isdisjoint(_MEDIA):
            return
        described: list[Element] = []
        into: dict[str, Callable[[Element], None]] = {
            "media:content": lambda element: entry.media.append(attributes(element)),
            "media:thumbnail": lambda element: entry.thumbnails.append(_thumbnail(element)),
            "media:description": described.append,
        }
        for element in item.iterdescendants() if nested else item:
            if collect := into.get(self._names.of(element)):
                collect(element)
        for image in _named(fields, "itunes:image", "image"):
            inside = self._names.fields(image)
            own = "" if inside else plain(image)
            entry.pictures.append(image.get("href") or image.get("url") or self._plain(inside, "url") or own)
        if described and not (entry.summary or entry.content):
            entry.summary = Text(plain(described[0]), None)


def _named(fields: Fields, *names: str) -> list[Element]:
    """Return the elements of these names, in the order of the names."""
    return [element for name in names if name in fields for element in fields[name]]


def _thumbnail(element: Element) -> Attributes:
    found = attributes(element)
    return found if found.get("url") else found | {"url": plain(element)}


def _is_atom(element: Element) -> bool:
    return (
        str(element.tag).lower().startswith(("{http://www.w3.org/2005/atom}", "{http://purl.org/atom/ns#}"))
    )


def _is_text(kind: str) -> bool:
    return "/" not in kind or kind.startswith("text/") or kind.endswith(("+xml", "/xml"))


def _from_base64(value: str) -> str:
    try:
        return base64.b64decode(value, validate=False).decode()
    except (binascii.Error, ValueError):
        return ""


def _atom_version(root: Element) -> str:
    old = root.get("version") in ("0.1", "0.2", "0.3") or "purl.org/atom" in str(root.tag)
    return f"atom {root.get('version') or '0.3'}" if old else "atom 1.0"


def _rss_version(root: Element) -> str:
    version = root.get("version", "").strip()
    return f"rss {version}" if version[:3] in ("0.9", "2.0", "1.0", "2.1") else "rss 2.0"


def _rdf_version(channel: Element) -> str:
    return "rss 0.90" if "netscape" in str(channel.tag) else "rss 1.0"
