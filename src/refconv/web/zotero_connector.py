"""Sending references to Zotero, which listens on this computer for its browser connector.

Source: Zotero, *Connector HTTP Server* (``/connector/import``: a file's text is posted and is
imported into the selected library or collection; it answers 201 and the items).
"""

from __future__ import annotations

import json
from http.client import HTTPConnection, HTTPException
from typing import NamedTuple

from refconv.web.exports import TARGETS

ADDRESS = ("127.0.0.1", 23119)
TIMEOUT = 120
"""Seconds: Zotero imports a long list slowly."""
DEFAULT_TARGET = "ris:zotero"
"""The target that is sent if the chosen one is not for Zotero."""


class Sent(NamedTuple):
    """How many items Zotero imported, or why it imported none."""

    imported: int = 0
    error: str = ""


def target_for(key: str) -> str:
    """Return the target to send: the chosen one if it is for Zotero."""
    return key if key in TARGETS and TARGETS[key].client == "zotero" else DEFAULT_TARGET


def send(text: str) -> Sent:
    """Post a file's text to Zotero's connector.

    No proxy is used. An error in sending is returned, not raised.
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
        return Sent(error="Zotero is not running. Start it and send again.")
    except TimeoutError:
        return Sent(error="Zotero has not answered yet. Check there whether it is still importing.")
    except (OSError, HTTPException):
        return Sent(error="The connection broke. Check in Zotero whether it has the references.")
    finally:
        connection.close()
    if status != 201:
        return Sent(error=_ERRORS.get(status, f"Zotero answered with error {status}."))
    return Sent(_count_items(body))


_ERRORS = {
    400: "Zotero could not read the file.",
    403: "Zotero refused. In its settings, under Advanced, let other applications communicate "
    "with Zotero.",
    404: "The program at Zotero's port cannot import. Check that it is Zotero.",
    409: "Zotero is already importing. Send again when it has finished.",
    500: "Zotero could not import. The collection selected there may be read-only.",
}


def _count_items(body: bytes) -> int:
    try:
        items = json.loads(body)
    except ValueError:
        return 0
    return len(items) if isinstance(items, list) else 0
