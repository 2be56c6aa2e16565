"""E-mail and other text with records in it: quotation marks go, BibTeX and RIS are what they are.

What stands between is read as text, in order. A signature (``-- ``) ends a text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from refconv.documents.carrier import Carrier, Document
from refconv.documents.embedded_text import records_in
from refconv.documents.light_markup import Lines, SourceLine, is_quoted, read_markup

_HEAD = re.compile(
    r"(?:From|To|Cc|Bcc|Subject|Date|Sent|Reply-To|Message-ID|Von|An|Betreff|Gesendet|De|À|Objet)"
    r":[ \t]|On\b[^\n]{5,120}\bwrote:|Am\b[^\n]{5,120}\bschrieb\b|Le\b[^\n]{5,120}\ba écrit\s?:"
    r"|-{3,}[ \t]?(?:Original Message|Forwarded message)"
)
_SIGNATURE = re.compile(r"-- ?$")
# A number that has only a record behind it.
_ALONE = re.compile(r"[ \t]{0,9}(?:\[?\d{1,4}[.)\]]|[-*•])[ \t]*$")


def _lines(text: str, lines: Sequence[SourceLine], out: Lines) -> None:
    is_signature = False
    for line in lines:
        words = text[line.start : line.end].rstrip("\r\n")
        if _SIGNATURE.match(words):
            is_signature = True
        elif is_signature and not words.strip():
            is_signature = False
        if is_signature or not words.strip() or _HEAD.match(words) or _ALONE.match(words):
            out.blank(line.start)
        else:
            out.add(line.start, line.start + len(words))


def read(text: str) -> Document:
    """Read an e-mail, or a text with records in it; never raises."""
    return read_markup(text, _lines, None)


def recognises(text: str) -> bool:
    r"""Return whether a text is quoted, or has records in it.

    >>> recognises("Hi,\n> Ng A. Rivers.\n> 2001."), recognises("a > b")
    (True, False)
    """
    return is_quoted(text) or bool(records_in(text))


CARRIER = Carrier(
    "email", "e-mail, or a text with records of BibTeX or RIS in it", read, recognises=recognises
)
