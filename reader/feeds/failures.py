"""Why a fetch failed, in one plain sentence each.

A sentence names what tells two feeds apart: the site where nothing of it answers, else the path too.
Never the query, in which keys are kept.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable

from reader.errors import FetchError
from reader.feeds.target import Target, site
from reader.patterns import late

AGAIN = "It will be asked again later."
_WHILE = "for a while"
_LONGEST = 80

PROXY_REFUSED = 97
NO_AUTHORITIES = "The file of certificates could not be read; check ca_file in the settings or SSL_CERT_FILE."

_CURL: dict[int, tuple[str, str]] = {  # libcurl's error numbers, which never change
    1: ("other", "{place} answered with something that is not HTTP; check the address."),
    3: ("other", "The address {place} is not one that can be asked for; check it."),
    5: ("resolve", "The proxy's name could not be found; check HTTPS_PROXY and your connection."),
    6: ("resolve", "The name {host} could not be found; check the address and your connection."),
    7: ("connect", "{site} could not be reached. " + AGAIN),
    8: ("other", "{place} answered with something that is not HTTP; check the address."),
    16: ("connect", "{site} broke off the connection. " + AGAIN),
    18: ("truncated", "{place} broke off before the end. " + AGAIN),
    23: ("encoding", "{place} came packed in a way that cannot be read. " + AGAIN),
    28: ("timeout", "{place} took too long to answer. " + AGAIN),
    35: ("tls", "No safe connection to {site} could be made; check the address."),
    51: ("tls", "{site} showed a certificate that is not its own; nothing was fetched."),
    52: ("truncated", "The server of {place} closed the connection without an answer. " + AGAIN),
    55: ("connect", "{site} broke off the connection. " + AGAIN),
    56: ("truncated", "{place} broke off before the end. " + AGAIN),
    60: ("tls", "The certificate of {site} could not be verified; nothing was fetched."),
    61: ("encoding", "{place} came packed in a way that cannot be read. " + AGAIN),
    63: ("too_big", "What {place} sent is too large; it was not read."),
    77: ("tls", NO_AUTHORITIES),
    92: ("truncated", "{place} broke off before the end. " + AGAIN),
    100: ("too_big", "What {place} sent before the answer itself is too large; it was not read."),
    PROXY_REFUSED: ("connect", "The proxy refused the connection to {site}; check HTTPS_PROXY."),
}

_PART = 206
"""Of a whole that was asked for: what is missing would be taken for read, and its validators for known."""
_STATUS = {
    _PART: "{place} sent a part of what was asked for (206). " + AGAIN,
    401: "{place} asks for a name and a password (401); "
    "put them in the address: https://name:password@{site}/…",
    403: "The server of {place} refuses to answer this program (403). " + AGAIN,
    404: "There is nothing at {place} (404); check whether the feed has moved.",
    410: "{place} is gone for good (410); it will not be asked again.",
    429: "{host} asks to be left alone " + _WHILE + " (429). " + AGAIN,
}
_TROUBLE = "The server of {place} has trouble of its own ({status}). " + AGAIN
_NO_FILES = "{site} was not asked: too few files may be open at once here. " + AGAIN
_ANOTHER = "Another answered for {site}, as a network does that wants a login first. " + AGAIN
_NOT_LET_THROUGH = (
    "No safe connection to {site} was let through, as by a network that wants a login first; "
    "else check ca_file and the clock. " + AGAIN
)
_PRIVATE = (
    "{site} is on this computer or its local network, where no feed may lead; "
    "follow it with `newsreel add --allow-private` or set allow_private = true."
)
_NOT_TAKEN = "{place} does not take the name and password in its address (401); correct them there."


_OF_MANY = {  # by the same numbers: what many feeds meet with for one reason, which is not theirs
    5: "the proxy's name could not be found; check HTTPS_PROXY and your connection.",
    6: "their names could not be found; check your connection.",
    7: "they could not be reached; check your connection.",
    16: "the connection to them was broken off; check your connection.",
    28: "they took too long to answer; check your connection.",
    35: "no safe connection to them could be made; check your connection.",
    51: "the certificates shown are not theirs; check your connection.",
    55: "the connection to them was broken off; check your connection.",
    60: "their certificates could not be verified; check ca_file in the settings and your connection.",
    77: "the file of certificates could not be read; check ca_file in the settings or SSL_CERT_FILE.",
    PROXY_REFUSED: "the proxy refused the connection to them; check HTTPS_PROXY.",
}
_ANSWERED = {  # what their servers may answer to many of them at once
    _STATUS[401]: "they ask for a name and a password (401); put them in the addresses.",
    _STATUS[403]: "their servers refuse to answer this program (403).",
    _STATUS[404]: "there is nothing at their addresses (404); check whether they have moved.",
    _TROUBLE: "their servers have trouble of their own.",
    _ANOTHER: "another answers for them, as a network does that wants a login; open a page in the browser.",
    _NOT_LET_THROUGH: "no safe connection to them was let through, as by a network that wants a login: open "
    "a page in the browser; else check ca_file and the clock.",
    _PRIVATE: "they are on this computer or its local network, where no feed may lead; "
    "set allow_private = true to allow that.",
    _NO_FILES: "too few files may be open at once here; `ulimit -n 256` allows more.",
}
MANY = 3
"""So many feeds with one trouble have it said once."""
PORTAL = "portal"
LEFT_ALONE = frozenset({"gone", "paused"})
"""Feeds that no refresh asks: what is kept with them is from before."""
UNREACHED = frozenset({"resolve", "connect", "timeout", PORTAL})
"""When every failure is one of these and nothing answered, the network is missing, or in the way."""


def _way(sentence: str) -> str:
    """Return a pattern of what is said of one feed."""
    return re.sub(r"\\{(host|site|place|status)\\}", ".+", re.escape(sentence))


_ASTRAY = (_ANOTHER, _NOT_LET_THROUGH)
_NOBODY = [sentence for kind, sentence in _CURL.values() if kind in UNREACHED]
_UNREACHED = late("|".join(map(_way, (*_NOBODY, *_ASTRAY))))
_IN_THE_WAY = late("|".join(map(_way, _ASTRAY)))


def is_unreached(sentence: str) -> bool:
    """Tell whether a sentence kept with a feed says that its host was not reached at all."""
    return bool(_UNREACHED.fullmatch(sentence))


def is_in_the_way(sentence: str) -> bool:
    """Tell whether a sentence kept with a feed says that another than its host answered."""
    return bool(_IN_THE_WAY.fullmatch(sentence))


def nothing_reached(errors: Iterable[str | None]) -> bool:
    """Tell whether what is kept with every feed asked says so: it is the network that was missing."""
    kept = list(errors)
    return bool(kept) and all(is_unreached(error or "") for error in kept)


def of_many(sentence: str) -> str:
    """Return what is said of many feeds that each have this sentence; empty where it is of one alone."""
    ways = {_CURL[code][1]: said for code, said in _OF_MANY.items()} | _ANSWERED
    return next((said for way, said in ways.items() if re.fullmatch(_way(way), sentence)), "")


def from_curl(code: int, target: Target) -> FetchError:
    """Return the failure that one of libcurl's numbers stands for."""
    kind, sentence = _CURL.get(code, ("other", f"{{place}} could not be fetched (libcurl {code}). " + AGAIN))
    return FetchError(_filled(sentence, target), kind=kind)


