"""Which proxy a request goes through: the environment's, but never for this computer."""

from __future__ import annotations

import os
from collections.abc import Mapping

from reader.feeds.target import Origin, is_local_name


def proxy_for(origin: Origin, environ: Mapping[str, str] = os.environ) -> str:
    """Return the proxy's address, "" for none. Upper-case HTTP_PROXY counts, as people set it."""
    if _is_loopback(origin.host) or _excepted(origin, environ):
        return ""
    names = (f"{origin.scheme}_proxy", "all_proxy")
    spellings = (spelling for name in names for spelling in (name, name.upper()))
    return next((value for name in spellings if (value := environ.get(name, "").strip())), "")


def _excepted(origin: Origin, environ: Mapping[str, str]) -> bool:
    """Whether NO_PROXY names the host, one of its parent domains, its network, or everything."""
    listed = environ.get("no_proxy") or environ.get("NO_PROXY") or ""
    return any(_matches(origin, entry.strip().lower()) for entry in listed.split(",") if entry.strip())


def _matches(origin: Origin, entry: str) -> bool:
    if entry == "*":
        return True
    if "/" in entry:
        return _in_network(origin.host, entry)
    name, _, port = entry.rpartition(":") if entry.count(":") == 1 else (entry, "", "")
    name = name.removeprefix("*").removeprefix(".").strip("[]")
    same = origin.host == name or origin.host.endswith(f".{name}")
    return same and port in ("", str(origin.port))


def _in_network(host: str, network: str) -> bool:
    import ipaddress

    try:
        return ipaddress.ip_address(host) in ipaddress.ip_network(network, strict=False)
    except ValueError:
        return False


def _is_loopback(host: str) -> bool:
    import ipaddress

    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return is_local_name(host)
