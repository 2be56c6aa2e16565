"""Files that are no text: what they are, and what to do with them instead."""

from __future__ import annotations

from refconv.core.codes import Code
from refconv.core.diagnostics import Problem, problem

_EXPORT, _COPY = "export its references as RIS or BibTeX", "copy the text of its reference list"
_SAVE = "save the sheet as CSV"
# By the first bytes, and by words within the first block: an archive names its parts there.
_SIGNATURES = (
    (b"%PDF-", b"", "a PDF", _COPY),
    (b"PK\x03\x04", b"word/", "a Word file", _COPY),
    (b"PK\x03\x04", b"xl/", "an Excel workbook", _SAVE),
    (b"PK\x03\x04", b"ppt/", "a PowerPoint file", _COPY),
    (b"PK\x03\x04", b"opendocument.text", "a Writer file", _COPY),
    (b"PK\x03\x04", b"opendocument.spreadsheet", "a Calc file", _SAVE),
    (b"PK\x03\x04", b"epub+zip", "an e-book (EPUB)", "convert it to HTML"),
    (b"PK\x03\x04", b".enl", "a compressed EndNote library", "in EndNote, export it as XML"),
    (b"PK\x03\x04", b"", "a Word file or another zip archive", "export or paste its text"),
    (b"\xd0\xcf\x11\xe0", b"", "an old or encrypted Word file", "save it as .docx"),
    (b"\x1f\x8b", b"", "a gzip archive", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", b"", "a 7-Zip archive", "unpack it first"),
    (b"BZh", b"1AY&SY", "a bzip2 archive", "unpack it first"),
    (b"SQLite format 3\x00", b"", "an SQLite database", _EXPORT),
    (b"\x89PNG", b"", "a picture", _COPY),
    (b"\xff\xd8\xff", b"", "a picture", _COPY),
    (b"GIF8", b"", "a picture", _COPY),
    (b"PAR1", b"", "a Parquet file", _SAVE),
)
# By the suffix, where the content does not say what it is.
_SUFFIXES = {
    ".enl": ("an EndNote library", "in EndNote, export it as XML"),
    ".enlx": ("a compressed EndNote library", "in EndNote, export it as XML"),
    ".sqlite": ("a database", _EXPORT),
    ".ctv5": ("a Citavi project", _EXPORT),
    ".ctv6": ("a Citavi project", _EXPORT),
    ".rmd": ("a Reference Manager database", _EXPORT),
    ".rmx": ("a Reference Manager database", _EXPORT),
    ".pdt": ("a ProCite database", _EXPORT),
}


def binary_kind(head: bytes) -> Problem | None:
    """Return what a file is by its first bytes; ``None`` if they may be text.

    >>> binary_kind(b"%PDF-1.7").data["kind"]
    'a PDF'
    """
    for start, within, kind, advice in _SIGNATURES:
        if head.startswith(start) and within in head:
            return problem(Code.BINARY, "known", kind=kind, advice=advice)
    return None


def kind_of_suffix(suffix: str) -> Problem | None:
    """Return what a file that is no text is by its suffix, where the suffix says it.

    >>> kind_of_suffix(".enl").data["advice"]
    'in EndNote, export it as XML'
    """
    found = _SUFFIXES.get(suffix.lower())
    if found is None:
        return None
    return problem(Code.BINARY, "known", kind=found[0], advice=found[1])
