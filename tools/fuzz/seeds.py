"""The inputs that the search begins with: small texts of each format, and its words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import refconv
from refconv import Name, Reference
from tests.formats.examples import examples, inputs_of

ROOT = Path(__file__).parent.parent.parent

_SOME = (
    Reference(
        type="article-journal",
        id="a",
        title="A <i>title</i>",
        author=[
            Name(family="Müller", given="A. B.", orcid="0000-0002-1825-0097"),
            Name(literal="WHO"),
        ],
        container_title="J Test",
        issued="2001-05/2002",
        volume="1",
        page="3-9",
        DOI="10.1000/182",
        et_al={"author"},
        keyword=["one", "two"],
        custom=[("bibtex:file", "x"), ("ris:X1", "y")],
    ),
    Reference(type="chapter", id="b", title="B", editor=[Name(family="Ng")], container_title="C"),
)


def seeds(name: str, longest: int) -> Iterator[bytes]:
    """Yield texts of a format, none longer than ``longest`` bytes if its lines are not.

    They are what refconv writes, parts of the golden files (for free text, of the pages of its
    tests) that end at a line end, and the words of the format.
    """
    if refconv.FORMATS[name].join is not None:
        for reference in _SOME:
            yield refconv.write(reference, name).text.encode()
    for text in inputs_of(name):
        yield from _parts(text.encode(), longest)
    yield from (word.encode() for word in examples()[name].words)


def _parts(text: bytes, longest: int) -> Iterator[bytes]:
    """Split a text into the longest parts of whole lines that are short enough."""
    part = b""
    for line in text.splitlines(keepends=True):
        if part and len(part + line) > longest:
            yield part
            part = b""
        part += line
    yield part
