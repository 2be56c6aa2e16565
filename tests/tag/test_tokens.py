"""Tokens: lossless, cut at punctuation and between letters and digits, identifiers whole."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.tag.tokens import IDENTIFIERS, cut, identifiers, join, rejoined, tokenize

CUTS = [
    ("Phys. Rev. D77, 12", ["Phys", ".", "Rev", ".", "D", "77", ",", "12"]),
    ("D156–D161", ["D", "156", "–", "D", "161"]),
    ("10:e005678", ["10", ":", "e", "005678"]),
    ("46:5.", ["46", ":", "5", "."]),
    ("O'Brien, Jean-Paul", ["O'Brien", ",", "Jean-Paul"]),
    ("l’histoire d’un", ["l’histoire", "d’un"]),
    ("‘title’, next", ["‘", "title", "’", ",", "next"]),
    ("209\u00ad222", ["209", "\u00ad", "222"]),
    ("a -- b ...", ["a", "--", "b", "..."]),
    ("e\u0301tude", ["e\u0301tude"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "tokens"), CUTS)
def test_cuts(text: str, tokens: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == tokens


FOUND = [
    ("doi: 10.1007/s11192- 021- 03975- 2.", [("DOI", "10.1007/s11192-021-03975-2")]),
    ("doi :10 .1007/978-3-662-05328-7.", [("DOI", "10.1007/978-3-662-05328-7")]),
    ("https://doi.org/10.1038/s41573-024-01100-5", [("DOI", "10.1038/s41573-024-01100-5")]),
    ("doi:10.1038 /nature11247.", [("DOI", "10.1038/nature11247")]),
    ("10.1016/0304-3975(94)00281-M)", [("DOI", "10.1016/0304-3975(94)00281-M")]),
    ("(10.1000/xyz123)", [("DOI", "10.1000/xyz123")]),
    ("10.1016/j. cell.2010.01.001, next", [("DOI", "10.1016/j.cell.2010.01.001")]),
    (
        "10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2.",
        [("DOI", "10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2")],
    ),
    ("10.1093/nar/gkp1033Google Scholar", [("DOI", "10.1093/nar/gkp1033")]),
    ("10.1093/nar/gkp1033 Google Scholar", [("DOI", "10.1093/nar/gkp1033")]),
    ("10.1126/science.1259855 Smith", [("DOI", "10.1126/science.1259855")]),
    (
        "10.1103/PhysRevD.77.1,arXiv:0802.2513",
        [("DOI", "10.1103/PhysRevD.77.1"), ("arXiv", "0802.2513")],
    ),
    ("<http://a.edu /subjects/afam.html>.", [("URL", "http://a.edu/subjects/afam.html")]),
    ("http://www.x.org/foo/ bar.html. Next", [("URL", "http://www.x.org/foo/bar.html")]),
    ("http://x.org/ Accessed May", [("URL", "http://x.org/")]),
    ("at http://x.org/a (accessed 2012)", [("URL", "http://x.org/a")]),
    ("https: / /x.org/a", [("URL", "https://x.org/a")]),
    ("http://a.eu/Lex/\nLex.do?uri=OJ:L:2008", [("URL", "http://a.eu/Lex/Lex.do?uri=OJ:L:2008")]),
    ("www.who.int/news, 2010", [("URL", "www.who.int/news")]),
    ("arXiv: 1310. 7708[nucl-ex ].", [("arXiv", "1310.7708")]),
    ("arXiv :hep-ph/0403192", [("arXiv", "hep-ph/0403192")]),
    ("quant-ph/0101012", [("arXiv", "quant-ph/0101012")]),
    ("issn: 0962-6298", [("ISSN", "0962-6298")]),
    ("pp. 0962-6298", []),
    ("ISBN 978-80-7050-587-8.", [("ISBN", "978-80-7050-587-8")]),
    ("ISBN-10: 0-262-03384-8", [("ISBN", "0-262-03384-8")]),
    ("PMID:22955616 PMCID:PMC3439153, pp.", [("PMID", "22955616"), ("PMCID", "PMC3439153")]),
    ("math and physics/cs 2001", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), FOUND)
def test_identifiers(text: str, wanted: list[tuple[str, str]]) -> None:
    found = [(t.kind, rejoined(t.kind, t.text)) for t in tokenize(text) if t.kind in IDENTIFIERS]
    assert found == wanted


@given(st.text(st.characters(max_codepoint=127), max_size=80))
def test_text_is_cut_alike_beside_letters_with_accents(text: str) -> None:
    assert cut(text).words == cut(f"{text} é").words[:-1]


@given(st.text())
def test_lossless(text: str) -> None:
    tokens = tokenize(text)
    assert join(tokens) == text
    assert all(text[token.start : token.end] == token.text for token in tokens)


PIECES = st.sampled_from(
    [
        *("10.1000/", "x-", " ", "https://", "doi.org/", "www.", "arXiv:", "hep-ph/", "0403192"),
        *("(", ")", "<", ">", "ISSN ", "1234-5678", "[", "]", ".", ",", "\n", "a", "978", "/ "),
        "PMC123456",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_lossless_on_what_looks_like_identifiers(text: str) -> None:
    assert join(tokenize(text)) == text
    found = identifiers(text)
    assert all(a < b for a, b, _ in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))


@pytest.mark.parametrize(
    "unit",
    ["(10.1000/", "www.", "http://", "10.1000/x- ", "https://doi.org/10.1000/", "a-", "arXiv"],
)
def test_very_long_strings_come_to_an_end(unit: str) -> None:
    text = unit * 8_000

    assert join(tokenize(text)) == text
