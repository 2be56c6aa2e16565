"""The diagnostics that there are: their codes, severities and texts, in one table.

Each row of :data:`MESSAGES` is one situation: a code, a reason that tells it from the code's other
situations, the template of its message, what it means, and an input that causes it. Reading
nothing else, ``docs/diagnostics.md`` is made of this table.

A message has the form *what is wrong (what was done)*.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from string import Formatter

from attrs import frozen


class Severity(StrEnum):
    """How serious a diagnostic is: after a ``note`` nothing is lost, after others something may be.

    An ``error`` means that a part of the input was not read.
    """

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


class Code(StrEnum):
    """The kinds of diagnostics: a closed list, so that scripts can match on it."""

    # the bytes and the file
    ENCODING = "encoding"
    BINARY = "binary"
    EMPTY = "empty"
    FORMAT = "format"
    SYNTAX = "syntax"
    DOCUMENT = "document"
    # records and fields
    UNCLOSED_ENTRY = "unclosed-entry"
    STRAY_TEXT = "stray-text"
    MISSING_KEY = "missing-key"
    MISSING_TYPE = "missing-type"
    MISSING_COMMA = "missing-comma"
    MISSING_END = "missing-end"
    DUPLICATE_KEY = "duplicate-key"
    DUPLICATE_FIELD = "duplicate-field"
    UNKNOWN_TYPE = "unknown-type"
    UNKNOWN_KEY = "unknown-key"
    CONTROL_CHARACTER = "control-character"
    LEFT_OUT = "left-out"
    # values
    UNDEFINED_MACRO = "undefined-macro"
    EXPANSION_LIMIT = "expansion-limit"
    LATEX_KEPT = "latex-kept"
    BAD_VALUE = "bad-value"
    BAD_DATE = "bad-date"
    BAD_NAME = "bad-name"
    BAD_IDENTIFIER = "bad-identifier"
    CROSSREF = "crossref"
    # free text
    TOO_LONG = "too-long"
    NO_REFERENCES = "no-references"
    UNLISTED_REFERENCE = "unlisted-reference"
    MISSING_TITLE = "missing-title"
    MISSING_CONTAINER = "missing-container"
    UNLABELLED_TEXT = "unlabelled-text"
    LOW_CONFIDENCE = "low-confidence"
    # documents
    BARE_IDENTIFIER = "bare-identifier"


@frozen(slots=False)
class Message:
    """One situation of a code.

    ``template`` is filled with the diagnostic's data by :meth:`str.format`. ``example`` is an input
    of ``format`` that causes the diagnostic, where a short one does.

    With ``several`` diagnostics of the same data are reported once a file, at the first place, with
    their ``count``: that is the template for two and more.
    """

    template: str
    explanation: str
    format: str = ""
    example: str | bytes = ""
    severity: Severity = Severity.WARNING
    several: str = ""

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of the data that the template shows."""
        return frozenset(name for _, name, _, _ in Formatter().parse(self.template) if name)


_NOTE, _ERROR = Severity.NOTE, Severity.ERROR

