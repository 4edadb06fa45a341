"""Who is connected. Anybody on this machine may connect as often as they like, and then say nothing."""

from __future__ import annotations

import asyncio
import socket

from aiohttp import web

MOST = 32
"""Connections at once at which nothing is being answered, as an open page is; a browser keeps six."""
_QUEUE = 128


class Callers:
    """Takes what connects; of those that ask for nothing, the oldest make room for the newest."""

    def __init__(self, server: web.Server) -> None:
        self._server = server

    def __call__(self) -> web.RequestHandler:
        """Have one more answered."""
        silent = [caller for caller in self._server.connections if caller._current_request is None]
        for caller in silent[: max(0, len(silent) - MOST + 1)]:
            if caller.transport is not None:
                caller.transport.abort()  # closing would wait for one that takes no answer
        return self._server()


async def receive(listener: socket.socket, callers: Callers) -> asyncio.Server:
    """Take what connects to a socket, one at a time, for as long as the server is open.

    asyncio takes as many in one go as it lets wait, though each of them may find no file left: and then
    it begins anew for each of them, with as many again.
    """
    server = await asyncio.get_running_loop().create_server(callers, sock=listener, backlog=1)
    listener.listen(_QUEUE)
    return server
