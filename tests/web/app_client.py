"""Sends requests to the application without a server, as a browser does that has its page."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import quote

from refconv.web.app import application

PORT, TOKEN, MAX_BYTES = 8765, "the-token", 100_000
HOST = f"127.0.0.1:{PORT}"


class Answer(NamedTuple):
    """A response of the application."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class AppClient:
    """Sends requests to an ASGI application."""

    def __init__(self) -> None:
        self.app = application(port=PORT, token=TOKEN, max_request_bytes=MAX_BYTES)

    def __call__(
        self,
        path: str,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        *,
        token: str = TOKEN,
        more: Sequence[bytes] = (),
    ) -> Answer:
        """Get ``path``, or post ``body`` to it; a header with the value ``""`` is left out."""
        defaults = {"host": HOST} if body is None else {"host": HOST, "origin": f"http://{HOST}"}
        chunks = [body or b"", *more]
        where, _, query = path.partition("?")
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": "GET" if body is None else "POST",
            "scheme": "http",
            "path": f"/{token}{where}",
            "raw_path": quote(f"/{token}{where}").encode(),
            "root_path": "",
            "query_string": query.encode(),
            "headers": [
                (k.encode(), v.encode()) for k, v in {**defaults, **(headers or {})}.items() if v
            ],
            "client": ("127.0.0.1", 1),
            "server": ("127.0.0.1", PORT),
        }
        sent: list[Any] = []

        async def receive() -> dict[str, Any]:
            if not chunks:
                await asyncio.Event().wait()
            return {"type": "http.request", "body": chunks.pop(0), "more_body": bool(chunks)}

        async def send(message: Any) -> None:
            sent.append(message)

        asyncio.run(self.app(scope, receive, send))
        names = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
        return Answer(sent[0]["status"], names, b"".join(m.get("body", b"") for m in sent[1:]))

    def api(self, name: str, **message: Any) -> Any:
        """Return the answer of an endpoint to a message."""
        answer = self(f"/api/{name}", json.dumps(message).encode())
        assert answer.status == 200, answer.body
        return answer.json

    def read(self, text: str | bytes, name: str = "") -> Any:
        """Read a text or file and return the input."""
        data = text.encode() if isinstance(text, str) else text
        answer = self(f"/api/read?name={quote(name)}", data)
        assert answer.status == 200
        return json.loads(answer.body.splitlines()[-1])["input"]
