"""Corrected cuts: where a list was divided wrongly, and where it was in the same way.

A place in a string has a *shape*: the kinds of the words and marks before and after it (a number,
a capitalised word, a full stop …). A list prints its references alike, so the same shape in another
string is where that one may have to be divided, too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from refconv.core.report import Segment

LEFT, RIGHT = 2, 3
"""How many words and marks before and after a place make its shape."""
_TOKEN = re.compile(r"\d+|[^\W\d_]+|\S")
_DASH = re.compile(r"[-\u2010-\u2015\u2212]")
_WHO, _WHAT = frozenset({"author", "editor"}), frozenset({"title", "container-title", "publisher"})


class CutShape(NamedTuple):
    """The kinds of the words and marks before and after a place."""

    left: tuple[str, ...]
    right: tuple[str, ...]


def cut_shape(text: str, at: int) -> CutShape | None:
    """Return the shape of a place; ``None`` at the beginning and at the end.

    >>> cut_shape("Ng A. Rivers. 2001. Roe B. Lakes. 2002.", 20)
    CutShape(left=('9', '.'), right=('Aa', 'A', '.'))
    """
    before, after = text[:at], text[at:]
    left = [_kind(token) for token in _TOKEN.findall(before)[-LEFT:]]
    right = [_kind(token) for token in _TOKEN.findall(after[:600])[:RIGHT]]
    return CutShape(tuple(left), tuple(right)) if left and right else None


def cuts_in(shape: CutShape, text: str) -> list[int]:
    """Return the places of a string that have a shape, in order.

    >>> cuts_in(CutShape(("9", "."), ("Aa", "A", ".")), "Poe C. Bogs. 1999. Doe D. Fens. 1998.")
    [19]
    """
    tokens = [*_TOKEN.finditer(text)]
    kinds = tuple(_kind(token[0]) for token in tokens)
    left, right = len(shape.left), len(shape.right)
    return [
        tokens[place].start()
        for place in range(left, len(tokens) - right + 1)
        if kinds[place - left : place] == shape.left and kinds[place : place + right] == shape.right
    ]


class JoinShape(NamedTuple):
    """How one string ends and the next one begins, and whether that one has a number."""

    end: str
    begin: tuple[str, ...]
    has_number: bool


def join_shape(first: str, second: str, number: str = "") -> JoinShape | None:
    """Return the shape of the boundary of two strings; ``None`` if one of them has no words.

    >>> join_shape("Ng A. Rivers and", "lakes. 2001.")
    JoinShape(end='a', begin=('a',), has_number=False)
    """
    last, begin = _TOKEN.findall(first)[-1:], _TOKEN.findall(second[:600])[:1]
    if not last or not begin:
        return None
    return JoinShape(_kind(last[0]), (_kind(begin[0]),), bool(number))


def has_parts_of_a_reference(segments: Iterable[Segment]) -> bool:
    """Return whether a labelled string has what a reference has: a work, and who or when."""
    labels = {segment.label for segment in segments}
    return bool(labels & _WHAT) and bool(labels & (_WHO | {"issued"}))


def begins_with_people(segments: Sequence[Segment]) -> bool:
    """Return whether a labelled string begins with its authors or editors."""
    return bool(segments) and segments[0].label in _WHO


def boundary_lines(inputs: Iterable[tuple[str, Sequence[tuple[int, int]], str]]) -> str:
    """Write texts with the places of their references, one text a line.

    Args:
        inputs: For each text the spans of its references (characters) and the name of its document.
    """
    rows = (
        {"text": text, "references": [[*span] for span in spans], "doc": document or text[:40]}
        for text, spans, document in inputs
    )
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _kind(token: str) -> str:
    """Return the kind of a word or mark."""
    if token[0].isdecimal():
        return "9"
    if not token[0].isalpha():
        return "-" if _DASH.match(token) else token
    if token[0].isupper():
        return "A" if token.isupper() else "Aa"
    return "a"
