"""White space and control characters: both are cleaned in every value read or written."""

from __future__ import annotations

import re

BLANK = " \t\r\n\f\v"


def is_tidy(text: str) -> bool:
    """Return quickly whether white space is tidy; only spaces are printable white space."""
    return text.isprintable() and "  " not in text and text[:1] != " " and text[-1:] != " "


def _joined(text: str) -> str:
    """Replace each run of white space by a space, and remove it at the ends."""
    for blank in BLANK:
        text = text.replace(blank, " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text.strip(" ")


def tidy(text: str) -> str:
    r"""Join lines and runs of white space, as BibTeX does; paragraphs stay apart.

    >>> tidy("one\n two\n\nthree")
    'one two\n\nthree'
    """
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
    """Join lines, paragraphs and runs of white space."""
    return text if is_tidy(text) else _joined(text)


CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """Remove what no text file should hold: control characters and lone surrogates."""
    if text.isprintable() or CONTROL.search(text) is None:
        return text
    return CONTROL.sub(lambda match: _REPLACED.get(match[0], ""), _SURROGATES.sub("\ufffd", text))


_REPLACED = {"\x0b": " ", "\x0c": " ", "\x85": " "}
