"""Plain text as one line of a file can hold it."""

from __future__ import annotations

from collections.abc import Iterable

# Characters that a line has no place for, and what stands in their place.
_REPLACED: tuple[tuple[Iterable[int], str], ...] = (
    ((*range(9), *range(14, 28), *range(127, 160), 0xFEFF), ""),
    ((9, 31), " "),
    # No encoding of a file has a place for half of a pair.
    (range(0xD800, 0xE000), "\ufffd"),
)
_CONTROLS = {code: text for codes, text in _REPLACED for code in codes}


def one_line(text: str) -> str:
    r"""Return a text without control characters, its lines joined by a space.

    >>> one_line(" A title,\n  wrapped ")
    'A title, wrapped'
    """
    if text.isprintable():
        return text.strip()
    parts = (line.translate(_CONTROLS).strip() for line in text.splitlines())
    return " ".join(part for part in parts if part)


_NOTHING = frozenset({"n/a", "na", "n.a.", "none", "null", "nan", "undefined", "-", "--", "."})


def stands_for_nothing(text: str) -> bool:
    """Return whether a number is a word or a mark that programs write for one they do not have.

    >>> stands_for_nothing("N/A"), stands_for_nothing("12")
    (True, False)
    """
    return text.casefold() in _NOTHING


def is_plain(text: str) -> bool:
    """Return whether a text, not empty, survives any line as it is and has no markup.

    The test is quick, and may be false for a text that would survive.
    """
    return text.isprintable() and "<" not in text and text[0] != " " and text[-1] != " "
