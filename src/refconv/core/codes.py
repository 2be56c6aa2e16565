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
    UNKNOWN_FORMAT = "unknown-format"
    UNREADABLE = "unreadable"
    SYNTAX = "syntax"
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
    UNKNOWN_FIELD = "unknown-field"
    CONTROL_CHARACTER = "control-character"
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


@frozen(slots=False)
class Message:
    """One situation of a code.

    ``template`` is filled with the diagnostic's data by :meth:`str.format`. ``example`` is an input
    of ``format`` that causes the diagnostic, where a short one does.
    """

    template: str
    explanation: str
    format: str = ""
    example: str | bytes = ""
    severity: Severity = Severity.WARNING

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of the data that the template shows."""
        return frozenset(name for _, name, _, _ in Formatter().parse(self.template) if name)


_NOTE, _ERROR = Severity.NOTE, Severity.ERROR

MESSAGES: Mapping[tuple[Code, str], Message] = {
    (Code.UNKNOWN_TYPE, "type"): Message(
        "unknown type {type!r} (read as {taken})",
        "The format has no such type of record.",
        "ris",
        "TY  - NONE\nTI  - A title\nER  - \n",
    ),
    # ── values: said by codecs; the reader of the record adds ``variable`` and ``keys`` ───────────
    (Code.BAD_VALUE, "unreadable"): Message(
        "no value for {variable} in {keys} (kept unchanged)",
        "A field has nothing that its variable can hold.",
        "ris",
        "TY  - JOUR\nKW  - ;\nER  - \n",
    ),
    (Code.BAD_DATE, "unreadable"): Message(
        "no date for {variable} in {keys} (kept unchanged)",
        "A field has nothing that can be read as a date.",
        "csl-json",
        '[{"type": "book", "issued": {"date-parts": [["soon"]]}}]',
    ),
    (Code.BAD_NAME, "unreadable"): Message(
        "no name for {variable} in {keys} (kept unchanged)",
        "A field has nothing that can be read as a name.",
        "csl-json",
        '[{"type": "book", "author": [1]}]',
    ),
    (Code.BAD_IDENTIFIER, "unreadable"): Message(
        "no {variable} in {keys} (kept unchanged)",
        "A field has nothing that can be read as an identifier of its kind.",
        "ris",
        "TY  - JOUR\nDO  - none\nM3  - 10.1000/182\nER  - \n",
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
    (Code.BAD_DATE, "invalid"): Message(
        "invalid date {value!r} (kept as text)",
        "A value with digits cannot be read as a date.",
        "ris",
        "TY  - JOUR\nPY  - 20x4\nER  - \n",
    ),
    (Code.BAD_DATE, "impossible"): Message(
        "the calendar has no {value} (kept as text)",
        "The parts of a date are no day of the calendar.",
        "csl-json",
        '[{"type": "book", "issued": {"date-parts": [[2004, 2, 30]]}}]',
    ),
    (Code.BAD_DATE, "contradiction"): Message(
        "{values} contradicts the date {date} (kept beside it)",
        "Several fields hold the date, and they do not agree.",
        "ris",
        "TY  - JOUR\nPY  - 2019\nDA  - 2020/05/01\nER  - \n",
    ),
    (Code.DUPLICATE_FIELD, "values"): Message(
        "{value!r} beside {taken!r} (the latter is used, both are kept)",
        "A field that holds one value stands several times with different ones.",
        "ris",
        "TY  - JOUR\nVL  - 1\nVL  - 2\nER  - \n",
    ),
}
"""The situations, by code and reason."""

TEXT = "text"
"""The reason of a message that is given as text."""


def message_of(code: Code, reason: str) -> Message:
    """Return the row of a situation."""
    return _AS_TEXT if reason == TEXT else MESSAGES[code, reason]


_AS_TEXT = Message("{text}", "")
