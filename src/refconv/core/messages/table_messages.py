"""The messages about tables and MARC 21."""

from __future__ import annotations

from refconv.core.codes import Code, Message, Messages, Severity

TABLES: Messages = {
    # ── tables ────────────────────────────────────────────────────────────────────────────────────
    (Code.SYNTAX, "csv-header"): Message(
        "a table whose columns are not known: {names} (nothing was read)",
        "The first row should name the columns: Title, Authors, Year, DOI and so on.",
        "csv",
        "a,b\n1,2\n",
        Severity.ERROR,
    ),
    (Code.NO_REFERENCES, "csv-no-rows"): Message(
        "a table without a row below its column names (nothing was read)",
        "The table is empty, or its lines do not end where lines of a table do.",
        "csv",
        "Title,Year\n",
        Severity.NOTE,
    ),
    (Code.SYNTAX, "csv-quote"): Message(
        "a quotation mark that is not closed or not doubled (kept as text)",
        "RFC 4180: a quotation mark within a quoted cell is doubled.",
        "csv",
        'Title,Year\n"A title,2004\n',
    ),
    (Code.SYNTAX, "csv-more-cells"): Message(
        "a row of {cells} cells under {columns} column names (the others are kept)",
        "A cell that holds a comma is not in quotation marks.",
        "csv",
        "Title,Year\nA title,2004,b\n",
    ),
    (Code.SYNTAX, "csv-fewer-cells"): Message(
        "a row of {cells} cells under {columns} column names (read from the left)",
        "A row ends before the last column.",
        "csv",
        "Title,Year,DOI\nA title,2004\n",
        Severity.NOTE,
    ),
    (Code.STRAY_TEXT, "zotero-rdf"): Message(
        "a note or an attachment of no item: {text!r} (left out)",
        "A library of Zotero holds notes and files that belong to no reference.",
        "zotero-rdf",
        '<rdf:RDF><bib:Memo rdf:about="#1"><rdf:value>Some words.</rdf:value></bib:Memo></rdf:RDF>',
        Severity.NOTE,
    ),
    # ── MARC 21 ───────────────────────────────────────────────────────────────────────────────────
    (Code.SYNTAX, "marc"): Message(
        "{count} fields, but {tags} in the directory (read as far as both go)",
        "The directory of a record does not name each of its fields.",
        "marc",
        "00050nam a2200037   4500245000400000\x1e10\x1faA\x1e10\x1faB\x1e\x1d",
    ),
    (Code.ENCODING, "marc-8"): Message(
        "a record may be in MARC-8 (accented letters may be wrong)",
        "The leader does not say that the record is in Unicode, and it has other letters than"
        " ASCII's. Reported once a file.",
        "marc",
        "00050nam  2200037   4500245000400000\x1e10\x1faÄpfel\x1e\x1d".encode("cp1252"),
    ),
}
