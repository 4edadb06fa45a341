"""The server behind `newsreel serve`: a page, its files and its sockets, until a signal ends it."""

from __future__ import annotations

import asyncio
import errno
import logging
import signal
import socket
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import textual_serve
from aiohttp import WSCloseCode, WSMsgType, web

from reader import log
from reader.errors import NewsreelError
from reader.serve.callers import Callers, receive
from reader.serve.door import HOST, SOCKET, Door
from reader.serve.session import PATIENCE, Session, plain, start

_PAGE = Path(__file__).with_name("page")
_TERMINAL = Path(textual_serve.__file__).with_name("static")
_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
HEARTBEAT = 15
"""Seconds between questions whether a page is still there."""


def serve(port: int, announce: Callable[[str], object]) -> int:
    """Serve at a port (0: one that is free) until a signal; its number + 128. Raises NewsreelError.

    `announce` is told the address, once it can be opened.
    """
    _note_faults()
    with _listen(port) as listener:
        return asyncio.run(_run(listener, announce))


class _Log(logging.Handler):
    """Puts into our log what aiohttp and asyncio complain of: anybody here may send what is no request."""

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info and record.exc_info[1]:
            log.own_fault(record.exc_info[1])


def _note_faults() -> None:
    for name in ("aiohttp", "asyncio"):
        logger = logging.getLogger(name)
        logger.addHandler(_Log())
        logger.propagate = False


def _listen(port: int) -> socket.socket:
    try:
        return socket.create_server((HOST, port))
    except OSError as error:
        why = "is in use" if error.errno == errno.EADDRINUSE else f"cannot be had ({error.strerror})"
        raise NewsreelError(f"Port {port} {why}; `newsreel serve --port 0` takes one that is free.") from None


async def _run(listener: socket.socket, announce: Callable[[str], object]) -> int:
    loop = asyncio.get_running_loop()
    ended: asyncio.Future[int] = loop.create_future()
    for number in _SIGNALS:
        loop.add_signal_handler(number, _end, ended, 128 + number)
    door = Door(listener.getsockname()[1])
    callers = Callers()
    runner = web.AppRunner(_application(door, callers), access_log=None, shutdown_timeout=PATIENCE)
    await runner.setup()
    assert runner.server is not None
    receiving = await receive(listener, partial(callers.make_room, runner.server))
    try:
        announce(door.address)
        return await ended
    finally:
        receiving.close()
        await runner.cleanup()


def _end(ended: asyncio.Future[int], code: int) -> None:
    if not ended.done():
        ended.set_result(code)


def _application(door: Door, callers: Callers) -> web.Application:
    tabs = Tabs()
    application = web.Application(middlewares=[callers.attend, door.admit])
    application.on_response_prepare.append(door.mark)
    application.on_shutdown.append(tabs.close)
    application.add_routes(
        [
            web.get("/", _index),
            web.get(f"{SOCKET}{{name}}", tabs.open),
            web.static("/page", _PAGE),
            web.static("/static", _TERMINAL),
        ]
    )
    return application


async def _index(_: web.Request) -> web.FileResponse:
    return web.FileResponse(_PAGE / "index.html")


class Tabs:
    """Every page that is open."""

    def __init__(self) -> None:
        self._open: dict[Session, web.WebSocketResponse] = {}

    async def open(self, request: web.Request) -> web.WebSocketResponse:
        """Run a reader for a page until either ends."""
        page = web.WebSocketResponse(heartbeat=HEARTBEAT, timeout=1)
        await page.prepare(request)
        if request.transport is None:  # it has gone already
            return page
        try:
            size = (_cells(request.query, name, usual) for name, usual in (("width", 80), ("height", 24)))
            session = await start(page, request.transport.abort, *size)
        except OSError as error:
            await page.send_bytes(plain(f"No reader could be started ({error}); close some programs."))
            return page
        self._open[session] = page
        try:
            async for message in page:
                if message.type is WSMsgType.TEXT:
                    await session.take(message.data)
        finally:
            await session.stop()
            del self._open[session]
        return page

    async def close(self, _: web.Application) -> None:
        """End every reader, and tell the pages."""
        await asyncio.gather(*(session.stop() for session in self._open))
        await asyncio.gather(*(page.close(code=WSCloseCode.GOING_AWAY) for page in self._open.values()))


def _cells(query: Mapping[str, str], name: str, usual: int) -> int:
    try:
        return int(query.get(name, ""))
    except ValueError:
        return usual
