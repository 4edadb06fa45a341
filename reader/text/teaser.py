"""Whether a feed's text is the article or only invites to it."""

from __future__ import annotations

import re

from reader.document import Document, Paragraph
from reader.patterns import late
from reader.text.flat import leaves, text_of

SHORT = 120
"""Texts with fewer words are teasers: no film article is that short, and few teasers are longer."""
LONG = 400
"""Above this, an ellipsis at the end is the writer's own."""
BREAKS_OFF = late(
    r"(?:…|\.\.\.|\[(?:…|\.\.\.)\]|\(more\)"
    r"|(?:read (?:more|on|the (?:full|rest|whole)\b[^.]{0,60})|continue reading|keep reading"
    r"|more after the jump|(?:full|entire) (?:story|article|review|post)"
    r"|click (?:here|through))(?:[^.]|\.(?=\w)){0,60}?)"
    r"[\s»→›>.…\])]*$",
    re.IGNORECASE,
)
_SIGNS = ("…", "...", "(more)", "more after", "read", "full", "entire", "click")
"""One of them is in every text that breaks off."""
_END = (
    " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
    "\u200a\u2028\u2029\u202f\u205f\u3000»→›>.…])"
)
_REACH = 160
"""An invitation and what follows it are never longer, but for what a text may end with any number of."""


def is_teaser(document: Document) -> bool:
    """Tell whether there is more on the page than in this text: it is short, or it breaks off."""
    from reader.text.render import words  # heavier than all of this module

    return words(document) < SHORT or breaks_off(document)


def breaks_off(document: Document) -> bool:
    """Tell whether a text that is not long ends in an ellipsis or an invitation to the page."""
    from reader.text.render import words

    last = [leaf for leaf in leaves(document.blocks) if isinstance(leaf, Paragraph)][-1:]
    return any(ends_open(text_of(leaf.spans)) for leaf in last) and words(document) < LONG


def ends_open(text: str) -> bool:
    """Look at no more of the text than can matter, and only where it holds a sign: the pattern is slow."""
    start = max(0, len(text.rstrip(_END)) - _REACH)
    end = text[start:].lower().replace("ı", "i")
    return any(sign in end for sign in _SIGNS) and BREAKS_OFF.search(text, start) is not None
