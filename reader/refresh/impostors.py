"""Answers that are another's: what a network sends in place of all that is asked for over http until one
has logged in to it. Over https it cannot."""

from __future__ import annotations

from urllib.parse import urlsplit

from reader.feeds.http import Response
from reader.feeds.target import names_private
from reader.model import PageState
from reader.patterns import late
from reader.refresh.hosts import host_name

PROBLEM = "portal"
WHY = (
    "What came is not this article but another page, as of a network that wants a login first. "
    "Log in to it in the browser, then try again."
)
ASTRAY = (
    "{host} leads into the local network here, as in a network that wants a login first. Try again later."
)

_WORD = late(r"[\u3400-\u9fff]{2}|[\u30a1-\u30fc]{3,}|[^\W\u3040-\u30ff\u3400-\u9fff]{5,}")
"""Words long enough to be of one article rather than of any page; where no space parts them, pieces."""
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
"""What pages have within words: where they may be broken."""
_BEGINNING = 400
"""Characters of a text whose words its page has, too."""
_FEWEST = 5
"""Words from which on their absence says something."""
_SHARE = 1 / 3
_HEADLINE = 3
"""Words of a headline from which on half of them are enough, whatever the text says."""


def may_be_faked(url: str, response: Response) -> bool:
    """Tell whether the network between may have answered what was asked for at `url`.

    Not for this computer and the network at home, nor where the host itself answered over https in the end.
    """
    over_http = url.lower().startswith("http:") or response.downgraded
    itself = response.url.lower().startswith("https:") and _site(response.url) == _site(url)
    return over_http and not itself and not names_private(host_name(url))


def _site(url: str) -> str:
    return host_name(url).removeprefix("www.")


def is_of_another(state: PageState, response: Response, page: str) -> bool:
    """Tell whether a page has nothing of its article: few words of its headline and of what the feed says."""
    if not may_be_faked(state.url or "", response):
        return False
    from reader.text.render import plain

    shown = _shown(page, state.url or "")
    headline = set(_WORD.findall(_folded(state.title)))
    expected = headline | set(_WORD.findall(_folded(plain(state.document)[:_BEGINNING])))
    if len(headline) >= _HEADLINE and 2 * _found(headline, shown) >= len(headline):
        return False
    return len(expected) >= _FEWEST and _found(expected, shown) < _SHARE * len(expected)


def _found(words: set[str], shown: str) -> int:
    return sum(word in shown for word in words)


def _shown(page: str, url: str) -> str:
    """Return what a page says, without its own address: that has the headline, and is named to log in for."""
    from html import unescape  # by pages only: a refresh, which looks where names lead, has most often none

    shown = _folded(unescape(page))
    for part in set(urlsplit(url).path.casefold().split("/")):
        shown = shown.replace(part, " ") if "-" in part else shown
    return shown


def _folded(text: str) -> str:
    """Return a text as it is compared: letters as one, none between them that shows as nothing."""
    from unicodedata import normalize

    return normalize("NFC", text.translate(_UNSEEN)).casefold()


def is_no_picture(url: str, response: Response) -> bool:
    """Tell whether a page came where a picture was asked for."""
    kind = (response.content_type or "").lower()
    return kind.startswith("text/html") and may_be_faked(url, response)


def leads_astray(response: Response) -> bool:
    """Tell whether a name of the public internet was found in the local network."""
    refused = response.error is not None and response.error.kind == "refused"
    return refused and not names_private(host_name(response.url))
