"""Text as LaTeX that Zotero's importer reads without change."""

from __future__ import annotations

import pytest

from refconv.clients.zotero.tex_text import decoded_tex
from refconv.formats.bibtex.latex.decode import decode
from refconv.formats.bibtex.latex.field_styles import CODE, TITLE
from refconv.formats.bibtex.latex.for_zotero import encode_for_zotero, names_for_zotero

TEXTS = [
    "plain",
    "HOTEL and FAX",
    "a -- b --- c",
    "it''s ``so`` !! ?! !?",
    "R&D 5% #1 a_b x^2 {c} a | b 5 < 6",
    "only $5",
    "<i>E. coli</i> in H<sub>2</sub>O",
    '<span style="font-variant:small-caps;">Ab</span>',
    "soft\u00adhyphen",
    "é — “x”",
]


@pytest.mark.parametrize("text", TEXTS)
def test_zotero_stores_the_text_and_latex_prints_it(text: str) -> None:
    written = encode_for_zotero(text, TITLE)

    assert decoded_tex(written) == text
    assert decode(written, TITLE).text == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('<span class="nocase">DNA</span> x', "DNA x"),
        ("a~b", r"a\~{}b"),
        # Zotero drops two dollar signs, and would keep backslashes before them.
        ("$5 or $6", "$5 or $6"),
        ("{ alone", r"\textbraceleft{} alone"),
        ("no\u00a0break", "no~break"),
    ],
)
def test_what_cannot_be_written_so(text: str, written: str) -> None:
    assert encode_for_zotero(text, TITLE) == written


def test_a_range_of_pages_has_its_dash() -> None:
    assert encode_for_zotero("1--9", CODE) == "1--9"


def test_names() -> None:
    assert names_for_zotero("HOTEL and Roe, A.") == "HOT{}EL and Roe, A."
