"""Sending to Zotero, played by a server on this computer."""

from __future__ import annotations

from typing import Any

import pytest

from refconv.clients.zotero.connector import selected, send
from tests.zotero_server import Connector, connector_fixture

__all__ = ["connector_fixture"]  # pytest finds it by its name

RIS = "TY  - BOOK\r\nTI  - Ice\u00e9\r\nER  - \r\n"


def test_a_file_is_imported_in_a_session_of_its_own(connector: Connector) -> None:
    assert send(RIS) == (1, "")
    assert send(RIS) == (1, "")

    paths = [path for path, _, _ in connector.requests]
    assert len({*paths}) == 2
    _, headers, body = connector.requests[0]
    assert headers["content-type"] == "text/plain; charset=utf-8"
    assert headers["x-zotero-connector-api-version"] == "3"
    assert body == RIS


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
def test_answers_that_are_errors(connector: Connector, status: int, error: str) -> None:
    connector.status = status

    sent = send(RIS)

    assert sent.imported == 0
    assert error in sent.error


@pytest.mark.parametrize(
    ("body", "imported"),
    [(b'[{"itemType": "book"}, {}]', 2), (b"[]", 0), (b"{}", 0), (b"", 0), (b"\xff", 0)],
)
def test_the_answer_counts_items(connector: Connector, body: bytes, imported: int) -> None:
    connector.body = body

    assert send(RIS) == (imported, "")


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        ({"libraryName": "My Library", "id": 7, "name": "Ice"}, "My Library \u203a Ice"),
        ({"libraryName": "My Library", "id": None, "name": "My Library"}, "My Library"),
        ({"libraryName": 7, "libraryEditable": True}, ""),
        ({}, ""),
    ],
)
def test_where_items_go(connector: Connector, answer: dict[str, Any], name: str) -> None:
    connector.selected = answer

    assert selected() == (name, "")


def test_a_library_that_is_read_only(connector: Connector) -> None:
    connector.selected = {"libraryName": "Club", "libraryEditable": False}

    assert selected().error == (
        "The library 'Club' selected in Zotero is read-only. Select another."
    )


def test_zotero_is_not_running(monkeypatch: pytest.MonkeyPatch) -> None:
    with Connector() as closed:
        monkeypatch.setattr("refconv.clients.zotero.connector.ADDRESS", closed.server_address)

    assert (
        selected().error == send(RIS).error == ("Zotero is not running. Start it and send again.")
    )
