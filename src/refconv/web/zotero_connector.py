"""What the page sends to Zotero, and where it goes."""

from __future__ import annotations

from refconv.clients.zotero import connector
from refconv.web.exports import TARGETS

DEFAULT_TARGET = "ris:zotero"
"""The target that is sent if the chosen one is not for Zotero."""


def target_for(key: str) -> str:
    """Return the target to send: the chosen one if it is for Zotero."""
    return key if key in TARGETS and TARGETS[key].client == "zotero" else DEFAULT_TARGET


def send(text: str) -> connector.Sent:
    """Send a file's text to Zotero, unless what is selected there is read-only."""
    selected = connector.selected()
    return connector.Sent(error=selected.error) if selected.error else connector.send(text)
