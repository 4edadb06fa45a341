"""Addresses: taking a URL apart, following a redirect, and telling private addresses from public ones."""

from __future__ import annotations

import ipaddress
import re
import socket
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from reader.errors import FetchError

_PORTS = {"http": 80, "https": 443}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
# What older Pythons take for public: site-local, local NAT64, translated IPv4, and what routes nowhere.
_ODD = tuple(
    map(
        ipaddress.IPv6Network,
        ("fec0::/10", "64:ff9b:1::/48", "::ffff:0:0:0/96", "3fff::/20", "5f00::/16"),
    )
)
_LOCAL_ENDINGS = (".local", ".internal", ".localdomain", ".lan", ".home.arpa")


class Origin(NamedTuple):
    """Who is talked to: connections are counted by it, and a password goes to no other."""

    scheme: str
    host: str
    port: int


class Target(NamedTuple):
    """A URL taken apart; `auth` (name:password) is kept out of `url`, which may be shown."""

    url: str
    origin: Origin
    auth: str | None = None

    @property
    def is_address(self) -> bool:
        """Whether the host is an IP address."""
        return _address(self.origin.host) is not None

    @property
    def needs_lookup(self) -> bool:
        """Whether a name server must be asked; libcurl knows by itself what localhost is."""
        return not self.is_address and not is_local_name(self.origin.host)


def parse(url: str) -> Target:
    """Take an absolute http or https URL apart. Raises FetchError."""
    try:
        parts = urlsplit(url.strip())
        host, port = _ascii(parts.hostname or ""), parts.port
    except (ValueError, UnicodeError):
        raise _not_a_url(url) from None
    if parts.scheme not in _PORTS or not host:
        raise _not_a_url(url)
    origin = Origin(parts.scheme, host, port or _PORTS[parts.scheme])
    auth = f"{unquote(parts.username or '')}:{unquote(parts.password or '')}" if parts.username else None
    query = f"?{parts.query}" if parts.query else ""
    return Target(f"{site(origin)}{_quoted(parts.path) or '/'}{_quoted(query)}", origin, auth)


def as_asked(url: str) -> Target | str:
    """Return what is asked for at an address, however it is written; itself where that cannot be told."""
    try:
        return parse(url)
    except FetchError:
        return url


def place(url: str) -> Target | str:
    """Return what two addresses of one feed have in common, over http or over https."""
    return as_asked(re.sub(r"^http:", "https:", url.strip(), flags=re.IGNORECASE))


def follow(here: Target, location: str) -> Target:
    """Return where a redirect leads; the password goes along only within the same origin."""
    try:
        url = urljoin(here.url, location.strip())
    except ValueError:
        raise _not_a_url(location) from None
    there = parse(url)
    return there._replace(auth=here.auth if there.origin == here.origin else None)


def site(origin: Origin) -> str:
    """Return the origin as the beginning of a URL."""
    host = f"[{origin.host}]" if ":" in origin.host else origin.host
    port = "" if origin.port == _PORTS[origin.scheme] else f":{origin.port}"
    return f"{origin.scheme}://{host}{port}"


def same_place(first: Origin, other: Origin) -> bool:
    """Whether leave to ask a private `first` covers `other`: the same, or its move to https."""
    return other == first or (other.host == first.host and other.scheme == "https" and other.port == 443)


def covers(leave: str, url: str) -> bool:
    """Whether leave to ask a private address covers another; what is no web address is covered by none."""
    try:
        return same_place(parse(leave).origin, parse(url).origin)
    except FetchError:  # content says anything; who asks for it hears so
        return False


@lru_cache(maxsize=1024)
def is_private(address: str) -> bool:
    """Whether an IP address is not one of the public internet: loopback, local, shared, multicast…"""
    ip = _address(address)
    if ip is None:
        return True
    if isinstance(ip, ipaddress.IPv6Address):
        inner = _embedded(ip)
        if inner is not None:
            return is_private(str(inner))
        if any(ip in network for network in _ODD):
            return True
    return not ip.is_global or ip.is_multicast


def is_local_name(host: str) -> bool:
    """Whether a host is this computer by its very name."""
    return host == "localhost" or host.endswith(".localhost")


def names_private(host: str) -> bool:
    """Whether a host is private by its spelling alone, for where a proxy looks names up and we cannot.

    Every spelling of an address that inet_aton takes counts, and names that only a local network knows.
    """
    name = host.rstrip(".").lower()
    if _address(name) is not None:
        return is_private(name)
    if re.fullmatch(r"(?:0x[0-9a-f]*|[0-9]+)(?:\.(?:0x[0-9a-f]*|[0-9]+)){0,3}", name):
        try:
            return is_private(socket.inet_ntoa(socket.inet_aton(name)))
        except OSError:
            return True
    return is_local_name(name) or "." not in name or name.endswith(_LOCAL_ENDINGS)


def _embedded(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 one stands for: mapped, compatible, 6to4, Teredo, NAT64."""
    if ip in _NAT64 or (int(ip) >> 32 == 0 and int(ip) > 1):
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)


@lru_cache(maxsize=4096)
def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _ascii(host: str) -> str:
    host = host if host.isascii() else host.encode("idna").decode("ascii")
    # A name is never escaped: libcurl and proxies would take the escapes away behind our back.
    return host if re.fullmatch(r"[\w.-]*|[\w.:%-]*:[\w.:%-]*", host) else ""


def _quoted(text: str) -> str:
    return re.sub(
        r"[^\x21-\x7e]+", lambda m: "".join(f"%{b:02X}" for b in m[0].encode("utf-8", "replace")), text
    )


def _not_a_url(url: str) -> FetchError:
    shown = re.sub(r"//[^/]*@", "//", "".join(filter(str.isprintable, url)))
    shown = shown if len(shown) <= 80 else f"{shown[:79]}…"
    return FetchError(
        f"“{shown}” is not a web address; one is such as https://example.org/feed.", kind="other"
    )
