"""Build small documents by the rules of their formats."""

from __future__ import annotations

import base64
import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip archive with these files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def run(text: str) -> str:
    """Return a run of text."""
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*content: str, style: str = "") -> str:
    """Return a paragraph of runs and fields; text that is no XML is made a run."""
    inner = "".join(one if one.startswith("<") else run(one) for one in content)
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{inner}</w:p>"


def docx(paragraphs: Iterable[str], parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """Return a Word file of paragraphs: text, or XML."""
    body = "".join(one if one.startswith("<") else paragraph(one) for one in paragraphs)
    document = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return zipped(
        {"[Content_Types].xml": "<Types/>", "word/document.xml": document, **(parts or {})}
    )


# ── fields of Word ────────────────────────────────────────────────────────────────────────────────


def mark(kind: str, data: str = "") -> str:
    """Return a mark of a field: ``begin``, ``separate`` or ``end``."""
    inner = f"<w:fldData>{data}</w:fldData>" if data else ""
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inner}</w:fldChar></w:r>'


def code(text: str) -> str:
    """Return a run of a field's code."""
    return f'<w:r><w:instrText xml:space="preserve">{escape(text)}</w:instrText></w:r>'


def complex_field(
    text: str, result: str = "(1)", *, data: str = "", pieces: int = 1, inner: str = ""
) -> str:
    """Return a field: its code in so many runs, what is nested in it, and its result as a run."""
    size = -(-len(text) // pieces)
    codes = "".join(code(text[i : i + size]) for i in range(0, len(text), size))
    return mark("begin", data) + codes + inner + mark("separate") + run(result) + mark("end")


def control(tag: str, *content: str) -> str:
    """Return a content control with a tag."""
    inner = "".join(one if one.startswith("<") else run(one) for one in content)
    head = f'<w:sdtPr><w:tag w:val="{escape(tag)}"/></w:sdtPr>'
    return f"<w:sdt>{head}<w:sdtContent>{inner}</w:sdtContent></w:sdt>"


# ── works, as reference managers have them ────────────────────────────────────────────────────────

RIVERS: dict[str, Any] = {
    "id": 12,
    "type": "article-journal",
    "title": "Rivers of the north",
    "author": [{"family": "Ng", "given": "Ada"}],
    "issued": {"date-parts": [["2001"]]},
    "container-title": "Nature",
    "volume": "3",
    "page": "4-5",
}
LAKES: dict[str, Any] = {
    "id": 13,
    "type": "book",
    "title": "Lakes and seas",
    "author": [{"family": "Roe", "given": "Bo"}],
    "issued": {"date-parts": [["2010"]]},
}
RIVERS_PRINTED = "Ng, A. (2001). Rivers of the north. Nature, 3, 4–5."
LAKES_PRINTED = "Roe, B. (2010). Lakes and seas. Oulu: Lake Press."
SANDS_PRINTED = "Quo, V. (1987). Sands and their winds. Desert Review, 5(2), 88–90."


def citation(*works: Mapping[str, Any]) -> str:
    """Return a citation of works as citeproc-js has it."""
    items = [
        {
            "id": work["id"],
            "uris": [f"http://zotero.org/users/1/items/{work['id']}"],
            "itemData": work,
        }
        for work in works
    ]
    return json.dumps({"citationID": "x", "citationItems": items, "schema": "s"})


def zotero(*works: Mapping[str, Any], pieces: int = 3) -> str:
    """Return a field of Zotero that cites works."""
    return complex_field(f"ADDIN ZOTERO_ITEM CSL_CITATION {citation(*works)}", pieces=pieces)


def in_base64(text: str) -> str:
    """Return a text in base64, in lines."""
    return base64.encodebytes(text.encode()).decode()


def word_sources(*sources: str) -> str:
    """Return the part with Word's sources; each is the content of a ``b:Source``."""
    uri = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"
    inner = "".join(f"<b:Source>{one}</b:Source>" for one in sources)
    return f'<?xml version="1.0"?><b:Sources xmlns:b="{uri}">{inner}</b:Sources>'


# ── Writer ────────────────────────────────────────────────────────────────────────────────────────

ODF = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = " ".join(
    f'xmlns:{one}="{ODF}:{one}:1.0"' for one in ("office", "text", "style", "meta", "field")
)


def writer_paragraph(*content: str, style: str = "Standard") -> str:
    """Return a paragraph; text that is no XML is escaped."""
    inner = "".join(one if one.startswith("<") else escape(one, quote=False) for one in content)
    return f'<text:p text:style-name="{style}">{inner}</text:p>'


def reference_mark(name: str, shown: str = "(1)") -> str:
    """Return a reference mark around a text."""
    escaped = escape(name)
    return (
        f'<text:reference-mark-start text:name="{escaped}"/>{shown}'
        f'<text:reference-mark-end text:name="{escaped}"/>'
    )


def odt(paragraphs: Iterable[str], meta: str = "") -> bytes:
    """Return a Writer file of paragraphs: text, or XML."""
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {_SPACES}>{_body(paragraphs)}"
            "</office:document-content>",
            "meta.xml": f"<office:document-meta {_SPACES}><office:meta>{meta}</office:meta>"
            "</office:document-meta>",
        }
    )


def fodt(paragraphs: Iterable[str], meta: str = "") -> str:
    """Return a flat Writer file of paragraphs: text, or XML."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<office:document {_SPACES} office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:meta>{meta}</office:meta>{_body(paragraphs)}</office:document>"
    )


def _body(paragraphs: Iterable[str]) -> str:
    inner = "".join(one if one.startswith("<") else writer_paragraph(one) for one in paragraphs)
    return f"<office:body><office:text>{inner}</office:text></office:body>"
