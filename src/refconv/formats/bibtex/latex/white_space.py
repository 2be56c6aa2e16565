"""White space and control characters: what is done to any text on its way in and out."""

from __future__ import annotations

import re

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


CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """Take out what no text file should hold: control characters and lone surrogates."""
    if text.isprintable() or CONTROL.search(text) is None:
        return text
    return CONTROL.sub(lambda match: _REPLACED.get(match[0], ""), _SURROGATES.sub("\ufffd", text))


_REPLACED = {"\x0b": " ", "\x0c": " ", "\x85": " "}
