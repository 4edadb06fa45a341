"""Why a page gave no article: a paywall, a question of consent, a page that only scripts can fill."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from reader.text.passages import Passage
from reader.text.phrases import named, phrases

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Problem = Literal["paywall", "consent", "script-only", "empty"]

ARTICLE = 250
"""Words from which on a text is an article, whatever else its page says."""
SCANT = 60
"""Fewer words than these are no article, even where nothing says why."""
WHY: dict[Problem, str] = {
    "paywall": "The page shows only the beginning, because the rest is for subscribers.",
    "consent": "The page asks for consent to cookies before it shows the article; open it in the browser.",
    "script-only": "The page is empty until a browser runs its scripts; open it in the browser.",
    "empty": "No article was found on the page; open it in the browser.",
}
_PAYWALL = phrases("walls", "paywall")
_PAYWALL_NAME = named("paywall")
_CONSENT = phrases("walls", "consent")
_CONSENT_PLACE = phrases("walls", "consent_place")
_SCRIPT = phrases("walls", "script")
_SHELL = 120
"""A page with fewer words than these in all says nothing by itself."""


def problem(root: HtmlElement, page: list[Passage], words: int, *, url: str, free: bool) -> Problem | None:
    """Tell what stands between the reader and the article, None when it was found."""
    if words >= ARTICLE:
        return None
    text = " ".join(passage.text for passage in page)
    if not free or _PAYWALL.search(text) or _is_named_paywall(root):
        return "paywall"
    if words >= SCANT:
        return None
    where = urlsplit(url)
    if _CONSENT_PLACE.search(where.netloc) or _CONSENT_PLACE.search(where.path) or _CONSENT.search(text):
        return "consent"
    return "script-only" if _needs_scripts(root, text) else "empty"


def _is_named_paywall(root: HtmlElement) -> bool:
    parts = root.body.iterdescendants("div", "section", "aside")
    return any(_PAYWALL_NAME.search(f"{each.get('class') or ''} {each.get('id') or ''}") for each in parts)


def _needs_scripts(root: HtmlElement, text: str) -> bool:
    asked = " ".join(each.text_content() for each in root.iter("noscript"))
    title = root.findtext(".//title") or ""
    if _SCRIPT.search(asked) or _SCRIPT.search(text) or _SCRIPT.search(title):
        return True
    return len(text.split()) < _SHELL and next(root.iter("script"), None) is not None
