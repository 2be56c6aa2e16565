"""The messages about documents and the records in them."""

from __future__ import annotations

from refconv.core.codes import Code, Message, Messages, Severity

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
    (Code.EMPTY, "empty"): Message(
        "the input is empty (nothing was read)",
        "The file has no letters or digits.",
        "ris",
        " \n",
        Severity.NOTE,
    ),
    (Code.EMPTY, "string"): Message(
        "a blank string (it gives an empty reference)",
        "One of the strings that are each a reference has no words.",
        "lines",
        "Curie M. Rays. Nature 1898.\n\nCurie P. More rays. Nature 1899.\n",
        Severity.NOTE,
    ),
    (Code.FORMAT, "suffix"): Message(
        "the name ends in {suffix}, but the content is {format} (read as {format})",
        "The content decides which format a file is in. The suffix counts only where the content "
        "could be in several formats.",
    ),
    (Code.FORMAT, "asked"): Message(
        "this is not {asked} but {format} (read as {format})",
        "The content is plainly in another format than the one that was asked for.",
        "ris",
        "@book{key, title = {A title}}\n",
    ),
    (Code.FORMAT, "foreign"): Message(
        "this is {kind} (nothing was read; {advice})",
        "The file has a structure, but of no format that refconv reads. Read as free text it would "
        "become references that nobody wrote.",
        "",
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title></feed>',
        Severity.ERROR,
    ),
}
