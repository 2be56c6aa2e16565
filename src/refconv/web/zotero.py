"""Sending to Zotero, which listens on this machine for its browser connector.

Input: Zotero, *Connector HTTP Server* (``/connector/import``: a file's text is posted and goes
into the library or collection that is selected; 201 answers with the items).
"""

from __future__ import annotations

import json
from http.client import HTTPConnection, HTTPException
from typing import NamedTuple

from refconv.web.exports import TARGETS

ADDRESS = ("127.0.0.1", 23119)
TIMEOUT = 120
"""Seconds: a long list takes Zotero a while."""
TARGET = "ris:zotero"
"""What is sent where no target for Zotero is chosen."""


class Sent(NamedTuple):
    """How sending went: how many items Zotero has taken, or ``problem``."""

    taken: int = 0
    problem: str = ""


def target_for(key: str) -> str:
    """Give the target to send in: the chosen one if it is for Zotero."""
    return key if key in TARGETS and TARGETS[key].client == "zotero" else TARGET


def send(text: str) -> Sent:
    """Post a file's text to Zotero's connector.

    Never by way of a proxy. Never raises where Zotero does not answer: that is a problem to show.
    """
    headers = {
        "Content-Type": "text/plain; charset=utf-8",
        "X-Zotero-Connector-API-Version": "3",
    }
    connection = HTTPConnection(*ADDRESS, timeout=TIMEOUT)
    try:
        connection.request("POST", "/connector/import", text.encode("utf-8", "replace"), headers)
        answer = connection.getresponse()
        status, body = answer.status, answer.read()
    except ConnectionRefusedError:
        return Sent(problem="Zotero is not running. Start it and send again.")
    except TimeoutError:
        return Sent(
            problem="Zotero did not answer in time. Look there whether it is still at work."
        )
    except (OSError, HTTPException):
        return Sent(problem="Zotero broke off. Look there whether it has the references.")
    finally:
        connection.close()
    if status != 201:
        return Sent(problem=_PROBLEMS.get(status, f"Zotero answered with an error ({status})."))
    return Sent(_count(body))


_PROBLEMS = {
    400: "Zotero could not read the file.",
    403: "Zotero refused. In its settings, under Advanced, let other applications communicate "
    "with Zotero.",
    404: "What answers there is no Zotero that can import.",
    409: "Zotero is importing already. Send again when it has finished.",
    500: "Zotero could not import: the collection selected there may be read-only.",
}


def _count(body: bytes) -> int:
    try:
        items = json.loads(body)
    except ValueError:
        return 0
    return len(items) if isinstance(items, list) else 0
