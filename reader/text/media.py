"""Videos, sounds and posts inside HTML: what they are, and the page where people see them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

from reader.patterns import late
from reader.text.clean import one_line, safe_url
from reader.text.pictures import is_beacon

if TYPE_CHECKING:
    from lxml.etree import _Element

_PLAYERS = (  # where a player lives, and where people watch it
    (
        r"//(?:[^/]*\.)?youtube(?:-nocookie)?\.com/(?:embed|v|shorts|live)/([\w-]{11})",
        "https://www.youtube.com/watch?v={}",
    ),
    (
        r"//(?:[^/]*\.)?youtube(?:-nocookie)?\.com/watch\?(?:[^#]*&)?v=([\w-]{11})",
        "https://www.youtube.com/watch?v={}",
    ),
    (r"//youtu\.be/([\w-]{11})", "https://www.youtube.com/watch?v={}"),
    (r"//(?:player\.)?vimeo\.com/(?:video/)?(\d+)", "https://vimeo.com/{}"),
    (r"//(?:www\.|geo\.)?dailymotion\.com/(?:[^?#]*/)?video/(\w+)", "https://www.dailymotion.com/video/{}"),
    (
        r"//(?:[^/]*\.)?dailymotion\.com/player[^?]*\?(?:[^#]*&)?video=(\w+)",
        "https://www.dailymotion.com/video/{}",
    ),
    (r"//dai\.ly/(\w+)", "https://www.dailymotion.com/video/{}"),
    (r"//player\.twitch\.tv/\?(?:[^#]*&)?video=v?(\d+)", "https://www.twitch.tv/videos/{}"),
    (r"//(?:open\.)?spotify\.com/embed(?:-podcast)?/(\w+/\w+)", "https://open.spotify.com/{}"),
    (r"//platform\.twitter\.com/embed/[^?]*\?(?:[^#]*&)?id=(\d+)", "https://x.com/i/status/{}"),
)
_PLAYER_RULES = tuple((late(pattern, re.IGNORECASE), page) for pattern, page in _PLAYERS)
_VIDEO_SITE = late(r"//(?:[^/]*\.)?(?:youtube|youtu\.be|vimeo|dailymotion|dai\.ly)", re.IGNORECASE)
_VIDEO = late(
    r"youtube|youtu\.be|vimeo|dailymotion|dai\.ly|jwplayer|jwplatform|brightcove|twitch|wistia|streamable"
    r"|imdb\.com/video|rumble|kaltura|ooyala|/videos?\b|player\.|\.mp4|\.webm|facebook\.com/plugins/video",
    re.IGNORECASE,
)
_AUDIO = late(
    r"spotify|soundcloud|podcast|megaphone|acast|simplecast|libsyn|buzzsprout|bandcamp|omny\.fm|art19|audioboom"
    r"|\.mp3|\.m4a",
    re.IGNORECASE,
)
_POST = late(
    r"twitter|//x\.com|instagram|tiktok|facebook|threads\.net|bsky|reddit|mastodon|tumblr", re.IGNORECASE
)
_KINDS = (("video", _VIDEO), ("audio", _AUDIO), ("post", _POST))
_AD = late(
    r"/ads?/|adserver|\bads\.|facebook\.com/plugins/(?:like|share|follow)|addthis|sharethis|recaptcha",
    re.IGNORECASE,
)
_DULL_TITLE = late(
    r"(?:youtube|vimeo|embedded|video|dailymotion|iframe|embed|\s|player|content|document)*", re.I
)
_POST_CLASS = late(
    r"twitter-(?:tweet|video)|instagram-media|tiktok-embed|bluesky-embed|reddit-(?:embed|card)|fb-(?:post|video)"
    r"|mastodon-embed|text-post-media|tumblr-post"
)
_SPACES = late(r"\s+")


def watch_page(url: str) -> str:
    """Return the page where people watch or hear what a player at `url` plays."""
    for pattern, page in _PLAYER_RULES:
        if found := pattern.search(url):
            return page.format(found[1])
    if "soundcloud.com/player" in url or "facebook.com/plugins" in url:
        query = parse_qs(urlsplit(url).query)
        inner = (query.get("url") or query.get("href") or [""])[0]
        return safe_url(unquote(inner)) or url
    return url


def kind_of(url: str) -> str:
    """Return "video", "audio", "post" or "page"."""
    return next((kind for kind, pattern in _KINDS if pattern.search(url)), "page")


def is_video(url: str) -> bool:
    """Tell whether an address is that of a video we know how to name."""
    return bool(_VIDEO_SITE.search(url)) and any(pattern.search(url) for pattern, _ in _PLAYER_RULES)


def embed(source: str | None, title: str, base: str | None) -> tuple[str, str, str] | None:
    """Return kind, title and page of something embedded, None when it is an advertisement or nothing."""
    url = safe_url(source, base)
    if not url or is_beacon(url) or _AD.search(url):
        return None
    page = watch_page(url)
    kind = kind_of(page) if kind_of(page) != "page" else kind_of(url)
    title = one_line(title, 300)
    if _DULL_TITLE.fullmatch(title) or title.startswith("http"):
        title = site_name(page)
    return kind, title, page


def site_name(url: str) -> str:
    """Return the host of an address, without www."""
    return (urlsplit(url).hostname or url).removeprefix("www.")


def post(quote: _Element, base: str | None) -> tuple[str, str, str] | None:
    """Return kind, text and page of a quoted social post, None when it names no page."""
    if not _POST_CLASS.search(quote.get("class") or ""):
        return None
    named = quote.get("data-instgrm-permalink") or quote.get("cite") or quote.get("data-text-post-permalink")
    linked = [link.get("href") for link in quote.iter("a")]
    page = next((url for link in [named, *reversed(linked)] if (url := safe_url(link, base))), None)
    if not page:
        return None
    return "post", one_line(words_of(quote)) or site_name(page), page.removesuffix("?ref_src=twsrc%5Etfw")


def words_of(element: _Element) -> str:
    """The text under an element on one line; paragraphs and line breaks count as spaces."""
    from lxml.etree import iterwalk  # kept out of processes that only render

    parts: list[str] = []
    for event, inner in iterwalk(element, events=("start", "end")):
        if inner.tag in ("br", "p", "div"):
            parts.append(" ")
        if event == "start":
            parts.append(inner.text or "")
        elif inner is not element:
            parts.append(inner.tail or "")
    return _SPACES.sub(" ", "".join(parts)).strip()
