"""XML elements as feeds use them: their short names, their text, their markup and their base."""

from __future__ import annotations

import copy
from collections.abc import Iterator

from lxml import etree

from reader.feeds.parse_parts import Attributes, Text

_CORE = "http://backend.userland.com/rss"
_PREFIXES = {
    "": "",
    "http://blogs.law.harvard.edu/tech/rss": "",
    "http://purl.org/rss/1.0": "",
    "http://my.netscape.com/rdf/simple/0.9": "",
    "http://channel.netscape.com/rdf/simple/0.9": "",
    "http://purl.org/atom/ns#": "",
    "http://www.w3.org/2005/atom": "",
    "http://purl.org/rss/1.0/modules/rss091#": "",
    "http://purl.org/rss/1.0/modules/content": "content:",
    "http://purl.org/dc/elements/1.0": "dc:",
    "http://purl.org/dc/elements/1.1": "dc:",
    "http://purl.org/dc/terms": "dcterms:",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner:",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes:",
    "http://search.yahoo.com/mrss": "media:",
    "http://www.rssboard.org/media-rss": "media:",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
    "http://purl.org/rss/1.0/modules/syndication": "sy:",
    "http://www.w3.org/1999/xhtml": "xhtml:",
}
Element = etree._Element
_WEB = ("http://", "https://")
_XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"


class Names:
    """Short names of one document's elements: `title`, `dc:creator`, whatever the prefixes there."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def of(self, element: Element) -> str:
        """Return the short name, in lower case; the document's own prefix for a namespace not known here."""
        tag = element.tag
        found = self._known.get(tag)
        if found is None:
            found = self._known[tag] = _short(tag, element.prefix)
        return found

    def children(self, element: Element) -> Iterator[tuple[str, Element]]:
        """Yield the children with their names."""
        for child in element:
            yield self.of(child), child

    def fields(self, element: Element) -> dict[str, list[Element]]:
        """Return the children by their names."""
        fields: dict[str, list[Element]] = {}
        known = self._known
        for child in element:
            fields.setdefault(known.get(child.tag) or self.of(child), []).append(child)
        return fields


def _short(tag: str, prefix: str | None) -> str:
    namespace, _, local = tag.rpartition("}")
    key = namespace.lstrip("{").rstrip("/").lower()
    if key.startswith(_CORE):
        key = ""
    # Feeds misspell namespaces and invent default ones: then the prefix says what is meant, or nothing does.
    unknown = f"{prefix.lower()}:" if prefix else ""
    return _PREFIXES.get(key, unknown) + local.lower()


def plain(element: Element) -> str:
    """Return the text of an element, that of its children included."""
    return (element.text or "").strip() if not len(element) else "".join(map(str, element.itertext())).strip()


def attributes(element: Element) -> Attributes:
    """Return the attributes that have no namespace, names in lower case."""
    return {str(name).lower(): str(value) for name, value in element.items() if "}" not in str(name)}


def base(element: Element) -> str | None:
    """Return the base that xml:base sets here, made absolute by those around it; None for none."""
    found = element.base
    usable = found and found != element.getroottree().docinfo.URL and found[:8].lower().startswith(_WEB)
    return found if usable else None


def markup(element: Element) -> Text:
    """Return what is inside an element as HTML, without the one <div> that XHTML is wrapped in."""
    inside = copy.deepcopy(element)
    inside.tail = None
    for one in inside.iter():
        one.tag = etree.QName(one).localname
    etree.cleanup_namespaces(inside)
    wraps = len(inside) == 1 and inside[0].tag == "div" and not (inside.text or inside[0].tail or "").strip()
    root = inside[0] if wraps else inside
    children = "".join(etree.tostring(child, encoding="unicode", method="html") for child in root)
    own = element[0] if wraps and element[0].get(_XML_BASE) else element
    return Text(_escaped(root.text or "") + children, True, base(own))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
