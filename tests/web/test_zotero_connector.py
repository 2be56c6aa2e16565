"""Sending to Zotero, played by a server on this computer."""

from __future__ import annotations

import pytest

import refconv
from refconv import Name, Reference
from refconv.clients.zotero import connector as zotero
from refconv.web import zotero_connector
from tests.web.app_client import AppClient
from tests.web.samples import ARTICLE
from tests.zotero_server import Connector, connector_fixture

__all__ = ["connector_fixture"]  # pytest finds it by its name


def test_sending_to_zotero(client: AppClient, connector: Connector) -> None:
    answer = client.api("zotero", items=[ARTICLE.as_csl(), ARTICLE.as_csl()], target="csl-json")

    assert answer == {"target": "ris:zotero", "imported": 2, "error": ""}
    (_, _, asked), (path, headers, body) = connector.requests
    assert asked == "{}"
    assert path.startswith("/connector/import?session=")
    assert headers["x-zotero-connector-api-version"] == "3"
    assert body == refconv.write([ARTICLE, ARTICLE], "ris", for_="zotero").text


def test_a_chosen_target_for_zotero_is_the_one_that_is_sent(
    client: AppClient, connector: Connector
) -> None:
    answer = client.api("zotero", items=[ARTICLE.as_csl()], target="bibtex:zotero")

    assert answer["target"] == "bibtex:zotero"
    assert connector.requests[1][2].startswith("@article{doe,")


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
    with Connector() as closed:
        monkeypatch.setattr(zotero, "ADDRESS", closed.server_address)

    answer = client.api("zotero", items=[ARTICLE.as_csl()], target="ris:zotero")

    assert answer["error"] == "Zotero is not running. Start it and send again."


def test_what_will_be_lost_is_shown_before(client: AppClient, connector: Connector) -> None:
    name = Name(family="Okoro", given="Una", orcid="0000-0002-1825-0097")
    item = Reference("book", title="A", author=[name]).as_csl()
    answer = client.api("zotero", items=[item], target="ris:zotero", preview=True)

    assert (answer["where"], answer["error"]) == ("My Library \u203a Ice", "")
    assert answer["losses"]["0"][0][0] == "author"
    assert [path for path, _, _ in connector.requests] == ["/connector/getSelectedCollection"]


def test_a_library_that_is_read_only(client: AppClient, connector: Connector) -> None:
    connector.selected = {"libraryName": "Club", "libraryEditable": False, "editable": False}
    answer = client.api("zotero", items=[ARTICLE.as_csl()], target="ris:zotero")

    assert "'Club' selected in Zotero is read-only" in answer["error"]


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
