"""How the kinds of fields use LaTeX, and what is done to any text on its way in and out."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple, TypeAlias


class Style(NamedTuple):
    """How a kind of field uses LaTeX.

    ``markup``: fonts become rich text, else they are left away. ``protects``: braces protect the
    case of letters. ``ligatures``: ``--``, ``` `` ``` and the like print as one character. ``tie``
    is what ``~`` stands for.
    """

    markup: bool = True
    protects: bool = False
    ligatures: bool = True
    tie: str = "\u00a0"


TEXT = Style()
TITLE = Style(protects=True)
NAME = Style(markup=False, ligatures=False, tie=" ")
CODE = Style(markup=False, ligatures=False, tie="~")


BLANK = " \t\r\n\f\v"


def is_tidy(text: str) -> bool:
    """Tell quickly that there is nothing to join; no other blank than a space is printable."""
    return text.isprintable() and "  " not in text and text[:1] != " " and text[-1:] != " "


def _joined(text: str) -> str:
    """Make each run of blanks one space, and none at the ends; in place, however many they are."""
    for blank in BLANK:
        text = text.replace(blank, " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text.strip(" ")


def tidy(text: str) -> str:
    """Join lines and blanks, as BibTeX does; paragraphs stay apart."""
    if is_tidy(text):
        return text
    if "\n" not in text:
        return _joined(text)
    paragraphs: list[list[str]] = [[]]
    for line in text.split("\n"):
        if words := _joined(line):
            paragraphs[-1].append(words)
        elif paragraphs[-1]:
            paragraphs.append([])
    return "\n\n".join(" ".join(lines) for lines in paragraphs if lines)


def one_line(text: str) -> str:
    """Join lines and blanks, paragraphs too."""
    return text if is_tidy(text) else _joined(text)


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


NAMES = "names"
"""The style of a key that holds names."""

StyleOf: TypeAlias = Callable[[str], Style | str | None]
"""How a key (lower case) is read and written: ``None`` is verbatim."""

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """Take out what no text file should hold: control characters and lone surrogates."""
    if text.isprintable() or CONTROL.search(text) is None:
        return text
    return CONTROL.sub(lambda match: _REPLACED.get(match[0], ""), _SURROGATES.sub("\ufffd", text))


_REPLACED = {"\x0b": " ", "\x0c": " ", "\x85": " "}
