"""Who may come in. A reader in a browser does what its person could do here: nobody else may be that person.

Other users of this machine know the port, and any page in the person's browser can send it requests: so
everything asks for a key that only the printed address holds, and for the name this server goes by. The
browser changes it for a cookie, which it shows to every server of this machine, whatever its port: so who
has only that sees a page without a reader. The reader's socket has a name that the page keeps for itself.
"""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable

from aiohttp import web

HOST = "127.0.0.1"
NAMES = (HOST, "localhost")
SOCKET = "/ws/"
"""Where a page finds its reader, by the name that it keeps."""
_NO_KEY = "Open the address that `newsreel serve` printed when it started: it holds the key to this page."
_OTHER_NAME = "This server is for the browser on its own machine; open the address that it printed."
_OTHER_PAGE = "Another page asked for this, and only Newsreel's own may."
_ALWAYS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # A page that a link opens has no hold on the tab it was opened from.
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
# xterm.js writes style sheets of its own; nothing is asked of another host, nor shown in another's frame.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
    "img-src 'self'; connect-src {}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Door:
    """The one way in to what is served at a port of this machine, with a key made anew for each run."""

    def __init__(self, port: int) -> None:
        end = "" if port == 80 else f":{port}"  # browsers name it only where it is not the usual one
        self._key, self._ticket, self._pass = (secrets.token_urlsafe(32) for _ in range(3))
        self._cookie = f"newsreel-{port}"  # cookies are shared by all ports of a host
        self._hosts = [name + end for name in NAMES]
        self._policy = _POLICY.format(" ".join(["'self'", *(f"ws://{host}" for host in self._hosts)]))
        self.address = f"http://{HOST}{end}/?token={self._key}"
        """What the person opens: whoever has it has the reader."""

    @web.middleware
    async def admit(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Let those in who have the key, in a cookie from the first time on; tell the others why not."""
        if refused := self._refusal(request):
            return web.Response(status=403, text=f"{refused}\n")
        return self._welcome(request) if "token" in request.query else await handler(request)

    async def mark(self, _: web.Request, answer: web.StreamResponse) -> None:
        """Have no answer kept, framed, or able to reach another host."""
        answer.headers.update(_ALWAYS, **{"Content-Security-Policy": self._policy})

    def _refusal(self, request: web.Request) -> str:
        """Say why a request is refused; empty for one that is not."""
        host = request.headers.getall("Host", [])
        if len(host) != 1 or host[0] not in self._hosts:  # another name may have been led here by its owner
            return _OTHER_NAME
        origins = request.headers.getall("Origin", [])
        if any(origin != f"http://{host[0]}" for origin in origins):
            return _OTHER_PAGE
        if "Upgrade" in request.headers and not origins:  # browsers name the page that opens a socket
            return _OTHER_PAGE
        if keys := request.query.getall("token", []):
            return "" if all(_same(key, self._key) for key in keys) else _NO_KEY
        admitted = _same(request.cookies.get(self._cookie, ""), self._ticket)
        if request.path.startswith(SOCKET):
            admitted = admitted and _same(request.path, SOCKET + self._pass)
        return "" if admitted else _NO_KEY

    def _welcome(self, request: web.Request) -> web.Response:
        """Hand out the cookie and lead on to the address without the key, which a history may keep.

        What stands behind its # is sent to nobody: the page takes it away and keeps it.
        """
        onward = request.rel_url.without_query_params("token").with_path("/", keep_query=True)
        answer = web.Response(status=303, headers={"Location": str(onward.with_fragment(self._pass))})
        answer.set_cookie(self._cookie, self._ticket, path="/", httponly=True, samesite="Strict")
        return answer


def _same(given: str, kept: str) -> bool:
    return secrets.compare_digest(given.encode("utf-8", "replace"), kept.encode())
