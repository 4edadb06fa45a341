"""The hosts that asked to be left alone, as a refresh minds them and the library remembers them."""

from __future__ import annotations

from urllib.parse import urlsplit

from msgspec.structs import replace

from reader.feeds import schedule
from reader.feeds.http import FetchSettings, Response
from reader.library import Library


class Hosts:
    """Every host with a strike, kept in step with the library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._hosts = {host.name: host for host in library.hosts()}
        self._held_now: set[str] = set()

    def limits(self, settings: FetchSettings) -> FetchSettings:
        """Return the limits of a fetch that leaves these hosts alone, or goes gently on them."""
        now = self._now()
        held = {name: host.not_before - now for name, host in self._hosts.items() if host.not_before > now}
        return replace(settings, gentle=frozenset(self._hosts), held=dict(held))

    def note(self, response: Response) -> None:
        """Hold a host that asks to be left alone, once a run; forget it when it answers well."""
        asks = response.status == 429 or (response.status == 503 and response.retry_after is not None)
        if not asks and not self._hosts:
            return
        name = host_name(response.url)
        if asks and name not in self._held_now:
            self._held_now.add(name)
            strikes = self._hosts[name].strikes if name in self._hosts else 0
            until = schedule.hold_until(self._now(), response.retry_after, strikes)
            self._hosts[name] = self._library.hold_host(name, until)
        elif response.error is None and name in self._hosts and name not in self._held_now:
            del self._hosts[name]
            self._library.release_host(name)

    def held_until(self, url: str) -> int | None:
        """Return until when the host of an address is left alone, if it is."""
        host = self._hosts.get(host_name(url))
        return host.not_before if host is not None and host.not_before > self._now() else None

    def _now(self) -> int:
        return int(self._library.clock())


def host_name(url: str) -> str:
    """Return the name of an address's host."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
