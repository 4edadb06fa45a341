"""What is shown on no cinema's screen: series and games have trailers, casts and dates as films have."""

from __future__ import annotations

from collections.abc import Collection

from reader.patterns import late

OF_FILMS = ("trailer", "casting", "production", "announcement", "release-date")
"""Kinds of news that are told of series and games in the same words as of films."""
_SECTIONS = {
    "series": frozenset(
        {"tv", "tv-news", "television", "television-news", "series", "tv-series", "tv-shows"}
    ),
    "games": frozenset({"games", "gaming", "video-games", "games-news", "gaming-news"}),
}
_WORDS = {
    "series": frozenset(
        {
            "series",
            "show",
            "shows",
            "season",
            "seasons",
            "episode",
            "episodes",
            "showrunner",
            "showrunners",
            "sitcom",
            "miniseries",
            "docuseries",
        }
    ),
    "games": frozenset(
        {
            "game",
            "games",
            "gameplay",
            "console",
            "consoles",
            "playstation",
            "ps5",
            "xbox",
            "switch",
            "steam",
            "dlc",
            "pc",
        }
    ),
}
_FILM = frozenset(
    {"film", "films", "movie", "movies", "feature", "biopic", "theaters", "theatres", "cinemas", "box"}
)
_CHANNELS = (
    r"(?:tv|television|hbo(?: max)?|max|netflix|apple(?: tv)?|hulu|prime video|amazon|disney\+?|paramount\+?|"
    r"peacock|fx|amc|bbc(?: one| two)?|itv\d?|channel 4|sky|showtime|starz|abc|cbs|nbc|fox|syfy|crunchyroll)"
)
_SAYS_SO = late(
    rf"\b{_CHANNELS}(?:'s)?,? (?:[\w'-]+ ){{0,4}}(?:['\"]?_+['\"]? )?(?:prequel |sequel |spin-?off |"
    rf"live-action )?"
    r"(?:series|show|sitcom|drama series)\b(?! (?:star|actor|actress|alum|breakout|creator|veteran|"
    r"helmer)s?\b)|"
    r"['\"_] (?:tv |television |prequel |sequel |spin-?off |live-action |limited |animated )*(?:series|show) "
    r"(?:trailer|teaser|first look|poster|casts?|adds|sets|gets|clip|footage|photos?|images?|lands|taps)\b|"
    r"\b(?:video|battle|fighting|mobile|racing|survival|horror|role-playing|board|card|open-world|online) "
    r"game "
    r"(?:announced|revealed|unveiled|trailer|teaser|dated|delayed|gets|sets|coming|in the works|in "
    r"development)\b|"
    r"\bgameplay (?:trailer|teaser|reveal|footage)\b"
)
"""Headlines that say what it is."""
_NEEDED = frozenset({"series", "show", "sitcom", "game", "gameplay"})


def series_or_game_word(
    title: str, words: Collection[str], head: Collection[str], sections: Collection[str]
) -> str:
    """The word that tells that a report is of a series or a game; `words`: all of it, `head`: its "
    "headline."""
    if not _FILM.isdisjoint(head):
        return ""
    for kind, own in _SECTIONS.items():
        if not own.isdisjoint(sections) and not _WORDS[kind].isdisjoint(words):
            return kind
    said = None if _NEEDED.isdisjoint(head) else _SAYS_SO.search(title)
    return said[0] if said else ""
