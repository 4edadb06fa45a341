"""What stands in an article and is none of it: told by the names of elements, and by set phrases."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.text.phrases import named, opening

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SHORT = 160
"""In a longer passage a set phrase at the start is chance."""
SHORT_DATE = 40
_TAGS = frozenset(("nav", "footer", "menu"))
_FORMS = frozenset(("form", "button", "dialog"))
_ROLES = frozenset(
    ("navigation", "search", "complementary", "contentinfo", "banner", "dialog", "alertdialog")
)
_NAMES = named("clutter")
_STANDFIRST = named("standfirst")
_OPENING = opening("boilerplate", "openings")
_INVITATION = opening("boilerplate", "invitations")
_YEAR_OR_TIME = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b")
_DATE_WORDS = re.compile(r"[\W\d]*(?:[^\W\d]{2,9}[\W\d]+){0,6}(?:[^\W\d]{2,4})?")
_HIDDEN = re.compile(r"(?:display:\s*none|visibility:\s*hidden)", re.IGNORECASE)
_CALLING = ("class", "id", "data-testid", "data-component", "data-name")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def is_clutter(element: HtmlElement) -> bool:
    """Tell whether an element says by its name that it is no part of the text around it."""
    if element.tag in _FORMS or is_hidden(element):
        return True
    if next(element.iterancestors("blockquote"), None) is not None:
        return False  # what is quoted, and who is
    role = element.get("role") or ""
    return element.tag in _TAGS or role in _ROLES or bool(_NAMES.search(_called(element)))


def is_hidden(element: HtmlElement) -> bool:
    """Tell whether an element is not to be shown or read out; a slide of a gallery waits for its turn."""
    hidden = "hidden" in element.attrib or element.get("aria-hidden") == "true"
    return (hidden or bool(_HIDDEN.search(element.get("style") or ""))) and not _is_slide(element)


def _is_slide(element: HtmlElement) -> bool:
    own = (element.get("class") or "").split()[:1]
    beside = (element.getprevious(), element.getnext())
    return bool(own) and any(
        each is not None and (each.get("class") or "").split()[:1] == own for each in beside
    )


def is_standfirst(element: HtmlElement) -> bool:
    """Tell whether an element says by its name that it holds the standfirst."""
    return bool(_STANDFIRST.search(_called(element)))


def _called(element: HtmlElement) -> str:
    own = element.tag if "-" in element.tag else ""  # an element of the site's own making
    return _CAMEL.sub("-", " ".join(filter(None, (own, *map(element.get, _CALLING)))))


def is_boilerplate(text: str) -> bool:
    """Tell whether a passage only invites to something else."""
    text = " ".join(text.split())
    return bool((len(text) <= SHORT and _OPENING.match(text)) or _INVITATION.match(text))


def is_date(text: str) -> bool:
    """Tell whether a passage is nothing but a date, with a word or two of what it dates."""
    text = " ".join(text.split())
    short = len(text) <= SHORT_DATE and text[-1:] not in (".", "!", "?")
    return short and bool(_YEAR_OR_TIME.search(text)) and bool(_DATE_WORDS.fullmatch(text))
