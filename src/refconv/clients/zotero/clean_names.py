"""Names as Zotero cleans them where it divides them itself: periods after initials, no more."""

from __future__ import annotations

import re

_EDGES = " \t\n\xa0.,/[]:"
_CAPITALS = re.compile(r"[A-ZЀ-Я]{1,3}")
_INITIAL = re.compile(r"-?[A-ZЀ-Я]")
_DASHES = re.compile("\\s*[-\u00ad\u2010-\u2015\u2212\u2e3a\u2e3b]\\s*")
_PARTS = re.compile(r"[\s.]+|(?=-)")


def cleaned_name(text: str) -> tuple[str, str]:
    """Return the last and the first name of a name without comma: the last word is the last name.

    >>> cleaned_name("Jane A. van Doe Jr."), cleaned_name("JA Doe")
    (('Jr', 'Jane A. van Doe'), ('Doe', 'J. A.'))
    """
    text = text.strip(_EDGES)
    place = len(text)
    while (place := text.rfind(" ", 0, place)) > 0:
        if text[place + 1 : place + 2].isalpha():
            break
    last, first = text[place + 1 :], text[: max(place, 0)]
    return last, cleaned_first_name(first, last)


def cleaned_first_name(first: str, last: str) -> str:
    """Return a first name with a period after each initial.

    >>> cleaned_first_name("JA", "Doe"), cleaned_first_name("J-P. Bob", "Doe")
    ('J. A.', 'J.-P. Bob')
    """
    if _CAPITALS.fullmatch(first) and (len(first) == 1 or last.upper() != last):
        return " ".join(f"{char}." for char in first)
    parts = _PARTS.split(_DASHES.sub("-", first.lstrip(" .").rstrip(" ,")))
    dotted = (f"{part}." if _INITIAL.fullmatch(part) else part for part in parts)
    return " ".join(dotted).replace(" -", "-").strip()
