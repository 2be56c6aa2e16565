"""Who may ask: only the page that this server gave, in a browser on this machine.

Any page in the browser can send requests to this machine. So a request must name this server as its
host (or another name could be made to point here), come from its own pages, and hold the token that
is in the address, which other pages do not know.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from refconv.web.page import POLICY

LARGEST = 64 * 1024 * 1024
"""Bytes of the largest request that is read."""
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_OWN_SITES = (None, "same-origin", "none")


class TooLargeError(Exception):
    """A request is larger than :data:`LARGEST`."""


class Guard:
    """ASGI middleware that lets through what may ask, without the token in its path."""

    def __init__(self, app: ASGIApp, *, port: int, token: str, largest: int = LARGEST) -> None:
        self.app = app
        self.hosts = (f"127.0.0.1:{port}", f"localhost:{port}")
        self.token = token
        self.largest = largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        headers = Headers(scope=scope)
        token, slash, rest = scope["path"].removeprefix("/").partition("/")
        refusal = self._refusal(headers, token)
        if refusal is None and not slash:
            refusal = PlainTextResponse("", 308, {"Location": f"/{token}/"})
        if refusal is not None:
            await refusal(scope, receive, guarded)
            return
        path = f"/{rest}"
        inner = {**scope, "path": path, "raw_path": path.encode(), "root_path": ""}
        try:
            await self.app(inner, self._limited(receive), guarded)
        except TooLargeError:
            await self._too_large()(scope, receive, guarded)

    def _refusal(self, headers: Headers, token: str) -> PlainTextResponse | None:
        host, origin = headers.get("host", ""), headers.get("origin")
        if host not in self.hosts:
            return PlainTextResponse("This server answers to its own address only.", 421)
        if origin is not None and origin != f"http://{host}":
            return PlainTextResponse("This server answers to its own pages only.", 403)
        if headers.get("sec-fetch-site") not in _OWN_SITES:
            return PlainTextResponse("This server answers to its own pages only.", 403)
        if not secrets.compare_digest(token.encode(), self.token.encode()):
            return PlainTextResponse("Open the whole address that refconv serve has printed.", 403)
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > self.largest:
            return self._too_large()
        return None

    def _too_large(self) -> PlainTextResponse:
        return PlainTextResponse(f"More than {self.largest // 1024**2} MB at once.", 413)

    def _limited(self, receive: Receive) -> Receive:
        """Count what is received: a request need not say how long it is."""
        size = 0

        async def limited() -> Message:
            nonlocal size
            message = await receive()
            size += len(message.get("body", b""))
            if size > self.largest:
                raise TooLargeError
            return message

        return limited
