"""What a report prints as titles, by whichever habit of its house."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.stories.around import BY, ENDS, STARS
from reader.stories.phrases import key_of
from reader.stories.report import Report
from reader.stories.spans import in_capitals, quoted, titled, trim
from reader.stories.terms import fold
from reader.stories.words import BODY_TAIL, first_names

MOST_FOREIGN = 5


def printed(report: Report) -> Iterator[tuple[str, str, str]]:
    """The spans a report prints as titles: (the text around, the span, how)."""
    capitals = in_capitals(report.title)
    for span in capitals:
        yield report.title, span.text, "capitals"
    if not capitals:  # where titles are in capitals, quotes mean speech or irony
        for span in quoted(report.title):
            yield report.title, span.text, "quote"
    lead = report.lead
    for match in BY.finditer(lead) if "’s " in lead or "'s " in lead else ():
        one_word = " " not in match[3]
        if one_word and not ENDS.match(report.lead, match.end()):
            continue  # Wes Ball’s Nintendo adventure
        if fold(match[1]) in first_names() and key_of(match[3].split()[-1]) not in BODY_TAIL:
            yield report.lead, match[3], "possessive"
    for match in STARS.finditer(lead) if " stars " in lead else ():
        if fold(match[2]) in first_names() and titled(match[1]):
            yield report.lead, match[1], "stars"
    for span in quoted(report.lead):
        yield report.lead, span.text, "quote"
    for text in map(trim, report.emphases):
        if titled(text) or (_foreign(text) and _twice(text, report)):
            yield report.lead, text, "emphasis"


def _foreign(text: str) -> bool:
    """Tell whether a short phrase is written as titles of other languages are: its first word capital."""
    words = text.split()
    return 1 < len(words) <= MOST_FOREIGN and text[0].isupper() and text[-1].isalnum()


def _twice(text: str, report: Report) -> bool:
    """Tell whether a phrase set in italics is also a tag, or in quotes in the headline."""
    tags = map(key_of, report.categories)
    quoted_there = (f"{opened}{text}{closed}" in report.title for opened in "‘“\"'" for closed in "’”\"',")
    return key_of(text) in tags or (text in report.title and any(quoted_there))


def is_title_tag(category: str) -> bool:
    """Tell whether a tag can only be a film: a sequel number or a subtitle gives it away."""
    return bool(re.search(r"[^\W_] (?:\d{1,2}|II|III|IV)$|: ", category)) and titled(category)