def from_status(status: int, target: Target) -> FetchError | None:
    """Return the failure that an answer's status means; None for one to go on with (2xx but 206, 304)."""
    if (200 <= status < 300 and status != _PART) or status == 304:
        return None
    known = _NOT_TAKEN if status == 401 and target.auth else _STATUS.get(status)
    other = _TROUBLE if status >= 500 else "The server of {place} answered with an error ({status}). " + AGAIN
    return FetchError(_filled(known or other, target, status), kind="http", status=status)


def until(error: FetchError, moment: int, now: float) -> FetchError:
    """Return a failure for which a host is left alone, with the time (local) until when.

    Whoever asks again in the minute that is named is not too early.
    """
    then, today = time.localtime(-(-moment // 60) * 60), time.localtime(now)
    clock = time.strftime("%H:%M" if then[:3] == today[:3] else "%H:%M on %-d %b", then)
    sentence = str(error)
    if _WHILE in sentence:
        sentence = sentence.replace(_WHILE, f"until {clock}").replace(AGAIN, "It will be asked again then.")
    else:
        sentence = sentence.replace(AGAIN, f"It asks to be left alone until {clock}.")
    return FetchError(sentence, kind=error.kind, status=error.status)


def in_the_way(target: Target, *, silent: bool = False) -> FetchError:
    """A network that wants a login first: it answers in everybody's name, or (`silent`) nobody over https."""
    return FetchError(_filled(_NOT_LET_THROUGH if silent else _ANOTHER, target), kind=PORTAL)


def nothing_asked(target: Target) -> FetchError:
    """A 304 to a request without validators."""
    sentence = f"{{place}} says that nothing has changed (304), though there is nothing here yet. {AGAIN}"
    return FetchError(_filled(sentence, target), kind="http", status=304)


def no_files(target: Target) -> FetchError:
    """No more files may be open here, which is not the feed's fault."""
    return FetchError(_filled(_NO_FILES, target), kind="files")


def refused(target: Target) -> FetchError:
    """A private address that nobody allowed."""
    return FetchError(_filled(_PRIVATE, target), kind="refused")


def too_big(target: Target, limit: int) -> FetchError:
    """More bytes than a feed may have."""
    return FetchError(
        f"What {_place(target)} sent is larger than {limit // 1_000_000} MB; it was not read.", kind="too_big"
    )


def too_much(target: Target) -> FetchError:
    """A large answer beside so many others that they would fill the memory."""
    return FetchError(
        f"Too much came at once, so what {_place(target)} sent was let go. {AGAIN}", kind="too_big"
    )


def encoding(target: Target) -> FetchError:
    """More than one Content-Encoding, as only bombs have."""
    return FetchError(f"{_place(target)} came packed more than once; it was not read.", kind="encoding")


def redirect(target: Target, why: str) -> FetchError:
    """A redirect that leads nowhere."""
    return FetchError(f"{_place(target)} {why}; check the address.", kind="redirect")


def held(target: Target) -> FetchError:
    """The host asked, in this very run, to be left alone."""
    return FetchError(f"{target.origin.host} asks to be left alone {_WHILE}. {AGAIN}", kind="held")


def silent(target: Target) -> FetchError:
    """The host let others time out, in this very run."""
    return FetchError(
        f"{target.origin.host} left what else was asked of it without an answer, so this was not asked for. "
        + AGAIN,
        kind="silent",
    )


def _filled(sentence: str, target: Target, status: int = 0) -> str:
    return sentence.format(host=target.origin.host, site=_site(target), place=_place(target), status=status)


def _site(target: Target) -> str:
    """Return the host, and the port where it is not the usual one."""
    return site(target.origin).partition("//")[2]


def _place(target: Target) -> str:
    """Return site and path."""
    path = target.url.partition("//")[2].partition("/")[2].partition("?")[0]
    place = f"{_site(target)}/{path}" if path else _site(target)
    return place if len(place) <= _LONGEST else f"{place[: _LONGEST - 1]}…"
