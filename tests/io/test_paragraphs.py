"""Short texts without any list: what in them is a reference, and what is prose."""

from __future__ import annotations

import pytest

import refconv
from refconv.io.paragraphs import references_in

SINGLE = [
    "Stigler, Joseph (2002): Markets and Its Discontents. London, Penguin.",
    "Campos, Haroldo de. Morfologia do Rio. São Paulo: Perspectiva, 1973.",
    "Ebert (Nicolas), Le dilemme du port, Paris, La Découverte, 2006.",
    "WHO. World health statistics. Geneva: WHO; 2019.",
    "Plato. Republic. Oxford: Clarendon Press, 1998.",
    "Duarte, Ana. A cidade e o rio. Lisboa: Cais, 2004. 230 p.",
    "Vogel, Karl: Die Stadt am Fluss. Berlin: Ufer Verlag 1987.",
]


@pytest.mark.parametrize("text", SINGLE)
def test_a_single_reference_is_read(text: str) -> None:
    assert [found.text for found in references_in(text)] == [text]
    assert len(refconv.parse(text)) == 1


TEXTS = [
    # a text, the references in it
    ("\n\n".join(SINGLE[:3]), SINGLE[:3]),
    ("\n".join(SINGLE[1:4]), SINGLE[1:4]),
    ("Vogel, Karl: Die Stadt am\n  Fluss. Berlin: Ufer Verlag 1987.\n", SINGLE[6:7]),
    ("I should like to have this book, please:\n\n" + SINGLE[0], [SINGLE[0]]),
]


@pytest.mark.parametrize(("text", "references"), TEXTS)
def test_paragraphs_or_lines_are_references(text: str, references: list[str]) -> None:
    found = references_in(text)

    assert [one.text for one in found] == references
    assert all(text[one.start : one.end].split() == one.text.split() for one in found)


PROSE = [
    "",
    "Some words.",
    "The survey was held in 2004 in all of the towns that we had seen before.",
    "Dear Anna, thank you for the book by Stigler. I have read it in London, and liked it.",
    "We went to Paris in 2006, where Ebert told us about the port. Nobody believed him.",
    "Copyright (C) 2007 The River Foundation, Inc. Everyone is permitted to copy this text.",
    "as Bakhtin (2018, p. 230) has it, which is why",
    "Monday: maths. Tuesday: music.",
    "http://example.org/",
    "\n\n".join(["This paragraph is prose, and there are many of it."] * 5 + SINGLE[:1]),
]


@pytest.mark.parametrize("text", PROSE)
def test_prose_stays_prose(text: str) -> None:
    assert references_in(text) == ()


def test_a_long_text_is_not_looked_at() -> None:
    assert references_in("\n\n".join(SINGLE * 10)) == ()
