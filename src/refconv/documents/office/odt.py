"""Writer files (.odt): reference marks, bookmarks, LibreOffice's own bibliography, the list."""

from __future__ import annotations

from collections.abc import Mapping

from refconv.core.codes import Code
from refconv.core.diagnostics import problem
from refconv.documents.carrier import Carrier, Document
from refconv.documents.office.archives import Archive, is_archive_of
from refconv.documents.office.citation_fields import Codes
from refconv.documents.office.collected_paragraphs import Paragraphs
from refconv.documents.office.docx import joined_codes
from refconv.documents.office.writer_body import WriterBody
from refconv.documents.xml_events import parse
from refconv.documents.xml_trees import Node, tree_of

_CONTENT, _STYLES, _META = "content.xml", "styles.xml", "meta.xml"


def recognises(data: bytes) -> bool:
    """Return whether bytes are a Writer file: a zip archive that says so, or has its parts."""
    if b"mimetypeapplication/vnd.oasis.opendocument." in data[:200]:
        return b"opendocument.text" in data[:200]
    return is_archive_of(data, _CONTENT.encode())


def read(data: bytes) -> Document:
    """Read a Writer file."""
    archive = Archive(data)
    if _CONTENT not in archive.names:
        found = problem(Code.DOCUMENT, "none", kind="Writer file").at()
        return Document(diagnostics=(*archive.diagnostics, found), is_searched=False)
    body = WriterBody(Paragraphs(), Codes(), bookmark_codes(tree_of(archive.read(_META))))
    for name in (_STYLES, _CONTENT):
        part = archive.read(name)
        if name == _STYLES:
            # Only the names of styles: headers and footers are no part of the text.
            part = part.split(b"<office:master-styles", 1)[0]
        damage = parse(part, body, name) if part else None
        if damage is not None and name == _CONTENT:
            body.codes.problems.append((damage, body.paragraphs.following))
    return body.paragraphs.document(body.codes.records, body.codes.problems, archive.diagnostics)


def bookmark_codes(root: Node) -> Mapping[str, str]:
    """Return the codes of bookmarks in the user-defined fields of ``meta.xml``."""
    return joined_codes(
        (one.attributes.get("name", ""), one.raw_text()) for one in root.all("user-defined")
    )


CARRIER = Carrier("odt", "a Writer file", read, is_binary=True, recognises=recognises)
