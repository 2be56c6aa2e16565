"""A server on this computer that answers as Zotero does to its browser connector."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from refconv.clients.zotero import connector


class Connector(HTTPServer):
    """Counts what it is sent; ``status`` and ``body`` are its answer to an import."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.status = 201
        self.body: bytes | None = None
        self.selected: dict[str, Any] = {
            "libraryID": 1,
            "libraryName": "My Library",
            "libraryEditable": True,
            "editable": True,
            "id": 7,
            "name": "Ice",
        }
        self.requests: list[tuple[str, dict[str, str], str]] = []


class _Answers(BaseHTTPRequestHandler):
    server: Connector

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.requests.append((self.path, headers, body))
        is_import = self.path.startswith("/connector/import")
        self.send_response(self.server.status if is_import else 200)
        self.end_headers()
        items = [{"itemType": "journalArticle"}] * (body.count("TY  - ") or body.count("@"))
        answer: object = items if is_import else self.server.selected
        made = json.dumps(answer).encode()
        self.wfile.write(self.server.body if is_import and self.server.body is not None else made)

    def log_message(self, format: str, *args: object) -> None:
        """Log nothing."""


@contextmanager
def running(monkeypatch: pytest.MonkeyPatch) -> Iterator[Connector]:
    """Run the server at the address at which Zotero listens."""
    with Connector() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        monkeypatch.setattr(connector, "ADDRESS", server.server_address)
        # What stays on this computer goes through no proxy.
        monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
        yield server
        server.shutdown()


@pytest.fixture(name="connector")
def connector_fixture(monkeypatch: pytest.MonkeyPatch) -> Iterator[Connector]:
    """A server that answers as Zotero does."""
    with running(monkeypatch) as server:
        yield server
