"""Which references have a shape, and its probe."""

from __future__ import annotations

from typing import Any

import pytest

from refconv.clients.shapes import UNSAFE, probe, shape_of
from refconv.core.edtf import Date
from refconv.core.model import Name, Reference


def article(**values: Any) -> Reference:
    return Reference(type="article-journal", **values)


PLAIN = [
    article(title="Rivers: a map of Übersee", volume="7", page="12-19"),
    article(title="Rivers of CO<sub>2</sub>", DOI="10.1234/a_b"),
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
