"""Fetching with libcurl: many requests under way in one multi handle, every limit kept, no surprises.

Failures are values; nothing is raised for a request.
"""

from __future__ import annotations

import os
import socket
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from reader.clock import Clock
from reader.clock import clock as real_clock
from reader.errors import FetchError, starved
from reader.feeds import failures
from reader.feeds.certificates import ca_file
from reader.feeds.curl import pycurl
from reader.feeds.http import HOLDING, FetchSettings, Request, Response
from reader.feeds.options import set_limits, set_request, set_times
from reader.feeds.pacing import Pacing
from reader.feeds.proxy import proxy_for
from reader.feeds.target import is_private, names_private
from reader.feeds.transfer import Transfer
from reader.ready import wait_for

SMALL = 300_000
"""Answers up to this size are always taken: those of nearly every feed are."""
_WAIT = 0.1  # seconds between looks at `stopped`
_SHORT = 0.1  # seconds away that make nobody late
_open: list[
    pycurl.CurlMulti
] = []  # kept until closed: one let go would close itself, and wait for its lookups


class Fetcher:
    """Fetches requests side by side. `close` may wait for name lookups; a worker leaves without it.

    `idle` is called once, when the first requests are on their way and nobody has answered yet. `also` tells
    of a file, if any, that ends a wait when it can be read.
    """

    def __init__(
        self,
        settings: FetchSettings | None = None,
        *,
        clock: Clock | None = None,
        stopped: Callable[[], bool] = lambda: False,
        idle: Callable[[], None] = lambda: None,
        also: Callable[[], int | None] = lambda: None,
    ) -> None:
        self._settings = settings or FetchSettings()
        self._clock = clock or real_clock()
        self._stopped = stopped
        self._idle = idle
        self._also = also
        self._pacing = Pacing(self._settings)
        self._multi = pycurl.CurlMulti()
        _open.append(self._multi)
        self._multi.setopt(pycurl.M_MAX_HOST_CONNECTIONS, self._settings.per_host)
        self._multi.setopt(
            pycurl.M_MAXCONNECTS, self._settings.in_flight
        )  # idle ones too: select() has 1,024
        self._waiting: deque[Transfer] = deque()
        self._some_by_address = False
        self._away = 0.0
        self._active: dict[pycurl.Curl, Transfer] = {}
        self._spare: list[pycurl.Curl] = []
        self._ca_file = ca_file(self._settings)

    def fetch(self, requests: Iterable[Request]) -> Iterator[Response]:
        """Yield a response for every request, in the order they land; ends early when stopped."""
        for landed in self.batches(requests):
            yield from landed

    def batches(self, requests: Iterable[Request]) -> Iterator[list[Response]]:
        """Yield the same, those that landed at one moment together; of none, a wait is over."""
        self._waiting.extend(Transfer(request, self._settings) for request in requests)
        self._some_by_address = any(not transfer.target.needs_lookup for transfer in self._waiting)
        while (self._waiting or self._active) and not self._stopped():
            refused = self._start_waiting()
            self._multi.perform()
            landed = refused + self._take_landed()
            if not landed:
                self._use_idleness()
                self._wait()
            left = time.monotonic()
            yield landed
            self._make_up_for(time.monotonic() - left)

    def close(self) -> None:
        """Drop every connection and what is under way."""
        for handle in self._active:
            self._multi.remove_handle(handle)
        self._active.clear()
        self._waiting.clear()
        self._multi.close()
        _open.remove(self._multi)

    def _use_idleness(self) -> None:
        idle, self._idle = self._idle, lambda: None
        idle()

    def _wait(self) -> None:
        """Wait for the network, or for lookups given up to free their threads."""
        also = self._also()
        if self._active and also is not None:
            readable, writable, _ = self._multi.fdset()
            wait_for([*readable, also], writable, _WAIT)
        elif self._active:
            self._multi.select(_WAIT)
        elif self._waiting:
            time.sleep(_WAIT)

    def _make_up_for(self, seconds: float) -> None:
        """Give those under way the time that was spent on others, in which nobody listened to them."""
        self._away += seconds
        if self._away < _SHORT:
            return
        for handle, transfer in self._active.items():
            transfer.away += self._away
            set_times(handle, transfer, self._settings)
        self._away = 0.0

    # ------------------------------------------------------------ starting

    def _start_waiting(self) -> list[Response]:
        """Send what may be sent; answer at once for what cannot be."""
        answered: list[Response] = []
        later: deque[Transfer] = deque()
        while self._waiting and self._may_look_on():
            transfer = self._waiting.popleft()
            if not self._pacing.offline and not self._pacing.may_start(transfer.target):
                later.append(transfer)
            elif error := transfer.error or self._forbidden(transfer) or self._start(transfer):
                answered.append(transfer.response(self._clock(), error))
        self._waiting.extendleft(reversed(later))
        return answered

    def _may_look_on(self) -> bool:
        """Whether any of those that wait might start: without this, thousands are gone through in vain."""
        pacing, first = self._pacing, self._waiting[0].request
        if pacing.full or not pacing.has_room(conditional=bool(first.etag or first.last_modified)):
            return False
        return self._some_by_address or pacing.offline or pacing.free_lookups() > 0

    def _forbidden(self, transfer: Transfer) -> FetchError | None:
        """Why a transfer may not be sent: its host held or silent, its address private, the network gone."""
        host = transfer.target.origin.host
        if host in self._pacing.held:
            transfer.retry_after = self._pacing.held[host]
            return failures.held(transfer.target)
        if self._pacing.is_silent(host):
            return failures.silent(transfer.target)
        if self._pacing.offline and transfer.target.needs_lookup:
            return failures.from_curl(pycurl.E_COULDNT_RESOLVE_HOST, transfer.target)
        if transfer.may_be_private:
            return None
        # Behind a proxy the callbacks below see only the proxy, so the spelling must do.
        if proxy_for(transfer.target.origin) and names_private(host):
            return failures.refused(transfer.target)
        if transfer.target.is_address and is_private(host):
            return failures.refused(transfer.target)
        return None

    def _start(self, transfer: Transfer) -> FetchError | None:
        """Send a request; return why libcurl would not even take it."""
        handle = self._spare.pop() if self._spare else pycurl.Curl()
        transfer.begin(time.monotonic())
        proxy = proxy_for(transfer.target.origin)
        try:
            set_limits(handle, transfer, self._settings)
            handle.setopt(pycurl.CAINFO, self._ca_file)
            set_request(handle, transfer, self._settings.user_agent, proxy)
            self._set_callbacks(handle, transfer, proxied=bool(proxy))
            self._multi.add_handle(handle)
        except pycurl.error as error:
            return failures.from_curl(error.args[0], transfer.target)
        self._pacing.start(transfer.request.key, transfer.target)
        self._active[handle] = transfer
        return None

    def _set_callbacks(self, handle: pycurl.Curl, transfer: Transfer, *, proxied: bool) -> None:
        allowed = proxied or transfer.may_be_private

        def open_socket(_purpose: int, address: Any) -> Any:
            self._pacing.resolved(transfer.request.key)
            if not allowed and is_private(address.addr[0]):
                transfer.fail(failures.refused(transfer.target))
                return pycurl.SOCKET_BAD
            try:
                made = _Socket(address.family, address.socktype, address.protocol)
                os.close(os.dup(made.fileno()))  # as pycurl will: it would not say why it cannot
                return made
            except OSError as error:  # no more files, or no such family here: as if it could not be reached
                if starved(error):
                    transfer.fail(failures.no_files(transfer.target))
                return pycurl.SOCKET_BAD

        def before_request(remote: str, _local: str, _port: int, _local_port: int) -> int:
            self._pacing.resolved(transfer.request.key)
            if allowed or not is_private(remote):
                transfer.error = None
                return int(pycurl.PREREQFUNC_OK)
            transfer.fail(failures.refused(transfer.target))
            return int(pycurl.PREREQFUNC_ABORT)

        handle.setopt(pycurl.OPENSOCKETFUNCTION, open_socket)
        handle.setopt(pycurl.PREREQFUNCTION, before_request)
        handle.setopt(pycurl.HEADERFUNCTION, transfer.header)
        handle.setopt(pycurl.WRITEFUNCTION, lambda data: self._write(transfer, data))

    def _write(self, transfer: Transfer, data: bytes) -> int | None:
        """Take a piece of an answer, unless all that has come of answers under way fills the memory."""
        if transfer.size > SMALL and sum(t.size for t in self._active.values()) > self._settings.all_bytes:
            transfer.fail(failures.too_much(transfer.target))
            return -1
        return transfer.write(data)

    # ------------------------------------------------------------ landing

    def _take_landed(self) -> list[Response]:
        _, done, failed = self._multi.info_read()
        codes = [(handle, 0) for handle in done] + [(handle, code) for handle, code, _ in failed]
        return [response for handle, code in codes if (response := self._land(handle, code))]

    def _land(self, handle: pycurl.Curl, code: int) -> Response | None:
        """Put a finished transfer away; None when it goes on to another address."""
        transfer = self._active.pop(handle)
        self._multi.remove_handle(handle)
        if code and handle.getinfo(pycurl.HTTP_CONNECTCODE) // 100 not in (0, 2):
            code = failures.PROXY_REFUSED
        handle.reset()
        self._spare.append(handle)
        transfer.pause(time.monotonic())
        timed_out = code == pycurl.E_OPERATION_TIMEDOUT
        if self._pacing.finish(transfer.request.key, transfer.target, timed_out=timed_out):
            code = pycurl.E_COULDNT_RESOLVE_HOST
        again = transfer.badly_packed(code)
        error = None if again else transfer.outcome(code)
        if again or (error is None and transfer.redirected()):
            self._waiting.appendleft(transfer)
            self._some_by_address = self._some_by_address or not transfer.target.needs_lookup
            return None
        response = transfer.response(self._clock(), error)
        self._pacing.landed(len(response.body))
        if response.status in HOLDING and (response.status == 429 or response.retry_after is not None):
            self._pacing.held[transfer.target.origin.host] = response.retry_after
        return response


class _Socket(socket.socket):
    """A socket given away: pycurl goes on with a duplicate, so this one closes when it is let go."""

    def __del__(self) -> None:
        if self.fileno() >= 0:  # it is no socket where none could be made
            self.close()
