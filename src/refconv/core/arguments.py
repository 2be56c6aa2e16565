"""Check the arguments of public functions: wrong use raises at once and names the argument."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def check_type(value: object, kinds: type | tuple[type, ...], name: str, expected: str) -> None:
    """Check that an argument is of a type.

    Args:
        value: The argument.
        kinds: The type, or several.
        name: The argument's name.
        expected: What it must be, in words.

    Raises:
        TypeError: if it is not.

    >>> check_type(None, str, "text", "a str")
    Traceback (most recent call last):
    TypeError: text must be a str, not NoneType
    """
    if not isinstance(value, kinds):
        raise TypeError(f"{name} must be {expected}, not {type(value).__name__}")


def check_many(values: Any, kind: type, name: str, expected: str) -> list[Any]:
    """Return the members of an argument that must be several values of a type.

    Args:
        values: The argument: any iterable but a single text.
        kind: The type of each member.
        name: The argument's name.
        expected: What it must be, in words.

    Raises:
        TypeError: if it is not; it names the first wrong member.

    >>> check_many(["a", 1], str, "strings", "a list of str")
    Traceback (most recent call last):
    TypeError: strings[1] must be a str, not int
    >>> check_many("a", str, "strings", "a list of str")
    Traceback (most recent call last):
    TypeError: strings must be a list of str, not str
    """
    if isinstance(values, str | bytes) or not isinstance(values, Iterable):
        raise TypeError(f"{name} must be {expected}, not {type(values).__name__}")
    members = [*values]
    for index, member in enumerate(members):
        check_type(member, kind, f"{name}[{index}]", f"a {kind.__name__}")
    return members


_NEAR = 0.6
"""The likeness above which a word may be meant: that of ``difflib.get_close_matches``."""


def unknown(kind: str, given: str, known: Iterable[str]) -> str:
    """Return the message for an unknown word: the nearest that there is, or else all of them.

    >>> unknown("format", "RSI", ["ris", "bibtex"])
    "unknown format 'RSI' (did you mean 'ris'?)"
    >>> unknown("program", "word", ["zotero", "endnote"])
    "unknown program 'word' (known: zotero, endnote)"
    """
    from difflib import SequenceMatcher  # noqa: PLC0415 (only where something is wrong)

    words = [*known]
    likeness = [SequenceMatcher(None, word.casefold(), given.casefold()).ratio() for word in words]
    # Of several that are as near, the first.
    best = max(likeness, default=0.0)
    near = words[likeness.index(best)] if best >= _NEAR else ""
    hint = f"did you mean {near!r}?" if near else f"known: {', '.join(words)}"
    return f"unknown {kind} {given!r} ({hint})"
