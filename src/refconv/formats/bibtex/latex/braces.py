"""Pairs of braces, in LaTeX's count and in BibTeX's."""

from __future__ import annotations

import re


def braces(source: str) -> dict[int, int]:
    """Return where each opening brace closes, without those behind a backslash.

    >>> braces("{a{b}}")
    {2: 4, 0: 5}
    """
    ends: dict[int, int] = {}
    opened: list[int] = []
    for match in _BRACES.finditer(source):
        if match[0] == "{":
            opened.append(match.start())
        elif match[0] == "}" and opened:
            ends[opened.pop()] = match.start()
    return ends


_BRACES = re.compile(r"\\.|[{}]", re.DOTALL)


def is_balanced_in_latex(text: str) -> bool:
    """Return whether braces pair up, without those behind a backslash."""
    depth = 0
    for match in _BRACES.finditer(text):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if depth < 0:
            return False
    return depth == 0


def is_balanced(text: str) -> bool:
    """Return whether braces pair up as BibTeX counts them, with those behind a backslash."""
    if "{" not in text and "}" not in text:
        return True
    depth = 0
    for char in text:
        if char == "{":
            depth += 1
        elif char == "}":
            depth -= 1
            if depth < 0:
                return False
    return depth == 0
