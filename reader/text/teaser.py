"""Whether a feed's text is the article or only invites to it."""

from __future__ import annotations

import re

from reader.model import Document, Paragraph
from reader.patterns import late
from reader.text.flat import leaves, text_of

SHORT = 120
"""Texts with fewer words are teasers: no film article is that short, and few teasers are longer."""
LONG = 400
"""Above this, an ellipsis at the end is the writer's own."""
_BREAKS_OFF = late(
    r"(?:…|\.\.\.|\[(?:…|\.\.\.)\]|\(more\)"
    r"|(?:read (?:more|on|the (?:full|rest|whole)\b[^.]{0,60})|continue reading|keep reading"
    r"|more after the jump|(?:full|entire) (?:story|article|review|post)"
    r"|click (?:here|through))(?:[^.]|\.(?=\w)){0,60}?)"
    r"[\s»→›>.…\])]*$",
    re.IGNORECASE,
)


def is_teaser(document: Document) -> bool:
    """Tell whether there is more on the page than in this text: it is short, or it breaks off."""
    from reader.text.render import words  # heavier than all of this module

    return words(document) < SHORT or breaks_off(document)


def breaks_off(document: Document) -> bool:
    """Tell whether a text that is not long ends in an ellipsis or an invitation to the page."""
    from reader.text.render import words

    last = [leaf for leaf in leaves(document.blocks) if isinstance(leaf, Paragraph)][-1:]
    return any(_BREAKS_OFF.search(text_of(leaf.spans)) for leaf in last) and words(document) < LONG
