"""Answers that are another's: what a network sends in place of all that is asked for over http until one
has logged in to it. Over https it cannot."""

from __future__ import annotations

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

_WORD = late(r"\w{5,}")
"""Words long enough to be of one article rather than of any page."""
_BEGINNING = 400
"""Characters of a text whose words its page has, too."""
_FEWEST = 5
"""Words from which on their absence says something."""
_SHARE = 1 / 3


def may_be_faked(url: str, response: Response) -> bool:
    """Tell whether the network between may have answered what was asked for at `url`.

    Not for this computer and the network at home.
    """
    over_http = url.lower().startswith("http:") or response.downgraded
    return over_http and not names_private(host_name(url))


def is_of_another(state: PageState, response: Response, page: str) -> bool:
    """Tell whether a page has nothing of its article: few words of its headline and of what the feed says."""
    if not may_be_faked(state.url or "", response):
        return False
    from html import unescape  # by pages only: a refresh, which looks where names lead, has most often none

    from reader.text.render import plain

    said = f"{state.title} {plain(state.document)[:_BEGINNING]}"
    expected = set(_WORD.findall(said.casefold()))
    shown = unescape(page).casefold()
    found = sum(word in shown for word in expected)
    return len(expected) >= _FEWEST and found < _SHARE * len(expected)


def is_no_picture(url: str, response: Response) -> bool:
    """Tell whether a page came where a picture was asked for."""
    kind = (response.content_type or "").lower()
    return kind.startswith("text/html") and may_be_faked(url, response)


def leads_astray(response: Response) -> bool:
    """Tell whether a name of the public internet was found in the local network."""
    refused = response.error is not None and response.error.kind == "refused"
    return refused and not names_private(host_name(response.url))
