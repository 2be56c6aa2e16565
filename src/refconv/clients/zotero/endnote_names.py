"""How Zotero reads the names of persons in EndNote XML."""

from __future__ import annotations

import re

_ENDS = " \t\r\n\xa0.,/[]:"
_INITIALS = 4
"""First names in capitals that are shorter are initials."""


def divided_name(name: str, *, has_comma: bool = True) -> tuple[str, str]:
    """Return the last and the first name.

    Args:
        name: The name as it is written.
        has_comma: Whether it is divided at a comma; otherwise the last word is the last name.

    >>> divided_name("Doe, JA"), divided_name("Doe, J."), divided_name("Jane Doe")
    (('Doe', 'J. A.'), ('Doe', 'J.'), ('Jane Doe', ''))
    >>> divided_name("Jane Doe", has_comma=False)
    ('Doe', 'Jane')
    """
    text = re.sub(r" {2,}", " ", name.strip(_ENDS), count=1)
    if has_comma:
        parts = re.split(r", ?", re.sub(r"\.(?=[^ ])", ". ", text, count=1))
        last, first = parts[0], parts[1] if len(parts) > 1 else ""
    else:
        first, _, last = text.rpartition(" ")
    is_upper = first.isalpha() and first.isupper() and len(first) < _INITIALS
    if is_upper and (len(first) == 1 or last.upper() != last):
        first = " ".join(f"{letter}." for letter in first)
    words = (f"{word}." if len(word) == 1 and word.isupper() else word for word in first.split())
    return " ".join(last.split()), " ".join(words)
