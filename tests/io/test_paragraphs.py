"""Short texts without any list: what in them is a reference, and what is prose."""

from __future__ import annotations

import pytest

import refconv
from refconv.io.paragraphs import lines_in, references_in

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


LISTS = {
    "law": [
        "Hartley v Bright [2004] UKHL 22, [2004] 1 WLR 1132",
        "Water Industry Act 2009, s 12(1)",
        "Anna Reeve, ‘Consent and Capacity’ (2011) 74 MLR 211, 219",
        "Case C-176/03 Roe v Council [2005] ECR I-7879, para 23",
    ],
    "treaties": [
        "Convention on Shared Rivers, Geneva, 11 May 1975, 1577 UNTS 3.",
        "Regulation (EU) 2015/912 of the European Parliament and of the Council of 3 May 2015 on "
        "the labelling of tyres [2015] OJ L119/1.",
        "UN General Assembly, Resolution 61/295, Protection of Small Harbours, 13 September 2007.",
    ],
    "media": [
        "Nolan, C. (Director). (2006). The glass harbour [Film]. Meridian Pictures.",
        "Beyond the Dunes. Directed by Ana Prado, Northlight Films, 2011.",
        "RiverChannel. (2020, May 2). How kilns work [Video]. YouTube. "
        "https://www.youtube.com/watch?v=abcd12345",
    ],
}


@pytest.mark.parametrize("lines", LISTS.values(), ids=LISTS)
def test_a_list_of_one_reference_a_line_is_read_line_by_line(lines: list[str]) -> None:
    read = refconv.parse("\n".join(lines))

    assert [one.found.text for one in read.origins if one.found] == lines
    assert not any(one.code == "no-references" for one in read.diagnostics)


WRAPPED = [
    # lines that go on with the one before, or are gone on with
    ["Hartley, Ana. The quiet port: a history of", "Lisbon in 1901. Lisbon: Cais, 2004."],
    ["Roe, A., Bright, K. & Quade, S. 2011. Sound", "and the city. J. Cities, 4, 12-19."],
]


@pytest.mark.parametrize("lines", WRAPPED)
def test_wrapped_lines_are_no_references(lines: list[str]) -> None:
    assert lines_in("\n".join(lines), 1) == ()


def test_long_blank_lines_take_no_time() -> None:
    # A pattern that looks for a character in each line would take minutes.
    assert references_in(" " * 1_000_000 + "\n" + " " * 1_000_000) == ()
