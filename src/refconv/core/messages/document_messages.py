"""The messages about documents and the records in them."""

from __future__ import annotations

from refconv.core.codes import Code, Message, Messages, Severity
from refconv.core.extras import to_install

DOCUMENTS: Messages = {
    (Code.DOCUMENT, "none"): Message(
        "this is no {kind} (nothing was read)",
        "The file was named a kind of document, but does not have the parts of one.",
        "docx",
        b"PK\x03\x04 word/document.xml",
        Severity.ERROR,
    ),
    (Code.DOCUMENT, "archive"): Message(
        "the archive is damaged (read from what is left: {count} parts)",
        "A Word or Writer file is a zip archive; the table of contents at its end is missing, as "
        "after a download that broke off.",
        "docx",
        b"PK\x03\x04 word/document.xml",
        Severity.ERROR,
    ),
    (Code.DOCUMENT, "part"): Message(
        "the part {part} is damaged (read up to there)",
        "The bytes of a part of the archive cannot be unpacked, or are not those that it had.",
        severity=Severity.ERROR,
    ),
    (Code.DOCUMENT, "part-large"): Message(
        "the part {part} is too large (not read)",
        "A part takes far more room unpacked than any document does. So small files are made that "
        "fill a computer's memory.",
        severity=Severity.ERROR,
    ),
    (Code.DOCUMENT, "xml"): Message(
        "the XML of {part} is damaged: {error} in line {line} (read up to there)",
        "A document is XML, or has parts in XML; one breaks off or is not well-formed.",
        severity=Severity.ERROR,
    ),
    (Code.DOCUMENT, "field"): Message(
        "a damaged {kind} (works that could be read: {kept})",
        "The code of a citation breaks off, or was changed by an editor. Whatever is whole in it "
        "is read.",
    ),
    (Code.DOCUMENT, "no-data"): Message(
        "citations of {kind} without their works: {count} (the printed list is read; for the"
        " records export the library)",
        "The program that made the citation has not stored the work in the document, but a key of "
        "it. The list that it printed has authors, titles and years; the rest is in its library.",
        severity=Severity.NOTE,
        several="citations of {kind} without their works: {count:,} (the printed list is read; for"
        " the records export the library)",
    ),
    (Code.DOCUMENT, "unformatted"): Message(
        "citations that {kind} has not formatted: {count} (not read; let the program format them,"
        " and save)",
        "A mark such as {Smith, 2010 #12} names a record of a library that is not in the document. "
        "When the program formats its citations, it stores the works and prints the list.",
        several="citations that {kind} has not formatted: {count:,} (not read; let the program"
        " format them, and save)",
    ),
    (Code.NO_REFERENCES, "citations"): Message(
        "citations such as {text!r}, but no list (nothing was read; give the file that still has"
        " the citations of the reference manager, or add its list)",
        "The text cites works by author and year or by numbers. The fields with the works are "
        "gone, as after copying the text to another program, and there is no list of references.",
        severity=Severity.ERROR,
    ),
    (Code.TOO_LONG, "document"): Message(
        "a document of more than {megabytes} MB (not read)",
        "A Word file, PDF or the like is read at once, so that its size is limited.",
        severity=Severity.ERROR,
    ),
    (Code.BINARY, "extra"): Message(
        f"{{kind}} needs more of refconv (not read; {to_install('documents')})",
        "Some kinds of documents are read by packages that are not installed with refconv.",
        severity=Severity.ERROR,
    ),
    (Code.BINARY, "encrypted"): Message(
        "a {kind} that needs a password (not read; save it without one)",
        "The file is encrypted so that only its password opens it.",
        severity=Severity.ERROR,
    ),
    (Code.BINARY, "damaged"): Message(
        "a {kind} that cannot be opened (not read)",
        "The file is cut off or damaged beyond what readers repair.",
        severity=Severity.ERROR,
    ),
    (Code.TOO_LONG, "pages"): Message(
        "a document of {count:,} pages (only the last {most:,} are read)",
        "References stand at the end; a longer file would take minutes.",
    ),
    (Code.NO_REFERENCES, "scanned"): Message(
        "pages without text (nothing was read of them; run OCR on the file first)",
        "A scanned document holds pictures of its pages, and no text.",
    ),
    (Code.BARE_IDENTIFIER, "list"): Message(
        "nothing but a {kind} (read without title and authors)",
        "A list of identifiers names works and says nothing else of them; nothing is looked up.",
        "identifiers",
        "10.1000/182",
        Severity.NOTE,
        several="references with nothing but a {kind}: {count:,} (read without title and authors)",
    ),
    (Code.NO_REFERENCES, "bibliography-file"): Message(
        "the references of this text are in {files} (convert that file, or the .bbl beside this)",
        "A LaTeX file names its bibliography, which BibTeX or biber reads from another file.",
        "latex",
        "\\documentclass{article}\\begin{document}\\bibliography{refs}\\end{document}",
        severity=Severity.ERROR,
    ),
}
