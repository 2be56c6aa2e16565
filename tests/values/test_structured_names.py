"""Names that come in parts."""

from __future__ import annotations

import pytest

from refconv.core.fields import NameList
from refconv.core.model import Name
from refconv.values.structured_names import (
    ET_AL,
    NAMES,
    Person,
    names_of_json,
    spaced_capitals,
)

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


BELL, DEAN = Name(family="Bell", given="Ann"), Name(family="Dean", given="Carl")
JSON: list[tuple[object, tuple[Name, ...], bool]] = [
    ([{"family": "Bell", "given": "Ann"}], (BELL,), False),
    ({"family": "Bell", "given": "Ann"}, (BELL,), False),
    ([{"lastName": "Bell", "firstName": "Ann"}], (BELL,), False),
    ([{"family": "Bell", "given": None, "suffix": ""}], (Name(family="Bell"),), False),
    ([{"name": "Ann Bell"}, {"full": "Dean, Carl"}], (BELL, DEAN), False),
    ([{"name": "WHO"}], (Name(literal="WHO"),), False),
    ([{"literal": "Ann Bell"}], (Name(literal="Ann Bell"),), False),
    (["Bell, Ann", "Carl Dean"], (BELL, DEAN), False),
    (["Bell, Ann; Dean, Carl"], (BELL, DEAN), False),
    ("Bell, Ann and Dean, Carl", (BELL, DEAN), False),
    ("Ann Bell, Carl Dean", (BELL, DEAN), False),
    (["Bell, Ann", "et al."], (BELL,), True),
    (["The LIGO Collaboration"], (Name(literal="The LIGO Collaboration"),), False),
    ([{"family": "S&oacute;lyom"}], (Name(family="Sólyom"),), False),
    (
        [{"name": "Ann Bell", "orcid": "https://orcid.org/0000-0002-1825-0097"}],
        (Name(family="Bell", given="Ann", orcid="0000-0002-1825-0097"),),
        False,
    ),
    ([None, 1, {}, {"x": "y"}], (), False),
    (None, (), False),
]


@pytest.mark.parametrize(("raw", "names", "et_al"), JSON)
def test_names_in_json(raw: object, names: tuple[Name, ...], et_al: bool) -> None:
    assert names_of_json(raw) == NameList(names, et_al)
