"""Pictures, videos and posts inside HTML: which address is the real one, and which only count readers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

from reader.patterns import late
from reader.text.clean import one_line, safe_url

if TYPE_CHECKING:
    from lxml.etree import _Element

ICON = 48
"""A picture declared no larger than this is an ornament, not an illustration."""

_BEACON = late(
    r"//(?:[^/]*\.)?(?:doubleclick\.net|feedburner\.com/~|feedsportal\.com|feedads\.|pheedo\.com|scorecardresearch\.com"
    r"|quantserve\.com|google-analytics\.com|googletagmanager\.com|googlesyndication\.com|amazon-adsystem\.com"
    r"|assoc-amazon\.[a-z.]+/e/ir|ir-[a-z]+\.amazon[^/]*/e/ir|stats\.wordpress\.com|pixel\.wp\.com"
    r"|facebook\.com/tr\b|feeds\.wordpress\.com/1\.0/|pixel\.[^/]+/|pixel\.quantcount|statcounter\.com"
    r"|api\.follow\.it/track|count(?:er)?\.[^/]+/counter|cc\.chango|zergnet|outbrain\.com|taboola\.com)"
    r"|/(?:1x1|pixel|spacer|blank|clear|transparent|piwik|matomo)\.(?:gif|png|php)\b|/pixel(?:\?|$)"
    r"|/tracking/|rss-pixel|[?&]idsite=\d|/matomo\.php"
)
_HOLDER = late(r"placeholder|/blank\.|/spacer|/lazy|transparent|loading\.|grey\.gif|1x1", re.IGNORECASE)
_REAL_SOURCES = (
    "data-src",
    "data-lazy-src",
    "data-original",
    "data-orig-file",
    "data-full-url",
    "data-hi-res-src",
)
_SOURCE_SETS = ("srcset", "data-srcset", "data-lazy-srcset")
_STYLE_SIZE = late(r"(?<![-\w])(?:width|height)\s*:\s*(\d{1,6}(?:px)?)\s*(?:;|!|$)")
_EMOJI_CLASS = late(r"\b(?:emoji|wp-smiley|twemoji|emojione)\b")
_PICTURE_FILE = late(r"\.(?:jpe?g|png|gif|webp|avif|bmp|tiff?)$", re.IGNORECASE)

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


def picture_url(named: str | None, base: str | None) -> str | None:
    """Return a picture's address as safe_url does; ampersands that were escaped twice are one."""
    return safe_url(named.replace("&amp;", "&") if named else None, base)


def is_beacon(url: str) -> bool:
    """Tell whether an address is known to count readers rather than to show something."""
    return bool(_BEACON.search(url.lower()))


def picture(image: _Element, base: str | None) -> tuple[str | None, str]:
    """Return the address of the real picture, None when it is an ornament or a beacon, and its words."""
    alt = one_line(image.get("alt") or "")
    if _is_tiny(image):
        return None, alt if _EMOJI_CLASS.search(image.get("class") or "") else ""
    if _EMOJI_CLASS.search(image.get("class") or ""):
        return None, alt
    for candidate in _sources(image):
        url = picture_url(candidate, base)
        if url and not is_beacon(url):
            return url, "" if _is_file_name(alt) else alt
    return None, ""


def _sources(image: _Element) -> Iterator[str]:
    """Every address an image names, the likeliest first: lazy loaders keep the real one aside."""
    yield from (value for name in _REAL_SOURCES if (value := image.get(name)))
    plain = image.get("src") or ""
    held = plain.startswith("data:") or bool(_HOLDER.search(plain))
    if not held:
        yield plain
    yield from (best for name in _SOURCE_SETS if (best := largest(image.get(name) or "")))
    if held:
        yield plain


def largest(source_set: str) -> str | None:
    """Return the largest picture of a `srcset`."""
    best, best_size = None, -1.0
    for candidate in re.split(r",\s+|(?<=[0-9][wx]),", source_set):
        url, _, size = candidate.strip().partition(" ")
        number = re.match(r"([0-9.]{1,9})[wx]", size.strip())
        try:
            value = float(number[1]) if number else 0.0
        except ValueError:
            continue
        if url and not url.startswith("data:") and value > best_size:
            best, best_size = url, value
    return best


def _is_tiny(image: _Element) -> bool:
    """Tell whether the declared size is that of an icon or a beacon."""
    sizes = [pixels(image.get("width")), pixels(image.get("height"))]
    if style := image.get("style"):
        sizes += map(pixels, _STYLE_SIZE.findall(style))
    known = [size for size in sizes if size is not None]
    return bool(known) and (min(known) <= 3 or max(known) <= ICON)


def pixels(value: str | None) -> int | None:
    """Read a length in pixels; percentages and nonsense are unknown."""
    found = re.fullmatch(r"\s*(\d{1,6})(?:\.\d*)?\s*(?:px)?\s*", value or "", re.ASCII)
    return int(found[1]) if found else None


def _is_file_name(alt: str) -> bool:
    return bool(_PICTURE_FILE.search(alt)) and " " not in alt


def is_picture_file(url: str) -> bool:
    """Tell whether an address names a picture."""
    return bool(_PICTURE_FILE.search(urlsplit(url).path))


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
