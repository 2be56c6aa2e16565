"""The messages about the bytes and the file."""

from __future__ import annotations

from refconv.core.codes import Code, Message, Messages, Severity

FILES: Messages = {
    (Code.ENCODING, "other"): Message(
        "the text is in {encoding} (decoded)",
        "A mark, the zero bytes or the first line of the file show an encoding other than UTF-8.",
        "ris",
        b"\xff\xfe" + "TY  - BOOK\nER  - \n".encode("utf-16-le"),
        Severity.NOTE,
    ),
    (Code.ENCODING, "broken"): Message(
        "broken characters: {count} (replaced by \N{REPLACEMENT CHARACTER})",
        "Some bytes stand for no character in the file's encoding.",
        "ris",
        "TY  - BOOK\nER  - \n".encode("utf-16-le") + b"\x00\xd8",
    ),
    (Code.ENCODING, "mixed"): Message(
        "bytes that are not UTF-8: {count} (decoded as Windows-1252, the rest as UTF-8)",
        "The text is in UTF-8 but for some bytes, such as a value pasted from another program.",
        "ris",
        "TY  - BOOK\nTI  - Äpfel, Öl, Überfluß\nAU  - M".encode() + b"\xfcller\nER  - \n",
    ),
    (Code.ENCODING, "guessed"): Message(
        "the text is not UTF-8 (decoded as {encoding}, which is the most likely)",
        "The bytes do not say which encoding they are in. If letters came out wrong, name it: with "
        "the command's --encoding or the argument encoding.",
        "ris",
        b"TY  - BOOK\nAU  - M\xfcller\nER  - \n",
    ),
    (Code.BINARY, "known"): Message(
        "this is {kind}, not text (nothing was read; {advice})",
        "The first bytes or the name show a kind of file that refconv does not read.",
        "ris",
        b"\x89PNG\r\n",
        Severity.ERROR,
    ),
    (Code.BINARY, "unknown"): Message(
        "these bytes are no text (nothing was read)",
        "The file has so many control characters that it cannot be text.",
        "ris",
        b"\x00\x01\x02\x03\x04\x05 some words",
        Severity.ERROR,
    ),
    (Code.NO_REFERENCES, "name"): Message(
        "{text!r} is the name of a file (not opened; refconv.load reads files)",
        "The text is nothing but a name as files of references have it.",
        "text",
        "library.bib",
    ),
    (Code.NO_REFERENCES, "file"): Message(
        "no references in this {format} (nothing was read)",
        "The file has content, but no record or entry of its format.",
        "bibtex",
        "% only a comment\n",
    ),
    (Code.EMPTY, "empty"): Message(
        "the input is empty (nothing was read)",
        "The file has no letters or digits.",
        "ris",
        " \n",
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
