"""E-mail and other text with records in it: quotation marks go, BibTeX and RIS are what they are.

What stands between is read as text, in order. A signature (``-- ``) ends a text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from refconv.documents.carrier import Carrier, Document
from refconv.documents.marked_up.light_markup import Lines, SourceLine, is_quoted, read_markup
from refconv.documents.pasted.embedded_text import records_in
from refconv.values.html_text import rich_paragraphs

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
    body = _decoded(text) if _MIME.match(text) else None
    if body is None:
        return read_markup(text, _lines, None)
    # What is decoded has no places in the file.
    return evolve(read_markup(body, _lines, None), offsets=())


# A message as programs store it: heads, one of which says how its parts are encoded.
_MIME = re.compile(
    r"\ufeff?(?=[A-Z][A-Za-z-]{1,40}:[ \t])"
    r"(?:[A-Z][\w-]{1,60}:[^\n]{0,2000}\n|[ \t][^\n]{0,2000}\n){0,200}?"
    r"(?:MIME-Version|Content-Type|Content-Transfer-Encoding):",
    re.IGNORECASE,
)


def _decoded(text: str) -> str | None:
    """Return the text of a stored message; ``None`` if it has none."""
    import email  # noqa: PLC0415 - few texts are messages
    import email.policy  # noqa: PLC0415

    try:
        message = email.message_from_string(text, policy=email.policy.default)
        part = message.get_body(("plain", "html"))
        content = part.get_content() if part is not None else None
    except (LookupError, ValueError, TypeError, AttributeError, RecursionError):
        return None
    if part is None or not isinstance(content, str):
        return None
    return rich_paragraphs(content) if part.get_content_subtype() == "html" else content


def recognises(text: str) -> bool:
    r"""Return whether a text is quoted, or has records in it.

    >>> recognises("Hi,\n> Ng A. Rivers.\n> 2001."), recognises("a > b")
    (True, False)
    """
    return is_quoted(text) or bool(records_in(text)) or _MIME.match(text) is not None


def is_mixed(text: str) -> bool:
    r"""Return whether a text has references beside the records in it.

    >>> record = "@book{ng, title = {Rivers}, year = 2001}"
    >>> line = "Roe, B. (2004). Lakes of the south. Water, 5, 7-9."
    >>> is_mixed(f"{line}\n{record}"), is_mixed(record)
    (True, False)
    """
    place = 0
    for one in (*records_in(text), None):
        end = len(text) if one is None else one.start
        if _PRINTED.search(text, place, end):
            return True
        place = one.end if one is not None else end
    return False


_PRINTED = re.compile(
    r"^(?![ \t]{0,9}[%@#}]|[ \t]{0,9}[A-Z][A-Z0-9][ ]{1,2}-)"
    r"(?=[^\n{}=]{40,1200}$)[^\n]{0,600}\b(?:1[89]|20)\d\d\b",
    re.MULTILINE,
)
"""A line that reads as a reference: it has a year, and is neither a comment nor a field."""


CARRIER = Carrier(
    "email", "e-mail, or a text with records of BibTeX or RIS in it", read, recognises=recognises
)
