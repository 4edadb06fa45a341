"""Who is connected. Anybody on this machine may connect as often as they like, and then say nothing."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from contextlib import suppress

from aiohttp import web

from reader.ready import is_readable
from reader.serve.door import Handler

MOST = 32
"""Connections at once at which nothing is being answered, as an open page is; a browser keeps six."""
_QUEUE = 128
_TURNS = 16
"""Turns of the loop that a caller has to say something, in each of which one more may call."""


class Callers:
    """Who is connected; of those that ask for nothing, the oldest make room for the newest."""

    def __init__(self) -> None:
        self._asking: set[asyncio.BaseTransport | None] = set()

    @web.middleware
    async def attend(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Know who asks for something, as long as it is not answered."""
        caller = request.transport
        self._asking.add(caller)
        try:
            answer = await handler(request)
            with suppress(ConnectionError):  # gone: whoever serves notices it, too
                await answer.prepare(request)  # a page is read meanwhile, and sent only then
                await answer.write_eof()
            return answer
        finally:
            self._asking.discard(caller)

    def make_room(self, server: web.Server) -> web.RequestHandler:
        """Have one more answered."""
        silent = [caller.transport for caller in server.connections if caller.transport not in self._asking]
        for transport in silent[: max(0, len(silent) - MOST + 1)]:
            self._end(transport, _TURNS)
        return server()

    def _end(self, caller: asyncio.Transport | None, turns: int) -> None:
        """Leave a caller that goes on saying nothing: what one says amid a crowd is heard a little later."""
        if caller is None or caller in self._asking or _has_said(caller):
            return
        if turns:
            asyncio.get_running_loop().call_soon(self._end, caller, turns - 1)
        else:
            caller.abort()  # closing would wait for one that takes no answer


def _has_said(caller: asyncio.Transport) -> bool:
    """Tell whether there is something of a caller's to be read."""
    descriptor: int = caller.get_extra_info("socket").fileno()
    return descriptor >= 0 and is_readable(descriptor)


async def receive(listener: socket.socket, take: Callable[[], asyncio.BaseProtocol]) -> asyncio.Server:
    """Take what connects to a socket, one at a time, for as long as the server is open.

    asyncio takes as many in one go as it lets wait, though each of them may find no file left: and then
    it begins anew for each of them, with as many again.
    """
    server = await asyncio.get_running_loop().create_server(take, sock=listener, backlog=1)
    listener.listen(_QUEUE)
    return server
