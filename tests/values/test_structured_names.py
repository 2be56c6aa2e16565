"""Names that come in parts."""

from __future__ import annotations

import pytest

from refconv.core.fields import NameList
from refconv.core.model import Name
from refconv.values.structured_names import ET_AL, NAMES, Person, spaced_capitals

KING = Person("King", "Ann", "3rd", orcid="0000-0002-1825-0097")


@pytest.mark.parametrize(
    ("raws", "value"),
    [
        (
            ((KING,),),
            NameList((Name(family="King", given="Ann", suffix="3rd", orcid=KING.orcid),)),
        ),
        (((Person(literal="WHO"),),), NameList((Name(literal="WHO"),))),
        (((KING._replace(suffix="", orcid="", given=""), ET_AL),), NameList((Name("King"),), True)),
        (((ET_AL,),), NameList((), True)),
        (((Person("A"),), (Person("B"),)), NameList((Name("A"), Name("B")))),
        (((), ()), None),
    ],
)
def test_lists(raws: tuple[tuple[Person, ...], ...], value: NameList | None) -> None:
    assert NAMES.decode(raws).value == value


@pytest.mark.parametrize(
    ("text", "given"), [("RQ", "R. Q."), ("R", "R."), ("Ann", "Ann"), ("R.Q.", "R.Q."), ("", "")]
)
def test_initials(text: str, given: str) -> None:
    assert spaced_capitals(text) == given
