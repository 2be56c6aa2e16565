"""Which references have a shape, and its probe."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.clients.shapes import UNSAFE, probe, shape_of
from refconv.core.edtf import Date
from refconv.core.model import Name, Reference


def article(**values: Any) -> Reference:
    return Reference(type="article-journal", **values)


PLAIN = [
    article(title="Rivers: a map of Übersee", volume="7", page="12-19"),
    article(title="Rivers of CO<sub>2</sub>", DOI="10.1234/a_b"),
    article(title="Of <i>E. coli</i>"),
    article(title='Rivers of <span class="nocase">DNA</span>-seq', genre="Map"),
    article(author=[Name(family="Roe", given="Ann B.")], issued=Date.parse("2024-03")),
    article(author=[Name(literal="River Club"), Name(family="Le-Roe", given="J. K.")]),
    article(keyword=("fish", "long rivers"), language="en", id="roe2024"),
    article(accessed=Date(Date.parse("2024-03-05").start, literal="2024-03-05T11:12:13")),
]
ODD = [
    article(title="R&D"),
    article(title="Rivers  and"),
    article(title="Mud: a novel"),
    article(title="<i>Rivers"),
    article(title="<i> Rivers</i>"),
    article(title='Rivers of <span class="nocase">mRNA</span>'),
    article(title='Rivers of <span class="wide">RNA</span>'),
    article(volume="7", issue="7"),
    article(note="Rivers"),
    article(keyword=("fish, rivers",)),
    article(author=[Name(family="Roe", given="AB")]),
    article(author=[Name(family="Roe", given="Ann", suffix="Jr.")]),
    article(author=[Name(family="Roe", given="Ann")], et_al={"author"}),
    article(issued=Date(literal="in press")),
    article(issued=Date.parse("2024-21")),
    article(DOI="none"),
    article(custom=[("ris:U1", "x")]),
]


@pytest.mark.parametrize("reference", PLAIN)
def test_the_probe_of_a_shape_has_the_shape(reference: Reference) -> None:
    shape = shape_of(reference, UNSAFE["ris"])

    assert shape is not None
    assert shape_of(probe(shape), UNSAFE["ris"]) == shape


@pytest.mark.parametrize("reference", ODD)
def test_values_that_are_not_plain(reference: Reference) -> None:
    assert shape_of(reference, UNSAFE["ris"]) is None


@pytest.mark.parametrize("title", ["HOTEL rivers", "A -- b", "What?!", "R_1", 'A "b"'])
def test_texts_that_are_not_plain_in_latex(title: str) -> None:
    assert shape_of(article(title=title), UNSAFE["bibtex"]) is None


@pytest.mark.parametrize("name", sorted(UNSAFE))
@given(text=st.text(st.sampled_from("aTEL é-'?!_<&{.,:\u0301\u00a0\x00")))
def test_plain_texts_are_those_without_anything_unsafe(name: str, text: str) -> None:
    plain = UNSAFE[name]

    is_safe = not plain.unsafe.search(text) and unicodedata.is_normalized("NFC", text)

    assert plain.has(text) == is_safe


@pytest.mark.parametrize(
    "given", ["Ann", "A. B.", "Ann B.", "AB", "A.B.", "ann", "A", "Zoë", "McA"]
)
@pytest.mark.parametrize("family", ["Roe", "Le-Roe", "Le Roe", "roe", "R", "McRoe", "Roë", "R2"])
def test_names_without_empty_parts_have_the_same_kind(family: str, given: str) -> None:
    plain = UNSAFE["ris"]
    short, whole = Name.unchecked(family=family, given=given), Name(family=family, given=given)

    assert shape_of(article(author=[short]), plain) == shape_of(article(author=[whole]), plain)
