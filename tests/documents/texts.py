"""What is read of pasted texts, as tests compare it."""

from __future__ import annotations

from typing import NamedTuple

import refconv

PARTS = [
    "*",
    "_",
    "`",
    "[",
    "]",
    "(",
    ")",
    "{",
    "}",
    "|",
    "\\",
    ">",
    "#",
    "=",
    "/",
    "~",
    "^",
    ":",
    "-",
]
PARTS += ["\n", "\n\n", " ", "a ", "Ng, A. (2001). Rivers. ", "https://a.example/b", "10.1000/1"]
"""Parts of which laws make texts that no carrier may fail on."""


class Row(NamedTuple):
    """A reference in short: id, first author, title, container, DOI."""

    id: str
    author: str
    title: str
    container: str
    DOI: str = ""


def rows(text: str, name: str | None = None) -> tuple[str, list[Row]]:
    """Return the format of a text and its references in short."""
    read = refconv.read(text, name=name) if name else refconv.parse(text)
    found = [
        Row(
            one.id,
            one.author[0].family if one.author else "",
            one.title,
            one.container_title,
            one.DOI,
        )
        for one in read
    ]
    return read.format, found
