"""Every row of the tables of beginnings, continuations and endings, by an example."""

from __future__ import annotations

import pytest

from refconv.page.beginnings import (
    BEGINNINGS,
    CONTINUATIONS,
    DONE,
    ENDINGS,
    NO_BEGINNING,
    beginning,
    continuation,
    end_class,
)

BEGIN = {
    "dash": [
        "—, 2002, Science, 295, 93",
        "---. 2021b. Data",
        "______ (1999) Work",
        "– (2009): Akten",
    ],
    "family, initials": [
        "Smith, J. A.",
        "de Vaucouleurs, G., 1977",
        "diSessa, A. A.",
        "Beal, M.F.; Lang",
        "Zhang, W. (2018)",
        "Aharoni,A.,Griffiths",
    ],
    "family, initials at end": ["van der Berg, AB"],
    "family initials": [
        "Chen GM, Wang M",
        "Karassiov V P and Klimov A",
        "Abel T., Bryan G.",
        "Kato S: A new",
    ],
    "family, given": [
        "SMITH, John. Works",
        "Müller, Hans: Titel",
        "Brants, Thorsten",
        "Tarski, Alfred and Lindenbaum",
    ],
    "initials family": ["J. Smith, On", "J.-P. Dupont et al.", "S. W. BENSON. Dans", "B. van Pol"],
    "given family": ["Eugene Charniak. 2000.", "Jan Visser and Maria"],
    "given family:": ["Karl Horst Schmidt: Zur Lage", "Eva Moor: Markt"],
    "initials without stops": ["G R Mangun, Neural mechanisms", "H M Chose and E Lee"],
    "same author": ["Ders., Titel, Köln", "Id., Fari e faristi"],
    "et al": ["Gaulton et al., Title"],
    "name year": ["Brock 2003", "Rivers and Lakes Trust (2003)"],
    "body.": ["The Open University of Arden. Prospectus"],
    "collaboration": ["CMS collaboration results"],
    "uncased": ["李卫东, 陈晓明. 海岸", "山田太郎, 佐藤"],
    "quote": ["“Mapmakers of Delft.”"],
    "link": ["https://losc.example/data"],
}


GOES_ON = {
    "lower case": "and the rest of it",
    "closing": ") and on",
    "year": "(2004).",
    "digits": "93, 202002",
    "in": "In: Proceedings",
    "month": "Mar. 12",
    "link line": "Retrieved from",
}


END = {
    "open": "Smith, J. and",
    "abbreviation": "in Proc.",
    "initial": "Wilber, M.",
    "stop after digits": "Phys Rev 12",
    "stop": "the power of talk!",
    "page": "12: 345–367.",
    "link end": "http://a.example/x",
    "residue": "2001 Google Scholar",
}


@pytest.mark.parametrize("name", [rule.name for rule in BEGINNINGS])
def test_each_beginning_is_recognised(name: str) -> None:
    assert {beginning(line).name for line in BEGIN[name]} == {name}


@pytest.mark.parametrize("name", [rule.name for rule in CONTINUATIONS])
def test_each_continuation_is_recognised(name: str) -> None:
    reason = continuation(GOES_ON[name])
    assert reason is not None
    assert reason.name == name


@pytest.mark.parametrize("name", [rule.name for rule in ENDINGS])
def test_each_ending_is_recognised(name: str) -> None:
    assert end_class(END[name]) == name


@pytest.mark.parametrize("line", ["Wien 1988, 320 S.", "Paris, Quai, 1996, 312 p."])
def test_counted_pages_end_a_reference(line: str) -> None:
    assert end_class(line) in DONE


def test_other_text_is_no_beginning_and_no_continuation() -> None:
    assert beginning("of the high moor") is NO_BEGINNING
    assert continuation("Heather honey") is None
