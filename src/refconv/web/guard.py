"""Which requests are answered: only those of the served page, in a browser on this computer.

Any web page in the browser can send requests to this computer. So a request must name this server
as its host (against DNS rebinding), come from its own origin (against cross-site requests), and
hold the token of the printed address, which other pages and users do not know.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from refconv.web.templates import CONTENT_SECURITY_POLICY

MAX_REQUEST_BYTES = 64 * 1024 * 1024
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": f"{CONTENT_SECURITY_POLICY}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_CROSS_SITE = "request of another site (refused)"
_INCOMPLETE = "incomplete address (open the whole address that refconv serve printed)"
_ALLOWED_SITES = (None, "same-origin", "none")


class TooLargeError(Exception):
    """A request has more bytes than are allowed."""


class Guard:
    """ASGI middleware that passes allowed requests on, without the token in their path."""

    def __init__(
        self, app: ASGIApp, *, port: int, token: str, max_request_bytes: int = MAX_REQUEST_BYTES
    ) -> None:
        self.app = app
        self.hosts = (f"127.0.0.1:{port}", f"localhost:{port}")
        self.token = token
        self.max_request_bytes = max_request_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        headers = Headers(scope=scope)
        token, slash, path = scope["path"].removeprefix("/").partition("/")
        refusal = self._refusal(headers, token)
        if refusal is None and not slash:
            refusal = PlainTextResponse("", 308, {"Location": f"/{token}/"})
        if refusal is not None:
            await refusal(scope, receive, guarded)
            return
        path = f"/{path}"
        inner = {**scope, "path": path, "raw_path": path.encode(), "root_path": ""}
        try:
            await self.app(inner, self._limited(receive), guarded)
        except TooLargeError:
            await self._too_large()(scope, receive, guarded)

    def _refusal(self, headers: Headers, token: str) -> PlainTextResponse | None:
        host, origin = headers.get("host", ""), headers.get("origin")
        if host not in self.hosts:
            return PlainTextResponse("wrong host (use the address that refconv serve printed)", 421)
        if origin is not None and origin != f"http://{host}":
            return PlainTextResponse(_CROSS_SITE, 403)
        if headers.get("sec-fetch-site") not in _ALLOWED_SITES:
            return PlainTextResponse(_CROSS_SITE, 403)
        if not secrets.compare_digest(token.encode(), self.token.encode()):
            return PlainTextResponse(_INCOMPLETE, 403)
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > self.max_request_bytes:
            return self._too_large()
        return None

    def _too_large(self) -> PlainTextResponse:
        limit = self.max_request_bytes // 1024**2
        return PlainTextResponse(f"the input is larger than {limit} MB (not read)", 413)

    def _limited(self, receive: Receive) -> Receive:
        """Count the bytes that are received: Content-Length may be missing or wrong."""
        size = 0

        async def limited() -> Message:
            nonlocal size
            message = await receive()
            size += len(message.get("body", b""))
            if size > self.max_request_bytes:
                raise TooLargeError
            return message

        return limited
