"""Sending to Zotero, played by a server on this computer."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

import refconv
from refconv.web import zotero_connector
from tests.web.app_client import AppClient
from tests.web.samples import ARTICLE


class Connector(HTTPServer):
    """Answers as Zotero does to its browser connector."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.status = 201
        self.body: bytes | None = None
        self.requests: list[tuple[str, dict[str, str], str]] = []


class _Answers(BaseHTTPRequestHandler):
    server: Connector

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.requests.append((self.path, headers, body))
        self.send_response(self.server.status)
        self.end_headers()
        items = [{"itemType": "journalArticle"}] * body.count("TY  - ")
        self.wfile.write(
            json.dumps(items).encode() if self.server.body is None else self.server.body
        )

    def log_message(self, format: str, *args: object) -> None:
        """Log nothing."""


@pytest.fixture
def connector(monkeypatch: pytest.MonkeyPatch) -> Iterator[Connector]:
    with Connector() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        monkeypatch.setattr(zotero_connector, "ADDRESS", server.server_address)
        # What stays on this computer goes through no proxy.
        monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
        yield server
        server.shutdown()


def test_sending_to_zotero(client: AppClient, connector: Connector) -> None:
    answer = client.api("zotero", items=[ARTICLE.as_csl(), ARTICLE.as_csl()], target="csl-json")

    assert answer == {"target": "ris:zotero", "imported": 2, "error": ""}
    ((path, headers, body),) = connector.requests
    assert path == "/connector/import"
    assert headers["x-zotero-connector-api-version"] == "3"
    assert body == refconv.write([ARTICLE, ARTICLE], "ris", for_="zotero").text


def test_a_chosen_target_for_zotero_is_the_one_that_is_sent(
    client: AppClient, connector: Connector
) -> None:
    answer = client.api("zotero", items=[ARTICLE.as_csl()], target="bibtex:zotero")

    assert answer["target"] == "bibtex:zotero"
    assert connector.requests[0][2].startswith("@article{doe,")


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (400, "could not read"),
        (403, "refused"),
        (404, "cannot import"),
        (409, "already importing"),
        (500, "read-only"),
        (503, "error 503"),
    ],
)
def test_answers_that_are_errors(
    client: AppClient, connector: Connector, status: int, error: str
) -> None:
    connector.status = status

    answer = client.api("zotero", items=[ARTICLE.as_csl()], target="ris:zotero")

    assert answer["imported"] == 0
    assert error in answer["error"]


def test_zotero_is_not_running(client: AppClient, monkeypatch: pytest.MonkeyPatch) -> None:
    with HTTPServer(("127.0.0.1", 0), _Answers) as closed:
        monkeypatch.setattr(zotero_connector, "ADDRESS", closed.server_address)

    answer = client.api("zotero", items=[ARTICLE.as_csl()], target="ris:zotero")

    assert answer["error"] == "Zotero is not running. Start it and send again."


@pytest.mark.parametrize(
    ("body", "imported"),
    [(b'[{"itemType": "book"}, {}]', 2), (b"[]", 0), (b"{}", 0), (b"", 0), (b"\xff", 0)],
)
def test_the_answer_counts_items(connector: Connector, body: bytes, imported: int) -> None:
    connector.body = body

    assert zotero_connector.send("TY  - BOOK\nER  - \n") == (imported, "")


@pytest.mark.parametrize(
    ("chosen", "sent"),
    [
        ("ris:zotero", "ris:zotero"),
        ("bibtex:zotero", "bibtex:zotero"),
        ("ris:endnote", "ris:zotero"),
        ("csl-json", "ris:zotero"),
        ("nothing", "ris:zotero"),
    ],
)
def test_the_target_that_is_sent(chosen: str, sent: str) -> None:
    assert zotero_connector.target_for(chosen) == sent
