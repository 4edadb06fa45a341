"""Why a fetch failed, in one plain sentence each."""

from __future__ import annotations

import re

from reader.errors import FetchError

_AGAIN = "It will be asked again later."

_CURL: dict[int, tuple[str, str]] = {  # libcurl's error numbers, which never change
    1: ("other", "{host} answered with something that is not HTTP; check the address."),
    3: ("other", "The address on {host} is not one that can be asked for; check it."),
    5: ("resolve", "The proxy's name could not be found; check HTTPS_PROXY and your connection."),
    6: ("resolve", "The name {host} could not be found; check the address and your connection."),
    7: ("connect", "{host} could not be reached. " + _AGAIN),
    8: ("other", "{host} answered with something that is not HTTP; check the address."),
    16: ("connect", "{host} broke off the connection. " + _AGAIN),
    18: ("truncated", "{host} broke off before the end. " + _AGAIN),
    28: ("timeout", "{host} took too long to answer. " + _AGAIN),
    35: ("tls", "No safe connection to {host} could be made; check the address."),
    51: ("tls", "{host} showed a certificate that is not its own; nothing was fetched."),
    52: ("truncated", "{host} closed the connection without an answer. " + _AGAIN),
    55: ("connect", "{host} broke off the connection. " + _AGAIN),
    56: ("truncated", "{host} broke off before the end. " + _AGAIN),
    60: ("tls", "The certificate of {host} could not be verified; nothing was fetched."),
    61: ("encoding", "{host} sent its answer packed in a way that cannot be read. " + _AGAIN),
    63: ("too_big", "What {host} sent is too large for a feed; it was not read."),
    77: (
        "tls",
        "The file of certificates could not be read; check ca_file in the settings or SSL_CERT_FILE.",
    ),
    92: ("truncated", "{host} broke off before the end. " + _AGAIN),
    97: ("connect", "The proxy refused the connection to {host}; check HTTPS_PROXY."),
}

_STATUS = {
    401: "{host} asks for a name and a password (401); put them in the address: https://name:password@{host}/…",
    403: "{host} refuses to answer this program (403). " + _AGAIN,
    404: "{host} has nothing at this address (404); check whether the feed has moved.",
    410: "{host} says this feed is gone for good (410); it will not be asked again.",
    429: "{host} asks to be left alone for a while (429). " + _AGAIN,
}


UNREACHED = frozenset({"resolve", "connect", "timeout"})
"""When every failure is one of these and nothing answered, it is the network that is missing."""
_WAYS = [
    re.escape(sentence).replace(r"\{host\}", ".+") for kind, sentence in _CURL.values() if kind in UNREACHED
]
_UNREACHED = re.compile("|".join(_WAYS))


def is_unreached(sentence: str) -> bool:
    """Tell whether a sentence kept with a feed says that its host was not reached at all."""
    return bool(_UNREACHED.fullmatch(sentence))


def from_curl(code: int, host: str) -> FetchError:
    """Return the failure that one of libcurl's numbers stands for."""
    kind, sentence = _CURL.get(code, ("other", f"{{host}} could not be fetched (libcurl {code}). " + _AGAIN))
    return FetchError(sentence.format(host=host), kind=kind)


def from_status(status: int, host: str) -> FetchError | None:
    """Return the failure that an answer's status means; None for one to go on with (2xx, 304)."""
    if 200 <= status < 300 or status == 304:
        return None
    known = _STATUS.get(status)
    why = "has trouble of its own" if status >= 500 else "answered with an error"
    sentence = known or f"{{host}} {why} ({status}). " + _AGAIN
    return FetchError(sentence.format(host=host), kind="http", status=status)


def nothing_asked(host: str) -> FetchError:
    """A 304 to a request without validators."""
    sentence = f"{host} says that nothing has changed (304), though there is nothing here yet. {_AGAIN}"
    return FetchError(sentence, kind="http", status=304)


def refused(host: str) -> FetchError:
    """A private address that nobody allowed."""
    return FetchError(
        f"{host} is on this computer or its local network, where no feed may lead; "
        "follow it with `newsreel add --allow-private` or set allow_private = true.",
        kind="refused",
    )


def too_big(host: str, limit: int) -> FetchError:
    """More bytes than a feed may have."""
    return FetchError(
        f"What {host} sent is larger than {limit // 1_000_000} MB; it was not read.", kind="too_big"
    )


def encoding(host: str) -> FetchError:
    """More than one Content-Encoding, as only bombs have."""
    return FetchError(f"{host} sent its answer packed more than once; it was not read.", kind="encoding")


def redirect(host: str, why: str) -> FetchError:
    """A redirect that leads nowhere."""
    return FetchError(f"{host} {why}; check the address of the feed.", kind="redirect")


def held(host: str) -> FetchError:
    """The host asked, in this very run, to be left alone."""
    return FetchError(f"{host} asks to be left alone for a while. {_AGAIN}", kind="held")
