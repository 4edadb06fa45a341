"""What the terminal tells of news while nobody looks at the reader: by its bell, or on the desktop (OSC 9).

Names are told, never headlines: those may be what the spoiler guard hides.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from reader.news import Follow
from reader.text.clean import clean, one_line

NAMED = 3
BELL = "\a"


def risen(before: Iterable[Follow], now: Iterable[Follow]) -> list[str]:
    """Return the names that have more new stories than before, and are followed as before."""
    had = {_itself(each): each.unread_stories for each in before}
    return [each.called for each in now if each.unread_stories > had.get(_itself(each), each.unread_stories)]


def _itself(follow: Follow) -> Follow:
    return replace(follow, unread_stories=0, last_story=None)


def notice(names: Sequence[str]) -> str:
    """Say whose news there is."""
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return one_line(clean(f"Newsreel: news of {', '.join(names[:NAMED])}{more}"))


def notification(text: str, environ: Mapping[str, str]) -> str:
    """Return what has a terminal show a text on the desktop; tmux hands it on where it is allowed to."""
    said = f"\x1b]9;{text}\x1b\\"
    return "\x1bPtmux;" + said.replace("\x1b", "\x1b\x1b") + "\x1b\\" if environ.get("TMUX") else said
