"""Whether a program holds a value as it was: a text, a date, a name, in another spelling too."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from refconv.core.edtf import Date
from refconv.core.model import Name
from refconv.core.substance import spelled_alike
from refconv.values.date_fields import decode_date


class Creator(NamedTuple):
    """A creator: its role and its name; ``first`` is ``None`` for a name in one field."""

    role: str
    last: str
    first: str | None = None


def alike(text: str) -> str:
    """Return a text without what two spellings of it may differ in."""
    composed = text if text.isascii() else unicodedata.normalize("NFC", text)
    return spelled_alike(composed)


_NUMBER_SEPARATORS = re.compile(r"[\s,;\u2010\u2011-]+")


def same_text(variable: str, value: str, stored: str) -> bool:
    """Return whether a field holds a value.

    >>> same_text("ISBN", "9783161484100", "978-3-16-148410-0"), same_text("title", "A", "a")
    (True, False)
    """
    if value == stored or alike(value) == alike(stored):
        return True
    if variable in ("ISBN", "ISSN"):
        bare, held = (_NUMBER_SEPARATORS.sub("", text).upper() for text in (value, stored))
        return bare == held
    return False


def same_date(date: Date, stored: str) -> bool:
    """Return whether a field holds a date; in words or in numbers, it is the same one.

    >>> same_date(Date.parse("2024-03-05"), "March 5, 2024")
    True
    >>> same_date(Date.parse("2024-03"), "2024-03-01 00:00:00")
    False
    """
    edtf, literal = date.edtf(), date.literal
    if stored in (edtf, literal) and not (edtf and literal):
        return True
    if not edtf and _literal(literal) == _literal(stored):
        return True
    held = read_date(stored)
    return date == held or (edtf, _literal(literal)) == (held.edtf(), _literal(held.literal))


def _literal(text: str) -> str:
    # ISO 8601 separates a time by the letter T or a space.
    return re.sub(r"(?<=\d)T(?=\d)", " ", alike(text))


def read_date(stored: str) -> Date:
    """Return the date that a field holds; midnight is no time, but the date without one."""
    return decode_date(stored.removesuffix(" 00:00:00"))


def same_name(name: Name, creator: Creator) -> bool:
    """Return whether a creator is a person: every word of the name, the family name at its end.

    >>> same_name(Name(family="Berg", non_dropping_particle="van der", given="J.", suffix="Jr."),
    ...           Creator("author", "van der Berg", "J., Jr."))
    True
    """
    if creator.last == name.family and creator.first == name.given and not name.suffix:
        return not (name.non_dropping_particle or name.dropping_particle)
    if name.literal:
        whole = creator.first if not creator.last else creator.last if not creator.first else None
        return whole is not None and alike(name.literal) == alike(whole)
    parts = (name.given, name.dropping_particle, name.non_dropping_particle, name.family)
    words = _words((*parts, name.suffix))
    if words != _words((creator.last, creator.first or "")):
        return False
    family, last = alike(name.family), alike(creator.last)
    return last.endswith(family) or not creator.first or not name.family


def _words(parts: Iterable[str]) -> list[str]:
    return sorted(" ".join(alike(part).replace(",", " ") for part in parts).split())


def as_name(creator: Creator) -> Name:
    """Return a creator as a name of the model.

    >>> as_name(Creator("author", "Roe", "Ann")), as_name(Creator("author", "Acme"))
    (Name(family='Roe', given='Ann'), Name(literal='Acme'))
    """
    if creator.first and creator.last:
        return Name(family=creator.last, given=creator.first)
    return Name(literal=creator.last or creator.first or "")


_BLOCK = re.compile(r"</?(?:p|br|div|li|ul|ol|h[1-6])\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]+>")


def note_text(note: str) -> str:
    """Return a note's text in one line, without tags.

    >>> note_text("<p>a<br/>b <b>c</b>&nbsp;&nbsp;d</p>")
    'a b c d'
    """
    text = note if "<" not in note else _TAG.sub("", _BLOCK.sub("\n", note))
    if "&" in text:
        import html  # noqa: PLC0415 (only for notes with entities)

        text = html.unescape(html.unescape(text))
    return alike(text)