MESSAGES: Mapping[tuple[Code, str], Message] = {
    # ── the bytes and the file ────────────────────────────────────────────────────────────────────
    (Code.ENCODING, "other"): Message(
        "the text is in {encoding} (decoded)",
        "A mark, the zero bytes or the first line of the file show an encoding other than UTF-8.",
        "ris",
        b"\xff\xfe" + "TY  - BOOK\nER  - \n".encode("utf-16-le"),
        _NOTE,
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
        _ERROR,
    ),
    (Code.BINARY, "unknown"): Message(
        "these bytes are no text (nothing was read)",
        "The file has so many control characters that it cannot be text.",
        "ris",
        b"\x00\x01\x02\x03\x04\x05 some words",
        _ERROR,
    ),
    # ── documents ─────────────────────────────────────────────────────────────────────────────────
    (Code.DOCUMENT, "none"): Message(
        "this is no {kind} (nothing was read)",
        "The file was named a kind of document, but does not have the parts of one.",
        "docx",
        b"PK\x03\x04 word/document.xml",
        _ERROR,
    ),
    (Code.DOCUMENT, "archive"): Message(
        "the archive is damaged (read from what is left: {count} parts)",
        "A Word or Writer file is a zip archive; the table of contents at its end is missing, as "
        "after a download that broke off.",
        "docx",
        b"PK\x03\x04 word/document.xml",
        _ERROR,
    ),
    (Code.DOCUMENT, "part"): Message(
        "the part {part} is damaged (read up to there)",
        "The bytes of a part of the archive cannot be unpacked, or are not those that it had.",
        severity=_ERROR,
    ),
    (Code.DOCUMENT, "part-large"): Message(
        "the part {part} is too large (not read)",
        "A part takes far more room unpacked than any document does. So small files are made that "
        "fill a computer's memory.",
        severity=_ERROR,
    ),
    (Code.DOCUMENT, "xml"): Message(
        "the XML of {part} is damaged: {error} in line {line} (read up to there)",
        "A document is XML, or has parts in XML; one breaks off or is not well-formed.",
        severity=_ERROR,
    ),
    (Code.DOCUMENT, "field"): Message(
        "a damaged {kind} (works that could be read: {kept})",
        "The code of a citation breaks off, or was changed by an editor. Whatever is whole in it "
        "is read.",
    ),
    (Code.DOCUMENT, "no-data"): Message(
        "citations of {kind} without their works: {count} (the printed list is read)",
        "The program that made the citation has not stored the work in the document.",
        severity=_NOTE,
        several="citations of {kind} without their works: {count:,} (the printed list is read)",
    ),
    (Code.EMPTY, "empty"): Message(
        "the input is empty (nothing was read)",
        "The file has no letters or digits.",
        "ris",
        " \n",
        _NOTE,
    ),
    (Code.EMPTY, "string"): Message(
        "a blank string (it gives an empty reference)",
        "One of the strings that are each a reference has no words.",
        "lines",
        "Curie M. Rays. Nature 1898.\n\nCurie P. More rays. Nature 1899.\n",
        _NOTE,
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
        _ERROR,
    ),
    # ── syntax ────────────────────────────────────────────────────────────────────────────────────
    (Code.SYNTAX, "ris-tag"): Message(
        "a tag is not spelled '{tag}  - ' (read as if it were; so are others)",
        "RIS wants a tag, two spaces, a hyphen and a space. Reported once a file.",
        "ris",
        "TY - BOOK\nTI - A title\nER - \n",
        _NOTE,
    ),
    (Code.SYNTAX, "ris-lone-end"): Message(
        "ER without a record (left out)",
        "A record ends that has not begun.",
        "ris",
        "TY  - BOOK\nER  - \nER  - \n",
        _NOTE,
    ),
    (Code.SYNTAX, "ris-after-end"): Message(
        "{tag} after ER (read as part of the record before; so are others)",
        "Some programs write fields after the end of their record. Reported once a file.",
        "ris",
        "TY  - BOOK\nER  - \nNL  - A\n",
        _NOTE,
    ),
    (Code.SYNTAX, "ris-empty-line"): Message(
        "an empty line within a record (left out; so are others)",
        "A record's fields follow one another. Reported once a file.",
        "ris",
        "TY  - BOOK\n\nTI  - A title\nER  - \n",
        _NOTE,
    ),
    (Code.SYNTAX, "ris-number"): Message(
        "a number between the records (left out; so are others)",
        "Some programs number the records. Reported once a file.",
        "ris",
        "1.\nTY  - BOOK\nER  - \n",
        _NOTE,
    ),
    (Code.SYNTAX, "ris-banner"): Message(
        "{text!r} between the records (left out; so are others)",
        "Databases write where records come from, and how many there are. Reported once a file.",
        "ris",
        "Record #1 of 2\nTY  - BOOK\nER  - \n",
        _NOTE,
    ),
    (Code.SYNTAX, "ris-glued"): Message(
        "several fields in one line (read as one field each; so are others)",
        "A tag stands in a line behind the value of another one. Reported once a file.",
        "ris",
        "TY  - BOOK\nTI  - A title     PY  - 2001\nER  - \n",
    ),
    (Code.SYNTAX, "ris-late-type"): Message(
        "TY behind other fields (read as the type of the same record; so are others)",
        "A record begins with its type. Reported once a file.",
        "ris",
        "TI  - A title\nTY  - BOOK\nER  - \n",
        _NOTE,
    ),
    (Code.SYNTAX, "ris-lone-type"): Message(
        "TY without any field before the next record (left out)",
        "A record has begun and holds nothing.",
        "ris",
        "TY  - BOOK\n\nTY  - BOOK\nTI  - A title\nER  - \n",
        _NOTE,
    ),
    (Code.SYNTAX, "xml-cut"): Message(
        "{error} (the {element} is cut there)",
        "A record is not well-formed: it is read up to the error.",
        "mods",
        "<mods><titleInfo><title>A title</titleInfo></mods>",
        _ERROR,
    ),
    (Code.SYNTAX, "xml-left-out"): Message(
        "{error} (the record that begins there is left out)",
        "A record's start tag is not well-formed.",
        "mods",
        '<modsCollection><mods version="3.7></mods></modsCollection>',
        _ERROR,
    ),
    (Code.SYNTAX, "xml-start-tags"): Message(
        "more records with a broken start tag: {count} (left out)",
        "The records after one with a broken start tag have broken ones too.",
        "mods",
        "<modsCollection><mods <></mods><mods <></mods><mods><genre>book</genre></mods>"
        "</modsCollection>",
        _ERROR,
    ),
    (Code.SYNTAX, "xml-ended"): Message(
        "{error} (the file ends there)",
        "The file breaks off between two records.",
        "mods",
        "<modsCollection><mods></mods>",
        _ERROR,
    ),
    (Code.SYNTAX, "xml-entities"): Message(
        "declared entities are not expanded (their names are kept)",
        "A document type declares entities. Expanding them could take any amount of memory.",
        "mods",
        '<!DOCTYPE mods [<!ENTITY a "b">]><mods><titleInfo><title>&a;</title></titleInfo></mods>',
    ),
    # ── records and fields ────────────────────────────────────────────────────────────────────────
    (Code.UNCLOSED_ENTRY, "xml"): Message(
        "the {element} is not closed (cut before the next)",
        "A record begins within another one.",
        "mods",
        "<modsCollection><mods><genre>book</genre><mods></mods></modsCollection>",
    ),
    (Code.STRAY_TEXT, "ris"): Message(
        "{text!r} is in no record (kept as a {block})",
        "Lines before, between or after the records.",
        "ris",
        "My list\nTY  - BOOK\nER  - \n",
        _NOTE,
    ),
    (Code.STRAY_TEXT, "record"): Message(
        "{text!r} is in no record (left out)",
        "Lines before, between or after the records.",
        "enw",
        "Some words.\n%0 Book\n%T A title\n",
    ),
    (Code.STRAY_TEXT, "field"): Message(
        "{text!r} belongs to no field (left out)",
        "A line neither begins a field nor goes on with one.",
        "nbib",
        "PMID- 1\nSome words.\n",
    ),
    (Code.STRAY_TEXT, "xml"): Message(
        "text outside the records: {text!r} (not read)",
        "Elements that are no records hold text.",
        "mods",
        "<modsCollection><note>Some words.</note><mods></mods></modsCollection>",
    ),
    (Code.MISSING_TYPE, "record"): Message(
        "no type in this record (read as {taken})",
        "A record does not say what type of work it describes.",
        "endnote-xml",
        "<xml><records><record><titles><title>A</title></titles></record></records></xml>",
        several="records without a type: {count:,} (read as {taken})",
    ),
    (Code.MISSING_TYPE, "ris-no-tag"): Message(
        "no TY in this record (read as {taken})",
        "A record does not begin with its type.",
        "ris",
        "TI  - A title\nER  - \n",
        several="records without TY: {count:,} (read as {taken})",
    ),
    (Code.MISSING_TYPE, "ris-empty"): Message(
        "TY without a type (read as {taken})",
        "The line that names a record's type is empty.",
        "ris",
        "TY  - \nER  - \n",
        several="TY without a type: {count:,} times (read as {taken})",
    ),
    (Code.MISSING_TYPE, "enw"): Message(
        "no type (%0) in this record (read as {taken})",
        "A record does not say what type of work it describes.",
        "enw",
        "%T A title\n",
        several="records without a type (%0): {count:,} (read as {taken})",
    ),
    (Code.MISSING_END, "line"): Message(
        "no ER in this record (ended before the next)",
        "A record begins before the last one has ended.",
        "ris",
        "TY  - BOOK\nTI  - A title\nTY  - BOOK\nER  - \n",
        _NOTE,
        several="records without ER: {count:,} (each ended before the next)",
    ),
    (Code.MISSING_END, "text"): Message(
        "no ER in this record (ended with the text)",
        "The file ends within a record.",
        "ris",
        "TY  - BOOK\nTI  - A title\n",
    ),
    (Code.DUPLICATE_KEY, "key"): Message(
        "key {key!r} is that of line {line} too (both are kept)",
        "Two records of a file have the same key.",
        "bibtex",
        "@misc{a}\n@misc{a}\n",
    ),
    (Code.DUPLICATE_FIELD, "values"): Message(
        "{variable}: {value!r} beside {taken!r} (the latter is used, both are kept)",
        "A field that holds one value stands several times with different ones.",
        "ris",
        "TY  - JOUR\nVL  - 1\nVL  - 2\nER  - \n",
    ),
    (Code.DUPLICATE_FIELD, "ris-type"): Message(
        "{value!r} beside the type {taken!r} (the latter is used)",
        "A record has one type: the first.",
        "ris",
        "TY  - JOUR\nTY  - CPAPER\nTI  - A title\nER  - \n",
    ),
    (Code.DUPLICATE_FIELD, "ris-subtitle"): Message(
        "{value!r} in T2 beside the journal {taken!r} (read as the subtitle)",
        "EBSCO has the subtitle in T2 if the journal stands in JF and another tag.",
        "ris",
        "TY  - JOUR\nTI  - Ponds\nT2  - A history\nJF  - Water\nJO  - Water\nER  - \n",
        _NOTE,
    ),
    (Code.UNKNOWN_TYPE, "ris-name"): Message(
        "{type!r} in TY is a type's name (read as {taken})",
        "RIS has short words for its types.",
        "ris",
        "TY  - Journal Article\nTI  - A title\nER  - \n",
        _NOTE,
    ),
    (Code.UNKNOWN_TYPE, "type"): Message(
        "unknown type {type!r} (read as {taken})",
        "The format has no such type of record.",
        "ris",
        "TY  - NONE\nTI  - A title\nER  - \n",
        several="unknown type {type!r}: {count:,} times (read as {taken})",
    ),
    (Code.CONTROL_CHARACTER, "xml"): Message(
        "characters that XML does not allow (left out)",
        "The text has characters that no XML may have. Reported once a file.",
        "mods",
        "<mods><titleInfo><title>A\x01B</title></titleInfo></mods>",
    ),
    # ── BibTeX ────────────────────────────────────────────────────────────────────────────────────
    (Code.STRAY_TEXT, "between-entries"): Message(
        "text between entries (kept as a comment)",
        "Text between two entries does not begin with a percent sign.",
        "bibtex",
        "words\n@misc{a}\n",
        _NOTE,
    ),
    (Code.STRAY_TEXT, "in-entry"): Message(
        "{text!r} belongs to no field (kept outside the entry)",
        "An entry holds text that is not a field.",
        "bibtex",
        "@misc{a, some words, year = 1}\n",
    ),
    (Code.STRAY_TEXT, "container"): Message(
        "@{type} {key!r} is no reference (kept outside the references)",
        "Containers and sets of biblatex, and the control entries of some styles, are no works.",
        "biblatex",
        "@set{a, entryset = {b}}\n",
        _NOTE,
    ),
    (Code.UNCLOSED_ENTRY, "entry"): Message(
        "entry {key!r} is not closed (read up to the next one)",
        "The brace that an entry opens with is not closed.",
        "bibtex",
        "@misc{a, year = 1\n@misc{b, year = 2}\n",
    ),
    (Code.UNCLOSED_ENTRY, "block"): Message(
        "@{type} is not closed (ended before the next entry)",
        "The brace that a comment, a preamble or a definition opens with is not closed.",
        "bibtex",
        '@string{a = "b"\n@misc{b, year = 2}\n',
    ),
    (Code.MISSING_KEY, "entry"): Message(
        "@{type} has no key (read without one)",
        "An entry does not begin with a key.",
        "bibtex",
        "@misc{, year = 1}\n",
        _NOTE,
        several="@{type} without a key: {count:,} times (read without one)",
    ),
    (Code.MISSING_COMMA, "key"): Message(
        "no comma behind the key {key!r} (read as if there were one)",
        "The first field of an entry follows its key without a comma.",
        "bibtex",
        "@misc{a\n year = 1}\n",
        _NOTE,
    ),
    (Code.MISSING_COMMA, "field"): Message(
        "no comma behind {field!r} (read as if there were one)",
        "A field follows another without a comma.",
        "bibtex",
        "@misc{a, title = {A}\n year = 1}\n",
        _NOTE,
    ),
    (Code.SYNTAX, "equals-sign"): Message(
        "no '=' behind {field!r} (read as if there were one)",
        "A value follows the name of its field without an equals sign.",
        "bibtex",
        "@misc{a, title {A}}\n",
        _NOTE,
    ),
    (Code.SYNTAX, "value"): Message(
        "no value for {field!r} (read as empty)",
        "Nothing follows the equals sign of a field.",
        "bibtex",
        "@misc{a, title =, year = 1}\n",
        _NOTE,
    ),
    (Code.SYNTAX, "trailing-text"): Message(
        "{text!r} behind the value of {field!r} (read as part of it)",
        "Text follows the closing brace or quote of a value.",
        "bibtex",
        "@misc{a, title = {A} title, year = 1}\n",
    ),
    (Code.SYNTAX, "brace"): Message(
        "the opening brace of {field!r} is not closed (read up to the next field)",
        "A value begins with a brace that is not closed.",
        "bibtex",
        "@misc{a, title = {A, year = 1}\n@misc{b}\n",
    ),
    (Code.SYNTAX, "quote"): Message(
        "the opening quote of {field!r} is not closed (read up to the next field)",
        "A value begins with a quote that is not closed.",
        "bibtex",
        '@misc{a,\n title = "A,\n year = 1}\n',
    ),
    (Code.SYNTAX, "string"): Message(
        "@string defines no macro (kept unchanged)",
        "A definition has no name or no value.",
        "bibtex",
        "@string{a}\n",
    ),
    (Code.DUPLICATE_FIELD, "field"): Message(
        "{field!r} is on line {first_line} too (the first is used, both are kept)",
        "An entry has two fields of one name.",
        "bibtex",
        "@misc{a,\n title = {A},\n title = {B}}\n",
    ),
    (Code.UNDEFINED_MACRO, "macro"): Message(
        "undefined macro {macro!r} (its name is kept)",
        "A value uses a macro that no @string before it defines.",
        "bibtex",
        "@misc{a, journal = nature}\n",
        several="undefined macro {macro!r}: {count:,} times (its name is kept)",
    ),
    (Code.EXPANSION_LIMIT, "macro"): Message(
        "macro {macro!r} makes the value too long (its name is kept)",
        "Macros that repeat each other would make a value of more than 100,000 characters.",
    ),
    (Code.CROSSREF, "missing"): Message(
        "no entry has the key {key!r} (nothing is inherited)",
        "The crossref or xdata of an entry names a key that the file does not have.",
        "bibtex",
        "@misc{a, crossref = {b}}\n",
        several="no entry has the key {key!r}, named {count:,} times (nothing is inherited)",
    ),
    (Code.BAD_NAME, "several"): Message(
        "several persons in one value, {names!r} (split)",
        "The format has a line for each name.",
        "ris",
        "TY  - BOOK\nAU  - Smith, J. and Jones, K.\nER  - \n",
    ),
    (Code.BAD_NAME, "given-first"): Message(
        "no comma in the name {name!r} (the last word is read as the family; so are others)",
        "The format has the family name first, and a comma behind it. Reported once a list.",
        "ris",
        "TY  - BOOK\nAU  - Jules Q. Verne\nER  - \n",
        _NOTE,
    ),
    (Code.BAD_NAME, "letters"): Message(
        "{tag} has one character in each line (joined to {value!r})",
        "A program has written a text as if it were a list.",
        "ris",
        "TY  - BOOK\n" + "".join(f"AU  - {letter}\n" for letter in "Roe, Kim") + "ER  - \n",
    ),
    (Code.BAD_NAME, "commas"): Message(
        "more than two commas in the name {name!r} (kept unchanged)",
        "A name of BibTeX has at most two commas: von Last, Jr, First.",
        "bibtex",
        "@misc{a, author = {A, B, C, D}}\n",
    ),
    (Code.BAD_NAME, "joined"): Message(
        "names that are not joined by 'and' in {names!r} (split)",
        'BibTeX knows the persons of a list by the word "and" between them.',
        "bibtex",
        "@misc{a, author = {Smith, J.; Jones, K.}}\n",
    ),
    (Code.BAD_NAME, "body"): Message(
        "{name!r} stands without braces (read as a body's name)",
        "BibTeX reads a name without braces as a person's, so that its last word is the family.",
        "bibtex",
        "@misc{a, author = {Ministry of Fish}}\n",
        _NOTE,
    ),
    (Code.BAD_NAME, "initials"): Message(
        "{name!r} ends in initials (read as those of the given names)",
        "BibTeX takes the last word of a name without a comma for the family.",
        "bibtex",
        "@misc{a, author = {Smith J. K.}}\n",
        _NOTE,
    ),
    (Code.BAD_NAME, "homonym"): Message(
        "number {number} behind the name {name!r} (left out)",
        "DBLP numbers persons who have the same name.",
        "bibtex",
        "@misc{a, author = {Jo Smith 0003}}\n",
        _NOTE,
    ),
    (Code.BAD_NAME, "parts"): Message(
        "parts of the name {name!r} without a place: {parts} (left out)",
        "biblatex has parts of names and options of them that CSL has no variable for.",
        "biblatex",
        "@misc{a, author = {family=Smith, given=Jo, hash=x1}}\n",
    ),
    (Code.LATEX_KEPT, "commands"): Message(
        "unknown LaTeX {latex} (kept unchanged)",
        "A value holds a command that refconv cannot print.",
        "bibtex",
        "@misc{a, note = {\\citep{b}}}\n",
        _NOTE,
        several="unknown LaTeX {latex}: {count:,} times (kept unchanged)",
    ),
    (Code.LATEX_KEPT, "left-out"): Message(
        "unknown LaTeX {latex} (left out, the text in its braces is kept)",
        "A reference of a LaTeX list holds a command whose meaning is not known.",
        "latex",
        "\\bibitem{a} A. Ng, \\journaltitle{Rivers}, 2001.",
        _NOTE,
        several="unknown LaTeX {latex}: {count:,} times (left out, the text in its braces is kept)",
    ),
    (Code.LATEX_KEPT, "too-long"): Message(
        "LaTeX in a value of {length:,} characters (kept unchanged)",
        "LaTeX is decoded in values of up to a million characters.",
        severity=_NOTE,
    ),
    (Code.CONTROL_CHARACTER, "left-out"): Message(
        "control characters (left out)",
        "The text holds characters that no text file should hold.",
        "bibtex",
        "@misc{a, note = {a\x01b}}\n",
    ),
    (Code.BAD_DATE, "year"): Message(
        "no year in {value!r} (kept unchanged)",
        "A month or a day stands without a year.",
        "bibtex",
        "@misc{a, month = jan}\n",
    ),
    (Code.BAD_DATE, "month"): Message(
        "no month in {value!r} (kept unchanged)",
        "A field for the month has something else.",
        "bibtex",
        "@misc{a, year = 2019, month = {soon}}\n",
    ),
    # ── CSL-JSON ──────────────────────────────────────────────────────────────────────────────────
    (Code.SYNTAX, "item"): Message(
        "invalid JSON: {reason} (the item is left out)",
        "An item of the array is not valid JSON.",
        "csl-json",
        '[{"id": "a", "type": }]',
    ),
    (Code.SYNTAX, "odd-item"): Message(
        "invalid JSON: {reason} (read all the same)",
        "An item of the array is not valid JSON, but can be read.",
        "csl-json",
        '[{"id": "a", "type": "book", "title": "A\nB"}]',
    ),
    (Code.SYNTAX, "behind-array"): Message(
        "text behind the array (left out)",
        "A file goes on behind its last bracket.",
        "csl-json",
        '[{"id": "a", "type": "book"}] and more',
    ),
    (Code.STRAY_TEXT, "item"): Message(
        "{value} is not an item (left out)",
        "A member of the array is not an object.",
        "csl-json",
        '[1, {"id": "a", "type": "book"}]',
    ),
    (Code.MISSING_TYPE, "item"): Message(
        "no type (read as document)",
        "An item has no type.",
        "csl-yaml",
        "references:\n- id: a\n  title: A\n",
        several="items without a type: {count:,} (read as document)",
    ),
    (Code.MISSING_TYPE, "items"): Message(
        "no type (read as {taken}, by its variables)",
        "An item has no type: it is what its variables show.",
        "csl-json",
        '[{"id": "a", "title": "A"}]',
        several="items without a type: {count:,} (read as {taken}, by their variables)",
    ),
    (Code.UNKNOWN_TYPE, "other"): Message(
        "type {type!r} is not of CSL (read as {taken})",
        "The types of items are BibTeX's, Crossref's or Zotero's.",
        "csl-json",
        '[{"id": "a", "type": "journalArticle", "title": "A"}]',
        _NOTE,
        "type {type!r} is not of CSL: {count:,} times (read as {taken})",
    ),
    (Code.UNKNOWN_KEY, "other"): Message(
        "key {key!r} is not of CSL (read as {taken})",
        "Items have keys of BibTeX, Crossref or Zotero, or in another spelling.",
        "csl-json",
        '[{"id": "a", "type": "book", "title": "A", "doi": "10.1000/182"}]',
        _NOTE,
        "key {key!r} is not of CSL: {count:,} times (read as {taken})",
    ),
    (Code.BAD_NAME, "whole"): Message(
        "names of {role} are not in parts (read as persons or bodies)",
        "CSL has family and given names apart. Here a name is one text.",
        "csl-json",
        '[{"id": "a", "type": "book", "author": ["Bell, Ann", "Carl Dean"]}]',
        _NOTE,
        "names of {role} that are not in parts: {count:,} lists (read as persons or bodies)",
    ),
    # ── YAML ──────────────────────────────────────────────────────────────────────────────────────
    (Code.SYNTAX, "yaml"): Message(
        "invalid YAML: {reason} (the entry is cut there)",
        "A text is not valid YAML. The entry with the error is read up to it, the others whole.",
        "csl-yaml",
        "references:\n- id: a\n  type: book\n  title: [A\n- id: b\n  type: book\n",
        _ERROR,
    ),
    (Code.SYNTAX, "yaml-alias"): Message(
        "no anchor &{alias} before its alias (left out)",
        "An alias (*a) repeats the value that an anchor (&a) before it names.",
        "csl-yaml",
        "references:\n- id: a\n  type: book\n  title: *b\n",
    ),
    (Code.SYNTAX, "yaml-aliases"): Message(
        "aliases make the entry too large (the rest is left out)",
        "Aliases of aliases could repeat a value any number of times.",
    ),
    (Code.DUPLICATE_FIELD, "yaml"): Message(
        "{key!r} stands twice in a mapping (the second value, {value}, is left out)",
        "A mapping holds each key once.",
        "csl-yaml",
        "references:\n- id: a\n  type: book\n  author:\n  - family: A\n    family: B\n",
    ),
    (Code.CONTROL_CHARACTER, "yaml"): Message(
        "characters that YAML does not allow (left out)",
        "The text has characters that no YAML may have. Reported once a file.",
        "csl-yaml",
        "references:\n- id: a\n  type: book\n  title: A\x01B\n",
    ),
    (Code.STRAY_TEXT, "yaml-body"): Message(
        "text outside the metadata: {text!r} (not read)",
        "A document has its references in a block of metadata, and other text beside it.",
        "csl-yaml",
        "---\nreferences:\n- id: a\n  type: book\n---\nSome words.\n",
        _NOTE,
    ),
    (Code.NO_REFERENCES, "yaml"): Message(
        "no entry in this YAML (nothing was read)",
        "The file has none of the lists or mappings that hold entries in this format.",
        "csl-yaml",
        "title: A paper\n",
    ),
    # ── JSON of databases ─────────────────────────────────────────────────────────────────────────
    (Code.LEFT_OUT, "zotero-notes"): Message(
        "notes, attachments and annotations of Zotero are no references (left out)",
        "A library of Zotero holds other items beside references. An attachment's address and path "
        "are kept with the item that it belongs to.",
        "zotero-json",
        '[{"itemType": "book", "title": "A"}, {"itemType": "note", "note": "<p>Read it.</p>"}]',
        _NOTE,
        "notes, attachments and annotations of Zotero are no references ({count:,} left out)",
    ),
    (Code.LEFT_OUT, "zotero-record"): Message(
        "version, collections and dates of Zotero's own record (left out)",
        "An item of Zotero has keys that say nothing of the work, such as version, library, "
        "collections and dateModified.",
        "zotero-json",
        '[{"key": "AB12", "version": 3, "data": {"itemType": "book", "title": "A"}}]',
        _NOTE,
        "version, collections and dates of Zotero's own record (left out, {count:,} times)",
    ),
    (Code.LEFT_OUT, "openalex-bookkeeping"): Message(
        "cited works, counts, topics and dates of OpenAlex's own record (left out)",
        "A work of OpenAlex has keys that say nothing of the work, such as referenced_works, "
        "cited_by_count, topics and updated_date.",
        "openalex",
        '{"id": "https://openalex.org/W1", "title": "A", "type": "book", "cited_by_count": 3}',
        _NOTE,
        "cited works, counts, topics and dates of OpenAlex's records (left out, {count:,} times)",
    ),
    (Code.LEFT_OUT, "datacite-bookkeeping"): Message(
        "counts, state and dates of DataCite's own record (left out)",
        "A DOI of DataCite has keys that say nothing of the work, such as state, viewCount, "
        "metadataVersion and updated.",
        "datacite",
        '{"data": {"type": "dois", "attributes": {"doi": "10.1000/1", "state": "findable"}}}',
        _NOTE,
        "counts, state and dates of DataCite's own record (left out, {count:,} times)",
    ),
    (Code.LEFT_OUT, "semantic-scholar-bookkeeping"): Message(
        "cited papers, counts and computed keys of Semantic Scholar's own record (left out)",
        "A paper of Semantic Scholar has keys that say nothing of the work, such as references, "
        "citationCount, tldr and embedding.",
        "semantic-scholar",
        '{"paperId": "ab12", "title": "A", "citationCount": 3}',
        _NOTE,
        "cited papers, counts and computed keys of Semantic Scholar (left out, {count:,} times)",
    ),
    (Code.LEFT_OUT, "europe-pmc-bookkeeping"): Message(
        "counts, links and dates of Europe PMC's own record (left out)",
        "An article of Europe PMC has keys that say nothing of the work, such as citedByCount, "
        "hasReferences and firstIndexDate.",
        "europe-pmc",
        '{"id": "1", "source": "MED", "title": "A", "pubYear": "2004", "citedByCount": 3}',
        _NOTE,
        "counts, links and dates of Europe PMC's own record (left out, {count:,} times)",
    ),
    (Code.LEFT_OUT, "pubmed-summary-bookkeeping"): Message(
        "counts, history and sort keys of PubMed's own record (left out)",
        "A summary of PubMed has keys that say nothing of the work, such as history, pmcrefcount "
        "and sortpubdate.",
        "pubmed-summary",
        '{"result": {"uids": ["1"], "1": {"uid": "1", "title": "A", "sortpubdate": "2004"}}}',
        _NOTE,
        "counts, history and sort keys of PubMed's own record (left out, {count:,} times)",
    ),
    (Code.LEFT_OUT, "crossref-bookkeeping"): Message(
        "cited works, counts and dates of Crossref's own record (left out)",
        "A work of Crossref has keys that say nothing of the work, such as indexed, deposited, "
        "score and reference-count, and the list of what it cites.",
        "crossref",
        '{"DOI": "10.1000/1", "type": "journal-article", "title": ["A"], "reference-count": 3}',
        _NOTE,
        "cited works, counts and dates of Crossref's own record (left out, {count:,} times)",
    ),
    # ── tables ────────────────────────────────────────────────────────────────────────────────────
    (Code.SYNTAX, "csv-header"): Message(
        "a table whose columns are not known: {names} (nothing was read)",
        "The first row should name the columns: Title, Authors, Year, DOI and so on.",
        "csv",
        "a,b\n1,2\n",
        _ERROR,
    ),
    (Code.NO_REFERENCES, "csv-no-rows"): Message(
        "a table without a row below its column names (nothing was read)",
        "The table is empty, or its lines do not end where lines of a table do.",
        "csv",
        "Title,Year\n",
        _NOTE,
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
        _NOTE,
    ),
    (Code.STRAY_TEXT, "zotero-rdf"): Message(
        "a note or an attachment of no item: {text!r} (left out)",
        "A library of Zotero holds notes and files that belong to no reference.",
        "zotero-rdf",
        '<rdf:RDF><bib:Memo rdf:about="#1"><rdf:value>Some words.</rdf:value></bib:Memo></rdf:RDF>',
        _NOTE,
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
    # ── values: what codecs find; the reader of the record adds ``variable``, ``keys``, ``raw`` ───
    (Code.BAD_VALUE, "unreadable"): Message(
        "no value for {variable} in {keys}: {raw!r} (kept unchanged)",
        "A field has nothing that its variable can hold.",
        "ris",
        "TY  - JOUR\nKW  - ;\nER  - \n",
    ),
    (Code.BAD_DATE, "unreadable"): Message(
        "no date for {variable} in {keys}: {raw!r} (kept unchanged)",
        "A field has nothing that can be read as a date.",
        "csl-json",
        '[{"type": "book", "issued": {"date-parts": [["soon"]]}}]',
    ),
    (Code.BAD_DATE, "invalid"): Message(
        "invalid date {value!r} (kept as text)",
        "A value with digits cannot be read as a date.",
        "ris",
        "TY  - JOUR\nPY  - 20x4\nER  - \n",
    ),
    (Code.BAD_DATE, "ambiguous"): Message(
        "{value!r} may name either of two days (only its year {year} is read, the text is kept)",
        "Some countries write the day before the month, others the month before the day.",
        "ris",
        "TY  - JOUR\nPY  - 07/12/2004\nER  - \n",
        _NOTE,
    ),
    (Code.BAD_DATE, "more"): Message(
        "{value!r} says more than the date {date} (kept as text beside it)",
        "A field holds a date and other words.",
        "ris",
        "TY  - JOUR\nPY  - 1988, reprinted 1999\nER  - \n",
        _NOTE,
    ),
    (Code.BAD_DATE, "impossible"): Message(
        "the calendar has no {value} (kept as text)",
        "The parts of a date are no day of the calendar.",
        "csl-json",
        '[{"type": "book", "issued": {"date-parts": [[2004, 2, 30]]}}]',
    ),
    (Code.BAD_DATE, "contradiction"): Message(
        "{values} beside the date {date} (kept unchanged)",
        "Several fields hold the date, and they do not agree.",
        "ris",
        "TY  - JOUR\nPY  - 2019\nDA  - 2020/05/01\nER  - \n",
    ),
    (Code.BAD_NAME, "unreadable"): Message(
        "no name for {variable} in {keys}: {raw!r} (kept unchanged)",
        "A field has nothing that can be read as a name.",
        "csl-json",
        '[{"type": "book", "author": [1]}]',
    ),
    (Code.BAD_IDENTIFIER, "unreadable"): Message(
        "no {variable} in {keys}: {raw!r} (kept unchanged)",
        "A field has nothing that can be read as an identifier of its kind.",
        "ris",
        "TY  - JOUR\nDO  - whatever\nM3  - 10.1000/182\nER  - \n",
    ),
    (Code.BAD_IDENTIFIER, "invalid"): Message(
        "invalid {kind} {value!r} (kept unchanged)",
        "An identifier does not have the form that its register gives.",
        "ris",
        "TY  - JOUR\nDO  - 12.34/5\nER  - \n",
    ),
    (Code.BAD_IDENTIFIER, "check-digit"): Message(
        "wrong check digit in {kind} {value!r} (kept unchanged)",
        "An identifier has the right form, but its last digit does not follow from the others.",
        "ris",
        "TY  - BOOK\nSN  - 978-3-16-148410-1\nER  - \n",
    ),
    (Code.BAD_IDENTIFIER, "misplaced"): Message(
        "{kind} {value} stands under {keys} (read as {kind})",
        "A key that is made for the one number holds the other.",
        "bibtex",
        "@book{a, issn = {978-3-16-148410-0}}\n",
        _NOTE,
    ),
    (Code.BAD_IDENTIFIER, "contributor"): Message(
        "wrong check digit in ORCID {value!r} of {person} (left out)",
        "A page prints an ORCID after a name, but it is not right.",
        "text",
        "",
    ),
    # ── free text ─────────────────────────────────────────────────────────────────────────────────
    (Code.TOO_LONG, "line"): Message(
        "a line of more than {megabytes} MB (not read)",
        "Free text is read in parts of whole lines.",
        "text",
    ),
    (Code.TOO_LONG, "document"): Message(
        "a document of more than {megabytes} MB (not read)",
        "A Word file, PDF or the like is read at once, so that its size is limited.",
        severity=_ERROR,
    ),
    (Code.BINARY, "extra"): Message(
        "{kind} needs more of refconv (not read; pip install 'refconv[documents]')",
        "Some kinds of documents are read by packages that are not installed with refconv.",
        severity=_ERROR,
    ),
    (Code.BINARY, "encrypted"): Message(
        "a {kind} that needs a password (not read; save it without one)",
        "The file is encrypted so that only its password opens it.",
        severity=_ERROR,
    ),
    (Code.BINARY, "damaged"): Message(
        "a {kind} that cannot be opened (not read)",
        "The file is cut off or damaged beyond what readers repair.",
        severity=_ERROR,
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
        _NOTE,
        several="references with nothing but a {kind}: {count:,} (read without title and authors)",
    ),
    (Code.NO_REFERENCES, "bibliography-file"): Message(
        "the references of this text are in {files} (convert that file, or the .bbl beside this)",
        "A LaTeX file names its bibliography, which BibTeX or biber reads from another file.",
        "latex",
        "\\documentclass{article}\\begin{document}\\bibliography{refs}\\end{document}",
        severity=_ERROR,
    ),
    (Code.NO_REFERENCES, "text"): Message(
        "no reference list in the text (nothing was read)",
        "Nothing in the text looks like a list of references.",
        "text",
        "Some words.",
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
        _NOTE,
    ),
    (Code.LOW_CONFIDENCE, "reference"): Message(
        "uncertain labels ({confidence:.0%}) in {text!r} (please check)",
        "The tagger is not sure how to take the reference apart.",
        "text",
        "",
        _NOTE,
    ),
}
"""The situations, by code and reason."""
