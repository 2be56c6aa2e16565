"""The messages about free text."""

from __future__ import annotations

from refconv.core.codes import Code, Message, Messages, Severity
from refconv.core.extras import to_install

FREE_TEXT: Messages = {
    (Code.TOO_LONG, "line"): Message(
        "a line of more than {megabytes} MB (not read)",
        "Free text is read in parts of whole lines.",
        "text",
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
    (Code.NO_REFERENCES, "text"): Message(
        "no reference list in the text (nothing was read)",
        "Nothing in the text looks like a list of references.",
        "text",
        "Some words.",
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
    (Code.NO_REFERENCES, "xml"): Message(
        "no record in this XML (nothing was read)",
        "The file has none of the elements that hold records in this format.",
        "mods",
        "<inventory></inventory>",
    ),
    (Code.UNLISTED_REFERENCE, "line"): Message(
        "{text!r} looks like a reference but is in no list (left out)",
        "A page has a reference outside its lists, as in a footnote.",
        "text",
    ),
    (Code.MISSING_TITLE, "page"): Message(
        "no title in the page record (left empty)",
        "A page gives contributors or dates of itself but no title.",
        "text",
    ),
    (Code.MISSING_CONTAINER, "page"): Message(
        "no container-title in the page record (left empty)",
        "A page gives contributors or dates of itself but not the journal.",
        "text",
    ),
    (Code.UNLABELLED_TEXT, "words"): Message(
        "{text!r} has no label (kept as text:unlabelled)",
        "The tagger could not say which variable some words of a reference belong to.",
        "text",
        "",
        Severity.NOTE,
    ),
    (Code.LOW_CONFIDENCE, "reference"): Message(
        "uncertain labels ({confidence:.0%}) in {text!r} (please check)",
        "The tagger is not sure how to take the reference apart.",
        "text",
        "",
        Severity.NOTE,
    ),
}
