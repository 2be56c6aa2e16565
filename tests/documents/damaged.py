"""Documents that cause the diagnostics of documents."""

from __future__ import annotations

from refconv.core.codes import Code
from tests.documents.builders import RIVERS, citation, complex_field, docx, paragraph, zipped

_WHOLE = docx(["Text."])
_STORED = _WHOLE.index(b"word/document.xml") + len(b"word/document.xml")

DOCUMENT_EXAMPLES: dict[tuple[Code, str], tuple[str, str | bytes]] = {
    (Code.DOCUMENT, "part"): (
        "docx",
        _WHOLE[: _STORED + 4] + b"\xff\xff\xff" + _WHOLE[_STORED + 7 :],
    ),
    (Code.DOCUMENT, "part-large"): ("docx", zipped({"word/document.xml": bytes(9_000_000)})),
    (Code.DOCUMENT, "xml"): ("docx", zipped({"word/document.xml": "<w:p>"})),
    (Code.DOCUMENT, "field"): (
        "docx",
        docx([paragraph(complex_field(f"ADDIN CSL_CITATION {citation(RIVERS)[:-9]}"))]),
    ),
    (Code.DOCUMENT, "unformatted"): ("docx", docx(["So it is {Smith, 2010 #12}."])),
    (Code.NO_REFERENCES, "citations"): ("docx", docx(["It is so (Ng, 2001)."] * 3)),
    (Code.DOCUMENT, "no-data"): ("docx", docx([paragraph(complex_field("ADDIN NE.Ref.{1}"))])),
}
