"""Pairs of braces, in LaTeX's count and in BibTeX's."""

from __future__ import annotations

import re


def braces(source: str) -> dict[int, int]:
    """Pair the braces, those behind a backslash left aside."""
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
    """Tell whether braces pair up, those behind a backslash left aside."""
    depth = 0
    for match in _BRACES.finditer(text):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if depth < 0:
            return False
    return depth == 0


def is_balanced(text: str) -> bool:
    """Tell whether a text's braces pair up, as BibTeX counts them."""
    depth = 0
    for char in text:
        if char == "{":
            depth += 1
        elif char == "}":
            depth -= 1
            if depth < 0:
                return False
    return depth == 0
