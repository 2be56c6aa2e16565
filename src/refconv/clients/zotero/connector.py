"""Sending references to Zotero, which listens on this computer for its browser connector.

Source: Zotero, *Connector HTTP Server*. ``/connector/getSelectedCollection`` answers where items
go; ``/connector/import`` imports the text of a file there, and answers 201 and the items.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from http.client import HTTPConnection, HTTPException
from typing import Any, NamedTuple

ADDRESS = ("127.0.0.1", 23119)
TIMEOUT = 120
"""Seconds: Zotero imports a long list slowly."""


class Sent(NamedTuple):
    """How many items Zotero imported, or why it imported none."""

    imported: int = 0
    error: str = ""


class Selected(NamedTuple):
    """Where Zotero will put items, or why it will not."""

    name: str = ""
    error: str = ""


class _Answer(NamedTuple):
    status: int = 0
    body: bytes = b""
    error: str = ""


def _post(path: str, body: bytes, kind: str, timeout: float) -> _Answer:
    """Post to Zotero. No proxy is used; an error in sending is returned, not raised."""
    headers = {"Content-Type": kind, "X-Zotero-Connector-API-Version": "3"}
    connection = HTTPConnection(*ADDRESS, timeout=timeout)
    try:
        connection.request("POST", path, body, headers)
        answer = connection.getresponse()
        return _Answer(answer.status, answer.read())
    except ConnectionRefusedError:
        return _Answer(error="Zotero is not running. Start it and send again.")
    except TimeoutError:
        error = "Zotero has not answered yet. Check there whether it is still importing."
        return _Answer(error=error)
    except (OSError, HTTPException):
        return _Answer(error="The connection broke. Check in Zotero whether it has the references.")
    finally:
        connection.close()


def selected() -> Selected:
    """Return the library or collection that is selected in Zotero.

    A version of Zotero that does not answer this is no error: its place has no name.
    """
    answer = _post("/connector/getSelectedCollection", b"{}", "application/json", 10)
    if answer.error or answer.status == 403:
        return Selected(error=answer.error or _ERRORS[403])
    found = _object(answer.body)
    library, name = (_text(found, key) for key in ("libraryName", "name"))
    if found.get("libraryEditable") is False or found.get("editable") is False:
        shown = f" {library!r}" if library else ""
        error = f"The library{shown} selected in Zotero is read-only. Select another."
        return Selected(error=error)
    collection = name if name != library and found.get("id") is not None else ""
    return Selected(" \u203a ".join(filter(None, (library, collection))))


def send(text: str) -> Sent:
    """Post a file's text to Zotero, which imports it into the selected library or collection."""
    # Zotero refuses a second import of the same session, also one without a name.
    path = f"/connector/import?session={secrets.token_hex(8)}"
    kind = "text/plain; charset=utf-8"
    answer = _post(path, text.encode("utf-8", "replace"), kind, TIMEOUT)
    if answer.error:
        return Sent(error=answer.error)
    if answer.status != 201:
        other = f"Zotero answered with error {answer.status}."
        return Sent(error=_ERRORS.get(answer.status, other))
    return Sent(_count_items(answer.body))


_ERRORS: Mapping[int, str] = {
    400: "Zotero could not read the file.",
    403: "Zotero refused. In its settings, under Advanced, let other applications communicate "
    "with Zotero.",
    404: "The program at Zotero's port cannot import. Check that it is Zotero.",
    409: "Zotero is already importing. Send again when it has finished.",
    500: "Zotero could not import. The collection selected there may be read-only.",
}


def _json(body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        return None


def _object(body: bytes) -> Mapping[str, Any]:
    found = _json(body)
    return found if isinstance(found, dict) else {}


def _text(found: Mapping[str, Any], key: str) -> str:
    value = found.get(key)
    return value if isinstance(value, str) else ""


def _count_items(body: bytes) -> int:
    items = _json(body)
    return len(items) if isinstance(items, list) else 0
