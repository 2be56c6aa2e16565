"""What a diagnostic is made of: its code, its severity and the form of its message.

The messages themselves stand in :mod:`refconv.core.messages`, a module for each kind of input.
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


Messages = Mapping[tuple[Code, str], Message]
"""Situations, by code and reason."""
