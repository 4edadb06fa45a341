"""Who is connected. Anybody on this machine may connect as often as they like, and then say nothing."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable

from aiohttp import web

from reader.serve.door import Handler

MOST = 32
"""Connections at once at which nothing is being answered, as an open page is; a browser keeps six."""
_QUEUE = 128


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
            return await handler(request)
        finally:
            self._asking.discard(caller)

    def make_room(self, server: web.Server) -> web.RequestHandler:
        """Have one more answered."""
        silent = [caller.transport for caller in server.connections if caller.transport not in self._asking]
        for transport in silent[: max(0, len(silent) - MOST + 1)]:
            if transport is not None:
                transport.abort()  # closing would wait for one that takes no answer
        return server()


async def receive(listener: socket.socket, take: Callable[[], asyncio.BaseProtocol]) -> asyncio.Server:
    """Take what connects to a socket, one at a time, for as long as the server is open.

    asyncio takes as many in one go as it lets wait, though each of them may find no file left: and then
    it begins anew for each of them, with as many again.
    """
    server = await asyncio.get_running_loop().create_server(take, sock=listener, backlog=1)
    listener.listen(_QUEUE)
    return server
