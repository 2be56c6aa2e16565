"""Word files (.docx)."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree

from refconv.documents.carrier import Carrier, Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def recognises(data: bytes) -> bool:
    """Return whether bytes are a Word file: a zip archive with a Word document in it."""
    return b"word/" in data


def read(data: bytes) -> Document:
    """Read a Word file."""
    if not recognises(data):
        return Document()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))  # noqa: S314
    lines = [
        "".join(node.text or "" for node in paragraph.iter(f"{_W}t"))
        for paragraph in root.iter(f"{_W}p")
    ]
    return Document("\n".join(lines))


CARRIER = Carrier("docx", "a Word file", read, is_binary=True, recognises=recognises)
